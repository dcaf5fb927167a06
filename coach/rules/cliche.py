"""cliche: the reply uses an empty scripted phrase.

Flagged: "sorry for the inconvenience", "do not hesitate", "valued customer", "your call is important to us", slogans.
Not flagged: "thanks for reaching out", "one moment please", "sorry to hear that", thanks for something named,
and a greeting ("hope you are doing well").
Why: a phrase the customer has read a hundred times says that nobody has read theirs.
"""

from __future__ import annotations

from coach.rules.concept import Concept

CONCEPTS = (
    Concept("cliche/inconvenience", "hint", "apologises for any inconvenience"),
    Concept("cliche/hesitate", "hint", "says: do not hesitate, feel free to contact us"),
    Concept("cliche/valued-customer", "hint", "calls the customer valued or dear"),
    Concept("cliche/important-to-us", "hint", "says that something is important to us"),
    Concept("cliche/understanding", "hint", "thanks for understanding or patience"),
    Concept("cliche/hear-you", "hint", "says: I hear you, good point, noted"),
    Concept("cliche/glad-to-help", "hint", "is always glad to help, at your disposal"),
    Concept("cliche/feedback", "hint", "calls feedback valuable"),
    Concept("cliche/look-forward", "hint", "looks forward to something or thanks in advance"),
    Concept("cliche/hope-helped", "hint", "hopes to have helped or clarified"),
    Concept("cliche/on-behalf", "hint", "apologises on behalf of a company or with a stock formula"),
    Concept("cliche/slogan", "hint", "advertises: quality, individual approach, best solution"),
)
