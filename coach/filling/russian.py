"""Russian names in their cases (petrovich), with the gender that the name leaves no doubt about."""

from __future__ import annotations

import re

from petrovich.enums import Case, Gender
from petrovich.main import Petrovich

from coach.filling.names import Person

INDECLINABLE = re.compile(r"[ыи]х$", re.IGNORECASE)
"""Surnames that were a genitive plural stay as they are: Черных, Долгих. (The library declines those of men.)"""

CYRILLIC = re.compile(r"[а-яё]{2,}(?:-[а-яё]+)*", re.IGNORECASE)


def decline(person: Person, case: str) -> str:
    """A name in a case, its parts in the order first, patronymic, last."""
    gender = {"f": Gender.FEMALE, "m": Gender.MALE}.get(person.gender or of_first_name(person.first))
    parts = (person.first, person.middle, person.last)
    if gender is None or not all(CYRILLIC.fullmatch(part) for part in " ".join(parts).split()):
        return person.written
    rules = Petrovich()
    ways = (rules.firstname, rules.middlename, rules.lastname)
    if INDECLINABLE.search(person.last):
        ways = (rules.firstname, rules.middlename, lambda name, *_: name)
    return " ".join(way(part, getattr(Case, case), gender) for way, part in zip(ways, parts, strict=True) if part)


def of_first_name(first: str) -> str:
    """The gender of a first name by the dictionary; nothing where it has none, or several."""
    if not first:
        return ""
    from coach.languages.forms import analyser

    genders = {reading.tag.gender for reading in analyser().parse(first) if "Name" in reading.tag}
    return {"femn": "f", "masc": "m"}.get(genders.pop() or "", "") if len(genders) == 1 else ""
