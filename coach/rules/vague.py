"""vague: the reply leaves out who, when or what.

Flagged: soon, as soon as possible, someone, a few days, "we are looking into it", "I'll try", hedges about the diagnosis.
Not flagged: a range with an end ("within two days"), "as soon as you tap", hedges about the customer's side,
and what third parties try.
Why: without a name and a time the customer has to ask again. Say who does what by when.
"""

from __future__ import annotations

from coach.rules.concept import Concept

CONCEPTS = (
    Concept("vague/soon", "hint", "says soon, later or shortly instead of a time"),
    Concept("vague/asap", "hint", "says as soon as possible instead of a time"),
    Concept("vague/some-time", "hint", "gives a length of time without an end"),
    Concept("vague/someone", "hint", "lets an unnamed someone act"),
    Concept("vague/hedge", "hint", "hedges the diagnosis or the answer"),
    Concept("vague/not-sure", "hint", "answers without being sure"),
    Concept("vague/try", "hint", "promises only to try or to hope"),
    Concept("vague/in-progress", "hint", "says that it is being worked on, without a date"),
    Concept("vague/look-into", "hint", "promises to look into it, without a date"),
    Concept("vague/something", "hint", "speaks of some problem, measure or condition without naming it"),
)
