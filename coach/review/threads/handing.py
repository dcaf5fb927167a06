"""Transfers: that a conversation is handed to somebody else, and whether what was said goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages import language
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.giving import Given
from coach.review.threads.mood import REPEATS
from coach.review.threads.said import Said, spoken, words
from coach.texts import Passage

SUBSTANCE = 8
"""A turn of fewer words is a greeting, which shows nothing of what is known."""

FIRST = 2
"""In so many turns somebody new shows to know what was said, or does not."""

STAYS = {
    "en": (
        r"\bi(?:'ll| will| shall|'m going to| am going to)?(?: \w+){0,6} (?:get back to you|update (?:you|this)|keep you"
        r"|let you know"
        r"|inform you|write (?:to )?you|call you|e-?mail you|contact you|message you|follow up|ask you|tell you|be in touch"
        r"|come back to you)|\b(?:write|call|e-?mail|contact|message) (?:to )?you (?:myself|personally)\b"
    ),
    "de": (
        r"\b(?:melde(?: ich)? mich|ich (?:\w+ ){0,6}(?:melden|informieren|anrufen|bescheid geben)|informiere ich|rufe ich"
        r"|rufe sie"
        r"|gebe (?:ich )?(?:ihnen|dir) bescheid|schreibe (?:ich )?(?:ihnen|dir)|halte (?:ich )?(?:sie|dich)"
        r"|komme (?:ich )?auf (?:sie|dich)"
        r"|bleibe (?:ich )?dran)\b"
    ),
    "ru": (
        r"\b(?:я (?:\w+ ){0,5}(?:вернусь|напишу|сообщу|перезвоню|позвоню|отвечу|свяжусь|прослежу|дам знать)"
        r"|сама? (?:вам )?\w+у(?:сь)?"
        r"|(?:вернусь|напишу|перезвоню|свяжусь) (?:к вам|вам|с вами)|(?:вам )?(?:напишу|сообщу|перезвоню|отвечу|дам знать))\b"
    ),
    "tr": (
        r"\b(?:(?:size |sana )?(?:ben )?(?:döneceğim|dönüş yapacağım|bilgi vereceğim|bilgilendireceğim|yazacağım"
        r"|haber vereceğim"
        r"|arayacağım|dönerim|haber veririm|bilgi veririm|ileteceğim size)|takip edeceğim|takipte(?:yim| olacağım))\b"
    ),
}
"""What an agent says who passes on the matter and stays in charge; folded. Then nobody else goes on with the customer."""

GO_ON = {
    "en": (
        r"\b(?:they|team|teams|department|colleagues?|agent|agents|specialists?|supervisor|manager|someone|somebody|who"
        r"|experts?"
        r"|advis[oe]r)(?: \w+){0,5}? (?:will|'ll|shall|can|is going to|are going to|would)(?: \w+){0,3}? (?:contact|reach|call"
        r"|phone"
        r"|e-?mail|get back|get in touch|be in touch|write|assist|help|take|reply|respond|answer|message|look after)\b"
        r"|\b(?:contacted|hear|hearing|response|reply|reached out to|called|e-?mail|answer)(?: \w+){0,3}? (?:by|from)"
        r" (?:our|the|them|a|another|my|one of)\b"
    ),
    "de": (
        r"\b(?:die|der|sie|kolleg\w+|team|\w*abteilung|spezialist\w*|jemand|expert\w+|welche[rs]?)\b[^.?!\n]{0,40}\b(?:meld\w+"
        r"|anruf\w*"
        r"|ruft|rufen|kontakt\w*|helfen|hilft|weiterhelfen|antwort\w*|schreib\w+|kümmer\w+|übern\w+|zurückrufen"
        r"|in verbindung)\b"
    ),
    "ru": (
        r"\b(?:он|она|они|коллег\w+|специалист\w*|отдел\w*|менеджер\w*|сотрудник\w*|эксперт\w*"
        r"|котор\w+)\b[^.?!\n]{0,40}\b(?:свяж\w+"
        r"|ответ\w+|позвон\w+|перезвон\w+|напиш\w+|помо\w+|продолж\w+|займ\w+|сообщ\w+)\b|\bс вами свяжутся\b"
    ),
    "tr": (
        r"\b(?:ekib\w*|ekip\w*|birim\w*|arkadaş\w*|uzman\w*|yetkili\w*|departman\w*|temsilci\w*|kendileri"
        r"|onlar)\b[^.?!\n]{0,50}\b(?:dön\w+"
        r"|ara(?:y\w+|r\w*)|ulaş\w+|iletişime geç\w+|yardımcı ol\w+|bilgi ver\w+|ilgilen\w+|yaz\w+|cevap\w*|yanıt\w*)\b"
    ),
}
"""What an agent says who passes on the matter, and others will take it up with the customer; folded."""

MOVED = {
    "en": (
        r"\b(?:you (?:over|on|through|across|back|to|with|up|along|straight|directly|now|right)|(?:the|your|this) (?:chat|call"
        r"|conversation)"
        r"|chat|call|conversation|take (?:over|it from|care of you)|taking over|join\w*|you(?:'ll|'re| will| are)?(?: be| being"
        r"| now)* connected|be with you|assist you|help you|pick (?:this|it) up)\b"
    ),
    "de": (
        r"\b(?:verb(?:inden?|unden)|überstelle|durch(?:stellen|gestellt)?|weiterverb\w+|übern(?:immt|ehmen)"
        r"|(?:leite|gebe|reiche)n? (?:\w+ )?(?:sie|dich|euch)|(?:werde|kann|will|muss)(?: ich)? (?:sie|dich|euch))\b"
    ),
    "ru": (
        r"\b(?:вас|тебя|диалог|чат|звонок|разговор|подключ\w+|приглаш\w+|зову|позову|продолж\w+|возьм\w+|займ\w+|перехват\w+"
        r"|переключаю|соединяю|переадресую)\b"
    ),
    "tr": (
        r"\b(?:sizi|seni|görüşme\w*|çağrı\w*|bağl(?:ıyor|ayaca|adı)\w*|devam ed\w+|ilgilenecek\w*|devral\w+|katılacak\w*"
        r"|devred\w+|devrett\w+)\b"
    ),
}
"""Words of transfer that move the customer, or name who goes on; the others move the matter only; folded."""


class Handover(NamedTuple):
    """A transfer: its event, the number of the first turn of whoever takes over (None: nobody is known to), and whether that is
    known by the speaker's name.
    """

    event: Event
    taken: int | None
    named: bool


def handovers(said: Sequence[Said]) -> list[Handover]:
    """The transfers of a conversation: words of transfer in an agent's turn, or another agent who goes on.

    Words that are followed by another agent are one transfer; repeated words before that are one too.
    """
    found: list[Handover] = []
    speaker, announced = "", False
    for number, turn, passage in said:
        if turn.role != AGENT:
            continue
        changed = bool(speaker and turn.speaker) and not same(speaker, turn.speaker)
        if changed and announced:
            found[-1] = found[-1]._replace(taken=number, named=True)
        elif changed:
            found.append(Handover(Event("thread/transfer", number), number, True))
        elif announced and not turn.speaker and found[-1].taken is None:
            found[-1] = found[-1]._replace(taken=number)
        announced = announced and not changed
        if passage is not None and not announced and (span := hands_over(passage)):
            found.append(Handover(Event("thread/transfer", number, *span), None, False))
            announced = True
        speaker = turn.speaker or speaker
    return found


def hands_over(passage: Passage) -> tuple[int, int] | None:
    """The words with which a turn hands the customer to somebody else; None where the agent stays, or it is not said who goes on.

    "I'll escalate this and write to you tomorrow" hands over nobody, nor does "I've passed it on"; "our team will call you" does.
    """
    span = words(passage, "transfers")
    if span is None:
        return None
    fold = language(passage.lang).fold
    if compiled(MOVED[passage.lang]).search(fold(passage.text.source[slice(*span)])):
        return span
    stays = compiled(STAYS[passage.lang]).search(passage.folded)
    return span if not stays and compiled(GO_ON[passage.lang]).search(passage.folded) else None


def length(passage: Passage) -> int:
    """The number of words of a turn."""
    return sum(map(passage.length, range(passage.sentences)))


def same(one: str, other: str) -> bool:
    """Whether two names of agents may be one person's: "Dana" and "Dana W."."""
    short, long = sorted((one.casefold().strip(), other.casefold().strip()), key=len)
    return long.startswith(short)


