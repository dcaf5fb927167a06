"""What `coach explain` shows of an entry: read from the YAML files, as their authors wrote them."""

from __future__ import annotations

from coach.errors import UsageError
from coach.phrasebook.loader import load
from coach.phrasebook.schema import Entry


def entry_texts(lang: str, rule: str) -> Entry:
    """The entry of a concept in a language.

    Raises UsageError when the phrasebooks of the language do not have it.
    """
    for entry in load(lang).entries:
        if entry.rule == rule:
            return entry
    raise UsageError(f"no entry {rule} in the {lang} phrasebooks", hint="`coach rules` lists the concepts")
