"""Placeholders in all dialects: found, named, and told what they stand for."""

from __future__ import annotations

import pytest

from coach.sources.masking import EMAIL, PHONE, PLACEHOLDER, URL, mask
from coach.sources.placeholders import Placeholder, find, type_of
from coach.sources.vendors import FIELDS, known_names, known_roots


def found(text: str) -> list[tuple[str, str, str]]:
    """What is found: the words in the text, the name, the fallback."""
    return [(text[one.start : one.end], one.name, one.fallback) for one in find(text)]


@pytest.mark.parametrize(
    ("written", "name", "fallback"),
    [
        ("{{ticket.requester.first_name}}", "ticket.requester.first_name", ""),
        ("{{ orders[0].tracking_urls[0] }}", "orders[0].tracking_urls[0]", ""),
        ("{{{name}}}", "name", ""),
        ("{{- name -}}", "name", ""),
        ("{{~name~}}", "name", ""),
        ("{{ name | default: 'there' }}", "name", "there"),
        ('{{ name|default("there")|upper }}', "name", "there"),
        ('{{user.name|fallback:"there"}}', "user.name", "there"),
        ("{{ name or 'there' }}", "name", "there"),
        ("{{ contact.name || 'there' }}", "contact.name", "there"),
        ("{{ name if name else 'there' }}", "name", "there"),
        ('{{default name "there"}}', "name", "there"),
        ("{{ name | default: '' }}", "name", ""),  # an empty fallback is none
        ("{%customer.firstName,fallback=there%}", "customer.firstName", "there"),
        ("{%customer.firstName,fallback=%}", "customer.firstName", ""),
        ("#{ticket.customer.firstname}", "ticket.customer.firstname", ""),
        ("%{count}", "count", ""),
        ("${name}", "name", ""),
        ("%(name)s", "name", ""),
        ("{kundenname}", "kundenname", ""),
        ("{first name}", "first name", ""),
        ("[[first_name|Dear reader]]", "first_name", "Dear reader"),
        ("<<имя>>", "имя", ""),
        ("#NAME#", "NAME", ""),
        ("%CUSTOMER_NAME%", "CUSTOMER_NAME", ""),
    ],
)
def test_every_dialect(written: str, name: str, fallback: str) -> None:
    assert found(f"Hello {written}!") == [(written, name, fallback)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{% if name %}{% else %}{% endif %}{%- assign x = 1 -%}", "statements"),
        ("{{#if name}}{{else}}{{/if}}{{^a}}{{! note }}{{> footer}}", "statements of Handlebars"),
        ("{{ 'text' }} {{ }} {{}}", "no name"),
        ("{} { a: 1 } {name: 'x'} :-} 50 % {", "braces of prose and of data"),
        ("[Name] [your order number]", "for the agent to fill by hand"),
        ("{{name} and {name}}", "braces without their counterpart"),
        ("Open %APPDATA%, then %LOCALAPPDATA%", "folders of Windows"),
        ("100 % (net) and #1 and #a# and << >>", "signs of prose"),
        ("Plain words, nothing else.", "none at all"),
    ],
)
def test_what_is_no_placeholder(text: str, why: str) -> None:
    assert found(text) == [], why


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("first_name", "first_name firstName customer.firstname vorname имя ad müşteri_adı"),
        ("name", "name customer.name lastName kundenname Nachname фио soyad ad_soyad customer kunde username"),
        ("company", "company.name organization.name firma компания şirket ticket.brand.name"),
        ("number", "count item_count number_of_items anzahl Stückanzahl количество_дней adet days n"),
        ("money", "order.total amount rechnungsbetrag сумма_заказа tutar fiyatı"),
        ("date", "date lieferdatum created_at дата_доставки sipariş_tarihi due_date"),
        ("time", "uhrzeit delivery_time время saat"),
        ("url", "tracking_url orders[0].tracking_urls[0] link trackingLink ссылка_на_оплату bağlantı"),
        ("email", "customer.email e_mail eMail почта e_posta"),
        ("phone", "phone phone_number telefon телефон requester.phone"),
        (
            "text",
            "ticket.id order.number order.name bestellnummer номер_заказа sipariş_no product user.email_verified time_zone x",
        ),
    ],
)
def test_the_name_tells_the_type(kind: str, names: str) -> None:
    assert {name: type_of(name) for name in names.split()} == dict.fromkeys(names.split(), kind)


@pytest.mark.parametrize(
    ("written", "filler"),
    [
        ("{{help_center.url}}", URL),
        ("{{ orders[0].tracking_urls[0] | escape }}", URL),
        ("#{link}", URL),
        ("[[ссылка]]", URL),
        ("{%customer.email,fallback=-%}", EMAIL),
        ("{{e_posta}}", EMAIL),
        ("%{support_phone}", PHONE),
        ("{telefonnummer}", PHONE),
        ("{{name}}", PLACEHOLDER),
        ("{{linked_order}}", PLACEHOLDER),  # the name begins with link, but is none
        ("{{email_count}}", PLACEHOLDER),
        ("{{ 'a' | append: url }}", PLACEHOLDER),
    ],
)
def test_a_filler_says_what_will_stand_there(written: str, filler: str) -> None:
    assert mask(f"see {written} ok") == f"see {filler * len(written)} ok"


def test_known_names_of_help_desks() -> None:
    assert "ticket.requester.first_name" in known_names("zendesk")
    assert "helpdesk_name" in known_names("freshdesk")
    assert known_roots("gorgias") == {"ticket", "current_user"}
    assert known_roots("front") == frozenset()  # a team's own objects are roots, too
    assert known_names("intercom") == known_roots("intercom") == frozenset()  # attributes are the team's own
    assert all(known_names(dialect) for dialect in FIELDS)


def test_long_names_take_no_time() -> None:
    texts = [
        "{{" * 20_000,
        "{{ " + " " * 50_000,
        "{{a" + ".b" * 30_000 + "}}",
        "{%" + "a." * 30_000,
        "%(" * 30_000,
        "[[" * 30_000,
    ]
    assert [list(find(text)) for text in texts] == [[]] * len(texts)


def test_a_record_has_its_place() -> None:
    assert list(find("a {{b.c | x}} d")) == [Placeholder(2, 13, "b.c", "text", "", "b.c | x")]
