"""Streets with the number of a house: Lindenstraße 12a; 12 Elm Street; ул. Садовая, д. 5, кв. 7; Atatürk Cad. No: 5/3."""

from __future__ import annotations

from coach.review.private.forms import Form

ADDRESS = "[address]"
CAPITAL = r"[A-ZÄÖÜÇĞİÖŞÜ]"
ENGLISH = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Terrace|Gardens|Close|Crescent|Mews"
GERMAN = "Am|An der|Im|In der|Zum|Zur|Auf dem"

STREETS = (
    Form(
        "(?:straße|strasse|str\\.|weg|platz|allee|gasse|ufer|damm) [0-9]",
        rf"(?<!\w){CAPITAL}[\w\-]{{2,30}}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm) [0-9]{{1,4}}(?: ?[a-z])?(?!\w)",
        ADDRESS,
    ),
    Form(
        f" (?:{ENGLISH.lower()})(?:[^a-z]|$)",
        r"(?<![\w.,])(?:(?:Flat|Apt|Apartment|Unit)\.? [0-9]{1,4}[A-Za-z]?,? )?[0-9]{1,5}[A-Za-z]? (?:[A-Z][\w'’]{0,30} ){1,3}"
        rf"(?:{ENGLISH})(?!\w)",
        ADDRESS,
    ),
    Form(
        "[0-9] ?[a-z]?,? [0-9]{4,5} [a-zäöü]",
        rf"(?<!\w)(?:{GERMAN})(?: [A-ZÄÖÜ]\w{{1,30}}){{1,2}} [0-9]{{1,4}} ?[a-z]?(?=,? [0-9]{{4,5}} [A-ZÄÖÜ])",
        ADDRESS,
    ),
    Form(
        "ул\\.|улиц|пр-т|просп|пер\\.|переул|шоссе",
        r"(?<!\w)(?i:ул\.|улиц[аеуы]|пр-т|просп\.|проспект[ае]?|пер\.|переул\w{1,5}|шоссе) ?"
        r"[А-ЯЁ][\w\- ]{2,30}?,? ?(?:д\.? ?|дом )?[0-9]{1,4}(?:/[0-9]{1,4})?(?:,? (?:к|корп|стр)\.? ?[0-9]{1,4})?"
        r"(?:,? (?:кв\.?|квартира) ?[0-9]{1,4})?(?!\w)",
        ADDRESS,
    ),
    Form(
        "mah|cad|sok| sk[ .,]|bulv",
        rf"(?<!\w)(?:{CAPITAL}[\w.]{{1,30}} ){{1,3}}(?i:mah|cad|sok|sk|bulv|mahallesi|caddesi|sokağı|sokak|bulvarı)\.?,? "
        r"(?:[\w.]{1,30} ){0,3}?[Nn]o ?[:.]? ?[0-9]{1,4}(?:/[0-9A-Za-z]{1,4})?(?:,? ?[Dd](?:aire)?[:. ] ?[0-9]{1,4})?(?!\w)",
        ADDRESS,
    ),
    Form("[a-z][0-9][a-z0-9]? [0-9][a-z]{2}", r"(?<![^\W_])[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}(?!\w)", ADDRESS),
)
"""In each language; and a postcode of the United Kingdom, which some fifteen houses share."""
