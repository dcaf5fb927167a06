"""From a hit to better words: swaps that fit exactly the flagged span, and whole-sentence models.

Wordings keep the draft's form of address; slots are filled from what the phrase captured; a slot that nothing fills stays
visible in square brackets, and such a wording is never applied unasked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from coach.languages.casing import copy_case
from coach.model import Finding, Suggestion
from coach.phrasebook.tables import Wordings

SLOT = re.compile(r"\{(\w+)\}")
OPEN_SLOT = re.compile(r"\[[^\[\]]+\]")
MODELS = 3
"""How many suggestions a finding carries at most."""


def fitting(wordings: Wordings, address: str) -> tuple[str, ...]:
    """The wordings for a form of address, its own first; without a known address the formal ones serve.

    A text that mixes both gets neutral wordings only: nobody can tell which is meant.
    """
    neutral, formal, informal = wordings
    own = {"formal": formal, "": formal, "informal": informal}.get(address, ())
    return (*own, *neutral)


def fill(wording: str, slots: Mapping[str, str]) -> str:
    """The wording with its `{slots}` filled; an unknown one becomes [slot]."""
    return SLOT.sub(lambda match: slots.get(match[1]) or f"[{match[1]}]", wording)


def is_complete(wording: str) -> bool:
    """Whether no open slot is left."""
    return not OPEN_SLOT.search(wording)


def suggestions(
    wording: str,
    span: tuple[int, int],
    sentence: tuple[int, int],
    swaps: tuple[str, ...],
    say: tuple[str, ...],
    slots: Mapping[str, str],
    lang: str,
    mark: str,
) -> tuple[Suggestion, ...]:
    """What to write instead of the `wording` at `span`, or instead of its whole sentence; a safe drop-in first.

    `sentence` includes its final `mark`, which a model that ends without one of its own keeps.
    """
    filled = (copy_case(wording, fill(better, slots), lang) for better in swaps[:1])
    made = [Suggestion(better, *span, safe=True) for better in filled if is_complete(better)]
    models = (fill(better, slots) for better in say)
    made.extend(Suggestion(model if model[-1:] in ".!?…" else model + mark, *sentence, safe=False) for model in models)
    return tuple(made[:MODELS])


def apply(text: str, chosen: Iterable[Suggestion]) -> str:
    """The text with suggestions applied from the end to the start; of two that overlap the first by position wins."""
    kept: list[Suggestion] = []
    for suggestion in sorted(chosen, key=lambda one: (one.start, one.end)):
        if not kept or suggestion.start >= kept[-1].end:
            kept.append(suggestion)
    for suggestion in reversed(kept):
        text = text[: suggestion.start] + suggestion.text + text[suggestion.end :]
    return text


def safe_swaps(findings: Iterable[Finding]) -> list[Suggestion]:
    """The first safe suggestion of each finding."""
    return list(chain.from_iterable([s for s in finding.suggestions if s.safe][:1] for finding in findings))
