"""Files as the checker hands them to the output formats, and what the formats make of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.checking.record import Checked, Judged
from coach.model import Finding, Origin, Report, Suggestion
from coach.reports.setup import Setup
from coach.reports.statistics import Failure, Tally
from coach.reports.table import reporter

SCHEMAS = Path(__file__).resolve().parent.parent / "fixtures" / "schemas"

Printed = Callable[..., str]
Flagged = Callable[..., Finding]


@pytest.fixture
def printed() -> Printed:
    """What a format prints for some files: `printed("sarif", checked, failures=[...], root="...")`."""

    def run(name: str, *files: Checked, failures: tuple[Failure, ...] = (), **setup: Any) -> str:
        report, tally = reporter(name, Setup(**setup)), Tally()
        parts = [report.begin()]
        for checked in files:
            tally.count(checked)
            parts.append(report.render(checked))
        tally.failures.extend(failures)
        return "".join([*parts, report.finish(tally)])

    return run


@pytest.fixture
def schema() -> Callable[[str], Any]:
    """A JSON schema of somebody else's format."""
    return lambda name: json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


@pytest.fixture
def xsd() -> Callable[[str], str]:
    """The path of an XML schema of somebody else's format."""
    return lambda name: str(SCHEMAS / name)


@pytest.fixture
def flagged() -> Flagged:
    """A finding on the first place of some words in a text."""

    def make(
        text: str,
        words: str,
        rule: str = "blame/forgot",
        severity: str = "error",
        message: str = "Das klingt nach einem Vorwurf.",
        suggestions: tuple[Suggestion, ...] = (),
        **origin: Any,
    ) -> Finding:
        start = text.index(words)
        category = rule.partition("/")[0]
        return Finding(rule, category, severity, start, start + len(words), words, message, suggestions, Origin(**origin))

    return make


@pytest.fixture
def draft(flagged: Flagged) -> Callable[..., Checked]:
    """A file that is one text, with a finding on some words of it."""

    def make(text: str, words: str, name: str = "draft.md", lang: str = "de", **finding: Any) -> Checked:
        report = Report((flagged(text, words, **finding),), lang)
        return Checked(name, text, report, (Judged("", lang, report.score, 1),))

    return make


@pytest.fixture
def library(flagged: Flagged) -> Checked:
    """An export with four macros: one with three findings, one without any, one with a hint, one in no known language."""
    text = (
        '{"macros": [\n'
        '  {"title": "Verspätung", "text": "Leider geht das nicht, da Sie vergessen haben, uns zu schreiben. Es eilt nicht."},\n'
        '  {"title": "Dank", "text": "Vielen Dank, das Paket ist heute unterwegs."},\n'
        '  {"title": "Verspätung", "text": "Wir melden uns bald bei Ihnen."},\n'
        '  {"title": "", "text": "12345"}\n'
        "]}\n"
    )
    swap = Suggestion("Gern", text.index("Leider"), text.index("Leider") + 6, safe=True)
    sentence = text.index("Leider"), text.index(" Es eilt")
    model = Suggestion("Damit ich weitermachen kann, brauche ich noch [Unterlage].", *sentence, safe=False)
    loose = Suggestion("Das hat Zeit.", text.index("Es eilt"), text.index('"},'), safe=False, exact=False)
    late = {"macro": "Verspätung", "language": "de"}
    findings = (
        flagged(text, "Leider", "negative/bad-news-word", "warning", "„Leider“ kündigt eine Absage an.", (swap,), **late),
        flagged(text, "Sie vergessen haben", suggestions=(model, loose), **late, fingerprint="f" * 64),
        flagged(text, "eilt nicht", "own/hurry", "warning", "Team.", **late),
        flagged(text, "bald", "vague/soon", "hint", "„Bald“ ist für jeden etwas anderes.", **late),
    )
    silent = (
        flagged(
            text, "Dank", "cliche/thanks", "hint", "Floskel.", macro="Dank", suppressed_by="inline", reason="so soll es sein"
        ),
        flagged(
            text, "heute", "vague/today", "hint", "Wann?", macro="Dank", suppressed_by="baseline", baseline_state="unchanged"
        ),
    )
    starts = [text.index(f'"text": "{begin}') + 9 for begin in ("Leider", "Vielen", "Wir", "123")]
    texts = (
        Judged("Verspätung", "de", 64, 3, starts[0], usage=412),
        Judged("Dank", "de", 100, 0, starts[1]),
        Judged("Verspätung", "de", 98, 1, starts[2]),
        Judged("", None, 100, 0, starts[3], "the language could not be told"),
    )
    return Checked("macros/de.json", text, Report(findings, "de"), texts, silent)


HOSTILE = (
    "[/red]",
    "::error::owned",
    "</script><img src=x onerror=alert(1)>",
    "]]>",
    "##vso[task.setvariable variable=a]b",
    "##[set-env name=a]b",
    "line\r\nbreak\ttab",
    "\x1b[2J\x00\x07\x9b",
    "\u202eevil\u2066",
    "lone \ud800 half",
    "\ufffe\uffff",
    "=HYPERLINK(1)",
    "%0A%25",
    "| a | `b` ``c`` \\| @team #1",
    "{0} {{ x }} {% y %}",
    "&lt; &amp; ' \"",
)


@pytest.fixture(params=HOSTILE, ids=ascii)
def hostile(request: pytest.FixtureRequest, flagged: Flagged) -> tuple[str, Checked]:
    """What a customer may have pasted, and a file in which it stands wherever it can: name, title, words, reason, suggestion."""
    bad = str(request.param)
    text = f"Vor {bad} Ihr {bad} nach {bad}.\n"
    words = f"Ihr {bad}"
    offer = Suggestion(f"besser {bad}", text.index(words), text.index(words) + len(words), safe=False)
    found = flagged(text, words, message=f"Grund {bad}", suggestions=(offer,), macro=f"Titel {bad}", language="de", reason=bad)
    silent = found._replace(origin=found.origin._replace(suppressed_by="inline"))
    texts = (Judged(f"Titel {bad}", "de", 80, 1), Judged("Zwei", "de", 100, 0, len(text)))
    return bad, Checked(f"ordner/{bad}.md", text, Report((found,), "de"), texts, (silent,))
