"""From what a command line says to the settings in force: flags by the names of keys, and the projects they beat."""

from __future__ import annotations

from collections.abc import Sequence

from coach.cli.options import Values
from coach.cli.session import Session
from coach.config import Config
from coach.errors import UsageError
from coach.settings.discovery import Projects
from coach.settings.record import Found
from coach.sources.files import STDIN

TEXTS = (
    "lang", "channel", "register", "min_severity", "encoding", "phrasebooks", "templates", "fail_on", "output_format", "baseline",
    "cache_dir",
)  # fmt: skip
LISTS = ("select", "extend_select", "ignore", "extend_ignore", "exclude", "extend_exclude")
FLAGS = {
    "force_exclude": ("force-exclude", True),
    "no_gitignore": ("respect-gitignore", False),
    "no_cache": ("cache", False),
}
"""Flags, with the key and the value that they stand for."""


def projects(values: Values, session: Session, base: Config | None = None) -> Projects:
    """The projects of a run; `base` is what no configuration can say.

    Raises UsageError for what is wrong in a flag, in a setting of `--config`, in a variable or in a file that is named.
    """
    return Projects(
        flags(values),
        config=_many(values, "config"),
        isolated=_given(values, "isolated") is True,
        environ=session.console.environ,
        base=base,
    )


def found(paths: Sequence[str], known: Projects, stdin_filename: str = "") -> Sequence[Found | UsageError]:
    """The files meant by paths with their settings; an unreadable folder comes as an error between them.

    Raises UsageError for a configuration that is broken, before any file is read.
    """
    if tuple(paths) == (STDIN,):  # nothing to search for, and nothing to import for it
        return (Found(STDIN, known.for_file(stdin_filename).settings_for(stdin_filename)),)
    from coach.settings.walking import find

    return find(paths, known, stdin_filename)


def with_folders(values: Values, session: Session) -> Values:
    """The line with the team's folders of phrasebooks and templates that the configuration names, where it names none itself."""
    run = projects(values, session).for_run((), "").run
    return values.told(**{name: getattr(run, name) for name in ("phrasebooks", "templates") if values.known(name)})


def flags(values: Values) -> dict[str, object]:
    """What was said by flags, by the names of keys. Raises UsageError for a number that is none."""
    found: dict[str, object] = {name: values.maybe(name) for name in TEXTS if _given(values, name)}
    found |= {name: values.listed(name) for name in LISTS if _given(values, name)}
    said = {name.replace("_", "-"): value for name, value in found.items()}
    said |= {key: value for name, (key, value) in FLAGS.items() if _given(values, name)}
    if _given(values, "jobs"):
        from coach.cli.numbers import number_of  # dates come with it, which a plain check does without

        said["jobs"] = number_of(values, "jobs", least=1)
    return said


def _given(values: Values, name: str) -> object:
    """What was said behind an option; None where the command has no such option."""
    try:
        return values.maybe(name) or values.many(name) or values.flag(name) or None
    except KeyError:
        return None


def _many(values: Values, name: str) -> tuple[str, ...]:
    return values.many(name) if _given(values, name) else ()
