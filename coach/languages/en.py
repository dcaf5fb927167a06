"""English: contractions with and without an apostrophe, British and American spelling left to the phrasebooks."""

from __future__ import annotations

from collections.abc import Iterator

from coach.expressions import compiled
from coach.languages.base import Address, Language, fold, strip_invisible, with_ending, without_runs

REAL_WITHOUT_APOSTROPHE = frozenset(
    {"we'll", "we're", "he'll", "she'll", "i'll", "she'd", "we'd", "i'd", "it's", "he'd", "who're"}
)
"""Contractions that are another word without their apostrophe (well, were, ill ...): only the apostrophe tells them."""


def weaker(word: str) -> Iterator[str]:
    """The word without its possessive or drawn-out letters."""
    if "'" in word:
        yield word.partition("'")[0]
    yield from without_runs(word)


def spellings(word: str) -> Iterator[str]:
    """A contraction is found without its apostrophe too, unless that is another word."""
    yield word
    if "'" in word and word not in REAL_WITHOUT_APOSTROPHE:
        yield word.replace("'", "")


DOUBLED = (
    r"(?i)(?:[^aeiou]*(?:qu)?[aeiou]|(?:re|trans|pre|de|in|con)f[e]|(?:com|per|ad|sub|o|trans|re)mi|begi|forge|upse|outpu|inpu|trave|cance|labe"
    r"|expe|compe|rebe|contro|patro|occu|equi|debu|rese|reru|unzi|unplu|unpi|unwra|offse|outbi|prese|refi)[bdfgklmnprtv]"
)
"""Verbs that double their last letter before -ing: one short vowel before one consonant, and those stressed at the end. (British:
travelling, cancelling.)"""


def inflect(word: str, old: str, new: str) -> str:
    """The word with another ending; before a bare `ing` it is spelled as it should be: making, lying, planning, opening."""
    if old or new != "ing":
        return with_ending(word, old, new)
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return f"{word[:-1]}ing"
    return f"{word}{word[-1] if compiled(DOUBLED).fullmatch(word) else ''}ing"


ENGLISH = Language(
    code="en",
    name="English",
    fold=fold,
    key=strip_invisible,
    weaker=weaker,
    spellings=spellings,
    abbreviations=frozenset(
        (
            "mr mrs ms dr prof st no nr vs approx dept ext jr sr inc ltd co eg ie etc ref tel fig jan feb apr "
            "aug sept oct nov dec"
        ).split()
    ),
    ordinal_dot=False,
    function_words=frozenset(
        "the a an and or but of to in on at for with from by is are was were be been am do does did have has had will would can "
        "could should may might i you he she it we they me him her us them my your his its our their this that these those "
        "what which who when where why how not no yes if so as than then there here please thank thanks hello hi dear sorry "
        "just about into out up any some all more your you're i'm i'll we're we'll it's don't can't i've get got let".split()
    ),
    openers=frozenset(
        (
            "each every both either neither some many most few such since until once before after while because though "
            "although unless give send tell let ask take make keep call try use pay book fill sign read open close bring "
            "show wait order return today tomorrow yesterday tonight now soon later next last only even also still again "
            "during without within under over between through against along around behind near our your their"
        ).split()
    ),
    formal=Address(frozenset()),
    informal=Address(frozenset()),
    inflect=inflect,
)
