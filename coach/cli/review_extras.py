"""What people say about a review, back into it: accepted disputes, and samples that two of them have judged."""

from __future__ import annotations

from coach.cli.options import Values
from coach.cli.review_options import judging
from coach.cli.session import CLEAN, Session
from coach.errors import UsageError
from coach.review.scoring import agreement as agreeing
from coach.review.scoring.dispute import Dispute, accept
from coach.review.store import Store, explained
from coach.sources.files import decode, read

PLACE = "CONVERSATION:TURN:RULE"


def dispute(values: Values, session: Session) -> int:
    """Accept a dispute: the finding is no longer counted, and its sentence becomes an exception of the team's phrasebooks.

    Raises UsageError for a place that does not exist, and for a dispute without a reason.
    """
    place = values.text("dispute").rsplit(":", 2)
    if len(place) != 3 or not place[1].isdecimal():
        hint = f"write {PLACE}, for example c17:4:negative/cannot"
        raise UsageError(f"{values.text('dispute')!r} is no place of a finding", hint=hint)
    conversation, turn, rule = place
    folder = judging(values, session).config.phrasebooks
    path = values.text("store")
    with Store.open(path) as store, explained(path, "cannot be written"):
        done = accept(store.connection, Dispute(conversation, int(turn), rule, values.text("reason")), folder)
    session.say(f"{done.findings} finding{'s' if done.findings != 1 else ''} will no longer be counted")
    for written in done.written:
        session.say(f"{written}: keeps the sentence as an exception and as an example")
    if not folder:
        session.say("name your team's folder with --phrasebooks to keep its sentence as an exception and as an example")
    return CLEAN


def agreement(values: Values, session: Session) -> int:
    """Say how far two reviewers agree with each other, and each with coach, on the turns of a filled sample.

    Raises UsageError for a table that is none of ours or that nobody has filled in.
    """
    path = values.text("agreement")
    text = decode(read(path), path, values.maybe("encoding")).text
    first, second = (agreeing.ratings(text, path, column) for column in (1, 2))
    store_path = values.text("store")
    with Store.open(store_path, read_only=True) as store, explained(store_path, "cannot be read"):
        tool = agreeing.tool(store.connection, {**first.found, **second.found})
    pairs = (
        ("reviewer 1", first, "reviewer 2", second),
        ("reviewer 1", first, "coach", tool),
        ("reviewer 2", second, "coach", tool),
    )
    judged = [pair for pair in pairs if pair[1].found and pair[3].found]
    if not judged:
        raise UsageError("no turn was judged", where=path, hint="fill in the columns of the reviewers, - where nothing is wrong")
    for one, ratings, other, against in judged:
        found = agreeing.agreements(ratings, against)
        session.console.write(f"{one} and {other}\n{agreeing.table(found, one, other)}\n")
    return CLEAN
