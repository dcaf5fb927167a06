"""Whether the reply to an upset customer takes up the trouble, and does so before the solution."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import dropwhile

from coach.engine import Coach
from coach.expressions import compiled
from coach.model import Finding
from coach.phrasebook.groups import THREADING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.asking import REQUESTS
from coach.review.threads.mood import PATIENCE_LOST, UPSET
from coach.review.threads.said import Found, Run, findings, holds_any, joined
from coach.rules.reply import SORRY, Verdict, acknowledgements
from coach.texts import Passage

PLEASANTRY = 4
"""A sentence of fewer words is a greeting or a name."""

HOLDS = {
    "en": (
        r"\b(?:welcome|thank\w*|moment|minutes?|seconds?|bear with|hold on|let me|let'?s see|i(?:'ll| will|'m| am) "
        r"(?:just )?(?:check\w*|look\w*)|you are through|happy to help|to help you|assist you|here to help|my name)\b"
    ),
    "de": (
        r"\b(?:willkommen|dank\w*|moment\w*|minuten?|sekunden?|augenblick\w*|schaue?|sehe|(?:über)?prüfen?|gedulden?|ansehen"
        r"|anschauen|nachsehen|blick|(?:weiter)?helfen (?:kann|zu können)"
        r"|(?:gern\w*|da) (?:weiter)?helfe\w*|helfe ich|weiter|behilflich|mein name)\b"
    ),
    "ru": (
        r"\b(?:спасибо|благодар\w*|минут\w*|секунд\w*|момент\w*|сейчас (?:по)?смотрю"
        r"|посмотрю|уточню|проверю|проверяю|подождите|ожидайте|помогу|рад\w* помочь|меня зовут)\b"
    ),
    "tr": (
        r"\b(?:hoş geldiniz|teşekkür\w*|dakika\w*|saniye|bekle\w*"
        r"|bakıyorum|bakayım|kontrol (?:ediyorum|edeyim|edeceğim)|inceliyorum|yardımcı|adım|ben \w+)\b"
    ),
}
"""What a sentence has that only opens a reply or holds the line ("one moment please"); folded."""

THANKFUL = r"\b(?:thank\w*|thx|dank\w*|спасибо|благодар\w*|teşekkür\w*|sağ ?ol\w*)\b"
"""Who closes a conversation with thanks, however cool, waits for no acknowledgement; folded."""

LATER = 2
"""In so many replies after the first an acknowledgement still belongs to the same trouble."""

WEAK = {
    "en": (
        r"\b(?:(?:as|if|what) i (?:understand|understood|see)|hope (?:you|everything)|no worries|(?:don'?t|do not) worry|thank\w*"
        r"|(?:can )?see (?:that )?(?:you|the)|have you|sorry,? (?:i|but|could|can|may)|one moment|welcome|great|glad|need to"
        r"|wanna|good (?:morning|afternoon|evening)|new year)\b"
    ),
    "de": (
        r"\b(?:wenn ich (?:\w+ )?(?:richtig )?verstehe|habe ich (?:\w+ )?richtig verstanden|das (?:bedeutet|heißt)|keine sorge"
        r"|hoffe|dank\w*|ich sehe"
        r"|entschuldigung,? (?:ich|aber|k\w+)|willkommen|guten \w+|neues jahr)\b"
    ),
    "ru": (
        r"\b(?:если я правильно|правильно (?:ли )?(?:я )?понимаю|не (?:переживайте|волнуйтесь)|надеюсь|спасибо|благодар\w*"
        r"|вижу,? что"
        r"|добрый \w+|с новым годом)\b"
    ),
    "tr": (
        r"\b(?:doğru anl\w+|anladığım kadarıyla|merak etmeyin|umarım|teşekkür\w*|görüyorum|hoş geldiniz|iyi (?:günler|yıllar))\b"
    ),
}
"""What a sentence may say besides that makes of its "I understand" or "sorry" no sure acknowledgement of a trouble; folded."""


def acknowledging(
    runs: Sequence[Run], shown: Sequence[Event], again: Collection[int], coach: Coach
) -> tuple[list[Event], list[Found]]:
    """The event of the first reply to an upset customer, and the finding where it lacks something; nothing where none is upset.

    The reply is all that the agent says until the customer speaks again, and a reply that only holds the line or asks is none,
    unless it asks for what it was told: `again` are the turns that do. A reply that comes after an acknowledgement, or to the
    last words of a customer who says thanks, owes none.
    """
    upset = {event.turn for event in shown if event.name in (UPSET, PATIENCE_LOST)}
    at = next((at for at, run in enumerate(runs) if any(one.number in upset for one in run.said)), None) if upset else None
    if at is None:
        return [], []
    customer = joined(runs[at].said, coach)
    replies = [replied for run in runs[at + 1 :] if run.role == AGENT and (replied := reply_of(run, customer, coach))]
    opened = len(replies)
    replies = list(dropwhile(lambda reply: only_opens(reply) and not holds_any(reply[0], again), replies))
    if not replies or opened - len(replies) > LATER:
        return [], []  # after so many replies the talk is of something else
    run, reply, begins = replies[0]
    sentence = in_words(reply)
    if sentence is None:
        # Words that may be meant so, or that take up the customer's own, are no fault, and nothing to praise.
        owed = not acknowledgements(reply) and not closed(runs, at) and not before(runs[:at])
        return none_at_first(replies, coach) if owed else ([], [])
    solved = next((number for number in range(sentence) if reply.signalled("solution", number, number + 1)), None)
    if solved is not None and before(runs[:at]):
        return [], []
    event = placed("thread/acknowledged" if solved is None else "thread/acknowledged-late", run, reply, begins, sentence)
    if solved is None:
        return [event], []
    return [event], within(run, begins, findings([Verdict("reply/order", solved)], reply, coach))


Replied = tuple[Run, Passage, list[int]]
"""A reply: its turns, all of them as one passage, and where each begins in it."""


def reply_of(run: Run, customer: tuple[Passage, list[int]] | None, coach: Coach) -> Replied | None:
    """A run of an agent as a reply to the customer's; None where its language was not judged."""
    made = joined(run.said, coach, customer[0] if customer else None)
    return (run, *made) if made else None


