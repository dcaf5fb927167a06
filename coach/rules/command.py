"""command: the reply orders the customer about.

Flagged: must, have to, need to, obliged, "it is required", the future as an order, officialese orders without a "must", and
bare imperatives that read as orders.
Not flagged: "please" with an imperative, plain steps in instructions, empathy ("you must be exhausted"), and good news
("you don't have to do anything").
Why: nobody likes to be ordered about by the company they pay. Ask, or say what the customer gets by it.
"""

from __future__ import annotations

from coach.rules.concept import Concept

CONCEPTS = (
    Concept("command/must", "warning", "tells the customer what they must or have to do"),
    Concept("command/need-to", "warning", "tells the customer what they need to do or what is necessary"),
    Concept("command/obliged", "warning", "says that something is obligatory for the customer"),
    Concept("command/imperative", "warning", "gives the customer a bare order"),
    Concept("command/future-order", "warning", "uses the future or a passive as an order"),
    Concept("command/wait", "warning", "tells the customer to wait"),
    Concept("command/refrain", "warning", "forbids the customer something"),
    Concept("command/or-else", "warning", "couples an order with a consequence"),
)
