"""Numbers as they are written in four languages: digits with points and commas, and the words that deadlines are made of."""

from __future__ import annotations

from coach.expressions import compiled

WORDS: dict[str, dict[str, float]] = {
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
    },
    "de": {
        "eins": 1, "zwei": 2, "zweier": 2, "drei": 3, "dreier": 3, "vier": 4, "fünf": 5, "fuenf": 5, "sechs": 6, "sieben": 7,
        "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12, "vierzehn": 14, "fünfzehn": 15, "zwanzig": 20,
        "dreißig": 30, "dreissig": 30, "sechzig": 60, "neunzig": 90,
    },
    "ru": {
        "один": 1, "одна": 1, "одно": 1, "одного": 1, "одной": 1, "одних": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3,
        "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8,
        "девять": 9, "девяти": 9, "десять": 10, "десяти": 10, "одиннадцать": 11, "одиннадцати": 11, "двенадцать": 12,
        "двенадцати": 12, "четырнадцать": 14, "четырнадцати": 14, "пятнадцать": 15, "пятнадцати": 15, "двадцать": 20,
        "двадцати": 20, "тридцать": 30, "тридцати": 30, "шестьдесят": 60, "шестидесяти": 60, "девяносто": 90, "девяноста": 90,
    },
    "tr": {
        "iki": 2, "üç": 3, "dört": 4, "beş": 5, "altı": 6, "yedi": 7, "sekiz": 8, "dokuz": 9, "on": 10, "on bir": 11,
        "on iki": 12, "on dört": 14, "on beş": 15, "yirmi": 20, "otuz": 30, "altmış": 60, "doksan": 90,
        "yirmi dört": 24, "kırk sekiz": 48,
    },
}  # fmt: skip
"""Folded. The Turkish for one is left out: bir is the indefinite article."""

ONE = {
    "en": r"(?:(?<=\bwithin )|(?<=\bup to )|(?<=\bafter )|(?<=\bin ))an?",
    "de": r"(?:(?<=innerhalb )|(?<=innerhalb von )|(?<=binnen )|(?<=\bnach )|(?<=\bin ))eine[rsm]",
    "ru": r"(?<=в течение )(?=[^\W\d])",
    "tr": r"bir(?=\s(?:hafta|ay|yıl|iş günü)|\s(?:gün|saat) içinde)",
}
"""An article that counts, "within a week", and the Russian «в течение недели», where nothing stands for it."""

DIGITS = r"\d+(?:[.,]\d{1,2}(?!\d))?"
GROUPED = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
CASE = {"ru": r"(?:-?(?:х|ти|ми|и|го|й)(?!\w))?"}
"""What Russian hangs on digits: 2-х, 5-ти."""


def pattern(code: str) -> str:
    """An expression for a small number in a folded text of a language: digits or a word."""
    listed = "|".join(sorted(WORDS[code], key=len, reverse=True))
    return rf"(?:{DIGITS}{CASE.get(code, '')}|(?:{listed})\b|{ONE[code]})"


def small(written: str, code: str) -> float:
    """The value of a match of `pattern`."""
    digits = compiled(DIGITS).match(written)
    if digits:
        return float(digits[0].replace(",", "."))
    return WORDS[code].get(written, 1.0)


def amount(written: str) -> float:
    """The value of digits with separators: 1.000,50 and 1,000.50 are the same, three digits behind a single one are thousands."""
    plain = compiled(r"[^\d.,]").sub("", written)
    tail = compiled(r"[.,](\d{1,2})$").search(plain)
    whole = plain[: tail.start()] if tail else plain
    return float(f"{compiled(r'[.,]').sub('', whole)}.{tail[1] if tail else '0'}")
