from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from coach.checking.record import Checked
from coach.reports.sarif import message
from coach.reports.statistics import Failure

Printed = Callable[..., str]
FAILURES = (Failure("macros/kaputt é.json:3:7", "not valid JSON"), Failure("", "no idea where"))


@pytest.fixture
def log(printed: Printed, schema: Callable[[str], Any]) -> Callable[..., Any]:
    """A run, valid under the schema and under what the text of the standard demands besides."""
    validator = jsonschema.Draft7Validator(schema("sarif-2.1.0.json"), format_checker=jsonschema.FormatChecker())

    def make(*files: Checked, **setup: Any) -> Any:
        found = json.loads(printed("sarif", *files, **setup))
        validator.validate(found)
        (run,) = found["runs"]
        assert run["columnKind"] == "unicodeCodePoints"
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        # Of these, all results have one or none has.
        for key in ("suppressions", "baselineState"):
            assert len({key in result for result in run["results"]}) <= 1
        return run

    return make


def test_nothing_found_is_a_valid_log(log: Callable[..., Any]) -> None:
    run = log()
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_result(log: Callable[..., Any], library: Checked) -> None:
    found = log(library)["results"][0]
    column = 36
    assert found == {
        "ruleId": "negative/bad-news-word",
        "ruleIndex": 0,
        "level": "warning",
        "kind": "fail",
        "message": {"text": "„Leider“ kündigt eine Absage an."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "macros/de.json", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 2, "startColumn": column, "endLine": 2, "endColumn": column + 6},
                },
                "logicalLocations": [{"name": "Verspätung", "kind": "text"}],
            }
        ],
        "suppressions": [],
        "fixes": [
            {
                "description": {"text": "Says the same in kinder words."},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "macros/de.json", "uriBaseId": "%SRCROOT%"},
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 2, "startColumn": column, "endLine": 2, "endColumn": column + 6
                                },
                                "insertedContent": {"text": "Gern"},
                            }
                        ],
                    }
                ],
            }
        ],
        "properties": {"language": "de"},
    }  # fmt: skip


def test_levels_and_rules(log: Callable[..., Any], library: Checked) -> None:
    run = log(library)
    assert [result["level"] for result in run["results"]] == ["warning", "error", "warning", "note", "note", "note"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    forgot = rules["blame/forgot"]
    assert forgot["shortDescription"]["text"] == "The reply says that the customer forgot or failed to do something."
    assert forgot["fullDescription"]["text"].startswith(f"{forgot['shortDescription']['text']} Nobody who feels accused")
    assert forgot["help"]["text"].startswith("blame: the reply puts the fault on the customer.\n\nFlagged:")
    assert forgot["defaultConfiguration"] == {"level": "error"}
    assert forgot["properties"] == {"tags": ["blame"], "precision": "high", "problem.severity": "error"}
    # A team's rule has no page; it still has every text that code scanning demands.
    own = rules["own/hurry"]
    assert own["shortDescription"]["text"] == own["help"]["text"] == "A rule of your own phrasebooks: own/hurry."
    assert all(len(rule["fullDescription"]["text"]) <= 1024 for rule in rules.values())


def test_the_words_of_the_text_are_left_out_unless_asked_for(log: Callable[..., Any], library: Checked) -> None:
    run = log(library)
    assert "snippet" not in json.dumps(run)
    # Not through the back door either: a fix that says the whole sentence anew would quote it.
    assert "brauche ich noch" not in json.dumps(run, ensure_ascii=False)
    run = log(library, text=True)
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"] == {"text": "Sie vergessen haben"}
    (fix,) = run["results"][1]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"].startswith("Damit ich")


def test_what_would_take_markup_with_it_is_no_fix(log: Callable[..., Any], library: Checked) -> None:
    assert "Das hat Zeit." not in json.dumps(log(library, text=True))


def test_suppressions(log: Callable[..., Any], library: Checked) -> None:
    results = log(library)["results"]
    assert [result["suppressions"] for result in results] == [
        [], [], [], [],
        [{"kind": "inSource", "status": "accepted", "justification": "so soll es sein"}],
        [{"kind": "external", "status": "accepted", "justification": "baseline"}],
    ]  # fmt: skip


def test_the_baseline_shows_only_where_there_is_one(log: Callable[..., Any], library: Checked) -> None:
    assert all("baselineState" not in result for result in log(library)["results"])
    states = [result["baselineState"] for result in log(library, baseline=True)["results"]]
    assert states == ["new", "new", "new", "new", "new", "unchanged"]


def test_fingerprints_only_where_they_were_made(log: Callable[..., Any], library: Checked) -> None:
    given = [result.get("partialFingerprints") for result in log(library)["results"]]
    assert given == [None, {"coachFinding/v1": "f" * 64}, None, None, None, None]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("macros/de/a.md", "macros/de/a.md"),
        ("./macros/../a.md", "a.md"),
        ("mit Leer#zeichen?/ü%20.md", "mit%20Leer%23zeichen%3F/%C3%BC%2520.md"),
        ("a:b.md", "a%3Ab.md"),
        ("<stdin>", "stdin"),
        ("bad\udcff.md", "bad%3F.md"),
    ],
)
def test_addresses_are_relative_and_encoded(log: Callable[..., Any], draft: Callable[..., Checked], name: str, uri: str) -> None:
    result = log(draft("Sie vergessen es.", "vergessen", name))["results"][0]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_what_lies_outside_of_the_root_has_an_address_of_its_own(log: Callable[..., Any], draft: Callable[..., Checked]) -> None:
    result = log(draft("Sie vergessen es.", "vergessen", "/somewhere/a b.md"), root="/elsewhere")["results"][0]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    # A base would be wrong here: the address is complete.
    assert artifact["uri"].startswith("file:///")
    assert artifact["uri"].endswith("/somewhere/a%20b.md")
    assert "uriBaseId" not in artifact


def test_a_run_that_could_not_read_everything_was_no_success(log: Callable[..., Any], library: Checked) -> None:
    (invocation,) = log(library, failures=FAILURES)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"] == [
        {
            "level": "error",
            "message": {"text": "not valid JSON"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "macros/kaputt%20%C3%A9.json", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 3, "startColumn": 7},
                    }
                }
            ],
        },
        {"level": "error", "message": {"text": "no idea where"}},
    ]


def test_redaction_and_category(log: Callable[..., Any], library: Checked) -> None:
    run = log(library)
    assert run["automationDetails"] == {"id": "coach/"}
    # The standard asks for the tokens where something was redacted, and for none where nothing was.
    assert "redactionTokens" not in run
    run = log(library, redacted=("[NAME]", "[IBAN]"), category="macros")
    assert run["automationDetails"] == {"id": "coach/macros/"}
    assert run["redactionTokens"] == ["[NAME]", "[IBAN]"]


def test_remarks_on_the_library_have_no_language(log: Callable[..., Any], draft: Callable[..., Checked]) -> None:
    checked = draft("Hallo {{nam}}", "{{nam}}", rule="macro/unknown-placeholder", severity="warning", message="Nobody fills it.")
    assert "properties" not in log(checked)["results"][0]


def test_a_message_holds_no_link() -> None:
    assert message("see [this](1)\nthen") == "see [this] (1) then"
    assert message("bis [Datum] (spätestens)") == "bis [Datum] (spätestens)"


def test_hostile_text_makes_no_invalid_log(log: Callable[..., Any], hostile: tuple[str, Checked]) -> None:
    assert len(log(hostile[1], text=True)["results"]) == 2
