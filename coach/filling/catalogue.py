"""Which templates there are: the shipped ones, and a team's own, which stand before shipped ones of the same name."""

from __future__ import annotations

import os
from collections.abc import Iterator

from coach.errors import TemplateError, UsageError, did_you_mean
from coach.filling.reading import read_letter
from coach.filling.schema import Letter
from coach.model import LANGUAGES
from coach.paths import data_folder

ENDING = ".j2"
PARTIALS = "partial"
"""The folder of what letters include: greeting, closing, signature, and the sentences that findings offer."""


def find(name: str, lang: str, team: str = "") -> Letter:
    """A template by name. Raises UsageError for an unknown one, with the nearest name that there is."""
    if lang not in LANGUAGES:
        raise UsageError(f"unknown language {lang!r}", hint=f"known are {', '.join(LANGUAGES)}")
    for folder in folders(team):
        path = os.path.join(folder, lang, *name.split("/")) + ENDING
        if is_name(name) and os.path.isfile(path):
            return read_letter(path, name, lang, own=folder == team)
    known = names(lang, team)
    ending = next((one for one in known if one.endswith(f"/{name}")), "")
    otherwise = f"did you mean {ending}?" if ending else "`coach templates list` shows all"
    raise UsageError(f"no template is called {name!r} in {lang}", hint=did_you_mean(name, known, otherwise))


def partial(name: str, lang: str, team: str = "") -> Letter:
    """What `{% include "name" %}` means. Raises TemplateError."""
    try:
        return find(f"{PARTIALS}/{name}", lang, team)
    except UsageError as error:
        raise TemplateError(f"nothing to include is called {name!r}", hint=error.hint) from error


def names(lang: str, team: str = "") -> list[str]:
    """The names of all letters of a language, without what they include."""
    return sorted({name for folder in folders(team) for name in within(os.path.join(folder, lang))})


def letters(lang: str, team: str = "") -> Iterator[Letter]:
    """All letters of a language."""
    return (find(name, lang, team) for name in names(lang, team))


def folders(team: str) -> list[str]:
    """Where templates are looked for, first one first. Raises UsageError for a team's folder that is not there."""
    if team and not os.path.isdir(team):
        raise UsageError("no such folder of templates", where=team, hint="`coach templates new` starts one")
    return [*([team] if team else []), data_folder("templates")]


def within(folder: str) -> Iterator[str]:
    """The names of the letters in a folder of one language."""
    for kind in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        if kind == PARTIALS or not os.path.isdir(os.path.join(folder, kind)):
            continue
        for file in sorted(os.listdir(os.path.join(folder, kind))):
            if file.endswith(ENDING):
                yield f"{kind}/{file.removesuffix(ENDING)}"


def is_name(name: str) -> bool:
    """Whether a name is a kind and a word, and leads nowhere else in the file system."""
    parts = name.split("/")
    return len(parts) == 2 and all(part and part.replace("-", "").replace("_", "").isalnum() for part in parts)
