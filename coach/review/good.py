"""What went well in an agent's turn, with the words that show it: what a trainer reads out first.

Praise that is not earned helps nobody, so each kind asks for more than its phrase: a promise has a time and an "I"; a no comes
with what can be done instead; an acknowledgement takes up what the customer wrote; a question whether it works asks about the
solution and not for another wish; an explanation says what a word or a step means. A sentence with a finding in it is never
good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property

from coach.expressions import compiled
from coach.model import Finding
from coach.review.good_words import PRAISE, Cue, Praise
from coach.review.promises.sentences import spans
from coach.review.record import Event, Promise
from coach.review.stems import any_of
from coach.texts import Passage

FEW = 6
"""Words. A shorter sentence acknowledges or explains nothing in particular."""

MANY = 45
"""Words. A longer sentence is no model to anybody."""


def good(
    number: int, passage: Passage, findings: Sequence[Finding], promised: Sequence[Promise], customer: Passage | None
) -> tuple[Event, ...]:
    """What went well in an agent's turn, the `number`th of its conversation, in the order of EVENTS; each kind at most once.

    `findings` and `promised` are those of the turn, `customer` what the customer said just before. `good/thanked` is not told
    here: it takes the customer's next turn.
    """
    owned = [one for one in promised if one.who == "I" and one.by]
    cued = compiled(hint(passage.lang, answers=customer is not None)).search(passage.folded) is not None
    asked = "?" in passage.folded
    if not (owned or cued or asked):
        return ()
    praise = PRAISE[passage.lang]
    turn = Turn(number, passage, findings)
    found: list[Iterator[Event | None]] = [(turn.quote("good/owns", one.start, one.end, one.by) for one in owned)]
    if cued and turn.holds(praise.no):
        found.append(way_out(turn, praise))
    if cued and customer is not None and turn.holds(praise.sorry):
        found.append(acknowledges(turn, praise, customer))
    if asked and turn.holds(praise.solved):
        found.append(asks_if_solved(turn, praise))
    if cued and turn.holds(praise.means):
        found.append(explains(turn, praise))
    return tuple(event for events in found if (event := next(filter(None, events), None)))


@cache
def hint(code: str, *, answers: bool) -> str:
    """The cheap question before these: an expression for the words of which a turn must have one that says no, acknowledges or
    explains. A turn that `answers` no customer acknowledges nothing.
    """
    praise = PRAISE[code]
    return any_of("|".join((praise.no.words, praise.means.words, *([praise.sorry.words] if answers else []))))


class Turn:
    """A turn that is read for what went well."""

    def __init__(self, number: int, passage: Passage, findings: Sequence[Finding]) -> None:
        self.number = number
        self.passage = passage
        self.findings = findings

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where its sentences stand."""
        return spans(self.passage)

    def quote(self, name: str, start: int, end: int, detail: str = "") -> Event | None:
        """The event with the words [start, end) of the turn as given, unless there is a finding in them."""
        faulty = any(one.start < end and start < one.end for one in self.findings)
        return None if faulty else Event(name, self.number, start, end, detail)

    def sentence(self, name: str, number: int) -> Event | None:
        """The event with a sentence."""
        return self.quote(name, *self.passage.text.original(*self.spans[number]))

    def holds(self, cue: Cue) -> bool:
        """Whether the turn holds the cue anywhere: mostly not, so that its sentences need not be told apart."""
        folded = self.passage.folded
        return bool(compiled(any_of(cue.words)).search(folded) and compiled(cue.pattern).search(folded))

    def matching(self, cue: Cue, wanted: Callable[[int], bool] | None = None) -> Iterator[tuple[int, str]]:
        """The number and the folded words of each sentence, or each wanted one, in which the cue is found."""
        for sentence, (start, end) in enumerate(self.spans):
            if wanted is None or wanted(sentence):
                words = self.passage.folded[start:end]
                if compiled(cue.pattern).search(words):
                    yield sentence, words

    def fits(self, sentence: int) -> bool:
        """Whether a sentence is a statement long enough to say something and short enough to be quoted."""
        return FEW <= self.passage.length(sentence) <= MANY and not self.passage.asks(sentence)


def way_out(turn: Turn, praise: Praise) -> Iterator[Event | None]:
    """What can be done instead, in the sentence of a no or in the next: the sentence that offers it."""
    passage = turn.passage
    for sentence, words in turn.matching(praise.no):
        if compiled(praise.theirs).search(words):
            continue
        for last in (sentence, sentence + 1):
            if last == passage.sentences or passage.asks(last):
                continue
            offered = passage.folded[slice(*turn.spans[last])]
            if not compiled(praise.instead).search(offered) or compiled(praise.theirs).search(offered):
                continue
            if passage.signalled("way-out", last, last + 1):  # asked last, as it is dear
                yield turn.sentence("good/way-out", last)
                break


def acknowledges(turn: Turn, praise: Praise, customer: Passage) -> Iterator[Event | None]:
    """An apology or a word of understanding that takes up what the customer is troubled by, in words of the customer."""
    for sentence, words in turn.matching(praise.sorry, turn.fits):
        if not compiled(praise.stock).search(words) and customer.has("trouble"):
            taken_up = (turn.passage.content(sentence) & content(customer)) - praise.vague
            if taken_up:
                yield turn.sentence("good/acknowledges", sentence)


def content(passage: Passage) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset[str]().union(*map(passage.content, range(passage.sentences)))


def asks_if_solved(turn: Turn, praise: Praise) -> Iterator[Event | None]:
    """A question whether the solution works; asked before there is one, it would look for the cause."""
    for sentence, _ in turn.matching(praise.solved, turn.passage.asks):
        yield turn.sentence("good/asks-if-solved", sentence)


def explains(turn: Turn, praise: Praise) -> Iterator[Event | None]:
    """What a word means, or why something is so."""
    for sentence, words in turn.matching(praise.means, turn.fits):
        if not compiled(praise.empty).search(words):
            yield turn.sentence("good/explains", sentence)
