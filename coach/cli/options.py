"""The options of every command, as one table that both parsers read.

`lean` reads it to parse a line in a fraction of a millisecond; `app` builds the Typer application from it, which takes
longer to import than a check takes to run, and so is asked only for help, errors and completion.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from coach.model import CHANNELS, LANGUAGES, SEVERITIES

FORMATS = ("full", "concise", "json")
COLOURS = ("auto", "always", "never")

Value = str | bool | tuple[str, ...] | None


class Option(NamedTuple):
    """One option: `kind` is "text" (one value), "flag" (none) or "list" (one value, may be given again)."""

    name: str
    flags: tuple[str, ...]
    help: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    default: str | None = None
    metavar: str = ""
    env: str = ""


class Argument(NamedTuple):
    """The words of a command that are not options."""

    name: str
    metavar: str
    help: str
    many: bool = False


class Command(NamedTuple):
    """One command with its table; `group` is the word before its name, as in `coach phrasebook test`."""

    name: str
    help: str
    argument: Argument | None
    options: tuple[Option, ...]
    group: str = ""


class Values:
    """What was said on a command line, with defaults filled in; asking for a name that is not in the table is a KeyError."""

    def __init__(self, given: Mapping[str, Value]) -> None:
        self._given = dict(given)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Values) and self._given == other._given

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Values({self._given!r})"

    def maybe(self, name: str) -> str | None:
        """The value of a text option, None when it was not given and has no default."""
        value = self._given[name]
        return value if isinstance(value, str) else None

    def text(self, name: str) -> str:
        """The value of a text option that has a default."""
        return self.maybe(name) or ""

    def flag(self, name: str) -> bool:
        """Whether a flag was given."""
        return self._given[name] is True

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a list option or argument as they were given."""
        value = self._given[name]
        return value if isinstance(value, tuple) else ()

    def listed(self, name: str) -> tuple[str, ...]:
        """The values of a list option, cut at commas: `--select blame,policy --select vague` gives three."""
        return tuple(part.strip() for value in self.many(name) for part in value.split(",") if part.strip())


def defaults(command: Command) -> dict[str, Value]:
    """The values of a line without any option."""
    values: dict[str, Value] = {option.name: empty(option) for option in command.options}
    if command.argument:
        values[command.argument.name] = () if command.argument.many else None
    return values


def empty(option: Option) -> Value:
    """What an option is when nobody gave it."""
    if option.kind == "flag":
        return False
    return () if option.kind == "list" else option.default


DEBUG = Option("debug", ("--debug",), "Show the traceback of an internal error.", "flag")
COLOUR = Option("color", ("--color",), "Colour the output.", choices=COLOURS, default="auto")
QUIET = Option("quiet", ("-q", "--quiet"), "Print findings only: no summary, no hints.", "flag")
LANG = Option(
    "lang", ("--lang",), "Language of the drafts; guessed for each text when not given.", choices=LANGUAGES, env="COACH_LANG"
)
PHRASEBOOKS = Option(
    "phrasebooks",
    ("--phrasebooks",),
    "Folder of your team's own phrasebooks (see phrasebooks/TEAM.md).",
    metavar="DIR",
    env="COACH_PHRASEBOOKS",
)
PATHS = Argument("paths", "PATHS", "Files, folders (every .txt and .md below), or - for standard input.", many=True)

