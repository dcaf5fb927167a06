"""Damaged and hostile exports: reported, harmless, and never a note among the turns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.review.record import AGENT, CUSTOMER, ROLES, Conversation, Trouble
from coach.review.sources.exports import conversations, elements_are, recognise
from coach.review.sources.exports.bodies import LONGEST
from coach.review.sources.options import ReadOptions

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "review" / "exports"
VALUES: dict[str, Any] = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FIXTURES.glob("*.json"))}

NEVER_SENT = (
    "Carrier says lost", "check with finance", "Someone will be with you", "asked L2", "warehouse ticket", "asked dev",
    "called supplier",
)  # fmt: skip
"""Words of the notes in the fixtures, and of the bot."""

MESSAGES = {
    "zendesk_ticket_comments": ("comments",),
    "intercom_conversation": ("conversation_parts", "conversation_parts"),
    "freshdesk_conversations": (),
    "gorgias_ticket_messages": ("data",),
    "helpscout_threads": ("_embedded", "threads"),
    "front_messages": ("_results",),
    "zammad_ticket_articles": (),
    "twilio_sentences": ("sentences",),
    "genesys_transcript": ("transcripts", 0, "phrases"),
    "aws_contact_lens_voice": ("Transcript",),
    "aws_contact_lens_chat": ("Transcript",),
    "aws_post_call_analytics": ("SpeechSegments",),
    "abcd_conversation": ("train", 0, "original"),
}
"""Where the messages of each fixture stand."""


def messages_of(name: str, value: Any) -> list[Any]:
    for step in MESSAGES[name]:
        value = value[step]
    assert isinstance(value, list)
    return value


def read(value: object, form: str) -> tuple[list[Conversation], list[Trouble]]:
    troubles: list[Trouble] = []
    return list(conversations(value, form, "x.json", ReadOptions(), troubles.append)), troubles


def form_of(name: str) -> str:
    form = recognise(VALUES[name])
    assert form
    return form


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of everything within a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from places(one, (*path, key))


def swapped(value: Any, path: tuple[Any, ...], new: object) -> None:
    for step in path[:-1]:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return  # within something that was swapped before
    if isinstance(value, (dict, list)):
        try:
            value[path[-1]] = new
        except (IndexError, TypeError):
            return


ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.just(10**4400), st.just(1e300), st.just([]), st.just({}),
    st.sampled_from(["", "odd", "9999-12-31T23:59:59-23:59", "0001-01-01", "\0", "\udc80", "/", "https://x/tickets/"]),
    st.sampled_from(["2025-13-01", "2025-03-01T09:00:00+99:00", "Operator", "agent"]),
    st.just([["agent", "odd"]]), st.just({"id": {"id": []}}), st.just([None, 1, "a", {}]), st.text(max_size=5),
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("name", VALUES)
def test_any_damage_is_survived_and_no_note_becomes_a_turn(name: str, data: st.DataObject) -> None:
    value = deepcopy(VALUES[name])
    everywhere = list(places(value))
    for _ in range(data.draw(st.integers(1, 4))):
        path, new = data.draw(st.sampled_from(everywhere)), data.draw(ODD)
        # A flag that is changed to say "sent" is no damage: then the message is one that was sent.
        if not isinstance(new, bool):
            swapped(value, path, deepcopy(new))
    recognise(value)
    elements_are(value)
    found, troubles = read(value, form_of(name))
    for one in found:
        assert one.turns or one.left_out
        assert all(turn.role in ROLES and turn.text and turn.line > 0 for turn in one.turns)
        assert not [turn for turn in one.turns for words in NEVER_SENT if words in turn.text]
    assert all(trouble.where.startswith("x.json") for trouble in troubles)


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("junk", [5, None, "text", [1], {}, {"id": {}}, True])
def test_junk_among_the_messages_costs_only_itself(name: str, junk: object) -> None:
    value, form = deepcopy(VALUES[name]), form_of(name)
    whole, _ = read(value, form)
    messages_of(name, value).insert(1, deepcopy(junk))
    found, troubles = read(value, form)
    assert [[turn._replace(line=0) for turn in one.turns] for one in found] == [
        [turn._replace(line=0) for turn in one.turns] for one in whole
    ]
    assert len(troubles) + sum(one.left_out for one in found) == 1 + sum(one.left_out for one in whole)


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("new", [None, 5, "odd", [], {}, 1.5])
def test_every_message_is_a_turn_or_left_out_or_reported(name: str, new: object) -> None:
    value, form = VALUES[name], form_of(name)
    size = len(messages_of(name, value)) + (form == "intercom")
    for number, message in enumerate(messages_of(name, value)):
        for path in places(message):
            if path[0] == "words" or len(path) > 3:
                continue  # not read
            damaged = deepcopy(value)
            swapped(messages_of(name, damaged)[number], path, deepcopy(new))
            found, troubles = read(damaged, form)
            lost = [trouble for trouble in troubles if trouble.message.endswith("left out")]
            assert sum(len(one.turns) + one.left_out for one in found) + len(lost) == size


@pytest.mark.parametrize(
    ("name", "number", "flag"),
    [
        ("zendesk_ticket_comments", 1, "public"),
        ("intercom_conversation", 3, "part_type"),
        ("freshdesk_conversations", 1, "private"),
        ("gorgias_ticket_messages", 1, "public"),
        ("helpscout_threads", 1, "type"),
        ("zammad_ticket_articles", 1, "internal"),
    ],
)
@pytest.mark.parametrize("new", [None, "odd", 5, [], {}, 0.0, "missing"])
def test_what_may_be_a_note_is_left_out_and_reported(name: str, number: int, flag: str, new: object) -> None:
    value, form = deepcopy(VALUES[name]), form_of(name)
    message = messages_of(name, value)[number]
    message.pop("channel", None)  # the second flag of Gorgias
    message[flag] = new
    if new == "missing":
        del message[flag]
    found, troubles = read(value, form)
    assert [turn.role for one in found for turn in one.turns] == [CUSTOMER, AGENT]
    assert [(trouble.where, flag in trouble.message, "note" in trouble.message) for trouble in troubles] == [
        (f"x.json:{number + 1 + (form == 'intercom')}", True, True)
    ]


def test_a_role_that_is_not_known_keeps_the_words() -> None:
    value = deepcopy(VALUES["gorgias_ticket_messages"])
    value["data"][2]["from_agent"] = {"odd": 1}
    (one,), (trouble,) = read(value, "gorgias")
    assert [turn.text for turn in one.turns] == ["Where is my order?", "Hi Jane,\nit is with DHL and arrives on 4 March."]
    assert trouble == Trouble("x.json:3", "a message of which `from_agent` does not tell who wrote it; it is kept without a role")


def test_a_time_that_cannot_be_read_keeps_the_words() -> None:
    value = deepcopy(VALUES["freshdesk_conversations"])
    value[2]["created_at"] = "yesterday"
    (one,), (trouble,) = read(value, "freshdesk")
    assert [turn.role for turn in one.turns] == [CUSTOMER, AGENT]
    assert trouble == Trouble("x.json:3", "a message whose time cannot be read; it is kept without one")


def test_a_text_of_megabytes_is_cut_and_reported() -> None:
    value = deepcopy(VALUES["twilio_sentences"])
    value["sentences"][1]["transcript"] = "word " * 2_000_000
    (one,), (trouble,) = read(value, "twilio")
    assert LONGEST - 5 <= len(one.turns[1].text) <= LONGEST
    assert trouble.where == "x.json:2"


def test_deep_nesting_is_survived() -> None:
    nested: Any = "deep"
    for _ in range(100_000):
        nested = [nested]
    wide: Any = {"author_id": 1}
    for _ in range(8):
        wide = [wide] * 10
    assert recognise(nested) is None
    assert recognise(wide) is None
    value = deepcopy(VALUES["zendesk_ticket_comments"])
    value["comments"][0] |= {"html_body": nested, "via": nested, "created_at": nested, "id": nested}
    value["users"].append({"id": nested, "name": nested, "role": nested})
    value["comments"].append(nested)
    found, troubles = read(value, "zendesk")
    assert [len(one.turns) for one in found] == [2]
    assert {trouble.where for trouble in troubles} == {"x.json:1", "x.json:4"}
    while isinstance(nested, list):  # Python would take it apart by recursion
        nested = nested.pop()


def test_what_is_no_conversation_among_conversations_is_reported() -> None:
    value = {"tickets": [VALUES["front_messages"], 5, {"odd": 1}, VALUES["front_messages"]]}
    found, troubles = read(value, "front")
    assert [len(one.turns) for one in found] == [2]
    assert len(troubles) == 2


def test_script_tags_in_words_are_words() -> None:
    value = deepcopy(VALUES["twilio_sentences"])
    value["sentences"][1]["transcript"] = "<script>alert(1)</script> =HYPERLINK(1)"
    (one,), _ = read(value, "twilio")
    assert one.turns[1].text == "<script>alert(1)</script> =HYPERLINK(1)"
