"""Recasts: the draft's own sentence put better, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.config import Config
from coach.engine import Coach
from coach.languages import language

Recast = Callable[..., list[str]]

BOOK = """\
vague/soon:
  phrases: [{phrase}]
  why: "Why."
  recast:
    - from: [{origin}]
      to: {to}
      shows: {{"a": "b"}}
  say: ["Model."]
  flag: ["[[soon]]", "[[soon]] a", "b [[soon]]"]
  pass: ["d", "e"]
"""


@pytest.fixture
def recast(tmp_path: Path) -> Recast:
    """The suggestions on the first finding of a text, with one entry that holds one recast."""

    def run(lang: str, phrase: str, origin: str, to: str, text: str) -> list[str]:
        import json

        from coach.engine import findings, wanted
        from coach.phrasebook.compiler import compile_book, packed
        from coach.phrasebook.loader import load_files
        from coach.phrasebook.matcher import Matcher
        from coach.texts import passages, prepare

        quoted = [json.dumps(one, ensure_ascii=False) for one in (phrase, origin)]
        book = tmp_path / "vague.yaml"
        book.write_text(BOOK.format(phrase=quoted[0], origin=quoted[1], to=to), encoding="utf-8")
        matcher = Matcher(packed(compile_book(load_files(lang, [str(book)]))), language(lang))
        passage = next(passages([prepare(text)], matcher, "email"))
        first = findings(passage, wanted(matcher, Config()), Config())[0]
        return [text[: one.start] + one.text + text[one.end :] for one in first.suggestions]

    return run


@pytest.mark.parametrize(
    ("lang", "phrase", "origin", "to", "text", "expected"),
    [
        ("en", "soon", "{who} soon {what} $$", "{who} {what} by [date]", "You'll soon get it.", "You'll get it by [date]."),
        ("en", "soon", "^^ {who} soon {what} $$", "{who} {what} by [date]", "Well, Ann: you'll soon get it, or I call.",
         "Well, Ann: you'll get it by [date], or I call."),  # only its own clause
        ("en", "soon", "^ {what} soon $", "Here is {what}.", "The list soon!", "Here is the list."),  # the first word moves
        ("en", "soon", "^ {what} soon $", "here is {what}?", "Ann soon!", "Here is Ann?"),  # a name keeps its capital
        ("en", "soon", "^ {what} soon $", "here {what}", "I come soon!", "Here I come!"),  # and so does I
        ("de", "bald", "^ {wer} bald {was} $", "Bis [Datum] {wer} {was}", "Sie kommen bald an.", "Bis [Datum] Sie kommen an."),
        ("en", "soon", "{who=(you|they)} (will)? soon", "{who} by [date]", "So they will soon go.", "So they by [date] go."),
        ("en", "soon", "({who} will)? soon {rest} $", "{who} {rest} now", "Soon gone.", "Gone now."),  # an empty slot
        ("tr", "gerekiyor", "{iş=*mAnIz} gerekiyor", "{iş-mAnIz+(y)Abilirsiniz}", "Kodu yazmanız gerekiyor.",
         "Kodu yazabilirsiniz."),
        ("tr", "gerekiyor", "{iş=*mAnIz} gerekiyor", "{iş-mAnIz+(y)Abilirsiniz}", "Bizi aramanız gerekiyor.",
         "Bizi arayabilirsiniz."),
        ("en", "soon", "{who} soon {what} $", "{who} {what} by [date]", "You soon get 2%.", "You get 2% by [date]."),
        ("ru", "скоро", "{кто} скоро {что} $", "{что} [дата]", "Для Вас скоро новость.", "Новость [дата]."),  # Вас is no name
    ],
)  # fmt: skip
def test_a_recast_keeps_the_words_of_the_sentence(
    recast: Recast, lang: str, phrase: str, origin: str, to: str, text: str, expected: str
) -> None:
    assert recast(lang, phrase, origin, f'["{to}"]', text)[0] == expected


@pytest.mark.parametrize(
    ("origin", "to", "text", "reason"),
    [
        ("{who} soon {what} $", "{who} {what} very soon", "You soon get it.", "it is flagged again"),
        ("{who} soon {what} $", "{who} get it", "You soon get 3 parcels.", "a number is lost"),
        ("{who} soon {what} $", "{who} get it at 5", "You soon get it.", "a number is invented"),
        ("{who} soon {what} $", "{who} see it", "You soon see https://a.example/b here.", "a link is lost"),
        ("{who} soon {what} $", "{what}, Sir", "Dear Mr Bell soon comes.", "a name is lost"),
        ("later {what} $", "{what}", "You soon get it.", "it does not fit the sentence"),
        ("{who} soon {what=refund} $", "{who-ing} {what}", "We soon refund.", "the ending is not there"),
    ],
)
def test_no_recast_is_offered_where(recast: Recast, origin: str, to: str, text: str, reason: str) -> None:
    assert recast("en", "soon", origin, f'["{to}"]', text) == ["Model."], reason


def test_a_recast_keeps_the_form_of_address(recast: Recast) -> None:
    to = '{formal: ["Sie haben {was} bis [Datum]"], informal: ["du hast {was} bis [Datum]"]}'
    assert recast("de", "bald", "{was} kommt bald", to, "Dein Paket kommt bald.")[0] == "Du hast dein Paket bis [Datum]."
    assert recast("de", "bald", "{was} kommt bald", to, "Ihr Paket kommt bald.")[0] == "Sie haben Ihr Paket bis [Datum]."


def test_a_recast_is_not_offered_where_its_unless_stands(recast: Recast) -> None:
    to = '["{who} {what} by [date]"]\n      unless: ["not soon"]'
    assert recast("en", "soon", "{who} soon {what} $", to, "You soon get it.")[0] == "You get it by [date]."
    assert recast("en", "soon", "{who} soon {what} $", to, "You not soon get it.") == ["Model."]


def test_a_recast_is_never_applied_unasked() -> None:
    text = "You'll soon be getting a new remote."
    finding = next(one for one in Coach().check(text, "en").findings if one.rule == "vague/soon")
    assert finding.suggestions[0].text == "You'll be getting a new remote by [date]."
    assert not any(one.safe for one in finding.suggestions)
    assert Coach().rewrite(text, "en") == text
