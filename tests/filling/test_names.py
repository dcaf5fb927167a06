"""Names: what is known of a person, and the salutation that nobody can be offended by."""

from __future__ import annotations

import pytest

from coach.filling.filters import case, ending
from coach.filling.names import parse
from coach.filling.salutation import salutation


@pytest.mark.parametrize(
    ("lang", "name", "formal", "informal"),
    [
        ("en", "Ms Zoë O'Neill", "Dear Ms O'Neill,", "Hello Zoë,"),
        ("en", "Dr. J. van der Berg", "Dear Dr. van der Berg,", "Hello,"),
        ("en", "Priya", "Hello Priya,", "Hello Priya,"),
        ("en", "Kim Park", "Hello Kim,", "Hello Kim,"),  # nobody knows
        ("en", "Harbour & Sons Ltd", "Hello,", "Hello,"),  # a company
        ("de", "Frau Müller-Lüdenscheidt", "Sehr geehrte Frau Müller-Lüdenscheidt,", "Hallo,"),
        ("de", "Herr Prof. Dr. Anton von der Heide", "Sehr geehrter Herr Prof. Dr. von der Heide,", "Hallo Anton,"),
        ("de", "Kim Meier", "Guten Tag Kim Meier,", "Hallo Kim,"),
        ("de", "K.", "Guten Tag,", "Hallo,"),  # an initial is no name
        ("de", "Meier GmbH", "Guten Tag,", "Hallo,"),
        ("ru", "Мария Сергеевна Иванова", "Здравствуйте, Мария Сергеевна!", "Привет, Мария!"),
        ("ru", "Иванова Мария Сергеевна", "Здравствуйте, Мария Сергеевна!", "Привет, Мария!"),  # as in documents
        ("ru", "Илья Ким", "Здравствуйте, Илья!", "Привет, Илья!"),
        ("ru", "ООО «Ромашка»", "Здравствуйте!", "Привет!"),
        ("tr", "Ayşe Yılmaz", "Merhaba Ayşe Hanım,", "Merhaba Ayşe,"),
        ("tr", "İpek Işık", "Merhaba İpek Hanım,", "Merhaba İpek,"),
        ("tr", "Ahmet Bey", "Merhaba Ahmet Bey,", "Merhaba Ahmet,"),
        ("tr", "Deniz Kaya", "Sayın Deniz Kaya,", "Merhaba Deniz,"),  # a name of women and men
        ("tr", "Yıldız Gıda Ltd. Şti.", "Merhaba,", "Merhaba,"),
    ],
)
def test_salutations(lang: str, name: str, formal: str, informal: str) -> None:
    person = parse(name, lang)
    assert salutation(person, lang, "formal") == formal
    assert salutation(person, lang, "informal") == informal


def test_a_gender_that_is_told_decides() -> None:
    assert salutation(parse("Kim Meier", "de", "f"), "de", "formal") == "Sehr geehrte Frau Meier,"
    assert salutation(parse("Deniz Kaya", "tr", "m"), "tr", "formal") == "Merhaba Deniz Bey,"


@pytest.mark.parametrize(
    ("name", "dative"),
    [
        ("Мария Сергеевна Иванова", "Марии Сергеевне Ивановой"),
        ("Илья Ким", "Илье Киму"),
        ("Лев Черных", "Льву Черных"),
        ("Ольга Шевченко", "Ольге Шевченко"),
        ("Женя Ким", "Женя Ким"),  # a name of women and men stays as it is
        ("Anna Smith", "Anna Smith"),  # and so does a foreign one
        ("А.", "А."),
    ],
)
def test_russian_names_in_the_dative(name: str, dative: str) -> None:
    assert case(parse(name, "ru"), "dat") == dative


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("Ayşe", "(y)A", "Ayşe'ye"),
        ("Ahmet", "(n)In", "Ahmet'in"),
        ("15 Mart", "DA", "15 Mart'ta"),
        ("14.00", "DA", "14.00'te"),  # on dört
        ("14.30", "(y)A", "14.30'a"),  # otuz
        ("1500", "(y)A", "1500'e"),  # beş yüz
        ("250 TL", "(y)I", "250 TL'yi"),
        ("İpek", "(n)In", "İpek'in"),  # a name does not soften
        ("Xyz", "DA", "Xyz"),  # nobody knows how it sounds
    ],
)
def test_turkish_endings_behind_an_apostrophe(text: str, suffix: str, expected: str) -> None:
    assert ending(text, suffix) == expected
