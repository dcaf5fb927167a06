"""Writing files: old or new and never half, the target of a link, nothing that somebody else has changed meanwhile."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.cli.atomic import replace_file
from coach.errors import UsageError
from coach.replacing import PREFIX, write_file
from coach.settings.discovery import Projects
from coach.settings.record import Found
from coach.settings.walking import find

posix = pytest.mark.skipif(os.name == "nt", reason="permissions, links and signals of POSIX")

WRITER = """\
import sys
from coach.cli.atomic import replace_file
for path in sys.argv[2:]:
    old = open(path, "rb").read()
    replace_file(path, sys.argv[1].encode() * 50_000, old)
"""
ENDLESS = """\
import sys
from itertools import cycle
from coach.cli.atomic import replace_file
for word in cycle((b"new", b"old")):
    for path in sys.argv[1:]:
        old = open(path, "rb").read()
        replace_file(path, word * 50_000, old)
        print("begun", flush=True)
"""


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old\r\n")
    return path


def test_the_new_bytes_take_the_place_of_the_old(old: Path, tmp_path: Path) -> None:
    assert replace_file(str(old), b"new\0\n", b"old\r\n") == 0
    assert texts(tmp_path) == {"a.txt": b"new\0\n"}


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o4750])
def test_permissions_stay(old: Path, mode: int) -> None:
    old.chmod(mode)
    replace_file(str(old), b"new", b"old\r\n")
    assert stat.S_IMODE(old.stat().st_mode) == mode
    write_file(str(old), b"newer")
    assert stat.S_IMODE(old.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file away")
def test_the_owner_stays(old: Path) -> None:
    os.chown(old, 1234, 2345)
    replace_file(str(old), b"new", b"old\r\n")
    assert (old.stat().st_uid, old.stat().st_gid) == (1234, 2345)


@posix
def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(str(tmp_path / "new.txt"), b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640


@posix
def test_a_private_file_is_private_whatever_it_was(old: Path, tmp_path: Path) -> None:
    old.chmod(0o644)
    for path in (old, tmp_path / "new.txt"):
        write_file(str(path), b"new", private=True)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


# What is not written


def test_a_file_that_changed_since_it_was_read_stays(old: Path, tmp_path: Path) -> None:
    old.write_bytes(b"somebody else's")
    with pytest.raises(UsageError, match="changed while coach was reading it"):
        replace_file(str(old), b"new", b"old\r\n")
    assert texts(tmp_path) == {"a.txt": b"somebody else's"}


def test_the_same_change_by_another_run_is_no_conflict(old: Path) -> None:
    old.write_bytes(b"new")
    replace_file(str(old), b"new", b"old\r\n")
    assert old.read_bytes() == b"new"


def test_a_file_that_is_gone_does_not_come_back(old: Path, tmp_path: Path) -> None:
    old.unlink()
    with pytest.raises(UsageError, match="No such file"):
        replace_file(str(old), b"new", b"old\r\n")
    assert texts(tmp_path) == {}


@posix
def test_a_read_only_file_stays(old: Path, tmp_path: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(UsageError, match="read-only") as caught:
        replace_file(str(old), b"new", b"old\r\n")
    assert caught.value.where == str(old)
    assert texts(tmp_path) == {"a.txt": b"old\r\n"}


@posix
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(UsageError, match="no ordinary file"):
        replace_file(str(path), b"new", b"")
    assert stat.S_ISFIFO(path.stat().st_mode)


@posix
def test_output_may_go_to_a_device(tmp_path: Path) -> None:
    write_file(os.devnull, b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@posix
def test_a_full_disk_leaves_the_old_file_and_nothing_else(old: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: writing begins, and then fails."""
    script = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n" + WRITER
    result = subprocess.run([sys.executable, "-c", script, "new", str(old)], capture_output=True, text=True, check=False)
    assert "cannot be written: File too large" in result.stderr
    assert texts(tmp_path) == {"a.txt": b"old\r\n"}


