"""`coach explain`: the manual page of a category, or of a rule with what each language's phrasebook says about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coach.cli.options import Values
from coach.cli.session import CLEAN, Session
from coach.errors import UsageError
from coach.model import CATEGORIES, LANGUAGES, UPKEEP, WHOLE
from coach.phrasebook.lookup import entry_texts
from coach.phrasebook.schema import Entry, Text, Wordings
from coach.reports.display import fold
from coach.reports.style import BOLD, COLOURS, GREEN, Style
from coach.rules.table import CONCEPTS, MODULES

NAMES = {"en": "English", "de": "German", "ru": "Russian", "tr": "Turkish"}


def run(values: Values, session: Session) -> int:
    """Print the page of a category or a rule. Raises UsageError for a name that is neither."""
    console = session.console
    name = values.text("name")
    style = console.style(console.stdout, values.text("color"))
    if name in (*CATEGORIES, *WHOLE, *UPKEEP):
        lines = _category(name, style)
    elif name in CONCEPTS:
        lang = values.maybe("lang")
        lines = _rule(name, (lang,) if lang else LANGUAGES, style)
    else:
        raise unknown(name)
    console.write("".join(f"{line}\n" for line in lines))
    return CLEAN


def unknown(name: str) -> UsageError:
    """The error for a name that is no rule, with the nearest one."""
    from difflib import get_close_matches

    # "forgot" alone is how people remember "blame/forgot".
    known = {
        **{rule.partition("/")[2]: rule for rule in CONCEPTS},
        **{known: known for known in (*CATEGORIES, *WHOLE, *UPKEEP, *CONCEPTS)},
    }
    near = get_close_matches(name, known, 1)
    hint = f"did you mean {known[near[0]]}?" if near else "`coach rules` lists them"
    return UsageError(f"unknown rule or category {name!r}", hint=hint)


def _category(name: str, style: Style) -> Iterator[str]:
    yield from _manual(name, style)
    yield ""
    concepts = [concept for concept in CONCEPTS.values() if concept.id.startswith(f"{name}/")]
    longest = max(len(concept.id) for concept in concepts)
    for concept in concepts:
        severity = style.paint(f"{concept.severity:7}", COLOURS[concept.severity])
        yield f"  {style.paint(f'{concept.id:{longest}}', BOLD)}  {severity}  {concept.summary}"


def _manual(category: str, style: Style) -> Iterator[str]:
    """The docstring of the category's module, its lines as they were written."""
    first, *rest = (MODULES[category].__doc__ or "").strip().splitlines()
    yield style.paint(first, BOLD)
    yield from rest


def _rule(name: str, langs: Iterable[str], style: Style) -> Iterator[str]:
    concept = CONCEPTS[name]
    yield f"{style.paint(concept.id, BOLD)}  {style.paint(concept.severity, COLOURS[concept.severity])}"
    yield concept.summary
    yield ""
    yield from _manual(name.partition("/")[0], style)
    for lang in () if concept.category in UPKEEP else langs:
        yield ""
        yield style.paint(NAMES[lang], BOLD)
        try:
            entry = entry_texts(lang, name)
        except UsageError:
            yield "  no phrases yet"
            continue
        yield from _entry(entry, concept.severity, style)


def _entry(entry: Entry, severity: str, style: Style) -> Iterator[str]:
    if entry.severity and entry.severity != severity:
        yield from _labelled("severity", [entry.severity], style)
    yield from _labelled("why", [entry.why], style)
    swaps = [*_wordings(entry.swap), *(f"{words.value} -> {better.value}" for words, better in entry.swaps)]
    yield from _labelled("swap", swaps, style)
    shown = (pair for recast in entry.recasts for pair in recast.shows)
    yield from _labelled("recast", [f"{before.value} -> {after.value}" for before, after in shown], style)
    yield from _labelled("say", _wordings(entry.say), style)
    yield from _labelled("phrases", _values(entry.phrases), style)
    yield from _labelled("unless", _values((*entry.unless, *entry.unless_clause)), style)
    yield from _labelled("flagged", _values(entry.flag), style)
    yield from _labelled("passed", _values(entry.pass_), style)


def _values(texts: Iterable[Text]) -> list[str]:
    return [text.value for text in texts]


def _wordings(wordings: Wordings) -> list[str]:
    """Rewrites, the ones for one form of address marked as such; an empty one means to leave the words out."""
    marked = [("", wordings.neutral), (" (formal)", wordings.formal), (" (informal)", wordings.informal)]
    return [f"{text.value or '(leave it out)'}{mark}" for mark, texts in marked for text in texts]


def _labelled(label: str, values: Iterable[str], style: Style) -> Iterator[str]:
    """A list of values beside its label, folded to the terminal; nothing for an empty list."""
    room = None if style.columns is None else max(40, style.columns) - 14
    head = label
    for value in values:
        for index, line in enumerate(fold(" ".join(value.split()), room)):
            bullet = "  " if index else "- "
            yield f"  {style.paint(f'{head:8}', GREEN)}  {bullet}{line}"
            head = ""
