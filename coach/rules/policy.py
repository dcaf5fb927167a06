"""policy: the reply hides behind a rule or a system.

Flagged: "it's our policy", "according to our terms", "the system won't let me", "I'm not authorised", "we never make
exceptions", with no reason that a person outside the company would accept.
Not flagged: an insurance policy, a rule explained with its reason on request, a permission ("our terms let you cancel").
A rule that comes with a way out in the same or the next sentence is only a hint.
Why: a rule is not a reason. Say what the rule protects, and what is possible.
"""

from __future__ import annotations

from coach.rules.concept import Concept
from coach.rules.context import Context, Hit, softened

CONCEPTS = (
    Concept("policy/our-policy", "warning", "gives company policy as the reason"),
    Concept("policy/rules", "warning", "gives rules, terms or regulations as the reason"),
    Concept("policy/system", "warning", "gives a system or computer as the reason"),
    Concept("policy/not-allowed", "warning", "says that the agent is not allowed or authorised"),
    Concept("policy/no-exceptions", "warning", "says that exceptions are never made"),
    Concept("policy/always-done", "warning", "says that it is simply how things are done"),
)


def severity(hit: Hit, sentence: int, context: Context) -> str:
    """A rule followed by an option is a hint."""
    return softened(hit, sentence, context)
