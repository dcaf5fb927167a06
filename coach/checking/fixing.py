"""Mending a file: which of its findings may be mended unasked, and putting the better wordings in until nothing is left to do.

Every change is read back (`coach/checking/rereading.py`): only the texts may have changed, and each of them as it was meant to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, zip_longest
from typing import NamedTuple

from coach.checking.record import Checked
from coach.checking.rereading import compare, extent
from coach.errors import UsageError
from coach.model import CATEGORIES, Finding, Suggestion
from coach.rewriting import apart, apply, is_complete
from coach.sources.document import Document
from coach.sources.files import Source

ROUNDS = 10
"""How often a file is mended and judged again: a better wording may bring to light what is then mended, too."""

FINAL = (".", "!", "?", "…")

Rejudge = Callable[[Source], tuple[Document, Checked]]
"""Reads a file and judges it, with all its settings, as if it had been given with that text."""

Span = tuple[int, int]


class Form(NamedTuple):
    """One form of a text that has several: its span in the file, its number among the texts, and the numbers of all its forms."""

    start: int
    end: int
    number: int
    all: tuple[int, ...]


class Fixed(NamedTuple):
    """A file whose findings were mended.

    `text` is its text afterwards; `rules` counts the mended findings by rule, `left` says what is still found, and `unsafe_left`
    how many of those `unsafe` would mend.
    """

    source: Source
    text: str
    rules: Counter[str]
    left: Checked
    unsafe_left: int

    @property
    def changed(self) -> int:
        """How many findings were mended."""
        return self.rules.total()


def fix(source: Source, checked: Checked, judge: Rejudge, *, unsafe: bool, rounds: int = ROUNDS) -> Fixed:
    """Mend what was found in a file, and again what is then found in it, until nothing changes.

    Raises UsageError when that takes more than `rounds` rounds, or when an edit would change more than the texts of the file.
    """
    rules: Counter[str] = Counter()
    if not any(choice(one, unsafe=unsafe) for one in checked.report.findings):
        return Fixed(source, source.text, rules, checked, unsafely(checked, unsafe=unsafe))
    document, checked = judge(source)
    spared = silenced(checked)
    done = 0
    while (text := apply(checked.text, chosen := apart(edits(checked, document, unsafe=unsafe, spared=spared)))) != checked.text:
        if done == rounds:
            message = f"left as it was: not settled after {rounds} rounds of better wordings"
            raise UsageError(message, where=source.name, hint="leave one of the rules out with --ignore")
        done += 1
        made = set(chosen)
        rules.update(one.rule for one in checked.report.findings if choice(one, unsafe=unsafe) in made)
        document, checked = reread(document, chosen, document.source._replace(text=text), judge)
        spared = united([*moved(spared, chosen), *silenced(checked)])
    return Fixed(source, text, rules, checked, unsafely(checked, unsafe=unsafe))


def reread(before: Document, chosen: Sequence[Suggestion], source: Source, judge: Rejudge) -> tuple[Document, Checked]:
    """The document and the findings of a file after edits. Raises UsageError when more has changed than what was meant to."""
    try:
        after, checked = judge(source)
    except UsageError as error:
        message = f"left as it was: with the better wording it could not be read ({error.message})"
        raise UsageError(message, where=error.where or source.name) from None
    compare(before, chosen, after)
    return after, checked


def edits(checked: Checked, document: Document, *, unsafe: bool, spared: Sequence[Span] = ()) -> list[Suggestion]:
    """What to put in unasked: one wording for each finding that has one.

    A text and its twin are mended alike or not at all. Nothing that overlaps a span of `spared` is changed; they are in order and
    do not overlap.
    """
    result: list[Suggestion] = []
    for forms in together(checked, document):
        better = [choice(one, unsafe=unsafe) for one in forms if one]
        possible = [edit for edit in better if edit and not _touches(edit, spared)]
        if len(possible) == len(forms):
            result += possible
    return result


def together(checked: Checked, document: Document) -> Iterator[list[Finding | None]]:
    """The findings of a file; one of a text that has a twin with the same finding there.

    None stands where a form of the text does not have it, or somebody wants it to stay.
    """
    forms = sorted(forms_of(document))
    shared: dict[tuple[tuple[int, ...], str, str], dict[int, list[Finding | None]]] = {}
    shown = [(one, one) for one in (*checked.report.findings, *checked.echoes)] + [(one, None) for one in checked.suppressed]
    for one, found in sorted(shown, key=lambda pair: pair[0].start):
        at = bisect_right(forms, one.start, key=lambda form: form.start) - 1
        if at >= 0 and one.start <= forms[at].end:
            same = shared.setdefault((forms[at].all, one.rule, " ".join(one.text.split())), {})
            same.setdefault(forms[at].number, []).append(found)
        elif found:
            yield [found]
    for (numbers, _, _), same in shared.items():
        yield from (list(row) for row in zip_longest(*(same.get(number, []) for number in numbers)))


def forms_of(document: Document) -> Iterator[Form]:
    """The texts that stand in the file in several forms."""
    groups: list[list[int]] = []
    for number, segment in enumerate(document.segments):
        if segment.twin and groups:
            groups[-1].append(number)
        else:
            groups.append([number])
    for group in groups:
        if len(group) > 1:
            yield from (Form(*extent(document.segments[number]), number, tuple(group)) for number in group)


def choice(finding: Finding, *, unsafe: bool) -> Suggestion | None:
    """The wording that a finding may be mended with unasked: a safe one; with `unsafe` also the only other one for its words.

    A wording with an open slot, a sentence, a placeholder and what is to be added are for a person to decide.
    """
    safe = next((one for one in finding.suggestions if one.safe and one.exact), None)
    if safe or not unsafe or finding.category not in CATEGORIES or finding.start == finding.end:
        return safe
    drop_ins = [one for one in finding.suggestions if (one.start, one.end) == (finding.start, finding.end)]
    only = drop_ins[0] if len(drop_ins) == 1 else None
    if only is None or not only.exact or not is_complete(only.text) or only.text.rstrip().endswith(FINAL):
        return None
    return only


def unsafely(checked: Checked, *, unsafe: bool) -> int:
    """How many findings would be mended with `unsafe` only; none when it was asked for."""
    if unsafe:
        return 0
    return sum(choice(one, unsafe=True) is not None and choice(one, unsafe=False) is None for one in checked.report.findings)


def silenced(checked: Checked) -> list[Span]:
    """The words that somebody wants to stay: those of findings that are not shown. Faults of a whole reply have none."""
    return united((one.start, one.end) for one in checked.suppressed if one.category in CATEGORIES)


def united(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def moved(spans: Iterable[Span], done: Sequence[Suggestion]) -> list[Span]:
    """Where spans are after edits, which touch none of them and are in order."""
    ends = [edit.end for edit in done]
    longer = list(accumulate((len(edit.text) - (edit.end - edit.start) for edit in done), initial=0))
    return [(start + by, end + by) for start, end in spans for by in (longer[bisect_right(ends, start)],)]


def _touches(edit: Suggestion, spans: Sequence[Span]) -> bool:
    at = bisect_left(spans, edit.end, key=lambda span: span[0])
    return at > 0 and spans[at - 1][1] > edit.start
