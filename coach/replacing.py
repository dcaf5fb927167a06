"""Writing a file in one step: another reader sees the old file or the new one, never half of it, even when coach is killed.

The new contents are written beside the file under a name that begins with ".coach-", and moved into place. A run that is killed
in between leaves that file behind; it is hidden and has no suffix, so that nothing takes it for a draft.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from coach.errors import UsageError

PREFIX = ".coach-"
PRIVATE = 0o600
ORDINARY = 0o666
"""What a new file may be: the system takes from it what the user's mask takes."""


def write_file(path: str, data: bytes, *, private: bool = False) -> None:
    """Put `data` at `path`, keeping owner and permissions of a file that was there; of a link, where it leads to.

    A `private` file can be read by its owner only, whatever it was before. Raises UsageError; then the file is as it was.
    """
    try:
        target = os.path.realpath(path)
        known = os.stat(target) if os.path.lexists(target) else None
        if known and not stat.S_ISREG(known.st_mode):
            with open(target, "wb") as file:  # a pipe or /dev/null is written to, not replaced
                file.write(data)
            return
        with beside(target, data, PRIVATE if known or private else ORDINARY) as new:
            if known:
                take_after(new, known, private=private)
            os.replace(new, target)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", where=path) from None
    except ValueError as error:  # a name with NUL in it
        raise UsageError(f"cannot be written: {error}", where=path) from None


@contextmanager
def beside(path: str, data: bytes, mode: int = PRIVATE, *, lasting: bool = True) -> Iterator[str]:
    """The path of a new file with `data` in it, in the folder of `path`; it is gone in the end unless it was moved.

    What is `lasting` is on the disk before anything can be moved; a cache, which is made anew, does without the wait.
    """
    name = os.path.join(os.path.dirname(path), PREFIX + os.urandom(6).hex())
    try:
        with open(name, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        yield name
    finally:
        try:
            os.unlink(name)
        except OSError:
            pass


def take_after(name: str, known: os.stat_result, *, private: bool = False) -> None:
    """Hand a file to the group and the owner of another, as far as this user may, and give it the other's permissions.

    A `private` one keeps its own.
    """
    if hasattr(os, "chown"):
        for owner, group in ((-1, known.st_gid), (known.st_uid, -1)):
            try:
                os.chown(name, owner, group)
            except OSError:
                continue
    if not private:
        os.chmod(name, stat.S_IMODE(known.st_mode))
