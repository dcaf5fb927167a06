"""Placeholders and statements that a help desk cannot read, and names that nobody fills."""

from __future__ import annotations

import pytest

from coach.checking.placeholders import findings
from coach.model import Finding
from coach.sources.document import Reading, Segment
from coach.sources.mapped import Builder, plain


def found(text: str, dialect: str = "", known: tuple[str, ...] = ()) -> list[Finding]:
    return findings(Segment(plain(text), dialect=dialect), Reading(placeholders=known))


@pytest.mark.parametrize(
    ("text", "words", "message", "better"),
    [
        ("Hi {{name}, ok", "{{name}", "is closed by one brace instead of two", "{{name}}"),
        ("Hallo {name}}, gut", "{name}}", "is opened by one brace instead of two", "{{name}}"),
        ("Merhaba {{ }}!", "{{ }}", "holds no name", ""),
        ("Hi {{ticket..name}}", "{{ticket..name}}", "has a dot without a name beside it", ""),
        ("Hi {{ticket.name.}}", "{{ticket.name.}}", "has a dot without a name beside it", ""),
        ("Здравствуйте, {{имя.клиента", "{{имя.клиента", "is never closed: }} is missing", "{{имя.клиента}}"),
        ("Hi {{first_name, your {{order.id}} is here", "{{first_name", "is never closed: }} is missing", "{{first_name}}"),
        ("Hi ticket.requester.name}}!", "ticket.requester.name}}", "is never opened: {{ is missing", "{{ticket.requester.name}}"),
        ("Hi {{{name}}!", "{{{name}}", "has more braces on one side than on the other", ""),
        ("Hi {{name | }}", "{{name | }}", "has a | without a name beside it", ""),
        ("Hi {{ | upcase }}", "{{ | upcase }}", "has a | without a name beside it", ""),
        ("Hi {{name | default: “you”}}", "{{name | default: “you”}}", "has curly quotation marks", ""),
        ('Hi {{name | default: "you}}', '{{name | default: "you}}', "has a quotation mark that is never closed", ""),
        ("Hi {{orders[0.id}}", "{{orders[0.id}}", "has a bracket without its counterpart", ""),
        ("Guten Tag #{ticket.customer", "#{ticket.customer", "is never closed: } is missing", "#{ticket.customer}"),
        ("Hi {{ticket.<b>id</b>}}", "{{ticket.<b>id</b>}}", "has formatting inside", ""),
        ("Hi {{na<span style=x>me}}</span>", "{{na<span style=x>me}}", "has formatting inside", ""),
        ("{% if vip %}Thanks", "{% if vip %}", "is never ended: {% endif %} is missing", ""),
        ("Thanks{% endif %}", "{% endif %}", "ends nothing that was begun", ""),
        ("{% if vip", "{% if vip", "is never closed: %} is missing", ""),
        ("{{#if vip}}Thanks", "{{#if vip}}", "is never ended: {{/if}} is missing", ""),
        ("{% if a %}1{% esle %}2{% endif %}", "{% esle %}", "did you mean else?", "{% else %}"),
    ],
)
def test_what_cannot_be_read(text: str, words: str, message: str, better: str) -> None:
    (one,) = found(text)
    assert (one.rule, one.category, one.severity) == ("macro/malformed-placeholder", "macro", "error")
    assert one.text == words == text[one.start : one.end]
    assert message in one.message
    assert [(suggestion.text, suggestion.safe) for suggestion in one.suggestions] == ([(better, False)] if better else [])


