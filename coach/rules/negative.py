"""negative: the reply says what is not possible, not there or not known.

Flagged: can't, won't, unable to, not possible, "unfortunately", "I don't know", sold out, no longer offered, rejected.
Not flagged: good news with a negative word ("can't go wrong", "no cost for you", "you don't need to do anything"), the
customer's problem restated ("so you cannot send mail"), and what went wrong as part of an apology.
A refusal with a way out in the same or the next sentence (an offer, a date, an option) is only a hint.
Why: the same fact told as what can be done is heard as help; told as what can't, as a wall.
"""

from __future__ import annotations

from coach.rules.concept import Concept
from coach.rules.context import Context, Hit, softened

CONCEPTS = (
    Concept("negative/cannot", "warning", "says what we cannot or will not do"),
    Concept("negative/not-possible", "warning", "says that something is impossible"),
    Concept("negative/bad-news-word", "warning", "leads with a bad-news word"),
    Concept("negative/dont-know", "warning", "says that the agent does not know"),
    Concept("negative/unavailable", "warning", "says that something is unavailable, sold out, full or closed"),
    Concept("negative/dont-offer", "warning", "says what we do not offer, accept or do"),
    Concept("negative/no-longer", "warning", "says that something exists no longer"),
    Concept("negative/refused", "warning", "says that a request was refused"),
    Concept("negative/nothing-found", "warning", "says that nothing was found or has arrived"),
    Concept("negative/not-until", "warning", "says by when it does not happen instead of when it does"),
    Concept("negative/went-wrong", "warning", "leads with what is wrong, invalid or failed"),
)

UNDERSTANDING = ("apology", "acknowledgement")


def severity(hit: Hit, sentence: int, context: Context) -> str | None:
    """A refusal followed by an offer, a date or an option in this or the next sentence is a hint.

    What went wrong, named in an apology or an acknowledgement ("I'm sorry the lamp arrived broken"), is no fault at all.
    """
    if hit.rule == "negative/went-wrong" and any(context.signalled(name, sentence, sentence + 1) for name in UNDERSTANDING):
        return None
    return softened(hit, sentence, context)
