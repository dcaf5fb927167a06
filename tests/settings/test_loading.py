"""What a configuration file may say, and what it is told when it says something else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.config import Config
from coach.errors import UsageError
from coach.settings.discovery import Projects
from coach.settings.record import Run
from coach.sources.document import Library, Reading

Broken = Callable[[str], UsageError]
Refused = Callable[..., UsageError]
Tree = Callable[..., Path]


def test_everything_at_once(tree: Tree, everything: str) -> None:
    root = tree({"coach.toml": everything, "own/books/": "", "own/letters/": ""})
    project = Projects(environ={}).for_folder(".")
    assert project.path == str(root / "coach.toml")
    assert project.root == str(root)
    settings = project.settings_for("de/a.md")
    assert settings.config == Config(
        lang="de",
        channel="chat",
        register="formal",
        select=("blame", "policy", "vague/asap"),
        ignore=("blame/forgot", "jargon"),
        min_severity="warning",
        vocabulary=("No Problem Tape", "Sorry Socks"),
        phrasebooks=str(root / "own" / "books"),
        severities=(("blame", "hint"), ("policy/our-policy", "error")),
    )
    assert settings.reading == Reading("cp1251", None, "html", "zendesk", ("order.*",))
    assert settings.root == str(root)
    assert project.run == Run(
        fail_on="never",
        output_format="json",
        min_severity="warning",
        baseline=str(root / "known.jsonl"),
        jobs=3,
        cache=False,
        cache_dir=str(root / ".kept"),
        templates=str(root / "own" / "letters"),
        phrasebooks=str(root / "own" / "books"),
    )
    assert [glob.pattern for glob in project.values["exclude"]] == ["old/", "older/"]
    assert not project.values["respect-gitignore"]
    assert project.values["force-exclude"]
    english = project.settings_for("en/a.md")
    assert (english.config.lang, english.reading.encoding, english.config.channel) == ("en", "utf-8", "chat")
    assert project.settings_for("texts.yaml").reading.library == Library(
        ("reply.body",), ("title",), ("locale",), ("via",), ("count",), ("changed",), ("enabled",), "markdown"
    )


def test_nothing_is_said_and_nothing_changes(tree: Tree) -> None:
    root = tree({"coach.toml": ""})
    project = Projects(environ={}).for_folder(".")
    assert project.settings == (Config(), Reading(), str(root))
    assert project.run == Run()


def test_words_for_no_fixed_value(tree: Tree) -> None:
    said = 'lang = "auto"\nregister = "any"\nencoding = "auto"\nmarkup = "auto"\ndialect = "auto"\noutput-format = "auto"\n'
    tree({"coach.toml": said})
    project = Projects(environ={}).for_folder(".")
    assert project.settings[:2] == (Config(), Reading())
    assert project.run.output_format == ""


def test_to_select_more_than_everything_is_still_everything(tree: Tree) -> None:
    tree({"coach.toml": 'extend-select = ["blame"]'})
    assert Projects(environ={}).for_folder(".").settings.config.select == ()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_windows(tree: Tree, mark: str) -> None:
    tree({"coach.toml": f'{mark}lang = "de"\r\nignore = [\r\n "blame",\r\n]\r\n'})
    config = Projects(environ={}).for_folder(".").settings.config
    assert (config.lang, config.ignore) == ("de", ("blame",))


def test_rules_of_a_teams_own_phrasebooks(tree: Tree) -> None:
    tree({"coach.toml": 'phrasebooks = "books"\nignore = ["jargon/our-words"]\n', "books/": ""})
    assert Projects(environ={}).for_folder(".").settings.config.ignore == ("jargon/our-words",)


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ('langg = "de"', "1:1", "unknown key 'langg'", "did you mean lang?"),
        ("min_severity = 1", "1:1", "unknown key 'min_severity'", "did you mean min-severity?"),
        ('a = 1\n\n[tool.coach]\nlang = "de"', "1:1", "unknown key 'a'", "known are"),
        ('[tool.coach]\nlang = "de"', "1:2", "unknown key 'tool'", "known are"),
        ('# c\nlang = "dee"', "2:8", "lang cannot be 'dee'", "did you mean de?"),
        ('lang = "français"', "1:8", "lang cannot be 'français'", "known are auto, en, de, ru, tr"),
        ('channel = "mail"', "1:11", "channel cannot be 'mail'", "did you mean email?"),
        ('register = "Sie"', "1:12", "register cannot be 'Sie'", "formal"),
        ('min-severity = "warn"', "1:16", "min-severity cannot be 'warn'", "did you mean warning?"),
        ('fail-on = "none"', "1:11", "fail-on cannot be 'none'", "error, warning, hint, never"),
        ('output-format = "xml"', "1:17", "output-format cannot be 'xml'", "html"),
        ('dialect = "zendesc"', "1:11", "dialect cannot be 'zendesc'", "did you mean zendesk?"),
        ('encoding = "utf-9"', "1:12", "unknown encoding 'utf-9'", "utf-8"),
        ("lang = 3", "1:8", "lang must be a text, not a whole number", 'for example lang = "de"'),
        ("lang = 2027-03-01", "1:8", "lang must be a text, not a date", 'for example lang = "de"'),
        ('jobs = "3"', "1:8", "jobs must be a whole number, not a text", "for example jobs = 2"),
        ("jobs = true", "1:8", "jobs must be a whole number, not true or false", "for example jobs = 2"),
        ("jobs = -1", "1:8", "jobs cannot be negative", "for example jobs = 2"),
        ('cache = "no"', "1:9", "cache must be true or false, not a text", "for example cache = false"),
        ("cache = 0", "1:9", "cache must be true or false, not a whole number", "for example cache = false"),
        ('select = "blame"', "1:10", "select must be a list of texts, not a text", 'write select = ["blame"]'),
        ("ignore = [\n 3,\n]", "1:10", "ignore takes texts, not a whole number", "vague/asap"),
        ('ignore = ["blame", ""]', "1:20", "ignore takes texts, not an empty one", "vague/asap"),
        ('select = ["policy",\n  "blaem"]', "2:3", "unknown rule or category 'blaem'", "did you mean blame?"),
        ('ignore = ["blame/forgott"]', "1:11", "unknown rule or category 'blame/forgott'", "did you mean blame/forgot?"),
        ('extend-ignore = ["xyzzy"]', "1:18", "unknown rule or category 'xyzzy'", "coach rules"),
        ('severity = "hint"', "1:12", "severity must be a table, not a text", '{ jargon = "hint" }'),
        ('[severity]\nblaem = "hint"', "2:1", "unknown rule or category 'blaem'", "did you mean blame?"),
        ('[severity]\nblame = "mild"', "2:9", "'mild' is no severity", "error, warning, hint"),
        ('[severity]\nblame.forgot = "hint"', "2:1", "blame takes a severity, not a table", '"blame/forgot"'),
        ('phrasebooks = "nowhere"', "1:15", "there is no folder 'nowhere' here", "paths count from"),
        ('templates = "nowhere"', "1:13", "there is no folder 'nowhere' here", "paths count from"),
        ('exclude = ["!keep.md"]', "1:12", "the pattern '!keep.md' cannot work", ".coachignore"),
        ('include = ["a\\\\b"]', "1:12", "the pattern 'a\\\\b' cannot work: folders are separated by /", "write 'a/b'"),
        ('per-file = "x"', "1:1", "per-file is a table that may stand several times", "[[per-file]]"),
        ('[per-file]\nlang = "de"', "1:2", "per-file is a table that may stand several times", "[[per-file]]"),
        ('[[per-file]]\nlang = "de"', "1:3", "this [[per-file]] table names no files", "files ="),
        ("[[per-file]]\nfiles = []", "1:3", "this [[per-file]] table names no files", "files ="),
        ('[[per-file]]\nfiles = "de/"', "2:9", "files must be a list of texts, not a text", 'write files = ["de/"]'),
        ('[[per-file]]\nfiles = ["../x"]', "2:10", "the pattern '../x' cannot work", "further up"),
        ('[[per-file]]\nfiles = ["a"]\nlangg = "de"', "3:1", "unknown key 'langg'", "did you mean lang?"),
        ('[[per-file]]\nfiles = ["a"]\nfail-on = "error"', "3:1", "fail-on cannot stand in a [[per-file]] table", "above"),
        (
            '[[per-file]]\nfiles = ["a"]\n[[per-file]]\nfiles = ["b"]\nlang = "dee"',
            "5:8",
            "lang cannot be 'dee'",
            "did you mean de?",
        ),
        ('[[per-file]]\nfiles = ["a"]\nignore = ["blaem"]', "3:11", "unknown rule or category 'blaem'", "did you mean blame?"),
        ('[[library]]\ntext = ["body"]', "1:3", "this [[library]] table names no files", "files ="),
        ('[[library]]\nfiles = ["a"]\ntext = "body"', "3:8", "text must be a list of texts, not a text", 'write text = ["body"]'),
        ('[[library]]\nfiles = ["a"]\ntitle = ["t"]', "3:1", "unknown key 'title'", "did you mean"),
        ('[[library]]\nfiles = ["a"]\nchannel = "chat"', "3:11", "channel must be a list of texts", 'write channel = ["chat"]'),
        ('[[library]]\nfiles = ["a"]\nignore = ["blame"]', "3:1", "ignore cannot stand in a [[library]] table", "above"),
        ('lang = "de', "1:11", "not valid TOML", "quotes"),
        ("lang = de", "1:8", "not valid TOML: Invalid value", "quotes"),
        ('lang = "de"\nlang = "en"', "2:12", "not valid TOML: Cannot overwrite a value", "quotes"),
        ('ignore = ["blame"', "1:18", "not valid TOML", "square brackets"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(broken: Broken, text: str, place: str, message: str, hint: str) -> None:
    error = broken(text)
    assert error.where == f"coach.toml:{place}"
    assert message in error.message
    assert hint in error.hint


def test_the_line_is_shown_with_a_caret(broken: Broken) -> None:
    error = broken('# first\nselect = ["policy", "blaem"]\n')
    assert error.excerpt == '  select = ["policy", "blaem"]\n                      ^'


def test_a_caret_below_tabs(broken: Broken) -> None:
    assert broken('select = [\n\t"blaem",\n]\n').excerpt == '  \t"blaem",\n  \t^'


def test_a_file_in_another_encoding(tree: Tree, refused: Refused) -> None:
    root = tree({})
    (root / "coach.toml").write_bytes('# größer\nlang = "de"'.encode("cp1252"))
    error = refused(lambda: Projects(environ={}).for_folder("."))
    assert (error.where, error.message) == ("coach.toml", "not valid UTF-8 at byte 4")
    assert "UTF-8" in error.hint


def test_a_broken_pyproject_is_named_with_its_section(tree: Tree, refused: Refused) -> None:
    tree({"pyproject.toml": '[project]\nlang = "no key of ours"\n[tool.coach]\nlang = "xx"\n'})
    assert refused(lambda: Projects(environ={}).for_folder(".")).where == "pyproject.toml:4:8"


class TestExtend:
    def test_values_and_lists_replace_extending_lists_and_tables_add(self, tree: Tree) -> None:
        tree(
            {
                "base.toml": (
                    'lang = "de"\nchannel = "chat"\nignore = ["blame", "policy"]\nvocabulary = ["A"]\nexclude = ["old/"]\n'
                    'severity = { jargon = "hint", vague = "hint" }\n'
                ),
                "coach.toml": (
                    'extend = "base.toml"\nlang = "en"\nignore = ["cliche"]\nextend-vocabulary = ["B"]\n'
                    'extend-exclude = ["older/"]\nseverity = { vague = "error" }\n'
                ),
            }
        )
        project = Projects(environ={}).for_folder(".")
        config = project.settings.config
        assert (config.lang, config.channel, config.ignore) == ("en", "chat", ("cliche",))
        assert config.vocabulary == ("A", "B")
        assert config.severities == (("jargon", "hint"), ("vague", "error"))
        assert [glob.pattern for glob in project.values["exclude"]] == ["old/", "older/"]

    def test_without_exclude_of_its_own_the_usual_folders_stay_out(self, tree: Tree) -> None:
        tree({"coach.toml": 'extend-exclude = ["old/"]'})
        patterns = [glob.pattern for glob in Projects(environ={}).for_folder(".").values["exclude"]]
        assert patterns[-1] == "old/"
        assert {".git", "node_modules", ".venv", "venv", "build", "dist", "__pycache__", ".coach_cache"} <= set(patterns)

    def test_paths_and_patterns_count_from_the_file_that_says_them(self, tree: Tree) -> None:
        root = tree(
            {
                "shared/coach.toml": 'phrasebooks = "books"\n[[per-file]]\nfiles = ["/de/"]\nlang = "de"\n',
                "shared/books/": "",
                "team/coach.toml": 'extend = "../shared/coach.toml"\n[[per-file]]\nfiles = ["/tr/"]\nlang = "tr"\n',
            }
        )
        project = Projects(environ={}).for_folder("team")
        assert project.settings.config.phrasebooks == str(root / "shared" / "books")
        assert project.root == str(root / "team")
        assert project.settings_for("team/tr/a.md").config.lang == "tr"
        assert project.settings_for("team/de/a.md").config.lang is None, "the base means its own folder de"
        assert project.settings_for("shared/de/a.md").config.lang == "de"

    def test_own_tables_come_after_those_of_the_base(self, tree: Tree) -> None:
        tables = '[[per-file]]\nfiles = ["*.md"]\nlang = "{}"\n'
        tree({"base.toml": tables.format("de"), "coach.toml": 'extend = "base.toml"\n' + tables.format("tr")})
        assert Projects(environ={}).for_folder(".").settings_for("a.md").config.lang == "tr"

    def test_a_base_may_extend_and_may_be_a_pyproject(self, tree: Tree) -> None:
        tree(
            {
                "pyproject.toml": '[tool.coach]\nchannel = "chat"\nlang = "de"\n',
                "b.toml": 'extend = "pyproject.toml"\nlang = "ru"\n',
                "coach.toml": 'extend = "b.toml"\nlang = "tr"\n',
            }
        )
        config = Projects(environ={}).for_folder(".").settings.config
        assert (config.lang, config.channel) == ("tr", "chat")

    def test_a_circle(self, tree: Tree, refused: Refused) -> None:
        tree({"coach.toml": 'lang = "de"\nextend = "b.toml"\n', "b.toml": 'extend = "coach.toml"\n'})
        error = refused(lambda: Projects(environ={}).for_folder("."))
        assert error.where == "b.toml:1:10"
        assert error.message == "a configuration cannot build on itself: coach.toml -> b.toml -> coach.toml"

    def test_itself(self, broken: Broken) -> None:
        assert broken('extend = "./coach.toml"').message.endswith("coach.toml -> coach.toml")

    def test_two_ways_to_one_base_are_no_circle(self, tree: Tree) -> None:
        tree(
            {"base.toml": 'lang = "de"\n', "coach.toml": 'extend = "base.toml"\n', "sub/coach.toml": 'extend = "../base.toml"\n'}
        )
        known = Projects(environ={})
        assert [known.for_folder(name).settings.config.lang for name in (".", "sub")] == ["de", "de"]

    def test_a_file_that_is_not_there(self, broken: Broken) -> None:
        error = broken('lang = "de"\nextend = "nowhere.toml"')
        assert (error.where, error.message) == ("coach.toml:2:10", "there is no file 'nowhere.toml' here")

    def test_what_is_wrong_in_the_base_is_said_of_the_base(self, tree: Tree, refused: Refused) -> None:
        tree({"coach.toml": 'extend = "base.toml"\n', "base.toml": '\nignore = ["blaem"]\n'})
        assert refused(lambda: Projects(environ={}).for_folder(".")).where == "base.toml:2:11"

    def test_a_pyproject_without_our_section_is_no_base(self, tree: Tree, refused: Refused) -> None:
        tree({"coach.toml": 'extend = "pyproject.toml"\n', "pyproject.toml": "[project]\n"})
        assert "no section [tool.coach]" in refused(lambda: Projects(environ={}).for_folder(".")).message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = " + "[" * 100_000 + "]" * 100_000, "stand too deep in each other"),
        ("a." * 100_000 + "b = 1", "stand too deep in each other"),  # the library would take minutes
        ("[" + "a . " * 100_000 + "b]", "stand too deep in each other"),
        ("jobs = " + "9" * 10_000, "a number has thousands of digits"),
    ],
)
def test_what_is_too_much_for_the_library_is_told(tree: Tree, text: str, message: str) -> None:
    tree({"coach.toml": text})
    with pytest.raises(UsageError, match=f"^coach.toml: .*{message}"):
        Projects(environ={}).for_folder(".")


def test_dots_in_texts_and_comments_are_no_long_key(tree: Tree) -> None:
    tree({"coach.toml": f'# {". " * 200}\nlang = "de"  # {"." * 200}'})
    assert Projects(environ={}).for_folder(".").values["lang"] == "de"


def test_a_chain_of_configurations_ends_somewhere(tree: Tree) -> None:
    tree({"coach.toml": 'extend = "1.toml"', **{f"{n}.toml": f'extend = "{n + 1}.toml"' for n in range(1, 300)}})
    with pytest.raises(UsageError, match=r"^19\.toml:1:10: more than 20 configurations build on each other"):
        Projects(environ={}).for_folder(".")
