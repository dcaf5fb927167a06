"""The text of a message as the other side read it: no markup, no quoted mail, no signature.

Which lines a mail program puts above the mail it quotes is not standardised. The forms here are those of Gmail, Apple Mail,
Outlook and Thunderbird in the four languages; RFC 3676 has the ">" and the "-- " before a signature.
"""

from __future__ import annotations

from html import unescape

from coach.expressions import compiled
from coach.review.sources.exports.form import HTML, MARKDOWN, PLAIN
from coach.sources.html import REFERENCE, rendered
from coach.sources.mail import OWN_END
from coach.sources.markdown import rendered as rendered_markdown

LONGEST = 200_000
"""Characters of a body that are read: a book chapter. Dense markup of this length takes two seconds."""

LONGEST_LINE = 600
"""Characters of a line that is looked at as the head of a quotation."""

TAG = r"<[a-zA-Z/!]"
OVERLONG_REFERENCE = r"&#[xX]?[0-9a-fA-F]{9,};?"
"""No character has so many digits, and Python refuses to convert thousands of them."""
SIGNATURE = (
    r"(?i)<(?:span|div|p|table|td)\b[^<>]{0,300}?\b(?:class\s*=\s*[\"']?[^\"'<>]{0,200}?(?<![\w-])"
    r"(?:js-signatureMarker|gmail_signature|signature)(?![\w-])|data-signature\s*=\s*[\"']?true)"
)
"""Where the HTML of Zammad, Gmail and Zendesk marks the signature."""

REPLY_ABOVE = r"(?m)^[ \t>]*##- ?.{1,200}? ?-##[ \t]*$"
HEADERS = (
    r"(?im)^[ \t]*\**(?:from|von|от|kimden|gönderen):\**[ \t]*\S.*\n(?:.{0,300}\n){1,5}?"
    r"[ \t]*\**(?:subject|betreff|тема|konu):"
)
"""The line for a signature or an original mail is that of .eml files; these are Zendesk's and Outlook's (a route
from one place to another has no subject)."""

QUOTED = r"^[ \t]{0,3}>(?:[ \t>]|$)"
WROTE = (
    r"(?i)\b(?:wrote|написал\(а\)|написала?|пишет|yazdı)[ \t]?:\s*$|\bschrieb\b.{0,200}:\s*$"
    r"|<[^<>@\s]{1,100}@[^<>@\s]{1,200}>:\s*$"
)
"""The end of the line that says whom a quotation is by."""
WHEN = r"\d:\d\d"
"""What that line has where nothing marks the quotation, so that "On Monday you wrote:" is not taken for one."""
DATED = r"(?i)^[ \t]*(?:on|am)\b.{0,200}\d.{0,200}:\s*$"
SENT_FROM = (
    r"(?i)^[ \t]*(?:(?:sent|get outlook) (?:from|for) .{2,40}|von meinem .{2,40} gesendet|gesendet von .{2,60}"
    r"|отправлено (?:с|из) .{2,40}|.{2,40}dan gönderildi)$"
)


def text_of(body: str, kind: str, *, mail: bool) -> str:
    """The text of a turn, with at most one blank line in a row; "" where a mail only quotes."""
    text = shown(body, kind)
    return compiled(r"\n(?:[ \t]*\n){2,}").sub("\n\n", own(text) if mail else text).strip()


def shown(body: str, kind: str) -> str:
    """What a reader sees of a body of that kind. Takes any text, and reads LONGEST characters of it."""
    body = body[:LONGEST]
    if kind != PLAIN and "&#" in body:
        body = compiled(OVERLONG_REFERENCE).sub("", body)
    if kind == MARKDOWN:
        return rendered_markdown(body).text
    if kind == HTML and compiled(TAG).search(body):
        marked = compiled(SIGNATURE).search(body)
        return rendered(body[: marked.start()] if marked else body).text
    text = body.replace("&nbsp;", " ").replace("\u00a0", " ").replace("\r\n", "\n")
    # A chat that is exported as HTML may have no tag and its own line breaks, so it is not laid out anew.
    return compiled(REFERENCE).sub(lambda sign: unescape(sign[0]), text) if kind == HTML and "&" in text else text


def own(text: str) -> str:
    """The words of whoever sent a mail."""
    for end in (REPLY_ABOVE, OWN_END, HEADERS):
        found = compiled(end).search(text)
        text = text[: found.start()] if found else text
    lines = _unquoted(text.split("\n"))
    while len(lines) > 1 and (not lines[-1].strip() or compiled(SENT_FROM).match(lines[-1].strip())):
        lines.pop()
    return "\n".join(lines)


def _unquoted(lines: list[str]) -> list[str]:
    """The lines up to a mail that is quoted without marks, without those that are quoted with marks."""
    kept: list[str] = []
    for number, line in enumerate(lines):
        if compiled(QUOTED).match(line):
            while kept and not kept[-1].strip():
                kept.pop()
            del kept[len(kept) - (_attribution(kept) or _introduced(kept[-1:])) :]
            continue
        kept.append(line)
        behind = next((one for one in lines[number + 1 : number + 4] if one.strip()), "")
        if not compiled(QUOTED).match(behind) and (attributed := _attribution(kept)):
            return kept[:-attributed]
    return kept


def _attribution(lines: list[str]) -> int:
    """How many of the last lines say when somebody wrote what follows: one, two where a mail program has broken it, or none."""
    last = lines[-2:]
    if not last or len(last[-1]) > LONGEST_LINE or not compiled(WROTE).search(last[-1]):
        return 0
    return next((count for count in range(1, len(last) + 1) if compiled(WHEN).search(last[-count][:LONGEST_LINE])), 0)


def _introduced(line: list[str]) -> bool:
    """Whether a line, if there is one, says whom the quotation under it is by."""
    return any(len(one) <= LONGEST_LINE and (compiled(WROTE).search(one) or compiled(DATED).match(one)) for one in line)
