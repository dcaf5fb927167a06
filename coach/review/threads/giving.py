"""What a customer has given in the course of a conversation, and what an agent asks for.

An e-mail address is one whoever asks; a number is an order's or a device's, so it counts only under the name that stands beside
it or under which it was asked for. Days do not count: over a whole conversation they are of too many things.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from coach.expressions import compiled
from coach.languages import language
from coach.review.record import AGENT
from coach.review.threads.said import Said, sentences
from coach.rules.thread import CODE
from coach.sources.masking import EMAIL, PHONE
from coach.texts import Passage

KINDS = {"asks-email": "email", "asks-phone": "phone", "asks-photo": "photo"}
"""The signals of a request, and what is asked for; of a number it is told by LABELS."""

LABELS = {
    "en": {
        "order": "order|purchase",
        "booking": "booking|reservation|confirmation",
        "invoice": "invoice|bill",
        "customer": "customer|member|membership|client|account",
        "ticket": "ticket|case|incident|complaint",
        "tracking": "tracking|parcel|shipment|consignment",
        "serial": "serial",
        "contract": "contract|policy|insurance",
        "voucher": "voucher|gift card|gift certificate|coupon",
    },
    "de": {
        "order": "bestell|auftrag",
        "booking": "buchung|reservierung",
        "invoice": "rechnung",
        "customer": "kunden|mitglied|konto",
        "ticket": "ticket|vorgang|fall|schaden",
        "tracking": "sendung|paket|track",
        "serial": "serien|geräte",
        "contract": "vertrag|versicherung|police",
        "voucher": "gutschein|geschenkkarte",
        "return": "retoure|rücksend",
        "meter": "zähler",
    },
    "ru": {
        "order": "заказ",
        "booking": "брон",
        "invoice": "счет|квитанц",
        "customer": "клиент|лицев|аккаунт",
        "ticket": "обращени|заявк|тикет",
        "tracking": "трек|отправлени|посылк|накладн",
        "serial": "серийн|заводск",
        "contract": "договор|полис",
        "voucher": "сертификат|купон|промокод",
        "return": "возврат",
        "tax": "инн",
    },
    "tr": {
        "order": "sipariş",
        "booking": "rezervasyon|pnr",
        "invoice": "fatura",
        "customer": "müşteri|üye|hesap",
        "ticket": "kayıt|talep|başvuru|ticket",
        "tracking": "takip|kargo|gönderi",
        "serial": "seri",
        "contract": "sözleşme|poliçe",
        "voucher": "hediye çek|çek|kupon|hediye kart",
        "return": "iade",
        "tax": "vergi|vkn",
        "subscriber": "abone|tesisat",
    },
}
"""Of what a number may be: the beginnings of the words that say it, folded."""

BESIDE = 40
"""Within so many characters before a number stands what it is of."""

NEAR = 16
"""Within so many characters before a number stands what it is of, where the number follows at once."""

BEHIND = r"\W{0,3}(?:numaralı|no'?lu|nolu|nr'?lı)\s+(?:\w+\s+)?\w+"
"""In Turkish it may stand behind the number: "4711 numaralı sipariş"."""

FIGURES = r"\d[-/ ]?\d"
"""What every CODE has: the cheap question before it."""

MOBILE = r"8[ (-]{0,2}9\d\d[ )-]{0,2}\d{3}[ -]?\d\d[ -]?\d\d(?!\d)"
"""A Russian mobile number as it is written at home: eleven figures that begin with 8 9."""

PARTICULAR = {
    "en": (
        r"\b(?:accounts?|associated|registered|linked|use[sd]?|using|under|with|where|or|profile|which|device|card|purchase"
        r"|order)\b"
    ),
    "de": (
        r"\b(?:\w*konto\w*|accounts?|hinterlegt\w*|registriert\w*|verknüpft\w*|nutz\w+|verwend\w+|unter|mit|oder|welche\w*"
        r"|profil\w*)\b"
    ),
    "ru": (
        r"\b(?:аккаунт\w*|учетн\w*|привязан\w*|зарегистрирован\w*|указан\w*|котор\w+|использу\w+|или|профил\w*|кабинет\w*|какую"
        r"|какая)\b"
    ),
    "tr": r"\b(?:hesab\w*|hesap\w*|kayıtlı|üyeli\w*|bağlı|kullan\w+|veya|ya da|profil\w*|hangi|sistem\w*)\b",
}
"""Words of a request for the address of a certain account, which may be another than the one given."""

OTHERWISE = {
    "en": (
        r"\b(?:confirm|verify|another|different|alternative|other|new|correct|valid|more|additional|further|second|double.check"
        r"|whether|if|not|unable|wrong|invalid|incorrect|can'?t|cannot|couldn'?t|doesn'?t|won'?t"
        r"|no (?:record|result|match|order)|secondary|primary|backup|old|via|by e-?mail|through|receiv\w*|sent"
        r"|updat\w*|change\w*|access|code|key|wish|want|would like|used to|login|log in|subject|there|verification)\b"
    ),
    "de": (
        r"\b(?:bestätig\w*|ander\w*|neu\w*|richtig\w*|korrekt\w*|gültig\w*|weiter\w*|zusätzlich\w*|ob|nicht|kein\w*|falsch\w*"
        r"|ungültig\w*|leider|stimmt|abgleich\w*|verifizier\w*|zweit\w*|per|erhalten\w*|bekomm\w*|gesendet|änder\w*|möchten)\b"
    ),
    "ru": (
        r"\b(?:подтверд\w*|друг\w*|нов\w*|верн\w*|правильн\w*|корректн\w*|еще(?! раз)|ли|не|нет|неверн\w*|ошибк\w* в|ошибл\w+"
        r"|ошибочн\w+|в номере ошибк\w*|дополнительн\w*"
        r"|получ\w*|отправлен\w*|измен\w*|хотите"
        r"|уточн\w*|свер\w*|проверьте)\b"
    ),
    "tr": (
        r"\b(?:doğrula\w*|teyit|başka|farklı|yeni|doğru\w*|geçerli|ek|diğer|değil|yanlış|hatalı|geçersiz|ikinci|değiştir\w*"
        r"|gönderildi|gönderdi\w*|almak|istediğ\w*|bulamad\w*|bulunamad\w*"
        r"|görünm\w*|kontrol)\b"
    ),
}
"""Words of a request that wants no mere repetition: it checks what was given, says that it does not fit, or wants another."""


class Given(NamedTuple):
    """That something was given in a turn: `kind` is email, phone or photo, or what a number is of."""

    turn: int
    kind: str


def given_in(said: Sequence[Said]) -> list[Given]:
    """What customers give in a conversation, in order."""
    found: list[Given] = []
    asking: list[Passage] = []
    answering = True
    for number, turn, passage in said:
        if passage is None:
            continue
        if turn.role == AGENT:
            # Several turns of an agent may ask for several things before the customer answers.
            if answering:
                asking = []
            asking.append(passage)
            answering = False
        else:
            found += [Given(number, kind) for kind in sorted(kinds(passage, asking))]
            answering = True
    return found


def kinds(passage: Passage, asking: Sequence[Passage]) -> frozenset[str]:
    """What a turn of a customer gives, the numbers among it for which the agent's turns just before are `asking`."""
    masked = passage.masked
    found = {"photo"} if passage.has("gives-photo") else set()
    if EMAIL in masked and any(passage.text.shadow[m.start()] != "@" for m in compiled(f"{EMAIL}+").finditer(masked)):
        found.add("email")  # an @name is masked in the same way
    for phone in compiled(f"{PHONE}+").finditer(masked) if PHONE in masked else ():
        # What is called an order's number is no phone's, however it looks.
        found |= named(passage, phone.start()) or {"phone"}
    if not compiled(FIGURES).search(masked):
        return frozenset(found)
    codes = list(compiled(CODE).finditer(masked))
    for code in codes:
        behind = compiled(BEHIND).match(passage.folded, code.end()) if passage.lang == "tr" else None
        if passage.lang == "ru" and compiled(MOBILE).match(masked, code.start()):
            found.add("phone")
        # A code may have letters in front, so that a short word before the figures ("заказ 4711") looks like its beginning.
        figure = compiled(r"\d").search(masked, code.start())
        found |= labels(behind[0], passage.lang, last=True) if behind else named(passage, figure.start() if figure else 0)
    return frozenset(found).union(*map(numbers_asked, asking)) if codes else frozenset(found)


