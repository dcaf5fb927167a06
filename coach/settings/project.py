"""What holds below one configuration file: for the run, and for each of the files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.config import Config
from coach.settings.merging import merged, run_of, settings_of
from coach.settings.record import RULE_KEYS, Layer, LibraryFor, Override, Run, Settings

if TYPE_CHECKING:
    from coach.settings.globs import Globs


class Project:
    """The settings of one configuration file, with what beats it; its patterns tell its files apart.

    Settings are made once for each set of tables that match, so that thousands of files share a few.
    """

    def __init__(
        self, path: str, root: str, said: Sequence[Layer], above: Sequence[Layer] = (), base: Config | None = None
    ) -> None:
        """`said` is what the file and its bases say, `above` what beats it: variables, `--config`, flags, in this order.

        `path` is "" without a file; `base` is what no configuration can say. Raises UsageError for a rule that does not exist.
        """
        self.path = path
        self.root = root
        self.said = tuple(said)
        self.above = tuple(above)
        self.base = base or Config()
        self.overrides: tuple[Override, ...] = tuple(one for layer in (*said, *above) for one in layer.overrides)
        self.libraries: tuple[LibraryFor, ...] = tuple(one for layer in (*said, *above) for one in layer.libraries)
        self.values = merged((*self.said, *self.above))
        self.run: Run = run_of(self.values)
        self.settings = settings_of(self.values, None, root, self.base)
        self._made: dict[tuple[int, ...], Settings] = {(): self.settings}
        self._patterns: list[Globs] = []
        _check_rules([*self.said, *(one.layer for one in self.overrides), *self.above], own=bool(self.values["phrasebooks"]))

    def settings_for(self, path: str) -> Settings:
        """What holds for a file; it need not exist. "" is a text without a name."""
        if not path or not (self.overrides or self.libraries):
            return self.settings
        overriding, library = self.matching(path)
        key = (*overriding, -1 - library) if library is not None else overriding
        if key not in self._made:
            told = self.libraries[library].library if library is not None else None
            self._made[key] = settings_of(merged(self.layers(overriding)), told, self.root, self.base)
        return self._made[key]

    def matching(self, path: str) -> tuple[tuple[int, ...], int | None]:
        """The numbers of the `[[per-file]]` tables that match a file, and of the last `[[library]]` table."""
        if not self._patterns:
            from coach.settings.globs import Globs

            files = [*(one.files for one in self.overrides), *(one.files for one in self.libraries)]
            self._patterns = [Globs(one, below=True) for one in files]
        absolute = os.path.abspath(path)
        found = [number for number, patterns in enumerate(self._patterns) if patterns.match(absolute)]
        count = len(self.overrides)
        last = found[-1] - count if found and found[-1] >= count else None
        return tuple(number for number in found if number < count), last

    def layers(self, overriding: Sequence[int] = ()) -> list[Layer]:
        """Everything that is said about a file, weakest first, given the numbers of the tables that match it."""
        return [*self.said, *(self.overrides[number].layer for number in overriding), *self.above]


def _check_rules(layers: Sequence[Layer], *, own: bool) -> None:
    """Refuse rules that do not exist. Flags have no label: the engine says what is wrong with them."""
    naming = [layer for layer in layers if layer.label and not RULE_KEYS.isdisjoint(layer.values)]
    if naming:
        from coach.settings.checking import check_rules

        for layer in naming:
            check_rules(layer, own=own)
