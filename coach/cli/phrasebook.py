"""`coach phrasebook test|eval|new|except`: do phrasebooks find what they should, and how to change them."""

from __future__ import annotations

from coach.cli.options import Values
from coach.cli.session import CLEAN, FOUND, Session
from coach.config import Config
from coach.errors import UsageError
from coach.model import LANGUAGES
from coach.reports.statistics import counted


def run(values: Values, session: Session) -> int:
    """Test the named languages, or all; 1 when an example does not do what it says."""
    from coach.engine import Coach
    from coach.selftest import run as selftest

    langs = values.many("languages") or LANGUAGES
    for lang in langs:
        if lang not in LANGUAGES:
            raise UsageError(f"unknown language {lang!r}", hint=f"known are {', '.join(LANGUAGES)}")
    result = selftest(langs, Coach(Config(phrasebooks=values.maybe("phrasebooks") or "")))
    session.console.write("".join(f"{problem.where}: {problem.entry}: {problem.message}\n" for problem in result.problems))
    if not values.flag("quiet"):
        tested = f"{counted(result.examples, 'example')} of {result.entries} entries in {', '.join(langs)}"
        session.console.note(f"{tested}: {counted(len(result.problems), 'problem')}")
    return FOUND if result.problems else CLEAN


def evaluate(values: Values, session: Session) -> int:
    """Print precision and recall on labelled texts, and what was missed or flagged wrongly; 1 when anything was."""
    from coach.engine import Coach
    from coach.evaluation import cases, interval
    from coach.evaluation import evaluate as judge

    path = values.text("file")
    try:
        with open(path, encoding="utf-8") as lines:
            config = Config(lang=values.maybe("lang"), rewrites=False, phrasebooks=values.maybe("phrasebooks") or "")
            outcome = judge(cases(lines, path), Coach(config))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read: {error}", where=path) from error
    longest = max((len(score.name) for score in outcome.scores), default=0)
    for score in outcome.scores:
        shares = []
        for name, rest in (("precision", score.wrong), ("recall", score.missed)):
            share, low, high = interval(score.right, score.right + rest)
            shares.append(f"{name} {share:.2f} ({low:.2f}-{high:.2f})" if score.right + rest else f"{name} -".ljust(24))
        counts = f"{score.right} right, {score.wrong} wrong, {score.missed} missed"
        session.console.write(f"{score.name:{longest}}  {'  '.join(shares)}  {counts}\n")
    session.console.write("".join(f"{remark}\n" for remark in outcome.remarks))
    return FOUND if outcome.remarks else CLEAN


def new(values: Values, session: Session) -> int:
    """Write a concept to fill in into the team's folder."""
    from coach.phrasebook.authoring import save, skeleton, team_file

    rule = values.text("rule")
    path = team_file(folder(values), values.text("lang"), rule)
    save(path, skeleton(path, rule))
    session.console.note(f"coach: {path}: fill in {rule}, then run coach phrasebook test --phrasebooks {folder(values)}")
    return CLEAN


def except_(values: Values, session: Session) -> int:
    """Write the exception that keeps a rule silent on a sentence into the team's folder."""
    from coach.excepting import excepted

    rule, sentence = values.text("rule"), values.text("sentence")
    path = excepted(rule, sentence, values.text("lang"), folder(values))
    if not path:
        raise UsageError(f"{rule} is silent on this sentence already", hint="`coach check` shows what is flagged in it")
    session.console.note(f"coach: {path}: {rule} is now silent on this sentence; read the new exception before you keep it")
    return CLEAN


def folder(values: Values) -> str:
    """The team's folder. Raises UsageError when none is named."""
    named = values.maybe("phrasebooks")
    if not named:
        raise UsageError("no folder of your team's phrasebooks is named", hint="add --phrasebooks DIR, or set COACH_PHRASEBOOKS")
    return named
