from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.checking.record import Checked
from coach.model import Finding, Report, Suggestion
from coach.reports.display import width
from coach.reports.full import Full, excerpt
from coach.reports.statistics import Tally
from coach.reports.style import Style


def checked(text: str, wording: str, *offers: Suggestion, message: str = "Das klingt nach einem Vorwurf.") -> Checked:
    start = text.index(wording)
    finding = Finding("blame/forgot", "blame", "error", start, start + len(wording), wording, message, offers)
    return Checked("draft.txt", text, Report((finding,), "de"))


def test_a_whole_block() -> None:
    text = "Hallo,\nda Sie vergessen haben, das Formular zu schicken."
    offers = (
        Suggestion("noch nicht dazu kamen", 14, 29, safe=True),
        Suggestion("", 14, 29, safe=False),
        Suggestion("Es fehlt noch [Unterlage].", 7, 56, safe=False),
        Suggestion("Schicken Sie mir [Unterlage].", 7, 56, safe=False),
    )
    assert Full(Style()).render(checked(text, "vergessen haben", *offers)) == (
        "draft.txt:2:8  error  blame/forgot\n"
        " 2 | da Sie vergessen haben, das Formular zu schicken.\n"
        "   |        ^^^^^^^^^^^^^^^\n"
        "    Das klingt nach einem Vorwurf.\n"
        "    swap: noch nicht dazu kamen  (safe: --fix puts it in)\n"
        "    instead: (leave it out)\n"
        "    whole sentence: Es fehlt noch [Unterlage].\n"
        "                or: Schicken Sie mir [Unterlage].\n"
        "\n"
    )


def test_a_part_of_the_sentence_put_better_shows_that_the_rest_stays() -> None:
    text = "Guten Tag, wir liefern es bald, Herr Bell. Danke."
    shown = Full(Style()).render(checked(text, "bald", Suggestion("wir liefern es bis [Datum]", 11, 30, safe=False)))
    assert "    rephrased: ... wir liefern es bis [Datum] ...\n" in shown


def test_colour_changes_no_character() -> None:
    case = checked("Sie vergessen", "vergessen", Suggestion("x", 4, 13, safe=True))
    coloured = Full(Style(colour=True)).render(case)
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m"):
        assert code in coloured
        coloured = coloured.replace(code, "")
    assert coloured == Full(Style()).render(case)


@pytest.mark.parametrize("before", ["日本 ", "e\u0301e\u0301 ", "😀👍🏽 ", "\t", "\x1b[2J", "Größe "])
def test_carets_stand_under_the_words(before: str) -> None:
    shown, carets = excerpt(before + "bad end", (0, len(before) + 7), (len(before), len(before) + 3), None)
    assert "\x1b" not in shown
    assert len(carets) - 3 == width(shown[: shown.index("bad")])


def test_a_span_over_two_lines_and_over_many() -> None:
    shown = Full(Style()).render(checked("Da Sie\r\nvergessen haben.", "Sie\r\nvergessen")).splitlines()
    assert shown[1:5] == [" 1 | Da Sie", "   |    ^^^", " 2 | vergessen haben.", "   | ^^^^^^^^^"]
    shown = Full(Style()).render(checked("a\nb\nc\nd\ne", "a\nb\nc\nd\ne")).splitlines()
    assert shown[5:8] == [" 3 | c", "   | ^", "   | ..."]


def test_a_finding_about_something_missing_has_no_excerpt() -> None:
    finding = Finding("reply/greeting", "reply", "hint", 0, 0, "", "Es fehlt die Anrede.")
    shown = Full(Style()).render(Checked("<stdin>", "Text", Report((finding,), "de")))
    assert shown == "<stdin>:1:1  hint  reply/greeting\n    Es fehlt die Anrede.\n\n"


def test_wraps_on_a_terminal_only() -> None:
    case = checked("Sie vergessen", "vergessen", Suggestion("wort " * 30, 0, 13, safe=False), message="Grund " * 30)
    narrow = Full(Style(columns=60)).render(case)
    assert max(map(len, narrow.splitlines())) <= 60
    assert "\n                    wort" in narrow
    assert max(map(len, Full(Style()).render(case).splitlines())) > 100


def test_nothing_found_is_nothing_printed() -> None:
    empty = Checked("a", "text", Report((), "en"))
    assert Full(Style()).render(empty) == ""
    assert Full(Style()).finish(Tally()) == ""


@given(st.text(alphabet="ab 日😀\u0301\t", max_size=300), st.integers(0, 300), st.integers(1, 300), st.integers(40, 100))
def test_clipped_excerpts_fit_and_mark_the_span(text: str, start: int, length: int, columns: int) -> None:
    text += "x" * (start + length)
    end = start + length
    shown, carets = excerpt(text, (0, len(text)), (start, end), columns)
    assert width(shown) <= columns
    assert len(carets) <= columns
    marked = carets.lstrip(" ")
    assert marked
    assert set(marked) == {"^"}


def test_a_very_long_line_is_cut_everywhere() -> None:
    text = "word " * 400_000
    for span in ((0, 4), (1_000_000, 1_000_004), (0, 2_000_000)):
        for columns in (None, 80):
            shown, carets = excerpt(text, (0, len(text)), span, columns)
            assert len(shown) < 2100
            assert "..." in shown
            assert len(carets) <= len(shown)


def test_a_title_where_a_file_has_several_texts(library: Checked) -> None:
    header = Full(Style()).render(library).splitlines()[0]
    assert header == "macros/de.json:2:36  warning  negative/bad-news-word  in Verspätung"


def test_a_sentence_of_a_macro_is_whole_between_quotation_marks_and_tags() -> None:
    offer = Suggestion("Es fehlt noch [Unterlage].", 1, 17, safe=False)
    for text in ('"Sie vergessen es"', ">Sie vergessen es<", '"Sie vergessen es\\n'):
        assert "whole sentence: Es fehlt" in Full(Style()).render(checked(text, "vergessen", offer))
