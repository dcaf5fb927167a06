"""The ledger of promises as a table and as a calendar."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime

from coach.review.promises import ledger_csv, ledger_ics
from coach.review.scoring.record import PromiseLine

STAMP = datetime(2026, 11, 18, 12, 0, 7)
LINE = PromiseLine(
    words="I'll call you back by 5 pm",
    who="I",
    by="by 5 pm",
    due=datetime(2026, 11, 18, 17, 0),
    agent="Agent 3",
    conversation="4711",
    source="chats.jsonl",
    turn=4,
    made=datetime(2026, 11, 18, 10, 30),
)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def content_lines(text: str) -> list[str]:
    """The content lines of a calendar, unfolded; every rule on lines of RFC 5545, section 3.1, is asserted on the way."""
    assert text.endswith("\r\n")
    lines = text.split("\r\n")[:-1]
    assert not any("\n" in line or "\r" in line for line in lines)
    assert all(len(line.encode("utf-8")) <= 75 for line in lines)
    unfolded = re.sub(r"\r\n ", "", "\r\n".join(lines)).split("\r\n")
    assert all(re.match(r"[A-Z-]+(?:;[^:]*)?:", line) for line in unfolded)
    return unfolded


def value(lines: list[str], name: str) -> str:
    """The unescaped text of the first property of that name."""
    written = next(line.partition(":")[2] for line in lines if line.startswith(f"{name}:"))
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], written)


def test_a_line_a_promise_what_is_due_first_in_front() -> None:
    later = LINE._replace(due=datetime(2026, 11, 20, 23, 59), conversation="4712")
    undated = LINE._replace(due=None, by="", made=None)
    heading, *body = rows(ledger_csv([undated, later, LINE]))
    assert heading[:4] == ["due", "by", "who", "words"]
    assert [line[0] for line in body] == ["2026-11-18 17:00", "2026-11-20 23:59", ""]
    assert body[0] == [
        "2026-11-18 17:00", "by 5 pm", "I", "I'll call you back by 5 pm", "Agent 3", "2026-11-18 10:30", "4711", "4",
        "chats.jsonl",
    ]  # fmt: skip


def test_undated_promises_with_and_without_the_time_they_were_made_can_be_sorted() -> None:
    undated = LINE._replace(due=None)
    assert len(rows(ledger_csv([undated, undated._replace(made=None), undated]))) == 4


def test_no_spreadsheet_computes_a_cell() -> None:
    _, line = rows(ledger_csv([LINE._replace(words='=HYPERLINK("http://x","y")\n+1', agent="@sum")]))
    assert line[3].startswith("'=")
    assert line[4] == "'@sum"


def test_an_event_for_each_promise_that_has_a_moment() -> None:
    lines = content_lines(ledger_ics([LINE, LINE._replace(due=None)], STAMP))
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == lines.count("BEGIN:VALARM") == 1
    assert "DTSTART:20261118T170000" in lines  # floating: no Z, no zone
    assert "DTSTAMP:20261118T120007Z" in lines
    assert value(lines, "SUMMARY") == LINE.words
    assert "Agent: Agent 3" in value(lines, "DESCRIPTION").split("\n")


def test_every_event_has_what_the_standard_asks_for() -> None:
    lines = content_lines(ledger_ics([LINE, LINE._replace(turn=6)], STAMP))
    for name in ("UID", "DTSTAMP", "DTSTART"):
        assert sum(line.startswith(f"{name}:") for line in lines) == 2
    assert sum(line.startswith("PRODID:") for line in lines) == 1


def test_the_same_promise_has_the_same_uid_whenever_it_is_exported() -> None:
    def uid(line: PromiseLine, stamp: datetime = STAMP) -> str:
        return value(content_lines(ledger_ics([line], stamp)), "UID")

    assert uid(LINE) == uid(LINE, datetime(2027, 1, 1)) == uid(LINE._replace(agent="Agent 9"))
    assert len({uid(LINE), uid(LINE._replace(turn=5)), uid(LINE._replace(conversation="4712"))}) == 3


def test_text_is_escaped_and_comes_back() -> None:
    words = "Wir melden uns; bis Freitag, 17 Uhr \\ spätestens\nGrüße\x07"
    lines = content_lines(ledger_ics([LINE._replace(words=words)], STAMP))
    assert value(lines, "SUMMARY") == words.removesuffix("\x07")


def test_text_cannot_add_properties() -> None:
    lines = content_lines(ledger_ics([LINE._replace(words="x\r\nATTENDEE:mailto:a@example.com", by="y\rBEGIN:VEVENT")], STAMP))
    assert not any(line.startswith("ATTENDEE") for line in lines)
    assert lines.count("BEGIN:VEVENT") == 1


def test_lines_are_folded_between_characters() -> None:
    words = "ğüşİöç " * 40 + "😀" * 60
    lines = content_lines(ledger_ics([LINE._replace(words=words)], STAMP))
    assert value(lines, "DESCRIPTION").startswith(words)
    assert len(value(lines, "SUMMARY")) <= 80


def test_an_unpaired_surrogate_does_not_stop_the_export() -> None:
    assert "BEGIN:VEVENT" in ledger_ics([LINE._replace(words="bad \ud800 sign")], STAMP)


def test_no_promises_an_empty_calendar() -> None:
    assert content_lines(ledger_ics([], STAMP))[-1] == "END:VCALENDAR"
    assert len(rows(ledger_csv([]))) == 1
