"""reply: what is missing or out of place in the reply as a whole.

Flagged: no acknowledgement of the customer's trouble, or one that comes after the solution; our own fault without an apology, or
an apology undone by "but" or "if"; an end without a next step; promises that nobody owns; a closing favour, a heap of feedback
questions, mixed address, shouting, a placeholder left open, sentences too long to follow.
Not flagged: anything that the customer's message gives no reason for. A rule that needs that message is silent without it.
Why: a reply can be free of bad words and still leave the customer unheard, or not knowing what happens next.

What a sentence does (acknowledge, apologise, solve, promise) is told by the signals in phrasebooks/<lang>/signals.yaml.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from coach.rules.concept import Concept
from coach.rules.context import Exchange

CONCEPTS = (
    Concept("reply/no-acknowledgement", "warning", "does not acknowledge what the customer has been through"),
    Concept("reply/no-apology", "warning", "states our fault without an apology"),
    Concept("reply/non-apology", "warning", "takes its apology back with a condition or a but"),
    Concept("reply/order", "warning", "solves before it acknowledges"),
    Concept("reply/no-next-step", "warning", "ends without who does what by when"),
    Concept("reply/nobody-owns", "warning", "makes promises that nobody owns"),
    Concept("reply/closing-favour", "hint", "closes with a favour instead of asking about the solution"),
    Concept("reply/feedback-burden", "hint", "asks more than two feedback questions"),
    Concept("reply/register-mixed", "warning", "mixes forms of address, or uses another one than the customer"),
    Concept("reply/shouting", "warning", "shouts with capitals or exclamation marks"),
    Concept("reply/raw-placeholder", "error", "still has a placeholder in it"),
    Concept("reply/too-dense", "hint", "has a sentence too long to follow"),
)

FEEDBACK_QUESTIONS = 2
"""How many questions about the service a reply may ask."""

SORRY = 3
"""An apology of more words than this names what it is for, and so acknowledges it too."""

LONGEST_SENTENCE = {"en": 40, "de": 38, "ru": 36, "tr": 32}
"""Words of one sentence that a reader can still follow at once; Turkish says as much in fewer words."""


class Verdict(NamedTuple):
    """A rule that a reply breaks.

    `sentence` is the number of the sentence concerned and `span` a part of the text, where there is one; else something is
    missing altogether, and `before` is the sentence in front of which it may stand (`sentences`: behind the last). `better` is
    what belongs in place of the span, where the customer's message says so.
    """

    rule: str
    sentence: int | None = None
    before: int | None = None
    span: tuple[int, int] | None = None
    better: str = ""


def verdicts(reply: Exchange, sending: bool) -> list[Verdict]:
    """The rules that a reply breaks, in the order of CONCEPTS; a placeholder only in one that is about to be sent.

    Without the customer's message only those are asked whose signals are there.
    """
    triggers = reply.triggers
    everything = reply.customer is not None
    asked = [rule for rule, signals in RULES if everything or not signals or not signals.isdisjoint(triggers)]
    return [verdict for rule in asked if (sending or rule is not raw_placeholder) and (verdict := rule(reply)) is not None]


def troubled(reply: Exchange) -> bool:
    """Whether there is trouble to acknowledge: the customer's, or a fault of ours that the reply states."""
    return reply.has("our-fault") or (reply.customer is not None and reply.customer.has("trouble"))


def acknowledgements(reply: Exchange) -> list[int]:
    """The sentences that acknowledge the trouble: in so many words, by an apology that names it, or by taking up its words."""
    named = [number for number in reply.where("apology") if reply.length(number) > SORRY]
    return sorted({*reply.where("acknowledgement"), *named, *reply.echoes})


def no_acknowledgement(reply: Exchange) -> Verdict | None:
    """Trouble, and nothing that acknowledges it."""
    if not troubled(reply) or acknowledgements(reply):
        return None
    begun = reply.where("our-fault") or reply.where("solution")
    return Verdict("reply/no-acknowledgement", before=begun[0] if begun else 0)


def no_apology(reply: Exchange) -> Verdict | None:
    """Our fault stated, nowhere an apology."""
    if not reply.has("our-fault") or reply.has("apology"):
        return None
    fault = reply.where("our-fault")[0]
    return Verdict("reply/no-apology", before=fault)


def non_apology(reply: Exchange) -> Verdict | None:
    """An apology undone, and no other that stands."""
    undone = reply.where("non-apology")
    if not undone or set(reply.where("apology")) - set(undone):
        return None
    return Verdict("reply/non-apology", undone[0])


def order(reply: Exchange) -> Verdict | None:
    """The first acknowledgement comes after the solution has begun."""
    if not troubled(reply):
        return None
    acknowledged = acknowledgements(reply)
    before = range(acknowledged[0]) if acknowledged else ()
    solved = next((number for number in before if reply.signalled("solution", number, number + 1)), None)
    return Verdict("reply/order", solved) if solved is not None else None


