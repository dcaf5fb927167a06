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

VOICE = "(?:[dt][ıiuü]r|[ıiuü][lnşr]|[ae]r|t|n|l)"
POLARITY = "(?:m[aeıiuü]|y?[ae]bil|y?[ae]m[aeıi]|m[ae]y[ae]bil)"
PERSON = "(?:y?[ıiuü]m|s[ıiuü]n(?:[ıiuü]z|l[ae]r)?|y?[ıiuü]z|y?[ıiuü]n(?:[ıiuü]z)?|l[ae]r|m|n|k|n[ıiuü]z)"
TENSE = "(?:[ıiuü]?yor|y?[ae]c[ae][kğ]|m[ıiuü]ş|[dt][ıiuü]|[ae]r|[ıiuü]r|r|z|m[ae]l[ıi]|s[ae]|y?[ae]|m[ae]kt[ae])"
COPULA = "(?:y?[dt][ıiuü]|y?m[ıiuü]ş|y?s[ae])"
POSSESSIVE = "(?:[ıiuü]?m(?:[ıiuü]z)?|[ıiuü]?n(?:[ıiuü]z)?|s?[ıiuü]|l[ae]r[ıi])"
CASE = "(?:n?[ıiuü]n|[yn]?[ae]|[yn]?[ıiuü]|n?[dt][ae]n?|y?l[ae]|c[ae])"
NOMINAL_END = f"(?:l[ae]r)?{POSSESSIVE}?{CASE}?(?:ki)?(?:l[ae]r)?(?:[dt][ıiuü]r|{COPULA}{PERSON}?)?"
FINITE = f"{TENSE}?{COPULA}?{PERSON}?(?:[dt][ıiuü]r)?"
CONVERB = (
    "(?:y?[ıiuü]p|y?[ae]r[ae]k|y?[ıiuü]nc[ae]|m[ae]d[ae]n|[dt][ıiuü]kç[ae]|y?[ae]l[ıi]"
    "|(?:[aeıiuü]?r|z|yor|m[ıiuü]ş)ken|m[ae]kt[ae]ns[ae])"
)
VERBAL_NOUN = f"(?:m[ae]k?|[dt][ıiuü][kğ]|y?[ae]n|y?[ae]c[ae][kğ]|y?[ıiuü]ş|m[ıiuü]ş){NOMINAL_END}"
VERB_TAIL = f"{VOICE}{{0,2}}{POLARITY}?(?:{FINITE}|{CONVERB}|{VERBAL_NOUN})"
NOUN_TAIL = NOMINAL_END


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
    """The stems of a lemma with the pattern of what may follow each.

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
        found.extend((verb[:-1] + high, "yor.*") for high in "ıiuü")
    return tuple(found)


def ascii_variants(words: frozenset[str]) -> frozenset[str]:
    """The words, and each as typed on a keyboard without Turkish letters."""
    table = str.maketrans("çğıöşü", "cgiosu")
    return words | {word.translate(table) for word in words}
