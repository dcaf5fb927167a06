"""What must not leave a run, and what must stay: half of the cases are texts that nobody may touch."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.review.private.checks import is_card, is_iban, is_inn, is_tckn
from coach.review.redaction import Redacted, all_may_have, label, redact

NOBODY: frozenset[str] = frozenset()


def shown(text: str, *names: str) -> str:
    return redact(text, frozenset(names)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Test numbers of card schemes and of the IBAN registry.
        ("My card is 4111 1111 1111 1111, exp 12/27", "My card is [card number], exp 12/27"),
        ("4111111111111111", "[card number]"),
        ("5555-5555-5555-4444 please", "[card number] please"),
        ("Amex 3782 822463 10005", "Amex [card number]"),
        ("it was 4111 1111 1111 1112", "it was [number]"),  # a slip of the finger is still somebody's card
        ("CVV 123", "CVV [number]"),
        ("DE89 3704 0044 0532 0130 00 bitte", "[iban] bitte"),
        ("TR330006100519786457841326", "[iban]"),
        ("IBAN: gb29nwbk60161331926819.", "IBAN: [iban]."),
        ("TCKN 10000000146", "TCKN [id number]"),
        ("ИНН 7707083893", "ИНН [id number]"),
        ("ИНН 500100732259", "ИНН [id number]"),
        ("call +49 171 1234567 after 14:30", "call [phone] after 14:30"),
        ("+1 (555) 010-1234", "[phone]"),
        ("00 49 30 1234567", "[phone]"),
        ("0212 345 67 89 12.05.2026", "[phone] 12.05.2026"),
        ("05321234567 numaram", "[phone] numaram"),
        ("532 123 45 67", "[phone]"),
        ("030/1234567", "[phone]"),
        ("8 (916) 123-45-67", "[phone]"),
        ("8-800-555-35-35", "[phone]"),
        ("555-010-1234 or (555) 010-1234", "[phone] or [phone]"),
        ("my phone: 555-0123", "my phone: [phone]"),
        ("Tel. 12345", "Tel. [phone]"),
        ("write to jane.doe+x@example.co.uk!", "write to [e-mail]!"),
        ("Почта: анна@пример.рф", "Почта: [e-mail]"),
        ("order #12345", "order [number]"),
        ("my order number is AB-12345.", "my order number is [number]."),
        ("ticket 99812 and 99813", "ticket [number] and [number]"),
        ("Bestellnummer: 2026-4711", "Bestellnummer: [number]"),
        ("Kunden-Nr. 4711", "Kunden-Nr. [number]"),
        ("Ihre Bestellung mit der Nummer 123456", "Ihre Bestellung mit der Nummer [number]"),
        ("заказ № 12345", "заказ № [number]"),
        ("номер вашего заказа: 987654", "номер вашего заказа: [number]"),
        ("sipariş numaram 778899", "sipariş numaram [number]"),
        ("12345 numaralı siparişiniz", "[number] numaralı siparişiniz"),
        ("tracking number 1Z999AA10123456784", "tracking number [number]"),
        ("the code is 445566", "the code is [number]"),
        ("5501234567890", "[number]"),
        ("my password is Hunter2!", "my password is [password]!"),
        ("Пароль: qwerty12", "Пароль: [password]"),
        ("şifrem 1234abc", "şifrem [password]"),
        ("my password is 7707083893", "my password is [password]"),  # not a number
        ('Passwort: "sonnenschein"', 'Passwort: "[password]"'),
        ("https://shop.example.com/track?order=123&m=a@b.com.", "https://shop.example.com/[link]."),
        ("https://shop.example.com/orders/123456", "https://shop.example.com/[link]"),
        ("https://jane:secret@example.com/", "https://[user]@example.com/"),
        ("www.example.com/?token=abc", "www.example.com/[link]"),
        ("Lindenstraße 12a, 10115 Berlin", "[address], 10115 Berlin"),
        ("I live at 12 Elm Street.", "I live at [address]."),
        ("ул. Садовая, д. 5, кв. 7", "[address]"),
        ("Atatürk Cad. No: 5/3", "[address]"),
        ("Lale SOKAK No 5", "[address]"),
        ("SW1A 1AA please", "[address] please"),
        ("PNR X4K9TZ", "PNR [number]"),  # at the beginning too
        ("born 03.05.1990", "born [date of birth]"),
        ("Петров, 03.05.1990 г.р.", "Петров, [date of birth] г.р."),
        # The words behind a code that would make up the length and the sum of an IBAN are none of its.
        ("Your parcel WK8479399 left Galway this morning", "Your parcel [number] left Galway this morning"),
        # A number behind a mark, which the same word announces.
        ("order AB-12345 and 99887", "order [number] and [number]"),
    ],
)
def test_what_is_marked(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Money, amounts, times, dates.
        "It costs 1.299,00 TL or 1,299.00 USD.", "1 000 000 руб.", "1299 TL", "12500000 TL", "$1234567", "EUR 1234567",
        "order 2000 EUR",
        "We are here 24/7.", "since 2026", "2025-2026", "12.05.2026", "05/12/2026", "2026-05-12", "20260512",
        "01.02.2026 14:30",
        "at 14:30", "09:00-18:00", "Mo-Fr 9-17 Uhr", "within 3-5 business days", "5 iş günü içinde", "10-12 iş günü",
        "5000 points",
        "order 5000 pieces", "14 дней", "100 %",
        # Products, versions, errors.
        "iPhone 15", "Galaxy S23 Ultra", "WH-1000XM4", "version 3.11.4", "Version 20261", "Windows 2019", "Error 404",
        "Fehler 50331",
        "error code 80070005", "код ошибки 12345", "hata kodu 12345", "promo code SAVE2026", "Gutscheincode 12345",
        "Model 123456",
        "article number 1234567", "zip code 90210", "192.168.100.200", "page 1204", "ISBN 978-3-16-148410-0", "1080p",
        "5000mAh",
        # What only looks like an order, a card, an account.
        "Your order 2026 was great", "order 12", "orders of 5000 or more", "Nr. 5", "#1", "#123", "C#",
        "in case 2024 comes", "ticket",
        "1234 5678", "DE12 is a road", "AB-12345 is a spare part",
        # Marks of others, placeholders, links and passwords that tell nothing.
        "NAME-F", "[PII]", "#NAME#", "{{ticket.id}}", "%{order}", "https://help.example.com/articles/7299973/returns",
        "example.com",
        "the password is wrong", "Passwort: bitte neu setzen", "пароль неверный", "şifreniz hatalı", "password-reset/link1",
        "Your password: %{password}", "@AcmeHelp thanks", "me@home", "a @ b",
        # Streets without a number, numbers without a street.
        "Adobe on 12.05.2026", "the template 12 is gone", "the last 4 orders", "PNR?", "born in 1990",
        "в 2026 г. рядом", "error AB-12345 and 99887",
        "Elm Street", "Room 1204", "the street 12 is closed", "Der Umweg lohnt sich", "ул. Садовая",
    ],
)  # fmt: skip
def test_what_stays(text: str) -> None:
    assert redact(text, NOBODY) == Redacted(text)


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (is_card, "4111111111111111", "4111111111111112"),
        (is_card, "378282246310005", "178282246310005"),
        (is_card, "9792030394440796", "9892030394440796"),
        (is_iban, "DE89370400440532013000", "DE88370400440532013000"),
        (is_iban, "TR330006100519786457841326", "TR330006100519786457841362"),
        (is_tckn, "10000000146", "10000000147"),
        (is_tckn, "10000000146", "00000000000"),
        (is_inn, "7707083893", "7707083894"),
        (is_inn, "500100732259", "500100732269"),
        (is_inn, "500100732259", "0000000000"),
    ],
)
def test_check_digits(check: object, good: str, bad: str) -> None:
    assert callable(check)
    assert check(good)
    assert not check(bad)
    assert not check("")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chat with Jane Doe.txt", "Chat with [name].txt"),
        ("exports/jane_doe/2026.json", "exports/[name]_[name]/2026.json"),
        ("jane.d@example.org-1", "[e-mail]"),
        ("+49 171 5550123#2", "[phone]#2"),
        ("card 4111 1111 1111 1111", "card [card number]"),
        ("iban DE89370400440532013000", "iban [iban]"),
        # What tells one conversation from another stays.
        ("c17", "c17"),
        ("4111111111111111", "4111111111111111"),
        ("00340434161094042557", "00340434161094042557"),
        ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("2026-10-01 team b/0171-2", "2026-10-01 team b/0171-2"),
        ("", ""),
    ],
)
def test_labels_of_conversations(text: str, expected: str) -> None:
    assert label(text, frozenset(("Jane", "Doe"))) == expected


def test_spans_move_with_the_text() -> None:
    text = "Call 0212 345 67 89 or write to jane@example.com today."
    redacted = redact(text, NOBODY)
    assert redacted.text == "Call [phone] or write to [e-mail] today."
    for words in ("Call", "or write to", "today."):
        start = text.index(words)
        moved, end = redacted.span(start, start + len(words))
        assert redacted.text[moved:end] == words


def test_a_span_that_cuts_a_mark_covers_it() -> None:
    text = "Call 0212 345 67 89 now"
    redacted = redact(text, NOBODY)
    assert redacted.text[slice(*redacted.span(7, 9))] == "[phone]"
    assert redacted.text[slice(*redacted.span(0, 9))] == "Call [phone]"
    assert redacted.text[slice(*redacted.span(9, len(text)))] == "[phone] now"
    assert redacted.span(0, 0) == (0, 0)


PIECES = st.sampled_from(
    [
        "4111 1111 1111 1111", "4111111111111111", "DE89 3704 0044 0532 0130 00", "+49 171 1234567", "0212 345 67 89",
        "jane@example.com",
        "10000000146", "7707083893", "order", "number", "#12345", "12345", "№", "AB-12345", "Jane", "Doe", "Анне",
        "Ayşe'nin", "Will",
        "TL", "1.299,00", "12.05.2026", "14:30", "error", "code", "password is", "hunter2!", "https://x.com/a?b=1",
        "https://u:p@x.com/12345", "[name]", "[number]", "[PII]", "and", "is", ".", ",", ":", "-", "/", "(", ")", "@",
        "@jane", "\n",
        " ", "1", "0", "+", "пароль:", "12345 numaralı", "Lindenstraße 12a", "12 Elm Street", "Hi", "Herr", "\"", "€",
        "phone", "\x00",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, PIECES, st.text(string.printable, max_size=4), st.text(max_size=3)), max_size=12)
NAMES = frozenset(("Jane", "Doe", "Анна", "Ayşe", "Will", "@jane"))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["", " "]))
def test_redacting_twice_changes_nothing_and_offsets_are_exact(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    redacted = redact(text, NAMES)
    assert redact(redacted.text, NAMES) == Redacted(redacted.text)
    assert redact(text, NAMES, *all_may_have([text])) == redacted
    reached = 0
    for start, end, length in (*redacted.marks, (len(text), len(text), 0)):
        assert reached <= start
        untouched = slice(*redacted.span(reached, start))
        assert redacted.text[untouched] == text[reached:start]
        covered = redacted.span(start, end)
        assert covered[1] - covered[0] == length
        reached = end


def test_half_a_letter_is_asked_like_any_other() -> None:
    text = "\ud83d my order is 12345"
    (may,) = all_may_have([text])
    assert redact(text, NOBODY, may) == redact(text, NOBODY)
    assert all_may_have([]) == []


@pytest.mark.parametrize(
    "sign", ["1", "1-", "a@", "Ab ", "https://", "+1 ", "DE89 ", "Hi Ab ", "\n", "(", "www.", "Lind-", "12 Elm "]
)
def test_hostile_texts_are_no_trouble(sign: str) -> None:
    text = sign * (50_000 // len(sign))
    assert isinstance(redact(text, NAMES).text, str)
