from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from coach.checking.record import Checked
from coach.model import Report
from coach.reports.markdown import code, prose
from coach.reports.statistics import Failure

Printed = Callable[..., str]


def rendered(text: str) -> str:
    """As GitHub would show it: tables, HTML, links made of addresses."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def cells(row: str) -> list[str]:
    """The cells of a row in a table, as text."""
    found = rendered(f"| a | b |\n|---|---|\n{row}\n")
    return re.findall("<td>(.*?)</td>", found, re.DOTALL)


def test_a_table_and_a_summary(printed: Printed, library: Checked) -> None:
    assert printed("markdown", library).splitlines() == [
        "<!-- coach report -->",
        "| where | severity | rule | words | why | say instead |",
        "|---|---|---|---|---|---|",
        "| `macros/de.json:2:36`<br>`Verspätung` | warning | `negative/bad-news-word` | `Leider` "
        "| „Leider“ kündigt eine Absage an. | swap: `Gern (safe: --fix puts it in)` |",
        "| `macros/de.json:2:62`<br>`Verspätung` | error | `blame/forgot` | `Sie vergessen haben` "
        "| Das klingt nach einem Vorwurf. "
        "| whole sentence: `Damit ich weitermachen kann, brauche ich noch [Unterlage].`<br>whole sentence: `Das hat Zeit.` |",
        "| `macros/de.json:2:104`<br>`Verspätung` | warning | `own/hurry` | `eilt nicht` | Team. |  |",
        "| `macros/de.json:4:51`<br>`Verspätung` | hint | `vague/soon` | `bald` | „Bald“ ist für jeden etwas anderes. |  |",
        "",
        "**4 findings (1 error, 2 warnings, 1 hint) in 4 texts; 1 has a safe swap: --fix**",
    ]


def test_nothing_found_says_so(printed: Printed) -> None:
    assert printed("markdown", Checked("a.md", "Gern.", Report((), "de"))) == "<!-- coach report -->\nNo findings.\n"


def test_unreadable_files(printed: Printed) -> None:
    text = printed("markdown", failures=(Failure("a|b.json:1:2", "<b>not</b> *JSON*"),))
    assert text.endswith("No findings.\n\n1 file could not be read:\n\n- `a\\|b.json:1:2`: &lt;b&gt;not&lt;/b&gt; \\*JSON\\*\n")


@pytest.mark.parametrize(
    "text",
    ["a|b", "`", "``a`b", "a`", "`|`", "<b>", "&lt;", "\\", "a\\b", "*a*", "@team", "https://example.com", "#1", "[a](b)", "||"],
)
def test_a_code_span_shows_its_text_to_the_letter(text: str) -> None:
    first, second = cells(f"| {code(text)} | x |")
    assert second == "x"
    shown = re.fullmatch("<code>(.*)</code>", first)
    assert shown is not None, first
    plain = shown[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert plain.strip() == text


@pytest.mark.parametrize("text", ["a\\|b", "\\|", "\\\\|<img src=x>", "a\\"])
def test_no_pipe_ends_a_cell_early(text: str) -> None:
    first, second = cells(f"| {code(text)} | x |")
    assert second == "x"
    assert re.fullmatch("<code>[^<]*</code>", first)


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "*a* _b_ `c` ~~d~~", "[a](javascript:x)", "a | b", "![x](y)", "<!-- x -->", "\\*a*"]
)
def test_prose_has_no_markup(text: str) -> None:
    first, second = cells(f"| {prose(text)} | x |")
    assert second == "x"
    assert "<" not in first


def test_prose_mentions_nobody() -> None:
    assert "@team" not in prose("wie @team sagt")
    assert prose("a@ b") == "a@ b"


def test_hostile_text_is_one_row_of_six_cells(printed: Printed, hostile: tuple[str, Checked]) -> None:
    table = rendered(printed("markdown", hostile[1])).split("</thead>")[1]
    assert table.count("<tr>") == 1
    assert table.count("<td>") == 6
    allowed = {"table", "tbody", "tr", "td", "code", "br", "p", "strong"}
    assert set(re.findall(r"</?([a-z]+)", table)) <= allowed
