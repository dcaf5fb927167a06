"""Mapped texts: whatever a reader makes of a file, each character leads back to its place, and edits stay inside the words."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.sources.mapped import AS_IT_IS, MARKUP, Builder, Mapped, plain

PIECES = st.lists(st.sampled_from(["a", "bc", " ", "&amp;", "&uuml;", "<b>", "</b>", "<br>", "x"]), max_size=12)


def read(source: str) -> Mapped:
    """A small HTML: tags vanish, <br> is a line break, entities are characters."""
    made, at = Builder(), 0
    while at < len(source):
        if source[at] == "<":
            end = source.index(">", at) + 1
            made.mark("\n" if source[at:end] == "<br>" else "", at, end)
        elif source[at] == "&":
            end = source.index(";", at) + 1
            made.write(html.unescape(source[at:end]), at, end)
        else:
            end = at + 1
            made.keep(source, at, end)
        at = end
    return made.built()


@given(PIECES)
def test_runs_cover_the_text_without_gaps_and_go_forward_in_the_file(pieces: list[str]) -> None:
    mapped = read("".join(pieces))
    position, origin = 0, 0
    for run in mapped.runs:
        assert run.start == position
        assert run.origin >= origin
        position, origin = run.start + run.length, run.origin + run.width
    assert position == len(mapped.text)


@given(PIECES, st.data())
def test_a_span_leads_to_the_characters_it_was_made_of(pieces: list[str], data: st.DataObject) -> None:
    source = "".join(pieces)
    mapped = read(source)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    begin, stop = mapped.span(start, end)
    assert read(source[begin:stop]).text == mapped.text[start:end]


@given(PIECES, st.data())
def test_what_is_prose_can_be_replaced_and_nothing_else_changes(pieces: list[str], data: st.DataObject) -> None:
    source = "".join(pieces)
    mapped = read(source)
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    if mapped.is_prose(start, end):
        begin, stop = mapped.span(start, end)
        changed = f"{source[:begin]}NEW{source[stop:]}"
        assert read(changed).text == f"{mapped.text[:start]}NEW{mapped.text[end:]}"
        assert [piece for piece in source if piece in "<>"] == [piece for piece in changed if piece in "<>"]


@given(PIECES, st.data())
def test_through_and_cut_agree_with_reading_at_once(pieces: list[str], data: st.DataObject) -> None:
    source = "".join(pieces)
    outer = plain(f"head {source} tail").cut(5, 5 + len(source))
    mapped = read(source).through(outer)
    assert mapped.text == read(source).text
    for run, inner in zip(mapped.runs, read(source).runs, strict=True):
        assert (run.start, run.origin - 5, run.length, run.width, run.kind) == tuple(inner)


def test_a_tag_at_the_edge_stays_outside_one_inside_is_no_prose() -> None:
    mapped = read("a<b>bc</b>x")
    assert mapped.span(1, 3) == (4, 6)
    assert mapped.is_prose(1, 3)
    assert not mapped.is_prose(0, 2)


def test_a_part_of_what_the_file_writes_as_one_is_no_prose() -> None:
    made = Builder()
    made.write("abc", 0, 4)  # a base64 group
    mapped = made.built()
    assert mapped.is_prose(0, 3)
    assert not mapped.is_prose(0, 2)
    assert mapped.cut(0, 2).runs[0].kind == MARKUP


def test_neighbours_that_go_on_as_they_are_become_one_run() -> None:
    made = Builder()
    made.keep("abcd", 0, 2)
    made.keep("abcd", 2, 4)
    assert [run.kind for run in made.built().runs] == [AS_IT_IS]


@pytest.mark.parametrize("place", [0, 2])
def test_an_empty_span_is_a_place(place: int) -> None:
    mapped = read("<b>ab</b>")
    assert mapped.span(place, place) == (3 + place, 3 + place)


def test_an_empty_text_stands_at_the_start_and_nothing_can_be_put_in() -> None:
    assert Mapped("", ()).span(0, 0) == (0, 0)
    assert not Mapped("", ()).is_prose(0, 0)
