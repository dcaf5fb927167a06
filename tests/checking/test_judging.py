"""Documents of several texts: each is judged with its own settings, and everything found stands at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from coach.checking.judging import Options, Read, check_documents, with_findings
from coach.checking.record import Checked
from coach.config import Config
from coach.model import Finding, Report, Suggestion
from coach.settings.record import Settings
from coach.sources.document import Document, Reading, Segment
from coach.sources.files import Source
from coach.sources.mapped import Builder, Mapped, plain


def amp(text: str) -> str:
    return text.replace("&", "&amp;")


def quoted(text: str) -> str:
    return text.replace('"', '\\"')


class Judge:
    """Flags "never", with a safe swap for it, and misses "sorry" in texts without one."""

    def __init__(self, config: Config) -> None:
        self.config = config

    def check_all(self, texts: Iterable[str]) -> Iterator[Report]:
        return map(self.judge, texts)

    def judge(self, text: str) -> Report:
        found = [
            Finding(
                "overpromise/never", "overpromise", "error", *match.span(), match[0], "Never say never.",
                (Suggestion('not & "now"', *match.span(), safe=True),),
            )
            for match in re.finditer("never(?: again)?", text)
        ]  # fmt: skip
        if "sorry" not in text:
            found.insert(0, Finding("reply/no-apology", "reply", "warning", 0, 0, "", "Say sorry."))
        return Report(tuple(found), self.config.lang or "en")


def html(source: str) -> Mapped:
    """The text of something like HTML: tags vanish, &ouml; is an ö."""
    made = Builder()
    for match in re.finditer(r"<[^>]*>|&ouml;|[^<&]+", source):
        if match[0].startswith("<"):
            made.mark("", *match.span())
        elif match[0] == "&ouml;":
            made.write("ö", *match.span())
        else:
            made.keep(source, *match.span())
    return made.built()


def check(text: str, *segments: Segment, config: Config | None = None) -> Checked:
    document = Document(Source("macros.json", text, "utf-8", b""), segments)
    (checked,) = check_documents([Read(document, Settings(config or Config(), Reading(), ""))], Judge, Options())
    return checked


def words(checked: Checked) -> list[tuple[str, str]]:
    return [(one.rule, checked.text[one.start : one.end]) for one in checked.report.findings]


def test_findings_stand_where_the_file_has_their_words() -> None:
    source = "x: <p>sorry, sch&ouml;n, never</p>"
    body = html(source[3:]).through(plain(source).cut(3, len(source)))
    assert words(check(source, Segment(body))) == [("overpromise/never", "never")]


def test_a_swap_is_written_with_the_escapes_of_the_file_the_inner_first() -> None:
    (one,) = check("sorry, never", Segment(plain("sorry, never"), escapes=(amp, quoted))).report.findings
    assert one.suggestions == (Suggestion('not &amp; \\"now\\"', 7, 12, safe=True, exact=True),)


@pytest.mark.parametrize(
    ("source", "writable", "safe"),
    [
        ("sorry, never again", True, True),
        ("sorry, <b>never again</b>", True, True),  # tags at the edges stay outside
        ("sorry, never <b>again</b>", True, False),  # the tag inside would be lost
        ("sorry, never again", False, False),  # nothing can be written there
    ],
)
def test_nothing_is_safe_that_would_take_markup_with_it(source: str, writable: bool, safe: bool) -> None:
    (one,) = check(source, Segment(html(source), writable=writable)).report.findings
    assert (one.suggestions[0].safe, one.suggestions[0].exact) == (safe, safe)


def test_each_text_has_its_name_and_its_language() -> None:
    text = "never never"
    first = Segment(plain(text).cut(0, 5), name="One", lang="de")
    second = Segment(plain(text).cut(6, 11), name="Two")
    checked = check(text, first, second, config=Config(lang="tr"))
    assert [(one.origin.macro, one.origin.language) for one in checked.report.findings] == [("One", "de")] * 2 + [
        ("Two", "tr")
    ] * 2
    assert [(one.name, one.language, one.findings, one.start) for one in checked.texts] == [
        ("One", "de", 2, 0),
        ("Two", "tr", 2, 6),
    ]


def test_a_retired_macro_is_not_judged() -> None:
    checked = check("never", Segment(plain("never"), retired=True))
    assert checked.report.findings == ()
    assert checked.texts == ()


def test_a_twin_is_mended_along_and_not_reported_twice() -> None:
    text = "sorry never | sorry never, never"
    twin = Segment(plain(text).cut(14, 32), twin=True)
    checked = check(text, Segment(plain(text).cut(0, 11)), twin)
    assert [one.start for one in checked.report.findings] == [6, 27]  # the second one stands in the twin only
    assert [one.start for one in checked.echoes] == [20]
    assert len(checked.texts) == 1


def test_every_branch_is_judged_and_what_they_share_is_told_once() -> None:
    text = "sorry never A never B"
    share = plain(text).cut(0, 12)
    ways = (
        plain(text).cut(0, 13),
        Mapped(share.text + "never B", (*share.runs, *[run._replace(start=12) for run in plain(text).cut(14, 21).runs])),
    )
    assert [one.start for one in check(text, Segment(ways[0], ways[1:])).report.findings] == [6, 14]


def test_what_is_missing_must_be_missing_in_every_branch() -> None:
    text = "hello sorry"
    ways = (plain(text).cut(0, 5), plain(text))
    assert words(check(text, Segment(ways[0], ways[1:]))) == []
    assert words(check(text, Segment(ways[0]))) == [("reply/no-apology", "")]


def test_texts_are_counted_anew_when_findings_are_left_out() -> None:
    text = "sorry never|sorry never"
    checked = check(text, Segment(plain(text).cut(0, 11)), Segment(plain(text).cut(12, 23)))
    first, second = checked.report.findings
    left = with_findings(checked, [second], [first])
    assert [(one.findings, one.score) for one in left.texts] == [(0, 100), (1, 80)]
    assert left.suppressed == (first,)
