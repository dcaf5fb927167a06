"""What `coach check --fix`, `--diff` and `-i` do with each file, and what is said of it at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from coach.checking.fixing import Fixed, Rejudge, fix, reread, together
from coach.checking.record import Checked
from coach.checking.rereading import place_in, wrote
from coach.cli.atomic import replace_file
from coach.cli.console import is_terminal
from coach.cli.interactive import Answer, Own, decide
from coach.cli.options import Values
from coach.cli.session import CLEAN, FAILED, FOUND, STDIN_NAME, Session
from coach.errors import UsageError
from coach.model import Finding, Suggestion
from coach.reports.difference import unified
from coach.reports.display import printable
from coach.reports.statistics import counted
from coach.reports.style import Style
from coach.rewriting import apart, apply
from coach.sources.document import Document
from coach.sources.files import STDIN, Source, decode, encode, read


class Fixes:
    """Mends the files of one run and counts what was done."""

    def __init__(self, paths: Sequence[str], values: Values, session: Session, root: str = "") -> None:
        """`paths` are those of the run, `root` is the folder out of which no link may lead to a file that is written.

        Raises UsageError for options that do not go together, and for questions without a terminal.
        """
        self._values = values
        self._console = session.console
        self._root = root
        self._unsafe = values.flag("unsafe_fixes")
        self._diff = values.flag("diff")
        self._asking = values.flag("interactive")
        self._quiet = values.flag("quiet") or values.flag("silent")
        self._mended: list[tuple[str, Counter[str]]] = []
        self._unsafe_left = 0
        self.takes_stdout = STDIN in paths and not self._diff
        """Whether standard output is for a mended draft, so that what is left must go elsewhere."""
        self.reports = not self._diff and not values.flag("fix_only")
        """Whether what is left is printed at all."""
        if self._asking and self._diff:
            raise UsageError("-i changes files, --diff changes none", hint="leave one of them out")
        terminals = is_terminal(self._console.stdin) and is_terminal(self._console.stderr)
        if self._asking and (STDIN in paths or not terminals):
            raise UsageError("-i asks questions on a terminal", hint="name files, and redirect neither input nor error output")
        if self._unsafe and not any(values.flag(name) for name in ("fix", "fix_only", "diff")):
            raise UsageError("--unsafe-fixes only says what --fix may do", hint="add --fix, or --diff to see it first")

    def mend(self, source: Source, checked: Checked, judge: Rejudge, piped: bytes | None = None) -> Checked:
        """Mend a file, or show what would be mended, and return what is found in it now.

        `piped` are the bytes of standard input, where the text came from there; then it goes to standard output. Raises
        UsageError when that is impossible; a file is then as it was.
        """
        try:
            fixed = self._fixed(source, checked, judge)
            result = encoded(fixed, piped)
        except UsageError:
            if piped is not None and not self._diff:
                self._console.write_bytes(piped)  # whoever pipes a draft through gets it back
            raise
        if self._diff:
            self._show(fixed)
        elif piped is not None:
            self._pass_on(fixed.text, piped if result is None else result)
        elif result is not None:
            self._write(source, result)
        if fixed.changed:
            self._mended.append((source.name, fixed.rules))
        self._unsafe_left += fixed.unsafe_left
        return checked if self._diff else fixed.left

    def finish(self) -> None:
        """Say on standard error what was mended, and what more could be."""
        done = "would fix" if self._diff else "fixed"
        if self._values.flag("show_fixes") and not self._values.flag("silent"):
            for name, rules in self._mended:
                self._console.note(f"coach: {done} in {printable(name)}:")
                for rule, number in sorted(rules.items(), key=lambda entry: (-entry[1], entry[0])):
                    self._console.note(f"  {number} x {rule}")
        if self._quiet:
            return
        number = sum(rules.total() for _, rules in self._mended)
        told = [f"{done} {counted(number, 'finding')}{f' in {len(self._mended)} files' if len(self._mended) > 1 else ''}"]
        if self._unsafe_left:
            told.append(
                f"--unsafe-fixes would fix {f'{self._unsafe_left} more' if number else counted(self._unsafe_left, 'finding')}"
            )
        told = told if number else told[1:]
        if told or not self.reports:
            self._console.note(f"coach: {'; '.join(told) or 'nothing to fix'}")

    def exit_code(self, code: int) -> int:
        """The exit code of a run whose findings give `code`."""
        if code == FAILED:
            return FAILED
        if self._mended and (self._diff or self._values.flag("fail_on_fix")):
            return CLEAN if self._values.flag("exit_zero") else FOUND
        return code if self.reports else CLEAN

    def _fixed(self, source: Source, checked: Checked, judge: Rejudge) -> Fixed:
        """A file after it was mended unasked, or after a person was asked about each of its findings."""
        if not self._values.flag("interactive"):
            return fix(source, checked, judge, unsafe=self._unsafe)
        if not self._asking or not checked.report.findings:
            return Fixed(source, source.text, Counter(), checked, 0)
        document, checked = judge(source)
        console = self._console
        style = console.style(console.stderr, self._values.text("color"))
        decided = decide(checked, console, style, lambda finding, answer: edits_of(finding, answer, checked, document))
        self._asking = not decided.stopped
        edits = apart(decided.edits)
        text = apply(source.text, edits)
        left = reread(document, edits, source._replace(text=text), judge)[1] if edits else checked
        return Fixed(source, text, Counter(one.rule for one in decided.mended), left, 0)

    def _show(self, fixed: Fixed) -> None:
        """Print the diff of a file; with `--silent` the exit code is all."""
        if not self._values.flag("silent"):
            style = self._console.style(self._console.stdout, self._values.text("color"))
            self._console.write_bytes(difference(fixed, style))

    def _pass_on(self, text: str, data: bytes) -> None:
        """A draft from standard input goes to standard output."""
        self._console.write_bytes(data)
        self._console.flush()
        if is_terminal(self._console.stdout) and text and not text.endswith(("\n", "\r")):
            self._console.note("")

    def _write(self, source: Source, result: bytes) -> None:
        others = replace_file(source.name, result, source.mark + source.text.encode(source.encoding), self._root)
        if others and not self._quiet:
            told = "1 other name of the file (a hard link) keeps" if others == 1 else f"{others} other names of the file keep"
            self._console.note(f"coach: {printable(source.name)}: {told} the old text")


def encoded(fixed: Fixed, piped: bytes | None) -> bytes | None:
    """The mended file as bytes, None where nothing changes; `piped` are the bytes of standard input.

    Raises UsageError when it cannot be written as it was read, and when it is no longer what was read.
    """
    source = fixed.source
    if fixed.text == source.text:
        return None
    original = read(source.name) if piped is None else piped
    now = decode(original, source.name, source.encoding)
    if now == source._replace(text=fixed.text):
        return None  # another run has made the very same change
    if now != source:
        hint = "it was left as it is now; run coach again"
        raise UsageError("changed while coach was reading it", where=source.name, hint=hint)
    return encode(source, fixed.text, original)


def difference(fixed: Fixed, style: Style) -> bytes:
    """What mending changes in a file, as UTF-8 whatever the encoding of the file; a byte order mark of UTF-8 is part of it."""
    source = fixed.source
    mark = "\ufeff" if source.mark and source.encoding == "utf-8" else ""
    name = "stdin" if source.name == STDIN_NAME else source.name
    return unified(name, mark + source.text, mark + fixed.text, style).encode("utf-8", "backslashreplace")


def edits_of(finding: Finding, answer: Answer, checked: Checked, document: Document) -> list[Suggestion]:
    """What an answer changes: the text and every other form of it; nothing where markup is in the way in one of them."""
    forms = next((forms for forms in together(checked, document) if any(one is finding for one in forms)), [])
    edits = [edit_of(one, finding, answer, document) if one else None for one in forms]
    return [edit for edit in edits if edit] if all(edits) else []


def edit_of(one: Finding, asked: Finding, answer: Answer, document: Document) -> Suggestion | None:
    """What an answer about a finding changes at this one, which is the same or in another form of its text."""
    if isinstance(answer, Own):
        return in_own_words(one, answer.wording, document)
    number = asked.suggestions.index(answer)
    same = next(iter(one.suggestions[number : number + 1]), None)
    return same if same and same.exact else None


def in_own_words(finding: Finding, wording: str, document: Document) -> Suggestion | None:
    """A wording of somebody's own as the file must write it; None where it cannot be written."""
    for segment in document.segments:
        for way in (segment.text, *segment.others):
            place = place_in(way, finding.start, finding.end)
            own = wrote(wording, segment) if place and segment.writable and way.is_prose(*place) else None
            if own is not None:
                return Suggestion(own, finding.start, finding.end, safe=False)
    return None
