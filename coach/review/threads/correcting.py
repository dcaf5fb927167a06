"""How customers put a name right with which they were addressed: they say their own again, in so many words ("it's Niamh") or
alone in its clause ("Zeliha. 21-B, as I said"), and not where a letter is signed.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher

from coach.expressions import compiled
from coach.languages import language
from coach.rules.thread import begin_alike, without_accents
from coach.texts import Passage

WORD = r"[^\W\d_]{2,}(?:-[^\W\d_]+)*?"

BEFORE = {
    "en": r"(?:it'?s|it is|i'?m|i am|(?:my )?name(?:'?s| is)|that'?s|called|spelled|spelt)",
    "de": (
        r"(?:ich heiße|heiße(?: ich)?|(?:ich )?bin(?: (?:der|die|ich))?|(?:mein )?name (?:ist|lautet)"
        r"|getauft (?:bin ich )?(?:\w+ )?auf)"
    ),
    "ru": r"(?:я|это|меня зовут|меня (?:\w+ )?звать|зовут|фамилия|имя|отчество|а)",
    "tr": r"(?:ben|adım|ismim|soyadım|adım soyadım|isim)",
}
"""What stands before one's own name; folded."""

BEHIND = {
    "en": r"(?:,? (?:by the way|actually|not|with (?:an?|one|two|a single)|without|one|two|please|if you please|here)\b)",
    "de": r"(?:,? (?:ohne|mit|nicht|hier|übrigens|bitte|wenn (?:es|ich bitten)|heiße|ist mein)\b)",
    "ru": r"(?:,? (?:я|через|с|без|а не|не|меня зовут|зовут|кстати|вообще-то|пожалуйста)\b)",
    "tr": r"(?:'?[ıiuü]m|,? (?:ben|benim|değil|olacak|lütfen|kardeşim|adım|bu arada)\b)",
}
"""What stands behind it; folded."""

TITLES = r"(?:mr|mrs|ms|miss|dr|herr|herrn|frau|господин|госпожа|г-н|г-жа)\.? \Z"
"""Behind these stands a surname, of which a first name is no correction; folded."""

CLAUSES = r"[^,;:!?()\n—–.]+"

SURNAME = 0.5
"""So much must a surname share with the own name that puts it right."""


def corrects(passage: Passage, greeted: str, before: str, own: Collection[str]) -> str:
    """The own name with which a turn puts right the name `greeted`, "" for none; `before` is the folded text in front of that.

    `own` are the names that the customer has said, as written.
    """
    titled = bool(compiled(TITLES).search(before))
    for name in own:
        if may_be(greeted, name, titled=titled) and says(passage, name):
            return name
    return ""


def may_be(greeted: str, name: str, *, titled: bool) -> bool:
    """Whether one name may have been written for the other: they begin alike, and none is the beginning of the other."""
    some, others = without_accents(greeted.casefold()), without_accents(name.casefold())
    if not begin_alike(some, others) or some.startswith(others) or others.startswith(some):
        return False
    return not titled or SequenceMatcher(None, some, others).ratio() >= SURNAME


def says(passage: Passage, name: str) -> bool:
    """Whether a turn says a name of the customer's own, which is not how it is signed."""
    lang, folded = passage.lang, passage.folded
    own = language(lang).fold(name)
    if own not in folded:
        return False
    for way in (rf"\b{BEFORE[lang]} ({WORD})\b", rf"\b({WORD}){BEHIND[lang]}"):
        if any(match[1] == own for match in compiled(way).finditer(folded)):
            return True
    clauses = [clause.strip(" \"'«»„“”") for clause in compiled(CLAUSES).findall(folded)]
    clauses = [clause for clause in clauses if compiled(r"\w").search(clause)]
    return own in (clauses if len(clauses) == 1 else clauses[:-1])
