"""A whole report out of a store: cards, quotes and notes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from coach.config import Config
from coach.model import Finding, Suggestion
from coach.review.record import EVENTS, Trouble
from coach.review.scoring import rubric as rubrics
from coach.review.scoring.building import build
from coach.review.scoring.quoting import shown_wording
from coach.review.scoring.record import Better, ReviewReport
from coach.review.scoring.rubric import Criterion, Rubric
from coach.review.scoring.titles import EVENT_TITLES

from .conftest import Add

MADE = datetime(2026, 11, 22)
CANNOT = "We cannot send it today. The courier comes at nine."
FORGOT = "You forgot to attach the invoice. Please send it again."
OWNS = "I will call you on Friday at five."
RESPECT = Criterion("respect", "Respect", 60.0, ("blame",), (), 0.0, 20.0, 5, False, False)
OWN = Criterion("own", "Takes it on", 40.0, (), ("good/owns",), 100.0, 0.0, 2, False, False)
RULES = Rubric("Test", 20, 3, (RESPECT, OWN))


def report(connection: Any, rubric: Rubric = RULES, **options: Any) -> ReviewReport:
    return build(connection, title="Team", made=MADE, rubric=rubric, config=Config(rewrites=False), **options)


@pytest.fixture
def filled(connection: Any, add: Add) -> Any:
    """Ada in ten conversations with blame in every other, Bo in ten without, Cem in one."""
    for key in range(10):
        upset = {"role": "customer", "text": f"Where is parcel {key}?"}
        turn: dict[str, Any] = {"agent": "Ada", "sentences": 5, "waited": 60.0}
        if key % 2:
            turn |= {"text": FORGOT, "findings": [("blame/forgot", 0, 20, "error")]}
        add(key, [upset, turn], began=datetime(2026, 11, 1) + timedelta(days=key))
        fine = {"agent": "Bo", "sentences": 5, "text": OWNS, "events": [("good/owns", 0, 34)]}
        add(100 + key, [upset, fine], began=datetime(2026, 11, 1))
    add(200, [{"agent": "Cem", "sentences": 4, "text": CANNOT, "findings": [("negative/cannot", 0, 9)]}], left_out=3)
    return connection


def test_the_head_of_a_report(filled: Any) -> None:
    found = report(filled, troubles=[Trouble("a.jsonl:3", "not JSON")])
    assert (found.conversations, found.turns, found.agent_turns, found.sentences) == (21, 41, 21, 104)
    assert (found.began, found.ended, found.left_out) == (datetime(2026, 11, 1), datetime(2026, 11, 10), 3)
    assert found.overall[:2] == (6, 104)
    assert [(name, rate.count) for name, rate in found.categories] == [("blame", 5), ("negative", 1)]
    assert [(name, rate.count) for name, rate in found.severities] == [("error", 5), ("warning", 1), ("hint", 0)]
    assert [one.name for one in found.agents] == ["Ada", "Bo", "Cem"]
    assert found.troubles == (("a.jsonl:3", "not JSON"),)
    assert found.first_response == 60.0
    assert (found.compared, found.changes) == ("", ())


def test_a_rule_has_its_title_and_quotes_with_better_wording(filled: Any) -> None:
    rule = report(filled).rules[0]
    assert (rule.rule, rule.conversations, rule.agents) == ("blame/forgot", 5, 1)
    assert rule.title.startswith("says that the customer forgot")
    quote = rule.quotes[0]
    assert quote.text[quote.start : quote.end] == "You forgot to attach"
    assert quote.before == f"Where is parcel {quote.conversation[1:]}?"
    assert any(better.text == "Could you please attach the invoice?" and not better.drop_in for better in quote.better)


def test_the_same_text_is_quoted_once(filled: Any) -> None:
    assert len(report(filled).rules[0].quotes) == 1


def test_of_two_events_in_the_same_words_the_first_by_name_is_quoted(connection: Any, add: Add) -> None:
    events = [("good/way-out", 0, 34), ("good/owns", 0, 34)]
    add(1, [{"agent": "Ada", "text": OWNS, "events": events}])
    assert [one.name for one in report(connection).good] == ["good/owns"]


def test_quotes_show_other_agents_and_wordings_first(connection: Any, add: Add) -> None:
    for key in range(12):
        text = f"You forgot to add page {key}." if key < 9 else f"You failed to add page {key}."
        agent = "Ada" if key < 11 else "Bo"
        add(key, [{"agent": agent, "text": text, "findings": [("blame/forgot", 0, 10)]}])
    quotes = report(connection, quotes_a_rule=3).rules[0].quotes
    assert len(quotes) == 3
    assert {quote.agent for quote in quotes[:2]} == {"Ada", "Bo"}
    assert {quote.text[4:10] for quote in quotes[:2]} == {"forgot", "failed"}
    assert report(connection, quotes_a_rule=3).rules[0].quotes == quotes


def test_disputed_findings_are_neither_counted_nor_quoted(filled: Any) -> None:
    filled.execute("UPDATE findings SET disputed = 'it is their form' WHERE rule = 'blame/forgot'")
    found = report(filled)
    assert found.overall.count == 1
    assert [rule.rule for rule in found.rules] == ["negative/cannot"]
    assert "5 findings not counted: the dispute was accepted." in found.notes


def test_a_card_has_strengths_one_focus_and_a_score_with_its_range(filled: Any) -> None:
    ada, bo, cem = report(filled).cards
    respect, own = ada.points
    # 5 findings in 50 sentences are 10 per 100, half of the way from 0 to 20; no conversation has a promise with a time.
    assert (respect.earned, own.earned) == (pytest.approx(0.5), 0.0)
    assert ada.score == pytest.approx(30)
    assert ada.low is not None
    assert ada.high is not None
    assert 0 <= ada.low < 30 < ada.high <= 100
    assert "10.0 per 100 sentences" in respect.reason
    assert respect.quotes[0].name == "blame/forgot"
    assert [one.rule for one in ada.focus] == ["blame/forgot"]
    assert ada.focus[0].findings.count == 5
    assert ada.strengths == ()
    assert bo.score == pytest.approx(100)
    assert [quote.name for quote in bo.strengths] == ["good/owns"]
    assert bo.focus == ()
    assert cem.score is None


def test_the_range_of_a_score_is_that_of_its_criteria(filled: Any) -> None:
    ada = report(filled, RULES._replace(criteria=(RESPECT,))).cards[0]
    rate = ada.slice.findings
    assert ada.low == pytest.approx(100 * max(0, 1 - rate.high / 20))
    assert ada.high == pytest.approx(100 * (1 - rate.low / 20))


def test_too_few_sentences_say_how_many_are_needed(filled: Any) -> None:
    found = report(filled)
    point = found.cards[2].points[0]
    assert point.earned is None
    assert point.reason == "not judged: 4 sentences, and 20 are needed"
    assert "1 agent without a score: it needs 20 sentences in 3 conversations." in found.notes


def test_an_auto_fail_is_named_and_a_bonus_comes_on_top(filled: Any) -> None:
    never = Criterion("never", "Never", 0.0, ("blame/forgot",), (), 0.0, 1.0, 5, False, True)
    bonus = OWN._replace(weight=10.0, bonus=True)
    half = RESPECT._replace(rules=("negative",), full=0.0, none=0.001)
    ada, bo, _ = report(filled, RULES._replace(criteria=(RESPECT, never))).cards
    assert (ada.failed, ada.score, bo.failed, bo.score) == ("never", 0.0, "", 100.0)
    ada, bo, _ = report(filled, RULES._replace(criteria=(RESPECT, bonus))).cards
    assert (ada.score, bo.score) == (pytest.approx(50), 100)  # more than all there is not
    assert report(filled, RULES._replace(criteria=(half, RESPECT, bonus))).cards[1].score == 100


def test_what_could_not_happen_often_enough_is_not_applicable(filled: Any) -> None:
    told = OWN._replace(events=("thread/acknowledged",), least=5)
    ada = report(filled, RULES._replace(criteria=(RESPECT, told))).cards[0]
    assert ada.points[1].earned is None
    assert "0 conversations in which it could happen" in ada.points[1].reason
    assert ada.score == pytest.approx(50)  # of what is applicable


def test_what_went_well_is_quoted(filled: Any) -> None:
    good = report(filled).good
    assert [(quote.name, quote.text, quote.severity, quote.better) for quote in good] == [("good/owns", OWNS, "", ())]


def test_an_empty_store_gives_an_empty_report(connection: Any) -> None:
    found = report(connection, rubrics.load())
    assert (found.conversations, found.rules, found.cards, found.notes) == (0, (), (), ())
    assert found.overall == (0, 0, 0.0, 0.0, 0.0)


def test_customers_alone_are_said_to_be_alone(connection: Any, add: Add) -> None:
    add(1, [{"role": "customer", "text": "Hello?"}])
    assert report(connection).notes == ("No turn of an agent was read: without one there is nothing to judge.",)


def test_turns_in_other_languages_are_told_and_not_counted(connection: Any, add: Add) -> None:
    add(1, [{"agent": "Ada"}], language=None)
    found = report(connection)
    assert (found.unjudged, found.sentences, found.languages) == (1, 0, ())
    assert any(note.startswith("1 turn of agents not judged") for note in found.notes)


def test_agents_without_names_are_in_the_totals_and_on_no_card(filled: Any, add: Add) -> None:
    add(300, [{"agent": "", "sentences": 50}])
    found = report(filled)
    assert found.sentences == 154
    assert found.agents[-1].name == "agents without a name"
    assert len(found.cards) == 3
    assert "1 turn of agents without a name: in all totals, on nobody's card." in found.notes


def test_mixed_channels_are_told(filled: Any, add: Add) -> None:
    assert not any("mixed" in note for note in report(filled).notes)
    add(300, [{"agent": "Ada"}], channel="email")
    assert any(note.startswith("Several channels are mixed") for note in report(filled).notes)


def test_the_store_is_not_written_to(filled: Any) -> None:
    before = filled.execute("SELECT (SELECT count(*) FROM turns), (SELECT count(*) FROM findings)").fetchone()
    report(filled)
    assert filled.execute("SELECT (SELECT count(*) FROM turns), (SELECT count(*) FROM findings)").fetchone() == before


def test_every_event_has_a_title() -> None:
    assert EVENT_TITLES.keys() == EVENTS.keys()


def test_wordings_are_shown_without_a_second_mark() -> None:
    finding = Finding("x/y", "x", "hint", 0, 3, "Soon", "Why.")
    swap, model = Suggestion("Today.", 0, 3, safe=True), Suggestion("I will call today.", 0, 4, safe=False)
    assert shown_wording(swap, finding, "Asap. Thanks.") == Better("Today.", True)
    assert shown_wording(swap, finding, "Asa. Thanks.") == Better("Today", True)
    assert shown_wording(model, finding, "Asa. Thanks.") == Better("I will call today.", False)
    added = Suggestion(" I will call today.", 4, 4, safe=False)
    assert shown_wording(added, finding._replace(start=4, end=4), "Asa.") == Better("I will call today.", False)


def test_a_turn_with_a_fault_praises_nobody_and_one_with_a_hint_comes_last(connection: Any, add: Add) -> None:
    both = f"{OWNS} {FORGOT}"
    hint = f"{OWNS} Soon, I hope."
    owns = [("good/owns", 0, len(OWNS))]
    add(1, [{"agent": "Ada", "text": both, "events": owns, "findings": [("blame/forgot", 36, 56, "error")]}])
    add(2, [{"agent": "Ada", "text": hint, "events": owns, "findings": [("vague/soon", 35, 39, "hint")]}])
    add(3, [{"agent": "Ada", "text": OWNS, "events": owns}])
    assert [quote.text for quote in report(connection).good] == [OWNS, hint]


def test_what_somebody_needs_help_with_has_the_rate_of_the_rule(connection: Any, add: Add) -> None:
    for key in range(60):
        add(key, [{"agent": "Ada", "sentences": 5, "text": FORGOT, "findings": [("blame/forgot", 0, 20, "error")]}])
        quiet = [("blame/forgot", 0, 20, "error")] if key % 10 == 0 else []
        add(100 + key, [{"agent": "Bo", "sentences": 5, "text": FORGOT, "findings": quiet}])
    (told,) = report(connection).help_rates
    assert (told.agent, told.findings.count, told.findings.base, told.times) == ("Ada", 60, 300, 10.0)
    assert report(connection).helps == ((told.agent, told.name),)


def test_the_last_two_months_are_compared_without_being_asked(connection: Any, add: Add) -> None:
    for at in range(60):
        add(at, [{"agent": "Ada"}], began=datetime(2026, 10 + at // 30, 1 + at % 28))
    found = report(connection)
    assert found.compared == "2026-11, compared with 2026-10"
    assert found.changes[0].name == "all"
