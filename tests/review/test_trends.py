"""Trends from the tables of a store: the right counts in the right week, and no change told that may be chance."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from coach.errors import UsageError
from coach.model import Finding
from coach.review import trends_report
from coach.review.record import Conversation, Reviewed, ReviewedTurn, Turn
from coach.review.rows import found
from coach.review.store import MEMORY, Store
from coach.review.trends import BY, Trends, trends

MONDAY = datetime(2026, 11, 2, 9, 0)  # of 2026-W45
LATER = date(2026, 12, 1)


def conversation(number: int, week: int, rules: list[str], agent: str = "Agent 1", sentences: int = 10) -> Reviewed:
    """A conversation of one turn with these findings, `week` weeks after the first."""
    when = MONDAY + timedelta(weeks=week, minutes=number)
    turn = Turn("agent", f"Text {number} {week}", agent, when)
    findings = tuple(Finding(rule, rule.partition("/")[0], "warning", 0, 4, "Text", "Why.") for rule in rules)
    talk = Conversation(f"{week}-{number}", (turn,), channel="chat", team="North" if number % 2 else "")
    return Reviewed(talk, (ReviewedTurn(0, turn, "en", sentences, findings),))


@pytest.fixture
def store() -> Iterator[Store]:
    """Three weeks of 50 conversations: blame falls from every conversation to none, jargon stays."""
    with Store.open(MEMORY) as opened:
        opened.add(
            found(
                conversation(
                    number,
                    week,
                    ["blame/forgot"] * (week < 1) + ["jargon/internal"] * (number % 5 == 0),
                    f"Agent {number % 2 + 1}",
                )
                for week in range(3)
                for number in range(50)
            )
        )
        yield opened


def line(found: Trends, name: str) -> list[tuple[int, int, float]]:
    (only,) = (one for one in found.lines if one.name == name)
    return [(rate.count, rate.base, rate.rate) for rate in only.rates]


def test_findings_are_counted_against_the_sentences_of_their_week(store: Store) -> None:
    by_category = trends(store.connection, "category", "week", LATER)
    assert by_category.periods == ("2026-W45", "2026-W46", "2026-W47")
    assert [one.name for one in by_category.lines] == ["blame", "jargon"]
    assert line(by_category, "blame") == [(50, 500, 10.0), (0, 500, 0.0), (0, 500, 0.0)]
    assert line(by_category, "jargon") == [(10, 500, 2.0)] * 3
    assert all(rate.low <= rate.rate <= rate.high for one in by_category.lines for rate in one.rates)


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("all", [""]),
        ("rule", ["blame/forgot", "jargon/internal"]),
        ("agent", ["Agent 1", "Agent 2"]),
        ("team", ["North", "no team given"]),
        ("channel", ["chat"]),
        ("language", ["en"]),
    ],
)
def test_what_can_be_followed(store: Store, by: str, names: list[str]) -> None:
    followed = trends(store.connection, by, "week", LATER)
    assert [one.name for one in followed.lines] == names
    assert sum(rate.count for one in followed.lines for rate in one.rates) == 80


def test_months(store: Store) -> None:
    store.add(found([conversation(1, 5, ["blame/forgot"])]))  # 7 December
    months = trends(store.connection, "category", "month", LATER)
    assert months.periods == ("2026-11", "2026-12")
    assert line(months, "blame") == [(50, 1500, pytest.approx(3.333, abs=0.001)), (1, 10, 10.0)]
    assert months.compared is None  # November alone is over


def test_the_first_days_of_january_belong_to_the_last_week_of_december() -> None:
    with Store.open(MEMORY) as store:
        turn = Turn("agent", "Hello", "Sam", datetime(2027, 1, 3, 12, 0))
        store.add(found([Reviewed(Conversation("c", (turn,)), (ReviewedTurn(0, turn, "en", 1),))]))
        assert trends(store.connection, "all", "week", LATER).periods == ("2026-W53",)


def test_a_change_beyond_chance_is_told_and_another_is_not(store: Store) -> None:
    store.connection.execute("DELETE FROM conversations WHERE conversation LIKE '2-%'")
    changes = {one.name: one.direction for one in trends(store.connection, "category", "week", LATER).changes}
    assert changes == {"blame": -1, "jargon": 0}


def test_a_week_that_is_not_over_is_not_compared(store: Store) -> None:
    in_the_third_week = date(2026, 11, 18)
    assert trends(store.connection, "category", "week", in_the_third_week).compared == ("2026-W45", "2026-W46")
    assert trends(store.connection, "category", "week", LATER).compared == ("2026-W46", "2026-W47")


def test_one_bad_day_of_one_agent_in_a_few_sentences_is_no_change() -> None:
    with Store.open(MEMORY) as store:
        store.add(found([conversation(1, 0, []), conversation(1, 1, ["blame/forgot"])]))
        assert [one.direction for one in trends(store.connection, "category", "week", LATER).changes] == [0]


def test_who_was_away_has_no_rate_and_is_not_compared() -> None:
    with Store.open(MEMORY) as store:
        store.add(found([conversation(1, 0, [], "Ada"), conversation(2, 0, [], "Bo"), conversation(2, 1, [], "Bo")]))
        followed = trends(store.connection, "agent", "week", LATER)
        assert line(followed, "Ada") == [(0, 10, 0.0), (0, 0, 0.0)]
        assert [one.name for one in followed.changes] == ["Bo"]


def test_disputed_findings_are_not_counted(store: Store) -> None:
    store.connection.execute("UPDATE findings SET disputed = 'fair' WHERE rule = 'blame/forgot'")
    assert [one.name for one in trends(store.connection, "category", "week", LATER).lines] == ["jargon"]


def test_what_has_no_time_is_counted_apart(store: Store) -> None:
    turn = Turn("agent", "Hello", "Sam")
    store.add(found([Reviewed(Conversation("c", (turn,)), (ReviewedTurn(0, turn, "en", 1),))]))
    assert trends(store.connection, "all", "week", LATER).undated == 1


def test_an_empty_file() -> None:
    with Store.open(MEMORY) as store:
        for by in BY:
            nothing = trends(store.connection, by, "month", LATER)
            assert (nothing.periods, nothing.lines, nothing.changes) == ((), (), ())
            assert trends_report.text(nothing).startswith("Nothing to follow")
            assert trends_report.csv(nothing).count("\n") == 1


@pytest.mark.parametrize(("by", "period"), [("agents", "week"), ("agent", "day")])
def test_what_cannot_be_followed(store: Store, by: str, period: str) -> None:
    with pytest.raises(UsageError, match="cannot be"):
        trends(store.connection, by, period)


def test_the_table_for_a_terminal(store: Store) -> None:
    written = trends_report.text(trends(store.connection, "category", "week", date(2026, 11, 18)))
    lines = written.splitlines()
    assert lines[2].split() == ["2026-W45", "2026-W46", "2026-W47"]
    assert lines[3].startswith("blame   10.0 (")
    assert "  fewer blame: 10.0 (" in written
    assert "jargon:" not in written  # the same in both weeks


def test_a_narrow_terminal_has_the_last_weeks_and_says_so(store: Store) -> None:
    written = trends_report.text(trends(store.connection, "category", "week", LATER), 45)
    assert written.splitlines()[2].split() == ["2026-W46", "2026-W47"]
    assert "1 earlier week:" in written
    assert max(map(len, written.splitlines()[2:5])) <= 45


def test_csv_and_json_have_every_figure(store: Store) -> None:
    followed = trends(store.connection, "category", "week", LATER)
    rows = list(csv.DictReader(io.StringIO(trends_report.csv(followed))))
    assert len(rows) == 6
    assert (rows[0]["name"], rows[0]["period"], rows[0]["findings"], rows[0]["sentences"]) == ("blame", "2026-W45", "50", "500")
    read = json.loads(trends_report.json(followed))
    assert read["periods"] == ["2026-W45", "2026-W46", "2026-W47"]
    assert read["lines"][0]["rates"][0]["findings"] == 50
    assert read["compared"] == ["2026-W46", "2026-W47"]


def test_a_name_that_is_a_formula_computes_nothing() -> None:
    with Store.open(MEMORY) as store:
        store.add(found([conversation(1, 0, [], "=1+1\n\x1b[31m")]))
        followed = trends(store.connection, "agent", "week", LATER)
        assert "'=1+1" in trends_report.csv(followed)
        assert "\x1b" not in trends_report.text(followed)
