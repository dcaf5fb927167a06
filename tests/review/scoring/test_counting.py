"""Counts against a store small enough to count by hand."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from coach.errors import UsageError
from coach.review.scoring import counting, happenings, tables
from coach.review.scoring.counting import ALL, counts, found_rules, natural, same
from coach.review.scoring.intervals import Sums
from coach.review.scoring.tables import Period

from .conftest import Add

BLAME, VAGUE = ("blame/forgot", 0, 3, "error"), ("vague/soon", 4, 8, "hint")
OCTOBER = Period("2026-10", datetime(2026, 10, 1), datetime(2026, 11, 1))
NOVEMBER = Period("2026-11", datetime(2026, 11, 1), datetime(2026, 12, 1))


@pytest.fixture
def filled(connection: Any, add: Add) -> Any:
    """Three conversations: Ada and Jo in one, Ada alone in two, the last of which is in a language that is not judged."""
    add(
        1,
        [
            {"role": "customer", "events": [("customer/upset", 0, 4)]},
            {
                "agent": "Ada",
                "sentences": 3,
                "findings": [BLAME, VAGUE],
                "waited": 30.0,
                "events": [("thread/acknowledged", 0, 3)],
            },
            {"role": "customer", "events": [("customer/thanks", 0, 4)]},
            {"agent": "Jo", "sentences": 2, "findings": [VAGUE], "waited": 90.0},
        ],
        team="A",
        began=datetime(2026, 10, 5, 9),
        left_out=2,
    )
    add(
        2,
        [
            {"role": "customer", "events": [("customer/patience-lost", 0, 4)]},
            {"agent": "Ada", "sentences": 5, "findings": [BLAME, BLAME], "waited": 600.0, "events": [("good/owns", 0, 1)] * 2},
            {"agent": "Ada", "sentences": 1, "findings": [VAGUE], "disputed": "a date follows"},
        ],
        team="B",
        channel="email",
        began=datetime(2026, 11, 5, 9),
    )
    add(3, [{"agent": "Ada", "sentences": 9, "events": [("good/owns", 0, 1)]}], language=None)
    tables.prepare(connection, (OCTOBER, NOVEMBER))
    return connection


def test_counts_by_agent(filled: Any) -> None:
    found = counts(filled, "agent", same((ALL, "blame", "vague/soon", "error")))
    assert found.volumes["Ada"][:3] == (3, 4, 9)
    assert found.volumes["Jo"][:3] == (1, 1, 2)
    # Conversations of Ada: 2 findings in 3 sentences, 2 in 6, none in none.
    assert found.sums("Ada", ALL) == Sums(3, 4, 9, 2 * 2 + 2 * 2, 2 * 3 + 2 * 6, 3 * 3 + 6 * 6)
    assert found.sums("Ada", "vague/soon").found == 1  # the disputed one is not counted
    assert found.sums("Jo", "blame") == Sums(1, 0, 2, 0, 0, 4)
    assert found.conversations("Ada", "blame") == 2
    assert found.sums("Ada", "error").found == 3
    assert found.total(ALL).found == 5


def test_a_label_may_stand_for_several_rules(filled: Any) -> None:
    found = counts(filled, "all", {"tone": ("blame", "vague/soon")})
    assert found.sums(ALL, "tone") == Sums(3, 5, 11, 3 * 3 + 2 * 2, 3 * 5 + 2 * 6, 5 * 5 + 6 * 6)


def test_what_is_in_a_label_twice_counts_once(filled: Any) -> None:
    found = counts(filled, "all", {"tone": ("blame", "blame/forgot", "error")})
    assert found.sums(ALL, "tone").found == counts(filled, "all", same(("blame",))).sums(ALL, "blame").found == 3


def test_labels_that_were_not_asked_for_are_not_there(filled: Any) -> None:
    assert {label for _, label in counts(filled, "agent", same(("vague/soon",))).counted} == {"vague/soon"}


def test_there_is_no_other_dimension(filled: Any) -> None:
    with pytest.raises(ValueError, match="colour"):
        counts(filled, "colour", {})


def test_without_labels_there_are_volumes_only(filled: Any) -> None:
    assert counts(filled, "team", {}).counted == {}


def test_weeks_are_those_of_iso_8601(filled: Any, add: Add) -> None:
    assert sorted(counts(filled, "week", {}).volumes) == ["2026-W41", "2026-W45"]
    add(4, [{"agent": "Ada"}], began=datetime(2027, 1, 1))
    tables.prepare(filled)
    assert "2026-W53" in counts(filled, "week", {}).volumes


def test_rules_are_counted_with_conversations_and_agents(filled: Any) -> None:
    blame, vague = found_rules(filled)
    assert (blame.rule, blame.severities, blame.conversations, blame.agents) == ("blame/forgot", {"error": 3}, 2, 1)
    assert (vague.rule, vague.severity, vague.conversations, vague.agents) == ("vague/soon", "hint", 1, 2)


def test_slices_have_medians_and_every_category(filled: Any) -> None:
    overall = counts(filled, "all", same((ALL, "blame", "vague")))
    ada, jo = counting.slices(filled, "agent", ["blame", "vague"], overall)
    assert (ada.name, ada.conversations, ada.turns, ada.sentences) == ("Ada", 3, 4, 9)
    assert [name for name, _ in ada.categories] == ["blame", "vague"]
    assert [(name, rate.count) for name, rate in jo.categories] == [("vague", 1), ("blame", 0)]
    assert (ada.first_response, ada.response) == (315.0, 315.0)
    assert (jo.first_response, jo.response) == (None, 90.0)  # hers was not the first answer
    assert ada.differs == jo.differs == 0  # far too little to tell


def test_a_dimension_that_nothing_is_known_of_has_no_slices(connection: Any, add: Add) -> None:
    add(1, [{"findings": [BLAME]}], channel="")
    tables.prepare(connection)
    overall = counts(connection, "all", same((ALL, "blame")))
    for by in ("agent", "team", "channel", "week"):
        assert counting.slices(connection, by, ["blame"], overall) == ()
    assert [one.name for one in counting.slices(connection, "language", ["blame"], overall)] == ["en"]


def test_who_has_no_name_stands_last_and_is_called_so(filled: Any, add: Add) -> None:
    add(5, [{"agent": ""}])
    tables.prepare(filled)
    names = [one.name for one in counting.slices(filled, "agent", [], counts(filled, "all", same((ALL,))))]
    assert names == ["Ada", "Jo", "agents without a name"]


def test_names_are_in_the_order_of_their_numbers() -> None:
    assert sorted(["Agent 10", "", "10", "Şule"], key=natural)[-1] == ""
    assert sorted(["Agent 10", "agent 2", "Agent 1"], key=natural) == ["Agent 1", "agent 2", "Agent 10"]


def test_heat_puts_turns_where_their_middle_lies(filled: Any) -> None:
    cells = {(cell.category, cell.tenth): cell.findings for cell in counting.heat(filled, counts(filled, "all", {}))}
    # Only the first conversation is long enough: turns 1 and 3 of four lie at 3/8 and 7/8.
    assert {place: (rate.count, rate.base) for place, rate in cells.items()} == {
        ("blame", 3): (1, 3),
        ("blame", 8): (0, 2),
        ("vague", 3): (1, 3),
        ("vague", 8): (1, 2),
    }


def test_events_are_counted_where_they_could_happen(filled: Any) -> None:
    found = {one.name: one.per_conversation for one in happenings.event_counts(filled, {})}
    assert (found["thread/acknowledged"].count, found["thread/acknowledged"].base) == (1, 1)  # one upset customer got a reply
    assert (found["good/owns"].count, found["good/owns"].base) == (1, 2)  # twice in one conversation; the other was not judged
    assert "thread/transfer" not in found


def test_what_a_customer_shows_belongs_to_who_had_spoken_last(filled: Any) -> None:
    found = happenings.shares(filled, "agent", {"thanks": ("customer/thanks",), "lost": ("customer/patience-lost",)})
    assert (found["Ada", "thanks"].count, found["Jo", "thanks"].count) == (1, 0)
    assert found["Ada", "lost"].count == 1  # nobody had spoken: who answers first


def test_response_times_fall_into_spans(filled: Any) -> None:
    spans = {span.label: (span.first, span.later) for span in happenings.response_times(filled) if span.first or span.later}
    assert spans == {"under 1 minute": (1, 0), "1 to 5 minutes": (0, 1), "5 to 15 minutes": (1, 0)}


def test_without_times_there_are_no_spans(connection: Any, add: Add) -> None:
    add(1, [{"agent": "Ada"}])
    tables.prepare(connection)
    assert happenings.response_times(connection) == ()


def test_changes_compare_periods(connection: Any, add: Add) -> None:
    for key in range(60):
        add(key, [{"sentences": 4, "findings": [BLAME] if key % 2 else []}], began=datetime(2026, 10, 3))
        add(1000 + key, [{"sentences": 4, "findings": [VAGUE] if key % 20 == 0 else []}], began=datetime(2026, 11, 3))
    tables.prepare(connection, (OCTOBER, NOVEMBER))
    overall = counts(connection, "all", same((ALL, "blame", "vague")))
    found = counting.changes(connection, ["blame", "vague"], overall)
    assert [(one.name, one.before.count, one.now.count, one.direction) for one in found] == [
        ("all", 30, 3, -1),
        ("blame", 30, 0, -1),
        ("vague", 0, 3, 0),  # three may be chance
    ]


def test_a_period_without_conversations_is_not_compared(filled: Any) -> None:
    december = Period("2026-12", datetime(2026, 12, 1), datetime(2027, 1, 1))
    tables.prepare(filled, (NOVEMBER, december))
    assert counting.changes(filled, ["blame"], counts(filled, "all", same((ALL, "blame")))) == ()


def test_periods_must_not_overlap(connection: Any) -> None:
    with pytest.raises(UsageError, match="overlap"):
        tables.prepare(connection, (OCTOBER, OCTOBER._replace(name="again")))


def test_promises_are_a_ledger_by_due_date(filled: Any) -> None:
    for turn, words, due in ((1, "soon", None), (1, "by Friday", datetime(2026, 10, 9)), (3, "today", datetime(2026, 10, 5))):
        filled.execute("INSERT INTO promises VALUES (1, ?, 0, 4, ?, 'I', '', ?)", [turn, words, due])
    assert [(line.words, line.agent, line.conversation) for line in happenings.promise_lines(filled)] == [
        ("today", "Jo", "c1"),
        ("by Friday", "Ada", "c1"),
        ("soon", "Ada", "c1"),
    ]
