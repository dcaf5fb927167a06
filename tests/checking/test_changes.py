"""What changed since a commit, asked of real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from coach.checking.changes import Changes, changed, hunks, new_name
from coach.errors import UsageError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs Git")

TEN = "".join(f"Line {number}.\n" for number in range(1, 11))


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The developer's own settings of Git must not decide a test; a user's worst ones must not, either."""
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[user]\nname = Test\nemail = test@example.org\n[diff]\nnoprefix = true\nmnemonicPrefix = true\ncontext = 5\n"
        "interHunkContext = 9\nrelative = true\nignoreSubmodules = all\nexternal = false\n[color]\nui = always\n"
        '[core]\nquotepath = true\npager = false\n[protocol "file"]\nallow = always\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=7")


def run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def repository(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True)
    run(folder, "init", "-q", "-b", "main")
    for name, text in files.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    run(folder, "add", ".")
    run(folder, "commit", "-q", "-m", "first")
    return folder


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = repository(tmp_path / "repo", a=TEN, b=TEN)
    monkeypatch.chdir(folder)
    return folder


def names(changes: Changes, folder: Path) -> list[str]:
    return sorted(Path(path).relative_to(folder.resolve()).as_posix() for path in changes.files)


def ranges(changes: Changes, path: Path) -> tuple[tuple[int, int], ...]:
    return changes.lines[str(path.resolve())]


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_nothing_changed(repo: Path) -> None:
    assert changed("main", ["."]).files == frozenset()


def test_changed_lines_of_the_working_tree(repo: Path) -> None:
    edit(repo / "a.md", "Line 3.\n", "Three.\n")
    edit(repo / "a.md", "Line 8.\n", "Eight.\nAnd a half.\n")
    changes = changed("main", ["."])
    assert names(changes, repo) == ["a.md"]
    assert ranges(changes, repo / "a.md") == ((3, 3), (8, 9))
    assert changes.touches("a.md", 3, 3)
    assert changes.touches("a.md", 1, 4)
    assert changes.touches(str(repo / "a.md"), 9, 9)
    assert not changes.touches("a.md", 4, 7)
    assert not changes.touches("b.md", 3, 3)


def test_commits_and_the_index_count(repo: Path) -> None:
    run(repo, "checkout", "-q", "-b", "work")
    edit(repo / "a.md", "Line 1.\n", "One.\n")
    run(repo, "commit", "-q", "-a", "-m", "second")
    edit(repo / "b.md", "Line 2.\n", "Two.\n")
    run(repo, "add", "b.md")
    changes = changed("main", ["."])
    assert (ranges(changes, repo / "a.md"), ranges(changes, repo / "b.md")) == (((1, 1),), ((2, 2),))


def test_what_others_did_since_is_not_ours(repo: Path) -> None:
    # The base is where the branch forked off: main went on, and its new lines are no change of this branch.
    run(repo, "checkout", "-q", "-b", "work")
    edit(repo / "a.md", "Line 1.\n", "One.\n")
    run(repo, "commit", "-q", "-a", "-m", "ours")
    run(repo, "checkout", "-q", "main")
    edit(repo / "b.md", "Line 2.\n", "Two.\n")
    run(repo, "commit", "-q", "-a", "-m", "theirs")
    run(repo, "checkout", "-q", "work")
    assert names(changed("main", ["."]), repo) == ["a.md"]


def test_files_git_does_not_know_have_changed_entirely(repo: Path) -> None:
    (repo / "new.md").write_text(TEN, encoding="utf-8")
    (repo / "left-out.md").write_text(TEN, encoding="utf-8")
    (repo / ".gitignore").write_text("left-out.md\n", encoding="utf-8")
    changes = changed("main", ["."])
    assert names(changes, repo) == [".gitignore", "new.md"]
    assert changes.touches("new.md", 7, 7)
    assert changes.touches("new.md", 1, 1)
    assert not changes.has("left-out.md")  # ignored by Git, so nobody works on it


