"""From what a line of `coach review` says to how conversations are read and judged."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from coach.cli.numbers import day_of
from coach.cli.options import Values
from coach.cli.session import Session
from coach.cli.settings import projects
from coach.errors import UsageError

if TYPE_CHECKING:
    from coach.review.judging import ReviewOptions
    from coach.review.scoring.tables import Period
    from coach.review.sources.options import ReadOptions

CHAT, EMAIL = "chat", "email"


def judging(values: Values, session: Session) -> ReviewOptions:
    """How conversations are judged: what the line and the configuration of the working folder say.

    Where an export does not say its channel, conversations are taken for chats, in which a turn is no whole letter; `--channel`
    says otherwise. Raises UsageError as `coach check` does.
    """
    from coach.review.judging import ReviewOptions

    config = projects(values, session).for_run((), "").settings.config
    channel = values.maybe("channel") or (config.channel if config.channel != EMAIL else CHAT)
    return ReviewOptions(
        config._replace(channel=channel, lang=values.maybe("lang")),
        redact=not values.flag("no_redact"),
        threads=not values.flag("no_threads"),
    )


def reading(values: Values) -> ReadOptions:
    """How files are read. Raises UsageError for a channel of a recording that is no number."""
    from coach.review.sources.options import Fields, ReadOptions

    channel = values.maybe("agent_channel")
    if channel is not None and not (channel.isascii() and channel.isdecimal()):
        raise UsageError(f"--agent-channel needs a number, not {channel!r}", hint="for example --agent-channel 2")
    return ReadOptions(
        agent_names=values.many("agent_name"),
        agent_channel=int(channel) if channel else None,
        fields=Fields(**{name: values.text(f"{name}_field") for name in Fields._fields}),
        encoding=values.maybe("encoding"),
        channel=values.text("channel"),
        team=values.text("team"),
        lang=values.maybe("lang"),
        input_format=values.maybe("input_format"),
    )


def periods(values: Values) -> tuple[Period, Period] | None:
    """The two periods that `--compare` sets beside each other: the one it names, and the days of --since and --until, else all
    that came after it. None without it. Raises UsageError for what is no period.
    """
    from coach.review.narrowing import midnight, period
    from coach.review.scoring.tables import Period

    given = values.maybe("compare")
    if given is None:
        return None
    before = period(given)
    since, until = day_of(values, "since"), day_of(values, "until")
    start = midnight(since) if since else before.end
    end = midnight(until + timedelta(days=1)) if until else datetime.combine(date.max, time.min)
    name = f"{since or start.date()}..{until}" if until else f"since {since or start.date()}"
    return before, Period(name, start, end)
