from __future__ import annotations

from collections.abc import Callable

from coach.checking.record import Checked
from coach.model import Report
from coach.reports.grouping import MOST_WORDS, by_text, title, told


def test_every_text_has_its_own_findings(library: Checked) -> None:
    assert [(text.name, [finding.rule for finding in found]) for text, found in by_text(library)] == [
        ("Verspätung", ["negative/bad-news-word", "blame/forgot", "own/hurry"]),
        ("Dank", []),
        ("Verspätung", ["vague/soon"]),
        ("", []),
    ]


def test_what_stands_before_the_first_text_belongs_to_it(library: Checked) -> None:
    early = library.report.findings[0]._replace(rule="suppression/unused", start=0, end=2)
    checked = library._replace(report=library.report._replace(findings=(early,)))
    assert by_text(checked)[0][1] == [early]


def test_a_file_of_which_no_texts_are_known_is_one() -> None:
    ((text, found),) = by_text(Checked("a", "???", Report((), None, "unclear")))
    assert (text.name, text.language, text.note, found) == ("", None, "unclear", [])


def test_titles_only_where_there_are_several(library: Checked, draft: Callable[..., Checked]) -> None:
    assert title(library, library.report.findings[0]) == "Verspätung"
    one = draft("Sie vergessen es.", "vergessen", macro="Einziges")
    assert title(one, one.report.findings[0]) == ""


def test_words_and_reason(draft: Callable[..., Checked]) -> None:
    (found,) = draft("Sie\r\nvergessen es.", "Sie\r\nvergessen", message="Ein\nGrund").report.findings
    assert told(found) == '"Sie vergessen": Ein Grund'
    assert told(found._replace(text="")) == "Ein Grund"
    long = told(found._replace(text="wort " * 100))
    assert long.startswith('"wort wort')
    assert len(long) == MOST_WORDS + len('"": Ein Grund')
