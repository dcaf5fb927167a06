"""Writing a file in one step: another reader sees the old file or the new one, never half of it, even when coach is killed.

The new contents are written beside the file under a name that begins with ".coach-", brought to the disk, and moved into place.
A run that is killed in between leaves that file behind; it is hidden and has no suffix, so that nothing takes it for a draft.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.errors import UsageError
from coach.sources.files import read, reason

PREFIX = ".coach-"


def write_file(path: str, data: bytes) -> None:
    """Put `data` at `path`, keeping owner and permissions of a file that was there. Raises UsageError."""
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a pipe or /dev/null is written to, not replaced
            return
        with _beside(target, data, target.stat() if target.exists() else None) as new:
            new.replace(target)
    except OSError as error:
        raise UsageError(f"cannot be written: {reason(error)}", where=path) from None
    except ValueError as error:  # a name with NUL in it
        raise UsageError(f"cannot be written: {error}", where=path) from None


def replace_file(path: str, data: bytes, was: bytes, root: str = "") -> int:
    """Put `data` in the place of a file whose bytes were `was`; of a link, in the place of the file that it leads to.

    Returns how many other names (hard links) the file had: they keep the old contents. Raises UsageError, and leaves the file as
    it is, when it has changed since it was read, is read-only or no ordinary file, or when a link leads to it out of the folder
    `root` ("" for no such limit).
    """
    try:
        target = Path(path).resolve()
        if root and _leads_out(path, target, root):
            hint = "name the file itself, if it is to be changed"
            raise UsageError("not written: a link leads out of the project", where=path, hint=hint)
        known = target.stat()
        if not stat.S_ISREG(known.st_mode):
            raise UsageError("cannot be changed: it is no ordinary file", where=path, hint="use - for standard input")
        # Moving a file needs the permission of its folder only; whoever made this one read-only meant something by it.
        if not known.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise UsageError("cannot be changed: it is read-only", where=path)
        with _beside(target, data, known) as new:
            if read(str(target)) not in (was, data):  # another run may have made the very same change
                hint = "it was left as it is now; run coach again"
                raise UsageError("changed while coach was reading it", where=path, hint=hint)
            new.replace(target)
    except OSError as error:
        raise UsageError(f"cannot be written: {reason(error)}", where=path) from None
    return known.st_nlink - 1


@contextmanager
def _beside(target: Path, data: bytes, known: os.stat_result | None) -> Iterator[Path]:
    """A new file in the folder of another, with what the other is to hold and what is `known` of it; gone unless it was moved."""
    handle, name = tempfile.mkstemp(prefix=PREFIX, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if known:
            _give(name, known)
        temporary.chmod(stat.S_IMODE(known.st_mode) if known else 0o666 & ~_umask())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _give(name: str, known: os.stat_result) -> None:
    """Hand a file to the group and the owner of another, as far as this user may."""
    if not hasattr(os, "chown"):
        return
    for owner, group in ((-1, known.st_gid), (known.st_uid, -1)):
        try:
            os.chown(name, owner, group)
        except OSError:
            continue


def _leads_out(path: str, target: Path, root: str) -> bool:
    """Whether a path that begins in the folder `root` ends outside of it."""
    folder = Path(root).resolve()
    begins = Path(os.path.abspath(path))  # as it is written: resolve() would follow the link
    inside = begins.is_relative_to(os.path.abspath(root)) or begins.is_relative_to(folder)
    return inside and not target.is_relative_to(folder)


def _umask() -> int:
    """The mask of this process; there is no way to read it without setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
