from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from coach.checking.record import Checked
from coach.model import Finding
from coach.reports.gitlab import digest

Printed = Callable[..., str]


@pytest.fixture
def entries(printed: Printed, schema: Callable[[str], Any]) -> Callable[..., Any]:
    """The report, each entry valid under what GitLab checks, and under what its manual says besides."""
    validator = jsonschema.Draft4Validator(schema("gitlab-codequality-entry.json"))

    def make(*files: Checked, **setup: Any) -> Any:
        found = json.loads(printed("gitlab", *files, **setup))
        for entry in found:
            validator.validate(entry)
            assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
            assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
            assert entry["location"]["lines"]["begin"] >= 1
            assert not entry["location"]["path"].startswith("./")
            assert not re.search(r"[\r\n]", entry["description"])
        fingerprints = [entry["fingerprint"] for entry in found]
        assert len(set(fingerprints)) == len(fingerprints)
        return found

    return make


def test_nothing_found_is_an_empty_list(printed: Printed) -> None:
    assert printed("gitlab") == "[]\n"


def test_entries(entries: Callable[..., Any], library: Checked) -> None:
    found = entries(library)
    assert [entry["severity"] for entry in found] == ["minor", "major", "minor", "info"]
    assert found[1] == {
        "description": 'blame/forgot: "Sie vergessen haben": Das klingt nach einem Vorwurf.',
        "check_name": "blame/forgot",
        "fingerprint": "f" * 64,
        "severity": "major",
        "location": {"path": "macros/de.json", "lines": {"begin": 2, "end": 2}},
    }


def test_the_same_sentence_twice_is_two_entries(entries: Callable[..., Any], draft: Callable[..., Checked]) -> None:
    text = "Sie haben es vergessen. Sie haben es vergessen."
    checked = draft(text, "vergessen", fingerprint="a" * 64)
    (one,) = checked.report.findings
    twice = checked._replace(report=checked.report._replace(findings=(one, one._replace(start=37, end=46))))
    first, second = entries(twice)
    assert first["fingerprint"] == "a" * 64
    assert second["fingerprint"] == digest("a" * 64, "2")


@pytest.mark.parametrize("own", [True, False], ids=["with fingerprints", "without"])
def test_a_new_finding_does_not_change_the_others(
    entries: Callable[..., Any], flagged: Callable[..., Finding], draft: Callable[..., Checked], own: bool
) -> None:
    def report(text: str, *words: str) -> dict[str, str]:
        found = tuple(flagged(text, word, fingerprint=digest(word) if own else "") for word in words)
        checked = draft(text, words[0])
        checked = checked._replace(report=checked.report._replace(findings=found))
        return {entry["description"]: entry["fingerprint"] for entry in entries(checked)}

    before = report("Sie haben es vergessen. Sie übersahen es.", "vergessen", "übersahen")
    # Lines, columns and the number of findings are others now.
    after = report(
        "Hallo,\n\nSie versäumten es. Sie haben es vergessen. Sie übersahen es.", "versäumten", "vergessen", "übersahen"
    )
    assert before.items() < after.items()


def test_the_fallback_tells_files_rules_and_words_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert re.fullmatch("[0-9a-f]{32}", digest("blame/forgot", "a.md", "\ud800"))


def test_hostile_text(entries: Callable[..., Any], hostile: tuple[str, Checked]) -> None:
    (entry,) = entries(hostile[1])
    assert entry["description"].startswith('blame/forgot: "Ihr')
