"""The macros of each help desk: how a record is recognised, and where its texts are.

Each `is_...` tells whether a mapping is a macro of that help desk; the reader of the same name gives its texts in the order of
the file. A plain and an HTML form that the help desk keeps of one text are twins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.sources.data.fields import channel, count, day, is_off, is_set, language, language_in_title
from coach.sources.data.making import EMPTY, in_language, made, markup_of, of_placed, same_words
from coach.sources.data.tree import Data, Mapping, Placed, String, Value, text_of
from coach.sources.document import HTML, PLAIN, Segment
from coach.sources.mapped import Builder

COMMENT = "comment_value"
COMMENT_HTML = "comment_value_html"
PUBLIC = "comment_mode_is_public"
ZENDESK_LOCALES = {"1": "en", "8": "de"}
"""The numbers of languages that are the same in every account, as far as they are published."""

ZAMMAD_COLUMNS = {"name", "content", "active"}
HELPSCOUT_KEYS = {"id", "name", "text", "chatText", "preview", "chatPreview", "_links", "_embedded"}
HELPSCOUT_PLACEHOLDER = r"\{%\s*(?:customer|user|conversation|mailbox)\."
ATTRIBUTE = r"""<attribute\s+[^<>]{0,200}?key=(["'])([^"'<>]{1,200})\1[^<>]{0,400}>(?:\s*</attribute>)?"""
DEFAULT = r"""\sdefault=["']([^"'<>{}]{1,100})["']"""


def as_it_stands(placed: Placed) -> Placed:
    """A string that needs nothing done before its markup is read."""
    return placed


class Field(NamedTuple):
    """A field that holds a text, what it is written in, the channel it is for, and what is done before its markup is read."""

    key: str
    markup: str
    channel: str | None = None
    before: Callable[[Placed], Placed] = as_it_stands


def known(record: Mapping, folder: str, dialect: str, updated: str) -> Segment:
    """What the fields that most help desks share say of the texts of a macro."""
    name = text_of(record.get("name")) or text_of(record.get("title")) or text_of(record.get("raw_title"))
    told = language(record.get("language")) or language(record.get("locale"))
    return in_language(
        EMPTY._replace(name=name, updated=day(record.get(updated)), retired=is_off(record.get("active")), dialect=dialect),
        told or language_in_title(name) or language_in_title(folder),
    )


def fields_of(data: Data, record: Mapping, fields: Sequence[Field], about: Segment, *, twins: bool) -> Iterator[Segment]:
    """The texts in fields of a record, in the order of the file; with `twins` each but the first is another form of the first."""
    found = 0
    for key, value in record.pairs:
        field = next((field for field in fields if field.key == key), None)
        if field and isinstance(value, String) and value.value.strip():
            own = about._replace(channel=field.channel or about.channel, twin=twins and found > 0)
            yield of_placed(field.before(data.place(value)), field.markup, own)
            found += 1


def actions(record: Mapping) -> list[Mapping]:
    """What a macro does when it is applied."""
    told = record.get("actions")
    return [action for action in told if isinstance(action, Mapping)] if isinstance(told, list) else []


def is_zendesk(record: Mapping) -> bool:
    """A macro of Zendesk, with or without a comment."""
    return any(isinstance(action.get("field"), String) for action in actions(record))


def zendesk(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The comments that a macro of Zendesk writes to customers. One in HTML and one in plain text are twins if they agree."""
    if any(text_of(action.get("field")) == PUBLIC and is_off(action.get("value")) for action in actions(record)):
        return  # a note for colleagues
    about = known(record, folder, "zendesk", "updated_at")
    before: Segment | None = None
    for action in actions(record):
        field = text_of(action.get("field"))
        if field not in (COMMENT, COMMENT_HTML):
            continue
        where, strings = _channel_and_texts(action.get("value"))
        for string in strings:
            segment = made(data, string, HTML if field == COMMENT_HTML else PLAIN, about._replace(channel=where))
            twin = before is not None and before.channel == where and same_words(before, segment)
            yield segment._replace(twin=twin)
            before = segment


def _channel_and_texts(value: Value) -> tuple[str | None, list[String]]:
    """The parts of a comment: a text, or a channel ("channel:chat") and a text."""
    strings = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, String) and one.value.strip()]
    if len(strings) > 1 and strings[0].value.startswith("channel:"):
        return channel(strings[0]), strings[1:]
    return None, strings


def is_dynamic_content(record: Mapping) -> bool:
    """An item of Zendesk's dynamic content: one text in several languages."""
    variants = record.get("variants")
    return isinstance(variants, list) and any(isinstance(one, Mapping) and one.get("content") for one in variants)


def dynamic_content(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The variants of an item, each in its language."""
    about = known(record, folder, "zendesk", "updated_at")
    variants = record.get("variants")
    for variant in variants if isinstance(variants, list) else ():
        content = variant.get("content") if isinstance(variant, Mapping) else None
        if isinstance(variant, Mapping) and isinstance(content, String) and content.value.strip():
            lang = language(variant.get("locale")) or ZENDESK_LOCALES.get(text_of(variant.get("locale_id")))
            own = about._replace(
                updated=day(variant.get("updated_at")) or about.updated, retired=about.retired or is_off(variant.get("active"))
            )
            yield made(data, content, markup_of(content.value), in_language(own, lang or about.lang))


def is_gorgias(record: Mapping) -> bool:
    """A macro of Gorgias."""
    return any(action.get("name") and isinstance(action.get("arguments"), Mapping) for action in actions(record))


def gorgias(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The response text of a macro of Gorgias; what other actions do is not sent."""
    about = known(record, folder, "gorgias", "updated_datetime")
    about = about._replace(usage=count(record.get("usage")), retired=about.retired or is_set(record.get("archived_datetime")))
    for action in actions(record):
        arguments = action.get("arguments")
        if text_of(action.get("name")) == "setResponseText" and isinstance(arguments, Mapping):
            fields = (Field("body_html", HTML), Field("body_text", PLAIN))
            yield from fields_of(data, arguments, fields, about, twins=True)


def is_intercom(record: Mapping) -> bool:
    """A macro of Intercom."""
    return text_of(record.get("type")) == "macro" and isinstance(record.get("body"), String)


def intercom(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The body of a macro of Intercom, in which placeholders are tags, and the plain form beside it."""
    fields = (Field("body", HTML, before=with_placeholders), Field("body_text", PLAIN))
    yield from fields_of(data, record, fields, known(record, folder, "intercom", "updated_at"), twins=True)


def with_placeholders(placed: Placed) -> Placed:
    """A body of Intercom with its tags for placeholders (`<attribute key="user.name" default="there"/>`) in braces."""
    text = placed.text.text
    made = Builder()
    at = 0
    for found in compiled(ATTRIBUTE).finditer(text):
        made.keep(text, at, found.start())
        default = compiled(DEFAULT).search(found[0])
        made.mark(f'{{{{{found[2]}|fallback:"{default[1]}"}}}}' if default else f"{{{{{found[2]}}}}}", *found.span())
        at = found.end()
    made.keep(text, at, len(text))
    return Placed(made.built().through(placed.text), placed.escape)


def is_freshdesk(record: Mapping) -> bool:
    """A canned response of Freshdesk or Freshservice."""
    keys = {key for key, _ in record.pairs}
    return "content_html" in keys or {"title", "content", "folder_id"} <= keys


def freshdesk(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The text of a canned response, plain and in HTML."""
    fields = (Field("content", PLAIN), Field("content_html", HTML))
    yield from fields_of(data, record, fields, known(record, folder, "freshdesk", "updated_at"), twins=True)


def is_front(record: Mapping) -> bool:
    """A message template of Front."""
    return isinstance(record.get("body"), String) and "is_available_for_all_inboxes" in {key for key, _ in record.pairs}


def front(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The body of a message template."""
    yield from fields_of(data, record, (Field("body", HTML),), known(record, folder, "front", "updated_at"), twins=True)


def is_helpscout(record: Mapping) -> bool:
    """A saved reply of Help Scout, whole or as a preview."""
    keys = {key for key, _ in record.pairs}
    if "name" not in keys or not keys <= HELPSCOUT_KEYS:
        return False
    return bool(keys & {"chatText", "preview", "chatPreview"}) or bool(
        compiled(HELPSCOUT_PLACEHOLDER).search(text_of(record.get("text")))
    )


def is_preview(record: Mapping) -> bool:
    """Whether only the beginning of a saved reply is there."""
    return not any(isinstance(record.get(key), String) for key in ("text", "chatText"))


def helpscout(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The text of a saved reply for mail and the one for chat, which is another text."""
    fields = (Field("text", HTML), Field("chatText", PLAIN, "chat"))
    yield from fields_of(data, record, fields, known(record, folder, "helpscout", "updatedAt"), twins=False)


def is_zammad(record: Mapping) -> bool:
    """A text module of Zammad: a row of its table."""
    keys = {key for key, _ in record.pairs}
    return keys >= ZAMMAD_COLUMNS and bool(keys & {"keywords", "note"})


def zammad(data: Data, record: Mapping, folder: str) -> Iterator[Segment]:
    """The content of a text module."""
    yield from fields_of(data, record, (Field("content", HTML),), known(record, folder, "zammad", "updated_at"), twins=True)
