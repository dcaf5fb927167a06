"""What the output formats are told about a run; each takes from it what it needs."""

# On the start-up path, and so without the usual `from __future__ import annotations`: see coach/settings/record.py.

from collections.abc import Sequence
from typing import NamedTuple

from coach.reports.style import Style

MARK = "coach report"
"""Stands at the beginning of the reports that could be taken for a file of replies."""


class Setup(NamedTuple):
    """The settings of the output.

    `style` is for the formats that are read on a terminal, and `quiet` leaves out their summary. `statistics` asks for counts by
    rule. Paths for other programs count from `root`, the folder that the program runs in when not given. `text`, `baseline`,
    `redacted` and `category` are for `sarif`: whether the words of the texts are put in, whether there is a baseline, the
    placeholders of what was redacted, and what tells this run from others over the same commit. `mark` puts a byte order mark in
    front of `csv`.
    """

    style: Style = Style()
    statistics: bool = False
    quiet: bool = False
    root: str = ""
    text: bool = False
    baseline: bool = False
    redacted: Sequence[str] = ()
    category: str = ""
    mark: bool = False
