"""Awkward values: where a text falls apart, and the many texts that cope."""

from __future__ import annotations

import pytest

from coach.checking.stress import findings
from coach.model import Finding
from coach.sources.document import Segment
from coach.sources.mapped import plain


def found(text: str, lang: str, dialect: str = "") -> list[Finding]:
    return findings(Segment(plain(text), dialect=dialect), lang)


def only(text: str, lang: str, rule: str) -> Finding:
    """The only finding, which must stand at a placeholder."""
    (one,) = found(text, lang)
    assert one.rule == rule
    assert one.severity == "warning"
    assert one.suggestions == ()
    assert one.text == text[one.start : one.end]
    assert one.text[0] in "{#%"
    return one


@pytest.mark.parametrize(
    ("lang", "text", "reads"),
    [
        ("en", "Dear {{name}},", "Dear ,"),
        ("en", "Hi {{first_name}} {{last_name}},", "Hi ,"),  # both are missing together
        ("en", "{{name}}, what can I do?", ", what can I do?"),
        ("en", "Thank you, {{first_name}}.", "Thank you, ."),
        ("en", "Your plan ( {{company}} ) is ready", "Your plan (  ) is ready"),
        ("en", "We are open from {{start_date}} to May.", "We are open from  to May."),
        ("en", "Track it here: {{tracking_url}}", "Track it here:"),
        ("en", "Your link:\n\n{{tracking_url}}\n\nBye", "Your link:"),
        ("en", "{{product}} has been added.", "has been added."),
        ("en", "Done. {{product}} is on its way.", "Done.  is on its way."),
        ("en", "See {{company}}'s page", "See 's page"),
        ("en", "{% if vip %}Dear {{name}},{% else %}Hello,{% endif %}", "Dear ,"),  # asks for something else
        ("de", "Sehr geehrte Frau {{nachname}},", "Sehr geehrte Frau ,"),
        ("de", "Hallo {{vorname}}!", "Hallo !"),
        ("de", "Der Betrag geht an „{{firma}}“.", "Der Betrag geht an „“."),
        ("ru", "Здравствуйте, {{имя}}!", "Здравствуйте, !"),
        ("ru", "{{фио}}, добрый день!", ", добрый день!"),
        ("tr", "Sayın {{ad}} {{soyad}},", "Sayın ,"),
        ("tr", "- {{ürün}}", "-"),
    ],
)
def test_an_empty_value_is_seen(lang: str, text: str, reads: str) -> None:
    message = only(text, lang, "macro/empty-value").message
    assert message.startswith("where ")
    assert message.endswith(f' empty, this reads: "{reads}"')


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        ("en", "Hello {{name | default: 'there'}},", "a default"),
        ("en", "Hi {%customer.firstName,fallback=there%},", "a fallback"),
        ("en", "{% if name %}Dear {{name}},{% else %}Hello,{% endif %}", "the text asks for it"),
        ("en", "{{#customer.name}}Dear {{customer.name}},{{/customer.name}}", "the text asks for it"),
        ("en", "{% unless org %}Hi{% else %}Hi {{org.name}},{% endunless %}", "the text asks for what it is a part of"),
        ("en", "{% for item in items %}- {{item.title}}\n{% endfor %}", "a loop comes only to what is there"),
        ("en", "{{#each items}}- {{this.title}}\n{{/each}}", "a loop comes only to what is there"),
        ("en", "{% assign hi = 'Dear' %}{{hi}}, welcome", "the text itself says what it is"),
        ("en", "Best wishes,\n{{signature_line}}", "an empty line is none"),
        ("en", "Your ticket {{ticket.id}} ({{ticket.status}}) is open.", "every ticket has them"),
        ("en", "Regards, {{current_user.first_name}}.", "the agent has a name"),
        ("en", "Choose a new password here: {{reset_url}}", "the system makes the link"),
        ("en", "Ticket: {{ticket.ticket}}\nQueue: {{queue.title}}\nOpened: {{ticket.created}}", "every ticket has them"),
        ("en", "You paid {{order.total}}.", "an amount is there, if only 0"),
        ("en", "Order {{order_number}}, thank you.", "a number that names something"),
        ("en", "See https://shop.example/{{slug}}.", "part of a link"),
        ("en", "`Dear {{name}},`", "code"),
        ("en", "Dear #NAME#, hello", "a mark of an anonymised text"),
        ("en", "Dear [Name], hello", "the agent fills it by hand"),
        ("en", "Thanks for choosing {{product}} today.", "a value of unknown kind between words that stand alone"),
        ("en", "Thanks {{name}} :)", "a smiley is no stray mark"),
        ("de", "Hallo{{komma_name}},", "no space in front: written to be left out"),
        ("de", "Ihre Bestellung\n{{produkt}}\nist da.", "the line is just left out"),
        ("ru", "Номер заказа: {{номер_заказа}}", "an order has its number"),
        ("tr", "Talep no: {{talep_no}}", "a request has its number"),
    ],
)
def test_a_text_that_copes_with_an_empty_value(lang: str, text: str, why: str) -> None:
    assert found(text, lang) == [], why


