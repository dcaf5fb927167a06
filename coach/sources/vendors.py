"""The documented placeholders of help desks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

USER = "name first_name last_name email language phone external_id details notes time_zone role id locale signature tags"
ZENDESK_TICKET = (
    "id title description link url status priority ticket_type ticket_form via tags account score cc_names external_id "
    "encoded_id brand.name group.name group.id organization.name organization.external_id created_at created_at_with_timestamp "
    "created_at_with_time updated_at updated_at_with_timestamp updated_at_with_time due_date due_date_with_timestamp "
    "in_business_hours current_holiday_name comments public_comments latest_comment latest_public_comment comments_formatted "
    "public_comments_formatted latest_comment_formatted latest_public_comment_formatted"
)
ZAMMAD_USER = (
    "firstname lastname login email phone mobile fax web address department note vip organization.name organization.domain"
)
FIELDS: dict[str, dict[str, str]] = {
    "zendesk": {
        "ticket": ZENDESK_TICKET,
        **dict.fromkeys(("ticket.requester", "ticket.assignee", "ticket.submitter", "current_user", "agent"), USER),
        "satisfaction": "rating_section rating_url current_rating current_comment positive_rating_url negative_rating_url",
        "account": "incoming_phone_number_ID",
        "organization": "name id",
        "dc": "",
    },
    "freshdesk": {
        "ticket": (
            "id subject description url portal_url public_url tags latest_public_comment latest_private_comment status priority "
            "source ticket_type from_email portal_name product_description satisfaction_survey surveymonkey_survey due_by_time "
            "group.name agent.name agent.email company.name company.description company.note company.domains"
        ),
        "ticket.requester": "name firstname lastname email phone address unique_external_id company_name",
        "comment": "body commenter.name",
        "": "helpdesk_name",
    },
    "gorgias": {
        "ticket": (
            "id channel subject last_message_datetime created_datetime opened_datetime updated_datetime receiver.email "
            "sender.email assignee_user.id assignee_user.name assignee_user.email account.domain first_message.body_text"
        ),
        "ticket.customer": "id name firstname lastname email",
        "current_user": "id name firstname lastname email bio",
    },
    "helpscout": {
        "customer": "fullName firstName lastName email company",
        "conversation": "number subject",
        "mailbox": "email name fromName",
        "user": "fullName firstName lastName email phone jobTitle",
        "": "subject",
    },
    "front": {
        "account": "name",
        "conversation": "id public_id ticket_id",
        "message": "id public_id",
        "recipient": "handle email twitter phone name first_name last_name link",
        "user": "id name first_name last_name email",
        "": "survey",
    },
    "zammad": {
        "ticket": (
            "id number title tags state.name priority.name group.name group.note organization.name created_at updated_at "
            "close_at pending_time escalation_at first_response_at last_contact_at last_contact_customer_at "
            "last_contact_agent_at article_count time_unit"
        ),
        **dict.fromkeys(("ticket.customer", "ticket.owner", "ticket.created_by", "ticket.updated_by", "user"), ZAMMAD_USER),
        "article": "from to cc subject body type.name created_at updated_at note",
        "config": "fqdn http_type ticket_hook system_id organization product_name",
    },
}
"""The documented placeholders of help desks: what stands before the last dot, and the fields behind it.

Sources: the vendors' placeholder references (Zendesk, Gorgias, Front, Zammad) and open code that fills them (Freshdesk; FreeScout
for the syntax of Help Scout). Intercom is not here: its attributes are the team's own.
"""

TITLES = {
    "zendesk": "Zendesk", "freshdesk": "Freshdesk", "gorgias": "Gorgias", "helpscout": "Help Scout", "front": "Front",
    "zammad": "Zammad",
}  # fmt: skip
"""How the makers write their names."""

OPEN_ROOTS = frozenset({"front"})
"""Dialects in which a team's own objects are roots, too: only a misspelt name is unknown there."""


@lru_cache
def known_names(dialect: str) -> frozenset[str]:
    """The documented placeholders of a help desk."""
    fields = FIELDS.get(dialect, {})
    return frozenset(f"{prefix}.{field}".lstrip(".") for prefix, names in fields.items() for field in names.split())


@lru_cache
def known_roots(dialect: str) -> frozenset[str]:
    """What every placeholder of a help desk begins with; nothing where a team may name it."""
    if dialect in OPEN_ROOTS:
        return frozenset()
    names: Iterable[str] = (*FIELDS.get(dialect, {}), *known_names(dialect))
    return frozenset(name.partition(".")[0] for name in names if name)
