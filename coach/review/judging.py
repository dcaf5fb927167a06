"""Conversations in, judged conversations out: every turn of an agent through the engine, and the thread around it understood.

Texts of many conversations are prepared and judged together, and a text that comes again (a canned reply) is judged once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from coach.config import Config
from coach.engine import Coach
from coach.languages.guess import guess
from coach.model import CHANNELS, Finding
from coach.phrasebook.cache import silent
from coach.review.good import good
from coach.review.promises import promises
from coach.review.record import AGENT, CUSTOMER, Conversation, Event, Promise, Reviewed, ReviewedTurn
from coach.review.threads import Said, events
from coach.review.times import waited
from coach.texts import BLOCK, Passage, passages, prepare

TOGETHER = 200_000
"""How many characters of conversations are judged together."""

REMEMBERED = 2_000
"""How many texts are remembered for when they come again; beyond that, those that have not come again for so long are not."""

SAMPLE = 600
"""Characters of a conversation by which its language is told."""

SHORT = 60
"""A customer who has written no more characters than this is taken to write the agent's language."""


class ReviewOptions(NamedTuple):
    """How conversations are judged; picklable, as it goes to every process.

    `config.channel` is that of conversations whose export does not say. `redact`: words of people leave the review redacted.
    Without `threads` only the wording of single turns is judged: no events, promises, or findings about the thread. With
    `findings_only` nothing but findings comes out: no events, no promises, and only the turns that have findings.
    """

    config: Config = Config(channel="chat")
    redact: bool = True
    threads: bool = True
    findings_only: bool = False


class Judged(NamedTuple):
    """A text as it was judged, in whatever conversation it stands; `passage` is None for one too long to be looked at whole."""

    passage: Passage | None
    findings: tuple[Finding, ...]
    sentences: int


class Text(NamedTuple):
    """What a verdict on a text depends on."""

    lang: str
    channel: str
    role: str
    text: str


