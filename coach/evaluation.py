"""How well phrasebooks do on labelled texts: precision and recall with intervals, and every miss.

A line of the file is a JSON object with `text` and what should be found in it: `labels`, a list of {"category" or "rule",
"span"}, or one `category` for the whole text (`also` names others that will do); neither means that nothing should be found.
`optional` labels count neither way. `lang` and `channel` may be given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from math import sqrt
from typing import Any, NamedTuple

from coach.engine import Coach
from coach.errors import UsageError
from coach.model import CATEGORIES, WHOLE, Finding

CONFIDENCE = 1.96
"""Standard deviations of a 95 % interval."""


class Label(NamedTuple):
    """What should be found: a category or rule, on the code points [start, end) of the text, or anywhere when both are None."""

    name: str
    start: int | None
    end: int | None


class Case(NamedTuple):
    """A labelled text and where it stands."""

    where: str
    text: str
    lang: str | None
    channel: str
    wanted: tuple[Label, ...]
    optional: tuple[Label, ...]
    also: tuple[str, ...]


class Score(NamedTuple):
    """Counts for one category or rule: found rightly, found wrongly, missed."""

    name: str
    right: int
    wrong: int
    missed: int


class Outcome(NamedTuple):
    """The scores by name, and a line for each miss and false alarm."""

    scores: tuple[Score, ...]
    remarks: tuple[str, ...]


def cases(lines: Iterable[str], path: str) -> Iterator[Case]:
    """The labelled texts of a file.

    Raises UsageError with path:line for a line that is no such object, or a span that is not in its text.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield case(line, f"{path}:{number}")


def case(line: str, where: str) -> Case:
    """One labelled text. Raises UsageError."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise UsageError(f"not valid JSON: {error.msg}", where=where, hint="one object a line") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UsageError("a line without a text", where=where, hint='write {"text": "...", "labels": [...]}')
    text = row["text"]
    wanted = [label(one, text, where) for one in row.get("labels", ())]
    if row.get("category"):
        wanted.append(Label(str(row["category"]), None, None))
    for one in wanted:
        if one.name.partition("/")[0] not in (*CATEGORIES, *WHOLE):
            raise UsageError(f"unknown category {one.name!r}", where=where, hint=f"known are {', '.join(CATEGORIES)}")
    channel = row.get("channel", "email")
    return Case(
        where,
        text,
        row.get("lang"),
        "email" if channel == "macro" else channel,
        tuple(wanted),
        tuple(label(one, text, where) for one in row.get("optional", ())),
        tuple(row.get("also", ())),
    )


def label(one: Any, text: str, where: str) -> Label:
    """A label with its place. Raises UsageError for a span that is not in the text."""
    if not isinstance(one, dict) or not isinstance(one.get("span"), str) or not (one.get("rule") or one.get("category")):
        raise UsageError("a label without category and span", where=where, hint='write {"category": "blame", "span": "..."}')
    start = text.find(one["span"])
    if start < 0:
        raise UsageError(f"the text does not hold {one['span']!r}", where=where, hint="copy the span from the text")
    return Label(str(one.get("rule") or one["category"]), start, start + len(one["span"]))


def evaluate(found: Iterable[Case], coach: Coach) -> Outcome:
    """Judge every text and count."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    remarks: list[str] = []
    for one in found:
        left = list(one.wanted)
        for finding in coach.check(one.text, one.lang, one.channel).findings:
            if finding.category in WHOLE:
                continue
            hit = next((label for label in left if fits(finding, label)), None)
            if hit:
                left.remove(hit)
                right[hit.name] += 1
            elif not excused(finding, one):
                name = finding.rule if any("/" in label.name for label in one.wanted) else finding.category
                wrong[name] += 1
                remarks.append(f"{one.where}: false {finding.rule} {finding.text!r}")
        for label in left:
            if label.start is None and any(finding_of(coach, one, name) for name in one.also):
                right[label.name] += 1
                continue
            missed[label.name] += 1
            words = one.text if label.start is None else one.text[label.start : label.end]
            remarks.append(f"{one.where}: missed {label.name} {words!r}")
    names = sorted({*right, *wrong, *missed})
    return Outcome(tuple(Score(name, right[name], wrong[name], missed[name]) for name in names), tuple(remarks))


def finding_of(coach: Coach, one: Case, name: str) -> bool:
    """Whether a text has a finding of a category or rule."""
    return any(name in (found.category, found.rule) for found in coach.check(one.text, one.lang, one.channel).findings)


def fits(finding: Finding, label: Label) -> bool:
    """Whether a finding is what a label asks for: of its name, and sharing words with its span."""
    here = label.start is None or label.end is None or (finding.start < label.end and label.start < finding.end)
    return here and label.name in (finding.category, finding.rule)


def excused(finding: Finding, one: Case) -> bool:
    """Whether a finding is no false alarm: a second one on a label, an optional one, or in a category that would do."""
    return finding.category in one.also or any(fits(finding, label) for label in (*one.wanted, *one.optional))


def interval(part: int, whole: int) -> tuple[float, float, float]:
    """A share and its 95 % interval after Wilson (1927, J. Am. Stat. Assoc. 22:209), which holds for few cases too."""
    if not whole:
        return 0.0, 0.0, 1.0
    share, square = part / whole, CONFIDENCE**2
    centre = (share + square / (2 * whole)) / (1 + square / whole)
    half = CONFIDENCE * sqrt(share * (1 - share) / whole + square / (4 * whole**2)) / (1 + square / whole)
    return share, max(0.0, centre - half), min(1.0, centre + half)
