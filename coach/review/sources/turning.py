"""From columns to turns: what the cells of a table mean, a few thousand rows at a time.

Everything that is the same for all rows is settled once, in a `Plan`; the rows are then gone through column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, NamedTuple

from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Turn
from coach.review.sources import columns, moments
from coach.review.sources.columns import CONVERSATION, MESSAGE, REPLY_TO, TEXT, USUAL, folded, missing, resolved, usual
from coach.review.sources.exports.bodies import shown
from coach.review.sources.exports.form import HTML
from coach.review.sources.notes import Notes
from coach.review.sources.options import ReadOptions
from coach.review.sources.roles import LEFT_OUT, role_of, told
from coach.review.sources.sides import by_sides, sides

Sample = Callable[[str], Sequence[object]]
"""The values of a column in the first rows."""

INNER = ("role", "agent", "time", "text", "offset", "note", "public", REPLY_TO, MESSAGE)
OUTER = ("conversation", "channel", "team", "lang", "customer")
"""What a turn tells, and what a conversation does."""

FLAGS = {
    **dict.fromkeys("inbound incoming isinbound isincoming fromcustomer iscustomer".split(), (CUSTOMER, AGENT)),
    **dict.fromkeys("outbound outgoing isoutbound fromagent isagent".split(), (AGENT, CUSTOMER)),
}
"""Columns that are true or false, and whose turn it then is."""
TRUE = frozenset("true t yes y 1 ja да evet".split())
FALSE = frozenset("false f no n 0 nein нет hayır".split())

MEANT = 0.5
"""The share of values that must be words for roles, where the name of a column does not say that it has them."""
REMEMBERED = 10_000
"""Different words of a column that are remembered with their roles."""

NO_TEXT = "no text; counted among what is left out"
NO_TIME = "a time that is not understood; the turn is read without it"


class Block(NamedTuple):
    """Rows as columns: the values of each meaning that the table has, and the line, or the number of the record, of each row."""

    lines: Sequence[int]
    columns: Mapping[str, Sequence[Any]]


class Rows(NamedTuple):
    """Rows as turns: the id of the conversation of each, the turn (None: left out), and (channel, team, lang, customer)."""

    ids: list[str]
    turns: list[Turn | None]
    about: Sequence[tuple[str, ...]]


class Plan(NamedTuple):
    """How the rows of a table are read: the column of each meaning, whether the speakers' column tells the roles, how its words
    are turned into roles, how times are read, and whether the texts are HTML.
    """

    columns: Mapping[str, str]
    shared: bool
    roles: Roles
    moment: moments.Reader
    html: bool


class Roles(dict[str, str]):
    """The roles that the words of a column stand for, remembered. `flags` are those of true and false."""

    def __init__(self, flags: tuple[str, str] | None) -> None:
        """Nothing is known yet."""
        super().__init__()
        self._flags = flags

    def __missing__(self, word: str) -> str:
        """The role of a word that was not asked for before."""
        role = role_of(word) or UNKNOWN
        if self._flags and word.casefold() in TRUE | FALSE:
            role = self._flags[word.casefold() in FALSE]
        if len(self) < REMEMBERED:
            self[word] = role
        return role


def planned(names: Sequence[str], sample: Sample, options: ReadOptions, where: str, meanings: Collection[str]) -> Plan:
    """How a table with columns of these names is read, as far as these meanings go. Raises UsageError where it is not clear, and
    where there is no column for the text.
    """
    found = resolved(names, options.fields, where, meanings)
    if TEXT in meanings and TEXT not in found:
        raise missing(TEXT, names, where)
    role = found.get("role", "")
    if not options.fields.role and "role" in meanings:
        role = by_words(names, sample) or role
    shared = bool(role) and role == found.get("agent", role) and role not in ("", options.fields.agent)
    if shared and "agent" in meanings:
        other = usual("agent", USUAL["agent"], [name for name in names if name != role], where)
        found["agent"] = other or role
        shared = not other
    if role:
        found["role"] = role
    if "role" in meanings and not options.fields.role and not options.fields.agent:
        found.update(sides(names, sample))
    html = "html" in folded(found.get(TEXT, ""))
    times = sample(found["time"]) if "time" in found else ()
    return Plan(found, shared, Roles(FLAGS.get(folded(role.rpartition(".")[2]))), moments.reader(times), html)


def by_words(names: Sequence[str], sample: Sample) -> str:
    """The column whose words say who is the agent and who the customer; "" where no column does."""
    tiers = (*USUAL["role"], *USUAL["agent"], "client")
    for tier in tiers:
        for name in names:
            own = folded(name.rpartition(".")[2])
            if own in tier.split():
                words = list(filter(None, texts(sample(name))))
                known = [word for word in words if role_of(word) or (own in FLAGS and word.casefold() in TRUE | FALSE)]
                if words and len(known) >= MEANT * len(words):
                    return name
    return ""


def texts(values: Sequence[Any]) -> list[str]:
    """Cells as texts: "" for null, and for lists and objects; whole numbers without a decimal point."""
    if set(map(type, values)) == {str}:
        return list(values)
    return [value if type(value) is str else plain(value) for value in values]


def plain(value: object) -> str:
    """A cell that is no text as one."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else "" if value != value else str(value)
    return str(value) if isinstance(value, (int, str)) else ""


