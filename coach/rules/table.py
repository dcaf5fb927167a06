"""The table of rules: one module a category, in the order in which the categories win where they overlap.

A check does not need the whole table, see `coach.rules.judging`.
"""

from __future__ import annotations

from types import ModuleType

from coach.rules import (
    blame,
    cliche,
    command,
    deflection,
    dismissive,
    excuse,
    jargon,
    macro,
    negative,
    overpromise,
    policy,
    reply,
    suppression,
    thread,
    vague,
)
from coach.rules.concept import Concept

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
    "reply": reply,
    "thread": thread,
    "macro": macro,
    "suppression": suppression,
}

CONCEPTS: dict[str, Concept] = {concept.id: concept for module in MODULES.values() for concept in module.CONCEPTS}
