from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from coach.checking.record import Checked
from coach.model import Finding, Report, Suggestion
from coach.reports.json_report import Json
from coach.reports.statistics import Failure, Tally

SCHEMA = json.loads((files("coach") / "reports" / "schema" / "check-v1.json").read_text(encoding="utf-8"))

FINDING = Finding(
    "blame/forgot",
    "blame",
    "error",
    4,
    10,
    "забыли",
    "Звучит как упрёк \ud800.",
    (Suggestion("", 4, 10, safe=True), Suggestion("Не хватает [чего].", 0, 11, safe=False)),
)


def document(*texts: Checked, statistics: bool = False, failures: tuple[Failure, ...] = ()) -> Any:
    report, tally = Json("1.2.3", statistics=statistics), Tally()
    tally.failures.extend(failures)
    parts = [report.begin()]
    for checked in texts:
        tally.add(checked.report)
        parts.append(report.render(checked))
    written = "".join([*parts, report.finish(tally)]).encode("utf-8", "backslashreplace")
    return json.loads(written)


TEXTS = (
    Checked("a.txt", "Вы, забыли.", Report((FINDING, FINDING._replace(start=0, end=0, rule="own/rule")), "ru")),
    Checked("<stdin>", "???", Report((), None, "unclear")),
    Checked("b.txt", "", Report((), "en")),
)


@pytest.mark.parametrize("statistics", [False, True])
@pytest.mark.parametrize("texts", [(), TEXTS[1:], TEXTS, TEXTS * 2])
def test_validates_against_the_published_schema(texts: tuple[Checked, ...], statistics: bool) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    found = document(*texts, statistics=statistics, failures=(Failure("c.txt", "gone"),))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert ("statistics" in found) == statistics


def test_the_schema_describes_every_key() -> None:
    found = document(*TEXTS, statistics=True, failures=(Failure("c.txt", "gone"),))
    assert set(found) == set(SCHEMA["properties"])
    assert set(found["findings"][0]) == set(SCHEMA["$defs"]["finding"]["properties"])
    assert set(found["files"][0]) == set(SCHEMA["$defs"]["file"]["properties"])
    assert set(found["summary"]) == set(SCHEMA["properties"]["summary"]["properties"])


def test_what_a_finding_says() -> None:
    assert document(*TEXTS)["findings"][0] == {
        "rule": "blame/forgot",
        "category": "blame",
        "severity": "error",
        "language": "ru",
        "message": "Звучит как упрёк \ud800.",
        "why": "says that the customer forgot or failed to do something",
        "path": "a.txt",
        "span": [4, 10],
        "start": {"line": 1, "column": 5},
        "end": {"line": 1, "column": 11},
        "match": "забыли",
        "rewrites": [
            {"text": "", "span": [4, 10], "safe": True},
            {"text": "Не хватает [чего].", "span": [0, 11], "safe": False},
        ],
        "fixable": True,
    }


def test_counts() -> None:
    found = document(*TEXTS, failures=(Failure("c.txt", "gone"),))
    assert found["summary"] == {"files": 3, "findings": 2, "errors": 2, "warnings": 0, "hints": 0, "fixable": 2, "unreadable": 1}
    assert found["files"][0] == {"path": "a.txt", "language": "ru", "score": 60, "findings": 2, "note": "", "parts": []}
    assert found["errors"] == [{"path": "c.txt", "message": "gone"}]
    assert found["tool"] == {"name": "coach", "version": "1.2.3"}
