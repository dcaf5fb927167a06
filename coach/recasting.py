"""Recasts: the sentence itself put better, its own words kept ("You'll soon get it" -> "You'll get it by [date]").

A recast is a phrase whose slots hold parts of the sentence, and models of what to write instead. It is shown, never applied
unasked, and only where it raises no finding of its category in the words it writes.
"""

from __future__ import annotations

from collections import Counter

from coach.expressions import compiled
from coach.languages.base import Language
from coach.languages.casing import upper
from coach.model import Suggestion
from coach.phrasebook.groups import RECAST
from coach.rewriting import NAMES, figures, fitting
from coach.rules.context import Hit
from coach.texts import Passage, final_mark, passages, prepare

SLOT = r"\{(\w+)(?:-(\w+))?(?:\+([\w()]+))?\}"
"""`{slot}`, `{slot+suffix}`, `{slot-suffix+suffix}`."""

SPACES = r"\s+"
LOOSE = r" (?=[,.!?:;])"
MOST = 2
"""How many recasts a finding carries at most: a model of a whole sentence belongs beside them."""


def recasts(hit: Hit, sentence: int, passage: Passage, form: str) -> list[Suggestion]:
    """The best recasts of the sentence of a hit, in the draft's form of address: of its rule, else of its category.

    Those of other rules were not written for the flagged words, so they must at least be gone.
    """
    found = [
        better
        for better in passage.matcher.recasts(passage.symbols[sentence])
        if better.rule.startswith(f"{RECAST}/{hit.category}/") and better.first < hit.last and hit.first < better.last
    ]
    own = [better for better in found if better.rule == f"{RECAST}/{hit.rule}"]
    made: dict[str, Suggestion] = {}
    for better in own or found:
        suggestion = recast(better, sentence, passage, form)
        if suggestion and (own or not holds_words(suggestion, hit, sentence, passage)):
            made.setdefault(suggestion.text, suggestion)
            if len(made) == MOST:
                break
    return list(made.values())


def holds_words(suggestion: Suggestion, hit: Hit, sentence: int, passage: Passage) -> bool:
    """Whether the flagged words still stand in a suggestion."""
    flagged = passage.text.shadow[slice(*passage.place(sentence, hit.first, hit.last))]
    return flagged.lower() in suggestion.text.lower()


def recast(better: Hit, sentence: int, passage: Passage, form: str) -> Suggestion | None:
    """The first model of a recast that fits, keeps the facts and raises no finding of its category."""
    language = passage.matcher.symbols.language
    start, stop = spelled(passage, sentence, better.first, better.last)
    mark = final_mark(passage.text.shadow, stop) if better.last == passage.length(sentence) else ""
    start, stop = passage.text.original(start, stop + len(mark))
    category = better.rule.split("/")[1]
    for model in fitting(passage.matcher.entries[better.entry][5], form):
        text = filled(model, better, sentence, passage)
        if text is None or not keeps_facts(passage.text.source[start:stop], text, language):
            continue
        suggestion = Suggestion(text if text[-1:] in ".!?…" else text + mark, start, stop, safe=False)
        if not raises_finding(suggestion, sentence, passage, category):
            return suggestion
    return None


def filled(model: str, better: Hit, sentence: int, passage: Passage) -> str | None:
    """A model with its slots filled from the sentence; None where a suffix does not fit its word.

    A slot that holds nothing leaves nothing. The first word of the sentence loses its capital where it moves.
    """
    language = passage.matcher.symbols.language
    if not passage.is_spelled(sentence, better):
        return None
    written = {name: passage.text.shadow[slice(*spelled(passage, sentence, *words))] for name, *words in better.slots}
    opening = next((name for name, first, _ in better.slots if first == 0), "")
    text = ""
    last = 0
    for match in compiled(SLOT).finditer(model):
        text += model[last : match.start()]
        last = match.end()
        name, old, new = match.groups()
        value = written.get(name, "")
        if name == opening and text and passage.is_common(value):
            value = language.fold(value[0]) + value[1:]
        if value and (old or new):
            if value.split()[-1][0].isupper() and not passage.is_common(value):  # a name takes an apostrophe, if anything
                return None
            value = language.inflect(value, old or "", new or "")
            if not value:
                return None
        text += value
    text = compiled(LOOSE).sub("", compiled(SPACES).sub(" ", text + model[last:]).strip())
    return upper(text[0], language.code) + text[1:] if better.first == 0 else text


def spelled(passage: Passage, sentence: int, first: int, last: int) -> tuple[int, int]:
    """The words [first, last) of a sentence as a span of the shadow, with the percent sign behind the last."""
    start, end = passage.place(sentence, first, last)
    return start, end + (passage.text.shadow[end : end + 1] == "%")


def keeps_facts(before: str, after: str, language: Language) -> bool:
    """Whether numbers, links and placeholders are the same before and after, and every name is still there.

    Open slots of the model are no facts; in German every noun looks like a name, and a polite Вы or Siz is none.
    """
    was, is_now = Counter(figures(before)), Counter(figures(after))
    added = [fact for fact in is_now - was if not fact.startswith("[")]
    names = compiled(NAMES).findall(before) if language.code != "de" else []
    polite = language.formal.words
    return not added and not was - is_now and all(name in after or language.fold(name) in polite for name in names)


def raises_finding(better: Suggestion, sentence: int, passage: Passage, category: str = "") -> bool:
    """Whether a sentence has a finding in the very words that a suggestion has put in; of the `category` where one is given."""
    begin, stop = passage.sentence_span(sentence)
    start, end = passage.text.original(begin, stop + len(final_mark(passage.text.shadow, stop)))
    source = passage.text.source
    text = prepare(source[start : better.start] + better.text + source[better.end : end])
    mended = next(passages([text], passage.matcher, passage.channel))
    first, last = better.start - start, better.start - start + len(better.text)
    return any(
        begin < last and first < stop
        for number, faults in enumerate(mended.faults)
        for hit in faults
        if not category or hit.category == category
        for begin, stop in [mended.place(number, hit.first, hit.last)]
    )
