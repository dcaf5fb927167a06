from __future__ import annotations

import csv as reader
import json as parser
from importlib.resources import files
from io import StringIO
from math import inf
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from coach.reports.display import width
from coach.review.report.jsons import json
from coach.review.report.markdown import markdown
from coach.review.report.table import FORMATS, written
from coach.review.report.tables import COLUMNS, csv
from coach.review.report.text import text
from coach.review.scoring.record import Rate, ReviewReport
from tests.review.report.example import empty, rate, report

SCHEMA = parser.loads((files("coach") / "review" / "report" / "schema" / "review-v1.json").read_text(encoding="utf-8"))
NASTY = (
    "=cmd|<script>alert(1)</script>\"'> <img src=x onerror=alert(1)> [a](javascript:1) @team `x` \u202e\x1b[31m\x00\ud800 {{7*7}}"
)
KEPT = {"error", "warning", "hint", "good", "bad", "neutral", ""}


def poisoned(value: Any) -> Any:
    """A report in which every word that comes from outside is an attack."""
    if hasattr(value, "_asdict"):
        return type(value)(*map(poisoned, value))
    if isinstance(value, tuple):
        return tuple(map(poisoned, value))
    return f"{NASTY}{value}" if isinstance(value, str) and value not in KEPT else value


@pytest.fixture(scope="module")
def attack() -> ReviewReport:
    result: ReviewReport = poisoned(report())
    return result


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "given", [empty(), report(), report(1), report(3, times=False)], ids=["empty", "full", "one", "no times"]
)
def test_every_form_shows_every_report(form: str, given: ReviewReport) -> None:
    assert given.title in written(given, form) or form == "csv"


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(KeyError):
        written(empty(), "pdf")


@pytest.mark.parametrize("given", [empty(), report(), report(3, times=False)], ids=["empty", "full", "no times"])
def test_json_is_what_the_schema_says(given: ReviewReport) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    document = parser.loads(json(given))
    Draft202012Validator(SCHEMA).validate(document)
    assert set(document) == {"schema_version", "tool", *given._fields}


def test_json_keeps_every_word_and_every_figure(attack: ReviewReport) -> None:
    document = parser.loads(json(attack))
    Draft202012Validator(SCHEMA).validate(document)
    assert document["rules"][0]["quotes"][0]["text"] == attack.rules[0].quotes[0].text
    assert document["helps"][0] == {"agent": attack.helps[0][0], "name": attack.helps[0][1]}
    assert document["categories"][0]["rate"]["low"] == attack.categories[0][1].low
    assert "\x1b" not in json(attack)
    assert "\u202e" not in json(attack)


def test_json_has_no_figure_that_is_none() -> None:
    document = parser.loads(json(empty()._replace(overall=Rate(0, 0, 0.0, 0.0, inf))), parse_constant=pytest.fail)
    assert document["overall"]["high"] is None


def test_csv_is_a_table_of_rates() -> None:
    given = report()
    rows = list(reader.DictReader(StringIO(csv(given))))
    assert csv(given).splitlines()[0] == ",".join(COLUMNS)
    (overall,) = (row for row in rows if row["dimension"] == "overall")
    assert (int(overall["count"]), int(overall["base"])) == given.overall[:2]
    blame = [row for row in rows if (row["dimension"], row["name"], row["measure"]) == ("agent", "Agent 3", "blame")]
    assert len(blame) == 1
    assert {row["dimension"] for row in rows} == {
        "overall", "category", "severity", "rule", "event", "agent", "team", "channel", "language", "week", "tenth",
        "before", "now",
    }  # fmt: skip


def test_csv_has_no_formula(attack: ReviewReport) -> None:
    for row in reader.reader(StringIO(csv(attack))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_markdown_is_a_page_without_markup_of_others(attack: ReviewReport) -> None:
    for given in (report(), attack):
        tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown(given))
        flat = [child for token in tokens for child in (token, *(token.children or ()))]
        assert {token.type for token in flat if token.type.startswith(("link", "image", "html"))} <= {"html_block"}
        assert [token.content.strip() for token in flat if token.type == "html_block"] == ["<!-- coach report -->"]


