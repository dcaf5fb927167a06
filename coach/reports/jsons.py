"""Writing JSON: on one line, readable in every language, and piece by piece."""

from __future__ import annotations

import json
import re

from coach.expressions import compiled
from coach.reports.display import ORDERS

UNSEEN = "[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""What is written with an escape besides what JSON demands: it would drive a terminal, end or turn the line, or is no UTF-8."""


def dump(value: object) -> str:
    """A value as JSON on one line; nothing is lost. What a build agent would obey is written with an escape, too."""
    text = json.dumps(value, ensure_ascii=False)
    if "##" in text:
        for order in ORDERS:
            text = text.replace(order, f"#\\u0023{order[2:]}")
    return text if text.isprintable() else compiled(UNSEEN).sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


class Items:
    """The items of a JSON list, a line each, as they come."""

    def __init__(self) -> None:
        self._empty = True

    def add(self, value: object) -> str:
        """One more item, with what separates it from the one before."""
        separator = "\n" if self._empty else ",\n"
        self._empty = False
        return separator + dump(value)

    def end(self) -> str:
        """What comes before the closing bracket: nothing in an empty list."""
        return "" if self._empty else "\n"
