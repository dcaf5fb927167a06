"""JSON objects as the rows of tables: one object a turn, or one a conversation with a list of turns in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from coach.review.record import UNKNOWN, Turn
from coach.review.sources.columns import CONVERSATION, MESSAGE, REPLY_TO, TEXT, USUAL, folded, resolved, usual
from coach.review.sources.gathering import Gathered
from coach.review.sources.notes import Notes
from coach.review.sources.options import Fields, ReadOptions
from coach.review.sources.turning import INNER, NOTHING, OUTER, Block, Plan, planned, texts, turned
from coach.review.sources.values import Values

LISTS = frozenset(
    "turns messages rows dialog dialogue dialogcontent conversation utterances transcript comments replies posts exchanges chat "
    "log nachrichten сообщения mesajlar".split()
)
"""Where the turns of a conversation usually stand."""
WRAPPERS = (
    "conversations",
    "data",
    "items",
    "results",
    "records",
    "dialogs",
    "dialogues",
    "chats",
    "tickets",
    "train",
    "dev",
    "test",
)
"""Where conversations stand in an object that is not one itself."""
LOOKED_AT = 1000
"""Objects that are looked at to tell which fields there are."""
NOT_OBJECT = "no object with the fields of a turn or a conversation; it is left out"

Object = Mapping[str, Any]


class Nest(NamedTuple):
    """Conversations with lists of turns: the field of the list, how the turns are read, and the fields of the conversation."""

    turns: str
    plan: Plan
    outer: Mapping[str, str]


def names_of(objects: Collection[Object]) -> list[str]:
    """The fields of objects in the order in which they come up; behind them those of objects within them, as author.name."""
    own: dict[str, None] = {}
    within: dict[str, None] = {}
    for one in objects:
        own.update(dict.fromkeys(one))
        for name, value in one.items():
            if isinstance(value, dict):
                within.update(dict.fromkeys(f"{name}.{key}" for key in value))
    return list(own | within)


def getter(name: str, known: Collection[str]) -> Callable[[Object], Any]:
    """What reads a field; a point in a name that is no field itself leads into an object within."""
    outer, point, inner = name.partition(".")
    if not point or name in known:
        return lambda one: one.get(name)
    return lambda one: one[outer].get(inner) if isinstance(one.get(outer), dict) else None


def column(objects: Sequence[Object], name: str) -> list[Any]:
    """The values of a field in all objects."""
    if "." not in name:
        try:
            return list(map(itemgetter(name), objects))
        except KeyError:
            return [one.get(name) for one in objects]
    return [getter(name, one)(one) for one in objects]


def sample(values: Sequence[Any]) -> list[Object]:
    """The first objects among values."""
    return [value for value in values[:LOOKED_AT] if isinstance(value, dict)]


def list_of_turns(objects: Sequence[Object], fields: Fields) -> str:
    """The field in which objects have their turns: one with a usual name, else the only one whose elements have a text; ""."""
    lists: dict[str, list[Object]] = {}
    for one in objects:
        for name, value in one.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                lists.setdefault(name, []).extend(value[:3])
    if not lists or is_row(objects, fields):
        return ""
    known = [name for name in lists if folded(name) in LISTS]
    return known[0] if known else next((name for name, rows in lists.items() if has_text(rows, fields)), "")


def is_row(objects: Sequence[Object], fields: Fields) -> bool:
    """Whether objects are turns themselves: they name a conversation and have a text."""
    names = [name for one in objects for name, value in one.items() if isinstance(value, str)]
    return has_text(objects, fields) and bool(fields.conversation or usual("", USUAL[CONVERSATION], names, ""))


def has_text(objects: Sequence[Object], fields: Fields) -> bool:
    """Whether a field of objects holds their text."""
    names = {name: None for one in objects for name, value in one.items() if isinstance(value, str)}
    return fields.text in names if fields.text else bool(usual("", USUAL[TEXT], list(names), ""))


def unwrapped(value: Any, fields: Fields) -> list[Any]:
    """The conversations in an object that only wraps them, as a page of results or the parts of a data set; else the value."""
    if isinstance(value, dict) and not is_row([value], fields) and not list_of_turns([value], fields):
        inner = [one for name in WRAPPERS if isinstance(value.get(name), list) for one in value[name]]
        if inner:
            return inner
    return [value]


def nest(objects: Sequence[Object], options: ReadOptions, where: str) -> Nest | None:
    """How conversations with lists of turns are read; None for objects that are no such thing. Raises UsageError."""
    field = list_of_turns(objects, options.fields)
    if not field:
        return None
    rows = [row for one in objects for row in sample(one.get(field) or ())][:LOOKED_AT]
    names = names_of(rows)
    inner = [meaning for meaning in INNER if meaning not in (REPLY_TO, MESSAGE)]
    plan = planned(names, lambda name: column(rows, name), options, where, inner)
    around = [name for name in names_of(objects) if name != field]
    outer = resolved(around, options.fields, where, OUTER)
    if CONVERSATION not in outer and "id" in around:
        outer[CONVERSATION] = "id"
    return Nest(field, plan, outer)


def nested(found: Nest, some: Values, notes: Notes, options: ReadOptions) -> Iterator[Gathered]:
    """The conversations among values; a conversation without an id has the number of its record."""
    objects: list[tuple[int, Object]] = []
    rows: list[Object] = []
    counts: list[int] = []
    for line, value in zip(some.lines, some.values, strict=True):
        turns = value.get(found.turns) if isinstance(value, dict) else None
        if not isinstance(turns, list):
            notes.at(line, NOT_OBJECT)
            continue
        whole = [row for row in turns if isinstance(row, dict)]
        if len(whole) < len(turns):
            notes.at(line, "a turn that is no object; it is left out")
        objects.append((line, value))
        rows += whole
        counts.append(len(whole))
    lines = [number for count in counts for number in range(1, count + 1)]
    cells = {meaning: column(rows, name) for meaning, name in found.plan.columns.items()}
    turned_all, _ = turned(Block(lines, cells), found.plan, notes, options)
    timed = not {"time", "offset"}.isdisjoint(found.plan.columns)
    around = [one for _, one in objects]
    told = {meaning: texts(column(around, name)) for meaning, name in found.outer.items()}
    start = 0
    for index, ((line, _), count) in enumerate(zip(objects, counts, strict=True)):
        mine = turned_all[start : start + count]
        start += count
        about = tuple(told[meaning][index] if meaning in told else "" for meaning in OUTER[1:]) if told else NOTHING
        name = told[CONVERSATION][index] if CONVERSATION in told else ""
        # The turns of an object all stand where the object does.
        turns = [turn._replace(line=line) for turn in mine if turn]
        left_out = count - len(turns)
        yield Gathered(name or str(line), turns if timed else together(turns), left_out, about)


def together(turns: Sequence[Turn]) -> list[Turn]:
    """What one speaker said in a row, as one turn: where rows have no times they are the sentences of turns."""
    made: list[Turn] = []
    for turn in turns:
        if made and (turn.role, turn.speaker) == (made[-1].role, made[-1].speaker) and turn.role != UNKNOWN:
            made[-1] = made[-1]._replace(text=f"{made[-1].text}\n{turn.text}")
        else:
            made.append(turn)
    return made


def blocks(read: Iterable[Values], columns: Mapping[str, str], notes: Notes) -> Iterator[Block]:
    """Objects that are turns, as blocks of rows."""
    for lines, values in read:
        objects = values
        if set(map(type, values)) != {dict}:
            for line, value in zip(lines, values, strict=True):
                if not isinstance(value, dict):
                    notes.at(line, NOT_OBJECT)
            lines = [line for line, value in zip(lines, values, strict=True) if isinstance(value, dict)]
            objects = [value for value in values if isinstance(value, dict)]
        if objects:
            yield Block(lines, {meaning: column(objects, name) for meaning, name in columns.items()})
