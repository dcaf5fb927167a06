from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from coach.checking.record import Checked
from coach.model import Suggestion
from coach.reports.csv_report import COLUMNS, harmless

Printed = Callable[..., str]


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_rows(printed: Printed, library: Checked) -> None:
    heading, *found = rows(printed("csv", library))
    assert tuple(heading) == COLUMNS
    assert found[0] == [
        "macros/de.json", "Verspätung", "2", "36", "2", "42", "warning", "negative/bad-news-word", "de", "Leider",
        "„Leider“ kündigt eine Absage an.", "Gern", "yes",
    ]  # fmt: skip
    assert found[1][-2:] == ["Damit ich weitermachen kann, brauche ich noch [Unterlage].", "no"]
    assert found[2][-2:] == ["", ""]


def test_commas_quotes_and_line_ends(printed: Printed, draft: Callable[..., Checked]) -> None:
    text = printed("csv", draft('Sie "vergessen, ja" es', '"vergessen, ja"', message="Zwei\r\nZeilen"))
    # RFC 4180: CR LF behind every row, also the last; quotes doubled.
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 2
    assert '"""vergessen, ja"""' in text
    assert rows(text)[1][9:11] == ['"vergessen, ja"', "Zwei Zeilen"]


@pytest.mark.parametrize("begin", ["=1+1", "+49 30 1234", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n =1", "＝1"])
def test_no_cell_is_computed(begin: str) -> None:
    cell = harmless(begin)
    assert cell.startswith("'")
    assert cell[1:].strip() == begin.strip()


@pytest.mark.parametrize("text", ["a=b", "1-2", "", "Größe", "'=1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_numbers_are_no_formulas(printed: Printed, library: Checked) -> None:
    assert ",2,36,2,42," in printed("csv", library)


def test_leaving_words_out_differs_from_no_better_wording(printed: Printed, draft: Callable[..., Checked]) -> None:
    checked = draft("Leider nein", "Leider", suggestions=(Suggestion("", 0, 6, safe=True),))
    assert rows(printed("csv", checked))[1][-2:] == ["(leave it out)", "yes"]


def test_a_mark_for_excel_only_when_asked(printed: Printed, library: Checked) -> None:
    assert printed("csv", library).startswith("path,")
    assert printed("csv", library, mark=True).startswith("\ufeffpath,")


def test_hostile_text_is_one_row(printed: Printed, hostile: tuple[str, Checked]) -> None:
    found = rows(printed("csv", hostile[1]))
    assert [len(row) for row in found] == [len(COLUMNS)] * 2
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@"))]
