"""Writing a file in one step: another reader sees the old file or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from coach.errors import UsageError
from coach.sources.files import reason


def write_file(path: str, data: bytes) -> None:
    """Put `data` at `path`, keeping the permissions of a file that was there. Raises UsageError."""
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a pipe or /dev/null is written to, not replaced
            return
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=".coach-", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink()
            raise
    except OSError as error:
        raise UsageError(f"cannot be written: {reason(error)}", where=path) from None


def _umask() -> int:
    """The mask of this process; there is no way to read it without setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
