"""The options of the commands about conversations, apart from the table of the others: a check must not build them."""

from __future__ import annotations

from coach.cli.commands import CONFIG, JUDGING, PHRASEBOOKS, SHARED
from coach.cli.options import Argument, Command, Option
from coach.model import LANGUAGES

STORE = Option(
    "store",
    ("--store",),
    "File that keeps the results (DuckDB).",
    default="coach-review.duckdb",
    metavar="FILE",
    env="COACH_STORE",
)
OUTPUT_FILE = Option("output_file", ("-o", "--output-file"), "Write the result to this file.", metavar="FILE")
SHOWN = ("text", "json", "csv", "markdown", "rates")
PERIOD = (
    Option("since", ("--since",), "Only conversations that began on this day or later, as YYYY-MM-DD.", metavar="DATE"),
    Option("until", ("--until",), "Only conversations that began on this day or before.", metavar="DATE"),
)
NAMES = Option("names", ("--names",), "Show the names of agents instead of pseudonyms.", "flag")
OWN_HELP = {
    "lang": "Language of the conversations; guessed for each when not given.",
    "channel": "Channel where the export does not say; chat when not given.",
}
CHOSEN = ("lang", "channel", "select", "extend_select", "ignore", "extend_ignore", "min_severity")
JUDGED = tuple(option._replace(help=OWN_HELP.get(option.name, option.help)) for option in JUDGING if option.name in CHOSEN)
FIELDS = tuple(
    Option(f"{name}_field", (f"--{name}-field",), f"Column or field with {what}.", metavar="NAME")
    for name, what in (
        ("text", "the words of a turn"),
        ("role", "who speaks: agent or customer"),
        ("agent", "the name of the speaker"),
        ("conversation", "the id of the conversation"),
        ("time", "the time of a turn"),
        ("offset", "the seconds since a call began"),
        ("channel", "the channel"),
        ("team", "the team"),
        ("lang", "the language"),
        ("customer", "the customer's name"),
    )
)
READING = (
    *FIELDS,
    Option(
        "agent_name", ("--agent-name",), "Somebody who speaks for you, where the export has no roles.", "list", metavar="NAME"
    ),
    Option("agent_channel", ("--agent-channel",), "Voice channel of the agent, where the export has no roles.", metavar="N"),
    Option("team", ("--team",), "Team of the conversations, where the export does not say.", metavar="NAME"),
    Option("input_format", ("--input-format",), "What the files are, where coach cannot tell.", metavar="NAME"),
    Option("encoding", ("--encoding",), "Encoding of the files; UTF-8 when not given.", metavar="NAME"),
)
REVIEW = Command(
    "review",
    "Read conversations and show who needs help with what, what went well, and what has changed.",
    Argument("paths", "PATHS", "Exports: files, folders, globs, or - for standard input; without any, what is kept.", many=True),
    (
        Option("html", ("--html",), "Write the report as one page to show.", metavar="FILE"),
        Option("report_format", ("--output-format",), "How to print; csv: every finding; rates: every rate.", choices=SHOWN,
               default="text"),
        OUTPUT_FILE,
        Option("findings_only", ("--findings-only",), "Print a line of JSON a finding at once; keep and report nothing.", "flag"),
        STORE,
        Option("no_store", ("--no-store",), "Keep nothing.", "flag"),
        *PERIOD,
        Option("compare", ("--compare",), "Compare with a period: 2026-10, or 2026-10-01..2026-10-31.", metavar="PERIOD"),
        Option("title", ("--title",), "Title of the report.", metavar="TEXT"),
        Option("rubric", ("--rubric",), "What scores are made of (YAML, see docs/scorecards.md).", metavar="FILE"),
        NAMES,
        Option("no_redact", ("--no-redact",), "Leave names, numbers and addresses of people as they are.", "flag"),
        Option("promises", ("--promises",), "Write what was promised: .csv, or .ics for a calendar.", metavar="FILE"),
        Option("export", ("--export",), "Write the tables as Parquet into this folder or object storage.", metavar="DIR"),
        Option("sample", ("--sample",), "Draw so many conversations for two people to review, into --sample-file.", metavar="N"),
        Option("sample_file", ("--sample-file",), "Table for the sample.", default="coach-sample.csv", metavar="FILE"),
        Option("seed", ("--seed",), "Number that decides the draw.", default="1", metavar="N"),
        Option("agreement", ("--agreement",), "Read a filled sample and say how far reviewers and coach agree.", metavar="FILE"),
        Option("dispute", ("--dispute",), "Accept a dispute about CONVERSATION:TURN:RULE, with --reason.", metavar="PLACE"),
        Option("reason", ("--reason",), "Why the finding is wrong.", metavar="TEXT"),
        *READING,
        *JUDGED,
        PHRASEBOOKS._replace(env=""),
        *CONFIG,
        Option("no_threads", ("--no-threads",), "Judge single turns only: no events, no promises.", "flag"),
        Option("jobs", ("-j", "--jobs"), "Processes to judge with; one a core when not given.", metavar="N"),
        Option("scheduler", ("--scheduler",), "Address of a Dask scheduler, for many machines.", metavar="URL"),
        *SHARED,
    ),
)  # fmt: skip
TRENDS = Command(
    "trends",
    "Show how rates have moved, from the file that reviews keep.",
    None,
    (
        STORE,
        Option(
            "by",
            ("--by",),
            "What to follow.",
            choices=("all", "category", "rule", "agent", "team", "channel", "language"),
            default="category",
        ),
        Option("period", ("--period",), "How long a step is.", choices=("week", "month"), default="week"),
        *PERIOD,
        NAMES,
        Option("report_format", ("--output-format",), "How to print.", choices=("text", "json", "csv"), default="text"),
        OUTPUT_FILE,
        *SHARED,
    ),
)
DRILL = Command(
    "drill",
    "Practise on sentences from the reviewed conversations; the same rules grade your wording.",
    None,
    (
        STORE,
        Option("agent", ("--agent",), "Only sentences of this agent.", metavar="NAME"),
        Option("rule", ("--rule",), "Only these rules or categories, separated by commas.", "list", metavar="RULES"),
        Option("lang", ("--lang",), "Only this language.", choices=LANGUAGES),
        Option("count", ("--count",), "How many exercises.", default="10", metavar="N"),
        Option("seed", ("--seed",), "Number that decides which.", default="1", metavar="N"),
        Option("answers", ("--answers",), "Grade a sheet that was filled in.", metavar="FILE"),
        OUTPUT_FILE,
        PHRASEBOOKS._replace(env=""),
        *SHARED,
    ),
)

REVIEWING = (REVIEW, TRENDS, DRILL)
