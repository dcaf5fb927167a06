"""Asking for the values of a letter on a terminal, each with its help and example, and showing the letter before it goes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from coach.cli.console import Console
from coach.errors import TemplateError
from coach.filling.schema import Letter, Variable, Written
from coach.filling.values import read


def ask(
    letter: Letter,
    known: Mapping[str, Variable],
    given: Mapping[str, Written],
    console: Console,
    preview: Callable[[Mapping[str, Written]], str],
) -> dict[str, Written]:
    """The given values with those that a person has typed and, seeing the `preview` of the letter, put right.

    Enter leaves out what may be missing, and takes the letter as it is. The end of input ends it.
    """
    found = dict(given)
    missing = (variable for name, variable in known.items() if found.get(name) in (None, "", ()))
    open_ = sorted(missing, key=lambda variable: not variable.required)
    if open_:
        console.note(f"{letter.name}: {letter.title}")
    for number, variable in enumerate(open_, 1):
        answer = one(variable, f"[{number}/{len(open_)}]", letter.lang, console)
        if answer is None:
            return found
        if answer != "":
            found[variable.name] = answer
    while open_:
        console.note(f"\n{preview(found)}")
        console.prompt(f"Enter takes it; a name changes a value ({', '.join(known)}): ")
        name = typed(console)
        if not name:
            break
        if name not in known:
            console.note(f"  {letter.name} takes no {name!r}")
            continue
        answer = one(known[name], "", letter.lang, console)
        if answer is None:
            break
        found[name] = answer
    return found


def typed(console: Console) -> str | None:
    """A line of the person without its end; None at the end of the input."""
    assert console.stdin is not None
    line = console.stdin.readline()
    if not line:
        console.note("")
        return None
    return line.strip()


def one(variable: Variable, count: str, lang: str, console: Console) -> Written:
    """What was typed for a variable, asked again until it is of its type; "" for nothing, None at the end of the input."""
    wanted = f"one of {', '.join(variable.choices)}" if variable.choices else variable.type
    hint = f"{variable.help}; " if variable.help else ""
    needed = "" if variable.required else ", Enter for none"
    example = "; ".join(variable.example) if isinstance(variable.example, tuple) else variable.example
    while True:
        console.prompt(f"{count} {variable.name} ({hint}{wanted}, for example {example}{needed}): ".lstrip())
        text = typed(console)
        if text is None:
            return None
        if not text and not variable.required:
            return ""
        try:
            value: Written = tuple(part.strip() for part in text.split(";")) if variable.many else text
            read(variable, value, lang)
        except TemplateError as error:
            console.note(f"  {error.message}{'; ' + error.hint if error.hint else ''}")
            continue
        return value
