"""From judged documents to the macros of a library."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from coach.checking.record import Checked, Judged
from coach.languages import language
from coach.languages.address import address
from coach.library import marks
from coach.library.record import Macro, readable
from coach.model import LANGUAGES, Finding
from coach.reports.lines import Lines
from coach.sources.document import Document, Segment
from coach.texts import prepare

DATA = (".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".toml", ".csv", ".tsv")
"""Files whose names say nothing of the macros in them."""


class Library(NamedTuple):
    """The live macros of a library, and how many were counted only: retired ones, and those in languages coach does not know."""

    macros: tuple[Macro, ...]
    files: int = 0
    retired: int = 0
    foreign: int = 0


def collect(documents: Iterable[tuple[Document, Checked]]) -> Library:
    """The macros of judged documents, in their order. A twin is the same macro again and is left out."""
    macros: list[Macro] = []
    files = retired = foreign = 0
    for document, checked in documents:
        files += 1
        for segment in document.segments:
            elsewhere = segment.lang is not None and segment.lang not in LANGUAGES
            foreign += elsewhere and not segment.twin
            retired += segment.retired and not elsewhere and not segment.twin
        macros += of_document(document, checked, len(macros))
    return Library(tuple(macros), files, retired, foreign)


def of_document(document: Document, checked: Checked, number: int) -> list[Macro]:
    """The live macros of a document; the first has the given number."""
    lines = Lines(document.source.text)
    own = [one for one in document.segments if not (one.retired or one.twin)]
    found = findings_of(checked)
    return [
        macro(document, segment, judged, findings, lines, number + place)
        for place, (segment, judged, findings) in enumerate(zip(own, checked.texts, found, strict=True))
        if segment.text.text.strip()
    ]


def findings_of(checked: Checked) -> list[tuple[Finding, ...]]:
    """The findings of each text of a file."""
    starts = [text.start for text in checked.texts]
    found: list[list[Finding]] = [[] for _ in starts]
    for one in checked.report.findings if starts else ():
        found[max(0, bisect_right(starts, one.start) - 1)].append(one)
    return [tuple(own) for own in found]


def macro(document: Document, segment: Segment, judged: Judged, findings: Sequence[Finding], lines: Lines, number: int) -> Macro:
    """One macro."""
    prepared = prepare(segment.text.text)
    path = document.source.name
    parts, by_path = marks.path(path)
    bare, by_title = marks.title(segment.name)
    is_data = path.lower().endswith(DATA)
    alone = sum(not one.twin for one in document.segments) == 1
    own = marks.key(bare) or ("" if alone else str(document.segments.index(segment)))
    claimed = by_title or (segment.lang or "") or by_path
    lang = judged.language or known(claimed)
    return Macro(
        number=number,
        path=path,
        name=segment.name or parts[-1].rpartition(".")[0] or parts[-1],
        text=segment.text,
        prepared=prepared,
        open=readable(prepared),
        lines=lines,
        language=lang,
        locale=claimed or lang or "",
        claimed=claimed,
        work=(*parts, own),
        shelf=parts if is_data else parts[:-1],
        channel=segment.channel or "",
        usage=segment.usage,
        updated=day(segment.updated),
        findings=tuple(findings),
        address=address(prepared.masked, language(lang)) if lang else "",
    )


def known(locale: str) -> str | None:
    """The language of a locale, where it is one of coach: short texts do not show theirs, but their file may say it."""
    base = locale.partition("-")[0]
    return base if base in LANGUAGES else None


def day(written: str) -> date | None:
    """An ISO date as a date; None for none."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None
