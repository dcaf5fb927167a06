"""Reading a template file: front matter in YAML, then the letter, once or for each form of address.

    ---
    title: A parcel is late
    use: ...
    variables:
      order: {type: text, example: A-17}
    ---
    === formal
    {% include "greeting" %}
    ...

Front matter is YAML; which modules read that is held by tests/test_layers.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import yaml

from coach.errors import TemplateError, UsageError, did_you_mean
from coach.filling.schema import REGISTERS, TYPES, Letter, Variable, Written

KEYS = ("title", "use", "avoid", "customer", "variables")
VARIABLE_KEYS = ("type", "help", "example", "default", "required", "choices", "many")
FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
SECTION = re.compile(r"^=== *(\w+) *$\n?", re.MULTILINE)
VARIABLE_NAME = re.compile(r"[a-z][a-z0-9_]*")

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_letter(path: str, name: str, lang: str, *, own: bool) -> Letter:
    """The template of a file. Raises TemplateError with the place of whatever does not follow templates/README.md."""
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"cannot be read: {error}", where=path) from error
    front = FRONT.match(text)
    if not front:
        raise TemplateError("no front matter", where=f"{path}:1", hint="begin with --- and title:, end it with ---")
    matter = values(front[1], path)
    return Letter(
        name=name,
        lang=lang,
        path=path,
        title=str(matter.get("title") or ""),
        use=str(matter.get("use") or ""),
        avoid=str(matter.get("avoid") or ""),
        customer=str(matter.get("customer") or ""),
        variables=variables(matter.get("variables") or {}, front[1], path),
        bodies=bodies(text, front.end(), path),
        own=own,
    )


def values(matter: str, path: str) -> dict[str, object]:
    """The front matter as a mapping of known keys."""
    try:
        found = yaml.load(matter, Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise TemplateError(
            f"not valid YAML: {error.problem or error.context}",
            where=f"{path}:{line}",
            hint="mind the indentation and the quotes",
        ) from error
    if not isinstance(found, dict):
        raise TemplateError("the front matter must be a mapping", where=f"{path}:2", hint="write key: value")
    for key in found:
        if key not in KEYS:
            hint = did_you_mean(str(key), KEYS, f"known are {', '.join(KEYS)}")
            raise TemplateError(f"unknown key {key!r}", where=f"{path}:{line_of(matter, str(key))}", hint=hint)
    if not found.get("title"):
        raise TemplateError("a template needs a title", where=f"{path}:2", hint="one line on what it is for")
    return found


def line_of(matter: str, key: str) -> int:
    """The line of the file on which a key of the front matter stands."""
    found = re.search(rf"(?:^|[{{,])\s*{re.escape(key)}\s*:", matter, re.MULTILINE)
    return 2 + (matter.count("\n", 0, found.end()) if found else 0)


def variables(told: object, matter: str, path: str) -> tuple[Variable, ...]:
    """The variables of the front matter."""
    if not isinstance(told, dict):
        raise TemplateError(
            "variables must be a mapping", where=f"{path}:{line_of(matter, 'variables')}", hint="name: {type: text}"
        )
    return tuple(variable(str(name), entry, line_of(matter, str(name)), path) for name, entry in told.items())


def variable(name: str, told: object, line: int, path: str) -> Variable:
    """One variable."""
    where = f"{path}:{line}"
    if not VARIABLE_NAME.fullmatch(name):
        raise TemplateError(f"a variable cannot be called {name!r}", where=where, hint="use small letters, digits and _")
    if not isinstance(told, dict) or "type" not in told or "example" not in told:
        raise TemplateError(f"{name} needs a type and an example", where=where, hint=f"{name}: {{type: text, example: ...}}")
    unknown = next((key for key in told if key not in VARIABLE_KEYS), None)
    if unknown is not None:
        raise TemplateError(f"unknown key {unknown!r} in {name}", where=where, hint=f"known are {', '.join(VARIABLE_KEYS)}")
    if told["type"] not in TYPES:
        raise TemplateError(f"unknown type {told['type']!r} of {name}", where=where, hint=f"known are {', '.join(TYPES)}")
    choices = tuple(map(str, told.get("choices") or ()))
    if (told["type"] == "choice") != bool(choices):
        raise TemplateError(f"{name}: a choice has choices, and nothing else has", where=where, hint="choices: [first, second]")
    return Variable(
        name=name,
        type=str(told["type"]),
        help=str(told.get("help") or ""),
        example=written(told["example"]),
        required=bool(told.get("required", "default" not in told)),
        default=written(told.get("default")),
        choices=choices,
        many=bool(told.get("many", False)),
        path=path,
        line=line,
    )


def data(text: str, path: str) -> dict[str, Written]:
    """Values by name from JSON or YAML (every JSON text is one of YAML). Raises UsageError for anything else."""
    try:
        found = yaml.load(text, Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise UsageError(f"neither JSON nor YAML: {str(error).partition(chr(10))[0]}", where=path) from error
    if not isinstance(found, dict) or not all(map(is_flat, found.values())):
        raise UsageError("the values must be a mapping of names to texts, numbers or lists", where=path, hint='{"order": "A-17"}')
    return {str(name): written(value) for name, value in found.items()}


def is_flat(value: object) -> bool:
    """Whether a value is a text, a number or a list of such; deeper ones could grow without end where they are shown."""
    return not any(isinstance(one, dict | list) for one in (value if isinstance(value, list) else [value]))


def written(value: object) -> Written:
    """A value of YAML in a form that is read like one of a command line."""
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def bodies(text: str, start: int, path: str) -> dict[str, str]:
    """The letters behind the front matter by form of address, each with the lines of the file before it as line ends."""
    marks = list(SECTION.finditer(text, start))
    if not marks:
        return {"": "\n" * text.count("\n", 0, start) + text[start:]}
    found: dict[str, str] = {}
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        line = text.count("\n", 0, mark.start()) + 1
        if mark[1] not in REGISTERS or mark[1] in found:
            raise TemplateError(
                f"=== {mark[1]} does not belong here", where=f"{path}:{line}", hint="=== formal and === informal, once each"
            )
        end = following.start() if following else len(text)
        found[mark[1]] = "\n" * text.count("\n", 0, mark.end()) + text[mark.end() : end]
    return found


def check_names(letter: Letter, known: Mapping[str, Variable], used: Mapping[str, str]) -> None:
    """Refuse a letter that uses a name which no variable has; `used` maps names to places, path:line."""
    for name, where in used.items():
        if name not in known:
            otherwise = f"add it to variables: {name}: {{type: text, example: ...}}"
            message = f"{{{{ {name} }}}} is no variable of {letter.name}"
            raise TemplateError(message, where=where, hint=did_you_mean(name, known, otherwise))
