"""What every conversation goes through, whoever read it: order, roles, and what the run says where the file does not."""

from __future__ import annotations

from collections.abc import Sequence
from operator import ge, le
from typing import Any

from coach.review.record import AGENT, UNKNOWN, Conversation, Turn
from coach.review.sources.gathering import Gathered
from coach.review.sources.notes import Notes
from coach.review.sources.options import ReadOptions
from coach.review.sources.roles import with_roles
from coach.review.sources.turning import language

LONGEST = 100_000
"""Characters of a turn. Nobody writes more; a text of megabytes is a file somebody pasted, and would take minutes to judge."""
TOO_LONG = f"a turn of more than {LONGEST:,} characters; the rest of it is left out"


class Finisher:
    """Finishes the conversations of one file; counts those in which nobody is known to be the agent, or nobody said anything."""

    def __init__(self, notes: Notes, options: ReadOptions) -> None:
        self._notes = notes
        self._options = options
        self._unknown = 0
        self._nobody = 0
        self._left_out = 0

    def finished(self, rows: Gathered) -> Conversation | None:
        """The conversation of rows in the order of their time; None where all of them were left out, which is counted."""
        channel, team, lang, customer = rows.about
        turns = ordered(rows.turns)
        source = self._notes.path
        return self.completed(Conversation(rows.id, turns, source, channel, team, language(lang), customer, rows.left_out))

    def completed(self, one: Conversation) -> Conversation | None:
        """A conversation with roles, channel, team and language as far as they can be told; None for one without turns."""
        if not one.turns:
            self._nobody += 1
            self._left_out += one.left_out
            return None
        options = self._options
        if max([len(turn.text) for turn in one.turns]) > LONGEST:
            one = one._replace(turns=tuple(map(self.shortened, one.turns)))
        if UNKNOWN in [turn.role for turn in one.turns]:
            one = one._replace(turns=with_roles(one.turns, options))
            self._unknown += not any(turn.role == AGENT for turn in one.turns)
        if (options.channel and not one.channel) or (options.team and not one.team) or (options.lang and not one.lang):
            one = one._replace(
                channel=one.channel or options.channel, team=one.team or options.team, lang=one.lang or options.lang
            )
        return one

    def shortened(self, turn: Turn) -> Turn:
        """A turn of at most LONGEST characters; that there were more is noted."""
        if len(turn.text) <= LONGEST:
            return turn
        self._notes.at(turn.line, TOO_LONG)
        return turn._replace(text=turn.text[:LONGEST])

    def close(self) -> None:
        """Note how many conversations have no agent, and how many have no turns."""
        if self._nobody:
            many = "1 conversation has" if self._nobody == 1 else f"{self._nobody:,} conversations have"
            self._notes.at(0, f"{many} no turn of a person: left out, with {self._left_out:,} notes, bots and the like")
        if self._unknown:
            many = "1 conversation has" if self._unknown == 1 else f"{self._unknown} conversations have"
            self._notes.at(0, f"{many} no roles: name the agents with --agent-name, or the column with --role-field")


def ordered(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns in the order of their times, or of their offsets where no turn has a time. A turn without keeps its place.

    Turns of one moment stay as they were, and are turned round where the whole conversation has the newest first.
    """
    moments: Sequence[Any] = [turn.time for turn in turns]
    if moments.count(None) == len(moments):
        moments = [turn.offset for turn in turns]
        if moments.count(None) == len(moments):
            return tuple(turns)
    timed = [moment for moment in moments if moment is not None]
    if all(map(le, timed, timed[1:])):
        return tuple(turns)
    if all(map(ge, timed, timed[1:])):
        turns, moments = turns[::-1], moments[::-1]
    places = [index for index, moment in enumerate(moments) if moment is not None]
    result = list(turns)
    for place, index in zip(places, sorted(places, key=moments.__getitem__), strict=True):
        result[place] = turns[index]
    return tuple(result)
