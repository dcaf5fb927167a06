"""Where each setting in force was said, for `coach config show`."""

from __future__ import annotations

from collections.abc import Sequence

from coach.settings.merging import DEFAULTS, EXTEND
from coach.settings.places import locate
from coach.settings.project import Project
from coach.settings.record import Keys, Layer
from coach.settings.sources import decoded, shown

DEFAULT = "default"
LABELS = {"respect-gitignore": "--no-respect-gitignore", "cache": "--no-cache"}
"""Flags that are not called like their key."""


def origins(project: Project, overriding: Sequence[int]) -> dict[str, tuple[str, ...]]:
    """For each key the places that its value comes from, weakest first: several for a list or a table that was added to.

    `overriding` are the numbers of the `[[per-file]]` tables that match.
    """
    found: dict[str, tuple[str, ...]] = dict.fromkeys(DEFAULTS, (DEFAULT,))
    for layer in project.layers(overriding):
        for key in layer.values:
            if key in DEFAULTS:
                adds = key == "severity" and found[key] != (DEFAULT,)
                found[key] = (*found[key], place(layer, (key,))) if adds else (place(layer, (key,)),)
        for key in layer.values:
            if key.startswith(EXTEND):
                found[key.removeprefix(EXTEND)] += (place(layer, (key,)),)
    return found


def place(layer: Layer, keys: Keys = ()) -> str:
    """Where a source says a key, or without one where its table stands: file:line, or the name of a variable or a flag."""
    if layer.file:
        return f"{shown(layer.file)}:{locate(decoded(layer.file), (*layer.at, *keys), key=True).line}"
    return layer.label or LABELS.get(str(keys[0]), f"--{keys[0]}")
