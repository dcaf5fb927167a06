from __future__ import annotations

import re
from collections.abc import Callable

from coach.checking.record import Checked
from coach.reports.display import width
from coach.reports.style import Style

Printed = Callable[..., str]

PAGE = """\
macros/de.json
  Verspätung  3 findings
    2:36   warning  negative/bad-news-word  "Leider": „Leider“ kündigt eine Absage an.
    2:62   error    blame/forgot            "Sie vergessen haben": Das klingt nach einem Vorwurf.
    2:104  warning  own/hurry               "eilt nicht": Team.
  Verspätung  1 finding
    4:51   hint     vague/soon              "bald": „Bald“ ist für jeden etwas anderes.

4 findings (1 error, 2 warnings, 1 hint) in 4 texts; 1 has a safe swap: --fix
"""


def test_by_file_and_macro(printed: Printed, library: Checked) -> None:
    assert printed("grouped", library) == PAGE


def test_a_draft_has_no_titles(printed: Printed, draft: Callable[..., Checked]) -> None:
    assert printed("grouped", draft("Sie vergessen es.", "vergessen"), quiet=True) == (
        'draft.md\n  1:5  error    blame/forgot  "vergessen": Das klingt nach einem Vorwurf.\n\n'
    )


def test_colour_changes_no_character(printed: Printed, library: Checked) -> None:
    coloured = printed("grouped", library, style=Style(colour=True))
    assert coloured != PAGE
    assert re.sub("\x1b\\[[0-9]+m", "", coloured) == PAGE


def test_lines_end_where_the_terminal_does(printed: Printed, library: Checked) -> None:
    lines = printed("grouped", library, style=Style(columns=70), quiet=True).splitlines()
    assert max(map(width, lines)) <= 70
    assert sum(line.endswith("…") for line in lines) == 3


def test_a_narrow_terminal_does_not_swallow_the_reason(printed: Printed, library: Checked) -> None:
    assert printed("grouped", library, style=Style(columns=30)) == PAGE
