"""`coach config show|schema`: the settings in force, where each was said, and what may be said at all."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.cli.options import Values
from coach.cli.session import CLEAN, Session
from coach.cli.settings import flags
from coach.settings.discovery import Projects
from coach.settings.merging import merged
from coach.settings.origins import origins, place
from coach.settings.project import Project
from coach.settings.record import LibraryFor
from coach.settings.schema import json_schema
from coach.settings.sources import shown
from coach.settings.walking import Walk

SCHEMA_VERSION = 1
OWN = "output-format"
"""Here this flag says how to print the settings, and is none of them."""


class Shown(NamedTuple):
    """What holds for one path."""

    path: str
    project: Project
    values: Mapping[str, Any]
    origins: Mapping[str, tuple[str, ...]]
    tables: tuple[str, ...]
    library: LibraryFor | None
    read: bool


def show(values: Values, session: Session) -> int:
    """Print the settings of each path, or of the working folder. Raises UsageError for a configuration that is broken."""
    said = {key: value for key, value in flags(values).items() if key != OWN}
    known = Projects(said, config=values.many("config"), isolated=values.flag("isolated"), environ=session.console.environ)
    walk = Walk(known)
    found = [described(path, known, walk) for path in values.many("paths") or (os.curdir,)]
    if values.text("output_format") == "json":
        document = {"schema_version": SCHEMA_VERSION, "inputs": [record(one) for one in found]}
        session.console.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    else:
        session.console.write("\n".join(page(one, with_origins=values.flag("origin")) for one in found))
    return CLEAN


def schema(values: Values, session: Session) -> int:
    """Print the JSON Schema of a configuration file."""
    session.console.write(json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n")
    return CLEAN


def described(path: str, known: Projects, walk: Walk) -> Shown:
    """What holds for a path, whether there is a file or not."""
    folder = os.path.isdir(path)
    project = known.for_folder(path) if folder else known.for_file(path)
    overriding, library = ((), None) if folder else project.matching(path)
    return Shown(
        path,
        project,
        merged(project.layers(overriding)),
        origins(project, overriding),
        tuple(f"[[per-file]] {place(project.overrides[number].layer)}" for number in overriding),
        None if library is None else project.libraries[library],
        walk.reaches(path, project),
    )


def page(one: Shown, *, with_origins: bool) -> str:
    """The settings as they would be written; with their origins behind them."""
    head = [f"# {one.path}"]
    head += [f"# {shown(one.project.path)}" if one.project.path else "# no configuration file"]
    head += [f"# {table}" for table in one.tables]
    head += [] if one.read else ["# left out when a folder is checked"]
    lines = {key: f"{key} = {written(plain(one.values[key]))}" for key in one.origins}
    width = min(max(map(len, lines.values())), 40)
    rows = [f"{line:{width}}  # {', '.join(one.origins[key])}" if with_origins else line for key, line in lines.items()]
    return "".join(f"{line}\n" for line in (*head, *rows, *table(one.library, with_origins=with_origins)))


def table(library: LibraryFor | None, *, with_origins: bool) -> list[str]:
    """The `[[library]]` table of a file."""
    if library is None:
        return []
    fields = {name: plain(value) for name, value in library.library._asdict().items() if value}
    origin = f"  # {place(library.source)}" if with_origins else ""
    return ["", f"[[library]]{origin}", *(f"{name} = {written(value)}" for name, value in fields.items())]


def record(one: Shown) -> dict[str, Any]:
    """The settings as JSON."""
    library = one.library and {name: plain(value) for name, value in one.library.library._asdict().items()}
    return {
        "path": one.path,
        "file": one.project.path or None,
        "root": one.project.root,
        "read": one.read,
        "values": {key: plain(one.values[key]) for key in one.origins},
        "origins": {key: list(places) for key, places in one.origins.items()},
        "library": library,
    }


def plain(value: Any) -> Any:
    """A value as it is written in a file: patterns without their folders."""
    return [getattr(one, "pattern", one) for one in value] if isinstance(value, tuple) else value


def written(value: Any) -> str:
    """A value in TOML, whose texts, numbers and lists are those of JSON."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{json.dumps(key)} = {json.dumps(one)}" for key, one in value.items()) + " }" if value else "{}"
    return json.dumps(value, ensure_ascii=False)
