"""A phrasebook that does not follow the page is refused with its place, the offending line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import PhrasebookError
from coach.phrasebook.compiler import compile_book
from coach.phrasebook.loader import load_files

GOOD = """\
blame/forgot:
  phrases:
    - "you forgot"
  why: "Sounds like a reproach."
  say: ["Please send me the file."]
  flag:
    - "[[You forgot]] it."
    - "So [[you forgot]]."
    - "Why [[you forgot]]?"
  pass: ["I forgot it.", "You did it."]
"""


def problem(tmp_path: Path, text: str, name: str = "blame.yaml") -> str:
    """What loading and compiling a file says."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PhrasebookError) as caught:
        compile_book(load_files("en", [str(path)]))
    return str(caught.value).replace(str(tmp_path) + "/", "")


def test_a_good_file_loads(tmp_path: Path) -> None:
    (tmp_path / "blame.yaml").write_text(GOOD, encoding="utf-8")
    book = load_files("en", [str(tmp_path / "blame.yaml")])
    assert [entry.rule for entry in book.entries] == ["blame/forgot"]
    assert book.entries[0].place.line == 1
    assert book.entries[0].phrases[0].place[1:] == (3, 8)


@pytest.mark.parametrize(
    ("old", "new", "place", "expected"),
    [
        ("  why:", "  whi:", "blame.yaml:4:3", ["unknown key 'whi'", "did you mean why?"]),
        ('  why: "Sounds like a reproach."\n', "", "blame.yaml:1:1", ["has no why"]),
        (
            "blame/forgot:",
            "blame/forgott:",
            "blame.yaml:1:1",
            ["no concept is called 'blame/forgott'", "did you mean blame/forgot?"],
        ),
        ('- "you forgot"', '- "you <forgot"', "blame.yaml:3:12", ["unexpected '<'", "a lemma is <word>", "      ^"]),
        ('- "you forgot"', '- "@you forgot"', "blame.yaml:3:8", ["unknown class @you", "classes.yaml"]),
        ('- "you forgot"', '- "you <forgett>"', "blame.yaml:3:8", ["no inflected forms", "check the spelling"]),
        ('- "[[You forgot]] it."', '- "You forgot it."', "blame.yaml:7:8", ["without a [[span]]"]),
        ('    - "[[You forgot]] it."\n', "", "blame.yaml:1:1", ["has 2 flag examples", "at least 3"]),
        ('["I forgot it.", "You did it."]', '["I forgot it."]', "blame.yaml:1:1", ["has 1 pass examples"]),
        ('["I forgot it.",', '["[[I]] forgot it.",', "blame.yaml:10:11", ["a pass example with a [[span]]"]),
        ('say: ["Please send me the file."]', "say: 5x", "blame.yaml:5:8", ["say must be a list"]),
        ("  why:", "  severity: grave\n  why:", "blame.yaml:4:13", ["unknown severity 'grave'", "error, warning, hint"]),
        ('["Please send me the file."]', '{polite: ["x"]}', "blame.yaml:5:9", ["unknown form of address 'polite'"]),
        ("  pass:", "  why: again\n  pass:", "blame.yaml:10:3", ["'why' stands here twice", "line 4"]),
        ('["I forgot it.", "You did it."]', '["I forgot it.", "I forgot it."]', "blame.yaml:10:27", ["twice"]),
        ('["I forgot it.",', '["I forgot it.', "blame.yaml:10", ["not valid YAML"]),
    ],
)
def test_what_is_refused(tmp_path: Path, old: str, new: str, place: str, expected: list[str]) -> None:
    assert old in GOOD
    message = problem(tmp_path, GOOD.replace(old, new, 1))
    assert message.startswith(place)
    for part in expected:
        assert part in message


def test_a_duplicate_entry_is_refused(tmp_path: Path) -> None:
    assert "blame.yaml:11:1: 'blame/forgot' stands here twice" in problem(tmp_path, GOOD + GOOD)


def test_a_file_that_is_no_category_is_refused(tmp_path: Path) -> None:
    assert "no category is called 'blamed'" in problem(tmp_path, GOOD, "blamed.yaml")


def test_a_class_that_uses_itself_is_refused(tmp_path: Path) -> None:
    assert "@a uses itself" in problem(tmp_path, 'a: ["@b"]\nb: ["@a"]\n', "classes.yaml")
