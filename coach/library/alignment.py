"""Where the language versions of one macro give different numbers: "30 days" in English, "14 Tage" in German.

Versions say the same in the same order, so facts that have no counterpart in the other version are compared in their order, and
only where both versions have as many of them. Money in two currencies is a matter of the market. A phone number or address may be
another for each language; it is reported only where other macros show that it is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coach.library.contradictions import Contradiction, Side
from coach.library.facts import LINK, MAIL, PHONE_NUMBER, Contact, Deadline, Fact
from coach.library.record import Macro, Place
from coach.library.versions import Work
from coach.library.words import sentence_at

MOST = 3
"""With more facts without counterpart the versions are different texts, and their order says nothing."""

CONTACTS = (PHONE_NUMBER, MAIL)


class Version(NamedTuple):
    """A version with its facts of one kind."""

    locale: str
    macro: Macro
    facts: tuple[Fact, ...]


def out_of_step(works: Sequence[Work], known: Mapping[int, Sequence[Fact]]) -> list[Contradiction]:
    """The contradictions between versions."""
    users = used_in(works, known)
    return [found for work in works if len(work.versions) > 1 for found in of_work(work, known, users)]


def used_in(works: Sequence[Work], known: Mapping[int, Sequence[Fact]]) -> dict[str, dict[str, set[int]]]:
    """For each contact and locale the macros that give it."""
    users: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for work in works:
        for locale, macro in work.versions:
            for fact in known[macro.number]:
                if fact.kind in CONTACTS and isinstance(fact.value, Contact):
                    users[fact.value.value][locale].add(macro.number)
    return {contact: dict(by_locale) for contact, by_locale in users.items()}


def of_work(
    work: Work, known: Mapping[int, Sequence[Fact]], users: Mapping[str, Mapping[str, set[int]]]
) -> Iterator[Contradiction]:
    """The contradictions between the versions of one macro, kind by kind."""
    by_macro = {locale: known[macro.number] for locale, macro in work.versions}
    for kind in sorted({fact.kind for facts in by_macro.values() for fact in facts} - {LINK}):
        own = [Version(locale, macro, of_kind(by_macro[locale], kind)) for locale, macro in work.versions]
        own = [version for version in own if version.facts]
        if len(own) < 2:
            continue
        first = max(own, key=lambda version: sum(not leftovers(version, other) for other in own))
        found: defaultdict[Fact, list[tuple[Version, Fact]]] = defaultdict(list)
        for other in own:
            for mine, theirs in leftovers(first, other):
                if kind not in CONTACTS or is_shared(mine, theirs, first, other, users):
                    found[mine].append((other, theirs))
        for mine, others in found.items():
            yield told(kind, mine, first, others, own)


def of_kind(facts: Sequence[Fact], kind: str) -> tuple[Fact, ...]:
    """The facts of a kind; a date only where something ends or begins then."""
    return tuple(
        fact
        for fact in facts
        if fact.kind == kind and not (isinstance(fact.value, Deadline) and fact.value.use not in ("until", "from"))
    )


def leftovers(one: Version, other: Version) -> list[tuple[Fact, Fact]]:
    """The facts of two versions that have no counterpart, in pairs; nothing where they do not pair off."""
    mine, theirs = list(one.facts), list(other.facts)
    for fact in one.facts:
        same = next((candidate for candidate in theirs if fact.agrees(candidate)), None)
        if same is not None:
            mine.remove(fact)
            theirs.remove(same)
    # What is said twice in one version and once in the other is no difference.
    mine = [fact for fact in mine if not any(fact.agrees(candidate) for candidate in other.facts)]
    theirs = [fact for fact in theirs if not any(fact.agrees(candidate) for candidate in one.facts)]
    if len(mine) != len(theirs) or len(mine) > MOST:
        return []
    return [(a, b) for a, b in zip(mine, theirs, strict=True) if a.conflicts(b)]


def is_shared(mine: Fact, theirs: Fact, one: Version, other: Version, users: Mapping[str, Mapping[str, set[int]]]) -> bool:
    """Whether a contact of one version is also given in other macros in the language of the other version."""

    def elsewhere(fact: Fact, version: Version) -> bool:
        macros = users.get(fact.value.value, {}).get(version.locale, set()) if isinstance(fact.value, Contact) else set()
        return bool(macros - {version.macro.number})

    return elsewhere(mine, other) or elsewhere(theirs, one)


def told(kind: str, mine: Fact, first: Version, others: Sequence[tuple[Version, Fact]], own: Sequence[Version]) -> Contradiction:
    """A fact of the first version and what the others say instead, as it is reported."""
    differing = {version.locale for version, _ in others}
    agreeing = [
        (version, fact)
        for version in own
        if version.locale not in differing
        for fact in version.facts
        if fact is mine or (version is not first and fact.agrees(mine))
    ]
    sides: list[list[tuple[Version, Fact]]] = [agreeing]
    for version, fact in others:
        same = next((side for side in sides[1:] if side[0][1].agrees(fact)), None)
        if same is None:
            sides.append([(version, fact)])
        else:
            same.append((version, fact))
    locales = tuple(version.locale for side in sides for version, _ in side)
    return Contradiction(tuple(dict.fromkeys(locales)), kind, (first.macro.name,), tuple(map(side_of, sides)))


def side_of(found: Sequence[tuple[Version, Fact]]) -> Side:
    """Versions that say the same."""
    (version, fact), *_ = found
    shown = version.macro.at(fact.start, fact.end).text
    places = tuple(place(version.macro, fact) for version, fact in found)
    return Side(shown, places, tuple(version.macro.number for version, _ in found))


def place(macro: Macro, fact: Fact) -> Place:
    """The sentence of a fact, at the place of the fact."""
    span = sentence_at(macro.open, macro.tongue, fact.start)
    return macro.at(fact.start, fact.end)._replace(text=macro.at(*span).text)
