"""Which column is what: the names that exports give to the text, the conversation, who spoke and when.

A name that a person told is taken as it is. Otherwise the usual names are tried, best first; where two names of the same standing
are there, nobody is asked to guess: that is an error that lists the columns.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import product

from coach.errors import UsageError, did_you_mean
from coach.expressions import compiled
from coach.review.sources.options import Fields

CONVERSATION, TEXT, REPLY_TO, MESSAGE = "conversation", "text", "reply to", "message"

USUAL: Mapping[str, tuple[str, ...]] = {
    "conversation": (
        "conversation",
        "conversationid conversationkey conversationuuid convid convoid conversationnumber dialog dialogid dialogue dialogueid",
        "thread threadid chat chatid",
        "ticket ticketid case caseid issueid session sessionid call callid interactionid contactid transcriptid",
        "ticketnumber casenumber gespräch gesprächid gesprächsid vorgang vorgangsnummer ticketnr ticketnummer "
        "диалог диалогid обращение тикет чат görüşme görüşmeid konuşma konuşmaid sohbet sohbetid talep",
        "docid",
    ),
    "text": (
        "text",
        "plaintext plainbody bodytext textbody strippedtext bodyplain",
        "message body utterance content comment messagetext messagebody msg chatmessage sentence",
        "nachricht inhalt сообщение текст mesaj metin içerik",
        "bodyhtml htmlbody",
    ),
    "role": (
        "role",
        "sendertype authortype authorrole senderrole speakerrole speakertype participantrole participanttype usertype",
        "rolle роль rol",
        "inbound incoming isinbound isincoming fromcustomer iscustomer fromagent isagent outbound outgoing isoutbound direction",
    ),
    "agent": (
        "agent",
        "agentname speakername sendername authorname displayname",
        "speaker sender author from fromname name username user operator participant party who",
        "mitarbeiter bearbeiter absender autor оператор автор отправитель имя temsilci gönderen yazan konuşmacı",
        "authorid senderid speakerid userid",
    ),
    "time": (
        "time",
        "timestamp datetime createdat sentat created senton createdon postedat messagetime",
        "date sent when zeit zeitstempel datum uhrzeit время дата zaman tarih",
    ),
    "offset": ("offset", "offsetseconds startseconds startsec starttime start seconds"),
    "channel": ("channel", "channeltype channelname medium kanal канал"),
    "team": ("team", "teamname group groupname department queue abteilung gruppe отдел группа ekip takım departman"),
    "lang": ("lang", "language locale languagecode sprache язык dil"),
    "customer": ("customer", "customername requester requestername contactname clientname kunde клиент müşteri"),
    REPLY_TO: (
        "inresponsetotweetid inreplyto inreplytoid inreplytostatusid replyto replytoid replytoid parentid parentmessageid",
    ),
    MESSAGE: ("tweetid messageid statusid", "id"),
    "note": ("private isprivate internal isinternal internalnote isnote",),
    "public": ("public ispublic",),
}
"""For each meaning the names, best first; those in one line have the same standing. Written without spaces and strokes."""

MUST_BE_CLEAR = frozenset({"conversation", "text"})
"""Of what a wrong column would make a wrong review."""

OPTIONS: Mapping[str, str] = {
    "conversation": "--conversation-field",
    "role": "--role-field",
    "agent": "--agent-field",
    "time": "--time-field",
    "text": "--text-field",
    "offset": "--offset-field",
    "channel": "--channel-field",
    "team": "--team-field",
    "lang": "--lang-field",
    "customer": "--customer-field",
}
"""The options of the command line that tell a column; the names of Fields."""

NOISE = r"[\s_\-./]+"


def folded(name: str) -> str:
    """A name without case, spaces, strokes and points: Conversation-ID is conversationid."""
    return compiled(NOISE).sub("", name.replace("İ", "i").casefold())


def resolved(names: Sequence[str], fields: Fields, where: str, meanings: Collection[str] = USUAL) -> dict[str, str]:
    """The column of each of the meanings that has one. A name with a point, as in author.name, is that of a field within a field.

    Raises UsageError for a told column that is not there, and where it is not clear which one is meant.
    """
    found: dict[str, str] = {}
    for meaning in meanings:
        tiers = USUAL[meaning]
        told = getattr(fields, meaning) if meaning in OPTIONS else ""
        name = exactly(told, names, where, OPTIONS[meaning]) if told else usual(meaning, tiers, names, where)
        if name:
            found[meaning] = name
    return found


def exactly(told: str, names: Sequence[str], where: str, option: str) -> str:
    """The column that a person named, in any case. Raises UsageError where there is none."""
    same = [name for name in names if name == told] or [name for name in names if name.casefold() == told.casefold()]
    if not same:
        hint = f"{did_you_mean(told, names, 'name another one')} There are: {listed(names)}"
        raise UsageError(f"no column {told!r} for {option}", where=where, hint=hint)
    return same[0]


def usual(meaning: str, tiers: Sequence[str], names: Sequence[str], where: str) -> str:
    """The column with a usual name; "" where there is none. Raises UsageError where two have the same standing and it matters."""
    own = {name: folded(name) for name in names if "." not in name}
    within = {name: folded(name) for name in names if "." in name}
    last = {name: folded(name.rpartition(".")[2]) for name in within}
    for folds, tier in product((own, within, last), tiers):
        wanted = tier.split()
        same = [name for name, fold in folds.items() if fold in wanted]
        if len(same) > 1 and meaning in MUST_BE_CLEAR:
            raise UsageError(
                f"{' or '.join(map(repr, same))}: which column has the {meaning}?",
                where=where,
                hint=f"name it with {OPTIONS[meaning]}; there are: {listed(names)}",
            )
        if same:
            return same[min(range(len(same)), key=[wanted.index(folds[name]) for name in same].__getitem__)]
    return ""


def missing(meaning: str, names: Collection[str], where: str) -> UsageError:
    """The error of a file in which no column has a usual name for something that is needed."""
    hint = f"name it with {OPTIONS[meaning]}; there are: {listed(names)}"
    return UsageError(f"no column has a usual name for the {meaning}", where=where, hint=hint)


def listed(names: Collection[str]) -> str:
    """The columns as they are shown in an error: not more than a screen of them."""
    shown = [name if len(name) <= 40 else name[:40] + "..." for name in list(names)[:40]]
    return ", ".join(shown) + (f" and {len(names) - 40} more" if len(names) > 40 else "") if shown else "none"
