"""The page in a real browser. Skipped where no Chromium is installed (Debian: `apt-get install chromium`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.review.report.page import html
from tests.review.report.browser import Browser, chromium
from tests.review.report.example import empty, report
from tests.review.report.test_forms import poisoned

PROGRAM = chromium()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed")

PHONE = 360
PAPER = 688
"""Pixels of an A4 page between its margins."""
TABLE = "document.getElementById('agents-table')"
SORTED = f"[...{TABLE}.tBodies[0].rows].map((row) => row.cells[0].textContent)"
SHOWN = "[...document.querySelectorAll('#rules .rule')].filter((rule) => rule.offsetParent).map((rule) => rule.id)"
CLIPPED = """[...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => box.getAttribute('aria-label'))"""
BEYOND = """[...document.querySelectorAll('body *')].filter((part) => !part.closest('.vh, .skip')
    && part.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((part) => part.outerHTML)"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    assert PROGRAM
    opened = Browser(PROGRAM, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "page.html"
    path.write_text(html(report()), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _screen(browser: Browser) -> Iterator[None]:
    browser.media()
    yield
    browser.media()


def tab_to(browser: Browser, wanted: str) -> None:
    """Press Tab until what has the focus matches the selector."""
    for _ in range(120):
        browser.press("Tab")
        if browser.run(f"document.activeElement.matches({json.dumps(wanted)})"):
            return
    pytest.fail(f"no Tab reaches {wanted}")


def test_no_error_and_no_request_but_the_page_itself(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("window.scrollTo(0, document.body.scrollHeight)")
    assert browser.log == []
    assert browser.requests == [page.as_uri()]


@pytest.mark.parametrize("given", [empty(), report(1), report(3, times=False), poisoned(report())])
def test_no_other_report_breaks_the_script(browser: Browser, tmp_path: Path, given: object) -> None:
    path = tmp_path / "page.html"
    path.write_text(html(given), encoding="utf-8")  # type: ignore[arg-type]
    browser.open(path, width=PHONE, height=800)
    assert browser.log == []
    assert browser.requests == [path.as_uri()]
    assert browser.run("document.documentElement.scrollWidth") == PHONE


def test_the_policy_holds_against_a_script_that_slipped_in(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.slipped = 1' }))")
    assert browser.run("window.slipped === undefined")
    assert any("Content Security Policy" in line for line in browser.log)


def test_the_keyboard_sorts(browser: Browser, page: Path) -> None:
    browser.open(page)
    before = browser.run(SORTED)
    tab_to(browser, "#agents-table th:nth-child(3) button")
    assert browser.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.press("Enter")
    assert browser.run(f"{TABLE}.querySelector('[aria-sort]').getAttribute('aria-sort')") == "descending"
    down = browser.run(SORTED)
    assert down != before
    assert down[0] == "Agent 3"
    browser.press("Space")
    assert browser.run(f"{TABLE}.querySelector('[aria-sort]').getAttribute('aria-sort')") == "ascending"
    assert browser.run(SORTED) == down[::-1]


def test_names_are_sorted_as_people_count(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(f"{TABLE}.querySelector('button').click()")
    assert browser.run(SORTED) == [f"Agent {at}" for at in range(1, 13)]


def test_the_skip_link_is_the_first_thing_and_leads_to_the_report(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("Tab")
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.run("document.activeElement.getBoundingClientRect().left") == 0
    browser.press("Enter")
    assert browser.run("document.activeElement.id") == "read"


def test_agents_are_found_by_name(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('input[data-rows]').focus()")
    browser.type("agent 1")
    assert browser.run(f"[...{TABLE}.tBodies[0].rows].filter((row) => row.offsetParent).length") == 4


def test_quotes_are_found_by_words_agent_and_category(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert len(browser.run(SHOWN)) == 15
    browser.run("document.getElementById('by-words').focus()")
    browser.type("unterschreiben")
    assert browser.run(SHOWN) == ["rule-blame-forgot"]
    assert browser.run("document.getElementById('narrowed').textContent") == "1 rule, 1 quote"
    browser.run("document.getElementById('everything').click()")
    assert len(browser.run(SHOWN)) == 15
    browser.run("const by = document.getElementById('by-category'); by.value = 'blame'; by.dispatchEvent(new Event('input'))")
    assert sorted(browser.run(SHOWN)) == ["rule-blame-doubt", "rule-blame-forgot"]
    browser.run("const who = document.getElementById('by-agent'); who.value = '2'; who.dispatchEvent(new Event('input'))")
    assert browser.run(SHOWN) == []
    assert browser.run("document.getElementById('narrowed').textContent").startswith("Nothing of that")


def test_a_bar_opens_what_was_said(browser: Browser, page: Path) -> None:
    browser.open(page)
    tab_to(browser, ".panel a[href='#category-blame'][data-pick='1']")
    browser.press("Enter")
    browser.run("new Promise((done) => setTimeout(done, 50))")
    assert browser.run(SHOWN) == ["rule-blame-forgot"]
    assert browser.run("document.getElementById('rule-blame-forgot').open")
    quotes = browser.run(
        "[...document.querySelectorAll('#rules .quote')].filter((one) => one.offsetParent).map((one) => one.dataset.agent)"
    )
    assert quotes == ["1"]
    assert browser.run("document.getElementById('category-blame').getBoundingClientRect().top") < 900


@pytest.mark.parametrize("fragment", ["rule-vague-soon", "card-7"])
def test_a_link_that_was_sent_opens_its_rule_or_card(browser: Browser, page: Path, fragment: str) -> None:
    browser.open(page, f"#{fragment}")
    assert browser.run(f"document.getElementById('{fragment}').open")
    assert 0 <= browser.run(f"document.getElementById('{fragment}').getBoundingClientRect().top") < 900


def test_a_link_to_a_rule_that_a_filter_hides_shows_it(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("const by = document.getElementById('by-words'); by.value = 'zzz'; by.dispatchEvent(new Event('input'))")
    browser.run("document.querySelector('#first a[href=\"#rule-blame-forgot\"]').click()")
    browser.run("new Promise((done) => setTimeout(done, 50))")
    assert "rule-blame-forgot" in browser.run(SHOWN)


def test_without_the_script_all_is_there_and_nothing_useless(browser: Browser, page: Path) -> None:
    browser.open(page, script=False)
    assert browser.run("document.querySelectorAll('th button, .tools button').length") == 0
    assert browser.run("[...document.querySelectorAll('.controls')].every((form) => !form.offsetParent)")
    browser.run("document.getElementById('rule-blame-forgot').open = true")
    assert browser.run("document.querySelector('#rule-blame-forgot blockquote').getBoundingClientRect().height") > 10


@pytest.mark.parametrize("width", [PHONE, 768, 1024])
def test_the_page_never_scrolls_sideways(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width=width, height=800)
    browser.run("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    assert browser.run("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("script", [True, False])
def test_paper_shows_everything_and_cuts_nothing(browser: Browser, page: Path, tmp_path: Path, script: bool) -> None:
    browser.open(page, width=PAPER, script=script)
    browser.media("print", "dark")
    assert browser.run(CLIPPED) == []
    assert browser.run(BEYOND) == []
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.run("document.querySelector('#rules blockquote').getBoundingClientRect().height") > 10
    browser.pdf(tmp_path / "page.pdf")
    paper = (tmp_path / "page.pdf").read_bytes()
    assert paper.startswith(b"%PDF")
    assert paper.count(b"/Type /Page\n") >= 12  # a card begins a page


def test_on_paper_a_rule_has_one_quote_and_what_did_not_change_is_left_out(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.media("print")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    seen = "[...box.querySelectorAll('.quote')].filter((one) => one.getClientRects().length).length"
    most = browser.run(f"Math.max(...[...document.querySelectorAll('#rules .rule')].map((box) => {seen}))")
    rest = browser.run("document.querySelector('#changed details.rest').getClientRects().length")
    browser.media()
    assert (most, rest) == (1, 0)


def test_after_printing_what_was_closed_is_closed_again(browser: Browser, page: Path) -> None:
    browser.open(page)
    opened = "document.querySelectorAll('details[open]').length"
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run(opened) > 20
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run(opened) == 0


def test_one_card_can_be_printed_alone(browser: Browser, page: Path) -> None:
    browser.open(page, "#card-2")
    browser.run("window.print = () => {}")
    browser.run("[...document.querySelectorAll('#card-2 .tools button')].at(-1).click()")
    browser.media("print")
    shown = "[...document.querySelectorAll('main > *, .card')].filter((one) => one.offsetParent).map((one) => one.id)"
    assert browser.run(shown) == ["cards", "card-2"]


def test_dark_is_dark(browser: Browser, page: Path) -> None:
    browser.media("", "dark")
    browser.open(page)
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 26)"


def test_a_screen_reader_finds_its_way(browser: Browser, page: Path) -> None:
    browser.open(page)
    nodes = [node for node in browser.call("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    named = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes]
    roles = {role for role, _ in named}
    assert {"banner", "navigation", "main", "contentinfo", "heading", "table", "searchbox", "combobox", "status"} <= roles
    assert ("navigation", "Sections") in named
    plots = [(role, name) for role, name in named if role in ("image", "img")]
    assert [name for _, name in plots] == [
        "Findings per 100 sentences by week",
        "How long customers waited: share of answers in percent",
    ]
    assert not [name for role, name in named if role in ("link", "button", "combobox", "searchbox", "table") and not name.strip()]
