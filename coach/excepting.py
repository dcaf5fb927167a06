"""The exception that keeps a rule silent on one sentence, in the folder of a team's phrasebooks.

The flagged words with a few of their neighbours become the exception, as few as will do, and the sentence an example that guards
it. Each try is made in a copy of the folder: the team's own file is written once, when the words are found.
"""

from __future__ import annotations

import os
import shutil
import tempfile

from coach.config import Config
from coach.errors import UsageError
from coach.expressions import compiled
from coach.model import Finding
from coach.phrasebook.authoring import read, save, team_file, with_exception

REACH = (1, 2, 3, 5, 8)
"""How many words around the flagged ones an exception takes in."""


def excepted(rule: str, sentence: str, lang: str, folder: str) -> str:
    """Write the exception into the team's folder, which need not be there, and return the path of the file.

    "" where nothing is flagged in the sentence, so that nothing has to be written. Raises UsageError where no words of the
    sentence make an exception, and CoachError for a folder that does not follow phrasebooks/TEAM.md.
    """
    path = team_file(folder, lang, rule)
    found = flagged(rule, sentence, lang, folder if os.path.isdir(folder) else "")
    if not found:
        return ""
    before = read(path)
    with tempfile.TemporaryDirectory() as copy:
        if os.path.isdir(os.path.join(folder, lang)):
            shutil.copytree(os.path.join(folder, lang), os.path.join(copy, lang))
        trial = team_file(copy, lang, rule)
        for reach in REACH:
            save(trial, before)
            for finding in found:
                save(trial, with_exception(trial, rule, around(sentence, finding, reach), sentence))
            if not flagged(rule, sentence, lang, copy):
                save(path, read(trial))
                return path
    hint = f"write `unless` by hand into {path}, see phrasebooks/README.md"
    raise UsageError(f"no words of the sentence make an exception to {rule}", hint=hint)


def flagged(rule: str, sentence: str, lang: str, folder: str) -> list[Finding]:
    """What a rule finds in a sentence with a team's folder ("" for none)."""
    from coach.engine import Coach

    config = Config(lang=lang, rewrites=False, phrasebooks=folder)
    return [finding for finding in Coach(config).check(sentence).findings if finding.rule == rule]


def around(sentence: str, finding: Finding, reach: int) -> str:
    """The flagged words with a few on both sides, as a phrase."""
    words = list(compiled(r"[^\W_]+(?:['’-][^\W_]+)*").finditer(sentence))
    inside = [number for number, word in enumerate(words) if word.start() < finding.end and finding.start < word.end()]
    if not inside:  # signs only
        return sentence
    first, last = max(0, inside[0] - reach), min(len(words), inside[-1] + 1 + reach)
    return " ".join(word[0] for word in words[first:last])
