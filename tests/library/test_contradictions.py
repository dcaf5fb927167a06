from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.library.claims import Claim
from coach.library.contradictions import Contradiction

Opposed = Callable[..., list[Contradiction]]


def rows(lang: str, *pairs: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"name": name, "text": text, "lang": lang} for name, text in pairs]


def shown(found: list[Contradiction]) -> list[tuple[str, ...]]:
    return [tuple(side.shown for side in one.sides) for one in found]


@pytest.mark.parametrize(
    ("lang", "one", "other", "answers"),
    [
        (
            "en",
            ("Returns", "You can return any item within 14 days of delivery."),
            ("Return policy", "Items can be sent back within 30 days."),
            ("14 days", "30 days"),
        ),
        (
            "en",
            ("Answer time", "We reply within 24 hours."),
            ("Reply time", "We answer every message within 2 business days."),
            ("24 hours", "2 business days"),
        ),
        ("en", ("Shipping cost", "Shipping costs €4.90."), ("Delivery fee", "Delivery is €5.90."), ("€4.90", "€5.90")),
        (
            "en",
            ("Opening hours", "Our phone line is open Mon-Fri 9 a.m. to 5 p.m."),
            ("Opening hours (old)", "Our phone line is open Monday to Friday from 9:00 to 18:00."),
            ("Mon-Fri 9 a.m. to 5 p.m.", "Monday to Friday from 9:00 to 18:00"),
        ),
        ("en", ("Call us", "Call us on +49 30 5550100."), ("How to call", "You can call us on +49 30 5550199."), None),
        (
            "de",
            ("Rückgabe", "Sie können Artikel innerhalb von 14 Tagen zurückgeben."),
            ("Rückgabe FAQ", "Die Rückgabefrist beträgt 30 Tage ab Erhalt der Ware."),
            ("14 Tagen", "30 Tage"),
        ),
        (
            "de",
            ("Retoure", "Schicken Sie die Ware bitte binnen zwei Wochen zurück."),
            ("Rücksendung", "Sie können die Artikel innerhalb von 30 Tagen zurücksenden."),
            ("zwei Wochen", "30 Tagen"),
        ),
        (
            "ru",
            ("Возврат", "Вы можете вернуть товар в течение 14 дней с момента получения."),
            ("Возврат товара", "Возврат возможен в течение 30 дней."),
            ("14 дней", "30 дней"),
        ),
        (
            "tr",
            ("İade", "Ürünü teslimattan itibaren 14 gün içinde iade edebilirsiniz."),
            ("İade süresi", "Ürünleri 30 gün içinde iade edebilirsiniz."),
            ("14 gün", "30 gün"),
        ),
    ],
)
def test_the_same_thing_with_two_facts(
    opposed: Opposed, lang: str, one: tuple[str, str], other: tuple[str, str], answers: tuple[str, str] | None
) -> None:
    found = opposed(*rows(lang, one, other))
    assert len(found) == 1
    if answers:
        assert shown(found) == [answers]


