"""What was found, each in one line with its evidence below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from coach.library import tone
from coach.library.contradictions import Contradiction
from coach.library.domains import WrongDomain
from coach.library.duplicates import Change, Cluster
from coach.library.placeholders import Slip
from coach.library.ranking import Ranking, Urgent
from coach.library.record import Macro, Place
from coach.library.stale import BEGUN, LAPSED, Old, Stale
from coach.library.versions import Drift, Gap, Misplaced
from coach.reports.statistics import counted

SIDES = 3
"""How many macros are named for each answer in a contradiction."""

ASPECTS = ("may", "takes")
"""How a sentence puts it, and not what it is about."""


class Line(NamedTuple):
    """A line of evidence: a label, where it stands, and the words there."""

    label: str
    place: Place | None = None
    words: str = ""


class Entry(NamedTuple):
    """One thing found: what it is in one line, and the evidence. `kind` is its name in machine formats."""

    kind: str
    head: str
    lines: tuple[Line, ...] = ()


def number(value: int) -> str:
    """A number with its thousands apart."""
    return f"{value:,}"


def listed(items: Sequence[str]) -> str:
    """Words as a list: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def severities(found: Iterable[tuple[str, int]]) -> str:
    """Numbers by severity: "1 error, 2 warnings"."""
    return ", ".join(counted(how_many, severity) for severity, how_many in found if how_many)


def urgent(found: Urgent, macro: Macro, ranking: Ranking) -> Entry:
    """A macro to mend: how often it was sent, what is wrong, and how much of all the trouble that is."""
    parts = [] if found.sent is None else [f"sent {number(found.sent)} times"]
    parts += [severities(found.findings)] * bool(found.findings)
    parts += [f"{found.safe} with a safe swap"] * bool(found.safe)
    share = ranking.trouble(found) / max(1, ranking.total)
    parts += [f"{share:.0%} of it all"] * (share >= 0.01)
    lines = [Line("; ".join(parts), found.place)]
    lines += [Line(rule, place, place.text) for rule, place in found.quoted]
    hidden = sum(how_many for _, how_many in found.findings) - len(found.quoted)
    lines += [Line(f"and {hidden} more")] * (hidden > 0)
    lines += [Line(text) for text in found.besides]
    return Entry("fix-first", macro.name, tuple(lines))


def contradiction(found: Contradiction) -> Entry:
    """Different answers to the same question."""
    if len(found.languages) > 1:
        head = f"{found.about[0]}, {found.kind} in its versions: {' / '.join(side.shown for side in found.sides)}"
    else:
        about = listed([one for one in found.about if one not in ASPECTS and one not in found.kind])
        answers = " / ".join(f"{side.shown} in {counted(len(side.macros), 'macro')}" for side in found.sides)
        head = f"{found.kind}{about and ' about '}{about} ({found.languages[0]}): {answers}"
    lines: list[Line] = []
    for side in found.sides:
        lines += [Line(f"{place.macro}: {side.shown}", place, place.text) for place in side.places[:SIDES]]
        hidden = len(side.places) - SIDES
        lines += [Line(f"and {hidden} more say {side.shown}")] * (hidden > 0)
    return Entry("contradiction", head, tuple(lines))


def passed(found: Stale) -> Entry:
    """A date that has passed."""
    said = {
        LAPSED: f"a deadline that passed on {found.last}",
        BEGUN: f"announces what began by {found.last}",
    }.get(found.what, f"{found.place.text} is over")
    return Entry("stale", f"{found.place.macro}: {said}", (Line(found.place.text, found.place, found.sentence),))


def old(found: Old) -> Entry:
    """A macro that is sent a lot, and was looked at last long ago."""
    head = f"{found.place.macro}: sent {number(found.usage)} times, last changed on {found.updated}"
    return Entry("old", head, (Line("", found.place),))


def unused(found: Sequence[Macro]) -> Iterator[Entry]:
    """The macros that nobody sends, as one entry."""
    if found:
        lines = tuple(Line(macro.name, macro.place) for macro in found)
        yield Entry("unused", f"never sent: {counted(len(found), 'macro')}", lines)


def cluster(found: Cluster) -> Entry:
    """Macros that say nearly the same."""
    lines = [Line("", found.place)]
    for copy in found.copies:
        differs = f"differs: {'; '.join(map(change, copy.changes))}" if copy.changes else "no difference that counts"
        lines.append(Line(f"{copy.place.macro}, {copy.alike:.0%} alike; {differs}", copy.place))
    return Entry("duplicate", found.place.macro, tuple(lines))


def change(one: Change) -> str:
    """A difference: what the first says, and what the other says in its place."""
    if not one.first:
        return f'+ "{one.other}"'
    return f'- "{one.first}"' if not one.other else f'"{one.first}" -> "{one.other}"'


def gap(found: Gap) -> Entry:
    """A version that is missing."""
    head = f"{found.name}: no version in {listed(found.missing)}; there is {listed(found.there)}"
    return Entry("missing-version", head, (Line("", found.place),))


def drift(found: Drift) -> Entry:
    """Versions that are out of step."""
    behind, ahead = listed(found.lacks), listed(found.has)
    if found.what == "updated":
        head = f"{found.name}: {behind} last changed on {listed(found.names[:-1])}, {ahead} on {found.names[-1]}"
    else:
        what = "a link to" if found.what == "links" else "placeholder"
        head = f"{found.name}: {what} {listed(found.names)} is in {ahead}, not in {behind}"
    return Entry("version-drift", head, tuple(map(Line, (*found.lacks, found.has[0]), found.places)))


def misplaced(found: Misplaced) -> Entry:
    """A text in another language than its mark says."""
    head = f"{found.place.macro}: marked {found.claimed}, written in {found.written}"
    return Entry("wrong-language", head, (Line("", found.place),))


def address(use: tone.Address) -> Iterator[Entry]:
    """The macros that address their reader in another way than most."""
    for odd in use.odd:
        said = "mixes formal and informal" if odd.form == tone.MIXED else f"{odd.form}; {use.language} is {use.house} elsewhere"
        yield Entry("address", f"{odd.place.macro}: {said}", (Line("", odd.place, odd.place.text),))


def outlier(found: tone.Outlier) -> Iterator[Entry]:
    """The macros that do what hardly any other does."""
    what = "shouts" if found.what == tone.LOUD else "has an emoji"
    for odd in found.odd:
        head = f"{odd.place.macro}: {what}; {len(found.odd)} of {found.of} {found.language} macros do"
        yield Entry("outlier", head, (Line("", odd.place, odd.place.text),))


def slip(found: Slip) -> Entry:
    """A placeholder that looks like a misspelling."""
    meant = f"{found.meant.places[0].text} ({counted(len(found.meant.places), 'use')})"
    head = f"{found.use.places[0].text} looks like a misspelling of {meant}"
    return Entry("placeholder", head, tuple(Line(place.macro, place) for place in found.use.places))


def wrong_domain(found: WrongDomain) -> Entry:
    """A domain that looks like a misspelling."""
    head = f"{found.domain} looks like a misspelling of {found.meant} ({counted(found.uses, 'use')})"
    return Entry("wrong-domain", head, tuple(Line(place.macro, place, place.text) for place in found.places))
