"""What the fields beside a text say of it: its language, its channel, how often it was sent, whether it is still used."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from coach.model import CHANNELS, LANGUAGES
from coach.sources.data.tree import Value, text_of

LANGUAGE_NAMES = {
    "english": "en", "englisch": "en", "английский": "en", "ingilizce": "en",
    "german": "de", "deutsch": "de", "немецкий": "de", "almanca": "de",
    "russian": "ru", "russisch": "ru", "русский": "ru", "rusça": "ru",
    "turkish": "tr", "türkisch": "tr", "турецкий": "tr", "türkçe": "tr",
}  # fmt: skip
CODE = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?")
IN_BRACKETS = re.compile(r"^\s*[\[(]([A-Za-z]{2})[\])]|[\[(]([A-Za-z]{2})[\])]\s*$")
CHANNEL_NAMES = {"web": "email", "mail": "email", "messaging": "chat", "messenger": "chat", "voice": "phone", "call": "phone"}
NO = frozenset("false no 0 off n inactive disabled archived nein нет hayır".split())
NEVER = frozenset("false no 0 off n null none nein нет hayır".split()) | {""}
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?!\d)")
SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?")
"""Seconds since 1970, of the years from 1973 to 2286."""


def language(value: Value) -> str | None:
    """The language that a field names: "de", "de-AT", "Deutsch"; None where it names none. Not only the four of coach."""
    told = text_of(value).strip().lower()
    found = CODE.fullmatch(told)
    return found[1] if found else LANGUAGE_NAMES.get(told)


def language_in_title(title: str) -> str | None:
    """The language that the title of a macro or folder marks: "[DE] Storno", "de::Storno", "Storno (DE)"; None if unmarked."""
    for part in title.split("::") if "::" in title else ():
        code = language(part)
        if code in LANGUAGES:
            return code
    found = IN_BRACKETS.search(title)
    code = (found[1] or found[2]).lower() if found else title.strip().lower()
    return code if found and code in LANGUAGES else LANGUAGE_NAMES.get(code)


def channel(value: Value) -> str | None:
    """The channel that a field names ("channel:chat", "Chat", "web"), or None where it names none, or all."""
    told = text_of(value).strip().lower().removeprefix("channel:")
    told = CHANNEL_NAMES.get(told, told)
    return told if told in CHANNELS else None


def count(value: Value) -> int | None:
    """A number of times, or None."""
    told = text_of(value).strip()
    return int(told) if told.isdecimal() and len(told) < 16 else None


def day(value: Value) -> str:
    """The ISO date of a point in time, given as a date or in seconds since 1970; "" for anything else."""
    told = text_of(value).strip()
    found = DAY.match(told)
    if found:
        return found[1]
    return datetime.fromtimestamp(float(told), UTC).date().isoformat() if SECONDS.fullmatch(told) else ""


def is_off(value: Value) -> bool:
    """Whether a field like "active" says no; an empty one says nothing."""
    return text_of(value).strip().lower() in NO


def is_set(value: Value) -> bool:
    """Whether a field like "archived" or "archived_at" says yes, or since when."""
    return text_of(value).strip().lower() not in NEVER
