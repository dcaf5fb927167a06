"""What a library says about numbers: each fact with the sentence around it and what that sentence is about."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages import language
from coach.languages.base import Language
from coach.library.dates import FROM, UNTIL
from coach.library.facts import LINK, SITE, Contact, Deadline, Fact, domain
from coach.library.qualifiers import NEUTRAL, SPECIAL
from coach.library.quantities import DURATION, HOUR, MONEY, Quantity
from coach.library.record import Macro, Place
from coach.library.topics import CONCEPTS, REFERENCE
from coach.library.words import is_content, sentences, stem, words_of

CLAUSE_END = {
    "en": r"[,;:()–—]|\s(?:and|but|or|which|while|whereas)\s",
    "de": r"[,;:()–—]|\s(?:und|aber|oder|während|wobei)\s",
    "ru": r"[,;:()–—]|\s(?:и|а|но|или)\s",
    "tr": r"[,;:()–—]|\s(?:ve|ama|veya|fakat|ancak)\s",
}
"""Where what is said of a number ends. What stands in front of it always counts: "For orders to Iceland, ..."."""

CONDITION = {
    "en": r"\b(?:if|unless|when|for|in case|provided|as long as|should)\b",
    "de": r"\b(?:wenn|falls|sofern|sollten?|für|bei|außer|vorausgesetzt)\b",
    "ru": r"\b(?:если|когда|для|при|кроме)\b",
    "tr": r"\b(?:eğer|için|halinde|durumunda|hariç)\b|\w+(?:[sz]a|[sz]e|ys[ae])(?:n[ıi]z)?\b",
}
"""Behind the number: a condition, which counts too."""

DENIED = {
    "en": r"\b(?:if|unless|not|never|no longer|longer than|more than|hasn't|haven't|isn't|won't|can't|cannot|don't|doesn't)\b",
    "de": r"\b(?:wenn|falls|sofern|nicht|kein\w*|nie|länger als|mehr als|sollten? (?:sie|du|ihr|das|die|der|ihre?))\b",
    "ru": r"\b(?:если|не|нет|нельзя|никогда|больше|более)\b(?! позднее| менее| позже)",
    "tr": r"\b(?:eğer|değil|yok)\b|\w+m[ae](?:di\w*|dı\w*|zs[ae]\w*|z|mış\w*|miş\w*)\b",
}
"""In the clause of a number: what is said is not how things are, but what if they are not."""

TAKES = {
    "en": r"\b(?:takes?|took|need|lasts?)\b",
    "de": r"\b(?:dauer\w*|benötig\w*|brauch\w*)\b",
    "ru": r"\b(?:занима\w*|длит\w*)\b",
    "tr": r"\bsür(?:er|mekte\w*|ebilir)\b",
}
MAY = {
    "en": r"\b(?:can|may|could|able|possible|eligible|entitled|right)\b",
    "de": r"\b(?:kann\w*|könn\w*|möglich|recht|darf|dürf\w*)\b",
    "ru": r"\b(?:мож\w*|смож\w*|возмож\w*|вправе|право)\b",
    "tr": r"\w+[ae]bilir\w*|\b(?:mümkün|hakk\w*)\b",
}
CUSTOMERS_ACT = frozenset({"return", "cancel", "report"})
OURS = frozenset({"refund", "exchange", "repair"})
"""Until when a customer may do something and how long we take for it are two things: told by TAKES and by MAY."""

WHOLE_WORD = r"(?<!\w)(?:{})(?!\w)"


class Frame(NamedTuple):
    """What a fact is about: the concepts of its clause, and the stems of the words that tell it from others.

    `unit` is a currency, or what a date is ("until"); `least` marks a lower bound.
    """

    kind: str
    unit: str
    least: bool
    concepts: frozenset[str]
    rest: frozenset[str]


class Claim(NamedTuple):
    """A fact of a macro, what it is about, and its sentence; `special` are the words that make it no ordinary case."""

    macro: Macro
    fact: Fact
    frame: Frame
    sentence: tuple[int, int]
    special: frozenset[str]

    @property
    def place(self) -> Place:
        """The sentence, at the place of the fact."""
        return self.macro.at(self.fact.start, self.fact.end)._replace(text=self.macro.at(*self.sentence).text)

    @property
    def shown(self) -> str:
        """The fact as it is written."""
        return self.macro.at(self.fact.start, self.fact.end).text


def claims(macro: Macro, found: list[Fact]) -> list[Claim]:
    """The facts of a macro whose sentences say what they are about. Of a link it is the site that counts."""
    wanted = [on_site(one) if one.kind == LINK else one for one in found if not is_passing(one)]
    if not wanted:
        return []
    tongue = macro.tongue
    folded = tongue.fold(macro.open)
    spans = list(sentences(macro.open, tongue))
    title = special(tongue.fold(macro.name), tongue.code)
    result: list[Claim] = []
    for fact in wanted:
        number = next((number for number, (start, end) in enumerate(spans) if start <= fact.start < end), None)
        frame = None if number is None else frame_of(folded, spans[number], fact, found, tongue)
        if number is not None and frame is not None:
            start, end = spans[max(0, number - 1)][0], spans[number][1]
            result.append(Claim(macro, fact, frame, spans[number], title | special(folded[start:end], tongue.code)))
    return result


def is_passing(fact: Fact) -> bool:
    """Whether a fact is no promise of the house: minutes of this conversation, dates that nothing ends or begins on,
    links whose site is a placeholder.
    """
    value = fact.value
    if isinstance(value, Quantity):
        return value.kind == DURATION and value.high < HOUR
    if isinstance(value, Contact):
        return fact.kind == LINK and not domain(value.value)
    return isinstance(value, Deadline) and value.use not in (UNTIL, FROM)


def on_site(fact: Fact) -> Fact:
    """A link as the site that it leads to."""
    return Fact(SITE, Contact(domain(fact.value.value)), *fact[2:]) if isinstance(fact.value, Contact) else fact


def special(folded: str, code: str) -> frozenset[str]:
    """The words of a piece of text that name a case which may well have numbers of its own."""
    return frozenset(compiled(rf"(?<!\w)(?:{SPECIAL[code]})").findall(folded))


def frame_of(folded: str, sentence: tuple[int, int], fact: Fact, found: list[Fact], tongue: Language) -> Frame | None:
    """What a fact is about, told by its sentence up to the end of its clause; None where that is unclear, or denied."""
    code, (start, end) = tongue.code, sentence
    behind = compiled(CLAUSE_END[code]).search(folded, fact.end, end)
    stop = behind.start() if behind and not compiled(CONDITION[code]).search(folded, behind.end(), end) else end
    own = max((match.end() for match in compiled(CLAUSE_END[code]).finditer(folded, start, fact.start)), default=start)
    if compiled(DENIED[code]).search(folded, own, stop):
        return None
    concepts, rest = about(blanked(folded, (start, stop), found), tongue)
    if not concepts:
        return None
    value, unit = fact.value, ""
    if isinstance(value, Deadline):
        unit = value.use
    elif isinstance(value, Quantity) and value.kind == MONEY:
        unit = value.unit
        concepts = concepts - {"fee"} or concepts  # "shipping costs 5 euros", "shipping is 5 euros"
    aspect = aspect_of(concepts, folded[start:stop], code)
    return Frame(fact.kind, unit, isinstance(value, Quantity) and value.least, concepts | aspect, rest)


def aspect_of(concepts: frozenset[str], folded: str, code: str) -> frozenset[str]:
    """Whether a sentence says how long we take for what the customer does, or until when one may have what we do."""
    if concepts & CUSTOMERS_ACT and compiled(TAKES[code]).search(folded):
        return frozenset(("takes",))
    if concepts & OURS and compiled(MAY[code]).search(folded):
        return frozenset(("may",))
    return frozenset()


def blanked(folded: str, span: tuple[int, int], found: list[Fact]) -> str:
    """A piece of a text without the facts in it, on one line."""
    letters = list(folded)
    for one in found:
        letters[one.start : one.end] = " " * (one.end - one.start)
    return " ".join("".join(letters[slice(*span)]).split())


def about(folded: str, tongue: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts that a piece of text names, and the stems of what it says besides. A refund is not also a return."""
    code = tongue.code
    rest = compiled(REFERENCE[code]).sub(blank, folded)
    left = rest
    concepts: set[str] = set()
    for name, source in CONCEPTS[code].items():
        looked_at = left if name == "return" else rest
        if not compiled(WHOLE_WORD.format(source)).search(looked_at):
            continue
        concepts.add(name)
        left = compiled(WHOLE_WORD.format(source)).sub(blank, left)
    stems = frozenset(stem(word.key) for word in words_of(left, tongue) if is_content(word.key, tongue))
    return frozenset(concepts), stems - neutral_stems(code)


def blank(match: re.Match[str]) -> str:
    """As many spaces as there are characters."""
    return " " * len(match[0])


@cache
def neutral_stems(code: str) -> frozenset[str]:
    """The stems of the words that tell nothing apart."""
    tongue = language(code)
    return frozenset(stem(tongue.key(tongue.fold(word))) for word in NEUTRAL[code].split())
