"""Threads of messages that only say which message they answer, as in Customer Support on Twitter."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.review.sources.columns import MESSAGE, REPLY_TO
from coach.review.sources.turning import Block, texts

Numbers = npt.NDArray[np.int64]
NONE = -1
DEEPEST = 64
"""How often the way to the root is halved at most; only messages that answer each other in a circle need as many."""


class Threads(NamedTuple):
    """The numbers of all messages, sorted, and the message with which the thread of each begins. 16 bytes a message."""

    messages: Numbers
    roots: Numbers

    def ids(self, messages: Sequence[Any]) -> list[str]:
        """The threads of messages, by the number of the first; "" for a message without a number."""
        numbers = np.array(whole(messages), np.int64)
        places = np.minimum(np.searchsorted(self.messages, numbers), max(len(self.messages) - 1, 0))
        return [str(root) if number != NONE else "" for root, number in zip(self.roots[places].tolist(), numbers, strict=True)]


def threads(blocks: Iterable[Block]) -> Threads:
    """The threads of all messages. The answers to a message that is not in the file belong together, too."""
    own, parents = array("q"), array("q")
    for block in blocks:
        own.extend(whole(block.columns[MESSAGE]))
        parents.extend(whole(block.columns[REPLY_TO]))
    mine, answered = np.frombuffer(own, np.int64), np.frombuffer(parents, np.int64)
    messages = np.unique(np.concatenate((mine, answered[answered != NONE])))
    above = np.arange(len(messages))
    has = answered != NONE
    above[np.searchsorted(messages, mine[has])] = np.searchsorted(messages, answered[has])
    for _ in range(DEEPEST):
        higher = above[above]
        if np.array_equal(higher, above):
            break
        above = higher
    return Threads(messages, messages[above])


def whole(values: Sequence[Any]) -> list[int]:
    """Cells as the numbers of messages; NONE for what is none. Tools that know no empty whole number write 12.0 for 12."""
    words = (word.removesuffix(".0") for word in texts(values))
    return [int(word) if word.isdecimal() and len(word) < 19 else NONE for word in words]
