"""What is in a folder, for `coach init`: texts and their languages, exports, help desks, a team's own phrasebooks."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coach.errors import UsageError
from coach.languages.guess import guess
from coach.model import LANGUAGES
from coach.settings.discovery import Projects
from coach.settings.record import Found
from coach.settings.selection import READ
from coach.settings.walking import find
from coach.sources.data import looks_like_export
from coach.sources.data import read as read_data
from coach.sources.document import HANDLEBARS, HTML, JINJA, LIQUID, MARKDOWN, PLAIN, Reading
from coach.sources.files import Source, decode, read
from coach.sources.masking import mask
from coach.sources.placeholders import find as placeholders
from coach.sources.readers import MAIL, TEMPLATES, TEXTS, suffix_of
from coach.sources.vendors import TITLES, known_names

OWN = ("phrasebooks", "templates")
"""What folders of a team's own are called."""

LOOKED_AT = 1000
"""How many files are read; the others are only counted."""

LARGE = 5_000_000
"""Bytes of a file that is not read: it says little more than the others, and takes its time."""

KINDS = {
    PLAIN: "plain text", MARKDOWN: "Markdown", HTML: "HTML", JINJA: "Jinja templates", LIQUID: "Liquid templates",
    HANDLEBARS: "Handlebars templates",
}  # fmt: skip
"""What people call the formats."""

NAMES = {
    "en": "en eng english englisch en-us en-gb en_us en_gb",
    "de": "de deu ger german deutsch de-de de-at de-ch de_de de_at de_ch",
    "ru": "ru rus russian russisch русский ru-ru ru_ru",
    "tr": "tr tur turkish türkisch türkçe turkce tr-tr tr_tr",
}
LANGUAGE_OF = {name: code for code, names in NAMES.items() for name in names.split()}
"""How folders and endings of names tell a language."""


class Survey(NamedTuple):
    """What was found.

    `kinds` counts the texts by format, `languages` those whose language could be told; `places` are patterns of files that are in
    one language. `exports` are files of a help desk, `libraries` other data files with texts in them. `dialect` is the help desk
    whose placeholders are used. `phrasebooks` and `templates` are names of folders, "" where there are none.
    """

    kinds: Counter[str]
    languages: Counter[str]
    places: dict[str, str]
    exports: tuple[str, ...]
    libraries: tuple[str, ...]
    dialect: str
    phrasebooks: str
    templates: str


class Text(NamedTuple):
    """A text that was looked at."""

    path: str
    text: str


def survey(folder: str) -> Survey:
    """Look at what is below a folder, as a check without configuration would. Files that cannot be read are passed over."""
    own = {name: name if _is_own(folder, name) else "" for name in OWN}
    kinds: Counter[str] = Counter()
    texts: list[Text] = []
    exports: list[str] = []
    libraries: list[str] = []
    for path, source in _files(folder, [name for name in own.values() if name]):
        ending = suffix_of(path)
        if ending in READ:
            kinds[_kind(ending)] += 1
            texts += [Text(path, source.text)] if source else []
            continue
        inner = [Text(path, text) for text in _inside(source)] if source else []
        if source and looks_like_export(source):
            exports.append(path)
        elif any(language_of(one.text) for one in inner):
            libraries.append(path)
        else:
            continue
        texts += inner
    told = {one: code for one in texts if (code := language_of(one.text))}
    languages = Counter(told.values())
    own_texts = [one for one in texts if one.path not in (*exports, *libraries)]  # an export says itself whose it is
    return Survey(kinds, languages, dict(_places(told)), tuple(exports), tuple(libraries), _dialect(own_texts), *own.values())


def language_of(text: str) -> str | None:
    """The language of a text, told by its words: the names of placeholders are English everywhere."""
    return guess(mask(text))


def _files(folder: str, own: Iterable[str]) -> Iterator[tuple[str, Source | None]]:
    """What a check would look at, with paths from the folder; None for what is too much to read, or cannot be read."""
    found = [one for one in find([folder], Projects(isolated=True)) if isinstance(one, Found)]
    for number, one in enumerate(found):
        path = os.path.relpath(one.path, folder).replace(os.sep, "/")
        if path.partition("/")[0] not in own:
            yield path, _source(one.path) if number < LOOKED_AT else None


def _kind(ending: str) -> str:
    return "mail" if ending in MAIL else KINDS[TEXTS.get(ending) or TEMPLATES[ending]]


def _source(path: str) -> Source | None:
    try:
        return decode(read(path), path) if os.path.getsize(path) <= LARGE else None
    except (UsageError, OSError):
        return None


def _inside(source: Source) -> Iterator[str]:
    """The texts of a data file, as far as they are found."""
    try:
        yield from (segment.text.text for segment in read_data(source, Reading()))
    except UsageError:
        return


def _places(told: dict[Text, str]) -> Iterator[tuple[str, str]]:
    """Patterns whose name tells a language, where the texts do not say otherwise."""
    votes: dict[str, Counter[str]] = {}
    for one, code in told.items():
        for pattern in _patterns(one.path):
            votes.setdefault(pattern, Counter())[code] += 1
    for pattern, languages in sorted(votes.items()):
        named = LANGUAGE_OF[pattern.strip("/*").strip(".").casefold()]
        if 2 * languages[named] > languages.total():
            yield pattern, named


def _patterns(path: str) -> Iterator[str]:
    """The patterns for a path that name a language: its folders, and what stands before its ending (refund.de.md)."""
    *folders, name = path.split("/")
    yield from (f"{folder}/" for folder in folders if folder.casefold() in LANGUAGE_OF)
    middle = os.path.splitext(os.path.splitext(name)[0])[1]
    if middle[1:].casefold() in LANGUAGE_OF:
        yield f"*{middle}.*"


def _dialect(texts: Iterable[Text]) -> str:
    """The help desk that documents every placeholder that is used, "" for none, or where two are as likely.

    With any other placeholder it would only bring false alarms.
    """
    known = {dialect: known_names(dialect) for dialect in TITLES}
    used = Counter(one.name for text in texts for one in placeholders(text.text))
    votes = Counter({dialect: sum(used[name] for name in names) for dialect, names in known.items()})
    (first, most), (_, second) = votes.most_common(2)
    return first if most > second and most == used.total() else ""


def _is_own(folder: str, name: str) -> bool:
    """Whether a folder holds a team's own phrasebooks or templates: it has a folder for each language."""
    return any(os.path.isdir(os.path.join(folder, name, code)) for code in LANGUAGES)
