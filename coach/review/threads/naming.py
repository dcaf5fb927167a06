"""Greetings with the customer's name in another spelling than the customer's own, wherever in the conversation it was said, and
with a name that the customer then refuses or puts right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from coach.engine import Coach
from coach.expressions import compiled
from coach.review.record import AGENT, CUSTOMER
from coach.review.threads.correcting import corrects
from coach.review.threads.said import Found, Said, findings
from coach.rules.reply import Verdict
from coach.rules.thread import INTRODUCED, NAME, SIGNED, SPEAKING, misspelt, without_accents
from coach.texts import Passage

CAPITAL = "[A-ZÄÖÜÇĞİŞА-ЯЁ]"
TWO = rf"{CAPITAL}[^\W\d_]+(?: {CAPITAL}[^\W\d_]+)?"
"""A name, or two."""
GREETED = {
    "en": (
        r"\A\W*(?:[Hh]i|[Hh]iya|[Hh]ello|[Hh]ey|[Hh]owdy|[Dd]ear|[Gg]ood \w+|[Mm]orning|[Aa]fternoon|[Ee]vening|[Gg]reetings"
        r"|[Tt]hanks?(?: you)?|[Ss]orry|[Oo]kay|[Oo]k|[Oo]h|[Rr]ight|[Dd]one|[Ss]ure|[Ww]elcome(?: back)?),? "
        rf"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?({CAPITAL}[^\W\d_]+)"
    ),
    "de": (
        r"\A\W*(?:[Hh]allo|[Hh]allöchen|[Hh]i|[Hh]ey|[Ll]iebe[r]?|[Gg]uten \w+|[Ss]ehr geehrte[r]?|[Mm]oin|[Ss]ervus"
        r"|[Gg]rüß \w+"
        r"|[Vv]ielen Dank|[Dd]anke|[Ss]orry|[Oo]kay|[Oo]k|[Ee]ntschuldigung|[Vv]erzeihung|[Gg]ern|[Aa]lso|[Nn]a|[Jj]a"
        r"|[Aa]ch),? "
        rf"(?:(?:Herr|Frau) )?(?:Dr\. )?({CAPITAL}[^\W\d_]+)"
        rf"|\A\W*(?:Herr|Frau) (?:Dr\. )?({CAPITAL}[^\W\d_]+),"
    ),
    "ru": (
        r"\A\W*(?:(?:[Зз]дравствуй\w*|[Зз]драсте|[Дд]обр(?:ый|ое|ого|ой) \w+|[Дд]обрый|[Пп]ривет\w*|[Уу]важаем\w+|[Дд]орог\w+"
        rf"|[Сс]пасибо|[Сс]алют|[Хх]ай|[Ии]звините|[Пп]ростите),? (?:(?:господин|госпожа|г-н|г-жа) )?({TWO})"
        rf"|(?:[Гг]осподин|[Гг]оспожа|[Гг]-н|[Гг]-жа) ({TWO})"
        rf"|({TWO}), (?=здравствуйте|добр|спасибо|\w+,? \w+,? \w))"
    ),
    "tr": (
        r"\A\W*(?:(?:[Mm]erhaba\w*|[Ss]elam\w*|[Ss]ayın|[Dd]eğerli|[Ss]evgili|[İIi]yi \w+|[Gg]ünaydın|[Tt]ünaydın"
        r"|[Tt]eşekkürler"
        rf"|[Hh]oş geldin(?:iz)?),? ({TWO})"
        rf"|({TWO}) (?:[Bb]ey|[Hh]anım)\b)"
    ),
}
"""Who is greeted: the name must follow the greeting, or it may be the agent's own. Russians and Turks are greeted with two names
as well; in Russian whoever is spoken to stands first without a greeting, too ("Ольга, проверьте ...").
"""

REFUSED = {
    "de": rf"\b(?:nicht|kein) (?:(?:Herr|Frau) )?({CAPITAL}[^\W\d_]+)",
    "ru": rf"\b[Нн]е ({CAPITAL}[^\W\d_]+)",
    "tr": rf"\b({CAPITAL}[^\W\d_]+)(?:'\w+)? (?:değil|de kim|da kim)|\b[Nn]e ({CAPITAL}[^\W\d_]+)'\w+",
}
"""How a customer refuses a name: "я не Тимур", "Gökhan değil", "ne Gökhan'ı". With its capital, or it may be another word."""

PATRONYMIC = r"(?:вич|вна|ична|инична)\Z"
"""A patronymic is no other spelling of a surname: Петров, Петрович."""

CLOSE = 0.7
"""Over a whole conversation two names must share more to be two spellings of one: Tuğçe and Tuğba are two people."""

TOLD = (
    rf"\b(?:[Ii]ch heiße|[Mm]ein Name lautet|[Mm]y name's|[Ii]smim|[Мм]оё имя|[Мм]ое имя) ((?:{CAPITAL}[^\W\d_]+[ -]?){{1,3}})"
    rf"|((?:{CAPITAL}[^\W\d_]+[ -]){{1,3}})(?:hier|here|ben)\b"
    rf"|\b(?:Я|[Пп]ишет (?:[Вв]ам )?) ?(?!В[аы])((?:{CAPITAL}[^\W\d_]+[ -]?){{1,3}})"
    r"|\b(?:[Nn]ames?(?:'s| is| ist)?|[Aa]dım|[Ii]sim|[Ss]oyadım|зовут|фамилия|bin (?:der|die)) ([^\W\d_]{3,})"
)
"""Other ways in which customers say their whole name."""

TELLS = r"heiße|lautet|[Nn]ame|smim|имя|hier\b|here\b|ben\b|dım\b|[Ii]sim|зовут|фамилия|bin d|Я |ишет "
"""What one of them has: the cheap question before it."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