def test_deleted_files_are_not_there(repo: Path) -> None:
    (repo / "a.md").unlink()
    run(repo, "rm", "-q", "b.md")
    assert changed("main", ["."]).files == frozenset()


def test_a_renamed_file_has_the_lines_that_changed(repo: Path) -> None:
    run(repo, "mv", "a.md", "c.md")
    edit(repo / "c.md", "Line 5.\n", "Five.\n")
    run(repo, "mv", "b.md", "d.md")
    changes = changed("main", ["."])
    assert names(changes, repo) == ["c.md", "d.md"]
    assert ranges(changes, repo / "c.md") == ((5, 5),)
    assert not changes.touches("d.md", 1, 10)  # renamed only: its words are as old as they were


@pytest.mark.parametrize("name", ["with space.md", "Grüße.md", "привет мир.md", "İade ücreti.md", "ta[b]*?.md", "-q.md"])
def test_names_of_every_kind(repo: Path, name: str) -> None:
    (repo / name).write_text(TEN, encoding="utf-8")
    run(repo, "add", "--", name)
    run(repo, "commit", "-q", "-m", "named")
    edit(repo / name, "Line 4.\n", "Four.\n")
    changes = changed("HEAD", [name])
    assert ranges(changes, repo / name) == ((4, 4),)
    assert changes.touches(f"./{name}", 4, 4)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ['quo"te.md', "tab\there.md", "back\\slash.md", "two\nlines.md", 'ü "x" \\.md'])
def test_names_that_git_puts_in_quotation_marks(repo: Path, name: str) -> None:
    test_names_of_every_kind(repo, name)


def test_lines_that_look_like_headers_are_words(repo: Path) -> None:
    # "++ b/b.md" is shown as "+++ b/b.md" in a patch, "-- a" as "--- a", and a text may quote a hunk.
    edit(repo / "a.md", "Line 2.\n", "++ b/b.md\n@@ -1 +9 @@\ndiff --git a/b.md b/b.md\n")
    changes = changed("main", ["."])
    assert names(changes, repo) == ["a.md"]
    assert ranges(changes, repo / "a.md") == ((2, 4),)
    run(repo, "commit", "-q", "-a", "-m", "second")
    edit(repo / "a.md", "++ b/b.md\n@@ -1 +9 @@\n", "")
    edit(repo / "a.md", "Line 9.\n", "Nine.\n")
    assert ranges(changed("HEAD", ["."]), repo / "a.md") == ((2, 1), (9, 9))


def test_a_file_without_a_last_line_end(repo: Path) -> None:
    (repo / "a.md").write_text("One.\nTwo.", encoding="utf-8")
    run(repo, "commit", "-q", "-a", "-m", "second")
    (repo / "a.md").write_text("Eins.\nZwei.", encoding="utf-8")
    edit(repo / "b.md", "Line 1.\n", "One.\n")
    changes = changed("HEAD", ["."])
    assert (ranges(changes, repo / "a.md"), ranges(changes, repo / "b.md")) == (((1, 2),), ((1, 1),))


def test_lines_that_were_taken_out(repo: Path) -> None:
    edit(repo / "a.md", "Line 4.\nLine 5.\n", "")
    changes = changed("main", ["."])
    assert ranges(changes, repo / "a.md") == ((4, 3),)
    assert changes.touches("a.md", 3, 4)  # a sentence across the gap reads otherwise now
    assert not changes.touches("a.md", 3, 3)  # a line beside it does not
    assert not changes.touches("a.md", 4, 4)


@pytest.mark.parametrize("gone", ["Line 1.\n", "Line 10.\n"])
def test_a_whole_text_changes_at_its_edges(repo: Path, gone: str) -> None:
    edit(repo / "a.md", gone, "")
    changes = changed("main", ["."])
    assert changes.touches("a.md", 1, 9, entire=True)
    assert not changes.touches("a.md", 1, 9)


