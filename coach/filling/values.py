"""Values as people write them, read by type, and as a letter shows them in its language.

Dates, times, money, numbers and plurals are written by Babel, which knows each language's customs (Unicode CLDR).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from coach.errors import TemplateError
from coach.filling.names import parse as parse_name
from coach.filling.schema import Letter, Variable, Written

LONGEST = 2000
"""Characters of one value."""

MOST = 50
"""Values of one list."""

GENDERS = {"female": "f", "male": "m"}
"""What the variable `gender` says of a person, where the name does not."""

CURRENCIES = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "₽": "RUB",
    "₺": "TRY",
    "tl": "TRY",
    "руб": "RUB",
    "р": "RUB",
    "euro": "EUR",
    "fr": "CHF",
}
MONEY = re.compile(
    r"(?P<before>[A-Za-z]{3}|[€$£₽₺])?\s*(?P<amount>\d[\d., \u00a0\u202f]*?)\s*(?P<behind>[A-Za-zА-я]{1,4}\.?|[€$£₽₺])?"
)
DATES = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y")
TIMES = ("%H:%M", "%H.%M", "%I:%M %p", "%I %p")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Day(NamedTuple):
    """A date; as text "15 March 2026" in the custom of the language."""

    value: date
    lang: str

    def __str__(self) -> str:
        return self.shown("long")

    def shown(self, pattern: str) -> str:
        """By a style or pattern of Babel's: "long", "EEEE" (the weekday), "d MMMM"."""
        from babel.dates import format_date

        written = YEAR_IN_WORDS if self.lang == "ru" and pattern == "long" else pattern
        return format_date(self.value, written, locale=LOCALES[self.lang])


class Clock(NamedTuple):
    """A time of day; as text "14:30"."""

    value: time
    lang: str

    def __str__(self) -> str:
        from babel.dates import format_time

        if self.lang == "en":
            if self.value in NAMED:
                return NAMED[self.value]
            shown = format_time(self.value, "h:mm a" if self.value.minute else "h a", locale="en")
            return shown.replace("AM", "a.m.").replace("PM", "p.m.")
        return format_time(self.value, CLOCKS[self.lang], locale=LOCALES[self.lang])


class Amount(NamedTuple):
    """Money; as text "12,50 €". Whole amounts are written without hundredths, Turkish lira as people write them."""

    value: Decimal
    currency: str
    lang: str

    def __str__(self) -> str:
        from babel.numbers import format_currency

        whole = self.value == self.value.to_integral_value()
        pattern = PATTERNS[self.lang == "en"].replace(".00", "") if whole else PATTERNS[self.lang == "en"]
        shown = format_currency(self.value, self.currency, pattern, LOCALES[self.lang], currency_digits=not whole)
        return shown.replace("₺", "TL") if self.lang == "tr" else shown


PATTERNS = ("#,##0.00\u00a0¤", "¤#,##0.00")
"""Money with its sign behind the amount, and before it."""


class Count(Decimal):
    """A number; as text with the language's separators."""

    lang: str

    def __new__(cls, value: Decimal, lang: str) -> Count:
        """The number, and the language it is written in."""
        made = super().__new__(cls, value)
        made.lang = lang
        return made

    def __str__(self) -> str:
        from babel.numbers import format_decimal

        return format_decimal(Decimal(self), locale=LOCALES[self.lang])


YEAR_IN_WORDS = "d MMMM y 'года'"
"""The Russian long date ends in г., whose full stop would end the sentence."""

NAMED = {time(12): "noon", time(0): "midnight"}
"""The times that English names, because nobody is sure of 12 p.m."""

CLOCKS = {"de": "HH:mm", "ru": "HH:mm", "tr": "HH.mm"}
LOCALES = {"en": "en_GB", "de": "de_DE", "ru": "ru_RU", "tr": "tr_TR"}


