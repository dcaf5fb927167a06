"""What is not the agent's own prose is masked, character for character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.sources.masking import CODE, EMAIL, PHONE, PLACEHOLDER, QUOTE, URL, mask


def masked(text: str) -> str:
    """The masked parts of a text, one letter a kind."""
    names = {URL: "u", EMAIL: "e", PHONE: "p", PLACEHOLDER: "h", QUOTE: "q", CODE: "c"}
    return "".join(names.get(sign, sign) for sign in mask(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hi {{ a.b[0] }}!", "hi hhhhhhhhhhhh!"),
        ("{% if x %}no{% endif %}", "hhhhhhhhhhnohhhhhhhhhhh"),
        ("hi #{a.b}, %{c}, ${d}, %(e)s, {f}, [[g]], [Name], #NAME#", "hi hhhhhh, hhhh, hhhh, hhhhh, hhh, hhhhh, hhhhhh, hhhhhh"),
        ("go to %{base}/cant/do now", "go to hhhhhhhhhhhhhhh now"),
        ("unclosed {{ name and more", "unclosed {{ name and more"),
        ("see https://x.example/cant?a=b.", "see uuuuuuuuuuuuuuuuuuuuuuuuuu."),
        ("see www.cannot.example, ok", "see uuuuuuuuuuuuuuuuuu, ok"),
        ("see gov.uk/cant. Next", "see uuuuuuuuuuu. Next"),
        ("Done.It works", "Done.It works"),
        ("write a.b@cant.example now", "write eeeeeeeeeeeeeeee now"),
        ("call 0800 111 222 or +49 (30) 123-456", "call pppppppppppp or pppppppppppppppp"),
        ("order 20241105 for 12 people", "order 20241105 for 12 people"),
        ("you said “I can't” ok", "you said qqqqqqqqq ok"),
        ("„Kein Problem“-Band", "qqqqqqqqqqqqqq-Band"),
        ("бренд «Нет проблем» тут", "бренд qqqqqqqqqqqqq тут"),
        ("don't and can't stay", "don't and can't stay"),  # apostrophes are no quotation marks
        ("ok 'no way' ok", "ok qqqqqqqq ok"),
        ("> you can't\nwe can", "qqqqqqqqqqq\nwe can"),
        ("run `rm can't` now", "run cccccccccc now"),
        ("a <b>can't</b>", "a    can't    "),
        ("[the guide](https://a.example/b)", "[the guide](uuuuuuuuuuuuuuuuuuu)"),
        ('"We can\'t do that, sorry to say."', '"We can\'t do that, sorry to say."'),  # the whole draft in quotes is the draft
    ],
)
def test_mask(text: str, expected: str) -> None:
    assert masked(text) == expected


@given(st.text(alphabet="ab {}%[]#<>\"'`@.:/htp0123\n„“«»", max_size=200))
def test_mask_keeps_length(text: str) -> None:
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize(
    "line", ["-----Original Message-----", "--- Ursprüngliche Nachricht ---", "----- Исходное сообщение -----"]
)
def test_the_message_that_is_answered_is_masked(line: str) -> None:
    text = f"It is done.\n\n{line}\nFrom: Ann\nYou forgot me."
    assert mask(text)[: len("It is done.")] == "It is done."
    assert set(mask(text)[text.index(line) :]) == {QUOTE}


@pytest.mark.parametrize(
    "text",
    [
        "-----Original Message-----\nYou forgot it.",  # nothing above it: it is what is to be judged
        "It is done.\n\n---\n\nYou forgot it.",  # a rule in Markdown
        "See the ---Original Message--- below. You forgot it.",  # within a sentence
    ],
)
def test_no_other_dashes_hide_anything(text: str) -> None:
    assert "You forgot it." in mask(text)
