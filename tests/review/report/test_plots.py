from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise
from math import inf

import pytest

from coach.review.report.plots import bar, histogram, trend
from coach.review.scoring.record import Rate
from tests.review.report.example import report, spans

SVG = "{http://www.w3.org/2000/svg}"


def drawn(markup: str) -> ET.Element:
    """The drawing as a browser reads it; fails on markup that is not well formed."""
    return ET.fromstring(str(markup).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_a_trend_has_a_dot_a_week_and_says_what_it_shows() -> None:
    drawing = drawn(trend(report().weeks, "trend-broad", "broad", 860, 250))
    assert drawing.get("role") == "img"
    assert len(drawing.findall(f"{SVG}circle")) == 9
    names = [drawing.get("aria-labelledby"), drawing.get("aria-describedby")]
    assert [drawing.find(f"*[@id='{name}']") is not None for name in names] == [True, True]
    assert (drawing.findtext(f"{SVG}desc") or "").startswith("From 13.9 (12.3–15.7) in the week of 28 Sep to 7.6")


def test_weeks_without_conversations_leave_a_gap() -> None:
    weeks = report().weeks
    drawing = drawn(trend((weeks[0], weeks[1], weeks[3]), "a", "broad", 860, 250))
    first, second, last = (float(dot.get("cx", "")) for dot in drawing.iter(f"{SVG}circle"))
    assert last - second == pytest.approx(2 * (second - first), abs=0.3)


@pytest.mark.parametrize("names", [("2026-W40", "x"), ("2026-W40", "2026-W40")])
def test_weeks_of_other_names_stand_at_equal_distances(names: tuple[str, str]) -> None:
    weeks = [week._replace(name=name) for week, name in zip(report().weeks, names, strict=False)]
    drawn(trend(weeks, "a", "broad", 860, 250))


@pytest.mark.parametrize("rate", [Rate(0, 0, 0.0, 0.0, inf), Rate(0, 100, 0.0, 0.0, 3.7), Rate(50, 5, 1000.0, 742.0, 1318.0)])
def test_strange_rates_stay_inside_the_drawing(rate: Rate) -> None:
    weeks = [week._replace(findings=rate) for week in report().weeks[:2]]
    for dot in drawn(trend(weeks, "a", "broad", 860, 250)).iter(f"{SVG}circle"):
        assert 0 <= float(dot.get("cy", "")) <= 250


def test_labels_of_many_weeks_do_not_run_into_each_other() -> None:
    weeks = report(weeks=13).weeks
    drawing = drawn(trend(weeks, "a", "narrow", 340, 220))
    places = sorted(float(label.get("x", "")) for label in drawing.iter(f"{SVG}text") if label.get("y") == "210")
    assert min(right - left for left, right in pairwise(places)) >= 45


def test_a_histogram_has_two_columns_a_span_in_percent_of_each_kind() -> None:
    drawing = drawn(histogram(spans(), "h", "broad", 860, 250))
    assert len(drawing.findall(f"{SVG}rect")) == 12
    figures = [int(label.text or 0) for label in drawing.findall(f"{SVG}text") if label.get("class") == "figure"]
    assert 195 <= sum(figures) <= 205


def test_labels_are_escaped() -> None:
    broken = [span._replace(label="<script>") for span in spans()]
    assert "<script>" not in histogram(broken, "h", "broad", 860, 250)


def test_a_bar_is_never_longer_than_its_place() -> None:
    drawing = drawn(bar(Rate(9, 100, 9.0, 4.1, 17.1), 5.0, 3.0))
    assert [part.get("width") for part in drawing] == ["100%", "18%", None]
    assert drawing[2].get("x") == "60%"
    assert len(drawn(bar(Rate(9, 100, 9.0, 4.1, inf), 5.0, 30.0))) == 2
