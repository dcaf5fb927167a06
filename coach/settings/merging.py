"""From what several sources say to what holds: a later source beats an earlier one, key by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from coach.config import Config
from coach.settings.record import ANY, AUTO, EXCLUDED, Glob, Layer, Run, Settings
from coach.sources.document import Library, Reading

EXTEND = "extend-"
"""In front of the name of a list: add to it instead of replacing it."""

DEFAULTS: Mapping[str, Any] = {
    "lang": AUTO,
    "channel": "email",
    "register": ANY,
    "select": (),
    "ignore": (),
    "min-severity": "hint",
    "severity": {},
    "vocabulary": (),
    "phrasebooks": "",
    "templates": "",
    "encoding": AUTO,
    "markup": AUTO,
    "dialect": AUTO,
    "placeholders": (),
    "include": (),
    "exclude": tuple(Glob(name, "") for name in EXCLUDED),
    "respect-gitignore": True,
    "force-exclude": False,
    "fail-on": "warning",
    "output-format": AUTO,
    "baseline": "",
    "jobs": 0,
    "cache": True,
    "cache-dir": "",
}
"""What holds where nobody says anything."""


def merged(layers: Iterable[Layer]) -> dict[str, Any]:
    """What holds under several sources, weakest first: values and lists replace, tables and `extend-` lists add."""
    result = dict(DEFAULTS)
    for layer in layers:
        for key, value in layer.values.items():
            if not key.startswith(EXTEND):
                result[key] = {**result[key], **value} if isinstance(value, Mapping) else value
        for key, value in layer.values.items():
            name = key.removeprefix(EXTEND)
            # Where nothing is selected everything is; to add to everything must not leave only what was added.
            if name != key and (name != "select" or result[name]):
                result[name] = (*result[name], *value)
    return result


def settings_of(values: Mapping[str, Any], library: Library | None, root: str, base: Config) -> Settings:
    """The settings of a file; what a configuration file cannot say is taken from `base`."""
    config = base._replace(
        lang=_told(values["lang"]) or None,
        channel=values["channel"],
        select=values["select"],
        ignore=values["ignore"],
        min_severity=values["min-severity"],
        phrasebooks=values["phrasebooks"],
        register="" if values["register"] == ANY else values["register"],
        vocabulary=values["vocabulary"],
        severities=tuple(values["severity"].items()),
    )
    reading = Reading(
        encoding=_told(values["encoding"]) or None,
        library=library,
        markup=_told(values["markup"]),
        dialect=_told(values["dialect"]),
        placeholders=values["placeholders"],
    )
    return Settings(config, reading, root)


def run_of(values: Mapping[str, Any]) -> Run:
    """What holds for the whole run."""
    return Run(
        fail_on=values["fail-on"],
        output_format=_told(values["output-format"]),
        min_severity=values["min-severity"],
        baseline=values["baseline"],
        jobs=values["jobs"],
        cache=values["cache"],
        cache_dir=values["cache-dir"],
        templates=values["templates"],
        phrasebooks=values["phrasebooks"],
    )


def _told(value: str) -> str:
    return "" if value == AUTO else value
