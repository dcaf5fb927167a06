"""A judged file with what its comments silence taken out, and with what there is to say of the comments."""

from __future__ import annotations

from coach.checking.comments import parse
from coach.checking.judging import Options, live, with_findings
from coach.checking.record import Checked
from coach.checking.suppressions import apply
from coach.checking.upkeep import together, wanted
from coach.config import Config
from coach.model import CATEGORIES, Finding
from coach.rules.table import CONCEPTS
from coach.sources.document import Document, Segment
from coach.sources.readers import DATA, suffix_of

PLAIN = ".txt"
"""Nothing takes a comment out of such a file before it is sent."""


def silenced(checked: Checked, document: Document, config: Config, options: Options) -> Checked:
    """The file as its comments want it."""
    name, text = checked.name, checked.text
    directives = parse(text, name)
    if not directives:
        return checked
    sent = suffix_of(name) in (*DATA, PLAIN)
    result = apply(
        checked.report.findings,
        directives,
        text,
        name,
        known_rules=CONCEPTS,
        selected=lambda rule: options.look_for(rule, config),
        bodies=[extent(segment) for segment in live(document)] if sent else (),
        unjudged=unjudged(checked, document, config),
    )
    remarks = [one for one in wanted(result.remarks, config) if not (config.phrasebooks and names_own_rule(one))]
    return with_findings(checked, together(result.shown, remarks), result.suppressed)


def unjudged(checked: Checked, document: Document, config: Config) -> list[tuple[int, int]]:
    """The parts of a file in which not everything was looked for, so that no comment can be said to silence nothing."""
    if config.min_severity != "hint":
        return [(0, len(checked.text) + 1)]
    unclear = {text.start for text in checked.texts if text.language is None}
    return [extent(segment) for segment in document.segments if segment.retired or segment.text.span(0, 0)[0] in unclear]


def extent(segment: Segment) -> tuple[int, int]:
    """Where a text begins and ends in its file."""
    return segment.text.span(0, len(segment.text.text))


def names_own_rule(one: Finding) -> bool:
    """Whether a comment names a rule that only the team's own phrasebooks know."""
    return one.rule == "suppression/unknown-rule" and one.text.partition("/")[0] in CATEGORIES