@pytest.mark.parametrize(
    ("text", "dialect", "why"),
    [
        ("50 % { off, use { and } or {} :-} {-: ;}", "", "lone braces and smileys of prose"),
        ('Send {"a": {"b": 1}} or {"x":{"y":[1]}}.', "", "data"),
        ("x^{2}} \\frac{a}{b}} {x | x > 0}", "", "formulas"),
        ("```\n{{ }} {{a.b} {% if\n```\nand `{{name}` too", "", "code shows how it is done"),
        ("{% raw %}{{ }}{{a.b}{% endraw %}{# {{ }} #}{% comment %}{{ }}{% endcomment %}", "", "not filled there"),
        ("Type {{ to see the list.", "", "prose about braces"),
        ("Hi {{name}} {{{a}}} #{a.b} %{c} ${d} %(e)s [[f]] <<g>> #NAME#", "", "well formed"),
        ("{{ name | default: 'there' }} {{ a['b'] }} {{ .Name }} {{ 'x' | upcase }}", "", "well formed"),
        ("{{ text | replace: '{', '' }}", "", "a brace in quotation marks"),
        ("{{ a < b }} {{ text | replace: '<br>', '' }} {{ name or '<i>you</i>' }}", "", "a sign, and tags in quotation marks"),
        ("{% if a %}1{% elsif b %}2{% elif c %}3{% endif %}", "", "it is not known which language this is"),
        ("{% load i18n %}{% url 'x' %}{% mine %}", "", "statements of an unknown language"),
        ("Hi {%customer.firstName,fallback=there%}", "helpscout", "Help Scout writes them so"),
        ("{{#each items}}{{.}} {{../name}} {{../../order.id}}{{/each}}", "handlebars", "the item, and what is around"),
        ("{{#each items}}{{this}}{{/each}}{{^none}}a{{/none}}", "handlebars", "well formed"),
        ("Ваш номер {{номер_заказа}}, спасибо!", "", "well formed"),
    ],
)
def test_what_can_be_read(text: str, dialect: str, why: str) -> None:
    assert found(text, dialect) == [], why


@pytest.mark.parametrize(
    ("text", "dialect", "message"),
    [
        ("{% if a %}1{% elif b %}2{% endif %}", "zendesk", "elif is not known here; it is written {% elsif b %}"),
        ("{% if a %}1{% elseif b %}2{% endif %}", "jinja", "elseif is not known here; it is written {% elif b %}"),
        (
            "{% if a %}1{% else if b %}2{% endif %}",
            "liquid",
            "the condition behind else is not read; it is written {% elsif b %}",
        ),
        ("{% frobnicate %}", "zendesk", "there is no statement frobnicate; it is not read"),
        ("{% inclde 'x' %}", "liquid", "there is no statement inclde; did you mean include?"),
        ("Hi\r\n{% if a == %}1{% endif %}", "jinja", "Jinja cannot read this: unexpected 'end of statement block'"),
        ("{{ticket.requester.first name}}", "zendesk", "{{ticket.requester.first name}} has a space in its name"),
    ],
)
def test_what_one_language_does_not_know(text: str, dialect: str, message: str) -> None:
    assert [one.message for one in found(text, dialect)] == [message]


def test_formatting_inside_a_placeholder() -> None:
    """Half of a name in bold: the help desk sees the tags, the reader of the macro does not."""
    file = "Hi {{ticket.<b>id</b>}}!"
    made = Builder()
    made.keep(file, 0, 12)
    made.mark("", 12, 15)
    made.keep(file, 15, 17)
    made.mark("", 17, 21)
    made.keep(file, 21, len(file))
    segment = Segment(made.built())
    (one,) = findings(segment, Reading())
    assert one.message == "{{ticket.id}} has formatting inside, which the help desk takes for a part of the name"
    assert file[slice(*segment.text.span(one.start, one.end))] == "{{ticket.<b>id</b>}}"


def test_the_target_of_a_link_is_no_formatting() -> None:
    """A reader tells the target behind the words of a link: markup of the file, and whole."""
    made = Builder()
    made.keep("[Your ticket]({{ticket.url}}) is open.", 1, 12)
    made.mark(" ({{ticket.url}})", 12, 29)
    made.keep("[Your ticket]({{ticket.url}}) is open.", 29, 38)
    segment = Segment(made.built())
    assert "({{ticket.url}})" in segment.text.text
    assert findings(segment, Reading()) == []


def test_too_many_ways_are_told() -> None:
    text = "{% case n %}" + "".join(f"{{% when {n} %}}No {n}." for n in range(300)) + "{% endcase %}"
    (one,) = found(text)
    assert one.text == "No 200."
    assert one.message == "this text comes out in more than 200 ways; what stands here was not judged"


