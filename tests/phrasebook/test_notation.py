"""The notation: what each operator matches, what it must not match, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.phrasebook.notation import NotationError, parse

Found = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("lang", "phrase", "text", "expected"),
    [
        ("en", "we can't", "Sorry, WE CAN’T.", ["WE CAN’T"]),
        ("en", "can't", "we cant ship", ["cant"]),
        ("en", "we'll", "all is well", []),  # without its apostrophe it is another word
        ("en", "(can't|cannot) ship", "I cannot ship", ["cannot ship"]),
        ("en", "we (really)? can't", "we can't, we really can't", ["we can't", "we really can't"]),
        ("en", "we .. ship", "we do not ship", ["we do not ship"]),
        ("en", "we .. ship", "we do not ever ship", []),  # .. is two words at the most
        ("en", "we ... ship", "we do not now or ever ship", ["we do not now or ever ship"]),
        ("en", "we ... ship", "We do. They ship.", []),  # a gap ends with its sentence
        ("en", "we ... ship", "Mr. Bell says we, e.g. today, ship", ["we, e.g. today, ship"]),
        (
            "en",
            "we ~~ ship",
            "we never ship, we also never ship, we now also never ship",
            ["we never ship", "we also never ship"],
        ),
        ("en", "we ~~~ ship", "we do not now or ever ship", ["we do not now or ever ship"]),
        ("en", "we ~~~ ship", "we pack, they ship", []),  # it does not pass a comma ...
        ("en", "we ~~~ ship", "we, too, ship; we: ship; we (you) ship; we – ship", []),  # ... or what stands for one
        ("en", "can we ~~ ship", "so can we, or ship", []),  # nor the comma behind the word before it
        ("en", "^^ we ship", "Well: we ship, so we ship", ["we ship"]),  # at the start of a clause only
        ("en", "we ship $$", "we ship, so we ship today", ["we ship"]),  # at the end of one only
        ("en", "{who=(we|the team)} ship", "the team ship, you ship", ["the team ship"]),
        ("en", "=PIM", "Pim, your PIM and PIMs", ["PIM"]),  # only as it is written
        ("en", "(=PIM|=SIP|raid)", "Sip the pim RAID SIP", ["RAID", "SIP"]),
        ("en", "<forget>", "forgot, forgetting, forgetful", ["forgot", "forgetting"]),
        ("en", "<forget:ing>", "forgot, forgetting", ["forgetting"]),
        ("en", "refund*", "refundable fund", ["refundable"]),
        ("en", "*able", "usable, able", ["usable"]),  # a star stands for at least one letter
        ("en", "un*able", "unusable, unable, usable", ["unusable", "unable"]),
        ("en", "^ no", "No. I say no.", ["No"]),
        ("en", "^ .. no", "I say no. I do not say no.", ["I say no"]),
        ("en", "no $", "no one says no!", ["no"]),
        ("en", "really ?", "really? really.", ["really"]),
        ("en", "no , sir", "no, sir and no sir", ["no, sir"]),
        ("en", "100 %", "100% or 100 % or 100", ["100", "100"]),
        ("en", "call #phone", "call 0800 111 2222", ["call 0800 111 2222"]),
        ("en", "see #url", "see www.example.com/a, see here", ["see www.example.com/a"]),
        ("en", "write #email", "write me@example.com", ["write me@example.com"]),
        ("en", "hi #placeholder", "hi {{customer.name}}", ["hi {{customer.name}}"]),
        ("en", "ask #name", "ask Ben, ask him", ["ask Ben"]),
        ("en", "ask ~~ #name", "ask him or Ben, ask him or her", ["ask him or Ben"]),  # the first name, however far in the gap
        ("en", "ask ~~ #name today", "ask Ann, Ben or Cem today, ask Ann or Ben today", ["ask Ann or Ben today"]),
        ("en", "#name went home", "It went home. Ben went home.", ["Ben went home"]),  # any word has a capital there
        ("de", "das hat #name", "Das hat Sie gefreut, das hat Ben gefreut", ["das hat Ben"]),  # nobody is called Sie
        ("en", "#name says ~~ #name", "it says Ben, Ben says no to Cem Day", ["Ben says no to Cem"]),
        ("en", "in #number days", "in 14 days", ["in 14 days"]),
        ("en", "by #date", "by 12/06/2026", ["by 12/06/2026"]),
        ("en", "e-mail", "e-mail, e mail, email", ["e-mail", "e mail", "email"]),
        ("en", "pre-order*", "pre-ordering, preorders, pre order", ["pre-ordering", "preorders", "pre order"]),
        ("de", "<vergessen>", "Vergaß, VERGISST, vergeben", ["Vergaß", "VERGISST"]),
        ("de", "für", "fuer und für und fur", ["fuer", "für"]),
        ("de", "begrüßen", "begrüssen", ["begrüssen"]),
        ("de", "nein", "Neeeein!", ["Neeeein"]),
        ("de", "am ... mehr", "am 3. März nicht mehr", ["am 3. März nicht mehr"]),
        ("de", "das ... mehr", "das z. B. nicht mehr", ["das z. B. nicht mehr"]),
        ("ru", "<указать:past>", "указали, укажите, указал", ["указали", "указал"]),
        ("ru", "еще", "Ещё", ["Ещё"]),
        ("ru", "<забыть:past.pl>", "забыл, забыли", ["забыли"]),
        ("tr", "*mAdInIz", "eklemediniz, unutmadınız, bulmadınız, madem", ["eklemediniz", "unutmadınız", "bulmadınız"]),
        ("tr", "unut*mIşsInIz", "Unutmuşsunuz, unutmamışsınız, unutuyor", ["Unutmuşsunuz", "unutmamışsınız"]),
        ("tr", "unutmIşsInIz", "Unutmuşsunuz, unutmamışsınız", ["Unutmuşsunuz"]),
        (
            "tr",
            "<göndermek>",
            "gönderdik, gönderiliyor, GÖNDERMEDİNİZ, gonderin",
            ["gönderdik", "gönderiliyor", "GÖNDERMEDİNİZ", "gonderin"],
        ),
        ("tr", "<gitmek>", "gidiyor, giderken, gittiniz, git", ["gidiyor", "giderken", "gittiniz", "git"]),
        ("tr", "<söylemek>", "söylüyorsunuz", ["söylüyorsunuz"]),
        ("tr", "<etmek>", "edelim, edebiliriz, ettiniz, edilemez, edepli", ["edelim", "edebiliriz", "ettiniz", "edilemez"]),
        ("tr", "invoice", "Invoice, invoice", ["Invoice", "invoice"]),
        ("tr", "<talep>", "talebiniz, taleplerinizi", ["talebiniz", "taleplerinizi"]),
        ("tr", "mümkün değil", "mumkun degil, MÜMKÜN DEĞİL", ["mumkun degil", "MÜMKÜN DEĞİL"]),
        ("tr", "sinir", "sınır aşıldı", []),  # the limit is not the nerve
        ("tr", "ısı", "isi", ["isi"]),  # typed without diacritics
        ("tr", "IBAN", "iban, IBAN, IBAN'ınız", ["iban", "IBAN", "IBAN'ınız"]),
        ("tr", "cache", "Cache'i temizledim", ["Cache'i"]),
    ],
)
def test_what_an_operator_matches(found: Found, lang: str, phrase: str, text: str, expected: list[str]) -> None:
    assert found(lang, phrase, text) == expected


def test_a_class_may_hold_phrases_and_other_classes(found: Found) -> None:
    classes = {"we": ["we", "I"], "cannot": ["can't", "can not"], "refuse": ["@we @cannot", "@we refuse"]}
    assert found("en", "@refuse ... ship", "We can not ship. I refuse to ship.", classes=classes) == [
        "We can not ship",
        "I refuse to ship",
    ]


def test_unless_cancels_in_the_same_sentence_only(found: Found) -> None:
    text = "We can't wait to see you. We can't ship."
    assert found("en", "we can't", text, unless=["can't wait"]) == ["We can't"]


def test_unless_clause_cancels_in_the_same_clause_only(found: Found) -> None:
    text = "We can't wait to see you, but we can't ship. As we can't wait we can't ship."
    assert found("en", "we can't", text, unless_clause=["can't wait"]) == ["we can't"]
    assert found("en", "we can't", "We can't, and that's final.", unless_clause=["can't , and"]) == []  # it overlaps


def test_a_name_that_cancels_has_its_capital(found: Found) -> None:
    for where in ("unless", "unless_clause"):
        settings = {where: ["can't meet ~~ #name", "=IT"]}
        assert found("en", "we can't", "We can't meet her.", **settings) == ["We can't"]
        assert found("en", "we can't", "We can't meet her or Ben.", **settings) == []
        assert found("en", "we can't", "We can't ship it.", **settings) == ["We can't"]
        assert found("en", "we can't", "We can't ask IT for more.", **settings) == []


@pytest.mark.parametrize(
    ("phrase", "column", "message"),
    [
        ("we <cannot", 3, "unexpected '<'"),
        ("we ... ", 5, "a gap needs a word on both sides"),
        ("... we", 0, "a gap needs a word on both sides"),
        ("(we|) go", 4, "an empty alternative"),
        ("(we go", 0, "never closed"),
        ("we) go", 2, "without an opening parenthesis"),
        ("{who=we go", 0, "never closed"),
        ("{who=} go", 0, "never closed, or empty"),
        ("(we} go)", 0, "never closed"),
        ("we #colour", 3, "unknown kind #colour"),
        ("*a*", 2, "only one *"),
        ("a*", 0, "at least two letters"),
        ("(we)?", 0, "at least one word"),
        ("[[we]]", 0, "unexpected '['"),
        ("we …", 3, "unexpected '…'"),
        ("", 0, "at least one word"),
    ],
)
def test_what_is_refused(phrase: str, column: int, message: str) -> None:
    with pytest.raises(NotationError, match=r".*") as caught:
        parse(phrase)
    assert message in caught.value.message
    assert caught.value.column == column
