"""Links and e-mail addresses on a domain that looks like a misspelling of the one that the library uses: they lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coach.expressions import compiled
from coach.library.facts import LINK, MAIL, Contact, Fact, domain
from coach.library.record import Macro, Place

FREQUENT, RARE = 5, 2
"""How often the right one is used at least, and the wrong one at most."""

ALIKE = 0.85
SHORTEST = 6
"""Letters of a name; shorter ones are alike by chance."""


class WrongDomain(NamedTuple):
    """A domain that looks like a misspelling of `meant`, which is used `uses` times."""

    domain: str
    meant: str
    uses: int
    places: tuple[Place, ...]
    macros: tuple[int, ...]


def misspelt(macros: Sequence[Macro], known: Mapping[int, Sequence[Fact]]) -> list[WrongDomain]:
    """The domains that look like a misspelling of a frequent one."""
    used: defaultdict[str, list[tuple[Macro, Fact]]] = defaultdict(list)
    for macro in macros:
        for fact in known[macro.number]:
            if fact.kind in (LINK, MAIL) and isinstance(fact.value, Contact) and (name := domain(fact.value.value)):
                used[name].append((macro, fact))
    frequent = [name for name, uses in used.items() if len(uses) >= FREQUENT]
    result: list[WrongDomain] = []
    for name, uses in used.items():
        meant = next((other for other in frequent if len(uses) <= RARE and is_slip(name, other)), None)
        if meant is not None:
            places = tuple(macro.at(fact.start, fact.end) for macro, fact in uses)
            result.append(WrongDomain(name, meant, len(used[meant]), places, tuple(macro.number for macro, _ in uses)))
    return result


def is_slip(one: str, other: str) -> bool:
    """Whether a domain is another one with a letter wrong, too many or too few, under the same ending."""
    from difflib import SequenceMatcher

    (mine, _, ending), (theirs, _, same) = one.partition("."), other.partition(".")
    if ending != same or min(len(mine), len(theirs)) < SHORTEST or abs(len(mine) - len(theirs)) > 1:
        return False
    if compiled(r"\d+").findall(mine) != compiled(r"\d+").findall(theirs):
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= ALIKE
