"""The form of address of the agent against the customer's own: Sie and du, вы and ты, siz and sen; in English letter and slang.

What a customer shows is added up over the conversation: a du may slip out once, a du beside "hey" is meant. A customer who asks
for a form ("ich würde gern beim Sie bleiben") has shown it, and objects to the one used before.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.expressions import compiled
from coach.languages import language
from coach.languages.address import shown
from coach.phrasebook.symbols import FORMAL, INFORMAL
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads import register_words as say
from coach.review.threads.said import Said
from coach.sources.tokens import WORD
from coach.texts import Passage

CLEAR = {"formal": 1, "informal": 2}
"""So much a customer must have shown of a form."""

OTHER = {"formal": "informal", "informal": "formal"}

TONE = 2
"""So many words of an office, or habits of a letter, make a formal tone in English; so many casual ones make another."""

Spans = dict[str, tuple[int, int]]
"""The forms that a turn shows, and where first, in the shadow."""


def registers(said: Sequence[Said]) -> list[Event]:
    """The first turn in which an agent addresses the customer clearly otherwise than the customer does; at most one.

    Nothing where the customer uses both forms alike, and none of an agent who uses both, unless the customer had to ask for one.
    """
    forms = {number: of_agent(passage) for number, turn, passage in said if turn.role == AGENT and passage is not None}
    if not any(forms.values()):
        return []
    theirs = {"formal": 0, "informal": 0}
    found: dict[str, Event] = {}
    keeping: set[str] = set()
    lang = next(passage.lang for number, _, passage in said if forms.get(number) and passage is not None)
    for number, turn, passage in said:
        if passage is None or passage.lang != lang:
            continue
        if turn.role == CUSTOMER:
            wish = wished(passage)
            if wish:
                return asked_for(wish, said, forms, number, next(iter(found.values()), None))
            for form, marks in of_customer(passage).items():
                theirs[form] += marks
        elif forms.get(number) and turn.speaker not in keeping:
            form = clear(theirs)
            if form in forms[number]:
                keeping.add(turn.speaker)
            elif form:
                found.setdefault(turn.speaker, event(number, passage, forms[number], OTHER[form]))
    if 2 * min(theirs.values()) >= max(theirs.values()):
        return []
    return [one for speaker, one in found.items() if speaker not in keeping][:1]


def asked_for(wish: str, said: Sequence[Said], forms: dict[int, Spans], at: int, told: Event | None) -> list[Event]:
    """The event of an agent whose form of address made the customer ask for another in the turn `at`, or who stays with it.

    `told` is the event found before that turn, if there is one.
    """
    other = OTHER[wish]
    if told is not None and told.detail.startswith(other):
        return [told]
    shows = [one for one in said if other in forms.get(one.number, {}) and one.passage is not None]
    first = next(iter([one for one in reversed(shows) if one.number < at]), None) or next(iter(shows), None)
    if first is None or first.passage is None:
        return []
    return [event(first.number, first.passage, forms[first.number], other)]


def event(number: int, passage: Passage, forms: Spans, form: str) -> Event:
    """The event of a turn that shows a form which is not the customer's."""
    return Event("thread/register", number, *passage.text.original(*forms[form]), f"{form}, the customer {OTHER[form]}")


def clear(theirs: dict[str, int]) -> str:
    """The form that a customer has clearly shown, or nothing."""
    return next((form for form, least in CLEAR.items() if theirs[form] >= least and theirs[form] > 2 * theirs[OTHER[form]]), "")


def wished(passage: Passage) -> str:
    """The form of address that a customer asks for, or nothing."""
    words = language(passage.lang).fold(passage.text.shadow)  # with its quotations: auf „Sie“
    return next((form for form, ways in say.WISHED.items() if compiled(ways[passage.lang]).search(words)), "")


def of_customer(passage: Passage) -> dict[str, int]:
    """How much of each form a customer's turn shows: a word of it, and more where the turn is casual besides."""
    if passage.lang == "en":
        return in_english(passage)
    if compiled(say.NOT_THEIRS).search(passage.folded):
        return {}
    spans = addressed(passage, say.REQUESTS, of_one=True)
    polite = passage.lang in say.POLITE and compiled(say.POLITE[passage.lang]).search(passage.folded) is not None
    casual = passage.masked[:1].islower() or compiled(say.CASUAL[passage.lang]).search(passage.folded) is not None
    return {"formal": int("formal" in spans or polite), "informal": 1 + casual if "informal" in spans else 0}


def in_english(passage: Passage) -> dict[str, int]:
    """How much an English turn of a customer shows of a letter or a name with a title, and of a chat among friends."""
    letter = sum(compiled(way).search(passage.folded) is not None for way in say.LETTER)
    casual = sum(1 for _ in compiled(say.CASUAL["en"]).finditer(passage.folded)) + passage.masked[:1].islower()
    formal = (letter >= TONE and not casual) or compiled(say.TITLED).search(passage.folded) is not None
    return {"formal": int(formal), "informal": 0 if formal else min(casual, TONE)}


def of_agent(passage: Passage) -> Spans:
    """The forms that an agent's turn shows."""
    if passage.lang != "en":
        spans = addressed(passage, say.ORDERS, of_one=False)
        demand = compiled(say.DEMANDS[passage.lang]).search(passage.folded) if passage.lang in say.DEMANDS else None
        return {"formal": demand.span(), **spans} if demand else spans
    if say.TELLING.isdisjoint(compiled(WORD).findall(passage.folded)):
        return {}
    office = list(compiled(say.OFFICE).finditer(passage.folded))
    chummy = compiled(say.CHUMMY).search(passage.folded)
    formal = {"formal": office[0].span()} if len(office) >= TONE else {}
    return {**formal, "informal": chummy.span()} if chummy else formal


def addressed(passage: Passage, without: dict[str, str], *, of_one: bool) -> Spans:
    """Where a turn first shows each form; `without` are requests and orders that show ты or sen without the word.

    A Sie that opens a German sentence may be "they" and counts not, nor does a Russian "не дозвонишься", which means everybody.
    """
    asking = compiled(without[passage.lang]).search(passage.folded) if passage.lang in without else None
    found: Spans = {"informal": asking.span()} if asking else {}
    symbols = "".join(passage.symbols)
    if FORMAL not in symbols and INFORMAL not in symbols:
        return found
    formal, informal = shown(passage.masked, passage.matcher.symbols.language, of_one=of_one)
    if passage.lang == "de":
        formal = [span for span in formal if span[0] and passage.masked[: span[0]].rstrip()[-1:] not in ".!?…:\n,"]
    if passage.lang == "ru":
        informal = [span for span in informal if not passage.folded[: span[0]].endswith("не ")]
    if informal:
        found["informal"] = informal[0]
    return {**found, "formal": formal[0]} if formal else found
