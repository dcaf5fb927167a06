"""Chats: exports of WhatsApp in four languages, and logs as people copy them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Conversation, Trouble
from coach.review.sources.options import ReadOptions
from coach.review.sources.texts import conversations, recognise

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "review" / "texts"
NOTHING = ReadOptions()
SAM = ReadOptions(agent_names=("Sam",))


def read(text: str, options: ReadOptions = NOTHING) -> tuple[list[Conversation], list[Trouble]]:
    troubles: list[Trouble] = []
    form = recognise(text, "chat.txt")
    assert form is not None
    return list(conversations(text, form, "chat.txt", options, troubles.append)), troubles


def one(text: str, options: ReadOptions = NOTHING) -> Conversation:
    found, troubles = read(text, options)
    assert not troubles
    (only,) = found
    return only


def times(conversation: Conversation) -> list[datetime | None]:
    return [turn.time for turn in conversation.turns]


# WhatsApp


@pytest.mark.parametrize(
    "line",
    [
        "12/05/2026, 14:03 - Jane Doe: Hi",  # Android, English outside the United States
        "13/05/26, 14:03 - Jane Doe: Hi",
        "12.05.26, 14:03 - Jane Doe: Hi",  # German, Russian
        "12.05.2026 14:03 - Jane Doe: Hi",  # Turkish
        "2026-05-12, 14:03 - Jane Doe: Hi",
        "[12.05.26, 14:03:00] Jane Doe: Hi",  # iOS
        "\u200e[12/05/2026, 14:03:00] ~\u202fJane Doe: Hi",
        "[12.05.2026 14:03:00] Jane Doe: Hi",
    ],
)
def test_whatsapp_as_telephones_write_it(line: str) -> None:
    chat = one(f"{line}\n")
    (turn,) = chat.turns
    assert (turn.speaker, turn.text) == ("Jane Doe", "Hi")
    assert turn.time in (datetime(2026, 5, 12, 14, 3), datetime(2026, 5, 13, 14, 3))


def test_the_american_order_is_told_by_am_and_pm() -> None:
    chat = one("5/6/26, 2:03\u202fPM - Jane: Hi\n5/6/26, 12:04\u202fAM - Sam: Hello\n")
    assert times(chat) == [datetime(2026, 5, 6, 14, 3), datetime(2026, 5, 6, 0, 4)]


def test_the_order_is_told_by_a_day_beyond_twelve() -> None:
    chat = one("05/06/26, 14:03 - Jane: Hi\n05/28/26, 14:04 - Sam: Hello\n")
    assert times(chat) == [datetime(2026, 5, 6, 14, 3), datetime(2026, 5, 28, 14, 4)]


def test_the_order_is_told_by_the_way_time_goes() -> None:
    chat = one("01/12/26, 14:03 - Jane: Hi\n02/03/26, 14:04 - Sam: Hello\n")
    assert times(chat) == [datetime(2026, 1, 12, 14, 3), datetime(2026, 2, 3, 14, 4)]


@pytest.mark.parametrize(
    "words",
    [
        "<Media omitted>", "\u200eimage omitted", "<Medien ausgeschlossen>", "\u200eBild weggelassen", "<Без медиафайлов>",
        "<Medya dahil edilmedi>", "\u200egörüntü dahil edilmedi", "IMG-1.jpg (file attached)", "IMG-1.jpg (Datei angehängt)",
        "<attached: 00001-PHOTO.jpg>", "This message was deleted", "Diese Nachricht wurde gelöscht.",
        "Данное сообщение удалено",
        "Bu mesaj silindi", "Missed voice call", "",
    ],
)  # fmt: skip
def test_what_is_left_of_media_is_left_out(words: str) -> None:
    chat = one(f"12.05.26, 14:03 - Jane: {words}\n12.05.26, 14:04 - Jane: Hallo\n")
    assert [turn.text for turn in chat.turns] == ["Hallo"]
    assert chat.left_out <= 1


@pytest.mark.parametrize("words", ["The image omitted a detail.", "I deleted this message", "Is media omitted?", "What is null?"])
def test_what_only_sounds_like_it_stays(words: str) -> None:
    assert [turn.text for turn in one(f"12.05.26, 14:03 - Jane: {words}\n").turns] == [words]


def test_lines_of_the_system_are_left_out_and_counted() -> None:
    chat = one(
        "12.05.26, 14:00 - Messages and calls are end-to-end encrypted. Tap to learn more.\n"
        "12.05.26, 14:03 - Jane: Hi\n12.05.26, 14:04 - Jane changed their phone number.\n12.05.26, 14:05 - Sam: Hello\n"
    )
    assert ([turn.text for turn in chat.turns], chat.left_out) == (["Hi", "Hello"], 2)


def test_ios_writes_the_system_as_somebody() -> None:
    chat = one("[12.05.26, 14:03:00] Acme: \u200eMessages and calls are end-to-end encrypted.\n[12.05.26, 14:03:11] Jane: Hi\n")
    assert ([turn.text for turn in chat.turns], chat.left_out) == (["Hi"], 1)


def test_lines_that_go_on_belong_to_the_message() -> None:
    chat = one(
        "12.05.26, 14:03 - Jane: First\nNote: second\n\nthird\n12.05.26, 14:04 - Sam: Hello <This message was edited>\n", SAM
    )
    assert [(turn.role, turn.text) for turn in chat.turns] == [(CUSTOMER, "First\nNote: second\n\nthird"), (AGENT, "Hello")]
    assert chat.customer == "Jane"


def test_a_day_that_there_is_not_is_reported_and_the_words_are_read() -> None:
    found, troubles = read("12.05.26, 14:03 - Jane: Hi\n31.02.26, 14:04 - Sam: Hello\n")
    assert times(found[0]) == [datetime(2026, 5, 12, 14, 3), None]
    assert [trouble.where for trouble in troubles] == ["chat.txt:2"]


# Logs


def test_a_copied_chat() -> None:
    text = (FIXTURES / "plain_chat_log.txt").read_text(encoding="utf-8")
    chat = one(text)
    assert [(turn.role, turn.speaker, turn.offset, turn.text) for turn in chat.turns] == [
        (CUSTOMER, "Jane Doe", 0.0, "Hi, where is my parcel?"),
        (AGENT, "Sam", 28.0, "Hi Jane, it arrives tomorrow between 9 and 12."),
        (CUSTOMER, "Jane Doe", 46.0, "great"),
    ]
    assert (chat.left_out, chat.customer, chat.channel) == (1, "Jane Doe", "chat")


@pytest.mark.parametrize(
    "text",
    [
        "[09:00] Jane: Hi\n[09:01] Sam: Hello\n",
        "(09:00:00) Jane: Hi\n(09:01:00) Sam: Hello\n",
        "09:00 Jane: Hi\n09:01 Sam: Hello\n",
        "9:00 AM - Jane: Hi\n9:01 AM - Sam: Hello\n",
        "Jane (09:00): Hi\nSam (09:01): Hello\n",
        "Jane [09:00]: Hi\nSam [09:01]: Hello\n",
        "2026-05-12T09:00:00Z Jane: Hi\n2026-05-12T09:01:00Z Sam: Hello\n",
        "[12.05.2026 09:00] Jane: Hi\n[12.05.2026 09:01] Sam: Hello\n",
        "Jane: Hi\nSam: Hello\n",
    ],
)
def test_ways_of_writing(text: str) -> None:
    chat = one(text, SAM)
    assert [(turn.role, turn.speaker, turn.text) for turn in chat.turns] == [(CUSTOMER, "Jane", "Hi"), (AGENT, "Sam", "Hello")]


def test_a_colon_in_a_message_is_no_speaker_where_messages_have_times() -> None:
    chat = one("[09:00] Jane: Two things\nRouter: broken\nPhone: fine\n[09:01] Sam: Thanks: noted\n", SAM)
    assert [turn.text for turn in chat.turns] == ["Two things\nRouter: broken\nPhone: fine", "Thanks: noted"]


def test_zones_become_utc() -> None:
    chat = one("2026-05-12T01:00:00+02:00 Jane: Hi\n2026-05-11T23:01:00Z Sam: Hello\n")
    assert times(chat) == [datetime(2026, 5, 11, 23, 0), datetime(2026, 5, 11, 23, 1)]


def test_a_chat_may_go_on_after_midnight() -> None:
    chat = one("Chat started: 2026-05-12\n[23:59:10] Jane: Hi\n[00:01:00] Sam (Support): Hello\n")
    assert times(chat) == [datetime(2026, 5, 12, 23, 59, 10), datetime(2026, 5, 13, 0, 1)]
    chat = one("[23:59:10] Jane: Hi\n[00:01:00] Sam (Support): Hello\n")
    assert [turn.offset for turn in chat.turns] == [0.0, 110.0]


def test_a_clock_that_stands_a_little_back_is_not_the_next_day() -> None:
    chat = one("[09:00:10] Jane: Hi\n[09:00:05] Sam (Support): Hello\n")
    assert [turn.offset for turn in chat.turns] == [0.0, -5.0]


@pytest.mark.parametrize(
    "between", ["=====\n", "\n----------\n\n", "Chat started: 2026-05-13\n", "\nConversation 12\n", "\n2026-05-13\n"]
)
def test_where_a_new_conversation_begins(between: str) -> None:
    found, _ = read(f"Agent: Hello\nCustomer: Hi\n{between}Agent: Good morning\nCustomer: Hey\n")
    assert [len(conversation.turns) for conversation in found] == [2, 2]


@pytest.mark.parametrize("between", ["\n", "\n\n", "2026-05-13\n", "--\n", "*** Sam has left the chat ***\n", "Order: 12\n"])
def test_where_it_goes_on(between: str) -> None:
    found, _ = read(f"Agent: Hello\nCustomer: Hi\n{between}Agent: Good morning\nCustomer: Hey\n")
    assert len(found) == 1


def test_dates_in_lines_of_their_own_count_for_what_follows() -> None:
    found, _ = read(
        "12.05.2026\nJane (12:03): Hi\nSam (Agent) (12:04): Hello\n\n13.05.2026\nJane (00:03): Hi\nSam (Agent) (00:05): Hey\n"
    )
    assert [times(conversation)[0] for conversation in found] == [datetime(2026, 5, 12, 12, 3), datetime(2026, 5, 13, 0, 3)]


def test_bots_are_left_out_and_counted() -> None:
    chat = one("[09:00] Bot: Hello\n[09:00] Jane: Hi\n[09:01] Sam (Support): Hello\n[09:01] Acme (Bot): Rate us\n")
    assert ([turn.speaker for turn in chat.turns], chat.left_out) == (["Jane", "Sam"], 2)


@pytest.mark.parametrize(
    "line",
    [
        "*** Sam joined ***", "Sam has left the chat", "-- transferred --", "Chat ended", "Анна покинула чат",
        "Ayşe sohbetten ayrıldı", "[09:02] *** Jane left ***",
    ],
)  # fmt: skip
def test_lines_of_the_system_in_logs(line: str) -> None:
    chat = one(f"[09:00] Jane: Hi\n[09:01] Sam: Hello\n{line}\n")
    assert [turn.text for turn in chat.turns] == ["Hi", "Hello"]
    assert chat.left_out == 1


@pytest.mark.parametrize(
    "words", ["My colleague has left the chat", "** important **", "-- see below", "I joined the chat late: sorry"]
)
def test_what_somebody_says_of_such_things_is_not_of_the_system(words: str) -> None:
    assert [turn.text for turn in one(f"[09:00] Jane: {words}\n[09:01] Sam: Hello\n").turns] == [words, "Hello"]


def test_words_above_the_first_message_are_reported() -> None:
    found, troubles = read("Exported by Acme\nAgent: Hello\nCustomer: Hi\n")
    assert len(found[0].turns) == 2
    assert [trouble.where for trouble in troubles] == ["chat.txt:1"]


def test_three_people_without_roles_stay_unknown() -> None:
    chat = one("Jane: Hi\nSam: Hello\nAnn: Hey\n")
    assert [turn.role for turn in chat.turns] == [UNKNOWN] * 3


def test_russian_and_turkish_logs() -> None:
    chat = one("Клиент: Здравствуйте\nОператор: Добрый день\n")
    assert [turn.role for turn in chat.turns] == [CUSTOMER, AGENT]
    chat = one("Müşteri: Merhaba\nMüşteri Temsilcisi: Merhaba\n")
    assert [turn.role for turn in chat.turns] == [CUSTOMER, AGENT]
