"""The configuration that `coach init` writes: what fits what was found, and the rest as comments to try out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from coach.settings.survey import Survey
from coach.sources.vendors import TITLES

LANGUAGES = {"en": "English", "de": "German", "ru": "Russian", "tr": "Turkish"}
BASELINE = "coach-baseline.jsonl"

HEAD = """\
# How coach reads the replies in this folder.
#
# A line that begins with # does nothing; take the # away to try it. Every key is explained in docs/configuration.md of coach, and
# `coach config schema` prints a schema for your editor. What holds for one file, and why: coach config show FILE --origin
"""
CHANNEL = """
# Where the texts are sent: email, chat, phone or social. What is fine in a chat may be too curt for a letter.
channel = "email"
"""
REGISTER = """
# Does your team always say Sie, вы, siz ("formal"), or always du, ты, sen ("informal")? Then coach shows where one slips.
# register = "formal"
"""
FAIL_ON = """
# `coach check` ends with exit code 1, which stops a commit or a build, from this severity on: error, warning, hint, or never.
fail-on = "warning"
"""
VOCABULARY = """
# Names of products and places that only sound like a fault. They are never judged.
# vocabulary = ["No Problem Tape"]
"""
RULES = """
# Rules that are not for you. First read why they are there: `coach explain vague/asap`; `coach rules` lists them all.
# ignore = ["vague/asap"]
# ... or just less grave:
# severity = { jargon = "hint" }
"""
EXCLUDE = """
# What is left out, besides .git, node_modules and whatever .gitignore names. Written as in a .gitignore file.
# extend-exclude = ["archive/", "*.old.md"]
"""
BASELINE_LATER = f"""
# Too many findings to mend today? `coach check --write-baseline` puts them into a file, and from then on only new ones are shown.
# baseline = "{BASELINE}"
"""
BASELINE_NOW = f"""
# What is found today and mended later: `coach check --write-baseline` puts it here, and from then on only new findings are shown.
baseline = "{BASELINE}"
"""
PER_FILE = """
# Some files may be told otherwise. The last table that matches a file wins.
#
# [[per-file]]
# files = ["chat/"]
# channel = "chat"
"""

PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: coach
        name: coach (replies and macros)
        # --force-exclude: pre-commit names the files, and what coach.toml excludes must stay excluded.
        entry: coach check --force-exclude
        language: system
        types_or: [markdown, plain-text, html, jinja, liquid]
        require_serial: true
"""


def configuration(found: Survey, *, baseline: bool) -> str:
    """The text of a coach.toml for a folder; with `baseline` its findings are to be mended later."""
    parts = [
        HEAD, _language(found), CHANNEL, REGISTER, FAIL_ON, VOCABULARY, RULES, *_folders(found), *_dialect(found),
        *_libraries(found), EXCLUDE, BASELINE_NOW if baseline else BASELINE_LATER, *(_places(found) or [PER_FILE]),
    ]  # fmt: skip
    return "".join(parts)


def _language(found: Survey) -> str:
    """The language: fixed where all texts have the same, guessed where they do not."""
    if len(found.languages) == 1 and found.languages.total() > 1 and not found.places:
        (code,) = found.languages
        return (
            f'\n# All texts here are {LANGUAGES[code]}. Without this line the language of each one is guessed.\nlang = "{code}"\n'
        )
    many = f" Here: {counts(found)}." if found.languages else ""
    return f'\n# The language of each text is guessed, en, de, ru or tr.{many}\n# lang = "de"\n'


def counts(found: Survey) -> str:
    """How many texts are in which language: "12 English, 3 German"."""
    return ", ".join(f"{number} {LANGUAGES[code]}" for code, number in found.languages.most_common())


def _folders(found: Survey) -> Iterator[str]:
    if found.phrasebooks:
        yield f'\n# Your own phrases, on top of those that coach brings.\nphrasebooks = "{found.phrasebooks}"\n'
    if found.templates:
        yield f'\n# Your own letters for `coach fill`.\ntemplates = "{found.templates}"\n'
        yield f'# They are no replies yet: `coach templates check` tries them.\nextend-exclude = ["/{found.templates}/"]\n'


def _dialect(found: Survey) -> Iterator[str]:
    if found.dialect:
        why = f"Your placeholders are those of {TITLES[found.dialect]}; one that it does not know is reported."
        yield f'\n# {why}\ndialect = "{found.dialect}"\n'


def _libraries(found: Survey) -> Iterator[str]:
    if found.libraries:
        why = "Data files with texts in them, checked along with the others."
        yield f"\n# {why}\ninclude = {listed(found.libraries)}\n"


def _places(found: Survey) -> list[str]:
    """A table for each language that folders or names tell."""
    by_language: dict[str, list[str]] = {}
    for pattern, code in found.places.items():
        by_language.setdefault(code, []).append(pattern)
    head = "\n# Where the name already tells the language, there is nothing to guess.\n" if by_language else ""
    tables = [f'[[per-file]]\nfiles = {listed(patterns)}\nlang = "{code}"\n' for code, patterns in sorted(by_language.items())]
    return [head + "\n".join(tables)] if tables else []


def listed(names: Iterable[str]) -> str:
    """A list of texts in TOML, which writes them as JSON does."""
    return json.dumps(list(names), ensure_ascii=False)