def no_next_step(reply: Exchange) -> Verdict | None:
    """Trouble or a request, and neither a next step nor everything done."""
    if reply.customer is None or not reply.customer.has("trouble") or reply.has("next-step") or reply.has("done"):
        return None
    return Verdict("reply/no-next-step", before=reply.sentences)


def nobody_owns(reply: Exchange) -> Verdict | None:
    """Promises by someone or by a passive, and no "I" in the whole reply to a customer in trouble."""
    if not troubled(reply) or not reply.has("nobody") or reply.has("owner"):
        return None
    return Verdict("reply/nobody-owns", reply.where("nobody")[0])


def closing_favour(reply: Exchange) -> Verdict | None:
    """A favour offered at the end."""
    found = reply.where("closing-favour")
    return Verdict("reply/closing-favour", found[-1]) if found else None


def feedback_burden(reply: Exchange) -> Verdict | None:
    """More feedback questions than anybody wants to answer; those beside one are of the same kind."""
    asked = reply.where("feedback-question")
    if not asked:
        return None
    first, last = asked[0], asked[-1] + 1
    while first and reply.asks(first - 1):
        first -= 1
    while last < reply.sentences and reply.asks(last):
        last += 1
    questions = sum(map(reply.asks, range(first, last)))
    return (
        Verdict("reply/feedback-burden", first) if max(questions, reply.count("feedback-question")) > FEEDBACK_QUESTIONS else None
    )


def other_register(reply: Exchange) -> Verdict | None:
    """Another form of address than the customer's; in English slang in a letter, officialese in a chat."""
    theirs = reply.customer.address_of_one if reply.customer is not None else ""
    if theirs in ("formal", "informal") and reply.address in ("formal", "informal") and reply.address != theirs:
        return Verdict("reply/register-mixed", 0)
    formal = reply.has("formal-greeting")
    for name, clashes in (("slang", formal), ("officialese", reply.channel in ("chat", "social") and not formal)):
        if clashes and reply.has(name):
            return Verdict("reply/register-mixed", reply.where(name)[0])
    return None


def register_mixed(reply: Exchange) -> Verdict | None:
    """Both forms of address in one reply."""
    return Verdict("reply/register-mixed", 0) if reply.may_mix and reply.address == "mixed" else None


def shouting(reply: Exchange) -> Verdict | None:
    """Capitals or strings of exclamation marks."""
    return Verdict("reply/shouting", span=reply.shouted) if reply.shouted is not None else None


def raw_placeholder(reply: Exchange) -> Verdict | None:
    """A placeholder in a text that is about to be sent."""
    return Verdict("reply/raw-placeholder", span=reply.unfilled) if reply.unfilled is not None else None


def too_dense(reply: Exchange) -> Verdict | None:
    """A sentence that takes two breaths."""
    if reply.longest <= LONGEST_SENTENCE[reply.lang]:
        return None
    return Verdict("reply/too-dense", max(range(reply.sentences), key=reply.length))


OUR_FAULT = frozenset({"our-fault"})

RULES: tuple[tuple[Callable[[Exchange], Verdict | None], frozenset[str]], ...] = (
    (no_acknowledgement, OUR_FAULT),
    (no_apology, OUR_FAULT),
    (non_apology, frozenset({"non-apology"})),
    (order, OUR_FAULT),
    (no_next_step, OUR_FAULT),
    (nobody_owns, frozenset({"nobody"})),
    (closing_favour, frozenset({"closing-favour"})),
    (feedback_burden, frozenset({"feedback-question"})),
    (other_register, frozenset({"slang", "officialese"})),
    (register_mixed, frozenset()),
    (shouting, frozenset()),
    (raw_placeholder, frozenset()),
    (too_dense, frozenset()),
)
"""Each rule with the signals that it waits for where the customer's message is not at hand; without any it looks at the shape."""

TRIGGERS = frozenset().union(*(signals for _, signals in RULES))


def parts(reply: Exchange) -> list[tuple[str, int | None]]:
    """What a good answer to trouble is made of, with the first sentence that does it.

    Control, acknowledge, refocus, problem-solve (CARP, R. Bacal, "Perfect Phrases for Customer Service"), and the next step:
    somebody takes charge, the trouble is acknowledged, the reply turns to the solution, solves, and says what happens next.
    """
    acknowledged = acknowledgements(reply)
    busy = sorted({*reply.where("solution"), *reply.where("answer"), *reply.where("done"), *reply.where("next-step")})
    turning = [number for number in busy if acknowledged and number >= acknowledged[0]]
    first = {
        "control": reply.where("owner"),
        "acknowledge": acknowledged,
        "refocus": turning,
        "problem-solve": sorted({*reply.where("solution"), *reply.where("answer"), *reply.where("done")}),
        "next step": sorted({*reply.where("next-step"), *reply.where("done")}),
    }
    return [(name, numbers[0] if numbers else None) for name, numbers in first.items()]
