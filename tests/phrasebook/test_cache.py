"""The compiled books on disk: written once, read after, never trusted when damaged, never needed to work."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from coach.phrasebook import cache, team

ENTRY = """\
blame/forgot:
  phrases: ["you forgot"]
  why: "Why."
  say: ["Please send it."]
  flag: ["[[You forgot]] it.", "So [[you forgot]].", "Why [[you forgot]]?"]
  pass: ["I forgot it.", "You did it."]
"""


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny set of English books and an empty cache; returns the book file."""
    file = tmp_path / "blame.yaml"
    file.write_text(ENTRY, encoding="utf-8")
    for module in (cache, team):  # what the key is made from, and what is compiled
        monkeypatch.setattr(module, "book_files", lambda lang: [str(file)])
    monkeypatch.setenv("COACH_CACHE_DIR", str(tmp_path / "cache"))
    return file


def load() -> tuple[object, list[str]]:
    """The tables and what was said on the way."""
    said: list[str] = []
    return cache.load_tables("en", said.append), said


def cached(books: Path) -> list[Path]:
    return sorted((books.parent / "cache").glob("*.book"))


def test_compiled_once_then_read(books: Path) -> None:
    first, said = load()
    assert len(said) == 1
    assert "English" in said[0]
    again, said = load()
    assert said == []
    assert again == first


def test_only_the_owner_may_read_it(books: Path) -> None:
    load()
    assert (os.stat(cached(books)[0]).st_mode & 0o077) == 0


def test_an_edited_book_is_compiled_anew_and_old_ones_do_not_pile_up(books: Path) -> None:
    for number in range(8):
        books.write_text(ENTRY + f"# {number}\n", encoding="utf-8")
        assert load()[1]
    assert len(cached(books)) == cache.KEPT


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"coach-book-1\n", "cut", "flipped"])
def test_a_damaged_file_is_rebuilt_without_a_word_about_damage(books: Path, damage: bytes | str) -> None:
    first, _ = load()
    file = cached(books)[0]
    whole = file.read_bytes()
    file.write_bytes(
        damage if isinstance(damage, bytes) else whole[:-9] if damage == "cut" else whole[:40] + b"\xff" + whole[41:]
    )
    again, said = load()
    assert again == first
    assert [line for line in said if "compiling" not in line] == []
    assert load()[1] == []


def test_a_cache_that_cannot_be_written_is_one_hint(books: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_CACHE_DIR", str(books / "not-a-folder"))  # works for root too, unlike mode bits
    tables, said = load()
    assert tables
    assert len([line for line in said if "could not be kept" in line]) == 1
    assert "COACH_CACHE_DIR" in said[-1]


def test_a_full_disk_is_one_hint_and_leaves_nothing_behind(books: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    tables, said = load()
    assert tables
    assert "No space left on device" in said[-1]
    assert list((books.parent / "cache").iterdir()) == []


def test_threads_that_compile_at_once_do_not_disturb_each_other(books: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both, move = Barrier(2, timeout=60), os.replace

    def together(source: str, target: str) -> None:
        both.wait()
        move(source, target)

    monkeypatch.setattr(os, "replace", together)
    with ThreadPoolExecutor(2) as pool:
        (first, told), (second, told_second) = pool.map(lambda _: load(), range(2))
    assert first == second
    assert len(told) == len(told_second) == 1  # that it compiles
    assert [path.suffix for path in (books.parent / "cache").iterdir()] == [".book"]


def compile_in_process(folder: str) -> int:
    """What one of several processes does that start at the same moment."""
    os.environ["COACH_CACHE_DIR"] = folder
    return len(cache.load_tables("en")[1])


def test_processes_that_compile_at_once_all_get_whole_books(books: Path) -> None:
    with multiprocessing.get_context("fork").Pool(4) as pool:
        sizes = pool.map(compile_in_process, [str(books.parent / "cache")] * 4)
    assert len(set(sizes)) == 1
    assert len(cached(books)) == 1
    assert load()[1] == []
