"""`--add-ignore`: the comment that each kind of file gets, and that it does what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.checking.adding import comments_to_add, takes_comments, with_lines
from coach.checking.comments import parse
from coach.checking.record import Checked
from coach.checking.suppressions import apply
from coach.errors import UsageError
from coach.model import Finding, Report

RULES = {"can't": "negative/cannot", "forgot": "blame/forgot", "unable": "negative/unable"}


def find(text: str, name: str) -> list[Finding]:
    bare = text
    for one in parse(text, name):
        bare = bare[: one.start] + "." * (one.end - one.start) + bare[one.end :]
    return [
        Finding(rule, rule.split("/")[0], "warning", at, at + len(word), word, "Why.")
        for at in range(len(bare))
        for word, rule in RULES.items()
        if bare.startswith(word, at)
    ]


def checked(text: str, name: str, found: list[Finding] | None = None) -> Checked:
    return Checked(name, text, Report(tuple(find(text, name) if found is None else found), "en"))


def left(text: str, name: str) -> tuple[list[Finding], list[Finding]]:
    """What is shown of a text, and the remarks on its comments."""
    known = {*RULES.values(), "suppression/unused", "suppression/malformed", "suppression/blanket"}
    result = apply(find(text, name), parse(text, name), text, name, known_rules=known, selected=lambda rule: True)
    return result.shown, result.remarks


def added(text: str, name: str, reason: str = "") -> str:
    return with_lines(text, comments_to_add(checked(text, name), name, reason))


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "We can't.\nBye", "We can't. <!-- coach: ignore[negative/cannot] why -->\nBye"),
        ("a.md", "We can't.  \nBye", "We can't. <!-- coach: ignore[negative/cannot] why -->  \nBye"),  # still a hard break
        ("a.md", "We can't.\\\nBye", "We can't. <!-- coach: ignore[negative/cannot] why -->\\\nBye"),
        ("a.html", "<p>We can't.</p>\r\n", "<p>We can't.</p> <!-- coach: ignore[negative/cannot] why -->\r\n"),
        ("a.j2", "  We can't.\nBye", "  {# coach: ignore[negative/cannot] why #}We can't.\nBye"),
        ("a.md.j2", "{% if x %}can't{% endif %}", "{# coach: ignore[negative/cannot] why #}{% if x %}can't{% endif %}"),
        ("a.liquid", "We can't.", "{% comment %}coach: ignore[negative/cannot] why{% endcomment %}We can't."),
        ("a.hbs", "We can't.", "{{!-- coach: ignore[negative/cannot] why --}}We can't."),
        ("a.yaml", "a: We can't.\nb: 1\n", "a: We can't.  # coach: ignore[negative/cannot] why\nb: 1\n"),
        ("a.yaml", "a: can't  # note\n", "a: can't  # note  # coach: ignore[negative/cannot] why\n"),
        ("a.yml", "a: |-\n  Hi\n  can't\n", "a: |-  # coach: ignore[negative/cannot] why\n  Hi\n  can't\n"),
        ("a.yml", 'a: "can\'t\n  do"\n', 'a: "can\'t\n  do"  # coach: ignore[negative/cannot] why\n'),
        ("a.yml", "a: can't\n  do\nb: 1", "a: can't\n  do  # coach: ignore[negative/cannot] why\nb: 1"),
        ("a.toml", 'a = """\nHi\ncan\'t\n"""\n', 'a = """\nHi\ncan\'t\n"""  # coach: ignore[negative/cannot] why\n'),
    ],
)
def test_the_comment_of_each_kind_of_file(name: str, before: str, after: str) -> None:
    assert added(before, name, "why") == after
    assert left(after, name) == ([], [])


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.tsv", "a.txt", "a.eml", "<stdin>"])
def test_where_customers_would_get_it_no_comment_is_written(name: str) -> None:
    assert not takes_comments(name)
    assert comments_to_add(checked("We can't.", name), name) == []


def test_one_comment_a_line_with_every_rule_once() -> None:
    text = "We can't, can't, you forgot.\nunable"
    assert comments_to_add(checked(text, "a.md"), "a.md") == [
        (1, "We can't, can't, you forgot. <!-- coach: ignore[blame/forgot, negative/cannot] -->"),
        (2, "unable <!-- coach: ignore[negative/unable] -->"),
    ]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "can't forgot <!-- coach: ignore[{}] why -->", "negative/cannot|negative/cannot, blame/forgot"),
        ("a.md", "<!-- coach: ignore-next-line[{}] why -->\ncan't forgot", "negative|negative, blame/forgot"),
        ("a.yaml", "# coach: ignore-next-line[{}] why\na: |\n  can't\n  forgot\n", "negative|negative, blame/forgot"),
        ("a.j2", "{{# coach: ignore[{}] why #}}can't forgot", 'negative: "can\'t"|negative: "can\'t", blame/forgot'),
    ],
)
def test_rules_join_the_comment_that_is_there(name: str, before: str, after: str) -> None:
    own, joined = after.split("|")
    template = before.replace("{{#", "{#").replace("#}}", "#}")
    text = template.replace("{}", own)
    shown, _ = left(text, name)
    changed = with_lines(text, comments_to_add(checked(text, name, shown), name, "another"))
    assert changed == template.replace("{}", joined)
    assert left(changed, name) == ([], [])


