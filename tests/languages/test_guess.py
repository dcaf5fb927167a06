"""The language of a text: right when it answers, silent when unsure."""

from __future__ import annotations

import pytest

from coach.languages.guess import guess


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you for your patience, the parcel is on its way.", "en"),
        ("Vielen Dank, das Paket ist unterwegs.", "de"),
        ("hab nachgeschaut, dein paket ist da", "de"),
        ("Спасибо, посылка уже в пути.", "ru"),
        ("Teşekkür ederiz, paketiniz yolda.", "tr"),
        ("siparisiniz icin tesekkur ederiz, bugun kargoda", "tr"),
        ("Дякую, ваше замовлення вже їде до вас.", None),  # Ukrainian
        ("OK", None),
        ("", None),
        ("12345 !!!", None),
        ("Grazie mille, il pacco arriva domani.", None),
    ],
)
def test_guess(text: str, expected: str | None) -> None:
    assert guess(text) == expected
