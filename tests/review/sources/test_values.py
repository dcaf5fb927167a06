"""JSON values are found whole wherever a chunk of bytes ends, and a fault costs only the value that has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.review.record import Trouble
from coach.review.sources.ids import of_field
from coach.review.sources.notes import Notes
from coach.review.sources.splitting import split
from coach.review.sources.values import of_documents, of_lines

SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8)
JSON = st.recursive(
    SCALARS | st.sampled_from(['"', "\\", '\\"', "[{,", "}]", '\\\\"', "\\\\\\"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def quiet() -> tuple[Notes, list[Trouble]]:
    troubles: list[Trouble] = []
    return Notes("file", troubles.append), troubles


def all_of(read: Any, data: bytes, size: int) -> tuple[list[Any], list[int], list[Trouble]]:
    notes, troubles = quiet()
    some = list(read(cut(data, size), notes))
    return [value for one in some for value in one.values], [line for one in some for line in one.lines], troubles


@given(st.lists(JSON, max_size=6), st.integers(1, 40), st.sampled_from([None, 1]), st.booleans())
@settings(max_examples=40, deadline=None)
def test_arrays_are_read_whatever_the_chunks(values: list[Any], size: int, indent: int | None, plain: bool) -> None:
    data = json.dumps(values, indent=indent, ensure_ascii=plain).encode()
    read, lines, troubles = all_of(of_documents, data, size)
    assert read == values
    assert lines == list(range(1, len(values) + 1))
    assert troubles == []


@given(st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=4), max_size=5), st.integers(1, 40))
@settings(max_examples=40, deadline=None)
def test_documents_one_after_the_other(values: list[Any], size: int) -> None:
    data = "\n".join(json.dumps(value, indent=2) for value in values).encode()
    assert all_of(of_documents, data, size)[0] == values


@given(st.lists(JSON, max_size=6), st.integers(1, 40))
@settings(max_examples=40, deadline=None)
def test_lines_are_read_whatever_the_chunks(values: list[Any], size: int) -> None:
    data = b"".join(json.dumps(value).encode() + b"\n" for value in values)
    read, lines, troubles = all_of(of_lines, data, size)
    assert read == values
    assert lines == list(range(1, len(values) + 1))
    assert troubles == []


@given(st.lists(JSON, min_size=1, max_size=5), st.integers(0, 200), st.integers(1, 30))
@settings(max_examples=40, deadline=None)
def test_a_cut_array_gives_what_comes_before_the_cut(values: list[Any], place: int, size: int) -> None:
    data = json.dumps(values).encode()
    kept, _, troubles = all_of(of_documents, data[: min(place, len(data) - 1)], size)
    assert kept[:-1] == values[: max(len(kept) - 1, 0)]  # the last may be a number of which digits are missing
    assert len(kept) <= len(values)
    assert troubles or place == 0


def test_several_arrays_are_one_file() -> None:
    assert all_of(of_documents, b'[1, 2]\n[3]\n{"a": 4}', 3)[0] == [1, 2, 3, {"a": 4}]


def test_a_faulty_element_is_named_by_its_number() -> None:
    read, lines, troubles = all_of(of_documents, b'[{"a": 1}, {"b": x}, {"c": "]"}]', 7)
    assert read == [{"a": 1}, {"c": "]"}]
    assert lines == [1, 3]
    assert [one.where for one in troubles] == ["file:2"]


def test_an_escaped_mark_does_not_end_a_string() -> None:
    buffer = rb'{"a": "\\\"},{"}, {"b": "\\"}]'
    bounds, rest, ended = split(buffer, inside=True)
    assert [json.loads(buffer[start:end]) for start, end in bounds] == [{"a": '\\"},{'}, {"b": "\\"}]
    assert ended
    assert rest == len(buffer)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('{"id": "a", "text": "b"}', "a"),
        ('{"id" : 17}', "17"),
        ('{"text": "so \\"id\\": \\"no\\"", "id": "yes"}', "yes"),
        ('{"id": "caf\\u00e9"}', "café"),  # not to be seen without decoding
        ('{"user": {"id": "inner"}, "id": "outer"}', "outer"),
        ('{"text": "no id at all"}', ""),
        ('{"id": null}', ""),
    ],
)
def test_ids_are_found_as_decoding_finds_them(line: str, value: str) -> None:
    found = [one for some in of_field(iter([line.encode() + b"\n"]), "id") for one in some]
    assert found == [value]
