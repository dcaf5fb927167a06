"""Other words written in place of a word are read back as just that, whatever the words, the format and the style."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.sources.data import parsed
from coach.sources.data.tree import Data, String, walk
from coach.sources.files import Source

AWKWARD = "'\"\\:#,;[]{}&*!|>%@`-?/<=~😀ü ß"
WORDS = st.one_of(st.sampled_from(["Leider nicht", "Guten Tag,", "so gut"]), st.text(AWKWARD + "ab ", min_size=1, max_size=12))
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
LINES = st.lists(st.one_of(WORDS, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=6).map(" ".join)
WORDING = st.text(AWKWARD + "ab ", max_size=10)


class Pick(NamedTuple):
    """Which text and which word of it is replaced, as numbers that are taken modulo what there is."""

    text: int
    word: int


PICKS = st.builds(Pick, st.integers(0, 5), st.integers(0, 20))


def values_of(data: Data) -> list[String]:
    return [node.value for node in walk(data.roots) if isinstance(node.value, String)]


def replace(name: str, text: str, values: list[str], wording: str, pick: Pick, *, always: bool) -> None:
    """Replace a word and read the file again. With `always` there must be a way to write any wording."""
    data = parsed(Source(name, text, "utf-8", b""))
    strings = values_of(data)
    assert [string.value for string in strings] == values
    number = pick.text % len(strings)
    string = strings[number]
    placed = data.place(string)
    assert placed.text.text == string.value
    words = [match.span() for match in re.finditer(r"\w+", string.value)]
    if not words:
        return
    assert placed.escape or not always
    begin, end = words[pick.word % len(words)]
    if placed.escape is None:
        assert not placed.text.is_prose(begin, end) or '"' in string.value
        return
    start, stop = placed.text.span(begin, end)
    try:
        written = placed.escape(wording)
    except ValueError:
        assert not always
        return
    after = parsed(Source(name, text[:start] + written + text[stop:], "utf-8", b""))
    expected = string.value[:begin] + wording + string.value[end:]
    assert [one.value for one in values_of(after)] == [expected if at == number else one for at, one in enumerate(values)]


@settings(deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3), WORDING, st.booleans(), st.sampled_from([None, 2]), PICKS)
def test_json(texts: list[str], wording: str, ascii_only: bool, indent: int | None, pick: Pick) -> None:
    text = json.dumps({f"k{number}": one for number, one in enumerate(texts)}, ensure_ascii=ascii_only, indent=indent)
    replace("m.json", text, texts, wording, pick, always=True)


@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@settings(deadline=None)
@given(
    st.lists(LINES, min_size=1, max_size=3),
    WORDING,
    st.booleans(),
    st.integers(10, 80),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([1, 2, 4]),
    PICKS,
)
def test_yaml(
    style: str | None,
    texts: list[str],
    wording: str,
    letters: bool,
    width: int,
    in_flow: bool,
    line_end: str,
    indent: int,
    pick: Pick,
) -> None:
    told = {f"k{number}": one for number, one in enumerate(texts)}
    text = yaml.safe_dump(
        told, default_style=style, allow_unicode=letters, width=width, default_flow_style=in_flow, indent=indent, sort_keys=False
    ).replace("\n", line_end)
    # Within quotes the dumper writes the breaks of long lines in ways that only the parser tells.
    values = list(yaml.safe_load(text).values())
    replace("m.yaml", text, values, wording, pick, always=False)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), WORDING, PICKS)
def test_yaml_in_double_quotes_on_one_line_takes_anything(texts: list[str], wording: str, pick: Pick) -> None:
    text = "".join(f"k{number}: {json.dumps(one, ensure_ascii=False)}\n" for number, one in enumerate(texts))
    replace("m.yaml", text, texts, wording, pick, always=True)


@pytest.mark.parametrize("quotes", ['"', '"""'])
@settings(deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3), WORDING, st.sampled_from(["\n", "\r\n"]), PICKS)
def test_toml(quotes: str, texts: list[str], wording: str, line_end: str, pick: Pick) -> None:
    def written(text: str) -> str:
        if quotes == '"':
            return json.dumps(text, ensure_ascii=False)
        last = '\\"' if text.endswith('"') else ""
        body = text.removesuffix('"').replace("\\", "\\\\").replace('"""', '""\\"')
        return f'"""\n{body}{last}"""'

    text = line_end.join(f'k{number} = {written(one)} # "no"'.replace("\n", line_end) for number, one in enumerate(texts))
    replace("m.toml", text, texts, wording, pick, always=True)


@settings(deadline=None)
@given(st.lists(TEXTS.map(lambda text: text.replace("'", "")), min_size=1, max_size=3), WORDING, st.booleans(), PICKS)
def test_toml_in_single_quotes(texts: list[str], wording: str, three: bool, pick: Pick) -> None:
    quotes = "'''" if three else "'"
    text = "\n".join(f"k{number} = {quotes}{one}{quotes}" for number, one in enumerate(texts))
    replace("m.toml", text, texts, wording, pick, always="'" not in wording)


@settings(deadline=None)
@given(
    st.lists(LINES, min_size=1, max_size=3),
    WORDING,
    st.sampled_from(",;\t"),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
    PICKS,
)
def test_tables(texts: list[str], wording: str, delimiter: str, quoted: bool, line_end: str, pick: Pick) -> None:
    stream = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerow([f"k{number}" for number in range(len(texts))] + ["last"])
    writer.writerow([*texts, "x"])
    replace("m.csv", stream.getvalue(), [*texts, "x"], wording, pick, always=quoted)
