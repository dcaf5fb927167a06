"""Writing a small file in one step: whoever reads it sees the old one or the new one, never half of it.

`coach.cli.atomic` does more (links, owners, files that changed meanwhile) and stands to the right of this layer.
"""

from __future__ import annotations

import os
import stat
import tempfile

from coach.errors import UsageError

PRIVATE = 0o600


def replace(path: str, text: str, mode: int | None = None) -> None:
    """Put a text at `path`. The file gets that mode; without one it keeps what it had, or has what a new file gets.

    Raises UsageError when it cannot be written; then it is as it was.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        os.makedirs(folder, exist_ok=True)
        kept = stat.S_IMODE(os.stat(path).st_mode) if os.path.exists(path) else 0o644
        handle, temporary = tempfile.mkstemp(prefix=".coach-", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(temporary, kept if mode is None else mode)
            os.replace(temporary, path)
        finally:
            if os.path.exists(temporary):
                os.unlink(temporary)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", where=path) from None
