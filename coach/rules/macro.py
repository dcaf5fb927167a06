"""macro: a text of a library that the help desk cannot fill as it was meant.

Flagged: a placeholder that is not closed, empty or misspelt, a statement without its end; a placeholder that nobody fills; with
`--stress` also a sentence that falls apart when a value is empty, a noun that does not fit every number, a Turkish ending that
does not fit every value.
Not flagged: placeholders with a default for the empty value, or under a condition that asks for it; values that are always there
(the number of a ticket, the agent's name); braces in code; text between placeholders that reads well whatever they become.
Instead: a default ({{name | default: "there"}}), a condition around the sentence, or words that read well without the value
("Number of days: {{count}}").
Why: nobody reads a macro again before it is sent, and "Dear ," tells the customer so.
"""

from __future__ import annotations

from coach.model import Finding, Suggestion
from coach.rules.concept import Concept

CONCEPTS = (
    Concept("macro/malformed-placeholder", "error", "has a placeholder that the help desk cannot read"),
    Concept("macro/unknown-placeholder", "warning", "has a placeholder that nobody fills"),
    Concept("macro/empty-value", "warning", "falls apart where a value is empty"),
    Concept("macro/number-agreement", "warning", "has a noun that does not fit every number"),
    Concept("macro/turkish-ending", "warning", "has an ending that does not fit every value"),
)

SEVERITY = {concept.id: concept.severity for concept in CONCEPTS}


def finding(rule: str, text: str, span: tuple[int, int], message: str, better: str = "") -> Finding:
    """A finding of a rule at a span of a text; `better` may stand there instead, but is never put there unasked."""
    start, end = span
    suggestions = (Suggestion(better, start, end, safe=False),) if better else ()
    return Finding(rule, "macro", SEVERITY[rule], start, end, text[start:end], message, suggestions)