@pytest.mark.parametrize(
    ("text", "dialect", "hint", "better"),
    [
        (
            "{{ticket.requestor.first_name}}",
            "zendesk",
            "did you mean ticket.requester.first_name?",
            "{{ticket.requester.first_name}}",
        ),
        ("{{ticket.titel}}", "zendesk", "did you mean ticket.title?", "{{ticket.title}}"),
        ("{{Ticket.id}}", "zendesk", "did you mean ticket.id?", "{{ticket.id}}"),
        (
            "{{ticket.requester.first_name}}",
            "freshdesk",
            "did you mean ticket.requester.firstname?",
            "{{ticket.requester.firstname}}",
        ),
        ("{{customer.name}}", "gorgias", "did you mean ticket.customer.name?", "{{ticket.customer.name}}"),
        (
            "{%customer.firstname,fallback=du%}",
            "helpscout",
            "did you mean customer.firstName?",
            "{%customer.firstName,fallback=du%}",
        ),
        ("#{tiket.id}", "zammad", "did you mean ticket.id?", "#{ticket.id}"),
        ("{{recipient.firstname}}", "front", "did you mean recipient.first_name?", "{{recipient.first_name}}"),
        ("{{zzz}}", "gorgias", "known are current_user, ticket", ""),
    ],
)
def test_what_nobody_fills(text: str, dialect: str, hint: str, better: str) -> None:
    (one,) = found(f"Hi {text}!", dialect)
    assert (one.rule, one.severity, one.text) == ("macro/unknown-placeholder", "warning", text)
    assert one.message.startswith(f"{text} is no placeholder of ")
    assert one.message.endswith(hint)
    assert [(suggestion.text, suggestion.safe) for suggestion in one.suggestions] == ([(better, False)] if better else [])


@pytest.mark.parametrize(
    ("text", "dialect", "why"),
    [
        ("{{ticket.id}} {{current_user.first_name}} {{dc.greeting}} {{satisfaction.rating_url}}", "zendesk", "documented"),
        ("{{ticket.ticket_field_360001}} {{ticket.requester.custom_fields.tier}}", "zendesk", "fields of the team's own"),
        ("{% for comment in ticket.comments %}{{comment.value}}{% endfor %}", "zendesk", "named by the text itself"),
        ("{% assign hi = 'Hello' %}{{hi}} {{forloop.index}}", "zendesk", "named by the text, or by Liquid"),
        ("{{ticket.cf_shoe_size}} {{helpdesk_name}}", "freshdesk", "fields of the team's own"),
        ("{{ticket.customer.integrations.shopify.orders[0].name}}", "gorgias", "fields of an integration"),
        ("{{order.id}} {{recipient.tier}}", "front", "objects of the team's own"),
        ("{{ first_name | fallback:'there' }} {{anything}}", "intercom", "attributes are the team's own"),
        ("{{anything}} %{at} #{all}", "", "nobody said which are known"),
        ("`{{tiket.id}}`", "zendesk", "code"),
    ],
)
def test_what_may_be_filled(text: str, dialect: str, why: str) -> None:
    assert found(text, dialect) == [], why


def test_the_known_placeholders_of_a_team() -> None:
    known = ("order.*", "kunde.name")
    assert found("{{order.id}} #{order.total.gross} {{kunde.name | upcase}}", "", known) == []
    assert [one.message for one in found("{{kunden.name}} {{ticket.id}}", "zendesk", known)] == [
        "{{kunden.name}} is not among the known placeholders; did you mean kunde.name?",
        "{{ticket.id}} is not among the known placeholders; known are order.*, kunde.name",
    ]
    # Within a block of Handlebars names are those of a part of the values.
    assert found("{{#each order.items}}{{title}}{{#each parts}}{{no}}{{/each}}{{/each}}", "handlebars", known) == []
    assert [one.text for one in found("{{#each order.items}}{{title}}{{/each}}{{total}}", "handlebars", known)] == ["{{total}}"]


def test_a_placeholder_is_told_once() -> None:
    assert [one.rule for one in found("{{tiket..id}}", "zendesk")] == ["macro/malformed-placeholder"]


def test_the_dialect_of_the_settings() -> None:
    segment = Segment(plain("{{tiket.id}}"))
    assert [one.rule for one in findings(segment, Reading(dialect="zendesk"))] == ["macro/unknown-placeholder"]


def test_broken_texts_are_read_to_the_end() -> None:
    texts = [
        "{{ab" * 5_000,
        "{%" * 5_000,
        "#{ab " * 5_000,
        "{% if a %}" * 3_000,
        "{{ab." * 5_000,
        "{{ab" + ".cd" * 20_000 + " }}",
    ]
    assert all(isinstance(one, Finding) for text in texts for dialect in ("", "jinja", "zendesk") for one in found(text, dialect))


def test_a_branch_at_the_very_end_of_a_text_that_is_too_long_to_read_whole() -> None:
    text = "{% if %}" * 12_500
    found = findings(Segment(plain(text)), Reading())
    assert max(one.end for one in found) == len(text)
