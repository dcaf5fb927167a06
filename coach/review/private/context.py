"""The words around a number that say what it is: an order, a telephone, or nothing of anybody's (a price, an error)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from coach.expressions import compiled

NUMBERS = (
    r"order|ticket|case|request|reference|ref|customer|client|account|acct|acc|invoice|tracking|parcel|shipment|booking|reservation"
    r"|confirmation|claim|contract|policy|member|membership|id|number|no|nr|code|passport|licen[cs]e|serial|imei|pnr|rma|otp|card"
    r"|subscription|transaction|cvv|cvc|pin"
    r"|\w*(?:nummer|nr|kennung|code)|bestellung|auftrag|vorgang|rechnung|kunde|vertrag|sendung|buchung|konto|fall|aktenzeichen"
    r"|заказ\w*|обращени\w*|заявк\w*|тикет\w*|номер\w*|договор\w*|сч[её]т\w*|накладн\w*|трек\w*|квитанци\w*|посылк\w*|клиент\w*"
    r"|код\w*|инн|снилс|паспорт\w*|карт[аыеуо]\w*|брон[ьия]\w*"
    r"|sipari[sş]\w*|numara\w*|talep\w*|taleb\w*|müşteri\w*|takip|kargo\w*|fatura\w*|abone\w*|hesap|hesab\w*|kod\w*|rezervasyon\w*"
    r"|sözleşme\w*|poliçe\w*|kart\w*|işlem|tckn|tc|kimlik|vergi"
)
"""Words that a number of somebody's stands behind, small."""

PHONES: tuple[str, ...] = (
    "phone",
    "telephone",
    "telefon",
    "mobile",
    "mobil",
    "cellphone",
    "whatsapp",
    "handy",
    "rückruf",
    "телефон",
    "мобильн",
    "звон",
)
PHONES += ("перезвон", "позвон", "факс")
PHONE_WORDS = frozenset(("tel", "cell", "cep", "gsm", "fax", "faks", "тел", "моб", "call", "sms"))

EXEMPT = (
    "error", "fehler", "ошибк", "hata", "version", "верси", "sürüm", "model", "модел", "windows", "iphone", "galaxy", "build",
    "firmware", "release", "status", "http", "promo", "discount", "voucher", "coupon", "gutschein", "rabatt", "aktions", "промо",
    "скидк", "indirim", "kupon", "kampanya", "zip", "postal", "postcode", "postleit", "plz", "индекс", "posta", "page", "seite",
    "страниц", "sayfa", "article", "artikel", "артикул", "ürün", "product", "produkt", "item", "товар", "sku", "isbn", "ean",
)  # fmt: skip
"""Beginnings of words whose number is the same for everybody."""

GLUE = frozenset(
    (
        "is was are be the my your our this ist war lautet sind der die das den dem mein meine meiner ihr ihre ihrer dein deine "
        "это мой моя моё ваш ваша ваше был and und и ve olan şudur şu bu hash"
    ).split()
)
"""What may stand between such a word and its number."""

ABBREVIATED = 4
"""A full stop behind a word this short ends no sentence: Nr., no., тел.; nor behind Bestellnr."""

CALLED_NUMBER = r"nummer|nr$|number|номер|numara|^no$|^id$|^pin$|code|код"
"""A word behind which even 2026 is no year."""

TAX = frozenset(("inn", "tin", "tax"))
SECRETS = frozenset(("cvv", "cvc", "pin"))

WORDS = r"\w+|[.!?;]|\[(?:card number|iban|phone|id number|number|name)\]|[\[\]]"
NUMBER_MARKS = frozenset(("[card number]", "[iban]", "[phone]", "[id number]", "[number]"))
"""Marks of an earlier redaction are read as the numbers that they stand for, so that redacting again changes nothing."""

SKIPPED = GLUE | NUMBER_MARKS
ENDS = frozenset("!?;[]")

UNITS = (
    r"\s?(?:[€$£₺₽%]|(?i:(?:tl|try|eur|usd|gbp|chf|rub|kr|cents?|euros?|dollars?|pounds?|lira\w*|franken|rubel|руб\w*|р|тыс|млн"
    r"|km|m|kg|g|gb|mb|kb|tb|ml|mm|cm|px|ms|mah|mhz|points?|punkte\w*|балл\w*|puan\w*|items?|units?|pieces?|stück|шт\w*|adet"
    r"|days?|tagen?|дн\w+|gün\w*|hours?|stunden|час\w*|saat\w*|minutes?|minuten|минут\w*|dakika\w*|miles?|meilen|миль"
    r"|people|users?|customers|words|characters|zeichen|символ\w*)(?!\w)))"
)
CURRENCIES = r"(?:[€$£₺₽]|(?<!\w)(?:TL|EUR|USD|GBP|CHF|RUB|TRY))\s?$"
LONGEST_CURRENCY = 5
"""Characters of such a match, with what may be a line break at its end."""


class Says(NamedTuple):
    """What a word says of the number behind it: that it is everybody's, a telephone's, somebody's (and no year), of a tax office,
    or a secret.
    """

    exempt: bool
    phone: bool
    number: bool
    no_year: bool
    tax: bool
    secret: bool


@lru_cache(maxsize=4096)
def says(word: str) -> Says:
    """What a word in small letters says; one of `trigger`, which is never long."""
    return Says(
        exempt=word.startswith(EXEMPT),
        phone=word in PHONE_WORDS or word.startswith(PHONES),
        number=compiled(NUMBERS).fullmatch(word) is not None,
        no_year=compiled(CALLED_NUMBER).search(word) is not None,
        tax=word in TAX,
        secret=word in SECRETS,
    )


@lru_cache(maxsize=4096)
def announced(before: str) -> tuple[Says, Says]:
    """What the words of `trigger` say. Remembered, as most numbers stand in sentences that are written again and again."""
    last, earlier = trigger(before)
    return says(last), says(earlier)


def trigger(before: str) -> tuple[str, str]:
    """The last word in front of a number that says something, and the one before it, small; "" where there is none.

    Neither reaches over the end of a sentence, nor over brackets.
    """
    last = ""
    words: list[str] = compiled(WORDS).findall(before.lower())
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word == ".":
            if place and (len(words[place - 1]) <= ABBREVIATED or words[place - 1].endswith("nr")):
                continue
            break
        if word in ENDS:
            break
        if word not in SKIPPED and not word.isdecimal():
            if last:
                return last, word
            last = word
    return last, ""


def counts(text: str, start: int, end: int) -> bool:
    """Whether a number is an amount by what stands around it: money, a size, a duration."""
    if compiled(UNITS).match(text, end):
        return True
    return compiled(CURRENCIES).search(text, max(0, start - LONGEST_CURRENCY), start) is not None
