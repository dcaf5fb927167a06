from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from coach.checking.record import Checked
from coach.reports.statistics import Failure

Printed = Callable[..., str]
VOID = {"meta", "br"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "nav", "details",
    "summary", "h1", "h2", "h3", "p", "ul", "li", "a", "table", "caption", "thead", "tbody", "tr", "th", "td", "code", "span",
    "mark", "bdi",
}  # fmt: skip


class Page(HTMLParser):
    """The page as a browser sees it: its tags, attributes and text. Fails on tags that are not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)


@pytest.fixture
def page(printed: Printed) -> Callable[..., Page]:
    """A page in which there is nothing but what we put there."""

    def make(*files: Checked, **setup: object) -> Page:
        found = Page(printed("html", *files, **setup))
        assert {tag for tag, _ in found.tags} <= ALLOWED
        for _, attributes in found.tags:
            assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset")]
            assert (attributes.get("href") or "#").startswith("#")
        return found

    return make


def test_it_stands_alone(page: Callable[..., Page], library: Checked, printed: Printed) -> None:
    tags = page(library).tags
    policy = [attributes["content"] for tag, attributes in tags if attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    text = printed("html", library)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert not re.search(r"https?:|url\(|@import|<script", text)


def test_files_macros_words_reasons_and_better_wording(page: Callable[..., Page], library: Checked) -> None:
    found = page(library)
    assert found.texts["h1"] == ["4 findings"]
    assert found.texts["mark"] == ["Leider", "Sie vergessen haben", "eilt nicht", "bald"]
    assert "de, score 64 of 100" in found.texts["span"]
    assert "4 findings, 2 texts without" in found.texts["span"]
    whole = " ".join(text for texts in found.texts.values() for text in texts)
    for said in ("macros/de.json", "Verspätung", "Das klingt nach einem Vorwurf.", "Gern  (safe", "line 2:62"):
        assert said in whole
    assert "1 error, 2 warnings, 1 hint in 4 texts of 1 file." in whole
    assert "2 more are suppressed (1 by comments, 1 by the baseline)." in whole
    assert "The reply says that the customer forgot or failed to do something." in found.texts["td"]


def test_reasons_say_their_language(page: Callable[..., Page], library: Checked, draft: Callable[..., Checked]) -> None:
    remark = draft("{{nam}}", "{{nam}}", rule="macro/unknown-placeholder", message="Nobody fills it.")
    spoken = [attributes.get("lang") for tag, attributes in page(library, remark).tags if tag == "p" and "lang" in attributes]
    assert spoken == ["de"] * 8 + ["en"] * 2


def test_links_lead_to_the_files(page: Callable[..., Page], library: Checked, draft: Callable[..., Checked]) -> None:
    tags = page(library, draft("Sie vergessen es.", "vergessen")).tags
    ids = [attributes["id"] for tag, attributes in tags if tag == "details"]
    assert (
        [attributes["href"] for tag, attributes in tags if tag == "a"] == [f"#{name}" for name in ids] == ["#file-1", "#file-2"]
    )


def test_nothing_is_hidden_and_no_colour_is_the_only_sign(page: Callable[..., Page], library: Checked) -> None:
    found = page(library)
    assert all("open" in attributes for tag, attributes in found.tags if tag == "details")
    assert [text for text in found.texts["span"] if text in ("error", "warning", "hint")] == [
        "warning",
        "error",
        "warning",
        "hint",
    ]


def test_nothing_found(page: Callable[..., Page]) -> None:
    found = page(failures=(Failure("a.json", "not <valid> JSON"),))
    assert found.texts["h1"] == ["0 findings"]
    assert found.texts["h2"] == ["Could not be read"]
    assert ": not <valid> JSON" in found.texts["li"]


def test_hostile_text_is_text(page: Callable[..., Page], hostile: tuple[str, Checked]) -> None:
    found = page(hostile[1], failures=(Failure(hostile[0], hostile[0]),))
    (marked,) = found.texts["mark"]
    assert marked.startswith("Ihr ")
    assert len([tag for tag, _ in found.tags if tag == "article"]) == 1
