"""A noun behind a number that is a placeholder: it is written for some numbers and does not fit the others.

The dictionaries (simplemma 0.2 s en, 0.8 s de; pymorphy3 0.1 s) are loaded with the first noun that has to be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from coach.expressions import compiled
from coach.languages import language
from coach.languages.forms import analyser
from coach.sources.placeholders import Placeholder

WORD = r"[ \t\u00a0\u202f]+([^\W\d_]+(?:-[^\W\d_]+)*)(?![\w(/*:'’])"
"""The next word; "item(s)", "item/s" and "Kund*innen" fit every number, or are not for this rule."""

RANGE = r"(?:[\d}\]>%]\s*(?:-|–|—|\.\.+)|[\d}\]>%]\s+(?:to|or|and|bis|oder|und|до|или|и|ila|veya|ile))\s*$"
"""In front of the last number of a range, which is more than one."""

NAMED = r"(?:#|№|\b(?:no|nr|number|nummer|order|ticket|room|номер|заказ\w*|sipariş|numara\w*))[.:]?\s*$"
"""In front of a number that is a name: order 12."""

UNITS = {
    "en": {
        "day": "days", "hour": "hours", "minute": "minutes", "week": "weeks", "month": "months", "year": "years", "item": "items",
    },
    "de": {
        "Tag": "Tage", "Werktag": "Werktage", "Stunde": "Stunden", "Minute": "Minuten", "Woche": "Wochen", "Monat": "Monate",
        "Jahr": "Jahre", "Nachricht": "Nachrichten", "Punkt": "Punkte",
    },
    "ru": {"день": "дни", "час": "часы", "минута": "минуты", "неделя": "недели", "месяц": "месяцы", "сутки": "сутки"},
    "tr": {"gün": "günler", "saat": "saatler", "dakika": "dakikalar", "hafta": "haftalar", "ay": "aylar", "yıl": "yıllar"},
}  # fmt: skip
"""What is counted so often that a placeholder in front of it is a number, whatever its name."""

IRREGULAR = {"people": "person", "children": "child", "men": "man", "women": "woman"}
VERBS = frozenset(
    "arrives contains includes costs gives takes makes leaves starts ends expires remains needs seems shows comes goes".split()
)
"""What looks like a plural behind a number that is none of many."""

MODIFIERS = {
    "en": "business working calendar full new more other open unread loyalty bonus free extra additional remaining".split(),
    "tr": "iş yeni adet tane farklı açık ek ücretsiz okunmamış".split(),
}
TURKISH_PLURAL = r"([a-zçğıöşü]{2,})l[ae]r(?:[ıiuüae]\w*|d[ae]\w*|l[ae]|in\w*)?"
TURKISH_VERB = r"(?:yor|[dt][ıiuü]|m[ıiuü]ş|[ae]c[ae]k|m[ae]l[ıi])l[ae]r$|^(?:dolar|bunlar|şunlar|onlar)"
GENITIVE = frozenset(
    "до от после около более менее свыше без из для течение протяжении позднее меньше больше дольше раньше".split()
)
ACCUSATIVE = frozenset("через за на в спустя".split())

Told = tuple[str, int]
"""What goes wrong, "" if nothing, and where behind the placeholder."""


def disagreement(placeholder: Placeholder, before: str, behind: str, lang: str) -> Told:
    """What goes wrong between a number and the noun behind it on the line."""
    if lang not in NOUNS or placeholder.type not in ("number", "text", "time") or not compiled(WORD).match(behind):
        return "", 0
    if compiled(RANGE).search(before) or compiled(rf"(?i){NAMED}").search(before):
        return "", 0
    words: list[re.Match[str]] = []
    while len(words) < 3 and (word := compiled(WORD).match(behind, words[-1].end() if words else 0)):
        words.append(word)
    told = NOUNS[lang](words, before, placeholder.type == "number", behind)
    return told if told[0] else ("", 0)


def english(words: Sequence[re.Match[str]], before: str, is_number: bool, behind: str) -> Told:
    """1 days; 2 day at the end of a phrase."""
    noun = after_modifiers(words, "en")
    word = noun[1].lower() if noun else ""
    if not noun or not (is_number or word in UNITS["en"] or word in UNITS["en"].values()):
        return "", 0
    plural = UNITS["en"].get(word, "")
    if plural and at_end(behind[noun.end() :], "en"):
        return told("2", behind, noun, f"1 {word}, 2 {plural}")
    singular = (
        singular_of(word, "en") if word.endswith("s") and not word.endswith(("ss", "us", "is")) else IRREGULAR.get(word, "")
    )
    if singular in ("", word) or word in language("en").function_words | VERBS or len(word) < 4:
        return "", 0
    return told("1", behind, noun, f"1 {singular}, 2 {word}")


def german(words: Sequence[re.Match[str]], before: str, is_number: bool, behind: str) -> Told:
    """1 Tage; 2 Tag."""
    noun = next((word for word in words if word[1][0].isupper()), None)
    between = [word[1] for word in words if noun is None or word.start() < noun.start()]
    if not noun or not language("de").function_words.isdisjoint(between):
        return "", 0
    word = noun[1]
    plural = UNITS["de"].get(word, "")
    if plural:
        return told("2", behind, noun, f"1 {word}, 2 {plural}") if at_end(behind[noun.end() :], "de") else ("", 0)
    singular = singular_of(word, "de")
    if singular == word or not singular[:1].isupper() or not word.endswith(("e", "n", "r", "s")):
        return "", 0
    return told("1", behind, noun, f"1 {singular}, 2 {word}") if is_number or singular in UNITS["de"] else ("", 0)


def russian(words: Sequence[re.Match[str]], before: str, is_number: bool, behind: str) -> Told:
    """2 дней, 5 день: the noun has three forms."""
    for word in words:
        readings = [one for one in analyser().parse(word[1]) if one.is_known]
        nouns = [one for one in readings if one.tag.POS == "NOUN"]
        described = any(one.tag.POS in ("ADJF", "PRTF") for one in readings) and word is not words[-1]
        if described:
            continue
        if not nouns or readings[0].tag.POS != "NOUN" or any({"Fixd", "Abbr"} & one.tag.grammemes for one in nouns):
            return "", 0
        if not (is_number or nouns[0].normal_form in UNITS["ru"]):
            return "", 0
        forms = russian_forms(nouns[0], before)
        wrong = next((number for number, form in forms.items() if form != word[1].lower()), "")
        if not wrong:
            return "", 0
        return told(wrong, behind, word, ", ".join(f"{number} {form}" for number, form in forms.items()))
    return "", 0


def russian_forms(noun: Any, before: str) -> dict[str, str]:
    """The forms of a noun with 1, 2 and 5, in the case that the word in front of the number asks for."""
    last = compiled(r"([а-яё]+)\s*$").search(before.lower())
    asking = last[1] if last else ""
    if asking in GENITIVE:
        one, many = noun.inflect({"sing", "gent"}), noun.inflect({"plur", "gent"})
        return {"1": one.word, "2": many.word, "5": many.word} if one and many else {}
    base = noun.inflect({"sing", "accs" if asking in ACCUSATIVE else "nomn"})
    return {number: base.make_agree_with_number(int(number)).word for number in ("1", "2", "5")} if base else {}


def turkish(words: Sequence[re.Match[str]], before: str, is_number: bool, behind: str) -> Told:
    """5 günler: behind a number there is no plural."""
    noun = after_modifiers(words, "tr")
    word = noun[1].replace("İ", "i").replace("I", "ı").lower() if noun else ""
    plural = compiled(TURKISH_PLURAL).fullmatch(word)
    if not noun or not plural or compiled(TURKISH_VERB).search(word):
        return "", 0
    if not is_number and plural[1] not in UNITS["tr"]:
        return "", 0
    return told("5", behind, noun, f"1 {plural[1]}, 5 {plural[1]}: no plural behind a number")


NOUNS: dict[str, Callable[[Sequence[re.Match[str]], str, bool, str], Told]] = {
    "en": english, "de": german, "ru": russian, "tr": turkish,
}  # fmt: skip


def told(number: str, behind: str, noun: re.Match[str], forms: str) -> Told:
    """The message for a noun: what is read with a number, and the forms that it should have."""
    return f'with {number} this reads "{number}{behind[: noun.end()]}"; the forms are {forms}', noun.start(1)


def after_modifiers(words: Sequence[re.Match[str]], lang: str) -> re.Match[str] | None:
    """The first word that is no common modifier: days in business days."""
    return next((word for word in words if word[1].lower() not in MODIFIERS[lang]), None)


def at_end(behind: str, lang: str) -> bool:
    """Whether a phrase ends here, so that the word before is no part of a compound (a 2 day trial)."""
    following = compiled(WORD).match(behind)
    return following[1].lower() in language(lang).function_words if following else not compiled(r"-\w").match(behind)


@cache
def lemmatizer() -> Any:
    """simplemma's lemmatizer (untyped), with the compact dictionaries."""
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(low_memory=True))


def singular_of(word: str, lang: str) -> str:
    """The dictionary form of a noun."""
    return str(lemmatizer().lemmatize(word, lang))
