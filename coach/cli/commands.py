"""The options of every command, as one table that both parsers read.

`lean` reads it to parse a line in a fraction of a millisecond; `app` builds the Typer application from it, which takes
longer to import than a check takes to run, and so is asked only for help, errors and completion.
"""

from __future__ import annotations

from coach.cli.options import Argument, Command, Option
from coach.model import CHANNELS, LANGUAGES, SEVERITIES
from coach.reports.table import FORMATS
from coach.settings.record import REGISTERS

COLOURS = ("auto", "always", "never")


DEBUG = Option("debug", ("--debug",), "Show the traceback of an internal error.", "flag")
COLOUR = Option("color", ("--color",), "Colour the output.", choices=COLOURS, default="auto")
QUIET = Option("quiet", ("-q", "--quiet"), "Print findings only: no summary, no hints.", "flag")
LANG = Option("lang", ("--lang",), "Language of the drafts; guessed for each text when not given.", choices=LANGUAGES)
"""What a configuration or a variable may say, too, is read there: `coach.settings`."""
PHRASEBOOKS = Option(
    "phrasebooks",
    ("--phrasebooks",),
    "Folder of your team's own phrasebooks (see phrasebooks/TEAM.md).",
    metavar="DIR",
    env="COACH_PHRASEBOOKS",
)
PATHS = Argument("paths", "PATHS", "Files, folders (every text below that coach can read), or - for standard input.", many=True)

CONFIG = (
    Option(
        "config",
        ("--config",),
        "A configuration file instead of the one that is found, or a setting of it as 'key = value'; may be given again.",
        "list",
        metavar="FILE|KEY=VALUE",
    ),
    Option("isolated", ("--isolated",), "Read no configuration file.", "flag"),
)
JUDGING = (
    LANG,
    Option("channel", ("--channel",), "Where the reply will be sent; email when not given.", choices=CHANNELS),
    Option("register", ("--register",), "Form of address that every text must keep to.", choices=REGISTERS),
    Option("select", ("--select",), "Only these categories or rules, separated by commas.", "list", metavar="RULES"),
    Option("extend_select", ("--extend-select",), "These categories or rules, too.", "list", metavar="RULES"),
    Option("ignore", ("--ignore",), "Leave out these categories or rules.", "list", metavar="RULES"),
    Option("extend_ignore", ("--extend-ignore",), "Leave out these, too.", "list", metavar="RULES"),
    Option("min_severity", ("--min-severity",), "Leave out anything milder.", choices=SEVERITIES),
    Option("customer", ("--customer",), "File with the customer's message that the draft replies to.", metavar="FILE"),
    Option(
        "encoding",
        ("--encoding",),
        "Encoding of the input; UTF-8, or UTF-16 with a byte order mark, when not given.",
        metavar="NAME",
    ),
    PHRASEBOOKS._replace(env=""),
    Option(
        "stdin_filename",
        ("--stdin-filename",),
        "Name of standard input in the output; tells its format and its settings.",
        metavar="PATH",
    ),
    *CONFIG,
)
EXIT = (
    Option(
        "fail_on",
        ("--fail-on",),
        "Exit with 1 from this severity on; warning when not given.",
        choices=(*SEVERITIES, "never"),
    ),
    Option("exit_zero", ("-e", "--exit-zero"), "Exit with 0 despite findings (2 still means an error).", "flag"),
)
SHARED = (COLOUR, QUIET, DEBUG)

