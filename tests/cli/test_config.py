from __future__ import annotations

import io
import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.cli import config
from coach.cli.console import Console
from coach.cli.options import Value, Values
from coach.cli.session import Session
from coach.errors import UsageError
from coach.settings.schema import json_schema

Show = Callable[..., str]

CONFIG = """\
lang = "de"
ignore = ["blame"]

[severity]
jargon = "hint"

[[per-file]]
files = ["chat/"]
channel = "chat"
extend-ignore = ["policy"]
severity = { vague = "error" }

[[library]]
files = ["*.yaml"]
text = ["body"]
"""


def output(action: Callable[[Values, Session], int], environ: dict[str, str], given: dict[str, Value]) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    assert action(Values(given), Session(Console(None, stream, None, environ), None)) == 0  # type: ignore[arg-type]
    stream.flush()
    data: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return data.decode("utf-8")


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Show:
    """`coach config show` in a folder with a configuration: `show("chat/a.md", origin=True)`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coach.toml").write_text(CONFIG, encoding="utf-8")

    def call(*paths: str, environ: dict[str, str] | None = None, **given: Value) -> str:
        usual: dict[str, Value] = {"origin": False, "output_format": "text", "config": (), "isolated": False}
        return output(config.show, environ or {}, {**usual, "paths": paths, **given})

    return call


def lines(text: str) -> dict[str, str]:
    """What is said of each key."""
    return dict(line.split(" = ", 1) for line in text.splitlines() if " = " in line)


def test_the_settings_of_the_working_folder(show: Show) -> None:
    text = show()
    assert text.startswith("# .\n# coach.toml\n")
    assert lines(text)["lang"] == '"de"'
    assert lines(text)["channel"] == '"email"'
    assert lines(text)["severity"] == '{ "jargon" = "hint" }'
    assert "[[" not in text


def test_of_a_file_that_need_not_exist(show: Show) -> None:
    text = show("chat/new.md")
    assert text.startswith("# chat/new.md\n# coach.toml\n# [[per-file]] coach.toml:7\nlang")
    assert lines(text)["channel"] == '"chat"'
    assert lines(text)["ignore"] == '["blame", "policy"]'


def test_it_can_be_pasted_into_a_file(show: Show) -> None:
    for text in (show("a.yaml"), show("chat/a.md", origin=True)):
        assert tomllib.loads(text)["lang"] == "de"


def test_where_each_setting_comes_from(show: Show) -> None:
    text = lines(show("chat/a.md", origin=True, environ={"COACH_REGISTER": "formal"}, min_severity="error", no_cache=True))
    origins = {key: value.rpartition("# ")[2] for key, value in text.items()}
    assert origins["lang"] == "coach.toml:1"
    assert origins["ignore"] == "coach.toml:2, coach.toml:10"
    assert origins["severity"] == "coach.toml:4, coach.toml:11"
    assert origins["channel"] == "coach.toml:9"
    assert origins["register"] == "COACH_REGISTER"
    assert origins["min-severity"] == "--min-severity"
    assert origins["cache"] == "--no-cache"
    assert origins["encoding"] == "default"


def test_the_base_of_a_file_is_named(show: Show, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "coach.toml").write_text('extend = "../coach.toml"\nextend-ignore = ["vague"]\n', encoding="utf-8")
    text = show("sub", origin=True)
    place = os.path.join("sub", "coach.toml")
    assert text.startswith(f"# sub\n# {place}\n")
    assert lines(text)["ignore"].endswith(f"# coach.toml:2, {place}:2")


def test_a_library(show: Show) -> None:
    assert show("m.yaml", origin=True).endswith('\n\n[[library]]  # coach.toml:13\ntext = ["body"]\n')
    assert "[[library]]" not in show("m.md")


@pytest.mark.parametrize(
    ("path", "left_out"),
    [("a.md", False), ("dist/a.md", True), (".h/a.md", True), ("a.py", True), ("m.yaml", False), ("chat/a.md", False)],
)
def test_whether_a_check_of_the_folder_would_come_to_it(show: Show, path: str, left_out: bool) -> None:
    assert ("# left out when a folder is checked\n" in show(path)) == left_out


def test_json(show: Show, tmp_path: Path) -> None:
    document = json.loads(show("chat/a.md", "m.yaml", output_format="json"))
    assert document["schema_version"] == 1
    chat, library = document["inputs"]
    assert (chat["path"], chat["file"], chat["root"], chat["read"]) == (
        "chat/a.md",
        str(tmp_path / "coach.toml"),
        str(tmp_path),
        True,
    )
    assert chat["values"]["ignore"] == ["blame", "policy"]
    assert chat["origins"]["ignore"] == ["coach.toml:2", "coach.toml:10"]
    assert chat["values"]["output-format"] == "auto", "how to print this is no setting of a check"
    assert chat["library"] is None
    assert library["library"]["text"] == ["body"]
    assert set(chat["values"]) == set(chat["origins"])


def test_without_a_configuration(show: Show) -> None:
    text = show(isolated=True)
    assert text.startswith("# .\n# no configuration file\n")
    assert lines(text)["lang"] == '"auto"'


def test_a_broken_configuration_is_an_error(show: Show, tmp_path: Path) -> None:
    (tmp_path / "coach.toml").write_text("lang = 3\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        show()
    assert caught.value.where == "coach.toml:1:8"


def test_the_schema() -> None:
    assert json.loads(output(config.schema, {}, {})) == json_schema()
