"""Who is the agent: told by words, names, channels and brackets, never guessed from what is said."""

from __future__ import annotations

import pytest

from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Turn
from coach.review.sources.options import ReadOptions
from coach.review.sources.roles import LEFT_OUT, role_of, told, with_roles

NOTHING = ReadOptions()


def roles(*speakers: str, options: ReadOptions = NOTHING, role: str = UNKNOWN) -> list[str]:
    return [turn.role for turn in with_roles([Turn(role, "Hello.", speaker) for speaker in speakers], options)]


@pytest.mark.parametrize(
    "word",
    "agent Agent AGENT agent_1 support Support-Team operator rep customer_service Mitarbeiter Mitarbeiterin Mitarbeiter:in "
    "Kundenservice оператор Оператор поддержка Служба_поддержки temsilci TEMSİLCİ Müşteri_Temsilcisi musteri_temsilcisi "
    "destek Operatör help-desk".split(),
)
def test_words_for_agents(word: str) -> None:
    assert role_of(word) == AGENT


@pytest.mark.parametrize(
    "word",
    "customer CUSTOMER client user end-user End_User visitor guest caller requester Kunde Kundin Kunde:in Anrufer Käufer клиент "
    "Пользователь покупатель müşteri MÜŞTERİ musteri kullanıcı KULLANICI ziyaretçi customer2".split(),
)
def test_words_for_customers(word: str) -> None:
    assert role_of(word) == CUSTOMER


@pytest.mark.parametrize(
    "word", "bot Chatbot CUSTOM_BOT system note internal-note ivr Notiz бот система заметка sistem sanal_asistan not".split()
)
def test_words_for_what_no_person_said_to_a_customer(word: str) -> None:
    assert role_of(word) == LEFT_OUT


@pytest.mark.parametrize(
    "word",
    [
        "Sam", "Jane Doe", "", "1", "spk_0", "agency", "customs", "botany", "Robotham", "Kundera", "sales figures", "клиника",
        "the agent said", "x" * 5000, "\x00", "agent customer",
    ],
)  # fmt: skip
def test_other_words_tell_no_role(word: str) -> None:
    assert role_of(word) is None


def test_a_role_in_brackets_is_taken_off_the_name() -> None:
    turns = with_roles([Turn(UNKNOWN, "Hi", "Jane Doe"), Turn(UNKNOWN, "Hello", "Sam (Support)")], NOTHING)
    assert [(turn.role, turn.speaker) for turn in turns] == [(CUSTOMER, "Jane Doe"), (AGENT, "Sam")]


def test_other_brackets_stay() -> None:
    assert told("Sam (Berlin)", NOTHING) == ("Sam (Berlin)", None)


def test_an_account_of_a_company_is_an_agent() -> None:
    assert roles("Acme Support", "Jane") == [AGENT, CUSTOMER]


@pytest.mark.parametrize("name", ["Sam Miller", "sam miller", "SAM MILLER", "Sam", "sam"])
def test_agents_by_whole_or_first_name(name: str) -> None:
    assert roles("Jane", "Sam Miller", options=ReadOptions(agent_names=(name,))) == [CUSTOMER, AGENT]


@pytest.mark.parametrize("name", ["Miller", "Sa", "Samantha", ""])
def test_other_names_are_not_the_agent(name: str) -> None:
    assert roles("Jane", "Sam Miller", options=ReadOptions(agent_names=(name,))) == [UNKNOWN, UNKNOWN]


def test_the_channel_of_the_agent() -> None:
    assert roles("1", "2", "1", options=ReadOptions(agent_channel=2)) == [CUSTOMER, AGENT, CUSTOMER]


def test_channels_alone_tell_nothing() -> None:
    assert roles("1", "2") == [UNKNOWN, UNKNOWN]


def test_the_channel_does_not_touch_names() -> None:
    assert roles("Jane", "Sam", options=ReadOptions(agent_channel=1)) == [UNKNOWN, UNKNOWN]


def test_one_known_role_of_two_people_tells_the_other() -> None:
    assert roles("Agent", "Jane", "Agent") == [AGENT, CUSTOMER, AGENT]
    assert roles("Customer", "Sam") == [CUSTOMER, AGENT]


def test_one_person_with_and_without_the_bracket_is_one() -> None:
    assert roles("Sam (Support)", "Jane", "Sam") == [AGENT, CUSTOMER, AGENT]


def test_among_three_people_nobody_is_guessed() -> None:
    assert roles("Sam (Support)", "Jane", "Ann") == [AGENT, UNKNOWN, UNKNOWN]


def test_turns_without_a_speaker_stay_unknown() -> None:
    assert roles("Agent", "", "Agent") == [AGENT, UNKNOWN, AGENT]


def test_words_of_a_turn_tell_nothing() -> None:
    turns = [Turn(UNKNOWN, "How can I help you today?", "Sam"), Turn(UNKNOWN, "My order is late.", "Jane")]
    assert [turn.role for turn in with_roles(turns, NOTHING)] == [UNKNOWN, UNKNOWN]


def test_roles_of_the_export_are_kept() -> None:
    turns = [Turn(CUSTOMER, "Hi", "Sam (Support)"), Turn(AGENT, "Hi", "Jane")]
    assert with_roles(turns, ReadOptions(agent_names=("Sam",))) == tuple(turns)


def test_asking_twice_changes_nothing() -> None:
    once = with_roles([Turn(UNKNOWN, "Hi", "Sam (Support)"), Turn(UNKNOWN, "Hi", "Jane")], NOTHING)
    assert with_roles(once, NOTHING) == once


def test_a_bot_is_told_for_the_reader_to_leave_out() -> None:
    assert told("Bot", NOTHING) == ("Bot", LEFT_OUT)
    assert told("Acme (Bot)", NOTHING) == ("Acme", LEFT_OUT)
