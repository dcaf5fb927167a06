"""Chats exported from WhatsApp, on Android (`12.05.26, 14:03 - Jane: ...`) and iOS (`[12.05.26, 14:03:22] Jane: ...`).

The order of day and month is that of the telephone, and is told from all dates of the file. Lines of the system, and messages
of which only "media omitted" is left, are counted as left out. A file is one conversation.
"""

from __future__ import annotations

from collections.abc import Iterator

from coach.expressions import compiled
from coach.review.record import UNKNOWN, Turn
from coach.review.sources.texts.clock import DATE, TIME, clock, day, moment, order_of
from coach.review.sources.texts.speaking import Part, Report

MARKS = "\u200e\u200f\u202a\u202c\ufeff"
"""Signs of direction that iOS writes around names and in front of its own messages."""

HEADER = (
    rf"[{MARKS}]*(?:\[(?P<date>{DATE}),?\s(?P<time>{TIME})\][{MARKS}\s]"
    rf"|(?P<day>{DATE}),?\s(?P<clock>{TIME})\s-\s)"
    rf"[{MARKS}~\s\u202f]*(?P<rest>.*)"
)
SAID = rf"(?P<name>[^:\n]{{1,80}}?)[{MARKS}]*:(?:\s(?P<text>.*)|$)"
BEGINNING = 20
"""Lines in which the first message is looked for."""

OMITTED = (
    r"(?i)<[^<>]{0,40}(?:omitted|ausgeschlossen|weggelassen|без медиафайлов|dahil edilmedi|attached|angehängt"
    r"|прикреплен\w*|ekli)[^<>]*>"
    r"|(?:image|video|audio|sticker|gif|document|contact card|bild|foto|sprachnachricht|dokument|kontaktkarte|videonachricht)"
    r" (?:omitted|weggelassen|ausgeschlossen)|(?:görüntü|video|ses|çıkartma|belge|gif) dahil edilmedi"
    r"|(?:изображение|видео|аудио(?:файл)?|стикер|документ|gif) (?:отсутствует|не добавлен\w?|пропущен\w?|опущен\w?)"
    r"|\S.{0,80}\((?:file attached|datei angehängt|файл добавлен|dosya ekli)\)"
    r"|(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht"
    r"|du hast diese nachricht gelöscht"
    r"|(?:данное|это) сообщение удалено|вы удалили (?:данное|это) сообщение|bu mesaj silindi|bu mesajı sildiniz)\.?"
    r"|(?:missed|verpasster|пропущенный|cevapsız) (?:voice |video |sprach|аудио|видео|sesli |görüntülü )?"
    r"(?:call|anruf|звонок|arama).*"
    r"|null"
)
"""A message of which only a note of the system is left."""

SYSTEM = (
    r"(?i).{0,80}(?:end-to-end encrypted|ende-zu-ende-verschlüsselt|защищены сквозным шифрованием|uçtan uca şifreli"
    r"|security code (?:with .* )?changed|sicherheitsnummer|changed the (?:subject|group)|created (?:this )?group|joined using)"
)
EDITED = r"(?i)\s?<(?:this message was edited|diese nachricht wurde bearbeitet|сообщение изменено|bu mesaj düzenlendi)>$"


def begins(head: str) -> bool:
    """Whether the first line that says anything is one of WhatsApp."""
    for line in head.split("\n", BEGINNING)[:BEGINNING]:
        if line.strip():
            found = compiled(HEADER).match(line)
            return found is not None and (found["day"] is not None or "," in line[: found.start("time")])
    return False


def spoken(text: str, report: Report) -> Iterator[Part]:
    """The one conversation of a file."""
    lines = text.split("\n")
    headers = [compiled(HEADER).match(line) for line in lines]
    dates = [found["date"] or found["day"] for found in headers if found]
    order = order_of(dates, american=any(compiled(r"(?i)\d[\s\u202f\u00a0]?[ap]\.?\s?m").search(line[:40]) for line in lines))
    turns: list[Turn] = []
    kept: list[list[str]] = []
    left_out = 0
    for number, (line, found) in enumerate(zip(lines, headers, strict=True), 1):
        if not found:
            if kept:
                kept[-1].append(line)
            elif line.strip():
                report(number, "this line stands above the first message and is left out")
            continue
        said = compiled(SAID).match(found["rest"])
        words = said["text"] or "" if said else found["rest"]
        of, at = day(found["date"] or found["day"], order), clock(found["time"] or found["clock"])
        if not (of and at):
            report(number, "there is no such date or time; the message is read without it")
        time = moment(of, at) if of and at else None
        turns.append(Turn(UNKNOWN, "", said["name"].strip(MARKS + "~ \u202f\u00a0") if said else "", time, None, number))
        kept.append([words])
    spoken_turns: list[Turn] = []
    for turn, words in zip(turns, kept, strict=True):
        whole = compiled(EDITED).sub("", "\n".join(words).translate(dict.fromkeys(map(ord, MARKS))).strip())
        if not turn.speaker or compiled(OMITTED).fullmatch(whole) or compiled(SYSTEM).match(whole):
            left_out += 1
        elif whole:
            spoken_turns.append(turn._replace(text=whole))
    yield Part(spoken_turns, left_out)
