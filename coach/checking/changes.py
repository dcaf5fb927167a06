"""What changed since a commit: asked of Git itself, file by file and line by line."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from unicodedata import normalize

from coach.errors import UsageError, did_you_mean
from coach.sources.files import STDIN

HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
OPTIONS = (
    "--no-pager", "--no-optional-locks", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "diff.relative=false",
)  # fmt: skip
DIFF = (
    "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--ignore-submodules=none",
    "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
"""Whatever a user has configured, the output is the one that is read here."""
PATCH = ("--patch", "--unified=0", "--inter-hunk-context=0")

SUBMODULE = "160000"
NOT_OURS = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE",
    "GIT_DIFF_OPTS",
)  # fmt: skip
"""What a hook is told of its own repository, which would hide the others, and what would change the output."""

SHALLOW_HINT = "this clone is shallow: `git fetch --unshallow`, or in CI a checkout of the whole history (fetch-depth: 0)"
SINCE = "--since"

Ranges = tuple[tuple[int, int], ...]
WHOLE: Ranges = ((0, 1 << 60),)


class Changes(NamedTuple):
    """The changed files, by their absolute paths, with the changed lines as (first, last), 1-based.

    A line ends at LF, as for Git. Where lines were only taken out, `last` is the line in front of that place and `first` the one
    behind it.
    """

    lines: Mapping[str, Ranges]

    @property
    def files(self) -> frozenset[str]:
        """The absolute paths of the changed files that are still there."""
        return frozenset(self.lines)

    def has(self, path: str) -> bool:
        """Whether a file changed, or was renamed."""
        return absolute(os.path.realpath(path)) in self.lines

    def touches(self, path: str, first_line: int, last_line: int, *, entire: bool = False) -> bool:
        """Whether any of these lines of a file changed; with `entire` they are a whole text, which also changes at its edges."""
        for first, last in self.lines.get(absolute(os.path.realpath(path)), ()):
            edge = 1 if entire and first > last else 0
            if first <= last_line + edge and last >= first_line - edge:
                return True
        return False


def changed(ref: str, paths: Iterable[str]) -> Changes:
    """What changed since the work forked off `ref`: commits, the working tree, and files that Git does not know yet.

    `paths` are those of the command line; their repositories are asked, with their submodules. Raises UsageError where there is
    no Git, no repository, no such commit, or not enough history.
    """
    lines: dict[str, Ranges] = {}
    for root in dict.fromkeys(repository(path) for path in paths):
        collect(root, fork(root, ref), lines)
    return Changes(lines)


def repository(path: str) -> str:
    """The working tree that a path is in. Raises UsageError when it is in none."""
    folder = start = os.path.abspath(os.curdir if path == STDIN else path)
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            raise UsageError(f"{SINCE} needs a Git repository", where=path, hint=f"{start} is in none; leave out {SINCE}")
        folder = above
    return folder


def fork(root: str, ref: str) -> str:
    """The commit that the work since a branch, tag or commit is based on. Raises UsageError."""
    if ref.startswith("-") or not ref:
        raise UsageError(f"{ref!r} is no commit, branch or tag", where=SINCE, hint="for example --since main")
    if git(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").returncode:
        git_or_error(root, "rev-parse", "--git-dir")  # what else is wrong, Git says itself
        raise UsageError(f"no commit, branch or tag {ref!r} in {root}", where=SINCE, hint=known(root, ref))
    base = git(root, "merge-base", f"{ref}^{{commit}}", "HEAD").stdout.decode().strip()
    if not base:
        hint = SHALLOW_HINT if is_shallow(root) else "name a commit that this branch comes from"
        raise UsageError(f"{ref!r} and the current branch have no common commit", where=SINCE, hint=hint)
    return base


def known(root: str, ref: str) -> str:
    """What to do about a commit that is not there."""
    if is_shallow(root):
        return SHALLOW_HINT
    names = git(root, "for-each-ref", "--format=%(refname:short)").stdout.decode("utf-8", "replace").split()
    return did_you_mean(ref, names, "is it fetched? `git branch --all` lists the branches")


def is_shallow(root: str) -> bool:
    """Whether a clone lacks a part of the history."""
    return git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def collect(root: str, base: str, lines: dict[str, Ranges]) -> None:
    """Note what changed in a repository since a commit, and in its submodules since the commits that belong to it."""
    raw = git_or_error(root, *DIFF, "--raw", "--numstat", "--no-abbrev", "-z", base, "--")
    files, modules = listed(os.fsdecode(raw).split("\0"))
    patch = git_or_error(root, *DIFF, *PATCH, base, "--").split(b"\n")
    files.update((path, ranges) for path, ranges in hunks(patch) if path in files)
    untracked = os.fsdecode(git_or_error(root, "ls-files", "--others", "--exclude-standard", "-z")).split("\0")
    files.update(dict.fromkeys((path for path in untracked if path and not path.endswith("/")), WHOLE))
    modules.update(dict.fromkeys((path for path in untracked if path.endswith("/")), ""))  # a repository nobody registered
    lines.update((absolute(os.path.join(root, path)), ranges) for path, ranges in files.items())
    for path, before in modules.items():
        inside = os.path.join(root, path)
        if os.path.exists(os.path.join(inside, ".git")):
            collect(inside, before or empty_tree(inside), lines)


def listed(fields: Iterable[str]) -> tuple[dict[str, Ranges], dict[str, str]]:
    """What `git diff --raw --numstat -z` lists: the files that are there, and the submodules with their commits before.

    The lines of a file follow from the patch; of one that is no text for Git all have changed.
    """
    files: dict[str, Ranges] = {}
    modules: dict[str, str] = {}
    rest = iter(fields)
    for field in rest:
        if field.startswith(":"):
            before, after, commit, _, status = field[1:].split(" ")
            path = next(rest)
            if status[0] in "RC":
                path = next(rest)
            if after == SUBMODULE:
                modules[path] = commit if before == SUBMODULE else ""
            elif status[0] != "D":
                files[path] = ()
        elif field:
            added, _, path = field.split("\t", 2)
            if not path:
                _, path = next(rest), next(rest)
            if added == "-" and path in files:
                files[path] = WHOLE
    return files, modules


def hunks(diff: Sequence[bytes]) -> Iterator[tuple[str, Ranges]]:
    """The changed lines of each file in a patch without context."""
    path = ""
    ranges: list[tuple[int, int]] = []
    rest = iter(diff)
    for line in rest:
        if line.startswith(b"diff --git "):
            if path and ranges:
                yield path, tuple(ranges)
            path, ranges = "", []
        elif line.startswith(b"+++ "):
            path = new_name(line[4:])
        elif hunk := HUNK.match(line):
            taken, first, added = (int(number) if number else 1 for number in hunk.groups())
            ranges.append((first, first + added - 1) if added else (first + 1, first))
            left = taken + added
            while left:  # words that were taken out or added may look like a header
                left -= not next(rest, b"").startswith(b"\\")
    if path and ranges:
        yield path, tuple(ranges)


def new_name(name: bytes) -> str:
    """The name of a file in the header of a patch, "" where it is gone. In quotation marks it is written as C would."""
    if name.startswith(b'"'):
        name = str(ast.literal_eval(name.decode("latin-1"))).encode("latin-1")
    name = name.removesuffix(b"\t")  # stands behind a name with spaces
    return os.fsdecode(name.removeprefix(b"b/")) if name != b"/dev/null" else ""


def empty_tree(root: str) -> str:
    """The commit-like name of no files at all."""
    return git_or_error(root, "hash-object", "-t", "tree", "--stdin").decode().strip()


def git_or_error(root: str, *arguments: str) -> bytes:
    """What Git prints. Raises UsageError with what it says where it fails."""
    done = git(root, *arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise UsageError(f"git {arguments[0]}: {said[0]}", where=root, hint=f"mend it, or leave out {SINCE}")
    return done.stdout


def git(root: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run Git in a working tree, without a shell, a pager or a question. Raises UsageError where there is none."""
    program = shutil.which("git")
    if program is None:
        raise UsageError(f"{SINCE} needs the program git", where=SINCE, hint="install it, or leave out the option")
    told = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    return subprocess.run(  # noqa: S603 - a fixed program, and no shell reads the arguments
        [program, *OPTIONS, *arguments], cwd=root, env=told, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )


def absolute(path: str) -> str:
    """A path as files are compared: links to folders resolved, letters put together as on every system."""
    folder, name = os.path.split(os.path.abspath(path))
    return normalize("NFC", os.path.normcase(os.path.join(os.path.realpath(folder), name)))
