"""`coach version`."""

from __future__ import annotations

from coach import __version__
from coach.cli.options import Values
from coach.cli.session import CLEAN, Session


def run(values: Values, session: Session) -> int:
    """Print name and version."""
    session.console.write(f"coach {__version__}\n")
    return CLEAN
