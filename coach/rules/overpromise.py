"""overpromise: the reply promises absolutely what may not hold.

Flagged: "I guarantee", "100 %", "never again", "definitely by tomorrow", "no risk at all".
Not flagged: a guarantee as a product or right ("your two-year guarantee"), facts about the past, a date without an oath,
and "rest assured" before what is being done ("rest assured we're working on it").
Why: a broken promise is a second fault. Promise what you control, and keep a little in hand.
"""

from __future__ import annotations

from coach.rules.concept import Concept

CONCEPTS = (
    Concept("overpromise/guarantee", "warning", "guarantees, swears or gives their word"),
    Concept("overpromise/never-again", "warning", "promises that it will never happen again"),
    Concept("overpromise/certainly", "warning", "promises with full certainty"),
    Concept("overpromise/cure", "warning", "promises that a remedy will surely work"),
    Concept("overpromise/perfect", "warning", "promises perfection, no risk or always"),
)
