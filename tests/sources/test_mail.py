"""The agent's own words in a mail, and the way back to the file."""

from __future__ import annotations

from base64 import b64encode
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.engine import Coach
from coach.errors import UsageError
from coach.sources.document import Reading, Segment
from coach.sources.files import Source
from coach.sources.html import escape
from coach.sources.mail import read
from coach.sources.mapped import AS_IT_IS

MAILS = Path(__file__).parent.parent / "fixtures" / "mail"

PIECES = (
    "Content-Type: ", "multipart/mixed; boundary=b", 'multipart/alternative; boundary="b"', "text/plain", "text/html",
    "message/rfc822", "; charset=utf-8", "; charset=x", "; charset*=''%", "; charset=base64", "Content-Transfer-Encoding: ",
    "base64", "quoted-printable", "\n", "\n\n", "\r\n", "\n--b\n", "\n--b--\n", "=C3=BC", "=C3", "=\n", "w7w=", "é", "\x00",
    "<p>x", "\n-- \n", " ", "Subject: ", "=?utf-8?q?=C3?=", "=?x?b?y?=", "Content-Disposition: attachment; filename=",
    "From ", "Content-Language: de", "a: b",
)  # fmt: skip


def checked(text: str) -> tuple[Segment, ...]:
    """The texts of a mail, once their runs are known to lead back to the file."""
    segments = read(Source("m.eml", text, "utf-8", b""), Reading())
    for segment in segments:
        reached = origin = 0
        for run in segment.text.runs:
            assert run.start == reached
            assert run.origin >= origin
            reached, origin = run.start + run.length, run.origin
            if run.kind == AS_IT_IS:
                assert segment.text.text[run.start : reached] == text[run.origin : run.origin + run.width]
        assert reached == len(segment.text.text)
    return segments


def mail(name: str) -> str:
    return (MAILS / name).read_text(encoding="utf-8")


def written(text: str, segment: Segment, words: str) -> str:
    """What stands in the file for some words of a text."""
    start = segment.text.text.index(words)
    begin, end = segment.text.span(start, start + len(words))
    return text[begin:end]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_plain_text_and_its_twin(line_end: str) -> None:
    source = mail("alternative.eml").replace("\n", line_end)
    plain, html = checked(source)
    assert plain.text.text.replace("\r", "") == (
        "Sehr geehrte Frau Müller,\n\nleider können wir Ihnen nicht helfen, weil die Frist von 30 Tagen abgelaufen ist. "
        "Für Sie gilt = 14.\n\nAm 3. Mai schrieb Frau Müller:\n> Sie haben vergessen, mir zu antworten."
    )
    assert html.text.text == (
        "Sehr geehrte Frau Müller,\n\nleider können wir Ihnen nicht helfen, weil die Frist von 30 Tagen abgelaufen ist.\n\n"
        "> Sie haben vergessen, mir zu antworten."
    )
    assert [(one.name, one.lang, one.channel, one.twin, one.writable, one.escapes) for one in (plain, html)] == [
        ("Ihre Rückfrage zur Lieferung", "de", "email", False, False, ()),
        ("Ihre Rückfrage zur Lieferung", "de", "email", True, False, (escape,)),
    ]


@pytest.mark.parametrize(
    ("words", "number", "form"),
    [
        ("leider können", 0, "leider k=C3=B6nnen"),
        ("abgelaufen", 0, "abge=\nlaufen"),
        ("Für", 0, "F=C3=BC=\nr"),
        ("ü", 0, "=C3=BC"),
        ("= 14", 0, "=3D 14"),
        ("Müller", 1, "M&uuml;ller"),
        ("wir Ihnen nicht helfen", 1, "wir <b>Ihnen</b> nicht hel=\nfen"),
    ],
)
def test_words_lead_to_their_place_in_quoted_printable(words: str, number: int, form: str) -> None:
    source = mail("alternative.eml")
    assert written(source, checked(source)[number], words) == form


def test_a_mail_as_it_stands_may_be_mended() -> None:
    source = mail("plain.eml")
    (one,) = checked(source)
    assert one.text.text == "Dear Zoë,\n\nUnfortunately, we cannot refund you.\n\nBest regards,\nTom"
    assert one.writable
    assert (one.name, one.lang, one.escapes) == ("Your refund", "en", ())
    assert written(source, one, "we cannot") == "we cannot"