JUDGING = (
    LANG,
    Option("channel", ("--channel",), "Where the reply will be sent.", choices=CHANNELS, default="email"),
    Option("select", ("--select",), "Only these categories or rules, separated by commas.", "list", metavar="RULES"),
    Option("ignore", ("--ignore",), "Leave out these categories or rules.", "list", metavar="RULES"),
    Option("min_severity", ("--min-severity",), "Leave out anything milder.", choices=SEVERITIES, default="hint"),
    Option("customer", ("--customer",), "File with the customer's message that the draft replies to.", metavar="FILE"),
    Option(
        "encoding",
        ("--encoding",),
        "Encoding of the input; UTF-8, or UTF-16 with a byte order mark, when not given.",
        metavar="NAME",
    ),
    PHRASEBOOKS,
    Option("stdin_filename", ("--stdin-filename",), "Name for standard input in the output.", metavar="PATH"),
)
EXIT = (
    Option("fail_on", ("--fail-on",), "Exit with 1 from this severity on.", choices=(*SEVERITIES, "never"), default="warning"),
    Option("exit_zero", ("-e", "--exit-zero"), "Exit with 0 despite findings (2 still means an error).", "flag"),
)
SHARED = (COLOUR, QUIET, DEBUG)

CHECK = Command(
    "check",
    "Check drafted replies and show better wording.",
    PATHS,
    (
        *JUDGING,
        *EXIT,
        Option(
            "output_format",
            ("--output-format",),
            "How to print; full on a terminal and concise elsewhere when not given.",
            choices=FORMATS,
            env="COACH_OUTPUT_FORMAT",
        ),
        Option(
            "output_file", ("-o", "--output-file"), "Write the findings to this file.", metavar="FILE", env="COACH_OUTPUT_FILE"
        ),
        Option("statistics", ("--statistics",), "Print counts by rule instead of the findings; json has both.", "flag"),
        *SHARED,
    ),
)
REWRITE = Command(
    "rewrite",
    "Put in the safe swaps; print the text, and what is left to standard error.",
    Argument("paths", "PATH", "One file, or - for standard input.", many=True),
    (
        *JUDGING,
        *EXIT,
        Option(
            "output_format",
            ("--output-format",),
            "How to print what is left; full on a terminal and concise elsewhere when not given.",
            choices=FORMATS,
        ),
        Option("output_file", ("-o", "--output-file"), "Write the text to this file.", metavar="FILE"),
        Option("interactive", ("-i", "--interactive"), "Choose among the suggestions, one finding after the other.", "flag"),
        *SHARED,
    ),
)
EXPLAIN = Command(
    "explain",
    "Explain a rule or a category: what it flags, why, and what to say instead.",
    Argument("name", "RULE|CATEGORY", "For example blame/forgot, or blame."),
    (LANG, COLOUR, DEBUG),
)
RULES = Command(
    "rules",
    "List the rules.",
    None,
    (Option("output_format", ("--output-format",), "How to print.", choices=("text", "json"), default="text"), COLOUR, DEBUG),
)
PHRASEBOOK_TEST = Command(
    "test",
    "Test the phrasebooks against their own examples.",
    Argument("languages", "LANG", "Languages to test; all when not given.", many=True),
    (PHRASEBOOKS, QUIET, DEBUG),
    group="phrasebook",
)
PHRASEBOOK_EVAL = Command(
    "eval",
    "Precision and recall on labelled texts, with every miss and false alarm.",
    Argument("file", "LABELLED.jsonl", "A JSON object a line: text, and labels of category (or rule) and span."),
    (LANG, PHRASEBOOKS, DEBUG),
    group="phrasebook",
)
OWN_LANG = Option("lang", ("--lang",), "Language of the entry.", choices=LANGUAGES, default="en", env="COACH_LANG")
PHRASEBOOK_NEW = Command(
    "new",
    "Start a concept of your own in your team's folder.",
    Argument("rule", "CATEGORY/NAME", "For example jargon/our-words."),
    (OWN_LANG, PHRASEBOOKS, DEBUG),
    group="phrasebook",
)
PHRASEBOOK_EXCEPT = Command(
    "except",
    "Keep a rule silent on a sentence: writes the exception and the example that guards it.",
    Argument("rule", "RULE", "For example negative/cannot."),
    (
        Option("sentence", ("--from",), "The sentence that must stay silent.", default="", metavar="SENTENCE"),
        OWN_LANG,
        PHRASEBOOKS,
        DEBUG,
    ),
    group="phrasebook",
)
REGISTERS = ("formal", "informal")
TEMPLATES = Option(
    "templates",
    ("--templates",),
    "Folder of your team's own templates (see templates/README.md).",
    metavar="DIR",
    env="COACH_TEMPLATES",
)
LETTER_LANG = Option("lang", ("--lang",), "Language of the letter.", choices=LANGUAGES, default="en", env="COACH_LANG")
REGISTER = Option("register", ("--register",), "Form of address.", choices=REGISTERS, default="formal", env="COACH_REGISTER")
FILL = Command(
    "fill",
    "Fill a template: an apology, a follow-up, a hand-over or a waiting message.",
    Argument("name", "NAME", "For example apology/late-delivery; `coach templates list` shows all."),
    (
        LETTER_LANG,
        REGISTER,
        Option("set", ("--set",), "A value, as name=value; may be given again.", "list", metavar="NAME=VALUE"),
        Option("data", ("--data",), "Values as JSON or YAML: a file, or - for standard input.", metavar="FILE"),
        Option("output_format", ("--output-format",), "What to write.", choices=("text", "markdown", "html"), default="text"),
        Option("output_file", ("-o", "--output-file"), "Write the letter to this file.", metavar="FILE"),
        Option("no_input", ("--no-input",), "Never ask for values.", "flag"),
        TEMPLATES,
        PHRASEBOOKS,
        *SHARED,
    ),
)
TEMPLATE_FORMAT = Option("output_format", ("--output-format",), "How to print.", choices=("text", "json"), default="text")
ALL_LANGS = Option("lang", ("--lang",), "Only this language; all when not given.", choices=LANGUAGES, env="COACH_LANG")
TEMPLATES_LIST = Command("list", "List the templates.", None, (ALL_LANGS, TEMPLATES, TEMPLATE_FORMAT, DEBUG), group="templates")
TEMPLATES_SHOW = Command(
    "show",
    "Show a template: when to use it, its values, and the letter with its examples.",
    Argument("name", "NAME", "For example apology/late-delivery."),
    (LETTER_LANG, REGISTER, TEMPLATES, DEBUG),
    group="templates",
)
TEMPLATES_SEARCH = Command(
    "search",
    "Find templates by words of their title, their use or their letter.",
    Argument("words", "WORDS", "All of them must be there, in any form that begins so.", many=True),
    (ALL_LANGS, TEMPLATES, DEBUG),
    group="templates",
)
TEMPLATES_CHECK = Command(
    "check",
    "Render every branch of the templates with awkward values, and judge each letter.",
    Argument("names", "NAME", "Templates to check; all when not given.", many=True),
    (ALL_LANGS, TEMPLATES, PHRASEBOOKS, QUIET, DEBUG),
    group="templates",
)
TEMPLATES_NEW = Command(
    "new",
    "Start a template of your own in your team's folder.",
    Argument("name", "KIND/NAME", "For example apology/lost-key."),
    (LETTER_LANG, TEMPLATES, DEBUG),
    group="templates",
)
VERSION = Command("version", "Print the version.", None, (DEBUG,))

LEAN = {command.name: command for command in (CHECK, REWRITE, FILL)}
"""The commands worth a fast start: they run once for every draft or letter."""
COMMANDS = (
    CHECK, REWRITE, FILL, EXPLAIN, RULES,
    TEMPLATES_LIST, TEMPLATES_SHOW, TEMPLATES_SEARCH, TEMPLATES_CHECK, TEMPLATES_NEW,
    PHRASEBOOK_TEST, PHRASEBOOK_EVAL, PHRASEBOOK_NEW, PHRASEBOOK_EXCEPT, VERSION,
)  # fmt: skip
GROUPS = {"phrasebook": "Work on the phrasebooks.", "templates": "Find, show, check and write templates."}
