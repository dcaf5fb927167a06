"""Who is the agent and who the customer: the words exports have for it, and what can be told where they have none.

Roles are told by words, names, channels and brackets, never by what somebody says: a wrong role would charge an agent with the
customer's words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from coach.expressions import compiled
from coach.review.record import AGENT, CUSTOMER, UNKNOWN, Turn
from coach.review.sources.options import ReadOptions

LEFT_OUT = "left out"
"""The role of bots, of the system and of notes: what no customer reads from a person."""

WORDS = {
    AGENT: (
        "agent, support, staff, staff member, operator, rep, representative, advisor, adviser, assistant, admin, administrator, "
        "teammate, moderator, specialist, consultant, technician, employee, supervisor, team, company, business, brand, csr, "
        "support agent, support team, support rep, support representative, support staff, support engineer, live agent, "
        "human agent, service agent, service rep, sales rep, sales agent, customer service, customer support, customer care, "
        "customer service agent, customer service rep, customer service representative, customer support agent, "
        "customer success, helpdesk, help desk, service desk, call center agent, tech support, technical support, internal, "
        "outbound, receptionist, "
        "mitarbeiter, mitarbeiterin, mitarbeiter in, servicemitarbeiter, servicemitarbeiterin, kundenservice, kundendienst, "
        "kundensupport, kundenbetreuer, kundenbetreuerin, kundenberater, kundenberaterin, berater, beraterin, betreuer, "
        "betreuerin, agentin, bearbeiter, bearbeiterin, sachbearbeiter, sachbearbeiterin, techniker, technikerin, supporter, "
        "supportmitarbeiter, supportmitarbeiterin, support mitarbeiter, support team, service, service team, "
        "оператор, агент, поддержка, сотрудник, сотрудница, менеджер, специалист, консультант, администратор, админ, модератор, "
        "служба поддержки, техподдержка, техническая поддержка, тех поддержка, сотрудник поддержки, специалист поддержки, "
        "оператор поддержки, менеджер поддержки, клиентская служба, компания, "
        "temsilci, müşteri temsilcisi, müşteri temsilcimiz, müşteri hizmetleri, müşteri hizmetleri temsilcisi, "
        "destek, destek ekibi, destek temsilcisi, destek uzmanı, canlı destek, teknik destek, operatör, görevli, yetkili, "
        "uzman, danışman, personel, çalışan, şirket, firma"
    ),
    CUSTOMER: (
        "customer, client, user, end user, enduser, end customer, visitor, guest, caller, consumer, requester, requestor, "
        "contact, lead, prospect, buyer, shopper, subscriber, patient, passenger, external, inbound, website visitor, "
        "chat visitor, complainant, "
        "kunde, kundin, kunde in, kund in, endkunde, endkundin, anrufer, anruferin, besucher, besucherin, nutzer, nutzerin, "
        "benutzer, benutzerin, anwender, anwenderin, gast, käufer, käuferin, interessent, interessentin, auftraggeber, "
        "клиент, клиентка, пользователь, покупатель, покупательница, посетитель, гость, абонент, заявитель, заказчик, заказчица, "
        "звонящий, потребитель, "
        "müşteri, müşterimiz, kullanıcı, ziyaretçi, üye, arayan, alıcı, misafir, konuk, abone, tüketici"
    ),
    LEFT_OUT: (
        "bot, chatbot, chat bot, custom bot, answer bot, voicebot, robot, system, system message, system user, note, notes, "
        "internal note, private note, internal comment, ivr, acd, voicemail, virtual assistant, virtual agent, ai, ai agent, "
        "ai assistant, automated, automation, automated message, auto reply, autoreply, auto responder, workflow, trigger, "
        "event, action, log, notification, function, tool, "
        "notiz, interne notiz, vermerk, aktenvermerk, systemnachricht, automatische antwort, automatische nachricht, "
        "virtueller assistent, "
        "бот, чат бот, система, системное сообщение, заметка, внутренняя заметка, примечание, автоответчик, автоответ, робот, "
        "виртуальный помощник, виртуальный ассистент, "
        "sistem, sistem mesajı, not, dahili not, iç not, sanal asistan, otomatik mesaj, otomatik yanıt"
    ),
}

TEAMS = frozenset("support kundenservice kundensupport kundendienst helpdesk поддержка техподдержка destek".split())
"""Words that make a company's account of the name they begin or end: Acme Support, Поддержка Acme."""

