"""A rubric: what a scorecard counts, how much each point weighs, from which rates it is earned. Format: docs/scorecards.md.

It is read as strictly as phrasebooks are, by the same reader, so that an error names its line and column.
"""

from __future__ import annotations

import os
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.errors import UsageError, did_you_mean
from coach.model import CATEGORIES, WHOLE
from coach.review.record import EVENTS
from coach.rules.table import CONCEPTS

if TYPE_CHECKING:
    from coach.phrasebook.loader import File
    from coach.phrasebook.schema import Place, Text

DEFAULT = os.path.join(os.path.dirname(__file__), "rubric.yaml")
KEYS = ("title", "needs", "criteria")
NEEDS = ("sentences", "conversations")
CRITERION_KEYS = ("title", "weight", "rules", "events", "full", "none", "least", "bonus", "auto_fail")
SENTENCES, CONVERSATIONS, LEAST = 60, 5, 5
MOST = 1_000_000.0
"""Larger numbers are slips of the pen."""


class Criterion(NamedTuple):
    """One line of a scorecard: rules (or categories) counted per 100 sentences, or events per 100 conversations.

    All of the `weight` is earned at the rate `full`, nothing of it at `none`, in between in proportion; where `full` is the
    smaller one, fewer is better. It is not applicable below `least` conversations in which its events could happen. A `bonus`
    comes on top; an `auto_fail` has no weight: one finding fails the card.
    """

    name: str
    title: str
    weight: float
    rules: tuple[str, ...]
    events: tuple[str, ...]
    full: float
    none: float
    least: int
    bonus: bool
    auto_fail: bool

    def earned(self, rate: float) -> float:
        """What a rate earns, from 0 to 1."""
        return min(1.0, max(0.0, (rate - self.none) / (self.full - self.none)))


class Rubric(NamedTuple):
    """The criteria of a scorecard, and how many sentences and conversations a score needs."""

    title: str
    sentences: int
    conversations: int
    criteria: tuple[Criterion, ...]


def load(path: str = "", phrasebooks: str = "") -> Rubric:
    """The rubric of a YAML file, "" for the shipped one; with a team's own `phrasebooks` it may name rules of theirs.

    Raises CoachError (a PhrasebookError) with path:line:column at the first thing that is not as docs/scorecards.md says.
    """
    from coach.phrasebook.loader import File  # YAML only where a rubric is read

    if path and not os.path.isfile(path):
        raise UsageError("there is no such rubric", where=path, hint="docs/scorecards.md has one to begin with")
    return Reader(File(path or DEFAULT), bool(phrasebooks)).rubric()


