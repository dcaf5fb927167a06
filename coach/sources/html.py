"""HTML: the text as a customer reads it, with runs that lead back to the source.

The tokenizer is the standard library's. It is fed once and never asked to make sense of what is left open at the end, because
that takes quadratic time on hostile input. Ampersands, angle brackets that begin no tag, and all signs within placeholders are
hidden from it; so every version of it finds the same tags, and references are resolved here, where their places are known.
"""

from __future__ import annotations

from html import escape as escaped
from html import unescape
from html.parser import HTMLParser

from coach.expressions import compiled
from coach.sources.document import Reading, Segment
from coach.sources.files import Source
from coach.sources.mapped import AS_IT_IS, WRITTEN, Builder, Mapped
from coach.sources.markup import guarded, hidden, known_language, link_note, restored

NO_TAG = r"<(?![a-zA-Z/!?])|&"
REFERENCE = r"(?P<reference>&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
BARE = r"(?:&#?(?![a-zA-Z0-9#]))+|&"
PIECES = rf"(?P<space>[ \t\n\r\f\u00a0]+)|{REFERENCE}|(?P<text>{BARE}|[^ \t\n\r\f\u00a0&]+(?: [^ \t\n\r\f\u00a0&]+)*)"
"""White space that a browser shows as one space, a character reference, or text with single spaces only."""
KEPT_PIECES = rf"(?P<line>\r\n?|\n)|{REFERENCE}|(?P<text>{BARE}|[^\r\n&]+)"
"""The same where white space is kept."""

BREAKS = dict.fromkeys(
    "p h1 h2 h3 h4 h5 h6 ul ol dl table td th blockquote pre hr figure form fieldset".split(), 2
) | dict.fromkeys(
    "div li tr dt dd body section article aside header footer main nav address center caption details figcaption legend option "
    "summary tbody tfoot thead".split(),
    1,
)  # fmt: skip
"""How many line breaks there are at least around a block. Cells are as far apart as paragraphs, so that no sentence runs on."""
UNSEEN = frozenset("head script style template title svg math object iframe audio video canvas".split())
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
CODE = frozenset("code kbd samp tt".split())
HIDING = r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)"
QUOTING = frozenset({"gmail_quote", "yahoo_quoted", "moz-cite-prefix"})
"""Classes in which mail programs put what they quote, and the line that says whom."""


def read(source: Source, reading: Reading) -> tuple[Segment, ...]:
    """The text of a page or of a piece of one; `<html lang>` names its language."""
    page = _Page(source.text)
    return (Segment(page.text, lang=page.lang, escapes=(escape,)),)


def rendered(text: str) -> Mapped:
    """What a browser shows of a piece of HTML. Takes any text."""
    return _Page(text).text


def escape(text: str) -> str:
    """A wording as it is written between tags."""
    return escaped(text, quote=False)


def dereferenced(text: str) -> str:
    """A text with its character references resolved; one of thousands of digits, which Python refuses to convert, stays."""
    return compiled(REFERENCE).sub(lambda sign: unescape(sign[0]), text)


class _Flow:
    """The text so far. What stands between it and the next text is known only when that comes, and is put in front of it.

    `behind` is the offset up to which the file is told. With `quote` each line is somebody else's, and begins with ">".
    """

    def __init__(self) -> None:
        self.made = Builder()
        self.behind = 0
        self.breaks = 0
        self.bullet = ""
        self.blank: tuple[int, int] | None = None
        self.quote = False

    def separate(self, breaks: int) -> None:
        """Break the line, or for 2 the paragraph, if it is not done yet."""
        self.breaks = max(self.breaks, breaks)

    def break_line(self) -> None:
        """Break the line once more; there is never more than one blank line."""
        self.breaks = min(2, self.breaks + 1)

    def space(self, start: int, end: int) -> None:
        """White space, of which all that is there counts as one space."""
        adjoining = self.blank and self.blank[1] == start
        if not self.blank or adjoining:
            self.blank = (self.blank[0] if self.blank else start, end)

    def add(self, text: str, start: int, end: int, kind: int) -> None:
        """A text at its place in the file, behind what separates it from the text so far."""
        self.reach(start)
        self.made.add(text, start, end, kind)
        self.behind = end

    def mark(self, text: str, start: int, end: int) -> None:
        """What a tag is read as, close to the text around it."""
        self.reach(start)
        self.made.mark(text, start, end)
        self.behind = end

    def note(self, text: str, end: int) -> None:
        """What is read right behind the text so far, for all the markup up to `end`; a space that is due comes behind it."""
        self.made.mark(text, self.behind, end)
        self.behind = end
        self.blank = self.blank and (end, end)

    def reach(self, start: int) -> None:
        """Put in what separates the text so far from one that begins at `start`."""
        begun = len(self.made) > 0
        if begun and self.blank and not self.breaks:
            begin, end = self.blank
            self.made.mark("", self.behind, begin)
            self.made.write(" ", begin, end)
            self.behind = end
        breaks = self.breaks if begun else 0
        lead = "> " * self.quote if breaks or not begun else ""
        self.made.mark("\n" * breaks + lead + self.bullet, self.behind, start)
        self.breaks, self.bullet, self.blank = 0, "", None


