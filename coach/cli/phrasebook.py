"""`coach phrasebook test`: do the phrasebooks find their own examples, and only them?"""

from __future__ import annotations

from coach.cli.options import Values
from coach.cli.session import CLEAN, FOUND, Session
from coach.errors import UsageError
from coach.model import LANGUAGES
from coach.reports.statistics import counted
from coach.selftest import run as selftest


def run(values: Values, session: Session) -> int:
    """Test the named languages, or all; 1 when an example does not do what it says."""
    langs = values.many("languages") or LANGUAGES
    for lang in langs:
        if lang not in LANGUAGES:
            raise UsageError(f"unknown language {lang!r}", hint=f"known are {', '.join(LANGUAGES)}")
    result = selftest(langs)
    session.console.write("".join(f"{problem.where}: {problem.entry}: {problem.message}\n" for problem in result.problems))
    if not values.flag("quiet"):
        tested = f"{counted(result.examples, 'example')} of {result.entries} entries in {', '.join(langs)}"
        session.console.note(f"{tested}: {counted(len(result.problems), 'problem')}")
    return FOUND if result.problems else CLEAN
