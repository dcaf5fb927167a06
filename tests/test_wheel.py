"""The wheel is complete: built, installed elsewhere and run from another folder, it checks a draft."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DRAFT = "Hi Martha,\n\nYou forgot to attach the receipt. You should have read the instructions.\n"
EXE = ".exe" if os.name == "nt" else ""
BIN = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run without the variables that would let the checkout shine through."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COACH_"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that has the wheel.

    The dependencies are borrowed from the environment of the tests, so that spaCy is not downloaded again. A `.pth` line that
    only names a folder does not run the `.pth` files in it, so the editable installation of the checkout stays out of sight.
    """
    home = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(home, with_pip=False)
    python = home / BIN / f"python{EXE}"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).stdout.strip())
    done = run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet", wheel, cwd=home)
    assert done.returncode == 0, done.stdout + done.stderr
    borrowed = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (site / "borrowed.pth").write_text("".join(f"{folder}\n" for folder in borrowed), encoding="utf-8")
    return home / BIN


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The cache folder of the wheel, which compiles its phrasebooks once; that of the tests would have those of the checkout."""
    return str(tmp_path_factory.mktemp("cache"))


def test_wheel_holds_package_and_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("phrasebooks", "templates"):
        expected = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        packed = {name.removeprefix("coach/_data/") for name in names if name.startswith(f"coach/_data/{folder}/")}
        assert packed == {name for name in expected if not Path(name).name.startswith(".")}
        assert packed, f"{folder}/ is empty, and git does not keep an empty folder"
    assert {"coach/__init__.py", "coach/py.typed"} <= set(names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "bench/", "phrasebooks/", "templates/"))]


def test_installed_wheel_checks_a_draft(installed: Path, cache: str, tmp_path: Path) -> None:
    place = run(installed / f"python{EXE}", "-c", "import coach; print(coach.__file__)", cwd=tmp_path).stdout
    assert place
    assert ROOT not in Path(place).parents
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    done = run(
        installed / f"coach{EXE}",
        "check",
        "--output-format",
        "concise",
        "draft.txt",
        cwd=tmp_path,
        COACH_CACHE_DIR=cache,
    )
    assert done.returncode == 1, done.stderr
    assert "draft.txt:3:" in done.stdout
    assert "blame/forgot" in done.stdout


def test_installed_wheel_reviews_conversations(installed: Path, cache: str, tmp_path: Path) -> None:
    # The page, the rubric and the tables come from files of the package.
    line = '{"conversation": "c", "role": "agent", "text": "You forgot to attach the receipt."}\n'
    (tmp_path / "turns.jsonl").write_text(line, encoding="utf-8")
    done = run(
        installed / f"coach{EXE}",
        "review",
        "turns.jsonl",
        "--html",
        "page.html",
        cwd=tmp_path,
        COACH_CACHE_DIR=cache,
    )
    assert done.returncode == 0, done.stderr
    assert "1 conversation" in done.stdout
    assert "You forgot" in (tmp_path / "page.html").read_text(encoding="utf-8")
