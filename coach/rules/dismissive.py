"""dismissive: the reply talks the customer's feelings or problem down.

Flagged: "calm down", "it's only a small delay", "sorry you feel that way", "nobody else has complained", "that cannot be",
threats, insults, and treating a person as a number.
Not flagged: the same words about something else ("a calm room", "only two minutes more"), and real empathy.
Why: a customer who is not taken seriously says it again, louder, and then elsewhere.
"""

from __future__ import annotations

from coach.rules.concept import Concept

CONCEPTS = (
    Concept("dismissive/calm-down", "error", "tells the customer to calm down or be patient"),
    Concept("dismissive/minimise", "error", "makes the customer's problem small"),
    Concept("dismissive/overreacting", "error", "says that the feelings are out of proportion"),
    Concept("dismissive/non-apology", "error", "apologises for the customer's feelings instead of the fault"),
    Concept("dismissive/nobody-else", "error", "says that nobody else has the problem or that everybody has"),
    Concept("dismissive/cannot-be", "error", "denies that the problem can exist"),
    Concept("dismissive/deal-with-it", "error", "tells the customer to put up with it"),
    Concept("dismissive/for-your-own-good", "error", "lectures: it is for your own good, you must understand"),
    Concept("dismissive/impatience", "error", "shows impatience with the customer's questions"),
    Concept("dismissive/processed", "error", "treats the customer as a number in a queue"),
    Concept("dismissive/threat", "error", "threatens with lawyers, court, seizure or cutting off"),
    Concept("dismissive/insult", "error", "insults or mocks the customer"),
)
