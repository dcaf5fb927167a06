"""Names of people: where they are given, in which forms they come back, and which words are none."""

from __future__ import annotations

import pytest

from coach.review.record import AGENT, CUSTOMER, Turn
from coach.review.redaction import names_of, redact


def names(text: str, role: str = AGENT, customer: str = "", speaker: str = "") -> set[str]:
    return set(names_of([Turn(role, text, speaker)], customer))


def shown(text: str, *known: str) -> str:
    return redact(text, frozenset(known)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi Jane, your parcel is here.", {"Jane"}),
        ("Hi Jane thanks for waiting", {"Jane"}),
        ("Hello Jane Doe!", {"Jane", "Doe"}),
        ("HI JANE,", {"Jane"}),
        ("Dear Mr. Smith,\n\nthank you.", {"Smith"}),
        ("Good morning, Jane.", {"Jane"}),
        ("One moment. Thanks, Jane!", {"Jane"}),
        ("My name is Sam Miller.", {"Sam", "Miller"}),
        ("Hello, this is Sam from Acme.", {"Sam"}),
        ("You are chatting with Sam.", {"Sam"}),
        ("I will ask Mrs Brown.", {"Brown"}),
        ("It is on its way.\n\nBest regards,\nSam Miller\nAcme", {"Sam", "Miller"}),
        ("Sehr geehrte Frau Dr. Müller-Lüdenscheidt,", {"Müller", "Lüdenscheidt"}),
        ("Hallo Herr Schmidt, gern.", {"Schmidt"}),
        ("Liebe Anna,", {"Anna"}),
        ("Mein Name ist Peter Lang.", {"Peter", "Lang"}),
        ("Mit freundlichen Grüßen\nAnna Schmidt", {"Anna", "Schmidt"}),
        ("Здравствуйте, Анна Петровна!", {"Анна", "Петровна"}),
        ("Добрый день, Иван!", {"Иван"}),
        ("Меня зовут Игорь.", {"Игорь"}),
        ("Ждём ответа.\nС уважением, Мария", {"Мария"}),
        ("Merhaba Ayşe Hanım, siparişiniz yolda.", {"Ayşe"}),
        ("Sayın Yılmaz,", {"Yılmaz"}),
        ("Ahmet Bey'e ilettim.", {"Ahmet"}),
        ("Benim adım Deniz.", {"Deniz"}),
        ("Saygılarımla,\nMehmet Kaya", {"Mehmet", "Kaya"}),
    ],
)
def test_where_names_are_given(text: str, expected: set[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hi there, how can I help?", "Hello Team,", "Dear Customer,", "Dear Sir or Madam,", "Hello Thank you for waiting",
        "Hi, Please wait.",
        "Good morning!", "Thanks, I will check.", "Welcome back!", "Hi NAME-F,", "Hi NAME,", "Hello #NAME#!", "Dear [NAME],",
        "I'm sorry.", "This is Urgent business", "I am here from nine.", "Best regards,\nYour support team",
        "Hallo zusammen,", "Sehr geehrte Damen und Herren,", "Liebe Grüße", "Guten Tag, Ihre Bestellung ist da.",
        "Hallo Ihre Bestellung kommt",
        "Ich bin gleich zurück.", "Vielen Dank, Ihr Kundenservice", "Здравствуйте! Заказ отправлен.",
        "Добрый день, Ваш заказ готов.",
        "Уважаемый клиент,", "Это Ваш заказ?", "Merhaba Siparişiniz yola çıktı", "Sayın Müşterimiz,",
        "Değerli Müşterimiz,", "İyi günler!",
        "Ben bakıyorum.",
    ],
)  # fmt: skip
def test_where_no_name_is_given(text: str) -> None:
    assert names(text) == set()


def test_a_company_that_a_customer_greets_without_a_stop_is_no_person() -> None:
    assert names("Hi Acme my phone is broken", CUSTOMER) == set()


def test_names_of_the_export() -> None:
    assert names("ok", customer="Jane van der Berg") == {"Jane", "Berg"}
    assert names("ok", speaker="Sam Miller") == {"Sam", "Miller"}


