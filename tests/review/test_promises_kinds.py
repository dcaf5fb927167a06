"""Ways to promise beside the plain future, several promises in a sentence, and the times that are said in passing.

Half of the sentences only look like promises: offers, opening hours, charges, what the customer is to do, what was done.
"""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from coach.expressions import compiled
from coach.review.promises import promises
from coach.review.promises.deadlines import beginning
from coach.review.promises.hints import possible, told
from coach.review.promises.wording import wording
from coach.review.record import Promise

from .passages import passage
from .promised import WHEN

LANGUAGES = ("en", "de", "ru", "tr")


def found(text: str, lang: str, when: datetime | None = WHEN) -> tuple[Promise, ...]:
    return promises(0, passage(text, lang), when)


def dues(text: str, lang: str) -> list[str]:
    return [f"{one.due:%d.%m. %H:%M}" if one.due else "" for one in found(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "due"),
    [
        ("en", "A new pump will be sent out by 5 pm.", "18.11. 17:00"),
        ("en", "You'll have it by close of business.", "18.11. 23:59"),
        ("en", "I'm on it, you hear from me by noon tomorrow.", "19.11. 12:00"),
        ("en", "Back to you by five.", "18.11. 17:00"),
        ("en", "Sending it out today.", "18.11. 23:59"),
        ("en", "The fitter is coming on Friday.", "20.11. 23:59"),
        ("en", "Your money goes back to your card by 5 pm tomorrow.", "19.11. 17:00"),
        ("en", "We'll be outside your house on Friday at 2.", "20.11. 14:00"),
        ("en", "I promise you a reply by the 24th.", "24.11. 23:59"),
        ("en", "It reaches you within a fortnight.", "02.12. 23:59"),
        ("en", "I'll leave the key at reception for you in 15 minutes.", "18.11. 10:45"),
        ("en", "The amount will be\u00a0deposited back within\u00a03 business days.", "23.11. 23:59"),
        ("de", "Das geht heute noch raus.", "18.11. 23:59"),
        ("de", "Sie haben die Antwort bis Feierabend im Postfach.", "18.11. 23:59"),
        ("de", "Sie hören innerhalb der nächsten Stunde von mir.", "18.11. 11:30"),
        ("de", "Ihr Abo wird bis Freitag auf den neuen Tarif umgestellt.", "20.11. 23:59"),
        ("de", "Unser Trupp setzt den Schacht am Freitag bis 12 neu.", "20.11. 12:00"),
        ("de", "Ihr Rad ist am Freitag fertig.", "20.11. 23:59"),
        ("de", "Der Techniker ist am Freitag um 9 bei Ihnen.", "20.11. 09:00"),
        ("de", "Schicke Ihnen den Link heute noch.", "18.11. 23:59"),
        ("de", "Am Freitag legen wir Ihnen das Buch an die Kasse.", "20.11. 23:59"),
        ("de", "Ich sorge dafür, dass die Tür heute bis 18 Uhr schließt.", "18.11. 18:00"),
        ("de", "Die Rechnung folgt bis zum 24.", "24.11. 23:59"),
        ("ru", "Новый насос отправят до 17:00.", "18.11. 17:00"),
        ("ru", "Возврат уйдёт сегодня.", "18.11. 23:59"),
        ("ru", "Ваш номер будет перенесён на новый тариф до пятницы.", "20.11. 23:59"),
        ("ru", "Завтра отправляем вам новую крышку.", "19.11. 23:59"),
        ("ru", "Начислим баллы в течение суток.", "19.11. 10:30"),
        ("ru", "Буду у вас до 18:00.", "18.11. 18:00"),
        ("ru", "Иван поедет к вам в пятницу в 9 утра.", "20.11. 09:00"),
        ("ru", "Позвоню вам к пяти.", "18.11. 17:00"),
        ("ru", "Починим до закрытия.", "18.11. 23:59"),
        ("ru", "Документы подготовим к 25-му числу.", "25.11. 23:59"),
        ("ru", "Какую сумму вернём, назову в день осмотра.", ""),
        ("tr", "Cevabınız mesai bitimine kadar elinizde.", "18.11. 23:59"),
        ("tr", "Kuryemiz akşam 20:40'a kadar sizde.", "18.11. 20:40"),
        ("tr", "Yarın 9'da kapınızdayım.", "19.11. 09:00"),
        ("tr", "Belgeyi 11:00 olmadan imzalamış olurum.", "18.11. 11:00"),
        ("tr", "Yarın öğlen hazır ederim.", "19.11. 12:00"),
        ("tr", "Paketiniz yarın kargoya veriliyor.", "19.11. 23:59"),
        ("tr", "Konuyu şefimize devrettim, size o yazacak.", ""),
        ("tr", "Size bir saate döneceğim.", "18.11. 11:30"),
        ("tr", "Sizi dört buçukta ararım.", "18.11. 16:30"),
        ("tr", "Cuma günü bahçenizi biçeceğiz.", "20.11. 23:59"),
        ("tr", "Belgeyi ayın 24'üne kadar hazırlayacağız.", "24.11. 23:59"),
    ],
)
def test_a_promise_in_other_words(lang: str, text: str, due: str) -> None:
    assert dues(text, lang) == [due]


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("en", "If you like, I can send it on Friday.", "an offer"),
        ("en", "I will be honest, Friday is not good.", "frankness"),
        ("en", "Keep the box until Friday and do not open it.", "what the customer is to do"),
        ("en", "We're open until six on Friday.", "opening hours"),
        ("en", "Your parcel was delivered on Friday at nine.", "done"),
        ("en", "You said you would pay by Friday.", "the customer's promise"),
        ("en", "I will gladly take care of your case today.", "here and now"),
        ("en", "Your card will be charged on Friday.", "a charge"),
        ("en", "You have 14 days to return it.", "a right"),
        ("en", "It should be with you by Friday.", "a guess"),
        ("en", "The parcel has been with you since Friday.", "since"),
        ("en", "Your flight arrives at 9:15 on Friday.", "a timetable"),
        ("en", "I don't know when it will arrive by Friday.", "not known"),
        ("en", "Yours sincerely, today's team.", "a signature"),
        ("de", "Am Freitag sind wir bis 12 für Sie da.", "Öffnungszeit"),
        ("de", "Der Betrag wird am Freitag abgebucht.", "eine Abbuchung"),
        ("de", "Ihr Vertrag wird am 24. verlängert.", "eine Verlängerung"),
        ("de", "Sie haben bis Freitag Zeit.", "eine Frist des Kunden"),
        ("de", "Ihr Paket ist heute bei Ihnen angekommen.", "schon getan"),
        ("de", "Ich bestätige Ihnen den Termin am Freitag um 9.", "hier und jetzt"),
        ("de", "Ich entnehme Ihrer Nachricht, dass der Schlauch am Freitag tropfte.", "die Zeit steht im Nebensatz"),
        ("de", "Ich wartete am Freitag bis 12 auf den Fahrer.", "Vergangenheit"),
        ("de", "Sie werden gebeten, bis Freitag zu zahlen.", "eine Bitte"),
        ("de", "Ich schreibe Ihnen heute, weil Ihr Konto am Freitag abläuft.", "der Brief selbst"),
        ("ru", "Магазин будет открыт в пятницу до шести.", "часы работы"),
        ("ru", "С карты будет списано 300 рублей 25 ноября.", "списание"),
        ("ru", "Мы отправляем заказы в течение трёх дней.", "как всегда"),
        ("ru", "Доставляем по понедельникам.", "как всегда"),
        ("ru", "Ждём вас завтра к 10.", "что делает клиент"),
        ("ru", "На встречу завтра в 15:00 возьмите паспорт.", "что делает клиент"),
        ("ru", "До вечера я не знаю, когда крышка появится.", "неизвестно"),
        ("ru", "Цена будет повышена с 1 декабря.", "не для клиента"),
        ("ru", "3.1 Разрешение ставим по экрану.", "номер раздела"),
        ("tr", "Mağazamız cuma günü altıya kadar açık olacak.", "çalışma saati"),
        ("tr", "Ücret cuma günü kartınızdan çekilecek.", "tahsilat"),
        ("tr", "Siparişinizi cumadan önce gönderemiyoruz.", "olumsuz"),
        ("tr", "Bu sabah itibarıyla bilmiyorum.", "bilinmiyor"),
        ("tr", "Cuma günü teslim aldığınızı görüyorum.", "yapılmış"),
        ("tr", "Sizi yarın saat 10'da bekliyoruz.", "müşterinin yapacağı"),
        ("tr", "Bugün bizi aradığınız için teşekkür ediyoruz.", "teşekkür"),
        ("tr", "Cuma günleri 17:00'de kapatıyoruz.", "her hafta"),
        ("tr", "Ürün zaten sizde, bugün kontrol edebilirsiniz.", "zaten"),
    ],
)
def test_no_promise(lang: str, text: str, reason: str) -> None:
    assert not found(text, lang), reason


