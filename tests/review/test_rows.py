"""Conversations as Arrow and back, and what of a review leaves the run in it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pyarrow as pa
import pytest

from coach.model import Finding
from coach.review import rows, showing
from coach.review.record import Conversation, Event, Promise, Reviewed, ReviewedTurn, Turn
from coach.review.redaction import Redacted

MORNING = datetime(2026, 11, 2, 9, 30)


def talk(name: str, *said: str, customer: str = "") -> Conversation:
    """Turns written as "agent: text"."""
    turns = [Turn(role, text) for role, _, text in (one.partition(": ") for one in said)]
    return Conversation(name, tuple(turns), "chats.jsonl", customer=customer)


def judged(conversation: Conversation, *found: tuple[int, str], **more: object) -> Reviewed:
    """A conversation with a finding on each of the words in the turns of those numbers."""
    turns = []
    for number, turn in enumerate(conversation.turns):
        findings = [
            Finding("blame/forgot", "blame", "warning", start, start + len(words), words, "Because.")
            for place, words in found
            if place == number and (start := turn.text.index(words)) >= 0
        ]
        turns.append(ReviewedTurn(number, turn, "en", 1, tuple(findings)))
    return Reviewed(conversation, tuple(turns), **more)  # type: ignore[arg-type]


def shown(batch: pa.RecordBatch) -> list[str | None]:
    texts: list[str | None] = batch["text"].to_pylist()
    return texts


@pytest.fixture
def no_jane(monkeypatch: pytest.MonkeyPatch) -> None:
    """A redaction that knows one name, so that these tests do not hang on what is found in real texts."""

    def redact(text: str, names: frozenset[str], may: object = None) -> Redacted:
        start = text.find("Jane") if "Jane" in names else -1
        return Redacted(text.replace("Jane", "[name]", 1), ((start, start + 4, 6),)) if start >= 0 else Redacted(text, ())

    monkeypatch.setattr(showing, "redacted", redact)
    monkeypatch.setattr(showing, "names_of", lambda turns, customer, may: frozenset({customer} - {""}))


def test_conversations_travel_as_arrow_and_come_back_the_same() -> None:
    first = Turn("customer", "Где мой заказ? 🙂", "Анна", MORNING, None, 3)
    answer = Turn("agent", "", "Sam", MORNING + timedelta(microseconds=1), None, 4)
    call = Turn("unknown", "Hello?", "", None, 1.5, 0)
    talks = [
        Conversation("7", (first, answer), "a.csv", "chat", "North", "ru", "Анна", 2),
        Conversation("7", (call,), "b.csv"),  # the same id in another file is another conversation
    ]
    batch = rows.given(talks)
    assert batch.schema.equals(rows.GIVEN)
    assert list(rows.conversations_of(batch)) == talks


def test_nothing_at_all_is_an_empty_batch() -> None:
    assert rows.given([]).num_rows == 0
    assert rows.given([Conversation("empty", ())]).num_rows == 0
    assert list(rows.conversations_of(rows.given([]))) == []
    assert rows.found([]).num_rows == 0


def test_others_than_agents_and_customers_are_counted_and_left_out() -> None:
    said = [("c", " Agent ", "Hi"), ("c", "bot", "Beep"), ("c", None, "Who?"), ("d", "bot", "Boop")]
    columns = dict(zip(("conversation", "role", "text"), zip(*said, strict=True), strict=True))
    batch = pa.RecordBatch.from_pylist([{}] * len(said), schema=rows.GIVEN)
    for name, values in columns.items():
        batch = batch.set_column(batch.schema.get_field_index(name), name, pa.array(values, pa.string()))
    (only,) = rows.conversations_of(batch)
    assert (only.left_out, [turn.role for turn in only.turns]) == (1, ["agent", "unknown"])


def test_a_time_that_python_does_not_know_is_none() -> None:
    times = pa.array([0, 200_000 * 365 * 24 * 3600 * 1_000_000, None], pa.timestamp("us"))
    assert rows.moments(times) == [datetime(1970, 1, 1), None, None]


def test_half_a_character_that_an_export_has_cut_does_not_stop_the_run() -> None:
    batch = rows.given([talk("c", "agent: cut \ud83d here")])
    assert batch["text"].to_pylist() == ["cut ? here"]


def test_words_are_kept_only_where_there_is_something_to_show() -> None:
    one = talk(
        "c", "customer: Old news", "customer: Where is it?", "agent: One moment.", "agent: You forgot to pay.", "customer: Oh"
    )
    found = rows.found([judged(one, (3, "You forgot"))])
    assert shown(found) == [None, "Where is it?", None, "You forgot to pay.", None]
    assert found["findings"][3].as_py() == [
        {"rule": "blame/forgot", "severity": "warning", "start": 0, "end": 10, "message": "Because."}
    ]
    assert found["findings"].to_pylist().count([]) == 4


def test_what_the_customer_said_before_is_not_kept_for_the_customers_own_turn() -> None:
    one = talk("c", "customer: First", "agent: Yes?", "customer: I am furious")
    upset = judged(one, events=(Event("customer/upset", 2, 5, 12),))
    assert shown(rows.found([upset])) == [None, None, "I am furious"]


def test_a_review_without_findings_keeps_no_words() -> None:
    assert shown(rows.found([judged(talk("c", "customer: My card is 4111", "agent: Thank you"))])) == [None, None]


@pytest.mark.usefixtures("no_jane")
def test_offsets_are_those_of_the_redacted_words() -> None:
    one = talk("c", "customer: I am Jane", "agent: Jane, you forgot it. We call Jane today.", customer="Jane")
    promise = Promise(1, 20, 38, "Jane", "today", MORNING)
    reviewed = judged(one, (1, "you forgot"), events=(Event("good/owns", 1, 20, 38, "for Jane"),), promises=(promise,))
    found = rows.found([reviewed]).to_pylist()
    text = found[1]["text"]
    assert found[0]["text"] == "I am [name]"
    assert text == "[name], you forgot it. We call Jane today."  # the stand-in redacts only the first
    (finding,), (event,), (promised,) = found[1]["findings"], found[1]["events"], found[1]["promises"]
    assert text[finding["start"] : finding["end"]] == "you forgot"
    assert text[event["start"] : event["end"]] == promised["words"] == text[promised["start"] : promised["end"]]
    assert (event["detail"], promised["who"], promised["due"]) == ("for [name]", "[name]", MORNING)


@pytest.mark.usefixtures("no_jane")
def test_words_stand_as_they_were_read_where_asked_for() -> None:
    one = talk("c", "agent: Jane, you forgot it.", customer="Jane")
    (found,) = rows.found([judged(one, (0, "you forgot"))], redact=False).to_pylist()
    assert found["text"] == "Jane, you forgot it."


@pytest.mark.usefixtures("no_jane")
def test_the_same_words_are_redacted_by_the_names_of_their_own_conversation() -> None:
    said = ("agent: Jane, you forgot it.",)
    talks = [talk("a", *said, customer="Jane"), talk("b", *said, customer="June"), talk("c", *said, customer="Jane")]
    found = rows.found([judged(one, (0, "you forgot")) for one in talks])
    assert shown(found) == ["[name], you forgot it.", "Jane, you forgot it.", "[name], you forgot it."]


@pytest.mark.parametrize("who", ["I", "we", "someone"])
def test_our_own_words_for_who_promises_are_nobodys_name(who: str) -> None:
    one = talk("c", "customer: I am Jane", f"agent: {who.capitalize()} will call you.", customer=who)
    (found,) = rows.found([judged(one, promises=(Promise(1, 0, 4, who),))]).to_pylist()[1]["promises"]
    assert found["who"] == who


def test_a_span_of_nothing_stays_one() -> None:
    one = judged(talk("c", "agent: Hello"), events=(Event("thread/not-acknowledged", 0),))
    (found,) = rows.found([one]).to_pylist()
    assert found["events"] == [{"name": "thread/not-acknowledged", "start": 0, "end": 0, "detail": ""}]


def test_only_agents_are_named() -> None:
    turns = (Turn("customer", "Hi", "Jane Doe"), Turn("agent", "Hello", "Sam"), Turn("unknown", "?", "Jane Doe"))
    found = rows.found([judged(Conversation("c", turns))])
    assert found["agent"].to_pylist() == ["", "Sam", ""]
    assert "Jane Doe" not in str(found.to_pylist())


def test_every_row_tells_its_conversation() -> None:
    talks = [talk("a", "agent: One", "agent: Two"), talk("b", "agent: Three")]
    found = rows.found(map(judged, talks))
    assert found.schema.equals(rows.FOUND)
    assert found["conversation"].to_pylist() == ["a", "a", "b"]
    assert found["key"].to_pylist() == [talks[0].key, talks[0].key, talks[1].key]
    assert found["turn"].to_pylist() == [0, 1, 0]


def test_nothing_private_that_is_planted_anywhere_comes_out() -> None:
    jane, sam = "Xaviera Quillfeather", "Bartholomew Zinkernagel"
    said = (
        Turn("customer", "my order ORD-778812, card 4111 1111 1111 1111, xq@example.org, +49 171 5550123", jane),
        Turn("agent", "Hi Xaviera, you forgot ORD-778812. We pay to DE89 3704 0044 0532 0130 00.\n-Bartholomew", sam),
        Turn("customer", "i told bartholomew, xaviera quillfeather is my name", jane),
        Turn("agent", "ms quillfeather, you forgot it.", sam),
    )
    labels = (f"chat with {jane}", "xq@example.org-7", "+49 171 5550123", "DE89370400440532013000 c")
    events = (Event("customer/repeats", 2, 0, 6, f"told {sam} of ORD-778812"),)
    promises = (Promise(1, 35, 60, jane, "before 0171 5550123", None),)
    batch = rows.found(
        judged(
            Conversation(name, said, f"{jane}.json", team=f"Team {sam}", customer=jane),
            (1, "you forgot"),
            (3, "you forgot"),
            events=events,
            promises=promises,
        )
        for name in labels
    )
    out = str([{**row, "agent": ""} for row in batch.to_pylist()]).casefold()
    private = [*jane.split(), *sam.split(), "778812", "4111", "xq@", "5550123", "3704"]
    assert [one for one in private if one.casefold() in out] == []
    assert len(set(batch["key"].to_pylist())) == len(labels)  # ids that look alike now are still told apart
    kept = rows.found([judged(Conversation(labels[0], said), (1, "you forgot"))], redact=False).to_pylist()
    assert kept[0]["conversation"] == labels[0]
