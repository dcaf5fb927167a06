"""What a rule is made of, apart from the words of any language."""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from typing import NamedTuple


class Concept(NamedTuple):
    """One fault as an idea: `id` is its rule name ("blame/forgot"), `summary` completes the sentence "The reply ...".

    `severity` holds in every language unless a phrasebook entry says otherwise.
    """

    id: str
    severity: str
    summary: str

    @property
    def category(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]
