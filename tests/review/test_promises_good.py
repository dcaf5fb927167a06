"""What went well in a turn: quoted only where a trainer would read it out."""

from __future__ import annotations

import pytest

from coach.model import Finding
from coach.review.good import good
from coach.review.promises import promises

from .passages import coach, passage
from .promised import WHEN


def praised(text: str, lang: str, customer: str = "") -> dict[str, str]:
    """The kinds of praise for a turn and the words quoted for each, findings judged as the review does."""
    said = passage(text, lang)
    found = coach().findings(said, entire=False)
    events = good(2, said, found, promises(2, said, WHEN), passage(customer, lang) if customer else None)
    assert all(event.turn == 2 for event in events)
    assert len({event.name for event in events}) == len(events)
    return {event.name.removeprefix("good/"): text[event.start : event.end] for event in events}


TROUBLE = {
    "en": "My parcel arrived with a broken lamp and nobody answers.",
    "de": "Mein Paket kam mit einer zerbrochenen Lampe an und niemand antwortet.",
    "ru": "Посылка пришла с разбитой лампой, и никто не отвечает.",
    "tr": "Paketim kırık bir lambayla geldi ve kimse cevap vermiyor.",
}


@pytest.mark.parametrize(
    ("lang", "kind", "text", "quoted"),
    [
        ("en", "owns", "Thanks! I'll call you back by 5 pm.", "I'll call you back by 5 pm"),
        ("en", "way-out", "We can't open the box again. I can send you a new one tomorrow.", "I can send you a new one tomorrow"),
        ("en", "acknowledges", "I'm sorry that the lamp reached you broken.", "I'm sorry that the lamp reached you broken"),
        ("en", "asks-if-solved", "I've reset it. Is it working now?", "Is it working now"),
        ("en", "explains", "The lamp is a return, which means its box was opened once.", ""),
        ("de", "owns", "Ich rufe Sie heute bis 17 Uhr zurück.", "Ich rufe Sie heute bis 17 Uhr zurück"),
        ("de", "way-out", "Die grüne ist leider ausverkauft. Ich kann Ihnen die blaue morgen schicken.",
            "Ich kann Ihnen die blaue morgen schicken"),
        ("de", "acknowledges", "Es tut mir leid, dass die Lampe zerbrochen bei Ihnen ankam.", ""),
        ("de", "asks-if-solved", "Hat das geklappt?", "Hat das geklappt"),
        ("de", "explains", "Die Lampe ist ein Ausstellungsstück, das heißt, ihr Karton war schon einmal offen.", ""),
        ("ru", "owns", "Перезвоню вам завтра до 12:00.", "Перезвоню вам завтра до 12:00"),
        ("ru", "way-out", "К сожалению, синий закончился. Могу отправить вам зелёный сегодня.",
            "Могу отправить вам зелёный сегодня"),
        ("ru", "acknowledges", "Мне очень жаль, что лампа приехала к вам разбитой.", ""),
        ("ru", "asks-if-solved", "Получилось открыть?", "Получилось открыть"),
        ("ru", "explains", "Эта лампа уценена, то есть коробку уже один раз открывали.", ""),
        ("tr", "owns", "Sizi yarın 12.00'ye kadar arayacağım.", "Sizi yarın 12.00'ye kadar arayacağım"),
        ("tr", "way-out", "Mavisi maalesef tükendi. Size yeşilini yarın gönderebilirim.", "Size yeşilini yarın gönderebilirim"),
        ("tr", "acknowledges", "Lambanın size kırık ulaşmasına çok üzüldüm.", ""),
        ("tr", "asks-if-solved", "Şimdi çalışıyor mu?", "Şimdi çalışıyor mu"),
        ("tr", "explains", "Bu lamba teşhir ürünü, yani kutusu bir kez açılmış.", ""),
    ],
)  # fmt: skip
def test_what_went_well_is_quoted(lang: str, kind: str, text: str, quoted: str) -> None:
    assert praised(text, lang, TROUBLE[lang]).get(kind) == (quoted or text.rstrip("."))


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("en", "I'm sorry to hear that.", "fits every complaint"),
        ("en", "We apologise for any inconvenience with the lamp.", "a stock phrase"),
        ("en", "I'm sorry, but a broken lamp cannot be returned.", "takes itself back"),
        ("en", "I'll look into the lamp for you.", "no time"),
        ("en", "We'll send a new lamp on Friday.", "we: nobody in particular owns it"),
        ("en", "Were you able to reach the courier last week, and who told you so?", "asks for something else"),
        ("en", "Have you tried another lamp?", "looks for the cause"),
        ("en", "Is that okay for you?", "asks for leave"),
        ("en", "You are unable to log in. I can help you with that.", "it is the customer who cannot"),
        ("en", "By no means.", "explains nothing"),
        ("de", "Entschuldigen Sie die Unannehmlichkeiten mit der Lampe.", "eine Floskel"),
        ("de", "Leider geht das nicht.", "ein Nein ohne Ausweg"),
        ("de", "Wie heißen Sie?", "erklärt nichts"),
        ("de", "Geht es Ihnen gut?", "fragt nicht nach der Lösung"),
        ("ru", "Приносим извинения за доставленные неудобства с лампой.", "штамп"),
        ("ru", "К сожалению, это невозможно.", "отказ без выхода"),
        ("ru", "Что это значит для вас?", "вопрос"),
        ("tr", "Lambayla yaşadığınız aksaklık için özür dileriz.", "kalıp söz"),
        ("tr", "Maalesef bu mümkün değil.", "çıkış yolu olmayan ret"),
        ("tr", "Bu ne demek oluyor sizce?", "soru"),
    ],
)
def test_what_is_not_worth_quoting(lang: str, text: str, reason: str) -> None:
    assert praised(text, lang, TROUBLE[lang]) == {}, reason


def test_nothing_is_acknowledged_without_what_the_customer_said() -> None:
    assert "acknowledges" not in praised("I'm sorry that the lamp reached you broken.", "en")


def test_a_customer_without_trouble_needs_no_acknowledgement() -> None:
    assert "acknowledges" not in praised("I'm sorry that the lamp comes without a bulb.", "en", "Does the lamp come with a bulb?")


def test_a_sentence_with_a_finding_is_never_good() -> None:
    said = passage("I'll call you back by 5 pm.", "en")
    fault = Finding("vague/soon", "vague", "warning", 5, 9, "call", "Why.")
    elsewhere = fault._replace(start=40, end=44)
    promised = promises(0, said, WHEN)
    assert good(0, said, [fault], promised, None) == ()
    assert [event.name for event in good(0, said, [elsewhere], promised, None)] == ["good/owns"]


def test_each_kind_is_quoted_once_the_first_that_has_no_finding() -> None:
    text = "I'll call you by 5 pm. I'll write to you by 6 pm."
    said = passage(text, "en")
    fault = Finding("vague/soon", "vague", "warning", 5, 9, "call", "Why.")
    (event,) = good(0, said, [fault], promises(0, said, WHEN), None)
    assert (text[event.start : event.end], event.detail) == ("I'll write to you by 6 pm", "by 6 pm")


@pytest.mark.parametrize("text", ["", "...", "?" * 500, "sorry " * 3_000, "\n"])
def test_hostile_texts_are_harmless(text: str) -> None:
    assert praised(text, "en", TROUBLE["en"]) == {}
