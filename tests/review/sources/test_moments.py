"""Times as exports write them, and turns in the order in which they were said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from coach.review.record import Turn
from coach.review.sources.finishing import ordered
from coach.review.sources.moments import moment, reader, seconds

NINE = datetime(2026, 3, 4, 9, 5)


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-04T09:05:00Z",
        "2026-03-04 09:05:00",
        "2026-03-04T10:05:00+01:00",
        "2026-03-04T09:05",
        NINE,
        NINE.replace(tzinfo=UTC),
        NINE.replace(hour=12, tzinfo=timezone(timedelta(hours=3))),
        1772615100,
        1772615100.0,
        "1772615100",
        1772615100000,
        1772615100000000,
    ],
)
def test_one_moment_in_many_ways(value: object) -> None:
    assert moment(value) == NINE


@pytest.mark.parametrize(
    "value", ["", None, "yesterday", "12", 12, -5, 1e300, float("nan"), True, [], "9" * 400, "0001-01-01T00:00+23:00"]
)
def test_what_is_no_moment(value: object) -> None:
    assert moment(value) is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Wed Mar 04 09:05:00 +0000 2026"], NINE),
        (["Wed, 04 Mar 2026 10:05:00 +0100"], NINE),
        (["04.03.2026 09:05", "28.03.2026 11:00"], NINE),
        (["04/03/2026 09:05", "28/03/2026 11:00"], NINE),
        (["03/04/2026 09:05", "03/28/2026 11:00"], NINE),  # another row says that the month comes first
        (["03/04/2026 9:05 AM", "03/28/2026 1:00 PM"], NINE),
        (["04.03.2026"], datetime(2026, 3, 4)),
        (["2026-03-04T09:05:00Z", "rubbish"], NINE),
    ],
)
def test_the_way_of_a_file_is_found_from_its_times(texts: list[str], expected: datetime) -> None:
    assert reader(texts)(texts[0]) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(1.5, 1.5), ("2.25", 2.25), (0, 0.0), ("", None), (None, None), (True, None), (-1, None)]
)
def test_seconds(value: object, expected: float | None) -> None:
    assert seconds(value) == expected


def said(*times: int | None) -> list[Turn]:
    return [
        Turn("agent", f"{place}", time=None if time is None else NINE + timedelta(minutes=time))
        for place, time in enumerate(times)
    ]


@pytest.mark.parametrize(
    ("times", "order"),
    [
        ((1, 2, 3), "012"),
        ((2, 1, 3), "102"),
        ((1, 1, 1), "012"),  # nothing says otherwise
        ((3, 3, 1), "210"),  # the newest first: also those of one moment
        ((1, 3, 3, 2), "0312"),  # mixed up: those of one moment as they were
        ((2, None, 1), "210"),
        ((3, None, 1, 2), "2130"),
        ((None, None), "01"),
        ((), ""),
    ],
)
def test_turns_are_put_in_order(times: tuple[int | None, ...], order: str) -> None:
    assert "".join(turn.text for turn in ordered(said(*times))) == order


def test_offsets_order_what_has_no_times() -> None:
    turns = [Turn("agent", "b", offset=4.5), Turn("agent", "a", offset=1.0)]
    assert [turn.text for turn in ordered(turns)] == ["a", "b"]
