"""No turn is lost or counted twice, in whatever form an export comes: what goes in is read, or left out and told."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import UsageError
from coach.expressions import compiled
from coach.review.record import Conversation, Trouble
from coach.review.sources import tables
from coach.review.sources.options import ReadOptions
from coach.review.sources.reading import conversations

Row = dict[str, str]
NAMES = ("conversation", "role", "agent", "time", "text")
START = datetime(2026, 3, 1, 9)


def read(*paths: Path) -> tuple[list[Conversation], list[Trouble]]:
    troubles: list[Trouble] = []
    return list(conversations([str(path) for path in paths], ReadOptions(), troubles.append)), troubles


def lines(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def table(rows: list[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, NAMES)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def nested(rows: list[Row]) -> bytes:
    ids = dict.fromkeys(row["conversation"] for row in rows)
    return json.dumps([{"id": one, "turns": [row for row in rows if row["conversation"] == one]} for one in ids]).encode()


def parquet(rows: list[Row]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), out, row_group_size=3)
    return out.getvalue()


def shuffled(rows: list[Row]) -> bytes:
    return lines(Random(7).sample(rows, len(rows)))


FORMS: dict[str, Callable[[list[Row]], bytes]] = {
    "a.jsonl": lines,
    "a.json": lambda rows: json.dumps(rows, indent=1).encode(),
    "a.csv": table,
    "nested.json": nested,
    "a.parquet": parquet,
    "a.jsonl.gz": lambda rows: gzip.compress(lines(rows)),
    "shuffled.jsonl": shuffled,
}

ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(("agent", "customer", "note", "bot")),
        st.sampled_from(("", "Hello.", "a, \"b\"\nc", "\u202e=1+1", "::error::x", "\x1b[31m")),
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_every_row_is_read_or_left_out_and_counted_in_every_form(drawn: list[tuple[str, str, str]]) -> None:
    # The first two rows make clear what the columns are; each row has a moment of its own, so that every form has one order.
    told = [("z", "customer", "Where is it?"), ("z", "agent", "Here it is."), *drawn]
    rows = [
        dict(zip(NAMES, (name, role, "", (START + timedelta(minutes=place)).isoformat(), text), strict=True))
        for place, (name, role, text) in enumerate(told)
    ]
    results = {form: counted(form, write(rows)) for form, write in FORMS.items()}
    for form, (kept, left_out) in results.items():
        assert sum(map(len, kept.values())) + left_out == len(rows), form
        assert kept == results["a.jsonl"][0], form


def counted(form: str, data: bytes) -> tuple[dict[str, list[tuple[str, str]]], int]:
    """What was said in each conversation, and how many rows were left out, also of conversations of which nothing is left."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / form
        path.write_bytes(data)
        found, troubles = read(path)
    alone = [compiled(r"left out, with ([0-9,]+)").search(one.message) for one in troubles]
    left_out = sum(one.left_out for one in found) + sum(int(match[1]) for match in alone if match)
    assert len({one.id for one in found}) == len(found)
    return {one.id: [(turn.role, turn.text) for turn in one.turns] for one in found}, left_out


ROW = {"conversation": "c", "role": "agent", "agent": "Sam", "text": "Hello."}


@pytest.mark.parametrize("damage", ["sum", "trailing", "cut"])
def test_all_that_can_be_unpacked_before_a_fault_is_read(tmp_path: Path, damage: str) -> None:
    data = gzip.compress(lines([{**ROW, "text": f"Hello {place}."} for place in range(5000)]), compresslevel=0)
    broken = {"sum": data[:-8] + bytes(8), "trailing": data + b"not gzip", "cut": data[:-8]}[damage]
    (tmp_path / "a.jsonl.gz").write_bytes(broken)
    found, troubles = read(tmp_path / "a.jsonl.gz")
    assert len(found[0].turns) == 5000
    assert ["damaged or cut" in one.message for one in troubles] == [True]


def test_files_that_were_put_together_with_their_marks_lose_no_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(b"\xef\xbb\xbf" + lines([ROW]) for _ in range(3)))
    found, troubles = read(tmp_path / "a.jsonl")
    assert len(found[0].turns) == 3
    assert troubles == []


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_are_seen_without_a_mark(tmp_path: Path, codec: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines([ROW]).decode().encode(codec))
    assert [turn.text for turn in read(tmp_path / "a.jsonl")[0][0].turns] == ["Hello."]


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined"])
def test_an_encoding_that_is_none_of_texts_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines([ROW]))
    with pytest.raises(UsageError, match=name):
        list(conversations([str(tmp_path / "a.jsonl")], ReadOptions(encoding=name), lambda trouble: None))


def test_conversations_without_people_are_told_once_with_their_number(tmp_path: Path) -> None:
    rows = [{**ROW, "conversation": f"c{place // 2}", "role": "note"} for place in range(10)]
    (tmp_path / "a.jsonl").write_bytes(lines(rows))
    found, troubles = read(tmp_path / "a.jsonl")
    assert found == []
    assert [one.message for one in troubles] == [
        "5 conversations have no turn of a person: left out, with 10 notes, bots and the like"
    ]


def test_a_packed_file_that_is_cut_at_once_is_not_only_empty(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"x")[:5])
    assert any("damaged or cut" in one.message for one in read(tmp_path / "a.jsonl.gz")[1])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes")
@pytest.mark.parametrize("path", [".", "*.jsonl"])
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines([ROW]))
    os.mkfifo(tmp_path / "b.jsonl")
    assert len(read(tmp_path / path)[0]) == 1


def test_rows_are_handed_on_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    # A piece of a file can have as many rows as bytes; all of them at once took a gigabyte.
    monkeypatch.setattr(tables, "TOGETHER", 4)
    notes: Any = type("Notes", (), {"path": "a.csv", "line": 0, "at": lambda *told: None})()
    written = "text,role\n" + "".join(f'"a\n{place}",agent\n' for place in range(30))
    _, found = tables.opened([written], notes)
    some = list(found)
    assert max(len(one.rows) for one in some) == 4
    assert [row[0] for one in some for row in one.rows] == [f"a\n{place}" for place in range(30)]
    assert [line for one in some for line in one.lines] == list(range(2, 62, 2))