def carried(
    said: Sequence[Said], transfers: Sequence[Handover], given: Sequence[Given], again: Sequence[int], shown: Sequence[Event]
) -> list[Event]:
    """For each transfer that somebody is known to have taken over: whether what was said was carried over, where it can be told.

    It was not where what was given is asked for again, the new agent asks what it is about although the customer had said so,
    or the customer has to repeat; it was where the new agent says so, or goes on without asking although something had been
    given. `again` are the turns that ask again.
    """
    if not transfers:
        return []
    agents = spoken(said, AGENT)
    repeats = [event for event in shown if event.name == REPEATS]
    told = [(number, length(passage)) for number, passage in spoken(said, CUSTOMER)]
    customers = [one.number for one in said if one.turn.role != AGENT]
    bounds = [*(one.event.turn for one in transfers[1:]), said[-1].number + 1]
    found = []
    for (event, taken, named), end in zip(transfers, bounds, strict=True):
        if taken is None or (taken >= end and not named):
            continue
        end = max(end, taken + 1)
        own = [(number, passage) for number, passage in agents if taken <= number < end]
        asking = [number for number in again if taken <= number < end]
        if sum(size for number, size in told if number < taken) >= SUBSTANCE:
            asking += [number for number, passage in own[:FIRST] if passage.has("asks-matter")][:1]
        asks = min(asking, default=None)
        heard = [number for number in customers if taken < number < end][:FIRST]
        repeated = next((one for one in repeats if one.turn in heard), None)
        knows = next(
            ((number, span) for number, passage in own[:FIRST] if (span := words(passage, "carries-over")) is not None), None
        )
        begun = next((number for number, passage in own if length(passage) >= SUBSTANCE), None)
        if asks is not None:
            found.append(Event("thread/not-carried-over", asks))
        elif repeated is not None:
            before = max((number for number, _ in own if number < repeated.turn), default=taken)
            found.append(Event("thread/not-carried-over", before))
        elif knows is not None:
            found.append(Event("thread/carried-over", knows[0], *knows[1]))
        elif named and begun is not None and any(one.turn < event.turn for one in given):
            found.append(Event("thread/carried-over", begun))
    return found
