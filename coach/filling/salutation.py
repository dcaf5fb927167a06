"""How a letter begins: the salutation in each language and form of address, neutral where nothing certain is known."""

from __future__ import annotations

from coach.filling.names import Person


def salutation(person: Person, lang: str, register: str) -> str:
    """The whole salutation with its mark; the next line begins as the language wants it after that mark."""
    return {"en": english, "de": german, "ru": russian, "tr": turkish}[lang](person, formal=register == "formal")


def english(person: Person, *, formal: bool) -> str:
    """Dear Ms Smith, / Hello Anna, / Hello,"""
    if formal and person.last and (person.gender or person.degree):
        return f"Dear {person.degree or {'f': 'Ms', 'm': 'Mr'}[person.gender]} {person.last},"
    return f"Hello {person.first}," if person.first else "Hello,"


def german(person: Person, *, formal: bool) -> str:
    """Sehr geehrte Frau Dr. Meier, / Guten Tag Kim Meier, / Guten Tag, / Hallo Anna,"""
    if not formal:
        return f"Hallo {person.first}," if person.first else "Hallo,"
    if person.last and person.gender:
        begin = {"f": "Sehr geehrte Frau", "m": "Sehr geehrter Herr"}[person.gender]
        return " ".join(filter(None, (begin, person.degree, person.last))) + ","
    whole = " ".join(filter(None, (person.degree, person.first, person.last)))
    return f"Guten Tag {whole}," if whole else "Guten Tag,"


def russian(person: Person, *, formal: bool) -> str:
    """Здравствуйте, Мария Сергеевна! / Здравствуйте! / Привет, Мария!"""
    begin = "Здравствуйте" if formal else "Привет"
    named = " ".join(filter(None, (person.first, person.middle if formal else "")))
    return f"{begin}, {named}!" if named else f"{begin}!"


def turkish(person: Person, *, formal: bool) -> str:
    """Merhaba Ayşe Hanım, / Sayın Deniz Kaya, / Merhaba, / Merhaba Ayşe,"""
    if not formal or not (person.first or person.last):
        return f"Merhaba {person.first}," if person.first else "Merhaba,"
    if person.first and person.gender:
        return f"Merhaba {person.first} {'Hanım' if person.gender == 'f' else 'Bey'},"
    return f"Sayın {' '.join(filter(None, (person.degree, person.first, person.last)))},"
