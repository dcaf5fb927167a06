"""What agents promise: who, by when; and what only looks like a promise."""

from __future__ import annotations

from datetime import datetime

import pytest

from coach.review.promises import promises
from coach.review.promises.sentences import spans
from coach.review.record import Promise

from .passages import passage
from .promised import MADE, SILENT, WHEN, Made, Silent

LANGUAGES = ("en", "de", "ru", "tr")


def found(text: str, lang: str, when: datetime | None = WHEN) -> tuple[Promise, ...]:
    return promises(3, passage(text, lang), when)


@pytest.mark.parametrize(("lang", "made"), [(lang, made) for lang in LANGUAGES for made in MADE[lang]])
def test_a_promise_has_who_and_by_when(lang: str, made: Made) -> None:
    (one,) = found(made.text, lang)
    due = f"{one.due:%d.%m. %H:%M}" if one.due else ""
    assert (one.who, one.by, due) == (made.who, made.by, made.due)
    assert (one.turn, made.text[one.start : one.end]) == (3, made.text.rstrip("."))


@pytest.mark.parametrize(("lang", "silent"), [(lang, silent) for lang in LANGUAGES for silent in SILENT[lang]])
def test_no_promise(lang: str, silent: Silent) -> None:
    assert not found(silent.text, lang), silent.reason


def due(text: str, when: datetime = WHEN, lang: str = "en") -> datetime | None:
    (one,) = found(text, lang, when)
    return one.due


def day(number: int, hour: int = 23, minute: int = 59, month: int = 11) -> datetime:
    return datetime(2026, month, number, hour, minute)


@pytest.mark.parametrize(
    ("said", "when", "expected"),
    [
        ("I'll call you on Wednesday.", day(18, 9, 0), day(25)),  # never the day itself
        ("I'll call you on Friday.", day(18, 9, 0), day(20)),
        ("I'll call you next Friday.", day(18, 9, 0), day(27)),  # of the week after: the later reading
        ("I'll call you next Monday.", day(22, 9, 0), day(23)),  # said on a Sunday
        ("We'll refund you within 2 business days.", day(20, 9, 0), day(24)),  # over a weekend
        ("We'll refund you within 1 business day.", day(21, 9, 0), day(23)),  # from a Saturday
        ("We'll refund you by the end of the month.", day(18, 9, 0), day(30)),
        ("We'll refund you by the end of the working week.", day(18, 9, 0), day(20)),
        ("We'll refund you by the end of the week.", day(22, 9, 0), day(22)),  # said on a Sunday
        ("I'll call you at 9 am.", day(18, 10, 0), day(19, 9, 0)),  # nine is past today
        ("I'll call you by 5.", day(18, 10, 0), day(18, 17, 0)),  # nobody calls at five in the morning
        ("I'll call you at 12 pm.", day(18, 10, 0), day(18, 12, 0)),
        ("I'll call you tomorrow at 12 am.", day(18, 10, 0), day(19, 0, 0)),
        ("I'll call you in half an hour.", day(18, 10, 0), day(18, 10, 30)),
        ("I'll call you within 36 hours.", day(30, 20, 0), day(2, 8, 0, 12)),  # over the end of a month
        ("We'll refund you within 24 to 48 hours.", day(18, 10, 0), day(20, 10, 0)),  # the end of a range
        ("I'll call you on 03/12.", day(18, 10, 0), day(3, month=12)),  # 12 March is farther
        ("I'll call you on 2 January.", day(18, 10, 0), datetime(2027, 1, 2, 23, 59)),
        ("I'll call you on 17 November.", day(18, 10, 0), None),  # was yesterday
        ("I'll call you by noon today.", day(18, 13, 0), None),  # is over
        ("I'll call you in a few days.", day(18, 13, 0), None),
        ("We'll refund you within 5 days of receiving it.", day(18, 13, 0), None),  # nobody knows when that is
        ("I'll call you within 900 days.", day(18, 13, 0), None),
    ],
)
def test_the_moment_that_is_meant(said: str, when: datetime, expected: datetime | None) -> None:
    assert due(said, when) == expected


def test_without_the_time_of_the_turn_only_a_date_with_its_year_is_a_moment() -> None:
    (soon,) = found("I'll call you tomorrow at nine.", "en", None)
    (dated,) = found("We'll refund you by 30 November 2026.", "en", None)
    (yearless,) = found("We'll refund you by 30 November.", "en", None)
    assert (soon.by, soon.due) == ("tomorrow at nine", None)
    assert dated.due == day(30)
    assert (yearless.by, yearless.due) == ("by 30 November", None)


def test_one_promise_a_sentence_with_its_own_words() -> None:
    text = "Thanks for the photo! I'll call you back by 5 pm. You'll receive the new lid on Friday."
    first, second = found(text, "en")
    assert text[first.start : first.end] == "I'll call you back by 5 pm"
    assert (second.who, second.by) == ("", "on Friday")


def test_offsets_are_those_of_the_text_as_it_was_given() -> None:
    """Decomposed letters are longer in the text than in what is searched."""
    text = "Gru\u0308\u00dfe! Wir melden uns bis Freitag bei Ihnen."
    (one,) = found(text, "de")
    assert text[one.start : one.end] == "Wir melden uns bis Freitag bei Ihnen"


def test_quoted_words_promise_nothing() -> None:
    assert not found('The mail says "we will call you back by 5 pm".', "en")


def test_a_few_minutes_count_only_where_the_customer_is_left_for_them() -> None:
    assert due("I'll call you back in ten minutes.") == day(18, 10, 40)
    assert not found("I'll get back to you in two minutes.", "en")


@pytest.mark.parametrize("text", ["", "?", "\n\n", "will " * 5_000, "in 5 " * 5_000, "I'll " + "and " * 3_000 + "call you back"])
def test_hostile_texts_are_harmless(text: str) -> None:
    assert found(text, "en") == ()