PERSON = rf"(?:{CAPITAL}[^\W\d_]+[ -]?){{1,3}}"
"""How the name of a speaker looks where it is one, and no address, number or nickname."""


Customer = tuple[str, str]
"""What is known of a customer's name from a turn: the speaker, and the text, masked."""


def wrong_names(said: Sequence[Said], coach: Coach) -> list[Found]:
    """Greetings with a misspelt or refused name, at most one a conversation: once greeted wrongly, always greeted so."""
    theirs: list[Customer] = []
    greeted: dict[str, Greeted] = {}
    for number, turn, passage in said:
        if passage is None:
            continue
        if turn.role == CUSTOMER:
            refused = next((one for name, one in greeted.items() if refuses(passage, name)), None)
            if refused is not None:
                return told(refused, "", coach)
            right = put_right(passage, list(greeted.values()), theirs)
            if right is not None:
                return told(*right, coach)
            theirs.append((turn.speaker, passage.masked))
        elif turn.role == AGENT and theirs:
            names = [Greeted(number, passage, span) for span in greeting(passage, turn.speaker)]
            wrong = next(((one, own) for one in names if (own := other_spelling(one.name, names, theirs))), None)
            if wrong is not None:
                return told(*wrong, coach)
            greeted.update((one.name, one) for one in names)
    return []


class Greeted(NamedTuple):
    """A name with which a customer is greeted in a turn of that number, at `span` of its passage."""

    number: int
    passage: Passage
    span: tuple[int, int]

    @property
    def name(self) -> str:
        """The name as written."""
        return self.passage.masked[slice(*self.span)]

    @property
    def before(self) -> str:
        """What stands in front of it, folded."""
        return self.passage.folded[: self.span[0]]


def greeting(passage: Passage, speaker: str) -> list[tuple[int, int]]:
    """Where the names stand with which a turn greets somebody; those of the speaker introduce an agent."""
    match = compiled(GREETED[passage.lang]).search(passage.masked)
    names = compiled(NAME).finditer(passage.masked, *match.span(match.lastindex or 0)) if match else ()
    return [one.span() for one in names if one[0] not in speaker]


def told(greeted: Greeted, own: str, coach: Coach) -> list[Found]:
    """The finding of a name, with the customer's `own` where it is known."""
    verdict = Verdict("thread/wrong-name", span=greeted.span, better=own)
    return [(greeted.number, one) for one in findings([verdict], greeted.passage, coach)]


def refuses(passage: Passage, name: str) -> bool:
    """Whether a turn of a customer says that this name is not theirs."""
    if name not in passage.masked or passage.lang not in REFUSED:
        return False
    return any(match[match.lastindex or 0] == name for match in compiled(REFUSED[passage.lang]).finditer(passage.masked))


def put_right(passage: Passage, greeted: Sequence[Greeted], theirs: Sequence[Customer]) -> tuple[Greeted, str] | None:
    """The name that a turn of the customer puts right, with the customer's own."""
    wrong = [one for one in greeted if not writes(theirs, one.name)]
    if not wrong:
        return None
    own = list(dict.fromkeys(name for some in theirs for name in named(*some)))
    return next(((one, right) for one in wrong if (right := corrects(passage, one.name, one.before, own))), None)


def other_spelling(name: str, beside: Sequence[Greeted], theirs: Sequence[Customer]) -> str:
    """How customers spell a name themselves, "" where they do not or write it so too; `beside` are all names of the greeting."""
    if writes(theirs, name):
        return ""
    own = (own for some in theirs for own in named(*some) if alike(name, own))
    return next((one for one in own if close(name, one) or any(writes(theirs, other.name) for other in beside)), "")


def writes(theirs: Sequence[Customer], name: str) -> bool:
    """Whether customers write a name so themselves."""
    folded = name.casefold()
    return any(folded == match[0].casefold() for some in theirs for text in some for match in compiled(NAME).finditer(text))


def alike(name: str, other: str) -> bool:
    """Whether two names look like two spellings of one; other letters for an umlaut are none (Müller, Mueller)."""
    some, others = name.casefold(), other.casefold()
    if bool(compiled(PATRONYMIC).search(some)) != bool(compiled(PATRONYMIC).search(others)):
        return False
    return misspelt(some, others) and some.translate(UMLAUTS) != others.translate(UMLAUTS)


def close(name: str, other: str) -> bool:
    """Whether two names that look alike are surely one (beside a name that is theirs they are so anyway: Ayşen, Aysu Demir)."""
    return SequenceMatcher(None, without_accents(name.casefold()), without_accents(other.casefold())).ratio() >= CLOSE


def named(speaker: str, masked: str) -> Iterator[str]:
    """The names by which a customer goes: as the export has it, signed or introduced with."""
    ways = (SIGNED, INTRODUCED, SPEAKING, TOLD) if compiled(TELLS).search(masked) else (SIGNED, INTRODUCED)
    said = [match[match.lastindex or 0] for way in ways for match in compiled(way).finditer(masked)]
    if compiled(PERSON).fullmatch(speaker):
        said.append(speaker)
    for some in said:
        yield from (match[0] for match in compiled(NAME).finditer(some))
