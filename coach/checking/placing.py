"""From offsets in a text to offsets in its file, for findings and for what may be written in their place."""

from __future__ import annotations

from collections.abc import Sequence

from coach.checking.fingerprints import fingerprint, sentence_around
from coach.model import Finding, Origin, Report, Suggestion
from coach.sources.document import Segment
from coach.sources.mapped import Mapped


def placed(finding: Finding, way: Mapped, segment: Segment, lang: str | None, path: str) -> Finding:
    """A finding in one way that a segment comes out, as it stands in the file; with a path it gets a fingerprint."""
    if way.is_whole and not segment.escapes and segment.writable and not path:
        return finding._replace(origin=Origin(segment.name, lang))
    start, end = way.span(finding.start, finding.end)
    better = tuple(placed_suggestion(suggestion, way, segment) for suggestion in finding.suggestions)
    mark = ""
    if path:
        words = sentence_around(way.text, finding.start, finding.end) if finding.start < finding.end else segment.name
        mark = fingerprint(finding.rule, path, words)
    return finding._replace(start=start, end=end, suggestions=better, origin=Origin(segment.name, lang, mark))


def placed_suggestion(suggestion: Suggestion, way: Mapped, segment: Segment) -> Suggestion:
    """A better wording written as its place in the file needs it; not exact, and never safe, where markup would be lost."""
    exact = segment.writable and way.is_prose(suggestion.start, suggestion.end)
    try:
        text = written(suggestion.text, segment)
    except ValueError:
        text, exact = suggestion.text, False
    return Suggestion(text, *way.span(suggestion.start, suggestion.end), safe=suggestion.safe and exact, exact=exact)


def written(wording: str, segment: Segment) -> str:
    """A wording as the file writes it: with the segment's escapes, innermost first. Raises ValueError where it cannot stand."""
    for escape in segment.escapes:
        wording = escape(wording)
    return wording


def of_all_ways(ways: Sequence[Sequence[Finding]]) -> list[Finding]:
    """The findings of a text that comes out in several ways, each once; what is missing must be missing in all of them."""
    everywhere = set.intersection(*({one.rule for one in found if one.start == one.end} for found in ways))
    kept: dict[tuple[str, int, int], Finding] = {}
    for found in ways:
        for one in found:
            if one.start != one.end or one.rule in everywhere:
                kept.setdefault((one.rule, one.start, one.end), one)
    return list(kept.values())


def new_in_twin(found: Sequence[Finding], before: Sequence[Finding]) -> list[Finding]:
    """The findings of a twin that the text before it does not have: of each rule and wording as many as there are more."""
    left = [(one.rule, " ".join(one.text.split())) for one in before]
    fresh: list[Finding] = []
    for one in found:
        key = (one.rule, " ".join(one.text.split()))
        if key in left:
            left.remove(key)
        else:
            fresh.append(one)
    return fresh


def of_segment(segment: Segment, reports: Sequence[Report], path: str = "") -> list[Finding]:
    """What was found in a segment, one report for each way it comes out, placed in the file; with `path` with fingerprints."""
    if not reports[0].findings and len(reports) == 1:
        return []
    ways = (segment.text, *segment.others)
    found = [
        [placed(one, way, segment, report.language, path) for one in report.findings]
        for way, report in zip(ways, reports, strict=True)
    ]
    return found[0] if len(found) == 1 else of_all_ways(found)
