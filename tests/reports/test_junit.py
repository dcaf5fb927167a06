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
def suites(printed: Printed, xsd: Callable[[str], str]) -> Callable[..., list[ElementTree.Element]]:
    """The suites, valid for Jenkins, with counts that are true."""
    validator = xmlschema.XMLSchema(xsd("jenkins-junit-10.xsd"))

    def make(*files: Checked, **setup: Any) -> list[ElementTree.Element]:
        text = printed("junit", *files, **setup)
        validator.validate(text)
        root = ElementTree.fromstring(text)
        for suite in root:
            cases = suite.findall("testcase")
            assert int(suite.attrib["tests"]) == len(cases)
            for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                assert int(suite.attrib[key]) == sum(case.find(tag) is not None for case in cases)
            names = [case.attrib["name"] for case in cases]
            assert len(set(names)) == len(names)
            assert {case.attrib["classname"] for case in cases} == {suite.attrib["name"]}
        return list(root)

    return make


def test_a_suite_a_file_and_a_case_a_macro(suites: Callable[..., list[ElementTree.Element]], library: Checked) -> None:
    (suite,) = suites(library)
    assert suite.attrib == {
        "name": "macros/de.json", "file": "macros/de.json", "tests": "4", "failures": "1", "errors": "0", "skipped": "1",
    }  # fmt: skip
    outcomes = {case.attrib["name"]: [child.tag for child in case] for case in suite}
    assert outcomes == {"Verspätung": ["failure"], "Dank": [], "Verspätung (2)": ["system-out"], "text 4": ["skipped"]}


def test_all_findings_of_a_macro_are_one_failure(suites: Callable[..., list[ElementTree.Element]], library: Checked) -> None:
    failure = suites(library)[0][0][0]
    assert failure.attrib == {"message": "3 findings: negative/bad-news-word, blame/forgot, own/hurry", "type": "error"}
    assert failure.text == (
        'macros/de.json:2:36: warning: negative/bad-news-word: "Leider": „Leider“ kündigt eine Absage an.\n'
        "  swap: Gern  (safe: --fix puts it in)\n"
        'macros/de.json:2:62: error: blame/forgot: "Sie vergessen haben": Das klingt nach einem Vorwurf.\n'
        "  whole sentence: Damit ich weitermachen kann, brauche ich noch [Unterlage].\n"
        "  whole sentence: Das hat Zeit.\n"
        'macros/de.json:2:104: warning: own/hurry: "eilt nicht": Team.'
    )


def test_hints_fail_nothing(suites: Callable[..., list[ElementTree.Element]], library: Checked) -> None:
    case = suites(library)[0][2]
    assert case[0].text == 'macros/de.json:4:51: hint: vague/soon: "bald": „Bald“ ist für jeden etwas anderes.'


def test_a_draft_is_a_suite_of_one(suites: Callable[..., list[ElementTree.Element]], draft: Callable[..., Checked]) -> None:
    one = draft("Sie vergessen es.", "vergessen", "drafts/a.md")
    clean = Checked("<stdin>", "Gern.", Report((), "de"))
    first, second = suites(one, clean)
    assert [case.attrib["name"] for case in first] == ["a.md"]
    assert [(case.attrib["name"], len(case)) for case in second] == [("stdin", 0)]


def test_what_is_suppressed_passes(suites: Callable[..., list[ElementTree.Element]], library: Checked) -> None:
    silent = library._replace(report=Report((), "de"), suppressed=library.report.findings)
    assert suites(silent)[0].attrib["failures"] == "0"


def test_unreadable_files_are_errors(suites: Callable[..., list[ElementTree.Element]], library: Checked) -> None:
    failures = (Failure("macros/kaputt.json:3:7", "not valid JSON"), Failure("", "nothing there"))
    _, broken, nameless = suites(library, failures=failures)
    assert broken.attrib["name"] == "macros/kaputt.json"
    error = broken[0][0]
    assert error.attrib == {"message": "not valid JSON", "type": "unreadable"}
    assert error.text == "macros/kaputt.json:3:7: not valid JSON"
    assert nameless.attrib["name"] == "coach"


def test_nothing_checked(suites: Callable[..., list[ElementTree.Element]]) -> None:
    assert suites() == []


def test_what_xml_cannot_hold_is_replaced_and_nothing_else(
    suites: Callable[..., list[ElementTree.Element]], hostile: tuple[str, Checked]
) -> None:
    _, checked = hostile
    (suite,) = suites(checked, failures=())
    (failure,) = suite[0]
    assert failure.text is not None
    assert failure.text.startswith("ordner/")
    assert "besser" in failure.text


def test_markup_in_a_title_is_text(suites: Callable[..., list[ElementTree.Element]], library: Checked) -> None:
    name = "]]><failure/> & \"quoted\" 'too'"
    texts = (library.texts[0]._replace(name=name), *library.texts[1:])
    assert suites(library._replace(texts=texts))[0][0].attrib["name"] == name
