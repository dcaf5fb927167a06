"""Sentence boundaries by rule: what ends a sentence in each language, and which full stops do not.

spaCy's own sentencizer splits at every full stop that is a token of its own ("т. д.", "No. 5"). Here a full stop after an
abbreviation, an ordinal, an initial or the number of a list item is looked at together with the word that follows.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from spacy.language import Language as Pipeline
from spacy.tokens import Doc
from spacy.util import get_lang_class

from coach.languages import language
from coach.languages.base import Language

NEVER_LAST = {
    "en": "mr mrs ms dr prof eg ie vs approx dept",
    "de": "dr prof dipl ing hr hrn fr fam zb bspw dh ca ggf evtl vgl nr idr og sog bzgl bzw inkl exkl zzgl abzgl max gem geb ho",
    "ru": "ул д кв корп стр пр им см рис тел эл доб те тк тн тыс млн млрд напр макс гос",
    "tr": "dr prof doç av sn bkz örn no cad sok mah apt yrd öğr gör arş md müd tc ör tel",
}
"""Abbreviations that something always follows: a name, a number, an example. Written without full stops and blanks."""

MAYBE_LAST = {
    "en": "am pm etc inc ltd co corp us usa uk mon tue tues wed thu thur thurs fri sat sun jun jul sep",
    "de": "dm dj usw ua uä uvm etc jh std mio inc ltd co corp",
    "ru": "тд тп др г гг руб коп тч",
    "tr": "vb vs ltd şti aş inc co corp",
}
"""Abbreviations that a sentence may end with: it does where the next word looks like a beginning."""

ALSO_WORDS = {
    "en": "no ext ref fig st",
    "de": "so do mi art st mind",
    "ru": "час ок вс ср п",
    "tr": "sok mah",
}
"""Abbreviations that are spelled like a word: taken for one unless a number follows ("No. 5", "The answer is no.")."""

SHORT_ENDINGS = {"de": ("str", "nr", "tel")}
"""What the last part of a compound is shortened to: Hauptstr., Bestellnr."""

ORDINAL_NAMES = frozenset(
    ["sokak", "sok", "cadde", "cad", "kat", "madde", "blok", "etap", "bölge", "levent", "lig", "noter", "dünya"]
)
"""What has a Turkish ordinal in its name: 3. Sokak, 25. Madde."""

START, NO_START = 1, (1 << 64) - 1
"""How spaCy's arrays, which are unsigned, write that a token starts a sentence (1) or does not (-1)."""

ENDERS = frozenset("!?‼⁇⁈⁉？！")
DOTS = frozenset(".…")
SMILEYS = frozenset({"So", "Sk", "Mn", "Cf"})
"""Unicode categories of emoji and of what they are joined and coloured with."""


class Book:
    """What the boundary rules know of one language."""

    def __init__(self, code: str) -> None:
        record: Language = language(code)
        self.fold = record.fold
        self.ordinal_dot = record.ordinal_dot
        self.nouns_are_capitalised = code == "de"
        self.never = frozenset(NEVER_LAST[code].split())
        self.words = frozenset(ALSO_WORDS[code].split())
        self.maybe = frozenset(MAYBE_LAST[code].split()) | {word.replace(".", "") for word in record.abbreviations}
        self.endings = SHORT_ENDINGS.get(code, ())
        self.starters = frozenset(get_lang_class(code).Defaults.stop_words) | record.function_words
        self.place_before_name = "г" if code == "ru" else ""

    def starts_sentence(self, word: str) -> bool:
        """Whether a word, as it is written, is more likely the first of a sentence than the next one."""
        return word[:1].isupper() and (not self.nouns_are_capitalised or self.fold(word) in self.starters)


@cache
def book(code: str) -> Book:
    """The rules of a language, made once."""
    return Book(code)


@Pipeline.factory("coach_sentences", assigns=["token.is_sent_start", "doc.sents"], default_config={"lang": "en"})
def coach_sentences(nlp: Pipeline, name: str, lang: str) -> SentenceRules:
    """The component under the name by which a pipeline asks for it."""
    return SentenceRules(lang)


class SentenceRules:
    """Marks every token of a Doc as the first of a sentence or not. A Doc is one block (see `tidy`): it starts a sentence."""

    def __init__(self, lang: str) -> None:
        self.book = book(lang)

    def __call__(self, doc: Doc) -> Doc:
        """Called by the pipeline, once a block."""
        texts = [token.text for token in doc]
        spaced = [bool(token.whitespace_) for token in doc]
        ended = True
        marks = doc.to_array("SENT_START")
        for at, text in enumerate(texts):
            first = at == 0 or (ended and not _trails(text, spaced[at - 1]))
            marks[at] = START if first else NO_START
            ended = (ended and not first) or _ends(self.book, texts, spaced, at)
        # All at once: setting Token.is_sent_start looks through the whole Doc each time.
        return doc.from_array("SENT_START", marks)  # type: ignore[arg-type]  # the stubs of the two do not agree


