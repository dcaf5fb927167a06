"""Where mail addresses, links that carry something, and passwords stand in a text."""

from __future__ import annotations

from collections.abc import Iterator

from coach.expressions import compiled
from coach.review.private.forms import Mark

MAIL, LINK, USER, PASSWORD = "[e-mail]", "/[link]", "[user]", "[password]"

ADDRESS = r"(?<![\w.+%\-])[\w.+%\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+"
URL = r"(?i)(?:https?://|(?<![\w.])www\.)(?P<user>[^\s/?#@<>\"'()\[\]]{1,200}@)?[\w.\-:]+(?P<rest>[^\s<>\"'()\[\]]*)"
CARRIES = (
    r"(?i)\?|[#;].*=|/(?:orders?|track\w*|tickets?|cases?|parcels?|shipments?|invoices?|accounts?|customers?|users?|bestellung\w*"
    r"|sendung\w*|rechnung\w*|zakaz\w*|siparis\w*|kargo\w*)/[^/]*[0-9]{4}"
)
"""In the part of a link behind the host: what may name a person, an order or a session. Numbers of articles are everybody's."""

WORDS = ("pass", "kennwort", "парол", "ifre", "parola")
"""One of them is in every text in which somebody tells a password, in small letters."""

TOLD = (
    r"(?i)(?<!\w)(?:passw(?:or[dt])|passcode|pass code|kennwort|парол\w{0,3}|[sş]ifre\w{0,6}|parola\w{0,6})"
    r"(?:\s?(?P<sign>[:=]|\s[–—-]\s|(?:is|ist|lautet|это|was|war)(?!\w):?)\s{0,2}|\s{1,2})(?P<quote>[\"'«„“`])?(?P<word>[^\s\"'»“”`\[\]]{4,64})"
)

NO_PASSWORD = ("http", "www.", "%{", "%(", "{", "<", "#{", "${")
"""Beginnings of links and placeholders."""


def links(text: str) -> Iterator[Mark]:
    """Mail addresses, users in links, and what a link says behind its host, where that may be private."""
    users: set[int] = set()
    if "://" in text or "www." in text or "WWW." in text:
        for found in compiled(URL).finditer(text):
            if found["user"]:
                users.add(found.end("user") - 1)
                yield found.start("user"), found.end("user") - 1, USER
            rest = found["rest"].rstrip(".,;:!?…")
            if rest and compiled(CARRIES).search(rest):
                yield found.start("rest"), found.start("rest") + len(rest), LINK
    if "@" in text:
        for found in compiled(ADDRESS).finditer(text):
            if text.index("@", found.start()) not in users:
                yield *found.span(), MAIL


def passwords(text: str) -> Iterator[Mark]:
    """Passwords that somebody tells: `my password is ...`.

    A plain word without digits or signs is one only in quotes: "the password is wrong" tells nothing.
    """
    for found in compiled(TOLD).finditer(text):
        word = found["word"].rstrip(".,;:!?)")
        plain = word.replace("-", "").replace("'", "").replace("’", "").isalpha()
        if len(word) > 3 and (found["quote"] or not plain) and not word.startswith(NO_PASSWORD):
            yield found.start("word"), found.start("word") + len(word), PASSWORD
