"""What the reply does as a whole: findings of the whole-reply rules, and the parts of a good reply that are there or missing."""

from __future__ import annotations

from coach.model import Finding, Part, Suggestion
from coach.phrasebook.tables import Wordings
from coach.rewriting import fill, fitting
from coach.rules import reply as rules
from coach.rules.reply import Verdict
from coach.texts import Passage

MODELS = 2
"""How many wordings a whole-reply finding offers."""

SENTENCE_TO_ADD = {
    "control": "reply/nobody-owns",
    "acknowledge": "reply/no-acknowledgement",
    "refocus": "reply/order",
    "next step": "reply/no-next-step",
}
"""The rule whose wordings make good for a missing part; only the agent knows the solution itself."""


def broken(passage: Passage, asked: list[Verdict], sending: bool) -> list[Verdict]:
    """The whole-reply rules that a reply breaks; `asked` are verdicts that another module has come to.

    `sending` says that the reply is about to be sent.
    """
    found = rules.verdicts(passage, sending)
    if passage.customer is None:
        return found
    from coach.rules import thread  # a bare draft must not pay for it

    return [*found, *asked, *thread.verdicts(passage)]


def findings(verdicts: list[Verdict], passage: Passage, wanted: frozenset[int], form: str | None) -> list[Finding]:
    """The verdicts of the wanted entries as findings."""
    numbers = ((verdict, number) for verdict in verdicts for number in passage.matcher.rules.get(verdict.rule, ()))
    return [finding(verdict, number, passage, form) for verdict, number in numbers if number in wanted]


def finding(verdict: Verdict, number: int, passage: Passage, form: str | None) -> Finding:
    """A verdict as the caller sees it: on a part of the text, on a sentence, or at 0, 0 where something is missing."""
    rule, severity, why, _, _, say = passage.matcher.entries[number]
    start, end = place(verdict, passage)
    wordings = [] if form is None else [verdict.better] if verdict.better else filled(say, form, passage)[:MODELS]
    at = insertion(verdict.before, passage) if verdict.before is not None else None
    better = tuple(
        Suggestion(wording, start, end, safe=False) if at is None else added(wording, at, passage) for wording in wordings
    )
    return Finding(rule, rule.partition("/")[0], severity, start, end, passage.text.source[start:end], why, better)


def filled(say: Wordings, form: str, passage: Passage) -> list[str]:
    """The wordings for a form of address, with what the texts tell in their slots."""
    told = known(passage)
    return [fill(wording, told) for wording in fitting(say, form)]


def known(passage: Passage) -> dict[str, str]:
    """What the texts tell of the values of a sentence to add."""
    if passage.customer is None:
        return {}
    from coach.rules import thread  # a bare draft must not pay for it

    return thread.told(passage.customer)


def place(verdict: Verdict, passage: Passage) -> tuple[int, int]:
    """What a verdict is about, in offsets of the text."""
    span = verdict.span
    if span is None and verdict.sentence is not None and verdict.sentence < passage.sentences:
        span = passage.sentence_span(verdict.sentence)
    return passage.text.original(*span) if span else (0, 0)


def insertion(before: int, passage: Passage) -> int:
    """Where a missing sentence may be added: in front of a sentence, or behind the last that says anything of weight."""
    if not passage.sentences:
        return 0
    if before < passage.sentences:
        return passage.text.original(*passage.sentence_span(before))[0]
    last = max((number for number, names in enumerate(passage.telling) if names), default=passage.sentences - 1)
    end = passage.sentence_span(last)[1]
    while end < len(passage.text.shadow) and passage.text.shadow[end] in ".!?…)":
        end += 1
    return passage.text.original(end, end)[0]


def added(wording: str, at: int, passage: Passage) -> Suggestion:
    """A sentence to add, with the space that it needs."""
    behind = at > 0 and not passage.text.source[at - 1].isspace()
    return Suggestion(f" {wording}" if behind else f"{wording} ", at, at, safe=False)


def parts(passage: Passage, form: str | None) -> tuple[Part, ...]:
    """The parts of a good answer to trouble, each with its sentence, or with one to add."""
    made = []
    for name, number in rules.parts(passage):
        start, end = passage.text.original(*passage.sentence_span(number)) if number is not None else (0, 0)
        made.append(Part(name, number is not None, start, end, "" if number is not None else missing(name, passage, form)))
    return tuple(made)


def missing(name: str, passage: Passage, form: str | None) -> str:
    """A sentence that makes good for a missing part, where one can be given."""
    for number in passage.matcher.rules.get(SENTENCE_TO_ADD.get(name, ""), ()):
        return next(iter(filled(passage.matcher.entries[number][5], form or "", passage)), "")
    return ""
