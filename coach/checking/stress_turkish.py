"""A Turkish ending behind a placeholder: by vowel harmony it fits some values and not others."""

from __future__ import annotations

from coach.expressions import compiled
from coach.languages.turkish import attach, spoken_end
from coach.sources.placeholders import Placeholder

ENDINGS = {
    "(n)In": r"n?[ıiuü]n", "(y)I": r"y?[ıiuü]", "(s)I": r"s[ıiuü]", "(y)A": r"y?[ae]", "DA": r"[dt][ae]", "DAn": r"[dt][ae]n",
    "DAki": r"[dt][ae]ki", "(y)lA": r"(?:y?l[ae])", "(I)ncI": r"[ıiuü]?nc[ıiuü]", "lI": r"l[ıiuü]", "lIk": r"l[ıiuü]k",
    "sIz": r"s[ıiuü]z", "lAr": r"l[ae]r",
}  # fmt: skip
"""Endings in archiphonemes (see `coach.languages.turkish`), and how each may be written."""

VALUES = {
    "name": ("Ayşe", "Ahmet", "Oğuz", "Gülten Işık"),
    "first_name": ("Ayşe", "Ahmet", "Oğuz", "Işıl"),
    "company": ("Deniz Gıda", "Yıldız Market", "Ege Süt"),
    "number": ("1", "3", "5", "6", "21", "1000"),
    "money": ("99 TL", "1.250 TL"),
    "date": ("15 Mart 2026", "3 Mayıs 2027", "10 Ocak 2028"),
    "time": ("9.30", "14.00", "16.15"),
    "text": ("kargo", "okul", "bilet", "ütü"),
}


def wrong_ending(placeholder: Placeholder, behind: str) -> str:
    """What goes wrong with the ending directly behind a placeholder, "" where there is none or it fits every value."""
    written = compiled(r"['’]?([a-zçğıöşü]{1,5})(?!\w)").match(behind)
    if not written:
        return ""
    pattern = next((ending for ending, spelling in ENDINGS.items() if compiled(spelling).fullmatch(written[1])), "")
    for value in VALUES.get(placeholder.type, ()) if pattern else ():
        heard = spoken_end(value)
        right = attach(heard, pattern, noun=False)[len(heard) :]
        if right and right != written[1]:
            mark = written[0][: -len(written[1])]
            return (
                f'with "{value}" this reads "{value}{written[0]}" instead of "{value}{mark}{right}"; '
                "an ending behind a placeholder does not fit every value, so let a word of your own take it"
            )
    return ""
