"""What happens in conversations in German, Russian and Turkish: what is told, and beside it what only looks like it."""

from __future__ import annotations

import pytest

from coach.config import Config
from coach.engine import Coach

from .conversing import Lines, told


@pytest.fixture(scope="module")
def coach() -> Coach:
    return Coach(Config(channel="chat", rewrites=False))


LEFT_OUT: list[tuple[str, Lines, list[int]]] = [
    # Put again in other words, after a reply about something else.
    ("de", ("C: Kann ich den Rucksack in der Filiale umtauschen?", "Uwe: Der Rucksack hat 30 Liter Volumen.",
            "C: und in der Filiale umtauschen, ja oder nein"), [1]),  # the reply speaks of the rucksack only
    ("de", ("C: Kann ich das in der Filiale umtauschen?", "Uwe: Unsere neue Kollektion ist da.",
            "C: und in der Filiale umtauschen, ja oder nein"), [1]),
    ("ru", ("C: А гарантию на мотор вы продлеваете?", "Вера: Насос весит сто кило.", "C: так продлеваете гарантию?"), [1]),
    ("tr", ("C: Montaj ücretli mi acaba?", "Ece: Dolabınız meşe renginde hazırlandı.", "C: peki montaj ücretli mi"), [1]),
    # Said to have been passed over.
    ("de", ("C: Bekomme ich die Versandkosten wieder?", "Uwe: Danke für den Einkauf.",
            "C: Beantworten Sie bitte meine Frage."), [1]),
    ("ru", ("C: Штраф мне вернут?", "Вера: Квитанция хранится пять лет.", "C: Мой вопрос был про штраф."), [1]),
    ("tr", ("C: Depozitom geri yatacak mı?", "Ece: Otelimizin havuzu ısıtmalıdır.", "C: Soruma cevap vermediniz."), [1]),
    # Answered, in other words or by a question.
    ("de", ("C: Kann ich das in der Filiale umtauschen?", "Uwe: Nein, nur per Post.", "C: wirklich nicht umtauschen?"), []),
    ("de", ("C: Wann kommt der Schrank?", "Uwe: Am 3. Mai.", "C: Das ist ja eine Frechheit!"), []),
    ("de", ("C: Kann ich das in der Filiale umtauschen?", "Uwe: In welcher Stadt?", "C: Köln. Kann ich da umtauschen?"), []),
    ("ru", ("C: А гарантию на мотор вы продлеваете?", "Вера: Минутку, уточню.", "C: так продлеваете гарантию?"), []),
    ("ru", ("C: Штраф мне вернут?", "Вера: К сожалению, нельзя.", "C: Безобразие!"), []),
    ("tr", ("C: Montaj ücretli mi acaba?", "Ece: Ücretsiz efendim.", "C: Kurulum ne zaman yapılır peki?"), []),
    ("tr", ("C: Beni kim arayacak?", "Ece: Kontrol ediyorum.", "C: kim arayacak peki?"), []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "lines", "expected"), LEFT_OUT)
def test_the_next_words_tell_of_a_question_left_out(coach: Coach, lang: str, lines: Lines, expected: list[int]) -> None:
    assert told(coach, lang, lines, "thread/question-unanswered") == expected


AGAIN: list[tuple[str, Lines, list[int]]] = [
    ("ru", ("C: Куда пропал заказ 55-7102?", "Вера: Назовите номер заказа, пожалуйста."), [1]),  # a short word before the figures
    ("ru", ("C: ИНН 7700112233, нужен счёт.", "Вера: Киньте ИНН, пожалуйста."), [1]),
    ("ru", ("C: Мой мобильный 8 912 345-67-89.", "Вера: Подскажите номер телефона?"), [1]),
    ("tr", ("C: Abone no 40112233, su akmıyor.", "Ece: Abone numaranızı belirtiniz."), [1]),
    ("tr", ("C: İade kodum R-70155.", "Ece: İade kodunuzu yazın lütfen."), [1]),
    ("de", ("C: Paket 00412-55871 fehlt.", "Uwe: Wie lautet die Paketnummer?"), [1]),  # looks like a telephone's
    ("ru", ("C: Заказ 55-7102 пришёл.", "Вера: Назовите номер договора, пожалуйста."), []),
    ("tr", ("C: Abone no 40112233, su akmıyor.", "Ece: Sipariş numaranızı belirtiniz."), []),
    ("tr", ("C: Ödemeyi iade ettim mi?", "Ece: İade kodunuzu yazın lütfen."), []),
    ("de", ("C: Paket 00412-55871 fehlt.", "Uwe: Wie lautet Ihre Telefonnummer?"), []),
    ("ru", ("C: Мне 1995 рублей вернули.", "Вера: Киньте ИНН, пожалуйста."), []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "lines", "expected"), AGAIN)
def test_what_was_given_under_its_name(coach: Coach, lang: str, lines: Lines, expected: list[int]) -> None:
    assert told(coach, lang, lines, "thread/asked-again") == expected