@pytest.mark.parametrize(
    ("lang", "text", "first", "second"),
    [
        ("en", "I'll ring the depot on Friday by noon, and the new cable will go out to you by Monday.",
            ("I'll ring the depot on Friday by noon", "20.11. 12:00"),
            ("the new cable will go out to you by Monday", "23.11. 23:59")),
        ("en", "I'll check the stock by noon today and email you the list on Friday.",
            ("I'll check the stock by noon today", "18.11. 12:00"), ("email you the list on Friday", "20.11. 23:59")),
        ("de", "Wir bringen Ihnen morgen vor 10 Uhr eine neue Kiste, die 30 Euro werden Ihnen bis Freitag erstattet.",
            ("Wir bringen Ihnen morgen vor 10 Uhr eine neue Kiste", "19.11. 10:00"),
            ("die 30 Euro werden Ihnen bis Freitag erstattet", "20.11. 23:59")),
        ("ru", "Проверю склад до 12:00 и в пятницу пришлю вам список.",
            ("Проверю склад до 12:00", "18.11. 12:00"), ("в пятницу пришлю вам список", "20.11. 23:59")),
        ("tr", "Parayı bugün iade ediyorum, kilimi de cumartesiye kadar ustaya onartacağım.",
            ("Parayı bugün iade ediyorum", "18.11. 23:59"), ("kilimi de cumartesiye kadar ustaya onartacağım", "21.11. 23:59")),
    ],
)  # fmt: skip
def test_two_promises_of_a_sentence_have_their_own_words_and_times(
    lang: str, text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert [(text[one.start : one.end], f"{one.due:%d.%m. %H:%M}") for one in found(text, lang)] == [first, second]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I'll check with the depot tomorrow and call you back."),
        ("de", "Ich frage morgen im Lager nach und melde mich bei Ihnen."),
        ("ru", "Завтра уточню на складе и напишу вам."),
        ("tr", "Yarın depoya soracağım, size yazacağım."),
    ],
)
def test_two_verbs_with_one_time_are_one_promise(lang: str, text: str) -> None:
    assert dues(text, lang) == ["19.11. 23:59"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tom will be there by three, and if the van breaks down, I'll come myself."),
        ("de", "Herr Boll ist heute um 15 Uhr bei Ihnen, und falls er krank wird, komme ich selbst."),
        ("ru", "Пётр будет у вас в 15:00, а если сломается машина, приеду сам."),
        ("tr", "Kurye 15:00'te sizde olacak, gelmezse ben gelirim."),
    ],
)
def test_what_hangs_on_a_condition_takes_nothing_from_what_stands_in_front(lang: str, text: str) -> None:
    assert dues(text, lang) == ["18.11. 15:00"]


