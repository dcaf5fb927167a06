from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coach.settings.discovery import Projects
from coach.settings.project import Project
from coach.sources.document import Library

Tree = Callable[..., Path]

TABLES = """\
ignore = ["blame"]
vocabulary = ["A"]

[severity]
jargon = "hint"

[[per-file]]
files = ["de/", "*.de.md"]
lang = "de"
extend-ignore = ["policy"]

[[per-file]]
files = ["chat/"]
channel = "chat"
lang = "tr"
severity = { vague = "error" }

[[per-file]]
files = ["/legal/*.md"]
ignore = []
min-severity = "error"
encoding = "cp1252"
markup = "html"
dialect = "liquid"
placeholders = ["x.*"]
extend-vocabulary = ["B"]
"""


def project(tree: Tree, text: str = TABLES) -> Project:
    tree({"coach.toml": text})
    return Projects(environ={}).for_folder(".")


class TestPerFile:
    def test_a_table_holds_for_its_files(self, tree: Tree) -> None:
        config = project(tree).settings_for("macros/de/a.md").config
        assert (config.lang, config.channel, config.ignore) == ("de", "email", ("blame", "policy"))

    def test_and_for_no_others(self, tree: Tree) -> None:
        found = project(tree)
        for name in ("a.md", "deep/er/a.md", "other/legal/a.md", "legal/x/a.md", "de.md", "model/a.md", "-", ""):
            assert found.settings_for(name) is found.settings, name

    def test_several_may_match_and_the_last_wins(self, tree: Tree) -> None:
        config = project(tree).settings_for("chat/refund.de.md").config
        assert (config.lang, config.channel, config.ignore) == ("tr", "chat", ("blame", "policy"))

    def test_lists_replace_and_tables_add(self, tree: Tree) -> None:
        found = project(tree)
        legal = found.settings_for("legal/a.md")
        assert (legal.config.ignore, legal.config.vocabulary, legal.config.min_severity) == ((), ("A", "B"), "error")
        assert legal.reading[:1] + legal.reading[2:] == ("cp1252", "html", "liquid", ("x.*",))
        assert legal.config.severities == (("jargon", "hint"),)
        assert found.settings_for("chat/a.md").config.severities == (("jargon", "hint"), ("vague", "error"))

    def test_absolute_paths_and_ways_around(self, tree: Tree) -> None:
        found = project(tree)
        expected = found.settings_for("de/a.md")
        for name in (f"{found.root}/de/a.md", "./de/a.md", "x/../de/a.md", "de//a.md"):
            assert found.settings_for(name) is expected, name

    def test_files_that_are_told_the_same_share_their_settings(self, tree: Tree) -> None:
        found = project(tree)
        names = [f"{folder}/{number}.md" for folder in ("de", "chat", "legal", "other") for number in range(500)]
        assert len({id(found.settings_for(name)) for name in names}) == 4

    def test_what_holds_for_the_run_is_not_touched(self, tree: Tree) -> None:
        found = project(tree)
        found.settings_for("legal/a.md")
        assert found.run.min_severity == "hint"
        assert found.settings.config.ignore == ("blame",)


class TestLibraries:
    def test_the_last_that_matches_is_the_one(self, tree: Tree) -> None:
        found = project(
            tree,
            '[[library]]\nfiles = ["*.yaml"]\ntext = ["a"]\nname = ["title"]\n[[library]]\nfiles = ["x/"]\ntext = ["b.*.c"]\n',
        )
        assert found.settings_for("m.yaml").reading.library == Library(text=("a",), name=("title",))
        assert found.settings_for("x/m.yaml").reading.library == Library(text=("b.*.c",)), "tables of a library are not mixed"
        assert found.settings_for("m.json").reading.library is None

    def test_along_with_a_table_for_the_file(self, tree: Tree) -> None:
        both = '[[per-file]]\nfiles = ["de/"]\nlang = "de"\n[[library]]\nfiles = ["*.csv"]\ntext = ["body"]\nmarkup = "auto"\n'
        found = project(tree, both)
        settings = found.settings_for("de/m.csv")
        assert (settings.config.lang, settings.reading.library) == ("de", Library(text=("body",)))
        assert found.settings_for("de/m.md").reading.library is None
        assert found.settings_for("m.csv").config.lang is None
