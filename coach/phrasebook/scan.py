"""Running phrases over the words of a sentence.

The words are numbered; a set of words is one integer with a bit for each. "Every word that carries this atom" is such an integer,
and so is "every word at which a match of this phrase may stand so far": one step of a program is a shift and an AND. Where a
whole phrase is found, `Walker` finds out from where to where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.phrasebook.symbols import CLASS, GAP, GROUP, MARK, NAME, SLOT, WORD, Node, Program

Slots = tuple[tuple[str, int, int], ...]


class Sets(dict[int, frozenset[str]]):
    """The sets of atoms of a book by number, made into sets when they are first asked for."""

    def __init__(self, written: str) -> None:
        """`written` has a line for each set."""
        super().__init__()
        self.written = written.split("\n")

    def __missing__(self, number: int) -> frozenset[str]:
        """The atoms of a set."""
        self[number] = found = frozenset(self.written[number])
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
        self.carried: dict[int, int] = {}
        bit = 1
        for word in words:
            for sign in word:
                self.bits[sign] = self.bits.get(sign, 0) | bit
            bit <<= 1
        self.signs = frozenset(self.bits)

    def carrying(self, number: int) -> int:
        """The words that carry any atom of a set."""
        found = self.carried.get(number)
        if found is None:
            found = 0
            for atom in self.signs & self.sets[number]:
                found |= self.bits[atom]
            self.carried[number] = found
        return found

    def has_all(self, needs: tuple[int, ...]) -> bool:
        """Whether for each of the sets some word carries an atom of it."""
        return not any(map(self.signs.isdisjoint, map(self.sets.__getitem__, needs)))

    def spans(self, program: Program) -> Iterator[tuple[int, int, Slots]]:
        """The matches of a program as words [first, last) with slots, from left to right, none overlapping."""
        walker = Walker(self.words, self.sets, self.classes)
        at = 0
        while (at := self.leftmost(program, at)) >= 0:
            reached, slots = next(walker.walk(program, at, ()), (0, ()))
            if reached > at:
                yield at, reached, slots
            at = max(reached, at + 1)

    def run(self, program: Program) -> int:
        """The words at which a match of the program ends."""
        return self.steps(program, self.all, 0)[1]

    def leftmost(self, program: Program, at: int) -> int:
        """The first word from `at` on at which a match begins, or -1."""
        if not self.steps(program, self.all >> at << at, 0)[1]:
            return -1
        low, high = at, len(self.words) - 1
        while low < high:
            middle = (low + high) >> 1
            if self.steps(program, (2 << middle) - 1 >> at << at, 0)[1]:
                high = middle
            else:
                low = middle + 1
        return low

    def steps(self, program: Program, first: int, last: int) -> tuple[int, int]:
        """One step after the other.

        `first` are the words at which a match may begin, as long as nothing is matched; `last` the words matched last.
        """
        for node in program:
            kind = node[0]
            if kind == WORD:
                first, last = 0, (first | last << 1) & self.carrying(node[1])
            elif kind == GAP:
                first, last = self.stretched(first, node[1]), self.stretched(last, node[1])
            elif kind == GROUP:
                first, last = self.branches(node, first, last)
            elif kind == CLASS:
                first, last = self.branches(self.classes[node[1]], first, last)
            elif kind == MARK:
                first, last = self.marked(node[1], first, last)
            else:
                first, last = 0, (first | last << 1) & self.all
                if kind == SLOT:
                    last = self.stretched(last, node[2] - 1)
            if not first and not last:
                break
        return first, last

    def stretched(self, last: int, most: int) -> int:
        """`last`, and up to `most` words further."""
        reached = last
        for _ in range(most):
            reached |= reached << 1
        return reached & self.all

    def branches(self, node: Node, first: int, last: int) -> tuple[int, int]:
        """The union of what the alternatives reach; an optional group also stays where it is."""
        begun, reached = (first, last) if node[1] else (0, 0)
        if node[3] >= 0 and self.signs.isdisjoint(self.sets[node[3]]):
            return begun, reached
        for program in node[2]:
            if program[0][0] == WORD and not self.carrying(program[0][1]):
                continue
            one, other = self.steps(program, first, last)
            begun |= one
            reached |= other
        return begun, reached

    def marked(self, sign: str, first: int, last: int) -> tuple[int, int]:
        """What is left where a sentence must begin or end, or a sign must stand behind the word."""
        if sign == "^":
            return first & 1, 0
        return 0, last & (self.all ^ self.all >> 1 if sign == "$" else self.bits.get(sign, 0))


class Walker:
    """Tries a program word by word in one sentence: alternatives in order, groups before nothing, short gaps before long ones."""

    def __init__(self, words: list[str], sets: Sets, classes: Mapping[int, Node]) -> None:
        self.words = words
        self.sets = sets
        self.classes = classes
        self.end = len(words)

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
            if at < self.end and not self.sets[node[1]].isdisjoint(self.words[at]):
                yield at + 1, slots
        elif kind == NAME:
            if at < self.end:
                yield at + 1, (*slots, ("", at, at + 1))
        elif kind == GAP:
            for reached in range(at, min(at + node[1], self.end) + 1):
                yield reached, slots
        elif kind == SLOT:
            for reached in range(at + 1, min(at + node[2], self.end) + 1):
                yield reached, (*slots, (node[1], at, reached))
        elif kind == MARK:
            if self.stands(node[1], at):
                yield at, slots
        else:
            for program in node[2]:
                yield from self.walk(program, at, slots)
            if node[1]:
                yield at, slots

    def stands(self, sign: str, at: int) -> bool:
        """Whether a mark holds before the word `at`."""
        if sign in "^$":
            return at == (0 if sign == "^" else self.end)
        return at > 0 and sign in self.words[at - 1]
