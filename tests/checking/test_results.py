"""Results of earlier runs: true as long as nothing they depend on has changed, and never in the way."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from coach.checking.judging import Options, Task
from coach.checking.record import Checked
from coach.checking.results import FORMAT, Results, results_file, salt
from coach.checking.running import check_all
from coach.config import Config
from coach.errors import UsageError
from coach.model import Finding, Report, Suggestion
from coach.settings.record import Settings
from coach.sources.document import Reading
from coach.sources.files import Source


class Counting:
    """Finds "no" in every text, and counts how many it was asked about."""

    def __init__(self) -> None:
        self.judged = 0

    def check_all(self, texts: Iterable[str]) -> Iterator[Report]:
        for text in texts:
            self.judged += 1
            at = text.find("no")
            better = (Suggestion("yes", at, at + 2, safe=True),)
            found = (Finding("negative/no", "negative", "warning", at, at + 2, "no", "Say yes.", better),) if at >= 0 else ()
            yield Report(found, "en")


def task(text: str, name: str = "a.txt", config: Config | None = None) -> Task:
    return Task(Source(name, text, "utf-8", b""), Settings(config or Config(), Reading(), ""))


def run(path: Path, tasks: list[Task], salted: bytes = b"s") -> tuple[list[Checked | UsageError], int]:
    judge = Counting()
    found = list(check_all(tasks, lambda _: judge, Options(), results=Results(str(path), salted)))
    return [one if isinstance(one, UsageError) else one[1] for one in found], judge.judged


def test_an_unchanged_file_is_not_judged_again_and_reported_as_before(tmp_path: Path) -> None:
    cache = tmp_path / "results.cache"
    first, judged = run(cache, [task("Oh no."), task("Fine.", "b.txt")])
    assert judged == 2
    again, judged = run(cache, [task("Oh no."), task("Fine.", "b.txt")])
    assert judged == 0
    assert again == first


@pytest.mark.parametrize(
    "other",
    [
        task("Oh no!"),  # another text
        task("Oh no.", config=Config(min_severity="error")),  # other settings
        task("Oh no.", name="other.txt"),  # another file: its findings are told by name
    ],
)
def test_whatever_it_depends_on_asks_for_a_new_judgement(tmp_path: Path, other: Task) -> None:
    cache = tmp_path / "results.cache"
    run(cache, [task("Oh no.")])
    assert run(cache, [other])[1] == 1


def test_another_coach_or_phrasebook_asks_for_a_new_judgement(tmp_path: Path) -> None:
    cache = tmp_path / "results.cache"
    run(cache, [task("Oh no.")])
    assert run(cache, [task("Oh no.")], b"other")[1] == 1


def test_an_edited_phrasebook_changes_what_results_depend_on(tmp_path: Path) -> None:
    book = tmp_path / "en" / "blame.yaml"
    book.parent.mkdir()
    book.write_text("a", encoding="utf-8")
    before = salt(Options(), [str(tmp_path)])
    assert salt(Options(), [str(tmp_path)]) == before
    os.utime(book, (1, 1))
    assert salt(Options(), [str(tmp_path)]) != before
    assert salt(Options(stress=True), [str(tmp_path)]) != salt(Options(), [str(tmp_path)])


def sealed(known: object) -> bytes:
    body = json.dumps(known).encode()
    return FORMAT + zlib.crc32(body).to_bytes(4, "big") + body


@pytest.mark.parametrize(
    "forged",
    [
        FORMAT + zlib.crc32(b"[" * 100_000).to_bytes(4, "big") + b"[" * 100_000,
        sealed([]),
        sealed({"a.txt": 1}),
        sealed({os.path.abspath("a.txt"): ["", "[]"]}),
    ],
)
def test_what_a_stranger_put_there_is_no_result(tmp_path: Path, forged: bytes) -> None:
    cache = tmp_path / "results.cache"
    cache.write_bytes(forged)
    assert run(cache, [task("Oh no.")])[1] == 1


def test_a_forged_result_under_the_right_key_does_not_stop_the_run(tmp_path: Path) -> None:
    cache = tmp_path / "results.cache"
    run(cache, [task("Oh no.")])
    known = json.loads(cache.read_bytes()[len(FORMAT) + 4 :])
    cache.write_bytes(sealed({name: [key, '[1, "x"]'] for name, (key, _) in known.items()}))
    assert run(cache, [task("Oh no.")])[1] == 1


@pytest.mark.parametrize("damage", [b"", b"junk", b"coach-results-2\n0000"])
def test_a_damaged_cache_is_dropped_without_a_word(tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "results.cache"
    run(cache, [task("Oh no.")])
    cache.write_bytes(damage or cache.read_bytes()[:-1])
    assert run(cache, [task("Oh no.")])[1] == 1
    assert run(cache, [task("Oh no.")])[1] == 0


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    found, judged = run(blocked / "results.cache", [task("Oh no.")])
    assert judged == 1
    assert len(found) == 1


def test_only_the_owner_can_read_it_and_git_leaves_it_alone(tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "results.cache"
    run(cache, [task("Oh no.")])
    assert (cache.parent / ".gitignore").read_text(encoding="ascii") == "*\n"
    if os.name == "posix":
        assert cache.stat().st_mode & 0o077 == 0


def test_words_that_stand_in_the_file_are_not_kept(tmp_path: Path) -> None:
    cache = tmp_path / "results.cache"
    run(cache, [task("Secret words: no.")])
    assert b"Secret" not in cache.read_bytes()


def test_each_folder_has_results_of_its_own(tmp_path: Path) -> None:
    assert results_file("c", str(tmp_path / "a")) != results_file("c", str(tmp_path / "b"))


def test_an_unreadable_file_comes_in_its_place_and_is_not_remembered(tmp_path: Path) -> None:
    error = UsageError("damaged", where="x")
    judge = Counting()
    results = Results(str(tmp_path / "r"), b"")
    found = list(check_all([task("no"), error, task("no", "b.txt")], lambda _: judge, Options(), results=results))
    assert [isinstance(one, UsageError) for one in found] == [False, True, False]
