"""Tables with a column for each side: a row has the name of an agent in one, or that of a customer in the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from coach.review.record import AGENT, CUSTOMER, UNKNOWN
from coach.review.sources.columns import folded
from coach.review.sources.roles import role_of

SIDE = "side "
"""How the meaning of such a column begins; the role follows, and a number."""
NAMES = {"agent": AGENT, "client": CUSTOMER, "customer": CUSTOMER}


def sides(names: Sequence[str], sample: Callable[[str], Sequence[object]]) -> dict[str, str]:
    """The columns of the sides by their meaning; none where there are not two sides, or where a row has a name in both."""
    columns = {name: NAMES[own] for name in names if (own := folded(name).rstrip("0123456789")) in NAMES}
    if set(columns.values()) != {AGENT, CUSTOMER}:
        return {}
    filled = [
        {role for role, cell in zip(columns.values(), row, strict=True) if cell}
        for row in zip(*map(sample, columns), strict=True)
    ]
    if any(len(roles) == 2 for roles in filled) or set().union(*filled) != {AGENT, CUSTOMER}:
        return {}
    return {f"{SIDE}{role} {number}": name for number, (name, role) in enumerate(columns.items())}


def by_sides(words: Mapping[str, Sequence[str]], count: int) -> tuple[list[str], list[str]] | None:
    """The role and the speaker of each row; None for a table that has no sides."""
    found = {meaning: cells for meaning, cells in words.items() if meaning.startswith(SIDE)}
    if not found:
        return None
    roles, speakers = [UNKNOWN] * count, [""] * count
    for meaning, cells in found.items():
        for index, cell in enumerate(cells):
            if cell:
                roles[index] = meaning.split()[1]
                speakers[index] = "" if role_of(cell) else cell
    return roles, speakers
