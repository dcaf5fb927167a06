"""What help desks export: tickets with comments, messages, threads or articles.

Zendesk: developer.zendesk.com, ticket comments. Intercom: Intercom-OpenAPI 2.11. Freshdesk: developers.freshdesk.com, all
conversations of a ticket. Gorgias: developers.gorgias.com, ticket messages. Help Scout: developer.helpscout.com, list threads.
Front: front-api-specs, core-api. Zammad: docs.zammad.org, articles. The codes of Freshdesk's sources, and which values of `via`
mean that no person wrote, are known from use only.
"""

from __future__ import annotations

from collections.abc import Mapping

from coach.review.record import AGENT, CUSTOMER
from coach.review.sources.exports.fields import object_at, word
from coach.review.sources.exports.form import PLAIN, Body, Flag, Form, People, words
from coach.review.sources.roles import LEFT_OUT

YES, NO = words("true"), words("false")


def intercom_opening(record: Mapping[str, object]) -> dict[str, object] | None:
    """The message that began a conversation stands in `source`, its time beside that."""
    source = object_at(record, "source")
    return {**source, "part_type": "comment", "created_at": record.get("created_at")} if source else None


def freshdesk_opening(record: Mapping[str, object]) -> dict[str, object] | None:
    """The message that began a ticket is its description; an agent wrote it where the source is 10, an outbound mail."""
    ticket = object_at(record, "ticket") or record
    if not ticket.get("description") and not ticket.get("description_text"):
        return None
    source = word(ticket.get("source")) or ""
    outbound = source == "10"
    return {
        "body": ticket.get("description"),
        "body_text": ticket.get("description_text"),
        "incoming": not outbound,
        "private": False,
        "user_id": ticket.get("responder_id" if outbound else "requester_id"),
        "created_at": ticket.get("created_at"),
        "channel": {"1": "email", "3": "phone", "7": "chat", "10": "email"}.get(source),
    }


