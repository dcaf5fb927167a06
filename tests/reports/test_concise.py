from __future__ import annotations

from collections.abc import Callable

from coach.checking.record import Checked

Printed = Callable[..., str]


def test_a_draft_has_one_line_a_finding(printed: Printed, draft: Callable[..., Checked]) -> None:
    assert printed("concise", draft("Hallo,\nSie vergessen es.", "vergessen")) == (
        "draft.md:2:5: blame/forgot Das klingt nach einem Vorwurf.\n"
    )


def test_a_title_stands_behind_what_editors_and_grep_read(printed: Printed, library: Checked) -> None:
    assert printed("concise", library).splitlines()[1] == (
        "macros/de.json:2:62: blame/forgot Das klingt nach einem Vorwurf. [Verspätung]"
    )
