"""`coach drill`: practise on sentences of the team's own conversations."""

from __future__ import annotations

from coach.cli.console import Console, is_terminal
from coach.cli.numbers import number_of
from coach.cli.options import Values
from coach.cli.review_guard import kept_by, unharmed
from coach.cli.session import CLEAN, FOUND, Session
from coach.config import Config
from coach.engine import Coach
from coach.reports.style import BOLD, Style
from coach.review.drill import Exercise, Grade, exercises, grade
from coach.review.sheet import answered, sheet


def run(values: Values, session: Session) -> int:
    """Ask on a terminal, print a sheet elsewhere, or grade one.

    Raises UsageError for a file that is not there or is none of ours.
    """
    from coach.review.store import Store, explained

    count, seed = number_of(values, "count"), number_of(values, "seed")
    coach = Coach(Config(phrasebooks=values.text("phrasebooks")), session.console.note)
    path = values.maybe("answers")
    if path is not None:
        return graded(path, coach, session.console)
    path = values.text("store")
    unharmed({"--output-file": values.maybe("output_file")}, dict.fromkeys(kept_by(path), "the results are kept in it"))
    with Store.open(path, read_only=True) as store, explained(path, "cannot be read"):
        made = exercises(
            store.connection,
            coach,
            count=count,
            seed=seed,
            agent=values.text("agent"),
            rules=values.listed("rule"),
            lang=values.maybe("lang"),
        )
    if not made:
        session.say("nothing to practise on: no finding of that kind is kept there")
        return CLEAN
    console, target = session.console, values.maybe("output_file")
    if target:
        from coach.replacing import write_file

        write_file(target, sheet(made).encode("utf-8"))
    elif is_terminal(console.stdin) and is_terminal(console.stdout):
        ask(made, coach, console, console.style(console.stdout, values.text("color")))
    else:
        console.write(sheet(made))
    return CLEAN


def graded(path: str, coach: Coach, console: Console) -> int:
    """Grade a filled sheet: a line an exercise; FOUND while one is not solved."""
    from coach.sources.files import decode, read

    given = answered(decode(read(path), path).text, path)
    solved = 0
    for number, one in enumerate(given, 1):
        verdict = grade(one.exercise, one.answer, coach)
        solved += verdict.solved
        console.write(f"{path}:{one.line}: {number}. {one.exercise.rule}: {said(verdict)}\n")
    console.write(f"{solved} of {len(given)} solved\n")
    return CLEAN if solved == len(given) else FOUND


def said(verdict: Grade) -> str:
    """What is said about an answer."""
    if verdict.solved:
        return "solved"
    left = "; ".join(f'"{one.text}" ({one.rule}): {one.message}' if one.text else one.message for one in verdict.left)
    return f"{verdict.remark} - {left}" if left else verdict.remark


def ask(made: list[Exercise], coach: Coach, console: Console, style: Style) -> None:
    """Go through the exercises on a terminal: a second try, then the model answers."""
    solved = 0
    for number, one in enumerate(made, 1):
        flagged = one.sentence[one.start : one.end]
        marked = one.sentence[: one.start] + style.paint(flagged, BOLD) + one.sentence[one.end :]
        console.write(f"\n{number}/{len(made)}  {one.rule}\n  {marked}\n  {one.message}\n")
        for attempt in range(2):
            answer = line(console, "  better: " if not attempt else "  again:  ")
            if answer is None:
                console.write(f"\n{solved} solved\n")
                return
            verdict = grade(one, answer, coach)
            console.write(f"  {said(verdict)}\n")
            if verdict.solved:
                solved += 1
                break
        for better in one.better:
            console.write(f"  one way: {better}\n")
    console.write(f"\n{solved} of {len(made)} solved\n")


def line(console: Console, prompt: str) -> str | None:
    """What the person writes; None at the end of the input."""
    console.flush()
    console.prompt(prompt)
    try:
        given = console.stdin.readline() if console.stdin else ""
    except (OSError, ValueError):
        return None
    return given.strip() if given else None
