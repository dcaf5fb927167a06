"""Conversations in, judged conversations out."""

from __future__ import annotations

from collections import Counter

import pytest

from coach.config import Config
from coach.review import judging
from coach.review.judging import REMEMBERED, Reviewer, ReviewOptions
from coach.review.record import Conversation, Reviewed, Turn
from coach.texts import prepare


@pytest.fixture(scope="module")
def reviewer() -> Reviewer:
    return Reviewer(ReviewOptions(Config(channel="chat", lang="en")))


def conversation(*said: tuple[str, str], **about: str) -> Conversation:
    return Conversation("c", tuple(Turn(role, text) for role, text in said), **about)  # type: ignore[arg-type]


def judged(reviewer: Reviewer, *conversations: Conversation) -> list[Reviewed]:
    return list(reviewer.review(conversations))


def test_only_turns_of_agents_are_judged(reviewer: Reviewer) -> None:
    said = conversation(("customer", "You forgot my order!"), ("agent", "You forgot the receipt."), ("unknown", "You forgot it."))
    (found,) = judged(reviewer, said)
    assert [[one.rule for one in turn.findings] for turn in found.turns] == [[], ["blame/forgot"], []]
    assert [turn.sentences for turn in found.turns] == [0, 1, 0]


def test_a_text_that_comes_again_is_judged_once_and_found_each_time(reviewer: Reviewer) -> None:
    many = [conversation(("agent", "You forgot the receipt.")) for _ in range(3)]
    assert [len(one.turns[0].findings) for one in judged(reviewer, *many)] == [1, 1, 1]


def test_more_texts_than_are_remembered_are_all_judged(reviewer: Reviewer) -> None:
    some = [conversation(("agent", f"You forgot the receipt {number}.")) for number in range(REMEMBERED + 200)]
    assert all(one.turns[0].findings for one in judged(reviewer, *some, some[0]))


def test_a_reply_in_daily_use_is_not_judged_anew_when_others_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    reviewer, prepared = Reviewer(ReviewOptions(Config(lang="en", channel="chat"))), Counter[str]()
    monkeypatch.setattr(judging, "prepare", lambda text: prepared.update([text]) or prepare(text))
    macro = conversation(("agent", "Thank you for your message."))
    for part in range(3):
        rare = [conversation(("agent", f"Order {part}-{number}: on its way.")) for number in range(REMEMBERED)]
        judged(reviewer, macro, *rare)
    assert prepared["Thank you for your message."] == 1
    assert len(reviewer.known) + len(reviewer.before) < 3 * REMEMBERED


def test_a_turn_longer_than_a_block_is_judged(reviewer: Reviewer) -> None:
    (found,) = judged(reviewer, conversation(("agent", "You forgot it. " * 2000)))
    assert len(found.turns[0].findings) == 2000
    assert found.turns[0].sentences >= 2000


def test_a_conversation_in_no_known_language_is_not_judged() -> None:
    (found,) = judged(Reviewer(ReviewOptions()), conversation(("agent", "Bedankt voor uw bericht, wij kijken ernaar.")))
    assert found.turns[0].language is None
    assert found.turns[0].sentences == 0


def test_a_conversation_without_turns_is_passed_over(reviewer: Reviewer) -> None:
    assert judged(reviewer, conversation()) == []


def test_a_channel_that_is_none_of_ours_is_judged_as_the_run_says(reviewer: Reviewer) -> None:
    (found,) = judged(reviewer, conversation(("agent", "You forgot it. " * 2000), channel="whatsapp"))
    assert found.turns[0].findings


def test_what_was_said_before_thanks_is_kept_as_good(reviewer: Reviewer) -> None:
    said = conversation(
        ("customer", "Where is my parcel?"),
        ("agent", "It arrives tomorrow between nine and twelve."),
        ("customer", "Great, thank you so much for your help!"),
    )
    (found,) = judged(reviewer, said)
    assert [(event.name, event.turn) for event in found.events if event.name == "good/thanked"] == [("good/thanked", 1)]


def test_without_threads_there_are_no_events_and_no_promises() -> None:
    options = ReviewOptions(Config(channel="chat", lang="en"), threads=False)
    said = conversation(("customer", "Thanks!"), ("agent", "I'll call you tomorrow by 5 pm."))
    (found,) = judged(Reviewer(options), said)
    assert (found.events, found.promises) == ((), ())
