"""Conversations from files of any kind: the entry point of the readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from coach.errors import UsageError
from coach.review.record import Conversation, Trouble
from coach.review.sources import decoding, documents, ids, tabular, values
from coach.review.sources.finishing import Finisher
from coach.review.sources.job import Heard, Job
from coach.review.sources.kinds import LINES, PARQUET, TABLE, TRANSCRIPT, kind_of
from coach.review.sources.listing import STDIN, files, is_url, total_size
from coach.review.sources.notes import Notes, Tell
from coach.review.sources.opening import Opened, Progress, chunks, head, opened, quiet, unpacked
from coach.review.sources.options import ReadOptions
from coach.review.sources.values import Values

__all__ = ["conversations", "total_size"]


def conversations(
    paths: Sequence[str],
    options: ReadOptions,
    trouble: Tell,
    progress: Progress = quiet,
    stdin: BinaryIO | None = None,
) -> Iterator[Conversation]:
    """The conversations of files, folders, patterns, addresses, and of `stdin` for the path "-", in this order.

    `trouble` is told what could not be read; everything else is. `progress` gets the bytes of the disk that were read since the
    last call. A file that cannot be read, or whose columns are not clear, does not stop the others: it is a trouble, too, and
    `lost` if its path was named. Raises UsageError for it if it is the only one, and for a path that does not exist.
    """
    for found in files(paths):
        notes = Notes("<stdin>" if found.path == STDIN else found.path, trouble)
        finisher = Finisher(notes, options)
        # What is copied first counts while it is copied.
        shown = quiet if found.path == STDIN or is_url(found.path) else progress
        try:
            with opened(found.path, stdin, progress) as file:
                read = of_file(file, options, trouble, Heard(notes, shown), finisher)
                yield from (one for one in read if one)
        except UsageError as error:
            if found.named and len(paths) == 1:
                raise
            told = "; ".join(filter(None, (error.message, error.hint)))
            trouble(Trouble(error.where or found.path, told, lost=found.named))
        finisher.close()
        notes.close()


def of_file(file: Opened, options: ReadOptions, tell: Tell, heard: Heard, finisher: Finisher) -> Iterator[Conversation | None]:
    """The conversations of one file; None for one in which nobody said anything. Raises UsageError."""
    start = head(file)
    codec, mark = decoding.encoding_of(start, options.encoding)
    begins = start[mark:].decode(codec, "replace")
    if not begins.strip("\0 \t\r\n\ufeff"):
        for _ in chunks(file, heard.notes, heard.progress):  # tells of a damaged packing
            pass
        heard.notes.at(0, "is empty")
        return
    kind = kind_of(start, begins, file.name, options.input_format)
    job = Job(file, codec, mark, options, tell, heard)
    if kind.name == TRANSCRIPT:
        from coach.review.sources import texts

        whole = "".join(job.characters(heard))
        yield from map(finisher.completed, texts.conversations(whole, kind.form, file.name, options, tell))
    elif kind.name == TABLE:
        yield from map(finisher.finished, tabular.conversations(tabular.separated(job), job))
    elif kind.name == PARQUET:
        with unpacked(file, heard.notes) as plain:
            yield from of_parquet(job._replace(file=plain), finisher)
    else:
        split = values.of_lines if kind.name == LINES else values.of_documents

        def decoded(heard: Heard) -> Iterator[Values]:
            return split(job.utf8(heard), heard.notes)

        def quickly(name: str) -> Iterator[list[str]]:
            return ids.of_field(job.utf8(job.unheard), name)

        yield from documents.conversations(decoded, quickly if kind.name == LINES else None, kind.form, job, finisher)


def of_parquet(job: Job, finisher: Finisher) -> Iterator[Conversation | None]:
    """The conversations of a Parquet file, of which a row is a turn, or a conversation with its turns in a list."""
    from coach.review.sources import columnar

    if not columnar.has_lists(job.file):
        yield from map(finisher.finished, tabular.conversations(columnar.table(job), job))
        return

    def rows(heard: Heard) -> Iterator[Values]:
        return columnar.values(job.file, heard.notes, heard.progress)

    yield from documents.conversations(rows, None, "", job, finisher)
