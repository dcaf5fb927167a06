"""macro: a text of a library that the help desk cannot fill as it was meant.

Flagged: a placeholder that is not closed, empty or misspelt; one that nobody fills; with `--stress` also a sentence that falls
apart when a value is empty, a noun that does not fit every number, an ending that does not fit every name.
Not flagged: placeholders with a default for the empty value; text between placeholders that reads well whatever they become.
Why: nobody reads a macro again before it is sent, and "Dear ," tells the customer so.
"""

from __future__ import annotations

from coach.rules.concept import Concept

CONCEPTS = (
    Concept("macro/malformed-placeholder", "error", "has a placeholder that the help desk cannot read"),
    Concept("macro/unknown-placeholder", "warning", "has a placeholder that nobody fills"),
    Concept("macro/empty-value", "warning", "falls apart where a value is empty"),
    Concept("macro/number-agreement", "warning", "has a noun that does not fit every number"),
    Concept("macro/turkish-ending", "warning", "has an ending that does not fit every value"),
)
