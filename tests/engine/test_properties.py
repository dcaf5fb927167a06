"""What holds for every text, tried on the shipped phrasebooks."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import coach
from coach.model import LANGUAGES, SEVERITIES, WHOLE
from coach.texts import prepare

PHRASES = coach.Coach(coach.Config(ignore=WHOLE))
"""What is missing in a reply as a whole stands at 0, 0 and does not shift."""

PIECES = {
    "en": [
        "Unfortunately ",
        "we can’t ship it",
        "you forgot ",
        "as soon as possible",
        "\n\n",
        ". ",
        "{{name}}",
        "😀",
        "cafe\u0301 ",
        "\u200f",
        "\x00",
    ],
    "de": [
        "Leider ",
        "können wir das nicht ",
        "Sie haben vergessen ",
        "schnellstmöglich",
        "\r\n",
        ". ",
        "#{x}",
        "Gru\u0308ße ",
        "z. B. ",
        "„nein“",
    ],
    "ru": [
        "К сожалению, ",
        "мы не можем ",
        "вы забыли ",
        "в ближайшее время",
        "\n",
        "! ",
        "%{x}",
        "й ",
        "и\u0306 ",
        "т. д. ",
        "«нет»",
    ],
    "tr": ["Maalesef ", "yapamıyoruz ", "unutmuşsunuz ", "en kısa sürede", "\n", "? ", "{x}", "İ", "I\u0307", "ı ", "'ye "],
}


def texts(lang: str) -> st.SearchStrategy[str]:
    """Texts of the language's own faults mixed with anything at all."""
    return st.lists(st.one_of(st.sampled_from(PIECES[lang]), st.text(max_size=8)), max_size=12).map("".join)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_findings_say_what_stands_there(lang: str, data: st.DataObject) -> None:
    text = data.draw(texts(lang))
    found = coach.check(text, lang=lang).findings
    assert list(found) == sorted(found, key=lambda one: (one.start, one.end, one.rule))
    for finding in found:
        assert text[finding.start : finding.end] == finding.text
        assert finding.text or finding.category in WHOLE  # what is missing altogether has no words
        assert finding.severity in SEVERITIES
        assert finding.message
        for suggestion in finding.suggestions:
            assert 0 <= suggestion.start <= suggestion.end <= len(text)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_text_in_front_shifts_every_span(lang: str, data: st.DataObject) -> None:
    text = data.draw(texts(lang))
    assume(not set(text) & set("„“”«»\"'‚‘"))  # what is all one quotation is the draft itself, but not with text in front
    assume(any(map(str.isalnum, prepare(text).masked)))  # a link that is the whole text is judged, one beside others is not
    front = "😀 1234.\n\n"
    before = [(f.rule, f.start + len(front), f.end + len(front)) for f in PHRASES.check(text, lang, "phone").findings]
    after = [(f.rule, f.start, f.end) for f in PHRASES.check(front + text, lang, "phone").findings]
    assert after == before


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_rewriting_twice_is_rewriting_once(lang: str, data: st.DataObject) -> None:
    once = coach.rewrite(data.draw(texts(lang)), lang=lang)
    assert coach.rewrite(once, lang=lang) == once


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300))
def test_no_text_crashes(text: str) -> None:
    report = coach.check(text)
    assert report.language in (*LANGUAGES, None)
    assert isinstance(coach.rewrite(text), str)


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\x00", "\ud800 we can't", "{{ unclosed we can't", "\u202ewe can't", "a" * 100_000, "? ! . \n" * 5_000]
)
def test_odd_texts(text: str) -> None:
    for lang in LANGUAGES:
        coach.check(text, lang=lang)


def test_a_long_text_is_judged_like_its_parts() -> None:
    sentence = "Your parcel arrives on Monday at nine. "
    text = sentence * 2_000 + "You should have read it. " + sentence * 2_000
    found = coach.check(text, lang="en").findings
    assert [f.text.lower().startswith("you should have") for f in found] == [True]
    assert found[0].start >= len(sentence) * 2_000


def test_nothing_is_judged_when_the_language_is_unsure() -> None:
    report = coach.check("12345")
    assert report.language is None
    assert report.findings == ()
    assert "--lang" in report.note
    assert coach.check("  ").note == ""
    assert coach.check("{{dc.welcome_text}}\n\n{{agent.signature}}").note == "", "nothing in it is our text"
