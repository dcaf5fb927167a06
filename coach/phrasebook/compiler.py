"""From phrases to atoms and regular expressions over symbols.

Every single-token item of a phrase becomes a set of atoms, one for each different thing it asks of a word; classes are sets of
sets. What the matcher needs is plain data (strings, tuples, dictionaries), so that it can be marshalled and read back in a few
milliseconds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from coach.errors import PhrasebookError
from coach.languages import language
from coach.languages.base import Language
from coach.languages.forms import UnknownFormError, forms
from coach.languages.turkish import ascii_variants, expand, has_archiphonemes, stems
from coach.phrasebook.notation import (
    LONGEST_SLOT,
    Class,
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
from coach.phrasebook.schema import Book, Entry, Text
from coach.phrasebook.symbols import END, FIRST_ATOM, GRAMMAR, NAME, TYPED, WITHIN, WORD
from coach.rules.table import CONCEPTS
from coach.sources.tokens import TOKEN

TYPED_ATOMS = frozenset(TYPED.values())
COMMON = 40
"""How much dearer a function word is as an anchor than an ordinary word: it occurs in nearly every text."""

SUFFIX_COST = 15
FEW = 6
"""A set of more atoms than this gets an atom of its own: large character classes take milliseconds to compile, at every start."""

SPLIT = 4
"""A group with more alternatives of several words than this makes a phrase of its own for each of them, so that each is looked
for by its own rarest word."""


class CompiledPhrase(NamedTuple):
    """One phrase: its expression, the names of its groups, the number of its entry.

    `needs` holds, for each word the phrase cannot do without, the atoms that would serve; the rarest stands first.
    """

    pattern: str
    names: tuple[str, ...]
    entry: int
    needs: tuple[str, ...]


class CompiledEntry(NamedTuple):
    """What the engine needs of an entry; `unless` are expressions, wordings are (neutral, formal, informal)."""

    rule: str
    severity: str
    why: str
    swap: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    say: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    unless: tuple[str, ...]


class CompiledBook(NamedTuple):
    """One language, compiled.

    `forms` maps a word's key to its atoms, `suffixes` its last letters, `prefixes` its first letters to (expression for the
    rest, atoms). `anchors` maps the rarest atoms to the phrases that need them: (number of the phrase, its other needs).
    """

    lang: str
    forms: dict[str, str]
    prefixes: dict[str, tuple[tuple[str, str], ...]]
    suffixes: dict[str, str]
    anchors: dict[str, tuple[tuple[int, tuple[str, ...]], ...]]
    phrases: tuple[tuple[str, tuple[str, ...], int], ...]
    entries: tuple[CompiledEntry, ...]


def compile_book(book: Book) -> CompiledBook:
    """The matcher's tables for a book.

    Raises PhrasebookError with the place of a phrase that does not follow the notation or asks for an unknown form or class.
    """
    return Compiler(book).run()


class Compiler:
    """Collects atoms while it translates phrases."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.language: Language = language(book.lang)
        self.atoms: dict[object, str] = {}
        self.cost: dict[str, float] = {}
        self.forms: defaultdict[str, str] = defaultdict(str)
        self.prefixes: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self.suffixes: defaultdict[str, str] = defaultdict(str)
        self.sets: dict[frozenset[str], str] = {}
        self.count = 0
        self.classes: dict[str, Group] = {}
        self.open_classes: list[str] = []
        self.place: Text | None = None
        self.names: list[str] = []

    def run(self) -> CompiledBook:
        """Translate every entry and signal."""
        for name in self.book.classes:
            self.word_class(name, 0)
        entries: list[CompiledEntry] = []
        phrases: list[CompiledPhrase] = []
        for number, entry in enumerate((*self.book.entries, *self.book.signals)):
            for text in entry.phrases:
                phrases.extend(self.phrase(text, number))
            entries.append(self.entry(entry))
        self.widen(phrases, entries)
        return CompiledBook(
            lang=self.book.lang,
            forms=dict(self.forms),
            prefixes={prefix: tuple(found) for prefix, found in self.prefixes.items()},
            suffixes=dict(self.suffixes),
            anchors=anchors(phrases),
            phrases=tuple((phrase.pattern, phrase.names, phrase.entry) for phrase in phrases),
            entries=tuple(entries),
        )

    def entry(self, entry: Entry) -> CompiledEntry:
        """The part of an entry that is not its phrases."""
        concept = CONCEPTS.get(entry.rule)

        def values(texts: tuple[Text, ...]) -> tuple[str, ...]:
            return tuple(text.value for text in texts)

        return CompiledEntry(
            rule=entry.rule,
            severity=entry.severity or (concept.severity if concept else ""),
            why=entry.why,
            swap=(values(entry.swap.neutral), values(entry.swap.formal), values(entry.swap.informal)),
            say=(values(entry.say.neutral), values(entry.say.formal), values(entry.say.informal)),
            unless=tuple(self.expression(self.parsed(text)) for text in entry.unless),
        )

    def widen(self, phrases: list[CompiledPhrase], entries: list[CompiledEntry]) -> None:
        """Give every word that carries an atom the atoms of the sets it belongs to, and take away atoms nobody asks for."""
        used = set().union(*(phrase.pattern for phrase in phrases), *(pattern for entry in entries for pattern in entry.unless))
        used |= set().union(*(need for phrase in phrases for need in phrase.needs))
        wider: defaultdict[str, str] = defaultdict(str)
        for atoms, own in self.sets.items():
            for atom in atoms:
                wider[atom] += own

        def widened(atoms: str) -> str:
            return "".join(dict.fromkeys(one for atom in atoms for one in atom + wider[atom] if one in used))

        self.forms = defaultdict(str, {key: found for key, atoms in self.forms.items() if (found := widened(atoms))})
        self.suffixes = defaultdict(str, {suffix: found for suffix, atoms in self.suffixes.items() if (found := widened(atoms))})
        for prefix, tails in self.prefixes.items():
            self.prefixes[prefix] = [(tail, found) for tail, atom in tails if (found := widened(atom))]

    def phrase(self, text: Text, entry: int) -> Iterator[CompiledPhrase]:
        """The compiled phrases of a phrase: one, or one for each alternative of a large group of several words."""
        for parsed in self.alternatives(self.parsed(text)):
            yield self.compiled(parsed, entry)

    def alternatives(self, phrase: Phrase) -> Iterator[Phrase]:
        """The phrase, with its largest group of alternatives of several words taken apart."""
        sizes = [len(self.long_alternatives(item)) for item in phrase]
        largest = max(range(len(phrase)), key=sizes.__getitem__)
        if sizes[largest] <= SPLIT:
            yield phrase
            return
        item = phrase[largest]
        group = self.word_class(item.name, 0) if isinstance(item, Class) else item
        assert isinstance(group, Group)
        long = self.long_alternatives(item)
        single = tuple(alternative for alternative in group.alternatives if alternative not in long)
        for middle in ((Group(single, optional=False),), *long) if single else long:
            yield (*phrase[:largest], *middle, *phrase[largest + 1 :])

    def long_alternatives(self, item: Item) -> tuple[Phrase, ...]:
        """The alternatives of a group that is always there which are not single tokens."""
        group = self.word_class(item.name, 0) if isinstance(item, Class) else item
        if not isinstance(group, Group) or group.optional:
            return ()
        return tuple(one for one in group.alternatives if len(one) > 1 or self.charset(one[0]) is None)

    def compiled(self, parsed: Phrase, entry: int) -> CompiledPhrase:
        """One phrase with its anchor: the needed word that is rarest, all words of a class together."""
        self.names = []
        pattern = self.expression(parsed, leading=True)
        if len(set(self.names)) < len(self.names):
            raise self.error("a slot is named twice", 0, "give each {slot} of a phrase its own name")
        needs = self.needs(parsed)
        if not needs:
            raise self.error("a phrase needs one word that is always there", 0, "take one out of the optional group")
        needs.sort(key=self.price)
        return CompiledPhrase(pattern, tuple(self.names), entry, tuple(map(self.condensed, needs)))

    def condensed(self, atoms: frozenset[str]) -> str:
        """The atoms themselves when they are few, else one atom for all of them; typed tokens keep theirs."""
        if len(atoms) <= FEW:
            return "".join(sorted(atoms))
        typed = atoms & TYPED_ATOMS
        words = atoms - typed
        if words not in self.sets:
            self.sets[words] = self.new_atom()
        return self.sets[words] + "".join(sorted(typed))

    def new_atom(self) -> str:
        """The next free character."""
        self.count += 1
        return chr(FIRST_ATOM + self.count)

    def price(self, atoms: frozenset[str]) -> float:
        """How often one of the atoms is to be expected, in arbitrary units."""
        return sum(self.cost.get(atom, 1.0) for atom in atoms)

    def error(self, message: str, column: int, hint: str) -> PhrasebookError:
        """An error in the phrase at hand."""
        text = self.place
        assert text is not None
        place = text.place._replace(column=text.place.column + column)
        return PhrasebookError(message, where=str(place), hint=hint, excerpt=f"  {text.value}\n  {' ' * column}^")

    def parsed(self, text: Text) -> Phrase:
        """The tree of a phrase; `place` remembers it for errors."""
        self.place = text
        try:
            return parse(text.value)
        except NotationError as error:
            raise self.error(error.message, error.column, error.hint) from error

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
            self.expression(alternatives[-1])
        self.place = before
        self.open_classes.pop()
        self.classes[name] = Group(tuple(alternatives), optional=False)
        return self.classes[name]

    def charset(self, item: Item) -> frozenset[str] | None:
        """The atoms of an item that is always exactly one token; None for every other item."""
        if isinstance(item, Word):
            return self.word(item.text)
        if isinstance(item, Lemma):
            return frozenset({self.lemma(item)})
        if isinstance(item, Typed):
            return self.typed(item.kind)
        group = self.word_class(item.name, 0) if isinstance(item, Class) else item
        if isinstance(group, Group) and not group.optional and all(len(alternative) == 1 for alternative in group.alternatives):
            found = [self.charset(alternative[0]) for alternative in group.alternatives]
            if all(atoms is not None for atoms in found):
                return frozenset().union(*(atoms for atoms in found if atoms is not None))
        return None

    def typed(self, kind: str) -> frozenset[str] | None:
        """A typed token; dates are also what the class @date lists, a name is any capitalised word."""
        if kind == "name":
            return None
        return frozenset({TYPED[kind]})

    def word(self, text: str) -> frozenset[str] | None:
        """The atom of a plain word or starred pattern; None when the text is more than one token."""
        folded = text if "*" in text or (self.book.lang == "tr" and has_archiphonemes(text)) else self.language.fold(text)
        if "*" in text:
            return frozenset({self.starred(text)})
        if self.book.lang == "tr" and has_archiphonemes(text):
            return frozenset({self.atom(ascii_variants(expand(text)), cost=1)})
        tokens = TOKEN.findall(folded)
        if len(tokens) != 1:
            return None
        return frozenset(
            {self.atom(frozenset(self.spellings(text)), cost=COMMON if folded in self.language.function_words else 1)}
        )

    def spellings(self, text: str) -> set[str]:
        """The keys of a word; in Turkish a capital I may be an English one (IBAN)."""
        words = {self.language.fold(text)}
        if self.book.lang == "tr" and "I" in text:
            words.add(text.lower())
        return {key for word in words for key in self.language.spellings(word)}

    def atom(self, keys: frozenset[str], cost: float) -> str:
        """The atom that every one of the keys carries; equal sets share it."""
        if keys not in self.atoms:
            self.atoms[keys] = atom = self.new_atom()
            self.cost[atom] = cost
            for key in keys:
                self.forms[key] += atom
        return self.atoms[keys]

    def starred(self, text: str) -> str:
        """The atom of `word*`, `*suffix` or `pre*suffix`."""
        if ("*", text) in self.atoms:
            return self.atoms["*", text]
        self.atoms["*", text] = atom = self.new_atom()
        self.cost[atom] = SUFFIX_COST
        head, _, tail = text.partition("*")
        heads, tails = self.affix_spellings(head), self.affix_spellings(tail)
        if not head:
            for suffix in tails:
                self.suffixes[suffix] += atom
        for prefix in heads if head else ():
            self.prefixes[prefix].append((f".*(?:{'|'.join(sorted(map(re.escape, tails)))})" if tail else "", atom))
        return atom

    def affix_spellings(self, part: str) -> frozenset[str]:
        """Every spelling of one side of a starred word."""
        if not part:
            return frozenset()
        if self.book.lang == "tr":
            return ascii_variants(expand(part) if re.search("[AID]", part) else frozenset({self.language.fold(part)}))
        return frozenset(self.language.spellings(self.language.fold(part)))

    def lemma(self, item: Lemma) -> str:
        """The atom of a lemma's forms."""
        try:
            if self.book.lang == "tr":
                if item.features:
                    raise UnknownFormError("Turkish lemmas take no features; write the suffix instead: unut*mIşsInIz")
                return self.turkish_lemma(item.lemma)
            found = forms(self.book.lang, item.lemma, item.features)
        except UnknownFormError as error:
            raise self.error(str(error), 0, "check the spelling, or list the forms as (a|b)") from error
        keys = frozenset(key for form in found for key in self.language.spellings(self.language.fold(form)))
        return self.atom(keys, cost=COMMON if any(key in self.language.function_words for key in keys) else 2)

    def turkish_lemma(self, lemma: str) -> str:
        """The atom of a stem with whatever suffixes the grammar allows."""
        if ("<", lemma) in self.atoms:
            return self.atoms["<", lemma]
        self.atoms["<", lemma] = atom = self.new_atom()
        self.cost[atom] = 2
        for stem, tail in stems(self.language.fold(lemma)):
            for spelling in ascii_variants(frozenset({stem})):
                self.prefixes[spelling].append((GRAMMAR + tail, atom))
        return atom

    def needs(self, phrase: Phrase) -> list[frozenset[str]]:
        """For each word the phrase cannot do without: the atoms of which a text must hold one."""
        found: list[frozenset[str]] = []
        for item in phrase:
            if isinstance(item, Gap | Slot | Mark) or (isinstance(item, Group) and item.optional):
                continue
            atoms = self.charset(item)
            if atoms is not None:
                found.append(atoms)
            elif isinstance(item, Word):
                found.extend(self.needs(self.split(item.text)))
            elif not isinstance(item, Typed):
                group = self.word_class(item.name, 0) if isinstance(item, Class) else item
                assert isinstance(group, Group)
                each = [self.needs(alternative) for alternative in group.alternatives]
                if all(each):
                    found.append(frozenset().union(*(min(needs, key=self.price) for needs in each)))
        return found

    def split(self, text: str) -> Phrase:
        """A word of several tokens (e-mail, 24/7) as a phrase."""
        return tuple(Word(token) for token in TOKEN.findall(text) if token[0].isalnum())

    def expression(self, phrase: Phrase, leading: bool = False) -> str:
        """The regular expression of a phrase over symbols.

        With `leading`, a phrase that starts with a single word starts at its atom instead of the bar before it, because a
        search for a plain character is the fastest there is.
        """
        parts: list[str] = []
        for number, item in enumerate(phrase):
            atoms = self.charset(item)
            if atoms is not None:
                parts.append(("" if leading and number == 0 else WORD) + characters(self.condensed(atoms)) + WITHIN)
            else:
                parts.append(self.part(item))
        return "".join(parts)

    def part(self, item: Item) -> str:
        """The expression of an item that is not a single token."""
        if isinstance(item, Gap):
            return f"(?:{WORD}){{0,{item.most}}}?"
        if isinstance(item, Slot):
            self.names.append(item.name)
            return f"(?P<{item.name}>(?:{WORD}){{1,{LONGEST_SLOT}}}?)"
        if isinstance(item, Mark):
            return {"^": f"(?<={END})", "$": rf"(?={WITHIN}\Z)"}.get(item.sign) or re.escape(item.sign) + WITHIN
        if isinstance(item, Typed):
            self.names.append(f"{NAME}{len(self.names)}")
            return f"(?P<{self.names[-1]}>{WORD})"
        if isinstance(item, Word):
            return self.hyphenated(item.text)
        group = self.word_class(item.name, 0) if isinstance(item, Class) else item
        assert isinstance(group, Group)
        return self.grouped(group)

    def grouped(self, group: Group) -> str:
        """The alternatives of a group: the single tokens together, then the longer ones."""
        sets = [self.charset(one[0]) if len(one) == 1 else None for one in group.alternatives]
        together = frozenset[str]().union(*(atoms for atoms in sets if atoms))
        parts = [self.expression(one) for one, atoms in zip(group.alternatives, sets, strict=True) if not atoms]
        if together:
            parts.insert(0, WORD + characters(self.condensed(together)) + WITHIN)
        return f"{self.glance(group)}(?:{'|'.join(parts)}){'?' if group.optional else ''}"

    def glance(self, group: Group) -> str:
        """A look at the next word that spares trying many alternatives of which none begins with it."""
        firsts = [self.charset(one[0]) for one in group.alternatives]
        if group.optional or len(self.long_alternatives(group)) <= SPLIT or None in firsts:
            return ""
        return f"(?={WORD}{characters(self.condensed(frozenset[str]().union(*(atoms for atoms in firsts if atoms))))})"

    def hyphenated(self, text: str) -> str:
        """A word of several tokens: they stand side by side, or as one word without the hyphen."""
        apart = self.expression(self.split(text))
        joined = re.sub(r"[-/&.]", "", text)
        atoms = self.word(joined) if len(TOKEN.findall(joined)) == 1 else None
        return f"(?:{apart}|{WORD}{characters(self.condensed(atoms))}{WITHIN})" if atoms else apart


def anchors(phrases: list[CompiledPhrase]) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """For each atom the phrases whose rarest word may be it."""
    found: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for number, phrase in enumerate(phrases):
        for atom in phrase.needs[0]:
            found[atom].append((number, phrase.needs[1:]))
    return {atom: tuple(needed) for atom, needed in found.items()}


def characters(atoms: str) -> str:
    """One atom, or a set of them, as an expression. Atoms lie far above every special character."""
    return atoms if len(atoms) == 1 else f"[{atoms}]"
