"""CSV as spreadsheets and help desks write it, and what becomes of rows that are not quite right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from coach.errors import UsageError
from coach.review.record import Conversation, Trouble
from coach.review.sources import tables
from coach.review.sources.notes import Notes
from coach.review.sources.options import ReadOptions
from coach.review.sources.reading import conversations

HEADER = "conversation,role,text\n"


def rows(text: str, size: int = 7) -> tuple[list[str], list[tuple[int, Sequence[str]]], list[Trouble]]:
    troubles: list[Trouble] = []
    pieces: Iterator[str] = (text[start : start + size] for start in range(0, len(text), size))
    names, found = tables.opened(pieces, Notes("file", troubles.append))
    return names, [one for some in found for one in zip(*some, strict=True)], troubles


def read(path: Path, content: str, options: ReadOptions | None = None) -> tuple[list[Conversation], list[Trouble]]:
    path.write_text(content, encoding="utf-8", newline="")
    troubles: list[Trouble] = []
    return list(conversations([str(path)], options or ReadOptions(), troubles.append)), troubles


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_lines_end_in_three_ways_and_cells_may_have_some(end: str, size: int) -> None:
    text = end.join(["a,b", '1,"two', 'lines"', "3,4"]) + end
    names, found, troubles = rows(text, size)
    assert names == ["a", "b"]
    assert found == [(2, ["1", "two\nlines"]), (4, ["3", "4"])]
    assert troubles == []


def test_a_mark_within_a_cell_is_a_sign_like_others() -> None:
    assert rows('a,b\n1,a 19" screen\n2,"said ""no"""\n')[1] == [(2, ["1", 'a 19" screen']), (3, ["2", 'said "no"'])]


def test_a_mark_that_is_never_closed_costs_no_row() -> None:
    _, found, troubles = rows('a,b\n1,"19 inch\n2,fine\n3,"also, fine"\n')
    assert found == [(2, ["1", '"19 inch']), (3, ["2", "fine"]), (4, ["3", "also, fine"])]
    assert [one.where for one in troubles] == ["file:2"]


def test_rows_behind_an_unclosed_mark_are_read_even_if_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "LARGEST", 500)
    many = "".join(f"{number},text\n" for number in range(1000))
    _, found, troubles = rows('a,b\nx,"open\n' + many, 4096)
    assert len(found) == 1001
    assert [line for line, _ in found] == list(range(2, 1003))
    assert len(troubles) == 1


def test_a_last_row_that_is_cut_short_is_kept_and_told() -> None:
    _, found, troubles = rows('a,b\n1,whole\n2,"cut in the mid')
    assert found[-1] == (3, ["2", "cut in the mid"])
    assert [one.message for one in troubles] == [tables.CUT]


def test_a_mark_that_is_not_doubled_is_read_as_well_as_may_be() -> None:
    _, found, troubles = rows('a,b\n1,"the "big" one"\n2,fine\n')
    assert [line for line, _ in found] == [2, 3]
    assert "big" in found[0][1][1]
    assert troubles == []


def test_too_few_and_too_many_cells() -> None:
    _, found, troubles = rows("a,b,c\n1\n1,2,3,4\n1,2,3,\n")
    assert [cells for _, cells in found] == [["1", "", ""], ["1", "2", "3"], ["1", "2", "3"]]
    assert [one.message for one in troubles] == [tables.SHORT, tables.LONG]


@pytest.mark.parametrize(("line", "delimiter"), [("a,b;c,d", ","), ("a;b;c", ";"), ("a\tb", "\t"), ("a|b|c", "|")])
def test_the_delimiter_is_the_sign_that_the_header_has_most_of(line: str, delimiter: str) -> None:
    assert tables.delimiter_of(line) == delimiter


def test_a_delimiter_at_the_end_of_each_line_is_no_column() -> None:
    names, found, troubles = rows("a;b;\n1;2;\n")
    assert (names, found, troubles) == (["a", "b"], [(2, ["1", "2"])], [])


def test_notes_bots_and_empty_rows_are_left_out_and_counted(tmp_path: Path) -> None:
    content = (
        "ticket_id,sender_type,sender_name,body,private\n"
        "7,customer,Jane,Hello?,false\n"
        "7,bot,Robo,An agent will be with you soon.,false\n"
        "7,agent,Sam,She is angry again.,TRUE\n"
        "7,agent,Sam,,false\n"
        "7,agent,Sam,I am looking into it.,no\n"
    )
    found, troubles = read(tmp_path / "a.csv", content)
    assert [(turn.role, turn.speaker, turn.text, turn.line) for turn in found[0].turns] == [
        ("customer", "Jane", "Hello?", 2),
        ("agent", "Sam", "I am looking into it.", 6),
    ]
    assert found[0].left_out == 3
    assert [one.where.rpartition(":")[2] for one in troubles] == ["5"]


def test_a_value_of_a_flag_that_nobody_knows_hides_the_row(tmp_path: Path) -> None:
    # It could be an internal note: a trainer who reads one less loses less than a team whose note is shown.
    found, _ = read(tmp_path / "a.csv", "conversation,role,text,public\n1,agent,shown,yes\n1,agent,hidden,perhaps\n")
    assert [turn.text for turn in found[0].turns] == ["shown"]


def test_threads_of_answers(tmp_path: Path) -> None:
    header = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n"
    lines = [
        "3,100,True,Tue Oct 31 22:15:01 +0000 2017,still nothing,,2",
        "1,100,True,Tue Oct 31 22:10:47 +0000 2017,it is down,2,",
        "9,200,True,Tue Oct 31 23:10:47 +0000 2017,another thing,,8.0",
        "2,AcmeCare,False,Tue Oct 31 22:12:09 +0000 2017,we look into it,3,1",
        "10,AcmeCare,False,Tue Oct 31 23:11:47 +0000 2017,and another answer,,8",
    ]
    found, troubles = read(tmp_path / "tweets.csv", header + "\n".join(lines) + "\n")
    assert {one.id: [(turn.role, turn.text) for turn in one.turns] for one in found} == {
        "1": [("customer", "it is down"), ("agent", "we look into it"), ("customer", "still nothing")],
        "8": [("customer", "another thing"), ("agent", "and another answer")],  # 8 itself is not in the file
    }
    assert troubles == []


def test_messages_that_answer_each_other_in_a_circle_end(tmp_path: Path) -> None:
    content = "message_id,in_reply_to,sender,text\n1,2,agent,one\n2,1,customer,two\n"
    found, _ = read(tmp_path / "a.csv", content)
    assert sorted(turn.text for one in found for turn in one.turns) == ["one", "two"]


def test_a_small_table_without_conversations_is_one(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "chat-17.csv", "speaker,text\nAgent,Hello!\nCustomer,Hi.\n")
    assert [(one.id, [turn.role for turn in one.turns]) for one in found] == [("chat-17", ["agent", "customer"])]


def test_a_table_of_texts_is_not_taken_for_a_conversation(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="conversation"):
        read(tmp_path / "macros.csv", "id,name,content\n1,refund,Your refund is on its way.\n")


def test_a_row_without_a_conversation_is_one_of_its_own(tmp_path: Path) -> None:
    found, troubles = read(tmp_path / "a.csv", HEADER + "1,agent,a\n,agent,b\n,agent,c\n1,agent,d\n")
    assert sorted([turn.text for turn in one.turns] for one in found) == [["a", "d"], ["b"], ["c"]]
    assert [one.where.rpartition(":")[2] for one in troubles] == ["3", "4"]
