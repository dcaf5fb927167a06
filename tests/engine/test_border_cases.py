"""The decisions of the rules that look around a hit, on small phrasebooks of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.config import Config
from coach.model import Finding
from coach.phrasebook.matcher import Matcher

MatcherOf = Callable[..., Matcher]
Check = Callable[..., list[Finding]]


def severities(found: list[Finding]) -> list[str]:
    return [finding.severity for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We can't ship today.", ["warning"]),
        ("We can't ship today, but I can send it tomorrow.", ["hint"]),
        ("We can't ship today. I can send it tomorrow.", ["hint"]),
        ("We can't ship today. Thank you. I can send it tomorrow.", ["warning"]),  # too far away
        ("I can send it tomorrow. We can't ship today.", ["warning"]),  # the way out comes after the refusal
    ],
)
def test_a_refusal_with_a_way_out_is_a_hint(matcher_of: MatcherOf, check_with: Check, text: str, expected: list[str]) -> None:
    matcher = matcher_of("en", ["we can't"], signals={"way-out": ["I can"]})
    assert severities(check_with(matcher, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Are you sure it is on?", ["error"]),
        ("Sorry about that. Are you sure it is on?", ["hint"]),
        ("Are you sure it is on? Sorry about that.", ["error"]),
    ],
)
def test_a_doubting_question_after_an_acknowledgement_is_a_hint(
    matcher_of: MatcherOf, check_with: Check, text: str, expected: list[str]
) -> None:
    matcher = matcher_of("en", ["are you sure"], rule="blame/doubt", signals={"acknowledgement": ["sorry about that"]})
    assert severities(check_with(matcher, text)) == expected


@pytest.mark.parametrize(
    ("text", "channel", "expected"),
    [
        ("See our website.", "email", ["warning"]),
        ("See our website. The fee is 4 euros.", "email", ["hint"]),  # move the answer up
        ("The fee is 4 euros. See our website.", "email", []),
        ("The fee is 4 euros. See our website.", "phone", ["warning"]),
        ("See our website. I'll stay here while you try.", "chat", []),
        ("See our website. I'll stay here while you try.", "phone", ["warning"]),
    ],
)
def test_answer_before_link(matcher_of: MatcherOf, check_with: Check, text: str, channel: str, expected: list[str]) -> None:
    matcher = matcher_of(
        "en", ["see our website"], rule="deflection/website", signals={"answer": ["the fee is"], "stays": ["stay here"]}
    )
    assert severities(check_with(matcher, text, channel=channel)) == expected


def test_an_explained_abbreviation_is_a_hint(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of("en", ["RMA"], rule="jargon/abbreviation", signals={"explanation": ["that is"]})
    assert severities(check_with(matcher, "Your RMA, that is the return number, is 7. Note the RMA.")) == ["hint", "warning"]


def test_a_word_the_customer_used_first_is_no_jargon(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of("en", ["RMA"], rule="jargon/abbreviation")
    assert check_with(matcher, "Your RMA is 7.", customer="Where is my rma?") == []
    assert severities(check_with(matcher, "Your RMA is 7.", customer="Where is it?")) == ["warning"]


def test_select_ignore_and_least_severity(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of("en", ["we can't"], signals={"way-out": ["I can"]})
    text = "We can't ship, but I can call."
    assert check_with(matcher, text, config=Config(select=("negative",)))
    assert check_with(matcher, text, config=Config(select=("negative/cannot",)))
    assert not check_with(matcher, text, config=Config(select=("blame",)))
    assert not check_with(matcher, text, config=Config(ignore=("negative/cannot",)))
    assert not check_with(matcher, text, config=Config(select=("negative",), ignore=("negative",)))
    assert not check_with(matcher, text, config=Config(min_severity="warning"))


def test_what_is_masked_is_never_flagged(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of("en", ["can't"])
    text = "You wrote \"it can't print\" {{ can't }} https://x.example/can't `can't` [can't]\n> can't"
    assert check_with(matcher, text) == []


def test_slots_and_case_in_suggestions(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of("en", ["utilise"], rule="jargon/official-word", swap="use")
    [finding] = check_with(matcher, "Utilise it.")
    assert [(s.text, s.safe) for s in finding.suggestions] == [("Use", True), ("Better.", False)]


def test_a_swap_for_certain_words_goes_before_the_models(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of(
        "en", ["<utilise>", "commence"], rule="jargon/official-word", swaps={"utilised": "used", "commence": "begin"}
    )
    first = [finding.suggestions[0] for finding in check_with(matcher, "Utilised? We utilise it. Commence now.")]
    assert [(s.text, s.safe) for s in first] == [("Used", True), ("Better.", False), ("Begin", True)]


def test_a_model_replaces_the_sentence_with_its_final_mark(matcher_of: MatcherOf, check_with: Check) -> None:
    text = "Hello. Can't you wait?! Bye."
    [finding] = check_with(matcher_of("en", ["can't you"]), text)
    better = finding.suggestions[0]
    assert text[: better.start] + better.text + text[better.end :] == "Hello. Better. Bye."


def test_a_link_on_a_line_of_its_own_is_no_finding(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of("en", ["^ #url $"], rule="deflection/link-only")
    assert check_with(matcher, "Your size is 42, here is the chart:\nhttps://shop.example/sizes") == []
    assert [finding.text for finding in check_with(matcher, "https://shop.example/sizes")] == ["https://shop.example/sizes"]


def test_what_went_wrong_is_no_fault_inside_an_apology(matcher_of: MatcherOf, check_with: Check) -> None:
    matcher = matcher_of("en", ["arrived broken"], rule="negative/went-wrong", signals={"apology": ["sorry"]})
    assert check_with(matcher, "I'm sorry the lamp arrived broken.") == []
    assert [finding.text for finding in check_with(matcher, "The lamp arrived broken. Sorry.")] == ["arrived broken"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frage 2\nDas geht nicht.", 1),  # a line end ends a sentence behind a bare number, too
        ("Zu Punkt 2. Das geht nicht.", 0),  # a full stop behind a number may be an ordinal's: "der 2. Punkt"
        ("Es fehlen Kabel usw.\nDas geht nicht.", 1),
        ("Es fehlen Kabel usw. Das geht nicht.", 0),
    ],
)
def test_a_line_end_ends_a_sentence_and_the_full_stop_of_an_abbreviation_does_not(
    matcher_of: MatcherOf, check_with: Check, text: str, expected: int
) -> None:
    assert len(check_with(matcher_of("de", ["^ das geht nicht"]), text)) == expected
