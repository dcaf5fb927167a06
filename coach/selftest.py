"""The phrasebooks' own examples as tests: what must be flagged, what must stay silent, and what a swap must mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from coach.engine import Coach
from coach.languages.casing import copy_case
from coach.phrasebook.groups import group_of
from coach.phrasebook.loader import SPAN
from coach.phrasebook.matcher import Matcher
from coach.phrasebook.schema import Entry, ReplyEntry, Text
from coach.phrasebook.team import load_book
from coach.rewriting import SLOT, apply, fill, fitting
from coach.texts import passages, prepare


class Problem(NamedTuple):
    """An example that does not do what it says; `where` is path:line:column."""

    lang: str
    where: str
    entry: str
    message: str


class Result(NamedTuple):
    """What a run looked at and what it found."""

    entries: int
    examples: int
    problems: tuple[Problem, ...]


def run(langs: Sequence[str], coach: Coach | None = None) -> Result:
    """Test every entry and signal of the languages, with the phrasebooks of the coach's own team.

    Raises PhrasebookError for a phrasebook that cannot be compiled.
    """
    coach = coach or Coach()
    entries = examples = 0
    problems: list[Problem] = []
    for lang in langs:
        book = load_book(lang, coach.config.phrasebooks)
        matcher = coach.matcher(lang)
        for number, entry in enumerate((*book.entries, *book.signals)):
            entries += 1
            examples += len(entry.flag) + len(entry.pass_) + sum(len(recast.shows) for recast in entry.recasts)
            tests = (test_entry(lang, entry, number, matcher), test_recasts(lang, entry, coach))
            problems.extend(Problem(lang, str(text.place), entry.rule, message) for text, message in chain(*tests))
        for rule in book.replies:
            entries += 1
            examples += len(rule.flag) + len(rule.pass_)
            problems.extend(Problem(lang, str(text.place), rule.rule, message) for text, message in test_reply(lang, rule, coach))
    return Result(entries, examples, tuple(problems))


def test_reply(lang: str, entry: ReplyEntry, coach: Coach) -> Iterable[tuple[Text, str]]:
    """Each example of a whole-reply rule that fails, and why."""
    for examples, wanted in ((entry.flag, True), (entry.pass_, False)):
        for example in examples:
            report = coach.check(example.reply.value, lang, customer=example.customer)
            if any(one.rule == entry.rule for one in report.findings) != wanted:
                yield example.reply, "should break this rule, does not" if wanted else "should keep this rule, breaks it"


def test_entry(lang: str, entry: Entry, number: int, matcher: Matcher) -> Iterable[tuple[Text, str]]:
    """Each example that fails, and why."""
    for text in entry.flag:
        plain, wanted = unmarked(text.value)
        found = spans(plain, number, matcher)
        if found != wanted:
            shown = [plain[slice(*span)] for span in found]
            yield text, f"should flag {[plain[slice(*span)] for span in wanted]}, flags {shown or 'nothing'}"
        for message in swap_problems(lang, entry, number, matcher, plain, found):
            yield text, message
    for words, better in entry.swaps:
        if spans(words.value, number, matcher) != [(0, len(words.value))]:
            yield words, f"these words are not what the entry flags: {words.value!r}"
        if spans(better.value, number, matcher):
            yield better, f"the swap is flagged itself: {better.value!r}"
    for text in entry.pass_:
        found = spans(text.value, number, matcher)
        if found:
            yield text, f"should stay silent, flags {[text.value[slice(*span)] for span in found]}"


def test_recasts(lang: str, entry: Entry, coach: Coach) -> Iterable[tuple[Text, str]]:
    """Each example of a recast that it does not make, or that is flagged again."""
    for before, after in (pair for recast in entry.recasts for pair in recast.shows):
        findings = [one for one in coach.check(before.value, lang).findings if one.rule == entry.rule]
        made = [apply(before.value, [better]) for one in findings for better in one.suggestions]
        if after.value not in made:
            yield before, f"should make {after.value!r}, makes {made[:1] or 'nothing: no finding of this rule'}"
        elif any(one.category == findings[0].category for one in coach.check(after.value, lang).findings):
            yield after, f"what the recast makes is flagged itself: {after.value!r}"


def unmarked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its [[ ]], and the spans they marked."""
    plain, found, last = "", [], 0
    for match in SPAN.finditer(example):
        plain += example[last : match.start()]
        found.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        last = match.end()
    return plain + example[last:], found


def spans(text: str, number: int, matcher: Matcher) -> list[tuple[int, int]]:
    """What one entry flags in a text: the longest of the matches that overlap."""
    passage = next(passages([prepare(text)], matcher, "email"))
    group = group_of(matcher.entries[number][0])
    passage.faults = [tuple(matcher.search(sentence, group)) for sentence in passage.symbols]
    places = [
        passage.place(sentence, hit.first, hit.last)
        for sentence in range(passage.sentences)
        for hit in passage.hits(sentence, frozenset({number}))
    ]
    found: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= other or start >= behind for other, behind in found):
            found.append((start, end))
    return sorted(passage.text.original(*span) for span in found)


def swap_problems(
    lang: str, entry: Entry, number: int, matcher: Matcher, plain: str, found: list[tuple[int, int]]
) -> Iterable[str]:
    """Why a swap applied to an example does not clear the finding."""
    wordings = tuple(tuple(text.value for text in texts) for texts in entry.swap)
    for register in ("formal", "informal"):
        for wording in fitting(wordings, register)[:1]:  # type: ignore[arg-type]
            if SLOT.search(wording):
                continue
            for start, end in found:
                swapped = plain[:start] + copy_case(plain[start:end], fill(wording, {}), lang) + plain[end:]
                if any(s < start + len(wording) and e > start for s, e in spans(swapped, number, matcher)):
                    yield f"the swap does not clear it: {swapped}"
