"""HTML as a customer reads it, and the way back to its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine import Coach
from coach.expressions import compiled
from coach.sources.document import Reading
from coach.sources.files import Source
from coach.sources.html import escape, read, rendered
from coach.sources.mapped import AS_IT_IS, MARKUP, Mapped
from coach.sources.markup import PLACEHOLDER

PIECES = (
    "word", "Grüße", " ", "\n", "  ", "\t", "\r\n", "&uuml;", "&#252;", "&nbsp;", "&", "&bogus;", "&#0;", "\0", "<", ">", "< 3",
    "<p>", "</p>", "<br>", "<br/>", "<div>", "</div>", "<b>", "</b>", "<a href='https://x.example'>", "<a href=", "</a>", "<li>",
    "<pre>", "</pre>", "<code>", "</code>", "<blockquote>", "</blockquote>", "<script>", "</script>", "<!--", "-->", "<![if x]>",
    "<!doctype html>", "<?php", "</", "<td>", "<span hidden>", "</span>", "{{a > b}}", "{% if a <b %}", "{{", "}}", "'", '"',
)  # fmt: skip


def checked(text: str) -> Mapped:
    """The text, once its runs are known to lead back to the source."""
    mapped = rendered(text)
    reached = origin = 0
    for run in mapped.runs:
        assert run.start == reached
        assert run.origin >= origin
        reached, origin = run.start + run.length, run.origin + run.width
        if run.kind == AS_IT_IS:
            assert mapped.text[run.start : reached] == text[run.origin : origin]
    assert reached == len(mapped.text)
    assert origin == len(text)
    return mapped


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Sehr geehrte Frau M&uuml;ller,</p>\n<p>gut.</p>", "Sehr geehrte Frau Müller,\n\ngut."),
        ("one<br>two<br/><br />three", "one\ntwo\n\nthree"),
        ("<div>one</div><div><br></div><div>two<br></div><div>three</div>", "one\n\ntwo\nthree"),
        ("K&#246;ln &amp; K&#xf6;ln &lt;3", "Köln & Köln <3"),
        ("10&nbsp;000&nbsp; <i> Euro</i>", "10 000 Euro"),
        ("<h1>Title</h1>text", "Title\n\ntext"),
        ("<ul><li>one</li><li><p>two</p></li></ul>", "- one\n\n- two"),
        ("<table><tr><td>Order</td><td>12</td></tr></table>", "Order\n\n12"),
        ("<pre>a  b\n  c</pre>d", "a  b\n  c\n\nd"),
        ("Type <code>a &lt; b</code> now", "Type `a < b` now"),
        ("<pre><code>x = 1\ny = 2</code></pre>", "```\nx = 1\ny = 2\n```"),
        ("You:<blockquote>No<p>thanks</blockquote>We", "You:\n\n> No\n\n> thanks\n\nWe"),
        ('Hi<div class="x gmail_quote">On Monday<div>Anna wrote</div>no</div>', "Hi\n\n> On Monday\n> Anna wrote\n> no"),
    ],
)
def test_a_text_is_what_a_browser_shows(source: str, text: str) -> None:
    assert checked(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("we\n   cannot\r\n\tdo", "we cannot do"),  # a wrapped line of the source is none of the text
        (" \n<p> one </p>\n\n\n<p>\n</p> ", "one"),  # blank ends and empty paragraphs
        ("<p>&nbsp;</p><p>one</p><p>&nbsp;</p><p>two</p>", "one\n\ntwo"),  # editors make blank lines of these
        ("<head><title>no</title><style>p{}</style></head><body>yes", "yes"),  # not on the page
        ("a<script>if (a<b) no()</script><!-- no --><template>no</template>b", "ab"),
        ('<div style="display: none">no<div>no</div></div>yes', "yes"),
        ("<p hidden>no<p>yes", "yes"),  # a paragraph ends where the next one begins
        ("<!--[if mso]>no<![endif]--><![if !mso]>yes<![endif]>", "yes"),  # comments for Outlook
        ('<img alt="no" title="no"><abbr title="no">yes</abbr>', "yes"),
        ("AT&T, a&b; &notanentity", "AT&T, a&b; ¬anentity"),  # as a browser reads references without an end
        ("a < b, <3, 1<2", "a < b, <3, 1<2"),  # no tags
        ("<ul><li></li></ul>after", "after"),  # an empty item has no dash to leave behind
        ("<html lang=de><body><b>", ""),
        ("", ""),
    ],
)
def test_what_a_customer_does_not_see_is_not_there(source: str, text: str) -> None:
    assert checked(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('See <a href="https://x.example/faq">our <b>FAQ</b></a>.', "See our FAQ (https://x.example/faq)."),
        ("Open <a href='{{ ticket.url }}'>it</a>", "Open it ({{ ticket.url }})"),
        ("<a href=mailto:a@x.example?subject=Hi>Write</a> us", "Write (a@x.example) us"),
        ("<p><a href='https://x.example'>one</a> </p><p>two", "one (https://x.example)\n\ntwo"),
        ("<a href='https://x.example/?a=1&amp;b=2'>x</a>", "x (https://x.example/?a=1&b=2)"),
        ("<a href='https://x.example/'>www.x.example</a>", "www.x.example"),  # its words are the address
        ("<a href='#top'>up</a> <a href='/faq'>FAQ</a> <a>none</a>", "up FAQ none"),  # lead nowhere in a reply
        ("<a href='https://x.example'><img src=x></a>done", "done"),  # a picture
        ("<a href='https://x.example'>never closed", "never closed"),
    ],
)
def test_a_link_is_told_behind_its_words(source: str, text: str) -> None:
    assert checked(source).text == text


@pytest.mark.parametrize(
    "text",
    [
        "{{a > b}} {% if a <b %}x{% endif %}",
        "#{ticket.x} {%customer.firstName,fallback=there%} ${a&b}",
        "{{  a  }} {{ x | default: '&nbsp;' }} {% a\nb %}",  # white space and references within stay, too
        "{{{ raw }}} {{#each a}}{{this}}{{/each}} {{!-- no --}}",
    ],
)
def test_placeholders_stay_as_they_are(text: str) -> None:
    assert checked(text).text == text


def test_a_finding_leads_to_its_words_and_tags_at_its_edges_stay_outside() -> None:
    source = "<p>we <b>can</b>not &uuml;ber</p>"
    mapped = checked(source)
    start, end = mapped.span(3, 6)
    assert source[start:end] == "can"
    start, end = mapped.span(3, 9)
    assert source[start:end] == "can</b>not"
    assert not mapped.is_prose(3, 9), "another wording would take the tag along"
    start, end = mapped.span(10, 14)
    assert source[start:end] == "&uuml;ber"
    assert mapped.is_prose(10, 14)


def test_a_wrapped_line_may_be_mended() -> None:
    mapped = checked("<p>we\n    cannot</p>")
    assert mapped.is_prose(0, 9)
    assert mapped.span(0, 9) == (3, 16)


@pytest.mark.parametrize("text", ["a < b & c > d", "&amp; <b>", 'say "yes", it\'s 5 €', "Grüße"])
def test_a_wording_is_read_as_it_was_meant(text: str) -> None:
    assert rendered(f"<p>{escape(text)}</p>").text == text


def test_only_what_must_be_is_escaped() -> None:
    assert escape('it\'s "50 €" & <more>\u00a0') == 'it\'s "50 €" &amp; &lt;more&gt;\u00a0'


@pytest.mark.parametrize(
    ("tag", "lang"), [("<html lang=de-AT>", "de"), ("<html lang='tr'>", "tr"), ("<html lang=fr>", None), ("<p lang=de>", None)]
)
def test_a_page_names_its_language(tag: str, lang: str | None) -> None:
    (segment,) = read(Source("x.html", tag + "<p>ok", "utf-8", b""), Reading())
    assert (segment.lang, segment.text.text, segment.escapes) == (lang, "ok", (escape,))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("yes <b", "yes <b"),  # no tag, so text
        ("yes <a href='no", "yes <a href='no"),
        ("yes <!-- no", "yes"),
        ("yes<script>no", "yes"),
        ("yes<div hidden>no", "yes"),
        ("a\0b", "a\0b"),
        ("</p></div>yes</b>", "yes"),
    ],
)
def test_what_is_not_closed(source: str, text: str) -> None:
    assert checked(source).text == text


@pytest.mark.parametrize(
    "piece", ["<", "<a ", '<a x=">" ', "<!--", "</", "<![", "&", "&#", "{{", "{%", "<q>", "<pre><div hidden>"]
)
def test_a_megabyte_of_anything_is_read_in_one_go(piece: str) -> None:
    """Work that grows with the square would take hours here, so that this test would not end."""
    assert rendered(piece * (1_000_000 // len(piece))).runs


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_leads_back(source: str) -> None:
    text = checked(source).text
    assert not text.startswith("\n")


@given(st.text())
def test_any_characters_lead_back(source: str) -> None:
    checked(source)


@given(st.text(alphabet="ab <>&;#'\"/=!-{}%", max_size=30))
def test_any_wording_survives(wording: str) -> None:
    plain = " ".join(wording.split(" ")).strip()
    # What is taken for a placeholder stands as the help desk wants it, entities included.
    if "  " not in plain and not compiled(PLACEHOLDER).search(escape(plain)):
        assert rendered(f"<p>{escape(plain)}</p>").text == plain


DRAFTS = {
    "en": ("You forgot to attach the receipt.", "Unfortunately, we cannot refund you because it is against our policy."),
    "de": ("Sie haben vergessen, den Beleg beizulegen.", "Leider können wir Ihnen nicht helfen. Das ist nun mal so."),
    "ru": ("Вы забыли приложить чек.", "К сожалению, мы ничем не можем помочь."),
    "tr": ("Fişi eklemeyi unuttunuz.", "Maalesef size yardımcı olamıyoruz."),
}


@pytest.mark.parametrize("lang", DRAFTS)
def test_the_same_is_found_as_in_plain_text(lang: str) -> None:
    coach = Coach()
    first, second = DRAFTS[lang]
    source = "".join(
        f"<p>{paragraph.replace(' ', chr(10) + '  ', 1).replace('ü', '&uuml;').replace('n', '<i>n</i>', 1)}</p>\n"
        for paragraph in DRAFTS[lang]
    )
    mapped = checked(source)
    findings = coach.check(mapped.text, lang).findings
    assert findings
    assert [(one.rule, one.text) for one in findings] == [
        (one.rule, one.text) for one in coach.check(f"{first}\n\n{second}", lang).findings
    ]
    for one in findings:
        start, end = mapped.span(one.start, one.end)
        assert rendered(source[start:end]).text == one.text


def test_a_link_makes_another_fault_of_a_deflection() -> None:
    coach = Coach()
    told, linked = "Please see our website for more.", "Please see <a href='https://x.example'>our website</a> for more."
    assert [one.rule for one in coach.check(told, "en").findings] == ["deflection/website"]
    assert [one.rule for one in coach.check(rendered(linked).text, "en").findings] == ["deflection/link-only"]


def test_quoted_words_and_code_are_nobody_s_fault() -> None:
    text = rendered("<blockquote>You forgot<br>it. You forgot it.</blockquote><code>you forgot</code> Thanks.").text
    assert not [one for one in Coach().check(text, "en").findings if one.category == "blame"]


def test_markup_takes_no_text_away() -> None:
    mapped = checked("<p>a</p><p>b</p>")
    assert [run.kind for run in mapped.runs] == [MARKUP, AS_IT_IS, MARKUP, AS_IT_IS, MARKUP]


def test_a_reference_of_thousands_of_digits_is_no_character() -> None:
    # Python refuses to convert so many digits with an error of its own.
    assert rendered(f'<a href="&#{"1" * 5000};">here</a>').text.startswith("here")
    assert rendered('<a href="https://x.example/?a=1&amp;b=2">here</a>').text == "here (https://x.example/?a=1&b=2)"
