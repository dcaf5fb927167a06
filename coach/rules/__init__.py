"""The table of rules: one module a category, in the order in which the categories win where they overlap."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from coach.rules import (
    blame,
    cliche,
    command,
    deflection,
    dismissive,
    excuse,
    jargon,
    negative,
    overpromise,
    policy,
    vague,
)
from coach.rules.concept import Concept
from coach.rules.context import Context, Hit

MODULES: dict[str, ModuleType] = {
    "blame": blame,
    "dismissive": dismissive,
    "policy": policy,
    "excuse": excuse,
    "deflection": deflection,
    "command": command,
    "overpromise": overpromise,
    "negative": negative,
    "vague": vague,
    "cliche": cliche,
    "jargon": jargon,
}

CONCEPTS: dict[str, Concept] = {concept.id: concept for module in MODULES.values() for concept in module.CONCEPTS}

JUDGES: dict[str, Callable[[Hit, Context], str | None]] = {
    "blame": blame.severity,
    "policy": policy.severity,
    "deflection": deflection.severity,
    "negative": negative.severity,
    "jargon": jargon.severity,
}
"""The categories whose severity depends on the text around; the others keep the severity of their entry."""


def judge(hit: Hit, context: Context) -> str | None:
    """The severity of a hit in its context, or None when it is no fault there."""
    decide = JUDGES.get(hit.rule.partition("/")[0])
    return decide(hit, context) if decide else hit.severity
