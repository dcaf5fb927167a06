"""How the tests of data files read and write: texts as files, phrases as what stands for them in the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.sources.data import read
from coach.sources.document import Reading, Segment
from coach.sources.files import Source

Read = Callable[..., tuple[Segment, ...]]


@pytest.fixture(scope="session")
def texts_of() -> Read:
    """The segments of a text that is read as a file of this name."""

    def run(name: str, text: str, reading: Reading | None = None) -> tuple[Segment, ...]:
        return read(Source(name, text, "utf-8", b""), reading or Reading())

    return run


@pytest.fixture(scope="session")
def raw() -> Callable[[str, Segment, str], str]:
    """What the file holds where a phrase of a segment stands."""

    def run(text: str, segment: Segment, phrase: str) -> str:
        at = segment.text.text.index(phrase)
        start, end = segment.text.span(at, at + len(phrase))
        return text[start:end]

    return run


@pytest.fixture(scope="session")
def replaced() -> Callable[[str, Segment, str, str], str]:
    """The file with other words in place of a phrase of a segment, written as the segment says."""

    def run(text: str, segment: Segment, phrase: str, wording: str) -> str:
        at = segment.text.text.index(phrase)
        assert segment.writable
        assert segment.text.is_prose(at, at + len(phrase))
        start, end = segment.text.span(at, at + len(phrase))
        for escape in segment.escapes:
            wording = escape(wording)
        return text[:start] + wording + text[end:]

    return run
