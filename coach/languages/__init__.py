"""The four languages, and nothing that is the same in all of them.

Modules are loaded one by one on first use: a German draft does not pay for Turkish.
"""

from __future__ import annotations

from importlib import import_module

from coach.errors import UsageError
from coach.languages.base import Language
from coach.model import LANGUAGES

RECORDS = {"en": "ENGLISH", "de": "GERMAN", "ru": "RUSSIAN", "tr": "TURKISH"}


def language(code: str) -> Language:
    """The record of a language by its ISO 639-1 code.

    Raises UsageError for any other code.
    """
    if code not in RECORDS:
        raise UsageError(f"unknown language {code!r}", hint=f"known are {', '.join(LANGUAGES)}")
    record: Language = getattr(import_module(f"coach.languages.{code}"), RECORDS[code])
    return record
