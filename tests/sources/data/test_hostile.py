"""Damaged and hostile data files: an error with its place and what to do, never a traceback and never a hang."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.errors import UsageError
from coach.sources.data import looks_like_export, read
from coach.sources.document import Reading, Segment
from coach.sources.files import Source

Read = Callable[..., tuple[Segment, ...]]


@pytest.mark.parametrize(
    ("name", "text", "where", "message"),
    [
        ("a.json", "", "a.json", "the file is empty"),
        ("a.yaml", " \n", "a.yaml", "the file is empty"),
        ("a.json", '{"text": "a b', "a.json:1:10", "not valid JSON: Unterminated string"),
        ("a.json", '[{"text": "a b"},', "a.json:1:18", "not valid JSON: "),
        ("a.json", '{"text": "a b",}', "a.json:1:1", "not valid JSON: "),
        ("a.json", '{\n "text": "a b" // note\n}', "a.json:2:16", "not valid JSON: "),
        ("a.json", '{"text": "a\nb"}', "a.json:1:12", "not valid JSON: Invalid control character"),
        ("a.json", '{"text": "a b"} rest', "a.json:1:17", "not valid JSON: Expecting value"),
        ("a.json", '{"text": "NaN",\r\n "n": NaN}', "a.json:2:7", "not valid JSON: NaN"),
        ("a.json", '["Infinity", -Infinity]', "a.json:1:14", "not valid JSON: -Infinity"),
        ("a.json", '{"text": "\\\\ud800 \\ud83d\\ude00 \\ud800"}', "a.json:1:32", "\\ud800 is half a character"),
        ("a.json", '{"te\\uDC00xt": "a b"}', "a.json:1:5", "\\uDC00 is half a character"),
        ("a.json", '{"text": "a\0b"}', "a.json:1:12", "a NUL character"),
        ("a.yaml", "text: |\n  a\0b", "a.yaml:2:4", "a NUL character"),
        ("a.yaml", "text: a\x07b", "a.yaml:1:8", "not valid YAML: the character '\\x07'"),
        ("a.yaml", 'text: "a b', "a.yaml:1:11", "not valid YAML: "),
        ("a.yaml", "a:\n\t- b", "a.yaml:2:1", "not valid YAML: "),
        ("a.yaml", "text: *nobody", "a.yaml:1:7", "no anchor is called nobody"),
        ("a.yaml", "a: 😀\nb: [c", "a.yaml:2:6", "not valid YAML: "),
        ("a.toml", 'a = 1\ntext = "a b', "a.toml:2:12", "not valid TOML: "),
        ("a.toml", "a = 1\na = 2\n", "a.toml:2:6", "not valid TOML: Cannot overwrite a value"),
        ("a.csv", 'name,text\nx,"a b\n', "a.csv:2:1", "not a valid table: "),
        ("a.csv", 'name,text\nx,y\nx,"a" b\n', "a.csv:3:1", "not a valid table: "),
        ("a.csv", "name,text\nx,Leider, nein\n", "a.csv:2:10", "this row has 3 cells, the header 2"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_an_error_with_its_place(texts_of: Read, name: str, text: str, where: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        texts_of(name, text)
    assert caught.value.where.startswith(where)
    assert caught.value.message.startswith(message)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "[" * 100_000),
        ("a.json", '{"a":' * 100_000),
        ("a.json", "[" * 100_000 + "]" * 100_000),
        ("a.yaml", "[" * 100_000),
        ("a.yaml", "- " * 100_000),
        ("a.yaml", "{a: " * 100_000),
        ("a.yaml", "".join(" " * depth + "a:\n" for depth in range(1000))),
        ("a.toml", "a = " + "[" * 100_000),
        ("a.toml", "a = " + "{a=" * 100_000),
        ("a.toml", "[" + "a." * 100_000 + "a]"),
        ("a.toml", '"a" . ' * 100_000 + "a = 1"),
    ],
)
def test_a_file_that_is_nested_without_end_is_refused(texts_of: Read, name: str, text: str) -> None:
    with pytest.raises(UsageError, match="more than 200 levels are nested here") as caught:
        texts_of(name, text)
    assert caught.value.where.count(":") == 2


def test_nested_brackets_in_a_text_are_no_levels(texts_of: Read) -> None:
    (found,) = texts_of("a.json", '{"text": "' + "[" * 1000 + '"}')
    assert len(found.text.text) == 1000


LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join([f'*{chr(97 + level)}'] * 9)}]\n" for level in range(20)
)


def test_aliases_of_aliases_are_not_expanded(texts_of: Read) -> None:
    """Written out, these twenty lines would be more than the memory of any machine holds."""
    assert [one.text.text for one in texts_of("a.yaml", f"{LAUGHS}text: Hello there.\n")] == ["Hello there."]


def test_merges_of_merges_are_not_expanded(texts_of: Read) -> None:
    levels = "".join(
        f"{chr(98 + level)}: &{chr(98 + level)} {{<<: [{', '.join([f'*{chr(97 + level)}'] * 9)}]}}\n" for level in range(20)
    )
    text = f"a: &a {{lang: de}}\n{levels}z: {{<<: *u, text: Kommt bald.}}\n"
    assert [one.lang for one in texts_of("a.yaml", text)] == ["de"]


def test_a_mapping_within_itself(texts_of: Read) -> None:
    assert [one.text.text for one in texts_of("a.yaml", "a: &a\n  <<: *a\n  text: Hello there.\n  b: *a\n")] == ["Hello there."]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "text: a" + " " * 300_000 + "b c\n"),
        ("a.yaml", 'text: "a' + " " * 300_000 + 'b"\n'),
        ("a.json", '{"text": "' + "\\n" * 100_000 + 'x"}'),
        ("a.json", '{"text": "' + " " * 300_000 + 'x"}'),
        ("a.json", '{"text": "x", "usage": ' + "1" * 100_000 + "}"),
        ("a.toml", 'text = """' + '""a' * 100_000 + '"""'),
        ("a.csv", 'text\n"' + '""' * 50_000 + '"\n'),
        ("a.csv", "text" + ",x" * 50_000 + "\na\n"),
    ],
)
def test_a_long_text_takes_no_longer_than_it_is(texts_of: Read, name: str, text: str) -> None:
    """With a quadratic search any of these takes minutes."""
    assert len(texts_of(name, text)) == 1


def test_a_cell_that_never_ends_is_an_error(texts_of: Read) -> None:
    with pytest.raises(UsageError, match=r"^a\.csv:2:1: a cell that is longer than any reply"):
        texts_of("a.csv", 'name,text\nx,"a b\n' + "c,d\n" * 50_000)


def test_no_tag_makes_an_object(texts_of: Read) -> None:
    found = texts_of("a.yaml", "text: !!python/object/apply:os.getcwd [x]\nreply: !!python/name:os.system Hello.\n")
    assert [one.text.text for one in found] == ["x", "Hello."]


def test_a_file_that_cannot_be_parsed_and_has_no_sign_of_an_export_is_left_alone() -> None:
    assert not looks_like_export(Source("a.json", "[" * 100_000, "utf-8", b""))


def test_a_number_of_thousands_of_digits_in_toml() -> None:
    with pytest.raises(UsageError, match="thousands of digits"):
        read(Source("a.toml", f"usage = {'9' * 5000}\n", "utf-8", b""), Reading())
