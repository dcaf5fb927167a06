from __future__ import annotations

import pytest

from coach.reports.context import Context
from coach.review.report.excerpts import REACH, excerpt, headed, in_place
from coach.review.scoring.record import Better, Quote
from tests.review.report.example import quote


def said(text: str, start: int, end: int) -> Quote:
    return quote("blame/forgot", "error", "")._replace(text=text, start=start, end=end)


def test_a_short_turn_stands_whole() -> None:
    assert excerpt(quote("blame/forgot", "error", "Hello. [You forgot] it.\nBest")) == Context(
        "Hello. ", "You forgot", " it. / Best"
    )


def test_a_turn_without_words_in_question_shows_its_beginning() -> None:
    assert excerpt(said("Some words.", 0, 0)) == Context("", "", "Some words.")


def test_a_huge_turn_is_cut_around_the_words_at_whole_words() -> None:
    text = "first " * 20_000 + "HERE" + " last" * 20_000
    shown = excerpt(said(text, text.index("HERE"), text.index("HERE") + 4))
    assert shown.words == "HERE"
    assert shown.before.startswith("… first ")
    assert shown.before.endswith("first ")
    assert shown.behind.endswith(" last …")
    assert len("".join(shown)) < 2 * REACH + 10


def test_words_that_are_a_page_keep_beginning_and_end() -> None:
    shown = excerpt(said("begins " + "x" * 50_000 + " ends", 0, 50_012))
    assert shown.words.startswith("begins xxx")
    assert shown.words.endswith("xxx ends")
    assert " … " in shown.words
    assert len(shown.words) < 2 * REACH + 10


def test_a_turn_without_spaces_is_cut_too() -> None:
    assert headed("a" * 1000, 100) == "a" * 100 + "…"


@pytest.mark.parametrize(("start", "end"), [(-5, 3), (2, 900), (900, 950), (5, 2)])
def test_offsets_beyond_the_text_are_no_error(start: int, end: int) -> None:
    assert "".join(excerpt(said("Hello there", start, end))) == "Hello there"


def test_what_would_drive_or_turn_the_reader_is_replaced() -> None:
    shown = excerpt(said("a\x1b[31m\u202eb\ud800c\x00", 0, 1))
    assert "".join(shown) == "a\ufffd[31m\ufffdb\ufffdc\ufffd"


def test_a_swap_is_read_in_its_sentence() -> None:
    shown = excerpt(quote("vague/soon", "warning", "I passed it on. We write [soon], then. Bye."))
    assert in_place(shown, Better("by noon", True)) == Context("We write ", "by noon", ", then.")


def test_the_lines_of_a_turn_do_not_run_into_each_other() -> None:
    shown = excerpt(quote("vague/soon", "warning", "\nHi there \r\n\n We write [soon]\nIs that fine\n"))
    assert shown == Context("Hi there / We write ", "soon", " / Is that fine")
    assert in_place(shown, Better("by noon", True)) == Context("We write ", "by noon", "")
    assert headed("Hello\nWhere is it?", 50) == "Hello / Where is it?"


def test_a_whole_sentence_stands_alone_with_its_own_mark() -> None:
    shown = excerpt(quote("vague/soon", "warning", "[We write soon.] Bye."))
    assert in_place(shown, Better("We write by noon.", False)) == Context("", "We write by noon.", "")
    assert in_place(shown, Better("We write by noon.", True)) == Context("", "We write by noon.", "")


def test_words_to_leave_out_are_said_so() -> None:
    assert in_place(Context("We ", "just ", "write."), Better("", True)).words == "leave out the marked words"
