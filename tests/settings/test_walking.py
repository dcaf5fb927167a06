from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coach.errors import UsageError
from coach.settings.discovery import Projects
from coach.settings.record import Found
from coach.settings.walking import find

Tree = Callable[..., Path]
Refused = Callable[..., UsageError]


def names(*paths: str, flags: Mapping[str, object] | None = None) -> list[str]:
    return [one.path.removeprefix("") for one in found(*paths, flags=flags)]


def found(*paths: str, flags: Mapping[str, object] | None = None) -> list[Found]:
    result = find(paths or ["."], Projects(flags or {}, environ={}))
    assert all(isinstance(one, Found) for one in result), result
    return [one for one in result if isinstance(one, Found)]


def files(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "x")


class TestBelowAFolder:
    def test_what_is_read_in_the_order_of_names(self, tree: Tree) -> None:
        tree(files("b.txt", "a/c.MD", "a/b.html", "z.j2", "m.eml", "l.liquid", "h.hbs", "n.py", "pic.png", "noending"))
        assert names() == ["a/b.html", "a/c.MD", "b.txt", "h.hbs", "l.liquid", "m.eml", "z.j2"]

    def test_data_files_are_offered_but_were_not_asked_for(self, tree: Tree) -> None:
        tree({**files("a.json", "b.yaml", "c.csv", "d.md"), "coach.toml": '[[library]]\nfiles = ["b.yaml"]\ntext = ["x"]\n'})
        assert [(one.path, one.asked) for one in found()] == [
            ("a.json", False),
            ("b.yaml", True),
            ("c.csv", False),
            ("d.md", True),
        ]

    def test_configuration_files_are_no_data(self, tree: Tree) -> None:
        tree(files("pyproject.toml", "a/pyproject.toml") | {"coach.toml": "", "a/.coach.toml": ""})
        assert names() == []

    def test_what_is_usually_left_out(self, tree: Tree) -> None:
        tree(files(*(f"{name}/a.md" for name in ("node_modules", "venv", ".venv", ".git", "dist", "x/build", "builds", ".h"))))
        assert names() == ["builds/a.md"]

    def test_hidden_files_are_read_links_to_folders_are_not(self, tree: Tree) -> None:
        root = tree(files(".draft.md", "a/b.md"))
        (root / "link").symlink_to(root / "a")
        assert names() == [".draft.md", "a/b.md"]

    def test_exclude_replaces_extend_exclude_adds(self, tree: Tree) -> None:
        tree({**files("dist/a.md", "old/a.md", "x/old/a.md", "a.md"), "coach.toml": 'exclude = ["old"]'})
        assert names() == ["a.md", "dist/a.md"]
        tree({"coach.toml": 'extend-exclude = ["/old"]'})
        assert names() == ["a.md", "x/old/a.md"]

    def test_patterns_of_exclude(self, tree: Tree) -> None:
        tree(
            {
                **files("a.old.md", "x/b.old.md", "m/a.md", "m/n/a.md", "p/m/a.md"),
                "coach.toml": 'exclude = ["*.old.md", "m/*.md"]',
            }
        )
        assert names() == ["m/n/a.md", "p/m/a.md"]

    def test_include_adds_and_exclude_still_wins(self, tree: Tree) -> None:
        said = 'include = ["*.text", ".github/*.md"]\nextend-exclude = ["b.text"]\n'
        tree({**files("a.text", "b.text", "c.md", ".github/p.md", ".github/p.text", ".other/p.md"), "coach.toml": said})
        assert names() == [".github/p.md", ".github/p.text", "a.text", "c.md"]

    def test_flags(self, tree: Tree) -> None:
        tree({**files("a.md", "b.md", "c.md"), "coach.toml": 'extend-exclude = ["a.md"]'})
        assert names(flags={"extend-exclude": ("b.md",)}) == ["c.md"]
        assert names(flags={"exclude": ("b.md",)}) == ["a.md", "c.md"]

    def test_a_project_inside_a_project_has_its_own_say(self, tree: Tree) -> None:
        tree(
            {
                **files("a/old/x.md", "b/old/x.md", "b/new/x.md"),
                "coach.toml": 'lang = "de"\nextend-exclude = ["old"]\n',
                "b/coach.toml": 'lang = "tr"\nextend-exclude = ["/new"]\n',
            }
        )
        assert [(one.path, one.settings.config.lang) for one in found()] == [("b/old/x.md", "tr")]

    def test_patterns_with_a_slash_count_from_the_configuration_not_from_the_search(self, tree: Tree) -> None:
        tree({**files("a/b/x.md", "b/x.md"), "coach.toml": 'extend-exclude = ["a/b/"]'})
        assert names("a") == []
        assert names("b") == ["b/x.md"]

    def test_settings_come_along(self, tree: Tree) -> None:
        tree({**files("de/x.md", "x.md"), "coach.toml": '[[per-file]]\nfiles = ["de/"]\nlang = "de"\n'})
        assert [(one.path, one.settings.config.lang) for one in found()] == [("de/x.md", "de"), ("x.md", None)]


