"""The keys of a configuration file: one table from which values are checked, and the JSON Schema and its test are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.model import CATEGORIES, CHANNELS, LANGUAGES, SEVERITIES, UPKEEP, WHOLE
from coach.settings.merging import DEFAULTS
from coach.settings.record import ANY, AUTO, FORMATS, NEVER, REGISTERS
from coach.sources.document import DIALECTS, MARKUPS

TEXT, CHOICE, FLAG, COUNT, PATH, ENCODING = "text", "choice", "flag", "count", "path", "encoding"
TEXTS, RULES, GLOBS, SEVERITY_TABLE, TABLES = "texts", "rules", "globs", "severities", "tables"


class Key(NamedTuple):
    """A key: what it may be (`kind`, one of the constants above), what it is for, an example as it is written.

    `choices` are all values of a choice; a `per_file` key may also stand in a `[[per-file]]` table.
    """

    name: str
    kind: str
    help: str
    example: str
    choices: tuple[str, ...] = ()
    per_file: bool = False

    @property
    def default(self) -> Any:
        """What holds without the key, as it would be written; None for a key that only adds or includes."""
        value = DEFAULTS.get(self.name)
        return [getattr(one, "pattern", one) for one in value] if isinstance(value, tuple) else value


KEYS = {
    key.name: key
    for key in (
        Key("extend", TEXT, "Another configuration file that this one builds on.", '"../coach.toml"'),
        Key("lang", CHOICE, "Language of the texts; auto guesses each one.", '"de"', (AUTO, *LANGUAGES), True),
        Key("channel", CHOICE, "Where the texts are sent.", '"chat"', CHANNELS, True),
        Key("register", CHOICE, "Form of address that every text must keep to.", '"formal"', (ANY, *REGISTERS), True),
        Key("select", RULES, "Only these categories or rules; an empty list means all.", '["blame", "policy"]', per_file=True),
        Key("extend-select", RULES, "These categories or rules, too.", '["vague"]', per_file=True),
        Key("ignore", RULES, "Not these categories or rules; stronger than select.", '["vague/asap"]', per_file=True),
        Key("extend-ignore", RULES, "Not these, either.", '["jargon"]', per_file=True),
        Key("min-severity", CHOICE, "Leave out findings that are milder.", '"warning"', SEVERITIES, True),
        Key("severity", SEVERITY_TABLE, "Severity of a rule or category as you see it.", '{ jargon = "hint" }', per_file=True),
        Key("vocabulary", TEXTS, "Names that are never judged: products, places.", '["No Problem Tape"]', per_file=True),
        Key("extend-vocabulary", TEXTS, "More names that are never judged.", '["Sorry Socks"]', per_file=True),
        Key("phrasebooks", PATH, "Folder of your team's own phrasebooks.", '"phrasebooks"'),
        Key("templates", PATH, "Folder of your team's own templates of letters.", '"templates"'),
        Key("encoding", ENCODING, "Encoding; auto is UTF-8, or what a byte order mark says.", '"cp1251"', per_file=True),
        Key("markup", CHOICE, "What the texts are written in; auto asks the file's name.", '"html"', (AUTO, *MARKUPS), True),
        Key("dialect", CHOICE, "Syntax of the placeholders; auto recognises it.", '"zendesk"', (AUTO, *DIALECTS), True),
        Key("placeholders", TEXTS, "Known placeholders; any other is unknown.", '["order.*", "customer.name"]', per_file=True),
        Key("include", GLOBS, "Read these files below a folder, too.", '["replies/*.text"]'),
        Key("exclude", GLOBS, "Leave these files and folders out.", '["drafts/", "*.old.md"]'),
        Key("extend-exclude", GLOBS, "Leave these out, too.", '["archive/"]'),
        Key("respect-gitignore", FLAG, "Leave out what .gitignore files leave out.", "false"),
        Key("force-exclude", FLAG, "Leave excluded files out even when they are named on the command line.", "true"),
        Key("fail-on", CHOICE, "End with exit code 1 from this severity on.", '"error"', (*SEVERITIES, NEVER)),
        Key("output-format", CHOICE, "How to print; auto: full on a terminal, else concise.", '"grouped"', (AUTO, *FORMATS)),
        Key("baseline", PATH, "File of the findings that are known and not shown.", '"coach-baseline.jsonl"'),
        Key("jobs", COUNT, "Processes to check many files with; 0 means one for each core.", "2"),
        Key("cache", FLAG, "Keep the results of unchanged files.", "false"),
        Key("cache-dir", PATH, "Folder for these results.", '".coach_cache"'),
        Key("per-file", TABLES, "What some files are told otherwise; the last table that matches wins.", ""),
        Key("library", TABLES, "Where the texts of a data file stand (YAML, TOML, JSON, CSV).", ""),
    )
}  # fmt: skip
"""Every key, in the order of the manual."""

FILES = Key("files", GLOBS, "The files that this table is about.", '["de/", "*.de.md"]')
FIELDS = {
    "text": "Fields with the texts.",
    "name": "Fields with the title of a text.",
    "lang": "Fields with the language of a text.",
    "channel": "Fields with the channel of a text.",
    "usage": "Fields that count how often a text was sent.",
    "updated": "Fields with the date of the last change.",
    "active": "Fields that say whether a text is in use.",
}
"""The field lists of a `[[library]]` table, each with what it names."""

PER_FILE = {"files": FILES, **{name: key for name, key in KEYS.items() if key.per_file}}
LIBRARY = {
    "files": FILES,
    **{name: Key(name, TEXTS, text, '["reply.body"]' if name == "text" else f'["{name}"]') for name, text in FIELDS.items()},
    "markup": KEYS["markup"],
}
INNER: Mapping[str, Mapping[str, Key]] = {"per-file": PER_FILE, "library": LIBRARY}
"""The keys of the tables that may stand several times."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a configuration file (draft 2020-12), for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration of coach",
        "description": "coach.toml, .coach.toml, or the section [tool.coach] of pyproject.toml",
        **_table(KEYS),
    }


def _table(keys: Mapping[str, Key]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": {name: _property(key) for name, key in keys.items()}}


def _property(key: Key) -> dict[str, Any]:
    described: dict[str, Any] = {"description": key.help}
    if key.name in KEYS and key.default is not None:
        described["default"] = key.default
    return described | _type(key)


def _type(key: Key) -> dict[str, Any]:
    if key.kind == CHOICE:
        return {"enum": list(key.choices)}
    if key.kind == FLAG:
        return {"type": "boolean"}
    if key.kind == COUNT:
        return {"type": "integer", "minimum": 0}
    if key.kind == TABLES:
        return {"type": "array", "items": {**_table(INNER[key.name]), "required": ["files"]}}
    if key.kind == RULES:
        return {"type": "array", "items": rule_names()}
    if key.kind == SEVERITY_TABLE:
        return {"type": "object", "propertyNames": rule_names(), "additionalProperties": {"enum": list(SEVERITIES)}}
    if key.kind in (TEXTS, GLOBS):
        return {"type": "array", "items": {"type": "string", "minLength": 1}, **({"minItems": 1} if key is FILES else {})}
    return {"type": "string"}


def rule_names() -> dict[str, Any]:
    """The schema of the name of a rule: one of ours, or one of a team's own in a known category."""
    from coach.rules.table import CONCEPTS

    own = f"^({'|'.join(CATEGORIES)})/[a-z0-9-]+$"
    return {"anyOf": [{"enum": [*CATEGORIES, *WHOLE, *UPKEEP, *CONCEPTS]}, {"type": "string", "pattern": own}]}