def turned(block: Block, plan: Plan, notes: Notes, options: ReadOptions) -> tuple[list[Turn | None], Sequence[tuple[str, ...]]]:
    """The turns of a block of rows, None for what is left out, and what the rows say about their conversations."""
    given = block.columns
    words = {meaning: texts(given[meaning]) for meaning in given if meaning not in UNSAID}
    if plan.html:
        words[TEXT] = [shown(text, HTML) for text in words[TEXT]]
    said = words[TEXT]
    roles, speakers = by_sides(words, len(said)) or by_role(words, plan, len(said))
    if UNKNOWN in roles and any(speakers):
        roles = [role if role != UNKNOWN else bots(name, options) for role, name in zip(roles, speakers, strict=True)]
    times = timed(given["time"], plan.moment, block.lines, notes) if "time" in given else repeat(None)
    offsets = map(moments.seconds, given["offset"]) if "offset" in given else repeat(None)
    turns: list[Turn | None] = list(map(Turn, roles, said, speakers, times, offsets, block.lines))
    hide(turns, words)
    if not all(said):
        for index, turn in enumerate(turns):
            if turn and turn.role != LEFT_OUT and not turn.text:
                notes.at(turn.line, NO_TEXT)
                turns[index] = None
    if LEFT_OUT in roles:
        turns = [turn if turn and turn.role != LEFT_OUT else None for turn in turns]
    return turns, about(words, len(said))


def by_role(words: Mapping[str, list[str]], plan: Plan, count: int) -> tuple[list[str], list[str]]:
    """The role and the speaker of each row. A word for a role is not the name of anybody."""
    speakers = words.get("agent", [""] * count)
    roles = list(map(plan.roles.__getitem__, words["role"])) if "role" in words else [UNKNOWN] * count
    if plan.shared:
        speakers = ["" if role != UNKNOWN else name for role, name in zip(roles, speakers, strict=True)]
    return roles, speakers


UNSAID = frozenset({"time", "offset", CONVERSATION})
"""Columns that are not words of a turn."""


def bots(name: str, options: ReadOptions) -> str:
    """LEFT_OUT for a speaker whose name tells a bot; everybody else stays unknown until the conversation is known."""
    return LEFT_OUT if name and told(name, options)[1] == LEFT_OUT else UNKNOWN


def hide(turns: list[Turn | None], words: Mapping[str, list[str]]) -> None:
    """Take out internal notes: rows that are private, or not public. Only a plain no says that a row is not private."""
    for meaning, open_words in (("note", FALSE), ("public", TRUE)):
        for index, word in enumerate(words.get(meaning, ())):
            if word and word.casefold() not in open_words:
                turns[index] = None


def timed(values: Sequence[Any], read: moments.Reader, lines: Sequence[int], notes: Notes) -> Sequence[Any]:
    """The moments of cells; what is not understood is noted."""
    times = list(map(read, values))
    if None in times:
        for time, value, line in zip(times, values, lines, strict=True):
            if time is None and value not in (None, ""):
                notes.at(line, NO_TIME)
    return times


def about(words: Mapping[str, list[str]], count: int) -> Sequence[tuple[str, ...]]:
    """Channel, team, language and customer of each row."""
    if not any(meaning in words for meaning in OUTER[1:]):
        return [NOTHING] * count
    return list(zip(*(words.get(meaning, [""] * count) for meaning in OUTER[1:]), strict=True))


NOTHING = ("", "", "", "")


def conversations_of(block: Block, plan: Plan, notes: Notes, options: ReadOptions) -> Rows:
    """The rows of a block with the ids of their conversations; a row that names none is one of its own, which is noted."""
    turns, told_about = turned(block, plan, notes, options)
    ids = texts(block.columns[CONVERSATION])
    if not all(ids):
        for index, line in enumerate(block.lines):
            if not ids[index]:
                ids[index] = f"line {line}"
                notes.at(line, "no conversation is named; the row is one of its own")
    return Rows(ids, turns, told_about)


def language(word: str) -> str | None:
    """The code of a language as exports write it (de, de-DE, German); None where it is empty or no language."""
    if not word:
        return None
    code = columns.folded(word.partition("-")[0].partition("_")[0])
    return LANGUAGES.get(code, code if len(code) == 2 and code.isalpha() else None)


LANGUAGES = {
    **dict.fromkeys("english englisch английский ingilizce eng".split(), "en"),
    **dict.fromkeys("german deutsch немецкий almanca deu ger".split(), "de"),
    **dict.fromkeys("russian russisch русский rusça rus".split(), "ru"),
    **dict.fromkeys("turkish türkisch турецкий türkçe tur".split(), "tr"),
}


def named(blocks: Iterator[Block]) -> Iterator[list[str]]:
    """The ids of the conversations of rows, without anything else."""
    for block in blocks:
        yield texts(block.columns[CONVERSATION])
