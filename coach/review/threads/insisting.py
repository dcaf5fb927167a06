"""Questions that a reply left out, told by the customer's next words: they are put again, or the customer says so.

Whether a single question was answered in other words cannot be told from the reply alone; who asked it knows. English, where it
was not measured, is left to `asking.unanswered`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from coach.engine import Coach
from coach.expressions import compiled
from coach.phrasebook.groups import THREADING
from coach.review.record import AGENT, CUSTOMER, Event
from coach.review.threads.asking import MEASURE, MEASURED, REQUESTS, beginnings
from coach.review.threads.mood import PATIENCE_LOST, UPSET
from coach.review.threads.said import Found, Run, findings, holds_any, spoken
from coach.rules.reply import Verdict
from coach.rules.thread import without_accents
from coach.texts import Passage

PASSED_OVER = {
    "de": (
        r"(?:^|[.!?\n] ?)(?:das (?:war|ist) )?keine antwort\b(?! (?:bekommen|erhalten|auf meine (?:mail|e-mail|nachricht)))"
        r"|\bdanach (?:habe?|hatte) ich (?:doch |gar |sie )*nicht gefragt|\bmeine frage (?:war|lautete) (?:doch |aber )?"
        r"|\bmeine frage (?:ist|haben sie|hast du|habt ihr)\b[^.?!\n]{0,30}\bnicht beantwortet"
        r"|\bauf meine frage (?:gehen|gehst|geht) (?:sie|du|ihr) (?:gar |überhaupt )?nicht ein"
        r"|\bbeantworte\w* (?:sie )?(?:mir |bitte |doch |einfach |endlich |mal )*(?:die|meine) frage"
    ),
    "ru": (
        r"\b(?:мой )?вопрос был (?:не |про |о |об |другой|в другом)|\bэто не ответ\b|\bне отвечаете на (?:мой )?вопрос"
        r"|\bне ответили на (?:мой )?вопрос|\bя (?:вас )?не об этом спра\w+"
        r"|\bя (?:вас )?(?:спрашива\w+|спросил\w*) (?:не )?(?:о|об|про)\b"
        r"|\bвопрос (?:так и )?остался без ответа|\bответьте (?:же |наконец |просто |мне )*на (?:мой )?вопрос"
    ),
    "tr": (
        r"(?:^|[.!?\n] ?)(?:yani |e |hala )?(?:cevap|yanıt) (?:yok|değil|bu değil)|\bsorum (?:bu|o) değildi"
        r"|\bsoru\w* (?:duymazdan|görmezden|anlamazdan) gel|\bsoru\w* (?:geçiştir|cevapla|yanıtla)(?:m[ae]d|m[ıi]yor)\w*"
        r"|\b(?:onu|bunu) sormadım|\bsoruma (?:hala |hâlâ )?(?:cevap|yanıt) (?:ver(?:m|il|in|ir)\w*|alamad\w*|yok)"
    ),
}
"""How customers say that their question was passed over; folded."""

PIECE = r"[^?.!\n]+[?.!]*"
RAGE = r"\?!|!\?"

ASKED = {
    "de": r"\?|\b(?:ja oder nein|oder nicht|oder nein)\b",
    "ru": r"\?|\bили нет\b",
    "tr": r"\?|\bm[ıiuü](?:y[ıiuü]m|y[ıiuü]z)?\b|\b(?:kaç|ne zaman)\b",
}
"""What makes a question, the sign or what stands for it; folded."""

SAYS = {
    "de": (
        r"\b(?:ja|nein|doch|leider|nicht|kein\w*|klar|natürlich|selbstverständlich|möglich|sobald|erst|wenn|falls|sofern"
        r"|nur|abgelaufen|vorbei|ausverkauft|vergriffen|ausgeschlossen|zu spät|kostenlos|gratis|inklusive"
        r"|moment|augenblick|prüfe|schaue|kläre)\b"
    ),
    "ru": (
        r"\b(?:да|нет|не|нельзя|можно|конечно|возможно|увы|если|когда|как только|после|только"
        r"|ист[её]к\w*|закончил\w*|поздно|распродан\w*|бесплатн\w*|входит|включен\w*"
        r"|минут\w*|секунд\w*|уточн\w+|провер\w+|узна\w+|смотрю)\b"
    ),
    "tr": (
        r"\b(?:evet|hayır|yok|var|olur|olmaz|tabii|tabi|elbette|maalesef|mümkün|değil|sonra|eğer|ancak|sadece|yalnızca"
        r"|doldu|bitti|tükendi|geçti|ücretsiz|dahil|dakika|saniye|bakıyorum|bakayım|kontrol"
        r"|\w+(?:m[ae]z|m[ıiuü]yor\w*|am[ıi]yor\w*|em[ıi]yor\w*))\b"
    ),
}
"""What a reply has that says yes, no, or on what it depends, or that the answer is being looked for; folded."""

COUNTED = r"\d\.? ?[^\W\d_]"
"""A number of something, or a date: "3. Mai"."""

FILLING = frozenset(
    {"peki", "tama", "yani", "also", "trot", "denn", "jetz", "вопр", "тепе", "толь", "прос", "знач", "frag", "soru"}
)
"""Beginnings of words with which a question is put again and that say nothing about it."""


def insisted(runs: Sequence[Run], shown: Sequence[Event], coach: Coach) -> list[Found]:
    """The replies that left a question out by what the customer says next, each told at its first turn.

    A reply that asks, hands over, looks for the answer, or says yes or no leaves nothing out.
    """
    lang = next((one.passage.lang for run in runs if run.role == CUSTOMER for one in run.said if one.passage is not None), "")
    if lang not in PASSED_OVER:
        return []
    upset = {event.turn for event in shown if event.name in (UPSET, PATIENCE_LOST)}
    found: list[Found] = []
    for before, reply, after in zip(runs, runs[1:], runs[2:], strict=False):
        if before.role != CUSTOMER or reply.role != AGENT:
            continue
        theirs, answer, next_words = (
            [passage for _, passage in spoken(run.said, role)]
            for run, role in ((before, CUSTOMER), (reply, AGENT), (after, CUSTOMER))
        )
        if not next_words or not answer or answer[0].lang != lang:
            continue
        asked = questions(theirs, lang)
        if asked and not replied(answer, lang) and insists(theirs, asked, answer, next_words, angry=holds_any(after, upset)):
            first = next(one for one in reply.said if one.passage is not None)
            found += [(first.number, one) for one in findings([Verdict("thread/question-unanswered")], answer[0], coach)]
    return found


def questions(passages: Sequence[Passage], lang: str) -> list[str]:
    """The questions of a customer, folded, those without the sign among them; a reproach (?!) asks nothing."""
    pieces = (piece for passage in passages for piece in compiled(PIECE).findall(passage.folded))
    return [piece for piece in pieces if compiled(ASKED[lang]).search(piece) and not compiled(RAGE).search(piece)]


def replied(answer: Sequence[Passage], lang: str) -> bool:
    """Whether a reply asks, hands over, looks for the answer, or says yes or no."""
    if any(compiled(SAYS[lang]).search(passage.folded) for passage in answer):
        return True
    if any(passage.asks(number) for passage in answer for number in range(passage.sentences)):
        return True
    signs = frozenset[str]().union(*(one.names for passage in answer for one in passage.signs(THREADING)))
    return not signs.isdisjoint({*REQUESTS, "transfers"})


def insists(
    theirs: Sequence[Passage], asked: list[str], answer: Sequence[Passage], next_words: Sequence[Passage], *, angry: bool
) -> bool:
    """Whether the customer's next words say that the questions `asked` were passed over, put one of them again, or are `angry`
    behind an answer that shares no word with them and does nothing.
    """
    lang = theirs[0].lang
    if any(compiled(PASSED_OVER[lang]).search(passage.folded) for passage in next_words):
        return True
    about = words_of((passage.folded for passage in answer), theirs[0])
    wanted = words_of(asked, theirs[0])
    if not about.isdisjoint(wanted):
        return False
    put_again = (words_of([piece], theirs[0]) for piece in questions(next_words, lang))
    if any(2 * len(piece & wanted) > len(piece) for piece in put_again):
        return True
    if not angry:
        return False
    acts = any(passage.has("done") or passage.has("next-step") for passage in answer)
    figures = any(compiled(rf"{MEASURE}|{COUNTED}").search(passage.folded) for passage in answer)
    return not acts and not (figures and any(map(compiled(MEASURED[lang]).search, asked)))


def words_of(texts: Iterable[str], passage: Passage) -> frozenset[str]:
    """The beginnings of the words that say what folded texts are about, in the language of a passage."""
    common = passage.matcher.symbols.language.function_words
    return frozenset(map(without_accents, chain.from_iterable(beginnings(text, common) for text in texts))) - FILLING
