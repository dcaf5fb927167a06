"""The end of a review that somebody else wants: kill, or a terminal that is closed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def swept_up() -> Iterator[None]:
    """Let these signals end the process as Ctrl-C does: the copy of standard input, with all that people wrote, must not stay in
    the temporary folder. A signal that is ignored, as under nohup, stays so. Only in the main thread; elsewhere nothing changes.
    """

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    known = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    if current_thread() is not main_thread():
        known = []
    before = {one: signal.getsignal(one) for one in known}
    changed = [one for one in known if before[one] == signal.SIG_DFL]
    for one in changed:
        signal.signal(one, end)
    try:
        yield
    finally:
        for one in changed:
            signal.signal(one, before[one])
