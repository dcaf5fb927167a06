"""Leaving out what a run need not speak of: findings that the baseline knows, and lines that did not change."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.checking.judging import Options, with_findings
from coach.checking.record import Checked
from coach.cli.inputs import Inputs
from coach.cli.options import Values
from coach.errors import UsageError
from coach.model import Finding
from coach.settings.record import Found
from coach.sources.files import STDIN, read

if TYPE_CHECKING:
    from coach.checking.baseline import Baseline, Entry
    from coach.checking.changes import Changes

BASELINE = "coach-baseline.jsonl"
"""The baseline of a project whose configuration names none; it is used wherever it is there."""


def are(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun and verb: "1 finding is", "2 findings are"."""
    return f"1 {noun} is" if number == 1 else f"{number} {nouns or noun + 's'} are"


class Narrowing:
    """The baseline and the changes of one run."""

    def __init__(self, inputs: Inputs, values: Values) -> None:
        """Raises UsageError for a baseline that is damaged or missing, and where Git cannot tell what changed."""
        self._root = inputs.project.root
        self._paths = inputs.paths
        self._config = inputs.project.settings.config
        self._options = Options(stress=values.flag("stress"), answering=values.maybe("customer") is not None)
        self.path = self._baseline_path(inputs)
        self.writes = values.flag("write_baseline")
        self.prunes = values.flag("prune_baseline")
        if self.prunes and not self.path:
            raise UsageError("there is no baseline to prune", hint="--write-baseline makes one")
        self._entries: list[Entry] = self._load() if self.path else []
        self._baseline = self._fresh(self._entries) if self.path or self.writes else None
        self._changes = self._changed(values, inputs)

    @property
    def needs_fingerprints(self) -> bool:
        """Whether findings must be told from each other."""
        return self._baseline is not None

    def _baseline_path(self, inputs: Inputs) -> str:
        """The baseline of the run: the one that is named, else the one of the project where it has one; "" for none."""
        named = inputs.project.run.baseline
        if named or all(path == STDIN for path in self._paths):
            return named
        usual = os.path.join(self._root, BASELINE)
        return usual if os.path.isfile(usual) else ""

    def _load(self) -> list[Entry]:
        from coach.checking.baseline import load

        if self.writes and not os.path.exists(self.path):
            return []
        try:
            return load(read(self.path), self.path)
        except UsageError as error:
            if os.path.exists(self.path):
                raise
            raise UsageError("there is no such baseline", where=self.path, hint="--write-baseline makes it") from error

    def _fresh(self, entries: Sequence[Entry]) -> Baseline:
        from coach.checking.baseline import Baseline

        return Baseline(entries, self._looked_for)

    def _looked_for(self, rule: str) -> bool:
        """Whether this run finds all that breaks a rule: what it does not look for is not gone."""
        return self._config.min_severity == "hint" and self._options.look_for(rule, self._config)

    @staticmethod
    def _changed(values: Values, inputs: Inputs) -> Changes | None:
        ref = values.maybe("since")
        if not ref:
            return None
        from coach.checking.changes import changed

        changes = changed(ref, [path for path in inputs.paths if path != STDIN])
        inputs.found = [one for one in inputs.found if not isinstance(one, Found) or one.path == STDIN or changes.has(one.path)]
        return changes

    def __call__(self, checked: Checked) -> Checked:
        """A judged file without what need not be said of it, counted for the baseline."""
        return self._narrowed(checked, self._baseline)

    def again(self, checked: Checked) -> Checked:
        """The same for a file that is judged once more while it is mended: it is not counted."""
        path = self._project_path(checked.name) if self._baseline is not None else ""
        known = self._fresh([entry for entry in self._entries if entry.path == path]) if self._baseline is not None else None
        return self._narrowed(checked, known)

    def _narrowed(self, checked: Checked, baseline: Baseline | None) -> Checked:
        known: Sequence[Finding] = ()
        if baseline is not None:
            # All of the file: what stands on unchanged lines is still there, and so it is not gone.
            shown, known = baseline.take(self._project_path(checked.name), checked.report.findings)
            checked = with_findings(checked, shown, ())
        if self._changes is not None:
            known = [one for one in known if self._touched(checked, one)]
            touched = [one for one in checked.report.findings if self._touched(checked, one)]
            if len(touched) < len(checked.report.findings):
                checked = with_findings(checked, touched, ())
        return with_findings(checked, checked.report.findings, known) if known else checked

    def _project_path(self, name: str) -> str:
        from coach.checking.fingerprints import project_path

        return project_path(name, self._root)

    def _touched(self, checked: Checked, one: Finding) -> bool:
        """Whether a finding stands on a changed line; one without words, whether its text has any."""
        if self._changes is None or not self._changes.has(checked.name):
            return True
        start, end, entire = one.start, max(one.start, one.end - 1), one.end <= one.start
        if entire:
            ends = [text.start for text in checked.texts if text.start > one.start]
            end = min(ends, default=len(checked.text)) - 1
        first, last = (checked.text.count("\n", 0, max(0, offset)) + 1 for offset in (start, end))
        return self._changes.touches(checked.name, first, max(first, last), entire=entire)

    def finish(self) -> str:
        """Write the baseline where that is asked for, and return what there is to say of it, "" for nothing."""
        if self._baseline is None:
            return ""
        folders = [self._project_path(path) for path in self._paths if os.path.isdir(path)]
        if self.writes:
            entries = self._baseline.renewed(folders, self._root)
            self._save(entries)
            return f"{are(sum(entry.times for entry in entries), 'finding')} now known in {self._shown()}"
        gone = sum(entry.times for entry in self._baseline.gone(folders, self._root))
        if self.prunes:
            if gone:
                self._save(self._baseline.pruned(folders, self._root))
            return f"{are(gone, 'entry', 'entries')} gone and taken out of {self._shown()}"
        return (
            f"{are(gone, 'entry', 'entries')} gone that {self._shown()} knows: --prune-baseline takes out what is gone"
            if gone
            else ""
        )

    def _save(self, entries: Sequence[Entry]) -> None:
        from coach import __version__
        from coach.checking.baseline import dump
        from coach.replacing import write_file

        self.path = self.path or os.path.join(self._root, BASELINE)
        write_file(self.path, dump(entries, __version__))

    def _shown(self) -> str:
        return os.path.relpath(self.path) if self.path else BASELINE
