"""coach: better words for customer-support replies in English, German, Russian and Turkish.

>>> import coach
>>> report = coach.check("Unfortunately we can't ship before Monday.", lang="en")
>>> [finding.rule for finding in report.findings]
['negative/bad-news-word', 'negative/cannot']

`check` and `rewrite` judge one text; `Coach(config)` judges many and loads its phrasebooks once. Offsets are code points in the
text as given, end exclusive. All text stays on this machine.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from coach.config import Config
from coach.errors import CoachError
from coach.model import Finding, Report, Suggestion

if TYPE_CHECKING:
    from coach.engine import Coach

__version__ = "0.1.0"
__all__ = ["Coach", "CoachError", "Config", "Finding", "Report", "Suggestion", "__version__", "check", "fill", "rewrite"]


@cache
def _shared() -> Coach:
    """The Coach behind `check` and `rewrite`: default settings, phrasebooks loaded once a process."""
    from coach.engine import Coach

    return Coach()


def check(text: str, lang: str | None = None, channel: str = "email", customer: str | None = None) -> Report:
    """Judge one reply: see `Coach.check`."""
    return _shared().check(text, lang, channel, customer)


def rewrite(text: str, lang: str | None = None) -> str:
    """The text with every safe swap applied: see `Coach.rewrite`."""
    return _shared().rewrite(text, lang)


def fill(template: str, /, lang: str = "en", register: str = "formal", output_format: str = "text", **values: object) -> str:
    """A letter with its values filled in: `fill("apology/late-delivery", lang="tr", name="Ayşe Yılmaz", date="2027-03-15", ...)`.

    Values are texts as on the command line, or dates, numbers and lists. Raises CoachError for an unknown template, and for a
    value that is missing, unknown or of the wrong type.
    """
    from coach.filling.reading import written
    from coach.filling.rendering import fill as fill_in

    given = {name: written(list(value) if isinstance(value, tuple) else value) for name, value in values.items()}
    return fill_in(template, lang, register, output_format, values=given)


def __getattr__(name: str) -> object:
    """`coach.Coach` is imported when it is first asked for, so that `import coach` stays cheap."""
    if name == "Coach":
        from coach.engine import Coach

        return Coach
    raise AttributeError(f"module 'coach' has no attribute {name!r}")
