"""Mail (.eml): the agent's own words in it, with runs that lead back to the file.

The standard library reads the headers. Its parser of whole messages does not tell where parts stand, and goes into them by
recursion, so they are cut at their boundaries here.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from codecs import IncrementalDecoder, getincrementaldecoder
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from re import escape as literally
from typing import NamedTuple

from coach.errors import UsageError
from coach.expressions import compiled
from coach.sources.document import Reading, Segment
from coach.sources.files import Source
from coach.sources.html import escape, rendered
from coach.sources.mapped import Builder, Mapped, Run
from coach.sources.markup import known_language

DEEPEST, MOST = 50, 1000
"""Parts within parts, and parts side by side; a mail that people wrote has three or four of either."""

LONGEST_HEAD = 100_000
"""Characters of headers; the time that the standard library takes for one grows with the square of its length."""

PLAIN_TYPE, HTML_TYPE = "text/plain", "text/html"
BLANK_LINE = r"(?m)^\r?\n"
QUOTED_PRINTABLE = (
    r"(?P<soft>=[ \t]*(?:\r?\n|\Z))|(?P<byte>=[0-9A-Fa-f]{2})|(?P<padding>[ \t]+(?=\r?\n|\Z))"
    r"|(?P<text>[^= \t]+(?:[ \t]+[^= \t\r\n]+)*|[ \t]+|=)"
)
OWN_END = (
    r"(?im)^-- ?\r?$|^-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|исходное сообщение|пересылаемое сообщение|[oö]zgün ileti|orijinal (?:ileti|mesaj)|iletilen mesaj) ?-{2,}"
)
"""Where the agent's words end: at the line before a signature, or the one before a mail that is not quoted line by line."""
UTF_8 = "utf-8"
VERBATIM = ("", "7bit", "8bit", "binary")


class Part(NamedTuple):
    """A part of a mail (or all of it): its headers, and where its body stands in the file."""

    headers: Message
    start: int
    end: int


def read(source: Source, reading: Reading) -> tuple[Segment, ...]:
    """The bodies of a mail; the HTML of one that is there as plain text, too, is its twin. Attachments are not read.

    Raises UsageError where there is none, and where one cannot be decoded.
    """
    mail = _part(source.text, 0, len(source.text))
    bodies = _bodies(source, mail, DEEPEST)
    if not bodies:
        hint = "a body is text/plain or text/html, between the boundaries that the header Content-Type names"
        raise UsageError("there is no text in this mail", where=_place(source, mail.start), hint=hint)
    return tuple(_segment(source, mail, body, twin=twin) for body, twin in bodies)


def _segment(source: Source, mail: Part, body: Part, *, twin: bool) -> Segment:
    """The text of a body up to the signature."""
    html = body.headers.get_content_type() == HTML_TYPE
    text = _decoded(source, body)
    if html:
        text = rendered(text.text).through(text)
    end = compiled(OWN_END).search(text.text)
    return Segment(
        text.cut(0, len(text.text[: end.start()].rstrip())) if end else text,
        name=_subject(mail.headers),
        lang=known_language(str(body.headers["Content-Language"] or mail.headers["Content-Language"] or "")),
        channel="email",
        twin=twin,
        escapes=(escape,) if html else (),
        writable=_transfer(body) in VERBATIM,
    )


def _part(text: str, start: int, end: int) -> Part:
    """The part that stands at `[start:end]`."""
    blank = compiled(BLANK_LINE).search(text, start, end)
    head = text[start : blank.end() if blank else end]
    headers = HeaderParser().parsestr(head[:LONGEST_HEAD])
    return Part(headers, start + len(head) - len(str(headers.get_payload())), end)


def _parts(source: Source, part: Part) -> list[Part]:
    """The parts of a multipart body, between its boundaries; the line break before a boundary is the boundary's.

    Raises UsageError where there are more than any mail has.
    """
    text = source.text
    boundary = part.headers.get_boundary()
    if not boundary:
        return []
    found = list(
        compiled(rf"(?:\r?\n|(?m:^))--{literally(boundary)}(--)?[ \t]*(?:\r?\n|\Z)").finditer(text, part.start, part.end)
    )
    if len(found) > MOST:
        raise UsageError(f"a mail of more than {MOST} parts", where=_place(source, part.start))
    made = []
    for number, mark in enumerate(found):
        if mark[1]:
            break
        end = found[number + 1].start() if number + 1 < len(found) else part.end
        made.append(_part(text, mark.end(), max(mark.end(), end)))
    return made


