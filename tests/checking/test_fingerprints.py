"""What a finding is recognised by."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.checking.fingerprints import fingerprint, project_path, sentence_around

RULE, PATH, SENTENCE = "negative/cannot", "macros/en/delay.md", "We can't do that."


def test_the_value_itself_is_a_promise() -> None:
    # A baseline in somebody's repository hangs on it: another value would bring every known finding back.
    # printf "15:negative/cannot18:macros/en/delay.md17:we can't do that." | sha256sum
    assert fingerprint(RULE, PATH, SENTENCE) == "e2ac0a7cbfedd0dba4626f98ad0b34e3314160de5dbff81f02d5d7a5d3fcb09b"


@pytest.mark.parametrize(
    "same",
    ["we CAN'T do that.", "  We can't\n  do\tthat. ", "We can't\r\ndo that."],
)
def test_case_and_white_space_do_not_count(same: str) -> None:
    assert fingerprint(RULE, PATH, same) == fingerprint(RULE, PATH, SENTENCE)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert fingerprint(RULE, PATH, "Das ko\u0308nnen wir nicht.") == fingerprint(RULE, PATH, "Das können wir nicht.")


@pytest.mark.parametrize(
    ("rule", "path", "sentence"),
    [
        ("negative/unable", PATH, SENTENCE),
        (RULE, "macros/en/Delay.md", SENTENCE),  # two files on most systems
        (RULE, PATH, "We can't do this."),
        (RULE, PATH, "We can't do that!"),
        (RULE + PATH[0], PATH[1:], SENTENCE),  # the lengths keep the parts apart
    ],
)
def test_anything_else_counts(rule: str, path: str, sentence: str) -> None:
    assert fingerprint(rule, path, sentence) != fingerprint(RULE, PATH, SENTENCE)


def test_half_a_surrogate_pair_is_no_crash() -> None:
    assert len(fingerprint(RULE, "a\udc80.md", "We \ud83d can't.")) == 64


def around(text: str) -> str:
    """The sentence around the words in braces."""
    start, end = text.index("{"), text.index("}") - 1
    return sentence_around(text.replace("{", "").replace("}", ""), start, end)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("We {can't} do that.", "We can't do that."),
        ("Hello Ada. We {can't} do that. Bye!", "We can't do that."),
        ("Hello Ada. {We can't}. Bye!", "We can't."),
        ("Hello Ada. {We can't.} Bye!", "We can't."),
        ("Really?! “We {can't}.” Bye!", "“We can't.”"),
        ("Hello,\n\nwe {can't} do that\n\nBye", "we can't do that"),
        ("Hello,\r\n\r\nwe {can't} do that\r\n \r\nBye", "we can't do that"),
        ("A line that was\nwrapped and {can't} do\nthat. Bye", "A line that was\nwrapped and can't do\nthat."),
        ("First:\n- we may\n- we {can't}\n- we will", "- we can't"),
        ("First:\n1. we may\n2. we {can't}\n3. we will", "we can't"),  # another number, the same sentence
        ("We {can't do. That would} be nice. Bye", "We can't do. That would be nice."),
        ("Version 2.5 {can't} do that", "Version 2.5 can't do that"),
        ("{can't}", "can't"),
        ("", ""),
    ],
)
def test_sentence_around(text: str, sentence: str) -> None:
    assert (around(text) if text else sentence_around("", 0, 0)) == sentence


def test_other_paragraphs_do_not_count() -> None:
    before = "Hello.\n\nWe can't do that.\n\nBye."
    after = "Hello Ada, how are you?\n\nMore.\n\nWe can't do that.\n\nYours."
    assert sentence_around(before, before.index("can't"), before.index("can't") + 5) == sentence_around(
        after, after.index("can't"), after.index("can't") + 5
    )


def test_a_text_without_sentences_costs_no_more_than_its_neighbourhood() -> None:
    text = "word " * 400_000
    assert len(sentence_around(text, 1_000_000, 1_000_004)) <= 2_004
    assert sentence_around(text, 1_000_000, 1_000_004) == sentence_around(text, 500_000, 500_004)


@given(st.text(alphabet="ab .!?\n-", max_size=60), st.integers(0, 60), st.integers(0, 10))
def test_the_sentence_holds_the_words(text: str, start: int, size: int) -> None:
    words = text[start : start + size]
    if words.strip():
        assert words.strip() in sentence_around(text, start, start + len(words))


def test_paths_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "macros").mkdir()
    inside = str(tmp_path / "macros" / "a.md")
    assert project_path(inside, str(tmp_path)) == "macros/a.md"
    assert project_path(os.path.join("macros", "..", "macros", "a.md"), "") == "macros/a.md"
    assert project_path("./a.md", str(tmp_path)) == "a.md"
    assert project_path(inside, str(tmp_path / "macros")) == "a.md"
    assert project_path(inside, str(tmp_path / "other")) == "../macros/a.md"
    assert project_path("gru\u0308n.md", "") == "grün.md"  # as macOS names it


@pytest.mark.skipif(os.name == "nt", reason="there it separates folders")
def test_a_backslash_in_a_name_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert project_path("a\\b.md", "") == "a\\b.md"


def test_importing_it_loads_no_hashes() -> None:
    # Files are judged without fingerprints where no format and no baseline asks for them.
    code = "import sys, coach.checking.fingerprints; print('hashlib' in sys.modules or 'unicodedata' in sys.modules)"
    assert subprocess.run(
        [sys.executable, "-S", "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2]
    ).stdout == ("False\n")
