"""One run over many files: unchanged ones from the results of earlier runs, the others on one core or several, all in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from coach.checking.judging import JudgeFor, Options, Task, check_sources
from coach.checking.record import Checked
from coach.errors import UsageError

if TYPE_CHECKING:
    from coach.checking.results import Results

TOGETHER = 50
"""How many files are judged together."""

WINDOW = 5_000
"""How many files are held at once where several processes work on them."""

WORTHWHILE = 400
"""Fewer files are done before a second process has started."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_all(
    tasks: Iterable[Task | UsageError], judge_for: JudgeFor, options: Options, jobs: int = 1, results: Results | None = None
) -> Iterator[tuple[Task, Checked] | UsageError]:
    """Each file with what was found in it, or why it cannot be read, in order.

    `jobs` is how many processes may work; `results` are those of earlier runs.
    """
    rest = iter(tasks)
    while window := list(islice(rest, WINDOW if jobs > 1 else TOGETHER)):
        known = [results.get(task) if results and isinstance(task, Task) else None for task in window]
        waiting = [task for task, found in zip(window, known, strict=True) if isinstance(task, Task) and found is None]
        fresh = iter(checked_anew(waiting, judge_for, options, jobs))
        for task, found in zip(window, known, strict=True):
            if isinstance(task, UsageError):
                yield task
            elif found is not None:
                yield task, found
            else:
                one = next(fresh)
                if results and isinstance(one, Checked):
                    results.put(task, one)
                yield (task, one) if isinstance(one, Checked) else one
    if results:
        results.close()


def checked_anew(tasks: Sequence[Task], judge_for: JudgeFor, options: Options, jobs: int) -> Iterator[Checked | UsageError]:
    """Files of which nothing is known; the first ones always here, so that only one process compiles phrasebooks and says so."""
    here = len(tasks) if jobs == 1 or len(tasks) < WORTHWHILE else TOGETHER
    for start in range(0, here, TOGETHER):
        yield from check_sources(tasks[start : min(here, start + TOGETHER)], judge_for, options)
    if here < len(tasks):
        from coach.checking.jobs import in_parallel

        yield from in_parallel(tasks[here:], jobs, options)
