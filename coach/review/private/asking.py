"""What a text may have in it: the questions that come before all others, as most texts have nothing private.

Of a text alone they are asked by `re`; of the thousands of texts of a batch by Arrow, whose RE2 takes a tenth of the time: at
most a microsecond for a question and a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from coach.expressions import compiled
from coach.review.private import links
from coach.review.private.cues import WORDS
from coach.review.private.forms import lowered
from coach.review.private.papers import PAPERS
from coach.review.private.streets import STREETS

FORMS = (*STREETS, *PAPERS)

SIGNS = ("@", "://", "www.", *links.WORDS)
"""One of them is in small letters in every text with a mail address, a link or a password."""

HINTS = "|".join((*map(re.escape, SIGNS), *(form.hint for form in FORMS)))
"""What is in small letters in every text with one of those, or of FORMS."""

RUN = "[0-9][0-9]{2}"
"""In every number that is told by the words around it."""

LONG = "[0-9+(][0-9 ()./\\-\u00a0]{5,}[0-9]"
"""In every card, account and telephone number: many digits with little between them."""

OTHER = "[^a-zäöüßçğışа-яё0-9]"
SIGNATURE = r"[\-–—~^/*|]\s?[^ .!?]+(?: [^ .!?]+)?\s*$"
"""A sign and at most two words at the end."""


class May(NamedTuple):
    """What a text may have: three digits in a row, a LONG, one of HINTS, and words that names stand behind (see `given`)."""

    run: bool
    long: bool
    hint: bool
    named: bool = True


@lru_cache(maxsize=256)
def may_have(text: str) -> May:
    """What a text may have; for names `given` asks as fast. Remembered for what comes again: who promised something, by when."""
    small = lowered(text)
    sign = any(sign in small for sign in SIGNS)
    if not compiled("[0-9]").search(text):
        return May(run=False, long=False, hint=sign)
    return May(
        run=compiled(RUN).search(text) is not None,
        long=compiled(LONG).search(text) is not None,
        hint=sign or any(compiled(form.hint).search(small) for form in FORMS),
    )


def all_may_have(texts: Sequence[str]) -> list[May]:
    """As `may_have`, for each of many texts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        column = pa.array(texts, pa.string())
    except UnicodeEncodeError:  # half a surrogate pair, which an export may have cut
        column = pa.array([text.encode("utf-8", "replace").decode() for text in texts], pa.string())
    small = pc.utf8_lower(column)

    def has(expression: str) -> pa.Array:
        return pc.match_substring_regex(small, expression)

    answers = (has(RUN), has(LONG), has(HINTS), pc.or_(has(names()), has(SIGNATURE)))
    # Sixteen records for all texts: one for each would keep the garbage collector busy.
    shared = {each: May(*each) for each in product((False, True), repeat=len(answers))}
    return [shared[each] for each in zip(*(answer.to_pylist() for answer in answers), strict=True)]


def names() -> str:
    """In small letters: words that names stand behind. What is no letter is told by those of four languages, as RE2 takes 5 ms to
    compile the class of all letters.
    """
    cues = "|".join(cue for some in WORDS.values() for cue in some.split(";"))
    return rf"(?:^|{OTHER})(?:{cues})(?:{OTHER}|$)| (?:bey|hanım)|(?:[ое]в|ь|м)ич|[ое]вн|ичн"