class Reviewer:
    """Judges conversations; keeps the phrasebooks it has loaded, and the last texts."""

    def __init__(self, options: ReviewOptions, progress: Callable[[str], None] = silent) -> None:
        """Raises UsageError as `Coach` does for settings that name something unknown."""
        self.options = options
        self.coach = Coach(options.config._replace(rewrites=False), progress)
        self.known: dict[Text, Judged] = {}
        self.before: dict[Text, Judged] = {}

    def review(self, conversations: Iterable[Conversation]) -> Iterator[Reviewed]:
        """The conversations as they were judged, in order; those without turns are passed over."""
        some: list[Conversation] = []
        size = 0
        for conversation in conversations:
            if conversation.turns:
                some.append(conversation)
                size += sum(len(turn.text) for turn in conversation.turns)
            if size >= TOGETHER:
                yield from self.judge(some)
                some, size = [], 0
        yield from self.judge(some)

    def judge(self, conversations: list[Conversation]) -> Iterator[Reviewed]:
        """Conversations judged together."""
        languages = [self.languages(conversation) for conversation in conversations]
        texts = [self.texts(one, *spoken) for one, spoken in zip(conversations, languages, strict=True)]
        self.learn(dict.fromkeys(text for some in texts for text in some if text))
        for conversation, said in zip(conversations, texts, strict=True):
            yield self.reviewed(conversation, [self.known[text] if text else None for text in said], said)

    def languages(self, conversation: Conversation) -> tuple[str | None, str | None]:
        """The language of the agents, and that of the customers; None where it cannot be told."""
        told = conversation.lang or self.options.config.lang
        theirs = sample(conversation, AGENT)
        agents = told or guess(theirs)
        if not self.options.threads:
            return agents, None
        customers = sample(conversation, CUSTOMER)
        return agents, guess(customers) or (agents if len(customers) <= SHORT else None)

    def texts(self, conversation: Conversation, agents: str | None, customers: str | None) -> list[Text | None]:
        """What is to be judged of each turn; None for nothing."""
        channel = conversation.channel if conversation.channel in CHANNELS else self.options.config.channel
        spoken = {AGENT: agents, CUSTOMER: customers}
        return [
            Text(lang, channel, turn.role, turn.text) if (lang := spoken.get(turn.role)) else None for turn in conversation.turns
        ]

    def learn(self, texts: Mapping[Text, None]) -> None:
        """Judge the texts that are not known; they are the keys, each once and in order."""
        if len(self.known) > REMEMBERED:
            self.before, self.known = self.known, {}
        self.known.update((text, self.before[text]) for text in texts.keys() & self.before.keys())
        together: dict[tuple[str, str, str], list[Text]] = {}
        for text in texts:
            if text not in self.known:
                together.setdefault(text[:3], []).append(text)
        for (lang, channel, role), some in together.items():
            short = [text for text in some if len(text.text) <= BLOCK]
            prepared = [prepare(text.text) for text in short]
            made = passages(prepared, self.coach.matcher(lang), channel, None, self.coach.vocabulary)
            for text, passage in zip(short, made, strict=True):
                found = self.coach.findings(passage, entire=channel == "email") if role == AGENT else ()
                self.known[text] = Judged(passage, tuple(found), max(1, passage.sentences))
            for text in some:
                if len(text.text) > BLOCK:
                    self.known[text] = self.long(text)

    def long(self, text: Text) -> Judged:
        """A text too long to be looked at whole."""
        if text.role != AGENT:
            return Judged(None, (), 1)
        report = self.coach.check(text.text, text.lang, text.channel)
        return Judged(None, report.findings, max(1, text.text.count(". ") + text.text.count("\n")))

    def reviewed(self, conversation: Conversation, judged: list[Judged | None], texts: list[Text | None]) -> Reviewed:
        """A conversation with all that was found in it."""
        waits = waited(conversation.turns)
        turns = [
            ReviewedTurn(
                number,
                turn,
                text.lang if text and turn.role == AGENT else None,
                one.sentences if one and turn.role == AGENT else 0,
                one.findings if one else (),
                wait,
            )
            for number, (turn, one, text, wait) in enumerate(zip(conversation.turns, judged, texts, waits, strict=True))
        ]
        if not self.options.threads or not any(judged):
            return Reviewed(conversation, tuple(turns))
        passage_of = [one.passage if one else None for one in judged]
        seen = events([Said(one.number, one.turn, passage_of[one.number]) for one in turns], self.coach)
        for number, finding in seen.findings:
            turns[number] = with_finding(turns[number], finding)
        if self.options.findings_only:
            return Reviewed(conversation, tuple(turns))
        promised: list[Promise] = []
        happened = [*seen.events]
        customer: Passage | None = None
        for one, passage in zip(turns, passage_of, strict=True):
            if passage is None:
                continue
            if one.turn.role == CUSTOMER:
                customer = passage
                continue
            made = promises(one.number, passage, one.turn.time)
            promised += made
            happened += good(one.number, passage, one.findings, made, customer)
        happened += thanked(turns, happened)
        happened.sort(key=lambda event: event.turn)
        return Reviewed(conversation, tuple(turns), tuple(happened), tuple(promised))


def sample(conversation: Conversation, role: str) -> str:
    """The first words of a role."""
    words: list[str] = []
    size = 0
    for turn in conversation.turns:
        if turn.role == role:
            words.append(turn.text[:SAMPLE])
            size += len(turn.text)
            if size > SAMPLE:
                break
    return " ".join(words)


def with_finding(turn: ReviewedTurn, finding: Finding) -> ReviewedTurn:
    """A turn with one finding more, unless it has one of that rule; in the order of the text."""
    if any(one.rule == finding.rule for one in turn.findings):
        return turn
    return turn._replace(findings=tuple(sorted((*turn.findings, finding), key=lambda one: (one.start, one.end, one.rule))))


def thanked(turns: list[ReviewedTurn], happened: list[Event]) -> list[Event]:
    """What the agents had said when the customer said thanks: of the answer before, the turn that says most and has no fault."""
    found = []
    for number in {event.turn for event in happened if event.name == "customer/thanks"}:
        before = number - 1
        answer = []
        while before >= 0 and turns[before].turn.role == AGENT:
            if turns[before].sentences and not turns[before].findings:
                answer.append(turns[before])
            before -= 1
        if answer:
            best = max(answer, key=lambda one: (len(one.turn.text), -one.number))
            found.append(Event("good/thanked", best.number, 0, 0, ""))
    return sorted(found)
