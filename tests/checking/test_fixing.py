"""Mending: what may be changed unasked, that it comes to an end, and that a file says afterwards what it was meant to say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.checking.fixing import Fixed, fix
from coach.checking.fixing import edits as edits_in
from coach.checking.judging import Options, Read, check_documents, with_findings
from coach.checking.record import Checked
from coach.config import Config
from coach.errors import UsageError
from coach.model import Finding, Origin, Report, Suggestion
from coach.rewriting import apply
from coach.settings.record import Settings
from coach.sources.document import Document, Reading, Segment
from coach.sources.files import Source
from coach.sources.mapped import Builder, Mapped, plain

Reader = Callable[[str], tuple[Segment, ...]]
Words = dict[str, tuple[str, bool]]
"""Flagged words, each with its better wording and whether that is safe; a rule is called after its word."""

SETTINGS = Settings(Config(), Reading(), "")
WORDS: Words = {"forgot": ("still need", True), "sadly": ("for now", False), "A & B": ("B & A", True)}


def amp(text: str) -> str:
    return escape(text, quote=False)


class Judge:
    def __init__(self, words: Words) -> None:
        self.words = words

    def check_all(self, texts: Iterable[str]) -> Iterator[Report]:
        return map(self.judge, texts)

    def judge(self, text: str) -> Report:
        found = []
        for match in re.finditer("|".join(self.words), text):
            better, safe = self.words[match[0]]
            offer = Suggestion(better, *match.span(), safe=safe)
            found.append(Finding(f"blame/{match[0]}", "blame", "error", *match.span(), match[0], "Why.", (offer,)))
        return Report(tuple(found), "en")


def whole(text: str) -> tuple[Segment, ...]:
    return (Segment(plain(text)),)


def body(text: str, start: int, end: int) -> Mapped:
    """The text in a part of a file with tags and entities."""
    made = Builder()
    for match in re.compile("<[^>]*>|&[a-z]+;|[^<&]+").finditer(text, start, end):
        if match[0].startswith("<"):
            made.mark("", *match.span())
        elif match[0].startswith("&"):
            made.write({"&amp;": "&", "&lt;": "<"}[match[0]], *match.span())
        else:
            made.keep(text, *match.span())
    return made.built()


def macros(text: str) -> tuple[Segment, ...]:
    """A format for these tests: a macro a line, its name before a colon; "+" comes before another form of the macro above."""
    return tuple(
        Segment(body(text, *line.span(3)), name=line[2], twin=line[1] == "+", escapes=(amp,))
        for line in re.finditer(r"(?m)^(\+?)(.*?): (.*)$", text)
    )


class Run:
    """A file, judged with a reader and flagged words; `silenced` rules are suppressed."""

    def __init__(self, text: str, reader: Reader = whole, words: Words = WORDS, silenced: tuple[str, ...] = ()) -> None:
        self.source = Source("a.txt", text, "utf-8", b"")
        self.reader = reader
        self.judge = Judge(words)
        self.silenced = silenced
        self.times = 0

    def __call__(self, source: Source) -> tuple[Document, Checked]:
        self.times += 1
        document = Document(source, self.reader(source.text))
        (checked,) = check_documents([Read(document, SETTINGS)], lambda _: self.judge, Options())
        quiet = [one for one in checked.report.findings if one.rule in self.silenced]
        return document, with_findings(checked, [one for one in checked.report.findings if one not in quiet], quiet)

    def fixed(self, *, unsafe: bool = False, rounds: int = 10) -> Fixed:
        checked = self(self.source)[1]
        self.times = 0
        return fix(self.source, checked, self, unsafe=unsafe, rounds=rounds)


def mended(text: str, reader: Reader = whole, words: Words = WORDS, *, unsafe: bool = False) -> str:
    return Run(text, reader, words).fixed(unsafe=unsafe).text


# What may be changed


def edits(checked: Checked, *, unsafe: bool) -> list[Suggestion]:
    return edits_in(checked, Document(Source("a.txt", checked.text, "utf-8", b""), whole(checked.text)), unsafe=unsafe)


def one_finding(*offers: Suggestion, span: tuple[int, int] = (4, 10)) -> Checked:
    text = "You forgot it."
    return Checked(
        "a.txt", text, Report((Finding("blame/a", "blame", "error", *span, text[slice(*span)], "Why.", offers),), "en")
    )


SAFE = Suggestion("need", 4, 10, safe=True)
OTHER = Suggestion("lack", 4, 10, safe=False)


def test_the_first_safe_wording_is_taken() -> None:
    assert edits(one_finding(OTHER, SAFE, SAFE._replace(text="want")), unsafe=False) == [SAFE]
    assert edits(one_finding(OTHER, SAFE), unsafe=True) == [SAFE]


def test_another_wording_of_the_same_words_only_when_asked_for() -> None:
    assert edits(one_finding(OTHER), unsafe=False) == []
    assert edits(one_finding(OTHER, Suggestion("It is missing.", 0, 14, safe=False)), unsafe=True) == [OTHER]


@pytest.mark.parametrize(
    "offers",
    [
        (OTHER._replace(text="need [thing]"),),  # somebody must fill the slot
        (OTHER, OTHER._replace(text="want")),  # somebody must choose
        (OTHER._replace(text="It is missing."),),  # a sentence
        (OTHER._replace(start=0, end=14),),  # more than the flagged words
        (OTHER._replace(exact=False),),  # markup would be lost
        (SAFE._replace(exact=False),),
        (),
    ],
)
def test_what_a_person_must_decide_is_never_written(offers: tuple[Suggestion, ...]) -> None:
    assert edits(one_finding(*offers), unsafe=True) == []


def test_nothing_is_added_unasked() -> None:
    assert edits(one_finding(Suggestion("Sorry", 0, 0, safe=False), span=(0, 0)), unsafe=True) == []


def test_the_name_of_a_placeholder_is_not_guessed() -> None:
    checked = one_finding(OTHER)
    (one,) = checked.report.findings
    named = one._replace(rule="macro/unknown-placeholder", category="macro")
    assert edits(checked._replace(report=Report((named,), "en")), unsafe=True) == []


# Until nothing changes


def test_mended_findings_are_counted_and_what_is_left_is_told() -> None:
    fixed = Run("Sadly, sadly you forgot and forgot.").fixed()
    assert fixed.text == "Sadly, sadly you still need and still need."
    assert fixed.rules == {"blame/forgot": 2}
    assert fixed.changed == 2
    assert [one.rule for one in fixed.left.report.findings] == ["blame/sadly"]
    assert fixed.left.text == fixed.text
    assert fixed.unsafe_left == 1
    assert Run("sadly forgot").fixed(unsafe=True).text == "for now still need"
    assert Run("sadly forgot").fixed(unsafe=True).unsafe_left == 0


def test_a_file_without_anything_to_mend_is_not_judged_again() -> None:
    run = Run("sadly")
    assert run.fixed().text == "sadly"
    assert run.times == 0


def test_what_a_better_wording_brings_to_light_is_mended_too() -> None:
    fixed = Run("one", words={"one": ("two", True), "two": ("three", True)}).fixed()
    assert (fixed.text, fixed.rules) == ("three", {"blame/one": 1, "blame/two": 1})


def test_of_two_that_overlap_the_later_waits_for_the_next_round() -> None:
    class Both(Judge):
        def judge(self, text: str) -> Report:
            found = [*Judge({"ab": ("b", True)}).judge(text).findings, *Judge({"bc": ("x", True)}).judge(text).findings]
            return Report(tuple(found), "en")

    run = Run("abc")
    run.judge = Both({})
    fixed = run.fixed()
    assert (fixed.text, fixed.changed) == ("x", 2)
    assert run.times == 3  # as it was, and after each of two rounds


def test_wordings_that_go_round_in_a_circle_are_an_error() -> None:
    with pytest.raises(UsageError, match="not settled after 10 rounds") as caught:
        mended("one", words={"one": ("two", True), "two": ("one", True)})
    assert caught.value.where == "a.txt"


def test_as_many_rounds_as_are_allowed_are_no_error() -> None:
    chain: Words = {letter: (after, True) for letter, after in zip("abc", "bcd", strict=True)}
    assert Run("a", words=chain).fixed(rounds=3).text == "d"
    with pytest.raises(UsageError, match="after 2 rounds"):
        Run("a", words=chain).fixed(rounds=2)


def test_a_wording_that_changes_nothing_is_no_change() -> None:
    fixed = Run("one", words={"one": ("one", True)}).fixed()
    assert (fixed.text, fixed.changed) == ("one", 0)


# What somebody wants to stay


def test_suppressed_findings_stay() -> None:
    fixed = Run("You forgot.", silenced=("blame/forgot",)).fixed(unsafe=True)
    assert (fixed.text, fixed.changed) == ("You forgot.", 0)


def test_suppressed_words_stay_when_an_edit_beside_them_makes_them_new() -> None:
    """A baseline knows a finding by its sentence, which another edit changes."""

    class Forgetful(Run):
        def __call__(self, source: Source) -> tuple[Document, Checked]:
            self.silenced = ("blame/sadly",) if "forgot" in source.text else ()
            return super().__call__(source)

    fixed = Forgetful("You forgot it, and sadly, forgot, sadly.").fixed(unsafe=True)
    assert fixed.text == "You still need it, and sadly, still need, sadly."
    assert fixed.rules == {"blame/forgot": 2}


def test_other_words_may_change_although_a_fault_of_the_whole_is_suppressed() -> None:
    checked = one_finding(SAFE)
    everything = Finding("reply/order", "reply", "hint", 0, 14, checked.text, "Why.", (), Origin(suppressed_by="inline"))
    assert edits(checked._replace(suppressed=(everything,)), unsafe=False) == [SAFE]


# In files with more than one text


def test_a_wording_is_written_as_the_file_writes_it() -> None:
    text = "One: You forgot A & B\nTwo: <p>Sadly A &amp; B</p>\n"
    assert mended(text.replace("A & B", "A &amp; B"), macros) == "One: You still need B &amp; A\nTwo: <p>Sadly B &amp; A</p>\n"


def test_words_with_markup_in_them_stay() -> None:
    assert mended("One: you for<b>got, forgot</b> it", macros) == "One: you for<b>got, still need</b> it"


def test_a_twin_is_mended_along() -> None:
    run = Run("One: you forgot\n+One: <p>you forgot</p>\n", macros)
    fixed = run.fixed()
    assert fixed.text == "One: you still need\n+One: <p>you still need</p>\n"
    assert fixed.changed == 1


@pytest.mark.parametrize(
    "text",
    [
        "One: you forgot\n+One: you for<b>got</b>\n",  # not the plain one alone ...
        "One: you for<b>got</b>\n+One: you forgot\n",  # ... nor the other
    ],
)
def test_a_text_and_its_twin_are_mended_alike_or_not_at_all(text: str) -> None:
    assert mended(text, macros) == text


def test_the_twin_of_a_suppressed_finding_stays() -> None:
    text = "One: you forgot\n+One: you forgot\n"
    assert Run(text, macros, silenced=("blame/forgot",)).fixed().text == text


def test_of_two_the_same_words_stay_in_both_forms() -> None:
    class First(Run):
        def __call__(self, source: Source) -> tuple[Document, Checked]:
            document, checked = super().__call__(source)
            first, *others = checked.report.findings
            return document, with_findings(checked, others, [first])

    text = "One: forgot, forgot\n+One: <p>forgot, forgot</p>\n"
    assert First(text, macros).fixed().text == "One: forgot, still need\n+One: <p>forgot, still need</p>\n"


def test_words_that_one_form_lacks_stay_in_the_other() -> None:
    text = "One: you forgot\n+One: you did\nTwo: you did\n+Two: you forgot\n"
    assert mended(text, macros) == text


def test_a_text_with_a_twin_leaves_the_others_alone() -> None:
    text = "One: you for<b>got</b>\n+One: you forgot\nOne: you forgot\n"
    assert mended(text, macros) == "One: you for<b>got</b>\n+One: you forgot\nOne: you still need\n"


def test_branches_are_mended_each_by_itself() -> None:
    text = "Hi forgot|sadly|bye forgot"

    def branches(source: str) -> tuple[Segment, ...]:
        first, second, after = (match.span() for match in re.finditer("[^|]+", source))
        ways = []
        for one, other in ((first, second), (second, first)):
            made = Builder()
            for span in sorted([one, other, after]):
                if span == other:
                    made.mark("", *span)
                else:
                    made.keep(source, *span)
            ways.append(made.built())
        return (Segment(ways[0], (ways[1],)),)

    assert mended(text, branches, unsafe=True) == "Hi still need|for now|bye still need"


@pytest.mark.parametrize(
    ("better", "reader"),
    [
        pytest.param("need\nThree: new", macros, id="another text"),
        pytest.param("need  it", lambda text: (Segment(plain(re.sub(" +", " ", text))),), id="not read as it was written"),
        pytest.param("<i>need</i>", lambda text: tuple(one._replace(escapes=()) for one in macros(text)), id="read as markup"),
        pytest.param("need", lambda text: tuple(one._replace(name=str(len(text))) for one in macros(text)), id="another name"),
        pytest.param("need", lambda text: tuple(one._replace(lang=text[-3:]) for one in macros(text)), id="another language"),
        pytest.param("need", lambda text: (*macros(text), Segment(plain(text).cut(0, 3), name=text[-5:])), id="another's name"),
        pytest.param("need", lambda text: (Segment(plain(text + str(len(text)))),), id="more than was written"),
    ],
)
def test_an_edit_that_would_change_more_than_the_text_is_refused(better: str, reader: Reader) -> None:
    with pytest.raises(UsageError, match="would change more than the text") as caught:
        mended("One: hi\nTwo: you forgot", reader, {"forgot": (better, True)})
    assert caught.value.where == "a.txt:2:10"


def test_an_edit_after_which_the_file_cannot_be_read_is_refused() -> None:
    def strict(text: str) -> tuple[Segment, ...]:
        if '"' in text:
            raise UsageError("a quote too many", where="a.txt:1:5")
        return whole(text)

    with pytest.raises(UsageError, match=r"a\.txt:1:5: left as it was: .* could not be read \(a quote too many\)"):
        mended("You forgot", strict, {"forgot": ('"need"', True)})


@pytest.mark.parametrize("text", ["sorry", "sorry sorry", "One: sorry", "xsorry", "sorryx", "x sorry y sorry z"])
def test_words_may_be_left_out(text: str) -> None:
    reader = macros if ":" in text else whole
    assert mended(text, reader, {"sorry": ("", True)}) == text.replace("sorry", "")


LINES = st.lists(
    st.sampled_from(["forgot", "sadly", "A &amp; B", " ", "\r\n", "\n", "\r", "\0", "ß", "\U0001f600", "e\u0301", "x"])
)


@given(LINES.map("".join))
def test_nothing_but_the_flagged_words_changes_and_once_is_enough(text: str) -> None:
    once = mended(text)
    assert once == text.replace("forgot", "still need")
    assert mended(once) == once


@given(
    st.lists(st.sampled_from(["forgot", "A &amp; B", "<b>", "</b>", " ", "&lt;", "ü", "\n+One: ", "\nName: ", "sadly"])).map(
        "".join
    )
)
def test_tags_entities_and_names_stay(text: str) -> None:
    text = f"One: {text}"
    once = mended(text, macros)
    shape = "<[^>]*>|&lt;|(?m:^.*?: )|ü"
    assert re.findall(shape, once) == re.findall(shape, text)
    assert mended(once, macros) == once


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5), st.text(max_size=3))))
def test_edits_never_touch_what_lies_between_them(text: str, spans: list[tuple[int, int, str]]) -> None:
    chosen = [Suggestion(better, start, start + size, safe=True) for start, size, better in spans if start + size <= len(text)]
    expected, done = "", 0
    for one in sorted(chosen, key=lambda one: (one.start, one.end)):
        if one.start >= done:
            expected += text[done : one.start] + one.text
            done = one.end
    assert apply(text, chosen) == expected + text[done:]
