"""The form of address of the agent against the customer's own: Sie and du, вы and ты, siz and sen."""

from __future__ import annotations

from collections.abc import Sequence

from coach.expressions import compiled
from coach.languages.address import shown
from coach.phrasebook.symbols import FORMAL, INFORMAL
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.said import Said
from coach.texts import Passage

CLEAR = {"formal": 1, "informal": 2}
"""In so many turns a customer must have shown a form: a du may slip out once."""

OTHER = {"formal": "informal", "informal": "formal"}

ASKS = {
    "ru": (
        r"\b(?:подскажи|скажи|помоги|посмотри|проверь|скинь|отправь|добавь|сделай|напиши|поменяй|отмени|верни|глянь|объясни|покажи"
        r"|перезвони|оформи|уточни|можешь|сможешь)\b(?!-)"
    ),
    "tr": (
        r"\b(?:(?:\w*[ae]bilir |\w+r )m[iıuü]s[iıuü]n\b(?! ?[iı]z)"
        r"|(?:bak|yaz|söyle|anlat|gönder|yap|at|dinle|çöz|kapat|aç|ilet|kontrol et)s[ae]n[ae]\b)"
    ),
}
"""Requests of a customer that say ты or sen without the word; folded."""

ORDERS = {
    "ru": r"\b(?:скинь|кинь|глянь|подскажи|скажи|напиши|проверь|посмотри|отправь|лови|держи|смотри|жми|зайди)\b(?!-)",
    "tr": r"\b(?:(?:yaz|söyle|gönder|at|ilet|anlat|bak|paylaş)s[ae]n[ae]|hoş geldin|kusura bakma|merak etme)\b",
}
"""Words of an agent that say ты or sen without the word; folded."""


def registers(said: Sequence[Said]) -> list[Event]:
    """The first turn in which an agent addresses the customer clearly otherwise than the customer does; at most one.

    Nothing where the customer uses both forms, and none of an agent who uses both.
    """
    theirs = {"formal": 0, "informal": 0}
    found: dict[str, Event] = {}
    keeping: set[str] = set()
    for number, turn, passage in said:
        if passage is None:
            continue
        if turn.role == CUSTOMER:
            for form, places in addressed(passage, of_one=True).items():
                theirs[form] += bool(places)
        elif turn.role == AGENT and turn.speaker not in keeping:
            form = next((form for form, least in CLEAR.items() if theirs[form] >= least and not theirs[OTHER[form]]), "")
            spans = addressed(passage, of_one=False) if form else {}
            if form and spans[form]:
                keeping.add(turn.speaker)
            elif form and spans[OTHER[form]]:
                start, end = passage.text.original(*spans[OTHER[form]][0])
                found.setdefault(
                    turn.speaker, Event("thread/register", number, start, end, f"{OTHER[form]}, the customer {form}")
                )
    if theirs["formal"] and theirs["informal"]:
        return []
    return [event for speaker, event in found.items() if speaker not in keeping][:1]


def addressed(passage: Passage, *, of_one: bool) -> dict[str, list[tuple[int, int]]]:
    """Where a turn shows the formal and the informal address; a Sie that opens a German sentence may be "they" and counts not."""
    without = ASKS if of_one else ORDERS
    asking = compiled(without[passage.lang]).search(passage.folded) if passage.lang in without else None
    symbols = "".join(passage.symbols)
    if FORMAL not in symbols and INFORMAL not in symbols:
        return {"formal": [], "informal": [asking.span()] if asking else []}
    formal, informal = shown(passage.masked, passage.matcher.symbols.language, of_one=of_one)
    if passage.lang == "de":
        formal = [span for span in formal if span[0] and passage.masked[: span[0]].rstrip()[-1:] not in ".!?…:\n,"]
    return {"formal": formal, "informal": informal or ([asking.span()] if asking else [])}
