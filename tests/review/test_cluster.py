"""A review on a Dask cluster: everything once, also when a worker is lost on the way."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pyarrow as pa
import pytest

from coach.config import Config
from coach.errors import CoachError, UsageError
from coach.review import cluster
from coach.review.judging import ReviewOptions
from coach.review.pool import packed
from coach.review.record import Conversation, Turn
from coach.review.rows import given

pytest.importorskip("distributed", reason="the extra dask is not installed")
from distributed import LocalCluster

OPTIONS = ReviewOptions(Config(lang="en", channel="chat"), threads=False)


def batches(count: int) -> Iterator[pa.RecordBatch]:
    """Batches of about 4,000 turns, as many as are judged together."""
    for number in range(count):
        turns = (Turn("agent", f"You forgot {number}."),) * 500
        yield given(Conversation(f"{number}-{place}", turns) for place in range(8))


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalCluster]:
    """Two worker processes on this machine, of one thread each."""
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50) as local:
        yield local


def test_a_worker_lost_on_the_way_costs_nothing_and_doubles_nothing(workers: LocalCluster) -> None:
    with cluster.connected(workers.scheduler_address) as client:
        found = cluster.spread(cluster.whole(batches(30)), OPTIONS, client)
        some = [next(found)]
        os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)
        some += found
    turns = [turn for batch in some for turn in zip(batch["conversation"].to_pylist(), batch["turn"].to_pylist(), strict=True)]
    assert len(turns) == len(set(turns)) == 30 * 8 * 500
    assert all(findings for batch in some for findings in batch["findings"].to_pylist())


def test_results_come_as_they_are_done(workers: LocalCluster) -> None:
    sizes = [batch.num_rows for batch in cluster.reviewed(batches(6), OPTIONS, workers.scheduler_address)]
    assert sum(sizes) == 24_000
    assert len(sizes) >= 6


def test_nothing_is_an_empty_review(workers: LocalCluster) -> None:
    assert list(cluster.reviewed([], OPTIONS, workers.scheduler_address)) == []


def test_a_wrong_setting_is_told_as_such(workers: LocalCluster) -> None:
    wrong = OPTIONS._replace(config=Config(channel="pigeon"))
    with pytest.raises(UsageError, match="pigeon"):
        list(cluster.reviewed(batches(1), wrong, workers.scheduler_address))


def test_a_batch_over_which_workers_die_is_named() -> None:
    from distributed import KilledWorker

    class Lost:
        def result(self) -> bytes:
            raise KilledWorker("task", None, 3)

    with pytest.raises(CoachError, match="0-0"):
        cluster.result_of(Lost(), packed(batches(1)))


def test_workers_without_coach_are_told_apart_from_a_fault() -> None:
    class Lost:
        def result(self) -> bytes:
            raise ModuleNotFoundError("No module named 'coach'")

    with pytest.raises(CoachError, match="No module named 'coach'") as told:
        cluster.result_of(Lost(), b"")
    assert "same version" in told.value.hint


def test_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    with pytest.raises(UsageError, match="does not answer") as told:
        list(cluster.reviewed(batches(1), OPTIONS, "tcp://127.0.0.1:9"))
    assert told.value.where == "tcp://127.0.0.1:9"


def test_an_address_of_another_kind() -> None:
    with pytest.raises(UsageError, match="does not answer"):
        list(cluster.reviewed(batches(1), OPTIONS, "carrier://pigeon"))


def test_a_missing_package_is_named_with_the_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError) as told:
        list(cluster.reviewed(batches(1), OPTIONS, "tcp://127.0.0.1:8786"))
    assert "reply-coach[dask]" in told.value.hint