def test_a_promise_that_waits_for_an_event_stands_beside_one_with_a_time() -> None:
    first, second = found("We'll bring it on Friday by 11, and I'll call you once the van has left.", "en")
    assert (first.by, second.by, second.due) == ("on Friday by 11", "", None)


def test_a_sentence_that_waits_for_the_customer_promises_nothing_yet() -> None:
    assert not found("Once you have filled out the form, our team will contact you.", "en")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I'll unlock it by midnight."),
        ("de", "Ihr Konto wird bis Mitternacht freigegeben."),
        ("ru", "Верну до полуночи."),
        ("tr", "Hesabınızı gece yarısına kadar açacağım."),
    ],
)
def test_midnight_is_the_first_moment_of_the_next_day(lang: str, text: str) -> None:
    assert dues(text, lang) == ["19.11. 00:00"]


def test_a_date_weighs_more_than_a_day_of_the_week_and_that_more_than_the_end_of_the_day() -> None:
    assert dues("I'll call you by close of business tomorrow.", "en") == ["19.11. 23:59"]
    assert dues("Ich halte Ihnen einen Platz bis Montag, 30. November.", "de") == ["30.11. 23:59"]


def test_what_something_is_moved_to_is_no_deadline() -> None:
    assert dues("Ihr Kurs wird bis Freitag auf den 2. Dezember umgebucht.", "de") == ["20.11. 23:59"]


TIMES = {
    "en": "by five on Friday, within the hour, first thing tomorrow, by close of business, until the 24th, "
    "between 9 and 12, today, in 3 days, next week, the day after tomorrow, at half past four, by noon, "
    "this afternoon, no later than Monday, over the weekend, ",
    "de": "bis fünf, am Mittwoch, bis Feierabend, heute noch, morgen früh, übermorgen, "
    "innerhalb der nächsten Stunde, im Laufe des Tages, Ende der Woche, nächste Woche, am 24., "
    "zwischen 9 und 12, um halb fünf, diesen Freitag, bis Ladenschluss, in zwei Tagen, ",
    "ru": "до пяти, в среду, до конца дня, завтра утром, послезавтра, в течение часа, на следующей неделе, "
    "с 10 до 13, к обеду, вечером, через два дня, до полуночи, к 25-му числу, в первой половине дня, "
    "до закрытия, на днях, в ближайшие дни, за день до приезда, ",
    "tr": "mesai bitimine kadar, yarın sabah, bir saat içinde, gün sonuna kadar, haftaya, cuma günü, öğleden sonra, "
    "saat 17'ye kadar, beşe kadar, dört buçukta, ayın 24'üne kadar, gece yarısına kadar, bu hafta, "
    "ay sonuna kadar, akşam, birkaç gün içinde, ",
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_time_begins_with_one_of_the_words_that_times_begin_with(lang: str) -> None:
    language = wording(lang)
    text = TIMES[lang].lower()
    for letter, other in language.plain:
        text = text.replace(letter, other)
    shape = re.sub(r"\d", "0", text)
    everywhere = compiled(rf"(?=\d|\b\w)(?:{language.time})").finditer(shape)
    assert [one.span() for one in compiled(beginning(lang)).finditer(shape)] == [one.span() for one in everywhere]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_text_without_words_of_a_promise_is_not_read(lang: str) -> None:
    assert not possible(lang, told("", wording(lang)))
