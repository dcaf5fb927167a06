"""What the readers of a file share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from coach.review.sources import decoding
from coach.review.sources.notes import Notes, Tell, silent
from coach.review.sources.opening import Opened, Progress, chunks, quiet
from coach.review.sources.options import ReadOptions


class Heard(NamedTuple):
    """Who is told of troubles and of bytes read. A file may be read more than once; only one of the times is heard."""

    notes: Notes
    progress: Progress


class Job(NamedTuple):
    """A file to be read: its encoding and the length of its byte order mark, how it is read, and who hears of it."""

    file: Opened
    codec: str
    mark: int
    options: ReadOptions
    tell: Tell
    heard: Heard

    @property
    def unheard(self) -> Heard:
        """For the passes that look ahead."""
        return Heard(Notes(self.file.name, silent), quiet)

    def raw(self, heard: Heard) -> Iterator[bytes]:
        """The content without packing and byte order mark."""
        return decoding.without_mark(chunks(self.file, heard.notes, heard.progress), self.mark)

    def utf8(self, heard: Heard) -> Iterator[bytes]:
        """The content in UTF-8; what claims to be UTF-8 is not looked at."""
        return decoding.as_utf8(self.raw(heard), self.codec, heard.notes)

    def characters(self, heard: Heard) -> Iterator[str]:
        """The content as text."""
        return decoding.characters(self.raw(heard), self.codec, heard.notes)
