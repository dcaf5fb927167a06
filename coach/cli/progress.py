"""How far a long run is: a bar with rate and time left, for a person at standard error and for nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coach.cli.console import Console, is_terminal

Advance = Callable[[int], None]


@contextmanager
def bar(console: Console, label: str, total: int | None, *, quiet: bool) -> Iterator[Advance]:
    """A function to call with the bytes that were read; `total` is None where nobody knows how many there are."""
    if quiet or not is_terminal(console.stderr) or console.environ.get("TERM") == "dumb":
        yield _nothing
        return
    from rich.console import Console as Rich
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Rich(file=console.stderr), transient=True) as progress:
        task = progress.add_task(label, total=total)
        yield lambda read: progress.advance(task, read)


def _nothing(read: int) -> None:
    """Nobody is looking."""
