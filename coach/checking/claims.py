"""Which comment silences a finding: where it reaches, which rules and words it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.checking.comments import DISABLE, ENABLE, FILE, IGNORE, NEXT, Directive, Named, decoded, line_starts, suffix_of
from coach.expressions import compiled
from coach.model import Finding

EVERY = Named("", 0, 0)
"""What stands for every rule, in a comment that names none."""

REACH = {IGNORE: 0, NEXT: 0, DISABLE: 1, FILE: 2}
"""From the nearest comment to the farthest."""

MARKS = str.maketrans("’‘‚‛“”„‟«»", "''''" + '"' * 6)
AROUND = 200
"""How far around a finding the words of a comment are looked for, in code points."""


class Claim(NamedTuple):
    """One rule that a comment is about; `ends` are the comments that may end a range."""

    directive: Directive
    named: Named
    ends: tuple[tuple[Directive, Named], ...] = ()


class Place(NamedTuple):
    """A finding, the part of the file that it is about, and the words before and behind it as they are compared."""

    finding: Finding
    start: int
    end: int
    before: str = ""
    behind: str = ""


class Claims:
    """What the comments of a file silence, found by line so that many comments and many findings take no longer."""

    def __init__(self, directives: Sequence[Directive], text: str, name: str) -> None:
        """`directives` are in the order of the file."""
        self.all = claims_of(directives)
        self._directives = directives
        self._begins = [one.start for one in directives]
        self._text = text
        self._suffix = suffix_of(name)
        self._wordy = any(claim.named.words for claim in self.all)
        self._lines = line_starts(text) if self.all else [0]
        self._on_line: dict[int, list[int]] = {}
        self._farther = [number for number, claim in enumerate(self.all) if REACH[claim.directive.verb]]
        for number, claim in enumerate(self.all[: len(self.all) - len(self._farther)]):
            for line in self._lines_of(claim.directive.first, claim.directive.last):
                self._on_line.setdefault(line, []).append(number)

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is made of the words of a comment, which are nobody's reply."""
        one = self._comment_at(finding.start)
        return one is not None and finding.start < finding.end <= one.end

    def silencing(self, finding: Finding) -> int | None:
        """The number of the nearest claim that silences a finding, None when it is to be shown."""
        if not self.all:
            return None
        where = self._place(finding)
        return next((number for number in self._near(where) if silences(self.all[number], where)), None)

    def first_words(self, start: int) -> int:
        """Behind the first character from an offset on that is no space, and in no comment to coach."""
        at = start
        while found := compiled(r"\S").search(self._text, at):
            comment = self._comment_at(found.start())
            if comment is None:
                return found.end()
            at = comment.end
        return start

    def _comment_at(self, offset: int) -> Directive | None:
        number = bisect_right(self._begins, offset) - 1
        return self._directives[number] if number >= 0 and offset < self._directives[number].end else None

    def _lines_of(self, start: int, end: int) -> range:
        return range(bisect_right(self._lines, start) - 1, bisect_right(self._lines, max(start, end - 1)))

    def _near(self, where: Place) -> Iterator[int]:
        numbers = {number for line in self._lines_of(where.start, where.end) for number in self._on_line.get(line, ())}
        yield from sorted(numbers)
        yield from self._farther

    def _place(self, finding: Finding) -> Place:
        """Where a finding stands; one with nothing to point at stands at the start of its text, up to the first words."""
        start, end = finding.start, finding.end
        if end <= start:
            return Place(finding, start, max(self.first_words(start), start + 1))
        if not self._wordy:
            return Place(finding, start, end)
        before = decoded(self._text, max(0, start - AROUND), start, self._suffix).text
        behind = decoded(self._text, end, min(len(self._text), end + AROUND), self._suffix).text
        return Place(finding, start, end, folded(before), folded(behind))


def claims_of(directives: Sequence[Directive]) -> list[Claim]:
    """What comments silence, those nearest to a finding first."""
    sound = [one for one in directives if not one.problem]
    ends = tuple((one, named) for one in sound if one.verb == ENABLE for named in one.rules or (EVERY,))
    claims = [
        Claim(one, named, ends if one.verb == DISABLE else ())
        for one in sound
        if one.verb != ENABLE
        for named in one.rules or (EVERY,)
    ]
    return sorted(claims, key=lambda claim: REACH[claim.directive.verb])


def silences(claim: Claim, where: Place) -> bool:
    """Whether a comment reaches a finding and is about it."""
    one, last = claim.directive, claim.directive.last
    if where.end <= one.first or where.start >= last or not about(claim.named, where):
        return False
    if one.verb == DISABLE:
        last = next((end.start for end, named in claim.ends if end.start >= one.end and about(named, where)), last)
    return where.start < last


def about(named: Named, where: Place) -> bool:
    """Whether a rule that a comment names, with its words, is that of a finding."""
    rule = where.finding.rule
    if named.rule not in ("", rule, rule.partition("/")[0]):
        return False
    return not named.words or has_words(folded(named.words).strip(), where)


def folded(words: str) -> str:
    """Words as they are compared: without capitals, with straight marks and single spaces."""
    return compiled(r"\s+").sub(" ", words.casefold().translate(MARKS))


def has_words(words: str, where: Place) -> bool:
    """Whether a finding flags words, or is a part of them."""
    flagged = folded(where.finding.text).strip()
    if compiled(rf"(?<![\w']){re.escape(words)}(?![\w'])").search(flagged):
        return True
    around = where.before + flagged + where.behind
    begin, end = len(where.before), len(where.before) + len(flagged)
    at = around.find(words, max(0, end - len(words)))
    return 0 <= at <= begin and at + len(words) >= end
