"""Language versions of one macro: which are missing, which are in the wrong language, which have gone out of step.

Versions are told by the export's own link (one title in several languages), by folders (de/x.md beside en/x.md) or by marks in
names (refund.de.md, "Refund [DE]"), and only in a library where most macros have another version: else a macro without one is no
gap but the rule.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages.guess import guess
from coach.library.facts import LINK, Contact, Fact
from coach.library.marks import title
from coach.library.placeholders import placeholders
from coach.library.record import Macro, Place
from coach.model import LANGUAGES

MOST = 0.5
"""The share of the macros that have another version in a library that keeps versions, and of the versions that a language has
whose gaps are worth a line each."""

LATER = timedelta(days=180)
"""A version that was changed so long before the other is older."""

FEWEST_WORDS = 8
"""A shorter text does not show its language."""

PERSONAL = r"(?i)name|vorname|nachname|anrede|salutation|title|gender|signature|agent|user|имя|isim|soyad"
"""Placeholders for how people are greeted, which is another matter in each language."""


class Work(NamedTuple):
    """The versions of one macro, by locale, in the order of `Versions.locales`."""

    name: str
    versions: tuple[tuple[str, Macro], ...]

    @property
    def sent(self) -> int:
        """How often all its versions were sent."""
        return sum(macro.sent for _, macro in self.versions)


class Gap(NamedTuple):
    """A macro without a version in some languages that most others have."""

    name: str
    missing: tuple[str, ...]
    there: tuple[str, ...]
    place: Place
    sent: int


class Drift(NamedTuple):
    """How versions of a macro differ: `what` is "placeholders", "links" or "updated".

    `names` are the placeholders or sites that the versions in `lacks` do not have, or the days when those and the newest were
    changed last. `places` are the versions that lag behind, then the one they are compared with.
    """

    what: str
    name: str
    names: tuple[str, ...]
    has: tuple[str, ...]
    lacks: tuple[str, ...]
    places: tuple[Place, ...]
    macros: tuple[int, ...]


class Misplaced(NamedTuple):
    """A text in another language than its mark says."""

    claimed: str
    written: str
    place: Place
    macro: int


class Versions(NamedTuple):
    """The versions of a library: for each locale of how many works it has one."""

    locales: tuple[str, ...]
    works: tuple[Work, ...]
    counts: tuple[int, ...]
    gaps: tuple[Gap, ...]
    drifts: tuple[Drift, ...]


def works(macros: Sequence[Macro]) -> tuple[Work, ...]:
    """The macros of a library that keeps versions, each with its versions; nothing of any other library."""
    groups: defaultdict[tuple[str, ...], dict[str, Macro]] = defaultdict(dict)
    for macro in macros:
        if macro.locale:
            groups[macro.work].setdefault(macro.locale, macro)
    several = sum(len(group) for group in groups.values() if len(group) > 1)
    if not several or several < MOST * len(macros):
        return ()
    frequency = Counter(locale for group in groups.values() for locale in group)
    return tuple(
        Work(plain_name(group), tuple(sorted(group.items(), key=lambda one: (-frequency[one[0]], one[0]))))
        for group in groups.values()
    )


def plain_name(group: Mapping[str, Macro]) -> str:
    """What the versions of a macro are called but for the mark of the language."""
    name = next(iter(group.values())).name
    return title(name).name or name


def versions(found: Sequence[Work], known: Mapping[int, Sequence[Fact]]) -> Versions | None:
    """What is missing and what is out of step; None for a library without versions."""
    if not found:
        return None
    frequency = Counter(locale for work in found for locale, _ in work.versions)
    locales = tuple(sorted(frequency, key=lambda locale: (-frequency[locale], locale)))
    wanted = [locale for locale in locales if frequency[locale] >= MOST * len(found)]
    gaps = [one for work in found if (one := gap(work, wanted)) is not None]
    drifts = [one for work in found for one in drifted(work, known)]
    return Versions(
        locales,
        tuple(found),
        tuple(frequency[locale] for locale in locales),
        tuple(sorted(gaps, key=lambda one: -one.sent)),
        tuple(drifts),
    )


def gap(work: Work, wanted: Iterable[str]) -> Gap | None:
    """The wanted locales that a work lacks; a version for one country is one for its language, too."""
    there = tuple(locale for locale, _ in work.versions)
    bases = {locale.partition("-")[0] for locale in there}
    missing = tuple(locale for locale in wanted if locale not in there and locale not in bases)
    if not missing:
        return None
    first = max((macro for _, macro in work.versions), key=lambda macro: macro.sent)
    return Gap(work.name, missing, there, first.place, work.sent)


def drifted(work: Work, known: Mapping[int, Sequence[Fact]]) -> Iterator[Drift]:
    """How the versions of a work differ in what each of them should have, and in age."""
    if len(work.versions) < 2:
        return
    yield from unequal("placeholders", work, [names(macro) for _, macro in work.versions])
    yield from unequal("links", work, [sites(known[macro.number]) for _, macro in work.versions])
    dated = [(macro.updated, locale, macro) for locale, macro in work.versions if macro.updated]
    newest = max(dated, key=lambda one: one[0], default=None)
    behind = [one for one in dated if newest and newest[0] - one[0] > LATER]
    if newest and behind:
        days = tuple(day.isoformat() for day, _, _ in (*behind, newest))
        yield drift("updated", work, days, [locale for _, locale, _ in behind], [newest[1]])


def unequal(what: str, work: Work, having: Sequence[frozenset[str]]) -> Iterator[Drift]:
    """What some versions have and others lack, one drift for each way in which that divides the versions."""
    divided: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(frozenset[str]().union(*having)):
        lacking = tuple(locale for (locale, _), own in zip(work.versions, having, strict=True) if name not in own)
        divided[lacking].append(name)
    for lacking, found in divided.items():
        if lacking:
            yield drift(what, work, found, lacking, [locale for locale, _ in work.versions if locale not in lacking])


def drift(what: str, work: Work, found: Sequence[str], lacks: Sequence[str], has: Sequence[str]) -> Drift:
    """A drift between the versions of a work."""
    by_locale = dict(work.versions)
    macros = [by_locale[locale] for locale in (*lacks, has[0])]
    places = tuple(macro.place for macro in macros)
    return Drift(what, work.name, tuple(found), tuple(has), tuple(lacks), places, tuple(macro.number for macro in macros))


def names(macro: Macro) -> frozenset[str]:
    """The placeholders of a macro but for those of greetings and those with a language in their name."""
    found = {name for name, _, _, _ in placeholders(macro)}
    return frozenset(name for name in found if not compiled(PERSONAL).search(name) and not marked(name))


def marked(name: str) -> bool:
    """Whether a name holds the code of a language, like dc.greeting_de."""
    return any(part in LANGUAGES for part in compiled(r"[._\-]").split(name.lower()))


def sites(known: Sequence[Fact]) -> frozenset[str]:
    """The sites that the links of a text lead to: without the country at the end, and without a language in front."""
    found = (site(fact.value.value) for fact in known if fact.kind == LINK and isinstance(fact.value, Contact))
    return frozenset(filter(None, found))


def site(link: str) -> str:
    """The name of a site, the last part of its host before the endings; "" where a placeholder stands for it."""
    host = link.partition("/")[0]
    if not compiled(r"[\w.-]+").fullmatch(host):
        return ""
    parts = host.split(".")
    named = [part for part in parts[:-1] if part not in ("co", "com", "www", *LANGUAGES)]
    return named[-1] if named else parts[0]


def misplaced(macros: Iterable[Macro]) -> list[Misplaced]:
    """The texts that are clearly in another of the four languages than the file, its path or the title says."""
    result: list[Misplaced] = []
    for macro in macros:
        claimed = macro.claimed.partition("-")[0]
        text = macro.prepared.masked
        if claimed not in LANGUAGES or len(text.split()) < FEWEST_WORDS:
            continue
        written = guess(text)
        if written and written != claimed:
            result.append(Misplaced(claimed, written, macro.place, macro.number))
    return result
