"""From phrases to atoms and programs.

Every single-token item of a phrase becomes a set of atoms, one for each different thing it asks of a word; classes are sets of
sets. What the matcher needs is plain data (strings, tuples, dictionaries), so that it can be marshalled and read back in a few
milliseconds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coach.errors import PhrasebookError
from coach.filling.offers import wordings
from coach.filling.schema import REGISTERS
from coach.languages import language
from coach.languages.forms import UnknownFormError
from coach.phrasebook.atoms import SEVERAL, Atoms
from coach.phrasebook.groups import GROUPS, RECAST, RECASTING, group_of
from coach.phrasebook.matcher import Symbols
from coach.phrasebook.notation import (
    LONGEST_SLOT,
    LONGEST_SLOT_OF_RECAST,
    Capture,
    Class,
    Exact,
    Gap,
    Group,
    Item,
    Lemma,
    Mark,
    NotationError,
    Phrase,
    Slot,
    Typed,
    Word,
    parse,
)
from coach.phrasebook.schema import Book, Entry, ReplyEntry, Text
from coach.phrasebook.symbols import (
    CAPTURE,
    CLASS,
    CLOSED,
    GAP,
    GROUP,
    MARK,
    NAME,
    OPENED,
    SLOT,
    TYPED,
    WITHIN,
    WORD,
    Node,
    Program,
)
from coach.phrasebook.tables import (
    ALONE,
    Buckets,
    Tables,
    Wordings,
    pack_anchors,
    pack_records,
    pack_sets,
    pack_words,
    plain,
    shapes,
)
from coach.phrasebook.vocabulary import names_expression
from coach.rules.table import CONCEPTS
from coach.sources.tokens import TOKEN

SPLIT = 4
"""A group with more alternatives of several words than this makes a phrase of its own for each of them, so that each is looked
for by its own rarest word."""


class CompiledPhrase(NamedTuple):
    """One phrase: its needs, the number of its entry, its program.

    `needs` holds, for each word the phrase cannot do without, the number of the set of atoms that would serve; the rarest
    stands first and is the anchor.
    """

    needs: tuple[int, ...]
    entry: int
    program: Program


class CompiledEntry(NamedTuple):
    """What the engine needs of an entry; wordings are (neutral, formal, informal), `swaps` go by folded words."""

    rule: str
    severity: str
    why: str
    swap: Wordings
    swaps: dict[str, str]
    say: Wordings


class CompiledBook(NamedTuple):
    """One language, compiled.

    `sets` are the sets of atoms that programs and needs go by, `classes` the word classes; `unless` holds, for each entry, the
    (needs, program) of the phrases that cancel it from anywhere in the sentence, and of those that do within the clause; `names`
    is the expression for product names that are never flagged.
    """

    lang: str
    atoms: Atoms
    sets: tuple[frozenset[str], ...]
    classes: tuple[Node, ...]
    phrases: tuple[CompiledPhrase, ...]
    entries: tuple[CompiledEntry, ...]
    unless: tuple[tuple[tuple[tuple[tuple[int, ...], Program], ...], ...], ...]
    names: str


def compile_book(book: Book) -> CompiledBook:
    """The matcher's tables for a book.

    Raises PhrasebookError with the place of a phrase that does not follow the notation or asks for an unknown form or class.
    """
    return Compiler(book).run()


class Compiler:
    """Translates phrases; `place` is the phrase at hand, for errors."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.atoms = Atoms(language(book.lang))
        self.classes: dict[str, Group] = {}
        self.open_classes: list[str] = []
        self.place: Text | None = None
        self.sets: dict[frozenset[str], int] = {}
        self.charsets: dict[tuple[type, object], frozenset[str] | None] = {}
        self.group_needs: dict[int, frozenset[str]] = {}
        self.kept: list[Item] = []
        self.class_nodes: dict[str, tuple[int, Node]] = {}
        self.met: Counter[str] = Counter()
        self.recasting = False

    def run(self) -> CompiledBook:
        """Translate every entry and signal."""
        for name in self.book.classes:
            self.word_class(name, 0)
        entries = (*self.book.entries, *self.book.signals, *recasts(self.book))
        phrases = [
            (number, text, phrase, self.program_of(entry, phrase))
            for number, entry in enumerate(entries)
            for text in entry.phrases
            for phrase in self.alternatives(self.parsed(text))
        ]
        unless = [[self.cancelling(texts) for texts in (entry.unless, entry.unless_clause)] for entry in entries]
        self.atoms.finish(atom for atoms in self.sets for atom in atoms)
        self.met = frequencies(self.atoms, (text.value for entry in entries for text in (*entry.flag, *entry.pass_)))
        compiled = [CompiledPhrase(self.rarest_first(text, phrase), number, program) for number, text, phrase, program in phrases]
        cancelling = [
            tuple(tuple((self.rarest_first(text, phrase), program) for text, phrase, program in one) for one in both)
            for both in unless
        ]
        return CompiledBook(
            self.book.lang,
            self.atoms,
            tuple(self.sets),
            tuple(node for _, node in sorted(self.class_nodes.values(), key=lambda numbered: numbered[0])),
            tuple(compiled),
            (*map(self.entry, entries), *map(self.reply_entry, self.book.replies)),
            tuple(cancelling),
            names_expression(self.book.names),
        )

    def cancelling(self, texts: Iterable[Text]) -> list[tuple[Text, Phrase, Program]]:
        """The phrases that cancel a hit, and their programs."""
        return [(text, phrase := self.parsed(text), self.program(phrase)) for text in texts]

    def entry(self, entry: Entry) -> CompiledEntry:
        """The part of an entry that is not its phrases."""
        concept = CONCEPTS.get(entry.rule)

        def values(texts: tuple[Text, ...]) -> tuple[str, ...]:
            return tuple(text.value for text in texts)

        return CompiledEntry(
            rule=entry.rule,
            severity=entry.severity or (concept.severity if concept else "warning"),
            why=entry.why,
            swap=(values(entry.swap.neutral), values(entry.swap.formal), values(entry.swap.informal)),
            swaps={self.atoms.language.fold(words.value): better.value for words, better in entry.swaps},
            say=(values(entry.say.neutral), values(entry.say.formal), values(entry.say.informal)),
        )

    def reply_entry(self, entry: ReplyEntry) -> CompiledEntry:
        """The words of a whole-reply rule: an entry without phrases."""
        none: Wordings = ((), (), ())
        offered = wordings(entry.partial, self.book.lang) if entry.partial else {}
        neutral, formal, informal = (
            (*([offered[register]] if register in offered else []), *(text.value for text in texts))
            for register, texts in zip(("", *REGISTERS), entry.say, strict=True)
        )
        severity = entry.severity or CONCEPTS[entry.rule].severity
        return CompiledEntry(entry.rule, severity, entry.why, none, {}, (neutral, formal, informal))

    def set_number(self, atoms: frozenset[str]) -> int:
        """The number of a set of atoms among the book's sets."""
        return self.sets.setdefault(atoms, len(self.sets))

    def rarest_first(self, text: Text, phrase: Phrase) -> tuple[int, ...]:
        """The needs of a phrase as numbers of sets."""
        needs = self.needs(phrase)
        if not needs:
            self.place = text
            raise self.error("a phrase needs one word that is always there", 0, "take one out of the optional group")
        return tuple(self.set_number(atoms) for atoms in sorted(needs, key=self.commonness))

    def commonness(self, atoms: frozenset[str]) -> tuple[int, int]:
        """How often a word of the set is met."""
        return sum(self.met[atom] for atom in atoms), len(atoms)

    def alternatives(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase, or one for each alternative of its largest group of alternatives of several words."""
        sizes = [len(self.long_alternatives(item)) for item in phrase]
        largest = max(range(len(phrase)), key=sizes.__getitem__)
        group = self.group(phrase[largest])
        if sizes[largest] <= SPLIT or group is None:
            yield phrase
            return
        long = self.long_alternatives(phrase[largest])
        single = tuple(one for one in group.alternatives if not any(one is other for other in long))
        for middle in ((Group(single, optional=False),), *long) if single else long:
            yield (*phrase[:largest], *middle, *phrase[largest + 1 :])

    def long_alternatives(self, item: Item) -> tuple[Phrase, ...]:
        """The alternatives of a group that is always there which are not single tokens."""
        group = self.group(item)
        if group is None or group.optional:
            return ()
        return tuple(one for one in group.alternatives if len(one) > 1 or self.charset(one[0]) is None)

    def error(self, message: str, column: int, hint: str) -> PhrasebookError:
        """An error in the phrase at hand."""
        text = self.place
        assert text is not None
        place = text.place._replace(column=text.place.column + column)
        return PhrasebookError(message, where=str(place), hint=hint, excerpt=f"  {text.value}\n  {' ' * column}^")

    def parsed(self, text: Text) -> Phrase:
        """The tree of a phrase."""
        self.place = text
        try:
            return parse(text.value)
        except NotationError as error:
            raise self.error(error.message, error.column, error.hint) from error

    def group(self, item: Item) -> Group | None:
        """A group or class as a group; None for every other item."""
        return self.word_class(item.name, 0) if isinstance(item, Class) else item if isinstance(item, Group) else None

    def word_class(self, name: str, column: int) -> Group:
        """The members of a class as one group.

        Classes may use classes, not themselves.
        """
        if name in self.classes:
            return self.classes[name]
        if name not in self.book.classes:
            raise self.error(f"unknown class @{name}", column, "define it in classes.yaml")
        if name in self.open_classes:
            raise self.error(f"@{name} uses itself", column, " -> ".join([*self.open_classes, name]))
        self.open_classes.append(name)
        before = self.place
        alternatives = []
        for text in self.book.classes[name]:
            alternatives.append(self.parsed(text))
            self.program(alternatives[-1])
        self.place = before
        self.open_classes.pop()
        self.classes[name] = Group(tuple(alternatives), optional=False)
        return self.classes[name]

    def charset(self, item: Item) -> frozenset[str] | None:
        """The atoms of an item that is always exactly one token; None for every other item. Remembered: items recur."""
        # By identity for groups, by type and value for the rest: named tuples of different types with equal fields are equal.
        key = (Group, id(item)) if isinstance(item, Group) else (type(item), item)
        if key not in self.charsets:
            self.charsets[key] = self.fresh_charset(item)
            self.kept.append(item)
        return self.charsets[key]

    def fresh_charset(self, item: Item) -> frozenset[str] | None:
        """The same without memory."""
        if isinstance(item, Word):
            return self.atoms.word(item.text)
        if isinstance(item, Lemma):
            try:
                return self.atoms.lemma(item.lemma, item.features)
            except UnknownFormError as error:
                raise self.error(str(error), 0, "check the spelling, or list the forms as (a|b)") from error
        if isinstance(item, Typed):
            return frozenset({TYPED[item.kind]}) if item.kind in TYPED else None
        group = self.group(item)
        if group is None or group.optional or any(len(alternative) != 1 for alternative in group.alternatives):
            return None
        found = [self.charset(alternative[0]) for alternative in group.alternatives]
        return None if None in found else frozenset[str]().union(*(atoms for atoms in found if atoms))

    def needs(self, phrase: Phrase) -> list[frozenset[str]]:
        """For each word the phrase cannot do without: the atoms of which a text must hold one."""
        found: list[frozenset[str]] = []
        for item in phrase:
            if isinstance(item, Gap | Slot | Mark) or (isinstance(item, Group) and item.optional):
                continue
            atoms, group = self.charset(item), self.group(item)
            if atoms is not None:
                found.append(atoms)
            elif isinstance(item, Capture):
                found.extend(self.needs(item.items))
            elif isinstance(item, Exact):
                found.extend(self.needs((Word(item.text),)))
            elif isinstance(item, Word):
                found.extend(self.needs((self.hyphenated(item.text),)))
            elif group is not None and (atoms := self.needed_of(group)):
                found.append(atoms)
        return found

    def needed_of(self, group: Group) -> frozenset[str]:
        """The atoms of which a text must hold one for a group to match; none where an alternative needs no word. Remembered."""
        if id(group) not in self.group_needs:
            each = [self.needs(alternative) for alternative in group.alternatives]
            rarest = (min(needs, key=self.commonness) for needs in each) if all(each) else ()
            self.group_needs[id(group)] = frozenset[str]().union(*rarest)
            self.kept.append(group)
        return self.group_needs[id(group)]

    def program_of(self, entry: Entry, phrase: Phrase) -> Program:
        """The program of a phrase; in a recast slots are longer and keep within a clause."""
        self.recasting = group_of(entry.rule) == RECASTING
        program = self.program(phrase)
        if not self.recasting:
            return program
        # A comma behind a slot would get lost, unless the phrase writes one there or ends.
        ahead = (*program[1:], (MARK, "$$"))
        return tuple(
            (*node[:3], 2) if node[0] == SLOT and nxt[0] != MARK else node for node, nxt in zip(program, ahead, strict=True)
        )

    def program(self, phrase: Phrase) -> Program:
        """The program of a phrase."""
        return beside_signs(tuple(self.node(item) for item in phrase))

    def node(self, item: Item) -> Node:
        """The node of an item."""
        atoms = self.charset(item)
        if atoms is not None:
            return (WORD, self.set_number(atoms))
        if isinstance(item, Gap):
            return (GAP, item.most, WITHIN if item.clause else 0)
        if isinstance(item, Slot):
            return (SLOT, item.name, LONGEST_SLOT_OF_RECAST if self.recasting else LONGEST_SLOT, int(self.recasting))
        if isinstance(item, Capture):
            return (CAPTURE, item.name, self.program(item.items))
        if isinstance(item, Exact):
            return (CAPTURE, f"={item.text}", self.program((Word(item.text),)))
        if isinstance(item, Mark):
            return (MARK, item.sign)
        if isinstance(item, Typed):
            return (NAME,)
        if isinstance(item, Class):
            return (CLASS, self.class_number(item.name))
        group = self.hyphenated(item.text) if isinstance(item, Word) else self.group(item)
        assert group is not None
        return self.group_node(group)

    def class_number(self, name: str) -> int:
        """The number of a word class among those that programs go by."""
        if name not in self.class_nodes:
            self.class_nodes[name] = (len(self.class_nodes), self.group_node(self.word_class(name, 0)))
        return self.class_nodes[name][0]

    def group_node(self, group: Group) -> Node:
        """The node of a group."""
        firsts = [self.charset(one[0]) for one in group.alternatives]
        glance = -1 if None in firsts else self.set_number(frozenset[str]().union(*(atoms for atoms in firsts if atoms)))
        return (GROUP, group.optional, self.programs(group), glance)

    def programs(self, group: Group) -> tuple[Program, ...]:
        """The alternatives of a group: the single tokens together, then the longer ones."""
        sets = [self.charset(one[0]) if len(one) == 1 else None for one in group.alternatives]
        together = frozenset[str]().union(*(atoms for atoms in sets if atoms))
        longer = [self.program(one) for one, atoms in zip(group.alternatives, sets, strict=True) if not atoms]
        return (*([((WORD, self.set_number(together)),)] if together else []), *longer)

    def hyphenated(self, text: str) -> Group:
        """A word of several tokens (e-mail, 24/7): they stand side by side, or as one word without the hyphen."""
        parts = SEVERAL.split(text) if "*" in text else TOKEN.findall(text)
        apart = tuple(Word(part) for part in parts if part.strip("*")[:1].isalnum())
        joined = SEVERAL.sub("", text)
        return Group((apart, (Word(joined),)) if len(TOKEN.findall(joined.strip("*"))) == 1 else (apart,), optional=False)


def beside_signs(program: Program) -> Program:
    """The program; its gaps within a clause know of the signs beside them, which begin or end the clause."""
    padded = ((WORD, -1), *program, (WORD, -1))
    return tuple(
        (GAP, node[1], WITHIN | OPENED * ends_clause(before) | CLOSED * ends_clause(behind))
        if node[0] == GAP and node[2]
        else node
        for before, node, behind in zip(padded, program, padded[2:], strict=False)
    )


def ends_clause(node: Node) -> bool:
    """Whether a node is a sign that ends a clause, or the end of one."""
    return node[0] == MARK and node[1] in (",", ":", "$$")


def recasts(book: Book) -> Iterator[Entry]:
    """The recasts of a book as entries: `say` is what takes the place of the words they match."""
    for entry in book.entries:
        for recast in entry.recasts:
            before = tuple(words for words, _ in recast.shows)
            yield Entry(f"{RECAST}/{entry.rule}", recast.place, recast.origin, recast.unless, say=recast.to, flag=before)


def frequencies(atoms: Atoms, texts: Iterable[str]) -> Counter[str]:
    """How often each atom is met in the texts: the book's own examples are the best sample there is."""
    words = (Buckets(pack_words(atoms.forms)), shapes(atoms.forms))
    symbols = Symbols(atoms.language, *words, atoms.prefixes_table(), dict(atoms.suffixes))
    return Counter(atom for text in texts for chunk in atoms.language.fold(text).split() for atom in symbols[chunk])


def packed(book: CompiledBook) -> Tables:
    """A compiled book as plain data for the cache and the matcher, which finds phrases by their anchors."""
    anchors: list[defaultdict[str, dict[int, list[int]]]] = [defaultdict(dict) for _ in GROUPS]
    for number, phrase in enumerate(book.phrases):
        beside = phrase.needs[1] if len(phrase.needs) > 1 else ALONE
        for atom in book.sets[phrase.needs[0]]:
            anchors[group_of(book.entries[phrase.entry].rule)][atom].setdefault(beside, []).append(number)
    return (
        book.lang,
        pack_words(book.atoms.forms),
        shapes(book.atoms.forms),
        book.atoms.prefixes_table(),
        dict(book.atoms.suffixes),
        pack_sets(book.sets),
        pack_records(book.classes),
        tuple(map(pack_anchors, anchors)),
        pack_records(phrase._replace(needs=phrase.needs[2:]) for phrase in book.phrases),
        plain(book.entries),
        pack_records(book.unless),
        book.names,
    )