@pytest.mark.parametrize(
    ("lang", "why", "one", "other"),
    [
        ("en", "two services", ("Express", "Express delivery takes 1 day."), ("Standard", "Standard delivery takes 5 days.")),
        ("en", "two fees", ("Cost", "Shipping costs €4.90."), ("Return cost", "Returns cost €2.90.")),
        (
            "en",
            "a case of its own",
            ("Returns", "You can return items within 14 days."),
            ("Returns", "You can return sale items within 7 days."),
        ),
        (
            "en",
            "a country of its own",
            ("Delivery", "Delivery takes 3 days."),
            ("Delivery", "For orders to Iceland, delivery takes 3 weeks."),
        ),
        (
            "en",
            "a condition behind",
            ("Delivery", "Delivery takes 3 days."),
            ("Delivery", "Delivery takes 3 weeks if you live on an island."),
        ),
        (
            "en",
            "titles tell them apart",
            ("Delivery: sofas", "Delivery takes 8 weeks."),
            ("Delivery: lamps", "Delivery takes 3 days."),
        ),
        (
            "en",
            "the customer's time and ours",
            ("Returns", "You can return items within 14 days."),
            ("Returns", "Your return takes 5 days."),
        ),
        (
            "en",
            "until when, and how long",
            ("Refund", "You can get a refund within 30 days."),
            ("Refund", "Your refund takes 5 days."),
        ),
        (
            "en",
            "what if not",
            ("Delivery", "Delivery takes 3 days."),
            ("Delivery", "If it has not been delivered within 10 days, tell us."),
        ),
        (
            "en",
            "an end and a beginning",
            ("Trial", "The trial lasts at most 14 days."),
            ("Trial", "The trial lasts at least 7 days."),
        ),
        ("en", "a threshold", ("Shipping", "Shipping costs €4.90."), ("Shipping", "Shipping is free from €50.")),
        (
            "en",
            "set case by case",
            ("Sorry", "As an apology you get 10% off."),
            ("Sorry", "As an apology you get 20% off with this voucher."),
        ),
        (
            "en",
            "the same in other words",
            ("Returns", "You can return items within two weeks."),
            ("Returns", "Items can be returned within 14 days."),
        ),
        ("en", "a moment of this chat", ("Wait", "I will reply in 2 minutes."), ("Wait", "I will reply in 5 minutes.")),
        ("en", "two topics", ("Login", "You can call us on +49 30 5550100."), ("Invoice", "You can call us on +49 30 5550199.")),
        ("en", "nothing says what about", ("A", "It takes 3 days."), ("B", "It takes 5 days.")),
        (
            "de",
            "zwei Fälle",
            ("Rückgabe", "Artikel können Sie 14 Tage zurückgeben."),
            ("Sale", "Reduzierte Artikel können Sie 7 Tage zurückgeben."),
        ),
        (
            "ru",
            "деньги и товар",
            ("Возврат", "Вернуть товар можно в течение 14 дней."),
            ("Возврат денег", "Возврат денег занимает 10 дней."),
        ),
        ("tr", "para ve ürün", ("İade", "Ürünü 14 gün içinde iade edebilirsiniz."), ("Para iadesi", "Para iadeniz 5 gün sürer.")),
    ],
)
def test_what_is_no_contradiction(opposed: Opposed, lang: str, why: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    assert shown(opposed(*rows(lang, one, other))) == [], why


def test_two_languages_are_not_compared_here(opposed: Opposed) -> None:
    assert (
        opposed(*rows("en", ("R", "You can return items within 14 days.")), *rows("de", ("R", "Rückgabe binnen 30 Tagen."))) == []
    )


def test_a_macro_that_knows_two_numbers_knows_more_than_its_sentences_say(opposed: Opposed) -> None:
    both = "Delivery takes 3 days. Delivery takes 5 days."
    assert opposed(*rows("en", ("Delivery", both), ("Delivery time", "Delivery takes 7 days."))) == []


def test_places_are_those_of_the_facts_and_quote_the_sentences(opposed: Opposed) -> None:
    (found,) = opposed(
        *rows("en", ("Returns", "Hi!\nYou can return it within 14 days."), ("Return policy", "Returns: within 30 days."))
    )
    first = found.sides[0].places[0]
    assert (first.path, first.line, first.column) == ("lib.json", 2, 26)
    assert first.text == "You can return it within 14 days."


HOUSE = [
    (f"Topic {name}", f"All about {name}. You can return items within 14 days.") for name in ("lamps", "paint", "rugs", "tools")
]


def test_a_house_rule_holds_whatever_a_macro_is_about(opposed: Opposed) -> None:
    (found,) = opposed(*rows("en", *HOUSE, ("Another colour", "No problem! Please send it back within 30 days.")))
    assert found.house_rule
    assert [(side.shown, len(side.macros)) for side in found.sides] == [("14 days", 4), ("30 days", 1)]


@pytest.mark.parametrize(
    ("why", "title", "text"),
    [
        ("a special case by its title", "Damaged item", "Please send it back within 7 days."),
        ("a special case by the sentence before", "Colours", "It is a Christmas gift. You can return it within 60 days."),
        ("a case of its own", "Sofas", "You can return sofas within 100 days."),
    ],
)
def test_a_special_case_may_have_another_number(opposed: Opposed, why: str, title: str, text: str) -> None:
    assert opposed(*rows("en", *HOUSE, (title, text))) == [], why


def test_another_folder_may_be_another_brand(opposed: Opposed) -> None:
    own = [{**row, "path": f"acme/{row['name']}.md", "name": ""} for row in rows("en", *HOUSE)]
    other = {"text": "Please send it back within 30 days.", "path": "bolt/colour.md"}
    assert opposed(*own, other) == []
    assert len(opposed(*own, {**other, "path": "acme/colour.md"})) == 1


def test_three_macros_are_no_house_rule(opposed: Opposed) -> None:
    assert opposed(*rows("en", *HOUSE[:3], ("Another colour", "Please send it back within 30 days."))) == []


def test_as_many_for_as_against_is_no_house_rule(opposed: Opposed) -> None:
    others = [(f"Case {name}", f"All about {name}. You can return items within 30 days.") for name in ("beds", "bikes", "chairs")]
    assert opposed(*rows("en", *HOUSE, *others)) == []


def test_what_a_claim_is_about(claims_of: Callable[..., list[Claim]]) -> None:
    (one,) = claims_of("Express delivery to Norway takes 2 days.")
    assert one.frame.concepts == {"delivery"}
    assert one.frame.rest == {"expre", "norwa"}
    assert one.special == {"express"}
    assert one.shown == "2 days"


def test_a_deadline_and_a_site(opposed: Opposed) -> None:
    closed = rows(
        "en", ("Closed", "Our shop is closed until 6 January 2027."), ("Closed now", "Our shop is closed until 9 January 2027.")
    )
    assert shown(opposed(*closed)) == [("6 January 2027", "9 January 2027")]
    label = rows(
        "en",
        ("Return label", "Print the return label at https://a.example.com/x."),
        ("Return labels", "Print the return label at example.org."),
    )
    assert shown(opposed(*label)) == [("https://a.example.com/x", "example.org")]


def test_two_pages_of_a_site_and_two_dates_of_two_things(opposed: Opposed) -> None:
    pages = rows(
        "en", ("Return label", "The return label: example.com/a."), ("Return labels", "The return label: www.example.com/b.")
    )
    dates = rows(
        "en", ("Closed", "Our shop is closed until 6 January 2027."), ("Sale", "The voucher is valid until 9 January 2027.")
    )
    assert opposed(*pages, *dates) == []
