"""Customers who cancel or leave over what has happened in the conversation, and not because they had come to cancel.

The words alone do not tell: "cancel the order, please" is a request like any other. It is lost patience where the talk was of
something else, the agent had not spoken of cancelling, and the customer had shown before, or shows now, to be upset.
"""

from __future__ import annotations

from collections.abc import Sequence

from coach.expressions import compiled
from coach.review.threads.temper_words import CANCELS, OFFERED
from coach.texts import Passage


def leaving(passage: Passage, before: Sequence[Passage], asking: Sequence[Passage]) -> tuple[int, int] | None:
    """Where a customer cancels or leaves in a talk that was of something else.

    `before` are the customer's turns before, `asking` the agent's since the last of them.
    """
    match = compiled(CANCELS[passage.lang]).search(passage.folded)
    if match is None:
        return None
    if any(spoke_of(one) for one in (*before, *asking)):
        return None
    return match.span()


def spoke_of(passage: Passage) -> bool:
    """Whether a turn speaks of cancelling, of money back, or of taking something off a device."""
    return bool(compiled(OFFERED[passage.lang]).search(passage.folded))