def read_all(letter: Letter, known: Mapping[str, Variable], given: Mapping[str, Written]) -> dict[str, Any]:
    """The values of a letter by name, of the right type; what is missing and needs not be there is None.

    Raises TemplateError for the first that is missing, unknown, empty or of another type.
    """
    for name in given:
        if name not in known:
            raise TemplateError(f"{letter.name} takes no {name!r}", hint=f"it takes {', '.join(known)}")
    gender = GENDERS.get(str(given.get("gender")), "")
    found: dict[str, Any] = {}
    for name, variable in known.items():
        value = given.get(name)
        if value is None or value == "" or value == ():
            if variable.required:
                raise TemplateError(
                    f"{name} is missing{': ' + variable.help if variable.help else ''}",
                    where=variable.where,
                    hint=f"add --set {name}={example(variable)}",
                )
            value = variable.default
        found[name] = read(variable, value, letter.lang, gender)
    return found


def example(variable: Variable) -> str:
    """The example of a variable as it may be typed behind --set."""
    shown = variable.example[0] if isinstance(variable.example, tuple) else str(variable.example)
    return f'"{shown}"' if " " in shown else shown


def read(variable: Variable, value: Written, lang: str, gender: str = "") -> Any:
    """One value of the right type, None for none. Raises TemplateError that names the variable and what it should look like."""
    if value is None:
        return () if variable.many else None
    if variable.many:
        many = value if isinstance(value, tuple) else (value,)
        if len(many) > MOST:
            raise wrong(variable, f"has {len(many)} values", f"at most {MOST}")
        return tuple(read(variable._replace(many=False), one, lang, gender) for one in many)
    if isinstance(value, tuple):
        raise wrong(variable, "is one value, not a list", f"for example {example(variable)}")
    text = CONTROL.sub("", str(value)).strip()
    if not text:
        raise wrong(variable, "is empty", f"for example {example(variable)}")
    if len(text) > LONGEST:
        raise wrong(variable, f"is too long: {len(text)} characters", f"at most {LONGEST}")
    if variable.type == "text":
        return text
    if variable.type == "name":
        return parse_name(text, lang, gender)
    if variable.type == "choice":
        if text not in variable.choices:
            raise wrong(variable, f"cannot be {text!r}", f"choose one of {', '.join(variable.choices)}")
        return text
    readers = {"date": read_date, "time": read_time, "money": read_money, "number": read_number}
    found = readers[variable.type](text, lang)
    if found is None:
        raise wrong(variable, f"is no {variable.type}: {text!r}", f"for example {example(variable)}")
    return found


def wrong(variable: Variable, what: str, hint: str) -> TemplateError:
    """The error for a value."""
    return TemplateError(f"{variable.name} {what}", where=variable.where, hint=hint)


def read_date(text: str, lang: str) -> Day | None:
    """A date written 2026-03-15, 15.03.2026 or 15/03/2026."""
    for pattern in DATES:
        try:
            return Day(datetime.strptime(text, pattern).date(), lang)
        except ValueError:
            continue
    return None


def read_time(text: str, lang: str) -> Clock | None:
    """A time written 14:30, 14.30 or 2:30 pm."""
    for pattern in TIMES:
        try:
            return Clock(datetime.strptime(text.upper().replace("A.M.", "AM").replace("P.M.", "PM"), pattern).time(), lang)
        except ValueError:
            continue
    return None


def read_money(text: str, lang: str) -> Amount | None:
    """An amount with its currency: 12.50 EUR, €12.50, 12,50 €, 1 250 ₽, 99 TL."""
    match = MONEY.fullmatch(text)
    sign = match and (match["behind"] or match["before"])
    amount = decimal(match["amount"]) if match else None
    if not sign or amount is None:
        return None
    currency = CURRENCIES.get(sign.rstrip(".").lower(), sign.upper())
    return Amount(amount, currency, lang) if len(currency) == 3 and currency.isascii() else None


def read_number(text: str, lang: str) -> Count | None:
    """A number: 3, 1250, 0.5, 0,5."""
    value = decimal(text)
    return Count(value, lang) if value is not None else None


def decimal(text: str) -> Decimal | None:
    """A number with either decimal sign: the last one with one or two digits behind it; the others are of thousands."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    match = re.fullmatch(r"(-?\d[\d.,]*?)(?:[.,](\d{1,2}))?", plain)
    if not match:
        return None
    try:
        return Decimal(re.sub(r"[.,]", "", match[1]) + (f".{match[2]}" if match[2] else ""))
    except InvalidOperation:
        return None
