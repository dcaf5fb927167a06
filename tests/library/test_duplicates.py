from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.library.collect import Library
from coach.library.duplicates import Cluster, duplicates

BODY = (
    "Your parcel left our warehouse this morning and is on its way to you. You can follow it with the number below. "
    "The driver rings at your door and leaves a card when nobody opens."
)
OTHER = (
    "We are sorry that the lamp arrived with a broken shade. A new shade is in the post today. "
    "Please keep the old one until it is there, and throw it away after that."
)


@pytest.fixture
def found(library: Callable[..., Library]) -> Callable[..., list[Cluster]]:
    return lambda *rows: duplicates(library(*rows).macros)


def row(name: str, text: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "text": text, **more}


def test_greeting_signature_names_and_placeholders_do_not_count(found: Callable[..., list[Cluster]]) -> None:
    (one,) = found(
        row("A", f"Hi {{{{customer.name}}}},\n\n{BODY}\n\nBest regards,\nAnna"),
        row("B", f"Dear Ms {{{{customer.last_name}}}}!\n\n{BODY}\n\nKind regards\n{{{{agent.name}}}}\nExample Ltd"),
        row("C", OTHER),
    )
    assert (one.place.macro, [(copy.place.macro, copy.alike, copy.changes) for copy in one.copies]) == ("A", [("B", 1.0, ())])


def test_differences_are_shown_as_they_are_written(found: Callable[..., list[Cluster]]) -> None:
    (one,) = found(
        row("A", BODY), row("B", BODY.replace("The driver", "Our Courier").replace(" this morning", "")), row("C", OTHER)
    )
    (copy,) = one.copies
    assert 0.85 <= copy.alike < 1
    assert [tuple(change) for change in copy.changes] == [("this morning", ""), ("The driver", "Our Courier")]


def test_the_most_used_one_comes_first(found: Callable[..., list[Cluster]]) -> None:
    (one,) = found(row("A", BODY, usage=3), row("B", BODY, usage=90), row("C", BODY, usage=7))
    assert (one.place.macro, [copy.place.macro for copy in one.copies]) == ("B", ["A", "C"])


def test_german_russian_and_turkish_letters(found: Callable[..., list[Cluster]]) -> None:
    (one,) = found(
        row(
            "A",
            "Hallo Frau Weiß,\n\nIhr Paket ist unterwegs. Sie können es mit der Nummer unten verfolgen.\n\nViele Grüße",
            lang="de",
        ),
        row(
            "B",
            "Guten Tag,\n\nIhr Paket ist unterwegs. Sie koennen es mit der Nummer unten verfolgen.\n\nBeste Grüße\nA. B.",
            lang="de",
        ),
    )
    assert one.copies[0].alike == 1


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("another text", row("A", BODY), row("B", OTHER)),
        ("another language", row("A", BODY, lang="en"), row("B", BODY, lang="de")),
        ("a version for another country", row("Delivery [en-US]", BODY), row("Delivery [en-GB]", BODY)),
        ("the same for chat", row("Delivery", BODY, channel="chat"), row("Delivery", BODY, channel="email")),
        ("the same text in another form", row("A", BODY), row("A", BODY, twin=True)),
        ("one is retired", row("A", BODY), row("B", BODY, retired=True)),
        ("too short to tell", row("A", "Thank you!"), row("B", "Thank you!")),
        (
            "one word makes another message",
            row("A", "Your order was shipped today and is on its way."),
            row("B", "Your order was cancelled today and is on its way."),
        ),
        (
            "plural forms of one text",
            row("cart.items.one", f"One item. {BODY}"),
            row("cart.items.other", f"Some items. {BODY}"),
        ),
        ("a not", row("A", "The item is in our shop in Bonn today."), row("B", "The item is not in our shop in Bonn today.")),
        (
            "du and Sie on purpose",
            row("A", "Ich habe Ihre Frage gelesen und melde mich bei Ihnen bis Freitag mit einer Antwort.", lang="de"),
            row("B", "Ich habe deine Frage gelesen und melde mich bei dir bis Freitag mit einer Antwort.", lang="de"),
        ),
    ],
)
def test_what_is_no_duplicate(found: Callable[..., list[Cluster]], why: str, one: dict[str, Any], other: dict[str, Any]) -> None:
    assert found(one, other) == [], why


def test_what_all_macros_say_does_not_make_them_alike(found: Callable[..., list[Cluster]]) -> None:
    frame = "Thank you for your message to our team. {} Let me know if there is anything that I can do for you today."
    topics = (
        "The lamp is back in June.",
        "Your invoice is attached.",
        "The password link works now.",
        "A driver comes on Monday.",
    )
    assert found(*(row(str(number), frame.format(topic)) for number, topic in enumerate(topics))) == []


def test_no_chain_leads_to_strangers(found: Callable[..., list[Cluster]]) -> None:
    words = [f"word{number}" for number in range(60)]
    texts = [
        " ".join([*words[:start], *(f"new{number}" for number in range(start, start + 6)), *words[start + 6 :]])
        for start in (0, 6)
    ]
    far = " ".join([*(f"new{number}" for number in range(24)), *words[24:]])
    (one,) = found(
        row("A", " ".join(words), usage=9), *(row(str(number), text) for number, text in enumerate(texts)), row("far", far)
    )
    assert [copy.place.macro for copy in one.copies] == ["0", "1"]
