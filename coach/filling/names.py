"""Names of people: their parts, their title, and what is known of how to address them.

Nothing is guessed where a wrong guess would be an insult: without a title, a Russian patronymic or a Turkish first name that only
women or only men bear, the gender stays open and the salutation neutral.
"""

from __future__ import annotations

from typing import NamedTuple

from coach.expressions import compiled
from coach.languages.tr import fold

TITLES = {
    "en": {"mr": "m", "mister": "m", "sir": "m", "mrs": "f", "ms": "f", "miss": "f", "madam": "f"},
    "de": {"herr": "m", "hr": "m", "herrn": "m", "frau": "f", "fr": "f"},
    "ru": {"господин": "m", "г-н": "m", "госпожа": "f", "г-жа": "f"},
    "tr": {"bay": "m", "bayan": "f"},
}
TITLES_BEHIND = {"bey": "m", "hanım": "f", "hanim": "f"}
DEGREES = frozenset({"dr", "prof", "prof.dr", "doç", "dipl.-ing", "mag"})
PARTICLES = frozenset(
    {"von", "vom", "zu", "zur", "van", "der", "den", "de", "di", "da", "del", "la", "le", "bin", "al", "el", "ter", "ten"}
)
COMPANY = (
    r"(?i)\b(?:gmbh|ag|kg|ohg|ug|e\.?\s?v|inc|ltd|llc|plc|corp|co|company|team|verein|ооо|оао|зао|ао|пао|ип|a\.?ş|şti|limited|bv)\b\.?"
    r"|[&@/\d«\"]"
)
"""What stands in the name of a company and of no person."""

PATRONYMIC = {"f": r"(?i)\w+(?:вна|чна|шна|кызы)$", "m": r"(?i)\w+(?:вич|ич|оглы)$"}

TURKISH_FIRST_NAMES = {
    "f": frozenset(
        (
            "ayşe fatma emine hatice zeynep elif meryem şerife zehra sultan hanife merve esra büşra kübra seda selin ebru "
            "tuğba özlem gül gülay gülsüm aysel sevgi sevim nurcan nuray nur filiz derya hülya songül yasemin sibel pınar "
            "burcu gamze gizem ece melisa defne azra nisa ecrin asya buse ceren cansu beyza şeyma rabia hacer havva leyla "
            "nermin nesrin neslihan perihan şengül türkan ülkü yeliz zeliha gönül feride handan jale lale meltem nalan "
            "oya semra serpil tülay yıldız ayten aylin arzu aslı bahar banu begüm berna betül bilge canan damla dilek "
            "didem duygu esin eylem feray gözde hande ipek irem itır kevser melek melike meral mine müge nazan nazlı "
            "nihal nilgün nilüfer pelin saadet selma sema sevda sinem suna tuba tuğçe vildan yonca zerrin şule şükran "
            "çiğdem öykü müjde"
        ).split()
    ),
    "m": frozenset(
        (
            "mehmet mustafa ahmet ali hüseyin hasan ibrahim ismail osman yusuf murat ömer ramazan halil süleyman abdullah "
            "mahmut recep salih fatih kadir emre hakan adem kemal yaşar orhan burak furkan enes emir kerem mert can eren "
            "yiğit arda berk kaan serkan gökhan volkan tolga tuncay cem cenk erdem erkan ersin ertuğrul fikret ferhat "
            "halit haluk harun ilhan ilker kenan koray levent metin mesut muhammed nihat okan onur oğuz özgür rıza sabri "
            "sedat selçuk selim semih sinan şahin taner tarık turgut turan uğur umut vedat veli yavuz yılmaz zafer ziya "
            "çağlar çetin ünal şükrü bülent cemal cihan alper barış batuhan bora doruk doğan engin ercan erhan ferit "
            "görkem hamza ihsan kaya mete nevzat nuri oktay polat rasim sami savaş serdar soner tayfun tahir talat vural "
            "yakup yasin"
        ).split()
    ),
}
"""First names that only women or only men bear; those of both (Deniz, Umay, Evren, Özge ...) are left out."""


class Person(NamedTuple):
    """A name taken apart. `gender` is "f", "m" or nothing; a `company` or an initial has no parts."""

    written: str
    degree: str
    first: str
    middle: str
    last: str
    gender: str

    def __str__(self) -> str:
        return self.written

    def __bool__(self) -> bool:
        return bool(self.written)


def parse(written: str, lang: str, gender: str = "") -> Person:
    """A name as somebody wrote it; `gender` is what is known for certain.

    Titles go ("Frau Dr. Meier"), degrees stay apart, particles belong to the last name (von der Heide), initials are left out. A
    single word is a first name, with a title a last name. Russian puts the last name first where a patronymic follows the first.
    """
    words = written.split()
    bare = " ".join(words)
    degree: list[str] = []
    known = gender
    titled = False
    while words and (found := title(words[0], lang)) is not None:
        known, titled = known or found, titled or bool(found)
        degree += [words[0]] if not found else []
        words = words[1:]
    if lang == "tr" and len(words) > 1 and words[-1].lower() in TITLES_BEHIND:
        known = known or TITLES_BEHIND[words[-1].lower()]
        words = words[:-1]
    if not words or compiled(COMPANY).search(bare) or all(len(word.strip(".")) < 2 for word in words):
        return Person(bare, "", "", "", "", "")
    first, middle, last = parts(words, lang, titled=titled)
    return Person(" ".join(words), " ".join(degree), first, middle, last, known or guess(first, middle, lang))


def title(word: str, lang: str) -> str | None:
    """The gender that a title tells, nothing for a degree, None for any other word."""
    plain = word.rstrip(".").lower()
    return "" if plain in DEGREES else TITLES[lang].get(plain)


def parts(words: list[str], lang: str, *, titled: bool) -> tuple[str, str, str]:
    """First, middle (patronymic) and last name."""
    if lang == "ru":
        for number, word in enumerate(words):
            if number and any(compiled(form).match(word) for form in PATRONYMIC.values()):
                rest = [*words[: number - 1], *words[number + 1 :]]
                return words[number - 1], word, " ".join(rest)
    if len(words) == 1:
        return ("", "", words[0]) if titled else (words[0], "", "")
    begin = next((number for number, word in enumerate(words) if word.lower() in PARTICLES), len(words) - 1)
    first = [word for word in words[:begin] if len(word.strip(".")) > 1]
    return " ".join(first), "", " ".join(words[begin:])


def guess(first: str, middle: str, lang: str) -> str:
    """The gender that a name leaves no doubt about, else nothing."""
    if lang == "ru" and middle:
        return next((gender for gender, form in PATRONYMIC.items() if compiled(form).match(middle)), "")
    if lang == "tr" and first:
        folded = fold(first).split()[0]
        return next((gender for gender, known in TURKISH_FIRST_NAMES.items() if folded in known), "")
    return ""
