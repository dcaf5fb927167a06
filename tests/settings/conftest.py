from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from coach.errors import UsageError
from coach.settings.discovery import Projects

Tree = Callable[[Mapping[str, str]], Path]

EVERYTHING = """\
lang = "de"
channel = "chat"
register = "formal"
select = ["blame", "policy"]
extend-select = ["vague/asap"]
ignore = ["blame/forgot"]
extend-ignore = ["jargon"]
min-severity = "warning"
vocabulary = ["No Problem Tape"]
extend-vocabulary = ["Sorry Socks"]
phrasebooks = "own/books"
templates = "own/letters"
encoding = "cp1251"
markup = "html"
dialect = "zendesk"
placeholders = ["order.*"]
include = ["*.text"]
exclude = ["old/"]
extend-exclude = ["older/"]
respect-gitignore = false
force-exclude = true
fail-on = "never"
output-format = "json"
baseline = "known.jsonl"
jobs = 3
cache = false
cache-dir = ".kept"

[severity]
blame = "hint"
"policy/our-policy" = "error"

[[per-file]]
files = ["en/"]
lang = "en"
encoding = "utf-8"

[[library]]
files = ["texts.yaml"]
text = ["reply.body"]
name = ["title"]
lang = ["locale"]
channel = ["via"]
usage = ["count"]
updated = ["changed"]
active = ["enabled"]
markup = "markdown"
"""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Write files below a folder and work there: `tree({"coach.toml": "..."})`; a name with / at its end is a folder."""
    root = tmp_path / "work"
    root.mkdir()
    monkeypatch.chdir(root)

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = root / name
            if name.endswith("/"):
                path.mkdir(parents=True, exist_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return root

    return write


@pytest.fixture
def refused() -> Callable[..., UsageError]:
    """The error of a configuration that is not right: `refused(lambda: Projects().for_folder("."))`."""

    def run(action: Callable[[], object]) -> UsageError:
        with pytest.raises(UsageError) as caught:
            action()
        return caught.value

    return run


@pytest.fixture
def broken(tree: Tree, refused: Callable[..., UsageError]) -> Callable[[str], UsageError]:
    """The error of a coach.toml: its place is checked to be one."""

    def run(text: str) -> UsageError:
        tree({"coach.toml": text})
        error = refused(lambda: Projects(environ={}).for_folder("."))
        assert re.fullmatch(r"coach\.toml:\d+:\d+", error.where)
        assert error.hint
        return error

    return run


@pytest.fixture
def everything() -> str:
    """A coach.toml with every key but `extend`; it needs the folders own/books and own/letters."""
    return EVERYTHING