def only_opens(replied: Replied) -> bool:
    """Whether a reply acknowledges nothing and only greets, holds the line, or asks for what it needs: no solution has begun."""
    reply = replied[1]
    if in_words(reply) is not None:
        return False
    begun = {number for name in ("solution", "answer", "done") for number in reply.where(name)}
    holds = compiled(HOLDS[reply.lang])
    asking = reply.signs(THREADING)
    return all(
        number not in begun
        or reply.asks(number)
        or reply.length(number) < PLEASANTRY
        or not REQUESTS.isdisjoint(asking[number].names)
        or holds.search(reply.folded, *reply.sentence_span(number))
        for number in range(reply.sentences)
    )


def closed(runs: Sequence[Run], at: int) -> bool:
    """Whether the customer says thanks in the last run of the conversation that is theirs."""
    last = not any(run.role == CUSTOMER for run in runs[at + 1 :])
    return last and any(compiled(THANKFUL).search(one.passage.folded) for one in runs[at].said if one.passage is not None)


def before(runs: Sequence[Run]) -> bool:
    """Whether an agent acknowledged the trouble before the customer got upset."""
    passages = (one.passage for run in runs if run.role == AGENT for one in run.said)
    return any(in_words(passage) is not None for passage in passages if passage is not None)


def in_words(reply: Passage) -> int | None:
    """The first sentence that surely acknowledges the trouble, or apologises for what it names."""
    weak = compiled(WEAK[reply.lang])
    for number in sorted({*reply.where("acknowledgement"), *reply.where("apology")}):
        if reply.length(number) > SORRY and not weak.search(reply.folded, *reply.sentence_span(number)):
            return number
    return None


def none_at_first(replies: Sequence[Replied], coach: Coach) -> tuple[list[Event], list[Found]]:
    """What is to be said where the first reply acknowledges nothing: a later one does, or none; no event where it is not sure."""
    run, reply, begins = replies[0]
    begun = next(iter(reply.where("solution")), 0)
    found = within(run, begins, findings([Verdict("reply/no-acknowledgement", before=begun)], reply, coach))
    for later, passage, starts in replies[1 : 1 + LATER]:
        sentence = in_words(passage)
        if sentence is not None:
            return [placed("thread/acknowledged-late", later, passage, starts, sentence)], found
    unsure = any(later[1].where("acknowledgement") for later in replies[1:])
    return ([] if unsure else [Event("thread/not-acknowledged", first_judged(run))]), found


def placed(name: str, run: Run, reply: Passage, begins: list[int], sentence: int) -> Event:
    """An event whose words are a sentence of a reply, in offsets of its turn."""
    start, end = reply.text.original(*reply.sentence_span(sentence))
    number, begin = turn_at(run, begins, start)
    return Event(name, number, start - begin, end - begin)


def within(run: Run, begins: list[int], found: list[Finding]) -> list[Found]:
    """Findings of a reply in offsets of the turns that they are about; what is missing altogether stands at the first."""
    told = []
    for one in found:
        number, begin = turn_at(run, begins, one.start)
        better = tuple(s._replace(start=s.start - begin, end=s.end - begin) for s in one.suggestions if s.start >= begin)
        told.append((number, one._replace(start=one.start - begin, end=one.end - begin, suggestions=better)))
    return told


def turn_at(run: Run, begins: list[int], offset: int) -> tuple[int, int]:
    """The number of the turn in which an offset of the joined reply lies, and where that turn begins."""
    numbers = [one.number for one in run.said if one.passage is not None]
    at = max(index for index, begin in enumerate(begins) if begin <= offset)
    return numbers[at], begins[at]


def first_judged(run: Run) -> int:
    """The number of the first turn of a reply that was judged."""
    return next(one.number for one in run.said if one.passage is not None)
