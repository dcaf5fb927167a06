"""From a hit to better words: swaps that fit exactly the flagged span, and whole-sentence models.

Wordings keep the draft's form of address; slots are filled from what the phrase captured; a slot that nothing fills stays
visible in square brackets, and such a wording is never applied unasked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from coach.expressions import compiled
from coach.languages.base import Language
from coach.languages.casing import copy_case
from coach.languages.polarity import negates
from coach.model import Finding, Suggestion
from coach.phrasebook.tables import Wordings
from coach.sources.masking import mask

SLOT = re.compile(r"\{(\w+)(?:\|([^{}]*))?\}")
"""`{slot}`, or `{slot|what stands there where the text tells nothing}`."""

OPEN_SLOT = re.compile(r"\[[^\[\]]+\]")
NUMBERS = r"\d+(?:[.,:/]\d+)*"
OPAQUE = r"[\ue001-\ue006]+"
NAMES = r"(?<=[^\W\d_] )[A-ZÇĞİÖŞÜА-ЯЁ][a-zçğıöşüа-яё]{2,}"
"""Capitalised words inside a wording; in German every noun has a capital."""

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
    """The wording with its `{slots}` filled; an unknown one becomes what it says itself, else [slot]."""
    return SLOT.sub(lambda match: slots.get(match[1]) or match[2] or f"[{match[1]}]", wording)


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
    language: Language,
    mark: str,
) -> tuple[list[Suggestion], list[Suggestion]]:
    """What to write instead of the `wording` at `span`: a drop-in; and instead of its whole sentence: models.

    A drop-in is safe when it keeps the meaning. `sentence` includes its final `mark`, which a model that ends without one of its
    own keeps.
    """
    filled = (copy_case(wording, fill(better, slots), language.code) for better in swaps[:1])
    made = [Suggestion(better, *span, safe=keeps_meaning(wording, better, language)) for better in filled if is_complete(better)]
    models = (fill(better, slots) for better in say)
    return made, [Suggestion(model if model[-1:] in ".!?…" else model + mark, *sentence, safe=False) for model in models]


def keeps_meaning(before: str, after: str, language: Language) -> bool:
    """Whether a drop-in keeps every fact (numbers, dates, amounts, names, links, placeholders) and still says yes or no."""
    polarity = negates(language.fold(before), language.code) == negates(language.fold(after), language.code)
    return polarity and facts(before, language.code) == facts(after, language.code)


def facts(wording: str, lang: str) -> list[str]:
    """What a rewrite must not touch: numbers, names, and whatever is masked."""
    names = compiled(NAMES).findall(mask(wording)) if lang != "de" else []
    return sorted([*figures(wording), *names])


def figures(wording: str) -> list[str]:
    """Numbers, and whatever is masked: links, addresses, placeholders, quotations."""
    masked = mask(wording)
    opaque = (wording[slice(*match.span())] for match in compiled(OPAQUE).finditer(masked))
    return sorted([*compiled(NUMBERS).findall(masked), *opaque])


def apart(chosen: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions in the order of the text; of two that overlap only the first by position."""
    kept: list[Suggestion] = []
    for suggestion in sorted(chosen, key=lambda one: (one.start, one.end)):
        if not kept or suggestion.start >= kept[-1].end:
            kept.append(suggestion)
    return kept


def apply(text: str, chosen: Iterable[Suggestion]) -> str:
    """The text with suggestions applied; of two that overlap the first by position wins."""
    parts: list[str] = []
    done = 0
    for suggestion in apart(chosen):
        parts += text[done : suggestion.start], suggestion.text
        done = suggestion.end
    return "".join((*parts, text[done:]))


def safe_swaps(findings: Iterable[Finding]) -> list[Suggestion]:
    """The first safe suggestion of each finding."""
    return list(chain.from_iterable([s for s in finding.suggestions if s.safe][:1] for finding in findings))
