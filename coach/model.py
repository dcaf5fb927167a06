"""The records that travel along the path: frozen, plain, and safe to keep.

All offsets are code points in the text as it was given, end exclusive. Severities and categories are plain strings so that
reports, JSON and scripts share one spelling.
"""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from typing import NamedTuple

SEVERITIES = ("error", "warning", "hint")
"""From worst to mildest."""

CATEGORIES = (
    "blame",
    "dismissive",
    "policy",
    "excuse",
    "deflection",
    "command",
    "overpromise",
    "negative",
    "vague",
    "cliche",
    "jargon",
)
"""The eleven phrase categories, narrowest fault first: where two overlap, the earlier one is kept."""

WHOLE = ("reply", "thread")
"""The categories of whole-reply rules: what the reply does as a whole, and what it does with the customer's message."""

UPKEEP = ("macro", "suppression")
"""The categories about the upkeep of a library of texts: placeholders, and comments that keep coach silent. Told in English."""

LANGUAGES = ("en", "de", "ru", "tr")
CHANNELS = ("email", "chat", "phone", "social")

PENALTY = {"error": 20, "warning": 8, "hint": 2}
"""What one finding takes off a report's score of 100."""


class Suggestion(NamedTuple):
    """A better wording: `text` replaces exactly `[start:end]` of the checked text.

    `safe` suggestions are drop-ins that keep the facts and may be applied unasked; the others are models to adapt, and an
    open fact in them stands as a slot in square brackets. In a file, one that is not `exact` would take markup with it.
    """

    text: str
    start: int
    end: int
    safe: bool
    exact: bool = True


class Origin(NamedTuple):
    """What a file adds to a finding: the title of the macro, the language it was judged in, and what tells it from others.

    `fingerprint` stays the same when other parts of the file change; `suppressed_by` is "inline", "baseline" or "" for a finding
    that is shown, `reason` what the comment says; `baseline_state` is "new", "unchanged" or "" without a baseline.
    """

    macro: str = ""
    language: str | None = None
    fingerprint: str = ""
    suppressed_by: str = ""
    reason: str = ""
    baseline_state: str = ""


class Finding(NamedTuple):
    """One fault: `text` is the flagged wording, `message` the reason in the language of the draft."""

    rule: str
    category: str
    severity: str
    start: int
    end: int
    text: str
    message: str
    suggestions: tuple[Suggestion, ...] = ()
    origin: Origin = Origin()


class Part(NamedTuple):
    """A part of a good answer: found at `[start:end]`, or missing, with a `sentence` to add where one can be given."""

    name: str
    found: bool
    start: int
    end: int
    sentence: str


class Report(NamedTuple):
    """What one text was judged to be: findings in text order, and the language they were judged in.

    `language` is None when it could not be told; then nothing was judged and `note` says so. `parts` says what of a good answer
    is there, where the customer's message was given.
    """

    findings: tuple[Finding, ...]
    language: str | None
    note: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def score(self) -> int:
        """100 for a reply without findings, less 20 an error, 8 a warning, 2 a hint; never below 0."""
        return max(0, 100 - sum(PENALTY[finding.severity] for finding in self.findings))
