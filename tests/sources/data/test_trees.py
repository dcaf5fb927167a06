"""Strings of data files and their places: JSON, YAML, TOML and tables, escape by escape."""

from __future__ import annotations

import pytest

from coach.sources.data import parsed, read
from coach.sources.data.tree import Mapping, Node, Placed, String, walk
from coach.sources.document import Reading
from coach.sources.files import Source, decode
from coach.sources.mapped import AS_IT_IS, MARKUP


def strings(name: str, text: str) -> list[tuple[String, Placed]]:
    """Every string of a file with what is known of its place."""
    data = parsed(Source(name, text, "utf-8", b""))
    return [(node.value, data.place(node.value)) for node in walk(data.roots) if isinstance(node.value, String)]


def only(name: str, text: str) -> Placed:
    ((_, placed),) = strings(name, text)
    return placed


def taken(text: str, placed: Placed, phrase: str) -> str:
    """What stands in the file for a phrase."""
    at = placed.text.text.index(phrase)
    start, end = placed.text.span(at, at + len(phrase))
    return text[start:end]


@pytest.mark.parametrize(
    ("name", "text", "value", "phrase", "expected"),
    [
        (
            "a.json",
            r'{"t": "Gr\u00fc\u00dfe, \ud83d\ude00 an \"alle\"\n\/"}',
            'Grüße, 😀 an "alle"\n/',
            "üße, 😀",
            r"\u00fc\u00dfe, \ud83d\ude00",
        ),
        ("a.json", r'{"t": "Gr\u00fc\u00dfe, \ud83d\ude00 an \"alle\"\n\/"}', 'Grüße, 😀 an "alle"\n/', '"alle"', r"\"alle\""),
        ("a.json", '{"t": "C:\\\\users \\\\u00fc"}', "C:\\users \\u00fc", "users \\u00fc", r"users \\u00fc"),
        ("a.yaml", "t: Guten Tag\n   und\n\n   danke", "Guten Tag und\ndanke", "Tag und\ndanke", "Tag\n   und\n\n   danke"),
        ("a.yaml", "t: 'it''s\n  so'", "it's so", "'s so", "''s\n  so"),
        (
            "a.yaml",
            't: "Gr\\xfc\\u00dfe \\U0001F600 \\\n   an\n   alle\\n"',
            "Grüße 😀 an alle\n",
            "ße 😀 an",
            "\\u00dfe \\U0001F600 \\\n   an",
        ),
        (
            "a.yaml",
            "t: |\n  Guten Tag,\n\n    leider 😀\n  nicht.\n",
            "Guten Tag,\n\n  leider 😀\nnicht.\n",
            "leider 😀\nnicht",
            "leider 😀\n  nicht",
        ),
        ("a.yaml", "t: |2-\n    eins\n  zwei\n", "  eins\nzwei", "eins\nzwei", "eins\n  zwei"),
        ("a.yaml", "t: |+\n  eins\n\n# no text\n", "eins\n\n", "eins", "eins"),
        (
            "a.yaml",
            "t: >\n  Guten\n  Tag,\n\n  leider\n    nicht\n  so.\n",
            "Guten Tag,\nleider\n  nicht\nso.\n",
            "Guten Tag",
            "Guten\n  Tag",
        ),
        ("a.yaml", "t: >-\r\n  Guten\r\n  Tag\r\n", "Guten Tag", "Guten Tag", "Guten\r\n  Tag"),
        ("a.yaml", "t: &x !!str Guten Tag", "Guten Tag", "Guten", "Guten"),
        ("a.yaml", "- [{t: Guten Tag}]", "Guten Tag", "Guten Tag", "Guten Tag"),
        ("a.yaml", "t: 'a' # ''b''", "a", "a", "a"),
        (
            "a.toml",
            't = "Gr\\u00fc\\u00dfe \\U0001F600 an \\"alle\\"" # "x"',
            'Grüße 😀 an "alle"',
            'üße 😀 an "',
            '\\u00fc\\u00dfe \\U0001F600 an \\"',
        ),
        (
            "a.toml",
            't = """\nGuten "" Tag \\\n   und\r\ndanke"""',
            'Guten "" Tag und\ndanke',
            "Tag und\nd",
            "Tag \\\n   und\r\nd",
        ),
        ("a.toml", "t = '''it's ''so'''''", "it's ''so''", "it's ''so''", "it's ''so''"),
        ("a.toml", "t = 'C:\\users'", "C:\\users", "users", "users"),
        ("a.toml", '["a.b"."c"]\n"x=y" = {"k" = 1, z = ["v"]}', "v", "v", "v"),
        ("a.csv", 't\n"say ""Guten Tag"" twice"\n', 'say "Guten Tag" twice', 'y "Guten', 'y ""Guten'),
        ("a.csv", "t;\nGuten Tag;\n", "Guten Tag", "Tag", "Tag"),
        ("a.csv", 't\r\n"Guten\r\nTag"\r\n', "Guten\r\nTag", "Guten\r\nTag", "Guten\r\nTag"),
        ("a.csv", '"t"\n5" screen\n', '5" screen', "screen", "screen"),
        ("a.tsv", "t\tn\nGuten Tag, du\t\n", "Guten Tag, du", "Tag, du", "Tag, du"),
    ],
)
def test_a_phrase_leads_back_to_what_is_written(name: str, text: str, value: str, phrase: str, expected: str) -> None:
    found = [(string, placed) for string, placed in strings(name, text) if string.value]
    ((string, placed),) = found
    assert string.value == placed.text.text == value
    assert taken(text, placed, phrase) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"t": "Guten Tag", "n": 1}'),
        ("a.yaml", "n: 1\nt: |\n  Guten Tag\n"),
        ("a.toml", "n = 1\nt = 'Guten Tag'"),
        ("a.csv", "n,t\n1,Guten Tag\n"),
    ],
)
def test_what_stands_as_it_is_has_runs_as_it_is(name: str, text: str) -> None:
    """Only these may be searched character by character."""
    for string, placed in strings(name, text):
        for run in placed.text.runs:
            if run.kind == AS_IT_IS:
                assert text[run.origin : run.origin + run.width] == string.value[run.start : run.start + run.length]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "t: |\n  eins\n      \n  zwei\n"),  # a line of nothing but space, of which some counts
        ("a.yaml", 't: "eins \\\n\n  zwei"'),  # an escaped line break in front of an empty line
    ],
)
def test_a_string_that_cannot_be_followed_is_one_place(name: str, text: str) -> None:
    """A wrong place is worse than a wide one, and nothing may be written there."""
    ((string, placed),) = strings(name, text)
    ((run),) = placed.text.runs
    assert (run.kind, run.origin, run.origin + run.width) == (MARKUP, string.start, string.end)
    assert placed.text.text == string.value
    assert placed.escape is None