@pytest.mark.parametrize(
    ("lang", "text", "reads", "forms"),
    [
        ("en", "Wait {{count}} days.", "1 days", "1 day, 2 days"),
        ("en", "Wait {{delivery.days}} business days.", "1 business days", "1 day, 2 days"),
        ("en", "You have {{message_count}} new messages", "1 new messages", "1 message, 2 messages"),
        ("en", "{{count}} people asked", "1 people", "1 person, 2 people"),
        ("en", "We reply within {{sla}} hours", "1 hours", "1 hour, 2 hours"),  # what is counted in hours is a number
        ("en", "It takes {{n}} day.", "2 day", "1 day, 2 days"),
        ("de", "Das dauert {{anzahl}} Tage.", "1 Tage", "1 Tag, 2 Tage"),
        ("de", "in {{count}} Tagen", "1 Tagen", "1 Tag, 2 Tagen"),
        ("de", "{{count}} offene Tickets", "1 offene Tickets", "1 Ticket, 2 Tickets"),
        ("de", "seit {{n}} Woche.", "2 Woche", "1 Woche, 2 Wochen"),
        ("ru", "осталось {{count}} дней", "1 дней", "1 день, 2 дня, 5 дней"),
        ("ru", "через {{count}} минут", "1 минут", "1 минуту, 2 минуты, 5 минут"),
        ("ru", "в течение {{count}} рабочих дней", "1 рабочих дней", "1 дня, 2 дней, 5 дней"),
        ("ru", "{{количество}} день", "2 день", "1 день, 2 дня, 5 дней"),
        ("tr", "{{count}} günler sürer", "5 günler", "1 gün, 5 gün: no plural behind a number"),
        ("tr", "{{adet}} yeni mesajlar var", "5 yeni mesajlar", "1 mesaj, 5 mesaj: no plural behind a number"),
    ],
)
def test_a_noun_that_does_not_fit_every_number(lang: str, text: str, reads: str, forms: str) -> None:
    one = only(text, lang, "macro/number-agreement")
    assert one.message == f'with {reads[0]} this reads "{reads}"; the forms are {forms}'


@pytest.mark.parametrize(
    ("lang", "text", "why"),
    [
        ("en", "Items in your cart: {{count}}", "the number follows"),
        ("en", "{{count}} item(s), {{count}} day/s", "written for every number"),
        ("en", "{{count}} {% if count == 1 %}day{% else %}days{% endif %}", "the text asks for the number"),
        ("en", "{% if n > 1 %}{{n}} days left{% else %}Last day{% endif %}", "the text asks for the number"),
        ("en", '{{count}} {{ count | pluralize: "day", "days" }}', "a filter finds the form"),
        ("en", "3 to {{count}} days, {{min}}-{{max}} days", "the end of a range is more than one"),
        ("en", "a {{count}} day trial, a {{count}}-day trial", "part of a compound"),
        ("en", "Order {{order.number}} items are packed", "a number that names something"),
        ("en", "{{count}} left, {{count}} status, {{count}} news", "no plurals"),
        ("en", "{{total_count}} includes shipping", "a verb"),
        ("en", "Spare {{product}} batteries", "no number"),
        ("de", "{{count}} Tag(e), {{count}} Kund*innen", "written for every number"),
        ("de", "{{count}} Euro, {{count}} Prozent, {{count}} Artikel", "the same for all numbers"),
        ("de", "Tage: {{count}}", "the number follows"),
        ("ru", "{{count}} мин., {{count}} шт., {{count}} руб.", "abbreviations"),
        ("ru", "Осталось дней: {{count}}", "the number follows"),
        ("ru", "{{count}} кофе", "the same for all numbers"),
        ("ru", "{{count}} из {{total}}", "no noun"),
        ("tr", "{{count}} gün, {{count}} iş günü", "no plural, as it should be"),
        ("tr", "{{count}} dolar", "it only ends like a plural"),
        ("tr", "{{count}} bekliyorlar", "a verb"),
    ],
)
def test_a_text_that_copes_with_every_number(lang: str, text: str, why: str) -> None:
    assert found(text, lang) == [], why


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("{{ad}}'in siparişi", "Ayşe'in", "Ayşe'nin"),
        ("{{müşteri_adı}}’a yazdık", "Ayşe’a", "Ayşe’ye"),
        ("{{tarih}}'de", "15 Mart 2026'de", "15 Mart 2026'da"),
        ("{{count}}'inci sıradasınız", "3'inci", "3'üncü"),
        ("{{saat}}'da görüşelim", "14.00'da", "14.00'te"),
        ("{{şehir}}den geldi", "kargoden", "kargodan"),
        ("{{tutar}}'ı iade ettik", "99 TL'ı", "99 TL'yi"),
        ("{{name | default: 'Ali'}}'yle konuştuk", "Ahmet'yle", "Ahmet'le"),
    ],
)
def test_a_turkish_ending_that_does_not_fit_every_value(text: str, value: str, right: str) -> None:
    message = only(text, "tr", "macro/turkish-ending").message
    assert f'this reads "{value}" instead of "{right}"' in message


