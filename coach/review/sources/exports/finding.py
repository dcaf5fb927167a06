"""Whose export a parsed JSON value is, and where the conversations in it stand: alone, in lists, on pages, split into sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from coach.review.sources.exports.fields import dig, first_ident, first_name, ident, listed, word
from coach.review.sources.exports.form import Form
from coach.review.sources.exports.vendors import FORMS

LOOKED_AT, FEW = 20, 4
"""Elements of a list that are looked at to tell what it is, and of a list within lists."""
DEEPEST = 5
"""Lists within lists and objects within objects, in which conversations are looked for."""
WRAPPERS = (
    "tickets", "conversations", "_embedded.conversations", "data", "results", "_results", "items", "records", "pages", "calls",
    "chats", "contacts", "train", "dev", "test",
)  # fmt: skip
"""Where conversations stand in what wraps several."""


class Person(NamedTuple):
    """Somebody of a conversation: the role in the words of the export, and the name; None and "" where it does not tell."""

    role: str | None
    name: str


class Ticket(NamedTuple):
    """A conversation as it stands in the export: the objects that tell of it, from the inside out, the people, the messages."""

    records: tuple[Mapping[str, object], ...]
    people: tuple[Mapping[str, Person], ...]
    messages: Sequence[object]
    ident: str = ""


def recognise(value: object) -> str | None:
    """The name of the export that a value is: a conversation, a message, or a list or a page of either; else None."""
    return _recognised(value, DEEPEST, LOOKED_AT)


def elements_are(value: object) -> str | None:
    """What an element of a top-level list is: a "message", which goes with the others of the list, a "conversation" (or several),
    or None for anything that is no export.
    """
    if any(is_message(value, form) for form in FORMS.values()):
        return "message"
    return "conversation" if recognise(value) else None


def is_message(value: object, form: Form) -> bool:
    """Whether a value has the fields of a message."""
    return bool(form.marks) and isinstance(value, dict) and all(_has(value, mark) for mark in form.marks)


def tickets(value: object, form: Form, damaged: Callable[[], None]) -> Iterator[Ticket]:
    """The conversations of a value in their order, page by page. `damaged` is called for each thing in the place of one that is
    none.
    """
    return _tickets(value, form, (), (), DEEPEST, damaged)


def _recognised(value: object, depth: int, width: int) -> str | None:
    """As `recognise`, down to a depth, of the first parts of each value."""
    found = next((form.name for form in FORMS.values() if _fits(value, form)), None)
    if found or not depth:
        return found
    return next((inner for part in islice(_parts(value), width) if (inner := _recognised(part, depth - 1, FEW))), None)


def _fits(value: object, form: Form) -> bool:
    """Whether a value is a conversation, a message or a list of messages of an export."""
    if isinstance(value, list):
        return _are_messages(value, form)
    return isinstance(value, dict) and (is_message(value, form) or _messages(value, form) is not None)


def _has(value: Mapping[str, object], mark: str) -> bool:
    """Whether an object has a field, with the value where the mark names one."""
    field, equals, wanted = mark.partition("=")
    return field in value and (not equals or word(value[field]) == wanted)


def _are_messages(values: list[object], form: Form) -> bool:
    """Whether a list is one of messages; some may be damaged."""
    return any(is_message(one, form) for one in islice(values, LOOKED_AT))


def _messages(value: Mapping[str, object], form: Form) -> list[object] | None:
    """The messages of a conversation, or None where the value is none."""
    lists = [found for path in form.lists if (found := listed(value, path)) is not None]
    messages = next((found for found in lists if _are_messages(found, form)), None)
    if messages is None and any(all(_has(value, mark) for mark in marks) for marks in form.documents):
        return lists[0] if lists else []
    return messages


def _parts(value: object) -> Iterator[object]:
    """What a value holds that may be conversations."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict):
        yield from (part for path in WRAPPERS if isinstance(part := dig(value, path), (list, dict)))


def _tickets(
    value: object,
    form: Form,
    outer: tuple[Mapping[str, object], ...],
    known: tuple[Mapping[str, Person], ...],
    depth: int,
    damaged: Callable[[], None],
) -> Iterator[Ticket]:
    """The conversations of a value that stands in those objects, whose people are known."""
    if isinstance(value, list) and _are_messages(value, form):
        yield from _grouped(value, form, outer, known)
    elif isinstance(value, dict) and (messages := _messages(value, form)) is not None:
        yield from _grouped(messages, form, (value, *outer), (_people(value, form), *known))
    elif is_message(value, form):
        yield from _grouped([value], form, outer, known)
    elif depth and isinstance(value, (list, dict)):
        within = (value, *outer) if isinstance(value, dict) else outer
        people = (_people(value, form), *known) if isinstance(value, dict) else known
        empty = True
        for part in _parts(value):
            empty = False
            yield from _tickets(part, form, within, people, depth - 1, damaged)
        if empty and value:
            damaged()
    else:
        damaged()


def _grouped(
    messages: list[object], form: Form, records: tuple[Mapping[str, object], ...], people: tuple[Mapping[str, Person], ...]
) -> Iterator[Ticket]:
    """The messages of a list by the conversation they name; one that names none goes with the one before it."""
    own = first_ident(records[:1], form.ids)
    if own or not form.thread:
        yield Ticket(records, people, messages, own)
        return
    threads: dict[str, list[object]] = {}
    thread = next((found for one in messages if (found := first_ident((one,), form.thread))), "")
    for message in messages:
        thread = first_ident((message,), form.thread) or thread
        threads.setdefault(thread, []).append(message)
    yield from (Ticket(records, people, gathered, thread) for thread, gathered in threads.items())


def _people(record: Mapping[str, object], form: Form) -> dict[str, Person]:
    """The people that an object lists, by id. Where one id stands for several, only what is true of all of them is told."""
    found: dict[str, Person] = {}
    for people in form.people:
        listing = dig(record, people.path)
        for one in listing if isinstance(listing, list) else [listing]:
            key = ident(dig(one, people.ident))
            if not key:
                continue
            person = Person(word(dig(one, people.role)) if people.role else None, first_name((one,), people.names))
            before = found.get(key, person)
            found[key] = Person(
                person.role if person.role == before.role else None, person.name if person.name == before.name else ""
            )
    return found
