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
VOICELESS = frozenset("fstkçşhp")
JOINT = re.compile(r"\((\w)\)")
"""A joining letter at the start of an ending."""

SOFTENED = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}
SOFTENING_VERBS = frozenset({"git", "et", "tat", "güt", "dit", "kaydet", "affet", "reddet", "hisset", "seyret"})

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


def without_ending(word: str, ending: str) -> str:
    """What is left of a word without an ending written with archiphonemes; nothing where it does not end so."""
    pattern = "".join({"A": "[ae]", "I": "[ıiuü]", "D": "[dt]"}.get(sign, sign) for sign in ending)
    match = re.fullmatch(rf"(.*\w\w){pattern}", word)
    return match[1] if match else ""


def attach(stem: str, ending: str, *, noun: bool) -> str:
    """A stem with an ending written with archiphonemes, in harmony with its last vowel; nothing for a stem without a vowel.

    A letter in parentheses joins: a consonant stands behind a vowel only, a vowel behind a consonant only. Before a vowel git-
    and et- soften, and so does a `noun` of several syllables in p, ç or k; before -yor a and e narrow (başla-, başlıyor).
    """
    if not any(letter in VOWELS for letter in stem):
        return ""
    joined = JOINT.match(ending)
    if joined:
        needed = (joined[1] in "AI") != (stem[-1] in VOWELS)
        ending = (joined[1] if needed else "") + ending[joined.end() :]
        if not needed and ending.startswith("yor") and stem[-1] in "ae":
            ending, stem = "I" + ending, stem[:-1]
    if ending[:1] in ("A", "I", *VOWELS):
        stem = softened(stem, noun)
    for sign in ending:
        stem += harmonic(sign, stem)
    return stem


SPOKEN_DIGITS = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
SPOKEN_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
SPOKEN_ZEROS = {2: "yüz", 3: "bin", 4: "bin", 5: "bin", 6: "milyon"}
SPOKEN_LETTERS = {
    "TL": "tele",
    "KDV": "kadeve",
    "SMS": "semes",
    "PTT": "petete",
    "€": "avro",
    "₺": "lira",
    "$": "dolar",
    "%": "yüzde",
}


def spoken_end(text: str) -> str:
    """How the end of a text sounds, in small letters, so that an ending can follow it: a word, a number, a time, an amount.

    14.00 is heard as on dört, 14.30 as otuz, 1500 as beş yüz. Nothing where the sound is unknown.
    """
    last = text.split()[-1] if text.split() else ""
    if last in SPOKEN_LETTERS:
        return SPOKEN_LETTERS[last]
    clock = re.fullmatch(r"(\d{1,2})[.:](\d\d)", last)
    digits = (clock[1] if clock[2] == "00" else clock[2]) if clock else re.sub(r"[.,]", "", last)
    if digits.isdecimal():
        return spoken_number(digits.lstrip("0") or "0")
    word = last.replace("I", "ı").replace("İ", "i").lower()
    return word if word.isalpha() else ""


def spoken_number(digits: str) -> str:
    """The last word of a number."""
    zeros = len(digits) - len(digits.rstrip("0"))
    if digits == "0" or not zeros:
        return SPOKEN_DIGITS[int(digits[-1])]
    if zeros == 1:
        return SPOKEN_TENS[int(digits[-2])]
    return SPOKEN_ZEROS.get(zeros, "milyon")


def softened(stem: str, noun: bool) -> str:
    """A stem as it is before a vowel."""
    if noun:
        several = sum(letter in VOWELS for letter in stem) > 1
        return stem[:-1] + SOFTENED[stem[-1]] if several and stem[-1] in "pçk" else stem
    return stem[:-1] + "d" if stem.split()[-1] in SOFTENING_VERBS else stem


def harmonic(sign: str, stem: str) -> str:
    """The letter that an archiphoneme stands for behind a stem, a space for _; any other sign is itself."""
    if sign == "D":
        return "t" if stem[-1] in VOICELESS else "d"
    if sign == "_":
        return " "
    if sign not in "AI":
        return sign
    vowel = next((letter for letter in reversed(stem) if letter in VOWELS), "e")
    return HARMONY_I[vowel] if sign == "I" else "a" if vowel in BACK else "e"


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
