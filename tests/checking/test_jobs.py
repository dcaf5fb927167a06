"""Several processes: what happens when one of them does not come back."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence

import pytest

from coach.checking import jobs
from coach.checking.judging import Options, Task
from coach.checking.record import Checked
from coach.config import Config
from coach.errors import UsageError
from coach.settings.record import Settings
from coach.sources.document import Reading
from coach.sources.files import Source


def killed(tasks: Sequence[Task], options: Options) -> list[Checked | UsageError]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX kills so")
def test_a_process_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "check_chunk", killed)
    task = Task(Source("a.txt", "Hello.", "utf-8", b""), Settings(Config(), Reading(), ""))
    with pytest.raises(UsageError, match="one of the processes that check files was killed\n  there may be too little memory"):
        list(jobs.in_parallel([task] * 4, 2, Options()))
