"""Conversations from JSON values: exports of vendors, conversations with lists of turns, objects that are turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from coach.errors import UsageError
from coach.review.record import Conversation
from coach.review.sources import exports, objects, tabular
from coach.review.sources.finishing import Finisher
from coach.review.sources.job import Heard, Job
from coach.review.sources.tabular import Ids
from coach.review.sources.values import Values

RECOGNISED = 20
"""Values that are looked at to tell whose export they are."""

Again = Callable[[Heard], Iterator[Values]]


def conversations(again: Again, ids: Ids | None, form: str, job: Job, finisher: Finisher) -> Iterator[Conversation | None]:
    """The conversations of values, which `again` reads; `ids` is a quicker way to the ids in one of their fields; `form` is the
    export that a person named. Raises UsageError for values that are no conversations.
    """
    first = tabular.first_values(again(job.unheard))
    if not first.values:
        for _ in again(job.heard):  # tells why there are none
            pass
        return
    found = form or next(filter(None, map(exports.recognise, first.values[:RECOGNISED])), None)
    if found:
        yield from map(finisher.completed, exported(again, found, first, job))
        return
    fields = job.options.fields
    opened = [one for value in first.values for one in objects.unwrapped(value, fields)]
    if len(opened) != len(first.values):
        first, again, ids = Values(range(1, len(opened) + 1), opened), unwrapping(again, job), None
    some = objects.sample(first.values)
    if not some:
        raise UsageError("no conversations: its JSON has no objects", where=job.file.name)
    nest = objects.nest(some, job.options, job.file.name)
    if nest:
        for values in again(job.heard):
            yield from map(finisher.finished, objects.nested(nest, values, job.heard.notes, job.options))
    else:
        yield from map(finisher.finished, tabular.conversations(tabular.of_objects(first, again, ids), job))


def unwrapping(again: Again, job: Job) -> Again:
    """Reads the conversations in values that wrap them."""

    def opened(heard: Heard) -> Iterator[Values]:
        number = 1
        for values in again(heard):
            inner = [one for value in values.values for one in objects.unwrapped(value, job.options.fields)]
            yield Values(range(number, number + len(inner)), inner)
            number += len(inner)

    return opened


def exported(again: Again, form: str, first: Values, job: Job) -> Iterator[Conversation]:
    """The conversations of a vendor's export. Messages that stand for themselves are read together: only all of them are the
    conversations.
    """
    kinds = set(map(exports.elements_are, first.values[:RECOGNISED]))
    name = job.file.name
    if "message" in kinds and "conversation" not in kinds:
        messages = list(chain.from_iterable(values.values for values in again(job.heard)))
        yield from exports.conversations(messages, form, name, job.options, job.tell)
        return
    several = len(first.values) > 1
    yield from exports.joined(
        conversation
        for values in again(job.heard)
        for line, value in zip(values.lines, values.values, strict=True)
        for conversation in exports.conversations(value, form, name, job.options, job.tell, line if several else 0)
    )