def _bodies(source: Source, part: Part, depth: int) -> list[tuple[Part, bool]]:
    """The texts of a part, and of each whether it is the twin of the one before it. Raises UsageError for too many parts."""
    kind = part.headers.get_content_type()
    if part.headers.get_content_disposition() == "attachment" or part.headers.get_filename() or not depth:
        return []
    if kind in (PLAIN_TYPE, HTML_TYPE):
        return [(part, False)]
    if part.headers.get_content_maintype() != "multipart":
        return []
    parts = _parts(source, part)
    if kind == "multipart/related":  # a page and its pictures
        del parts[1:]
    found = [body for one in parts for body in _bodies(source, one, depth - 1)]
    plain = [(body, twin) for body, twin in found if body.headers.get_content_type() == PLAIN_TYPE]
    if kind != "multipart/alternative" or not plain:
        return found
    return [*plain, *((body, True) for body, _ in found if body.headers.get_content_type() == HTML_TYPE)]


def _transfer(part: Part) -> str:
    """How the body is encoded for transfer."""
    return str(part.headers["Content-Transfer-Encoding"] or "").strip().lower()


def _subject(headers: Message) -> str:
    """The subject on one line, decoded as far as it can be."""
    written = str(headers["Subject"] or "")
    try:
        subject = str(make_header(decode_header(written)))
    except (HeaderParseError, LookupError, ValueError):
        subject = written
    return " ".join(subject.split())


def _decoded(source: Source, part: Part) -> Mapped:
    """The body as text. Raises UsageError with its place where that fails."""
    transfer, size = _transfer(part), part.end - part.start
    charset = part.headers.get_content_charset() or UTF_8
    if transfer in VERBATIM:
        return Mapped(source.text[part.start : part.end], (Run(0, part.start, size, size),))
    if transfer not in DECODERS:
        hint = f"known are {' and '.join(DECODERS)}"
        raise UsageError(f"unknown transfer encoding {transfer!r}", where=_place(source, part.start), hint=hint)
    try:
        "a".encode(charset)  # getincrementaldecoder knows some that are no charsets
        decoder = getincrementaldecoder(UTF_8 if charset == "us-ascii" else charset)()
        return DECODERS[transfer](source.text, part, decoder)
    except UnicodeError as error:
        message = f"not valid {charset.upper()}: {error}"
    except binascii.Error as error:
        message = f"damaged base64: {error}"
    except (LookupError, ValueError):
        message = f"unknown charset {charset!r}"
    raise UsageError(message, where=_place(source, part.start), hint="save the mail again, as UTF-8")


def _from_quoted_printable(text: str, part: Part, decoder: IncrementalDecoder) -> Mapped:
    """The body in quoted-printable. A character of several bytes may have soft line breaks among them."""
    made = Builder()
    begun = part.start
    waiting = False
    for token in compiled(QUOTED_PRINTABLE).finditer(text, part.start, part.end):
        start, end = token.span()
        if token.lastgroup == "byte":
            begun = begun if waiting else start
            character = decoder.decode(bytes([int(token[0][1:], 16)]))
            waiting = not character
            if character:
                made.write(character, begun, end)
        elif token.lastgroup == "text":
            decoder.decode(b"", final=True)
            made.keep(text, start, end)
        elif not waiting:
            made.mark("", start, end)
    decoder.decode(b"", final=True)
    return made.built()


def _from_base64(text: str, part: Part, decoder: IncrementalDecoder) -> Mapped:
    """The body in base64: three bytes are four characters of the file, so characters go together until both are complete."""
    places = [place for stretch in compiled(r"\S+").finditer(text, part.start, part.end) for place in range(*stretch.span())]
    data = b64decode("".join(text[part.start : part.end].split()).encode("ascii", "replace"), validate=True)
    made = Builder()
    characters, begun = "", 0
    for number, byte in enumerate(data, 1):
        character = decoder.decode(bytes([byte]), final=number == len(data))
        characters += character
        if character and (number % 3 == 0 or number == len(data)):
            made.write(characters, places[begun // 3 * 4], places[(number + 2) // 3 * 4 - 1] + 1)
            characters, begun = "", number
    return made.built()


DECODERS = {"quoted-printable": _from_quoted_printable, "base64": _from_base64}


def _place(source: Source, offset: int) -> str:
    """`file:line:column` of an offset."""
    before = source.text[:offset]
    return f"{source.name}:{before.count(chr(10)) + 1}:{offset - before.rfind(chr(10))}"