def test_a_whole_text_far_from_the_change_did_not_change(repo: Path) -> None:
    edit(repo / "a.md", "Line 1.\n", "")
    edit(repo / "b.md", "Line 1.\n", "One.\n")
    changes = changed("main", ["."])
    assert not changes.touches("a.md", 5, 9, entire=True)
    assert not changes.touches("b.md", 2, 9, entire=True)  # the edge counts for what was taken out only


def test_what_is_no_text_for_git_changed_entirely(repo: Path) -> None:
    (repo / "utf16.md").write_text("Hello\nyou\n", encoding="utf-16")
    (repo / ".gitattributes").write_text("b.md -diff\n", encoding="utf-8")
    run(repo, "add", ".")
    run(repo, "commit", "-q", "-m", "second")
    (repo / "utf16.md").write_text("Hello\nme\n", encoding="utf-16")
    edit(repo / "b.md", "Line 1.\n", "One.\n")
    changes = changed("HEAD", ["."])
    assert changes.touches("utf16.md", 1, 1)
    assert changes.touches("b.md", 9, 9)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_a_new_mode_changes_no_words(repo: Path) -> None:
    (repo / "a.md").chmod(0o755)
    assert not changed("main", ["."]).touches("a.md", 1, 10)


def test_crlf_files(repo: Path) -> None:
    (repo / "a.md").write_bytes(b"One.\r\nTwo.\r\nThree.\r\n")
    run(repo, "-c", "core.autocrlf=false", "commit", "-q", "-a", "-m", "second")
    (repo / "a.md").write_bytes(b"One.\r\nZwei.\r\nThree.\r\n")
    assert ranges(changed("HEAD", ["."]), repo / "a.md") == ((2, 2),)


def test_from_a_folder_inside(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repo / "macros").mkdir()
    (repo / "macros" / "new.md").write_text(TEN, encoding="utf-8")
    edit(repo / "a.md", "Line 1.\n", "One.\n")
    monkeypatch.chdir(repo / "macros")
    changes = changed("main", ["new.md"])
    assert changes.touches("new.md", 1, 1)
    assert changes.touches("../a.md", 1, 1)


