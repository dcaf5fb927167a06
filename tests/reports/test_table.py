"""What holds for every format: its units of columns, and that nothing a customer wrote gets out of its place."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from coach.checking.record import Checked
from coach.reports.setup import Setup
from coach.reports.statistics import Failure, Tally
from coach.reports.table import BY_PATH, FORMATS, WITH_FINGERPRINTS, WITH_STATISTICS, WITHOUT_REWRITES, reporter
from coach.sources.files import decode

Printed = Callable[..., str]
Draft = Callable[..., Checked]

# An umlaut, an emoji beyond the 16-bit plane, a combining accent and a tab stand before the word.
LINE = "Grüße 😀 e\u0301\tleider geht es nicht."
CODE_POINTS, BYTES = (12, 18), (18, 24)


def place(found: dict[str, Any]) -> tuple[int, ...]:
    return found["start"]["line"], found["start"]["column"], found["end"]["line"], found["end"]["column"]


def sarif_place(text: str) -> tuple[int, ...]:
    run = json.loads(text)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    return region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]


def numbers(pattern: str) -> Callable[[str], tuple[int, ...]]:
    def read(text: str) -> tuple[int, ...]:
        match = re.search(pattern, text)
        assert match is not None, text
        return tuple(map(int, match.groups()))

    return read


READERS: dict[str, Callable[[str], tuple[int, ...]]] = {
    "full": numbers(r"draft\.md:(\d+):(\d+)"),
    "concise": numbers(r"draft\.md:(\d+):(\d+): "),
    "grouped": numbers(r"  (\d+):(\d+)  error"),
    "json": lambda text: place(json.loads(text)["findings"][0]),
    "json-lines": lambda text: place(json.loads(text.splitlines()[0])),
    "csv": lambda text: tuple(int(list(csv.reader(io.StringIO(text)))[1][column]) for column in (2, 3, 4, 5)),
    "sarif": sarif_place,
    "github": numbers(r"line=(\d+),col=(\d+),endLine=(\d+),endColumn=(\d+)"),
    "gitlab": lambda text: (json.loads(text)[0]["location"]["lines"]["begin"],),
    "azure": numbers(r"linenumber=(\d+);columnnumber=(\d+);"),
    "junit": numbers(r"draft\.md:(\d+):(\d+): error"),
    "checkstyle": numbers(r'line="(\d+)" column="(\d+)"'),
    "rdjson": lambda text: place(json.loads(text)["diagnostics"][0]["location"]["range"]),
    "rdjsonl": lambda text: place(json.loads(text)["location"]["range"]),
    "markdown": numbers(r"draft\.md:(\d+):(\d+)`"),
    "html": numbers(r"line (\d+):(\d+)<"),
}


def expected(name: str, line: int) -> tuple[int, ...]:
    """Start and end, as far as the format says them."""
    start, end = BYTES if name.startswith("rdjson") else CODE_POINTS
    return (line, start, line, end)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_and_columns(name: str, end: str, printed: Printed, draft: Draft) -> None:
    found = READERS[name](printed(name, draft(f"Hallo,{end}{LINE}{end}", "leider")))
    assert found == expected(name, 2)[: len(found)]


@pytest.mark.parametrize("name", FORMATS)
def test_a_line_separator_or_a_form_feed_ends_no_line(name: str, printed: Printed, draft: Draft) -> None:
    text = f"Hallo\u2028\x0c\x85,\n{LINE}"
    found = READERS[name](printed(name, draft(text, "leider")))
    assert found[0] == 2


@pytest.mark.parametrize("name", FORMATS)
def test_a_byte_order_mark_is_not_counted(name: str, printed: Printed, draft: Draft) -> None:
    source = decode(b"\xef\xbb\xbf" + LINE.encode(), "draft.md")
    found = READERS[name](printed(name, draft(source.text, "leider")))
    assert found == expected(name, 1)[: len(found)]


def test_every_format_is_there() -> None:
    assert set(FORMATS) == set(READERS)
    assert len(FORMATS) == len(set(FORMATS))
    assert set(BY_PATH) | set(WITH_STATISTICS) | set(WITH_FINGERPRINTS) | set(WITHOUT_REWRITES) <= set(FORMATS)
    with pytest.raises(KeyError):
        reporter("sariff", Setup())


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_checked_is_a_whole_document(name: str, printed: Printed) -> None:
    text = printed(name)
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    elif name in ("junit", "checkstyle"):
        ElementTree.fromstring(text)
    elif name in ("full", "concise", "grouped", "github", "azure", "rdjsonl"):
        assert text == ""


@pytest.mark.parametrize("name", FORMATS)
def test_statistics_replace_the_findings_where_a_format_has_no_place_for_both(
    name: str, printed: Printed, library: Checked
) -> None:
    text = printed(name, library, statistics=True)
    table = text.endswith("2 more are suppressed (1 by comments, 1 by the baseline)\n")
    assert table == (name not in WITH_STATISTICS)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(WITH_STATISTICS) - {"sarif", "html"}))
def test_what_is_suppressed_is_not_shown_unasked(name: str, printed: Printed, library: Checked) -> None:
    # `html` counts it, the others with a place for it say so of each finding.
    text = printed(name, library)
    assert "cliche/thanks" not in text
    assert "suppressed" not in text


@pytest.mark.parametrize("name", sorted(WITHOUT_REWRITES))
def test_formats_without_better_wording_print_the_same_without_it(name: str, printed: Printed, library: Checked) -> None:
    bare = [finding._replace(suggestions=()) for finding in library.report.findings]
    without = library._replace(report=library.report._replace(findings=tuple(bare)))
    assert printed(name, without) == printed(name, library)


LINES_A_FILE = {"full": None, "concise": 1, "rdjsonl": 1, "github": 1, "azure": 1, "csv": 1, "markdown": 1}


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_stays_where_it_belongs(name: str, hostile: tuple[str, Checked], printed: Printed) -> None:
    _, checked = hostile
    text = printed(name, checked, failures=(Failure(f"{checked.name}:1:2", checked.report.findings[0].message),))
    written = text.encode("utf-8", "backslashreplace").decode()
    # What would drive a terminal, turn the line, or end it for some readers.
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", written)
    # What a build agent obeys, at the beginning of a line or anywhere in it.
    ours = {"azure": r"^##vso\[task\.logissue [^\]]*\]", "github": r"^::(error|warning|notice) [^:]*(?:%3A[^:]*)*::"}.get(
        name, r"(?!)"
    )
    for line in re.split(r"[\r\n]+", written):
        left = re.sub(ours, "", line)
        assert not left.lstrip().startswith("::")
        assert "##vso[" not in left
        assert "##[" not in left
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(written)
    if name in ("json-lines", "rdjsonl"):
        for line in written.splitlines():
            json.loads(line)
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(written)
    expected_lines = LINES_A_FILE.get(name)
    if expected_lines and name not in ("github", "markdown"):
        rows = [row for row in re.split(r"\r\n|\n", written) if row]
        assert len(rows) == expected_lines + {"csv": 1, "azure": 1}.get(name, 0)


def test_json_gives_back_to_the_letter_what_the_text_says(hostile: tuple[str, Checked], printed: Printed) -> None:
    bad, checked = hostile
    found = json.loads(printed("json", checked).encode("utf-8", "backslashreplace"))["findings"][0]
    assert found["match"] == f"Ihr {bad}"
    assert found["macro"] == f"Titel {bad}"
    assert found["rewrites"][0]["text"] == f"besser {bad}"


def test_a_plain_check_loads_no_format_but_its_own() -> None:
    code = (
        "import sys\n"
        "from coach.reports.setup import Setup\n"
        "from coach.reports.table import FORMATS, reporter\n"
        "reporter('concise', Setup())\n"
        "heavy = {'jinja2', 'json', 'csv', 'xml', 'html', 'hashlib', 'urllib.parse', 'coach.rules.table'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_unreadable_files_are_counted_as_such(printed: Printed) -> None:
    assert Tally().failures == []
    found = json.loads(printed("json", failures=(Failure("a.json:3:7", "not valid JSON"),)))
    assert found["errors"] == [{"path": "a.json:3:7", "message": "not valid JSON"}]
    assert found["summary"]["unreadable"] == 1
