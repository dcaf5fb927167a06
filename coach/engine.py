"""The check itself: texts in, findings out. Every caller (terminal, files, transcripts, library) comes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from coach import whole
from coach.config import Config
from coach.errors import UsageError, did_you_mean
from coach.expressions import compiled
from coach.languages import language
from coach.languages.guess import guess
from coach.model import CATEGORIES, CHANNELS, SEVERITIES, UPKEEP, WHOLE, Finding, Report
from coach.phrasebook.cache import load_tables, silent
from coach.phrasebook.matcher import MEMORY, Matcher
from coach.recasting import raises_finding, recasts
from coach.rewriting import MODELS, apply, fitting, safe_swaps, suggestions
from coach.rules.context import Hit
from coach.rules.judging import judge
from coach.rules.reply import Verdict
from coach.texts import BLOCK, Passage, Text, batches, blocks, final_mark, passages, prepare

UNANSWERED = "thread/question-unanswered"
"""The rule that takes the analysis of questions."""

MAY_ASK = r"(?i)\?|\bm[ıiuü]\w*\s*(?:$|[.!\n])"
"""The cheap question before the analysis: a question mark, or a Turkish question particle at the end."""

ROUNDS = 10
"""How often `rewrite` may start again: a swap may bring a phrase to light that it then mends too."""

UNSURE = "the language is not clear from so little text: nothing was judged; name it with --lang"
RANK = {category: rank for rank, category in enumerate(CATEGORIES)}
GRAVITY = {severity: rank for rank, severity in enumerate(SEVERITIES)}


class Coach:
    """Judges many texts with one configuration; phrasebooks are loaded on first need and kept."""

    def __init__(
        self,
        config: Config | None = None,
        progress: Callable[[str], None] = silent,
        matchers: dict[tuple[str, str], Matcher] | None = None,
    ) -> None:
        """`progress` gets a line before a phrasebook is compiled, and hints about the cache; `matchers` are shared by coaches
        with other settings, so that each language is loaded once.

        Raises UsageError for an unknown language, channel, severity, category or rule.
        """
        self.config = config or Config()
        self.progress = progress
        self.matchers: dict[tuple[str, str], Matcher] = {} if matchers is None else matchers
        self.wanted: dict[str, frozenset[int]] = {}
        self.whole: dict[str, bool] = {}
        self.vocabulary = vocabulary(self.config.vocabulary)
        validate(self.config)

    def with_config(self, config: Config) -> Coach:
        """A coach with other settings that shares what this one has loaded. Raises UsageError as the constructor does."""
        return Coach(config, self.progress, self.matchers)

    def check(self, text: str, lang: str | None = None, channel: str | None = None, customer: str | None = None) -> Report:
        """The findings of a reply, in text order.

        `lang` is guessed when neither given nor configured; `customer` is the message the reply answers.
        Raises UsageError for an unknown language or channel.
        """
        where = known_channel(channel or self.config.channel)
        pieces = list(blocks(text))
        prepared = [prepare(text[start:end]) for start, end in pieces]
        code = lang or self.config.lang or guess(prepared[0].masked)
        if code is None:
            return unsure(prepared)
        matcher = self.matcher(code)
        said = next(passages([prepare(customer)], matcher, where, None, self.vocabulary)) if customer else None
        found: list[Finding] = []
        for (start, _), passage in zip(pieces, passages(prepared, matcher, where, said, self.vocabulary), strict=True):
            found.extend(shifted(one, start) for one in self.findings(passage, entire=len(pieces) == 1))
        return Report(tuple(found), code, parts=whole.parts(passage, passage.address) if said and len(pieces) == 1 else ())

    def findings(self, passage: Passage, *, entire: bool) -> list[Finding]:
        """What is wrong in a passage, in text order; with `entire` also what the whole-reply rules say of it."""
        wanted, config = self.wanted[passage.lang], self.config
        found = findings(passage, wanted, config)
        if entire and self.judges_whole(passage.lang):
            missing = whole_reply(passage, wanted, config)
            if missing:
                found = sorted([*missing, *found], key=lambda one: (one.start, one.end, one.rule))
        return found

    def judges_whole(self, code: str) -> bool:
        """Whether any whole-reply rule is wanted."""
        if code not in self.whole:
            rules = self.matcher(code).rules
            whole_reply_rules = frozenset[int]().union(
                *(numbers for rule, numbers in rules.items() if rule.partition("/")[0] in WHOLE)
            )
            self.whole[code] = not self.wanted[code].isdisjoint(whole_reply_rules)
        return self.whole[code]

    def check_all(self, texts: Iterable[str], lang: str | None = None, channel: str | None = None) -> Iterator[Report]:
        """The reports of many replies, in order: the same as `check` for each, but faster.

        Texts are read ahead a little at a time, so memory does not grow with their number.
        """
        where = known_channel(channel or self.config.channel)
        for batch in batches(texts):
            yield from self.judge_all(batch, lang, where)

    def judge_all(self, texts: list[str], lang: str | None, channel: str) -> list[Report]:
        """The reports of a batch of texts: those of one language are prepared together."""
        reports = {number: self.check(text, lang, channel) for number, text in enumerate(texts) if len(text) > BLOCK}
        by_language: dict[str, list[tuple[int, Text]]] = {}
        for number, source in enumerate(texts):
            if number in reports:
                continue
            text = prepare(source)
            code = lang or self.config.lang or guess(text.masked)
            if code is None:
                reports[number] = unsure([text])
            else:
                by_language.setdefault(code, []).append((number, text))
        for code, found in by_language.items():
            clean = Report((), code)
            prepared = passages([text for _, text in found], self.matcher(code), channel, None, self.vocabulary)
            for (number, _), passage in zip(found, prepared, strict=True):
                judged = self.findings(passage, entire=True)
                reports[number] = Report(tuple(judged), code) if judged else clean
        return [reports[number] for number in range(len(texts))]

    def rewrite(self, text: str, lang: str | None = None) -> str:
        """The text with every safe swap applied; everything else stays as it is."""
        for _ in range(ROUNDS):
            report = self.check(text, lang)
            changed = apply(text, safe_swaps(report.findings))
            if changed == text:
                break
            text, lang = changed, report.language
        return text

    def matcher(self, code: str) -> Matcher:
        """The matcher of a language, loaded once."""
        book = (code, self.config.phrasebooks)
        if book not in self.matchers:
            self.matchers[book] = Matcher(load_tables(language(code).code, self.progress, book[1]), language(code))
        if code not in self.wanted:
            self.wanted[code] = wanted(self.matchers[book], self.config)
        return self.matchers[book]


def vocabulary(names: tuple[str, ...]) -> str:
    """The expression for names that are never judged, "" without any."""
    if not names:
        return ""
    from coach.phrasebook.vocabulary import names_expression

    return names_expression(names)


def unsure(blocks: Iterable[Text]) -> Report:
    """The report of a text whose language is not clear; one without words, or of placeholders only, needs no explanation."""
    return Report((), None, UNSURE if any(compiled(r"\w").search(one.masked) for one in blocks) else "")


def shifted(one: Finding, by: int) -> Finding:
    """A finding of a block in offsets of the whole text."""
    if not by:
        return one
    better = tuple(s._replace(start=s.start + by, end=s.end + by) for s in one.suggestions)
    return one._replace(start=one.start + by, end=one.end + by, suggestions=better)


def known_channel(channel: str) -> str:
    """The channel. Raises UsageError for an unknown one."""
    if channel not in CHANNELS:
        raise UsageError(f"unknown channel {channel!r}", hint=f"known are {', '.join(CHANNELS)}")
    return channel


def validate(config: Config) -> None:
    """Refuse a configuration that names something unknown."""
    if config.lang is not None:
        language(config.lang)
    known_channel(config.channel)
    for severity in (config.min_severity, *(severity for _, severity in config.severities)):
        if severity not in SEVERITIES:
            raise UsageError(f"unknown severity {severity!r}", hint=f"known are {', '.join(SEVERITIES)}")
    if not config.select and not config.ignore and not config.severities:
        return
    from coach.rules.table import CONCEPTS

    for name in (*config.select, *config.ignore, *(rule for rule, _ in config.severities)):
        own = config.phrasebooks and name.partition("/")[0] in CATEGORIES
        if name not in (*CATEGORIES, *WHOLE, *UPKEEP) and name not in CONCEPTS and not own:
            hint = did_you_mean(name, [*CATEGORIES, *WHOLE, *UPKEEP, *CONCEPTS], "`coach rules` lists them")
            raise UsageError(f"unknown rule or category {name!r}", hint=hint)


def selected(rule: str, config: Config) -> bool:
    """Whether the configuration wants a rule."""
    names = (rule, rule.partition("/")[0])
    return (
        names[1] in (*RANK, *WHOLE, *UPKEEP)
        and (not config.select or any(name in config.select for name in names))
        and not any(name in config.ignore for name in names)
    )


def severity_of(rule: str, severity: str, config: Config) -> str:
    """The severity that a team gives to a rule, or to its category; else its own."""
    own = dict(config.severities)
    return own.get(rule) or own.get(rule.partition("/")[0]) or severity


def wanted(matcher: Matcher, config: Config) -> frozenset[int]:
    """The numbers of the entries whose rules the configuration wants."""
    return frozenset().union(*(numbers for rule, numbers in matcher.rules.items() if selected(rule, config)))


def findings(passage: Passage, entries: frozenset[int], config: Config) -> list[Finding]:
    """The hits of the entries in a passage: judged in their context, settled, and with their better wordings."""
    kept = [
        (number, hit)
        for number, faults in enumerate(passage.faults)
        if faults
        for hit in settle(tuple(judged(passage, number, entries, config)))
    ]
    form = passage.address if kept and config.rewrites else None
    return [finding(hit, number, passage, form) for number, hit in kept]


def whole_reply(passage: Passage, wanted: frozenset[int], config: Config) -> list[Finding]:
    """What is wrong with a reply as a whole. The analysis of questions is loaded only if it is wanted and the customer asks."""
    asked: list[Verdict] = []
    judged = not wanted.isdisjoint(passage.matcher.rules.get(UNANSWERED, ()))
    if judged and passage.customer is not None and compiled(MAY_ASK).search(passage.customer.masked):
        from coach.analysis.threads import question_unanswered

        acts = passage.has("solution") or passage.has("done")
        asked = question_unanswered(passage.customer.masked, passage.masked, passage.lang, acts=acts)
    broken = whole.broken(passage, asked, config.sending)
    if not broken:
        return []
    form = passage.address if config.rewrites else None
    worst = GRAVITY[config.min_severity]
    found = whole.findings(broken, passage, wanted, form)
    if config.severities:
        found = [one._replace(severity=severity_of(one.rule, one.severity, config)) for one in found]
    return [one for one in found if GRAVITY[one.severity] <= worst]


def judged(passage: Passage, sentence: int, entries: frozenset[int], config: Config) -> Iterator[Hit]:
    """The hits of the entries in a sentence that are faults there, each as grave as it is there."""
    worst = GRAVITY[config.min_severity]
    for hit in passage.hits(sentence, entries):
        grave = judge(hit, sentence, passage)
        if grave is not None and config.severities:
            grave = severity_of(hit.rule, grave, config)
        if grave is not None and GRAVITY[grave] <= worst:
            yield hit if grave == hit.severity else hit._replace(severity=grave)


@lru_cache(MEMORY)
def settle(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """One best hit a span: of two in a sentence that overlap the narrower fault stays, then the graver, the longer, the earlier.

    Hits of different categories that share few words are two faults and both stay.
    """
    best: list[Hit] = []
    at: dict[int, list[Hit]] = {}
    for hit in sorted(
        hits, key=lambda one: (RANK[one.category], GRAVITY[one.severity], one.first - one.last, one.first, one.rule)
    ):
        # Hits that clash share a word: looking at all the others would take quadratic time.
        if not any(clash(hit, other) for word in range(hit.first, hit.last) for other in at.get(word, ())):
            best.append(hit)
            for word in range(hit.first, hit.last):
                at.setdefault(word, []).append(hit)
    return tuple(sorted(best, key=lambda one: (one.first, one.last, one.rule)))


def clash(one: Hit, better: Hit) -> bool:
    """Whether a hit claims the words of a better one: any of them within a category, most of its own across categories.

    So a small fault inside a longer one of a weaker category does not hide the longer one, but not the other way round.
    """
    shared = min(one.last, better.last) - max(one.first, better.first)
    if one.category == better.category:
        return shared > 0
    return 2 * shared > one.last - one.first


def finding(hit: Hit, sentence: int, passage: Passage, form: str | None) -> Finding:
    """A hit as the caller sees it, in offsets of the text as it was given; without a form of address, without suggestions."""
    _, _, why, swap, swaps, say = passage.matcher.entries[hit.entry]
    start, end = passage.text.original(*passage.place(sentence, hit.first, hit.last))
    wording = passage.text.source[start:end]
    if form is None:
        return Finding(hit.rule, hit.category, hit.severity, start, end, wording, why)
    lang = passage.matcher.symbols.language
    begin, stop = passage.sentence_span(sentence)
    mark = final_mark(passage.text.shadow, stop)
    whole_sentence = passage.text.original(begin, stop + len(mark))
    exact = swaps.get(" ".join(lang.fold(wording).split()))
    drop_ins = (exact,) if exact is not None else fitting(swap, form)
    slots = dict(passage.held(sentence, hit.slots))
    swapped, models = suggestions(wording, (start, end), whole_sentence, drop_ins, fitting(say, form), slots, lang, mark)
    swapped = [one._replace(safe=one.safe and not raises_finding(one, sentence, passage)) for one in swapped]
    better = (*swapped, *recasts(hit, sentence, passage, form), *models)
    return Finding(hit.rule, hit.category, hit.severity, start, end, wording, why, better[:MODELS])
