"""`coach rules`: the table of rules."""

from __future__ import annotations

import json

from coach.cli.console import Console
from coach.cli.options import Values
from coach.cli.session import CLEAN, Session
from coach.reports.style import Style
from coach.rules.concept import Concept
from coach.rules.table import CONCEPTS

SCHEMA_VERSION = 1
RICH_COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}


def run(values: Values, session: Session) -> int:
    """Print all rules: a table on a terminal, aligned lines elsewhere, or JSON."""
    console = session.console
    concepts = list(CONCEPTS.values())
    style = console.style(console.stdout, values.text("color"))
    if values.text("output_format") == "json":
        console.write(_document(concepts))
    elif style.columns is None:
        console.write(_lines(concepts))
    else:
        _table(concepts, console, style)
    return CLEAN


def _document(concepts: list[Concept]) -> str:
    rules = [
        {"id": concept.id, "category": concept.id.partition("/")[0], "severity": concept.severity, "summary": concept.summary}
        for concept in concepts
    ]
    return json.dumps({"schema_version": SCHEMA_VERSION, "rules": rules}, ensure_ascii=False, indent=1) + "\n"


def _lines(concepts: list[Concept]) -> str:
    longest = max(len(concept.id) for concept in concepts)
    return "".join(f"{concept.id:{longest}}  {concept.severity:7}  {concept.summary}\n" for concept in concepts)


def _table(concepts: list[Concept], console: Console, style: Style) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console as Rich
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading in ("Rule", "Severity", "What it flags"):
        table.add_column(heading, no_wrap=heading != "What it flags")
    category = ""
    for concept in concepts:
        if category and not concept.id.startswith(f"{category}/"):
            table.add_section()
        category = concept.id.partition("/")[0]
        table.add_row(Text(concept.id), Text(concept.severity, style=RICH_COLOURS[concept.severity]), Text(concept.summary))
    rich = Rich(
        file=console.stdout, width=style.columns, no_color=not style.colour, force_terminal=True, markup=False, highlight=False
    )
    with rich.capture() as page:
        rich.print(table)
    console.write(page.get())
