"""Where the shipped data and the user's cache are.

Both are looked up on every start, so this uses os.path and the package's own file instead of importlib.resources and
platformdirs (40 and 10 ms of a 40 ms budget); wheels are always unpacked on disk, so nothing is lost by it.
"""

from __future__ import annotations

import os
import sys

from coach.errors import UsageError

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def data_folder(name: str) -> str:
    """The folder of shipped data `name` ("phrasebooks", "templates"): inside an installed package, else in the checkout."""
    installed = os.path.join(PACKAGE, "_data", name)
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(PACKAGE), name)


def cache_folder() -> str:
    """The user's cache folder for compiled phrasebooks: COACH_CACHE_DIR, or the custom of the platform."""
    told = os.environ.get("COACH_CACHE_DIR")
    if told:
        return told
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~"), "coach", "Cache")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/coach")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "coach")


def book_files(lang: str) -> list[str]:
    """The phrasebook files of a language in a fixed order."""
    return yaml_files(os.path.join(data_folder("phrasebooks"), lang))


def team_files(folder: str, lang: str) -> list[str]:
    """The files of a team's folder for a language; none without a folder. Raises UsageError for a folder that is not there."""
    if not folder:
        return []
    if not os.path.isdir(folder):
        raise UsageError("no such folder of phrasebooks", where=folder, hint="`coach phrasebook new` starts one")
    return yaml_files(os.path.join(folder, lang))


def yaml_files(folder: str) -> list[str]:
    """The YAML files of a folder in a fixed order; none where there is no folder."""
    try:
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".yaml")]
    except OSError:
        return []
