from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reports.lines import BLOCK, ByteColumns, Lines


def test_positions_and_bounds() -> None:
    text = "ab\r\nc\rd\n\u2028e"
    lines = Lines(text)
    assert [lines.position(offset) for offset in (0, 2, 4, 6, 8, 10)] == [(1, 1), (1, 3), (2, 1), (3, 1), (4, 1), (4, 3)]
    assert [text[slice(*lines.bounds(number))] for number in (1, 2, 3, 4)] == ["ab", "c", "d", "\u2028e"]


@given(st.text(alphabet="ab\r\n", max_size=30))
def test_every_offset_is_found_again(text: str) -> None:
    lines = Lines(text)
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert starts[line - 1] + column - 1 == offset
        assert line == len(starts) or offset < starts[line]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Grüße leider", "leider", (1, 9)),
        ("a\r\n😀 e\u0301\tleider", "leider", (2, 10)),
        ("Привет\rмир", "ир", (2, 3)),
        ("plain\nleider", "leider", (2, 1)),
        ("\ud800leider", "leider", (1, 4)),
    ],
)
def test_columns_in_bytes(text: str, words: str, place: tuple[int, int]) -> None:
    assert ByteColumns(text, Lines(text)).position(text.index(words)) == place


@given(st.text(alphabet="aü😀\n", max_size=60), st.integers(0, 60))
def test_columns_in_bytes_are_those_of_the_encoded_line(text: str, offset: int) -> None:
    # Longer than a block, with the offset on either side of its edge.
    text = "ё" * (BLOCK - 20) + text + "x" * 60
    offset = min(len(text), offset + BLOCK - 30)
    line, column = ByteColumns(text, Lines(text)).position(offset)
    start = text.rfind("\n", 0, offset) + 1
    assert (line, column) == (text.count("\n", 0, offset) + 1, len(text[start:offset].encode()) + 1)
    end = ByteColumns(text, Lines(text)).position(len(text))
    assert end[1] == len(text[text.rfind("\n") + 1 :].encode()) + 1
