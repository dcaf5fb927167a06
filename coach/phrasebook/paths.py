"""Where the phrasebooks and the user's cache are.

The cache is looked up on every start, so this uses os.path and the customs of the platforms instead of platformdirs (10 ms).
"""

from __future__ import annotations

import os
import sys

from coach.errors import UsageError
from coach.paths import data_folder


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


def partial_files(lang: str) -> list[str]:
    """The sentences that findings offer, in a fixed order."""
    folder = os.path.join(data_folder("templates"), lang, "partial")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))] if os.path.isdir(folder) else []


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
