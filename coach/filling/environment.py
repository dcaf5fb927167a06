"""The sandbox in which templates run: few kinds of statements, no calls, no attributes, no files, and an end to everything.

A template is looked through before it runs. What is not on the lists below is refused with its line, so that no template can loop
for ever, read anything, or reach Python: the loops that are left go over lists of at most `values.MOST` values, two deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2.loaders import FunctionLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from coach.errors import TemplateError
from coach.filling.catalogue import partial
from coach.filling.filters import FILTERS
from coach.filling.schema import Letter

STATEMENTS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Filter, nodes.Test, nodes.If, nodes.For,
    nodes.Include, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr, nodes.Concat, nodes.Keyword,
    nodes.Getattr,
)  # fmt: skip
JINJA_FILTERS = ("default", "join", "length", "first", "last", "lower", "upper")
TESTS = ("defined", "undefined", "none", "eq", "ne", "equalto", "sameas", "in")
DEEPEST = 2
"""How deep loops may stand in each other."""

LONGEST = 100_000
"""Characters of a rendered letter."""

INCLUDE = re.compile(r"(\{%-?\s*include\b[^%]*?)\s*%\}")
STATEMENT = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
MARK = ("\uf8f0", "\uf8f1")
PLACED = re.compile(rf"{MARK[0]}(\d+):(\d+){MARK[1]}")

OWN_NAMES = frozenset({"loop", "lang", "register", "formal"})
"""Names that are there without being variables."""


class Sandbox:
    """Renders the letters of one language; `finish` turns each value into text of the wanted format."""

    def __init__(self, lang: str, register: str, team: str, finish: Callable[[Any], Any], trace: list[str] | None = None) -> None:
        """With `trace` each line of the letter begins with a mark that tells where it was written, see `placed`; the paths of
        the files are put into that list.
        """
        self.trace = trace
        self.trees: dict[str, nodes.Template] = {}
        self.templates: dict[str, Template] = {}
        self.letters: dict[str, Letter] = {}
        self.lang = lang
        self.register = register
        self.team = team
        self.environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined,
            loader=FunctionLoader(self.included),
            finalize=finish,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            autoescape=False,
        )
        known = {name: self.environment.filters[name] for name in JINJA_FILTERS}
        self.environment.filters = {**known, **FILTERS}
        self.environment.tests = {name: self.environment.tests[name] for name in TESTS}
        self.environment.globals = {"lang": lang, "register": register, "formal": register == "formal"}

    def partial(self, name: str) -> Letter:
        """A partial, read once."""
        if name not in self.letters:
            self.letters[name] = partial(name, self.lang, self.team)
        return self.letters[name]

    def partials(self, letter: Letter, seen: frozenset[str] = frozenset()) -> Iterator[Letter]:
        """The partials that a letter includes, and those that they include; `seen` are the ones it stands in."""
        for include in self.parsed(letter.body(self.register), letter.path).find_all(nodes.Include):
            name = include.template.value  # type: ignore[attr-defined]
            if name in seen:
                raise TemplateError(f"{name} includes itself", where=f"{letter.path}:{include.lineno}")
            yield self.partial(name)
            yield from self.partials(self.partial(name), seen | {name})

    def names_used(self, letter: Letter) -> dict[str, str]:
        """Every variable that a letter and its partials use, with a place where, path:line."""
        used: dict[str, str] = {}
        for one in (letter, *self.partials(letter)):
            tree = self.parsed(one.body(self.register), one.path)
            own = {loop.target.name for loop in tree.find_all(nodes.For) if isinstance(loop.target, nodes.Name)}
            for node in tree.find_all(nodes.Name):
                if node.ctx == "load" and node.name not in OWN_NAMES | own:
                    used[node.name] = f"{one.path}:{node.lineno}"
        return used

    def included(self, name: str) -> str:
        """The source of a partial."""
        letter = self.partial(name)
        source = letter.body(self.register)
        self.parsed(source, letter.path)
        return self.traced(source, letter.path)

    def traced(self, source: str, path: str) -> str:
        """A source ready to run: the line end behind an include stays (behind other statements it goes).

        With marks, where they are wanted: before the first letter of each line, and behind each statement.
        """
        source = INCLUDE.sub(r"\1 +%}", source)
        if self.trace is None:
            return source
        self.trace.append(path)
        number = len(self.trace) - 1
        pieces = STATEMENT.split(source)
        line, made = 1, ""
        for index, piece in enumerate(pieces):
            for text in piece.splitlines(keepends=True):
                blank = len(text) - len(text.lstrip())
                made += (
                    text if index % 2 or blank == len(text) else f"{text[:blank]}{MARK[0]}{number}:{line}{MARK[1]}{text[blank:]}"
                )
                line += text.count("\n")
        return made

    def parsed(self, source: str, path: str) -> nodes.Template:
        """The tree of a template, remembered. Raises TemplateError for a syntax error, and for what a template may not do."""
        if source in self.trees:
            return self.trees[source]
        try:
            tree = self.environment.parse(source)
        except TemplateSyntaxError as error:
            raise TemplateError(str(error.message), where=f"{path}:{error.lineno}", hint="see templates/README.md") from error
        for node in tree.find_all(nodes.Node):
            refuse(node, path)
            self.refuse_unknown(node, path)
        check_loops(tree, path, 0)
        self.trees[source] = tree
        return tree

    def refuse_unknown(self, node: nodes.Node, path: str) -> None:
        """Raise TemplateError for an unknown filter or test, even in a branch that is not taken."""
        known = self.environment.filters if isinstance(node, nodes.Filter) else self.environment.tests
        if isinstance(node, nodes.Filter | nodes.Test) and node.name not in known:
            raise TemplateError(
                f"no filter or test is called {node.name!r}", where=f"{path}:{node.lineno}", hint=f"known are {', '.join(known)}"
            )

    def render(self, source: str, path: str, values: dict[str, Any]) -> str:
        """A template with its values filled in. Raises TemplateError, with the line where it is known."""
        self.parsed(source, path)
        try:
            if source not in self.templates:
                self.templates[source] = self.environment.from_string(self.traced(source, path))
            pieces: list[str] = []
            length = 0
            for piece in self.templates[source].generate(values):
                length += len(piece)
                if length > LONGEST:
                    raise TemplateError(f"the letter is longer than {LONGEST} characters", where=path)
                pieces.append(piece)
        except TemplateError:
            raise
        except RecursionError as error:
            raise TemplateError("a partial includes itself", where=path) from error
        except (UndefinedError, TypeError, ValueError, AttributeError, TemplateSyntaxError) as error:
            raise TemplateError(str(error).partition("\n")[0], where=f"{path}:{line_of(error) or 1}") from error
        return "".join(pieces)


def refuse(node: nodes.Node, path: str) -> None:
    """Raise TemplateError for what a template may not do."""
    where = f"{path}:{node.lineno}"
    if not isinstance(node, STATEMENTS):
        raise TemplateError(
            f"a template cannot do this ({type(node).__name__.lower()})", where=where, hint="see templates/README.md"
        )
    if isinstance(node, nodes.Getattr) and not (isinstance(node.node, nodes.Name) and node.node.name == "loop"):
        raise TemplateError(f"a value has no parts: .{node.attr}", where=where, hint="filters change how a value is written")
    if isinstance(node, nodes.Include) and not (isinstance(node.template, nodes.Const) and isinstance(node.template.value, str)):
        raise TemplateError("an include names its partial", where=where, hint='{% include "greeting" %}')
    if isinstance(node, nodes.For) and node.recursive:
        raise TemplateError("a loop cannot be recursive", where=where)
    if isinstance(node, nodes.For) and not isinstance(node.iter, nodes.Name):
        raise TemplateError("a loop goes over a variable with many values", where=where, hint="{% for fact in facts %}")


def check_loops(node: nodes.Node, path: str, depth: int) -> None:
    """Raise TemplateError for loops in loops in loops."""
    if isinstance(node, nodes.For):
        depth += 1
        if depth > DEEPEST:
            raise TemplateError(f"more than {DEEPEST} loops stand in each other", where=f"{path}:{node.lineno}")
    for child in node.iter_child_nodes():
        check_loops(child, path, depth)


def line_of(error: BaseException) -> int:
    """The line of the template in which an error happened, 0 where nothing tells it."""
    line, trace = 0, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def placed(marked: str) -> tuple[str, list[tuple[int, int, int]]]:
    """A traced letter without its marks, and where each piece of it was written: offset, number of the file, line."""
    text, places, last = "", [], 0
    for match in PLACED.finditer(marked):
        text += marked[last : match.start()]
        places.append((len(text), int(match[1]), int(match[2])))
        last = match.end()
    return text + marked[last:], places
