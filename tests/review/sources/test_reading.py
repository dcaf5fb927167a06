"""Conversations come out of every kind of file, whole, in order, once; what cannot be read is told and harms nothing else."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from coach.errors import UsageError
from coach.review.record import Conversation, Trouble
from coach.review.rows import GIVEN
from coach.review.sources.batches import batches
from coach.review.sources.finishing import LONGEST, TOO_LONG
from coach.review.sources.options import Fields, ReadOptions
from coach.review.sources.reading import conversations, total_size

TURNS = [
    {"conversation": "c1", "role": "customer", "agent": "Jane", "time": "2026-03-01T09:00:00Z", "text": "Where is my order?"},
    {"conversation": "c1", "role": "agent", "agent": "Sam", "time": "2026-03-01T09:01:00Z", "text": "It arrives on Monday."},
    {
        "conversation": "c2",
        "role": "customer",
        "agent": "Ali",
        "time": "2026-03-01T10:00:00Z",
        "text": "Merhaba, iade istiyorum.",
    },
    {"conversation": "c2", "role": "agent", "agent": "Sam", "time": "2026-03-01T10:02:00Z", "text": "Bugün başlatıyorum."},
]
LINES = "".join(json.dumps(turn, ensure_ascii=False) + "\n" for turn in TURNS)


PLAIN = ReadOptions()


def read(*paths: Path | str, options: ReadOptions = PLAIN, stdin: bytes = b"") -> tuple[list[Conversation], list[Trouble]]:
    troubles: list[Trouble] = []
    found = list(conversations([str(path) for path in paths], options, troubles.append, stdin=io.BytesIO(stdin)))
    return found, troubles


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def said(found: Sequence[Conversation]) -> dict[str, list[tuple[str, str]]]:
    return {one.id: [(turn.role, turn.text) for turn in one.turns] for one in found}


EXPECTED = {
    "c1": [("customer", "Where is my order?"), ("agent", "It arrives on Monday.")],
    "c2": [("customer", "Merhaba, iade istiyorum."), ("agent", "Bugün başlatıyorum.")],
}


def as_csv(delimiter: str) -> str:
    rows = [list(TURNS[0]), *(list(turn.values()) for turn in TURNS)]
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)


def as_parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(TURNS), out)
    return out.getvalue()


def nested() -> list[dict[str, Any]]:
    ids = ("c1", "c2")
    return [{"id": one, "messages": [turn for turn in TURNS if turn["conversation"] == one]} for one in ids]


KINDS: dict[str, Callable[[], str | bytes]] = {
    "lines.jsonl": lambda: LINES,
    "crlf.jsonl": lambda: LINES.replace("\n", "\r\n"),
    "blank-lines.jsonl": lambda: "\n" + LINES.replace("\n", "\n\n"),
    "no-last-line-end.ndjson": lambda: LINES.rstrip("\n"),
    "bom.jsonl": lambda: b"\xef\xbb\xbf" + LINES.encode(),
    "utf-16.jsonl": lambda: LINES.encode("utf-16"),
    "array.json": lambda: json.dumps(TURNS),
    "pretty.json": lambda: json.dumps(TURNS, indent=2, ensure_ascii=False),
    "documents.json": lambda: "\n".join(json.dumps(turn, indent=1) for turn in TURNS),
    "nested.json": lambda: json.dumps(nested()),
    "nested.jsonl": lambda: "".join(json.dumps(one) + "\n" for one in nested()),
    "wrapped.json": lambda: json.dumps({"count": 2, "results": nested()}, indent=1),
    "comma.csv": lambda: as_csv(","),
    "semicolon.csv": lambda: as_csv(";"),
    "excel.csv": lambda: "sep=;\r\n" + as_csv(";"),
    "tabs.tsv": lambda: as_csv("\t"),
    "utf-16.csv": lambda: as_csv(",").encode("utf-16"),
    "table.parquet": as_parquet,
    "no-ending": lambda: LINES,
    "wrong-ending.csv": lambda: LINES,
    "wrong-ending.json": as_parquet,
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_gives_the_same(tmp_path: Path, name: str) -> None:
    found, troubles = read(saved(tmp_path, name, KINDS[name]()))
    assert said(found) == EXPECTED
    assert troubles == []
    assert [turn.speaker for turn in found[0].turns] == ["Jane", "Sam"]
    assert found[0].turns[1].time == datetime(2026, 3, 1, 9, 1)
    assert {one.source for one in found} == {str(tmp_path / name)}


@pytest.mark.parametrize("name", ["lines.jsonl", "pretty.json", "comma.csv", "table.parquet"])
@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_packed_files_and_standard_input(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    content = KINDS[name]()
    data = pack(content.encode() if isinstance(content, str) else content)
    assert said(read(saved(tmp_path, "any.name", data))[0]) == EXPECTED
    found, _ = read("-", stdin=data)
    assert said(found) == EXPECTED
    assert found[0].source == "<stdin>"


def test_several_members_and_frames_are_one_file(tmp_path: Path) -> None:
    first, second = LINES[: len(LINES) // 2].encode(), LINES[len(LINES) // 2 :].encode()
    for name, pack in (("a.gz", gzip.compress), ("a.zst", zstandard.compress)):
        assert said(read(saved(tmp_path, name, pack(first) + pack(second)))[0]) == EXPECTED


def test_object_storage(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://bucket/turns.jsonl", "wb") as file:
        file.write(LINES.encode())
    found, troubles = read("memory://bucket/turns.jsonl")
    assert said(found) == EXPECTED
    assert troubles == []
    with pytest.raises(UsageError):
        read("memory://bucket/nothing.jsonl")
    with pytest.raises(UsageError):
        read("nosuchkind://bucket/turns.jsonl")


def test_folders_and_patterns_give_each_file_once(tmp_path: Path) -> None:
    saved(tmp_path, "a/one.jsonl", LINES)
    saved(tmp_path, "a/b/two.csv", as_csv(","))
    saved(tmp_path, "a/notes.md", "# not a conversation")
    saved(tmp_path, "a/.hidden/three.jsonl", LINES)
    found, troubles = read(tmp_path / "a", tmp_path / "a" / "one.jsonl", tmp_path / "a" / "*.jsonl")
    assert [one.id for one in found] == ["c1", "c2", "c1", "c2"]
    assert troubles == []
    assert total_size([str(tmp_path / "a")]) == len(LINES.encode()) + len(as_csv(",").encode())
    assert total_size(["-"]) is None
    with pytest.raises(UsageError, match="no such file"):
        read(tmp_path / "nowhere.jsonl")
    with pytest.raises(UsageError, match="no file matches"):
        read(tmp_path / "*.xyz")
    with pytest.raises(UsageError, match="no conversations in this folder"):
        read(saved(tmp_path, "empty/readme.md", "").parent)


def test_a_misfit_in_a_folder_is_a_trouble_and_a_named_one_an_error(tmp_path: Path) -> None:
    saved(tmp_path, "a.jsonl", LINES)
    wrong = saved(tmp_path, "b.csv", "order,price\n4711,12\n")
    found, troubles = read(tmp_path)
    assert said(found) == EXPECTED
    assert [one.where for one in troubles] == [str(wrong)]
    assert "order, price" in troubles[0].message
    with pytest.raises(UsageError, match="text"):
        read(wrong)


def test_progress_counts_the_bytes_on_the_disk_once(tmp_path: Path) -> None:
    for name in ("lines.jsonl", "comma.csv", "pretty.json", "table.parquet"):
        content = KINDS[name]()
        path = saved(tmp_path, name, content)
        counted: list[int] = []
        list(conversations([str(path)], ReadOptions(), lambda trouble: None, counted.append))
        assert sum(counted) == pytest.approx(path.stat().st_size, rel=0.01)
    counted = []
    stdin = io.BytesIO(LINES.encode())
    list(conversations(["-"], ReadOptions(), lambda trouble: None, counted.append, stdin))
    assert sum(counted) == len(LINES.encode())


def test_interleaved_conversations_are_put_together_in_order_of_time(tmp_path: Path) -> None:
    mixed = [TURNS[3], TURNS[0], TURNS[2], TURNS[1], {**TURNS[0], "conversation": "c3"}]
    lines = "".join(json.dumps(turn) + "\n" for turn in mixed)
    found, troubles = read(saved(tmp_path, "mixed.jsonl", lines))
    assert {name: turns for name, turns in said(found).items() if name != "c3"} == EXPECTED
    assert sorted(one.id for one in found) == ["c1", "c2", "c3"]
    assert troubles == []


def test_many_interleaved_conversations_lose_and_double_nothing(tmp_path: Path) -> None:
    rows = [
        {"conversation": f"c{number % 700}", "role": "agent", "text": f"turn {number}", "offset": number}
        for number in range(9000)
    ]
    found, _ = read(saved(tmp_path, "mixed.jsonl", "".join(json.dumps(row) + "\n" for row in rows)))
    assert len(found) == 700
    assert sorted(int(turn.text[5:]) for one in found for turn in one.turns) == list(range(9000))
    assert all([int(turn.text[5:]) for turn in one.turns] == sorted(int(turn.text[5:]) for turn in one.turns) for one in found)


def test_a_conversation_over_the_bounds_of_blocks_is_one(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"conversation": "long", "role": "agent", "text": "x" * 900}) + "\n" for _ in range(1000))
    found, _ = read(saved(tmp_path, "long.jsonl", rows + LINES))
    assert [len(one.turns) for one in found] == [1000, 2, 2]


def test_one_id_in_two_files_is_two_conversations(tmp_path: Path) -> None:
    other = {**TURNS[0], "text": "Something else altogether."}
    found, _ = read(saved(tmp_path, "a.jsonl", LINES), saved(tmp_path, "b.jsonl", json.dumps(other) + "\n"))
    keys = [one.key for one in found if one.id == "c1"]
    assert len(set(keys)) == 2
    again, _ = read(saved(tmp_path, "c.jsonl", LINES))
    assert again[0].key == keys[0]  # the same conversation once more: the store counts it once


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_a_file_cut_short_keeps_what_comes_before(tmp_path: Path, ending: str) -> None:
    rows = [{"conversation": f"c{n}", "role": "agent", "text": f"{n * 7919 % 1000003} is your number."} for n in range(3000)]
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    packers: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress}
    packed = packers[ending](data)
    found, troubles = read(saved(tmp_path, f"cut.jsonl{ending}", packed[:-50]))
    assert len(found) >= (2998 if not ending else 1)
    assert [one.id for one in found] == [f"c{n}" for n in range(len(found))]
    assert any("cut short" in one.message and ":" in one.where.rpartition("/")[2] for one in troubles)


def test_a_cut_line_does_not_swallow_the_next_however_long_lines_are(tmp_path: Path) -> None:
    long = [{"id": f"c{n}", "turns": [{"role": "agent", "text": "x" * 100_000}]} for n in range(3)]
    lines = [json.dumps(one) for one in long]
    found, troubles = read(saved(tmp_path, "a.jsonl", "\n".join([lines[0], lines[1][:-20], lines[2]]) + "\n"))
    assert [one.id for one in found] == ["c0", "c2"]
    assert [one.where.rpartition(":")[2] for one in troubles] == ["2"]


def test_a_cut_array_keeps_its_whole_elements(tmp_path: Path) -> None:
    text = json.dumps(nested(), indent=1)
    found, troubles = read(saved(tmp_path, "cut.json", text[:-30]))
    assert [one.id for one in found] == ["c1"]
    assert "cut short" in troubles[0].message
    unclosed, troubles = read(saved(tmp_path, "unclosed.json", text.rstrip("]\n ")))
    assert said(unclosed) == EXPECTED
    assert "no end" in troubles[0].message


def test_a_damaged_element_costs_only_itself(tmp_path: Path) -> None:
    parts = [json.dumps(one) for one in nested()]
    found, troubles = read(saved(tmp_path, "damaged.json", f"[{parts[0]}, {{'id': 7, x}}, 12, {parts[1]}]"))
    assert said(found) == EXPECTED
    assert [one.where.rpartition(":")[2] for one in troubles] == ["2", "3"]


def test_a_damaged_line_costs_only_itself_and_many_do_not_flood(tmp_path: Path) -> None:
    lines = LINES.splitlines()
    found, troubles = read(saved(tmp_path, "a.jsonl", "\n".join([*lines[:2], "{broken", *lines[2:]]) + "\n"))
    assert said(found) == EXPECTED
    assert [one.where.rpartition(":")[2] for one in troubles] == ["3"]
    found, troubles = read(saved(tmp_path, "b.jsonl", LINES + "{broken\n" * 500))
    assert said(found) == EXPECTED
    assert len(troubles) == 4
    assert "497 more" in troubles[-1].message


def test_two_halves_of_a_line_are_not_taken_for_one(tmp_path: Path) -> None:
    # Joined by a comma they would be an object; but a line is a value or none.
    halves = '{"conversation": "c9", "role": "agent"\n"text": "never said"}\n'
    found, troubles = read(saved(tmp_path, "a.jsonl", LINES + halves))
    assert said(found) == EXPECTED
    assert len(troubles) == 2


def test_lines_that_only_python_takes_for_json_are_read(tmp_path: Path) -> None:
    odd = '{"conversation": "c3", "role": "agent", "text": "half \\ud83d", "score": NaN}\n'
    found, troubles = read(saved(tmp_path, "a.jsonl", LINES + odd))
    assert said(found) == {**EXPECTED, "c3": [("agent", "half ?")]}
    assert troubles == []


def test_invalid_bytes_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    wrong = '{"conversation": "c3", "role": "agent", "text": "für Sie"}\n'.encode("cp1252")
    found, troubles = read(saved(tmp_path, "a.jsonl", LINES.encode() + wrong))
    assert said(found) == {**EXPECTED, "c3": [("agent", "f\N{REPLACEMENT CHARACTER}r Sie")]}
    assert troubles[0].where.endswith("a.jsonl:5")
    assert "--encoding" in troubles[0].message


def test_a_named_encoding(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", "conversation;role;text\nc1;Agent;Schöne Grüße\n".encode("cp1252"))
    assert said(read(path, options=ReadOptions(encoding="cp1252"))[0]) == {"c1": [("agent", "Schöne Grüße")]}
    _, troubles = read(path)
    assert troubles[0].where.endswith("a.csv:2")
    for unknown in ("klingon", "rot13"):
        with pytest.raises(UsageError, match=unknown):
            read(path, options=ReadOptions(encoding=unknown))


def test_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    huge = json.dumps({"conversation": "c3", "role": "agent", "text": "x" * 10_000_000})
    found, troubles = read(saved(tmp_path, "a.jsonl", LINES + huge + "\n" + LINES.replace("c2", "c4")))
    assert [(one.id, max(len(turn.text) for turn in one.turns) == LONGEST) for one in found] == [
        ("c2", False),
        ("c3", True),
        ("c4", False),
        ("c1", False),  # came back
    ]
    assert [(one.where.rpartition(":")[2], one.message) for one in troubles] == [("5", TOO_LONG)]


def test_sentences_of_a_turn_are_one_turn_where_a_list_has_no_times(tmp_path: Path) -> None:
    said = [("agent", "Hello Jane."), ("agent", "One moment."), ("customer", "Sure."), ("agent", "Here it is.")]
    rows = [{"sender": role, "text": text} for role, text in said]
    found, _ = read(saved(tmp_path, "a.json", json.dumps([{"id": "c", "rows": rows}])))
    assert [turn.text for turn in found[0].turns] == ["Hello Jane.\nOne moment.", "Sure.", "Here it is."]


def test_messages_with_times_stay_apart(tmp_path: Path) -> None:
    times = ("2026-11-02T09:00:00", "2026-11-02T09:00:20")
    rows = [{"sender": "agent", "text": text, "time": time} for text, time in zip(("Hello.", "One moment."), times, strict=True)]
    found, _ = read(saved(tmp_path, "a.json", json.dumps([{"id": "c", "rows": rows}])))
    assert [turn.text for turn in found[0].turns] == ["Hello.", "One moment."]


def test_hostile_text_passes_through_unchanged(tmp_path: Path) -> None:
    texts = [
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "a\x00b",
        "\u202eright to left",
        "x" * LONGEST,
        '"quoted", {[,',
    ]
    roles = ("customer", "agent") * 3
    rows = [{"conversation": "c", "role": role, "text": text} for role, text in zip(roles, texts, strict=True)]
    for name, content in (
        ("a.jsonl", "".join(json.dumps(row) + "\n" for row in rows)),
        ("a.json", json.dumps(rows)),
        ("b.json", json.dumps([{"id": "c", "turns": rows}])),
    ):
        found, troubles = read(saved(tmp_path, name, content))
        assert [turn.text for one in found for turn in one.turns] == texts
        assert troubles == []


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "[]",
        "{}",
        "[1, 2, 3]",
        "null",
        '[{"text": 1}]',
        '{"turns": [1]}',
        "\x00\x01\x02",
        "]",
        "{]",
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.txt"])
def test_what_is_no_conversation_is_an_error_or_a_trouble_never_a_crash(tmp_path: Path, name: str, content: str) -> None:
    found: list[Conversation] = []
    with suppress(UsageError):
        found, _ = read(saved(tmp_path, name, content))
    assert found == []


@pytest.mark.parametrize("content", ["", "  \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(tmp_path: Path, content: str | bytes) -> None:
    found, troubles = read(saved(tmp_path, "a.jsonl", content))
    assert found == []
    assert [one.message for one in troubles] == ["is empty"]


def test_deep_nesting_costs_one_line(tmp_path: Path) -> None:
    deep = '{"conversation": "c3", "text": ' + "[" * 5000 + "]" * 5000 + "}\n"
    found, troubles = read(saved(tmp_path, "a.jsonl", deep + LINES))
    assert said(found) == EXPECTED
    assert len(troubles) == 1


def test_conversations_without_roles_are_told_once(tmp_path: Path) -> None:
    rows = [{"conversation": f"c{n // 2}", "author": ("Jane", "Sam")[n % 2], "text": "hello"} for n in range(24)]
    path = saved(tmp_path, "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    found, troubles = read(path)
    assert {turn.role for one in found for turn in one.turns} == {"unknown"}
    assert [one.message.partition(":")[0] for one in troubles] == ["12 conversations have no roles"]
    found, troubles = read(path, options=ReadOptions(agent_names=("sam",)))
    assert said(found)["c0"] == [("customer", "hello"), ("agent", "hello")]
    assert troubles == []


def test_what_the_run_says_fills_in_and_never_overrides(tmp_path: Path) -> None:
    rows = [{**TURNS[0], "channel": "chat", "lang": "en-GB"}, {**TURNS[2]}]
    path = saved(tmp_path, "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    found, _ = read(path, options=ReadOptions(channel="email", team="north", lang="tr"))
    assert [(one.channel, one.team, one.lang) for one in found] == [("chat", "north", "en"), ("email", "north", "tr")]


def test_batches_hold_whole_conversations(tmp_path: Path) -> None:
    rows = [{"conversation": f"c{n // 7}", "role": "agent", "text": f"turn {n}"} for n in range(700)]
    path = saved(tmp_path, "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    made = list(batches([str(path)], ReadOptions(), lambda trouble: None, rows=50))
    assert all(batch.schema == GIVEN for batch in made)
    assert [text for batch in made for text in batch["text"].to_pylist()] == [row["text"] for row in rows]
    seen = [set(batch["conversation"].to_pylist()) for batch in made]
    assert sum(map(len, seen)) == len(set().union(*seen)) == 100


def test_a_forced_format_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="klingon"):
        read(saved(tmp_path, "a.jsonl", LINES), options=ReadOptions(input_format="klingon"))


def test_no_standard_input(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="standard input"):
        list(conversations(["-"], ReadOptions(), lambda trouble: None))


def test_told_columns(tmp_path: Path) -> None:
    rows = [{"doc": 7, "who": {"kind": "agent"}, "original": "Hallo", "translated": "Hello"}]
    path = saved(tmp_path, "a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    fields = Fields(conversation="doc", role="who.kind", text="original")
    assert said(read(path, options=ReadOptions(fields=fields))[0]) == {"7": [("agent", "Hallo")]}
    with pytest.raises(UsageError, match="no column 'orginal'") as error:
        read(path, options=ReadOptions(fields=fields._replace(text="orginal")))
    assert "translated" in str(error.value)


def freshdesk(body: str, incoming: bool, minute: int) -> dict[str, Any]:
    at = f"2026-03-01T09:{minute:02}:00Z"
    return {
        "id": minute,
        "ticket_id": 20,
        "incoming": incoming,
        "private": False,
        "body": f"<div>{body}</div>",
        "body_text": body,
        "user_id": 7 if incoming else 8,
        "source": 0,
        "created_at": at,
        "updated_at": at,
    }


@pytest.mark.parametrize("name", ["messages.json", "messages.jsonl"])
def test_messages_of_a_help_desk_are_gathered_from_the_whole_file(tmp_path: Path, name: str) -> None:
    messages = [freshdesk("When does it ship?", True, 1), freshdesk("On Monday.", False, 2)]
    content = json.dumps(messages) if name.endswith(".json") else "".join(json.dumps(one) + "\n" for one in messages)
    found, troubles = read(saved(tmp_path, name, content))
    assert said(found) == {"20": [("customer", "When does it ship?"), ("agent", "On Monday.")]}
    assert troubles == []


def test_transcripts_are_told_from_their_content(tmp_path: Path) -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Hello.\n\n00:03.000 --> 00:04.000\n<v Customer>Hi.\n"
    log = "[12:03:04] Jane Doe (Customer): Hello?\n[12:03:30] Sam (Support): Hi Jane.\n"
    for name, content in (("call.vtt", vtt), ("call.txt", vtt), ("call.vtt.gz", gzip.compress(vtt.encode())), ("chat.log", log)):
        found, troubles = read(saved(tmp_path, name, content))
        assert {turn.role for one in found for turn in one.turns} == {"agent", "customer"}
        assert troubles == []


def test_a_text_that_is_nothing_of_the_kind_is_an_error_with_the_option(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be told") as error:
        read(saved(tmp_path, "letter.txt", "Dear all\n\nplease find the minutes below\n"))
    assert "--input-format" in str(error.value)
