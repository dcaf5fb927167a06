"""Greetings with the customer's name in another spelling than the customer's own, wherever in the conversation it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.engine import Coach
from coach.expressions import compiled
from coach.review.record import AGENT, CUSTOMER
from coach.review.threads.said import Found, Said, findings
from coach.rules.reply import Verdict
from coach.rules.thread import INTRODUCED, NAME, SIGNED, SPEAKING, misspelt

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
        rf"\A\W*(?:(?:[Mm]erhaba|[Ss]elam|[Ss]ayın|[Ii]yi \w+|[Tt]eşekkürler),? ({CAPITAL}[^\W\d_]+)"
        rf"|({CAPITAL}[^\W\d_]+) (?:[Bb]ey|[Hh]anım)\b)"
    ),
}
"""Who is greeted: the name must follow the greeting, or it may be the agent's own."""

PERSON = rf"(?:{CAPITAL}[^\W\d_]+[ -]?){{1,3}}"
"""How the name of a speaker looks where it is one, and no address, number or nickname."""


def wrong_names(said: Sequence[Said], coach: Coach) -> list[Found]:
    """Greetings with a misspelt name, at most one a conversation: once greeted wrongly, always greeted so."""
    names: dict[str, str] = {}
    written: set[str] = set()
    for number, turn, passage in said:
        if passage is None:
            continue
        if turn.role == CUSTOMER:
            for name in named(turn.speaker, passage.masked):
                names.setdefault(name.casefold(), name)
            written.update(match[0].casefold() for match in compiled(NAME).finditer(f"{turn.speaker} {passage.masked}"))
            continue
        greeted = compiled(GREETED[passage.lang]).search(passage.masked) if turn.role == AGENT and names else None
        if not greeted:
            continue
        group = greeted.lastindex or 0
        name = greeted[group].casefold()
        own = next((own for other, own in names.items() if misspelt(name, other)), "")
        if own and name not in written:
            verdict = Verdict("thread/wrong-name", span=greeted.span(group), better=own)
            return [(number, one) for one in findings([verdict], passage, coach)]
    return []


def named(speaker: str, masked: str) -> Iterator[str]:
    """The names by which a customer goes: as the export has it, signed or introduced with."""
    said = [match[1] for way in (SIGNED, INTRODUCED, SPEAKING) for match in compiled(way).finditer(masked)]
    if compiled(PERSON).fullmatch(speaker):
        said.append(speaker)
    for some in said:
        yield from (match[0] for match in compiled(NAME).finditer(some))
