from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.config import Config
from coach.errors import UsageError
from coach.settings.discovery import Projects, user_file
from coach.settings.project import Project

Tree = Callable[..., Path]
Refused = Callable[..., UsageError]


def lang(folder: str, **options: object) -> str | None:
    return Projects(environ={}, **options).for_folder(folder).settings.config.lang  # type: ignore[arg-type]


class TestWhichFile:
    def test_none(self, tree: Tree) -> None:
        root = tree({"a/": ""})
        project = Projects(environ={}).for_folder("a")
        assert (project.path, project.root) == ("", str(root))
        assert project.settings.config == Config()

    def test_the_first_of_the_names(self, tree: Tree) -> None:
        root = tree({"pyproject.toml": '[tool.coach]\nlang = "ru"\n'})
        assert lang(".") == "ru"
        tree({"coach.toml": 'lang = "de"'})
        assert lang(".") == "de"
        tree({".coach.toml": 'lang = "tr"'})
        assert lang(".") == "tr"
        (root / ".coach.toml").unlink()
        (root / ".coach.toml").mkdir()
        assert lang(".") == "de", "a folder of that name is no configuration"

    def test_the_nearest_wins_and_nothing_is_merged(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"\nchannel = "chat"\n', "a/coach.toml": 'lang = "tr"\n', "a/b/c/": "", "d/": ""})
        known = Projects(environ={})
        found = {name: known.for_folder(name).settings.config for name in (".", "a", "a/b/c", "d")}
        assert {name: (config.lang, config.channel) for name, config in found.items()} == {
            ".": ("de", "chat"),
            "a": ("tr", "email"),
            "a/b/c": ("tr", "email"),
            "d": ("de", "chat"),
        }

    def test_a_nearer_pyproject_with_our_section_beats_a_farther_coach_toml(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"', "a/pyproject.toml": '[tool.coach]\nlang = "tr"\n'})
        assert lang("a") == "tr"

    @pytest.mark.parametrize(
        "text",
        [
            "[project]\nname = 'x'\n",
            "[tool.ruff]\nline-length = 1\n",
            "[tool.coachella]\nlang = 'xx'\n",
            "[[tool.coach]]\nlang = 'xx'\n",
            "# [tool.coach]\n",
            "",
        ],
    )
    def test_a_pyproject_without_our_section_is_passed_by(self, tree: Tree, text: str) -> None:
        tree({"coach.toml": 'lang = "de"', "a/pyproject.toml": text, "a/b/": ""})
        assert lang("a/b") == "de"

    def test_a_broken_pyproject_that_is_not_ours_is_not_read(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"', "a/pyproject.toml": "[project\n\xff"})
        assert lang("a") == "de"

    def test_an_empty_section_ends_the_search(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"', "a/pyproject.toml": "[tool.coach]\n"})
        assert lang("a") is None

    def test_a_folder_that_is_not_there_belongs_to_the_one_around_it(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"'})
        assert lang("new/er") == "de"

    def test_paths_upwards(self, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
        root = tree({"coach.toml": 'lang = "de"', "a/coach.toml": 'lang = "tr"', "a/b/": ""})
        monkeypatch.chdir(root / "a" / "b")
        assert lang(".") == "tr"
        assert lang("../..") == "de"

    def test_a_working_folder_that_was_removed(self, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
        def gone() -> str:
            raise FileNotFoundError

        tree({"coach.toml": 'lang = "de"'})
        monkeypatch.setattr(os, "getcwd", gone)
        assert Projects(environ={}).for_file("").settings.config == Config()


class TestFilesAndRuns:
    def test_each_file_belongs_to_its_own_nearest_file(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"', "a/coach.toml": 'lang = "tr"'})
        known = Projects(environ={})
        assert known.for_file("x.md").settings.config.lang == "de"
        assert known.for_file("a/x.md").settings.config.lang == "tr"

    def test_standard_input_belongs_to_the_working_folder(self, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
        root = tree({"coach.toml": 'lang = "de"', "a/coach.toml": 'lang = "tr"'})
        assert Projects(environ={}).for_file("").settings.config.lang == "de"
        monkeypatch.chdir(root / "a")
        assert Projects(environ={}).for_file("").settings.config.lang == "tr"

    @pytest.mark.parametrize(
        ("paths", "stdin_filename", "expected"),
        [
            (["."], "", "error"),
            (["a"], "", "hint"),
            (["a/x.md"], "", "hint"),
            (["a/x.md", "a/y.md"], "", "hint"),
            (["a/x.md", "b/x.md"], "", "error"),
            (["-"], "", "error"),
            (["-"], "a/draft.md", "hint"),
            (["a/missing.md"], "", "hint"),
            ([], "", "error"),
        ],
    )
    def test_the_run_belongs_to_the_folder_that_holds_all_paths(
        self, tree: Tree, paths: list[str], stdin_filename: str, expected: str
    ) -> None:
        tree({"coach.toml": 'fail-on = "error"', "a/coach.toml": 'fail-on = "hint"', "a/x.md": "", "a/y.md": "", "b/x.md": ""})
        assert Projects(environ={}).for_run(paths, stdin_filename).run.fail_on == expected


class TestUser:
    def test_only_without_a_project(self, tree: Tree) -> None:
        root = tree({"home/.config/coach/coach.toml": 'lang = "ru"\nchannel = "chat"\n', "p/coach.toml": 'lang = "de"', "q/": ""})
        known = Projects(environ={"HOME": str(root / "home")})
        assert known.for_folder("q").settings.config.lang == "ru"
        config = known.for_folder("p").settings.config
        assert (config.lang, config.channel) == ("de", "email"), "the two are not merged"

    def test_its_place(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert user_file({"XDG_CONFIG_HOME": "/x", "HOME": "/h"}) == os.path.join("/x", "coach", "coach.toml")
        assert user_file({"HOME": "/h"}) == os.path.join("/h", ".config", "coach", "coach.toml")
        assert user_file({}) == "", "nobody's"
        assert user_file({"XDG_CONFIG_HOME": "relative"}) == "", "such a path is to be ignored, says its specification"
        monkeypatch.setattr(os, "name", "nt")
        assert user_file({"APPDATA": "/r", "HOME": "/h"}) == os.path.join("/r", "coach", "coach.toml")

    def test_its_patterns_without_a_slash_mean_files_anywhere(self, tree: Tree) -> None:
        root = tree({"home/coach/coach.toml": '[[per-file]]\nfiles = ["*.chat.md"]\nchannel = "chat"\n', "q/": ""})
        project = Projects(environ={"XDG_CONFIG_HOME": str(root / "home")}).for_folder("q")
        assert project.settings_for("q/a.chat.md").config.channel == "chat"
        assert project.settings_for("q/a.md").config.channel == "email"
        assert project.root == str(root)

    def test_a_broken_one_is_named(self, tree: Tree, refused: Refused) -> None:
        root = tree({"home/coach/coach.toml": "lang = 1", "q/": ""})
        known = Projects(environ={"XDG_CONFIG_HOME": str(root / "home")})
        assert refused(lambda: known.for_folder("q")).where.endswith("coach.toml:1:8")


class TestConfigAndIsolated:
    def test_a_named_file_replaces_the_search(self, tree: Tree) -> None:
        root = tree({"coach.toml": 'lang = "de"', "a/coach.toml": 'lang = "tr"', "other.toml": 'channel = "chat"'})
        known = Projects(config=["other.toml"], environ={})
        for folder in (".", "a"):
            config = known.for_folder(folder).settings.config
            assert (config.lang, config.channel) == (None, "chat")
        assert known.for_folder(".").root == str(root)

    def test_what_a_file_kept_elsewhere_is_about(self, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
        root = tree({"ci/coach.toml": "", "a/": ""})
        assert Projects(config=["ci/coach.toml"], environ={}).for_folder(".").root == str(root)
        monkeypatch.chdir(root / "ci")
        assert Projects(config=["coach.toml"], environ={}).for_folder("../a").root == str(root / "ci")

    def test_a_named_pyproject_needs_our_section(self, tree: Tree, refused: Refused) -> None:
        tree({"pyproject.toml": "[project]\n"})
        error = refused(lambda: Projects(config=["pyproject.toml"], environ={}))
        assert (error.where, error.message) == ("pyproject.toml", "has no section [tool.coach]")

    def test_a_named_file_that_is_not_there(self, tree: Tree, refused: Refused) -> None:
        tree({})
        error = refused(lambda: Projects(config=["nowhere.toml"], environ={}))
        assert (error.where, error.message) == ("nowhere.toml", "No such file or directory")

    def test_two_files(self, tree: Tree, refused: Refused) -> None:
        tree({"a.toml": "", "b.toml": ""})
        assert "names two files" in refused(lambda: Projects(config=["a.toml", "b.toml"], environ={})).message

    def test_settings_one_by_one(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"\nignore = ["blame"]\n'})
        known = Projects(config=['lang = "tr"', "extend-ignore=['policy']", "severity.vague='error'"], environ={})
        config = known.for_folder(".").settings.config
        assert (config.lang, config.ignore, config.severities) == ("tr", ("blame", "policy"), (("vague", "error"),))

    def test_a_setting_may_be_a_table_for_some_files(self, tree: Tree) -> None:
        tree({})
        project = Projects(config=['per-file = [{files = ["tr/"], lang = "tr"}]'], environ={}).for_folder(".")
        assert project.settings_for("tr/a.md").config.lang == "tr"
        assert project.settings_for("a.md").config.lang is None

    def test_a_file_whose_name_has_an_equals_sign(self, tree: Tree) -> None:
        tree({"a=b.toml": 'lang = "de"'})
        assert lang(".", config=["a=b.toml"]) == "de"

    @pytest.mark.parametrize(
        ("said", "message"),
        [
            ("lang = de", "neither a file that exists nor a setting"),
            ('langg = "de"', "langg: unknown key 'langg'"),
            ('lang = "xx"', "lang: lang cannot be 'xx'"),
            ('ignore = ["blaem"]', "ignore: unknown rule or category 'blaem'"),
            ('extend = "a.toml"', "extend: only a file can build on a file"),
        ],
    )
    def test_a_setting_that_is_wrong(self, tree: Tree, refused: Refused, said: str, message: str) -> None:
        tree({})
        error = refused(lambda: Projects(config=[said], environ={}).for_folder("."))
        assert (error.where, error.message) == (f"--config {said!r}", message)

    def test_isolated_reads_no_file_but_hears_the_rest(self, tree: Tree) -> None:
        root = tree({"coach.toml": 'lang = "de"', "c.toml": 'lang = "tr"', "home/coach/coach.toml": 'lang = "tr"'})
        environ = {"COACH_CONFIG": "c.toml", "XDG_CONFIG_HOME": str(root / "home"), "COACH_REGISTER": "formal"}
        config = Projects(isolated=True, config=['channel = "chat"'], environ=environ).for_folder(".").settings.config
        assert (config.lang, config.channel, config.register) == (None, "chat", "formal")

    def test_isolated_and_a_file_contradict_each_other(self, tree: Tree, refused: Refused) -> None:
        tree({"c.toml": ""})
        assert "--isolated" in refused(lambda: Projects(isolated=True, config=["c.toml"], environ={})).message

    def test_a_variable_names_the_file(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"', "c.toml": 'lang = "tr"', "d.toml": 'lang = "ru"'})
        assert Projects(environ={"COACH_CONFIG": "c.toml"}).for_folder(".").settings.config.lang == "tr"
        assert Projects(environ={"COACH_CONFIG": "c.toml"}, config=["d.toml"]).for_folder(".").settings.config.lang == "ru"


class TestOrder:
    def test_each_beats_the_next(self, tree: Tree) -> None:
        root = tree({"coach.toml": 'channel = "chat"', "home/coach/coach.toml": 'channel = "phone"', "coach/": ""})
        environ = {"COACH_LANG": "ru", "XDG_CONFIG_HOME": str(root / "home")}

        def said(flags: dict[str, object], config: list[str], variables: dict[str, str]) -> str | None:
            return Projects(flags, config=config, environ={**environ, **variables}).for_folder(".").settings.config.lang

        tree({"coach.toml": 'lang = "en"\n[[per-file]]\nfiles = ["x"]\nlang = "de"\n'})
        inline = ['lang = "tr"']
        assert said({"lang": "de"}, inline, {}) == "de"
        assert said({}, inline, {}) == "tr"
        assert said({}, [], {}) == "ru"
        assert said({}, [], {"COACH_LANG": ""}) == "en"
        (root / "coach.toml").unlink()
        assert Projects(environ=environ).for_folder(".").settings.config.channel == "phone"
        (root / "home" / "coach" / "coach.toml").unlink()
        assert Projects(environ=environ).for_folder(".").settings.config.channel == "email"

    def test_what_is_said_above_the_file_beats_its_tables_too(self, tree: Tree) -> None:
        tree({"coach.toml": '[[per-file]]\nfiles = ["*.md"]\nlang = "de"\nignore = ["blame"]\n'})
        for known in (
            Projects({"lang": "tr"}, environ={}),
            Projects(config=['lang = "tr"'], environ={}),
            Projects(environ={"COACH_LANG": "tr"}),
        ):
            config = known.for_folder(".").settings_for("a.md").config
            assert (config.lang, config.ignore) == ("tr", ("blame",)), "but only where it says something"

    def test_a_flag_replaces_or_extends(self, tree: Tree) -> None:
        tree({"coach.toml": 'ignore = ["blame"]'})
        assert Projects({"ignore": ("policy",)}, environ={}).for_folder(".").settings.config.ignore == ("policy",)
        added = Projects({"extend-ignore": ("policy",)}, environ={}).for_folder(".").settings.config.ignore
        assert added == ("blame", "policy")

    def test_variables(self, tree: Tree) -> None:
        root = tree({"books/": ""})
        environ = {
            "COACH_LANG": "de", "COACH_REGISTER": "informal", "COACH_OUTPUT_FORMAT": "json", "COACH_PHRASEBOOKS": "books",
            "COACH_TEMPLATES": "/letters", "COACH_CACHE_DIR": "kept", "COACH_NO_CACHE": "1",
        }  # fmt: skip
        project = Projects(environ=environ).for_folder(".")
        config, run = project.settings.config, project.run
        assert (config.lang, config.register, config.phrasebooks) == ("de", "informal", str(root / "books"))
        assert (run.output_format, run.templates, run.cache_dir, run.cache) == ("json", "/letters", str(root / "kept"), False)

    def test_a_variable_that_is_wrong_is_named(self, tree: Tree, refused: Refused) -> None:
        tree({})
        error = refused(lambda: Projects(environ={"COACH_LANG": "german"}))
        assert (error.where, error.message) == ("COACH_LANG", "lang: lang cannot be 'german'")

    def test_a_pattern_behind_a_flag_that_is_wrong(self, tree: Tree, refused: Refused) -> None:
        tree({})
        error = refused(lambda: Projects({"exclude": ("!a",)}, environ={}))
        assert error.where == "--exclude"
        assert "cannot be negated" in error.message

    def test_what_no_configuration_can_say_is_kept(self, tree: Tree) -> None:
        tree({"coach.toml": 'lang = "de"\n[[per-file]]\nfiles = ["b.md"]\nlang = "tr"\n'})
        project = Projects(environ={}, base=Config(sending=False, rewrites=False)).for_folder(".")
        for name in ("a.md", "b.md"):
            config = project.settings_for(name).config
            assert (config.sending, config.rewrites) == (False, False)


class TestCost:
    def test_folders_are_looked_at_once(self, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
        tree({"coach.toml": 'lang = "de"', **{f"m/{number}/a.md": "" for number in range(20)}})
        looked: list[str] = []
        real = os.path.isfile
        monkeypatch.setattr(os.path, "isfile", lambda path: looked.append(str(path)) or real(path))
        known = Projects(environ={})
        projects = {known.for_file(f"m/{number % 20}/{number}.md") for number in range(2000)}
        assert len(projects) == 1
        assert len(looked) == 3 * 21 + 2, "three names for each of 20 folders and the one around them, and the file at the top"

    def test_a_file_is_read_once(self, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
        tree({"coach.toml": 'lang = "de"', "a/": "", "b/": ""})
        made: list[str] = []
        real = Project.__init__
        monkeypatch.setattr(Project, "__init__", lambda self, path, *rest: made.append(path) or real(self, path, *rest))
        known = Projects(environ={})
        assert known.for_folder("a") is known.for_folder("b")
        assert len(made) == 1

    def test_without_a_configuration_nothing_is_imported_to_read_one(self, tmp_path: Path) -> None:
        (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
        code = (
            "import sys; from coach.settings.discovery import Projects;"
            "Projects({'lang': 'de'}, environ={'COACH_CACHE_DIR': 'x'}).for_file('').settings_for('');"
            "print(*(name for name in sys.modules if name.startswith('coach.settings') or name in ('tomllib', 'pathspec')))"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
        names = ("", ".discovery", ".merging", ".project", ".record")
        assert set(done.stdout.split()) == {f"coach.settings{name}" for name in names}
