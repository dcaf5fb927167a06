"""CommonMark with tables and strikethrough, parsed by markdown-it-py, and each part of the text found again in its source.

The parser tells the lines of each block, and the parts of the block's text in order: so they are found by going along it. Where
that fails, the lines of the block are taken as they stand. Importing this takes as long as checking hundreds of replies.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from coach.expressions import compiled
from coach.sources.mapped import AS_IT_IS, MARKUP, WRITTEN, Builder, Mapped, Run
from coach.sources.markup import guarded, hidden, link_note, restored

InlineRule = Callable[[StateInline, bool], bool]

FOOTNOTE = r"\[\^[^\]\s]{1,80}\](?::[ \t]*)?"
TASK = r"\[[ xX]\][ \t]+"
LINE_BREAK = r" *\\?\n[ \t]*"
ESCAPED_RETURN = r"((?<!\\)(?:\\\\)*)\\\r\n"
FENCE = "```"


class _AstrayError(Exception):
    """A part of a block's text is not where it should be."""


class _Parser(MarkdownIt):
    """Takes links as they are written."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Any: nothing is shown."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """As it is: placeholders in it are to be seen."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """As it is: it is looked for in the source."""
        return link


@lru_cache(1)
def _parser() -> MarkdownIt:
    """The parser, with escapes and references told apart from the text around them, and the ends of links noted."""
    parser = _Parser("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).disable("text_join")
    for name, rule in (("link", link), ("image", image)):
        parser.inline.ruler.at(name, _noting(rule))
    return parser


def _noting(rule: InlineRule) -> InlineRule:
    """The rule, with the offset behind what it has read noted on its last token."""

    def noting(state: StateInline, silent: bool) -> bool:
        found = rule(state, silent)
        if found and not silent:
            state.tokens[-1].meta["end"] = state.pos
        return found

    return noting


def parsed(source: str) -> Mapped:
    """The text that is read of a text in Markdown."""
    page = _Page(source)
    for token in _parser().parse(page.view):
        page.take(token)
    return page.made.built()


class _Places(NamedTuple):
    """Where the text of a block stands: from each offset in it (`inner`) on, a stretch that begins in the file at `outer`."""

    inner: tuple[int, ...]
    outer: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The offset in the file."""
        number = bisect_right(self.inner, offset) - 1
        return self.outer[number] + offset - self.inner[number]

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A span of the text in parts that stand together in the file."""
        cuts = self.inner[bisect_right(self.inner, start) : bisect_left(self.inner, end)]
        yield from pairwise((start, *cuts, end))


class _Page:
    """The text so far, and where in the blocks of the file the parser is. `behind` is the offset up to which the file is told."""

    def __init__(self, source: str) -> None:
        self.source = source
        view = compiled(ESCAPED_RETURN).sub(r"\1\\\n ", guarded(source)) if "\r" in source else guarded(source)
        self.view = view.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
        self.lines = [0, *(line.end() for line in compiled("\n").finditer(self.view)), len(self.view) + 1]
        self.made = Builder()
        self.behind = 0
        self.block = Token("", "", 0)
        self.cell = 0
        self.quotes = 0
        self.bullet = ""

    def take(self, token: Token) -> None:
        """Read the next token of the parser."""
        match token.type:
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting
            case "list_item_open":
                self.bullet = f"{token.info}{token.markup} " if token.info else "- "
            case "list_item_close":
                self.bullet = ""
            case "tr_open":
                self.cell = self._lines_of(token)[0]
            case "inline":
                self._inline(token)
            case "fence" | "code_block" | "html_block":
                self._raw_block(token)
            case _ if token.nesting > 0:
                self.block = token

    def _inline(self, token: Token) -> None:
        """Read the text of a paragraph, a heading or a cell."""
        newline = "\n> " if self.quotes else "\n"
        try:
            text = _Inline(self, token.content, self._places(token), newline).read(token.children or [], task=bool(self.bullet))
        except _AstrayError:
            text = self._lines(*self._lines_of(token))
        self._add(text, 1 if self.block.hidden else 2)

    def _raw_block(self, token: Token) -> None:
        """Read HTML, or put in code between fences, which keep it from being judged. Within a quotation neither matters."""
        start, end = self._lines_of(token)
        if self.quotes:
            return
        if token.type == "html_block":
            from coach.sources.html import rendered

            self._add(rendered(self.source[start:end]).through(self._lines(start, end)), 2)
        elif token.content.strip() and FENCE not in token.content:
            number = (token.map or [0])[0] + (token.type == "fence")
            start, end = self.lines[number], self.lines[number + len(token.content.removesuffix("\n").split("\n"))] - 1
            made = Builder()
            made.mark(FENCE + "\n", start, start)
            made.keep(self.source, start, end)
            made.mark("\n" + FENCE, end, end)
            self.bullet = ""
            self._add(made.built(), 2)

    def _add(self, text: Mapped, breaks: int) -> None:
        """Add the text of a block, apart from the text so far."""
        if not text.text.strip():
            return
        size = len(text.text)
        lead = "\n" * (breaks if len(self.made) else 0) + "> " * bool(self.quotes) + self.bullet
        self.made.mark(lead, self.behind, text.span(0, 1)[0])
        self.made.copy(text, 0, size)
        self.behind = text.span(size - 1, size)[1]
        self.bullet = ""

    def _lines_of(self, token: Token) -> tuple[int, int]:
        """From the first character of a token's lines to the end of the last, its line break left out."""
        first, behind = token.map or (0, 0)
        return self.lines[first], max(self.lines[first], self.lines[behind] - 1)

    def _lines(self, start: int, end: int) -> Mapped:
        """Lines as they stand."""
        return Mapped(self.source[start:end], (Run(0, start, end - start, end - start),))

    def _places(self, token: Token) -> _Places:
        """Where the text of a block stands. Raises _AstrayError where its lines are not those of the file."""
        start, end = self._lines_of(token)
        if self.block.type in ("td_open", "th_open"):
            return self._places_in_row(token.content, end)
        if self.block.markup.startswith("#"):
            mark = self.view.index(self.block.markup, start) + len(self.block.markup)
            return _Places((0,), (self._find(token.content, mark, end),))
        inner, outer, offset = [], [], 0
        for number, row in enumerate(token.content.split("\n"), (token.map or [0])[0]):
            core = row.strip(" \t")
            begin, line = self.lines[number], self.view[self.lines[number] : self.lines[number + 1] - 1].rstrip(" \t")
            if not line.endswith(core):
                raise _AstrayError
            place = begin + len(line) - len(core)
            lead = len(row) - len(row.lstrip(" \t"))
            inner += [offset, offset + lead]
            outer += [max(begin, place - lead), place]
            offset += len(row) + 1
        return _Places(tuple(inner), tuple(outer))

    def _places_in_row(self, content: str, end: int) -> _Places:
        """Where the text of a cell stands, behind the cell before it; a bar in it has a backslash in the file."""
        place = self._find(content.replace("|", "\\|"), self.cell, end)
        bars = [bar.start() for bar in compiled(r"\|").finditer(content)]
        self.cell = place + len(content) + len(bars)
        return _Places((0, *bars), (place, *(place + bar + number for number, bar in enumerate(bars, 1))))

    def _find(self, text: str, start: int, end: int) -> int:
        place = self.view.find(text, start, end)
        if place < 0:
            raise _AstrayError
        return place


