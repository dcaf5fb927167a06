"""jargon: the reply uses words the customer would not use.

Flagged: internal terms and unexplained abbreviations (SLA, RMA, L2), technical and legal terms, officialese ("pursuant
to"), nominal style, corporate-speak ("touch base"), and borrowed words where the language has its own.
Not flagged: words the customer used first, product names, terms every customer knows (invoice, password, wifi).
An abbreviation explained in the same sentence is only a hint.
Why: a word the customer has to look up is a second problem.
"""

from __future__ import annotations

from coach.rules.concept import Concept
from coach.rules.context import Context, Hit

CONCEPTS = (
    Concept("jargon/abbreviation", "warning", "uses an unexplained abbreviation"),
    Concept("jargon/internal", "warning", "uses internal support or process terms"),
    Concept("jargon/technical", "warning", "uses technical terms"),
    Concept("jargon/legal-financial", "warning", "uses legal, insurance or financial terms"),
    Concept("jargon/connector", "warning", "uses official connectors: pursuant to, in respect of"),
    Concept("jargon/official-word", "warning", "uses official words for plain things"),
    Concept("jargon/nominal-style", "warning", "hides the verb in a noun or a stilted passive"),
    Concept("jargon/stiff-request", "warning", "asks in a stilted formula"),
    Concept("jargon/stiff-opening", "warning", "opens with a stilted formula"),
    Concept("jargon/pointing-back", "warning", "points with official words: the said, above-mentioned"),
    Concept("jargon/corporate", "warning", "uses corporate-speak"),
    Concept("jargon/foreign", "warning", "uses a foreign word where a plain one exists"),
)


def severity(hit: Hit, sentence: int, context: Context) -> str | None:
    """An explained abbreviation is a hint; a word the customer used first is fine."""
    if context.customer_said(hit):
        return None
    if context.signalled("explanation", sentence, sentence + 1):
        return "hint"
    return hit.severity
