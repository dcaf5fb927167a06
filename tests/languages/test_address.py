"""Sie and du, вы and ты, siz and sen."""

from __future__ import annotations

import pytest

from coach.languages import language
from coach.languages.address import address


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Haben Sie Ihre Nummer?", "formal"),
        ("de", "Hast du deine Nummer?", "informal"),
        ("de", "Die Pakete sind da. Sie liegen bei dir im Büro.", "informal"),  # Sie = they
        ("de", "Kommen Sie vorbei, dann zeige ich es dir.", "mixed"),
        ("de", "Das Paket ist unterwegs.", ""),
        ("ru", "Ваш заказ готов, ждём вас.", "formal"),
        ("ru", "Твой заказ готов, ждём тебя.", "informal"),
        ("ru", "Заказ готов.", ""),
        ("tr", "Siparişiniz hazır, size haber verdik.", "formal"),
        ("tr", "Siparişin hazır, sana haber verdik.", "informal"),
        ("tr", "Paket hazır.", ""),
        ("tr", "Deniz bugün çok temiz, iptal olan dersin yeri değişti.", ""),  # they only look as if they had the endings
        ("tr", "Faturanız ekte, gelirseniz konuşuruz.", "formal"),
        ("tr", "Beğenmezsen haber yeter.", "informal"),
        ("en", "Your parcel is here.", ""),
    ],
)
def test_address(lang: str, text: str, expected: str) -> None:
    assert address(text, language(lang)) == expected
