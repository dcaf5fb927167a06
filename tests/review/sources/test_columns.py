"""Columns are found by the names that exports use; where it is not clear which is meant, nobody guesses."""

from __future__ import annotations

import pytest

from coach.errors import UsageError
from coach.review.sources.columns import resolved
from coach.review.sources.options import Fields, ReadOptions
from coach.review.sources.turning import INNER, OUTER, language, planned

NONE = Fields()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("conversation role agent time text", "conversation role agent time text"),
        ("Conversation-ID|Sender Type|Sender Name|Created At|Body", "Conversation-ID|Sender Type|Sender Name|Created At|Body"),
        ("ticket_id author_role author created_at message", "ticket_id author_role author created_at message"),
        ("dialogue_id speaker utterance timestamp", "dialogue_id|-|speaker|timestamp|utterance"),
        ("Vorgang Rolle Mitarbeiter Datum Nachricht", "Vorgang Rolle Mitarbeiter Datum Nachricht"),
        ("диалог роль оператор время сообщение", "диалог роль оператор время сообщение"),
        ("görüşme_id rol temsilci tarih mesaj", "görüşme_id rol temsilci tarih mesaj"),
        # A better name wins over a usual one, and a name of its own over one within something else.
        ("conversation ticket_id role agent time text body", "conversation role agent time text"),
        ("thread.id thread_id role agent time text user.text", "thread_id role agent time text"),
    ],
)
def test_usual_names(names: str, expected: str) -> None:
    given = names.split("|") if "|" in names else names.split()
    wanted = expected.split("|") if "|" in expected else expected.split()
    found = resolved(given, NONE, "file")
    assert [found.get(meaning, "-") for meaning in ("conversation", "role", "agent", "time", "text")] == wanted


@pytest.mark.parametrize("names", ["conversation body message", "ticket_id case_id text", "conversation_id dialog_id text"])
def test_two_names_of_the_same_standing_are_an_error_with_the_columns_and_the_option(names: str) -> None:
    with pytest.raises(UsageError) as error:
        resolved(names.split(), NONE, "file")
    assert "-field" in str(error.value)
    assert all(name in str(error.value) for name in names.split())


def test_a_told_name_settles_it_in_any_case() -> None:
    found = resolved(["conversation", "body", "Message"], Fields(text="message"), "file")
    assert found["text"] == "Message"


def test_the_id_of_a_message_is_not_that_of_a_conversation() -> None:
    assert "conversation" not in resolved(["id", "role", "text"], NONE, "file")


@pytest.mark.parametrize(
    ("table", "role"),
    [
        ({"speaker": ["agent", "customer"]}, "speaker"),
        ({"from": ["Kunde", "Mitarbeiterin"]}, "from"),
        ({"sender": ["Jane", "Sam"], "participant": ["visitor", "operator"]}, "participant"),
        ({"inbound": ["True", "False"], "author_id": ["100", "Acme"]}, "inbound"),
        ({"is_agent": ["0", "1"]}, "is_agent"),
        ({"author": ["Jane", "Sam"]}, None),  # names say nothing about roles
        ({"agent": ["Sam", "Sam"]}, None),  # whose ticket it is, not who speaks
    ],
)
def test_roles_are_found_by_their_words(table: dict[str, list[object]], role: str | None) -> None:
    full: dict[str, list[object]] = {"text": ["a", "b"], **table}
    plan = planned(list(full), full.__getitem__, ReadOptions(), "file", (*INNER, *OUTER))
    assert plan.columns.get("role") == role


@pytest.mark.parametrize(
    ("name", "word", "role"),
    [
        ("inbound", "True", "customer"),
        ("inbound", "0", "agent"),
        ("from_agent", "true", "agent"),
        ("incoming", "no", "agent"),
        ("direction", "outbound", "agent"),
        ("inbound", "perhaps", "unknown"),
    ],
)
def test_flags_say_whose_turn_it_is(name: str, word: str, role: str) -> None:
    table: dict[str, list[object]] = {"text": ["a", "b"], name: ["true", "false"]}
    plan = planned(list(table), table.__getitem__, ReadOptions(fields=Fields(role=name)), "file", INNER)
    assert plan.roles[word] == role


def test_a_column_for_each_side() -> None:
    table: dict[str, list[object]] = {"text": ["a", "b"], "agent": ["Acme", None], "client": [None, "customer"]}
    plan = planned(list(table), table.__getitem__, ReadOptions(), "file", INNER)
    assert sorted(name for meaning, name in plan.columns.items() if meaning.startswith("side")) == ["agent", "client"]


def test_an_agent_beside_a_customer_in_every_row_is_no_side() -> None:
    table: dict[str, list[object]] = {"text": ["a", "b"], "agent": ["Sam", "Sam"], "customer": ["Jane", "Jane"]}
    plan = planned(list(table), table.__getitem__, ReadOptions(), "file", INNER)
    assert not [meaning for meaning in plan.columns if meaning.startswith("side")]


@pytest.mark.parametrize(
    ("word", "code"),
    [("de", "de"), ("en-US", "en"), ("tr_TR", "tr"), ("German", "de"), ("русский", "ru"), ("", None), ("unknown", None)],
)
def test_languages(word: str, code: str | None) -> None:
    assert language(word) == code
