from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from coach.reports.lines import Lines


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