@pytest.mark.parametrize(
    ("lang", "said", "by", "expected"),
    [
        ("en", "Today I'll call you back by 5 pm.", "Today … by 5 pm", day(18, 17, 0)),
        ("en", "By 5 pm I'll call you back, today.", "By 5 pm … today", day(18, 17, 0)),
        ("en", "On Friday I'll call you around 3 pm.", "On Friday … around 3 pm", day(20, 15, 0)),
        ("de", "Ich rufe Sie heute noch zurück, spätestens bis 17 Uhr.", "heute … spätestens bis 17 Uhr", day(18, 17, 0)),
        ("de", "Bis 17 Uhr rufe ich Sie heute noch zurück.", "Bis 17 Uhr … heute", day(18, 17, 0)),
        ("de", "Am Freitag kommt der Techniker zwischen 8 und 10 Uhr.", "Am Freitag … zwischen 8 und 10 Uhr", day(20, 10, 0)),
        ("ru", "Сегодня перезвоню вам до 17:00.", "Сегодня … до 17:00", day(18, 17, 0)),
        ("ru", "Завтра курьер приедет к вам в 15:00.", "Завтра … в 15:00", day(19, 15, 0)),
        ("tr", "Bugün sizi 17:00'ye kadar arayacağım.", "Bugün … 17:00'ye kadar", day(18, 17, 0)),
        ("tr", "Yarın teknisyenimiz saat 15:00'te gelecek.", "Yarın … saat 15:00'te", day(19, 15, 0)),
    ],
)
def test_a_day_and_an_hour_that_stand_apart_are_one_moment(lang: str, said: str, by: str, expected: datetime) -> None:
    (one,) = found(said, lang, day(18, 10, 30))
    assert (one.by, one.due) == (by, expected)


@pytest.mark.parametrize(
    ("lang", "said", "by", "expected", "reason"),
    [
        ("en", "I'll call you today, the shop is open until 6 pm.", "today", day(18), "the hour is the shop's"),
        ("en", "I'll call you today because we close at 5 pm.", "today", day(18), "the hour is of closing"),
        ("en", "I'll email you tomorrow about your booking at 5 pm.", "tomorrow", day(19), "the hour is the booking's"),
        ("en", "I'll call you by 5 pm, the parcel arrives on Friday.", "by 5 pm", day(18, 17, 0), "the day is the parcel's"),
        ("de", "Ich melde mich heute, unser Laden schließt um 18 Uhr.", "heute", day(18), "die Stunde ist die des Ladens"),
        ("de", "Ich schreibe Ihnen morgen wegen des Termins um 15 Uhr.", "morgen", day(19), "die Stunde ist die des Termins"),
        ("ru", "Сегодня напишу вам, магазин работает до 20:00.", "Сегодня", day(18), "час магазина"),
        ("ru", "Завтра напишу вам насчет встречи в 15:00.", "Завтра", day(19), "час встречи"),
        ("tr", "Sizi bugün arayacağım, mağazamız 18:00'e kadar açık.", "bugün", day(18), "mağazanın saati"),
        ("tr", "Paket bu sabah depodan çıktı, cuma günü elinizde olacak.", "cuma günü", day(20), "bu sabah geçti"),
    ],
)
def test_an_hour_of_something_else_changes_no_day(lang: str, said: str, by: str, expected: datetime, reason: str) -> None:
    one = found(said, lang, day(18, 10, 30))[0]
    assert (one.by, one.due) == (by, expected), reason


def test_an_hour_that_is_over_on_the_day_named_is_no_moment() -> None:
    (one,) = found("Today I'll call you back by 9 am.", "en", day(18, 10, 30))
    assert one.due is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Thanks! I'll call you back by 5 pm... Is that fine?\nBest wishes"),
        ("en", "It works (really.) I'll call you e.g. on Friday. Ok.thanks - bye"),
        ("en", " - \n\n'I will call', he said. ?! 10.5 and 3.Nov."),
        ("de", "Ich melde mich am 3. Juni bzw. am 4. Juni. Frage 2\nWeiter geht es z. B. so!"),
        ("de", "Nr.\nSchritt 2\n\nSchritt 3 ... (Ende.) Am 5. geht's los."),
        ("ru", "Напишу до 17.30. Адрес: ул. Мира, д. 5. Спасибо!"),
        ("tr", "Sizi 17.00'de ararım. Tel. no. nedir?.. Teşekkürler"),
        ("en", "..."),
    ],
)
def test_the_sentences_found_at_once_are_those_found_one_by_one(lang: str, text: str) -> None:
    turn = passage(text, lang)
    assert spans(turn) == [turn.sentence_span(number) for number in range(turn.sentences)]


def test_a_promise_is_read_in_the_same_words_with_other_figures() -> None:
    """What was read once is remembered by the shape of the sentence."""
    assert [due(f"I'll call you within {number} hours.") for number in (12, 36, 48)] == [
        day(18, 22, 30), day(19, 22, 30), day(20, 10, 30)
    ]  # fmt: skip
    assert [due(f"I'll call you on {number} November.") for number in (20, 21, 31)] == [day(20), day(21), None]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ru", "Извещу вас завтра."),
        ("ru", "Подскажу вам завтра."),
        ("ru", "Завтра пересчитаю сумму."),
        ("ru", "Мастер выйдет на связь завтра."),
        ("de", "Ich buche Ihnen für morgen einen neuen Termin."),
        ("de", "Die zweite Zahlung storniere ich morgen."),
    ],
)
def test_the_cheap_question_knows_the_verbs_of_every_way_to_promise(lang: str, said: str) -> None:
    assert found(said, lang)
