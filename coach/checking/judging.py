"""Judging files: the texts of their documents go through the engine together, and what is found is placed in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from coach.checking.fingerprints import project_path
from coach.checking.placing import new_in_twin, of_segment, placed
from coach.checking.record import Checked, Judged
from coach.checking.upkeep import upkeep
from coach.config import Config
from coach.engine import selected
from coach.errors import UsageError
from coach.model import Finding, Report
from coach.settings.record import Settings
from coach.sources.document import Document, Segment
from coach.sources.files import Source
from coach.sources.readers import read_document

STRESSED = frozenset({"macro/empty-value", "macro/number-agreement", "macro/turkish-ending"})
"""The rules that only `--stress` finds."""

SIGN = "oach:"
"""A file without it has no comment for coach."""


class Judge(Protocol):
    """The part of `coach.Coach` that judges many texts."""

    def check_all(self, texts: Iterable[str]) -> Iterator[Report]:
        """Judge many texts."""
        ...


class Task(NamedTuple):
    """A file and the settings that it is read and judged with."""

    source: Source
    settings: Settings


class Read(NamedTuple):
    """A document and the settings that it is judged with."""

    document: Document
    settings: Settings


class Options(NamedTuple):
    """What a run asks for besides the settings of each file.

    `stress` fills placeholders with awkward values; `fingerprints` are for the baseline and for formats that follow a finding
    from run to run; without `suppressions` comments silence nothing. `answering` says that the customer's message is at hand.
    """

    stress: bool = False
    fingerprints: bool = False
    suppressions: bool = True
    answering: bool = False

    def look_for(self, rule: str, config: Config) -> bool:
        """Whether the run can find a rule at all: what it does not look for is not gone."""
        return (
            selected(rule, config)
            and (self.stress or rule not in STRESSED)
            and (self.answering or not rule.startswith("thread/"))
        )


JudgeFor = Callable[[Config], Judge]


def check_sources(tasks: Sequence[Task], judge_for: JudgeFor, options: Options) -> list[Checked | UsageError]:
    """The files with what was found in them, in order, or with the reason why one cannot be read."""
    read = [document_of(task) for task in tasks]
    found = check_documents([one for one in read if isinstance(one, Read)], judge_for, options)
    return [next(found) if isinstance(one, Read) else one for one in read]


def document_of(task: Task) -> Read | UsageError:
    """The document of a file, or why there is none."""
    try:
        return Read(read_document(task.source, task.settings.reading), task.settings)
    except UsageError as error:
        return error


def check_documents(read: Sequence[Read], judge_for: JudgeFor, options: Options) -> Iterator[Checked]:
    """The documents with what was found in them, in order; texts with the same settings are judged together."""
    for one, reports in zip(read, judged(read, judge_for), strict=True):
        yield checked(one, reports, options)


def judged(tasks: Sequence[Read], judge_for: JudgeFor) -> list[list[list[Report]]]:
    """The reports of each document's segments, one for each way in which a segment may come out."""
    groups: dict[Config, list[tuple[list[Report], str]]] = {}
    result: list[list[list[Report]]] = []
    for task in tasks:
        of_document: list[list[Report]] = []
        for segment in live(task.document):
            reports: list[Report] = []
            waiting = groups.setdefault(config_of(segment, task.settings.config), [])
            waiting.extend((reports, way.text) for way in (segment.text, *segment.others))
            of_document.append(reports)
        result.append(of_document)
    for config, waiting in groups.items():
        found = judge_for(config).check_all(text for _, text in waiting)
        for (reports, _), report in zip(waiting, found, strict=True):
            reports.append(report)
    return result


def live(document: Document) -> list[Segment]:
    """The texts that are judged: retired macros are not."""
    return [segment for segment in document.segments if not segment.retired]


def config_of(segment: Segment, config: Config) -> Config:
    """The settings of a file with what the file says of one of its texts."""
    if segment.lang is None and segment.channel is None:
        return config
    return config._replace(lang=segment.lang or config.lang, channel=segment.channel or config.channel)


def checked(one: Read, reports: Sequence[Sequence[Report]], options: Options) -> Checked:
    """A document with the findings of its texts, placed in the file and silenced where a comment says so."""
    source, settings = one.document.source, one.settings
    path = project_path(source.name, settings.root) if options.fingerprints else ""
    texts: list[Judged] = []
    found: list[Finding] = []
    echoes: list[Finding] = []
    before: list[Finding] = []
    for segment, ways in zip(live(one.document), reports, strict=True):
        own = of_segment(segment, ways, path)
        own += macro_findings(segment, ways[0].language, settings, path, stress=options.stress)
        if segment.twin:
            fresh = new_in_twin(own, before)
            echoes += [finding for finding in own if finding not in fresh]
            found += fresh
            continue
        before = own
        found += own
        start = segment.text.span(0, 0)[0]
        texts.append(Judged(segment.name, ways[0].language, ways[0].score, len(own), start, ways[0].note, segment.usage))
    found.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
    first = reports[0][0] if reports else Report((), None)
    whole = Report(tuple(found), first.language, first.note, first.parts)
    result = Checked(source.name, source.text, whole, tuple(texts), (), tuple(echoes))
    if options.suppressions and SIGN in source.text:
        from coach.checking.silence import silenced

        return silenced(result, one.document, settings.config, options)
    return result


def macro_findings(segment: Segment, lang: str | None, settings: Settings, path: str, *, stress: bool) -> list[Finding]:
    """What is found in a segment as it was read, placed in the file."""
    read = segment._replace(text=segment.raw, others=()) if segment.raw is not None else segment
    return [placed(one, read.text, read, None, path) for one in upkeep(read, lang, settings, stress=stress)]


def with_findings(before: Checked, shown: Sequence[Finding], suppressed: Iterable[Finding]) -> Checked:
    """A judged file of whose findings only some are shown: those of each text are counted anew."""
    starts = [text.start for text in before.texts]
    own: list[list[Finding]] = [[] for _ in starts]
    for one in shown:
        if starts:
            own[max(0, bisect_right(starts, one.start) - 1)].append(one)
    texts = tuple(
        text._replace(findings=len(found), score=Report(tuple(found), text.language).score)
        for text, found in zip(before.texts, own, strict=True)
    )
    report = before.report._replace(findings=tuple(shown))
    return before._replace(report=report, texts=texts, suppressed=(*before.suppressed, *suppressed))
