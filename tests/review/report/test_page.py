from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from coach.review.report.page import FOLDER, fragments, html, sections
from coach.review.report.text import text
from coach.review.report.wording import place
from coach.review.scoring.record import ReviewReport
from tests.review.report.example import empty, quote, report
from tests.review.report.test_forms import poisoned

VOID = {"meta", "input"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "div", "header", "nav", "main", "footer", "section", "figure", "figcaption",
    "blockquote", "details", "summary", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "a", "table", "caption",
    "thead", "tbody", "tr", "th", "td", "code", "span", "strong", "mark", "bdi", "b", "form", "label", "input", "select",
    "option", "button", "script", "svg", "desc", "text", "circle", "rect", "line", "polyline", "polygon",
}  # fmt: skip
MOST_BYTES = 3_000_000


class Page(HTMLParser):
    """The page as a browser sees it. Fails on tags that are not closed."""

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

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)

    def values(self, attribute: str) -> list[str]:
        return [found[attribute] or "" for _, found in self.tags if attribute in found]


def checked(given: ReviewReport) -> Page:
    """A page in which there is nothing but what we put there, and in which every reference leads somewhere."""
    page = Page(html(given))
    assert {tag for tag, _ in page.tags} <= ALLOWED
    assert [tag for tag, _ in page.tags].count("script") == 1
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "style", "srcset", "action")]
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    for href in page.values("href"):
        assert href.startswith("#")
        assert href[1:] in ids
    assert {name for names in page.values("aria-labelledby") for name in names.split()} <= set(ids)
    return page


@cache
def full() -> str:
    """The page of the example, written once."""
    return html(report())


@cache
def whole() -> Page:
    return checked(report())


@pytest.mark.parametrize(
    "given",
    [empty(), report(), report(1), report(3, times=False), poisoned(report())],
    ids=["empty", "full", "one agent", "no times", "hostile"],
)
def test_the_page_is_ours_and_whole(given: ReviewReport) -> None:
    checked(given)


def test_it_stands_alone_and_names_its_one_script() -> None:
    text = full()
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text.replace("&#39;", "'"))
    assert policy.split("; ")[:3] == ["default-src 'none'", "style-src 'unsafe-inline'", f"script-src 'sha256-{digest}'"]
    assert not re.search(r"https?:|url\(|@import|innerHTML|eval\(", text)


def test_the_script_stays_small() -> None:
    assert len((FOLDER / "page.js").read_text(encoding="utf-8").splitlines()) < 150