def test_words_lead_to_their_letters_in_base64() -> None:
    code = b64encode("Grüße an Zoë. Leider nein.".encode()).decode()
    source = f"Content-Transfer-Encoding: base64\n\n{code[:10]}\n{code[10:]}\n"
    (one,) = checked(source)
    assert (one.text.text, one.writable) == ("Grüße an Zoë. Leider nein.", False)
    assert written(source, one, "Gr") == "R3LDvMOf"  # the quanta that its bytes are in, and those of the letters cut by them
    assert written(source, one, one.text.text) == f"{code[:10]}\n{code[10:]}"


def test_another_charset() -> None:
    (one,) = checked("Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n=CD=E5=F2")
    assert one.text.text == "Нет"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("no headers\n\nat all", ["no headers\n\nat all"]),
        ("Subject: x\n\n", [""]),  # nothing to judge, nothing wrong
        ("Content-Type: text/html\n\n<p>yes", ["yes"]),
        ("A: b\nnot a header\n\nyes", ["not a header\n\nyes"]),
        ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\n\ntwo", ["one", "two"]),  # not closed: read to its end
        ("Content-Type: multipart/mixed; boundary=b\n\nno\n--b\n\n--bb\n--b--\nno", ["--bb"]),  # around the parts is nothing
        ("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nA: b\n\nno\n--b\n\nyes", ["yes"]),
        ("Content-Transfer-Encoding: quoted-printable\n\nx =\n y  \n=zz 5 = 3=", ["x  y\n=zz 5 = 3"]),  # damaged, but to be read
        ("Content-Type: text/plain; charset=x-own\n\nyes", ["yes"]),  # the file is decoded already
        ("Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\n=C3=BC", ["ü"]),  # many lie
        ("Subject: =?x-none?b?y?=\n\nyes", ["yes"]),
    ],
)  # fmt: skip
def test_what_can_be_read_is_read(source: str, texts: list[str]) -> None:
    assert [one.text.text for one in checked(source)] == texts


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("Content-Type: image/png\n\nx", "m.eml:3:1: there is no text in this mail"),
        ("Content-Type: multipart/mixed\n\n--b\n\nyes", "m.eml:3:1: there is no text in this mail"),  # of which boundary?
        ("Content-Type: multipart/mixed; boundary=a\n\n--b\n\nyes", "m.eml:3:1: there is no text in this mail"),
        ("Content-Disposition: attachment\n\nno", "m.eml:3:1: there is no text in this mail"),
        ("Content-Transfer-Encoding: base64\n\nw7", "m.eml:3:1: damaged base64: "),
        ("Content-Transfer-Encoding: base64\n\n<p>", "m.eml:3:1: damaged base64: "),
        ("Content-Transfer-Encoding: base64\n\n/w==", "m.eml:3:1: not valid UTF-8: "),
        ("Content-Transfer-Encoding: quoted-printable\n\n=C3x", "m.eml:3:1: not valid UTF-8: "),
        ("Content-Type: text/html; charset=own\nContent-Transfer-Encoding: base64\n\nYQ==", "m.eml:4:1: unknown charset 'own'"),
        ("Content-Type: text/html; charset=hex\nContent-Transfer-Encoding: base64\n\nYQ==", "m.eml:4:1: unknown charset 'hex'"),
        ("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 1001, "m.eml:3:1: a mail of more than 1000 parts"),
        ("Content-Transfer-Encoding: x-uuencode\n\nx", "m.eml:3:1: unknown transfer encoding 'x-uuencode'"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_place(source: str, error: str) -> None:
    with pytest.raises(UsageError) as told:
        checked(source)
    assert str(told.value).startswith(error)


def nested(depth: int) -> str:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(depth))
    return opened + "\nHi"


def test_parts_in_parts() -> None:
    assert [one.text.text for one in checked(nested(40))] == ["Hi"]
    with pytest.raises(UsageError, match="no text"):
        checked(nested(1000))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_mail_is_too_damaged(source: str) -> None:
    with suppress(UsageError):
        checked(source)


@given(st.text(alphabet="aäß😀Я =.\n>-", max_size=80), st.integers(1, 20))
def test_any_text_comes_out_of_base64(text: str, width: int) -> None:
    code = b64encode(text.encode()).decode()
    lines = "\n".join(code[at : at + width] for at in range(0, len(code), width))
    (one,) = checked(f"Content-Transfer-Encoding: base64\n\n{lines}\n")
    assert text.startswith(one.text.text)
    assert one.text.text == text or "\n-- " in "\n" + text or "\n--\n" in f"\n{text}\n"


def test_the_same_is_found_in_both_and_nothing_in_what_others_wrote() -> None:
    coach = Coach()
    found = [[one.text for one in coach.check(body.text.text, "de").findings] for body in checked(mail("alternative.eml"))]
    assert found[0] == found[1] != []
    assert "Sie haben vergessen" not in found[0]
