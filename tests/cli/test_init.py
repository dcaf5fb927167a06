from __future__ import annotations

import io
import shutil
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from coach.cli import init
from coach.cli.console import Console
from coach.cli.options import Value, Values
from coach.cli.session import Session
from coach.errors import UsageError
from coach.settings.discovery import Projects

FORMATS = Path(__file__).resolve().parents[1] / "fixtures" / "formats"
EN = "Hello, thank you for your message. We have sent you the form that you asked for, and it will be with you on Friday."
DE = "Guten Tag, vielen Dank für Ihre Nachricht. Wir haben das Paket heute noch einmal auf den Weg gebracht."
TR = "Merhaba, mesajınız için çok teşekkür ederiz. Siparişiniz bugün yola çıktı ve cuma günü sizde olacak."

Start = Callable[..., str]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """`coach init` in a folder with files: `start({"a.md": "..."}, baseline=True)` gives what is printed."""
    monkeypatch.chdir(tmp_path)

    def call(files: Mapping[str, str] | None = None, *paths: str, **given: Value) -> str:
        for name, text in (files or {}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        values: dict[str, Value] = {"force": False, "baseline": False, "pre_commit": False}
        session = Session(Console(None, stream, None, {}), None)  # type: ignore[arg-type]
        assert init.run(Values({**values, "paths": paths, **given}), session) == 0
        stream.flush()
        data: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
        return data.decode("utf-8")

    return call


def written(folder: Path) -> dict[str, object]:
    """What the new configuration says; it must be one that a check accepts."""
    Projects(environ={}).for_folder(str(folder))
    return tomllib.loads((folder / "coach.toml").read_text(encoding="utf-8"))


def test_an_empty_folder(start: Start, tmp_path: Path) -> None:
    printed = start()
    assert printed.startswith("No replies in this folder yet.")
    assert "Wrote coach.toml." in printed
    assert written(tmp_path) == {"channel": "email", "fail-on": "warning"}


def test_what_was_found_is_said(start: Start) -> None:
    printed = start({"a.md": EN, "b.md": EN, "c.txt": DE})
    assert printed.startswith(
        "In this folder:\n  2 files of Markdown\n  1 file of plain text\n  languages: 2 English, 1 German\n"
    )
    assert printed.endswith("Next:\n  coach check .\n")


def test_one_language_is_written_down(start: Start, tmp_path: Path) -> None:
    start({"a.md": DE, "b.md": DE})
    assert written(tmp_path)["lang"] == "de"


def test_a_single_text_settles_no_language(start: Start, tmp_path: Path) -> None:
    start({"a.md": DE})
    assert "lang" not in written(tmp_path)


def test_several_languages_are_left_to_be_guessed(start: Start, tmp_path: Path) -> None:
    start({"a.md": DE, "b.md": EN})
    assert "lang" not in written(tmp_path)
    assert "Here: 1 German, 1 English." in (tmp_path / "coach.toml").read_text(encoding="utf-8")


def test_names_that_tell_the_language(start: Start, tmp_path: Path) -> None:
    start({"m/Deutsch/a.md": DE, "m/tr/a.md": TR, "x/refund.de.md": DE, "m/tr/b.md": TR})
    assert written(tmp_path)["per-file"] == [
        {"files": ["*.de.*", "Deutsch/"], "lang": "de"},
        {"files": ["tr/"], "lang": "tr"},
    ]
    project = Projects(environ={}).for_folder(".")
    assert project.settings_for("x/refund.de.md").config.lang == "de"
    assert project.settings_for("m/tr/new.txt").config.lang == "tr"
    assert project.settings_for("m/new.txt").config.lang is None


def test_a_name_that_the_texts_do_not_bear_out(start: Start, tmp_path: Path) -> None:
    start({"tr/training.md": EN, "tr/trial.md": EN, "a.md": DE})
    assert "per-file" not in written(tmp_path), "tr may stand for anything"


def test_an_export_and_its_help_desk(start: Start, tmp_path: Path) -> None:
    shutil.copy(FORMATS / "zendesk_macros.json", tmp_path / "macros.json")
    printed = start({"notes.json": '{"a": 1}'})
    assert "  macros.json, an export of your help desk\n" in printed
    assert "notes.json" not in printed
    assert "dialect" not in written(tmp_path), "the export says itself whose it is, and other files may be no help desk's"


def test_texts_with_placeholders_of_a_help_desk(start: Start, tmp_path: Path) -> None:
    start({"a.md": f"{EN} {{{{ticket.requester.first_name}}}} {{{{current_user.signature}}}}"})
    assert written(tmp_path)["dialect"] == "zendesk"


def test_placeholders_of_no_help_desk_settle_nothing(start: Start, tmp_path: Path) -> None:
    start({"a.md": f"{EN} {{{{our_own_name}}}}", "b.j2": EN})
    assert "dialect" not in written(tmp_path)


def test_one_foreign_placeholder_and_the_help_desk_is_not_settled(start: Start, tmp_path: Path) -> None:
    start({"a.md": f"{EN} {{{{ticket.requester.first_name}}}} {{{{our_own_name}}}}"})
    assert "dialect" not in written(tmp_path)


def test_a_data_file_with_texts_is_checked_along(start: Start, tmp_path: Path) -> None:
    printed = start({"replies.yaml": f"hello:\n  text: {EN}\n", "settings.yaml": "port: 80\n"})
    assert "replies.yaml, which seems to hold texts" in printed
    assert "settings.yaml" not in printed
    assert written(tmp_path)["include"] == ["replies.yaml"]


def test_folders_of_ones_own(start: Start, tmp_path: Path) -> None:
    (tmp_path / "templates" / "x").mkdir(parents=True)
    printed = start({"phrasebooks/de/words.yaml": "names: []\n"})
    assert "phrasebooks/, your own phrasebooks" in printed
    assert written(tmp_path)["phrasebooks"] == "phrasebooks"
    assert "templates" not in written(tmp_path), "those are somebody else's"


def test_own_letters_are_not_checked_as_replies(start: Start, tmp_path: Path) -> None:
    printed = start({"templates/de/apology/late.j2": f"---\ntitle: x\n---\n{DE}", "a.md": EN, "b.md": EN})
    assert "Jinja" not in printed
    said = written(tmp_path)
    assert (said["templates"], said["extend-exclude"], said["lang"]) == ("templates", ["/templates/"], "en")


def test_ignored_and_unreadable_files_do_not_count(start: Start, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\xff")
    printed = start({"a.md": EN, "dist/b.md": DE, "c.json": "{", ".gitignore": "d.md\n", "d.md": DE})
    assert "languages: 1 English\n" in printed


def test_another_folder(start: Start, tmp_path: Path) -> None:
    printed = start({"m/a.md": EN}, "m")
    assert printed.startswith("In m:\n")
    assert printed.endswith("  coach check m\n")
    assert (tmp_path / "m" / "coach.toml").exists()


def test_nothing_is_overwritten(start: Start, tmp_path: Path) -> None:
    (tmp_path / "coach.toml").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(UsageError, match="there is a configuration already") as caught:
        start()
    assert "--force" in caught.value.hint
    assert (tmp_path / "coach.toml").read_text(encoding="utf-8") == "# mine\n"
    start(force=True)
    assert written(tmp_path)["channel"] == "email"


def test_a_configuration_that_would_come_first_is_not_hidden_behind(start: Start, tmp_path: Path) -> None:
    (tmp_path / ".coach.toml").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="there is a configuration already"):
        start(force=True)
    assert not (tmp_path / "coach.toml").exists()


def test_a_broken_configuration_around_it_does_not_matter(start: Start, tmp_path: Path) -> None:
    (tmp_path / "coach.toml").write_text("broken", encoding="utf-8")
    start({"m/a.md": EN}, "m")
    assert (tmp_path / "m" / "coach.toml").exists()


@pytest.mark.parametrize(("paths", "message"), [(("nowhere",), "there is no such folder"), (("a", "b"), "one folder at a time")])
def test_what_is_no_folder(start: Start, paths: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        start({}, *paths)


def test_a_baseline(start: Start, tmp_path: Path) -> None:
    printed = start({"a.md": EN}, baseline=True)
    assert written(tmp_path)["baseline"] == "coach-baseline.jsonl"
    assert "  coach check . --write-baseline\n" in printed


def test_hooks(start: Start, tmp_path: Path) -> None:
    printed = start(pre_commit=True)
    assert "Wrote .pre-commit-config.yaml. `pre-commit install` turns it on." in printed
    (hook,) = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert hook["entry"] == "coach check --force-exclude"
    assert hook["require_serial"] is True


def test_hooks_that_are_there_are_left_alone(start: Start, tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", encoding="utf-8")
    printed = start(pre_commit=True)
    assert "There is a .pre-commit-config.yaml already. Add this to it:" in printed
    assert "entry: coach check --force-exclude" in printed
    assert (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"


def test_names_of_placeholders_tell_no_language(start: Start) -> None:
    printed = start({"a.txt": "Здравствуйте, {{ticket.requester.first_name}}, {{current_user.name}}!\n"})
    assert "languages: 1 Russian\n" in printed
