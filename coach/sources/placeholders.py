"""Placeholders of all dialects: where they stand in a text, what they are called, what kind of value they stand for.

`[Name]` is not among them: the agent fills it by hand, the help desk knows nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from coach.expressions import compiled

SIGNS = ("{", "}}", "[[", "<<", "%", "#")
"""The cheap question: without any of these there is no placeholder, not even a broken one."""

FORM = (
    r"\{\{\{?(?P<double>[^{}]{0,300}+)\}?\}\}"
    r"|[#$%]\{(?P<single>[^{}\n]{0,200}+)\}"
    r"|\{%(?P<percent>\s{0,9}[^\W\d][\w.]{0,100}+(?:,[^%{}\n]{0,100}+)?\s{0,9})%\}"
    r"|%\((?P<python>\w{1,60}+)\)[sd]"
    r"|(?<!\{)\{(?P<brace>[^\W\d][\w.\-]{0,80}+(?: [\w.\-]{1,40}+){0,3})\}(?!\})"
    r"|\[\[(?P<square>[^\[\]\n]{1,200}+)\]\]"
    r"|<<(?P<angle>[^<>\n]{1,80}+)>>"
    r"|#(?P<hash>[A-Z][A-Z_0-9-]{1,30}+)#|%(?P<upper>[A-Z][A-Z_]{1,40}+)%"
)
"""A placeholder in any dialect. What may be long is taken whole or not at all, so that the search stays linear."""

WINDOWS = frozenset(
    "ALLUSERSPROFILE APPDATA COMPUTERNAME HOMEDRIVE HOMEPATH LOCALAPPDATA PATH PROGRAMDATA PROGRAMFILES PUBLIC SYSTEMDRIVE "
    "SYSTEMROOT TEMP TMP USERPROFILE WINDIR".split()
)
"""What looks like a placeholder (%APPDATA%) and is a folder that the customer is to open."""

EDGES = " \t\r\n\u00a0-~&"
"""What may stand between the braces and the name."""

PATH = r"[@$]?[^\W\d][\w\-]*(?:\.[\w\-]+|\[[^\[\]]{0,40}\])*"
"""The name of a value: ticket.requester.name, orders[0].total, order['total']."""

HELPER = r"(?P<helper>[^\W\d]\w*) (?P<name>[^\W\d\"'][\w.\[\]]*)(?: [\"'](?P<text>[^\"']*)[\"'])?"
"""A Handlebars helper with its value: {{default name "there"}}."""

FALLBACK = (
    r"(?:\|\s*(?:default|fallback)\s*(?::|\(|=)|,\s*fallback\s*=|\|\||\bor\b|\belse\b)\s*"
    r"(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^|,)%}]*))"
)
"""What stands there instead of an empty value, in all the ways it is written."""

STATEMENT_WORDS = frozenset(
    (
        "if elif elsif elseif else endif unless endunless case when endcase for endfor empty break continue assign set endset "
        "capture endcapture comment endcomment raw endraw verbatim endverbatim include render extends block endblock import from "
        "macro endmacro increment decrement cycle tablerow endtablerow liquid layout"
    ).split()
)

TYPES = {
    "first_name": "first vorname firstname имя ad adı adi isim ismi",
    "name": "name lastname surname fullname nachname familienname фио фамилия отчество soyad soyadı adsoyad",
    "company": "company organization organisation firma firmenname unternehmen компания организация фирма şirket sirket firması",
    "number": (
        "count qty quantity anzahl menge количество adet adedi sayı sayısı sayi n num "
        "days hours minutes weeks months years nights tage stunden minuten wochen monate nächte дней дни часов минут недель gün "
        "gun hafta ay size length points punkte баллы puan attempts"
    ),
    "money": (
        "total amount price sum cost costs fee refund balance subtotal betrag preis summe gebühr kosten guthaben сумма цена "
        "стоимость баланс tutar tutarı fiyat fiyatı ücret ücreti bakiye"
    ),
    "date": "date day weekday at until datum wochentag дата день tarih tarihi",
    "time": "time uhrzeit zeit время saat saati",
    "url": "url urls link links uri href website webseite ссылка bağlantı bağlantısı",
    "email": "email mail eposta posta почта имейл",
    "phone": "phone mobile telefon telefonnummer telefonu телефон fax",
    "text": (
        "id ids number no nr nummer code key token номер код numara numarası kodu zone title subject status type description "
        "body comment note notes text address adresse адрес adres signature language locale priority tag tags group team product "
        "item plan file reason zip city country street"
    ),
}
TYPE_OF = {word: kind for kind, words in TYPES.items() for word in words.split()}
PERSONS = frozenset("customer requester recipient contact kunde kundin клиент müşteri musteri username nickname".split())
"""Words that are the name of somebody where they stand last."""

COMPOUND = {
    "first name": "first_name", "given name": "first_name", "last name": "name", "full name": "name", "company name": "company",
    "organization name": "company", "organisation name": "company", "brand name": "company", "account name": "company",
    "portal name": "company", "helpdesk name": "company", "phone number": "phone", "mobile number": "phone", "e mail": "email",
    "e posta": "email", "time zone": "text", "ad soyad": "name", "due date": "date",
}  # fmt: skip
"""Two words that mean something else than the last of them."""

THINGS = frozenset(
    "order product item file group team plan event topic shop store category tag status field branch sku carrier".split()
)
"""What has a name that is no person's."""

