"""Running phrases over the words of a sentence.

The words are numbered; a set of words is one integer with a bit for each. "Every word that carries this atom" is such an integer,
and so is "every word at which a match of this phrase may stand so far": one step of a program is a shift and an AND. Where a
whole phrase is found, `Walker` finds out from where to where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from sys import intern

from coach.phrasebook.symbols import CAPTURE, CLASS, CLOSED, GAP, GROUP, MARK, NAME, OPENED, SLOT, WITHIN, WORD, Node, Program

Slots = tuple[tuple[str, int, int], ...]

WAYS = 20
"""How many more ways to match from one word are tried where the first may lack its capitals."""


class Sets(dict[int, frozenset[str]]):
    """The sets of atoms of a book by number, made into sets when they are first asked for."""

    def __init__(self, written: str) -> None:
        """`written` has a line for each set."""
        super().__init__()
        self.written = written.split("\n")

    def __missing__(self, number: int) -> frozenset[str]:
        """The atoms of a set. An atom stands in many, and is kept once."""
        self[number] = found = frozenset(map(intern, self.written[number]))
        return found


class Carried(dict[int, int]):
    """For each set of atoms, by number, the words of a sentence that carry any of them; looked up when first asked for."""

    def __init__(self, bits: dict[str, int], signs: frozenset[str], sets: Sets) -> None:
        """`bits` maps an atom or sign to the words that carry it, `signs` are its keys."""
        super().__init__()
        self.bits = bits
        self.signs = signs
        self.sets = sets

    def __missing__(self, number: int) -> int:
        """The words, kept."""
        found, atoms = 0, self.sets[number]
        if not self.signs.isdisjoint(atoms):
            for atom in self.signs & atoms:
                found |= self.bits[atom]
        self[number] = found
        return found


class Sentence:
    """The words of a sentence as bit sets: `bits` maps an atom or sign to the words that carry it."""

    def __init__(self, words: list[str], sets: Sets, classes: Mapping[int, Node]) -> None:
        """`words` are the symbols of each word."""
        self.words = words
        self.sets = sets
        self.classes = classes
        self.all = (1 << len(words)) - 1
        self.bits: dict[str, int] = {}
        bit = 1
        for word in words:
            for sign in word:
                self.bits[sign] = self.bits.get(sign, 0) | bit
            bit <<= 1
        self.ends = self.bits.get(",", 0) | self.bits.get(":", 0)
        self.signs = frozenset(self.bits)
        self.carried = Carried(self.bits, self.signs, sets)

    def spans(self, program: Program) -> Iterator[tuple[int, int, Slots]]:
        """The matches of a program that `run` has found, as words [first, last) with slots, from left to right, none overlapping.

        What asks for capitals, which no symbol shows, is told in every way it may match: the first that has them is the match.
        """
        walker = Walker(self)
        starts = self.starts(program[0])
        found = True
        while starts and found:
            at = self.leftmost(program, starts)
            ways = walker.walk(program, at, ())
            reached, slots = next(ways, (0, ()))
            if reached > at:
                yield at, reached, slots
            if cased(slots):
                yield from ((at, last, other) for last, other in islice(ways, WAYS))
                reached = at
            starts &= -1 << max(reached, at + 1)
            found = bool(starts and self.steps(program, starts, 0)[1])

    def leftmost(self, program: Program, starts: int) -> int:
        """The first of the words at which a match begins; at one of them one does."""
        while starts & (starts - 1):
            middle = ((starts & -starts).bit_length() + starts.bit_length()) >> 1
            lower = starts & ((1 << middle) - 1) or starts & -starts
            starts = lower if self.steps(program, lower, 0)[1] else starts ^ lower
        return starts.bit_length() - 1

    def starts(self, node: Node) -> int:
        """The words at which a program that begins with this node may match."""
        if node[0] == CLASS:
            node = self.classes[node[1]]
        if node[0] == WORD:
            return self.carried[node[1]]
        if node[0] == GROUP and not node[1] and node[3] >= 0:
            return self.carried[node[3]]
        return self.starts(node[2][0]) if node[0] == CAPTURE else self.all

    def clause(self, first: int, last: int) -> tuple[int, int]:
        """The words [first, last) with the rest of the clauses that they begin and end in."""
        before = self.ends & (1 << first) - 1
        behind = self.ends >> last - 1
        return before.bit_length(), last - 1 + (behind & -behind).bit_length() if behind else len(self.words)

    def run(self, program: Program) -> int:
        """The words at which a match of the program ends."""
        return self.steps(program, self.all, 0)[1]

    def steps(self, program: Program, first: int, last: int, begin: int = 0) -> tuple[int, int]:
        """One step after the other, from the node numbered `begin` on.

        `first` are the words at which a match may begin, as long as nothing is matched; `last` the words matched last.
        """
        carried = self.carried
        for node in program[begin:] if begin else program:
            kind = node[0]
            if kind == WORD:
                first, last = 0, (first | last << 1) & carried[node[1]]
            elif kind in (GROUP, CLASS):
                group = node if kind == GROUP else self.classes[node[1]]
                if group[3] < 0 or (first | last << 1) & carried[group[3]]:
                    first, last = self.branches(group, first, last)
                elif not group[1]:
                    return 0, 0
            elif kind == GAP:
                first = self.stretched(first, node[1])
                last = self.stretched(last, node[1], self.ends if node[2] else 0, node[2])
            elif kind == MARK:
                first, last = self.marked(node[1], first, last)
            elif kind == CAPTURE:
                first, last = self.steps(node[2], first, last)
            else:
                first, last = 0, (first | last << 1) & self.all
                if kind == SLOT:
                    last |= self.stretched(last, node[2] - 2, self.ends if node[3] else 0) << 1 & self.all
                    last &= ~self.ends if node[3] == 2 else last
            if not first and not last:
                break
        return first, last

    def stretched(self, last: int, most: int, ends: int = 0, clause: int = WITHIN) -> int:
        """`last`, and up to `most` words further, but not across the words `ends`; `clause` as in a gap."""
        within = self.all & ~ends
        reached = before = last if clause & OPENED else last & within
        for _ in range(most):
            before = reached
            reached |= reached << 1 & within
        return reached | last | (before << 1 & self.all) if clause & CLOSED else reached

    def branches(self, node: Node, first: int, last: int) -> tuple[int, int]:
        """The union of what the alternatives reach; an optional group also stays where it is."""
        begun, reached = (first, last) if node[1] else (0, 0)
        following = first | last << 1
        carried = self.carried
        for program in node[2]:
            if program[0][0] == WORD:
                here = following & carried[program[0][1]]
                if not here:
                    continue
                one, other = self.steps(program, 0, here, 1) if len(program) > 1 else (0, here)
            else:
                one, other = self.steps(program, first, last)
            begun |= one
            reached |= other
        return begun, reached

    def marked(self, sign: str, first: int, last: int) -> tuple[int, int]:
        """What is left where a sentence or clause must begin or end, or a sign must stand behind the word before."""
        if sign == "^":
            return first & 1, 0
        if sign == "^^":
            return first & (1 | self.ends << 1), last & self.ends
        if sign == "$$":
            return 0, last & (self.all ^ self.all >> 1 | self.ends)
        if sign == "$":
            return 0, last & (self.all ^ self.all >> 1)
        signed = self.bits.get(sign, 0)
        return first & signed << 1, last & signed


def cased(slots: Slots) -> Slots:
    """Those of the slots whose words must be written in a certain way: a `#name`, which has no name, and `=SLA`."""
    return tuple(slot for slot in slots if slot[0][:1] in ("", "="))


class Walker:
    """Tries a program word by word in one sentence: alternatives in order, groups before nothing, short gaps before long ones."""

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self.carried = sentence.carried
        self.classes = sentence.classes
        self.ends = sentence.ends
        self.end = len(self.words)

    def walk(self, program: Program, at: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        """Every way to match the program from the word `at`: the word behind the match, and the slots filled so far."""
        if not program:
            yield at, slots
            return
        for reached, filled in self.step(program[0], at, slots):
            yield from self.walk(program[1:], reached, filled)

    def step(self, node: Node, at: int, slots: Slots) -> Iterator[tuple[int, Slots]]:
        """Every way to match one node."""
        kind = node[0]
        if kind == CLASS:
            yield from self.step(self.classes[node[1]], at, slots)
        elif kind == WORD:
            if self.carried[node[1]] >> at & 1:
                yield at + 1, slots
        elif kind == NAME:
            if at < self.end:
                yield at + 1, (*slots, ("", at, at + 1))
        elif kind == GAP:
            for reached in range(at, min(at + node[1], self.end) + 1):
                ended = node[2] and reached and self.ends >> reached - 1 & 1
                opened = reached == at and node[2] & OPENED
                if not ended or opened or node[2] & CLOSED:
                    yield reached, slots
                if ended and not opened:
                    break
        elif kind == SLOT:
            for reached in range(at + 1, min(at + node[2], self.end) + 1):
                ends = node[3] and self.ends >> reached - 1 & 1
                if not ends or node[3] == 1:
                    yield reached, (*slots, (node[1], at, reached))
                if ends:
                    break
        elif kind == CAPTURE:
            for reached, filled in self.walk(node[2], at, slots):
                yield reached, (*filled, (node[1], at, reached))
        elif kind == MARK:
            if self.stands(node[1], at):
                yield at, slots
        else:
            for program in node[2]:
                if program[0][0] != WORD or self.carried[program[0][1]] >> at & 1:
                    yield from self.walk(program, at, slots)
            if node[1]:
                yield at, slots

    def stands(self, sign: str, at: int) -> bool:
        """Whether a mark holds before the word `at`."""
        if sign in ("^", "$"):
            return at == (0 if sign == "^" else self.end)
        if sign in ("^^", "$$"):
            return at == (0 if sign == "^^" else self.end) or (at > 0 and bool(self.ends >> at - 1 & 1))
        return at > 0 and sign in self.words[at - 1]
