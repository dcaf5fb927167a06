"""What a run is told: one frozen record, the same for the command line and for the Python API."""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from typing import NamedTuple


class Config(NamedTuple):
    """Settings of a check.

    `lang` None means: guess each text. `select` and `ignore` hold categories ("blame") or rules ("blame/forgot"); an empty
    `select` means all, and `ignore` wins. `sending` says that the texts are about to be sent, so that a placeholder in them
    is an error; in a library of macros it is none. `phrasebooks` is the folder of a team's own phrasebooks. Without
    `rewrites` findings carry no suggestions, which is all that counting needs and faster. `register` ("formal", "informal") is
    the form of address that texts must keep to, "" for either; `vocabulary` are names that are never judged ("No Problem Tape");
    `severities` are (rule or category, severity) that a team sees otherwise.
    """

    lang: str | None = None
    channel: str = "email"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: str = "hint"
    sending: bool = True
    phrasebooks: str = ""
    rewrites: bool = True
    register: str = ""
    vocabulary: tuple[str, ...] = ()
    severities: tuple[tuple[str, str], ...] = ()
