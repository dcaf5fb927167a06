"""A review on many machines: the same batches sent to a Dask cluster, the results gathered as they are done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from coach.errors import CoachError, UsageError
from coach.review.batches import whole
from coach.review.judging import ReviewOptions
from coach.review.pool import fatal, judged, packed, unpacked

if TYPE_CHECKING:
    import pyarrow as pa

PER_THREAD = 3
"""How many batches are under way for each thread of the cluster: one that is judged and two that wait."""

LEAST = 8
"""How many are under way at least; workers may join while the review runs."""

PATIENCE = 10
"""Seconds in which a scheduler must answer."""

ADDRESS = "give the address that the scheduler printed, such as tcp://10.0.0.5:8786"
WHOLE = "what is in the store is whole; start the review again"


def reviewed(batches: Iterable[pa.RecordBatch], options: ReviewOptions, scheduler: str) -> Iterator[pa.RecordBatch]:
    """Batches of GIVEN judged by the workers of a scheduler ("tcp://host:8786"): batches of FOUND, in any order, nothing twice.

    What a lost worker had is given to another by the scheduler. The words of the conversations travel as they are: the workers,
    and the network between, must be allowed to see them. Raises UsageError where distributed is missing or the scheduler does not
    answer, and CoachError for a batch over which workers die again and again, and where the workers cannot run coach.
    """
    with connected(scheduler) as client:
        yield from spread(whole(batches), options, client)


def spread(pieces: Iterator[pa.RecordBatch], options: ReviewOptions, client: Any) -> Iterator[pa.RecordBatch]:
    """Whole conversations judged by a cluster; only so many batches are under way that memory stays the same, here and there."""
    running = distributed().as_completed(loop=client.loop)
    data_of: dict[str, bytes] = {}
    while True:
        for piece in islice(pieces, max(LEAST, PER_THREAD * sum(client.nthreads().values())) - len(data_of)):
            data = packed([piece])
            future = client.submit(judged, data, options, pure=False)
            data_of[future.key] = data
            running.add(future)
        if not data_of:
            return
        future = next(running)
        yield from unpacked(result_of(future, data_of.pop(future.key)))
        future.release()


def result_of(future: Any, data: bytes) -> bytes:
    """What a worker gave for a batch. Raises CoachError where no worker lived to give it, or none could begin."""
    from concurrent.futures import CancelledError

    try:
        result: bytes = future.result()
    except distributed().KilledWorker:
        raise fatal(data, "there may be too little memory: see the logs of the workers") from None
    except CancelledError:
        raise CoachError("the scheduler was lost", hint=WHOLE) from None
    except (ImportError, AttributeError) as error:
        hint = "install the same version of reply-coach on every worker"
        raise CoachError(f"the workers cannot run this review: {error}", hint=hint) from None
    return result


@contextmanager
def connected(scheduler: str) -> Iterator[Any]:
    """The client of a scheduler, closed in the end. Raises UsageError."""
    try:
        new_client = distributed().Client
    except ImportError:
        hint = "pip install 'reply-coach[dask]'"
        raise UsageError("a review on a cluster needs the package distributed", where=scheduler, hint=hint) from None
    if "://" not in scheduler:
        raise UsageError("this is no address of a scheduler", where=scheduler, hint=ADDRESS)
    try:
        client = new_client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"the scheduler does not answer: {error}", where=scheduler, hint=ADDRESS) from None
    with client:
        yield client


def distributed() -> Any:
    """The package of Dask that knows clusters; half a second, and only with the extra `dask`. Raises ImportError."""
    return import_module("distributed")
