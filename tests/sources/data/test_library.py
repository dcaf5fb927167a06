"""Libraries of no help desk: where texts usually stand, where the configuration says they stand, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from coach.errors import UsageError
from coach.sources.data import looks_like_export
from coach.sources.document import Library, Reading, Segment
from coach.sources.files import Source

Read = Callable[..., tuple[Segment, ...]]
Raw = Callable[[str, Segment, str], str]

RECORDS = """\
- name: Late parcel
  lang: de
  channel: chat
  usage: 1204
  updated: 2025-03-02
  text: Leider kommt Ihr Paket später.
- title: Refund
  language: en-GB
  times_used: "17"
  updated_at: 2024-01-05T10:00:00Z
  active: no
  body_html: <p>Your refund is on its way.</p>
- id: greet
  locale: Türkçe
  archived: 2024-05-01
  reply: Merhaba!
"""


def words(found: tuple[Segment, ...]) -> list[str]:
    return [one.text.text for one in found]


def told(found: tuple[Segment, ...]) -> list[tuple[str, str | None]]:
    return [(one.name, one.lang) for one in found]


def test_a_list_of_records(texts_of: Read) -> None:
    found = texts_of("macros.yaml", RECORDS)
    assert [(one.name, one.lang, one.channel, one.usage, one.updated, one.retired, one.text.text) for one in found] == [
        ("Late parcel", "de", "chat", 1204, "2025-03-02", False, "Leider kommt Ihr Paket später."),
        ("Refund", "en", None, 17, "2024-01-05", True, "Your refund is on its way."),
        ("greet", "tr", None, None, "", True, "Merhaba!"),
    ]


def test_the_same_in_toml_json_and_a_table(texts_of: Read) -> None:
    toml = '[[macros]]\nname = "Refund"\nlang = "en"\nupdated = 2024-01-05\nactive = true\ntext = "Your refund."\n'
    as_json = '{"macros": [{"name": "Refund", "lang": "en", "updated": 1704412800, "enabled": true, "text": "Your refund."}]}'
    table = "Name;Lang;Updated At;Active;Text\nRefund;en;2024-01-05;yes;Your refund.\n"
    for name, text in (("m.toml", toml), ("m.json", as_json), ("m.csv", table)):
        (found,) = texts_of(name, text)
        assert (found.name, found.lang, found.updated, found.retired, found.text.text) == (
            "Refund",
            "en",
            "2024-01-05",
            False,
            "Your refund.",
        ), name


def test_names_and_notes_are_no_texts(texts_of: Read) -> None:
    """They are for colleagues; a customer never reads them."""
    found = texts_of("m.yaml", "- name: You forgot the label\n  note: We can't help here\n  tags: [a b, c d]\n  text: Hello.\n")
    assert words(found) == ["Hello."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("late: {text_de: Kommt bald., text_en: Coming soon.}", [("late", "de"), ("late", "en")]),
        ("late: {text-en_GB: Coming soon.}", [("late", "en")]),
        ("late: {text: {de: Kommt bald., en: Coming soon.}}", [("late", "de"), ("late", "en")]),
        ("de: {late: {text: Kommt bald.}}\nen: {late: {text: Coming soon.}}", [("late", "de"), ("late", "en")]),
        ("late: {title: {de: Spät, en: Late}, text: {de: Kommt bald., en: Soon.}}", [("Spät", "de"), ("Late", "en")]),
        ("late: {reply: {formal: Kommt bald., informal: Bis bald dann.}}", [("late.formal", None), ("late.informal", None)]),
        ("macros: {late: Kommt bald., thanks: Danke dafür.}", [("macros.late", None), ("macros.thanks", None)]),
        ("replies: [Kommt bald., Danke.]", [("replies.1", None), ("replies.2", None)]),
    ],
)
def test_texts_by_language_and_by_name(texts_of: Read, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(texts_of("m.yaml", text)) == expected


def test_columns_for_languages(texts_of: Read) -> None:
    found = texts_of("m.csv", "key,body.tr,body.de\nlate,Paketiniz yolda.,Ihr Paket kommt.\n")
    assert [(one.name, one.lang, one.text.text) for one in found] == [
        ("late", "tr", "Paketiniz yolda."),
        ("late", "de", "Ihr Paket kommt."),
    ]


def test_a_table_of_translations(texts_of: Read) -> None:
    found = texts_of("m.csv", "key,de,en,fr\nlate,Ihr Paket kommt.,Your parcel is coming.,Votre colis arrive.\n")
    assert [(one.name, one.lang, one.retired) for one in found] == [
        ("late", "de", False),
        ("late", "en", False),
        ("late", "fr", True),
    ]


def test_in_a_locale_file_sentences_are_texts(texts_of: Read) -> None:
    text = "de:\n  button: Abbrechen\n  late:\n    hint: Leider kommt Ihr Paket später.\n    url: https://example.com\n"
    (found,) = texts_of("messages.yaml", text)
    assert (found.name, found.lang, found.text.text) == ("late.hint", "de", "Leider kommt Ihr Paket später.")


def test_a_locale_file_may_say_its_language_in_its_name(texts_of: Read) -> None:
    assert told(texts_of("locales/ru.json", '{"late": "Посылка в пути."}')) == [("late", "ru")]
    assert told(texts_of("macros.tr.yaml", "- {name: Kargo, text: Paketiniz yolda.}")) == [("Kargo", "tr")]


def test_two_letters_alone_are_no_language(texts_of: Read) -> None:
    """Only beside de, en, ru or tr is an unknown code taken for a language."""
    with pytest.raises(UsageError, match="no text is found"):
        texts_of("m.yaml", "to: the whole team\nat: the end of the day\n")


def test_a_plain_and_an_html_form_are_twins(texts_of: Read) -> None:
    text = json.dumps([{"name": "x", "body_text": "All done.\n\nBye", "body_html": "<p>All done.</p><p>Bye</p>"}])
    assert [one.twin for one in texts_of("m.json", text)] == [False, True]


def test_two_records_with_the_same_words_are_no_twins(texts_of: Read) -> None:
    """Both are sent, and both have to be mended and counted."""
    assert [one.twin for one in texts_of("m.yaml", "- {name: a, text: All done.}\n- {name: b, text: All done.}\n")] == [
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"text": "<p>Tom &amp; Ada</p>"}]', "Tom & Ada"),
        ('[{"reply_html": "Tom &amp; Ada"}]', "Tom & Ada"),
        ('[{"text": "Hi,<br />Ada"}]', "Hi,\nAda"),
        ('[{"text": "Tom &amp; Ada"}]', "Tom &amp; Ada"),
        ('[{"text": "a <b and c> d"}]', "a <b and c> d"),
    ],
)
def test_html_is_told_by_its_key_or_its_looks(texts_of: Read, text: str, expected: str) -> None:
    assert words(texts_of("m.json", text)) == [expected]


def test_markup_may_be_configured(texts_of: Read) -> None:
    text = '[{"text": "Tom &amp; Ada"}]'
    assert words(texts_of("m.json", text, Reading(library=Library(markup="html")))) == ["Tom & Ada"]
    assert words(texts_of("m.json", text, Reading(markup="html"))) == ["Tom & Ada"]
    assert words(texts_of("m.json", '[{"text": "<p>x</p>"}]', Reading(library=Library(markup="plain")))) == ["<p>x</p>"]


def test_the_dialect_is_that_of_the_configuration(texts_of: Read) -> None:
    assert texts_of("m.yaml", "text: Hi {{name}}", Reading(dialect="handlebars"))[0].dialect == "handlebars"


NESTED = """\
macros:
  late:
    meta: {headline: Late parcel, tongue: de}
    lines: {first: Leider spät., note: Not for customers here.}
  thanks:
    meta: {headline: Thanks, tongue: en, off: true}
    lines: {first: Thank you.}
