"""Asking for the values of a letter on a terminal, one after the other, each with its help and its example."""

from __future__ import annotations

from collections.abc import Mapping

from coach.cli.console import Console
from coach.errors import TemplateError
from coach.filling.schema import Letter, Variable, Written
from coach.filling.values import read


def ask(letter: Letter, known: Mapping[str, Variable], given: Mapping[str, Written], console: Console) -> dict[str, Written]:
    """The given values with those that a person has typed; Enter leaves out what may be missing. The end of input ends it."""
    found = dict(given)
    missing = (variable for name, variable in known.items() if found.get(name) in (None, "", ()))
    open_ = sorted(missing, key=lambda variable: not variable.required)
    if open_:
        console.note(f"{letter.name}: {letter.title}")
    for number, variable in enumerate(open_, 1):
        answer = one(variable, f"[{number}/{len(open_)}]", letter.lang, console)
        if answer is None:
            break
        if answer != "":
            found[variable.name] = answer
    return found


def one(variable: Variable, count: str, lang: str, console: Console) -> Written:
    """What was typed for a variable, asked again until it is of its type; "" for nothing, None at the end of the input."""
    wanted = f"one of {', '.join(variable.choices)}" if variable.choices else variable.type
    hint = f"{variable.help}; " if variable.help else ""
    needed = "" if variable.required else ", Enter for none"
    assert console.stdin is not None
    while True:
        console.prompt(f"{count} {variable.name} ({hint}{wanted}, for example {variable.example}{needed}): ")
        line = console.stdin.readline()
        if not line:
            console.note("")
            return None
        text = line.strip()
        if not text and not variable.required:
            return ""
        try:
            value: Written = tuple(part.strip() for part in text.split(";")) if variable.many else text
            read(variable, value, lang)
        except TemplateError as error:
            console.note(f"  {error.message}{'; ' + error.hint if error.hint else ''}")
            continue
        return value
