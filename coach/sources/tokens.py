"""Words and sentence ends of a masked, folded text."""

from __future__ import annotations

import re

from coach.expressions import compiled

WORD = (
    r"[^\W\d]\w*(?:['\u00ad\u200b-\u200f\u2060\ufeff]+\w+)*"  # a word, with apostrophes and invisible marks inside
    r"|\d+(?:[.,:/]\d+)*\w*(?:'\w+)?"  # a number, a date, a time, 3rd, 16.00'ya
    r"|\ue001+|\ue002+|\ue003+|\ue004+|\ue005+|\ue006+"  # what masking left
)
TOKEN = re.compile(rf"{WORD}|[.!?…]+|[,:;()—–%]")

LINE_START = r"(?=[^\W\d_A-ZА-ЯЁÄÖÜÇĞİÖŞÜ]|[^\W\d_]+ [^\W\d_])"
SOFT_BREAK = rf"\n(?:(?<=[^\n]{{45}}[^\n\r.:;!?…]\n)|(?<=[^\n]{{45}}[^\n.:;!?…]\r\n)){LINE_START}"
"""A line break inside a hard-wrapped paragraph: a long line without a final mark, followed by a line that starts with words.

It begins with the break itself, because a search for a plain character is the fastest there is.
"""


def unwrap(text: str) -> str:
    """The text with soft line breaks as spaces, same length: only the hard breaks that are left end a sentence."""
    return compiled(SOFT_BREAK).sub(" ", text) if "\n" in text else text