ENDINGS = {
    "vorname": "first_name", "firmenname": "company", "name": "name", "datum": "date", "date": "date", "nummer": "text",
    "betrag": "money", "preis": "money", "summe": "money", "anzahl": "number", "count": "number", "uhrzeit": "time",
    "link": "url", "url": "url", "mail": "email", "telefon": "phone", "phone": "phone",
}  # fmt: skip
"""Ends of compounds: Kundenname, Lieferdatum, orderdate."""


class Placeholder(NamedTuple):
    """A placeholder at `[start:end]`: its name as written, what it stands for, and what is put for an empty value ("" nothing).

    `type` is one of name, first_name, company, number, money, date, time, url, email, phone, text. `content` is what stands
    between the braces.
    """

    start: int
    end: int
    name: str
    type: str
    fallback: str
    content: str


def may_have(text: str) -> bool:
    """Whether a text may hold placeholders at all."""
    return any(sign in text for sign in SIGNS)


def find(text: str) -> Iterator[Placeholder]:
    """The placeholders of a text in order; statements, and what stands between quotation marks, are none."""
    if not may_have(text):
        return
    for match in compiled(FORM).finditer(text):
        kind = match.lastgroup or ""
        content = match[kind].strip(EDGES)
        if (kind == "double" and content[:1] in tuple("#/^!>\"'")) or content == "else" or content.startswith("else "):
            continue
        if kind == "upper" and content in WINDOWS:
            continue
        if kind == "percent" and compiled(r"\w+").match(content)[0] in STATEMENT_WORDS:  # type: ignore[index]
            continue
        name, fallback = read(content)
        if kind == "square":
            fallback = fallback or content.partition("|")[2]  # [[first_name|Dear reader]]
        if name:
            is_number = kind == "python" and match[0].endswith("d")
            yield Placeholder(*match.span(), name, "number" if is_number else type_of(name), fallback, content)


def read(content: str) -> tuple[str, str]:
    """The name and the fallback in what stands between braces; no name where there is an expression or nothing."""
    helper = compiled(HELPER).fullmatch(content)
    if helper and helper["helper"] in ("default", "fallback", "or"):
        return helper["name"], helper["text"] or ""
    path = compiled(PATH).match(content)
    if not path:
        return "", ""
    found = compiled(FALLBACK).search(content, path.end())
    fallback = next((one for one in (found["a"], found["b"], found["c"]) if one), "").strip() if found else ""
    plain = compiled(r"[\w.\- ]+").fullmatch(content)
    return (content if plain else path[0]), fallback


def words_of(name: str) -> list[str]:
    """The words of a name in small letters: ticket.requester.firstName -> ticket, requester, first, name."""
    spaced = compiled(r"(?<=[a-zа-яёçğıöşü])(?=[A-ZА-ЯЁÇĞİÖŞÜ])").sub(" ", compiled(r"\[[^\]]*\]").sub(" ", name))
    lower = spaced.replace("İ", "i").lower()
    return [word for word in re.split(r"[\W_\d]+", lower) if word]


def type_of(name: str) -> str:
    """What a name stands for, told from its last word that tells anything."""
    words = words_of(name)
    if not words:
        return "text"
    if words[-1] in PERSONS:
        return "name"
    if len(words) > 2 and words[-2] == "of" and words[-3] in ("number", "num"):
        return "number"
    two = " ".join(words[-2:])
    if two in COMPOUND:
        return COMPOUND[two]
    if words[-1] == "name" and two.split()[0] in THINGS:
        return "text"
    if compiled(r"[а-яё]").match(words[0]):
        # The head comes first: имя_клиента, номер_заказа.
        return next((TYPE_OF[word] for word in reversed(words) if word in TYPE_OF), "text")
    ending = (kind for end, kind in ENDINGS.items() if words[-1].endswith(end))
    return TYPE_OF.get(words[-1]) or next(ending, "text")
