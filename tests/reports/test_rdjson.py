from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from coach.checking.record import Checked
from coach.model import Suggestion

Printed = Callable[..., str]


@pytest.fixture
def diagnostics(printed: Printed, schema: Callable[[str], Any]) -> Callable[..., list[Any]]:
    """The diagnostics, valid and the same in both formats."""
    whole = schema("rdjson-DiagnosticResult.json")
    line = {**whole, "$ref": "#/definitions/reviewdog.rdf.Diagnostic"}

    def make(*files: Checked, **setup: Any) -> list[Any]:
        result = json.loads(printed("rdjson", *files, **setup))
        jsonschema.Draft4Validator(whole).validate(result)
        assert set(result) == {"source", "diagnostics"}
        rows = [json.loads(row) for row in printed("rdjsonl", *files, **setup).splitlines()]
        for row in rows:
            jsonschema.Draft4Validator(line).validate(row)
            assert row.pop("source") == result["source"] == {"name": "coach"}
        assert rows == result["diagnostics"]
        return rows

    return make


def test_nothing_found(printed: Printed) -> None:
    assert printed("rdjson") == '{"source": {"name": "coach"}, "diagnostics": []}\n'
    assert printed("rdjsonl") == ""


def test_diagnostics(diagnostics: Callable[..., list[Any]], library: Checked) -> None:
    found = diagnostics(library)
    assert [one["severity"] for one in found] == ["WARNING", "ERROR", "WARNING", "INFO"]
    # The umlaut of the title stands before it on its line: one byte more than characters.
    assert found[0] == {
        "message": "Verspätung: „Leider“ kündigt eine Absage an.",
        "severity": "WARNING",
        "code": {"value": "negative/bad-news-word"},
        "location": {
            "path": "macros/de.json",
            "range": {"start": {"line": 2, "column": 37}, "end": {"line": 2, "column": 43}},
        },
        "suggestions": [
            {"range": {"start": {"line": 2, "column": 37}, "end": {"line": 2, "column": 43}}, "text": "Gern"},
        ],
    }


def test_only_what_can_be_put_in_as_it_is_is_suggested(diagnostics: Callable[..., list[Any]], library: Checked) -> None:
    texts = [suggestion["text"] for one in diagnostics(library) for suggestion in one.get("suggestions", ())]
    assert texts == ["Gern", "Damit ich weitermachen kann, brauche ich noch [Unterlage]."]


def test_a_sentence_to_add_is_an_insertion(diagnostics: Callable[..., list[Any]], draft: Callable[..., Checked]) -> None:
    (one,) = diagnostics(draft("Größe.\nEnde", "Ende", suggestions=(Suggestion(" Danke.", 11, 11, safe=False),)))
    (suggestion,) = one["suggestions"]
    assert suggestion["range"]["start"] == suggestion["range"]["end"] == {"line": 2, "column": 5}


def test_bytes_cut_out_the_words(diagnostics: Callable[..., list[Any]], draft: Callable[..., Checked]) -> None:
    text = "Hä?\r\n😀 ё e\u0301 vergessen\r\n"
    (one,) = diagnostics(draft(text, "vergessen"))
    place = one["location"]["range"]
    line = text.encode().split(b"\n")[place["start"]["line"] - 1]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1] == b"vergessen"


def test_a_title_calls_nobody(diagnostics: Callable[..., list[Any]], library: Checked) -> None:
    found = library.report.findings[0]
    renamed = found._replace(origin=found.origin._replace(macro="@team"))
    (one,) = diagnostics(library._replace(report=library.report._replace(findings=(renamed,))))
    # reviewdog posts the message as a comment, and GitHub would notify whoever is called so.
    assert "@team" not in one["message"]


def test_hostile_text(diagnostics: Callable[..., list[Any]], hostile: tuple[str, Checked]) -> None:
    assert len(diagnostics(hostile[1])) == 1
