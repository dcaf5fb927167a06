"""Trying a template: every branch, with its examples and with awkward values, each letter judged like any reply.

What is found is told with the line of the template on which the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coach.engine import Coach
from coach.errors import TemplateError
from coach.filling.environment import Sandbox, placed
from coach.filling.rendering import plain, variables
from coach.filling.schema import Letter, Variable, Written
from coach.filling.values import read_all

NAMES: dict[str, tuple[str, ...]] = {
    "en": ("Ms Zoë O'Neill-Müller", "Dr. J. van der Berg", "B.", "Harbour & Sons Ltd", "İpek Işık", "Priya"),
    "de": ("Frau Dr. Müller-Lüdenscheidt", "Herr von der Heide", "Kim Öztürk", "K.", "Bäckerei Groß GmbH", "İpek Işık"),
    "ru": ("Иванова Мария Сергеевна", "Илья Ким", "Anna Smith", "А.", "ООО «Ромашка»", "Женя", "Ольга Мамин-Сибиряк"),
    "tr": ("İpek Işık", "Deniz Kaya", "Ahmet Bey", "Şule Çağlayan-Öz", "Ç.", "Yıldız Gıda Ltd. Şti.", "John Smith"),
}
AWKWARD: dict[str, tuple[str, ...]] = {
    "date": ("2028-02-29", "2026-12-31", "2026-11-03"),
    "time": ("00:05", "12:00", "9:30"),
    "money": ("0.50 EUR", "1234.50 TRY", "21 RUB", "1000000 USD"),
    "number": ("1", "2", "5", "21", "1000"),
}
SMELLS = (
    (re.compile(r"[ \t],|,[ \t]*,|\( *\)|[ \t]\.(?!\.)|\.\.(?!\.)"), "a value is missing between these marks"),
    (re.compile(r"\b(?:None|Undefined|True|False)\b"), "no text for a customer"),
    (re.compile(r"[{}]|%\}|\{%"), "a statement that was not understood"),
)
PARTS = ("acknowledge", "problem-solve", "next step")
"""What an apology consists of besides the apology."""

APOLOGY = "apology"


class Problem(NamedTuple):
    """Something wrong with a letter: `where` is path:line, `values` says with which values."""

    where: str
    message: str
    values: str


def trials(known: Mapping[str, Variable], lang: str) -> Iterator[tuple[str, dict[str, Written]]]:
    """The sets of values to try, each with what is special about it."""
    base = {name: variable.example for name, variable in known.items()}
    yield "the examples", base
    yield "only what is required", {name: value for name, value in base.items() if known[name].required}
    for name, variable in known.items():
        if not variable.required:
            yield f"no {name}", {other: value for other, value in base.items() if other != name}
        awkward = NAMES[lang] if variable.type == "name" else variable.choices or AWKWARD.get(variable.type, ())
        for value in awkward:
            yield f"{name}={value}", {**base, name: (value,) if variable.many else value}
        if variable.many and isinstance(variable.example, tuple):
            yield f"one {name}", {**base, name: variable.example[:1]}


def try_out(letter: Letter, register: str, coach: Coach, team: str = "") -> Iterator[Problem]:
    """The problems of a letter in a form of address, each told once."""
    told: set[tuple[str, str]] = set()
    sandbox = Sandbox(letter.lang, register, team, plain, trace=[])  # one for all trials: it compiles a template once
    try:
        known = variables(sandbox, letter)
    except TemplateError as error:
        yield Problem(error.where or letter.path, error.message, "")
        return
    if letter.name.startswith(f"{APOLOGY}/") and not letter.customer:
        yield Problem(f"{letter.path}:1", "an apology needs a customer's message that it answers (customer: ...)", "")
    for label, values in trials(known, letter.lang):
        try:
            found = list(judged(letter, sandbox, known, values, coach))
        except TemplateError as error:
            found = [Problem(error.where or letter.path, error.message, "")]
        for problem in found:
            if (problem.where, problem.message) not in told:
                told.add((problem.where, problem.message))
                yield problem._replace(values=label)


def judged(
    letter: Letter, sandbox: Sandbox, known: Mapping[str, Variable], given: Mapping[str, Written], coach: Coach
) -> Iterator[Problem]:
    """The problems of one rendering."""
    marked = sandbox.render(letter.body(sandbox.register), letter.path, read_all(letter, known, given))
    text, places = placed(marked)
    paths = sandbox.trace or []

    def where(offset: int) -> str:
        _, file, line = next((place for place in reversed(places) if place[0] <= offset), (0, 0, 1))
        return f"{paths[file]}:{line}" if paths else letter.path

    for pattern, message in SMELLS:
        for match in pattern.finditer(text):
            yield Problem(where(match.start()), f"{message}: {match[0]!r}", "")
    report = coach.check(text, letter.lang, customer=letter.customer or None)
    for finding in report.findings:
        yield Problem(where(finding.start), f"{finding.rule}: {finding.text or finding.message}", "")
    if letter.name.startswith(f"{APOLOGY}/") and letter.customer:
        for part in report.parts:
            if part.name in PARTS and not part.found:
                yield Problem(f"{letter.path}:1", f"an apology without this part: {part.name}", "")
