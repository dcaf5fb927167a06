"""The sentences that a finding offers: partials as wordings with slots, read while the phrasebooks are compiled."""

from __future__ import annotations

import re

from coach.errors import TemplateError
from coach.filling.catalogue import partial
from coach.filling.schema import REGISTERS, Letter

PRINTED = re.compile(r"\{\{\s*(\w+)\s*(?:\|\s*default\(\s*\"([^\"]*)\"\s*\))?[^{}]*\}\}")
"""A value in a partial, with its default."""


def wordings(name: str, lang: str) -> dict[str, str]:
    """A partial for each form of address, "" for both: "I'm sorry that {fault|[what we did]}."

    Behind the bar stands what is written where the text tells nothing: the default of the value, else its help as an open slot.
    Raises TemplateError for a partial that does more than print values.
    """
    letter = partial(name, lang)
    if set(letter.bodies) >= set(REGISTERS):
        return {register: wording(letter, letter.bodies[register]) for register in REGISTERS}
    return {"": wording(letter, letter.body(""))}


def wording(letter: Letter, body: str) -> str:
    """A body as one wording."""
    if "{%" in body:
        raise TemplateError("a partial that a finding offers only prints values", where=letter.path)
    helps = {variable.name: variable.help or variable.name for variable in letter.variables}

    def slot(match: re.Match[str]) -> str:
        name, default = match.groups()
        return f"{{{name}|{default or f'[{helps.get(name, name)}]'}}}"

    return " ".join(PRINTED.sub(slot, body).split())
