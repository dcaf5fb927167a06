"""Questions after a time, a number or a reason, and what an answer to one has or says instead; all patterns for folded text."""

from __future__ import annotations

from collections.abc import Iterable

from coach.expressions import compiled

TIME = {
    "en": r"\b(?:when|how (?:long|soon|fast|quick\w*)|what time|(?:which|what) (?:day|date))\b",
    "de": r"\b(?:wann|wie (?:lang\w*|schnell)|um wie ?viel uhr|welche[mnr]? (?:tag|datum|woche))\b",
    "ru": (
        r"\b(?:когда|как (?:долго|скоро|быстро)|сколько (?:\w+ )?(?:ждать|времени|дней|часов|недель)|до скольки|какого числа"
        r"|в какой день|(?:к|во) скольк\w+(?! (?:\w+ )?(?:обойд|стан|вста)\w*))\b"
    ),
    "tr": (
        r"\b(?:ne zaman\w*|ne gün|kaçta|saat kaç\w*|kaç(?:ıncı)? (?:gün|saat|dakika|hafta|ay)\w*|ne kadar (?:sür|zaman|bekle)\w*"
        r"|(?:hangi|ayın kaçı\w*) ?(?:gün|saat|tarih)?\w*te?)\b"
    ),
}
"""Questions after a time."""

NUMBER = {
    "en": r"\bhow (?:much|many|often)\b|\bwhat\b[^?]{0,30}\b(?:cost|price|fee|charge)\b",
    "de": r"\b(?:wie (?:viel\w*|oft|teuer|hoch)|was\b[^?]{0,30}\bkoste\w*)\b",
    "ru": r"\b(?:сколько|как часто|почём|какая цена|во сколько (?:\w+ )?(?:обойд|стан|вста)\w*)\b",
    "tr": r"\b(?:kaç\w*|ne kadar\w*|kaça|ücreti ne\w*)\b",
}
"""Questions after a sum or a number."""

MONEY = (
    r"(?:[€$£₺]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£₺]|(?:eur\w*|usd|gbp|dollars?|pounds?|cents?|руб\w*|тыс\w*|tl|lira\w*)\b))"
    r"(?:\s(?:(?:a|per|each|im|pro|je|в|за)\s)?(?:month|week|year|day|monat|woche|jahr|tag|месяц|неделю|год|день|ay|aylık"
    r"|yıl)\b)?"
)
"""A sum, by the month or not: no time."""

UNTIMED = (
    r"\b(?:24 ?/ ?7|7 ?/ ?24|(?:section|clause|version|absatz|abschnitt|ziffer|пункт\w*|версии?|madde\w*|sürüm\w*) ?\d[\d./]*)"
)
"""Figures that look like a time and are none: round the clock, and places in a contract."""

MOMENT = (
    r"\d\s?[./:–-]\s?\d|\d\.? ?[^\W\d_]|\b(?:today|tomorrow|tonight|now|soon|already|week\w*|month\w*|days?|hours?|minutes?"
    r"|year\w*|overnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|evening|noon|midnight"
    r"|as soon as|once|until|till|not sure|don'?t know|immediately|straight away"
    r"|heute|morgen|jetzt|gleich|bald|sobald|sofort|bereits|schon|woche\w*|monat\w*|tag|tage\w*|stunde\w*|minute\w*|jahr\w*|uhr"
    r"|weiß|termin\w*|montag\w*|dienstag\w*|mittwoch\w*|donnerstag\w*|freitag\w*|samstag\w*|sonntag\w*|mittag\w*|abend\w*|nacht"
    r"|rechtzeitig"
    r"|сегодня|завтра|сейчас|скоро|уже|сразу|недел\w*|месяц\w*|день|дня|дней|дням\w*|час\w*|минут\w*|лет|год\w*|не знаю|точн\w*"
    r"|срок\w*|понедельник\w*|вторник\w*|сред[уы]|четверг\w*|пятниц\w*|суббот\w*|воскресень\w*|утр\w+|вечер\w*|полдень|ночь\w*"
    r"|bugün|yarın|şimdi|hemen|birazdan|hafta\w*|ay|ayda|aylık|yıl\w*|gün\w*|saat\w*|dakika\w*|bilmiyor\w*|net|süre\w*"
    r"|pazartesi\w*|salı\w*|çarşamba\w*|perşembe\w*|cuma\w*|pazar\w*|sabah\w*|akşam\w*|öğle\w*)\b"
)
"""What an answer to a question after a time has, or says instead, in any of the languages."""

FIGURE = (
    r"\d|[€$£₺]|\b(?:free|charge|not sure|don'?t know|depends|one|two|three|four|five|six|ten|dozen|kostenlos|gratis|weiß"
    r"|ein\w*|zwei|drei|vier|fünf|бесплатн\w*|не знаю|одн\w+|один|два|две|три|ücretsiz\w*|bedava|bilmiyor\w*|bir|iki|üç|dört)\b"
)
"""What an answer to a question after a number has, or says instead."""


REASON = r"\b(?:why|how come|warum|wieso|weshalb|почему|зачем|neden|niye|niçin)\b"
"""Questions after a reason, in any of the languages."""

BECAUSE = (
    r"\b(?:because|since|due to|so that|as we|wegen|weil|aufgrund|damit|deshalb|потому|из-за|поскольку|так как|чтобы|dolayı"
    r"|yüzünden|çünkü|için|nedeni\w*|sebeb\w*)\b"
)
"""What an answer to one has."""


def measured(question: str, lang: str) -> bool:
    """Whether a folded question is one after a time or a number."""
    return bool(kind_of(question, lang))


def kind_of(question: str, lang: str) -> str:
    """What a folded question is after: "time", "number", or "" for anything else."""
    if compiled(TIME[lang]).search(question):
        return "time"
    return "number" if compiled(NUMBER[lang]).search(question) else ""


def measure_given(question: str, answers: Iterable[str], lang: str) -> bool:
    """Whether folded answers have a time where a folded question is after one, or a number, or a reason; of no other question."""
    if compiled(REASON).search(question):
        return any(map(compiled(BECAUSE).search, answers))
    kind = kind_of(question, lang)
    if kind == "time":
        return any(compiled(MOMENT).search(compiled(f"{MONEY}|{UNTIMED}").sub(" ", answer)) for answer in answers)
    return kind == "number" and any(compiled(FIGURE).search(answer) for answer in answers)