def test_a_comment_without_rules_is_not_added_to() -> None:
    text = "can't <!-- coach: disable --> <!-- coach: ignore[ -->"
    assert comments_to_add(checked(text, "a.md"), "a.md") == [(1, f"{text} <!-- coach: ignore[negative/cannot] -->")]


def test_never_into_a_body_of_a_data_file() -> None:
    text = "a: |\n  can't <!-- coach: ignore[blame] -->\n"
    assert comments_to_add(checked(text, "a.yaml"), "a.yaml") == [(1, "a: |  # coach: ignore[negative/cannot]")]


def test_never_into_a_tag() -> None:
    assert added("<p>can't <a\nhref='x'>go</a></p>", "a.html") == (
        "<p>can't  <!-- coach: ignore[negative/cannot] --><a\nhref='x'>go</a></p>".replace("  ", " ", 1)
    )
    inside = "<img\nalt=\"can't\n\" src='x'>"
    assert added(inside, "a.html") == inside  # nowhere on that line can a comment stand


def test_never_into_the_braces_of_a_template() -> None:
    assert added("{% if a\n  and b %}can't{% endif %}", "a.j2") == (
        "{% if a\n  and b %}{# coach: ignore[negative/cannot] #}can't{% endif %}"
    )


def test_never_into_front_matter() -> None:
    text = "---\ntitle: can't\n---\ncan't\n"
    assert added(text, "a.j2") == "---\ntitle: can't\n---\n{# coach: ignore[negative/cannot] #}can't\n"


def test_what_is_missing_is_silenced_at_the_first_words() -> None:
    missing = Finding("reply/no-next-step", "reply", "hint", 0, 0, "", "Why.")
    assert comments_to_add(checked("\n\nHello\nBye", "a.md", [missing]), "a.md") == [
        (3, "Hello <!-- coach: ignore[reply/no-next-step] -->")
    ]
    assert comments_to_add(checked("", "a.md", [missing]), "a.md") == [(1, "<!-- coach: ignore[reply/no-next-step] -->")]


def test_remarks_on_comments_get_no_comment() -> None:
    remark = Finding("suppression/unused", "suppression", "warning", 0, 5, "Hello", "Why.")
    assert comments_to_add(checked("Hello", "a.md", [remark]), "a.md") == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.md", "because -->"),
        ("a.j2", "so #} there"),
        ("a.hbs", "x --}}"),
        ("a.liquid", "{% endcomment %}"),
        ("a.yaml", "a\nb: 1"),
    ],
)
def test_a_reason_must_not_end_the_comment(name: str, reason: str) -> None:
    with pytest.raises(UsageError, match="the reason would end the comment"):
        comments_to_add(checked("can't", name), name, reason)


WORDS = st.sampled_from(["We can't. ", "You forgot. ", "unable ", "Hello ", "<b>x</b> ", "\n", "\r\n", "\n\n", "a  ", "{{ x }} "])


@given(st.lists(WORDS, max_size=12), st.sampled_from(["a.md", "a.html", "a.j2", "a.liquid", "a.hbs"]))
def test_what_was_added_silences_everything_and_changes_nothing_else(pieces: list[str], name: str) -> None:
    text = "".join(pieces)
    changed = added(text, name)
    assert left(changed, name) == ([], [])
    assert text.count("\n") == changed.count("\n")
    for comment in reversed(parse(changed, name)):
        begin = comment.start - (changed[comment.start - 1] == " " and name in ("a.md", "a.html") and comment.start > 0)
        changed = changed[:begin] + changed[comment.end :]
    assert changed == text  # nothing else was touched


@given(
    st.lists(st.sampled_from(["We can't", "you forgot", "Hello", "", "it's # no"]), min_size=1, max_size=5),
    st.sampled_from("|>\"' "),
)
def test_what_was_added_to_yaml_silences_everything(lines: list[str], style: str) -> None:
    if style in "|>":
        value = f"{style}\n" + "".join(f"    {line}\n" for line in lines)
    elif style == " ":
        value = "\n".join(line.replace(" #", "") or "x" for line in lines).replace("\n", "\n    ") + "\n"
    else:
        value = style + "\n    ".join(line.replace("'", "''") if style == "'" else line for line in lines) + style + "\n"
    text = f"- title: one\n  body: {value}\n  # a note\n- title: can't\n"
    changed = added(text, "a.yaml", "why")
    assert left(changed, "a.yaml") == ([], [])
