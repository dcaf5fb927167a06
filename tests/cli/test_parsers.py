"""The lean parser and Typer read the same table; here they are held to the same answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.cli.app import parse as typer_parse
from coach.cli.commands import ABOUT_CONVERSATIONS, CHECK, COMMANDS, LEAN, REWRITE
from coach.cli.lean import parse as lean_parse
from coach.cli.options import Command, defaults
from coach.cli.review_commands import REVIEWING

FAST = {**LEAN, **{command.name: command for command in REVIEWING}}

UNDERSTOOD = [
    "check",
    "check -",
    "check a.txt b.md",
    "check a.txt --lang de b.md",
    "check --lang=tr -",
    "check --lang de --lang ru -",
    "check --select blame,policy --select vague --ignore=negative/cannot -",
    "check --min-severity warning --fail-on never -e -q --debug",
    "check -o out.json --output-format json --statistics",
    "check --output-file=out --output-format concise --color never --encoding cp1251",
    "check --stdin-filename drafts/a.md --customer mail.txt --channel chat -",
    "check --stdin-filename= -",
    "check --config coach.toml --config lang='de' --isolated -",
    "check --fix --unsafe-fixes --diff --since main -j 2 -n macros/",
    "check --select= -",
    "check -- --lang -x",
    "check a -- b",
    "rewrite -",
    "rewrite -i a.txt --exit-zero",
    "rewrite --interactive a.txt -o b.txt",
    "review a.jsonl b.csv --html page.html --role-field speaker --no-store -j 2",
    "review - --agent-name Ann --agent-name=Bob --output-format csv --since 2026-10-01 --no-threads",
    "review",
    "trends --by agent --period month --store kept.duckdb",
    "drill --count 3 --lang de --rule blame,policy",
]
HANDED_ON = [
    "check -h",
    "check --help",
    "check -V",
    "check --version",
    "check --nonsense",
    "check --lang fr -",
    "check --lang",
    "check -o",
    "check -eq",
    "check -oFILE",
    "check -o=FILE",
    "check --exit-zero=yes",
    "check --lan de",
    "check --output-format xml",
    "check -o -e",
    "rewrite --statistics",
    "review --output-format xml",
    "review --nonsense a.jsonl",
    "trends a.jsonl",
    "drill --lang fr",
]


def lean(line: list[str], environ: dict[str, str] | None = None) -> object:
    return lean_parse(FAST[line[0]], line[1:], environ or {})


@pytest.mark.parametrize("line", UNDERSTOOD)
def test_both_parsers_agree(line: str) -> None:
    words = line.split()
    assert typer_parse(words) == (FAST[words[0]], lean(words))


@pytest.mark.parametrize("line", HANDED_ON)
def test_lean_hands_on_what_it_is_not_sure_of(line: str) -> None:
    assert lean(line.split()) is None


@pytest.mark.parametrize(
    "line", ["check --lang fr -", "check --nonsense", "check --lang", "check --exit-zero=yes", "chekc", "trends a.jsonl"]
)
def test_typer_refuses_with_2(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert typer_parse(line.split()) == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert "Error" in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COACH_LANG", "de"),
        ("COACH_LANG", ""),
        ("COACH_REGISTER", "informal"),
        ("COACH_OUTPUT_FILE", "a b"),
        ("COACH_STORE", "c.duckdb"),
    ],
)
def test_environment_counts_in_both(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    for line in (["check", "-"], ["check", "-o", "x", "-"], ["fill", "a"], ["fill", "--lang", "ru", "a"], ["trends"]):
        assert typer_parse(line) == (FAST[line[0]], lean(line, {name: value}))


def test_a_wrong_value_in_the_environment_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COACH_LANG", "fr")
    assert lean(["fill", "a"], {"COACH_LANG": "fr"}) is None
    assert typer_parse(["fill", "a"]) == 2
    assert "COACH_LANG" in capsys.readouterr().err


def words_of(command: Command) -> st.SearchStrategy[list[str]]:
    """Lines of known options with right and wrong values, paths and the odd separator."""
    flags = [flag for option in command.options for flag in option.flags]
    values = sorted({choice for option in command.options for choice in option.choices})
    return st.lists(st.sampled_from([*flags, *values, *(f"{flag}=x" for flag in flags), "-", "--", "a.txt", "x,y"]), max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([CHECK, REWRITE, *REVIEWING]).flatmap(lambda command: st.tuples(st.just(command), words_of(command))))
def test_whatever_lean_understands_typer_understands_the_same_way(line: tuple[Command, list[str]]) -> None:
    command, words = line
    values = lean_parse(command, words, {})
    if values is not None:
        assert typer_parse([command.name, *words]) == (command, values)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_is_in_the_help(
    command: Command, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert typer_parse([*filter(None, (command.group, command.name)), "-h"]) == 0
    shown = capsys.readouterr().out
    for option in command.options:
        assert all(flag in shown for flag in option.flags)
        assert not option.env or option.env in shown


@pytest.mark.parametrize(
    "line", [["-V"], ["--version"], ["check", "-V"], ["phrasebook", "-V"], ["phrasebook", "test", "--version"]]
)
def test_version_on_every_level(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert typer_parse(line) == 0
    assert capsys.readouterr().out.startswith("coach ")


@pytest.mark.parametrize("line", [[], ["phrasebook"]])
def test_no_command_is_help_and_2(line: list[str]) -> None:
    assert typer_parse(line) == 2


def test_the_start_knows_which_commands_stand_in_the_other_table() -> None:
    assert [command.name for command in REVIEWING] == list(ABOUT_CONVERSATIONS)


def test_names_in_a_table_are_unique() -> None:
    for command in COMMANDS:
        flags = [flag for option in command.options for flag in option.flags]
        assert len(flags) == len(set(flags))
        assert len(defaults(command)) == len(command.options) + (command.argument is not None)
