"""Masking: what is not the agent's own prose is replaced, character for character, by a typed filler.

The masked text has the length of the text, so offsets stay. A filler is a run of one private-use character that says what
stood there; the matcher sees each run as one opaque word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from coach.expressions import compiled

URL, EMAIL, PHONE, PLACEHOLDER, QUOTE, CODE = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005", "\ue006"

FENCE = r"(?ms)^(```|~~~)[^\n]*\n.*?(?:^\1[^\n]*$|\Z)"
INLINE_CODE = r"`[^`\n]{1,200}`"
PLACEHOLDERS = (
    r"(?s:\{\{.{0,300}?\}\}|\{%.{0,300}?%\}|\{#.{0,300}?#\}|[#$%]\{[^{}\n]{1,200}\}|\{[\w.\- ]{1,100}\})"
    r"(?:/[^\s<>\"'»“”)\]{},;]*)?"  # the path of a link whose beginning is a placeholder
    r"|%\(\w{1,60}\)s|\[\[[^\[\]\n]{1,200}\]\]|\[[^\[\]\n]{1,80}\](?!\()|<<[^<>\n]{1,80}>>"
    r"|#[A-Z][A-Z_0-9-]{1,30}#|%[A-Z][A-Z_]{1,40}%"
)
KIND = (
    r"(?i)(?!\[(?!\[))[\W_]*[\w.\[\] -]*?(?:(?P<url>url|uri|link|href|website|webseite|ссылка|bağlantı|bağlantısı)"
    r"|(?P<email>(?:e[-_ ]?|\b|_)(?:mail|posta)(?:[-_ ]?(?:address|adresse|adresi))?|почта)"
    r"|(?P<phone>phone(?:[-_ ]?number)?|mobile|telefon(?:nummer|[-_ ]?(?:no|numarası)|u)?|телефон))"
    r"s?(?:\[-?\d+\])?[\s~-]*(?:[|,}%\])>#]|$)"
)
"""A placeholder whose name ends in a word for a link, an address or a number: that is what the customer will read there.
([link] in single brackets is what the agent still has to write.)"""

FILLER_OF = {"url": URL, "email": EMAIL, "phone": PHONE}
MARKUP = r"</?[a-zA-Z!][^<>\n]{0,300}>"
REST_OF_LINK = r"[^\s<>\"'»“”)\]]*[^\s<>\"'»“”)\].,;:!?…]"
LINK = rf"\b(?:https?|ftp)://{REST_OF_LINK}|\bwww\.{REST_OF_LINK}"
ENDINGS = "com|org|net|edu|gov|info|io|app|dev|shop|example|eu|de|at|ch|ru|рф|tr|uk|us|fr|nl|pl|ua|by|kz"
DOMAIN = rf"(?i)(?<![\w@.])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?:{ENDINGS})\b(?:/{REST_OF_LINK})?"
SPECIAL = r"[`~{\[#%<>@/\"„“«»'‚‘]"
LETTER_DOT_LETTER = r"\.(?<=[^\W\d_]\.)[^\W\d_]"
"""The cheap questions before the dear ones."""

ADDRESS = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?<!\w)@\w{2,40}"
PHONE_NUMBER = (
    r"[+(048](?!\d?/\d\d?/\d\d)"  # not a date
    r"(?:(?<![\w.,].)(?:(?:(?<=[+0])|(?<=\()(?=0))[\d ()/\-]{6,19}\d(?![\w%])|(?<=8)[ -]?\(?800\)?[\d -]{7,12}\d)"
    r"|(?<!\w.)(?:(?<=4)44 ?\d ?\d{3}|(?<=8)50 \d{3} \d\d ?\d\d)\b)"
)
"""It begins with a class of characters, because a search for one of few characters is fast."""

FORWARDED = (
    r"(?ims)^[ \t]*-{3,}[ \t]*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|исходное сообщение|пересылаемое сообщение|özgün ileti|orijinal mesaj|iletilen mesaj)[ \t]*-{3,}[ \t]*$"
)
"""The line under which mail programs put the message that is answered: somebody else's words."""

QUOTED_LINE = r"(?m)^[ \t]{0,3}>[^\n]*"
QUOTED = r"„[^„“”\n]{1,400}[“”]|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|»[^«»\n]{1,400}«|\"[^\"\n]{1,400}\""
SINGLE_QUOTED = r"(?m)(?:(?<=\s)|(?<=\()|^)(?:‚[^‚‘’\n]{1,200}[‘’]|‘[^‘’\n]{1,200}’|'[^'\n]{1,80}')(?!\w)"
SINGLE_OPENED = r"['‚‘](?<!\w.)\S"
"""A single mark at a word's start; within and behind words it is an apostrophe."""

WHOLE_TEXT = 0.8
"""A quotation longer than this share of the text is the draft itself in quotation marks, not somebody else's words."""


def fill(pattern: str, filler: str, text: str) -> str:
    """The text with every match of the expression replaced by as many fillers as it has characters."""
    return compiled(pattern).sub(lambda match: filler * (match.end() - match.start()), text)


@lru_cache(maxsize=2_000)
def typed(placeholder: str) -> str:
    """As many fillers as a placeholder has characters, of the kind that its name tells."""
    kind = compiled(KIND).match(placeholder)
    return (FILLER_OF[kind.lastgroup] if kind and kind.lastgroup else PLACEHOLDER) * len(placeholder)


def mask(text: str) -> str:
    """The text with code, placeholders, links, addresses, markup and quotations masked; same length, same offsets.

    Each step runs only where a character that it needs is there at all, so that plain prose costs next to nothing.
    """
    if "---" in text:
        text = mask_forwarded(text)
    if compiled(SPECIAL).search(text):
        text = mask_special(text)
    if compiled(LETTER_DOT_LETTER).search(text):
        text = fill(DOMAIN, URL, fill(LINK, URL, text) if "www." in text else text)
    if compiled(PHONE_NUMBER).search(text):
        text = fill(PHONE_NUMBER, PHONE, text)
    return text


def mask_forwarded(text: str) -> str:
    """The text with the message that is answered masked, unless there is no answer above it."""
    match = compiled(FORWARDED).search(text)
    if match is None or not text[: match.start()].strip():
        return text
    return text[: match.start()] + QUOTE * (len(text) - match.start())


def mask_special(text: str) -> str:
    """The text with everything masked that has a special character in it."""
    if "`" in text or "~~~" in text:
        text = fill(INLINE_CODE, CODE, fill(FENCE, CODE, text))
    if "{" in text or "[" in text or "#" in text or "%" in text or "<<" in text:
        text = compiled(PLACEHOLDERS).sub(lambda match: typed(match[0]), text)
    if "//" in text:
        text = fill(LINK, URL, text)
    if "@" in text:
        text = fill(ADDRESS, EMAIL, text)
    if "<" in text:
        text = fill(MARKUP, " ", text)
    if ">" in text:
        text = fill(QUOTED_LINE, QUOTE, text)
    return mask_quotations(text)


def mask_quotations(text: str) -> str:
    """The text with quotations masked, unless one of them is nearly the whole of its text."""

    def filler(match: re.Match[str]) -> str:
        size = match.end() - match.start()
        return QUOTE * size if size < WHOLE_TEXT * len(text) else match[0]

    if '"' in text or "„" in text or "“" in text or "«" in text or "»" in text:
        text = compiled(QUOTED).sub(filler, text)
    if compiled(SINGLE_OPENED).search(text):
        text = compiled(SINGLE_QUOTED).sub(filler, text)
    return text
