"""Reading phrasebooks strictly: whatever is unknown, missing or of the wrong type is refused with its place and a remedy.

It reads YAML nodes rather than values, because nodes know their line and column.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import yaml

from coach.errors import PhrasebookError, did_you_mean
from coach.model import CATEGORIES, SEVERITIES, WHOLE
from coach.phrasebook.paths import book_files
from coach.phrasebook.schema import Book, Entry, Example, Place, Recast, ReplyEntry, Text, Wordings
from coach.rules.table import CONCEPTS

ENTRY_KEYS = ("phrases", "unless", "unless_clause", "severity", "why", "swap", "swaps", "recast", "say", "flag", "pass")
RECAST_KEYS = ("from", "unless", "to", "shows")
SIGNAL_KEYS = ("phrases", "unless", "unless_clause", "flag", "pass")
LEAST = {"entry": (3, 2), "signal": (2, 1)}
"""How many flag and pass examples an entry needs at least."""

LISTS = ("phrases", "unless", "unless_clause", "flag", "pass")
REPLY_KEYS = ("severity", "why", "partial", "say", "flag", "pass")
SIGNAL_FILES = ("signals", "thread")
"""signals.yaml holds what agents say, thread.yaml what is asked for and given between customer and agent."""

RECASTS = ".recasts"
"""At the end of the name of a file that holds the recasts of a category (blame.recasts.yaml)."""

REGISTERS = ("formal", "informal")
SPAN = re.compile(r"\[\[(.+?)\]\]")
CLASS_NAME = re.compile(r"[a-z][a-z0-9_]*")

Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(lang: str) -> Book:
    """Everything the phrasebooks say in one language.

    Raises PhrasebookError at the first thing that does not follow phrasebooks/README.md.
    """
    return load_files(lang, book_files(lang))


def load_files(lang: str, paths: Iterable[str]) -> Book:
    """The same from given files: classes.yaml, signals.yaml, and for each category its entries and their recasts."""
    classes: dict[str, tuple[Text, ...]] = {}
    entries: list[Entry] = []
    signals: list[Entry] = []
    replies: list[ReplyEntry] = []
    recasts: dict[str, tuple[Recast, ...]] = {}
    for path in paths:
        file = File(path)
        name = os.path.basename(path).removesuffix(".yaml")
        if name == "classes":
            classes.update(file.classes())
        elif name in SIGNAL_FILES:
            signals.extend(file.signals())
        elif name == "reply":
            replies.extend(file.replies())
        elif name in CATEGORIES:
            entries.extend(file.entries(name))
        elif name.endswith(RECASTS):
            recasts |= file.recast_file(name.removesuffix(RECASTS))
        else:
            raise PhrasebookError(f"no category is called {name!r}", where=path, hint=f"known are {', '.join(CATEGORIES)}")
    return Book(lang, classes, with_recasts(entries, recasts), tuple(signals), tuple(replies))


def with_recasts(entries: Iterable[Entry], recasts: Mapping[str, tuple[Recast, ...]]) -> tuple[Entry, ...]:
    """The entries with the recasts that stand in files of their own, behind those that stand in the entry."""
    return tuple(entry._replace(recasts=(*entry.recasts, *recasts.get(entry.rule, ()))) for entry in entries)


class File:
    """One phrasebook file as nodes with places."""

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            with open(path, encoding="utf-8") as stream:
                self.text = stream.read()
            self.root = yaml.compose(self.text, Loader)
        except (OSError, UnicodeDecodeError) as error:
            raise PhrasebookError(f"cannot be read: {error}", where=path) from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path, 1, 1)
            raise self.error(
                f"not valid YAML: {error.problem or error.context}", place, "mind the indentation and the quotes"
            ) from error

    def error(self, message: str, place: Place, hint: str) -> PhrasebookError:
        """An error at a place, with the offending line and a caret."""
        lines = self.text.splitlines()
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        return PhrasebookError(message, where=str(place), hint=hint, excerpt=f"  {line}\n  {' ' * (place.column - 1)}^")

    def place(self, node: yaml.Node) -> Place:
        """Where a node starts; inside the quotes of a quoted string."""
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        return Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1 + quoted)

    def mapping(self, node: yaml.Node | None, what: str) -> list[tuple[str, Place, yaml.Node]]:
        """The keys of a mapping with their places and values; duplicate keys are refused."""
        if node is None:
            return []
        if not isinstance(node, yaml.MappingNode):
            raise self.error(f"{what} must be a mapping", self.place(node), "write key: value")
        pairs: list[tuple[str, Place, yaml.Node]] = []
        seen: dict[str, Place] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise self.error(
                    f"{name!r} stands here twice", self.place(key), f"the first is at line {seen[name].line}; merge them"
                )
            seen[name] = self.place(key)
            pairs.append((name, seen[name], value))
        return pairs

    def string(self, node: yaml.Node, what: str) -> Text:
        """A non-empty string."""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.error(f"{what} must be a text", self.place(node), "write one line of text, in quotes")
        return Text(node.value, self.place(node))

    def strings(self, node: yaml.Node, what: str) -> tuple[Text, ...]:
        """A list of non-empty strings, each only once."""
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"{what} must be a list", self.place(node), "write one item a line, each after a dash")
        texts = tuple(self.string(item, f"an item of {what}") for item in node.value)
        seen: set[str] = set()
        for text in texts:
            if text.value in seen:
                raise self.error(f"{text.value!r} stands in {what} twice", text.place, "take one away")
            seen.add(text.value)
        return texts

    def wordings(self, node: yaml.Node, what: str, read: Callable[[yaml.Node, str], tuple[Text, ...]]) -> Wordings:
        """Rewrites: given plainly, or apart for formal and informal address."""
        if not isinstance(node, yaml.MappingNode):
            return Wordings(neutral=read(node, what))
        found = {}
        for name, place, value in self.mapping(node, what):
            if name not in REGISTERS:
                raise self.error(f"unknown form of address {name!r}", place, "write formal: and informal:, or a plain list")
            found[name] = read(value, what)
        return Wordings(formal=found.get("formal", ()), informal=found.get("informal", ()))

    def pairs(self, node: yaml.Node, what: str) -> tuple[tuple[Text, Text], ...]:
        """A mapping of texts to texts."""
        return tuple((Text(name, place), self.string(value, what)) for name, place, value in self.mapping(node, what))

    def classes(self) -> dict[str, tuple[Text, ...]]:
        """The word classes of classes.yaml."""
        found = {}
        for name, place, node in self.mapping(self.root, "classes.yaml"):
            if not CLASS_NAME.fullmatch(name):
                raise self.error(f"a class is called @{name}", place, "use small letters, digits and _")
            found[name] = self.strings(node, f"@{name}")
        return found

    def signals(self) -> list[Entry]:
        """The signals of signals.yaml."""
        return [
            self.entry(f"signal/{name}", place, node, SIGNAL_KEYS, "signal")
            for name, place, node in self.mapping(self.root, "signals.yaml")
        ]

    def entries(self, category: str) -> list[Entry]:
        """The entries of one category."""
        return [self.entry(rule, place, node, ENTRY_KEYS, "entry") for rule, place, node in self.concepts(category)]

    def concepts(self, category: str) -> Iterator[tuple[str, Place, yaml.Node]]:
        """What the file says of each concept of a category; one that is not known is refused."""
        for rule, place, node in self.mapping(self.root, os.path.basename(self.path)):
            if rule not in CONCEPTS or not rule.startswith(category + "/"):
                known = [concept for concept in CONCEPTS if concept.startswith(category + "/")]
                otherwise = f"known are {', '.join(known)}; a new one starts in coach/rules/{category}.py"
                raise self.error(f"no concept is called {rule!r}", place, did_you_mean(rule, known, otherwise))
            yield rule, place, node

    def entry(self, rule: str, place: Place, node: yaml.Node, keys: tuple[str, ...], kind: str) -> Entry:
        """One entry, complete."""
        required = [key for key in keys if key in ("phrases", "why", "say", "flag", "pass")]
        entry = self.entry_of(rule, place, self.values(rule, place, node, keys, required))
        for name, texts, least in (("flag", entry.flag, LEAST[kind][0]), ("pass", entry.pass_, LEAST[kind][1])):
            if len(texts) < least:
                raise self.error(f"{rule} has {len(texts)} {name} examples", place, f"write at least {least}, of different shape")
        return entry

    def entry_of(self, rule: str, place: Place, values: Mapping[str, yaml.Node]) -> Entry:
        """An entry of the values that are there."""
        listed = {name: self.strings(values[name], name) for name in LISTS if name in values}
        flag, passes = listed.get("flag", ()), listed.get("pass", ())
        self.check_examples(flag, passes)
        return Entry(
            rule=rule,
            place=place,
            phrases=listed.get("phrases", ()),
            unless=listed.get("unless", ()),
            unless_clause=listed.get("unless_clause", ()),
            severity=self.severity(values),
            why=self.string(values["why"], "why").value if "why" in values else "",
            swap=self.wordings(values["swap"], "swap", lambda one, what: (self.string(one, what),))
            if "swap" in values
            else Wordings(),
            swaps=self.pairs(values["swaps"], "swaps") if "swaps" in values else (),
            recasts=self.recasts(values["recast"]) if "recast" in values else (),
            say=self.wordings(values["say"], "say", self.strings) if "say" in values else Wordings(),
            flag=flag,
            pass_=passes,
        )

    def recast_file(self, category: str) -> dict[str, tuple[Recast, ...]]:
        """The recasts of a category by concept."""
        return {rule: self.recasts(node) for rule, _, node in self.concepts(category)}

    def recasts(self, node: yaml.Node) -> tuple[Recast, ...]:
        """The recasts of an entry, each with an example of what it makes."""
        if not isinstance(node, yaml.SequenceNode):
            raise self.error("recast must be a list", self.place(node), "write - from: ..., to: ..., shows: ... for each")
        found = []
        for item in node.value:
            required = [key for key in RECAST_KEYS if key != "unless"]
            values = self.values("recast", self.place(item), item, RECAST_KEYS, required)
            recast = Recast(
                place=self.place(item),
                origin=self.strings(values["from"], "from"),
                unless=self.strings(values["unless"], "unless") if "unless" in values else (),
                to=self.wordings(values["to"], "to", self.strings),
                shows=self.pairs(values["shows"], "shows"),
            )
            if not recast.shows:
                raise self.error("a recast shows nothing", recast.place, "write at least one sentence: the sentence put better")
            found.append(recast)
        return tuple(found)

    def values(
        self, rule: str, place: Place, node: yaml.Node, keys: Sequence[str], required: Sequence[str]
    ) -> dict[str, yaml.Node]:
        """The values of an entry by key: no unknown key, none of the required missing."""
        values: dict[str, yaml.Node] = {}
        for name, where, value in self.mapping(node, rule):
            if name not in keys:
                hint = did_you_mean(name, keys, f"known are {', '.join(keys)}")
                raise self.error(f"unknown key {name!r} in {rule}", where, hint)
            values[name] = value
        missing = [key for key in required if key not in values]
        if missing:
            raise self.error(f"{rule} has no {' and no '.join(missing)}", place, "an entry needs " + ", ".join(required))
        return values

    def severity(self, values: Mapping[str, yaml.Node]) -> str:
        """The severity of an entry, nothing where it is the concept's."""
        if "severity" not in values:
            return ""
        severity = self.string(values["severity"], "severity")
        if severity.value not in SEVERITIES:
            raise self.error(f"unknown severity {severity.value!r}", severity.place, f"known are {', '.join(SEVERITIES)}")
        return severity.value

    def replies(self) -> list[ReplyEntry]:
        """The words of the whole-reply rules."""
        found = []
        for rule, place, node in self.mapping(self.root, "reply.yaml"):
            if rule not in CONCEPTS or CONCEPTS[rule].category not in WHOLE:
                known = [concept.id for concept in CONCEPTS.values() if concept.category in WHOLE]
                raise self.error(f"no whole-reply rule is called {rule!r}", place, f"known are {', '.join(known)}")
            values = self.values(rule, place, node, REPLY_KEYS, ("why", "flag", "pass"))
            entry = ReplyEntry(
                rule=rule,
                place=place,
                severity=self.severity(values),
                why=self.string(values["why"], "why").value,
                partial=self.string(values["partial"], "partial").value if "partial" in values else "",
                say=self.wordings(values["say"], "say", self.strings) if "say" in values else Wordings(),
                flag=self.examples(values["flag"], "flag"),
                pass_=self.examples(values["pass"], "pass"),
            )
            for name, examples, least in (("flag", entry.flag, 3), ("pass", entry.pass_, 3)):
                if len(examples) < least:
                    raise self.error(f"{rule} has {len(examples)} {name} examples", place, f"write at least {least}")
            found.append(entry)
        return found

    def examples(self, node: yaml.Node, what: str) -> tuple[Example, ...]:
        """Replies, each with the message it answers."""
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"{what} must be a list", self.place(node), "write one {customer: ..., reply: ...} a line")
        found = []
        for item in node.value:
            values = self.values(what, self.place(item), item, ("customer", "reply"), ("reply",))
            customer = self.string(values["customer"], "customer").value if "customer" in values else None
            found.append(Example(self.string(values["reply"], "reply"), customer))
        return tuple(found)

    def check_examples(self, flag: tuple[Text, ...], passes: tuple[Text, ...]) -> None:
        """Every flag example marks a span, no pass example does."""
        for text in flag:
            if not SPAN.search(text.value):
                raise self.error(
                    "a flag example without a [[span]]", text.place, "put [[ ]] around exactly what is to be flagged"
                )
        for text in passes:
            if "[[" in text.value:
                raise self.error(
                    "a pass example with a [[span]]", text.place, "pass examples stay silent; take the brackets away"
                )