@pytest.mark.parametrize("text", ["t: ~", "t: null", "t:", "t: {}", "t: []"])
def test_null_is_no_string(text: str) -> None:
    assert strings("a.yaml", text) == []


@pytest.mark.parametrize("text", ["t: 'null'", 't: "~"', "t: nullify"])
def test_in_quotes_it_is_one(text: str) -> None:
    assert len(strings("a.yaml", text)) == 1


def test_json_keeps_letters_as_they_are_unless_the_file_escapes_them() -> None:
    escape = only("a.json", '{"t": "Grüße"}').escape
    ascii_escape = only("a.json", r'{"t": "Gr\u00fc\u00dfe"}').escape
    neither = only("a.json", '{"t": "Hello\\n"}').escape
    assert escape
    assert ascii_escape
    assert neither
    assert (escape("schön"), ascii_escape("schön 😀"), neither("schön")) == ("schön", r"sch\u00f6n \ud83d\ude00", "schön")


def test_a_byte_order_mark_is_not_counted() -> None:
    source = decode(b"\xef\xbb\xbftext;name\nGuten Tag;x\n", "a.csv")
    (segment,) = read(source, Reading())
    assert segment.text.span(0, 5) == (10, 15)
    assert source.text[10:15] == "Guten"


@pytest.mark.parametrize(
    ("name", "text", "wording", "written"),
    [
        ("a.json", '{"t": "x"}', '"\\\n', r"\"\\\n"),
        ("a.yaml", 't: "x"', '"\\\n', r"\"\\\n"),
        ("a.yaml", "t: 'x'", "it's: #1", "it''s: #1"),
        ("a.yaml", "t: x", "so, gut!", "so, gut!"),
        ("a.yaml", "t: |\n    x\n", "a: 'b' #\nc", "a: 'b' #\n    c"),
        ("a.yaml", "t: >\n    x\n", "a: 'b' # \"c\"", "a: 'b' # \"c\""),
        ("a.toml", 't = "x"', '"\\\n', r"\"\\\n"),
        ("a.toml", 't = """x"""', '"\\\n', r"\"\\\n"),
        ("a.toml", "t = 'x'", 'a "b" \\', 'a "b" \\'),
        ("a.csv", 't,u\n"x",\n', 'a "b", c', 'a ""b"", c'),
        ("a.csv", "t,u\nx,\n", "a; b", "a; b"),
    ],
)
def test_a_wording_is_written_as_its_place_needs_it(name: str, text: str, wording: str, written: str) -> None:
    escape = only_text(name, text).escape
    assert escape
    assert escape(wording) == written


