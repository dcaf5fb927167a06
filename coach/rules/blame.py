"""blame: the reply puts the fault on the customer.

Flagged: saying that the customer forgot, missed or did something wrong; telling them what they should have done; doubting
them ("are you sure?"), their account ("you claim") or their care; reminding them that they were told before.
Not flagged: a neutral condition ("if you forgot your password, tap here"), a fact without a culprit ("the address is
missing"), our own mistakes, the customer's words restated as the problem to solve,
and the plain request to read something with care before it is signed or sent.
Why: nobody who feels accused can hear the solution, even when the accusation is true.
A doubting question is blame before any acknowledgement and a hint after one: by then it is a question again.
"""

from __future__ import annotations

from coach.rules.concept import Concept
from coach.rules.context import Context, Hit

CONCEPTS = (
    Concept("blame/forgot", "error", "says that the customer forgot or failed to do something"),
    Concept("blame/should-have", "error", "tells the customer what they should have done"),
    Concept("blame/if-you-had", "error", "says it would not have happened if the customer had acted otherwise"),
    Concept("blame/mistake", "error", "says that the customer is wrong, misunderstood or made a mistake"),
    Concept("blame/your-fault", "error", "says that it is the customer's fault or responsibility"),
    Concept("blame/your-side", "error", "places the cause on the customer's side without showing it"),
    Concept("blame/because-you", "error", "names the customer's act as the cause of the trouble"),
    Concept("blame/doubt", "error", "asks a question that doubts the customer"),
    Concept("blame/claim", "error", "treats what the customer says as a mere claim"),
    Concept("blame/repeated", "error", "reminds the customer that they were told before"),
    Concept("blame/no-response", "error", "reproaches the customer for not answering, coming or paying"),
    Concept("blame/careless", "error", "calls the customer careless, hasty or a repeat case"),
    Concept("blame/tone", "error", "criticises the customer's tone or behaviour"),
)


def severity(hit: Hit, sentence: int, context: Context) -> str:
    """A doubting question after an acknowledgement is only a hint."""
    if hit.rule == "blame/doubt" and context.signalled_before("acknowledgement", sentence):
        return "hint"
    return hit.severity