def _trails(text: str, after_blank: bool) -> bool:
    """Whether a token after the end of a sentence still belongs to it: a closing quote or bracket, another "!", a smiley."""
    if any(letter.isalnum() for letter in text):
        return False
    if not after_blank or text[0] in ENDERS or text[0] in DOTS:
        return True
    return (len(text) > 1 and text[0] in ":;=") or all(unicodedata.category(letter) in SMILEYS for letter in text)


def _ends(rules: Book, texts: list[str], spaced: list[bool], at: int) -> bool:
    """Whether the sentence is over after the token at `at`."""
    text = texts[at]
    if text[-1] not in ENDERS and text[-1] not in DOTS:
        return False
    following = next((index for index in range(at + 1, min(at + 8, len(texts))) if texts[index][0].isalnum()), None)
    word = texts[following] if following is not None else ""
    if word and not any(spaced[at:following]) and not word[0].isupper():
        return False  # a part of something longer: a version, a file name, a web address
    if text[-1] in ENDERS:
        # Direct speech goes on: "How long?" she asked. Press "Forgot?", then wait.
        quoted = following is not None and following > at + 1 and not spaced[at]
        return not (quoted and ("," in texts[at:following] or (word[:1].islower() and following == at + 2)))
    if not any(letter.isalnum() for letter in text):
        if len(text) > 1 or text == "…":
            return not word or word[0].isupper()
        if at == 0 or spaced[at - 1]:
            return True
        return _dot_ends(rules, texts, spaced, at - 1, texts[at - 1], word)
    return _dot_ends(rules, texts, spaced, at, text[:-1], word)


def _dot_ends(rules: Book, texts: list[str], spaced: list[bool], at: int, stem: str, word: str) -> bool:
    """Whether a full stop ends the sentence that stands after `stem`, the token at `at`, and before `word`."""
    if not word:
        return True
    short = stem.isdigit() or len(stem) == 1
    if at == 0 and short and not rules.starts_sentence(stem):
        return False  # the number of a list item
    if stem.isdigit():
        return _number_ends(rules, texts, at, stem, word)
    letters = _abbreviation(rules, texts, spaced, at, stem)
    if letters in rules.words and not (len(stem) == 2 and stem.istitle() and not rules.starts_sentence(word)):
        return not word[0].isdigit()
    if letters == rules.place_before_name and not (at and texts[at - 1][-1].isdigit()):
        return False  # г. Москва, but: в 2024 г. Мы
    if letters in rules.never:
        return False
    if letters in rules.maybe or letters.endswith(rules.endings) or "." in stem or (texts[at] != stem and len(stem) > 1):
        return rules.starts_sentence(word)
    if len(stem) == 1 and stem.isalpha():
        return stem == "I" or (word[0].isupper() and rules.fold(word) in rules.starters)  # J. Smith, but: plan B. Then we ...
    return True


def _number_ends(rules: Book, texts: list[str], at: int, number: str, word: str) -> bool:
    """Whether a number with a full stop is the last word: "3. März" and "3. katta" go on, "im Jahr 2024. Die" does not."""
    if not rules.ordinal_dot:
        return not word[0].isdigit() or at == 0
    if len(number) > 3 or not rules.nouns_are_capitalised:
        return word[0].isupper() and rules.fold(word) not in ORDINAL_NAMES
    return rules.starts_sentence(word)


def _abbreviation(rules: Book, texts: list[str], spaced: list[bool], at: int, stem: str) -> str:
    """The letters of an abbreviation that may be spread over tokens: "z. B." -> zb, "т. д." -> тд, "e.g." -> eg."""
    letters = stem.replace(".", "")
    while len(letters) < 4 and len(stem) == 1:
        if at >= 1 and len(texts[at - 1]) == 2 and texts[at - 1][1] == "." and texts[at - 1][0].isalpha():
            at -= 1
        elif at >= 2 and texts[at - 1] == "." and len(texts[at - 2]) == 1 and texts[at - 2].isalpha() and not spaced[at - 2]:
            at -= 2
        else:
            break
        letters = texts[at][0] + letters
    return rules.fold(letters)