NAMES: list[tuple[str, Lines, list[int]]] = [
    ("ru", ("C: Меня зовут Игорь Васильевич.", "Вера: Игорь Валерьевич, добрый день!"), [1]),
    ("ru", ("C: Меня зовут Дарина.", "Вера: Дарья, заказ уже в пути, ждите."), []),  # may be two people
    ("ru", ("C: Заказ не дошёл.", "Вера: Степан, заказ уже в пути, ждите.", "C: Я не Степан."), [1]),
    ("tr", ("C: Kolay gelsin. Aysun Demir", "Ece: Sayın Aysel Demir, kaydınız açıldı."), [1]),
    ("tr", ("C: Fatura gelmedi.", "Ece: Merhaba Orhan Bey, bakıyorum.", "C: Orhan değil, Erhan."), [1]),
    ("de", ("C: Hier Jürgen Kröger.", "Uwe: Hallo Herr Kroeger!"), []),  # the same name
    ("de", ("C: Rechnung fehlt.", "Uwe: Guten Tag Frau Lohse!", "C: Ich bin nicht Frau Lohse."), [1]),
    ("ru", ("C: Анна Сергеева", "Вера: Уважаемая Анна Сергеевна!"), []),  # a patronymic is no surname
    ("ru", ("C: Алена Мороз", "Алина: Алина, служба заботы, слушаю вас."), []),  # the agent's own name
    ("ru", ("C: Мне не понятно.", "Вера: Понимаю, сейчас всё объясню.", "C: Я не понимаю."), []),  # no name
    ("tr", ("C: Merhaba", "Ece: Merhaba Orhan Bey.", "C: Orhan benim, buyurun."), []),
]


@pytest.mark.parametrize(("lang", "lines", "expected"), NAMES)
def test_names_misspelt_or_refused(coach: Coach, lang: str, lines: Lines, expected: list[int]) -> None:
    assert told(coach, lang, lines, "thread/wrong-name") == expected


CARRIED: list[tuple[str, Lines, list[int]]] = [
    ("de", ("C: Seit gestern tropft der neue Boiler und die Küche steht unter Wasser.", "Uwe: Ich verbinde Sie mit der Technik.",
            "Ina: Technik, guten Tag. Worum geht es denn?"), [2]),
    ("ru", ("C: Со вчерашнего дня течёт новый бойлер, на кухне по щиколотку воды.", "Вера: Соединяю вас с техотделом.",
            "Лев: Добрый день, чем могу помочь?"), [2]),
    ("tr", ("C: Dünden beri yeni termosifon akıtıyor, mutfak su içinde kaldı ne yapayım.", "Ece: Sizi teknik birime aktarıyorum.",
            "Can: Merhaba, sorununuz nedir?"), [2]),
    # Nothing had been said yet, the same agent asks, or asks for more.
    ("de", ("C: Hallo", "Uwe: Ich verbinde Sie mit der Technik.", "Ina: Worum geht es denn?"), []),
    ("ru", ("C: Со вчерашнего дня течёт новый бойлер, на кухне по щиколотку воды.", "Вера: Чем могу помочь?"), []),
    ("tr", ("C: Dünden beri yeni termosifon akıtıyor, mutfak su içinde kaldı ne yapayım.", "Ece: Sizi teknik birime aktarıyorum.",
            "Can: Merhaba, su alttan mı yandan mı geliyor?"), []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "lines", "expected"), CARRIED)
def test_who_takes_over_asks_what_it_is_about(coach: Coach, lang: str, lines: Lines, expected: list[int]) -> None:
    assert told(coach, lang, lines, "thread/not-carried-over") == expected


FORMS: list[tuple[str, Lines, list[int]]] = [
    ("ru", ("C: Вы можете прислать чек?", "Вера: Лови, чек в чате."), [1]),
    ("ru", ("C: Вы можете прислать чек?", "Вера: Лови, чек в чате.", "Лев: Вам отправили второй чек."), [1]),  # another agent
    ("tr", ("C: Fişi gönderir misiniz?", "Ece: Bir dakika, numaranı yazsana."), [1]),
    ("ru", ("C: Вы можете прислать чек?", "Вера: Лови, чек в чате.", "Вера: Вам отправили второй чек."), []),  # a slip
    ("ru", ("C: можешь прислать чек?", "Вера: Лови, чек в чате."), []),
    ("tr", ("C: baksana bi, fiş nerede? sen gönder bari", "Ece: Bir dakika, numaranı yazsana."), []),
]


@pytest.mark.parametrize(("lang", "lines", "expected"), FORMS)
def test_the_form_of_address_without_its_words(coach: Coach, lang: str, lines: Lines, expected: list[int]) -> None:
    assert told(coach, lang, lines, "thread/register") == expected


def test_who_asks_an_upset_customer_first_has_not_listened(coach: Coach) -> None:
    angry = "C: Das ist eine Frechheit, Bestellnummer 77120-4 ist schon wieder falsch geliefert!"
    solved = "Uwe: Die richtige Ware wird morgen geliefert."
    again = (angry, "Uwe: Bitte nennen Sie mir Ihre Bestellnummer.", "C: 77120-4", solved)
    other = (angry, "Uwe: Bitte nennen Sie mir Ihre Telefonnummer.", "C: 0151 2223344", solved)
    assert told(coach, "de", again, "reply/no-acknowledgement") == [1]
    assert told(coach, "de", other, "reply/no-acknowledgement") == [1]
