"""Logs of chats as people copy them: `[09:00:12] Sam (Support): ...`, `Sam (12:03): ...`, `Agent: ...`.

A file keeps to one way of writing, told from its beginning: then `Note: ...` in a message is no speaker where messages begin with
a time. Lines that begin no message go on with the one above. `*** Sam has left the chat ***` is of the system.

A file may hold several conversations. A new one begins behind a ruler (=====), with a line that says so (`Chat started: ...`,
`Conversation 12`), and with a line that is only a date and has an empty line above it. A date without one is a chat that goes on
after midnight. A clock without any date gives offsets from the first message, so that response times can be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from coach.expressions import compiled
from coach.review.record import UNKNOWN, Turn
from coach.review.sources.texts.clock import DATE, TIME, Clock, clock, day, moment, order_of
from coach.review.sources.texts.speaking import PREFIX, Part, Report, is_speaker

NAME = r"(?P<name>[^\s*:\[\]<>{}\"][^:\n<>{}\"]{0,59}?)"
STAMP = rf"(?:(?P<date>{DATE})[,T\s]\s?)?(?P<time>{TIME})"
STYLES = (
    rf"\s*[\[(]{STAMP}[\])]\s?-?\s?{NAME}\s?:(?:\s+|$)(?P<text>.*)",  # [09:00:12] Jane Doe: text
    rf"\s*{STAMP}\s?(?:-|–|\|)?\s+{NAME}\s?:(?:\s+|$)(?P<text>.*)",  # 2026-05-12 09:00 - Jane Doe: text
    rf"\s*{NAME}\s?[\[(]{STAMP}[\])]\s?:?(?:\s+|$)(?P<text>.*)",  # Jane Doe (09:00): text
    rf"\s*{PREFIX}",  # Jane Doe: text
)
PLAIN = STYLES[-1]

RULER = r"\s*([-=_*#~])\1{2,}\s*"
STAMPED = rf"\s*(?:[\[(]?{STAMP}[\])]?\s?-?\s?)?"
SYSTEM = (
    rf"{STAMPED}(?:\*{{3,}}.*|[-–—=]{{2,}}\s.*[-–—=]{{2,}}"
    r"|(?i:[^:]{1,60} (?:has |)(?:joined|left|entered|ended)(?: the)? (?:chat|conversation|session)[^:]*"
    r"|[^:]{1,60} (?:hat den chat|ist dem chat|вош[её]л|вышел|покинул|присоединил|sohbete katıldı|sohbetten ayrıldı)[^:]*"
    r"|(?:chat|conversation|session) (?:ended|closed|transferred)\b.*|(?:chat|gespräch) beendet.*|чат (?:заверш|окончен).*"
    r"|sohbet (?:sona erdi|bitti|sonlandırıldı).*))"
)
"""What nobody said: a line without a colon about who came and went, or between asterisks or dashes."""

OPENING = (
    r"(?i)\W*(?:(?:chat|conversation|session) (?:started|began|opened|transcript|log|id|with|#|no\.?|number)\b.*"
    r"|(?:chat|conversation|gespräch|sohbet|чат|диалог|ticket)\s?(?:#|№|nr\.?|no\.?)?\s?:?\s?\d[\w\-]*\W*|transcript of .*"
    r"|chat ?(?:beginn|verlauf|gestartet).*|gespräch (?:begonnen|vom).*|чат (?:начат|от).*|начало чата.*"
    r"|sohbet (?:başladı|başlangıcı|geçmişi).*)"
)
DATE_LINE = rf"\W*(?:(?i:date|datum|дата|tarih):?\s)?(?:[^\W\d_]{{2,12}}[,.]?\s)?(?P<date>{DATE})\W*"
ANY_DATE = rf"(?<![\d.])(?P<date>{DATE})(?![\d])"

LINES = 400
"""Lines from which the way of writing is told."""

NIGHT = 12 * 3600
A_DAY = 86_400


def begins(head: str, *, named: bool) -> bool:
    """Whether enough lines at the beginning of a file are messages; with an ending of a log (`named`) one will do."""
    if head.lstrip()[:1] in ("{", "<") or compiled(r"\s*\[\s*[\[{\"]").match(head):
        return False
    style = style_of(head)
    if not style:
        return False
    lines = [line for line in head.split("\n")[:LINES] if line.strip()]
    hits = sum(compiled(style).match(line) is not None for line in lines)
    return hits >= 1 if named else hits >= 2 and (style != PLAIN or hits * 3 >= len(lines))


def style_of(head: str) -> str:
    """The way in which most messages at the beginning of a text are written; "" where there are none."""
    lines = [line for line in head.split("\n")[:LINES] if line.strip() and not of_system(line)]
    if not lines:
        return ""
    counts = {style: sum(begins_message(style, line) for line in lines) for style in STYLES}
    timed = max(STYLES[:-1], key=lambda style: counts[style])
    best = timed if counts[timed] * 2 >= counts[PLAIN] else PLAIN
    return best if counts[best] else ""


def begins_message(style: str, line: str) -> bool:
    """Whether a line is the beginning of a message in that style."""
    found = compiled(style).match(line)
    return found is not None and (style != PLAIN or is_speaker(found["name"]))


def of_system(line: str) -> bool:
    """Whether nobody said this line."""
    return any(compiled(form).fullmatch(line) for form in (RULER, SYSTEM, OPENING, DATE_LINE))


def spoken(text: str, report: Report) -> Iterator[Part]:
    """The conversations of a file."""
    lines = text.split("\n")
    style = style_of(text)
    if not style:
        return
    dates = [
        found["date"] for line in lines if any(map(str.isdigit, line[:40])) and (found := compiled(ANY_DATE).search(line[:60]))
    ]
    reader = Reader(
        style, order_of(dates, american=compiled(r"(?i)\d:\d\d(?::\d\d)? ?[ap]\.?m\b").search(text[:4000]) is not None)
    )
    blank = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            reader.go_on("")
            blank = True
            continue
        if part := reader.boundary(line, blank=blank):
            yield part
        if not reader.read(line, number):
            report(number, "this line stands above the first message and is left out")
        blank = False
    if part := reader.close():
        yield part


def written_dates(style: str, lines: list[str]) -> Iterator[str]:
    """The dates in front of messages and in lines of their own, from which the order of day and month is told."""
    for line in lines:
        if not compiled(ANY_DATE).search(line):
            continue
        found = compiled(style).match(line) or compiled(DATE_LINE).fullmatch(line)
        if not found and compiled(OPENING).fullmatch(line):
            found = compiled(ANY_DATE).search(line)
        if found and (written := found.groupdict().get("date")):
            yield written


class Reader:
    """Reads the lines of a log one after the other, and gives a conversation where one ends."""

    def __init__(self, style: str, order: tuple[str, ...]) -> None:
        self._style = style
        self._order = order
        self._said: list[tuple[str, datetime | None, float | None, int, list[str]]] = []
        self._left_out = 0
        self._date: date | None = None
        self._first: Clock | None = None
        self._last: Clock | None = None
        self._days = 0

    def close(self) -> Part | None:
        """The conversation so far, if there is one; the next begins."""
        turns = [
            Turn(UNKNOWN, "\n".join(words).strip(), speaker, time, offset, line)
            for speaker, time, offset, line, words in self._said
        ]
        part = Part(turns, self._left_out) if turns or self._left_out else None
        self._said, self._left_out = [], 0
        self._first = self._last = None
        self._days = 0
        return part

    def boundary(self, line: str, *, blank: bool) -> Part | None:
        """The conversation that ends before this line, which belongs to none or begins the next."""
        opens = (
            compiled(OPENING).fullmatch(line)
            or compiled(RULER).fullmatch(line)
            or (blank and compiled(DATE_LINE).fullmatch(line))
        )
        if not opens:
            return None
        return self.close() if self._said else None

    def read(self, line: str, number: int) -> bool:
        """Take a line; False for one that belongs to nothing."""
        if compiled(OPENING).fullmatch(line) or compiled(DATE_LINE).fullmatch(line):
            if said := compiled(ANY_DATE).search(line):
                self._date = day(said["date"], self._order) or self._date
                self._days = 0
            return True
        found = compiled(self._style).match(line)
        if found and begins_message(self._style, line):
            self._message(found.groupdict(), number)
            return True
        if compiled(RULER).fullmatch(line):
            return True
        if compiled(SYSTEM).fullmatch(line):
            self._left_out += 1
            return True
        return self.go_on(line)

    def go_on(self, line: str) -> bool:
        """Add a line to the message above; False where there is none."""
        if not self._said:
            return not line
        self._said[-1][-1].append(line)
        return True

    def _message(self, said: dict[str, str | None], number: int) -> None:
        """Begin a message."""
        at = clock(said.get("time") or "")
        if written := said.get("date"):
            self._date = day(written, self._order)
            self._days = 0
        elif at and self._last and at.seconds < self._last.seconds - NIGHT:
            self._days += 1
        time: datetime | None = None
        offset: float | None = None
        if at:
            self._first = self._first or at
            self._last = at
            if self._date:
                time = moment(self._date + timedelta(days=self._days), at)
            else:
                offset = float(at.seconds - self._first.seconds + A_DAY * self._days)
        self._said.append(((said["name"] or "").strip(), time, offset, number, [said["text"] or ""]))
