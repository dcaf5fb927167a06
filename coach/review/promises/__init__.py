"""What agents promise: who does what by when, as a ledger that a team can keep and a calendar can import."""

from __future__ import annotations

from coach.review.promises.calendar import ledger_ics
from coach.review.promises.finding import promises
from coach.review.promises.ledger import ledger_csv

__all__ = ["ledger_csv", "ledger_ics", "promises"]
