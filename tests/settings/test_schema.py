"""The table of keys, the JSON Schema and the manual say the same, and the loader agrees."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from coach.cli.commands import FORMATS as CLI_FORMATS
from coach.errors import UsageError
from coach.settings.discovery import Projects
from coach.settings.merging import DEFAULTS, EXTEND
from coach.settings.record import FORMATS
from coach.settings.schema import INNER, KEYS, LIBRARY, PER_FILE, Key, json_schema
from coach.sources.document import Library

MANUAL = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
Tree = Callable[..., Path]
WORDS = {
    "text": "a text",
    "flag": "`true` or `false`",
    "count": "a whole number",
    "path": "a path",
    "encoding": "the name of an encoding",
}
LISTS = {
    "texts": "a list of texts",
    "rules": "a list of rules or categories",
    "globs": "a list of patterns",
    "severities": "a table",
}


def accepts(document: Mapping[str, Any]) -> bool:
    validator = jsonschema.Draft202012Validator(json_schema())
    return validator.is_valid(document)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()


def test_every_key_is_in_the_schema_and_no_other() -> None:
    schema = json_schema()
    assert list(schema["properties"]) == list(KEYS)
    for name, keys in INNER.items():
        assert list(schema["properties"][name]["items"]["properties"]) == list(keys)


def test_every_key_has_a_default_or_adds_to_one_that_has() -> None:
    adding = {name for name in KEYS if name.startswith(EXTEND)}
    assert set(KEYS) - adding - {"extend", "per-file", "library"} == set(DEFAULTS)
    assert {name.removeprefix(EXTEND) for name in adding} <= set(DEFAULTS)


def test_the_fields_of_a_library_are_those_of_its_record() -> None:
    assert set(LIBRARY) == {"files", *Library._fields}


def test_every_output_format_of_the_command_line_may_be_configured() -> None:
    assert set(CLI_FORMATS) <= set(FORMATS)


def test_a_file_with_everything(everything: str) -> None:
    document = tomllib.loads(everything)
    assert accepts(document)
    assert set(document) == set(KEYS) - {"extend"}


@pytest.mark.parametrize("key", [key for key in KEYS.values() if key.example], ids=lambda key: key.name)
def test_examples_are_fine(tree: Tree, key: Key) -> None:
    tree({"phrasebooks/": "", "templates/": "", "sub/coach.toml": "", "coach.toml": ""})
    text = f"{key.name} = {key.example}"
    assert accepts(tomllib.loads(text))
    tree({"sub/coach.toml": text})
    tree({"sub/phrasebooks/": "", "sub/templates/": ""})
    Projects(environ={}).for_folder("sub")


@pytest.mark.parametrize("name", INNER)
def test_examples_of_inner_tables_are_fine(tree: Tree, name: str) -> None:
    text = f"[[{name}]]\n" + "".join(f"{key.name} = {key.example}\n" for key in INNER[name].values())
    tree({"coach.toml": text})
    assert accepts(tomllib.loads(text))
    Projects(environ={}).for_folder(".")


@pytest.mark.parametrize(
    "text",
    [
        'langg = "de"',
        'lang = "dee"',
        "lang = 3",
        'select = "blame"',
        'select = ["blaem"]',
        'ignore = [""]',
        "jobs = -1",
        'cache = "no"',
        'severity = { blaem = "hint" }',
        'severity = { blame = "mild" }',
        '[[per-file]]\nlang = "de"',
        "[[per-file]]\nfiles = []",
        '[[per-file]]\nfiles = ["a"]\nfail-on = "error"',
        '[[library]]\nfiles = ["a"]\ntext = "body"',
        '[per-file]\nfiles = ["a"]',
    ],
)
def test_an_editor_underlines_what_the_loader_refuses(tree: Tree, text: str) -> None:
    assert not accepts(tomllib.loads(text))
    tree({"coach.toml": text})
    with pytest.raises(UsageError):
        Projects(environ={}).for_folder(".")


def test_a_team_may_name_rules_of_its_own() -> None:
    assert accepts({"ignore": ["jargon/our-words"]})
    assert not accepts({"ignore": ["our-words"]})


def row(key: Key) -> str:
    """The row of a key in the manual."""
    takes = WORDS.get(key.kind) or LISTS.get(key.kind) or ", ".join(f"`{choice}`" for choice in key.choices)
    default = "" if key.default is None else f"`{default_of(key)}`"
    return f"| `{key.name}` | {takes} | {default} | {key.help} | `{key.example}` |"


def default_of(key: Key) -> str:
    if key.name == "exclude":
        return "[...]"
    return "{}" if key.default == {} else json.dumps(key.default)


@pytest.mark.parametrize("key", [key for key in KEYS.values() if key.kind != "tables"], ids=lambda key: key.name)
def test_the_manual_has_each_key(key: Key) -> None:
    assert row(key) in MANUAL.splitlines()


def test_the_manual_has_no_other_key() -> None:
    tables = MANUAL.split("## Every key")[1].split("\n## ")[0]
    documented = re.findall(r"^\| `([a-z-]+)` \|", tables, re.MULTILINE)
    assert sorted(documented) == sorted(key.name for key in KEYS.values() if key.kind != "tables")


def test_the_manual_names_the_keys_of_inner_tables() -> None:
    per_file = MANUAL.split("## Some files otherwise")[1].split("\n## ")[0]
    assert all(f"`{name}`" in per_file for name in PER_FILE)
    assert not [name for name in set(KEYS) - set(PER_FILE) - {"per-file"} if f"`{name}`" in per_file]
    library = MANUAL.split("## Texts in data files")[1].split("\n## ")[0]
    assert all(f"`{name}`" in library for name in LIBRARY)


def test_what_is_left_out_without_being_told() -> None:
    for name in KEYS["exclude"].default:
        assert f"`{name}`" in MANUAL


def test_the_examples_of_the_manual_are_fine(tree: Tree) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
    assert len(blocks) >= 5
    for block in blocks:
        tree(
            {"phrasebooks/": "", "shared/phrasebooks/": "", "shared/coach.toml": "", "coach.toml": block, "pyproject.toml": block}
        )
        document = tomllib.loads(block)
        Projects(config=["pyproject.toml" if "tool" in document else "coach.toml"], environ={})
        assert accepts(document.get("tool", {}).get("coach", document))
