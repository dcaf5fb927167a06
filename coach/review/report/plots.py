"""The plots of the page as SVG, drawn by hand.

A plotting library would bring megabytes, a script of its own and styles that the page's content security policy forbids; these
are a line, a few columns and bars. Colours come from the classes of page.css, so that they follow the light, dark and printed
page. All functions are pure; what they give is markup in which every text is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, isfinite, log10
from typing import NamedTuple

from markupsafe import Markup, escape

from coach.reports.display import one_line
from coach.review.report.choosing import scale
from coach.review.report.figures import brief, decimal, from_day, monday
from coach.review.scoring.record import Rate, Slice, Span

LEFT, RIGHT, TOP, BOTTOM = 40, 16, 22, 30
"""Pixels around the drawing: the figures of the axis, half a label, the last figure, the labels below."""
MOST_LABEL = 14
"""Code points of a label below a column."""
STEPS = (1, 2, 2.5, 5, 10)
TICKS = 4


class Frame(NamedTuple):
    """The area of a drawing: width and height in pixels, and the value at the top of the axis."""

    width: int
    height: int
    top: float

    def y(self, value: float) -> float:
        """Where a value stands; what is beyond the top is cut."""
        return self.height - BOTTOM - (self.height - TOP - BOTTOM) * min(max(value, 0.0), self.top) / self.top


def bar(rate: Rate, top: float, mark: float | None = None) -> Markup:
    """A small bar with its interval as a line over it, and a mark where the rate of all stands; everything in percent, so that it
    takes the width of its place.
    """
    high = min(rate.high, top) if isfinite(rate.high) else top
    low = min(rate.low, top)
    drawing = Markup('<rect class="b" width="{}%" height="100%"/>').format(_percent(min(rate.rate, top), top))
    drawing += Markup('<rect class="i" x="{}%" width="{}%"/>').format(_percent(low, top), _percent(high - low, top))
    if mark is not None and mark <= top:
        drawing += Markup('<rect class="m" x="{}%"/>').format(_percent(mark, top))
    return Markup('<svg class="bar" aria-hidden="true">{}</svg>').format(drawing)


def trend(weeks: Sequence[Slice], name: str, size: str, width: int, height: int) -> Markup:
    """A line of the rate by week with its interval as a band; `name` is its own on the page, `size` its class."""
    rates = [week.findings for week in weeks]
    frame = Frame(width, height, *_axis(scale(rates))[:1])
    xs = _places(weeks, width)
    upper = [(x, frame.y(rate.high if isfinite(rate.high) else frame.top)) for x, rate in zip(xs, rates, strict=True)]
    lower = [(x, frame.y(rate.low)) for x, rate in zip(xs, rates, strict=True)]
    line = [(x, frame.y(rate.rate)) for x, rate in zip(xs, rates, strict=True)]
    dots = Markup("").join(
        Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3.5"><title>{}: {}</title></circle>').format(
            x, y, from_day(week.name), brief(week.findings)
        )
        for (x, y), week in zip(line, weeks, strict=True)
    )
    ends = Markup("").join(
        Markup('<text class="figure" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(
            line[at][0], max(12.0, upper[at][1] - 7), decimal(rates[at].rate)
        )
        for at in (0, len(line) - 1)
    )
    drawing = (
        Markup('<polygon class="band" points="{}"/><polyline class="line" points="{}"/>').format(
            _points([*upper, *reversed(lower)]), _points(line)
        )
        + dots
        + ends
        + _labels([(x, from_day(week.name)) for x, week in zip(xs, weeks, strict=True)], frame)
    )
    first, last = (f"{brief(week.findings)} in the week of {from_day(week.name)}" for week in (weeks[0], weeks[-1]))
    return _svg(frame, name, size, "Findings per 100 sentences by week", f"From {first} to {last}.", drawing)


def histogram(spans: Sequence[Span], name: str, size: str, width: int, height: int) -> Markup:
    """How long answers took: two columns a span, first and later answers, each as a share of its kind."""
    firsts, laters = sum(span.first for span in spans), sum(span.later for span in spans)
    shares = [(share(span.first, firsts), share(span.later, laters)) for span in spans]
    frame = Frame(width, height, _axis(max(max(pair) for pair in shares) or 1.0)[0])
    slot = (width - LEFT - RIGHT) / len(spans)
    column = min(34.0, slot * 0.36)
    columns, labels = Markup(""), []
    for at, (span, pair) in enumerate(zip(spans, shares, strict=True)):
        middle = LEFT + slot * (at + 0.5)
        labels.append((middle, one_line(span.label, MOST_LABEL)))
        for of, left, value in (("first", middle - column - 1, pair[0]), ("later", middle + 1, pair[1])):
            y = frame.y(value)
            columns += Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
                of, left, y, column, frame.y(0) - y
            )
            if value >= 0.5:
                columns += Markup('<text class="figure" x="{:.1f}" y="{:.1f}" text-anchor="middle">{:.0f}</text>').format(
                    left + column / 2, y - 4, value
                )
    kind = 0 if firsts else 1
    most, longest = max(zip((pair[kind] for pair in shares), spans, strict=True), key=lambda pair: pair[0])
    said = f"Most {('first', 'later')[kind]} answers, {decimal(most)}%, took {one_line(longest.label)}."
    drawing = columns + _labels(labels, frame)
    return _svg(frame, name, size, "How long customers waited: share of answers in percent", said, drawing)


def share(part: int, whole: int) -> float:
    """Percent."""
    return 100 * part / whole if whole else 0.0


def _percent(value: float, top: float) -> str:
    return f"{100 * max(value, 0.0) / top:.1f}".removesuffix(".0") if top > 0 else "0"


def _axis(highest: float) -> tuple[float, float]:
    """The top of an axis and its step: round figures, at most TICKS steps of them."""
    rough = highest / TICKS
    power = 10.0 ** floor(log10(rough))
    step = next((size * power for size in STEPS if size * power >= rough * 0.999), 10 * power)
    return step * ceil(highest / step - 0.001), step


def _places(weeks: Sequence[Slice], width: int) -> list[float]:
    """Where the weeks stand: by date, so that weeks without conversations leave a gap."""
    days = [monday(week.name) for week in weeks]
    known = [one.toordinal() for one in days if one is not None]
    at = known if len(known) == len(weeks) and known[-1] > known[0] else list(range(len(weeks)))
    reach = (at[-1] - at[0]) or 1
    start, end = LEFT + 18, width - RIGHT - 18
    return [start + (end - start) * (one - at[0]) / reach for one in at]


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _labels(labels: Sequence[tuple[float, str]], frame: Frame) -> Markup:
    """The labels below, as many as have room; the last always."""
    widest = max(len(label) for _, label in labels) * 6.6 + 10
    shown: list[tuple[float, str]] = []
    for x, label in reversed(labels):
        if not shown or shown[-1][0] - x >= widest:
            shown.append((x, label))
    return Markup("").join(
        Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(x, frame.height - 10, label) for x, label in shown
    )


def _svg(frame: Frame, name: str, size: str, title: str, said: str, drawing: Markup) -> Markup:
    """The drawing with its axis, and what it shows in words for those who do not see it."""
    step = _axis(frame.top)[1]
    grid = Markup("").join(
        Markup(
            '<line class="grid" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/><text x="{}" y="{:.1f}" text-anchor="end">{:g}</text>'
        ).format(
            LEFT, frame.width - RIGHT, frame.y(step * tick), frame.y(step * tick), LEFT - 6, frame.y(step * tick) + 4, step * tick
        )
        for tick in range(round(frame.top / step) + 1)
    )
    return Markup(
        '<svg class="plot {}" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title" aria-describedby="{}-desc">'
        '<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}{}</svg>'
    ).format(size, frame.width, frame.height, name, name, name, escape(title), name, escape(said), grid, drawing)
