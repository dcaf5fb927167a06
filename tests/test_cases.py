"""Whole replies with the complete list of what is found in them: tests/cases/<lang>/<category>.yaml.

The replies were written and labelled by trainers who knew the rules and not the phrasebooks. A clean one says why it must stay
silent, a faulty one what it is built like.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import coach
from coach.model import CATEGORIES, LANGUAGES

CASES = Path(__file__).parent / "cases"


def cases(lang: str) -> list[dict[str, Any]]:
    return [case for path in sorted((CASES / lang).glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]


ALL = [(lang, case) for lang in LANGUAGES for case in cases(lang)]


@pytest.mark.parametrize(("lang", "case"), ALL, ids=[case["id"] for _, case in ALL])
def test_exactly_this_is_found(lang: str, case: dict[str, Any]) -> None:
    report = coach.check(case["reply"], lang=lang, channel=case["channel"], customer=case.get("customer"))
    found = [{"rule": finding.rule, "words": finding.text} for finding in report.findings]
    assert found == case["expect"], case["why"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_of_them_and_half_are_clean(lang: str) -> None:
    found = cases(lang)
    clean = [case for case in found if not case["expect"]]
    assert len(found) >= 40
    assert len(clean) * 2 >= len(found) * 0.9
    assert all(case["why"] for case in found)
    assert {path.stem for path in (CASES / lang).iterdir()} == {*CATEGORIES, "reply"}
    assert len({case["id"] for case in found}) == len(found)
