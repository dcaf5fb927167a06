"""excuse: the reply shifts responsibility.

Flagged: blaming a colleague, department, supplier, carrier or machine; workload and staff shortage; "mistakes were made".
Not flagged: owning it ("the error was ours"), a cause that explains a date the customer gets, help from a colleague.
An excuse with a way out in the same or the next sentence (what is done about it, and when) is only a hint.
Why: the customer deals with one company. Whose fault it is inside does not repair anything.
"""

from __future__ import annotations

from coach.rules.concept import Concept
from coach.rules.context import Context, Hit, softened

CONCEPTS = (
    Concept("excuse/colleague", "warning", "puts the fault on a colleague or department"),
    Concept("excuse/supplier", "warning", "puts the fault on a supplier, carrier or partner"),
    Concept("excuse/workload", "warning", "gives workload or many enquiries as the reason"),
    Concept("excuse/staff", "warning", "gives illness, holiday, absence or staff shortage as the reason"),
    Concept("excuse/mistakes-were-made", "warning", "admits a fault in the passive voice, so that nobody made it"),
    Concept("excuse/not-our-fault", "warning", "says that it is not our fault or out of our hands"),
    Concept("excuse/technical", "warning", "gives vague technical reasons"),
    Concept("excuse/circumstances", "warning", "gives circumstances as the reason"),
)


def severity(hit: Hit, sentence: int, context: Context) -> str:
    """An excuse followed by what is done about it is a hint."""
    return softened(hit, sentence, context)
