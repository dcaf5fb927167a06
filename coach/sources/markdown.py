"""Markdown: the text as a customer reads it, with runs that lead back to the source.

Plain prose, and that is most of what is kept in Markdown, is told by a cheap test; only for the rest is a parser loaded.
"""

from __future__ import annotations

from coach.expressions import compiled
from coach.model import CHANNELS
from coach.sources.document import Reading, Segment
from coach.sources.files import Source
from coach.sources.mapped import Mapped, Run
from coach.sources.markup import guarded, known_language, restored

SIGNS = (
    r"[`*_\\]|~~|\][(\[:]|\[(?:[ xX]\]|\^)|&[#a-zA-Z]|<[a-zA-Z/!?]"
    r"|(?m:^(?:[ ]{4}|[ ]{0,3}\t)|^[ ]{0,3}(?:>|\#{1,6}(?:[ \t]|$)|-[ \t]*(?:-[ \t]*)+\r?$|=+[ \t]*\r?$|\||:?-+:?[ \t]*\|))"
)
"""What plain prose lacks. A list with dashes or numbers reads the same with and without markup."""

FRONT_MATTER = (
    r"\A(?:---[ \t]*\r?\n(?:(?:[\w-]+[ \t]*:|[ \t#-]).*\n|\r?\n)*?(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n(?:.*\n)*?\+\+\+)"
    r"[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*"
)
FIELD = r"(?m)^(lang|language|title|channel)[ \t]*[:=][ \t]*(.*?)[ \t]*\r?$"

NEW_MARKUP = (
    r"\\(?=[!-/:-@\[-`{-~])|`|\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|~(?=~)|(?<=~)~|\|"
    r"|\](?=[(\[:])|&(?=\#?\w{1,32};)|<(?=[a-zA-Z/!?])|^(?:[#>+=-](?=[\s#>+=-]|$))|(?<=^\d)[.)](?=\s|$)"
)
"""The signs in a wording that would be taken for markup where they stand."""


def read(source: Source, reading: Reading) -> tuple[Segment, ...]:
    """The text of a file; the front matter is none, but may name the language, the title and the channel."""
    end = _front(source.text)
    fields = dict(compiled(FIELD).findall(source.text, 0, end))
    lang = known_language(_value(fields, "lang") or _value(fields, "language"))
    channel = _value(fields, "channel").lower()
    known = channel if channel in CHANNELS else None
    return (Segment(rendered(source.text), name=_value(fields, "title"), lang=lang, channel=known, escapes=(escape,)),)


def rendered(text: str) -> Mapped:
    """What is read of a text in Markdown, front matter left out. Takes any text."""
    start = _front(text)
    size = len(text) - start
    body = Mapped(text[start:], (Run(0, start, size, size),))
    if not compiled(SIGNS).search(guarded(body.text)):
        return body
    from coach.sources.commonmark import parsed

    return parsed(body.text).through(body) if start else parsed(text)


def escape(text: str) -> str:
    """A wording as it is written in the middle of a paragraph: a backslash before what would become markup, and nothing else."""
    return restored(compiled(NEW_MARKUP).sub(lambda sign: "\\" + sign[0], guarded(text)))


def _front(text: str) -> int:
    """Where the text begins, behind front matter and the blank lines that follow it."""
    match = compiled(FRONT_MATTER).match(text) if text.startswith(("---", "+++")) else None
    return match.end() if match else 0


def _value(fields: dict[str, str], name: str) -> str:
    """The value of a field of the front matter, without its quotes."""
    return fields.get(name, "").strip("\"'")