HELPDESKS = (
    Form(
        "zendesk",
        marks=("author_id", "public"),
        lists=("comments", "ticket.comments"),
        bodies=(Body("html_body"), Body("plain_body", PLAIN), Body("body", PLAIN)),
        flags=(
            Flag("public", YES, NO),
            Flag("type", hidden=words("voicecomment"), absent=True, lenient=True),
            Flag("via.channel", hidden=words("system rule"), absent=True, lenient=True),
            Flag("author_id", hidden=words("-1"), absent=True, lenient=True),
        ),
        author=("author_id",),
        people=(People("users", "id", "role", ("name",)),),
        requester=("ticket.requester_id", "requester_id"),
        thread=("ticket_id",),
        ids=("ticket.id", "ticket_id", "id", "next_page", "previous_page", "links.next", "links.prev"),
        times=("created_at",),
        channels=("via.channel",),
        conversation_channels=("via.channel", "ticket.via.channel"),
        teams=("group.name", "ticket.group.name"),
        mail=True,
    ),
    Form(
        "intercom",
        marks=("part_type", "author"),
        lists=("conversation_parts.conversation_parts", "conversation_parts"),
        documents=(("type=conversation", "source"), ("conversation_parts", "source")),
        bodies=(Body("body"),),
        flags=(
            Flag(
                "part_type",
                words("comment open close"),
                words(
                    "note note_and_reopen assignment default_assignment away_mode_assignment message_strategy_assignment "
                    "snoozed unsnoozed timer_unsnooze quick_reply participant_added participant_removed "
                    "language_detection_details channel_and_reply_time_expectation conversation_rating_changed"
                ),
            ),
            Flag("author.type", words("admin user lead contact"), words("bot team")),
            Flag("delivered_as", hidden=words("automated operator_initiated campaigns_initiated"), absent=True, lenient=True),
            Flag("author.from_ai_agent", hidden=YES, absent=True, lenient=True),
        ),
        roles=(("author.type", {}),),
        author=("author.id",),
        names=("author.name", "author.email"),
        ids=("id",),
        times=("created_at",),
        conversation_channels=("source.type",),
        mail=True,
        opening=intercom_opening,
    ),
    Form(
        "freshdesk",
        marks=("incoming", "private"),
        lists=("conversations", "ticket.conversations"),
        documents=(("description_text", "conversations"),),
        bodies=(Body("body"), Body("body_text", PLAIN)),
        flags=(Flag("private", NO, YES),),
        roles=(("incoming", {"true": CUSTOMER, "false": AGENT}),),
        author=("user_id",),
        people=(
            People("requester", "id", names=("name",)),
            People("ticket.requester", "id", names=("name",)),
            People("users", "id", names=("name",)),
        ),
        customer=("requester.name", "ticket.requester.name"),
        ids=("ticket.id", "ticket_id", "id"),
        thread=("ticket_id",),
        times=("created_at",),
        channels=("channel", "source"),
        codes={"0": "email", "5": "social", "7": "social", "8": "email", "9": "phone"},
        teams=("group.name", "ticket.group.name"),
        mail=True,
        opening=freshdesk_opening,
    ),
    Form(
        "gorgias",
        marks=("from_agent", "channel"),
        lists=("data", "messages", "messages.data", "ticket.messages"),
        bodies=(Body("stripped_text", PLAIN), Body("stripped_html"), Body("body_text", PLAIN), Body("body_html")),
        flags=(
            Flag("public", YES, NO),
            Flag("channel", hidden=words("internal-note"), absent=True, lenient=True),
            Flag("via", hidden=words("internal-note rule flow_builder"), absent=True, lenient=True),
        ),
        roles=(("from_agent", {"true": AGENT, "false": CUSTOMER}),),
        author=("sender.id",),
        names=("sender.name", "sender.firstname sender.lastname", "sender.email"),
        customer=("customer.name", "ticket.customer.name"),
        ids=("ticket.id", "uri", "id"),
        thread=("ticket_id",),
        times=("created_datetime", "sent_datetime"),
        channels=("channel",),
        conversation_channels=("channel", "ticket.channel"),
        langs=("language", "ticket.language"),
        teams=("assignee_team.name", "ticket.assignee_team.name"),
        mail=True,
    ),
    Form(
        "helpscout",
        marks=("createdBy", "type", "body"),
        lists=("_embedded.threads", "threads", "conversation._embedded.threads"),
        bodies=(Body("body"),),
        flags=(
            Flag(
                "type",
                words("customer message reply chat beaconchat"),
                words("note lineitem phone forwardparent forwardchild"),
            ),
            Flag("state", words("published"), words("draft hidden underreview"), absent=True),
        ),
        # An agent may write down what a customer said; an assistant writes messages, too.
        roles=(
            ("type", {"customer": CUSTOMER}),
            ("createdBy.type", {"user": AGENT, "customer": CUSTOMER, "system_user": LEFT_OUT}),
            ("type", {"message": AGENT, "reply": AGENT}),
        ),
        author=("createdBy.id",),
        names=("createdBy.first createdBy.last", "createdBy.firstName createdBy.lastName", "createdBy.email"),
        customer=("primaryCustomer.first primaryCustomer.last",),
        ids=("_links.self.href", "conversation.id", "id"),
        times=("createdAt",),
        channels=("source.type",),
        conversation_channels=("type",),
        newest_first=True,
        mail=True,
    ),
    Form(
        "front",
        marks=("is_inbound", "type"),
        lists=("_results", "messages"),
        bodies=(Body("body"), Body("text", PLAIN)),
        flags=(
            Flag(
                "type",
                words(
                    "email sms call phone-call tweet tweet_dm facebook front_chat googleplay intercom smooch whatsapp yalo_wha "
                    "custom talkdesk truly_call instagram_dm line telegram form"
                ),
                words("internal"),
            ),
            Flag("draft_mode", hidden=words("private shared"), absent=True),
            Flag("is_draft", NO, YES, absent=True),
        ),
        roles=(("is_inbound", {"true": CUSTOMER, "false": AGENT}),),
        author=("author.id",),
        names=(
            "author.first_name author.last_name",
            "author.username",
            "recipients.role=from.name",
            "recipients.role=from.handle",
        ),
        ids=("_links.self", "id"),
        thread=("_links.related.conversation",),
        times=("created_at",),
        channels=("type",),
        newest_first=True,
        mail=True,
    ),
    Form(
        "zammad",
        marks=("sender", "internal", "body"),
        lists=("articles", "ticket_articles", "ticket.articles"),
        bodies=(Body("body"),),
        kind="content_type",
        flags=(Flag("internal", NO, YES),),
        roles=(("sender", {}),),
        author=("created_by_id", "created_by"),
        names=("from",),
        ids=("ticket.id", "ticket_id", "id"),
        thread=("ticket_id",),
        times=("created_at",),
        channels=("type",),
        teams=("group", "ticket.group"),
        mail=True,
    ),
)
