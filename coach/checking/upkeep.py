"""What is found in a text besides its words: placeholders nobody can fill, and a form of address that is not the library's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coach.config import Config
from coach.engine import GRAVITY, selected, severity_of
from coach.model import Finding
from coach.settings.record import Settings
from coach.sources.document import Segment

OPENING = ("{", "%(", "[[", "<<", "}")
"""No placeholder begins otherwise, or lacks its beginning."""


def upkeep(segment: Segment, lang: str | None, settings: Settings, *, stress: bool) -> list[Finding]:
    """The findings of `macro/*` in a segment as it was read, in offsets of its text; with `stress` also where it falls apart.

    A draft that is about to be sent has no placeholders that anybody will fill: the engine says so.
    """
    config, text = settings.config, segment.text.text
    fillable = not config.sending and any(sign in text for sign in OPENING)
    if not fillable and not config.register:
        return []
    return wanted(found_in(segment, lang, settings, fillable=fillable, stress=stress), config)


def found_in(segment: Segment, lang: str | None, settings: Settings, *, fillable: bool, stress: bool) -> Iterator[Finding]:
    """The findings, whether they are wanted or not."""
    if settings.config.register:
        from coach.checking.register import findings as other_register

        yield from other_register(segment.text.text, lang, settings.config.register)
    if fillable:
        from coach.checking.placeholders import findings as bad_placeholders

        yield from bad_placeholders(segment, settings.reading)
    if fillable and stress and lang is not None:
        from coach.checking.stress import findings as falling_apart

        yield from falling_apart(segment, lang)


def wanted(found: Iterable[Finding], config: Config) -> list[Finding]:
    """The findings that the settings ask for, each as grave as they say."""
    graded = [one._replace(severity=severity_of(one.rule, one.severity, config)) for one in found if selected(one.rule, config)]
    return [one for one in graded if GRAVITY[one.severity] <= GRAVITY[config.min_severity]]


def together(findings: Sequence[Finding], more: Sequence[Finding]) -> tuple[Finding, ...]:
    """Two lists of findings as one, in text order."""
    return tuple(sorted((*findings, *more), key=lambda one: (one.start, one.end, one.rule)))
