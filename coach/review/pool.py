"""A review on several cores of this machine: batches travel to processes of their own and come back as they are done."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from signal import SIG_IGN, SIGINT, signal
from threading import Thread

import pyarrow as pa

from coach.errors import CoachError
from coach.phrasebook.cache import silent
from coach.review.batches import review, whole
from coach.review.judging import ReviewOptions
from coach.review.rows import beginnings

START = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
"""How a process is started."""

MOST = 61
"""How many processes Windows can wait for; no run needs more."""

AHEAD = 2
"""How many batches wait for each process, so that none is idle while this one writes: memory does not grow with the input."""

WORTHWHILE = 3
"""Fewer batches are done before a second process has started."""

SELDOM = 1_000_000
"""New objects between two rounds of the garbage collector, which finds some sixty a MB of turns."""

FEW = 200
"""Turns that are likely to be in all languages that will come."""

NAMED = 5
"""How many conversations of a batch that cannot be judged are named."""


def reviewed(
    batches: Iterable[pa.RecordBatch], options: ReviewOptions, jobs: int, progress: Callable[[str], None] = silent
) -> Iterator[pa.RecordBatch]:
    """Batches of GIVEN judged on `jobs` processes: batches of FOUND, in any order.

    The first conversations are judged here, so that only one process compiles phrasebooks (`progress` gets a line before each).
    Raises UsageError as `review` does, and CoachError that names the conversations when a
    process dies twice over the same batch.
    """
    pieces = whole(batches)
    first = list(islice(pieces, WORTHWHILE)) if jobs > 1 else []
    if len(first) < WORTHWHILE:
        return review(chain(first, pieces), options, progress)
    cut = next((start for start in beginnings(first[0]) if start >= FEW), first[0].num_rows)
    here, there = [first[0][:cut]], chain([first[0][cut:]], first[1:], pieces)
    return chain(review(here, options, progress), in_parallel(there, options, min(jobs, MOST)))


def in_parallel(pieces: Iterator[pa.RecordBatch], options: ReviewOptions, jobs: int) -> Iterator[pa.RecordBatch]:
    """Whole conversations judged on `jobs` processes; so many batches are under way at a time that memory stays the same.

    When a process dies all others end with it, and every batch under way is judged again, each alone in a new process: only one
    that kills its process again is to blame.
    """
    under_way: dict[Future[bytes], bytes] = {}
    pool = new_pool(jobs)
    try:
        while True:
            for piece in islice(pieces, jobs * (1 + AHEAD) - len(under_way)):
                data = packed([piece])
                under_way[begun(pool, data, options)] = data
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            if any(map(died, done)):
                pool.shutdown()
                pool, done = new_pool(jobs), set(under_way)
            for future in done:
                data = under_way.pop(future)
                yield from unpacked(judged_alone(data, options) if died(future) else future.result())
    finally:
        pool.shutdown(cancel_futures=True)


def new_pool(jobs: int) -> ProcessPoolExecutor:
    """Processes that wait for work. They are not forked from this one: it has threads (of the progress bar, of DuckDB, of Dask),
    and a lock that one of them holds would stay locked in the new process for ever.
    """
    return ProcessPoolExecutor(jobs, get_context(START), initializer=settle)


def settle() -> None:
    """Make a new process ready: Ctrl-C is for the parent alone, because a process that ends while it hands over a result would
    leave the others waiting; and when the parent is killed, this one ends, too, which waits for work that never comes.
    """
    signal(SIGINT, SIG_IGN)
    at_home()
    Thread(target=end_with_parent, daemon=True).start()


def at_home() -> None:
    """Settle for all of a process what suits a review, and so only in one of our own: Arrow gives back what it needs no more (its
    own pool would keep 30 MB), and the garbage collector seldom looks for what it hardly finds.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    gc.set_threshold(SELDOM)


def end_with_parent() -> None:
    """Wait for the end of the parent, then end this process."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def begun(pool: ProcessPoolExecutor, data: bytes, options: ReviewOptions) -> Future[bytes]:
    """A batch handed to the pool. The future of one that is broken already says so."""
    try:
        return pool.submit(judged, data, options)
    except BrokenProcessPool as error:
        future: Future[bytes] = Future()
        future.set_exception(error)
        return future


def died(future: Future[bytes]) -> bool:
    """Whether a process was killed before this batch was judged."""
    return future.done() and isinstance(future.exception(), BrokenProcessPool)


def judged_alone(data: bytes, options: ReviewOptions) -> bytes:
    """A batch judged in a process of its own. Raises CoachError that names the conversations when that is killed."""
    with new_pool(1) as pool:
        try:
            return pool.submit(judged, data, options).result()
        except BrokenProcessPool:
            raise fatal(data, "there may be too little memory: --jobs 1 needs the least") from None


def fatal(data: bytes, hint: str) -> CoachError:
    """The error for a batch over which processes die: the first conversations of it, and where they are."""
    rows = [row for batch in unpacked(data) for row in batch.take(beginnings(batch)).to_pylist()]
    names = [f"{row['conversation']} ({row['source']}:{row['line']})" if row["source"] else row["conversation"] for row in rows]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    told = f"conversations {', '.join(names[:NAMED])}{more}"
    return CoachError(f"a process was killed each time it judged {told}", hint=hint)


def judged(data: bytes, options: ReviewOptions) -> bytes:
    """Whole conversations judged, in whatever process this is: batches of GIVEN in, batches of FOUND out, as Arrow IPC bytes."""
    return packed(review(unpacked(data), options))


def packed(batches: Iterable[pa.RecordBatch]) -> bytes:
    """Batches of one schema as the bytes of an Arrow IPC stream; nothing for no batch."""
    sink = pa.BufferOutputStream()
    rest = iter(batches)
    for first in rest:
        with pa.ipc.new_stream(sink, first.schema) as out:
            for batch in chain([first], rest):
                out.write_batch(batch)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def unpacked(data: bytes) -> Iterator[pa.RecordBatch]:
    """The batches of an Arrow IPC stream."""
    if data:
        with pa.ipc.open_stream(data) as stream:
            yield from stream
