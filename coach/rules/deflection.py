"""deflection: the reply sends the customer elsewhere instead of answering.

Flagged: website, FAQ, manual, hotline, branch, another department, "not my department", a bare link as the whole answer.
Not flagged: the customer's own website when that is the product, a link offered in addition to a full answer.
A pointer after a complete answer is silent, before the answer it is a hint ("move the answer up"), instead of the answer a
warning; a direct link with the offer to stay while the customer tries it is fine in writing. On the phone it is always a warning.
Why: the customer has come to you. Being sent on means starting again.
"""

from __future__ import annotations

from coach.rules.concept import Concept
from coach.rules.context import Context, Hit

CONCEPTS = (
    Concept("deflection/website", "warning", "sends the customer to a website, app or FAQ"),
    Concept("deflection/manual", "warning", "sends the customer to a manual, guide or document"),
    Concept("deflection/phone", "warning", "sends the customer to a phone number or hotline"),
    Concept("deflection/branch", "warning", "sends the customer to a shop, branch, counter or office"),
    Concept("deflection/department", "warning", "sends the customer to another department, person or company"),
    Concept("deflection/not-my-job", "warning", "says that the agent is not responsible"),
    Concept("deflection/form", "warning", "tells the customer to write, open a ticket or message elsewhere"),
    Concept("deflection/handed-over", "warning", "hands the matter to another department and leaves it there"),
    Concept("deflection/find-out-yourself", "warning", "lets the customer look it up or find out alone"),
    Concept("deflection/link-only", "warning", "gives a link as the whole answer"),
)

POINTERS = frozenset(
    {
        "deflection/website",
        "deflection/manual",
        "deflection/phone",
        "deflection/branch",
        "deflection/form",
        "deflection/link-only",
    }
)
"""The concepts that name a place where an answer may be found: fine beside an answer, a fault instead of one."""


def severity(hit: Hit, sentence: int, context: Context) -> str | None:
    """Weigh a pointer by where the answer stands; None drops the hit."""
    if hit.rule not in POINTERS or context.channel == "phone":
        return hit.severity
    if context.signalled("stays", sentence, sentence + 2):
        return None
    if context.signalled_before("answer", sentence):
        return None
    if context.signalled("answer", sentence, context.sentences):
        return "hint"
    return hit.severity
