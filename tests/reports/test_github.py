from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from coach.checking.record import Checked
from coach.model import Report
from coach.reports.github import SUMMARY_BYTES, command, step_summary
from coach.reports.statistics import Failure, Tally

Printed = Callable[..., str]


def unescape(text: str) -> str:
    return text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_annotations(printed: Printed, library: Checked) -> None:
    lines = printed("github", library).splitlines()
    assert lines == [
        "::error title=coach (blame/forgot),file=macros/de.json,line=2,col=62,endLine=2,endColumn=81::macros/de.json:2:62: "
        'blame/forgot in Verspätung: "Sie vergessen haben": Das klingt nach einem Vorwurf.%0A'
        "whole sentence: Damit ich weitermachen kann, brauche ich noch [Unterlage].",
        "::warning title=coach (negative/bad-news-word),file=macros/de.json,line=2,col=36,endLine=2,endColumn=42::"
        'macros/de.json:2:36: negative/bad-news-word in Verspätung: "Leider": „Leider“ kündigt eine Absage an.%0A'
        "swap: Gern  (safe: --fix puts it in)",
        "::warning title=coach (own/hurry),file=macros/de.json,line=2,col=104,endLine=2,endColumn=114::macros/de.json:2:104: "
        'own/hurry in Verspätung: "eilt nicht": Team.',
        "::notice title=coach (vague/soon),file=macros/de.json,line=4,col=51,endLine=4,endColumn=55::macros/de.json:4:51: "
        'vague/soon in Verspätung: "bald": „Bald“ ist für jeden etwas anderes.',
    ]


def test_a_span_over_two_lines_has_no_columns(printed: Printed, draft: Callable[..., Checked]) -> None:
    line = printed("github", draft("Da Sie\nvergessen haben.", "Sie\nvergessen"))
    # GitHub drops an annotation with columns of different lines.
    assert ",line=1,endLine=2::" in line


def test_nothing_ends_a_command_early_or_begins_another() -> None:
    line = command("error", {"title": "a,b:c%3A\n::x::", "file": "d"}, "50 %\r\n::set-output name=a::b,c:d")
    assert line == "::error title=a%2Cb%3Ac%253A\ufffd%3A%3Ax%3A%3A,file=d::50 %25%0D%0A::set-output name=a::b,c:d\n"


def test_the_text_comes_back_from_the_command(printed: Printed, hostile: tuple[str, Checked]) -> None:
    (line,) = printed("github", hostile[1]).splitlines()
    match = re.fullmatch(r"::error ([^:]*)::(.*)", line)
    assert match is not None
    properties = dict(part.split("=", 1) for part in match[1].split(","))
    assert set(properties) <= {"title", "file", "line", "col", "endLine", "endColumn"}
    assert unescape(properties["title"]) == "coach (blame/forgot)"
    assert unescape(match[2]).count("\n") == 1


@pytest.fixture
def many(draft: Callable[..., Checked]) -> Callable[[str, int], Checked]:
    """A file with so many findings of a severity."""

    def make(severity: str, count: int) -> Checked:
        checked = draft("Sie vergessen es.", "vergessen", severity=severity)
        (one,) = checked.report.findings
        return checked._replace(report=Report((one,) * count, "de"))

    return make


def test_ten_of_a_level_are_sent_and_the_total_said(printed: Printed, many: Callable[[str, int], Checked]) -> None:
    lines = printed("github", many("hint", 30), many("error", 12), many("warning", 3)).splitlines()
    levels = [line.split(" ")[0] for line in lines]
    # The last notice takes the place of one: an eleventh would not be shown.
    assert levels == ["::error"] * 10 + ["::warning"] * 3 + ["::notice"] * 10
    assert lines[-1] == "::notice title=coach::45 findings, 22 of them shown here"


def test_nothing_is_said_of_a_total_that_is_shown_whole(printed: Printed, many: Callable[[str, int], Checked]) -> None:
    lines = printed("github", many("hint", 10), many("error", 10)).splitlines()
    assert len(lines) == 20
    assert "shown here" not in lines[-1]


def test_unreadable_files_come_first_and_are_counted(printed: Printed, many: Callable[[str, int], Checked]) -> None:
    failures = tuple(Failure(f"macros/{number}.json:4:1", "not valid JSON") for number in range(4))
    lines = printed("github", many("error", 10), failures=failures).splitlines()
    assert lines[0] == ("::error title=coach (cannot be read),file=macros/0.json,line=4::macros/0.json:4:1: not valid JSON")
    assert len(lines) == 11
    assert lines[-1] == "::notice title=coach::10 findings and 4 unreadable files, 10 of them shown here"


def test_the_summary_of_a_step_fits(many: Callable[[str, int], Checked]) -> None:
    report, tally = step_summary(), Tally()
    parts = [report.begin()]
    for _ in range(60):
        checked = many("error", 300)
        tally.count(checked)
        parts.append(report.render(checked))
    tally.failures.extend(Failure(f"{'x' * 500}{number}", "gone") for number in range(100))
    text = "".join([*parts, report.finish(tally)])
    assert 900_000 < len(text.encode()) <= SUMMARY_BYTES
    shown = text.count("`blame/forgot`")
    assert f"\n{60 * 300 - shown} findings left out, the list would be too long.\n" in text
    assert text.endswith("- ...\n")
