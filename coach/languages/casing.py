"""Copying the case of a wording to its replacement, the Turkish way where it is Turkish."""

from __future__ import annotations

ABBREVIATION = 4
"""Capitals up to this length are an abbreviation (SLA), whose replacement is not shouted."""


def upper(text: str, lang: str) -> str:
    """Upper case; in Turkish i becomes İ and ı becomes I."""
    return text.replace("i", "İ").upper() if lang == "tr" else text.upper()


def copy_case(source: str, text: str, lang: str) -> str:
    """`text` with the case of `source`: all capitals, a capital first letter, or as it stands."""
    letters = [sign for sign in source if sign.isalpha()]
    if not letters or not text:
        return text
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return upper(text, lang) if len(letters) > ABBREVIATION else text
    if letters[0].isupper() and text[0].islower():
        return upper(text[0], lang) + text[1:]
    return text