"""


@pytest.mark.parametrize("path", ["first", "lines.first", "macros.*.lines.first", "*.first"])
def test_a_path_names_the_texts(texts_of: Read, path: str) -> None:
    library = Library(text=(path,), name=("meta.headline",), lang=("macros.*.meta.tongue",))
    found = texts_of("m.yaml", NESTED, Reading(library=library))
    assert [(one.name, one.lang, one.text.text) for one in found] == [
        ("Late parcel", "de", "Leider spät."),
        ("Thanks", "en", "Thank you."),
    ]


def test_a_path_passes_lists_and_languages(texts_of: Read) -> None:
    text = '{"groups": [{"lines": [{"wording": {"de": "Kommt bald."}}, {"wording": {"en": "Soon."}}]}]}'
    for path in ("wording", "groups.lines.wording", "groups.*.lines.*.wording.*"):
        found = texts_of("m.json", text, Reading(library=Library(text=(path,))))
        assert [(one.lang, one.text.text) for one in found] == [("de", "Kommt bald."), ("en", "Soon.")], path


def test_a_path_of_many_stars_is_looked_for_quickly(texts_of: Read) -> None:
    """Tried in every combination, these would take years."""
    text = "[" * 150 + '{"a": "Hello there."}' + "]" * 150
    with pytest.raises(UsageError, match="no text is found"):
        texts_of("m.json", text, Reading(library=Library(text=("x" + ".*" * 60,))))


def test_a_path_does_not_match_elsewhere(texts_of: Read) -> None:
    """`first` below another key is another field."""
    text = "lines: {first: Hello there.}\nother: {first: Not a reply.}\n"
    assert words(texts_of("m.yaml", text, Reading(library=Library(text=("lines.first",))))) == ["Hello there."]


def test_a_column_is_named_as_it_is_written(texts_of: Read) -> None:
    library = Library(text=("Antwort (Text)",), name=("Titel",), active=("Aktiv",))
    found = texts_of("m.csv", "Titel;Antwort (Text);Aktiv\nStorno;Erledigt, danke.;nein\n", Reading(library=library))
    assert [(one.name, one.text.text, one.retired) for one in found] == [("Storno", "Erledigt, danke.", True)]


def test_without_a_path_for_texts_the_rest_of_the_configuration_counts(texts_of: Read) -> None:
    found = texts_of("m.yaml", "- {headline: Late, text: Kommt bald.}", Reading(library=Library(name=("headline",))))
    assert told(found) == [("Late", None)]


def test_an_export_beside_a_configured_library_is_still_read(texts_of: Read) -> None:
    """The paths are those of the team's own files."""
    text = '[{"title": "x", "content": "Done.", "content_html": "<p>Done.</p>", "folder_id": 1}]'
    found = texts_of("f.json", text, Reading(library=Library(text=("lines.first",))))
    assert [one.dialect for one in found] == ["freshdesk", "freshdesk"]


