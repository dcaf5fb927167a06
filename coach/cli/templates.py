"""`coach templates list|show|search|check|new`: which templates there are, what they need, and whether they are any good."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator

from coach.cli.options import Values
from coach.cli.session import CLEAN, FOUND, Session
from coach.config import Config
from coach.errors import UsageError
from coach.filling.catalogue import ENDING, find, is_name, letters
from coach.filling.rendering import render, variables_of
from coach.filling.schema import Letter
from coach.model import LANGUAGES
from coach.replacing import write_file
from coach.reports.statistics import counted

SCHEMA_VERSION = 1
SKELETON = """\
---
title: {name}
use: When to send it.
avoid: When not, and which template to take instead.
customer: A message that this letter answers.
variables:
  item: {{type: text, example: the parcel}}
  date: {{type: date, example: 2027-03-15}}
---
{{% include "greeting" %}}

{{{{ item }}}} ... {{{{ date | on }}}} ...

{{% include "signature" %}}
"""


def list_(values: Values, session: Session) -> int:
    """Print all templates: name, language, forms of address, title; as JSON with their variables."""
    found = list(chosen(values))
    if values.text("output_format") == "json":
        document = {"schema_version": SCHEMA_VERSION, "templates": [record(letter, values.text("templates")) for letter in found]}
        session.console.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        session.console.write(lines(found))
    return CLEAN


def record(letter: Letter, team: str) -> dict[str, object]:
    """A template as JSON."""
    return {
        "name": letter.name,
        "lang": letter.lang,
        "registers": list(letter.registers),
        "title": letter.title,
        "use": letter.use,
        "avoid": letter.avoid,
        "own": letter.own,
        "variables": [
            {
                "name": one.name, "type": one.type, "required": one.required, "default": one.default, "example": one.example,
                "choices": list(one.choices), "many": one.many, "help": one.help,
            }
            for one in variables_of(letter, letter.registers[0], team).values()
        ],
    }  # fmt: skip


def lines(found: Iterable[Letter]) -> str:
    """One line a template."""
    rows = [(letter.name, letter.lang, "+".join(letter.registers), letter.title) for letter in found]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    return "".join(f"{a:{widths[0]}}  {b:{widths[1]}}  {c:{widths[2]}}  {d}\n" for a, b, c, d in rows)


def chosen(values: Values) -> Iterator[Letter]:
    """The templates of the wanted languages."""
    lang = values.maybe("lang")
    for one in [lang] if lang else LANGUAGES:
        yield from letters(one, values.text("templates"))


def show(values: Values, session: Session) -> int:
    """Print what a template is for, its variables, and the letter with its examples."""
    register, team = values.text("register"), values.text("templates")
    letter = find(values.text("name"), values.text("lang"), team)
    table = variables_of(letter, register, team)
    about = [f"{letter.name}  {letter.lang}  {'+'.join(letter.registers)}", letter.title]
    about += [f"use: {letter.use}"] * bool(letter.use) + [f"not: {letter.avoid}"] * bool(letter.avoid)
    width = max(map(len, table), default=0)
    for one in table.values():
        kind = " | ".join(one.choices) if one.choices else f"{one.type}, many" if one.many else one.type
        needed = "required" if one.required else f"default {one.default}" if one.default is not None else "optional"
        example = "; ".join(one.example) if isinstance(one.example, tuple) else one.example
        about.append(f"  {one.name:{width}}  {kind}, {needed}: {example}{'  ' + one.help if one.help else ''}")
    text = render(letter, register, {name: one.example for name, one in table.items()}, team=team)
    session.console.write("\n".join(about) + "\n\n" + text)
    return CLEAN


def search(values: Values, session: Session) -> int:
    """Print the templates that have all the words; 1 when there is none."""
    words = [word.casefold() for word in values.many("words")]
    if not words:
        raise UsageError("nothing to search for", hint="coach templates search invoice")
    found = [letter for letter in chosen(values) if all(word in haystack(letter) for word in words)]
    session.console.write(lines(found))
    if not found:
        session.console.note("coach: no template has all these words")
    return CLEAN if found else FOUND


def haystack(letter: Letter) -> str:
    """Where words are looked for."""
    return "\n".join((letter.name, letter.title, letter.use, *letter.bodies.values())).casefold()


def check(values: Values, session: Session) -> int:
    """Try templates with awkward values and print what is wrong, with the line of the template; 1 when anything is."""
    from coach.engine import Coach
    from coach.trial import try_out

    team, names = values.text("templates"), values.many("names")
    wanted = [letter for letter in chosen(values) if not names or letter.name in names]
    missing = set(names) - {letter.name for letter in wanted}
    if missing:
        raise UsageError(f"no template is called {sorted(missing)[0]!r}", hint="`coach templates list` shows all")
    coach = Coach(Config(rewrites=False, phrasebooks=values.maybe("phrasebooks") or ""))
    problems = 0
    for letter in wanted:
        for register in letter.registers:
            for problem in try_out(letter, register, coach, team):
                problems += 1
                where = f" ({register}; {problem.values})" if problem.values else f" ({register})"
                session.console.write(f"{problem.where}: {problem.message}{where}\n")
    if not values.flag("quiet"):
        session.console.note(f"{counted(len(wanted), 'template')}: {counted(problems, 'problem')}")
    return FOUND if problems else CLEAN


def new(values: Values, session: Session) -> int:
    """Write a template to fill in into the team's folder. Raises UsageError rather than overwrite one."""
    team, name, lang = values.maybe("templates"), values.text("name"), values.text("lang")
    if not team:
        raise UsageError("no folder of your team's templates is named", hint="add --templates DIR, or set COACH_TEMPLATES")
    if not is_name(name):
        raise UsageError(f"a template is called kind/name, not {name!r}", hint="for example apology/lost-key")
    path = os.path.join(team, lang, *name.split("/")) + ENDING
    if os.path.exists(path):
        raise UsageError("there is a template already", where=path, hint="edit it, or choose another name")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write_file(path, SKELETON.format(name=name).encode("utf-8"))
    session.console.note(
        f"coach: {path}: write the letter, then run coach templates check {name} --templates {team} --lang {lang}"
    )
    return CLEAN
