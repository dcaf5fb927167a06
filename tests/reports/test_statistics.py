from __future__ import annotations

import pytest

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
    assert summary(tally("error", "hint", safe=1)) == "2 findings (1 error, 1 hint); 1 has a safe swap: coach rewrite"
    both = tally("warning", "warning", safe=2)
    both.add(Report((), "de"))
    assert summary(both) == "2 findings (2 warnings) in 2 texts; 2 have a safe swap: coach rewrite"


def test_a_rule_counts_with_its_worst_severity() -> None:
    counts = tally("hint")
    worse = Finding("blame/hint", "blame", "error", 0, 1, "x", "m")
    counts.add(Report((worse,), "en"))
    assert table(counts) == "2  error    blame/hint\n"
    assert table(Tally()) == ""