class _Element:
    """An element whose contents are treated alike: its tag, and how many of that name are open. So any depth costs the same."""

    def __init__(self) -> None:
        self.tag = ""
        self.depth = 0

    def __bool__(self) -> bool:
        """Whether the tokenizer is within it."""
        return self.depth > 0

    def enter(self, tag: str) -> bool:
        """Begin it, or go deeper in it if the tag is its own; whether it begins."""
        if not self.depth:
            self.tag = tag
        self.depth += tag == self.tag
        return self.depth == 1 and tag == self.tag

    def leave(self, tag: str) -> bool:
        """Take one of its tags as closed; whether it ends."""
        if not self.depth or tag != self.tag:
            return False
        self.depth -= 1
        return not self.depth


class _Page(HTMLParser):
    """Reads a page once, from the start. `text` is what it shows, `lang` its language."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.view = guarded(source)
        self.flow = _Flow()
        self.lang: str | None = None
        self.target = ""
        self.label: list[str] = []
        self.unseen, self.quote, self.kept, self.code = _Element(), _Element(), _Element(), _Element()
        # A browser, too, ends `<![if !mso]>` at the first bracket.
        self.fed = compiled(NO_TAG).sub(lambda sign: hidden(sign[0]), self.view).replace("<![", "<!:")
        self.lines = [0, *(line.end() for line in compiled("\n").finditer(self.fed))]
        self.feed(self.fed)
        self._end()
        self.text = self.flow.made.built()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if self._stays_unseen(tag):
            return
        given = {name: dereferenced(restored(value or "")) for name, value in attrs}
        hiding = "hidden" in given or compiled(HIDING).search(given.get("style", ""))
        if tag not in VOID and (tag in UNSEEN or hiding):
            self.unseen.enter(tag)
            return
        if tag == "html":
            self.lang = known_language(given.get("lang", ""))
        self._open_quote(tag, given)
        self.flow.separate(BREAKS.get(tag, 0))
        if tag == "br":
            self.flow.break_line()
        elif tag == "li":
            self.flow.bullet = "- "
        elif tag == "pre":
            self.kept.enter(tag)
        elif tag == "a":
            self._close_link(self._place())
            self.target = given.get("href", "")
        elif tag in CODE and self.code.enter(tag):
            self._mark("```\n" if self.kept and not self.quote else "`")

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if self.unseen:
            self.unseen.leave(tag)
            return
        if tag == "li":
            self.flow.bullet = ""
        elif tag == "a":
            self._close_link(self._end_of_tag())
        elif self.code.leave(tag):
            self._mark("\n```" if self.kept and not self.quote else "`")
        self.kept.leave(tag)
        self.flow.separate(BREAKS.get(tag, 0))
        if self.quote.leave(tag):
            self.flow.quote = False
            self.flow.separate(2)

    def handle_data(self, data: str) -> None:
        """Read text between tags."""
        if self.unseen:
            return
        start = self._place()
        pieces = KEPT_PIECES if self.kept else PIECES
        for piece in compiled(pieces).finditer(self.view, start, start + len(data)):
            self._piece(piece.lastgroup or "", *piece.span())

    def _piece(self, sort: str, start: int, end: int) -> None:
        """Read a piece of text: white space, a reference or characters."""
        written = self.source[start:end]
        text = unescape(written) if sort == "reference" else written
        if sort == "line":
            self.flow.break_line()
        elif text.isspace():
            self.flow.space(start, end)
        elif text:
            self.flow.add(text, start, end, AS_IT_IS if text == written else WRITTEN)
            if self.target:
                self.label.append(text)

    def _stays_unseen(self, tag: str) -> bool:
        """Whether the element that begins is within one that is not shown. Some elements end where others begin."""
        outer = self.unseen.tag
        if self.unseen and ((outer == "head" and tag == "body") or (outer == "p" and tag in BREAKS)):
            self.unseen = _Element()
        if self.unseen:
            self.unseen.enter(tag)
        return bool(self.unseen)

    def _open_quote(self, tag: str, given: dict[str, str]) -> None:
        """Begin what somebody else wrote, or go deeper within it."""
        quoting = tag == "blockquote" or not QUOTING.isdisjoint(given.get("class", "").split())
        if self.quote or (quoting and tag not in VOID):
            self.flow.quote = True
            self.flow.separate(2 if self.quote.enter(tag) else 0)

    def _close_link(self, end: int) -> None:
        """Tell the target of a link behind its words, which end at `end`."""
        note = link_note("".join(self.label), self.target) if self.target else ""
        if note:
            self.flow.note(note, end)
        self.target = ""
        self.label.clear()

    def _mark(self, text: str) -> None:
        """Put in what the tag at hand is read as."""
        self.flow.mark(text, self._place(), self._end_of_tag())

    def _place(self) -> int:
        """The offset of what the tokenizer is at."""
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def _end_of_tag(self) -> int:
        """The offset behind the tag that the tokenizer is at."""
        return self.fed.index(">", self._place()) + 1

    def _end(self) -> None:
        """Read what the tokenizer left: a tag that is not closed is text as it stands, a comment or a script is none."""
        start, end = self._place(), len(self.source)
        if start < end and not self.unseen and not self.fed.startswith(("<!", "<?"), start):
            self.flow.add(self.source[start:end], start, end, AS_IT_IS)
        self.flow.made.mark("", self.flow.behind, end)
