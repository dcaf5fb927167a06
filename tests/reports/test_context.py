from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.checking.record import Checked
from coach.model import Finding, Report
from coach.reports.context import REACH, context

Draft = Callable[..., Checked]


def around(checked: Checked) -> tuple[str, str, str]:
    return tuple(context(checked, checked.report.findings[0]))


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Hallo. Wir haben es vergessen, leider. Bis dann.", "vergessen", ("Wir haben es ", "vergessen", ", leider. ")),
        ("vergessen", "vergessen", ("", "vergessen", "")),
        ("Hallo,\nes ist vergessen\nGruß", "vergessen", ("es ist ", "vergessen", "")),
        ("Hallo,\r\nes  ist\tvergessen\r\n", "vergessen", ("es ist ", "vergessen", "")),
        ("Ist das 3.5 vergessen? Ja.", "vergessen", ("Ist das 3.5 ", "vergessen", "? ")),
        ("Er sagte „Nein.“ Wir vergessen es.", "vergessen", ("Wir ", "vergessen", " es.")),
        ('Sie "haben" es vergessen <b>.', "vergessen", ('Sie "haben" es ', "vergessen", " <b>.")),
        ("Vergessen! Danke.", "Vergessen!", ("", "Vergessen!", "")),
        ("Es\x1b[2J ist \u202evergessen.", "vergessen", ("Es\ufffd[2J ist \ufffd", "vergessen", ".")),
    ],
)
def test_the_sentence_of_a_draft(draft: Draft, text: str, words: str, shown: tuple[str, str, str]) -> None:
    before, found, behind = around(draft(text, words))
    assert (before, found, behind) == (shown[0], shown[1], shown[2].rstrip())


def test_a_macro_ends_where_its_notation_begins(library: Checked) -> None:
    found = [tuple(context(library, finding)) for finding in library.report.findings]
    assert found[0] == ("", "Leider", " geht das nicht, da Sie vergessen haben, uns zu schreiben.")
    assert found[2] == ("Es ", "eilt nicht", ".")


def test_entities_are_read_in_html_and_not_in_plain_text(draft: Draft) -> None:
    text = "<p>Gr&uuml;&szlig;e, vergessen &amp; <b>weg</b></p>"
    assert around(draft(text, "vergessen", "a.html")) == ("Grüße, ", "vergessen", " &")
    assert around(draft("A &amp; vergessen", "vergessen", "a.txt"))[0] == "A &amp; "


def test_the_words_are_those_that_the_customer_reads() -> None:
    # In the file they are written otherwise.
    finding = Finding("blame/forgot", "blame", "error", 3, 21, "nicht für Sie", "Grund")
    checked = Checked("a.html", "<p>nicht f&uuml;r Sie</p>", Report((finding,), "de"))
    assert around(checked) == ("", "nicht für Sie", "")


def test_a_page_without_a_full_stop_is_cut(draft: Draft) -> None:
    before, _, behind = around(draft("wort " * 1000 + "vergessen" + " wort" * 1000, "vergessen"))
    assert before.startswith("…")
    assert behind.endswith("…")
    assert len(before) <= REACH + 1
    assert len(behind) <= REACH + 1


def test_a_finding_about_something_missing_has_no_words() -> None:
    finding = Finding("reply/no-apology", "reply", "warning", 0, 0, "", "Es fehlt.")
    assert context(Checked("a", "Hallo.", Report((finding,), "de")), finding).words == ""
