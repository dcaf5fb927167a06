"""Captions and chats in plain text: WebVTT, SubRip, WhatsApp, logs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Conversation, Trouble
from coach.review.sources.options import ReadOptions
from coach.review.sources.texts import FORMS, conversations, recognise

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "review" / "texts"
NOTHING = ReadOptions()


def read(
    text: str, name: str = "chat.txt", options: ReadOptions = NOTHING, form: str | None = None
) -> tuple[list[Conversation], list[Trouble]]:
    troubles: list[Trouble] = []
    told = form or recognise(text, name)
    assert told is not None
    return list(conversations(text, told, name, options, troubles.append)), troubles


def one(text: str, name: str = "chat.txt", options: ReadOptions = NOTHING) -> Conversation:
    found, troubles = read(text, name, options)
    assert not troubles
    (only,) = found
    return only


def said(conversation: Conversation) -> list[tuple[str, str, str]]:
    return [(turn.role, turn.speaker, turn.text) for turn in conversation.turns]


def fixture(name: str) -> Conversation:
    return one((FIXTURES / name).read_text(encoding="utf-8"), name)


# WebVTT


def test_webvtt_with_voices_classes_entities_and_two_voices_in_a_cue() -> None:
    call = fixture("webvtt_call.vtt")
    assert said(call) == [
        (AGENT, "", "Thank you for calling, how can I help you?"),
        (CUSTOMER, "Jane Doe", "My internet has been down since Monday."),
        (AGENT, "", "I don’t know why — you need to restart the router."),
        (CUSTOMER, "Jane Doe", "I did that."),
    ]
    assert [(turn.offset, turn.time, turn.line) for turn in call.turns] == [
        (0.4, None, 10), (3.0, None, 13), (5.6, None, 17), (5.6, None, 19),
    ]  # fmt: skip
    assert (call.channel, call.customer, call.left_out) == ("phone", "Jane Doe", 0)


VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sam Miller>Let me\n\n00:02.000 --> 00:03.000\n<v Sam Miller>look.\n\n{}"


def test_a_sentence_that_goes_on_in_the_next_cue_is_one_turn() -> None:
    assert said(one(VTT.format(""), "a.vtt")) == [(UNKNOWN, "Sam Miller", "Let me look.")]


def test_the_next_sentence_is_a_turn_of_its_own() -> None:
    more = "00:03.000 --> 00:04.000\n<v Sam Miller>Here it is.\n"
    assert [turn.text for turn in one(VTT.format(more), "a.vtt").turns] == ["Let me look.", "Here it is."]


def test_nobody_goes_on_with_the_sentence_of_another() -> None:
    more = "00:03.000 --> 00:04.000\n<v Jane>I think\n\n00:04.000 --> 00:05.000\n<v Sam Miller>so too.\n"
    assert [turn.speaker for turn in one(VTT.format(more), "a.vtt").turns] == ["Sam Miller", "Jane", "Sam Miller"]


def test_words_outside_a_voice_have_no_speaker() -> None:
    more = "00:03.000 --> 00:04.000\n<v Jane>Yes.</v> (music)\n"
    assert said(one(VTT.format(more), "a.vtt"))[1:] == [(UNKNOWN, "Jane", "Yes."), (UNKNOWN, "", "(music)")]


def test_notes_and_styles_are_no_speech() -> None:
    more = "NOTE\nSam Miller: never said\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n"
    assert len(one(VTT.format(more), "a.vtt").turns) == 1


def test_webvtt_without_voices_is_told_by_names_in_front() -> None:
    text = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nSam Miller: Hello.\n\n2\n00:00:02.000 --> 00:00:03.000\nCustomer: Hi.\n"
    assert said(one(text, "a.vtt")) == [(AGENT, "Sam Miller", "Hello."), (CUSTOMER, "", "Hi.")]


def test_a_cue_without_a_readable_time_is_reported_and_the_rest_is_read() -> None:
    found, troubles = read(VTT.format("00:03.000 --> soon\n<v Jane>Lost.\n\n00:99.000 --> 01:00.000\n<v Jane>Too.\n"), "a.vtt")
    assert [turn.text for turn in found[0].turns] == ["Let me look."]
    assert [trouble.where for trouble in troubles] == ["a.vtt:9", "a.vtt:12"]


# SubRip


def test_srt_with_names_in_any_case_and_dashes() -> None:
    assert said(fixture("srt_call.srt")) == [
        (AGENT, "", "Thank you for calling, how can I help you?"),
        (CUSTOMER, "", "My internet has been down since Monday."),
        (AGENT, "", "You need to restart the router."),
        (CUSTOMER, "", "I did that."),
        (AGENT, "", "OK, one moment please."),
    ]


SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n2\n00:00:02,500 --> 00:00:03,000\n{}\n"


def test_a_caption_without_a_name_goes_on_with_the_speaker() -> None:
    assert said(one(SRT.format("Agent: You need to", "restart the router."), "a.srt")) == [
        (AGENT, "", "You need to restart the router.")
    ]


def test_dashes_alone_are_two_speakers_without_roles() -> None:
    call = one(SRT.format("- Good morning.\n- Hello.", "- My phone is broken."), "a.srt")
    assert [(turn.role, turn.speaker) for turn in call.turns] == [(UNKNOWN, "1"), (UNKNOWN, "2"), (UNKNOWN, "1")]


def test_the_agent_of_two_dashes_can_be_told() -> None:
    call = one(SRT.format("- Good morning.\n- Hello.", "- My phone is broken."), "a.srt", ReadOptions(agent_channel=2))
    assert [turn.role for turn in call.turns] == [CUSTOMER, AGENT, CUSTOMER]


def test_a_dash_within_a_sentence_changes_nobody() -> None:
    call = one(SRT.format("Agent: You can take\n- the small one,", "Customer: Fine."), "a.srt")
    assert [turn.role for turn in call.turns] == [AGENT, CUSTOMER]


def test_dashes_among_three_are_not_guessed() -> None:
    call = one(SRT.format("Agent: Hello.\nJane: Hi.\nAnn: Hi.", "- Who is this?"), "a.srt")
    assert said(call)[-1] == (UNKNOWN, "", "Who is this?")


@pytest.mark.parametrize(
    "words", ["Please note: we close at six.", "Note: we close at six.", "It is 12:30 now.", "Hinweis: bis 18 Uhr."]
)
def test_words_before_a_colon_are_not_always_a_speaker(words: str) -> None:
    call = one(SRT.format("Agent: Hello.", words), "a.srt")
    assert said(call)[-1] == (AGENT, "", words)


def test_formatting_of_captions_is_not_read() -> None:
    assert said(one(SRT.format("<i>Agent: Hello.</i>", "{\\an8}<b>Customer: Hi.</b>"), "a.srt")) == [
        (AGENT, "", "Hello."), (CUSTOMER, "", "Hi."),
    ]  # fmt: skip


# What holds for all of them


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHi", "a.txt", "vtt"),
        ("\ufeffWEBVTT\n", "a", "vtt"),
        (SRT, "a.txt", "srt"),
        ("12.05.26, 14:03 - Jane: Hallo\n", "a.txt", "whatsapp"),
        ("[12.05.26, 14:03:11] Jane: Hallo\n", "a.txt", "whatsapp"),
        ("[09:00:12] Jane: Hi\n[09:00:40] Sam: Hello\n", "a", "log"),
        ("Agent: Hello\nCustomer: Hi\n", "a", "log"),
        ("Agent: Hello\n", "a.log", "log"),
    ],
)
def test_forms_are_told_by_their_content(text: str, name: str, form: str) -> None:
    assert recognise(text, name) == form


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n", "conversation,role,text\n1,agent,Hi: there\n1,customer,Well: no\n",
        '{"role": "agent", "text": "Agent: hi"}\n',
        '[{"role": "agent"}]', "<html><body>Agent: hi</body></html>", "Dear all,\nplease note: we are closed.\nKind regards\n",
        "WEBVTTX\n", "Meeting at 12:30\nThen lunch: pasta\n", "a\tb\nc\td\n",
    ],
)  # fmt: skip
def test_other_files_are_left_to_other_readers(text: str) -> None:
    assert recognise(text, "file") is None


def test_line_ends_of_windows_and_of_old_macs() -> None:
    text = (FIXTURES / "webvtt_call.vtt").read_text(encoding="utf-8")
    expected = said(one(text, "a.vtt"))
    assert said(one(text.replace("\n", "\r\n"), "a.vtt")) == expected
    assert said(one(text.replace("\n", "\r"), "a.vtt")) == expected


def test_the_id_does_not_depend_on_the_folder_nor_on_what_comes_later() -> None:
    text = "Agent: Hello\nCustomer: Hi\nAgent: How can I help?\n"
    first = one(text, "2026/january/chat.txt")
    assert first.id == one(text + "Customer: My phone is broken.\n", "chat.txt").id
    assert first.id != one(text.replace("Hi", "Hey"), "chat.txt").id
    assert first.id.startswith("chat-")


def test_two_equal_conversations_of_a_file_are_two() -> None:
    found, _ = read("Agent: Hello\nCustomer: Hi\n=====\nAgent: Hello\nCustomer: Hi\n")
    assert len({conversation.key for conversation in found}) == 2


def test_a_file_without_turns_is_reported() -> None:
    found, troubles = read("WEBVTT\n", "a.vtt")
    assert not found
    assert [trouble.where for trouble in troubles] == ["a.vtt"]


def test_markup_of_customers_is_only_text() -> None:
    chat = one("[09:00] Jane: <script>alert(1)</script>\n[09:01] Sam (Support): =1+1\n")
    assert [turn.text for turn in chat.turns] == ["<script>alert(1)</script>", "=1+1"]


def test_what_the_run_says_of_all_files() -> None:
    chat = one("Agent: Hello\nCustomer: Hi\n", options=ReadOptions(channel="social", team="North", lang="de"))
    assert (chat.channel, chat.team, chat.lang) == ("social", "North", "de")


PIECES = st.sampled_from(
    [
        "WEBVTT", "\n", "\n\n", "00:01.000 --> 00:02.000", "00:00:01,000 --> x", "<v Sam>", "</v>", "Agent: ", "- ", "[09:00] ",
        "99:99", "12.05.26, 14:03 - Jane: ", "[31/31/31, 25:61] X: ", "***", "=====", "Chat started: 2026-99-99", "2026-05-12",
        "NOTE", "1", "\r", "\u200e", "\x00", ": ", "(", ")", "Bot", "İ", "[0001-01-01 00:00+23:59] A: ",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25), st.sampled_from(sorted(FORMS)))
def test_no_text_makes_a_reader_fail(pieces: list[str], form: str) -> None:
    text = "".join(pieces)
    recognise(text, "a.txt")
    found, _ = read(text, form=form)
    assert all((turn.text and turn.text in text) or turn.text.split() for part in found for turn in part.turns)


def test_a_long_file_is_read_in_linear_time() -> None:
    turns = 4_000
    text = "".join(f"Agent: number {n}\nCustomer: answer {n}\nmore\n" for n in range(turns))
    assert len(one(text).turns) == 2 * turns


# Times that chats write are in test_texts_chats.py.
def test_a_chat_has_times_and_a_call_has_offsets() -> None:
    chat = one("[2026-05-12 09:00:12] Jane: Hi\n[2026-05-12 09:00:40] Sam (Support): Hello\n")
    assert [(turn.time, turn.offset) for turn in chat.turns] == [
        (datetime(2026, 5, 12, 9, 0, 12), None), (datetime(2026, 5, 12, 9, 0, 40), None),
    ]  # fmt: skip