def test_headings_go_down_step_by_step() -> None:
    levels = [int(tag[1]) for tag, _ in whole().tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_says_what_it_is() -> None:
    page = whole()
    tables = [attributes for tag, attributes in page.tags if tag == "table"]
    named = sum("aria-labelledby" in attributes for attributes in tables)
    assert len(tables) == named + sum(tag == "caption" for tag, _ in page.tags)
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th")


def test_what_a_trainer_asks_stands_in_that_order() -> None:
    assert [name for name, _ in sections(report())] == [
        "first", "help", "good", "trend", "changed", "categories", "heat", "times", "moments", "promises", "rules", "cards",
        "counted",
    ]  # fmt: skip


def test_what_is_not_there_has_no_section() -> None:
    assert [name for name, _ in sections(empty())] == ["counted"]
    assert {"trend", "times"}.isdisjoint(name for name, _ in sections(report(3, times=False)))
    text = html(empty())
    assert "No sentence of an agent could be judged" in text
    assert "the file is empty" in text


def test_one_agent_has_nobody_to_compare_with() -> None:
    text = html(report(1))
    assert "There is only one agent, so nobody to compare with." in text
    assert "The commonest categories by agent" not in text


def test_nobody_stands_out() -> None:
    assert "Nobody stands out beyond chance" in html(report()._replace(help_rates=(), waits=()))
    assert "nobody stands out beyond chance; all together with blame, " in text(report()._replace(help_rates=(), waits=()))


def test_the_rate_beside_a_rule_is_that_of_the_rule_and_not_of_its_category() -> None:
    page = html(report())
    line = page[page.index("(says that the customer must)") :][:200]
    assert "5.3 per 100 sentences" in line


def test_the_page_begins_with_the_answers() -> None:
    page = html(report())
    places = [page.index(mark) for mark in ("<dt>Needs help</dt>", "<dt>Goes well</dt>", "<dt>Changed</dt>", "<h2")]
    assert places == sorted(places)


def test_nobody_is_named_beside_what_the_team_is_coached_in() -> None:
    page = html(report())
    first = page[page.index('class="firsts"') : page.index("</ol>")]
    assert "<blockquote" in first
    assert not [one.name for one in report().agents if f"<bdi>{one.name}</bdi>" in first]


def test_a_path_from_the_root_is_told_by_its_end() -> None:
    given = report().rules[0].quotes[0]._replace(source="/home/kim/exports/2026/chats.jsonl", line=7)
    assert place(given).startswith("2026/chats.jsonl:7, ")


def test_a_card_shows_what_goes_well_before_the_score() -> None:
    page = html(report())
    card = page[page.index('class="card"') :]
    assert card.index("What goes well") < card.index("One thing to work on") < card.index('class="score"')


def test_the_agents_without_a_name_are_told_as_such() -> None:
    given = report()
    assert "agents without a name" in html(given._replace(agents=(given.agents[0]._replace(name=""), *given.agents[1:])))


def test_three_hundred_agents_fit() -> None:
    given = report(300)
    assert len(html(given).encode()) < MOST_BYTES


def test_pages_of_text_in_every_quote_fit() -> None:
    given = report(300)
    long = quote("blame/forgot", "error", "")._replace(text="слово " * 20_000, start=60_000, end=60_005, before="x" * 100_000)
    cards = tuple(card._replace(strengths=(long,) * 9, focus=card.focus[:1]) for card in given.cards)
    rules = tuple(rule._replace(quotes=(long,) * 40) for rule in given.rules)
    text = html(given._replace(cards=cards, rules=rules))
    assert len(text.encode()) < MOST_BYTES
    assert max(map(len, re.findall(r"<blockquote.*?</blockquote>", text))) < 700


def test_a_quote_says_what_why_better_before_and_where() -> None:
    page = whole()
    said_all = re.sub(r"\s+", " ", " ".join(text for texts in page.texts.values() for text in texts))
    for said in (
        "You forgot to attach the receipt",
        "Sounds like an accusation; say what is needed next.",
        "The receipt is not with us yet",
        "I sent everything on Monday, why is nothing happening?",
        "exports/2026-11/chats.jsonl:120, conversation 88120, turn 1",
    ):
        assert said in said_all
    assert "You forgot to attach the receipt" in page.texts["mark"]


def test_words_say_their_language_and_nothing_else_does() -> None:
    given = report()
    spoken = set(checked(given).values("lang"))
    assert spoken == {"en", "de", "ru", "tr"}
    assert set(checked(poisoned(given)).values("lang")) == {"en", ""}


def test_fragments_stay_the_same_and_are_never_given_twice() -> None:
    assert fragments(["blame", "blame/forgot", "Команда/правило", "a/b-c", "a/b c", "blame"]) == {
        "blame": "category-blame",
        "blame/forgot": "rule-blame-forgot",
        "Команда/правило": "rule-",
        "a/b-c": "rule-a-b-c",
        "a/b c": "rule-a-b-c-",
    }


def test_a_card_shows_strengths_before_the_one_thing_to_work_on_and_no_rank() -> None:
    text = full()
    (card,) = re.findall(r'id="card-3">.*?</details>', text, re.DOTALL)
    assert card.index("What goes well") < card.index("One thing to work on") < card.index("What the score is made of")
    assert card.count("One thing to work on") == 1
    assert "more than the others" not in card
    few = re.findall(r'id="card-11">.*?</details>', text, re.DOTALL)[0]
    assert "Too little was read for a score" in few


def brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


WRITTEN = {
    "ground": "text quiet link error warning hint good",
    "raised": "text quiet link error warning hint good",
    "good-ground": "good",
    "mark": "on-mark",
    "hot": "on-hot",
    "h1": "text",
    "h2": "on-light",
    "h3": "on-light",
    "h4": "on-deep",
    "h5": "on-deep",
}
"""Which colours of text stand on which ground."""
SHAPES = [("accent", "ground"), ("second", "ground"), ("over", "bar"), ("over", "ground"), ("second", "bar"), ("accent", "band")]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast(scheme: int) -> None:
    blocks = re.findall(r":root \{(.*?)\}", (FOLDER / "page.css").read_text(encoding="utf-8"), re.DOTALL)
    colours = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", blocks[scheme]))
    pairs = [(text, ground) for ground, texts in WRITTEN.items() for text in texts.split()]
    assert [pair for pair in pairs if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []
    # WCAG asks 3 of shapes; the mark of all on a bar is told in words, too, and so may have a little less.
    assert [pair for pair in SHAPES if contrast(colours[pair[0]], colours[pair[1]]) < 2.2] == []
