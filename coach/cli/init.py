"""`coach init`: look at what is in a folder and write a configuration that fits."""

from __future__ import annotations

import os
from collections.abc import Iterator

from coach.cli.options import Values
from coach.cli.session import CLEAN, Session
from coach.errors import UsageError
from coach.replacing import write_file
from coach.reports.statistics import counted
from coach.settings.discovery import NAMES
from coach.settings.sources import shown
from coach.settings.starting import PRE_COMMIT, configuration, counts
from coach.settings.survey import Survey, survey

CONFIG = "coach.toml"
HOOKS = ".pre-commit-config.yaml"
SHOWN = 3
"""How many exports are named one by one."""


def run(values: Values, session: Session) -> int:
    """Write coach.toml, say what was found and what to do next.

    Raises UsageError for a folder that is not there, and rather than overwrite a configuration without `--force`.
    """
    folder = next(iter(values.many("paths")), os.curdir)
    if len(values.many("paths")) > 1:
        raise UsageError("one folder at a time", hint="coach init macros/")
    if not os.path.isdir(folder):
        raise UsageError("there is no such folder", where=folder, hint=f"make it first, or name another: coach init {os.curdir}")
    refuse_to_overwrite(folder, force=values.flag("force"))
    found = survey(folder)
    path = os.path.join(folder, CONFIG)
    baseline = values.flag("baseline")
    write_file(path, configuration(found, baseline=baseline).encode("utf-8"))
    lines = [*report(found, folder), "", f"Wrote {shown(path)}. Have a look: it says what you can change, and how."]
    lines += hooks(folder) if values.flag("pre_commit") else []
    session.console.write("".join(f"{line}\n" for line in (*lines, "", *next_steps(found, folder, baseline=baseline))))
    return CLEAN


def refuse_to_overwrite(folder: str, *, force: bool) -> None:
    """Raise UsageError where there is a configuration that `--force` was not given for, or that would hide the new one."""
    there = [name for name in NAMES if os.path.exists(os.path.join(folder, name))]
    if there and (not force or there[0] != CONFIG):
        hint = "--force writes it anew" if there[0] == CONFIG else "it comes before coach.toml: edit it, or take it away"
        raise UsageError("there is a configuration already", where=shown(os.path.join(folder, there[0])), hint=hint)


def report(found: Survey, folder: str) -> Iterator[str]:
    """What was found, a line each."""
    name = "this folder" if folder == os.curdir else folder
    if not found.kinds and not found.exports and not found.libraries:
        yield f"No replies in {name} yet. coach reads text, Markdown, HTML, mail, templates and exports of help desks."
    else:
        yield f"In {name}:"
    for kind, number in found.kinds.most_common():
        yield f"  {counted(number, 'file')} of {kind}"
    for path in found.exports[:SHOWN]:
        yield f"  {path}, an export of your help desk"
    if len(found.exports) > SHOWN:
        yield f"  ... and {counted(len(found.exports) - SHOWN, 'more export')}"
    for path in found.libraries[:SHOWN]:
        yield f"  {path}, which seems to hold texts (see include in coach.toml)"
    if found.languages:
        yield f"  languages: {counts(found)}"
    for folder_name, what in ((found.phrasebooks, "phrasebooks"), (found.templates, "templates")):
        if folder_name:
            yield f"  {folder_name}/, your own {what}"


def hooks(folder: str) -> Iterator[str]:
    """Write the configuration of pre-commit, or say what to add to the one that is there."""
    path = os.path.join(folder, HOOKS)
    yield ""
    if os.path.exists(path):
        yield f"There is a {shown(path)} already. Add this to it:"
        yield ""
        yield from PRE_COMMIT.splitlines()[1:]
        return
    write_file(path, PRE_COMMIT.encode("utf-8"))
    yield f"Wrote {shown(path)}. `pre-commit install` turns it on."


def next_steps(found: Survey, folder: str, *, baseline: bool) -> Iterator[str]:
    """The next command."""
    yield "Next:"
    where = f" {folder}"
    if baseline:
        yield f"  coach check{where} --write-baseline"
        yield "which notes down what is there today. From then on only what is new is shown:"
    yield f"  coach check{where}"
