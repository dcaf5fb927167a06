"""Changing a file that people edit: not what somebody else has changed meanwhile, is read-only or lies outside of the project."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from coach.errors import UsageError
from coach.replacing import beside, take_after
from coach.sources.files import read, reason


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
        with beside(str(target), data) as new:
            take_after(new, known)
            if read(str(target)) not in (was, data):  # another run may have made the very same change
                hint = "it was left as it is now; run coach again"
                raise UsageError("changed while coach was reading it", where=path, hint=hint)
            os.replace(new, target)
    except OSError as error:
        raise UsageError(f"cannot be written: {reason(error)}", where=path) from None
    return known.st_nlink - 1


def _leads_out(path: str, target: Path, root: str) -> bool:
    """Whether a path that begins in the folder `root` ends outside of it."""
    folder = Path(root).resolve()
    begins = Path(os.path.abspath(path))  # as it is written: resolve() would follow the link
    inside = begins.is_relative_to(os.path.abspath(root)) or begins.is_relative_to(folder)
    return inside and not target.is_relative_to(folder)
