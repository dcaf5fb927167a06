from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reports.display import cells, fold, one_line, printable, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("Größe", 5),
        ("Приве́т", 6),
        ("e\u0301", 1),
        ("日本", 4),
        ("😀!", 3),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("❤\ufe0f", 2),
        ("❤", 1),
        ("🇩🇪", 2),
        ("a\u200fb", 2),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text())
def test_printable_keeps_the_length_and_nothing_that_moves(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text) == len(cells(shown))
    assert not any(character < " " or "\x7f" <= character < "\xa0" or character in "\u2028\u202e\u2066" for character in shown)


def test_fold() -> None:
    assert fold("one two three", 7) == ["one two", "three"]
    assert fold("one two three", None) == ["one two three"]
    assert fold("unbreakable", 4) == ["unbreakable"]
    assert fold("日本 日本", 5) == ["日本", "日本"]


@given(st.text(alphabet="ab ü日", max_size=60), st.integers(1, 20))
def test_fold_loses_nothing(text: str, columns: int) -> None:
    assert " ".join(fold(text, columns)).split() == text.split()


def test_nothing_in_a_log_is_an_order_to_the_build_agent() -> None:
    assert printable("a ##vso[task.setvariable x]") == "a #\ufffdvso[task.setvariable x]"
    assert printable("##[error]x") == "#\ufffd[error]x"
    # Headings and numbers stay.
    assert printable("## [1] ##1 #[x]") == "## [1] ##1 #[x]"


@pytest.mark.parametrize(
    ("text", "most", "line"),
    [
        ("a\r\n b\t\tc ", None, "a b c"),
        ("a\u2028b\x00", None, "a b\ufffd"),
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("", 5, ""),
    ],
)
def test_one_line(text: str, most: int | None, line: str) -> None:
    assert one_line(text, most) == line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "\ufffd:error::x"),  # GitHub obeys a line that begins so, ...
        ("  ::error::x", "  \ufffd:error::x"),  # ... with spaces in front, too
        ("std::error", "std::error"),  # elsewhere it is a text
    ],
)
def test_no_line_is_an_order_to_github(text: str, shown: str) -> None:
    assert printable(text) == shown
