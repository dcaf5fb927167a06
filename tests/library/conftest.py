"""Libraries made inside a test: texts one below the other in a file, judged by hand, so that no test hangs on a phrasebook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from coach.checking.record import Checked, Judged
from coach.library.claims import Claim, claims
from coach.library.collect import Library, collect
from coach.library.contradictions import Contradiction, contradictions
from coach.library.facts import Fact, facts
from coach.library.record import Macro
from coach.library.xray import XRay, xray
from coach.model import Finding, Report
from coach.sources.document import Document, Segment
from coach.sources.files import Source
from coach.sources.mapped import plain

TODAY = date(2026, 11, 22)
Row = dict[str, Any]


def judged(path: str, rows: list[Row]) -> tuple[Document, Checked]:
    """A file with a text for each row: text, name, lang and so on of a segment; `language` is the one it is judged in."""
    whole = "\n\n".join(row["text"] for row in rows)
    segments: list[Segment] = []
    texts: list[Judged] = []
    found: list[Finding] = []
    start = 0
    for row in rows:
        end = start + len(row["text"])
        keys = ("name", "lang", "channel", "usage", "updated", "retired", "twin")
        segment = Segment(plain(whole).cut(start, end), **{key: row[key] for key in keys if key in row})
        segments.append(segment)
        if not segment.retired and not segment.twin:
            own = [
                Finding(rule, rule.partition("/")[0], severity, start + at, start + at + 1, row["text"][at : at + 1], "")
                for at, (rule, severity) in enumerate(row.get("findings", ()))
            ]
            language = row.get("language", segment.lang)
            texts.append(Judged(segment.name, language, 100, len(own), start, "", segment.usage))
            found += own
        start = end + 2
    return Document(Source(path, whole, "utf-8", b""), tuple(segments)), Checked(
        path, whole, Report(tuple(found), None), tuple(texts)
    )


@pytest.fixture
def library() -> Callable[..., Library]:
    """`library(row, row, ...)`: rows of one path (`lib.json` where none is given) are one file."""

    def make(*rows: Row) -> Library:
        files: dict[str, list[Row]] = {}
        for row in rows:
            files.setdefault(row.get("path", "lib.json"), []).append({"lang": "en", **row})
        return collect(judged(path, own) for path, own in files.items())

    return make


@pytest.fixture
def macro(library: Callable[..., Library]) -> Callable[..., Macro]:
    """One macro: `macro("text", "de")`."""
    return lambda text, lang="en", **row: library({"text": text, "lang": lang, **row}).macros[0]


@pytest.fixture
def facts_of(macro: Callable[..., Macro]) -> Callable[..., list[Fact]]:
    """The facts of a text."""
    return lambda text, lang="en": facts(macro(text, lang))


@pytest.fixture
def claims_of(macro: Callable[..., Macro]) -> Callable[..., list[Claim]]:
    """The claims of a text."""

    def find(text: str, lang: str = "en", **row: Any) -> list[Claim]:
        one = macro(text, lang, **row)
        return claims(one, facts(one))

    return find


@pytest.fixture
def opposed(library: Callable[..., Library]) -> Callable[..., list[Contradiction]]:
    """The contradictions within the languages of a library."""

    def find(*rows: Row) -> list[Contradiction]:
        return contradictions([claim for one in library(*rows).macros for claim in claims(one, facts(one))])

    return find


@pytest.fixture
def examine(library: Callable[..., Library]) -> Callable[..., XRay]:
    """The X-ray of a library on 22 November 2026."""
    return lambda *rows: xray(library(*rows), TODAY)
