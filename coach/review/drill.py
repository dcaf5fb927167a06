"""Exercises made of the team's own findings: put a sentence better, and the rules that flagged it grade the new wording.

The sentences come redacted from the file that reviews keep. Nothing about the author stands in an exercise.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from coach.expressions import compiled
from coach.model import CHANNELS, Finding, Suggestion
from coach.review.sentence import sentence_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from coach.engine import Coach

SHORTEST, LONGEST = 4, 45
"""Words of a sentence that can be practised on: shorter ones say too little, longer ones take too long to read."""

ASKED = """
    SELECT f.rule, t.language, c.channel, t.text, f.start, f."end", t.agent
    FROM findings f JOIN turns t USING (key, turn) JOIN conversations c USING (key)
    WHERE t.text IS NOT NULL AND f."end" > f.start AND f.disputed IS NULL AND t.language IS NOT NULL
    ORDER BY f.rule, t.text, f.start
"""

FACT = r"\d+(?:[.,:/]\d+)*|https?://\S+|\[(?!name\])[^\]\n]{2,40}\]"
"""What a new wording must keep: numbers, links, and what stands for something redacted; the name in a greeting may go."""

WORDS = r"\w+"
PLACEHOLDER = r"\[[^\]\n]{1,60}\]"
ECHO = 0.34
"""A new wording that keeps less than this share of the longer words is about something else."""

LONG_WORD = 5
MARKS = ".!?…:"
FILLER = "cliche"
"""The category of what may just be left out, as may a single word of any other."""

FEWEST = 3
"""Fewer words than this tell a customer nothing."""


class Exercise(NamedTuple):
    """A sentence to put better: its words [start, end) are what the rule flags, `message` says why."""

    rule: str
    lang: str
    channel: str
    sentence: str
    start: int
    end: int
    message: str
    better: tuple[str, ...]


class Grade(NamedTuple):
    """What became of an exercise: `solved` where the rule has nothing left to flag, nothing new is wrong and no fact is lost."""

    solved: bool
    left: tuple[Finding, ...]
    lost: tuple[str, ...]
    remark: str


def exercises(
    connection: DuckDBPyConnection,
    coach: Coach,
    *,
    count: int,
    seed: int,
    agent: str = "",
    rules: Sequence[str] = (),
    lang: str | None = None,
) -> list[Exercise]:
    """At most `count` exercises, as different as the findings are: each rule once before any rule comes a second time, and what
    the team does most often first. What was flagged once in thousands of turns is oftener chance than habit.

    `rules` are rules or categories, none for all; `agent` is a name as the file has it. The same seed gives the same exercises.
    """
    by_rule: dict[str, dict[str, Exercise]] = {}
    for rule, language, channel, text, start, end, who in connection.execute(ASKED).fetchall():
        if (agent and who != agent) or (lang and language != lang) or not wanted(rule, rules):
            continue
        begin, stop = sentence_of(text, start, end)
        sentence = text[begin:stop]
        if SHORTEST <= len(compiled(WORDS).findall(sentence)) <= LONGEST:
            known = channel if channel in CHANNELS else "chat"
            exercise = Exercise(rule, language, known, sentence, start - begin, end - begin, "", ())
            by_rule.setdefault(rule, {}).setdefault(sentence, exercise)
    draw = random.Random(seed)  # noqa: S311 - a choice that can be repeated, not a secret
    piles = [draw.sample(list(some.values()), len(some)) for _, some in sorted(by_rule.items())]
    draw.shuffle(piles)
    piles.sort(key=len, reverse=True)
    chosen: list[Exercise] = []
    while piles and len(chosen) < count:
        for pile in piles:
            if len(chosen) < count and (made := explained(pile.pop(), coach)) is not None:
                chosen.append(made)
        piles = [pile for pile in piles if pile]
    return chosen


def wanted(rule: str, rules: Sequence[str]) -> bool:
    """Whether a rule is among the chosen rules and categories."""
    return not rules or rule in rules or rule.partition("/")[0] in rules


def explained(exercise: Exercise, coach: Coach) -> Exercise | None:
    """An exercise with the reason and the better wordings of its rule; None where the sentence alone is not flagged."""
    found = coach.check(exercise.sentence, exercise.lang, exercise.channel).findings
    own = next((one for one in found if one.rule == exercise.rule), None)
    if own is None:
        return None
    better = tuple(put_in(exercise.sentence, one) for one in own.suggestions)
    return exercise._replace(start=own.start, end=own.end, message=own.message, better=better)


def put_in(sentence: str, suggestion: Suggestion) -> str:
    """The sentence with a suggestion in its place; one that ends a sentence needs no second mark behind it."""
    behind = sentence[suggestion.end :]
    if suggestion.text.rstrip()[-1:] in tuple(MARKS) and not behind.strip(MARKS + " "):
        behind = ""
    return sentence[: suggestion.start] + suggestion.text + behind


def grade(exercise: Exercise, answer: str, coach: Coach) -> Grade:
    """Judge an answer by the rules that judge every draft.

    What was wrong before, and is not what the exercise is about, may stay; anything new may not. An answer along the lines of
    one that the rule offers is about the same message; a sentence from which the flagged words were only cut out is no answer,
    unless they were a filler.
    """
    if not answer.strip():
        return Grade(False, (), (), "nothing written")
    before = coach.check(exercise.sentence, exercise.lang, exercise.channel).findings
    own = next((one for one in before if one.rule == exercise.rule), None)
    known = {one.rule for one in before if one.rule != exercise.rule}
    left = [one for one in coach.check(answer, exercise.lang, exercise.channel).findings if one.rule not in known]
    kept = answer.casefold()
    lost = tuple(fact for fact in compiled(FACT).findall(exercise.sentence) if fact.casefold() not in kept)
    remark = ""
    if any(one.rule == exercise.rule for one in left):
        remark = "the same is still there"
    elif left:
        remark = "that is mended, but something new is flagged"
    elif lost:
        remark = f"missing now: {', '.join(lost)}"
    elif len(compiled(WORDS).findall(answer)) < FEWEST:
        remark = "nothing is flagged, but what does it tell the customer?"
    elif own and only_cut(exercise.sentence, own, answer):
        remark = "the words are gone, but what should stand there instead?"
    elif not about_the_same(exercise, own, answer):
        remark = "nothing is flagged, but is this still the same message?"
    return Grade(not left and not lost and not remark, tuple(left), lost, remark)


def only_cut(sentence: str, own: Finding, answer: str) -> bool:
    """Whether the answer is the sentence without the flagged words, where no suggestion is that and they were no filler."""
    said = words_of(answer)
    if own.category == FILLER or len(words_of(own.text)) < 2:
        return False
    return said == words_of(f"{sentence[: own.start]} {sentence[own.end :]}") and not any(
        said == words_of(put_in(sentence, one)) for one in own.suggestions
    )


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return [word.casefold() for word in compiled(WORDS).findall(text)]


def about_the_same(exercise: Exercise, own: Finding | None, answer: str) -> bool:
    """Whether the answer keeps enough of the longer words outside the flagged ones, or of a suggestion, by their beginnings."""
    start, end = (own.start, own.end) if own else (exercise.start, exercise.end)
    outside = beginnings(compiled(WORDS).findall(f"{exercise.sentence[:start]} {exercise.sentence[end:]}"))
    offered = [compiled(PLACEHOLDER).sub(" ", one.text) for one in own.suggestions] if own else []
    models = [words for text in offered if len(words := beginnings(compiled(WORDS).findall(text))) > 1]
    said = beginnings(compiled(WORDS).findall(answer))
    return len(outside) <= 1 or any(len(words & said) >= ECHO * len(words) for words in (outside, *models))


def beginnings(words: Iterable[str]) -> set[str]:
    """The first letters of the longer words, by which inflected forms are the same."""
    return {word.casefold()[:LONG_WORD] for word in words if len(word) >= LONG_WORD}
