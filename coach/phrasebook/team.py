"""A team's own phrasebooks: a folder that changes the shipped ones.

`FOLDER/<lang>/<category>.yaml` holds entries as in the shipped files. An entry of a shipped concept is merged into it:
phrases, exceptions and examples are added, `remove` takes shipped phrases away, `say` (with its recasts), `why`, `swap` and
`severity` take the place of the shipped ones. An entry with a new name is a new concept. `FOLDER/<lang>/words.yaml` holds
`plain`, the team's own jargon with the words to use instead, and `names`, product names that are never flagged, whatever
their endings.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from coach.errors import PhrasebookError
from coach.model import CATEGORIES
from coach.phrasebook.loader import ENTRY_KEYS, File, load_files
from coach.phrasebook.paths import book_files, team_files
from coach.phrasebook.schema import Book, Entry, Place

TEAM_KEYS = (*ENTRY_KEYS, "remove")
NEW_CONCEPT = ("phrases", "why", "say", "flag", "pass")
CONCEPT_NAME = re.compile(r"[a-z][a-z-]*/[a-z][a-z0-9-]*")
WORDS = "words"
WORD_KEYS = ("plain", "names")
OWN_JARGON = "jargon/internal"
"""The concept that a team's own jargon is filed under."""


class TeamFile(File):
    """One file of a team's folder."""

    def merged(self, book: Book, category: str) -> Book:
        """The book with the entries of a category file merged in."""
        entries = {entry.rule: entry for entry in book.entries}
        for rule, place, node in self.mapping(self.root, f"{category}.yaml"):
            if not CONCEPT_NAME.fullmatch(rule) or not rule.startswith(f"{category}/"):
                raise self.error(
                    f"{rule!r} does not belong here", place, f"a concept in this file is called {category}/some-name"
                )
            values = self.values(rule, place, node, TEAM_KEYS, () if rule in entries else NEW_CONCEPT)
            removed = self.strings(values["remove"], "remove") if "remove" in values else ()
            shipped = entries.get(rule)
            for text in removed:
                if shipped is None or text.value not in {phrase.value for phrase in shipped.phrases}:
                    raise self.error(
                        f"{rule} has no such phrase", text.place, f"`coach explain {rule}` shows the phrases as they are"
                    )
            added = self.entry_of(rule, place, values)
            entries[rule] = combined(shipped, added, {text.value for text in removed}) if shipped else added
        return book._replace(entries=tuple(entries.values()))

    def with_words(self, book: Book) -> Book:
        """The book with a team's own words and product names."""
        values = self.values("words.yaml", Place(self.path, 1, 1), self.root, WORD_KEYS, ()) if self.root else {}
        names = self.strings(values["names"], "names") if "names" in values else ()
        plain = self.pairs(values["plain"], "plain") if "plain" in values else ()
        entries = tuple(
            entry._replace(
                phrases=(*entry.phrases, *(words for words, _ in plain if words.value not in {p.value for p in entry.phrases})),
                swaps=(*plain, *entry.swaps),
            )
            if entry.rule == OWN_JARGON
            else entry
            for entry in book.entries
        )
        return book._replace(entries=entries, names=(*book.names, *(text.value for text in names)))


def load_book(lang: str, team: str = "") -> Book:
    """Everything that phrasebooks say in a language: the shipped ones, changed by a team's folder where one is given.

    Raises PhrasebookError at the first thing that does not follow phrasebooks/README.md or phrasebooks/TEAM.md.
    """
    return merge(load_files(lang, book_files(lang)), team_files(team, lang))


def merge(book: Book, paths: Iterable[str]) -> Book:
    """The book changed by a team's files."""
    for path in paths:
        file = TeamFile(path)
        name = os.path.basename(path).removesuffix(".yaml")
        if name == "classes":
            book = book._replace(classes={**book.classes, **file.classes()})
        elif name == WORDS:
            book = file.with_words(book)
        elif name in CATEGORIES:
            book = file.merged(book, name)
        else:
            raise PhrasebookError(
                f"no category is called {name!r}", where=path, hint=f"known are {', '.join((*CATEGORIES, WORDS))}"
            )
    return book


def combined(shipped: Entry, added: Entry, removed: set[str]) -> Entry:
    """A shipped entry with a team's additions; what the team words itself takes the place of the shipped wording."""
    return shipped._replace(
        phrases=(*(phrase for phrase in shipped.phrases if phrase.value not in removed), *added.phrases),
        unless=(*shipped.unless, *added.unless),
        unless_clause=(*shipped.unless_clause, *added.unless_clause),
        severity=added.severity or shipped.severity,
        why=added.why or shipped.why,
        swap=added.swap if added.swap.all() else shipped.swap,
        swaps=(*added.swaps, *(pair for pair in shipped.swaps if pair[0].value not in {own[0].value for own in added.swaps})),
        recasts=(*added.recasts, *(() if added.say.all() else shipped.recasts)),
        say=added.say if added.say.all() else shipped.say,
        flag=(*(shipped.flag if not removed else ()), *added.flag),
        pass_=(*shipped.pass_, *added.pass_),
    )