@pytest.mark.parametrize(
    ("text", "lang", "why"),
    [
        ("Sayın {{ad | default: 'müşterimiz'}} Bey'in siparişi", "tr", "a word of the text takes the ending"),
        ("{{sipariş_no}} numaralı siparişiniz", "tr", "a word of the text takes the ending"),
        ("{{tutar}}'yi iade ettik", "tr", "amounts end in TL, whatever they are"),
        ("{{count}}x {{count}}kg", "tr", "no endings"),
        ("{{order_total}}'s worth", "en", "not Turkish"),
        ("{{email | default: '-'}}'e yazdık", "tr", "nobody knows how the value sounds"),
    ],
)
def test_endings_that_fit(text: str, lang: str, why: str) -> None:
    assert found(text, lang) == [], why


def test_offsets_count_in_the_text_with_its_statements() -> None:
    text = "{% if a %}One{% else %}Dear {{name}},{% endif %}"
    (one,) = found(text, "en")
    assert (one.start, one.text) == (text.index("{{name}}"), "{{name}}")


def test_a_placeholder_is_told_once_a_rule() -> None:
    """The greeting comes out in both ways."""
    text = "Dear {{name}},{% if a %} one{% else %} two{% endif %}\nfor {{name}}, too"
    assert [(one.rule, one.start) for one in found(text, "en")] == [
        ("macro/empty-value", 5),
        ("macro/empty-value", text.rindex("{{name}}")),
    ]


@pytest.mark.parametrize(("name", "told"), [("items.other", 0), ("items_one", 0), ("items", 1), ("The other", 1)])
def test_a_translation_has_a_text_for_each_kind_of_number(name: str, told: int) -> None:
    assert len(findings(Segment(plain("You have {{count}} items."), name=name), "en")) == told


def test_a_long_line_is_cut_at_words() -> None:
    text = "We are writing to tell you that the parcel for {{name}}, which you ordered last week from us, is on its way."
    assert only(text, "en", "macro/empty-value").message == (
        'where name is empty, this reads: "… tell you that the parcel for , which you ordered last week …"'
    )


@pytest.mark.parametrize("lang", ["en", "de", "ru", "tr"])
def test_plain_text_costs_nothing(lang: str) -> None:
    assert found("Hello , nothing to see ( ) here. 1 days 5 günler", lang) == []


@pytest.mark.parametrize("lang", ["en", "de", "ru", "tr"])
def test_broken_texts_are_read_to_the_end(lang: str) -> None:
    for text in (
        "{{n}} days " * 2_000,
        "{% if a %}{{n}} x" * 500,
        "{{" * 5_000,
        "Hi {{_}}, {{ . }}, {{__1}}",
        "Dear {{name}} {{name}}," * 500,
    ):
        assert all(isinstance(one, Finding) for one in found(text, lang))


def test_without_a_language_only_empty_values_are_seen() -> None:
    segment = Segment(plain("Dear {{name}}, {{count}} days, {{x}}'in"))
    assert [one.rule for one in findings(segment, None)] == ["macro/empty-value"] * 2
