from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
import xmlschema

from coach.checking.record import Checked
from coach.model import Report
from coach.reports.statistics import Failure

Printed = Callable[..., str]


@pytest.fixture
def document(printed: Printed, xsd: Callable[[str], str]) -> Callable[..., ElementTree.Element]:
    """The valid document."""
    validator = xmlschema.XMLSchema(xsd("checkstyle-report-1.0.0.xsd"))

    def make(*files: Checked, **setup: Any) -> ElementTree.Element:
        text = printed("checkstyle", *files, **setup)
        validator.validate(text)
        return ElementTree.fromstring(text)

    return make


def test_errors(document: Callable[..., ElementTree.Element], library: Checked) -> None:
    (file,) = document(library)
    assert file.attrib == {"name": "macros/de.json"}
    assert [error.attrib["severity"] for error in file] == ["warning", "error", "warning", "info"]
    assert file[1].attrib == {
        "line": "2",
        "column": "62",
        "severity": "error",
        "message": '"Sie vergessen haben": Das klingt nach einem Vorwurf.',
        "source": "coach.blame/forgot",
    }


def test_files_without_findings_are_left_out(document: Callable[..., ElementTree.Element]) -> None:
    assert list(document(Checked("a.md", "Gern.", Report((), "de")))) == []


def test_unreadable_files_are_errors(document: Callable[..., ElementTree.Element]) -> None:
    first, second = document(failures=(Failure("kaputt.json:3:7", "not valid JSON"), Failure("gone.md", "No such file")))
    assert first.attrib == {"name": "kaputt.json"}
    assert first[0].attrib == {
        "line": "3", "column": "7", "severity": "error", "message": "not valid JSON", "source": "coach.unreadable",
    }  # fmt: skip
    # No line is known, and 0 would be none.
    assert "line" not in second[0].attrib


def test_hostile_text(document: Callable[..., ElementTree.Element], hostile: tuple[str, Checked]) -> None:
    (file,) = document(hostile[1])
    assert len(file) == 1
