from __future__ import annotations

from datetime import datetime
from math import inf

import pytest

from coach.review.report import figures
from coach.review.scoring.record import Rate

RATE = Rate(12, 1340, 0.8955, 0.463, 1.564)


def test_a_rate_has_one_decimal_its_base_and_its_interval() -> None:
    assert figures.rated(RATE) == "0.9 per 100 sentences (0.5–1.6)"
    assert figures.brief(RATE) == "0.9 (0.5–1.6)"
    assert figures.rated(RATE, "conversations") == "0.9 per 100 conversations (0.5–1.6)"


def test_a_share_says_of_how_many() -> None:
    assert figures.shared(Rate(1500, 3000, 50.0, 48.2, 51.8)) == "50.0% (48.2–51.8), 1,500 of 3,000"


def test_what_has_no_end_is_a_dash() -> None:
    assert figures.brief(Rate(0, 0, 0.0, 0.0, inf)) == "0.0 (0.0––)"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "–"),
        (0.4, "0 s"),
        (45, "45 s"),
        (59.6, "1 min"),
        (125, "2 min 5 s"),
        (3599.7, "1 h"),
        (3720, "1 h 2 min"),
        (7199.9, "2 h"),
        (2 * 86400, "2.0 days"),
        (inf, "–"),
    ],
)
def test_durations(seconds: float | None, said: str) -> None:
    assert figures.duration(seconds) == said


@pytest.mark.parametrize(
    ("began", "ended", "said"),
    [
        (None, datetime(2026, 1, 1), ""),
        (datetime(2026, 11, 2, 8), datetime(2026, 11, 2, 19), "2 Nov 2026"),
        (datetime(2026, 9, 28), datetime(2026, 11, 29), "28 Sep – 29 Nov 2026"),
        (datetime(2025, 12, 30), datetime(2026, 1, 4), "30 Dec 2025 – 4 Jan 2026"),
    ],
)
def test_periods(began: datetime | None, ended: datetime | None, said: str) -> None:
    assert figures.period(began, ended) == said


@pytest.mark.parametrize(("week", "said"), [("2026-W47", "16 Nov"), ("2026-W01", "29 Dec"), ("2026-W60", "2026-W60"), ("x", "x")])
def test_weeks_are_told_by_their_monday(week: str, said: str) -> None:
    assert figures.from_day(week) == said
