"""Reading a configuration file, and the name it is shown under."""

from __future__ import annotations

import os

from coach.errors import UsageError
from coach.sources.files import read


def decoded(path: str) -> str:
    """The text of a file in UTF-8, without a byte order mark. Raises UsageError."""
    try:
        return read(path).decode("utf-8-sig")
    except UsageError as error:
        raise UsageError(error.message, where=shown(path)) from None
    except UnicodeDecodeError as error:
        message = f"not valid UTF-8 at byte {error.start}"
        raise UsageError(message, where=shown(path), hint="a configuration file is always in UTF-8; save it so") from None


def shown(path: str) -> str:
    """A path as people write it: from the working folder where it lies below it."""
    try:
        inner = os.path.relpath(path)
    except (OSError, ValueError):  # no working folder; another drive of Windows
        return path
    return path if inner.startswith("..") else inner
