"""Texts with statements (see `tags`): the ways they come out, so that every branch is judged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from coach.expressions import compiled
from coach.sources.document import Segment
from coach.sources.mapped import Builder, Mapped
from coach.sources.tags import APART, Block, Branch, Span, parse

STATEMENTS = r"\{[%#]|\{\{[-~]|[-~]\}\}|\{\{\s*(?:[#^/!]|else\b)"
"""The cheap question: without any of these nothing has to be decided."""

PLACEHOLDERS_ONLY = ("helpscout", "zammad")
"""Help desks that have no statements: Help Scout writes placeholders like them ({%customer.firstName%})."""

MOST, ALTOGETHER = 200, 5_000_000
"""The ways of one text that are read, and how many characters they may have together: a long text is read in fewer ways."""

Path = tuple[tuple[Block, Branch], ...]
"""A branch with those it stands in, outermost first, each with its block."""


def branched(segment: Segment) -> Segment:
    """A segment with statements as one way it comes out and `others`, so that every branch is in one of them."""
    text = segment.text.text
    if not has_statements(text, segment.dialect):
        return segment
    first, *others = (way.through(segment.text) for way in ways(text))
    return segment._replace(text=first, others=tuple(others))


def has_statements(text: str, dialect: str = "") -> bool:
    """Whether a text may come out in several ways, or holds tags that the customer will not see."""
    return "{" in text and dialect not in PLACEHOLDERS_ONLY and bool(compiled(STATEMENTS).search(text))


def ways(text: str) -> list[Mapped]:
    """The ways a text comes out, with runs that lead into it: few, but every branch is in one.

    Each way goes to the first branch that was in none before, and elsewhere to one that was in none and agrees with it: what a
    condition was found to be, it is wherever the way meets it again. So there are not more ways than branches.
    """
    found, _ = walked(text)
    return found


def most_ways(text: str) -> int:
    """In how many ways a text is read at most."""
    return max(2, min(MOST, ALTOGETHER // max(1, len(text))))


def walked(text: str) -> tuple[list[Mapped], list[Path]]:
    """The ways a text comes out, and the branches that are in none of them because there are too many."""
    parts = parse(text).parts
    left = paths = list(paths_of(parts))
    seen: set[int] = set()
    made: dict[str, Mapped] = {}
    for _ in range(most_ways(text)):
        fresh = {branch.number for path in left for _, branch in path}
        way = rendered(text, Way(left[0] if left else (), fresh, seen).spans(parts))
        made.setdefault(way.text, way)
        left = [path for path in paths if path[-1][1].number not in seen]
        if not left:
            break
    return [way for way in made.values() if way.text.strip()] or list(made.values())[:1], left


def paths_of(parts: Iterable[Span | Block], path: Path = ()) -> Iterator[Path]:
    """Every branch with those it stands in, in the order of the text."""
    for part in parts:
        if isinstance(part, Block):
            for branch in part.branches:
                here = (*path, (part, branch))
                yield here
                yield from paths_of(branch.parts, here)


class Conditions:
    """The conditions under which each character of a text comes out."""

    def __init__(self, text: str) -> None:
        paths = list(paths_of(parse(text).parts)) if "{" in text else []
        places = {path[-1][1].number: place for place, path in enumerate(paths)}
        self._starts = [path[-1][1].start for path in paths]
        self._found = [
            (branch.end, "\n".join(other.condition for other in block.branches), places[outer[-1][1].number] if outer else -1)
            for *outer, (block, branch) in paths
        ]

    def at(self, offset: int) -> Iterator[str]:
        """All the conditions of each block around an offset, innermost block first; some of them hold there, some do not."""
        place = bisect_right(self._starts, offset) - 1
        while place >= 0:
            end, condition, outer = self._found[place]
            if offset < end:
                yield condition
            place = outer


class Way:
    """One way through the branches: what it has found to hold, and where it still has to go."""

    def __init__(self, target: Path, fresh: set[int], seen: set[int]) -> None:
        """It goes to `target`, prefers branches whose numbers are `fresh`, and adds to `seen` those that it took."""
        self._forced = {branch.number for _, branch in target}
        self._fresh = fresh
        self._seen = seen
        self._values: dict[str, str] = {}
        self._denied: set[tuple[str, str]] = set()
        for block, branch in target:
            self._remember(block, branch)

    def spans(self, parts: Iterable[Span | Block]) -> Iterator[tuple[int, int, bool]]:
        """The stretches of the text that come out, and whether a new paragraph begins there."""
        for part in parts:
            if not isinstance(part, Block):
                yield *part, False
                continue
            branch = self._choose(part)
            self._remember(part, branch)
            self._seen.add(branch.number)
            yield branch.start, branch.start, part.name in APART
            yield from self.spans(branch.parts)
            yield branch.end, branch.end, part.name in APART

    def _choose(self, block: Block) -> Branch:
        """The branch to take: the one on the way to the target, else a fresh one that agrees, else one that agrees."""
        forced = [branch for branch in block.branches if branch.number in self._forced]
        agreeing = forced or list(self._agreeing(block)) or block.branches
        return next((branch for branch in agreeing if branch.number in self._fresh), agreeing[0])

    def _agreeing(self, block: Block) -> Iterator[Branch]:
        """The branches that may come out after what the way has met so far."""
        for branch in block.branches:
            holds = self._holds(branch)
            if holds is not False:
                yield branch
            if holds:
                return

    def _holds(self, branch: Branch) -> bool | None:
        """Whether the condition of a branch holds, None where nothing is known of it."""
        subject, value, negated = branch.fact
        if subject in self._values:
            return (self._values[subject] == value) != negated
        return negated if (subject, value) in self._denied else None

    def _remember(self, block: Block, branch: Branch) -> None:
        """Remember that the conditions before a branch do not hold and its own does."""
        for other in block.branches:
            subject, value, negated = other.fact
            if subject and (other is branch) != negated:
                self._values[subject] = value
            elif subject:
                self._denied.add((subject, value))
            if other is branch:
                return


def rendered(text: str, spans: Iterable[tuple[int, int, bool]]) -> Mapped:
    """The stretches of a text put together; whatever lies between them is markup of the file."""
    made = Builder()
    behind, apart = 0, False
    for start, end, paragraph in spans:
        apart = apart or paragraph
        if start < end:
            made.mark("\n\n" if apart and len(made) else "", behind, start)
            made.keep(text, start, end)
            behind, apart = end, False
    made.mark("", behind, len(text))
    return made.built()