LONGEST = 60
BRACKET = r"(?s)^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]\s*$"
SEPARATORS = r"[\s_\-–./:*#]+"


def role_of(word: str) -> str | None:
    """The role that a word of an export stands for, in any case: `agent`, `customer`, LEFT_OUT, or None for one that is unknown.

    Words of English, German, Russian and Turkish, typed with or without their own letters; a number behind is ignored (Agent 2).
    """
    return role_of_folded(word) if len(word) <= LONGEST else None


@lru_cache(maxsize=4096)
def role_of_folded(word: str) -> str | None:
    """As `role_of`, remembered: an export has few words, in millions of rows."""
    return known_words().get(folded(word).rstrip("0123456789 "))


@lru_cache(maxsize=1)
def known_words() -> dict[str, str]:
    """The folded words and their roles."""
    return {folded(word): role for role, words in WORDS.items() for word in words.split(",")}


def folded(word: str) -> str:
    """A word without case, accents and the signs between its parts; ı is i, so that KULLANICI is a kullanıcı."""
    parted = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    plain = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return compiled(SEPARATORS).sub(" ", plain).strip(" ()[]<>\"'")


def with_roles(turns: Sequence[Turn], options: ReadOptions) -> tuple[Turn, ...]:
    """The turns, with the role of each unknown one where it can be told; what stays unknown stays `unknown`.

    By --agent-name (the whole name or the first), by --agent-channel (of speakers "1", "2"), by a role word as the name or in
    brackets behind it (`Sam (Support)`, who is Sam from then on), and where two people talk and the role of one is known.
    Roles that the export tells are kept. Bots are for the reader to leave out: see `told`.
    """
    if all(turn.role != UNKNOWN for turn in turns):
        return tuple(turns)
    roles: dict[str, str] = {turn.speaker: turn.role for turn in turns if turn.role != UNKNOWN}
    names: dict[str, str] = {}
    for speaker in dict.fromkeys(turn.speaker for turn in turns if turn.role == UNKNOWN):
        names[speaker], role = told(speaker, options)
        if role in (AGENT, CUSTOMER):
            roles.setdefault(names[speaker], role)
    speakers = {names.get(turn.speaker, turn.speaker) for turn in turns} - {""}
    if len(speakers) == 2 and len(roles) == 1 and "" not in roles:
        ((one, role),) = roles.items()
        (other,) = speakers - {one}
        roles[other] = CUSTOMER if role == AGENT else AGENT
    return tuple(
        turn._replace(role=roles.get(names[turn.speaker], UNKNOWN), speaker=names[turn.speaker]) if turn.role == UNKNOWN else turn
        for turn in turns
    )


def told(speaker: str, options: ReadOptions) -> tuple[str, str | None]:
    """The bare name of a speaker, and the role that it tells (LEFT_OUT for a bot), or None."""
    bracket = compiled(BRACKET).match(speaker) if speaker.endswith((")", "]")) and len(speaker) <= 4 * LONGEST else None
    behind = role_of(bracket[2]) if bracket else None
    name = bracket[1] if bracket and behind else speaker
    if is_named(name, options.agent_names):
        return name, AGENT
    if options.agent_channel is not None and speaker.isdecimal():
        return name, AGENT if int(speaker) == options.agent_channel else CUSTOMER
    return name, behind or role_of(name) or (AGENT if is_team(name) else None)


def is_named(name: str, agents: Collection[str]) -> bool:
    """Whether a name, or its first part, is among those of the agents."""
    if not agents:
        return False
    plain = folded(name)
    wanted = {folded(agent) for agent in agents} - {""}
    return plain in wanted or plain.partition(" ")[0] in wanted


def is_team(name: str) -> bool:
    """Whether a name of several words is that of a company's support."""
    words = folded(name).split() if len(name) <= LONGEST else []
    return len(words) > 1 and (words[0] in TEAMS or words[-1] in TEAMS)
