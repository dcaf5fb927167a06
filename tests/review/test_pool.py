"""A review on several processes: everything once, whatever becomes of a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from coach.config import Config
from coach.errors import UsageError
from coach.review import pool
from coach.review.judging import ReviewOptions
from coach.review.record import Conversation, Turn
from coach.review.rows import given

OPTIONS = ReviewOptions(Config(lang="en", channel="chat"), threads=False)
POISON = "poison"
the_judge = pool.judged


def batches(count: int, special: str = "") -> Iterator[pa.RecordBatch]:
    """Batches of about 4,000 turns, as many as are judged together; `special` is the id of one conversation in the midst."""
    for number in range(count):
        yield given(
            Conversation(
                special if (number, place) == (count // 2, 7) and special else f"{number}-{place}",
                (Turn("agent", f"You forgot {number}."),) * 500,
                "a.jsonl",
            )
            for place in range(8)
        )


def conversations(found: Iterator[pa.RecordBatch]) -> list[str]:
    return sorted(
        row
        for batch in found
        for row, turn in zip(batch["conversation"].to_pylist(), batch["turn"].to_pylist(), strict=True)
        if turn == 0
    )


def expected(count: int) -> list[str]:
    return sorted(f"{number}-{place}" for number in range(count) for place in range(8))


def deadly(data: bytes, options: ReviewOptions) -> bytes:
    """Dies over one conversation, as a process does that takes too much memory."""
    if POISON.encode() in data:
        os.kill(os.getpid(), signal.SIGKILL)
    return the_judge(data, options)


def test_one_process_and_several_find_the_same() -> None:
    alone, both = ([row for batch in pool.reviewed(batches(5), OPTIONS, jobs) for row in batch.to_pylist()] for jobs in (1, 2))
    assert len(alone) == 20_000
    assert sorted(map(repr, alone)) == sorted(map(repr, both))


def test_little_is_judged_without_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "in_parallel", lambda *given: pytest.fail("two batches do not need another process"))
    assert conversations(pool.reviewed(batches(2), OPTIONS, 2)) == expected(2)


def test_nothing_is_an_empty_review() -> None:
    assert list(pool.reviewed([], OPTIONS, 2)) == []


def test_only_so_much_is_read_ahead() -> None:
    read = 0

    def counted() -> Iterator[pa.RecordBatch]:
        nonlocal read
        for batch in batches(40):
            read += 1
            yield batch

    found = pool.in_parallel(pool.whole(counted()), OPTIONS, 1)
    next(found)
    assert read <= 2 + 1 + pool.AHEAD
    found.close()  # type: ignore[attr-defined]


def test_a_process_that_is_killed_costs_nothing() -> None:
    found = pool.in_parallel(pool.whole(batches(12)), OPTIONS, 2)
    first = next(found)
    os.kill(multiprocessing.active_children()[0].pid or 0, signal.SIGKILL)
    assert conversations(iter([first, *found])) == expected(12)


POISONED = """
import sys
sys.path.insert(0, {folder!r})
import test_pool
from coach.errors import CoachError
if __name__ == "__main__":
    test_pool.pool.judged = test_pool.deadly
    try:
        list(test_pool.pool.in_parallel(test_pool.pool.whole(test_pool.batches(3, test_pool.POISON)), test_pool.OPTIONS, 2))
    except CoachError as error:
        print(error.message)
"""


def test_a_conversation_that_kills_twice_is_named(tmp_path: Path) -> None:
    # In a program of its own: the stand-in that dies must be found by name in the processes.
    script = tmp_path / "run.py"
    script.write_text(POISONED.format(folder=str(Path(__file__).parent)), encoding="utf-8")
    run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    assert "killed each time" in run.stdout, run.stderr
    assert "a.jsonl:0" in run.stdout
    assert "and 3 more" in run.stdout


def test_a_wrong_setting_is_told_as_such() -> None:
    wrong = OPTIONS._replace(config=Config(channel="pigeon"))
    with pytest.raises(UsageError, match="pigeon"):
        list(pool.in_parallel(pool.whole(batches(2)), wrong, 2))


RUN = """
import sys
sys.path.insert(0, {folder!r})
from test_pool import OPTIONS, batches, pool
if __name__ == "__main__":
    for batch in pool.in_parallel(pool.whole(batches(10_000)), OPTIONS, 2):
        print("found", flush=True)
"""


def started(tmp_path: Path) -> subprocess.Popen[str]:
    """A review without end in a process group of its own, when both of its processes have begun to find something."""
    script = tmp_path / "run.py"
    script.write_text(RUN.format(folder=str(Path(__file__).parent)), encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert run.stdout
    for _ in range(6):
        assert run.stdout.readline() == "found\n"
    return run


def gone(group: int, within: float = 20.0) -> bool:
    """Whether no process of that group is left."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_ctrl_c_ends_all_processes_and_says_nothing_of_them(tmp_path: Path) -> None:
    run = started(tmp_path)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=30)
    assert told.rstrip().endswith("KeyboardInterrupt")
    assert told.count("Traceback") == 1
    assert gone(run.pid)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_no_process_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    run = started(tmp_path)
    run.kill()
    run.communicate(timeout=30)
    assert gone(run.pid)
