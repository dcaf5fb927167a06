"""What a language says when it promises, and how it says by when: expressions over folded sentences, told apart by group names.

An expression is plain data: the languages fill this record, `finding` and `deadlines` read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

I, WE, SOMEONE, NOBODY = "I", "we", "someone", ""  # noqa: E741
"""Who is to do it, where the promise says so by a pronoun; the same words in every language, so that ledgers can be counted."""


REMEMBERED = 10_000
"""How many shapes of sentences are remembered."""


class Sentence(NamedTuple):
    """A sentence as it was written, folded, in plain letters, and its shape, in which every figure is 0: all of one length."""

    written: str
    folded: str
    plain: str
    shape: str


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
    `deed`: somebody does something, which may hang on an event ("once the lab has replied"); without, an outcome for the
    customer. `words`: the lists of `Wording.words` of each of which the text must have a member, or it cannot hold the
    expression.
    """

    who: str
    pattern: str
    timed: bool = False
    deed: bool = True
    words: tuple[str, ...] = ()
    before: str = ""


class Wording(NamedTuple):
    """One language. Expressions read folded text in which `plain` has replaced single letters. Of a figure they ask only whether
    it is one, because what they find is remembered for the same words with other figures.

    `hint` is the cheap question, which folded text is asked as well: a text without it promises nothing; `words` are beginnings
    and parts of words to ask for before an expression is searched, and `clue` is the question before `time`. `never` in a
    sentence: reported, hoped, usual, refused. `condition`: only if something happens. `here`: in the conversation itself,
    unless a time says otherwise. `event`: a period that begins with something else than the turn. `away`: what cannot be done
    within the conversation, so that minutes count. `somebody`: a person as written who is nobody in particular. `time`: the
    words of a time, see `deadlines`. `glue` may stand between words of one time, `before` and `behind` belong to it; `opens`:
    behind a promise these words begin something else, of which an hour behind them may be. `numbers` maps words to numbers, 0:
    not told exactly. `plural`: a unit of which there are several where no number stands. `late`: an hour below it is one of the
    afternoon (English: "before 6"), 0 where hours are counted to 24.
    """

    code: str
    hint: str
    words: Mapping[str, tuple[str, ...]]
    makings: tuple[Making, ...]
    never: str
    condition: str
    here: str
    event: str
    away: str
    somebody: str
    time: str
    clue: str
    glue: str
    before: str
    behind: str
    opens: str
    numbers: Mapping[str, float]
    plural: str = "(?!)"
    plain: tuple[tuple[str, str], ...] = ()
    late: int = 0


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
