"""Stress: what becomes of a text when its placeholders are filled with awkward values, in every way it comes out.

Each placeholder is looked at by itself, with the words around it as they are. It costs nothing where a text has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coach.checking.stress_numbers import disagreement
from coach.checking.stress_turkish import wrong_ending
from coach.expressions import compiled
from coach.languages import language
from coach.model import LANGUAGES, Finding
from coach.rules.macro import finding
from coach.sources.document import Segment
from coach.sources.mapped import Mapped, plain
from coach.sources.masking import CODE, URL, mask
from coach.sources.placeholders import Placeholder, find, may_have, words_of
from coach.sources.templates import Conditions, has_statements, ways

EMPTY, NUMBER, ENDING = "macro/empty-value", "macro/number-agreement", "macro/turkish-ending"

NEVER_EMPTY = ("number", "money")
IDENTIFIERS = frozenset("id ids number no nr nummer code номер код numara numarası kodu".split())
OF_CARRIERS = ("track", "trace", "sendung", "paket", "kargo", "takip", "трек", "coupon", "voucher")
"""Words of numbers and links that may not be known yet."""

OURS = frozenset(
    (
        "agent operator teammate current brand account helpdesk help portal mailbox inbox config satisfaction survey "
        "signature dc site shop store base faq support unsubscribe forloop loop index queue priority status created"
    ).split()
)
"""Words of values that belong to the team or to the system and are always there."""

AGENTS = ("helpscout", "front", "zammad")
"""Help desks in which `user` is the agent."""

RECORDS = frozenset("ticket conversation case message".split())
SYSTEM = frozenset("url link status priority title subject at via channel type source description name".split())
"""Fields that every record has."""

THIS = frozenset({"this", "self", "."})

PAIRS = ("()", "[]", '""', "''", "„“", "„”", "“”", "«»", "»«", "‚‘", "‘’", "**", "__")
PLURALS = tuple(f"{sign}{kind}" for sign in "._" for kind in "zero one two few many other".split())
"""Ends of keys in files of translations, which have a text for each kind of number."""

GAP = " \t\u00a0\u202f"
NEAR = 200
"""Characters before and behind a placeholder that matter."""

EXCERPT = 32
"""Characters that are shown on either side of the gap."""


class Fault(NamedTuple):
    """What goes wrong at a placeholder, with the offset of the word that it goes wrong with."""

    rule: str
    placeholder: Placeholder
    other: int
    message: str


def findings(segment: Segment, lang: str | None) -> list[Finding]:
    """Where a segment falls apart with awkward values: the segment as it was read, before its branches are told apart.

    Offsets count in `segment.text.text`. What stands under a condition about the value is taken to be meant so. Without a
    language only empty values are looked for.
    """
    text = segment.text.text
    if not may_have(text):
        return []
    has_branches = has_statements(text, segment.dialect)
    conditions = Conditions(text if has_branches else "")
    counted = segment.name.endswith(PLURALS)
    assigned = frozenset(compiled(r"\{%[-+]?\s{0,9}(?:assign|set|capture)\s+(\w+)").findall(text))
    found: dict[tuple[str, int], Finding] = {}
    for way in ways(text) if has_branches else [plain(text)]:
        for fault in faults(way.text, lang or "", segment.dialect):
            start, end = way.span(fault.placeholder.start, fault.placeholder.end)
            meant = fault.rule != ENDING and (fault.placeholder.name in assigned or guarded(fault, way, conditions))
            meant = meant or (fault.rule == NUMBER and counted)
            if not meant and (fault.rule, start) not in found:
                found[fault.rule, start] = finding(fault.rule, text, (start, end), fault.message)
    return sorted(found.values(), key=lambda one: (one.start, one.end, one.rule))


def guarded(fault: Fault, way: Mapped, conditions: Conditions) -> bool:
    """Whether a condition around the placeholder, or around the word it does not fit, asks for its value.

    For an empty value it is enough that the condition asks for what the value is a part of.
    """
    name = fault.placeholder.name
    parts = [match.start() for match in compiled(r"[.\[]").finditer(name)] if fault.rule == EMPTY else []
    asked = "|".join(re.escape(name[:cut]) for cut in (len(name), *parts))
    return any(
        compiled(rf"(?<![\w.])(?:{asked})(?![\w.\[])").search(condition)
        for offset in (fault.placeholder.start, fault.other)
        for condition in conditions.at(way.span(offset, offset + 1)[0])
    )


def faults(text: str, lang: str, dialect: str) -> Iterator[Fault]:
    """What goes wrong in one way that a text comes out."""
    masked = mask(text)
    placeholders = [one for one in find(text) if is_prose(one, text, masked)]
    settled: set[Placeholder] = set()
    for one in placeholders:
        before, line = around(text, one.start, one.end)
        message, offset = disagreement(one, before, line, lang)
        if message:
            yield Fault(NUMBER, one, one.end + offset, message)
        ending = wrong_ending(one, line) if lang == "tr" else ""
        if ending:
            yield Fault(ENDING, one, one.start, ending)
        if message or ending:
            settled.add(one)
    for group in groups(placeholders, text, dialect):
        reads = broken(text, group[0].start, group[-1].end, lang, is_text=group[0].type == "text")
        if reads and settled.isdisjoint(group):
            names = " and ".join(one.name for one in group)
            verb = "is" if len(group) == 1 else "are"
            yield Fault(EMPTY, group[0], group[0].start, f'where {names} {verb} empty, this reads: "{reads}"')


def is_prose(placeholder: Placeholder, text: str, masked: str) -> bool:
    """Whether a placeholder is a word of the text: not code, no part of a link, no mark of an anonymised text (#NAME#)."""
    start, end = placeholder.start, placeholder.end
    in_link = masked[start] == URL and (masked[start - 1 : start] == URL or masked[end : end + 1] == URL)
    in_link = in_link or text[max(0, start - 2) : start] == "]("
    return masked[start] != CODE and not in_link and not compiled(r"#\w").match(text, start)


def groups(placeholders: Sequence[Placeholder], text: str, dialect: str) -> Iterator[list[Placeholder]]:
    """The placeholders that may be empty; those beside each other together, for then the name is missing altogether."""
    group: list[Placeholder] = []
    for one in placeholders:
        empty = can_be_empty(one, dialect)
        if group and not (empty and not text[group[-1].end : one.start].strip(GAP)):
            yield group
            group = []
        if empty:
            group.append(one)
    if group:
        yield group


def can_be_empty(placeholder: Placeholder, dialect: str) -> bool:
    """Whether nobody knows that a value is there."""
    words = words_of(placeholder.name) or [""]
    is_item = placeholder.name in THIS or words[0] in THIS
    if placeholder.fallback or placeholder.type in NEVER_EMPTY or is_item or not OURS.isdisjoint(words):
        return False
    if placeholder.type == "url" or words[-1] == "ticket" or not IDENTIFIERS.isdisjoint((words[0], words[-1])):
        return any(word.startswith(OF_CARRIERS) for word in words)
    if words[0] == "user" and dialect in AGENTS:
        return False
    return not (
        words[0] in RECORDS and words[-1] in SYSTEM and len(words) <= 3 and placeholder.type not in ("name", "first_name")
    )


def broken(text: str, start: int, end: int, lang: str, *, is_text: bool) -> str:
    """How a line reads without `[start:end]`, where it falls apart; "" where it copes."""
    before, after = around(text, start, end)
    begin = start - len(before)
    left, right = before.rstrip(GAP), after.lstrip(GAP)
    above = text[max(0, begin - NEAR) : begin].rstrip(GAP + "\r\n").rpartition("\n")[2]
    apart = left != before or not left  # there is a space, or nothing, in front of the gap
    lower = right[:1].islower()
    alone = not left and not right.rstrip()
    if alone:
        return excerpt(above, "") if above.endswith(":") else ""
    is_broken = (
        (apart and right[:1] in tuple(",;.!?:)") and not right.startswith(("...", ":)", ";)", ":-", ";-")))
        or f"{left[-1:]}{right[:1]}" in PAIRS
        or not compiled(r"\w").search(left + right)
        or (left.endswith(":") and not right.rstrip())
        or (apart and compiled(r"['’]\w").match(right))
        or (lower and (left.endswith((".", "!", "?")) or (not left and not compiled(r"[\w,]$").search(above))))
        or (left != before and right != after and two_spaces(left, right, lang, is_text=is_text))
    )
    return excerpt(before, after) if is_broken else ""


def two_spaces(left: str, right: str, lang: str, *, is_text: bool) -> bool:
    """Whether two words are left with two spaces between them; of a value of unknown kind only after a word that needs it."""
    last = compiled(r"\w+$").search(left)
    if not last or not right[:1].isalnum():
        return False
    return not is_text or (lang in LANGUAGES and language(lang).fold(last[0]) in language(lang).function_words)


def excerpt(before: str, after: str) -> str:
    """The words around a gap."""
    left, right = before.lstrip(), after.rstrip()
    if len(left) > EXCERPT:
        left = f"… {left[-EXCERPT:].partition(' ')[2]}"
    if len(right) > EXCERPT:
        right = f"{right[:EXCERPT].rpartition(' ')[0]} …"
    return f"{left}{right}".strip()


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands on the line before and behind a span, as far as it matters."""
    before, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return before.rpartition("\n")[2], behind.partition("\n")[0]
