from __future__ import annotations

from collections.abc import Callable

from coach.library.xray import XRay

Examine = Callable[..., XRay]

ERROR, WARNING, HINT = ("blame/forgot", "error"), ("negative/cannot", "warning"), ("vague/may", "hint")


def test_usage_times_weight(examine: Examine) -> None:
    one = examine(
        {"name": "seldom", "text": "abc", "usage": 10, "findings": [ERROR, ERROR]},
        {"name": "often", "text": "abcd", "usage": 500, "findings": [WARNING]},
        {"name": "clean", "text": "x", "usage": 90_000},
        {"name": "never", "text": "abcde", "usage": 0, "findings": [ERROR]},
    )
    assert one.first.by_usage
    assert [(found.place.macro, found.weight, found.sent) for found in one.first.urgent] == [
        ("often", 8, 500),
        ("seldom", 40, 10),
        ("never", 20, 0),
    ]
    assert round(one.first.share(1), 3) == round(4000 / 4400, 3)


def test_weight_alone_where_nobody_counts(examine: Examine) -> None:
    one = examine(
        {"name": "hint", "text": "abc", "findings": [HINT]},
        {"name": "error", "text": "abcd", "findings": [ERROR, HINT]},
        {"name": "known", "text": "abcde", "usage": 900, "findings": [WARNING]},
    )
    assert not one.first.by_usage
    assert [(found.place.macro, found.weight) for found in one.first.urgent] == [("error", 22), ("known", 8), ("hint", 2)]


def test_the_gravest_findings_are_quoted_with_their_places(examine: Examine) -> None:
    (found,) = examine({"text": "abcdef", "findings": [HINT, WARNING, HINT, ERROR, WARNING]}).first.urgent
    assert [(rule, place.column) for rule, place in found.quoted] == [
        ("blame/forgot", 4),
        ("negative/cannot", 2),
        ("negative/cannot", 5),
    ]
    assert found.findings == (("error", 1), ("warning", 2), ("hint", 2))


def test_what_the_library_shows_counts_too(examine: Examine) -> None:
    one = examine({"name": "late", "text": "Valid until 31.12.2024."}, {"name": "clean", "text": "Hello."})
    assert [(found.place.macro, found.weight, found.besides) for found in one.first.urgent] == [
        ("late", 8, ("31.12.2024 has passed",))
    ]


def test_of_two_answers_the_rarer_one_is_to_be_mended(examine: Examine) -> None:
    rows = [{"name": "Returns", "text": f"You can return it within {days} days."} for days in (14, 14, 30)]
    assert [found.macro for found in examine(*rows).first.urgent] == [2]


def test_of_one_against_one_both_are(examine: Examine) -> None:
    rows = [{"name": "Returns", "text": f"You can return it within {days} days."} for days in (14, 30)]
    assert [found.besides for found in examine(*rows).first.urgent] == [
        ("says 14 days, another says 30 days",),
        ("says 30 days, another says 14 days",),
    ]


def test_a_clean_library_has_nothing_to_mend(examine: Examine) -> None:
    one = examine({"text": "Hello."})
    assert one.first.urgent == ()
    assert one.first.share(10) == 0
    assert not one.has_issues
