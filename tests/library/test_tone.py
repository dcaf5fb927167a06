from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coach.library.xray import XRay

Examine = Callable[..., XRay]

SIE, DU, NONE = "Ihr Paket ist da. Bitte holen Sie es ab.", "Dein Paket ist da. Magst du es abholen?", "Das Paket ist da."
BOTH = "Ihr Paket ist da. Hol es ab, wenn du magst, und bringen Sie den Ausweis mit."


def german(*texts: str) -> list[dict[str, Any]]:
    return [{"name": str(number), "text": text, "lang": "de"} for number, text in enumerate(texts)]


def test_the_minority_is_listed_with_its_words(examine: Examine) -> None:
    (use,) = examine(*german(SIE, SIE, SIE, SIE, DU, NONE)).addresses
    assert (use.language, use.formal, use.informal, use.mixed, use.none, use.house) == ("de", 4, 1, 0, 1, "formal")
    assert [(odd.form, odd.place.macro, odd.place.text) for odd in use.odd] == [("informal", "4", "Dein")]


def test_a_macro_that_mixes_is_listed_at_the_rarer_form(examine: Examine) -> None:
    (use,) = examine(*german(SIE, SIE, SIE, SIE, SIE, BOTH)).addresses
    assert [(odd.form, odd.place.text) for odd in use.odd] == [("mixed", "du")]


def test_russian_and_turkish(examine: Examine) -> None:
    formal = {"ru": "Ваш заказ у вас?", "tr": "Siparişiniz size ulaştı mı?"}
    informal = {"ru": "Твой заказ у тебя?", "tr": "Siparişin sana ulaştı mı?"}
    for lang in ("ru", "tr"):
        rows = [{"text": formal[lang], "lang": lang}] * 4 + [{"text": informal[lang], "lang": lang, "name": "odd"}]
        (use,) = examine(*rows).addresses
        assert [odd.place.macro for odd in use.odd] == ["odd"]


def test_a_divided_library_has_no_minority(examine: Examine) -> None:
    (use,) = examine(*german(SIE, SIE, SIE, DU, DU)).addresses
    assert (use.house, use.odd) == ("", ())


def test_three_macros_are_no_house_style(examine: Examine) -> None:
    (use,) = examine(*german(SIE, SIE, DU)).addresses
    assert (use.house, use.odd) == ("", ())


def test_english_has_one_form(examine: Examine) -> None:
    assert examine({"text": "Your parcel is there, you can fetch it."}).addresses == ()


def test_texts_without_any_address_are_no_row(examine: Examine) -> None:
    assert examine(*german(NONE, NONE)).addresses == ()


def test_several_people_are_not_addressed_formally(examine: Examine) -> None:
    (use,) = examine(*german(DU, DU, DU, DU, "Ihr habt das Paket schon, euer Nachbar auch.")).addresses
    assert use.odd == ()


def plain(number: int) -> list[dict[str, Any]]:
    return [{"name": str(place), "text": f"Text {place}"} for place in range(number)]


def test_the_only_one_that_shouts(examine: Examine) -> None:
    loud = {"name": "loud", "text": "READ THIS NOW", "findings": [("reply/shouting", "warning")]}
    (found,) = examine(*plain(30), loud).outliers
    assert (found.what, [odd.place.macro for odd in found.odd], found.of) == ("shouting", ["loud"], 31)


def test_the_only_one_with_an_emoji(examine: Examine) -> None:
    (found,) = examine(*plain(30), {"name": "merry", "text": "All done 😀"}).outliers
    assert (found.what, [odd.place.text for odd in found.odd]) == ("emoji", ["😀"])


def test_what_many_do_is_no_outlier(examine: Examine) -> None:
    assert examine(*plain(30), *({"text": f"All done {place} 😀"} for place in range(5))).outliers == ()


def test_in_a_small_library_nobody_stands_out(examine: Examine) -> None:
    assert examine(*plain(5), {"text": "All done 😀"}).outliers == ()
