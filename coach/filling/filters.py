"""What a template may do with a value: the style of a date, the plural that a number asks for, cases and endings."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from coach.errors import TemplateError
from coach.filling.names import Person
from coach.filling.salutation import salutation as salute
from coach.filling.values import LOCALES, Clock, Count, Day
from coach.languages.casing import upper
from coach.languages.turkish import attach, spoken_end

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The plurals of the Unicode CLDR in their order."""

RUSSIAN_WEEKDAYS = (
    ("понедельник", "понедельника"), ("вторник", "вторника"), ("среду", "среды"), ("четверг", "четверга"), ("пятницу", "пятницы"),
    ("субботу", "субботы"), ("воскресенье", "воскресенья"),
)  # fmt: skip
"""The weekdays in the accusative and the genitive, which Babel does not know."""

CASES = {"gen": "GENITIVE", "dat": "DATIVE", "acc": "ACCUSATIVE", "ins": "INSTRUMENTAL", "loc": "PREPOSITIONAL"}


def day(value: Day) -> str:
    """A date without its year: 15 March."""
    return value.shown("d. MMMM" if value.lang == "de" else "d MMMM")


def weekday(value: Day) -> str:
    """A date with its weekday: Sunday, 15 March; Turkish: 15 Mart Pazar."""
    name = value.shown("EEEE")
    return f"{day(value)} {name}" if value.lang == "tr" else f"{name}, {day(value)}"


def on(value: Day | Clock) -> str:
    """When: on Sunday, 15 March; at 2:30 p.m.; am Sonntag, 15. März; во вторник, 17 марта; 14.30'da."""
    if isinstance(value, Clock):
        return {"en": f"at {value}", "de": f"um {hours(value)} Uhr", "ru": f"в {value}", "tr": ending(value, "DA")}[value.lang]
    if value.lang == "tr":
        return f"{weekday(value)} günü"
    if value.lang == "ru":
        name = RUSSIAN_WEEKDAYS[value.value.weekday()][0]
        return f"{'во' if name == 'вторник' else 'в'} {name}, {day(value)}"
    return f"{'am' if value.lang == 'de' else 'on'} {weekday(value)}"


def by(value: Day | Clock) -> str:
    """Until when: by Sunday, 15 March; bis 18 Uhr; до вторника, 17 марта; 15 Mart Pazar gününe kadar; 14.30'a kadar."""
    if isinstance(value, Clock):
        until = {
            "en": f"by {value}",
            "de": f"bis {hours(value)} Uhr",
            "ru": f"до {value}",
            "tr": ending(value, "(y)A") + " kadar",
        }
        return until[value.lang]
    if value.lang == "tr":
        return f"{weekday(value)} gününe kadar"
    if value.lang == "ru":
        return f"до {RUSSIAN_WEEKDAYS[value.value.weekday()][1]}, {day(value)}"
    return f"{'bis' if value.lang == 'de' else 'by'} {weekday(value)}"


def hours(value: Clock) -> str:
    """A German time before Uhr: 18, 14:30."""
    return str(value) if value.value.minute else str(value.value.hour)


def plural(value: Count, *forms: str) -> str:
    """A number with the form of a word that it asks for, in the order of the language's plurals: one, few, many, other."""
    from babel import Locale

    locale = Locale.parse(LOCALES[value.lang])
    wanted = locale.plural_form(Decimal(value))
    order: list[str] = [name for name in PLURALS if name in {*locale.plural_form.rules, "other"}]
    if not forms or len(forms) > len(order):
        raise TemplateError(f"plural takes up to {len(order)} forms in {value.lang}: {', '.join(order)}")
    return f"{value} {forms[min(order.index(wanted), len(forms) - 1)]}"


@pass_context
def capitalize(context: Context, value: Any) -> str:
    """A value with a capital first letter, the rest as it is."""
    text = str(value)
    return upper(text[:1], context["lang"]) + text[1:]


@pass_context
def salutation(context: Context, value: Person | None) -> str:
    """How the letter begins."""
    nobody = Person("", "", "", "", "", "")
    return salute(value or nobody, context["lang"], context["register"])


def case(value: Person, name: str) -> str:
    """A Russian name in a case (gen, dat, acc, ins, loc); a foreign name, or one of unknown gender, as it stands."""
    if name not in CASES:
        raise TemplateError(f"no case is called {name!r}", hint=f"known are {', '.join(CASES)}")
    from coach.filling.russian import decline

    return decline(value, CASES[name])


def ending(value: Any, suffix: str, apostrophe: bool = True) -> str:
    """A Turkish word with an ending in harmony with it: "Ayşe'ye", "15 Mart'ta", "14.00'te"; written with archiphonemes."""
    text = str(value)
    heard = spoken_end(text)
    whole = attach(heard, suffix, noun=False) if heard else ""
    if not whole:
        return f"{text}"
    return text + ("'" if apostrophe else "") + whole[len(heard) :]


FILTERS = {
    "day": day, "weekday": weekday, "on": on, "by": by, "plural": plural, "salutation": salutation, "case": case,
    "ending": ending, "capitalize": capitalize,
}  # fmt: skip
"""The filters of coach; of Jinja's own only `default`, `join`, `length`, `first`, `last`, `lower` and `upper`."""
