"""Whether a file says after edits what it was meant to say: its texts changed as intended, and nothing else did."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from coach.checking.placing import written
from coach.errors import UsageError
from coach.expressions import compiled
from coach.model import Suggestion
from coach.sources.document import Document, Segment
from coach.sources.files import Source
from coach.sources.mapped import AS_IT_IS, MARKUP, Mapped, Run

LINE_END = r"\r\n?|\n"


class Edit(NamedTuple):
    """An edit of a file, and where its wording begins in the file with all edits."""

    made: Suggestion
    start: int


def compare(before: Document, made: Sequence[Suggestion], after: Document) -> None:
    """Raise UsageError unless `after` is `before` with the edits `made`, which are in order and do not overlap.

    There must be the same texts under the same names. A text must be what it was, but where it was edited, and there it must
    hold what the file writes as the edit did.
    """
    edits: list[Edit] = []
    longer = 0
    for one in made:
        edits.append(Edit(one, one.start + longer))
        longer += len(one.text) - (one.end - one.start)
    if len(before.segments) != len(after.segments):
        raise _refusal(before.source, made[0])
    starts = [one.start for one in made]
    met: set[Edit] = set()
    for old, new in zip(before.segments, after.segments, strict=True):
        ways, became = (old.text, *old.others), (new.text, *new.others)
        low, high = extent(old)
        own = edits[bisect_left(starts, low) : bisect_right(starts, high)]
        fits = _described(old) == _described(new) and len(ways) == len(became)
        for way, result in zip(ways, became, strict=False):
            found = _made_in(way, own, result, new) if fits else None
            if found is None:
                nearest = own[0].made if own else made[max(0, bisect_right(starts, low) - 1)]
                raise _refusal(before.source, nearest)
            met.update(found)
    lost = [one.made for one in edits if one not in met]
    if lost:
        raise _refusal(before.source, lost[0])


def extent(segment: Segment) -> tuple[int, int]:
    """The part of the file in which a text stands."""
    runs = [run for way in (segment.text, *segment.others) for run in way.runs]
    return min((run.origin for run in runs), default=0), max((run.origin + run.width for run in runs), default=0)


def place_in(way: Mapped, start: int, end: int) -> tuple[int, int] | None:
    """The span of a text that a span of its file stands for; None where it does not stand for text exactly."""
    return _place(way, _prose(way), start, end)


def wrote(wording: str, segment: Segment) -> str | None:
    """A wording as the file writes it; None for one that cannot stand there."""
    try:
        return written(wording, segment)
    except ValueError:
        return None


def _described(segment: Segment) -> tuple[object, ...]:
    """What a file says of a text."""
    return (
        segment.name, segment.lang, segment.channel, segment.usage, segment.updated,
        segment.retired, segment.twin, segment.writable, segment.dialect,
    )  # fmt: skip


def _made_in(way: Mapped, edits: Sequence[Edit], result: Mapped, segment: Segment) -> list[Edit] | None:
    """Those of the edits that a text shows, None when it is not what they should have made of it."""
    found: list[Edit] = []
    done = shown = 0  # how far both texts are the same
    runs, runs_then = (_prose(way), _prose(result)) if edits else ([], [])
    for edit in edits:
        place = _place(way, runs, edit.made.start, edit.made.end)
        if place is None:
            continue  # it is of a branch that does not come out here
        begin = shown + place[0] - done
        end = begin
        if edit.made.text:
            then = _place(result, runs_then, edit.start, edit.start + len(edit.made.text))
            end = then[1] if then and then[0] == begin else -1
        if way.text[done : place[0]] != result.text[shown:begin] or wrote(result.text[begin:end], segment) != edit.made.text:
            return None
        found.append(edit)
        done, shown = place[1], end
    return found if way.text[done:] == result.text[shown:] else None


def _prose(way: Mapped) -> list[Run]:
    """The runs of a text that are text of the file, in the order of the file."""
    return sorted((run for run in way.runs if run.kind != MARKUP and run.length), key=lambda run: run.origin)


def _place(way: Mapped, runs: list[Run], start: int, end: int) -> tuple[int, int] | None:
    """As `place_in`, with the prose of the text."""
    first = bisect_right(runs, start, key=lambda run: run.origin) - 1
    last = bisect_left(runs, end, key=lambda run: run.origin) - 1
    if start == end:
        # Behind the text that ends here, or else in front of the text that begins here.
        places = [_inside(runs[number], start) for number in (last, first) if number >= 0]
        return next(((place, place) for place in places if way.span(place, place) == (start, end)), None)
    if first < 0 or last < 0:
        return None
    place = _inside(runs[first], start), _inside(runs[last], end)
    return place if place[0] < place[1] and way.span(*place) == (start, end) else None


def _inside(run: Run, offset: int) -> int:
    """The offset in the text of a place in a run; of one in the middle of an escape, the end of what it stands for."""
    passed = offset - run.origin
    return run.start + (min(passed, run.length) if run.kind == AS_IT_IS or not passed else run.length)


def _refusal(source: Source, edit: Suggestion) -> UsageError:
    lines = compiled(LINE_END).split(source.text[: edit.start])
    message = "left as it was: a better wording here would change more than the text"
    where = f"{source.name}:{len(lines)}:{len(lines[-1]) + 1}"
    return UsageError(message, where=where, hint="mend it by hand, or leave the rule out with --ignore")
