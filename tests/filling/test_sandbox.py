"""The sandbox: what a template may do, and that nothing else can be done in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coach.errors import CoachError, TemplateError
from coach.filling.environment import Sandbox
from coach.filling.rendering import fill, plain

Write = Callable[..., str]


@pytest.fixture
def team(tmp_path: Path) -> Write:
    """Write a template of a team: its folder."""

    def write(body: str, variables: str = "{}", name: str = "apology/own", lang: str = "en") -> str:
        path = tmp_path.joinpath(lang, *f"{name}.j2".split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: Own\nvariables: {variables}\n---\n{body}", encoding="utf-8")
        return str(tmp_path)

    return write


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}", "{{ x.y }}", "{{ x['y'] }}", "{{ range(9) }}", "{{ 'a' * 999 }}", "{{ 2 ** 99 }}",
        "{{ 'a' | center(9) }}",
        "{% set x = 1 %}", "{% macro a() %}{% endmacro %}", "{% import 'x' as y %}", "{% extends 'x' %}", "{% include x %}",
        "{% include '../../secret' %}", "{% include '/etc/passwd' %}", "{{ self.x() }}", "{% for a in [1, 2] %}{% endfor %}",
        "{% for a in x recursive %}{% endfor %}", "{{ x", "{% if x %}", "{{ x | map('upper') }}", "{{ cycler }}",
        "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}", "{% block a %}{% endblock %}",
        "{% filter upper %}x{% endfilter %}", "{% call x() %}{% endcall %}", "{% do x %}", "{{ lipsum() }}",
    ],
)  # fmt: skip
def test_what_a_template_cannot_do(template: str) -> None:
    with pytest.raises(CoachError):
        Sandbox("en", "formal", "", plain).render(template, "t.j2", {"x": ["a"]})


def test_an_error_names_the_line_of_the_file(team: Write) -> None:
    folder = team(
        "Hello\n{% if gift %}\n{{ gift | nonsense }}\n{% endif %}\n", "{gift: {type: text, example: a, required: false}}"
    )
    with pytest.raises(TemplateError) as caught:
        fill("apology/own", templates=folder)
    assert caught.value.where.endswith("own.j2:7")


def test_a_name_that_is_no_variable_is_refused_before_anything_is_rendered(team: Write) -> None:
    folder = team("Hello {{ nmae }}", "{name: {type: text, example: a}}")
    with pytest.raises(TemplateError, match="nmae") as caught:
        fill("apology/own", templates=folder, values={"name": "Ann"})
    assert caught.value.hint == "did you mean name?"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "item is missing"),
        ({"item": ""}, "item is missing"),
        ({"item": "the lamp", "itme": "x"}, "apology/own takes no 'itme'"),
        ({"item": ("a", "b")}, "item is one value, not a list"),
    ],
)
def test_values_that_are_wrong(team: Write, values: dict[str, object], message: str) -> None:
    folder = team("{{ item }}", "{item: {type: text, example: a}}")
    with pytest.raises(TemplateError) as caught:
        fill("apology/own", templates=folder, values=values)  # type: ignore[arg-type]
    assert caught.value.message.startswith(message)
    assert "takes no" in message or caught.value.where.endswith("own.j2:3")


def test_html_and_markdown_of_a_value_are_text(team: Write) -> None:
    folder = team("Hello {{ item }}\n\n* one\n", "{item: {type: text, example: a}}")
    values = {"item": "<script>alert(1)</script> **bold** [link](http://x.example)"}
    page = fill("apology/own", output_format="html", templates=folder, values=values)
    assert "<script" not in page
    assert "<strong>" not in page
    assert "<a " not in page
    assert "&lt;script&gt;" in page
    assert "<li>one</li>" in page
    assert fill("apology/own", templates=folder, values=values).startswith("Hello <script>alert(1)</script> **bold**")


def test_a_partial_that_includes_itself(team: Write) -> None:
    team('{% include "again" %}', name="partial/again")
    folder = team('{% include "again" %}')
    with pytest.raises(TemplateError, match="includes itself"):
        fill("apology/own", templates=folder)


def test_lists_and_branches(team: Write) -> None:
    variables = "{facts: {type: text, example: [a], many: true}, days: {type: number, example: 3}}"
    body = "{% for fact in facts %}\n- {{ fact }}\n{% endfor %}\n{% if days > 2 %}late{% else %}soon{% endif %}\n"
    folder = team(body, variables)
    assert fill("apology/own", templates=folder, values={"facts": ("x", "y"), "days": "3"}) == "- x\n- y\nlate\n"
    assert fill("apology/own", templates=folder, values={"facts": "x", "days": 2}) == "- x\nsoon\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no front", "no front matter"),
        ("---\ntitel: A\n---\n", "unknown key 'titel'"),
        ("---\nuse: A\n---\n", "a template needs a title"),
        ("---\ntitle: A\nvariables: {x: {type: colour, example: a}}\n---\n", "unknown type 'colour'"),
        ("---\ntitle: A\nvariables: {x: {type: text}}\n---\n", "x needs a type and an example"),
        ("---\ntitle: A\nvariables: {x: {type: choice, example: a}}\n---\n", "x: a choice has choices"),
        ("---\ntitle: A\n---\n=== polite\nHello", "=== polite does not belong here"),
        ("---\ntitle: [A\n---\n", "not valid YAML"),
    ],
)
def test_files_that_do_not_follow_the_format(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "en" / "apology" / "own.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        fill("apology/own", templates=str(tmp_path))
    assert caught.value.message.startswith(message)
    assert caught.value.where.startswith(str(path))
