"""The exports that are known, by name, and what they call the channels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from coach.review.sources.exports.calls import CALLS
from coach.review.sources.exports.form import Form
from coach.review.sources.exports.helpdesks import HELPDESKS

FORMS: Mapping[str, Form] = MappingProxyType({form.name: form for form in (*HELPDESKS, *CALLS)})

NAMES_OF_CHANNELS = {
    "email": "email mail e-mail gmail outlook office365",
    "chat": (
        "chat conversation front_chat chat_message gorgias_chat native_messaging messaging sms whatsapp telegram viber line "
        "webmessaging beaconchat smooch intercom mobile_sdk telegram_personal-message whatsapp_message facebook-messenger "
        "facebook_messenger instagram-direct-message instagram_dm twitter-direct-message twitter_direct-message tweet_dm yalo_wha"
    ),
    "phone": "phone voice call phone-call phone_call aircall talkdesk truly_call",
    "social": (
        "social twitter twitter_status tweet facebook facebook_feed_post facebook_feed_comment facebook-mention instagram "
        "instagram-comment instagram-mention googleplay youtube reddit"
    ),
}
"""Of a form on a web page it cannot be told: what answers it may be a mail or a chat."""


def channel_of(name: str, codes: Mapping[str, str]) -> str:
    """The channel that an export means by a word in lower case, or ""; `codes` are its own."""
    return codes.get(name) or _known_channels().get(name.replace(" ", "_"), "")


@lru_cache(maxsize=1)
def _known_channels() -> Mapping[str, str]:
    """The channels by the names in exports."""
    return {name: channel for channel, names in NAMES_OF_CHANNELS.items() for name in names.split()}
