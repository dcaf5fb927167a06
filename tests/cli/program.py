"""The command line over a coach of three words: run as a script by the tests that need real streams, loaded by conftest.py.

"forgot" is an error with a safe swap and a model of its sentence, "unfortunately" a warning with another wording, "maybe" a
hint without any. A text with "???" is in no language, "boom" breaks the coach, and "wait" makes it wait for Ctrl-C.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from coach.cli import main
from coach.cli.console import standard
from coach.cli.session import Session
from coach.config import Config
from coach.model import SEVERITIES, Finding, Report, Suggestion
from coach.rewriting import apply, safe_swaps

WORD = re.compile("forgot|unfortunately|maybe", re.IGNORECASE)


class FakeCoach:
    def __init__(self, config: Config, progress: Callable[[str], None]) -> None:
        self.config = config
        self.customers: list[str | None] = []
        progress("compiling the English phrasebooks (once) ...")

    def check(self, text: str, lang: str | None = None, channel: str | None = None, customer: str | None = None) -> Report:
        self.customers.append(customer)
        if "boom" in text:
            raise RuntimeError("broken\nwith a second line")
        if "wait" in text:
            sys.stderr.write("waiting\n")
            sys.stderr.flush()
            time.sleep(60)
        if "???" in text:
            return Report((), None, "the language is not clear: nothing was judged")
        if not text.strip():
            return Report((), None)
        found = [finding(text, match) for match in WORD.finditer(text)]
        worst = SEVERITIES.index(self.config.min_severity)
        kept = [one for one in found if SEVERITIES.index(one.severity) <= worst and wanted(one, self.config)]
        return Report(tuple(kept), self.config.lang or "en")

    def with_config(self, config: Config) -> FakeCoach:
        other = FakeCoach(config, lambda line: None)
        other.customers = self.customers
        return other

    def check_all(self, texts: Iterable[str]) -> Iterator[Report]:
        return map(self.check, texts)

    def rewrite(self, text: str, lang: str | None = None) -> str:
        return apply(text, safe_swaps(self.check(text).findings))


def finding(text: str, match: re.Match[str]) -> Finding:
    start, end = match.span()
    word = match[0].lower()
    if word == "forgot":
        sentence = (text.rfind(".", 0, start) + 1, len(text))
        offers = (
            Suggestion("still need", start, end, safe=True),
            Suggestion("What is missing is [thing].", *sentence, safe=False),
        )
        return Finding("blame/forgot", "blame", "error", start, end, match[0], "That sounds like blame.", offers)
    if word == "unfortunately":
        offers = (Suggestion("for now", start, end, safe=False),)
        return Finding("negative/bad-news-word", "negative", "warning", start, end, match[0], "The mood sinks first.", offers)
    return Finding("vague/may", "vague", "hint", start, end, match[0], "Say what is certain.")


def wanted(one: Finding, config: Config) -> bool:
    names = {one.rule, one.category}
    return (not config.select or bool(names & set(config.select))) and not names & set(config.ignore)


if __name__ == "__main__":
    raise SystemExit(main(session=Session(standard(), FakeCoach)))
