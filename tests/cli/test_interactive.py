"""`coach check -i`: what is asked, and what is written of the answers."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.checking.record import Checked
from coach.cli.fixes import edits_of
from coach.cli.interactive import Own
from coach.model import Finding, Report, Suggestion
from coach.rewriting import apply
from coach.sources.document import Document, Segment
from coach.sources.files import Source
from coach.sources.mapped import Builder

Run = Callable[..., Any]

BAD = "Hello.\nUnfortunately you forgot the form, maybe.\n"


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.txt"
    path.write_text(BAD, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("terminals", ["", "stdin", "stderr", "stdout stderr"])
def test_questions_need_a_terminal(run: Run, draft: Path, terminals: str) -> None:
    result = run("check", "-i", "a.txt", terminals=terminals)
    assert (result.out, result.code, draft.read_text(encoding="utf-8")) == ("", 2, BAD)
    assert "-i asks questions on a terminal" in result.err
    assert run("check", "-i", "-", terminals="stdin stderr").code == 2


@pytest.mark.parametrize(
    ("answers", "first", "second"),
    [
        ("1\n1\nk\n1\n", "for now you still need it, maybe.", "You still need it."),
        ("k\nk\nk\nk\n", "Unfortunately you forgot it, maybe.", "You forgot it."),
        ("k\n1\ns\n", "Unfortunately you still need it, maybe.", "You forgot it."),
        ("o\nToday\ns\n", "Today you forgot it, maybe.", "You forgot it."),
        ("", "Unfortunately you forgot it, maybe.", "You forgot it."),
    ],
)
def test_choosing(run: Run, draft: Path, answers: str, first: str, second: str) -> None:
    draft.write_text("Unfortunately you forgot it, maybe.", encoding="utf-8")
    (draft.parent / "b.txt").write_text("You forgot it.", encoding="utf-8")
    result = run("check", "-i", ".", stdin=answers, terminals="stdin stderr")
    assert draft.read_text(encoding="utf-8") == first
    assert (draft.parent / "b.txt").read_text(encoding="utf-8") == second
    assert ("b.txt:1:5: blame/forgot" in result.out) == (second == "You forgot it.")
    assert "1/3  " in result.err


def test_what_overlaps_with_a_choice_is_said(run: Run, draft: Path) -> None:
    draft.write_text("Maybe unfortunately you forgot it.", encoding="utf-8")
    result = run("check", "-i", "a.txt", stdin="o\nPerhaps\nk\n2\n", terminals="stdin stderr")
    assert draft.read_text(encoding="utf-8") == "Perhaps unfortunately you forgot it."
    assert "that overlaps with what was chosen before" in result.err


def macro(text: str, start: int, end: int, **more: Any) -> Segment:
    """A text of a file with a tag and an entity: <b> is markup, &amp; is an ampersand."""
    made = Builder()
    for piece in re.compile("<b>|&amp;|[^<&]+").finditer(text, start, end):
        if piece[0] == "<b>":
            made.mark("", *piece.span())
        else:
            made.add("&" if piece[0] == "&amp;" else piece[0], *piece.span(), int(piece[0] == "&amp;"))
    return Segment(made.built(), escapes=(lambda wording: wording.replace("&", "&amp;"),), **more)


@pytest.mark.parametrize(
    ("text", "answer", "mended"),
    [
        ("you forgot|", 0, "you R&amp;D|"),
        ("you forgot|", Own("A & B"), "you A &amp; B|"),
        ("you &amp; forgot|", Own(""), "you &amp; |"),
        ("you forgot|you <b>forgot", 0, "you R&amp;D|you <b>R&amp;D"),
        ("you forgot|you <b>forgot", Own("A & B"), "you A &amp; B|you <b>A &amp; B"),
        ("you for<b>got|", 0, None),  # the tag would be lost
        ("you for<b>got|", Own("need"), None),
        ("you forgot|you for<b>got", Own("need"), None),  # the two forms would say different things
        ("you forgot|you did", 0, None),
    ],
)
def test_what_is_chosen_is_written_as_the_file_writes_it(text: str, answer: Any, mended: str | None) -> None:
    middle = text.index("|")
    segments = (macro(text, 0, middle), macro(text, middle + 1, len(text), twin=True))[: 2 if text[middle + 1 :] else 1]
    found = [
        Finding("blame/forgot", "blame", "error", at.start(), at.end(), "forgot", "Why.", (offer,))
        for at in re.finditer("for(<b>)?got", text)
        for offer in [Suggestion("R&amp;D", *at.span(), safe=False, exact="<" not in at[0])]
    ]
    checked = Checked("a", text, Report(tuple(found[:1]), "en"), echoes=tuple(found[1:]))
    chosen = found[0].suggestions[answer] if answer == 0 else answer
    edits = edits_of(found[0], chosen, checked, Document(Source("a", text, "utf-8", b""), segments))
    assert (apply(text, edits) if edits else None) == mended


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_choosing_on_a_real_terminal(start: Callable[..., Any], draft: Path) -> None:
    ours, theirs = os.openpty()
    with start("check", "-i", str(draft), stdin=theirs, stderr=theirs) as process:
        os.close(theirs)
        os.write(ours, b"k\n1\nk\n")
        shown = b"".join(pieces(ours))
        assert process.wait(10) == 1
    os.close(ours)
    assert b"blame/forgot" in shown
    assert draft.read_text(encoding="utf-8") == BAD.replace("forgot", "still need")


def pieces(terminal: int) -> Iterator[bytes]:
    """What the other side of a pseudo-terminal prints until it is closed, which Linux reports as an error."""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            return
        if not piece:
            return
        yield piece