def test_markdown_has_the_sections_of_the_page() -> None:
    headings = [line[3:] for line in markdown(report()).splitlines() if line.startswith("## ")]
    assert headings[:3] == ["Coach first", "Who needs help with what", "Agents"]
    assert "- **Needs help**: Agent 3 with blame and command/must; Agent 8 with dismissive; Agent 5 " in markdown(report())
    assert headings[-1] == "How it was counted"
    assert [line for line in markdown(empty()).splitlines() if line.startswith("## ")] == [
        "## Could not be read",
        "## How it was counted",
    ]


def test_text_answers_the_three_questions_of_a_trainer() -> None:
    shown = text(report(), 100)
    assert "9.1 findings per 100 sentences (8.6–9.7)" in shown
    assert "Agent 3: blame: 6.4 per 100 sentences (4.9–8.2), 3.2 times as often as colleagues in the same work" in shown
    assert "command/must: 5.3 per 100 sentences (4.0–6.9), colleagues in the same work have none" in " ".join(shown.split())
    assert "Agent 5: first answers after 18 min 3 s (chat); half of all come within 49 s" in shown
    assert "say: The receipt is not with us yet, so I could not start the exchange yet." in shown
    assert "blame: 1.4 (1.1–1.8) before, 0.7 (0.5–1.0) now: fewer" in shown
    assert "by 5 pm" not in shown  # the ledger is a file of its own; here is only how many promises have a time


def test_text_begins_with_the_answers_of_the_first_ten_seconds() -> None:
    shown = text(report()).split("\n\n")[1].splitlines()
    assert shown[0] == "In short"
    assert shown[1] == "- Needs help: Agent 3 with blame and command/must; Agent 8 with dismissive; Agent 5 with waiting times."
    assert shown[2].startswith("- Goes well: ")
    assert shown[3] == (
        "- Changed: November 2026, compared with October 2026, per 100 sentences: "
        "blame fell from 1.4 (1.1–1.8) to 0.7 (0.5–1.0); vague/soon rose from 0.7 (0.5–1.0) to 1.3 (1.0–1.7)."
    )


def test_where_nobody_has_a_name_all_together_need_help() -> None:
    assert "- Needs help: all together with " in text(report()._replace(agents=(), help_rates=(), waits=()))


def test_what_did_not_change_beyond_chance_is_one_line() -> None:
    shown = text(report())
    assert "2 other rules and categories: no change beyond chance." in shown
    assert "policy:" not in shown
    still = report()._replace(changes=tuple(one._replace(direction=0) for one in report().changes))
    assert "nothing changed beyond chance." in text(still)


def test_a_rate_of_few_sentences_has_no_bar() -> None:
    first, *others = report().agents
    few = first._replace(sentences=15, findings=rate(8, 15), differs=0)
    line = next(line for line in text(report()._replace(agents=(few, *others))).splitlines() if line.startswith(f"  {few.name} "))
    assert "only 15 sentences" in line
    assert "█" not in line


def test_praise_says_for_what_and_names_nobody_where_nobody_has_a_name() -> None:
    given = report()._replace(agents=())
    for shown in (text(given), markdown(given)):
        praise = shown.partition("What went well")[2].partition("By ")[0]
        assert given.good[0].agent not in praise
        assert next(one.title for one in given.events if one.name == given.good[0].name) in praise


def test_text_keeps_the_width() -> None:
    for columns in (60, 80, 120):
        assert max(width(line) for line in text(report(), columns).splitlines()) <= columns


def test_text_is_in_colour_only_when_asked() -> None:
    assert "\x1b" not in text(report(), 100)
    assert "\x1b[31merror\x1b[0m" in text(report(), 100, colour=True)


def test_text_drives_no_terminal(attack: ReviewReport) -> None:
    shown = text(attack, 100)
    assert not [char for char in shown if char != "\n" and not char.isprintable()]


def test_a_trend_claims_no_more_than_its_intervals() -> None:
    given = report()
    assert "fewer, and the intervals do not overlap" in text(given)
    steady = given._replace(weeks=(given.weeks[0], given.weeks[1]))
    assert "the intervals overlap, so this may be chance" in text(steady)
    assert "By week" not in text(given._replace(weeks=given.weeks[:1]))
