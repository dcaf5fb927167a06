"""Exports of help desks: which texts are in them, what is known of each, and where in the file they stand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.errors import UsageError
from coach.sources.data import looks_like_export, read
from coach.sources.document import Reading, Segment
from coach.sources.files import Source, decode

FORMATS = Path(__file__).resolve().parents[2] / "fixtures" / "formats"

Read = Callable[..., tuple[Segment, ...]]
Raw = Callable[[str, Segment, str], str]
Replaced = Callable[[str, Segment, str, str], str]


def source_of(name: str) -> Source:
    return decode((FORMATS / name).read_bytes(), name)


def exported(name: str) -> tuple[Segment, ...]:
    return read(source_of(name), Reading())


def about(segment: Segment) -> tuple[object, ...]:
    """What is said of a text besides its words."""
    return segment.name, segment.lang, segment.channel, segment.usage, segment.updated, segment.retired, segment.twin


ZENDESK = json.loads((FORMATS / "zendesk_macros.json").read_text(encoding="utf-8"))["macros"]


def test_zendesk_macros_are_their_comments() -> None:
    found = exported("zendesk_macros.json")
    assert [about(one) for one in found] == [
        ("Shipping::Delay - out of stock", None, None, None, "2025-03-02", False, False),
        ("Returns::How to return", None, None, None, "2025-03-02", False, False),
        ("Old chat greeting", None, None, None, "2019-05-02", True, False),
    ]
    assert found[1].text.text == (
        "Hello {{ticket.requester.first_name}},\n\nYour return label is attached. Drop the parcel at any post office."
        "\n\n{{dc.signature_en}}"
    )
    assert {one.dialect for one in found} == {"zendesk"}


def test_the_html_of_zendesk_is_read_as_customers_see_it() -> None:
    first = exported("zendesk_macros.json")[0].text.text
    assert first.startswith("Hi {{ticket.requester.first_name}},\n\nUnfortunately the item in your order is no longer available.")
    assert "<" not in first


def test_what_other_actions_do_is_no_text() -> None:
    """Tags, subjects and statuses are not sent as a reply."""
    words = " ".join(one.text.text for one in exported("zendesk_macros.json"))
    assert "shipping delay" not in words
    assert "Your return label" in words
    assert "pending" not in words


@pytest.mark.parametrize(("public", "read"), [("false", 0), (False, 0), ("true", 1), (None, 1)])
def test_a_note_of_zendesk_for_colleagues_is_no_text(texts_of: Read, public: object, read: int) -> None:
    actions = [
        {"field": "comment_value", "value": "Check the L2 queue first."},
        {"field": "comment_mode_is_public", "value": public},
    ]
    reply = {"title": "Reply", "actions": [{"field": "comment_value", "value": "Your parcel is here."}]}
    found = texts_of("m.json", json.dumps({"macros": [{"title": "Note", "actions": actions}, reply]}))
    assert [one.name for one in found] == ["Note", "Reply"][1 - read :]


@pytest.mark.parametrize(
    ("told", "channel"), [("channel:chat", "chat"), ("channel:web", "email"), ("channel:all", None), ("channel:fax", None)]
)
def test_a_comment_of_zendesk_may_be_for_one_channel(texts_of: Read, told: str, channel: str | None) -> None:
    actions = [{"field": "comment_value", "value": [told, "One moment please."]}]
    (found,) = texts_of("m.json", json.dumps({"macros": [{"title": "Hold", "actions": actions}]}))
    assert (found.text.text, found.channel) == ("One moment please.", channel)


def test_the_same_comment_plain_and_in_html_is_a_twin(texts_of: Read) -> None:
    actions = [
        {"field": "comment_value", "value": "Hi,\n\nall done."},
        {"field": "comment_value_html", "value": "<p>Hi,</p><p>all done.</p>"},
    ]
    found = texts_of("m.json", json.dumps({"macros": [{"title": "Done", "actions": actions}]}))
    assert [one.twin for one in found] == [False, True]


def test_another_comment_in_html_is_a_text_of_its_own(texts_of: Read) -> None:
    """Zendesk keeps both apart, and they may differ; taken for a twin, the second would go unjudged."""
    actions = [
        {"field": "comment_value", "value": "All done."},
        {"field": "comment_value_html", "value": "<p>Something else.</p>"},
    ]
    found = texts_of("m.json", json.dumps({"macros": [{"title": "Done", "actions": actions}]}))
    assert [(one.text.text, one.twin) for one in found] == [("All done.", False), ("Something else.", False)]


def test_a_macro_whose_title_is_dynamic_content_is_called_by_its_title(texts_of: Read) -> None:
    macro = {**ZENDESK[1], "title": "How to return", "raw_title": "{{dc.returns_title}}"}
    assert texts_of("m.json", json.dumps({"macro": macro}))[0].name == "How to return"
    del macro["title"]
    assert texts_of("m.json", json.dumps({"macro": macro}))[0].name == "{{dc.returns_title}}"


@pytest.mark.parametrize(
    "wrap",
    [
        lambda macros: json.dumps(macros),
        lambda macros: json.dumps({"macros": macros[:2]}) + "\n" + json.dumps({"macros": macros[2:]}),
        lambda macros: json.dumps([{"macros": macros[:1], "next_page": "x"}, {"macros": macros[1:]}]),
        lambda macros: "\n".join(map(json.dumps, macros)),
    ],
    ids=["list", "pages one after the other", "list of pages", "json lines"],
)
def test_pages_of_an_export_may_be_put_together(texts_of: Read, wrap: Callable[[list[object]], str]) -> None:
    found = texts_of("m.jsonl", wrap(ZENDESK))
    assert [one.name for one in found] == ["Shipping::Delay - out of stock", "Returns::How to return", "Old chat greeting"]


def test_an_export_without_macros_has_no_texts(texts_of: Read) -> None:
    """The last page of an export may be empty: that is no mistake."""
    assert texts_of("m.json", '{"macros": [], "next_page": null, "count": 0}') == ()
    assert texts_of("m.json", json.dumps({"macros": [ZENDESK[3]]})) == ()


def test_dynamic_content_has_a_text_for_each_language(texts_of: Read) -> None:
    text = json.dumps(
        {
            "items": [
                {
                    "name": "Signature",
                    "placeholder": "{{dc.signature}}",
                    "default_locale_id": 1,
                    "updated_at": "2024-02-03T00:00:00Z",
                    "variants": [
                        {"content": "Kind regards", "locale_id": 1, "active": True, "updated_at": "2025-02-03T00:00:00Z"},
                        {"content": "<p>Viele Grüße</p>", "locale_id": 8, "active": True},
                        {"content": "С уважением", "locale": "ru", "active": False},
                        {"content": "Saygılarımla", "locale_id": 4711},
                        {"content": "", "locale": "tr"},
                    ],
                }
            ]
        }
    )
    assert [(one.name, one.text.text, one.lang, one.retired, one.updated) for one in texts_of("dc.json", text)] == [
        ("Signature", "Kind regards", "en", False, "2025-02-03"),
        ("Signature", "Viele Grüße", "de", False, "2024-02-03"),
        ("Signature", "С уважением", "ru", True, "2024-02-03"),
        ("Signature", "Saygılarımla", None, False, "2024-02-03"),
    ]


def test_gorgias_macros() -> None:
    found = exported("gorgias_macros.json")
    assert [about(one) for one in found] == [
        ("Order status inquiry", "en", None, 58392, "2024-06-01", False, False),
        ("Order status inquiry", "en", None, 58392, "2024-06-01", False, True),
        ("Stornierung nicht möglich", "de", None, 12, "2024-06-01", True, False),
        ("Stornierung nicht möglich", "de", None, 12, "2024-06-01", True, True),
    ]
    assert found[2].text.text == found[3].text.text == "Leider können wir die Bestellung nicht mehr stornieren."
    assert {one.dialect for one in found} == {"gorgias"}


def test_an_internal_note_of_gorgias_is_not_sent(texts_of: Read) -> None:
    actions = [
        {"name": "addInternalNote", "arguments": {"body_text": "You idiot forgot the label."}},
        {"name": "setResponseText", "arguments": {"body_text": "On its way.", "body_html": ""}},
    ]
    assert [one.text.text for one in texts_of("m.json", json.dumps({"data": [{"name": "x", "actions": actions}]}))] == [
        "On its way."
    ]


def test_a_macro_in_a_language_that_coach_does_not_know_is_not_judged(texts_of: Read) -> None:
    """Guessed, a short French text might pass for one of the four."""
    macro = {"name": "x", "language": "fr", "actions": [{"name": "setResponseText", "arguments": {"body_text": "Bonjour."}}]}
    (found,) = texts_of("m.json", json.dumps({"data": [macro]}))
    assert (found.lang, found.retired) == ("fr", True)


def test_intercom_macros(texts_of: Read, raw: Raw) -> None:
    text = json.dumps(
        {
            "type": "list",
            "data": [
                {
                    "type": "macro",
                    "id": "1",
                    "name": "Ready",
                    "body": '<p>Hi <attribute key="user.name" default="there"/>, your order is ready!</p>',
                    "body_text": 'Hi {{user.name|fallback:"there"}}, your order is ready!',
                    "updated_at": "2025-07-17T15:30:24.000Z",
                    "visible_to": "everyone",
                }
            ],
            "pages": {"type": "pages", "next": None},
        }
    )
    html, plain = texts_of("m.json", text)
    assert html.text.text == plain.text.text == 'Hi {{user.name|fallback:"there"}}, your order is ready!'
    assert [about(one) for one in (html, plain)] == [
        ("Ready", None, None, None, "2025-07-17", False, False),
        ("Ready", None, None, None, "2025-07-17", False, True),
    ]
    assert raw(text, html, "order is ready") == "order is ready"
    assert not html.text.is_prose(0, 10), "a wording over the placeholder would take it away"


def test_freshdesk_canned_responses() -> None:
    found = exported("freshdesk_canned_responses.json")
    assert [about(one) for one in found] == [
        ("Order not found", None, None, None, "2024-10-26", False, False),
        ("Order not found", None, None, None, "2024-10-26", False, True),
        ("Eingangsbestätigung", None, None, None, "2024-10-26", False, False),
        ("Eingangsbestätigung", None, None, None, "2024-10-26", False, True),
    ]
    assert found[2].text.text == found[3].text.text


def test_a_folder_with_a_language_tells_that_of_its_texts(texts_of: Read) -> None:
    response = {"title": "Storno", "content": "Erledigt.", "content_html": "<p>Erledigt.</p>", "folder_id": 1}
    text = json.dumps({"folders": [{"name": "Deutsch", "responses": [response]}, {"name": "Versand", "responses": [response]}]})
    assert [one.lang for one in texts_of("f.json", text)] == ["de", "de", None, None]


def test_helpscout_has_another_text_for_chat() -> None:
    mail, chat = exported("helpscout_saved_reply.json")
    assert mail.text.text == (
        "Hi {%customer.firstName,fallback=there%},\n\nyour refund left our account today and takes 3-5 days to reach your card."
    )
    assert chat.text.text == "Hi there,\n\nyour refund left our account today."
    assert [(one.name, one.channel, one.twin) for one in (mail, chat)] == [
        ("Refund: sent", None, False),
        ("Refund: sent", "chat", False),
    ]


def test_previews_of_helpscout_are_refused() -> None:
    """They are cut off: judged, they would pass for whole texts, and their ends for missing farewells."""
    with pytest.raises(UsageError, match=r"only previews.*\n  export each saved reply"):
        exported("helpscout_saved_replies.json")


def test_front_message_templates() -> None:
    found = exported("front_message_templates.json")
    assert [(one.name, one.text.text) for one in found] == [
        (
            "Late parcel",
            "Hi {{recipient.first_name}},\n\nWe apologize for any inconvenience.\nYour parcel arrives on {{date}}.",
        ),
        ("SMS ok", "All done, your booking is confirmed."),
    ]


def test_zammad_text_modules() -> None:
    comma, semicolon = exported("zammad_text_modules.csv"), exported("zammad_text_modules_import.csv")
    assert [(one.name, one.text.text) for one in comma] == [
        (
            "bur - Bitte um Rückruf",
            "Guten Tag #{ticket.customer.firstname} #{ticket.customer.lastname},\nich habe Sie telefonisch nicht erreicht.",
        ),
        ("vdff - Vielen Dank für das Feedback!", "Vielen Dank für das Feedback!"),
    ]
    assert [(one.name, one.text.text) for one in semicolon] == [
        ("late parcel", "Hello #{ticket.customer.firstname}, your parcel arrives on Friday."),
        ("bye", "Best regards\n#{user.firstname}"),
    ]
    assert {one.retired for one in (*comma, *semicolon)} == {False}


def test_a_text_module_that_is_not_active_is_retired(texts_of: Read) -> None:
    text = "id,name,keywords,content,note,active\n1,a,,Hallo,,false\n2,b,,Hallo,,true\n3,c,,Hallo,,\n"
    assert [one.retired for one in texts_of("t.csv", text)] == [True, False, False]


@pytest.mark.parametrize(
    ("file", "number", "phrase", "expected"),
    [
        ("zendesk_macros.json", 0, "no longer available", "no longer available"),
        ("zendesk_macros.json", 1, "first_name}},\n\nYour return", "first_name}},\\n\\nYour return"),
        ("gorgias_macros.json", 2, "Leider können wir", "Leider k&ouml;nnen wir"),
        ("gorgias_macros.json", 3, "Leider können wir", "Leider können wir"),
        ("freshdesk_canned_responses.json", 3, "Dank für Ihre", "Dank f&uuml;r Ihre"),
        ("front_message_templates.json", 0, "inconvenience", "inconvenience"),
        ("helpscout_saved_reply.json", 1, "there,\n\nyour", "there,\\n\\nyour"),
        ("zammad_text_modules.csv", 0, "nicht erreicht", "nicht erreicht"),
        ("zammad_text_modules_import.csv", 0, "}, your parcel", "},\nyour parcel"),
        ("zammad_text_modules_import.csv", 1, "Best regards", "Best regards"),
    ],
)
def test_a_phrase_leads_back_to_what_the_file_holds(raw: Raw, file: str, number: int, phrase: str, expected: str) -> None:
    assert raw(source_of(file).text, exported(file)[number], phrase) == expected


@pytest.mark.parametrize(
    ("file", "number", "phrase", "wording", "written"),
    [
        ("zendesk_macros.json", 0, "no longer available", 'sold "out" & gone', r"sold \"out\" &amp; gone"),
        ("zendesk_macros.json", 1, "at any post office", 'at "any"\\shop 😀', r"at \"any\"\\shop 😀"),
        ("gorgias_macros.json", 2, "können wir", "können & dürfen <wir>", "können &amp; dürfen &lt;wir&gt;"),
        ("zammad_text_modules.csv", 0, "nicht erreicht", 'nicht "erreicht", leider', 'nicht ""erreicht"", leider'),
        ("zammad_text_modules_import.csv", 1, "Best regards", "Grüße, alles Gute", "Grüße, alles Gute"),
    ],
)
def test_other_words_are_written_as_their_place_needs_it(
    replaced: Replaced, file: str, number: int, phrase: str, wording: str, written: str
) -> None:
    source = source_of(file)
    before = exported(file)
    after = replaced(source.text, before[number], phrase, wording)
    assert after.count(written) == 1
    found = read(source._replace(text=after), Reading())
    assert [one.text.text for one in found] == [
        one.text.text.replace(phrase, wording) if at == number else one.text.text for at, one in enumerate(before)
    ]


def test_a_cell_without_quotes_is_not_given_what_needs_them(replaced: Replaced) -> None:
    """The separator inside would begin another column; an ampersand brings one with it, as &amp;."""
    source = source_of("zammad_text_modules_import.csv")
    for wording in ("Regards; bye", "Regards & bye"):
        with pytest.raises(ValueError, match="quotes"):
            replaced(source.text, exported(source.name)[1], "Best regards", wording)


EXPORTS = [
    "zendesk_macros.json",
    "gorgias_macros.json",
    "helpscout_saved_reply.json",
    "helpscout_saved_replies.json",
    "front_message_templates.json",
    "freshdesk_canned_responses.json",
    "zammad_text_modules.csv",
    "zammad_text_modules_import.csv",
]


@pytest.mark.parametrize("name", EXPORTS)
def test_exports_are_recognised(name: str) -> None:
    assert looks_like_export(source_of(name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("package.json", '{"name": "x", "version": "1.0.0", "description": "A text with words", "scripts": {"test": "jest"}}'),
        ("tsconfig.json", '{\n  // comments are usual here\n  "compilerOptions": {"strict": true}\n}'),
        ("openapi.json", '{"variants": [{"type": "object"}], "content": "text/html"}'),
        ("data.json", '{"data": [{"id": 1, "name": "x", "preview": "y", "price": 3}]}'),
        ("people.csv", "name,email,active\nAda,ada@example.com,true\n"),
        ("macros.yaml", "macros:\n  - {name: x, text: Hello there}\n"),
        ("broken.json", '{"half": '),
        ("theme.json", '{\n  // comments are usual here\n  "preview": "a.png"\n}'),
    ],
)
def test_other_files_are_no_exports(name: str, text: str) -> None:
    """Below a folder they are left alone; an error about a package.json would be noise."""
    assert not looks_like_export(Source(name, text, "utf-8", b""))


def test_tickets_are_no_export_of_macros() -> None:
    assert not looks_like_export(source_of("zendesk_ticket_comments.json"))
    assert not looks_like_export(source_of("intercom_conversation.json"))


def test_a_damaged_export_is_still_one() -> None:
    """Left alone below a folder, a cut file would look checked."""
    whole = source_of("zendesk_macros.json")
    cut = whole._replace(text=whole.text[:1500])
    assert looks_like_export(cut)
    with pytest.raises(UsageError, match=r"^zendesk_macros\.json:\d+:\d+: not valid JSON"):
        read(cut, Reading())


@pytest.mark.parametrize("name", ["zendesk_ticket_comments.json", "intercom_conversation.json"])
def test_conversations_are_refused_with_what_reads_them(name: str) -> None:
    with pytest.raises(UsageError, match=r"conversations, not macros\n  coach review"):
        exported(name)


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("[DE] Stornierung", "de"),
        ("Stornierung (DE)", "de"),
        ("de::Stornierung", "de"),
        ("Versand::Türkçe::Kargo", "tr"),
        ("Русский", "ru"),
        ("Delay - out of stock", None),
        ("DE: shipping costs", None),
        ("De-escalation", None),
        ("TR-69 router reset", None),
        ("Refund [US]", None),
        ("Re: your order", None),
    ],
)
def test_only_a_clear_mark_in_a_title_tells_the_language(texts_of: Read, title: str, lang: str | None) -> None:
    """A wrong language makes every finding wrong; without one it is guessed from the text."""
    actions = [{"field": "comment_value", "value": "Erledigt."}]
    assert texts_of("m.json", json.dumps({"macros": [{"title": title, "actions": actions}]}))[0].lang == lang
