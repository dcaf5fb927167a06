"""Small phrasebooks written inside a test, so that a test of the engine does not hang on the words of the real ones."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coach.checking.running import cores
from coach.config import Config
from coach.engine import findings, wanted
from coach.errors import PhrasebookError
from coach.languages import language
from coach.model import LANGUAGES, Finding
from coach.phrasebook.cache import load_tables
from coach.phrasebook.compiler import compile_book, packed
from coach.phrasebook.loader import load_files
from coach.phrasebook.matcher import Matcher
from coach.texts import passages, prepare

ENTRY = """\
{rule}:
  phrases: {phrases}
  unless: {unless}
  unless_clause: {unless_clause}
  why: "Why."
  {swap}
  swaps: {swaps}
  say: ["Better."]
  flag: ["[[a]]", "[[b]]", "[[c]]"]
  pass: ["d", "e"]
"""

MOST_WORKERS = 8
"""Of more processes each would load dictionaries and phrasebooks for a few tests only."""

Check = Callable[..., list[Finding]]


# A deadline measures the machine, and how much else runs on it.
settings.register_profile("coach", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("coach")


@pytest.hookimpl(optionalhook=True)  # without pytest-xdist nobody asks
def pytest_xdist_auto_num_workers() -> int:
    """What `-n auto` stands for: the cores that the run may use, not those that the machine has."""
    return min(cores(), MOST_WORKERS)


@pytest.fixture(scope="session", autouse=True)
def _signals_arrive() -> None:
    """Ctrl-C and a closed terminal end what the tests start, even where the run was put into the background (`&`, nohup)."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled phrasebooks of the test run go into its own folder, not into the developer's cache.

    Processes of pytest-xdist share one folder. Each begins with another language, so that together they compile every one once.
    """
    folder = tmp_path_factory.getbasetemp()
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    patch = pytest.MonkeyPatch()
    patch.setenv("COACH_CACHE_DIR", str((folder.parent if worker else folder) / "cache"))
    if worker:
        first = int(worker.removeprefix("gw")) * 2 % len(LANGUAGES)
        for lang in (*LANGUAGES[first:], *LANGUAGES[:first]):
            with suppress(PhrasebookError):  # a mistake in a phrasebook is told by the tests of that language only
                load_tables(lang)


@pytest.fixture
def matcher_of(tmp_path: Path) -> Callable[..., Matcher]:
    """Compile phrases into a matcher: `matcher_of("en", ["we @cannot"], classes={"cannot": ["can't"]})`."""

    def make(
        lang: str,
        phrases: list[str],
        *,
        rule: str = "negative/cannot",
        unless: list[str] | None = None,
        unless_clause: list[str] | None = None,
        swap: str = "",
        swaps: dict[str, str] | None = None,
        classes: dict[str, list[str]] | None = None,
        signals: dict[str, list[str]] | None = None,
    ) -> Matcher:
        import json

        (tmp_path / "classes.yaml").write_text(json.dumps(classes or {}, ensure_ascii=False), encoding="utf-8")
        entry = ENTRY.format(
            rule=rule,
            phrases=json.dumps(phrases, ensure_ascii=False),
            unless=json.dumps(unless or [], ensure_ascii=False),
            unless_clause=json.dumps(unless_clause or [], ensure_ascii=False),
            swaps=json.dumps(swaps or {}, ensure_ascii=False),
            swap=f"swap: {json.dumps(swap, ensure_ascii=False)}" if swap else "",
        )
        (tmp_path / f"{rule.partition('/')[0]}.yaml").write_text(entry, encoding="utf-8")
        notes = {name: {"phrases": found, "flag": ["[[a]]", "[[b]]"], "pass": ["c"]} for name, found in (signals or {}).items()}
        (tmp_path / "signals.yaml").write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")
        book = load_files(lang, sorted(map(str, tmp_path.glob("*.yaml"))))
        return Matcher(packed(compile_book(book)), language(lang))

    return make


@pytest.fixture
def check_with() -> Check:
    """Judge a text with a matcher: the findings."""

    def run(
        matcher: Matcher, text: str, channel: str = "email", customer: str | None = None, config: Config | None = None
    ) -> list[Finding]:
        chosen = config or Config()
        said = next(passages([prepare(customer)], matcher, channel)) if customer else None
        passage = next(passages([prepare(text)], matcher, channel, said))
        return findings(passage, wanted(matcher, chosen), chosen)

    return run


@pytest.fixture
def found(matcher_of: Callable[..., Matcher], check_with: Check) -> Callable[..., list[str]]:
    """The flagged wordings of a text by one phrase: `found("en", "we @cannot", "We can't.", classes=...)`."""

    def run(lang: str, phrase: str | list[str], text: str, **options: object) -> list[str]:
        phrases = [phrase] if isinstance(phrase, str) else phrase
        return [finding.text for finding in check_with(matcher_of(lang, phrases, **options), text)]

    return run
