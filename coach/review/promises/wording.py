"""What a language says when it promises, and how it says by when: expressions over folded sentences, told apart by group names.

An expression is plain data: the languages fill this record, `finding` and `deadlines` read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

I, WE, SOMEONE, NOBODY = "I", "we", "someone", ""  # noqa: E741
"""Who is to do it, where the promise says so by a pronoun; the same words in every language, so that ledgers can be counted."""


REMEMBERED = 10_000
"""How many shapes of sentences are remembered."""


NO_BREAK = "\u00a0"
"""A space that editors put between a number and its unit, and chat windows anywhere; to the expressions it is one like others."""


class Sentence(NamedTuple):
    """A sentence as it was written, folded, in plain letters, and its shape, in which every figure is 0: all of one length."""

    written: str
    folded: str
    plain: str
    shape: str


def plainly(text: str, language: Wording) -> str:
    """A folded text in plain letters, with plain spaces: as long as it was."""
    text = text.replace(NO_BREAK, " ")
    for letter, other in language.plain:
        text = text.replace(letter, other)
    return text


def without_figures(text: str) -> str:
    """The shape of a text: every figure a 0. (Faster than `str.translate`, which looks up every letter.)"""
    for figure in "123456789":
        text = text.replace(figure, "0")
    return text


class Making(NamedTuple):
    """A way to promise. `pattern` begins with plain letters, which makes it fast; what must stand in front of them is `before`,
    an expression that ends in `$`. `who` holds where neither has a group `who` (a person or department as written) or `name`
    (only where it is written with a capital).

    `timed`: only together with a time is it a promise ("I'll check the stock tomorrow"; without, it is the here and now).
    `close`: only with one in its own clause, as a verb of any kind may also report ("I read that it has dripped since Monday").
    `dated`: only with a day or an hour, as with a period ("we ship within two days") it may be what always happens.
    `deed`: somebody does something, which may hang on an event ("once the lab has replied"); without, an outcome for the
    customer. `words`: the lists of `Wording.words` of each of which the text must have a word, or it cannot hold the
    expression. `unless`: what keeps a sentence from being one.
    """

    who: str
    pattern: str
    timed: bool = False
    dated: bool = False
    close: bool = False
    deed: bool = True
    words: tuple[str, ...] = ()
    before: str = ""
    unless: str = ""


class Wording(NamedTuple):
    """One language. Expressions read folded text in which `plain` has replaced single letters. Of a figure they ask only whether
    it is one, because what they find is remembered for the same words with other figures.

    `words` are lists of words in plain letters by the names that `Making.words` uses, and those of times by the name "time",
    months and figures left out; `tokens` finds their endings in a text, where words have too many forms. `never` in a sentence:
    reported, hoped, usual, refused. `condition`: only if something happens; `otherwise`: where what hangs on a condition begins,
    behind something that does not. `here`: in the conversation itself, unless a time says otherwise. `event`: a period that
    begins with something else than the turn. `away`: what cannot be done within the conversation, so that minutes count.
    `somebody`: a person as written who is nobody in particular. `parts`: what parts clauses.

    `time`: the words of a time, see `deadlines`; `begins`: how they may begin, beside with a figure. `glue` may stand between
    words of one time, `before` and `behind` belong to it; `opens`: behind a promise these words begin something else, of which
    an hour behind them may be. `aims`: words in front of a time that make it what something is changed to; `since`: what makes it
    past. `numbers` maps words to numbers, 0: not told exactly. `plural`: a unit of which there are several where no number
    stands. `late`: an hour below it, said without minutes, is one of the afternoon (English: "6 o'clock"), 0 where hours are
    counted to 24.
    """

    code: str
    words: Mapping[str, frozenset[str]]
    makings: tuple[Making, ...]
    never: str
    condition: str
    otherwise: str
    here: str
    event: str
    away: str
    somebody: str
    time: str
    begins: str
    glue: str
    before: str
    behind: str
    opens: str
    parts: str
    numbers: Mapping[str, float]
    plural: str = "(?!)"
    aims: str = "(?!)"
    since: str = "(?!)"
    tokens: str = ""
    plain: tuple[tuple[str, str], ...] = ()
    late: int = 0


def lists(**words: str) -> Mapping[str, frozenset[str]]:
    """Lists of words by their names, from words with spaces between them."""
    return MappingProxyType({name: frozenset(some.split()) for name, some in words.items()})


@cache
def wording(code: str) -> Wording:
    """What a language says; imported where a text of that language comes."""
    if code == "de":
        from coach.review.promises import german

        return german.GERMAN
    if code == "ru":
        from coach.review.promises import russian

        return russian.RUSSIAN
    if code == "tr":
        from coach.review.promises import turkish

        return turkish.TURKISH
    from coach.review.promises import english

    return english.ENGLISH