class Reader:
    """Reads one file; `own` says that a team's rules may be named."""

    def __init__(self, file: File, own: bool) -> None:
        self.file = file
        self.own = own

    def rubric(self) -> Rubric:
        """The whole file."""
        start = self.file.place(self.file.root) if self.file.root else None
        found = self.keys(self.file.root, "a rubric", KEYS)
        needs = self.keys(found["needs"][1], "needs", NEEDS) if "needs" in found else {}
        listed = self.file.mapping(found["criteria"][1], "criteria") if "criteria" in found else []
        criteria = tuple(self.criterion(name, place, node) for name, place, node in listed)
        if not any(one.weight and not one.bonus for one in criteria):
            place = found["criteria"][0] if "criteria" in found else start
            hint = "criteria:\n    respect: {title: Respect, weight: 20, rules: [blame, dismissive], full: 0.5, none: 4}"
            raise self.error("a rubric needs a criterion with a weight", place, hint)
        return Rubric(
            self.file.string(found["title"][1], "title").value if "title" in found else "",
            int(self.number(needs["sentences"][1], "sentences", 1)) if "sentences" in needs else SENTENCES,
            int(self.number(needs["conversations"][1], "conversations", 1)) if "conversations" in needs else CONVERSATIONS,
            criteria,
        )

    def criterion(self, name: str, place: Place, node: Any) -> Criterion:
        """One criterion."""
        found = self.keys(node, name, CRITERION_KEYS)
        rules = self.rules(found["rules"][1]) if "rules" in found else ()
        events = self.events(found["events"][1]) if "events" in found else ()
        if bool(rules) == bool(events):
            raise self.error(
                f"{name} needs either rules or events", place, "rules: [blame, policy/our-policy], or events: [good/owns]"
            )
        fails = self.switch(found["auto_fail"][1], "auto_fail") if "auto_fail" in found else False
        bonus = self.switch(found["bonus"][1], "bonus") if "bonus" in found else False
        if fails:
            for key in ("weight", "full", "none", "bonus", "least"):
                if key in found:
                    raise self.error(f"a criterion with auto_fail has no {key}", found[key][0], "take one of the two away")
            full, none, weight = 0.0, 1.0, 0.0
        else:
            for key in ("weight", "full", "none"):
                if key not in found:
                    raise self.error(f"{name} has no {key}", place, "weight: 20, and the rates full: 0.5 and none: 4")
            weight = self.number(found["weight"][1], "weight")
            full, none = self.number(found["full"][1], "full"), self.number(found["none"][1], "none")
            if full == none:
                raise self.error("full and none are the same rate", found["none"][0], "name two rates, say full: 0.5 and none: 4")
        title = self.file.string(found["title"][1], "title").value if "title" in found else name
        least = int(self.number(found["least"][1], "least", 1)) if "least" in found else LEAST
        return Criterion(name, title, weight, rules, events, full, none, least, bonus, fails)

    def rules(self, node: Any) -> tuple[str, ...]:
        """Rules and categories; a rule beside its own category would count twice."""
        texts = self.file.strings(node, "rules")
        categories = (*CATEGORIES, *WHOLE)
        values = [text.value for text in texts]
        for text in texts:
            category = text.value.partition("/")[0]
            if text.value not in CONCEPTS and text.value not in categories and not (self.own and category in CATEGORIES):
                raise self.unknown("rule or category", text, (*CONCEPTS, *categories), "`coach rules` lists them")
            if category != text.value and category in values:
                raise self.error(f"{text.value} is part of {category}", text.place, "name one of the two")
        return tuple(values)

    def events(self, node: Any) -> tuple[str, ...]:
        """Events."""
        texts = self.file.strings(node, "events")
        for text in texts:
            if text.value not in EVENTS:
                raise self.unknown("event", text, tuple(EVENTS), f"known are {', '.join(EVENTS)}")
        return tuple(text.value for text in texts)

    def keys(self, node: Any, what: str, known: tuple[str, ...]) -> dict[str, tuple[Place, Any]]:
        """The keys of a mapping, all known, with places and values."""
        found = self.file.mapping(node, what)
        for key, place, _ in found:
            if key not in known:
                hint = did_you_mean(key, known, f"known are {', '.join(known)}")
                raise self.error(f"unknown key {key!r} in {what}", place, hint)
        return {key: (place, value) for key, place, value in found}

    def number(self, node: Any, what: str, least: float = 0.0) -> float:
        """A number that is not below `least`."""
        text = self.file.string(node, what)
        try:
            value = float(text.value)
        except ValueError:
            value = -1.0
        if not isfinite(value) or not least <= value <= MOST:
            raise self.error(f"{what} must be a number from {least:g} to {MOST:g}", text.place, f"{what}: 20")
        return value

    def switch(self, node: Any, what: str) -> bool:
        """A yes or no."""
        text = self.file.string(node, what)
        if text.value not in ("true", "false"):
            raise self.error(f"{what} must be true or false", text.place, f"{what}: true")
        return text.value == "true"

    def unknown(self, what: str, text: Text, known: tuple[str, ...], otherwise: str) -> Exception:
        """The error for a name that is not known."""
        return self.error(f"unknown {what} {text.value!r}", text.place, did_you_mean(text.value, known, otherwise))

    def error(self, message: str, place: Place | None, hint: str) -> Exception:
        """An error at a place, with the line; without a place at the beginning of the file."""
        from coach.phrasebook.schema import Place

        return self.file.error(message, place or Place(self.file.path, 1, 1), hint)
