"""The records of a review: what is read, and what is found in it. Frozen, plain, and cheap to send to another process.

Offsets are code points in the text of a turn, end exclusive. Times are naive datetimes in UTC, or in the clock of the export
where it does not say; where an export counts from the beginning of a call they are None and `offset` has the seconds.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from coach.model import Finding

AGENT, CUSTOMER, UNKNOWN = "agent", "customer", "unknown"
ROLES = (AGENT, CUSTOMER, UNKNOWN)
"""Who said a turn. Notes of agents among themselves, bots and the system are left out by the readers and only counted."""

GOOD, BAD, NEUTRAL = "good", "bad", "neutral"

EVENTS = {
    # What the customer shows.
    "customer/upset": NEUTRAL,
    "customer/thanks": GOOD,
    "customer/patience-lost": BAD,
    "customer/repeats": BAD,  # has to say again what was said before
    # What becomes of the conversation.
    "thread/acknowledged": GOOD,  # the first reply to an upset customer takes up the trouble, before the solution
    "thread/acknowledged-late": BAD,  # ... only after the solution, or in a later reply
    "thread/not-acknowledged": BAD,  # ... never
    "thread/transfer": NEUTRAL,  # handed to somebody else
    "thread/carried-over": GOOD,  # who takes over shows to know what was said
    "thread/not-carried-over": BAD,  # who takes over asks for what was said
    "thread/register": BAD,  # addresses the customer formally who is informal, or the other way round
    # What went well, shown with the words.
    "good/owns": GOOD,  # "I will", with a time
    "good/way-out": GOOD,  # a no with what can be done instead
    "good/acknowledges": GOOD,
    "good/asks-if-solved": GOOD,  # asks whether the solution works, instead of offering a favour
    "good/explains": GOOD,
    "good/thanked": GOOD,  # what the agent had done when the customer said thanks
}
"""What may happen in a conversation besides findings, and whether it is good. Counted per 100 conversations."""


class Turn(NamedTuple):
    """One thing that somebody said. `speaker` is the name or id in the export, "" where there is none; `line` is the line of the
    file, or the number of the record in it, from 1 (0 where unknown).
    """

    role: str
    text: str
    speaker: str = ""
    time: datetime | None = None
    offset: float | None = None
    line: int = 0


class Conversation(NamedTuple):
    """One conversation in the order in which it took place.

    `id` is the export's own; `source` the file it was read from; `channel` and `team` are "" and `lang` is None where the export
    does not say. `customer` is the customer's name where the export has it. `left_out` counts notes, bots and system messages.
    """

    id: str
    turns: tuple[Turn, ...]
    source: str = ""
    channel: str = ""
    team: str = ""
    lang: str | None = None
    customer: str = ""
    left_out: int = 0

    @property
    def key(self) -> int:
        """What tells this conversation from all others, however often and from wherever it is read: 63 bits.

        It is made of the id and the first turn, so that a conversation that has grown since is still the same.
        """
        first = self.turns[0] if self.turns else Turn(UNKNOWN, "")
        told = "\0".join((self.id, first.role, first.text)).encode("utf-8", "surrogatepass")
        return int.from_bytes(blake2b(told, digest_size=8).digest(), "big") >> 1


class Trouble(NamedTuple):
    """Something in a file that could not be read, and what was done about it; everything else of the file is read.

    `where` is `path` or `path:line`; `lost` says that nothing could be read of a file that somebody had named.
    """

    where: str
    message: str
    lost: bool = False


class Event(NamedTuple):
    """Something of EVENTS that happened in the turn of that number, with the words that show it ([0, 0): none in particular)."""

    name: str
    turn: int
    start: int = 0
    end: int = 0
    detail: str = ""


class Promise(NamedTuple):
    """What an agent promised: the words [start, end) of the turn, who is to do it ("I", "we", "someone", or a name or department
    as written), by when in the words of the promise ("" where it has no time), and the moment that means, where it can be told.
    """

    turn: int
    start: int
    end: int
    who: str = ""
    by: str = ""
    due: datetime | None = None


class ReviewedTurn(NamedTuple):
    """A turn as it was judged. `language` is None where it could not be told: then nothing was judged; only turns of agents are.

    `waited` is how many seconds the customer waited for this turn (only the first turn of an answer, only with times).
    """

    number: int
    turn: Turn
    language: str | None
    sentences: int
    findings: tuple[Finding, ...] = ()
    waited: float | None = None


class Reviewed(NamedTuple):
    """A conversation as it was judged; `turns` are all turns, in order, and events and promises name them by number."""

    conversation: Conversation
    turns: tuple[ReviewedTurn, ...]
    events: tuple[Event, ...] = ()
    promises: tuple[Promise, ...] = ()