@pytest.mark.parametrize(
    ("name", "text", "wording"),
    [
        ("a.yaml", "t: x", "so: gut"),  # would be a mapping
        ("a.yaml", "t: x", "so #1"),  # would be a comment
        ("a.yaml", "t: x", "- so"),
        ("a.yaml", "t: x", "'so'"),
        ("a.yaml", "t: x", "null"),
        ("a.yaml", "t: x", ""),
        ("a.yaml", "t: x", "a\nb"),
        ("a.yaml", "{t: x}", "a, b"),  # would be another key
        ("a.yaml", "t: 'x'", "a\nb"),  # would be a space
        ("a.yaml", "t: see http://x", "a, b -"),  # signs stand there already that another word might free
        ("a.yaml", "t: |\n  x\n", " a"),  # would indent the block
        ("a.yaml", "t: |\n  x\n", ""),
        ("a.yaml", "t: >\n  x\n", "a\nb"),
        ("a.yaml", 't: "x"', "\x7f"),
        ("a.toml", "t = 'x'", "it's"),
        ("a.toml", "t = 'x'", "a\nb"),
        ("a.csv", "t,u\nx,\n", "a, b"),
        ("a.csv", "t,u\nx,\n", 'a "b"'),
        ("a.csv", "t,u\nx,\n", "a\nb"),
    ],
)
def test_a_wording_that_would_break_the_file_is_refused(name: str, text: str, wording: str) -> None:
    escape = only_text(name, text).escape
    assert escape
    with pytest.raises(ValueError, match=r"\w"):
        escape(wording)


def only_text(name: str, text: str) -> Placed:
    """The string under `t`."""
    data = parsed(Source(name, text, "utf-8", b""))
    (found,) = [node.value for node in walk(data.roots) if node.key == "t" and isinstance(node.value, String)]
    return data.place(found)


def test_a_quote_inside_a_cell_without_quotes_is_left_alone() -> None:
    """Which words around it would turn it into the quote that opens a cell cannot be told from the words alone."""
    assert only("a.csv", 't\n5" screen\n').escape is None


def test_every_value_of_a_tree_comes_once() -> None:
    data = parsed(Source("a.yaml", "a: &a [x, {b: y}]\nc: *a\nd: &d [*d]\n", "utf-8", b""))
    nodes: list[Node] = list(walk(data.roots))
    assert [node.value.value for node in nodes if isinstance(node.value, String)] == ["x", "y"]


def test_merged_keys_do_not_hide_own_ones() -> None:
    data = parsed(Source("a.yaml", "x: &x {k: far, only: 1}\ny: &y {k: mid}\nz: {<<: [*y, *x], k: near}\n", "utf-8", b""))
    (root,) = data.roots
    assert isinstance(root, Mapping)
    merged = root.get("z")
    assert isinstance(merged, Mapping)
    near, only_there = merged.get("k"), merged.get("only")
    assert isinstance(near, String)
    assert isinstance(only_there, String)
    assert (near.value, only_there.value, merged.get("missing")) == ("near", "1", None)
