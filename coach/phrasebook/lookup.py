"""What `coach explain` shows of an entry: read from the YAML files, as their authors wrote them."""

from __future__ import annotations

from coach.errors import UsageError
from coach.phrasebook.loader import load
from coach.phrasebook.schema import Entry, Example, ReplyEntry, Text


def entry_texts(lang: str, rule: str) -> Entry:
    """The entry of a concept in a language.

    Raises UsageError when the phrasebooks of the language do not have it.
    """
    book = load(lang)
    for entry in (*book.entries, *map(as_entry, book.replies)):
        if entry.rule == rule:
            return entry
    raise UsageError(f"no entry {rule} in the {lang} phrasebooks", hint="`coach rules` lists the concepts")


def as_entry(reply: ReplyEntry) -> Entry:
    """The words of a whole-reply rule as an entry without phrases; an example is the message and the reply to it."""
    return Entry(
        rule=reply.rule,
        place=reply.place,
        phrases=(),
        severity=reply.severity,
        why=reply.why,
        say=reply.say,
        flag=tuple(map(shown, reply.flag)),
        pass_=tuple(map(shown, reply.pass_)),
    )


def shown(example: Example) -> Text:
    """An exchange on one line."""
    return example.reply._replace(value=f"{example.customer} -> {example.reply.value}") if example.customer else example.reply
