"""`check_all` is `check` for many texts: the same reports, in order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import coach
from coach.config import Config
from coach.engine import Coach

TEXTS = [
    "Unfortunately we can't ship before Monday.",
    "Sie haben leider vergessen, die Rechnung beizulegen.\n\nBitte melden Sie sich.",
    "К сожалению, мы не можем перенести доставку. Вы забыли указать номер подъезда.",
    "Maalesef teslim tarihini değiştiremiyoruz, lütfen bekleyin.",
    "",
    "12345",
    '"We can\'t do that," she said, and {{ name }} unclosed {{ brace',
    "``` unclosed fence\nwe can't",
    "we can't\x03 separate \x02 this",
    "Gru\u0308ße, leider ko\u0308nnen wir das nicht.",
    "> you can't\nYou should have read it, e.g. yesterday. Dr",
    "Your parcel arrives on Monday at nine. " * 700 + "You should have read it.",
]


def test_the_same_reports_in_order() -> None:
    one_by_one = [coach.check(text) for text in TEXTS]
    assert list(Coach().check_all(TEXTS)) == one_by_one
    assert list(Coach().check_all(iter(TEXTS * 40))) == one_by_one * 40


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(TEXTS[:11]), st.text(max_size=40)), max_size=8))
def test_the_company_of_a_text_changes_nothing(texts: list[str]) -> None:
    assert list(Coach().check_all(texts, lang="en")) == [coach.check(text, lang="en") for text in texts]


def test_without_rewrites_the_same_findings_carry_no_suggestions() -> None:
    for text in TEXTS[:4]:
        full, bare = coach.check(text).findings, Coach(Config(rewrites=False)).check(text).findings
        assert [finding._replace(suggestions=()) for finding in full] == list(bare)
        assert any(finding.suggestions for finding in full)
