from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from coach.library.report_csv import table
from coach.library.report_json import document
from coach.library.report_markdown import markdown
from coach.library.report_text import text
from coach.library.xray import XRay
from coach.reports.display import width
from coach.reports.style import Style

Examine = Callable[..., XRay]
PLAIN = Style()


def rows(**more: Any) -> list[dict[str, Any]]:
    return [
        {
            "name": "Returns",
            "text": "You can return it within 14 days.",
            "usage": 58392,
            "findings": [("blame/forgot", "error")],
            **more,
        },
        {"name": "Return policy", "text": "Hi!\nItems can be sent back within 30 days.", "usage": 1200},
        {"name": "Sale", "text": "The code is valid until 31.12.2024.", "usage": 7},
    ]


def test_the_report_for_people(examine: Examine) -> None:
    assert text(examine(*rows()), PLAIN) == (
        "3 macros in 1 file: 3 en\n"
        "sent 59,599 times; 1 macro with findings: 1 error\n"
        "\n"
        "Mend these first\n"
        "By the weight of what is wrong (an error 20, a warning 8, a hint 2) times how often they were sent. "
        "`coach check FILE` shows better wording.\n"
        " 1. Returns\n"
        "    lib.json:1:1  sent 58,392 times; 1 error; 99% of it all\n"
        '    lib.json:1:1  blame/forgot  "Y"\n'
        "    says 14 days, another says 30 days\n"
        " 2. Return policy\n"
        "    lib.json:3:1  sent 1,200 times\n"
        "    says 30 days, another says 14 days\n"
        " 3. Sale\n"
        "    lib.json:6:1  sent 7 times\n"
        "    31.12.2024 has passed\n"
        "\n"
        "Contradictions (1)\n"
        "The same thing, said with different facts.\n"
        " 1. duration about return (en): 14 days in 1 macro / 30 days in 1 macro\n"
        '    lib.json:1:26  Returns: 14 days  "You can return it within 14 days."\n'
        '    lib.json:4:31  Return policy: 30 days  "Items can be sent back within 30 days."\n'
        "\n"
        "Out of date (1)\n"
        "As of 2026-11-22.\n"
        " 1. Sale: a deadline that passed on 2024-12-31\n"
        '    lib.json:6:25  31.12.2024  "The code is valid until 31.12.2024."\n'
        "\n"
        "Looked for and not found: texts that are nearly the same; language versions; misspelt placeholders and domains.\n"
    )


def test_no_line_is_wider_than_the_terminal(examine: Examine) -> None:
    long = [{**row, "name": f"{row['name']} " * 9, "path": "a/long/path/to/the/library.json"} for row in rows()]
    assert max(map(width, text(examine(*long), Style(columns=60)).splitlines())) <= 60


def test_colour_adds_nothing_but_colour(examine: Examine) -> None:
    one = examine(*rows())
    coloured = text(one, Style(colour=True))
    assert "\x1b[1mContradictions (1)\x1b[0m" in coloured
    assert all(word in coloured for word in ("Returns", "14 days", "31.12.2024"))


def many(number: int) -> list[dict[str, Any]]:
    return [{"name": f"Sale {place}", "text": f"Offer {place} is valid until 31.12.2024."} for place in range(number)]


@pytest.mark.parametrize(("options", "entries", "left"), [({}, 5, 7), ({"top": 2}, 2, 10), ({"everything": True}, 12, 0)])
def test_how_much_is_shown(examine: Examine, options: dict[str, Any], entries: int, left: int) -> None:
    section = text(examine(*many(12)), PLAIN, **options).partition("Out of date (12)")[2]
    assert section.count("a deadline that passed") == entries
    assert (f"... {left} more: --all" in section) == bool(left)


def test_what_is_first_has_ten(examine: Examine) -> None:
    section = text(examine(*many(12)), PLAIN).partition("Mend these first")[2].partition("Out of date")[0]
    assert section.count("has passed") == 10
    assert "The first 10 of 12 are 83% of it all." in section


def test_an_empty_library(examine: Examine) -> None:
    assert text(examine(), PLAIN) == "0 macros in 0 files\nno findings\n"


def test_a_terminal_is_not_driven_by_a_title(examine: Examine) -> None:
    assert "\x1b" not in text(examine({"name": "a\x1b[2Jb", "text": "Valid until 31.12.2024."}), PLAIN)


def test_markdown(examine: Examine) -> None:
    page = markdown(examine(*rows()))
    assert page.startswith("# The macro library\n\n- 3 macros in 1 file: 3 en\n")
    assert "## Contradictions\n\nThe same thing, said with different facts.\n\n1. duration about return" in page
    assert "   - `lib.json:1:26` Returns: 14 days `You can return it within 14 days.`\n" in page
    assert "Nearly the same" not in page


def test_markdown_reads_no_markup_of_a_title(examine: Examine) -> None:
    assert "<b>" not in markdown(examine({"name": "<b>@all</b>", "text": "Valid until 31.12.2024."}))


def test_csv_has_a_row_for_each_line_of_evidence(examine: Examine) -> None:
    found = list(csv.DictReader(io.StringIO(table(examine(*rows())))))
    assert [(row["kind"], row["number"], row["line"], row["column"]) for row in found] == [
        ("fix-first", "1", "1", "1"),
        ("fix-first", "1", "1", "1"),
        ("fix-first", "1", "1", "1"),
        ("fix-first", "2", "3", "1"),
        ("fix-first", "2", "3", "1"),
        ("fix-first", "3", "6", "1"),
        ("fix-first", "3", "6", "1"),
        ("contradiction", "4", "1", "26"),
        ("contradiction", "4", "4", "31"),
        ("stale", "5", "6", "25"),
    ]


def test_a_spreadsheet_computes_nothing(examine: Examine) -> None:
    assert '"=HYPERLINK' not in table(examine({"name": '=HYPERLINK("x")', "text": "Valid until 31.12.2024."}))


def test_json(examine: Examine) -> None:
    content = json.loads(document(examine(*rows(updated="2026-01-02")), "1.2.3"))
    assert content["schema_version"] == 1
    assert content["tool"] == {"name": "coach", "version": "1.2.3"}
    assert content["today"] == "2026-11-22"
    assert content["summary"]["languages"] == {"en": 3}
    assert content["summary"]["findings"] == {"error": 1, "warning": 0, "hint": 0}
    assert content["macros"][0] == {
        "number": 0, "path": "lib.json", "line": 1, "column": 1, "name": "Returns", "language": "en", "locale": "en",
        "channel": None, "usage": 58392, "updated": "2026-01-02", "findings": 1, "weight": 20, "address": None,
    }  # fmt: skip
    assert content["fix_first"]["macros"][0]["rules"] == {"blame/forgot": 1}
    (found,) = content["contradictions"]
    assert found["languages"] == ["en"]
    assert found["sides"][1]["places"] == [
        {"path": "lib.json", "line": 4, "column": 31, "macro": "Return policy", "text": "Items can be sent back within 30 days."}
    ]
    assert content["stale"][0]["last"] == "2024-12-31"
    assert content["versions"] is None


def test_json_of_versions(examine: Examine) -> None:
    versions = [{"name": name, "lang": lang, "text": "Hi"} for name, lang in (("a", "en"), ("a", "de"), ("b", "en"))]
    content = json.loads(document(examine(*versions), ""))["versions"]
    assert content["locales"] == {"en": 2, "de": 1}
    assert content["works"] == [{"name": "a", "versions": {"en": 0, "de": 1}}, {"name": "b", "versions": {"en": 2}}]
    assert [gap["missing"] for gap in content["gaps"]] == [["de"]]
