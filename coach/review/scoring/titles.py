"""How rules, events and groups without a name are called in a report."""

from __future__ import annotations

from coach.rules.table import CONCEPTS

EVENT_TITLES = {
    "customer/upset": "the customer is upset",
    "customer/thanks": "the customer says thanks",
    "customer/patience-lost": "the customer loses patience",
    "customer/repeats": "the customer has to say it again",
    "thread/acknowledged": "the trouble is taken up at once",
    "thread/acknowledged-late": "the trouble is taken up late",
    "thread/not-acknowledged": "nobody takes up the trouble",
    "thread/transfer": "the conversation is handed on",
    "thread/carried-over": "whoever takes over knows what was said",
    "thread/not-carried-over": "whoever takes over asks for what was said",
    "thread/register": "another form of address than the customer's",
    "good/owns": "says who does what by when",
    "good/way-out": "says no and offers another way",
    "good/acknowledges": "takes up what it means for the customer",
    "good/asks-if-solved": "asks whether it works now",
    "good/explains": "gives the reason",
    "good/thanked": "is thanked",
}
"""What each event of coach.review.record.EVENTS means, in a few words."""

NAMELESS = {
    "agent": "agents without a name",
    "team": "no team given",
    "channel": "no channel given",
    "language": "language not told",
}
"""What stands for the empty name of a dimension."""


def rule_title(rule: str) -> str:
    """What a rule says of a reply, as in `coach rules`; a team's own rule is called what it is."""
    concept = CONCEPTS.get(rule)
    return concept.summary if concept else rule


def event_title(name: str) -> str:
    """What an event means; a name that is not known says it itself."""
    return EVENT_TITLES.get(name, name)


def shown(dimension: str, name: str) -> str:
    """The name of an agent, team, channel, language or week as a report shows it."""
    return name or NAMELESS.get(dimension, name)