FILES = (
    Option("exclude", ("--exclude",), "Leave out files and folders that match.", "list", metavar="GLOBS"),
    Option("extend_exclude", ("--extend-exclude",), "Leave out these, too.", "list", metavar="GLOBS"),
    Option("force_exclude", ("--force-exclude",), "Leave them out even when they are named on the command line.", "flag"),
    Option("no_gitignore", ("--no-respect-gitignore",), "Check what .gitignore leaves out.", "flag"),
    Option("files_from", ("--files-from",), "Read more paths from this file, one a line; - for standard input.", metavar="FILE"),
    Option("since", ("--since",), "Only what changed since this commit, branch or tag.", metavar="REF"),
)
FIXING = (
    Option("fix", ("--fix",), "Put in the safe swaps and report what is left.", "flag"),
    Option("unsafe_fixes", ("--unsafe-fixes",), "With --fix or --diff: other swaps of the flagged words, too.", "flag"),
    Option("diff", ("--diff",), "Show what --fix would change and write nothing.", "flag"),
    Option("fix_only", ("--fix-only",), "Put in the safe swaps and report nothing.", "flag"),
    Option("show_fixes", ("--show-fixes",), "Count the swaps by rule.", "flag"),
    Option("interactive", ("-i", "--interactive"), "Choose among the suggestions, one finding after the other.", "flag"),
    Option("fail_on_fix", ("--exit-non-zero-on-fix",), "Exit with 1 when a file was changed.", "flag"),
)
SILENCE = (
    Option("baseline", ("--baseline",), "Leave out the findings that this file knows.", metavar="FILE"),
    Option("write_baseline", ("--write-baseline",), "Write all findings into the baseline, to be mended later.", "flag"),
    Option("prune_baseline", ("--prune-baseline",), "Take out of the baseline what is no longer found.", "flag"),
    Option("add_ignore", ("--add-ignore",), "Write a comment with this reason at each finding.", metavar="REASON"),
    Option("no_suppressions", ("--ignore-suppressions",), "Report what comments silence, too.", "flag"),
)
CHECK = Command(
    "check",
    "Check drafted replies and libraries of macros, and show better wording.",
    PATHS,
    (
        *JUDGING,
        *EXIT,
        *FILES,
        *FIXING,
        *SILENCE,
        Option("stress", ("--stress",), "Fill the placeholders with awkward values and report what falls apart.", "flag"),
        Option(
            "jobs",
            ("-j", "--jobs"),
            "Processes to check many files with; one a core when not given.",
            metavar="N",
        ),
        Option("no_cache", ("-n", "--no-cache"), "Check every file anew.", "flag"),
        Option("cache_dir", ("--cache-dir",), "Folder for the results of unchanged files.", metavar="DIR"),
        Option(
            "output_format",
            ("--output-format",),
            "How to print; full on a terminal and concise elsewhere when not given.",
            choices=FORMATS,
        ),
        Option(
            "output_file", ("-o", "--output-file"), "Write the findings to this file.", metavar="FILE", env="COACH_OUTPUT_FILE"
        ),
        Option("include_text", ("--include-text",), "Put the words of the texts into sarif, too.", "flag"),
        Option("bom", ("--bom",), "Begin csv with a byte order mark, for Excel.", "flag"),
        Option("statistics", ("--statistics",), "Print counts by rule instead of the findings; json has both.", "flag"),
        Option("show_files", ("--show-files",), "List the files that would be checked.", "flag"),
        Option("silent", ("-s", "--silent"), "Print nothing; the exit code says it all.", "flag"),
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
    (LANG._replace(env="COACH_LANG"), COLOUR, DEBUG),
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
    (LANG._replace(env="COACH_LANG"), PHRASEBOOKS, DEBUG),
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
CONFIG_SHOW = Command(
    "show",
    "Show the settings that hold for a file or folder, and where each was said.",
    Argument("paths", "PATH", "Files or folders; the working folder when not given.", many=True),
    (
        Option("origin", ("--origin",), "Say where each setting comes from: file and line, variable, flag or default.", "flag"),
        TEMPLATE_FORMAT,
        *JUDGING,
        *FILES,
        DEBUG,
    ),
    group="config",
)
CONFIG_SCHEMA = Command("schema", "Print the JSON Schema of a configuration file, for editors.", None, (DEBUG,), group="config")
INIT = Command(
    "init",
    "Look at what is in a folder and write a configuration that fits.",
    Argument("paths", "DIR", "The folder; the working folder when not given.", many=True),
    (
        Option("force", ("--force",), "Write over a coach.toml that is there.", "flag"),
        Option("baseline", ("--baseline",), "Keep a baseline: what is found today is mended later.", "flag"),
        Option("pre_commit", ("--pre-commit",), "Set up a hook of pre-commit, too.", "flag"),
        DEBUG,
    ),
)
MACROS = Command(
    "macros",
    "Look through a whole library: what repeats, contradicts, is stale or missing, and what to mend first.",
    PATHS,
    (
        *(option for option in JUDGING if option.name != "customer"),
        *(option for option in FILES if option.name != "since"),
        Option("today", ("--today",), "The day that counts as today, as YYYY-MM-DD.", metavar="DATE"),
        Option("top", ("--top",), "How many entries of each section to show.", metavar="N"),
        Option("all", ("--all",), "Show every entry.", "flag"),
        Option("fail_on_issues", ("--fail-on-issues",), "Exit with 1 when the library has any issue.", "flag"),
        Option(
            "output_format",
            ("--output-format",),
            "How to print; full when not given.",
            choices=("full", "json", "markdown", "csv"),
        ),
        Option("output_file", ("-o", "--output-file"), "Write the result to this file.", metavar="FILE"),
        Option("jobs", ("-j", "--jobs"), "Processes to check many files with; one a core when not given.", metavar="N"),
        *SHARED,
    ),
)
VERSION = Command("version", "Print the version.", None, (DEBUG,))

LEAN = {command.name: command for command in (CHECK, REWRITE, FILL)}
"""The commands worth a fast start: they run once for every draft or letter."""
ABOUT_CONVERSATIONS = ("review", "trends", "drill")
"""The commands of the other table, `review_commands`."""
COMMANDS = (
    CHECK, MACROS, REWRITE, FILL, EXPLAIN, RULES, INIT, CONFIG_SHOW, CONFIG_SCHEMA,
    TEMPLATES_LIST, TEMPLATES_SHOW, TEMPLATES_SEARCH, TEMPLATES_CHECK, TEMPLATES_NEW,
    PHRASEBOOK_TEST, PHRASEBOOK_EVAL, PHRASEBOOK_NEW, PHRASEBOOK_EXCEPT, VERSION,
)  # fmt: skip
GROUPS = {
    "config": "Show the settings in force, and what may be set.",
    "phrasebook": "Work on the phrasebooks.",
    "templates": "Find, show, check and write templates.",
}
