"""Texts with statements: every branch comes out once, tags vanish, and every character leads back to the file."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.sources.document import Segment
from coach.sources.mapped import Builder, Mapped, plain
from coach.sources.tags import parse
from coach.sources.templates import Conditions, branched, ways


def texts(text: str, dialect: str = "") -> list[str]:
    """All the ways a text comes out."""
    segment = branched(Segment(plain(text), dialect=dialect))
    return [way.text for way in (segment.text, *segment.others)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi.{% if vip %} Thank you.{% endif %}", ["Hi. Thank you.", "Hi."]),
        ("{% if a %}1{% elsif b %}2{% elif c %}3{% else %}4{% endif %}", ["1", "2", "3", "4"]),
        ("{% unless paid %}Unpaid.{% else %}Paid.{% endunless %}", ["Unpaid.", "Paid."]),
        ("{% for x in xs %}- {{ x }}{% else %}Nothing.{% endfor %}", ["- {{ x }}", "Nothing."]),
        ("a{% for x in xs %}- {{ x }}{% endfor %}", ["a- {{ x }}"]),  # a loop comes out once
        ("{% case n %} {% when 1 %}one{% when 2, 3 %}few{% else %}many{% endcase %}", ["one", "few", "many"]),
        ("{{#if a}}1{{else if b}}2{{else}}3{{/if}}", ["1", "2", "3"]),
        ("a{{#unless a}}1{{/unless}}", ["a1", "a"]),
        ("{{#each xs}}- {{this}}{{else}}none{{/each}}", ["- {{this}}", "none"]),
        ("{{#name}}Dear {{name}}{{/name}}{{^name}}Hello{{/name}}", ["Dear {{name}}", "Hello"]),
        ("{{#bold 'x'}}really{{/bold}} so", ["really so"]),  # a helper with arguments always comes out
        ("{% trans n=3 %}one{% pluralize %}many{% endtrans %}", ["one", "many"]),
    ],
)
def test_every_branch_comes_out(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The k-th branch everywhere: as many ways as the longest statement has branches, not their product.
        (
            "{% if a %}1{% else %}2{% endif %}{% if b %}3{% else %}4{% endif %}{% if c %}5{% elif d %}6{% else %}7{% endif %}",
            ["135", "246", "137"],
        ),
        # The same condition is the same everywhere in a way: nobody is told du and Sie in one text.
        ("{% if f %}Sie{% else %}du{% endif %} {% unless f %}dich{% else %}Ihnen{% endunless %}", ["Sie Ihnen", "du dich"]),
        ("{% if l == 'de' %}Hallo{% endif %}{% if l == 'en' %}Hello{% endif %}", ["Hallo", "Hello"]),
        ("{% if l != 'de' %}Hello{% endif %}{% if l == 'de' %}Hallo{% endif %}", ["Hello", "Hallo"]),
        ("{% if a %}1{% endif %}{% if not a %}2{% endif %}", ["1", "2"]),
        # Nested branches are found, and what stands around them agrees.
        (
            "{% if a %}{% if b %}1{% else %}2{% endif %}{% else %}3{% endif %} "
            "{% if a %}4{% else %}{% if b %}5{% else %}6{% endif %}{% endif %}",
            ["1 4", "2 4", "3 5", "3 6"],
        ),
    ],
)
def test_few_ways_and_each_agrees_with_itself(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n{% if x %}\nB\n{% endif %}\nC", ["A\nB\nC", "A\nC"]),  # a line of tags vanishes with its line break
        ("A\r\n  {% if x %} {% if y %}\r\nB\r\n{% endif %}{% endif %}\r\nC", ["A\r\nB\r\nC", "A\r\nC"]),
        ("a {%- if x -%} b {%- endif %} c", ["ab c", "a c"]),  # dashes take the white space
        ("a {{~#if x~}} b {{~/if}} c", ["ab c", "a c"]),
        ("Hello {{- name -}} !", ["Hello{{- name -}}!"]),
        ("a{# no #}b{% comment %} {% if %} {{ x }} {% endcomment %}c{{! no }}d{{!-- }} --}}e", ["abcde"]),
        ("{% raw %}{{ x }} {% if %}{% endraw %}", ["{{ x }} {% if %}"]),
        ("{% assign x = 1 %}{% set y = 2 %}{% include 'z' %}{% extends 'base' %}A", ["A"]),
        ("{% block body %}A{% endblock %}{% with x=1 %}B{% endwith %}", ["AB"]),
        ("{% capture hi %}Good morning{% endcapture %}{{ hi }}, Ms Kaya", ["Good morning\n\n{{ hi }}, Ms Kaya"]),
        ("See {% url 'help' %}.", ["See {% url 'help' %}."]),  # an unknown statement may stand for words: it stays, masked
        ("{% if x %}all{% endif %}", ["all"]),  # nobody sends an empty text
    ],
)
def test_tags_leave_nothing_behind(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "dialect", "why"),
    [
        ("Dear {{ticket.requester.first_name}}, 50 % off {today}.", "", "placeholders are no statements"),
        ("Hi {%customer.firstName,fallback=there%}, thanks.", "", "a placeholder of Help Scout"),
        ("Hi {%subject%}, see {% if %}.", "helpscout", "Help Scout has no statements"),
        ("Guten Tag #{ticket.customer.firstname}, {% if %}", "zammad", "Zammad has no statements"),
        ("Set {#1} and {b: 1} and {{}}", "", "braces of prose"),
    ],
)
def test_what_is_no_statement_stays(text: str, dialect: str, why: str) -> None:
    assert texts(text, dialect) == [text], why


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a{% if x %}b", "ab"),
        ("a{% endif %}b", "ab"),
        ("a{% else %}b{% when 1 %}c", "abc"),
        ("{% if a %}x{% for i in is %}y{% endif %}z{% endfor %}", "xyz"),
        ("a{% if x", "a{% if x"),
        ("{{#if a}}b", "b"),
        ("a{% comment %}b", "a{% comment %}b"),
        ("{% if a %}" * 10_000 + "x" + "{% endif %}" * 10_000, "x"),
        ("{% if a %}" * 10_000 + "x", "x"),
        ("{%" * 10_000, "{%" * 10_000),
        ("{{!--" * 10_000, "{{!--" * 10_000),
    ],
    ids=["unended", "unbegun", "stray", "crossed", "unclosed", "braces", "comment", "deep", "deep-unended", "tags", "comments"],
)
def test_broken_statements_never_stop_the_text(text: str, first: str) -> None:
    assert texts(text)[0] == first


def test_many_branches_are_read_up_to_a_limit() -> None:
    text = "{% case n %}" + "".join(f"{{% when {n} %}}No {n}." for n in range(500)) + "{% endcase %}"
    assert texts(text) == [f"No {n}." for n in range(200)]


def test_a_way_leads_back_to_the_file() -> None:
    text = "<p>{% if vip %}Thank you{% else %}Thanks{% endif %} all</p>"
    outer = Builder()
    outer.mark("", 0, 3)
    outer.keep(text, 3, len(text) - 4)
    outer.mark("", len(text) - 4, len(text))
    segment = branched(Segment(outer.built()))
    assert [way.text for way in (segment.text, *segment.others)] == ["Thank you all", "Thanks all"]
    other = segment.others[0]
    assert text[slice(*other.span(0, 6))] == "Thanks"
    assert text[slice(*other.span(7, 10))] == "all"
    assert other.is_prose(0, 6)
    assert not other.is_prose(0, 10)  # a tag stands between the words, and would be lost


def test_conditions_around_an_offset() -> None:
    text = "a{% if x == 1 %}b{% else %}{% for i in is %}c{% endfor %}{% endif %}d"
    conditions = Conditions(text)
    assert [list(conditions.at(text.index(letter + following))) for letter, following in ("a{", "b{", "c{")] == [
        [],
        ["x == 1\n"],
        ["i in is", "x == 1\n"],
    ]
    assert list(conditions.at(len(text) - 1)) == []


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("{% if a %}x", ["{% if a %} is never ended: {% endif %} is missing"]),
        ("{{#each a}}x", ["{{#each a}} is never ended: {{/each}} is missing"]),
        ("x{% endfor %}", ["{% endfor %} ends nothing that was begun"]),
        ("{% else %}", ["{% else %} stands outside of what it divides"]),
        ("{% if a %}{% when 1 %}{% endif %}", ["{% when 1 %} stands outside of what it divides"]),
        ("{% if a %}" * 41 + "{% endif %}" * 41, ["{% if a %} stands in more than 40 others"]),
        ("{% if a %}x{% else %}y{% endif %}{% for i in is %}{% empty %}{% endfor %}", []),
        ("{% comment %}{% if %}{% endcomment %}{% raw %}{% endif %}{% endraw %}", []),  # no statements in there
        ("{% foo %}a{% endfoo %} {% url 'x' %}", []),  # a team may have statements of its own
    ],
)
def test_problems_of_statements(text: str, problems: list[str]) -> None:
    assert [problem.message for problem in parse(text).problems] == problems


PIECES = ["{% if a %}", "{% else %}", "{% endif %}", "{% for i in x %}", "{% endfor %}", "{{#b}}", "{{/b}}", "{{^}}", "{{ n }}"]
PIECES += [
    "{%- unless b -%}",
    "{% endunless %}",
    "{% case c %}",
    "{% when 1 %}",
    "{% endcase %}",
    "{# x #}",
    "{% raw %}",
    "{% endraw %}",
]


@given(st.lists(st.sampled_from([*PIECES, "word ", "\n", " ", "{%", "%}", "{{", "é"]), max_size=30))
def test_any_text_comes_out_and_leads_back(parts: list[str]) -> None:
    text = "".join(parts)
    for way in ways(text):
        for run in way.runs:
            if run.kind == 0:
                assert way.text[run.start : run.start + run.length] == text[run.origin : run.origin + run.width]
        assert [run.origin for run in way.runs] == sorted(run.origin for run in way.runs)
    assert all(isinstance(way, Mapped) for way in ways(text))


def test_jinja_is_never_imported_for_it() -> None:
    code = (
        "import sys; from coach.sources.templates import branched; from coach.sources.document import Segment; "
        "from coach.sources.mapped import plain; branched(Segment(plain('{% if a %}b{% endif %}'))); "
        "print('jinja2' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_long_text_is_read_in_fewer_ways() -> None:
    branches = "".join(f"{{% elif b{number} %}}You forgot {number}." for number in range(300))
    short = "{% if a %}x" + branches + "{% endif %}"
    assert len(ways(short)) == 200
    assert len(ways(short + "Hello there. " * 100_000)) == 3
