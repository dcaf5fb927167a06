from __future__ import annotations

import pytest

from coach.checking.record import Checked, Judged
from coach.model import Finding, Report, Suggestion
from coach.reports.statistics import Tally, summary, table


def tally(*severities: str, safe: int = 0) -> Tally:
    found = [
        Finding(f"blame/{severity}", "blame", severity, 0, 1, "x", "m", (Suggestion("", 0, 1, safe=number < safe),))
        for number, severity in enumerate(severities)
    ]
    result = Tally()
    result.add(Report(tuple(found), "en"))
    return result


@pytest.mark.parametrize(
    ("severities", "reached"),
    [((), ""), (("hint",), "hint"), (("warning",), "warning hint"), (("error",), "error warning hint")],
)
def test_reaches(severities: tuple[str, ...], reached: str) -> None:
    counts = tally(*severities)
    assert [name for name in ("error", "warning", "hint", "never") if counts.reaches(name)] == reached.split()


def test_summary() -> None:
    assert summary(tally("error")) == "1 finding (1 error)"
    assert summary(tally("error", "hint", safe=1)) == "2 findings (1 error, 1 hint); 1 has a safe swap: --fix"
    both = tally("warning", "warning", safe=2)
    both.add(Report((), "de"))
    assert summary(both) == "2 findings (2 warnings) in 2 texts; 2 have a safe swap: --fix"


def test_a_rule_counts_with_its_worst_severity() -> None:
    counts = tally("hint")
    worse = Finding("blame/hint", "blame", "error", 0, 1, "x", "m")
    counts.add(Report((worse,), "en"))
    assert table(counts) == "2  error    blame/hint\n"
    assert table(Tally()) == ""


def test_texts_are_counted_and_suppressed_findings_apart(library: Checked) -> None:
    counts = Tally()
    counts.count(library)
    counts.count(Checked("a.md", "Gern.", Report((), "de")))
    assert (counts.files, counts.texts, counts.judged) == (2, 5, 4)
    assert (counts.findings, counts.suppressed, counts.inline, counts.baseline) == (4, 2, 1, 1)
    assert summary(counts).startswith("4 findings (1 error, 2 warnings, 1 hint) in 5 texts of 2 files;")
    # Who did not ask for them is not told: the summary is about what is left to do.
    assert "suppressed" not in summary(counts)
    assert table(counts).endswith("\n2 more are suppressed (1 by comments, 1 by the baseline)\n")


def test_a_library_that_begins_with_an_unknown_language_is_judged_all_the_same() -> None:
    counts = Tally()
    texts = (Judged("a", None, 100, 0), Judged("b", "de", 100, 0))
    counts.count(Checked("a.json", "", Report((), None), texts))
    assert (counts.texts, counts.judged) == (2, 1)


def test_a_suppressed_finding_reaches_no_severity(library: Checked) -> None:
    counts = Tally()
    counts.count(library._replace(report=Report((), "de"), suppressed=library.report.findings))
    assert not counts.reaches("hint")
    assert table(counts) == "4 more are suppressed (4 by comments)\n"
