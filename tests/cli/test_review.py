"""`coach review`, `coach trends` and `coach drill` as people type them, over real conversations in files."""

from __future__ import annotations

import csv
import html
import io
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coach.review import pool

Run = Callable[..., Any]

TURNS = (
    ("c1", "customer", "Jane Doe", "2026-10-05T09:00:00", "Order 4711-22 has not come. I am really angry. Call +49 30 1234567"),
    ("c1", "agent", "Sam Ling", "2026-10-05T09:01:00", "Hello Jane, you forgot to give us your house number."),
    ("c1", "agent", "Sam Ling", "2026-10-05T09:02:00", "I'll call you back by 5 pm today."),
    ("c2", "customer", "Bo", "2026-11-03T10:00:00", "Where do I find the invoice?"),
    ("c2", "agent", "Kim", "2026-11-03T10:00:30", "You can find it on our website."),
    ("c2", "agent", "Kim", "2026-11-03T10:01:30", "=HYPERLINK(1) Unfortunately we can't send it."),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("conversation", "role", "agent", "time", "text")
    lines = (json.dumps(dict(zip(names, turn, strict=True))) + "\n" for turn in TURNS)
    (tmp_path / "chats.jsonl").write_text("".join(lines), encoding="utf-8")


def review(run: Run, *words: str, **options: Any) -> Any:
    return run("review", *words, "--jobs", "1", **options)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_review_says_what_was_read_and_keeps_it(run: Run) -> None:
    result = review(run, "chats.jsonl")
    assert result.code == 0
    assert "2 conversations" in result.out
    assert "2 new" in result.err
    assert stat.S_IMODE(os.stat("coach-review.duckdb").st_mode) == 0o600
    assert stat.S_IMODE(os.stat("coach-review.duckdb.names.json").st_mode) == 0o600


def test_reading_again_changes_nothing(run: Run) -> None:
    first = rows(review(run, "chats.jsonl", "--output-format", "csv").out)
    again = review(run, "chats.jsonl", "--output-format", "csv")
    assert rows(again.out) == first
    assert "2 read again" in again.err
    assert rows(run("review", "--output-format", "csv").out) == first


def test_nothing_is_kept_when_nothing_shall_be(run: Run, tmp_path: Path) -> None:
    assert review(run, "chats.jsonl", "--no-store").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["chats.jsonl"]


def test_csv_has_every_finding_and_no_formula(run: Run) -> None:
    found = rows(review(run, "chats.jsonl", "--output-format", "csv").out)
    places = {(one["conversation"], one["turn"], one["rule"], one["words"]) for one in found}
    assert ("c1", "1", "blame/forgot", "you forgot to give") in places
    assert {("c2", "2", "negative/cannot"), ("c2", "1", "deflection/website")} & {place[:3] for place in places}
    assert not [cell for one in found for cell in one.values() if cell.startswith(("=", "+", "-", "@"))]


def test_people_are_redacted_in_everything_that_leaves_the_run(run: Run, tmp_path: Path) -> None:
    for form in ("text", "json", "csv", "markdown", "rates"):
        out = review(run, "chats.jsonl", "--output-format", form, "--html", "page.html", "--promises", "p.csv").out
        for private in ("Jane", "4711-22", "1234567", "Sam", "Kim"):
            assert private not in out, form
            assert private not in (tmp_path / "page.html").read_text(encoding="utf-8")
            assert private not in (tmp_path / "p.csv").read_text(encoding="utf-8")
    assert b"Jane" not in (tmp_path / "coach-review.duckdb").read_bytes()


def test_names_are_shown_and_words_left_when_that_is_asked_for(run: Run) -> None:
    out = review(run, "chats.jsonl", "--output-format", "csv", "--names", "--no-redact").out
    assert "Sam Ling" in out
    assert "Hello Jane" in out


def test_the_page_is_one_file_that_asks_for_nothing(run: Run, tmp_path: Path) -> None:
    assert review(run, "chats.jsonl", "--html", "page.html", "--title", "October & <b>November</b>").code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in html.unescape(page)
    assert "October &amp; &lt;b&gt;November&lt;/b&gt;" in page
    assert "you forgot" in page


def test_promises_become_a_table_or_a_calendar(run: Run, tmp_path: Path) -> None:
    review(run, "chats.jsonl", "--promises", "p.csv")
    promised = rows((tmp_path / "p.csv").read_text(encoding="utf-8"))
    assert [(one["conversation"], one["who"], one["due"]) for one in promised] == [("c1", "I", "2026-10-05 17:00")]
    review(run, "chats.jsonl", "--promises", "p.ics")
    assert "DTSTART:20261005T170000" in (tmp_path / "p.ics").read_text(encoding="utf-8")
    refused = review(run, "chats.jsonl", "--promises", "p.doc")
    assert refused.code == 2
    assert "p.doc" in refused.err


def test_the_tables_are_exported(run: Run, tmp_path: Path) -> None:
    assert review(run, "chats.jsonl", "--export", "tables", "--no-store").code == 0
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == [
        "conversations.parquet", "events.parquet", "findings.parquet", "promises.parquet", "turns.parquet",
    ]  # fmt: skip
    assert run("review", "chats.jsonl", "--export", "chats.jsonl", "--no-store").code == 2


def test_a_dispute_that_is_accepted_is_not_counted_again(run: Run) -> None:
    found = rows(review(run, "chats.jsonl", "--output-format", "csv").out)
    place = next(f"{one['conversation']}:{one['turn']}:{one['rule']}" for one in found if one["rule"] == "blame/forgot")
    assert run("review", "--dispute", place).code == 2  # without a reason
    assert run("review", "--dispute", place, "--reason", "she asked us what was missing").code == 0
    report = json.loads(review(run, "chats.jsonl", "--output-format", "json").out)
    assert "blame/forgot" not in [rule["rule"] for rule in report["rules"]]
    refused = run("review", "--dispute", "c1", "--reason", "x")
    assert refused.code == 2
    assert "CONVERSATION:TURN:RULE" in refused.err


def test_two_months_are_compared(run: Run) -> None:
    report = json.loads(review(run, "chats.jsonl", "--compare", "2026-10", "--output-format", "json").out)
    assert "2026-10" in report["compared"]
    assert review(run, "chats.jsonl", "--compare", "October").code == 2


def test_only_some_days_are_reported(run: Run) -> None:
    review(run, "chats.jsonl")
    report = json.loads(run("review", "--since", "2026-11-01", "--output-format", "json").out)
    assert report["conversations"] == 1


def test_a_sample_is_drawn_and_its_agreement_measured(run: Run, tmp_path: Path) -> None:
    assert "turns to review" in review(run, "chats.jsonl", "--sample", "2").err
    lines = (tmp_path / "coach-sample.csv").read_text(encoding="utf-8-sig").splitlines()
    filled = [lines[0], *(line.rsplit(",", 2)[0] + ",-,-" for line in lines[1:])]
    (tmp_path / "filled.csv").write_text("\r\n".join(filled) + "\r\n", encoding="utf-8")
    result = run("review", "--agreement", "filled.csv")
    assert result.code == 0
    assert "reviewer 1 and reviewer 2" in result.out
    assert "reviewer 1 and coach" in result.out


def test_what_cannot_be_read_is_said_and_the_rest_is_reviewed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    result = review(run, "broken.json", "chats.jsonl")
    assert result.code in (0, 2)
    assert "broken.json" in result.err
    assert "2 conversations" in result.out


@pytest.mark.parametrize("words", [("nowhere",), ("empty.jsonl",), ("--no-store",), ("--store", "chats.jsonl")])
def test_nothing_to_review_is_an_error_with_a_hint(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    result = review(run, *words)
    assert result.code == 2
    assert "Traceback" not in result.err
    assert result.out == ""


def test_standard_input_is_read(run: Run, tmp_path: Path) -> None:
    result = review(run, "-", stdin=(tmp_path / "chats.jsonl").read_bytes())
    assert result.code == 0
    assert "2 conversations" in result.out


def test_several_processes_find_the_same(run: Run, tmp_path: Path) -> None:
    text = (tmp_path / "chats.jsonl").read_text(encoding="utf-8")
    many = "".join(text.replace('"c1"', f'"a{n}"').replace('"c2"', f'"b{n}"') for n in range(1500))
    (tmp_path / "many.jsonl").write_text(many, encoding="utf-8")
    one = run("review", "many.jsonl", "--no-store", "--jobs", "1", "--output-format", "json")
    two = run("review", "many.jsonl", "--no-store", "--jobs", "2", "--output-format", "json")
    first, second = json.loads(one.out), json.loads(two.out)
    assert first["conversations"] == 3000
    assert first["overall"] == second["overall"]
    assert first["categories"] == second["categories"]


def test_the_configuration_says_how_many_processes_and_forces_no_language(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    here = pool.reviewed

    def counted(batches: Any, options: Any, jobs: int, progress: Any) -> Any:
        asked.append(jobs)
        return here(batches, options, 1, progress)

    monkeypatch.setattr(pool, "reviewed", counted)
    (tmp_path / "coach.toml").write_text('jobs = 3\nlang = "de"\n', encoding="utf-8")
    words = ("review", "chats.jsonl", "--no-store", "--output-format", "csv")
    found = rows(run(*words, environ={"COACH_LANG": "tr"}).out)
    assert "blame/forgot" in [one["rule"] for one in found]  # in English, which the conversation is in
    forced = rows(run(*words, "--jobs", "2", "--lang", "tr").out)
    assert "blame/forgot" not in [one["rule"] for one in forced]
    assert asked == [3, 2]


def test_trends_are_drawn_from_what_is_kept(run: Run) -> None:
    assert run("trends").code == 2  # nothing is kept yet
    review(run, "chats.jsonl")
    result = run("trends", "--period", "month", "--by", "agent", "--names")
    assert result.code == 0
    assert "2026-10" in result.out
    assert "Sam Ling" in result.out
    table = rows(run("trends", "--period", "month", "--output-format", "csv").out)
    assert {one["period"] for one in table} == {"2026-10", "2026-11"}


def test_a_drill_is_a_sheet_that_is_graded(run: Run, tmp_path: Path) -> None:
    assert run("drill").code == 2
    review(run, "chats.jsonl")
    assert run("drill", "--rule", "blame", "-o", "sheet.md").code == 0
    sheet = (tmp_path / "sheet.md").read_text(encoding="utf-8")
    assert "you forgot to give us your house number" in sheet
    assert "Jane" not in sheet
    answer = "Your wording:\nWhat is your house number? Then the parcel goes out today."
    (tmp_path / "filled.md").write_text(sheet.replace("Your wording:", answer), encoding="utf-8")
    graded = run("drill", "--answers", "filled.md")
    assert graded.code == 0, graded.out
    assert "1 of 1 solved" in graded.out
    assert run("drill", "--answers", "sheet.md").code == 1
