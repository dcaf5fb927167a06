"""Writing XML with the standard library, which leaves it to us to keep out what XML cannot hold at all."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from coach.reports.display import REPLACEMENT, printable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NOT_CHARACTERS = str.maketrans({"\ufffe": REPLACEMENT, "\uffff": REPLACEMENT})


def element(name: str, attributes: Mapping[str, object], *children: ElementTree.Element, text: str = "") -> ElementTree.Element:
    """An element; attributes of None are left out, line breaks are kept in `text` only."""
    made = ElementTree.Element(name, {key: clean(str(value)) for key, value in attributes.items() if value is not None})
    made.text = "\n".join(map(clean, text.split("\n"))) or None
    made.extend(children)
    return made


def clean(text: str) -> str:
    """A text on one line without the control characters, lone surrogates and non-characters that XML 1.0 forbids."""
    return printable(text).translate(NOT_CHARACTERS)


def written(made: ElementTree.Element) -> str:
    """An element and all in it, indented, with a newline behind."""
    ElementTree.indent(made)
    return f"{ElementTree.tostring(made, encoding='unicode')}\n"
