"""Exports of help desks and contact centres: who said what to whom, with notes, bots and drafts left out."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Conversation, Trouble, Turn
from coach.review.sources.exports import conversations, elements_are, joined, recognise
from coach.review.sources.options import ReadOptions

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "review" / "exports"
OTHERS = FIXTURES.parents[1] / "formats"


def fixture(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))


def read(
    value: object, source: str = "export.json", options: ReadOptions | None = None, line: int = 0
) -> tuple[list[Conversation], list[Trouble]]:
    troubles: list[Trouble] = []
    form = recognise(value)
    assert form
    return list(conversations(value, form, source, options or ReadOptions(), troubles.append, line)), troubles


def only(value: object, options: ReadOptions | None = None) -> Conversation:
    found, troubles = read(value, options=options)
    assert troubles == []
    (one,) = found
    return one


def spoken(conversation: Conversation) -> list[tuple[str, str]]:
    return [(turn.role, turn.text) for turn in conversation.turns]


def at(*moment: int) -> datetime:
    return datetime(*moment)  # type: ignore[arg-type]


UUID = "{0}{0}{0}{0}{0}{0}{0}{0}-{0}{0}{0}{0}-{0}{0}{0}{0}-{0}{0}{0}{0}-{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}"

EXPECTED = {
    "zendesk_ticket_comments": Conversation(
        "zendesk_ticket_comments",
        (
            Turn(CUSTOMER, "My parcel has not arrived.\nOrder 4711.", "Jane Doe", at(2025, 3, 1, 9), line=1),
            Turn(
                AGENT,
                "Hi Jane,\n\nWe cannot find your parcel. You need to contact the carrier.\n\nBest,\nSam",
                "Sam",
                at(2025, 3, 1, 10),
                line=3,
            ),
        ),
        channel="email",
        customer="Jane Doe",
        left_out=1,
    ),
    "intercom_conversation": Conversation(
        "387",
        (
            Turn(CUSTOMER, "Where is my refund?", "Joe Bloggs", at(2024, 6, 27, 12, 54, 9), line=1),
            Turn(
                AGENT,
                "Hi Joe,\n\nthe refund was sent on 3 June & takes 3–5 days.\nYou'll see it on your card.",
                "Ciaran Lee",
                at(2024, 6, 27, 12, 56, 40),
                line=4,
            ),
        ),
        channel="chat",
        customer="Joe Bloggs",
        left_out=4,  # the bot, an assignment, a note, the close without words
    ),
    "freshdesk_conversations": Conversation(
        "20",
        (
            Turn(CUSTOMER, "Can you tell me when it ships?", "1001", at(2025, 3, 1, 9), line=1),
            Turn(AGENT, "Hi Jane,\nit ships on Monday 3 March.", "2001", at(2025, 3, 1, 9, 20), line=3),
        ),
        channel="email",
        left_out=1,
    ),
    "gorgias_ticket_messages": Conversation(
        "6001",
        (
            Turn(CUSTOMER, "Where is my order?", "Jane", at(2025, 3, 1, 9), line=1),
            Turn(AGENT, "Hi Jane,\nit is with DHL and arrives on 4 March.", "Sam", at(2025, 3, 1, 9, 10), line=3),
        ),
        channel="email",
        customer="Jane",
        left_out=1,
    ),
    "helpscout_threads": Conversation(  # newest first
        "123",
        (
            Turn(CUSTOMER, "I cannot log in.", "Vera Bear", at(2025, 3, 1, 9), line=4),
            Turn(AGENT, "Hi Vera,\n\nI have reset it, you can log in now.", "Jack Sprout", at(2025, 3, 1, 10), line=1),
        ),
        channel="email",
        customer="Vera Bear",
        left_out=2,
    ),
    "front_messages": Conversation(  # newest first
        "cnv_yo1kg5q",
        (
            Turn(CUSTOMER, "When can I pick it up?", "Jane Doe", at(2023, 11, 29, 21, 17, 19), line=2),
            Turn(AGENT, "Hi Jane,\n\nYou have to wait until Friday.", "Sam Ray", at(2023, 11, 29, 21, 33, 59, 500_000), line=1),
        ),
        channel="email",
        customer="Jane Doe",
    ),
    "zammad_ticket_articles": Conversation(
        "5",
        (
            Turn(CUSTOMER, "Hi,\n\nwhen will my order arrive?", "David Bell", at(2025, 3, 1, 9, 57, 18, 68_000), line=1),
            Turn(AGENT, "Hi David,\n\nit will arrive on Wednesday.", "Emma Taylor", at(2025, 3, 1, 11, 57, 18, 121_000), line=3),
        ),
        channel="email",
        customer="David Bell",
        left_out=1,
    ),
    "twilio_sentences": Conversation(
        "GT" + "a" * 32,
        (
            Turn(UNKNOWN, "Thank you for calling, how can I help you today?", "1", offset=0.4, line=1),
            Turn(UNKNOWN, "My internet has been down since Monday.", "2", offset=3.0, line=2),
            Turn(UNKNOWN, "Unfortunately there's nothing I can do about that.", "1", offset=5.6, line=3),
        ),
        channel="phone",
    ),
    "genesys_transcript": Conversation(
        "conv-1",
        (
            Turn(CUSTOMER, "Hi, I'm calling about my bill.", "", at(2023, 11, 14, 22, 13, 21), 0.5, 1),
            Turn(AGENT, "Sure, let me pull that up.", "agent-1", at(2023, 11, 14, 22, 13, 24, 700_000), 4.2, 2),
            Turn(AGENT, "You should have read the terms.", "agent-1", at(2023, 11, 14, 22, 13, 29, 500_000), 9.0, 3),
        ),
        channel="phone",
        lang="en",
    ),
    "aws_contact_lens_voice": Conversation(
        "aws_contact_lens_voice",
        (
            Turn(AGENT, "Hello, how can I help you?", offset=0.0, line=1),
            Turn(CUSTOMER, "I want to cancel my plan.", offset=4.0, line=2),
            Turn(AGENT, "I'm afraid the system won't let me do that.", offset=7.0, line=3),
            Turn(AGENT, "I will call you back tomorrow at ten, [PII].", offset=11.2, line=4),
        ),
        channel="phone",
        lang="en",
    ),
    "aws_contact_lens_chat": Conversation(
        "aws_contact_lens_chat",
        (
            Turn(CUSTOMER, "Hi, my address is [PII]", UUID.format(2), at(2025, 3, 1, 9, 0, 20), line=3),
            Turn(AGENT, "Thanks! You must verify your identity first.", UUID.format(1), at(2025, 3, 1, 9, 0, 40), line=4),
            Turn(AGENT, "Step 1: open the link", UUID.format(1), at(2025, 3, 1, 9, 0, 45), line=5),
        ),
        channel="chat",
        lang="en",
        left_out=3,  # two events and the queue
    ),
    "aws_post_call_analytics": Conversation(  # nine o'clock in Berlin
        "2a602c1a-4ca3-4d37-a933-444d575c0222",
        (
            Turn(AGENT, "Good morning, how can I help?", "Sam", at(2025, 3, 1, 8), 0.0, 1),
            Turn(CUSTOMER, "My card was charged twice.", "spk_0", at(2025, 3, 1, 8, 0, 3), 3.0, 2),
            Turn(AGENT, "Let me check, I can see both charges here.", "Sam", at(2025, 3, 1, 8, 0, 6), 6.0, 3),
        ),
        channel="phone",
        lang="en",
    ),
    "abcd_conversation": Conversation(
        "3592",
        (
            Turn(AGENT, "Hello, how may I help you today?", line=1),
            Turn(CUSTOMER, "hi, I want to return a shirt, it is too small", "crystal minh", line=2),
            Turn(AGENT, "Done, I started the return for you.", line=4),
        ),
        channel="chat",
        customer="crystal minh",
        left_out=1,
    ),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_an_export_is_read_to_the_last_word(name: str) -> None:
    source = f"folder/{name}.json"
    assert read(fixture(name), source) == ([EXPECTED[name]._replace(source=source)], [])


@pytest.mark.parametrize("name", EXPECTED)
def test_several_conversations_in_one_document(name: str) -> None:
    value = fixture(name)
    for several in ([value, value], {"tickets": [value, value], "count": 2}, {"data": {"items": [value, value]}}):
        found, troubles = read(several)
        if EXPECTED[name].id == name:  # no id of its own: named after the file
            assert [spoken(one) for one in found] == [spoken(EXPECTED[name])] * 2
            assert [one.id for one in found] == ["export", "export:2"]
        elif name == "abcd_conversation":  # nothing in it tells pages from copies
            assert [spoken(one) for one in found] == [spoken(EXPECTED[name])] * 2
        else:  # pages of one conversation, on which the same messages stand twice
            assert {one.id for one in found} == {EXPECTED[name].id}
            assert spoken(found[0]) == spoken(EXPECTED[name])
        assert troubles == []


@pytest.mark.parametrize("name", EXPECTED)
def test_a_line_of_json_lines_gives_its_number(name: str) -> None:
    (found,), troubles = read(fixture(name), line=17)
    assert spoken(found) == spoken(EXPECTED[name])
    assert {turn.line for turn in found.turns} == {17}
    assert found.id in (EXPECTED[name].id, "export:17")
    assert troubles == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("freshdesk_conversations", "message"),
        ("zammad_ticket_articles", "message"),
        ("zendesk_ticket_comments", "conversation"),
        ("abcd_conversation", "conversation"),
        ("front_messages", "conversation"),
        ("aws_contact_lens_chat", "conversation"),
    ],
)
def test_what_the_elements_of_a_list_are(name: str, what: str) -> None:
    value = fixture(name)
    assert elements_are(value[0] if what == "message" else value) == what


@pytest.mark.parametrize(
    "name",
    [
        "freshdesk_canned_responses", "front_message_templates", "gorgias_macros", "helpscout_saved_replies",
        "helpscout_saved_reply", "zendesk_macros",
    ],
)  # fmt: skip
def test_macros_and_templates_are_no_conversations(name: str) -> None:
    assert recognise(json.loads((OTHERS / f"{name}.json").read_text(encoding="utf-8"))) is None


@pytest.mark.parametrize(
    "value",
    [
        None, 1, "text", [], {}, [[]], {"data": []}, [1, "a", None], {"comments": []},
        {"conversation": "1", "role": "agent", "text": "Hi", "time": None},
        {"turns": [{"speaker": "agent", "text": "Hi"}], "id": 1},
        {"doc_id": "a", "rows": [{"sender": "agent", "source": "Hi"}]},
        {"sender": "agent", "body": "Hi", "conversation_id": 3},
        {"type": "chat", "body": "Hi", "author": "Sam"},
        {"messages": [{"from": "agent", "channel": "email", "body": "Hi"}]},
    ],
)  # fmt: skip
def test_other_files_are_left_to_their_own_readers(value: object) -> None:
    assert recognise(value) is None
    assert elements_are(value) is None


# roles


def test_the_agent_of_a_recording_is_told_by_the_channel() -> None:
    one = only(fixture("twilio_sentences"), ReadOptions(agent_channel=2))
    assert [turn.role for turn in one.turns] == [CUSTOMER, AGENT, CUSTOMER]


def test_a_recording_that_names_its_participants_needs_no_option() -> None:
    value = fixture("twilio_sentences")
    value["channel"] = {
        "participants": [{"channel_participant": 1, "role": "Agent"}, {"channel_participant": 2, "role": "Customer"}]
    }
    assert [turn.role for turn in only(value).turns] == [AGENT, CUSTOMER, AGENT]


def test_comments_without_the_users_have_unknown_roles_and_the_ids_as_speakers() -> None:
    value = fixture("zendesk_ticket_comments")
    del value["users"]
    assert [(turn.role, turn.speaker) for turn in only(value).turns] == [(UNKNOWN, "1001"), (UNKNOWN, "2001")]
    named = only(value, ReadOptions(agent_names=("2001",)))
    assert [turn.role for turn in named.turns] == [CUSTOMER, AGENT]


def test_the_requester_of_a_ticket_is_its_customer() -> None:
    value = {"ticket": {"id": 77, "requester_id": 1001}, **fixture("zendesk_ticket_comments")}
    value["users"] = [{"id": 2001, "name": "Sam", "role": "agent"}]
    one = only(value)
    assert one.id == "77"
    assert [turn.role for turn in one.turns] == [CUSTOMER, AGENT]


def test_users_beside_many_tickets_are_those_of_all_of_them() -> None:
    page = fixture("zendesk_ticket_comments")
    value = {"tickets": [{"id": number, "comments": page["comments"]} for number in (1, 2)], "users": page["users"]}
    found, _ = read(value)
    assert [one.id for one in found] == ["1", "2"]
    assert [[turn.role for turn in one.turns] for one in found] == [[CUSTOMER, AGENT]] * 2
    assert [turn.line for one in found for turn in one.turns] == [1, 3, 4, 6]


@pytest.mark.parametrize("role", ["IVR", "acd", "voicemail", "workflow", "bot"])
def test_announcements_are_left_out(role: str) -> None:
    value = fixture("genesys_transcript")
    value["transcripts"][0]["phrases"][1]["participantPurpose"] = role
    one = only(value)
    assert (len(one.turns), one.left_out) == (2, 1)


@pytest.mark.parametrize("role", ["CUSTOM_BOT", "SYSTEM"])
def test_bots_of_a_chat_are_left_out(role: str) -> None:
    value = fixture("aws_contact_lens_chat")
    value["Participants"][1]["ParticipantRole"] = role
    assert [turn.role for turn in only(value).turns] == [CUSTOMER]


def test_a_supervisor_who_joins_is_an_agent() -> None:
    value = fixture("aws_contact_lens_chat")
    value["Participants"].append({"ParticipantId": "s", "ParticipantRole": "SUPERVISOR"})
    value["Transcript"][4]["ParticipantId"] = "s"
    assert [turn.role for turn in only(value).turns] == [CUSTOMER, AGENT, AGENT]


def test_a_speaker_whose_label_is_the_name_of_the_agent_is_the_agent() -> None:
    value = fixture("aws_post_call_analytics")
    labels = value["ConversationAnalytics"]["SpeakerLabels"]
    labels[0]["DisplayText"], labels[1]["DisplayText"] = "Jane", "Sam"
    assert [(turn.role, turn.speaker) for turn in only(value).turns] == [(AGENT, "Sam"), (CUSTOMER, "spk_0"), (AGENT, "Sam")]


def test_an_assistant_of_a_help_desk_is_no_agent() -> None:
    value = fixture("helpscout_threads")
    value["_embedded"]["threads"][0]["createdBy"]["type"] = "system_user"
    assert [turn.role for turn in only(value).turns] == [CUSTOMER]


def test_what_an_agent_writes_down_for_a_customer_is_the_customers() -> None:
    value = fixture("helpscout_threads")
    value["_embedded"]["threads"][3]["createdBy"]["type"] = "user"
    assert [turn.role for turn in only(value).turns] == [CUSTOMER, AGENT]


# the first message


def ticket_of_freshdesk(**fields: object) -> dict[str, object]:
    return {
        "id": 20, "source": 1, "description": "<div>Order 4711 is late.</div>", "description_text": "Order 4711 is late.",
        "created_at": "2025-03-01T08:00:00Z", "requester_id": 1001, "responder_id": 2001,
        "requester": {"id": 1001, "name": "Jane"}, "conversations": fixture("freshdesk_conversations"), **fields,
    }  # fmt: skip


def test_the_description_of_a_ticket_is_its_first_message() -> None:
    one = only(ticket_of_freshdesk())
    assert spoken(one)[0] == (CUSTOMER, "Order 4711 is late.")
    assert (one.turns[0].speaker, one.customer, len(one.turns), one.left_out) == ("Jane", "Jane", 3, 1)


def test_the_description_of_an_outbound_mail_is_the_agents() -> None:
    one = only(ticket_of_freshdesk(source=10))
    assert (one.turns[0].role, one.turns[0].speaker) == (AGENT, "2001")


def test_a_ticket_without_an_answer_is_a_conversation_of_one_turn() -> None:
    assert spoken(only(ticket_of_freshdesk(conversations=[]))) == [(CUSTOMER, "Order 4711 is late.")]


def test_a_campaign_that_began_a_conversation_was_written_by_nobody() -> None:
    value = fixture("intercom_conversation")
    value["source"] |= {"delivered_as": "automated", "author": {"type": "admin", "id": "1", "name": "Ciaran Lee"}}
    one = only(value)
    assert (len(one.turns), one.left_out) == (1, 5)


@pytest.mark.parametrize(("part", "turns"), [("close", 2), ("open", 2), ("note", 1), ("assignment", 1)])
def test_an_intercom_part_counts_where_its_words_were_sent(part: str, turns: int) -> None:
    value = fixture("intercom_conversation")
    value["conversation_parts"]["conversation_parts"][2]["part_type"] = part
    assert len(only(value).turns) == turns


# what was never sent


def test_drafts_are_left_out() -> None:
    front, helpscout = fixture("front_messages"), fixture("helpscout_threads")
    front["_results"][0]["draft_mode"] = "shared"
    helpscout["_embedded"]["threads"][0]["state"] = "draft"
    assert [[turn.role for turn in only(value).turns] for value in (front, helpscout)] == [[CUSTOMER]] * 2


def test_messages_of_rules_are_left_out() -> None:
    gorgias, zendesk = fixture("gorgias_ticket_messages"), fixture("zendesk_ticket_comments")
    gorgias["data"][2]["via"] = "rule"
    zendesk["comments"][2]["via"]["channel"] = "system"  # the sentence about a merged ticket
    assert [[turn.role for turn in only(value).turns] for value in (gorgias, zendesk)] == [[CUSTOMER]] * 2


def test_a_ticket_of_notes_only_is_no_conversation() -> None:
    notes = [one for one in fixture("freshdesk_conversations") if one["private"]]
    (one,), troubles = read(notes)
    assert (one.turns, one.left_out, troubles) == ((), 1, [])


def test_a_message_with_files_only_has_no_turn() -> None:
    value = fixture("freshdesk_conversations")
    value[2] |= {"body": "<div></div>", "body_text": ""}
    one = only(value)
    assert (len(one.turns), one.left_out) == (1, 2)


# order, threads, pages


def test_messages_are_put_in_order_of_time() -> None:
    value = fixture("freshdesk_conversations")
    assert spoken(only(value[::-1])) == spoken(only(value))


def test_without_times_only_newest_first_exports_are_turned_round() -> None:
    front, freshdesk = fixture("front_messages"), fixture("freshdesk_conversations")
    for message in (*front["_results"], *freshdesk):
        message["created_at"] = None
    assert [[turn.role for turn in only(value).turns] for value in (front, freshdesk)] == [[CUSTOMER, AGENT]] * 2


def test_a_message_without_a_time_stays_behind_the_one_before_it() -> None:
    value = fixture("freshdesk_conversations")
    for message, body, time in zip(value, "abc", ("2025-03-01T09:20:00Z", None, "2025-03-01T09:00:00Z"), strict=True):
        message |= {"body": body, "created_at": time, "private": False}
    value.append(value[2] | {"body": "d", "id": 9, "created_at": "2025-03-01T10:00:00Z"})
    assert [turn.text for turn in only(value).turns] == ["c", "a", "b", "d"]


def test_times_with_a_zone_become_utc() -> None:
    value = fixture("freshdesk_conversations")
    value[0]["created_at"] = "2025-03-01T10:00:00+02:00"
    assert only(value).turns[0].time == at(2025, 3, 1, 8)


def test_the_phrases_of_both_sides_of_a_call_are_merged() -> None:
    value = fixture("genesys_transcript")
    phrases = value["transcripts"][0].pop("phrases")
    value["transcripts"] = [{"phrases": phrases[1:]}, {"phrases": phrases[:1]}]
    assert [turn.offset for turn in only(value).turns] == [0.5, 4.2, 9.0]


def test_a_moment_in_the_place_of_an_offset_is_one() -> None:
    value = fixture("genesys_transcript")
    for phrase in value["transcripts"][0]["phrases"]:
        phrase["startTimeMs"] += value["startTime"]
        del phrase["offset"]
    assert only(value).turns == EXPECTED["genesys_transcript"].turns


def test_messages_of_several_tickets_in_one_list_are_told_apart() -> None:
    value = fixture("freshdesk_conversations")
    other = [message | {"ticket_id": 21, "id": message["id"] + 100} for message in value]
    found, _ = read([message for pair in zip(value, other, strict=True) for message in pair])
    assert [(one.id, len(one.turns), one.left_out) for one in found] == [("20", 2, 1), ("21", 2, 1)]


def test_single_messages_are_conversations_to_be_joined_by_their_id() -> None:
    found = [only(message) for message in fixture("zammad_ticket_articles") if not message["internal"]]
    assert [(one.id, len(one.turns)) for one in found] == [("5", 1), ("5", 1)]


def test_pages_of_one_ticket_are_one_conversation_and_what_is_on_both_counts_once() -> None:
    page = fixture("gorgias_ticket_messages")
    first, second = deepcopy(page), deepcopy(page)
    first["data"], second["data"] = page["data"][:2], page["data"][0:1] + page["data"][2:]
    found, _ = read([first, second])
    assert [spoken(one) for one in found] == [spoken(EXPECTED["gorgias_ticket_messages"])]


def test_pages_that_are_read_one_by_one_can_be_joined() -> None:
    page = fixture("gorgias_ticket_messages")
    parts = [page | {"data": page["data"][:1]}, page | {"data": page["data"][:2]}, page | {"data": page["data"][2:]}]
    pages = [read(part, line=line)[0][0] for line, part in enumerate(parts, 1)]
    (one,) = joined(pages)
    assert spoken(one) == spoken(EXPECTED["gorgias_ticket_messages"])
    assert [turn.line for turn in one.turns] == [1, 3]
    other = pages[0]._replace(id="6002")
    assert list(joined([pages[0], other, pages[2]])) == [pages[0], other, pages[2]]


def test_the_same_words_said_twice_are_two_turns() -> None:
    value = fixture("aws_contact_lens_voice")
    value["Transcript"].append(value["Transcript"][3] | {"Id": "turn-5"})
    assert [turn.text for turn in only(value).turns][-2:] == ["I will call you back tomorrow at ten, [PII]."] * 2


def test_what_the_export_does_not_say_is_told_by_the_options() -> None:
    told = ReadOptions(channel="chat", team="Billing", lang="de")
    front = fixture("front_messages")
    for message in front["_results"]:
        message["type"] = "custom"
    one = only(front, told)
    assert (one.channel, one.team, one.lang) == ("chat", "Billing", "de")
    assert only(fixture("aws_contact_lens_voice"), told)._replace(team="").lang == "en"


@pytest.mark.parametrize(
    ("word", "channel"),
    [("WhatsApp", "chat"), ("sms", "chat"), ("tweet", "social"), ("facebook", "social"), ("phone-call", "phone"), ("custom", "")],
)
def test_channels_have_our_names(word: str, channel: str) -> None:
    value = fixture("front_messages")
    for message in value["_results"]:
        message["type"] = word
    assert only(value).channel == channel
