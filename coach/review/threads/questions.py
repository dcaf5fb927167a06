"""The questions of a turn, those without the sign and those that one sentence joins, and the words that say what they are after.

All patterns are for folded text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from coach.expressions import compiled
from coach.rules.thread import without_accents
from coach.sources.tokens import WORD
from coach.texts import Passage

PIECE = r"[^?.!\n]+[?.!]*"
RAGE = r"\?!|!\?"

PREFIX = 4
"""Words that share so many first letters are taken for forms of one word."""

SHORTEST = 3
"""Shorter words say nothing about what a question is after."""

JOINTS = r"[,;:()]|\s(?=(?:and|und|sowie|oder(?! n)|or(?! not)|и|или(?! нет| как)|ve|veya)\s)"
"""Where one question may end and the next begin within a sentence."""

JOINED = r"\W*(?:and|und|и|ve)\s"
"""What joins a question to one that does not look it: "завтрак включён и есть ли лифт?"."""

ASKED = {
    "en": (
        r"\?|\b(?:yes or no|or not)\b|^\W*(?:(?:and|but|so|ok|also|well|hi|hey|hello|please|sorry)\W+)*(?:(?:is|are|do|does|did"
        r"|can|could|may"
        r"|will|would|shall|should|have|has|am) (?:i|you|u|it|he|she|they|we|there|this|that|these|the|my|your)|d'?you"
        r"|how (?:much|many|long|often|soon)|what time|when (?:will|is|are|do|does|can)|where (?:is|are|do|does|can))\b"
    ),
    "de": (
        r"\?|\b(?:ja oder nein|oder nicht|oder nein)\b|^\W*(?:(?:und|aber|also|hallo|hi|hey|bitte)\W+)*(?:(?:kann|könn\w+|darf"
        r"|muss|gibt|geht|ist|sind|kommt|bekomm\w*|krieg\w*|wird|soll) (?:ich|man|es|das|der|die|da|noch|sie|du|ihr|wir)"
        r"|wann|wie (?:lang\w*|viel\w*|oft|teuer))\b"
    ),
    "ru": (
        r"\?|\bили (?:нет|как)\b|\bли\b|^\W*(?:(?:а|и|но|ну|так|привет|слушай|слушайте)\W+)*(?:когда|сколько|где|куда|почему"
        r"|зачем|как долго"
        r"|во сколько|можно|можешь|можете)\b|\b(?:когда|сколько|во сколько) (?:\w+ )?\w+(?:те|шь|ет|ит|ть|ут|ят)\b"
    ),
    "tr": (
        r"\?|\bm[ıiuü](?:y[ıiuü]m|y[ıiuü]z|s[ıiuü]n(?:[ıiuü]z)?)?\b|\b(?:kaç\w*|ne zaman\w*|neden|niye|niçin|nerede|nereye|dimi"
        r"|di mi)\b"
    ),
}
"""What makes a question: the sign, what stands for it, or how it begins."""

STARTS = {
    "en": (
        r"^\W*(?:(?:and|but|so|or|also|ok|then)\W+)*(?:(?:is|are|was|were|do|does|did|can|could|may|might|will|would|shall"
        r"|should|have|has"
        r"|am) (?:i|you|u|it|he|she|they|we|there|this|that|these|those|the|my|your|our|any\w*|some\w*)|d'?you|how|what|when"
        r"|where|which|who|whom|whose|why)\b"
    ),
    "de": (
        r"^\W*(?:(?:und|aber|oder|auch)\W+)*(?:(?:ist|sind|war|hat|haben|habt|hätte\w*|kann\w*|könn\w*|darf\w*|dürf\w*|wird"
        r"|werd\w*|gibt"
        r"|muss|müss\w*|soll\w*|\w+(?:t|n|st|e) (?:sie|du|ihr|es|er|das|die|der|man|ich|wir|mein\w*))|wie|was|wann|wo|wohin|woher"
        r"|wofür|welche\w*|wer|wem|wen|warum|wieso|weshalb|ob)\b"
    ),
    "ru": (
        r"\bли\b|^\W*(?:(?:а|и|но|или|ну|так)\W+)*(?:как|какой|какая|какое|какие|какую|когда|где|куда|откуда|сколько|можно"
        r"|почему|зачем|кто|кому|чем|что|есть|нужно|надо|мож(?:ете|ешь)|смож(?:ете|ешь)|во сколько|до скольки)\b|\bили нет\b"
    ),
    "tr": r"\bm[ıiuü](?:y\w*|s\w*|d\w*)?\b|\b(?:ne|nasıl|nere\w*|kaç\w*|hangi|kim\w*|neden|niye|niçin|dimi)\b",
}
"""What makes a part of a sentence a question of its own."""

FILLING = frozenset(
    "agai twic once same very thin ques answ okay real actu just stil then tell know want need plea said aski aske repe time "
    "also trot denn jetz frag noch noma erne dritt anla zwei einf bitt jetz mein erst wied endl sage "
    "вопр тепе толь прос знач всё- все- опят снов втор трет пишу спра спро повт скаж отве "
    "peki tama yani yeni soru sord sora tekr yine gene kez defa kere ikin üçün söyl diyo dedi "
    "yes not and the".split()
)
"""Beginnings of words with which a question is put again and that say nothing about it."""

RHETORICAL = (
    r"\b(?:any idea (?:what|how)|do you even|can you imagine|haben sie eine ahnung|können sie sich (?:eigentlich )?vorstellen"
    r"|вы (?:себе |хоть )?(?:представляете|понимаете)|вы вообще|biliyor mus\w+|farkında m[ıi]\w*|haberiniz var m[ıi])\b"
)
"""Questions that reproach and wait for no answer; folded."""

Words = frozenset[str]
"""The beginnings of the words that say what a text is about."""


def questions(passages: Sequence[Passage], lang: str) -> list[str]:
    """The questions of a customer, folded, those without the sign among them; a reproach asks nothing."""
    reproach = compiled(f"{RAGE}|{RHETORICAL}")
    found = (piece for piece in pieces(passages) if compiled(ASKED[lang]).search(piece) and not reproach.search(piece))
    return [part for piece in found for part in parts(piece, lang)]


def pieces(passages: Sequence[Passage]) -> list[str]:
    """The sentences of turns, folded, each with its mark."""
    return [piece for passage in passages for piece in compiled(PIECE).findall(passage.folded)]


def parts(piece: str, lang: str) -> list[str]:
    """The questions that one sentence joins: "do you lend them, and how long is the list?"."""
    starts, asks = compiled(STARTS[lang]), compiled(ASKED[lang])
    first, *others = compiled(JOINTS).split(piece)
    found = [first]
    for bit in others:
        if starts.search(bit) and (compiled(JOINED).match(bit) or starts.search(found[-1]) or asks.search(found[-1])):
            found.append(bit)
        else:
            found[-1] += f" {bit}"
    return found


def words_of(texts: Iterable[str], passage: Passage) -> Words:
    """The beginnings of the words that say what folded texts are about, in the language of a passage."""
    common = passage.matcher.symbols.language.function_words
    words = chain.from_iterable(map(compiled(WORD).findall, texts))
    return frozenset(without_accents(one[:PREFIX]) for one in words if len(one) >= SHORTEST and one not in common) - FILLING
