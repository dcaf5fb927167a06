"""Whether a wording says no: what a rewrite must not change unasked."""

from __future__ import annotations

from coach.expressions import compiled

NEGATIONS = {
    "en": r"\b(?:not|no|never|none|nobody|nothing|neither|nor|nowhere|without|cannot|\w+n't|cant|dont|wont|isnt|unable|unless)\b",
    "de": r"\b(?:nicht|nichts|nie|niemals|niemand\w*|kein\w*|weder|noch nie|nirgends|ohne|un(?:möglich|zulässig)\w*|nein)\b",
    "ru": r"\b(?:не|ни|нет|нельзя|никогда|никто|ничего|никак\w*|нигде|без|невозможно|нету)\b|\bне\w{4,}",
    "tr": (
        r"\b(?:değil\w*|yok\w*|hayır|asla|hiç\w*|ne yazık ki|imkansız|imkânsız)\b|\w+s[ıiuü]z\b"
        r"|\w+m[aeıiuü](?:z\b|z[dls]|y[aeıiuü]|d[ıiuü]|m[ıiuü]ş|s[ıiuü]n|yor|mal[ıi]|dan\b|den\b)\w*"
    ),
}
"""Words, and in Turkish endings, that negate. Too many do no harm: a swap that seems to change its polarity is only not applied
unasked."""


def negates(wording: str, lang: str) -> bool:
    """Whether a folded wording holds a negation."""
    return compiled(NEGATIONS[lang]).search(wording) is not None
