"""All questions asked of a library at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from coach.library import placeholders, stale, tone
from coach.library.alignment import out_of_step
from coach.library.claims import claims
from coach.library.collect import Library
from coach.library.contradictions import Contradiction, contradictions
from coach.library.domains import WrongDomain, misspelt
from coach.library.duplicates import Cluster, duplicates
from coach.library.facts import facts
from coach.library.ranking import Ranking, ranking
from coach.library.record import Macro
from coach.library.versions import Misplaced, Versions, misplaced, versions, works
from coach.model import PENALTY, SEVERITIES


class Summary(NamedTuple):
    """The library in numbers. `sent` is None where nobody counts; `unclear` macros are in no language that could be told."""

    macros: int
    files: int
    languages: tuple[tuple[str, int], ...]
    unclear: int
    retired: int
    foreign: int
    sent: int | None
    with_findings: int
    findings: tuple[tuple[str, int], ...]


class XRay(NamedTuple):
    """What a library says as a whole. Macros are referred to by their numbers in `macros`."""

    today: date
    macros: tuple[Macro, ...]
    summary: Summary
    first: Ranking
    contradictions: tuple[Contradiction, ...]
    stale: tuple[stale.Stale, ...]
    old: tuple[stale.Old, ...]
    unused: tuple[Macro, ...]
    duplicates: tuple[Cluster, ...]
    versions: Versions | None
    misplaced: tuple[Misplaced, ...]
    addresses: tuple[tone.Address, ...]
    outliers: tuple[tone.Outlier, ...]
    placeholders: tuple[placeholders.Use, ...]
    slips: tuple[placeholders.Slip, ...]
    wrong_domains: tuple[WrongDomain, ...]

    @property
    def has_issues(self) -> bool:
        """Whether anything was found that somebody has to mend, besides the findings in single texts."""
        gaps = self.versions.gaps if self.versions else ()
        return bool(self.contradictions or self.stale or self.slips or self.wrong_domains or self.misplaced or gaps)


def xray(library: Library, today: date) -> XRay:
    """What a library says as a whole, on a given day."""
    macros = library.macros
    known = {macro.number: facts(macro) for macro in macros}
    kept = works(macros)
    uses = placeholders.used(macros)
    slips = placeholders.slips(uses)
    passed = stale.stale(macros, known, today)
    said = [claim for macro in macros for claim in claims(macro, known[macro.number])]
    opposed = by_usage([*contradictions(said), *out_of_step(kept, known)], macros)
    wrong = misplaced(macros)
    domains = misspelt(macros, known)
    return XRay(
        today,
        macros,
        summary(library),
        ranking(macros, besides(opposed, passed, slips, domains, wrong)),
        tuple(opposed),
        tuple(sorted(passed, key=lambda one: (one.what == stale.BEGUN, -macros[one.macro].sent))),
        tuple(stale.old(macros, today)),
        tuple(stale.unused(macros, today)),
        tuple(sorted(duplicates(macros), key=lambda one: -sum(macros[number].sent for number in numbers(one)))),
        versions(kept, known),
        tuple(wrong),
        tuple(tone.addresses(macros)),
        tuple(tone.outliers(macros)),
        tuple(uses),
        tuple(slips),
        tuple(domains),
    )


def summary(library: Library) -> Summary:
    """The library in numbers."""
    macros = library.macros
    languages = Counter(macro.language for macro in macros if macro.language)
    severities = Counter(finding.severity for macro in macros for finding in macro.findings)
    return Summary(
        len(macros),
        library.files,
        tuple(languages.most_common()),
        sum(macro.language is None for macro in macros),
        library.retired,
        library.foreign,
        sum(macro.sent for macro in macros) if any(macro.usage is not None for macro in macros) else None,
        sum(bool(macro.findings) for macro in macros),
        tuple((severity, severities[severity]) for severity in SEVERITIES),
    )


def numbers(cluster: Cluster) -> list[int]:
    """The numbers of the macros of a cluster."""
    return [cluster.macro, *(copy.macro for copy in cluster.copies)]


def by_usage(found: Sequence[Contradiction], macros: Sequence[Macro]) -> list[Contradiction]:
    """The contradictions that most customers get to read first."""
    return sorted(found, key=lambda one: -sum(macros[number].sent for side in one.sides for number in side.macros))


def besides(
    opposed: Sequence[Contradiction],
    passed: Sequence[stale.Stale],
    slips: Sequence[placeholders.Slip],
    domains: Sequence[WrongDomain],
    wrong: Sequence[Misplaced],
) -> dict[int, list[tuple[str, int]]]:
    """What was found in each macro besides its findings, in words, with the weight of a finding of that gravity.

    Of two answers the rarer one is more likely to be wrong; of equally frequent ones either may be.
    """
    result: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for one in opposed:
        usual, *others = one.sides
        for side in others if any(len(usual.macros) > len(other.macros) for other in others) else one.sides:
            elsewhere = others[0] if side is usual else usual
            for number in side.macros:
                result[number].append((f"says {side.shown}, another says {elsewhere.shown}", PENALTY["warning"]))
    for late in passed:
        if late.what != stale.BEGUN:
            result[late.macro].append((f"{late.place.text} has passed", PENALTY["warning"]))
    for slip in slips:
        for number in slip.use.macros:
            result[number].append((f"placeholder {slip.use.name} may be a misspelling of {slip.meant.name}", PENALTY["error"]))
    for found in domains:
        for number in found.macros:
            result[number].append((f"{found.domain} may be a misspelling of {found.meant}", PENALTY["error"]))
    for text in wrong:
        result[text.macro].append((f"is marked {text.claimed} and written in {text.written}", PENALTY["warning"]))
    return dict(result)
