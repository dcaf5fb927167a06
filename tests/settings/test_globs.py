from __future__ import annotations

import pytest

from coach.settings.globs import Globs, expression, fault, is_name, relative
from coach.settings.record import Glob


def match(pattern: str, path: str, *, below: bool = True, folder: str = "/w") -> bool:
    return Globs([Glob(pattern, folder)], below=below).match(path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("drafts", "/w/drafts/a.md"),
        ("drafts", "/w/x/y/drafts/z/a.md"),
        ("drafts/", "/w/x/drafts/a.md"),
        ("*.de.md", "/w/x/refund.de.md"),
        ("macros/*.md", "/w/macros/a.md"),
        ("/a.md", "/w/a.md"),
        ("./a.md", "/w/a.md"),
        ("**/chat/*.md", "/w/chat/a.md"),
        ("**/chat/*.md", "/w/x/y/chat/a.md"),
        ("macros/**", "/w/macros/x/y.md"),
        ("macros/**/a.md", "/w/macros/a.md"),
        ("macros/**/a.md", "/w/macros/x/y/a.md"),
        ("a?.md", "/w/ab.md"),
        ("[ab]c.md", "/w/bc.md"),
        ("[!ab]c.md", "/w/xc.md"),
        ("x[[]y].md", "/w/x[y].md"),
        ("a+b (1).md", "/w/a+b (1).md"),
        ("größe", "/w/größe/a.md"),
        ("*", "/w/a/b.md"),
    ],
)
def test_matches(pattern: str, path: str) -> None:
    assert fault(pattern) is None
    assert match(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path", "why"),
    [
        ("drafts", "/w/mydrafts/a.md", "a name is whole"),
        ("drafts/", "/w/drafts", "a slash at the end means a folder, and this is a file"),
        ("macros/*.md", "/w/x/macros/a.md", "a pattern with a slash counts from the folder of its file"),
        ("macros/*.md", "/w/macros/x/a.md", "* stays within a folder"),
        ("/a.md", "/w/x/a.md", "a slash in front holds it at the top"),
        ("./a.md", "/w/x/a.md", "so does ./"),
        ("a?.md", "/w/a/.md", "? is no slash"),
        ("[!b]c.md", "/w//c.md", "nor is what is in no brackets"),
        ("macros/**", "/w/macros", "** is something below"),
        ("a.md", "/w/axmd", "a dot is a dot"),
        ("A.md", "/w/a.md", "case counts"),
        ("macros/*.md", "/other/macros/a.md", "what lies outside the folder is not counted from it"),
        ("work/*.md", "/work/a.md", "nor from the root of the file system"),
    ],
)
def test_does_not_match(pattern: str, path: str, why: str) -> None:
    assert not match(pattern, path), why


def test_a_name_alone_matches_outside_of_its_folder_too() -> None:
    assert match("*.bak.md", "/other/x.bak.md")


def test_asked_for_itself_only() -> None:
    assert match("drafts", "/w/x/drafts/", below=False)
    assert match("drafts/", "/w/drafts/", below=False)
    assert not match("drafts/", "/w/drafts", below=False)
    assert not match("drafts", "/w/drafts/a.md", below=False), "somebody named the folder, and what is in it is asked for"
    assert match("drafts/*", "/w/drafts/a.md", below=False)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "matches nothing"),
        (" ", "matches nothing"),
        ("/", "matches nothing"),
        (".", "matches nothing"),
        ("./", "matches nothing"),
        ("!keep.md", "negated"),
        ("macros\\de", "separated by /"),
        ("../other/*.md", "leave the folder"),
        ("*.{md,txt}", "braces"),
        ("a[b.md", "not closed"),
        ("[z-a].md", "not a pattern"),
    ],
)
def test_patterns_that_cannot_work(pattern: str, said: str) -> None:
    problem = fault(pattern)
    assert problem is not None
    assert said in problem[0]
    assert problem[1]


def test_several_folders_are_kept_apart() -> None:
    globs = Globs([Glob("a.md", "/w"), Glob("x/*.md", "/w/y")], below=True)
    assert globs.match("/w/y/x/b.md")
    assert not globs.match("/w/x/b.md")


def test_the_root_of_the_file_system() -> None:
    assert relative("/a/b.md", "/") == "a/b.md"
    assert match("a/*.md", "/a/b.md", folder="/")


def test_only_a_bare_name_is_a_name() -> None:
    assert is_name("node_modules")
    assert not any(is_name(pattern) for pattern in ("*.md", "a/b", "drafts/", "[ab]", "a?"))


def test_an_expression_is_not_open_at_its_ends() -> None:
    assert expression("a", below=False) == "(?:.*/)?a/?"
