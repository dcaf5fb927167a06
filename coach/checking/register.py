"""macro/register: a text in another form of address than the one its library keeps to."""

from __future__ import annotations

from coach.languages import language
from coach.languages.address import shown
from coach.languages.base import compose
from coach.model import Finding
from coach.sources.masking import mask

RULE = "macro/register"
WORDS = {
    "de": {"formal": "Sie", "informal": "du"},
    "ru": {"formal": "вы", "informal": "ты"},
    "tr": {"formal": "siz", "informal": "sen"},
}
"""How each form of address is called."""


def findings(text: str, lang: str | None, register: str) -> list[Finding]:
    """The first words of a text that show the other form of address, in offsets of the text; English has but one."""
    if lang not in WORDS or not register:
        return []
    shadow, offsets = compose(text)
    formal, informal = shown(mask(shadow), language(lang), of_one=True)
    other = informal if register == "formal" else formal
    if not other:
        return []
    start, end = other[0]
    if offsets:
        start, end = offsets[start], offsets[end]
    own, found = WORDS[lang][register], WORDS[lang]["informal" if register == "formal" else "formal"]
    message = f"This text says {found}; the form of address here is {register} ({own})."
    return [Finding(RULE, "macro", "warning", start, end, text[start:end], message)]
