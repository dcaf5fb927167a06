from __future__ import annotations

import pytest

from coach.library.marks import path, title


@pytest.mark.parametrize(
    ("written", "name", "locale"),
    [
        ("Refund [DE]", "Refund", "de"),
        ("[tr] Refund", "Refund", "tr"),
        ("de::Storno", "Storno", "de"),
        ("Returns::EN::How to", "Returns::How to", "en"),
        ("refund_request_de", "refund_request", "de"),
        ("Refund DE", "Refund", "de"),
        ("DE - Refund", "Refund", "de"),
        ("Storno (Deutsch)", "Storno", "de"),
        ("refund_de", "refund", "de"),
        ("Refund: de-AT", "Refund", "de-at"),
    ],
)
def test_titles(written: str, name: str, locale: str) -> None:
    assert title(written) == (name, locale)


@pytest.mark.parametrize(
    "written",
    [
        "How to return",
        "Log in or sign up",
        "de",  # nothing is left of it
        "Refund de luxe",  # a word of the title
        "Follow-up",  # a hyphen joins words
    ],
)
def test_titles_without_a_mark(written: str) -> None:
    assert title(written) == (written, "")


@pytest.mark.parametrize(
    ("written", "parts", "locale"),
    [
        ("macros/de/refund.md", ("macros", "*", "refund.md"), "de"),
        ("macros/refund.de.md", ("macros", "refund.md"), "de"),
        ("refund_de.txt", ("refund.txt",), "de"),
        ("de_refund.txt", ("refund.txt",), "de"),
        ("locales/de.json", ("locales", "*.json"), "de"),
        ("refund-de-AT.md", ("refund.md",), "de-at"),
        ("tr\\a.txt", ("*", "a.txt"), "tr"),
    ],
)
def test_paths(written: str, parts: tuple[str, ...], locale: str) -> None:
    assert path(written) == (parts, locale)


@pytest.mark.parametrize("written", ["x/refund.md", "to-do.md", "design/index.md", "order.txt"])
def test_paths_without_a_mark(written: str) -> None:
    assert path(written)[1] == ""
