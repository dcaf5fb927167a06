"""The atoms of a phrasebook: for every single-token item of a phrase one atom, and the tables that tell which words carry it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from coach.languages.base import Language
from coach.languages.forms import UnknownFormError, forms
from coach.languages.turkish import ascii_variants, expand, has_archiphonemes, stems
from coach.phrasebook.symbols import FIRST_ATOM, GRAMMAR
from coach.sources.tokens import TOKEN

SEVERAL = re.compile(r"[-/&.]")
"""What stands between the tokens of a word of several: e-mail*, 24/7."""


class Atoms:
    """Collects atoms while phrases are compiled.

    `forms` maps a word's key to its atoms, `suffixes` its last letters, `prefixes` its first letters to (expression for the
    rest, atoms).
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.turkish = language.code == "tr"
        self.forms: defaultdict[str, str] = defaultdict(str)
        self.prefixes: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self.suffixes: defaultdict[str, str] = defaultdict(str)
        self.known: dict[object, str] = {}
        self.count = 0

    def word(self, text: str) -> frozenset[str] | None:
        """The atom of a plain word or starred pattern; None when the text is more than one token."""
        if "*" in text:
            return None if SEVERAL.search(text) else frozenset({self.starred(text)})
        if self.turkish and has_archiphonemes(text):
            return frozenset({self.listed(ascii_variants(expand(text)))})
        folded = self.language.fold(text)
        if len(TOKEN.findall(folded)) != 1:
            return None
        return frozenset({self.listed(frozenset(self.spellings(text)))})

    def lemma(self, lemma: str, features: tuple[str, ...]) -> frozenset[str]:
        """The atom of a lemma's forms. Raises UnknownFormError."""
        if not self.turkish:
            found = forms(self.language.code, lemma, features)
            keys = frozenset(key for form in found for key in self.language.spellings(self.language.fold(form)))
            return frozenset({self.listed(keys)})
        if features:
            raise UnknownFormError("Turkish lemmas take no features; write the suffix instead: unut*mIşsInIz")
        return frozenset({self.stem(lemma)})

    def spellings(self, text: str) -> set[str]:
        """The keys of a word; in Turkish a capital I may be an English one (IBAN)."""
        words = {self.language.fold(text)}
        if self.turkish and "I" in text:
            words.add(text.lower())
        return {key for word in words for key in self.language.spellings(word)}

    def listed(self, keys: frozenset[str]) -> str:
        """The atom that every one of the keys carries; equal sets share it."""
        if keys not in self.known:
            self.known[keys] = atom = self.new()
            for key in keys:
                self.forms[key] += atom
        return self.known[keys]

    def starred(self, text: str) -> str:
        """The atom of `word*`, `*suffix` or `pre*suffix`."""
        if ("*", text) not in self.known:
            self.known["*", text] = atom = self.new()
            head, _, tail = text.partition("*")
            tails = self.affix(tail)
            rest = f".*(?:{'|'.join(sorted(map(re.escape, tails)))})" if tail else ""
            for prefix in self.affix(head):
                self.prefixes[prefix].append((rest, atom))
            for suffix in () if head else tails:
                self.suffixes[suffix] += atom
        return self.known["*", text]

    def affix(self, part: str) -> frozenset[str]:
        """Every spelling of one side of a starred word."""
        if not part:
            return frozenset()
        if self.turkish:
            return ascii_variants(expand(part) if re.search("[AID]", part) else frozenset({self.language.fold(part)}))
        return frozenset(self.language.spellings(self.language.fold(part)))

    def stem(self, lemma: str) -> str:
        """The atom of a Turkish stem with whatever suffixes the grammar allows."""
        if ("<", lemma) not in self.known:
            self.known["<", lemma] = atom = self.new()
            for stem, tail in stems(self.language.fold(lemma)):
                for spelling in ascii_variants(frozenset({stem})):
                    self.prefixes[spelling].append((GRAMMAR + tail, atom))
        return self.known["<", lemma]

    def new(self) -> str:
        """The next free character."""
        self.count += 1
        return chr(FIRST_ATOM + self.count)

    def prefixes_table(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """`prefixes` as plain data."""
        return {prefix: tuple(found) for prefix, found in self.prefixes.items() if found}

    def finish(self, used: Iterable[str]) -> None:
        """Take away atoms that no phrase asks for."""
        asked = set(used)

        def kept(atoms: str) -> str:
            return "".join(atom for atom in atoms if atom in asked)

        self.forms = defaultdict(str, {key: found for key, atoms in self.forms.items() if (found := kept(atoms))})
        self.suffixes = defaultdict(str, {suffix: found for suffix, atoms in self.suffixes.items() if (found := kept(atoms))})
        for prefix, tails in self.prefixes.items():
            self.prefixes[prefix] = [(tail, atom) for tail, atom in tails if atom in asked]
