"""`json`: the whole X-ray for programs. New keys may appear at any time; one that changes its meaning raises `schema_version`."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from coach.library.record import Macro
from coach.library.xray import XRay

SCHEMA_VERSION = 1


def document(one: XRay, version: str) -> str:
    """The document; records are objects with the names of their fields, and `macro` or `macros` count in its list of macros."""
    summary = plain(one.summary)
    summary["languages"] = dict(one.summary.languages)
    summary["findings"] = dict(one.summary.findings)
    content = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "coach", "version": version},
        "today": one.today.isoformat(),
        "summary": summary,
        "macros": [described(macro) for macro in one.macros],
        "fix_first": {
            "by_usage": one.first.by_usage,
            "macros": [
                {**plain(urgent), "findings": dict(urgent.findings), "rules": dict(urgent.rules), "quoted": quoted(urgent.quoted)}
                for urgent in one.first.urgent
            ],
        },
        "contradictions": plain(one.contradictions),
        "stale": plain(one.stale),
        "old": plain(one.old),
        "unused": [macro.number for macro in one.unused],
        "duplicates": plain(one.duplicates),
        "versions": versions(one),
        "wrong_language": plain(one.misplaced),
        "addresses": plain(one.addresses),
        "outliers": plain(one.outliers),
        "placeholders": plain(one.placeholders),
        "misspelt_placeholders": plain(one.slips),
        "misspelt_domains": plain(one.wrong_domains),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def described(macro: Macro) -> dict[str, Any]:
    """A macro with its place and what is known of it, without its text."""
    place = macro.place
    return {
        "number": macro.number, "path": macro.path, "line": place.line, "column": place.column, "name": macro.name,
        "language": macro.language, "locale": macro.locale, "channel": macro.channel or None, "usage": macro.usage,
        "updated": plain(macro.updated), "findings": len(macro.findings), "weight": macro.weight,
        "address": macro.address or None,
    }  # fmt: skip


def quoted(found: Any) -> list[dict[str, Any]]:
    """Findings that are quoted, each with its rule and place."""
    return [{"rule": rule, "place": plain(place)} for rule, place in found]


def versions(one: XRay) -> dict[str, Any] | None:
    """The language versions: for each macro of which locales there are versions, what is missing, and what is out of step."""
    found = one.versions
    if found is None:
        return None
    return {
        "locales": dict(zip(found.locales, found.counts, strict=True)),
        "works": [
            {"name": work.name, "versions": {locale: macro.number for locale, macro in work.versions}} for work in found.works
        ],
        "gaps": plain(found.gaps),
        "drifts": plain(found.drifts),
    }


def plain(value: Any) -> Any:
    """A record as an object, a tuple as a list, a date as ISO text; a macro as its number."""
    if isinstance(value, Macro):
        return value.number
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(field) for name, field in value._asdict().items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(item) for item in value]
    return value