@pytest.mark.parametrize(
    "speaker", ["", "1", "spk_0", "agent", "Agent 2", "Acme Support", "AcmeUKHelp", "sam@example.com", "115712", "Kunde"]
)
def test_ids_roles_and_accounts_of_companies_are_no_names(speaker: str) -> None:
    assert names("ok", speaker=speaker) == set()


def test_the_handle_of_a_customer() -> None:
    known = names_of([Turn(CUSTOMER, "help!", "jane_doe88")], "")
    assert redact("@jane_doe88 Hi! @AcmeHelp", known).text == "[name] Hi! @AcmeHelp"


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Hi Jane, thanks", "Jane", "Hi [name], thanks"),
        ("Jane's order", "Jane", "[name]'s order"),
        ("JANE!", "Jane", "[name]!"),
        ("I told Jane Doe so", "Jane Doe", "I told [name] so"),
        ("Frau Müller-Lüdenscheidt", "Müller Lüdenscheidt", "Frau [name]"),
        ("Peters Vertrag", "Peter", "[name] Vertrag"),
        ("я передал Анне", "Анна", "я передал [name]"),
        ("с Анной и Иваном", "Анна Иван", "с [name] и [name]"),
        ("у Марии, от Игоря, Дмитрию", "Мария Игорь Дмитрий", "у [name], от [name], [name]"),
        ("Ивановой и Петровскому", "Иванова Петровский", "[name] и [name]"),
        ("жду Павла", "Павел", "жду [name]"),
        ("от Оли и Иры", "Оля Ира", "от [name] и [name]"),
        ("Ayşe'nin siparişi", "Ayşe", "[name]'nin siparişi"),
        ("Ayşenin siparişi, Mehmete", "Ayşe Mehmet", "[name] siparişi, Mehmete"),
        ("Aliye ilettim", "Ali", "[name] ilettim"),
        # Words that are names too, where they can be nothing else.
        ("Hi Will, I asked Will", "Will", "Hi [name], I asked [name]"),
        ("Herr Sommer ist da", "Sommer", "Herr [name] ist da"),
        ("Dear May,", "May", "Dear [name],"),
        ("sordum, Gül aradı", "Gül", "sordum, [name] aradı"),
        ("May Johnson", "May Johnson", "May [name]"),
        ("Johnson May", "May Johnson", "[name]"),
        # In small letters, as people type in chats.
        ("i told sam already, sam miller", "Sam Miller", "i told [name] already, [name]"),
        ("hi will, will you?", "Will", "hi [name], will you?"),
        ("спасибо анне", "Анна", "спасибо [name]"),
        ("ismail beye sordum", "İsmail", "[name] beye sordum"),
        ("Mr O'Brien, o'brien", "O'Brien Brien", "Mr [name], o'[name]"),
        ("Can Bey aradı, you can", "Can", "[name] Bey aradı, you can"),
    ],
)
def test_forms_in_which_names_come_back(text: str, known: str, expected: str) -> None:
    assert shown(text, *known.split()) == expected


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("the janitor, a Janeway, janes", "Jan"),
        ("I don't mind, we don’t either", "Don"),
        ("Marketing and remarks", "Mark"),
        ("Will you wait? Will that do?", "Will"),
        ("free in May", "May"),
        ("im Sommer und der Sommer", "Sommer"),
        ("Gül biraz.", "Gül"),
        ("Annahme und Annalen", "Anna"),
        ("Анналы", "Анна"),
        ("Иваново", "Иван"),
        ("Олово и ирисы", "Оля Ира"),
        ("Canada and candy", "Can"),
        ("Alman Aliens", "Ali"),
        ("[name], hello", "Jane"),
    ],
)
def test_words_that_only_look_like_a_name(text: str, known: str) -> None:
    assert shown(text, known) == text


def test_without_names_nothing_is_looked_for() -> None:
    assert redact("Hi Jane", frozenset()).marks == ()
