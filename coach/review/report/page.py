"""`html`: one page that a trainer shows in a meeting.

It stands alone: no script, font or picture is fetched, and its own policy forbids it; the one script is in the page and named by
its checksum. Everything is there without the script, which only sorts, filters and opens. Words of people go through the
template's escaping and are cut to what can be read.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from math import ceil
from pathlib import Path
from typing import Any

from coach import __version__
from coach.model import LANGUAGES
from coach.reports.display import one_line
from coach.review.report import choosing, excerpts, figures, wording
from coach.review.report.plots import bar, histogram, share, trend
from coach.review.scoring.record import EventCount, ReviewReport

FOLDER = Path(__file__).parent
MOST_QUOTES = 6
"""Quotes of a rule or a moment."""
MOST_GOOD = 12
MOST_IN_A_CARD, CROWD = 3, 40
"""Quotes of each kind in a card; one only where there are more agents than the second figure, so that the page stays small."""
MOST_AT_ONCE = 25
"""Agents in a table beyond which it scrolls in its own box, with its heading in sight."""
MOST_PROMISES = 150
MOST_TROUBLES = 50
MOST_IN_A_PANEL, PANELS = 12, 6
WARMTHS = 5
BROAD, NARROW = (860, 250), (340, 220)
"""Pixels of a plot on a screen or paper, and on a phone: one drawing made smaller would make its figures too small."""
MOMENTS = (("customer", "What customers show"), ("thread", "What becomes of the conversation"), ("good", "What agents do well"))


def html(report: ReviewReport) -> str:
    """The whole page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    script = _file("page.js")
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    for module in (figures, wording, choosing, excerpts):
        environment.globals.update(_functions(module))
    page = environment.get_template("page.html.j2").render(
        report=report,
        version=__version__,
        policy=policy(script),
        css=_file("page.css"),
        js=script,
        bar=bar,
        share=share,
        one_line=one_line,
        lang=language,
        sections=sections(report),
        **view(report),
    )
    return f"{page.strip()}\n".encode("utf-8", "replace").decode()


def policy(script: str) -> str:
    """The content security policy: nothing but our style and this script, which is named by its checksum."""
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def language(code: str) -> str:
    """A language for an attribute; "" (unknown) for anything that is not one of ours."""
    return code if code in LANGUAGES else ""


def sections(report: ReviewReport) -> list[tuple[str, str]]:
    """The parts of the page that have something to show, in the order a trainer asks: (id, heading)."""
    wanted = (
        ("first", "Coach these first", bool(choosing.coach_first(report))),
        ("help", "Who needs help with what", bool(report.agents)),
        ("good", "What went well", bool(report.good)),
        ("trend", "Week by week", len(report.weeks) > 1),
        ("changed", "What changed", bool(report.changes)),
        ("categories", "What it is about", any(rate.count for _, rate in report.categories)),
        ("heat", "Through the conversation", any(cell.findings.count for cell in report.heat)),
        ("times", "How long customers wait", bool(wording.about_times(report))),
        ("moments", "Moments", any(one.per_conversation.base for one in report.events)),
        ("promises", "Promises", bool(report.promises)),
        ("rules", "Rules and quotes", bool(report.rules)),
        ("cards", "Cards of agents", bool(report.cards)),
        ("counted", "How it was counted", True),
    )
    return [(name, title) for name, title, shown in wanted if shown]


def view(report: ReviewReport) -> dict[str, Any]:
    """What the templates look up besides the report: fragments, axes, drawings, and lists cut to what a page bears."""
    groups = choosing.by_category(report)
    categories = [name for name, rate in report.categories if rate.count]
    rates = dict(report.categories)
    timed = any(span.first or span.later for span in report.response_times)
    warmest = max((cell.findings.rate for cell in report.heat), default=0.0)
    return {
        "ids": fragments([*(name for name, _, _ in groups), *(rule.rule for rule in report.rules)]),
        "card_ids": {card.agent: f"card-{at}" for at, card in enumerate(report.cards, 1)},
        "picks": {one.name: str(at) for at, one in enumerate(report.agents, 1)},
        "key_figures": list(wording.key_figures(report)),
        "firsts": choosing.coach_first(report),
        "helps": choosing.helped(report),
        "hot": {(agent, choosing.category(name)) for agent, name in report.helps},
        "late": {one.agent for one in report.waits},
        "few": choosing.FEW,
        "categories": categories,
        "all_parts": rates,
        "all_rates": {name: rate.rate for name, rate in report.categories},
        "tops": {"all": choosing.scale([one.findings for one in report.agents]), **_tops(report, categories)},
        "panels": [(name, choosing.panel(report.agents, name, MOST_IN_A_PANEL)) for name in categories[:PANELS]],
        "most_in_a_panel": MOST_IN_A_PANEL,
        "most_at_once": MOST_AT_ONCE,
        "differs": wording.DIFFERS,
        "directions": wording.DIRECTION,
        "good": report.good[:MOST_GOOD],
        "event_titles": {one.name: wording.sentence(one.title) for one in report.events},
        "found": [(name, rate) for name, rate in report.categories if rate.count],
        "heat": choosing.heat_rows(report.heat),
        "warmth": lambda rate: min(WARMTHS, ceil(WARMTHS * rate / warmest)) if warmest else 0,
        "moments": list(_moments(report)),
        "promises": report.promises[:MOST_PROMISES],
        "groups": groups,
        "most_quotes": MOST_QUOTES,
        "most_in_a_card": MOST_IN_A_CARD if len(report.cards) <= CROWD else 1,
        "spread_alone": lambda rule: f"in {figures.counted(rule.conversations, 'conversation')}",
        "notes": (*report.notes, *wording.FIGURES),
        "troubles": report.troubles[:MOST_TROUBLES],
        "firsts_timed": sum(span.first for span in report.response_times),
        "laters_timed": sum(span.later for span in report.response_times),
        **_drawings("trend", trend, report.weeks if len(report.weeks) > 1 else ()),
        **_drawings("histogram", histogram, report.response_times if timed else ()),
    }


def fragments(names: list[str]) -> dict[str, str]:
    """A fragment for each category and rule that stays the same from report to report: blame/forgot is #rule-blame-forgot."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = "-".join("".join(char if char.isascii() and char.isalnum() else " " for char in name.lower()).split())
        fragment = f"{'rule' if '/' in name else 'category'}-{plain}"
        while fragment in taken:
            fragment += "-"
        taken.add(fragment)
        found.setdefault(name, fragment)
    return found


def _drawings(name: str, draw: Callable[..., str], data: tuple[Any, ...]) -> dict[str, str]:
    sizes = (("broad", BROAD), ("narrow", NARROW))
    return {f"{name}_{size}": draw(data, f"{name}-{size}", size, *pixels) if data else "" for size, pixels in sizes}


def _tops(report: ReviewReport, categories: list[str]) -> dict[str, float]:
    """Where the bars of each category end: all agents on one axis."""
    return {
        name: choosing.scale([rate for one in report.agents if (rate := choosing.rate_of(one.categories, name)) and rate.count])
        for name in categories
    }


def _moments(report: ReviewReport) -> Iterator[tuple[str, list[EventCount]]]:
    for kind, title in MOMENTS:
        rows = [one for one in report.events if choosing.category(one.name) == kind and one.per_conversation.base]
        if rows:
            yield title, rows


def _functions(module: Any) -> dict[str, Any]:
    """The functions of a module of this folder, for the templates."""
    return {name: value for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__}


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
