"""What readers of HTML and Markdown share: placeholders kept from the parser, and links told behind their words."""

from __future__ import annotations

from coach.expressions import compiled
from coach.model import LANGUAGES

PLACEHOLDER = r"\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}|\{#[^{}]{0,500}#\}|[#$%]\{[^{}\n]{1,200}\}"
"""A placeholder or tag of a template language. No braces within, so that a search takes linear time on any text."""

APART = 0xF0000
"""Where the twins of ASCII characters begin: private-use characters that no parser of markup takes for its own."""

SIGNS = "\t\n\r !\"#$%&'()*+,-./:;<=>?@[\\]^_`|~"
HIDDEN = {ord(sign): chr(APART + ord(sign)) for sign in SIGNS}
SHOWN = {APART + ord(sign): sign for sign in SIGNS}

ABSOLUTE = r"(?i)(?:https?|ftp)://\S|www\.\S"
SAME = r"(?i)^(?:https?|ftp)://(?:www\.)?|^www\.|/$"


def guarded(text: str) -> str:
    """The text, as long as it was, with all that a parser could take for markup hidden within placeholders."""
    return compiled(PLACEHOLDER).sub(lambda match: match[0].translate(HIDDEN), text) if "{" in text else text


def restored(text: str) -> str:
    """The text with everything shown again that `guarded` or `hidden` hid."""
    return text.translate(SHOWN)


def hidden(text: str) -> str:
    """The text with all of its signs hidden, as long as it was."""
    return text.translate(HIDDEN)


def link_note(label: str, target: str) -> str:
    """What a reader sees of a link besides its words: " (https://x)", or nothing where they are the address already.

    Mail addresses and telephone numbers are addresses, too. A target without a host leads nowhere in a reply, and is left out.
    """
    target = " ".join(target.split())
    scheme, _, rest = target.partition(":")
    if scheme.lower() in ("mailto", "tel"):
        target = rest.partition("?")[0]
    elif not compiled(ABSOLUTE).match(target) and not compiled(PLACEHOLDER).search(target):
        return ""
    label = label.strip()
    same = compiled(SAME).sub("", label) == compiled(SAME).sub("", target)
    return f" ({target})" if label and target and not same else ""


def known_language(tag: str) -> str | None:
    """The language of a tag like "de-AT", where it is one of ours."""
    code = tag.strip().replace("_", "-").partition("-")[0].lower()
    return code if code in LANGUAGES else None
