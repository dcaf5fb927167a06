"""Checking many files on several cores: chunks of files go to processes of their own, and come back in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from coach.checking.judging import Options, Task, check_sources
from coach.checking.record import Checked
from coach.config import Config
from coach.engine import Coach
from coach.errors import UsageError

MOST = 61
"""How many processes Windows can wait for; no run needs more."""

SHARES = 4
"""How many chunks each process gets, so that none waits long for the others at the end."""


def in_parallel(tasks: Sequence[Task], jobs: int, options: Options) -> Iterator[Checked | UsageError]:
    """The same as `check_sources`, on `jobs` processes.

    Each process loads the phrasebooks for itself: they are mapped from the cache in a few milliseconds. A file's text does not
    travel back. Ctrl-C is for this process alone: one that ends while it hands over a result would leave the others waiting.
    Raises UsageError when a process is killed.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from signal import SIG_IGN, SIGINT, signal

    size = -(-len(tasks) // (jobs * SHARES))
    work = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    pool = ProcessPoolExecutor(min(jobs, len(work), MOST), initializer=signal, initargs=(SIGINT, SIG_IGN))
    try:
        for chunk, found in zip(work, pool.map(check_chunk, work, [options] * len(work)), strict=True):
            for task, one in zip(chunk, found, strict=True):
                yield one._replace(text=task.source.text) if isinstance(one, Checked) else one
    except BrokenProcessPool:
        hint = "there may be too little memory for so many: --jobs 1 needs the least"
        raise UsageError("one of the processes that check files was killed", hint=hint) from None
    finally:
        pool.shutdown(cancel_futures=True)


def check_chunk(tasks: Sequence[Task], options: Options) -> list[Checked | UsageError]:
    """A chunk of files, in a process of its own; without their texts."""
    found = check_sources(tasks, judge_for, options)
    return [one._replace(text="") if isinstance(one, Checked) else one for one in found]


@lru_cache(maxsize=1)
def first_coach() -> Coach:
    """The coach whose phrasebooks all others of this process share."""
    return Coach()


@lru_cache(maxsize=64)
def judge_for(config: Config) -> Coach:
    """The coach for texts of a configuration."""
    return first_coach().with_config(config)