def test_a_path_through_a_link_to_a_folder(repo: Path, tmp_path: Path) -> None:
    try:
        (tmp_path / "link").symlink_to(repo, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    edit(repo / "a.md", "Line 1.\n", "One.\n")
    assert changed("main", [str(tmp_path / "link")]).touches(str(tmp_path / "link" / "a.md"), 1, 1)


def test_a_hook_names_another_repository(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = repository(tmp_path / "other", a=TEN)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    edit(repo / "b.md", "Line 1.\n", "One.\n")
    assert names(changed("main", [str(repo)]), repo) == ["b.md"]


def test_several_repositories(repo: Path, tmp_path: Path) -> None:
    other = repository(tmp_path / "other", x=TEN)
    edit(other / "x.md", "Line 1.\n", "One.\n")
    edit(repo / "a.md", "Line 2.\n", "Two.\n")
    changes = changed("main", ["a.md", str(other / "x.md")])
    assert changes.touches("a.md", 2, 2)
    assert changes.touches(str(other / "x.md"), 1, 1)


@pytest.fixture
def with_submodule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    origin = repository(tmp_path / "origin", m=TEN)
    folder = repository(tmp_path / "outer", a=TEN)
    run(folder, "submodule", "--quiet", "add", str(origin), "macros")
    run(folder, "commit", "-q", "-m", "with macros")
    monkeypatch.chdir(folder)
    return folder


def test_inside_a_submodule(with_submodule: Path) -> None:
    macros = with_submodule / "macros"
    assert changed("HEAD", ["."]).files == frozenset()
    edit(macros / "m.md", "Line 3.\n", "Three.\n")
    assert ranges(changed("HEAD", ["."]), macros / "m.md") == ((3, 3),)
    run(macros, "commit", "-q", "-a", "-m", "second")
    (macros / "new.md").write_text(TEN, encoding="utf-8")
    changes = changed("HEAD", ["."])
    assert ranges(changes, macros / "m.md") == ((3, 3),)
    assert changes.touches("macros/new.md", 5, 5)
    assert not changes.has("macros")


def test_a_submodule_with_nothing_but_a_new_file(with_submodule: Path) -> None:
    (with_submodule / "macros" / "new.md").write_text(TEN, encoding="utf-8")
    assert names(changed("HEAD", ["."]), with_submodule) == ["macros/new.md"]


def test_a_submodule_that_is_new_itself(with_submodule: Path) -> None:
    assert changed("HEAD~1", ["."]).touches("macros/m.md", 10, 10)


def test_a_repository_that_is_no_submodule(repo: Path) -> None:
    # Git itself does not look into it; without this its findings would be lost without a word.
    repository(repo / "nested", x=TEN)
    assert changed("main", ["."]).touches("nested/x.md", 1, 1)


def failing(ref: str, *paths: str) -> UsageError:
    with pytest.raises(UsageError) as caught:
        changed(ref, paths)
    return caught.value


def test_an_unknown_commit_is_an_error_with_the_nearest(repo: Path) -> None:
    error = failing("mian", ".")
    assert error.message == f"no commit, branch or tag 'mian' in {repo}"
    assert error.hint == "did you mean main?"


@pytest.mark.parametrize("ref", ["--output=x", "-h", ""])
def test_an_option_is_no_commit(repo: Path, ref: str) -> None:
    assert failing(ref, ".").message == f"{ref!r} is no commit, branch or tag"
    assert not (repo / "x").exists()


def test_a_repository_without_commits(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run(tmp_path / "empty", "init", "-q")
    assert "no commit, branch or tag 'HEAD'" in failing("HEAD", str(tmp_path / "empty")).message


def test_outside_of_a_repository(tmp_path: Path) -> None:
    error = failing("main", str(tmp_path))
    assert (error.message, error.where) == ("--since needs a Git repository", str(tmp_path))
    assert "leave out --since" in error.hint


def test_a_shallow_clone(repo: Path, tmp_path: Path) -> None:
    edit(repo / "a.md", "Line 1.\n", "One.\n")
    run(repo, "commit", "-q", "-a", "-m", "second")
    first = run(repo, "rev-parse", "HEAD~1")
    run(tmp_path, "clone", "-q", "--depth", "1", repo.as_uri(), "clone")
    clone = tmp_path / "clone"
    assert "fetch-depth: 0" in failing(first, str(clone)).hint
    edit(clone / "b.md", "Line 1.\n", "One.\n")
    assert names(changed("HEAD", [str(clone)]), clone) == ["b.md"]  # enough history for this


def test_no_common_commit(repo: Path) -> None:
    run(repo, "checkout", "-q", "--orphan", "island")
    run(repo, "commit", "-q", "-m", "alone")
    error = failing("main", ".")
    assert error.message == "'main' and the current branch have no common commit"
    assert error.hint == "name a commit that this branch comes from"


def test_no_git(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo))
    error = failing("main", ".")
    assert error.message == "--since needs the program git"
    assert "install it" in error.hint


def test_a_damaged_repository_is_told_in_the_words_of_git(repo: Path) -> None:
    (repo / ".git" / "HEAD").write_text("nonsense", encoding="utf-8")
    assert failing("main", ".").message.startswith("git rev-parse: fatal: not a git repository")


def test_standard_input_is_looked_for_here(repo: Path) -> None:
    assert changed("main", ["-"]).files == frozenset()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (b"b/a.md", "a.md"),
        (b"b/a b.md\t", "a b.md"),
        (b'"b/a\\tb.md"', "a\tb.md"),
        (b'"b/\\303\\274.md"', "ü.md"),
        ('"b/ü\\"ü.md"'.encode(), 'ü"ü.md'),
        (b"/dev/null", ""),
    ],
)
def test_names_in_a_patch(written: bytes, name: str) -> None:
    assert new_name(written) == name


def test_a_patch_that_ends_early_is_no_endless_loop() -> None:
    assert list(hunks([b"diff --git a/x b/x", b"+++ b/x", b"@@ -1,9 +1,9 @@", b"-x"])) == [("x", ((1, 9),))]
