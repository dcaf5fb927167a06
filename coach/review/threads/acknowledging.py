"""Whether the reply to an upset customer takes up the trouble, and does so before the solution."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from coach.engine import Coach
from coach.expressions import compiled
from coach.model import Finding
from coach.phrasebook.groups import THREADING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.asking import REQUESTS
from coach.review.threads.mood import PATIENCE_LOST, UPSET
from coach.review.threads.opening import only_opens
from coach.review.threads.said import Found, Run, findings, first_judged, holds_any, joined
from coach.rules.reply import SORRY, Verdict, acknowledgements
from coach.texts import Passage

THANKFUL = r"\b(?:thank\w*|thx|dank\w*|спасибо|благодар\w*|teşekkür\w*|sağ ?ol\w*)\b"
"""Who closes a conversation with thanks, however cool, waits for no acknowledgement; folded."""

LATER = 2
"""In so many replies after the first an acknowledgement still belongs to the same trouble."""

WEAK = {
    "en": (
        r"\b(?:(?:as|if|what) i (?:understand|understood|see)|hope (?:you|everything)|no worries|(?:don'?t|do not) worry|thank\w*"
        r"|(?:can )?see (?:that )?(?:you|the)|have you|sorry,? (?:i|but|could|can|may)|one moment|welcome|great|glad|need to"
        r"|wanna|new year)\b"
    ),
    "de": (
        r"\b(?:wenn ich (?:\w+ )?(?:richtig )?verstehe|habe ich (?:\w+ )?richtig verstanden|das (?:bedeutet|heißt)|keine sorge"
        r"|hoffe|dank\w*|ich sehe|entschuldigung,? (?:ich|aber|k\w+)|willkommen|neues jahr)\b"
    ),
    "ru": (
        r"\b(?:если я правильно|правильно (?:ли )?(?:я )?понимаю|не (?:переживайте|волнуйтесь)|надеюсь|спасибо|благодар\w*"
        r"|вижу,? что|с новым годом)\b"
    ),
    "tr": (r"\b(?:doğru anl\w+|anladığım kadarıyla|merak etmeyin|umarım|teşekkür\w*|görüyorum|hoş geldiniz|iyi yıllar)\b"),
}
"""What a sentence may say besides that makes of its "I understand" or "sorry" no sure acknowledgement of a trouble; folded."""


GREETS = r"\b(?:good (?:morning|afternoon|evening)|guten \w+|добрый \w+|iyi (?:günler|akşamlar|geceler))\b"
"""A wish for a good day, which is no sure acknowledgement either unless an apology stands beside it; folded."""

UNDERSTANDS = r"(?:^|[.!\n]\W*)(?:i (?:totally |fully )?understand|ich verstehe|verstehe|понимаю|anlıyorum)\W*(?:[.!\n]|$)"
"""No more than that: it may be meant so; folded."""

STOCK = {
    "en": (
        r"\b(?:thank(?:s| you)(?: so much| very much)?|appreciate) (?:for )?(?:your )?(?:waiting|holding|contacting|reaching"
        r"|getting in"
        r"|writing|messaging|calling|choosing|bearing|being|patience|feedback|message|understanding|time|call|e-?mail)\b"
    ),
    "de": (
        r"\bdank\w*(?: ihnen| dir| euch)? für (?:ihr\w*|dein\w*|eu\w*|die|das|den) (?:\w+ ){0,2}(?:nachricht|anfrage|geduld"
        r"|warten|anruf|verständnis|mail|e-mail|feedback|rückmeldung|bewertung|schreiben|kontakt\w*)\b"
    ),
    "ru": (
        r"\b(?:спасибо|благодар\w*)(?: вас| тебя)?,? (?:за|что) (?:ваш\w* |тво\w* |ожидали|ждёте|ждете|обратились|написали)?"
        r"(?:обращение|ожидание|отзыв|терпение|понимание|звонок|сообщение|письмо|обратную)?\b"
    ),
    "tr": (
        r"\b(?:ilgi\w*|bekledi\w*|sabr\w*|anlayış\w*|ulaştı\w*|geri bildirim\w*|mesaj\w*|yazdı\w*|aradı\w*|iletişim\w*|dönüş\w*)"
        r"(?: \w+){0,2} için (?:çok )?(?:teşekkür|sağ ol)"
    ),
}
"""Thanks that everybody gets; folded."""


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
    opened = list(
        takewhile(lambda one: in_words(one[1]) is None and only_opens(one[1]) and not holds_any(one[0], again), replies)
    )
    replies = replies[len(opened) :]
    if not replies or len(opened) > LATER:
        return [], []  # after so many replies the talk is of something else
    run, reply, begins = replies[0]
    sentence = in_words(reply)
    if sentence is None:
        # Words that may be meant so, or that take up the customer's own, are no fault, and nothing to praise.
        unsure = any(may_acknowledge(passage) for _, passage, _ in (*opened, replies[0]))
        owed = not unsure and not closed(runs, at) and not before(runs[:at])
        return none_at_first([*opened, *replies], len(opened), coach) if owed else ([], [])
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
    sorry, weak = reply.where("apology"), compiled(WEAK[reply.lang])
    for number in sorted({*reply.where("acknowledgement"), *sorry}):
        words = reply.folded[slice(*reply.sentence_span(number))]
        if reply.length(number) > SORRY and not weak.search(words) and (number in sorry or not compiled(GREETS).search(words)):
            return number
    return None


def may_acknowledge(reply: Passage) -> bool:
    """Whether a sentence may be meant to acknowledge.

    Thanks for the message or the waiting, said to everybody, are not, nor is a request that needs the customer's own words.
    """
    if compiled(UNDERSTANDS).search(reply.folded):
        return True
    stock, asking = compiled(STOCK[reply.lang]), reply.signs(THREADING)
    meant = {*reply.where("acknowledgement"), *reply.where("apology")}
    return any(
        not stock.search(reply.folded, *reply.sentence_span(number))
        for number in acknowledgements(reply)
        if number in meant or REQUESTS.isdisjoint(asking[number].names)
    )


def none_at_first(replies: Sequence[Replied], opened: int, coach: Coach) -> tuple[list[Event], list[Found]]:
    """What is to be said where neither the first reply nor those after it up to the number `opened` acknowledge anything: a later
    one does, or none; no event where it is not sure.
    """
    run, reply, begins = replies[0]
    begun = next(iter(reply.where("solution")), 0)
    found = within(run, begins, findings([Verdict("reply/no-acknowledgement", before=begun)], reply, coach))
    for later, passage, starts in replies[opened + 1 : opened + 1 + LATER]:
        sentence = in_words(passage)
        if sentence is not None:
            return [placed("thread/acknowledged-late", later, passage, starts, sentence)], found
    unsure = any(later[1].where("acknowledgement") for later in replies[opened + 1 :])
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
