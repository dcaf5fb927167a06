"""suppression: a comment that keeps coach silent and does not do what it seems to.

Flagged: a comment that silences nothing, names a rule that does not exist, names no rule at all, cannot be understood, or stands
inside a text that customers get.
Not flagged: a comment that names its rules and silences each of them at least once, such as
<!-- coach: ignore[negative/cannot] our slogan -->; a rule that this run leaves out.
Why: a comment that outlives its reason hides the next fault.
"""

from __future__ import annotations

from coach.rules.concept import Concept

CONCEPTS = (
    Concept("suppression/malformed", "error", "has a coach comment that cannot be understood"),
    Concept("suppression/unknown-rule", "warning", "has a coach comment that names an unknown rule"),
    Concept("suppression/unused", "warning", "has a coach comment that silences nothing"),
    Concept("suppression/blanket", "hint", "has a coach comment that silences every rule"),
    Concept("suppression/sent", "warning", "has a coach comment inside a text that customers get"),
)
