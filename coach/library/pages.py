"""The X-ray as sections of entries, in plain words: what the text, the Markdown and the CSV report print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coach.library import entries
from coach.library.entries import Entry, listed, number, severities
from coach.library.xray import XRay
from coach.reports.statistics import counted

FIRST, OTHERS = 10, 5
"""How many entries are shown where nobody says otherwise: of what to mend first, and of each other section."""

Rows = tuple[tuple[str, ...], ...]


class Section(NamedTuple):
    """The answer to one question.

    `lead` says how to read it, `table` is a heading and rows, `top` how many entries are shown. `sought` is what was looked for,
    in the words of a sentence that says that there is none, or "" for what needs no such sentence.
    """

    title: str
    lead: str
    entries: tuple[Entry, ...]
    table: Rows = ()
    sought: str = ""
    top: int = OTHERS


def opening(one: XRay) -> list[str]:
    """The library in a few lines."""
    summary = one.summary
    languages = [f"{how_many} {lang}" for lang, how_many in summary.languages]
    languages += [f"{summary.unclear} in no language that could be told"] * bool(summary.unclear)
    size = f"{counted(summary.macros, 'macro')} in {counted(summary.files, 'file')}"
    lines = [": ".join(filter(None, (size, ", ".join(languages))))]
    left_out = [f"{summary.retired} retired"] * bool(summary.retired)
    left_out += [f"{summary.foreign} in other languages"] * bool(summary.foreign)
    if left_out:
        lines.append(f"not judged: {listed(left_out)}")
    sent = [f"sent {number(summary.sent)} times"] if summary.sent is not None else []
    found = severities(summary.findings)
    sent.append(f"{counted(summary.with_findings, 'macro')} with findings: {found}" if found else "no findings")
    return [*lines, "; ".join(sent)]


def sections(one: XRay) -> list[Section]:
    """The answers to all questions, the most urgent first; one without entries and table is "nothing"."""
    return [
        first(one),
        Section(
            "Contradictions",
            "The same thing, said with different facts.",
            tuple(map(entries.contradiction, one.contradictions)),
            sought="contradictions",
        ),
        Section(
            "Out of date",
            f"As of {one.today}.",
            (*map(entries.passed, one.stale), *map(entries.old, one.old), *entries.unused(one.unused)),
            sought="dates that have passed",
        ),
        Section(
            "Nearly the same",
            "Whoever searches finds all of them. Keep the first, merge or retire the others.",
            tuple(map(entries.cluster, one.duplicates)),
            sought="texts that are nearly the same",
        ),
        versions(one),
        Section(
            "Form of address",
            "",
            (
                *(entry for use in one.addresses for entry in entries.address(use)),
                *(entry for outlier in one.outliers for entry in entries.outlier(outlier)),
            ),
            tuple(address_rows(one)),
            sought="other forms of address" if one.addresses else "",
        ),
        Section(
            "Placeholders and addresses",
            "",
            (*map(entries.slip, one.slips), *map(entries.wrong_domain, one.wrong_domains)),
            tuple(placeholder_rows(one)),
            sought="misspelt placeholders and domains",
        ),
    ]


def first(one: XRay) -> Section:
    """What to mend first."""
    ranked = one.first.urgent
    by_usage = " times how often they were sent" if one.first.by_usage else ", as nobody counts how often they are sent"
    lead = f"By the weight of what is wrong (an error 20, a warning 8, a hint 2){by_usage}."
    share = one.first.share(FIRST)
    if len(ranked) > FIRST and round(share, 2) < 1:
        lead += f" The first {FIRST} of {len(ranked)} are {share:.0%} of it all."
    lead += " `coach check FILE` shows better wording."
    found = tuple(entries.urgent(urgent, one.macros[urgent.macro], one.first) for urgent in ranked)
    return Section("Mend these first", lead if found else "", found, top=FIRST)


def versions(one: XRay) -> Section:
    """Which language versions there are, are missing, and are out of step."""
    found = one.versions
    wrong = tuple(map(entries.misplaced, one.misplaced))
    if not found:
        return Section("Language versions", "", wrong, sought="language versions")
    total = len(found.works)
    rows = ((locale, str(there), str(total - there)) for locale, there in zip(found.locales, found.counts, strict=True))
    return Section(
        "Language versions",
        f"Of {counted(total, 'macro')}, each counted once.",
        (*map(entries.gap, found.gaps), *wrong, *map(entries.drift, found.drifts)),
        (("language", "there", "missing"), *rows),
        sought="versions that are missing or out of step",
    )


def address_rows(one: XRay) -> Iterator[tuple[str, ...]]:
    """The shares of the forms of address, a row a language."""
    if one.addresses:
        yield ("language", "formal", "informal", "mixed", "neither")
    for use in one.addresses:
        numbers = (use.formal, use.informal, use.mixed, use.none)
        yield (use.language, *(f"{value} ({value / sum(numbers):.0%})" for value in numbers))


def placeholder_rows(one: XRay) -> Iterator[tuple[str, ...]]:
    """How often each placeholder is used."""
    if one.placeholders:
        yield ("placeholder", "uses")
    for use in one.placeholders:
        yield (use.places[0].text, number(len(use.places)))
