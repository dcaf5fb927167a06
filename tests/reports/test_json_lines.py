from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from coach.checking.record import Checked
from coach.reports.statistics import Failure

Printed = Callable[..., str]
WHOLE, LINE = (
    json.loads((files("coach") / "reports" / "schema" / name).read_text(encoding="utf-8"))
    for name in ("check-v1.json", "check-lines-v1.json")
)
REGISTRY = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in (WHOLE, LINE)])


@pytest.fixture
def rows(printed: Printed) -> Callable[..., list[Any]]:
    """The lines, each valid."""
    jsonschema.Draft202012Validator.check_schema(LINE)
    validator = jsonschema.Draft202012Validator(LINE, registry=REGISTRY)

    def make(*files: Checked, **setup: Any) -> list[Any]:
        found = [json.loads(row) for row in printed("json-lines", *files, **setup).splitlines()]
        for row in found:
            validator.validate(row)
        return found

    return make


def test_the_order_of_lines(rows: Callable[..., list[Any]], library: Checked, draft: Callable[..., Checked]) -> None:
    found = rows(library, draft("Sie vergessen es.", "vergessen"), failures=(Failure("c.json", "gone"),))
    kinds = [row["type"] for row in found]
    assert kinds == ["finding"] * 4 + ["suppressed"] * 2 + ["file", "finding", "file", "error", "summary"]
    assert found[-2] == {"type": "error", "path": "c.json", "message": "gone"}


def test_nothing_checked_is_a_summary(rows: Callable[..., list[Any]]) -> None:
    (summary,) = rows()
    assert summary["schema_version"] == 1
    assert summary["summary"]["findings"] == 0


def test_findings_and_counts_are_those_of_json(rows: Callable[..., list[Any]], printed: Printed, library: Checked) -> None:
    whole = json.loads(printed("json", library, statistics=True))
    found = rows(library, statistics=True)
    without = [{key: value for key, value in row.items() if key != "type"} for row in found]
    assert without[:4] == whole["findings"]
    assert without[4:6] == whole["suppressed"]
    assert without[6:7] == whole["files"]
    assert without[7] == {key: whole[key] for key in ("schema_version", "tool", "summary", "statistics")}


def test_counts_by_rule_only_when_asked(rows: Callable[..., list[Any]], library: Checked) -> None:
    assert "statistics" not in rows(library)[-1]


@pytest.mark.parametrize(
    "row", [{"type": "finding"}, {"type": "summary"}, {"rule": "blame/forgot"}, {"type": "error", "path": 1}]
)
def test_the_schema_refuses_what_is_no_line(row: dict[str, Any]) -> None:
    assert not jsonschema.Draft202012Validator(LINE, registry=REGISTRY).is_valid(row)
