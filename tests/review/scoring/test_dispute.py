"""An accepted dispute is kept in the store and in the team's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from coach.config import Config
from coach.engine import Coach
from coach.errors import UsageError
from coach.review.scoring.dispute import Dispute, accept

from .conftest import Add

SENTENCE = "Our lamps cannot break."
FLAGGED = f"Thanks for the photo. {SENTENCE} See you on Friday."
START = FLAGGED.index("Our lamps")


@pytest.fixture
def filled(connection: Any, add: Add) -> Any:
    """One conversation with a finding that a person would not have, and one of a whole reply."""
    customer = {"role": "customer", "text": "Which lamp?"}
    found = [("negative/cannot", START, START + 22), ("reply/no-next-step", 0, 0)]
    add(7, [customer, {"agent": "Ada", "text": FLAGGED, "findings": found}])
    return connection


def disputed(connection: Any) -> dict[str, str | None]:
    return dict(connection.execute("SELECT rule, disputed FROM findings").fetchall())


def test_the_finding_is_marked_and_the_sentence_kept(filled: Any, tmp_path: Path) -> None:
    folder = str(tmp_path / "ours")
    done = accept(filled, Dispute("c7", 1, "negative/cannot", " praise,  not a no "), folder)
    assert done == (1, (SENTENCE,), (str(tmp_path / "ours" / "en" / "negative.yaml"),))
    assert disputed(filled) == {"negative/cannot": "praise, not a no", "reply/no-next-step": None}
    written = (tmp_path / "ours" / "en" / "negative.yaml").read_text(encoding="utf-8")
    assert SENTENCE in written.partition("pass:")[2]
    ours = Coach(Config(lang="en", phrasebooks=folder))
    assert not [one for one in ours.check(SENTENCE).findings if one.rule == "negative/cannot"]
    assert [one.rule for one in ours.check("We cannot send it.").findings] == ["negative/cannot"]  # and no more than that
    assert accept(filled, Dispute("c7", 1, "negative/cannot", "again"), folder) == (0, (SENTENCE,), ())


def test_without_a_folder_the_store_alone_is_marked(filled: Any) -> None:
    assert accept(filled, Dispute("7", 1, "negative/cannot", "praise")) == (1, (), ())


def test_a_rule_about_the_whole_reply_has_no_sentence_to_keep(filled: Any, tmp_path: Path) -> None:
    assert accept(filled, Dispute("c7", 1, "reply/no-next-step", "all is done"), str(tmp_path)) == (1, (), ())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("dispute", "words"),
    [
        (Dispute("c8", 1, "negative/cannot", "x"), "no conversation 'c8'"),
        (Dispute("c7", 0, "negative/cannot", "x"), "there are findings in turns 1"),
        (Dispute("c7", 1, "negative/canot", "x"), "did you mean negative/cannot?"),
        (Dispute("c7", 1, "negative/cannot", " "), "needs a reason"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(filled: Any, dispute: Dispute, words: str) -> None:
    with pytest.raises(UsageError) as error:
        accept(filled, dispute)
    assert words in str(error.value)
    assert set(disputed(filled).values()) == {None}


def test_two_conversations_of_one_id_need_the_key(filled: Any) -> None:
    filled.execute("INSERT INTO conversations SELECT * REPLACE (8 AS key) FROM conversations")
    with pytest.raises(UsageError, match="2 conversations are called 'c7'"):
        accept(filled, Dispute("c7", 1, "negative/cannot", "x"))
    assert accept(filled, Dispute("7", 1, "negative/cannot", "x")).findings == 1


def test_a_folder_that_cannot_be_written_leaves_the_store_as_it_was(filled: Any, tmp_path: Path) -> None:
    (tmp_path / "ours").write_text("a file", encoding="utf-8")
    with pytest.raises(UsageError):
        accept(filled, Dispute("c7", 1, "negative/cannot", "x"), str(tmp_path / "ours"))
    assert set(disputed(filled).values()) == {None}