def named(passage: Passage, start: int) -> frozenset[str]:
    """What the number at `start` is of, by the name that stands last before it."""
    return labels(passage.folded[max(0, start - BESIDE) : start], passage.lang, last=True)


@cache
def label_expressions(lang: str) -> tuple[tuple[str, str], ...]:
    """What a number may be of, each with the expression for the words that say so."""
    fold = language(lang).fold
    return tuple((name, rf"\b(?:{fold(stems)})") for name, stems in LABELS[lang].items())


def labels(folded: str, lang: str, *, last: bool = False) -> frozenset[str]:
    """What the numbers named in a folded text are of; with `last` only what is named last."""
    places = {
        name: match.start() for name, expression in label_expressions(lang) for match in compiled(expression).finditer(folded)
    }
    return frozenset([max(places, key=places.__getitem__)] if places and last else places)


def had(folded: str, lang: str) -> frozenset[str]:
    """What the numbers are of that a folded sentence names itself."""
    codes = compiled(CODE).finditer(folded)
    return frozenset().union(*(labels(folded[max(0, one.start() - NEAR) : one.start()], lang) for one in codes))


def numbers_asked(passage: Passage) -> frozenset[str]:
    """What the numbers are of that a turn of an agent asks for."""
    if not passage.has("asks-number"):
        return frozenset()
    spans = (span for _, span in sentences(passage, "asks-number"))
    fold = language(passage.lang).fold
    return frozenset().union(*(labels(fold(passage.text.source[start:end]), passage.lang) for start, end in spans))


def asked(passage: Passage, sentence: int) -> frozenset[str]:
    """What a sentence of an agent asks the customer to give; nothing where it wants it checked, or another."""
    start, end = passage.sentence_span(sentence)
    folded = passage.folded[start:end]
    if compiled(OTHERWISE[passage.lang]).search(folded):
        return frozenset()
    found = {kind for name, kind in KINDS.items() if any(sentence == number for number, _ in sentences(passage, name))}
    if compiled(PARTICULAR[passage.lang]).search(folded):
        found.discard("email")
    if any(sentence == number for number, _ in sentences(passage, "asks-number")):
        # "Order 4711 I have; what is the number of the card?"
        found |= labels(folded, passage.lang) - had(folded, passage.lang)
    return frozenset(found)