@posix
def test_what_fails_on_the_way_leaves_nothing_behind(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for write in (lambda: replace_file(str(old), b"new", b"old\r\n"), lambda: write_file(str(old), b"new")):
        with pytest.raises(UsageError, match=r"a\.txt: cannot be written: No space left on device"):
            write()
    assert texts(tmp_path) == {"a.txt": b"old\r\n"}


@posix
def test_ctrl_c_leaves_nothing_behind(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_file(str(old), b"new", b"old\r\n")
    assert texts(tmp_path) == {"a.txt": b"old\r\n"}


# Links


@posix
def test_the_target_of_a_link_is_written_and_the_link_stays(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("a.txt")
    replace_file(str(link), b"new", b"old\r\n", str(tmp_path))
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


@posix
def test_output_goes_where_a_link_leads_to(old: Path, tmp_path: Path) -> None:
    for name, target in (("link", "a.txt"), ("dangling", "b.txt")):
        (tmp_path / name).symlink_to(target)
        write_file(str(tmp_path / name), b"new")
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / target).read_bytes() == b"new"


@posix
def test_a_link_that_leads_to_itself_is_an_error_in_words(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to("ring")
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(str(tmp_path / "ring"), b"new")


@posix
@pytest.mark.parametrize("through", ["link.txt", "folder/a.txt"])
def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path, through: str, monkeypatch: pytest.MonkeyPatch) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    project.mkdir()
    (outside / "a.txt").write_bytes(b"old")
    (project / "link.txt").symlink_to(outside / "a.txt")
    (project / "folder").symlink_to(outside)
    monkeypatch.chdir(project)
    for path in (str(project / through), through):
        with pytest.raises(UsageError, match="a link leads out of the project"):
            replace_file(path, b"new", b"old", str(project))
    assert texts(outside) == {"a.txt": b"old"}


@posix
def test_a_project_below_a_link_is_a_project(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    path = tmp_path / "link" / "a.txt"
    path.write_bytes(b"old")
    for root in ("link", "real"):
        for way in ("link", "real"):
            replace_file(str(tmp_path / way / "a.txt"), b"old", b"old", str(tmp_path / root))
    replace_file(str(path), b"new", b"old", str(tmp_path / "real"))
    assert path.read_bytes() == b"new"


def test_a_file_named_outside_of_the_project_is_written(old: Path, tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    replace_file(str(old), b"new", b"old\r\n", str(tmp_path / "project"))
    assert old.read_bytes() == b"new"


@posix
def test_other_names_of_a_file_keep_the_old_text_and_are_counted(old: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").hardlink_to(old)
    (tmp_path / "c.txt").hardlink_to(old)
    assert replace_file(str(old), b"new", b"old\r\n") == 2
    assert texts(tmp_path) == {"a.txt": b"new", "b.txt": b"old\r\n", "c.txt": b"old\r\n"}


# Killed, and together


@posix
def test_a_killed_run_leaves_every_file_old_or_new(tmp_path: Path) -> None:
    """Killed at random moments of a run that never ends by itself; what it leaves behind besides is not taken for a draft."""
    paths = [tmp_path / f"{number}.txt" for number in range(5)]
    for path in paths:
        path.write_bytes(b"old" * 50_000)
    pause = random.Random(5)
    for _ in range(8):
        with subprocess.Popen([sys.executable, "-c", ENDLESS, *map(str, paths)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stdout.readline() == b"begun\n"
            time.sleep(pause.random() * 0.02)
            process.kill()
        assert {path.read_bytes() for path in paths} <= {b"old" * 50_000, b"new" * 50_000}
        assert {path.name[: len(PREFIX)] for path in tmp_path.iterdir() if path not in paths} <= {PREFIX}
        found = find([str(tmp_path)], Projects())
        assert [one.path for one in found if isinstance(one, Found)] == list(map(str, paths))


@posix
def test_several_runs_at_once_do_not_mix(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(10)]
    for path in paths:
        path.write_bytes(b"old" * 50_000)
    commands = [[sys.executable, "-c", WRITER, word, *map(str, paths)] for word in ("one", "two", "six")]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for command in commands]
    told = [run.communicate()[1] for run in runs]
    assert all(not said or b"changed while coach was reading it" in said for said in told)
    assert {path.read_bytes() for path in paths} <= {word * 50_000 for word in (b"old", b"one", b"two", b"six")}
    assert len(list(tmp_path.iterdir())) == 10
