from __future__ import annotations

from collections.abc import Callable

from coach.checking.record import Checked
from coach.reports.azure import command
from coach.reports.statistics import Failure

Printed = Callable[..., str]


def test_issues(printed: Printed, library: Checked) -> None:
    assert printed("azure", library).splitlines() == [
        "##vso[task.logissue type=warning;sourcepath=macros/de.json;linenumber=2;columnnumber=36;code=negative/bad-news-word;]"
        '"Leider": „Leider“ kündigt eine Absage an.',
        "##vso[task.logissue type=error;sourcepath=macros/de.json;linenumber=2;columnnumber=62;code=blame/forgot;]"
        '"Sie vergessen haben": Das klingt nach einem Vorwurf.',
        "##vso[task.logissue type=warning;sourcepath=macros/de.json;linenumber=2;columnnumber=104;code=own/hurry;]"
        '"eilt nicht": Team.',
        # There is no issue as mild as a hint, and a warning would be wrong.
        "coach: 1 hint not listed here",
    ]


def test_unreadable_files(printed: Printed) -> None:
    assert printed("azure", failures=(Failure("a b.json:3:7", "not valid JSON"), Failure("gone.md", "50 % there"))) == (
        "##vso[task.logissue type=error;sourcepath=a b.json;linenumber=3;]a b.json:3:7: not valid JSON\n"
        "##vso[task.logissue type=error;sourcepath=gone.md;]gone.md: 50 %AZP25 there\n"
    )


def test_nothing_ends_a_command_early() -> None:
    line = command({"type": "error", "sourcepath": "a];x=y%.md\n", "linenumber": ""}, "50 %\r\n##vso[x]")
    assert line == "##vso[task.logissue type=error;sourcepath=a%5D%3Bx=y%AZP25.md\ufffd;]50 %AZP25%0D%0A##vso[x]\n"
