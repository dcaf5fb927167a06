"""A sheet of exercises to fill in, as Markdown, and reading it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.errors import UsageError
from coach.expressions import compiled
from coach.model import LANGUAGES
from coach.review.drill import Exercise

HEAD = r"(?m)^## \d+\. (\S+) \((\w+), (\w+)\)[ \t]*$"
YOURS = "Your wording:"
ANSWERS = "## Possible answers"
INTRODUCTION = """# Drill

Put each sentence better, below it. `coach drill --answers FILE` grades the sheet by the rules that grade drafts.
"""


class Answered(NamedTuple):
    """An exercise as it was read from a sheet, and what was written below it; `line` is that of its heading, from 1."""

    exercise: Exercise
    answer: str
    line: int


def sheet(exercises: Sequence[Exercise]) -> str:
    """The exercises with room for answers, and at the end what could be said."""
    parts = [INTRODUCTION]
    for number, one in enumerate(exercises, 1):
        parts.append(
            f"## {number}. {one.rule} ({one.lang}, {one.channel})\n\n{quoted(one.sentence)}\n\n{reason(one)}\n\n{YOURS}\n\n"
        )
    possible = [
        f"{number}. " + "\n   or ".join(single(better) for better in one.better)
        for number, one in enumerate(exercises, 1)
        if one.better
    ]
    return "\n".join([*parts, ANSWERS, "", *possible]) + "\n"


def reason(one: Exercise) -> str:
    """The flagged words, where they are not the whole sentence, and what is said of them."""
    flagged = single(one.sentence[one.start : one.end])
    return f"**{flagged}**: {one.message}" if flagged and flagged != single(one.sentence) else one.message


def quoted(sentence: str) -> str:
    """A sentence as a quotation of Markdown, one `>` a line."""
    return "\n".join(f"> {line}" for line in sentence.split("\n"))


def single(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def answered(text: str, name: str) -> list[Answered]:
    """The exercises of a filled sheet. Raises UsageError with the place for a sheet that lost its form."""
    body = text.partition(f"\n{ANSWERS}")[0].replace("\r\n", "\n")
    heads = list(compiled(HEAD).finditer(body))
    if not heads:
        raise UsageError("this is no sheet of exercises", where=name, hint="`coach drill -o FILE` makes one")
    found = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        block = body[head.end() : following.start() if following else len(body)]
        line = body.count("\n", 0, head.start()) + 1
        before, mark, answer = block.partition(YOURS)
        sentence = "\n".join(one[2:] for one in before.split("\n") if one.startswith("> "))
        if not mark or not sentence or head[2] not in LANGUAGES:
            hint = f"keep its heading, its sentence behind > and the line {YOURS!r}"
            raise UsageError("this exercise lost its form", where=f"{name}:{line}", hint=hint)
        found.append(Answered(Exercise(head[1], head[2], head[3], sentence, 0, 0, "", ()), answer.strip(), line))
    return found
