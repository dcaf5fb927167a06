"""Turkish: dotted and dotless i, words typed without diacritics, suffixes after an apostrophe; siz and sen."""

from __future__ import annotations

from collections.abc import Iterator

from coach.languages.base import Address, Language, strip_invisible, without_runs
from coach.languages.base import fold as base_fold
from coach.languages.turkish import LETTER_CLASSES, attach, expand, without_ending

ASCII = str.maketrans("çğıöşüâîû", "cgiosuaiu")


def fold(text: str) -> str:
    """Lower case the Turkish way: I -> ı, İ -> i."""
    return base_fold(text.replace("I", "ı").replace("İ", "i"))


def weaker(word: str) -> Iterator[str]:
    """The stem before an apostrophe, an English I in front (Invoice folds to ınvoice), drawn-out letters taken back."""
    if "'" in word:
        yield word.partition("'")[0]
    if word[:1] == "ı":
        yield "i" + word[1:]
    yield from without_runs(word)


def spellings(word: str) -> Iterator[str]:
    """A word is filed as written, without diacritics, and (L, SLA, IBAN) with its capital I read as in English.

    A word in ASCII letters only is a word typed on a foreign keyboard; a word with Turkish letters is never folded, so that
    sınır (limit) and sinir (nerve) stay apart in a text that spells them.
    """
    yield word
    plain = word.translate(ASCII)
    if plain != word:
        yield plain


def inflect(word: str, old: str, new: str) -> str:
    """The word with the ending `new` instead of `old`, both written with archiphonemes; nothing where it does not end so."""
    stem = without_ending(word, old)
    return attach(stem, new, noun=not old) if stem else ""


def endings(patterns: str) -> tuple[str, ...]:
    """Every spelling of some endings written with archiphonemes."""
    return tuple(frozenset().union(*map(expand, patterns.split())))


FORMAL = Address(
    frozenset("siz sizi size sizin sizden sizde sizinle".split()),
    endings("sInIz InIz InIzI InIzA InIzdA InIzdAn InIzIn AnIz AnIzI AnIzA AnIzdA AnIzdAn AnIzIn"),
)
INFORMAL = Address(
    frozenset("sen seni sana senin senden sende seninle".split()),
    endings("yorsIn AcAksIn ArsIn IrsIn mIşsIn mAlIsIn mAzsIn yordIn mAdIn mIştIn ArsAn IrsAn mAzsAn dAsIn tAsIn"),
)
"""Verb endings with their tense: a bare -sIn is also "may it" (geçmiş olsun), a bare -DIn also a noun (kadın)."""

TURKISH = Language(
    code="tr",
    name="Turkish",
    fold=fold,
    key=strip_invisible,
    weaker=weaker,
    spellings=spellings,
    abbreviations=frozenset(
        "dr prof doç av sn bkz vb vs örn tel no cad sok mah apt md müd yrd ör alb öğr gör ltd şti a.ş".split()
    ),
    ordinal_dot=True,
    function_words=frozenset(
        "ve bir bu da de için ile çok ama daha en ne ben sen o biz siz onlar bana sana ona bize size onlara "
        "beni seni onu bizi sizi "
        "var yok mı mi mu mü değil gibi kadar sonra önce olarak olan olduğu ise ya veya hem şu her lütfen merhaba teşekkür "
        "teşekkürler ederim ederiz evet hayır sayın iyi günler nasıl neden hangi şimdi bugün yarın ancak fakat eğer üzere göre "
        "bunu bunun buna kendi hiç tüm bütün artık henüz sadece yalnızca icin cok degil sayin lutfen tesekkur gun simdi olduğunu "
        "efendim hanım bey olur olup ediyoruz ediyorum rica üzgünüz üzgünüm maalesef malesef".split()
    ),
    formal=FORMAL,
    informal=INFORMAL,
    letter_classes=LETTER_CLASSES,
    inflect=inflect,
)
