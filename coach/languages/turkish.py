"""Turkish word formation as grammar: archiphonemes with vowel harmony, and the suffix chains of verbs and nouns.

A Turkish verb has several hundred forms; listing them misses the one that comes. So a lemma is its stem and a pattern for what
may follow. Letters: A = a/e, I = ı/i/u/ü, D = d/t, by vowel harmony with the vowel before.
Source of the suffix order: Göksel and Kerslake, Turkish: A Comprehensive Grammar (2005), chapters 6 to 8.
"""

from __future__ import annotations

import re

VOWELS = "aıoueiöü"
HARMONY_I = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
BACK = frozenset("aıou")
ARCHIPHONEME = re.compile(r"(?<=[a-zçğıöşü*AID])[AID]")
SOFTENED = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}
SOFTENING_VERBS = frozenset({"git", "et", "tat", "güt", "dit"})

LETTER_CLASSES = str.maketrans("aeıiuüdtkğgşç", "AAIIIIDDKKKsc")
"""What the tails below are written in: A, I and D as above, K = k/g/ğ, and no difference between ş and s, ç and c, so that they
fit words typed without Turkish letters too."""

FOREIGN_KEYBOARD = str.maketrans("çğıöşü", "cgiosu")

VOICE = "(?:DIr|I[lnsr]|Ar|D|n|l)"
POLARITY = "(?:m[AI]|y?AbIl|y?Am[AI]|mAyAbIl)"
PERSON = "(?:y?Im|sIn(?:Iz|lAr)?|y?Iz|y?In(?:Iz)?|lAr|m|n|K|nIz)"
TENSE = "(?:I?yor|y?AcAK|mIs|DI|Ar|Ir|r|z|mAlI|sA|y?A|y?AlIm|mAKDA)"
COPULA = "(?:y?DI|y?mIs|y?sA)"
POSSESSIVE = "(?:I?m(?:Iz)?|I?n(?:Iz)?|s?I|lArI)"
CASE = "(?:n?In|[yn]?A|[yn]?I|n?DAn?|y?lA|cA)"
NOMINAL_END = f"(?:lAr)?{POSSESSIVE}?{CASE}?(?:KI)?(?:lAr)?(?:DIr|{COPULA}{PERSON}?)?"
FINITE = f"{TENSE}?{COPULA}?{PERSON}?(?:DIr)?"
CONVERB = "(?:y?Ip|y?ArAK|y?IncA|mADAn|DIKcA|y?AlI|(?:[AI]?r|z|yor|mIs)KAn|mAKDAnsA)"
VERBAL_NOUN = f"(?:mAK?|DIK|y?An|y?AcAK|y?Is|mIs){NOMINAL_END}"
VERB_TAIL = f"{VOICE}{{0,2}}{POLARITY}?(?:{FINITE}|{CONVERB}|{VERBAL_NOUN})"
NOUN_TAIL = NOMINAL_END
NARROWED_TAIL = "yor.*"


def has_archiphonemes(word: str) -> bool:
    """Whether the word is a pattern (ekle*mAmIşsInIz) rather than plain letters or an abbreviation (KDV, IBAN)."""
    return bool(ARCHIPHONEME.search(word)) and not word.isupper()


def expand(pattern: str) -> frozenset[str]:
    """Every spelling of a pattern of letters and archiphonemes that vowel harmony allows.

    After a star, or at the start, the first vowel is free: `AmIyor` -> amıyor, emiyor.
    """
    spellings = {""}
    previous = ""
    for sign in pattern:
        if sign in "AID" and (previous or len(pattern) > 1):
            spellings = {head + letter for head in spellings for letter in letters(sign, head)}
        else:
            spellings = {head + sign for head in spellings}
        previous = sign
    return frozenset(spellings)


def letters(sign: str, head: str) -> str:
    """The letters an archiphoneme may stand for after `head`."""
    if sign == "D":
        return "dt"
    vowel = next((letter for letter in reversed(head) if letter in VOWELS), "")
    if not vowel:
        return "ae" if sign == "A" else "ıiuü"
    return ("a" if vowel in BACK else "e") if sign == "A" else HARMONY_I[vowel]


def verb_stem(lemma: str) -> str:
    """The stem of an infinitive (unutmak -> unut), or nothing for a noun."""
    return lemma[:-3] if lemma.endswith(("mak", "mek")) and len(lemma) > 4 else ""


def stems(lemma: str) -> tuple[tuple[str, str], ...]:
    """The stems of a lemma with the pattern, in letter classes, of what may follow each.

    Verbs soften (git-, gid-) and narrow before -yor (söyle-, söylü-); nouns soften (kitap, kitab-).
    """
    verb = verb_stem(lemma)
    if not verb:
        soft = (lemma[:-1] + SOFTENED[lemma[-1]],) if lemma[-1] in SOFTENED else ()
        return tuple((stem, NOUN_TAIL) for stem in (lemma, *soft))
    found = [(verb, VERB_TAIL)]
    if verb in SOFTENING_VERBS or verb.endswith(("et", "git")):
        found.append((verb[:-1] + "d", VERB_TAIL))
    if verb[-1] in "ae":
        found.extend((verb[:-1] + high, NARROWED_TAIL) for high in "ıiuü")
    return tuple(found)


def ascii_variants(words: frozenset[str]) -> frozenset[str]:
    """The words, and each as typed on a keyboard without Turkish letters."""
    return words | {word.translate(FOREIGN_KEYBOARD) for word in words}