def test_a_file_without_texts_says_which_keys_it_has(texts_of: Read) -> None:
    with pytest.raises(UsageError) as caught:
        texts_of("m.yaml", "- {label: x, wording: Hello there.}\n")
    assert str(caught.value) == (
        "m.yaml: no text is found in this file\n"
        "  its keys are label, wording; name those of the texts in coach.toml, "
        'in a table [[library]] with files = ["m.yaml"], text = ["wording"]'
    )


def test_a_path_that_leads_nowhere_is_named(texts_of: Read) -> None:
    with pytest.raises(UsageError, match=r"no text is found under lines\.last"):
        texts_of("m.yaml", NESTED, Reading(library=Library(text=("lines.last",))))


@pytest.mark.parametrize("text", ["[]", "{}", "[1, 2, null]", '["some words here"]'])
def test_a_file_without_keys(texts_of: Read, text: str) -> None:
    with pytest.raises(UsageError, match="no text is found in this file\n  a text stands under a key"):
        texts_of("m.json", text)


def test_a_key_that_stands_twice_is_read_twice(texts_of: Read) -> None:
    """Parsers keep the last in silence; a text that nobody checks would be worse."""
    assert words(texts_of("m.json", '{"text": "First.", "text": "Second.", "name": "a", "name": "b"}')) == ["First.", "Second."]
    assert {one.name for one in texts_of("m.json", '{"text": "First.", "name": "a", "name": "b"}')} == {"b"}


def test_what_yaml_merges_in_is_known(texts_of: Read) -> None:
    text = "base: &base {lang: de, active: false}\nmacros:\n  - <<: *base\n    text: Kommt bald.\n"
    assert [(one.lang, one.retired) for one in texts_of("m.yaml", text)] == [("de", True)]


def test_a_text_that_yaml_shows_twice_is_read_once(texts_of: Read) -> None:
    """It stands in one place of the file, and can be mended there only."""
    assert words(texts_of("m.yaml", "a: &a {text: Hello there.}\nb: *a\n")) == ["Hello there."]


def test_several_documents_and_lines(texts_of: Read) -> None:
    assert words(texts_of("m.yaml", "text: One.\n---\ntext: Two.\n")) == ["One.", "Two."]
    assert words(texts_of("m.ndjson", '{"text": "One."}\n{"text": "Two."}\n')) == ["One.", "Two."]


def test_comments_are_no_texts(texts_of: Read) -> None:
    assert words(texts_of("m.yaml", "# text: You forgot it\ntext: Hello. # never mind\n")) == ["Hello."]
    assert words(texts_of("m.toml", '# text = "You forgot it"\ntext = "Hello." # "never" mind\n')) == ["Hello."]


def test_libraries_are_no_exports() -> None:
    assert not looks_like_export(Source("m.yaml", RECORDS, "utf-8", b""))
    assert not looks_like_export(Source("m.csv", "name,text\na,Hello.\n", "utf-8", b""))


def test_a_record_that_is_spread_wide_is_read_in_place(texts_of: Read, raw: Raw) -> None:
    text = "- name: x\n  text: |\n    Guten Tag,\n\n    leider nicht.\n"
    (found,) = texts_of("m.yaml", text)
    assert found.text.text == "Guten Tag,\n\nleider nicht.\n"
    assert raw(text, found, "Tag,\n\nleider") == "Tag,\n\n    leider"
