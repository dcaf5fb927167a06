"""Which phrases are looked for together, so that no sentence is searched for what nothing asks about it."""

from __future__ import annotations

from coach.rules.context import VERDICT_SIGNALS
from coach.rules.reply import TRIGGERS

SIGNAL = "signal"
"""The category of phrases that are no fault but say what a sentence does."""

RECAST = "recast"
"""The category of phrases that say how a sentence with a fault may be put better."""

GROUPS = FAULTS, CONTEXT, TRIGGERING, TELLING, RECASTING, SHOWING, THREADING = range(7)
"""Faults, looked for in every sentence; signals that change the verdict on a fault, around it; signals that a whole-reply rule
waits for, in every sentence of a reply; the others, where such a rule asks for them; recasts, where a fault was found; and, where
a whole conversation is read, what a customer shows, and what an agent does with the conversation."""

SHOWN = frozenset({"upset", "thanks", "patience-lost", "repeats", "gives-photo"})
"""The signals of a customer's mood, and of what a customer gives."""

THREADED = frozenset({"transfers", "carries-over", "asks-if-solved", "asks-number", "asks-email", "asks-phone", "asks-photo"})
"""The signals of what an agent asks for, and of who goes on with the conversation."""

GROUP_OF = {
    **dict.fromkeys(VERDICT_SIGNALS, CONTEXT),
    **dict.fromkeys(TRIGGERS, TRIGGERING),
    **dict.fromkeys(SHOWN, SHOWING),
    **dict.fromkeys(THREADED, THREADING),
}


def group_of(rule: str) -> int:
    """The group of a rule, or of a signal (`signal/apology`)."""
    category, _, name = rule.partition("/")
    if category == RECAST:
        return RECASTING
    return FAULTS if category != SIGNAL else group_of_signal(name)


def group_of_signal(name: str) -> int:
    """The group of a signal."""
    return GROUP_OF.get(name, TELLING)
