"""The text of a message: what the other side read, without quoted mail and signatures, and never less than was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.review.sources.exports.bodies import LONGEST, own, text_of
from coach.review.sources.exports.form import HTML, MARKDOWN, PLAIN


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("<p>Gr&ouml;&szlig;e&nbsp;42 &amp; 43</p><p>gut</p>", HTML, "Größe 42 & 43\n\ngut"),
        ("one<br>two<br/><br />three", HTML, "one\ntwo\n\nthree"),
        ("<div>Hi</div><div><br></div><div>bye</div>", HTML, "Hi\n\nbye"),
        ("Hi Joe,\nit&#39;s here", HTML, "Hi Joe,\nit's here"),  # no tag: the line breaks are its own
        ("2 < 3\nand 5 > 4", HTML, "2 < 3\nand 5 > 4"),
        ("put <b> around it", PLAIN, "put <b> around it"),  # somebody speaks of HTML
        ("a&nbsp;b &amp; c", PLAIN, "a b &amp; c"),
        ("**Step 1:** open the [page](https://shop.example/a)", MARKDOWN, "Step 1: open the page (https://shop.example/a)"),
        ("<script>alert(1)</script><p>Hi</p><style>p{}</style>", HTML, "Hi"),
        ("a\n\n\n\n \n\nb", PLAIN, "a\n\nb"),
        ("My name is NAME-F, card [PII], order #ORDER#", PLAIN, "My name is NAME-F, card [PII], order #ORDER#"),
    ],
)
def test_a_body_is_what_is_read(body: str, kind: str, text: str) -> None:
    assert text_of(body, kind, mail=True) == text


@pytest.mark.parametrize(
    "behind",
    [
        "\n\nOn Sat, Mar 1, 2025 at 10:00 AM Jane Doe <jane@example.com> wrote:\n> Where is it?\n> Jane",
        "\n\nOn Sat, Mar 1, 2025 at 10:00 AM Jane Doe <jane@example.com>\nwrote:\n\n> Where is it?",
        "\n\nOn 1 Mar 2025, at 10:00, Jane Doe <jane@example.com> wrote:\n\nWhere is it?",
        "\n\nAm Sa., 1. März 2025 um 10:00 Uhr schrieb Jane Doe <jane@example.com>:\n\n> Wo ist es?",
        "\n\nAm 01.03.25 um 10:00 schrieb Jane Doe:\nWo ist es?",
        "\n\nсб, 1 мар. 2025 г. в 10:00, Jane Doe <jane@example.com>:\n\n> Где он?",
        "\n\n1 марта 2025 г., 10:00, Анна написала:\nГде он?",
        "\n\nJane Doe <jane@example.com>, 1 Mar 2025 Cmt, 10:00 tarihinde şunu yazdı:\n\n> Nerede?",
        "\n\nFrom: Jane Doe <jane@example.com>\nSent: Saturday, March 1, 2025 10:00\nTo: Support\nSubject: Order\n\nWhere is it?",
        "\n\nVon: Jane Doe\nGesendet: Samstag, 1. März 2025 10:00\nAn: Support\nBetreff: Bestellung\n\nWo ist es?",
        "\n\nОт: Анна\nДата: 1 марта 2025 г.\nКому: Поддержка\nТема: Заказ\n\nГде он?",
        "\n\nKimden: Ayşe\nGönderildi: 1 Mart 2025\nKime: Destek\nKonu: Sipariş\n\nNerede?",
        "\n\n-----Original Message-----\nWhere is it?",
        "\n\n##- Please type your reply above this line -##\nYour request (4711) has been updated.",
        "\n\n-- \nSam Ray\nAcme Ltd",
        "\n\nSent from my iPhone",
        "\n\nVon meinem iPhone gesendet",
        "\n\nОтправлено с iPhone",
        "\n\niPhone'umdan gönderildi",
    ],
)
def test_what_others_wrote_and_signatures_are_left_out(behind: str) -> None:
    assert text_of("It arrives on Friday." + behind, PLAIN, mail=True) == "It arrives on Friday."


@pytest.mark.parametrize(
    "body",
    [
        '<p>It is here.</p><div class="gmail_quote">On 1 Mar 2025 at 10:00 Jane wrote:<blockquote>Where?</blockquote></div>',
        "<p>It is here.</p><p>Am 1. M&auml;rz 2025 um 10:00 schrieb Jane:</p><blockquote type='cite'><p>Wo?</p></blockquote>",
        'It is here.<br>\n<span class="js-signatureMarker"></span>\n<br>Emma Taylor',
        '<div>It is here.</div><div data-signature="true" data-signature-id="1"><br>Emma</div>',
        "<p>It is here.</p><div dir='ltr' class='gmail_signature'>Emma</div>",
        '<p>It is here.</p><div class="signature"><p>Emma</p></div>',
    ],
)
def test_what_html_marks_as_quoted_or_as_a_signature_is_left_out(body: str) -> None:
    assert text_of(body, HTML, mail=True) == "It is here."


@pytest.mark.parametrize(
    "text",
    [
        "On Monday you wrote:\nthe parcel is late.\nWe have found it.",  # no time: told, not quoted
        "You have three choices:\n- wait\n- a refund\n- a new parcel",
        "From: Berlin\nTo arrive by Friday, it leaves today.",  # a route
        "Your flight:\nFrom: Berlin\nTo: Munich\nDate: 3 May",
        "Von: Köln\nDer Zug fährt um 10:00.",
        "I wrote: it is 10:00 now. Please come.",
        "The status was sent from my colleague yesterday. I am sorry.",
        "Am 3. Juni um 10:00 schrieb ich Ihnen, dass es dauert.",
        "- one\n-- two",
        "a -- b",
        "The signature is missing.\nBest,\nSam",
        "5 > 4",
        ">:( this is bad",
    ],
)
def test_own_words_stay(text: str) -> None:
    assert text_of(text, PLAIN, mail=True) == text


def test_answers_between_quoted_lines_stay() -> None:
    text = "Hi,\n> Where is it?\nIn Berlin.\n> When does it come?\nOn Friday."
    assert own(text) == "Hi,\nIn Berlin.\nOn Friday."


def test_a_sentence_above_a_quotation_stays() -> None:
    assert own("Please see your question below, I answer there:\n> Where?\nHere.") == (
        "Please see your question below, I answer there:\nHere."
    )


def test_a_mail_that_only_quotes_says_nothing() -> None:
    assert text_of("On 1 Mar 2025, at 10:00, Jane wrote:\n> Where is it?", PLAIN, mail=True) == ""


def test_a_chat_may_begin_a_line_with_anything() -> None:
    text = "> 5 kg?\n-- \nyes"
    assert text_of(text, PLAIN, mail=False) == text


@pytest.mark.parametrize("kind", [HTML, PLAIN, MARKDOWN, "image/png", ""])
@given(
    pieces=st.lists(
        st.sampled_from(
            (
                "word", "\n", " ", ">", "> ", "<p>", "</p>", "<br>", "<div class='gmail_quote'>", "<blockquote>", "</blockquote>",
                "&amp;", "&#" + "1" * 5000 + ";", "<a href='&#" + "9" * 5000 + "'>", "-- \n", "wrote:", "10:00", "schrieb",
                "a@b.example", "\0", "From: x\n", "Sent: y\n", "##-", "-##", "*", "`", "[", "](", "\u202e", "\udc80", "<script>",
                "<!--",
            )
        )
    )
)  # fmt: skip
def test_any_text_is_read(kind: str, pieces: list[str]) -> None:
    text = text_of("".join(pieces), kind, mail=True)
    assert text == text.strip()


@pytest.mark.parametrize(
    "piece", ["<p class=class=class=", ">", "> a\n", "on 1 10:00 wrote:\n", "\n ", "<<", "##-", "&nbsp;", "From: a\n"]
)
def test_a_body_of_megabytes_is_read_up_to_a_limit(piece: str) -> None:
    body = piece * (2 * LONGEST // len(piece))
    assert len(text_of(body, PLAIN, mail=True)) <= LONGEST
