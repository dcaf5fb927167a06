from __future__ import annotations

import json
from collections.abc import Callable
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
        tally.count(checked)
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


def test_the_schema_describes_every_key(library: Checked) -> None:
    found = document(*TEXTS, library, statistics=True, failures=(Failure("c.txt", "gone"),))
    assert set(found) == set(SCHEMA["properties"])
    keys = {key for one in (*found["findings"], *found["suppressed"]) for key in one}
    assert keys == set(SCHEMA["$defs"]["finding"]["properties"])
    assert set(found["findings"][0]["rewrites"][0]) == set(
        SCHEMA["$defs"]["finding"]["properties"]["rewrites"]["items"]["properties"]
    )
    assert set(found["files"][0]) == set(SCHEMA["$defs"]["file"]["properties"])
    assert set(found["files"][3]["texts"][0]) == set(SCHEMA["$defs"]["text"]["properties"])
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
            {"text": "", "span": [4, 10], "safe": True, "exact": True},
            {"text": "Не хватает [чего].", "span": [0, 11], "safe": False, "exact": True},
        ],
        "fixable": True,
    }


def test_counts() -> None:
    found = document(*TEXTS, failures=(Failure("c.txt", "gone"),))
    assert found["summary"] == {
        "files": 3, "texts": 3, "findings": 2, "errors": 2, "warnings": 0, "hints": 0, "fixable": 2, "suppressed": 0,
        "unreadable": 1,
    }  # fmt: skip
    assert found["files"][0] == {
        "path": "a.txt", "language": "ru", "score": 60, "findings": 2, "note": "", "parts": [], "texts": []
    }  # fmt: skip
    assert found["errors"] == [{"path": "c.txt", "message": "gone"}]
    assert found["tool"] == {"name": "coach", "version": "1.2.3"}


def test_what_a_file_adds_to_a_finding(library: Checked) -> None:
    found = document(library)
    assert found["findings"][1]["macro"] == "Verspätung"
    assert found["findings"][1]["fingerprint"] == "f" * 64
    assert [rewrite["exact"] for rewrite in found["findings"][1]["rewrites"]] == [True, False]
    # What is not known is left out, not empty: a reader that follows fingerprints must not take "" for one.
    assert not {"fingerprint", "suppressed_by", "reason", "baseline_state"} & set(found["findings"][0])


def test_suppressed_findings_stand_apart_and_count_for_nothing(library: Checked) -> None:
    found = document(library)
    assert [(one["rule"], one["suppressed_by"], one.get("reason")) for one in found["suppressed"]] == [
        ("cliche/thanks", "inline", "so soll es sein"),
        ("vague/today", "baseline", None),
    ]
    assert found["suppressed"][1]["baseline_state"] == "unchanged"
    assert found["summary"]["findings"] == len(found["findings"]) == found["files"][0]["findings"] == 4
    assert found["summary"]["suppressed"] == 2


def test_the_texts_of_a_file_also_those_without_findings(library: Checked) -> None:
    found = document(library)
    assert found["summary"]["texts"] == 4
    (file,) = found["files"]
    assert file["texts"][:2] == [
        {
            "name": "Verspätung", "language": "de", "score": 64, "findings": 3, "note": "",
            "start": {"line": 2, "column": 36}, "usage": 412,
        },
        {
            "name": "Dank", "language": "de", "score": 100, "findings": 0, "note": "",
            "start": {"line": 3, "column": 30}, "usage": None,
        },
    ]  # fmt: skip
    assert file["texts"][3]["language"] is None
    assert file["texts"][3]["note"] == "the language could not be told"


@pytest.mark.parametrize(
    ("rule", "origin", "language"),
    [
        ("blame/forgot", {"language": "tr"}, "tr"),
        ("blame/forgot", {}, "de"),
        ("macro/unknown-placeholder", {"language": "tr"}, None),
        ("suppression/unused", {}, None),
    ],
)
def test_the_language_is_that_of_the_text_and_none_for_remarks_on_the_library(
    draft: Callable[..., Checked], rule: str, origin: dict[str, str], language: str | None
) -> None:
    checked = draft("Hallo.", "Hallo", rule=rule, **origin)
    assert document(checked)["findings"][0]["language"] == language