class _Inline:
    """Goes along the text of a block. `place` is how far the parser's parts have been found in it."""

    def __init__(self, page: _Page, content: str, places: _Places, newline: str) -> None:
        self.page, self.content, self.places, self.newline = page, content, places, newline
        self.made = Builder()
        self.place = 0
        self.behind = places.at(0)
        self.target = ""
        self.label: list[str] = []
        self.tags = False

    def read(self, children: list[Token], *, task: bool) -> Mapped:
        """The text. With `task` a box at its start is none. Raises _AstrayError where a part is not found."""
        self.tags = not self.page.quotes and any(child.type == "html_inline" for child in children)
        box = compiled(TASK).match(self.content) if task else None
        for child in children:
            if child.type == "text":
                self._text(child.content, box.end() if box and not self.place else 0)
            else:
                self._part(child)
        if self.content[self.place :].strip():
            raise _AstrayError
        made = self.made.built()
        if not self.tags:
            return made
        from coach.sources.html import rendered

        shown = rendered(made.text).through(made)
        return shown._replace(text=restored(shown.text))

    def _part(self, child: Token) -> None:
        """Read what is not mere text."""
        start, markup = self.place, child.markup
        match child.type:
            case "text_special":
                self._expect(markup)
                if child.content == markup:
                    self._keep(start, self.place)
                else:
                    self._put(start, self.place, child.content, WRITTEN)
            case "softbreak" | "hardbreak":
                self._break()
            case "code_inline":
                self._code(child)
            case "html_inline":
                self._expect(child.content)
                if self.tags:
                    self._keep(start, self.place, markup=True)
            case "link_open":
                self.place += 1
                self.target = "" if markup == "autolink" else str(child.attrs.get("href", ""))
                self.label.clear()
            case "link_close":
                self.place = child.meta["end"] if "end" in child.meta else start + 1
                note = link_note("".join(self.label), restored(self.target)) if self.target else ""
                if note:
                    self._put(start, self.place, note, MARKUP)
                self.target = ""
            case "image":
                self.place = child.meta["end"]
            case _:
                self._expect(markup)

    def _text(self, text: str, skipped: int) -> None:
        """Read text, footnote marks and a box of a task left out."""
        start = self.place + skipped
        self._expect(text)
        if self.target:
            self.label.append(text)
        for mark in compiled(FOOTNOTE).finditer(self.content, start, self.place):
            self._keep(start, mark.start())
            start = mark.end()
        self._keep(start, self.place)

    def _break(self) -> None:
        """Read a line break with the blanks around it."""
        found = compiled(LINE_BREAK).match(self.content, self.place)
        if not found:
            raise _AstrayError
        start, end = self.places.at(found.start()), self.places.at(found.end())
        self.place = found.end()
        as_it_is = AS_IT_IS if self.page.source[start:end] == "\n" else WRITTEN
        self._add(self.newline, start, end, as_it_is if self.newline == "\n" else MARKUP)

    def _code(self, child: Token) -> None:
        """Read code: it stays between backticks, which keep it from being judged."""
        opened, code, markup = self.place, child.content, child.markup
        self._expect(markup)
        for blank in (0, 1):  # the parser may have taken one off each side
            start = self.place + blank
            end = start + len(code)
            if self.content[start:end].replace("\n", " ") == code and self.content.startswith(markup, end + blank):
                self.place = end + blank + len(markup)
                self._put(opened, start, "`", MARKUP)
                if "`" in code or self.content[start:end] != code:
                    self._put(start, end, code.replace("`", "'"), WRITTEN)
                else:
                    self._keep(start, end)
                self._put(end, self.place, "`", MARKUP)
                return
        raise _AstrayError

    def _expect(self, text: str) -> None:
        """Go past a text."""
        if not self.content.startswith(text, self.place):
            raise _AstrayError
        self.place += len(text)

    def _keep(self, start: int, end: int, *, markup: bool = False) -> None:
        """Add `[start:end]` of the block's text, which is the file's, too."""
        for begin, stop in self.places.stretches(start, end):
            first, last = self.places.at(begin), self.places.at(begin) + stop - begin
            if self.page.view[first:last] != self.content[begin:stop]:
                raise _AstrayError
            self._add(self.page.source[first:last], first, last, AS_IT_IS, markup=markup)

    def _put(self, start: int, end: int, text: str, kind: int) -> None:
        """Add a text that stands for `[start:end]` of the block's."""
        self._add(restored(text), self.places.at(start), self.places.at(end - 1) + 1, kind)

    def _add(self, text: str, start: int, end: int, kind: int, *, markup: bool = False) -> None:
        """Add a text at its place in the file. Where tags will be read, signs of other text are kept from being taken for one."""
        if start < self.behind:
            raise _AstrayError
        if self.tags and not markup:
            text = compiled("[<&]").sub(lambda sign: hidden(sign[0]), text)
        self.made.mark("", self.behind, start)
        self.made.add(text, start, end, kind)
        self.behind = end
