"""Markdown as a customer reads it, and the way back to its source."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine import Coach
from coach.sources.document import Reading, Segment
from coach.sources.files import Source
from coach.sources.mapped import AS_IT_IS, Mapped, plain
from coach.sources.markdown import escape, read, rendered

PIECES = (
    "word", "Grüße", "a b", " ", "  ", "*", "**", "_", "__", "~~", "`", "``", "[", "]", "](", ")", "![", "[r]", "\n[r]: /u\n",
    "https://x.example", "<https://x.example>", "<b>", "</b>", "<br>", "<!-- no -->", "<a href='https://x.example'>", "</a>",
    "<", "<div>\n", "\n</div>\n", "&amp;", "&lt;", "&", "\\", "\\*", "\\\n", "\\|", "\n", "\n\n", "\r\n", "\r", "  \n", "\t",
    "\0", "> ", "\n> ", "- ", "\n- ", "1. ", "[ ] ", "- [x] ", "\n    ", "# ", "\n## ", " ##\n", "\n---\n", "\n===\n", "|",
    "\n|-|-|\n", "| a | b |\n", "```", "\n```\n", "[^1]", "{{ a_b }}", "{% if *x* %}", "{{",
)  # fmt: skip


def checked(text: str) -> Mapped:
    """The text, once its runs are known to lead back to the source."""
    mapped = rendered(text)
    reached = origin = 0
    for run in mapped.runs:
        assert run.start == reached
        assert run.origin >= origin
        reached, origin = run.start + run.length, run.origin
        if run.kind == AS_IT_IS:
            assert mapped.text[run.start : reached] == text[run.origin : run.origin + run.width]
    assert reached == len(mapped.text)
    return mapped


def segment(text: str) -> Segment:
    """The one segment of a file."""
    (one,) = read(Source("x.md", text, "utf-8", b""), Reading())
    return one


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Hello **Anna**,\n\nwe *can* and __will__ ~~not~~ help.\n", "Hello Anna,\n\nwe can and will not help."),
        ("un*glaub*lich", "unglaublich"),
        (r"\*no\* 1\. \_a\_ &uuml;&#252;&amp;", "*no* 1. _a_ üü&"),
        ("# Title #\ntext\n\nOther\n---\nmore", "Title\n\ntext\n\nOther\n\nmore"),
        ("one *a*\ntwo  \nthree\\\nfour", "one a\ntwo\nthree\nfour"),
        ("- one *a*\n- two\n   more\n\n1. three\n2. four", "- one a\n- two\nmore\n1. three\n2. four"),
        ("- [ ] do *it*\n- [x] done", "- do it\n- done"),
        ("| a | *b* |\n|---|---|\n| x \\| y | x |", "a\n\nb\n\nx | y\n\nx"),
        ("They:\n\n> No *thanks*\n> at all\n\nWe", "They:\n\n> No thanks\n> at all\n\nWe"),
        ("Type `a *b*` or `` a`b ``", "Type `a *b*` or `a'b`"),
        ("Do:\n\n```sh\nrm *x*\n```\n\n    more *x*\n", "Do:\n\n```\nrm *x*\n```\n\n```\n    more *x*\n```"),
        ("<p>We <b>can</b></p>\n\n*now*", "We can\n\nnow"),
        ("a <b>c</b> &lt;b> <br>d <span hidden>no</span>", "a c <b>\nd"),
        ("one[^1] *two*\n\n[^1]: A note here.", "one two\n\nA note here."),
    ],
)
def test_a_text_is_what_is_read(source: str, text: str) -> None:
    assert checked(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("See [our *FAQ*](https://x.example/a_b_c 'Title').", "See our FAQ (https://x.example/a_b_c)."),
        ("See [it][r], [r] and [r][].\n\n[r]: https://x.example 'T'", "See it (https://x.example), r (https://x.example) and r (https://x.example)."),
        ("Open [it]({{ ticket.url_x }})", "Open it ({{ ticket.url_x }})"),
        ("<https://x.example/*a*> <a@x.example>", "https://x.example/*a* a@x.example"),
        ("[https://x.example](https://x.example)", "https://x.example"),  # its words are the address
        ("[up](#top) ![no](https://x.example/no.png)yes", "up yes"),  # leads nowhere; a picture
        ("<a href='https://x.example'>*one*</a>", "one (https://x.example)"),
    ],
)  # fmt: skip
def test_a_link_is_told_behind_its_words(source: str, text: str) -> None:
    assert checked(source).text == text


@pytest.mark.parametrize(
    "source",
    [
        "We can do it.\n\n- one\n- two\n\n1. three\n\nBest regards - Tom",
        'snake-case, 50 % & more, <3, 1 < 2, a@x.example, [date], (x), #5, it\'s "so"',
        "Hi {{ user_name }}, {% if a_b < *c* %}yes{% endif %} #{ticket.x_y} %{a_b}",  # signs within placeholders
        "a\r\nb\r\n",
        "",
        " \n\n",
    ],
)
def test_plain_prose_stays_as_it_is(source: str) -> None:
    assert rendered(source) == plain(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("2 * 3 * 4, snake_case_name and a_b", "2 * 3 * 4, snake_case_name and a_b"),  # no emphasis
        ("**never closed", "**never closed"),
        ("`never closed", "`never closed"),
        ("[no](link", "[no](link"),
        ("[no] [date]: see [^", "[no] [date]: see [^"),  # slots, not links
        ("{{ a_b_ }} *x* {{ *c* }}", "{{ a_b_ }} x {{ *c* }}"),  # the signs of a placeholder are its own
        ("{% if a *b* %}\n*x*\n{% endif %}", "{% if a *b* %}\nx\n{% endif %}"),
        ("a\n\n***\n\n*b*", "a\n\nb"),  # a rule
        ("[r]: https://x.example\n", ""),
        ("<!-- no -->\n\n*yes*", "yes"),
        ("*a*\r\nb\\\r\nc\r\n", "a\nb\nc"),
        ("*a\0b*", "a\0b"),
    ],
)
def test_what_is_no_markup_stays_and_what_is_nobody_sees_goes(source: str, text: str) -> None:
    assert checked(source).text == text


def test_front_matter_is_no_text() -> None:
    text = '---\nlang: de-AT\ntitle: "Storno: zu spät"\nchannel: Chat\ntags: [a, b]\n---\n\nLeider *nein*.'
    one = segment(text)
    assert (one.lang, one.name, one.channel) == ("de", "Storno: zu spät", "chat")
    assert one.text.text == "Leider nein."
    start, end = one.text.span(0, 6)
    assert text[start:end] == "Leider"


def test_front_matter_of_another_kind() -> None:
    one = segment('+++\ntitle = "Late"\nlanguage = "tr"\n+++\nPlain.')
    assert (one.name, one.lang, one.text.text, one.text.span(0, 5)) == ("Late", "tr", "Plain.", (39, 44))


@pytest.mark.parametrize(
    "text",
    [
        "---\nWe are late.\n---\n\nBye *x*",  # a rule and a heading
        "Hi\n---\nlang: de\n---\n",  # not at the start
        "---\nlang: de\n",  # not closed
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert segment(text).lang is None
    assert segment(text).text.text.strip("- \n").startswith(("We are late.", "Hi", "lang: de"))


def test_fields_that_mean_nothing_here_are_left_alone() -> None:
    one = segment("---\nlang: fr\nchannel: fax\n---\nok")
    assert (one.lang, one.channel, one.text.text) == (None, None, "ok")


def test_a_finding_leads_to_its_words_and_signs_at_its_edges_stay_outside() -> None:
    source = "> x\n\nWe **can**not *über*\n  do."
    mapped = checked(source)
    assert mapped.text == "> x\n\nWe cannot über\ndo."
    start, end = mapped.span(8, 11)
    assert source[start:end] == "can"
    assert not mapped.is_prose(8, 14), "another wording would take the stars along"
    start, end = mapped.span(15, 22)
    assert source[start:end] == "über*\n  do"


@pytest.mark.parametrize(
    ("wording", "written"),
    [
        ("2 * 3, snake_case and a - b", "2 * 3, snake_case and a - b"),  # would be no markup
        ("a *b* _c_ ~~d~~ `e`", r"a \*b\* \_c\_ \~\~d\~\~ \`e\`"),
        ("[date] and [a](b)", r"[date] and [a\](b)"),
        ("R&D &amp; <b> < 3", r"R&D \&amp; \<b> < 3"),
        ("# one", r"\# one"),
        ("1. one", r"1\. one"),
        ("{{ _user_ }} *now*", r"{{ _user_ }} \*now\*"),  # placeholders are their own
        (r"C:\temp \*", r"C:\temp \\\*"),
    ],
)
def test_only_what_would_become_markup_is_escaped(wording: str, written: str) -> None:
    assert escape(wording) == written
    assert rendered(written).text == wording


@given(st.text(alphabet="ab *_`[]()<>&;#\\~!|-+.1{}\"'", max_size=30).map(lambda text: " ".join(text.split())))
def test_any_wording_survives_within_a_paragraph(wording: str) -> None:
    assert rendered(f"See: {escape(wording)}x *y*").text == f"See: {wording}x y"


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_leads_back(source: str) -> None:
    checked(source)


@given(st.text())
def test_any_characters_lead_back(source: str) -> None:
    checked(source)
    checked(source + " *x*")


@pytest.mark.parametrize(
    "piece", ["[", "](", "![", "*a **b", "`", "> ", "- ", "<!--", "<a ", "\\", "&", "|-", "{{", "*a\n", "[a](<"]
)
def test_a_long_row_of_anything_is_read_in_one_go(piece: str) -> None:
    """Work that grows with the square would take minutes here."""
    checked(piece * (100_000 // len(piece)))


def test_the_parser_is_loaded_only_for_markup() -> None:
    code = (
        "import sys; from coach.sources.markdown import rendered;"
        "rendered('Hi {{ user_name }},\\n\\n- we can & will (50 %).\\n'); print('markdown_it' in sys.modules, end=' ');"
        "rendered('*now*'); print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False True\n"


DRAFTS = {
    "en": "You **forgot** to attach the receipt.\n\nUnfortunately, *we* cannot refund you because it is against our\npolicy.",
    "de": "Sie haben **vergessen**, den Beleg beizulegen.\n\n- Leider können wir Ihnen *nicht* helfen.\n- Das ist nun mal so.",
    "ru": "Вы __забыли__ приложить чек.\n\n> Вы забыли.\n\nК сожалению, мы ничем не можем помочь.",
    "tr": "## Fişi eklemeyi unuttunuz.\n\nMaalesef size *yardımcı* olamıyoruz.",
}


@pytest.mark.parametrize("lang", DRAFTS)
def test_the_same_is_found_as_in_plain_text(lang: str) -> None:
    coach, source = Coach(), DRAFTS[lang]
    mapped = checked(source)
    told = source
    for sign in ("**", "*", "__", "## "):
        told = told.replace(sign, "")
    findings = coach.check(mapped.text, lang).findings
    assert len(findings) > 1
    assert [(one.rule, one.text) for one in findings] == [(one.rule, one.text) for one in coach.check(told, lang).findings]
    for one in findings:
        start, end = mapped.span(one.start, one.end)
        assert source[start:end].replace("*", "").replace("__", "") == one.text


def test_quoted_words_and_code_are_nobody_s_fault() -> None:
    text = rendered("> You forgot\nit. You *forgot* it.\n\n```\nyou forgot it\n```\n\n`you forgot` Thanks.").text
    assert not [one for one in Coach().check(text, "en").findings if one.category == "blame"]
