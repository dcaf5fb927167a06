"""The hooks, run by the real pre-commit on a fresh repository, from a copy of this checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("coach", "phrasebooks", "templates", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
BLAME = "Hello Martha,\n\nyou forgot to attach the receipt.\n"
SWAP = "Hello Martha,\n\nplease be advised that your refund of 20 euros is under way.\n"
KIND = "Hello Martha,\n\nyour refund of 20 euros left our account today.\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git")


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
    done = run("git", *identity, *words, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository with what this checkout ships, as pre-commit would clone it, and its commit."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Everything")
    return folder, git(folder, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environment of the hooks, made once."""
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def repository(tmp_path: Path, hooks: tuple[Path, str]) -> Path:
    folder, commit = hooks
    git(tmp_path, "init", "--quiet")
    wanted = "".join(f"      - id: {name}\n" for name in ("coach", "coach-fix", "coach-phrasebook"))
    config = f"repos:\n  - repo: {folder.as_posix()}\n    rev: {commit}\n    hooks:\n{wanted}"
    (tmp_path / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    return tmp_path


def pre_commit(repository: Path, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run pre-commit. The dependencies are borrowed from the environment of the tests, so that nothing is downloaded."""
    borrowed = os.pathsep.join(dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib")))
    git(repository, "add", "--all")
    return run(
        sys.executable, "-m", "pre_commit", "run", *words, cwd=repository,
        PRE_COMMIT_HOME=str(home), PYTHONPATH=borrowed, PIP_NO_DEPS="1", PIP_NO_BUILD_ISOLATION="0", PIP_NO_INDEX="1",
    )  # fmt: skip


def test_the_manifest_is_valid() -> None:
    done = run(sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"), cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_a_reply_that_blames_stops_the_commit(repository: Path, home: Path) -> None:
    (repository / "reply.md").write_text(BLAME, encoding="utf-8")
    done = pre_commit(repository, home, "coach")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "reply.md:3:1: blame/forgot" in done.stdout


def test_a_kind_reply_passes(repository: Path, home: Path) -> None:
    (repository / "reply.md").write_text(KIND, encoding="utf-8")
    done = pre_commit(repository, home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2  # no phrasebook was touched, so the third hook has nothing to do


def test_the_fixing_hook_mends_the_file_and_fails_once(repository: Path, home: Path) -> None:
    reply = repository / "reply.md"
    reply.write_text(SWAP, encoding="utf-8")
    assert pre_commit(repository, home, "coach-fix").returncode == 1
    assert "please note that" in reply.read_text(encoding="utf-8")
    assert pre_commit(repository, home, "coach-fix").returncode == 0


def test_other_files_are_left_alone(repository: Path, home: Path) -> None:
    (repository / "tool.py").write_text(f'TEXT = """{BLAME}"""\n', encoding="utf-8")
    done = pre_commit(repository, home, "coach")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no files to check" in done.stdout
