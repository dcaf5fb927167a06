"""An accepted dispute: the finding is not counted any more, and the sentence is kept so that it is not flagged again.

Whole-reply rules (reply/*, thread/*) depend on more than a sentence, so for them only the finding is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.errors import UsageError, did_you_mean
from coach.excepting import excepted
from coach.model import CATEGORIES
from coach.review.sentence import sentence_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

WHICH = (
    "SELECT key, conversation, source, line FROM conversations WHERE conversation = $name OR key::VARCHAR = $name ORDER BY key"
)
THERE = """
SELECT rule, start, "end", disputed, t.text, coalesce(t.language, c.language)
FROM findings f JOIN turns t USING (key, turn) JOIN conversations c USING (key)
WHERE key = $key AND turn = $turn ORDER BY start, "end", rule
"""
TURNS = "SELECT DISTINCT turn FROM findings WHERE key = $key ORDER BY turn"
MARK = """
UPDATE findings SET disputed = $reason WHERE key = $key AND turn = $turn AND rule = $rule
"""


class Dispute(NamedTuple):
    """What is disputed: a rule in a turn (from 0) of a conversation, named by its id or its key, and why the finding is wrong."""

    conversation: str
    turn: int
    rule: str
    reason: str


class Accepted(NamedTuple):
    """What was done: how many findings are not counted any more, the sentences that were kept, and the files of the team's
    phrasebooks that were written (none for a whole-reply rule, without a folder, and where the phrasebooks are silent already).
    """

    findings: int
    sentences: tuple[str, ...]
    written: tuple[str, ...]


class Disputed(NamedTuple):
    """A finding of the turn."""

    rule: str
    start: int
    end: int
    reason: str | None
    text: str | None
    language: str | None


def accept(connection: DuckDBPyConnection, dispute: Dispute, phrasebooks: str = "") -> Accepted:
    """Mark the finding in the store, and write its sentence into the folder, "" for none; the exception comes first, so that
    a folder that cannot be written leaves the store as it was. Accepting twice changes nothing.

    Raises UsageError for a dispute without a reason, and for a conversation, turn or rule that is not there, with what is.
    """
    reason = " ".join(dispute.reason.split())
    if not reason:
        raise UsageError("a dispute needs a reason", hint="one sentence for whoever reads it next year")
    key = key_of(connection, dispute.conversation)
    found = [Disputed(*row) for row in connection.execute(THERE, {"key": key, "turn": dispute.turn}).fetchall()]
    meant = [one for one in found if one.rule == dispute.rule]
    if not meant:
        raise not_there(connection, dispute, key, found)
    sentences = dict.fromkeys(
        one.text[slice(*sentence_of(one.text, one.start, one.end))] for one in meant if one.text and one.end > one.start
    )
    language = next((one.language for one in meant if one.language), "")
    can_be_kept = phrasebooks and language and dispute.rule.partition("/")[0] in CATEGORIES
    kept = tuple(sentences) if can_be_kept else ()
    written = dict.fromkeys(path for sentence in kept if (path := excepted(dispute.rule, sentence, language, phrasebooks)))
    connection.execute(MARK, {"reason": reason, "key": key, "turn": dispute.turn, "rule": dispute.rule})
    return Accepted(sum(1 for one in meant if one.reason is None), kept, tuple(written))


def key_of(connection: DuckDBPyConnection, name: str) -> int:
    """The key of a conversation. Raises UsageError when there is none, or more than one of that id."""
    found = connection.execute(WHICH, {"name": name}).fetchall()
    if not found:
        raise UsageError(f"no conversation {name!r} in the store", hint="the id stands beside each quote of the report")
    if len(found) > 1:
        keys = "; ".join(f"{key} ({source}:{line})" for key, _, source, line in found[:5])
        raise UsageError(f"{len(found)} conversations are called {name!r}", hint=f"name its key: {keys}")
    return int(found[0][0])


def not_there(connection: DuckDBPyConnection, dispute: Dispute, key: int, found: list[Disputed]) -> UsageError:
    """The error for a turn or rule in which nothing was found, with what was."""
    if found:
        rules = [one.rule for one in found]
        hint = did_you_mean(dispute.rule, rules, f"found are {', '.join(dict.fromkeys(rules))}")
        return UsageError(f"{dispute.rule} was not found in turn {dispute.turn}", where=dispute.conversation, hint=hint)
    turns = [str(turn) for (turn,) in connection.execute(TURNS, {"key": key}).fetchall()]
    hint = f"there are findings in turns {', '.join(turns)} (counted from 0)" if turns else "it has no findings at all"
    return UsageError(f"nothing was found in turn {dispute.turn}", where=dispute.conversation, hint=hint)