class TestNamed:
    def test_a_named_file_is_always_meant(self, tree: Tree) -> None:
        tree({**files("node_modules/a.md", "old/b.md", "c.py"), "coach.toml": 'extend-exclude = ["old"]', ".gitignore": "*.py\n"})
        assert names("node_modules/a.md", "old/b.md", "c.py", "missing.md") == [
            "node_modules/a.md",
            "old/b.md",
            "c.py",
            "missing.md",
        ]

    def test_so_is_what_lies_in_a_named_folder(self, tree: Tree) -> None:
        tree({**files("build/a.md", "build/old/b.md", ".h/c.md"), "coach.toml": 'extend-exclude = ["old"]'})
        assert names("build", ".h") == ["build/a.md", ".h/c.md"]

    def test_force_exclude(self, tree: Tree) -> None:
        tree({**files("dist/a.md", "old/x/b.md", "c.md", "d.old.md"), "coach.toml": 'extend-exclude = ["old/", "*.old.md"]'})
        paths = ("dist/a.md", "dist", "old/x/b.md", "old/x", "c.md", "d.old.md", ".")
        assert names(*paths, flags={"force-exclude": True}) == ["c.md"]
        tree({"coach.toml": 'extend-exclude = ["old/", "*.old.md"]\nforce-exclude = true\n'})
        assert names(*paths) == ["c.md"]

    def test_force_exclude_heeds_ignore_files(self, tree: Tree) -> None:
        tree({**files("a/x.md", "a/y.md", "b/z.md"), ".git/HEAD": "", ".gitignore": "/b/\n", "a/.coachignore": "y.md\n"})
        assert names("a/x.md", "a/y.md", "b/z.md", flags={"force-exclude": True}) == ["a/x.md"]

    def test_what_lies_above_the_project_excludes_nothing(self, tree: Tree) -> None:
        tree({**files("build/p/a.md"), "build/p/coach.toml": ""})
        assert names("build/p/a.md", flags={"force-exclude": True}) == ["build/p/a.md"]

    def test_each_file_once(self, tree: Tree) -> None:
        tree(files("a/b.md", "a/c.md"))
        assert names("a/b.md", "a", "a/b.md", "-", "-") == ["a/b.md", "a/c.md", "-"]

    def test_standard_input_has_the_settings_of_its_name(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"\nexclude = ["*"]\n[[per-file]]\nfiles = ["tr/"]\nlang = "tr"\n', "q/coach.toml": ""})

        def lang(name: str) -> str | None:
            (one,) = find(["-"], Projects({"force-exclude": True}, environ={}), name)
            assert isinstance(one, Found)
            return one.settings.config.lang

        assert [lang(name) for name in ("", "a.md", "tr/a.md", "q/a.md")] == ["de", "de", "tr", None]

    def test_a_pattern_that_the_shell_left(self, tree: Tree) -> None:
        tree(files("a/1.txt", "a/2.txt", "b/3.txt"))
        assert names("*/*.txt") == ["a/1.txt", "a/2.txt", "b/3.txt"]
        (error,) = find(["*.zzz"], Projects(environ={}))
        assert str(error) == "*.zzz: no file matches"

    def test_a_file_whose_name_is_a_pattern(self, tree: Tree) -> None:
        tree(files("a[1].md", "a1.md"))
        assert names("a[1].md") == ["a[1].md"]

    @pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may read everything")
    def test_a_folder_that_cannot_be_read_does_not_end_the_search(self, tree: Tree) -> None:
        root = tree(files("a/x.md", "b.md"))
        (root / "a").chmod(0)
        error, one = find(["."], Projects(environ={}))
        (root / "a").chmod(0o755)
        assert (str(error), isinstance(one, Found)) == ("./a: Permission denied", True)

    def test_a_broken_configuration_ends_the_search_with_one_error(self, tree: Tree, refused: Refused) -> None:
        tree({**files(*(f"m/{number}.md" for number in range(50))), "m/coach.toml": "lang = 1", "a.md": "x"})
        paths = ["a.md", *(f"m/{number}.md" for number in range(50))]
        for given in (["."], paths):
            error = refused(lambda given=given: find(given, Projects(environ={})))
            assert (error.where, error.message) == (
                os.path.join("m", "coach.toml") + ":1:8",
                "lang must be a text, not a whole number",
            )


class TestIgnoreFiles:
    def test_gitignore(self, tree: Tree) -> None:
        tree(
            {
                **files("a.md", "b.tmp.md", "sub/c.tmp.md", "secret/d.md", "sub/secret/e.md"),
                ".gitignore": "*.tmp.md\n/secret/\n# c\n\n",
            }
        )
        assert names() == ["a.md", "sub/secret/e.md"]
        assert names(flags={"respect-gitignore": False}) == ["a.md", "b.tmp.md", "secret/d.md", "sub/c.tmp.md", "sub/secret/e.md"]

    def test_not_respecting_gitignore_still_heeds_coachignore(self, tree: Tree) -> None:
        tree(
            {
                **files("a.md", "b.md", "c.md"),
                ".gitignore": "a.md\n",
                ".coachignore": "b.md\n",
                "coach.toml": "respect-gitignore = false",
            }
        )
        assert names() == ["a.md", "c.md"]

    def test_negation(self, tree: Tree) -> None:
        tree({**files("a.md", "keep.md", "x/a.md", "x/keep.md"), ".gitignore": "*.md\n!keep.md\n"})
        assert names() == ["keep.md", "x/keep.md"]

    def test_what_is_in_an_ignored_folder_cannot_be_taken_back(self, tree: Tree) -> None:
        tree({**files("x/keep.md"), ".gitignore": "x/\n!keep.md\n"})
        assert names() == []

    def test_nested_files_beat_those_above(self, tree: Tree) -> None:
        tree({**files("a.md", "x/a.md", "x/b.md", "y/a.md", "y/b.md"), ".gitignore": "a.md\n", "x/.gitignore": "!a.md\n/b.md\n"})
        assert names() == ["x/a.md", "y/b.md"]

    def test_coachignore_has_the_last_word_in_its_folder(self, tree: Tree) -> None:
        tree({**files("a.md", "b.md"), ".gitignore": "a.md\n", ".coachignore": "!a.md\nb.md\n"})
        assert names() == ["a.md"]

    def test_rules_from_above_reach_a_named_folder(self, tree: Tree) -> None:
        tree({**files("m/de/a.md", "m/de/b.md"), ".git/HEAD": "", ".gitignore": "m/de/a.md\n", "m/.coachignore": "b.md\n"})
        assert names("m/de") == []
        assert names("m/de", flags={"respect-gitignore": False}) == ["m/de/a.md"]

    def test_in_a_project_without_a_repository_they_count_from_the_configuration(self, tree: Tree) -> None:
        tree({**files("p/m/a.md", "p/m/b.md"), ".coachignore": "b.md\n", "p/.coachignore": "a.md\n", "p/coach.toml": ""})
        assert names("p/m") == ["p/m/b.md"]

    def test_rules_of_a_repository_around_the_repository_are_not_its_own(self, tree: Tree) -> None:
        tree({**files("in/m/a.md"), ".git/HEAD": "", ".gitignore": "a.md\n", "in/.git/HEAD": ""})
        assert names("in/m") == ["in/m/a.md"]

    def test_a_folder_that_is_ignored_is_entered_when_it_is_named(self, tree: Tree) -> None:
        tree(
            {
                **files("drafts/x/a.md", "drafts/x/b.md"),
                ".git/HEAD": "",
                ".gitignore": "drafts/\n*.md\n",
                "drafts/x/.gitignore": "b.md\n",
            }
        )
        assert names("drafts/x") == ["drafts/x/a.md"]
        assert names("drafts") == ["drafts/x/a.md"]
        assert names(".") == []

    def test_include_does_not_bring_back_what_is_ignored(self, tree: Tree) -> None:
        tree({**files("a.text"), "coach.toml": 'include = ["*.text"]', ".gitignore": "a.text\n"})
        assert names() == []

    def test_a_byte_order_mark_and_the_line_ends_of_windows(self, tree: Tree) -> None:
        tree({**files("a.md", "b.md"), ".gitignore": "\ufeffa.md\r\nb.md\r\n"})
        assert names() == []

    def test_a_line_that_means_nothing(self, tree: Tree, refused: Refused) -> None:
        tree({**files("a.md", "b.md"), ".gitignore": "!\na.md\n"})
        assert names() == ["b.md"], "git passes over it"
        tree({".gitignore": "", ".coachignore": "a.md\n!\n"})
        error = refused(names)
        assert (error.where, error.message) == (".coachignore:2:1", "'!' cannot be understood")

    @pytest.mark.skipif(shutil.which("git") is None, reason="compares with git itself")
    @pytest.mark.parametrize(
        "rules",
        [
            "x/*\n!x/y/\n",
            "**/y\n",
            "x/**/c.md\n",
            "/*\n!/x\n",
            "*.md\n!x/**/a.md\n",
            "y/\n",
            "x/y\n!x/y/a.md\n",
            "[ab].md\n",
            "a.m?\n",
            "\\#c.md\n",
            "d .md\n",
            "c.md \n",
            "!a.md\n*.md\n",
            "x/y/**\n!x/y/z/\n",
        ],
    )
    def test_the_same_as_git(self, tree: Tree, rules: str) -> None:
        layout = ("a.md", "b.md", "c.md", "#c.md", "d .md", "x/a.md", "x/y/a.md", "x/y/c.md", "x/y/z/a.md", "x/z/c.md", "y/b.md")
        tree({**files(*layout), ".gitignore": rules})
        git = ("git", "-c", "core.excludesFile=", "-c", "core.quotePath=false")
        subprocess.run([*git, "init", "-q"], check=True)
        listed = subprocess.run(
            [*git, "ls-files", "--others", "--exclude-standard", "*.md"], capture_output=True, text=True, check=True
        )
        assert sorted(names()) == sorted(listed.stdout.splitlines())


def test_a_line_of_gitignore_that_is_no_pattern_is_passed_over(tree: Tree) -> None:
    tree({**files("a.md", "b.md"), ".git/HEAD": "", ".gitignore": "[z-a]\n[[:digit:]]\nb.md\n"})
    assert names() == ["a.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_gitignore_that_is_a_pipe_or_a_folder_holds_no_rules(tree: Tree) -> None:
    tree({**files("a.md", "sub/b.md"), ".git/HEAD": "", "sub/.gitignore/": ""})
    os.mkfifo(".gitignore")
    assert names() == ["a.md", "sub/b.md"]
