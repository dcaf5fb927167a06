"""What a terminal makes of a text: how many cells it takes, what must not reach it, and where to break it.

A draft may hold anything a customer pasted. Escape sequences would drive the terminal, bidirectional overrides would turn
the line around, and `##vso[` is an order to a build agent wherever it stands in a log, as `::error::` is where a line begins
with it, so all are shown with a replacement sign.
"""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

JOINER = "\u200d"
EMOJI_STYLE = "\ufe0f"
REPLACEMENT = "\ufffd"
# Embeddings, overrides and isolates; the plain marks U+200E and U+200F are harmless.
DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# The five skin tones are drawn into the emoji before them.
MODIFIERS = frozenset(chr(code) for code in range(0x1F3FB, 0x1F400))
# Azure Pipelines and, in its old notation, GitHub obey what begins so in the middle of any line.
ORDERS = ("##[", "##vso[")


def printable(text: str) -> str:
    """The text without anything that moves the cursor or the reading direction, or gives orders to a build agent.

    It is as long as before; a tab is one space.
    """
    if "##" in text:
        for order in ORDERS:
            text = text.replace(order, f"#{REPLACEMENT}{order[2:]}")
    if "::" in text and text.lstrip().startswith("::"):
        text = text.replace("::", f"{REPLACEMENT}:", 1)
    if text.isprintable():
        return text
    return "".join(_printable(character) for character in text)


def one_line(text: str, most: int | None = None) -> str:
    """A printable text in which any white space is one space, cut to `most` code points."""
    line = printable(" ".join(text.split()))
    return line if most is None or len(line) <= most else f"{line[: most - 1]}…"


def _printable(character: str) -> str:
    if character == "\t":
        return " "
    hidden = character in DIRECTION or category(character) in ("Cc", "Zl", "Zp", "Cs")
    return REPLACEMENT if hidden else character


def width(text: str) -> int:
    """Cells a printable text takes: two for wide characters and emoji, none for combining marks and joined emoji."""
    if text.isascii():
        return len(text)
    return sum(cells(text))


def cells(text: str) -> list[int]:
    """The cells of each character; they add up to the width of the text."""
    result: list[int] = []
    previous = ""
    for character in text:
        if character == EMOJI_STYLE and result and result[-1] == 1:
            result[-1] = 2
            result.append(0)
        elif previous == JOINER or (character in MODIFIERS and result and result[-1] == 2):
            result.append(0)
        else:
            result.append(_cell(character))
        previous = character
    return result


def _cell(character: str) -> int:
    if character < "\u0300":
        return 1
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def fold(text: str, columns: int | None) -> list[str]:
    """Break a text at spaces so that no line is wider than `columns`; a longer word stays whole. None: one line."""
    if columns is None or width(text) <= columns:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        size = width(word)
        if line and used + 1 + size > columns:
            lines.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]
