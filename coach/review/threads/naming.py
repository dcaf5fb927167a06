"""Greetings with the customer's name in another spelling than the customer's own, wherever in the conversation it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from coach.engine import Coach
from coach.expressions import compiled
from coach.review.record import AGENT, CUSTOMER
from coach.review.threads.said import Found, Said, findings
from coach.rules.reply import Verdict
from coach.rules.thread import INTRODUCED, NAME, SIGNED, SPEAKING, misspelt, without_accents

CAPITAL = "[A-ZÄÖÜÇĞİŞА-ЯЁ]"
GREETED = {
    "en": (
        r"\A\W*(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]ood \w+|[Tt]hanks?(?: you)?),? "
        rf"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?({CAPITAL}[^\W\d_]+)"
    ),
    "de": (
        r"\A\W*(?:[Hh]allo|[Hh]i|[Hh]ey|[Ll]iebe[r]?|[Gg]uten \w+|[Ss]ehr geehrte[r]?|[Mm]oin|[Ss]ervus"
        r"|[Vv]ielen Dank|[Dd]anke),? "
        rf"(?:(?:Herr|Frau|Dr\.) )?({CAPITAL}[^\W\d_]+)"
    ),
    "ru": (
        rf"\A\W*(?:(?:[Зз]дравствуйте|[Дд]обрый \w+|[Дд]оброе \w+|[Пп]ривет|[Уу]важаем\w+|[Сс]пасибо),? ({CAPITAL}[^\W\d_]+)"
        rf"|({CAPITAL}[^\W\d_]+), (?:здравствуйте|добрый|доброе|спасибо))"
    ),
    "tr": (
        rf"\A\W*(?:(?:[Mm]erhaba|[Ss]elam|[Ss]ayın|[İIi]yi \w+|[Tt]eşekkürler),? ({CAPITAL}[^\W\d_]+)"
        rf"|({CAPITAL}[^\W\d_]+) (?:[Bb]ey|[Hh]anım)\b)"
    ),
}
"""Who is greeted: the name must follow the greeting, or it may be the agent's own."""

CLOSE = 0.7
"""Over a whole conversation two names must share more to be two spellings of one: Tuğçe and Tuğba are two people."""

TOLD = (
    rf"\b(?:[Ii]ch heiße|[Mm]ein Name lautet|[Mm]y name's|[Ii]smim|[Мм]оё имя|[Мм]ое имя) ((?:{CAPITAL}[^\W\d_]+[ -]?){{1,3}})"
    rf"|((?:{CAPITAL}[^\W\d_]+[ -]){{1,3}})(?:hier|here)\b"
)
"""Other ways in which customers say their whole name."""

TELLS = r"heiße|lautet|name's|smim|имя|hier\b|here\b"
"""What one of them has: the cheap question before it."""

PERSON = rf"(?:{CAPITAL}[^\W\d_]+[ -]?){{1,3}}"
"""How the name of a speaker looks where it is one, and no address, number or nickname."""


def wrong_names(said: Sequence[Said], coach: Coach) -> list[Found]:
    """Greetings with a misspelt name, at most one a conversation: once greeted wrongly, always greeted so."""
    theirs: list[tuple[str, str]] = []
    for number, turn, passage in said:
        if passage is None:
            continue
        if turn.role == CUSTOMER:
            theirs.append((turn.speaker, passage.masked))
            continue
        greeted = compiled(GREETED[passage.lang]).search(passage.masked) if turn.role == AGENT and theirs else None
        if not greeted:
            continue
        group = greeted.lastindex or 0
        own = other_spelling(greeted[group].casefold(), theirs)
        if own:
            verdict = Verdict("thread/wrong-name", span=greeted.span(group), better=own)
            return [(number, one) for one in findings([verdict], passage, coach)]
    return []


def other_spelling(name: str, theirs: Sequence[tuple[str, str]]) -> str:
    """How customers spell a folded name themselves, "" where they do not or write it so too; `theirs` are speakers and texts."""
    if any(name == match[0].casefold() for some in theirs for text in some for match in compiled(NAME).finditer(text)):
        return ""
    own = (own for some in theirs for own in named(*some))
    return next((one for one in own if misspelt(name, one.casefold()) and close(name, one.casefold())), "")


def close(name: str, other: str) -> bool:
    """Whether two names that look alike are surely one."""
    return SequenceMatcher(None, without_accents(name), without_accents(other)).ratio() >= CLOSE


def named(speaker: str, masked: str) -> Iterator[str]:
    """The names by which a customer goes: as the export has it, signed or introduced with."""
    ways = (SIGNED, INTRODUCED, SPEAKING, TOLD) if compiled(TELLS).search(masked) else (SIGNED, INTRODUCED)
    said = [match[match.lastindex or 0] for way in ways for match in compiled(way).finditer(masked)]
    if compiled(PERSON).fullmatch(speaker):
        said.append(speaker)
    for some in said:
        yield from (match[0] for match in compiled(NAME).finditer(some))
