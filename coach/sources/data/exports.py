"""Exports of help desks, told by their shape: which fields hold the text, and what the others say of it.

A file may hold one macro, a list of them, or several pages of an export. The shapes are those of the published interfaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from coach.errors import UsageError
from coach.expressions import compiled
from coach.sources.data import desks
from coach.sources.data.tree import Data, Mapping, Value, text_of, walk
from coach.sources.document import Segment
from coach.sources.files import Source

SIGNS = (
    r'"(?:comment_value(?:_html)?|setResponseText|content_html|chatText|is_available_for_all_inboxes)"'
    r'|"type"\s*:\s*"macro"|\{%\s*customer\.|\{\{dc\.'
)
"""Words of exports with a text, which other files do not have."""

FAINT_SIGNS = r'"(?:preview|chatPreview|locale_id)"'
"""Words of the others, which many files have."""

ENVELOPES = (
    "macros", "macro", "data", "_results", "results", "_embedded", "items", "item", "folders", "responses", "canned_responses",
    "canned_response", "replies", "savedReplies", "saved_replies", "saved-replies",
)  # fmt: skip
"""The keys under which macros stand, and folders of them."""

DEPTH = 6
"""Envelopes in each other: pages of folders of macros."""

CONVERSATIONS = (
    {"author_id", "html_body"}, {"ticket_id", "comments"}, {"requester_id", "comments"}, {"conversation_parts"},
    {"incoming", "body_text"}, {"from_agent"}, {"is_inbound"}, {"createdBy", "threads"}, {"createdBy", "type", "body"},
    {"sender", "internal", "body"}, {"ParticipantId", "Content"}, {"SpeechSegments"}, {"participantPurpose"},
    {"media_channel", "transcript"}, {"in_response_to_tweet_id"}, {"convo_id"},
)  # fmt: skip
"""Keys that stand together in messages of a conversation."""


class Desk(NamedTuple):
    """What one help desk exports: whether a record is of it, and the texts of such a record in the order of the file."""

    matches: Callable[[Mapping], bool]
    read: Callable[[Data, Mapping, str], Iterator[Segment]]


DESKS = (
    Desk(desks.is_zendesk, desks.zendesk),
    Desk(desks.is_dynamic_content, desks.dynamic_content),
    Desk(desks.is_gorgias, desks.gorgias),
    Desk(desks.is_intercom, desks.intercom),
    Desk(desks.is_freshdesk, desks.freshdesk),
    Desk(desks.is_front, desks.front),
    Desk(desks.is_helpscout, desks.helpscout),
    Desk(desks.is_zammad, desks.zammad),
)


def has_signs(source: Source, *, faint: bool = True) -> bool:
    """Whether a file may be an export, or without `faint` signs, whether it hardly is anything else; cheap."""
    if source.name.lower().endswith((".csv", ".tsv")):
        from coach.sources.data.csv_table import header_of

        return desks.is_zammad(Mapping([(name, None) for name in header_of(source.text)]))
    return source.name.lower().endswith((".json", ".jsonl", ".ndjson")) and bool(
        compiled(SIGNS).search(source.text) or (faint and compiled(FAINT_SIGNS).search(source.text))
    )


def is_export(data: Data) -> bool:
    """Whether a macro of a help desk is in a file."""
    return any(True for root in data.roots for _ in _records(root, "", DEPTH))


def segments(data: Data) -> tuple[Segment, ...] | None:
    """The texts of an export, or None for a file that is none. An export without any macro is one, too.

    Raises UsageError for a list of Help Scout that has only the beginnings of the texts.
    """
    records = [found for root in data.roots for found in _records(root, "", DEPTH)]
    if not records:
        empty = any(isinstance(root, Mapping) and root.get(key) == [] for root in data.roots for key in ENVELOPES)
        return () if empty else None
    if all(desk.read is desks.helpscout and desks.is_preview(record) for desk, record, _ in records):
        message = "this list has only previews, and the ends of longer texts are cut off"
        hint = "export each saved reply by itself (GET /v2/mailboxes/{mailbox}/saved-replies/{id}): those have the whole text"
        raise UsageError(message, where=data.source.name, hint=hint)
    return tuple(segment for desk, record, folder in records for segment in desk.read(data, record, folder))


def _records(value: Value, folder: str, depth: int) -> Iterator[tuple[Desk, Mapping, str]]:
    """The macros below a value, with the help desk they are of and the folder they are in."""
    if isinstance(value, list):
        for one in value if depth else ():
            yield from _records(one, folder, depth - 1)
    elif isinstance(value, Mapping):
        desk = next((desk for desk in DESKS if desk.matches(value)), None)
        if desk:
            yield desk, value, folder
            return
        name = text_of(value.get("name")) or text_of(value.get("title")) or folder
        for key, inner in value.pairs if depth else ():
            if key in ENVELOPES:
                yield from _records(inner, name, depth - 1)


def refuse_conversations(data: Data) -> None:
    """Raises UsageError for an export of tickets: their messages are no macros."""
    for node in walk(data.roots):
        if isinstance(node.value, Mapping):
            keys = {key for key, _ in node.value.pairs}
            if any(wanted <= keys for wanted in CONVERSATIONS):
                message = "this file holds conversations, not macros"
                raise UsageError(message, where=data.source.name, hint="coach review reads conversations")
