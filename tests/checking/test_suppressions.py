"""Comments that keep coach silent: every form, how far each reaches, and what there is to say of those that do nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.checking.comments import Directive, parse
from coach.checking.suppressions import Silenced, apply
from coach.model import Finding
from coach.rules.table import CONCEPTS

CANNOT, UNABLE, FORGOT, GREETING = "negative/cannot", "negative/unable", "blame/forgot", "reply/no-acknowledgement"
RULES = {CANNOT, UNABLE, FORGOT, GREETING, *(rule for rule in CONCEPTS if rule.startswith("suppression/"))}


def everything(rule: str) -> bool:
    return True


def find(text: str, name: str = "a.md") -> list[Finding]:
    """A finding wherever a text says "can't", "unable" or "forgot", comments apart."""
    rules = {"can't": CANNOT, "unable": UNABLE, "forgot": FORGOT}
    bare = text
    for one in parse(text, name):
        bare = bare[: one.start] + "." * (one.end - one.start) + bare[one.end :]
    return [
        Finding(rule, rule.split("/")[0], "warning", at, at + len(word), word, "Why.")
        for at in range(len(bare))
        for word, rule in rules.items()
        if bare.startswith(word, at)
    ]


def silence(text: str, name: str = "a.md", findings: list[Finding] | None = None, **given: object) -> Silenced:
    options: dict[str, object] = {"known_rules": RULES, "selected": everything, **given}
    own = find(text, name) if findings is None else findings
    return apply(own, parse(text, name), text, name, **options)  # type: ignore[arg-type]


def shown(text: str, name: str = "a.md") -> list[str]:
    return [one.text for one in silence(text, name).shown]


def remarks(text: str, name: str = "a.md", **given: object) -> list[tuple[str, str, str]]:
    return [(one.rule.split("/")[1], one.text, one.message) for one in silence(text, name, **given).remarks]


# forms


FORMS = {
    "a.md": "<!-- coach: {} -->",
    "a.html": "<!--coach:{}-->",
    "a.j2": "{{# coach: {} #}}",
    "b.j2": "{{#- coach: {} -#}}",
    "a.liquid": "{{% comment %}}coach: {}{{% endcomment %}}",
    "b.liquid": "{{%- comment -%}} coach: {} {{%- endcomment -%}}",
    "c.liquid": "{{% # coach: {} %}}",
    "a.hbs": "{{{{!-- coach: {} --}}}}",
    "b.hbs": "{{{{! coach: {} }}}}",
    "c.hbs": "{{{{~!-- coach: {} --~}}}}",
    "a.txt": "<!-- Coach: {} -->",
    "<stdin>": "<!--\ncoach: {}\n-->",
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_comment(name: str) -> None:
    comment = FORMS[name].format("ignore[negative/cannot] the name of a song")
    text = f"We can't. {comment}\nWe can't."
    (one,) = parse(text, name)
    assert (one.verb, [rule.rule for rule in one.rules], one.reason) == ("ignore", [CANNOT], "the name of a song")
    assert text[one.start : one.end] == comment
    assert text[one.rules[0].start : one.rules[0].end] == CANNOT
    result = silence(text, name)
    assert [(one.start, one.origin.suppressed_by, one.origin.reason) for one in result.suppressed] == [
        (3, "inline", "the name of a song")
    ]
    assert len(result.shown) == 1
    assert result.remarks == []


@pytest.mark.parametrize(
    "text",
    [
        "We can't.",
        "Your coach: ignore[negative/cannot]",
        "<!-- our coach: ignore[negative/cannot] -->",
        "// coach: ignore[negative/cannot]",
        "# coach: ignore[negative/cannot]",  # a heading of Markdown
        "[coach]: # (ignore)",
        "`<!-- coach: ignore[negative/cannot] -->`",  # shown, not meant
        "```html\n<!-- coach: ignore[negative/cannot] -->\n```",
    ],
)
def test_what_is_no_comment_to_coach(text: str) -> None:
    assert parse(text, "a.md") == ()


def test_code_is_code_in_markdown_only() -> None:
    assert len(parse("`<!-- coach: ignore[negative/cannot] -->`", "a.html")) == 1


YAML = """\
title: Delay  # coach: ignore[negative/cannot] one
body: "We can't # coach: ignore[blame/forgot]"
plain: text#coach:ignore[blame/forgot]
block: |  # coach: ignore[negative/unable] two
  # coach: ignore[blame/forgot]
  Hello
# coach: ignore-next-line[negative] three
more: 'it''s # coach: ignore[blame/forgot]'
"""


def test_yaml_comments_are_those_of_yaml() -> None:
    assert [one.reason for one in parse(YAML, "a.yaml")] == ["one", "two", "three"]
    assert [one.reason for one in parse(YAML.replace("\n", "\r\n"), "a.yml")] == ["one", "two", "three"]
    assert parse('a: "\n# coach: ignore[blame]\n', "a.yaml") == ()  # damaged: its reader says so


TOML = '''\
title = "Delay"  # coach: ignore[negative/cannot] one
body = "We can't # coach: ignore[blame/forgot]"
path = 'C:\\' # coach: ignore[blame/forgot] two
block = """
it's # coach: ignore[blame/forgot]
"""  # coach: ignore[negative/unable] three
# it's "fine
# coach: ignore-next-line[negative] four
'''


def test_toml_comments_are_those_of_toml() -> None:
    assert [one.reason for one in parse(TOML, "a.toml")] == ["one", "two", "three", "four"]


BLOCKS = """\
a: |  # coach: ignore[negative]
  We can't

  or can't
b: |
  We can't
c: "We can't
  can't"  # coach: ignore[negative]
"""


def test_a_value_of_several_lines_is_one_line() -> None:
    assert [one.start for one in silence(BLOCKS, "a.yaml").shown] == [BLOCKS.index("can't", BLOCKS.index("b:"))]
    below = "# coach: ignore-next-line[negative]\na: >\n  We can't\n  can't\nb: can't\n"
    assert [one.start for one in silence(below, "a.yaml").shown] == [below.rindex("can't")]
    toml = 'a = """\nWe can\'t\ncan\'t\n""" # coach: ignore[negative]\nb = "can\'t"\n'
    assert [one.start for one in silence(toml, "a.toml").shown] == [toml.rindex("can't")]


def test_a_comment_in_a_body_of_yaml_is_about_its_own_line() -> None:
    text = "a: |  # note\n  We can't <!-- coach: ignore[negative] -->\n  can't\n# coach: file-ignore[blame]\n"
    assert [one.start for one in silence(text, "a.yaml").shown] == [text.rindex("can't")]


def test_in_json_a_comment_can_only_be_in_a_body() -> None:
    body = '<p>We can\'t go wrong.</p> <!-- coach: ignore[negative/cannot: "can\'t go wrong"] a "name" -->'
    for text in (json.dumps({"b": body}, indent=1), json.dumps({"b": body}).replace("<", "\\u003c").replace(">", "\\u003E")):
        (one,) = parse(text, "a.json")
        assert (one.rules[0].words, one.reason) == ("can't go wrong", 'a "name"')
        assert text[one.rules[0].start : one.rules[0].end] == CANNOT
        assert silence(text, "a.json", [find(text, "a.json")[0]]).shown == []


def test_escaped_slashes_of_json() -> None:
    text = '{"b": "We can\'t <!-- coach: ignore[negative\\/cannot, blame\\/forgt] -->"}'
    assert silence(text, "a.json").shown == []
    assert [(rule, words) for rule, words, _ in remarks(text, "a.json")] == [("unknown-rule", "blame\\/forgt")]


def test_an_unclosed_comment_of_json_does_not_reach_the_next_body() -> None:
    text = '{"a": "We can\'t <!-- coach: ignore[negative]",\n"b": "can\'t -->"}'
    assert shown(text, "a.json") == ["can't", "can't"]
    assert [rule for rule, _, _ in remarks(text, "a.json")] == ["malformed"]


def test_doubled_quotation_marks_of_csv() -> None:
    text = 'title,body\nx,"We can\'t <!-- coach: ignore[negative/cannot: ""can\'t""] -->"\n'
    assert shown(text, "a.csv") == []


# rules and words


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ("ignore[negative/cannot]", [(CANNOT, "")]),
        ("ignore[negative]", [("negative", "")]),
        ("Ignore [ negative/cannot , blame ]", [(CANNOT, ""), ("blame", "")]),
        ("ignore[negative/cannot,]", [(CANNOT, "")]),
        ("ignore", []),
        ("ignore because of the lawyers", []),
        ('ignore[negative/cannot: "can\'t go wrong"]', [(CANNOT, "can't go wrong")]),
        ("ignore[negative/cannot: “can’t go wrong”, blame]", [(CANNOT, "can’t go wrong"), ("blame", "")]),
        ("ignore[negative/cannot: 'can't, or [won't]']", [(CANNOT, "can't, or [won't]")]),
        ("ignore[negative: „geht nicht“, blame: «нет»]", [("negative", "geht nicht"), ("blame", "нет")]),
    ],
)
def test_what_comments_name(said: str, rules: list[tuple[str, str]]) -> None:
    (one,) = parse(f"<!-- coach: {said} -->", "a.md")
    assert (one.problem, [(named.rule, named.words) for named in one.rules]) == ("", rules)


@pytest.mark.parametrize(
    ("said", "problem", "hint"),
    [
        ("", "it says nothing to do", "say one of ignore, ignore-next-line, disable, enable, file-ignore"),
        ("ignroe[blame]", "unknown verb 'ignroe'", "did you mean ignore?"),
        ("ignore-file[blame]", "unknown verb 'ignore-file'", "did you mean file-ignore?"),
        ("Anna, please read this", "unknown verb 'anna'", "say one of ignore, ignore-next-line, disable, enable, file-ignore"),
        ("ignore[blame", "the bracket is not closed", "write ] behind the rules"),
        ("ignore[]", "its brackets are empty", "name the rules: ignore[negative/cannot]"),
        ("ignore blame/forgot", "rules stand in square brackets", "write ignore[blame/forgot]"),
        ("ignore: blame/forgot", "rules stand in square brackets", "write ignore[blame/forgot]"),
        ("ignore(blame)", "rules stand in square brackets", "write ignore[negative/cannot]"),
        (
            "ignore[negative/cannot: can't go]",
            'cannot read "negative/cannot: can\'t go]"',
            'write ignore[negative/cannot, blame], or with the words it is about ignore[negative/cannot: "can\'t go wrong"]',
        ),
    ],
)
def test_what_cannot_be_understood(said: str, problem: str, hint: str) -> None:
    text = f"We can't. <!-- coach: {said} -->"
    result = silence(text)
    assert [one.text for one in result.shown] == ["can't"]  # a comment nobody understands silences nothing
    (one,) = result.remarks
    assert (one.rule, one.severity, one.text) == ("suppression/malformed", "error", text[10:])
    directive = parse(text, "a.md")[0]
    assert (directive.problem, directive.hint) == (problem, hint)
    assert one.message == f"This comment silences nothing: {problem}; {hint}"


def test_a_comment_that_is_not_closed_does_not_swallow_the_next() -> None:
    text = "We can't. <!-- coach: ignore[negative]\nWe can't. <!-- coach: ignore[negative] -->"
    assert shown(text) == ["can't"]
    assert remarks(text) == [
        (
            "malformed",
            "<!-- coach: ignore[negative]",
            "This comment silences nothing: the comment is not closed; end it as it began, "
            "for example <!-- coach: ignore[rule] -->",
        )
    ]


@pytest.mark.parametrize(
    "words",
    ['"can\'t go wrong"', "“Can’t  go\nwrong”", '"can\'t"', '"you can\'t go"', '"You CAN\'T go wrong here"'],
)
def test_words_that_a_finding_flags_or_is_a_part_of(words: str) -> None:
    text = f"You can't go wrong here. <!-- coach: ignore[negative/cannot: {words}] -->"
    assert shown(text) == []


@pytest.mark.parametrize("words", ['"can\'t go right"', '"go wrong"', '"can"', '"you"'])
def test_other_words_silence_nothing(words: str) -> None:
    text = f"You can't go wrong here. <!-- coach: ignore[negative/cannot: {words}] -->"
    assert shown(text) == ["can't"]
    assert [rule for rule, _, _ in remarks(text)] == ["unused"]


def test_one_match_only() -> None:
    text = "You can't go wrong, but we can't help. <!-- coach: ignore[negative/cannot: \"can't go wrong\"] -->"
    assert [one.start for one in silence(text).shown] == [text.index("can't help")]


# reach


def test_ignore_is_about_its_own_line() -> None:
    text = "We can't.\nWe can't. <!-- coach: ignore[negative/cannot] --> can't\nWe can't."
    assert [one.start for one in silence(text).suppressed] == [13, text.index("can't\nWe", 20)]


def test_a_finding_of_several_lines_is_silenced_on_any_of_them() -> None:
    text = "We are\nnot able <!-- coach: ignore[negative/unable] -->\nto help."
    finding = Finding(UNABLE, "negative", "warning", 3, len(text) - 1, "are not able to help", "Why.")
    assert silence(text, findings=[finding]).shown == []


def test_a_comment_of_several_lines_is_about_all_of_them() -> None:
    text = "We can't <!-- coach: ignore[negative]\n a long reason --> can't\ncan't"
    assert [one.start for one in silence(text).shown] == [len(text) - 5]


def test_next_line_is_the_next_with_words() -> None:
    text = (
        "<!-- coach: ignore-next-line[negative] -->\n\n<!-- coach: ignore-next-line[blame] -->\nWe can't, you forgot.\nWe can't."
    )
    assert [one.start for one in silence(text).shown] == [len(text) - 6]


def test_next_line_is_not_its_own() -> None:
    text = "We can't. <!-- coach: ignore-next-line[negative] -->\nWe can't."
    assert [one.start for one in silence(text).shown] == [3]


def test_only_three_line_ends() -> None:
    # A line separator or a form feed ends no line: editors count otherwise than str.splitlines().
    for end in ("\n", "\r\n", "\r"):
        assert len(shown(f"can't <!-- coach: ignore[negative] -->{end}can't")) == 1
    for none in ("\u2028", "\x0c", "\x85"):
        assert shown(f"can't <!-- coach: ignore[negative] -->{none}can't") == []


def test_a_range_goes_from_comment_to_comment() -> None:
    text = "can't <!-- coach: disable[negative] --> can't\nforgot\ncan't <!-- coach: enable[negative] --> can't"
    result = silence(text)
    assert [one.start for one in result.shown] == [0, text.index("forgot"), len(text) - 5]
    assert result.remarks == []


def test_a_range_that_is_not_ended_goes_to_the_end() -> None:
    assert shown("can't\n<!-- coach: disable[negative] -->\ncan't\n\ncan't") == ["can't"]


def test_a_rule_of_a_disabled_category_can_be_enabled() -> None:
    text = "<!-- coach: disable[negative] -->\ncan't unable\n<!-- coach: enable[negative/cannot] -->\ncan't unable\n"
    assert [one.text for one in silence(text).shown] == ["can't"]


def test_enabling_another_rule_ends_nothing() -> None:
    text = "<!-- coach: disable[negative/cannot] -->\n<!-- coach: enable[blame/forgot] -->\ncan't"
    assert shown(text) == []
    assert remarks(text) == [
        (
            "unused",
            "<!-- coach: enable[blame/forgot] -->",
            "This comment ends nothing: no disable before it is about the same",
        )
    ]


def test_a_whole_file() -> None:
    text = "can't forgot\n\ncan't <!-- coach: file-ignore[negative/cannot] songs -->"
    result = silence(text)
    assert [one.text for one in result.shown] == ["forgot"]
    assert [one.origin.reason for one in result.suppressed] == ["songs", "songs"]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Hello <!-- coach: ignore[reply] -->\nBye", True),
        ("\n\n<!-- coach: ignore-next-line[reply] -->\n\nHello\nBye", True),
        ("<!-- coach: file-ignore[reply] -->\nHello", True),
        ("<!-- coach: file-ignore[reply] -->", True),
        ("<!-- coach: disable[reply] -->\nHello", True),
        ("Hello\nBye <!-- coach: ignore[reply] -->", False),
        ("Hello\n<!-- coach: ignore-next-line[reply] -->\nBye", False),
        ("Hello\n<!-- coach: disable[reply] -->\nBye", False),
    ],
)
def test_what_is_missing_is_missing_at_the_first_words(text: str, silent: bool) -> None:
    missing = Finding(GREETING, "reply", "hint", 0, 0, "", "Why.")
    assert (silence(text, findings=[missing]).shown == []) is silent


def test_the_nearest_comment_silences() -> None:
    text = "<!-- coach: file-ignore[negative] far -->\ncan't <!-- coach: ignore[negative] near -->\ncan't"
    result = silence(text)
    assert [one.origin.reason for one in result.suppressed] == ["near", "far"]
    assert result.remarks == []


def test_what_a_comment_says_is_no_reply() -> None:
    text = "Hello <!-- coach: ignore[negative/cannot] they can't hear us -->"
    inside = Finding(CANNOT, "negative", "warning", text.index("can't"), text.index("can't") + 5, "can't", "Why.")
    result = silence(text, findings=[inside])
    assert (result.shown, result.suppressed) == ([], [])
    assert [one.rule for one in result.remarks] == ["suppression/unused"]


# remarks


def test_unused_rules_are_told_one_by_one() -> None:
    text = "can't <!-- coach: ignore[negative/cannot, blame/forgot] -->"
    assert remarks(text) == [("unused", FORGOT, "This comment silences no blame/forgot: take it out")]
    (one,) = silence(text).remarks
    assert (one.category, one.severity, one.start) == ("suppression", "warning", text.index(FORGOT))


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        (
            "<!-- coach: ignore[negative] -->\ncan't",
            "a.md",
            "silences no negative on its own line: ignore-next-line was probably meant",
        ),
        (
            "a: 1\n# coach: ignore[negative]\nb: 2",
            "a.yaml",
            "silences no negative on its own line: ignore-next-line was probably meant",
        ),
        ("Hi <!-- coach: ignore-next-line[blame] -->", "a.md", "silences no blame: take it out"),
        (
            '{"b": "<!-- coach: ignore-next-line[negative] -->\\ncan\'t"}',
            "a.json",
            "silences no negative: a text is one line of this file, so ignore was probably meant",
        ),
        ("Hi <!-- coach: ignore -->", "a.md", "silences nothing: take it out"),
        ('Hi <!-- coach: ignore[blame: "we"] -->', "a.md", 'silences no blame in "we": take it out'),
        ("Hi <!-- coach: disable[blame] --> <!-- coach: enable[blame] -->", "a.md", "silences no blame: take it out"),
    ],
)
def test_what_to_do_about_an_unused_comment(text: str, name: str, message: str) -> None:
    assert [(rule, said) for rule, _, said in remarks(text, name)] == [("unused", f"This comment {message}")]


def test_two_comments_about_the_same_are_one_too_many() -> None:
    text = "can't <!-- coach: ignore[negative] --> <!-- coach: ignore[negative/cannot] -->"
    assert [(rule, words) for rule, words, _ in remarks(text)] == [("unused", "<!-- coach: ignore[negative/cannot] -->")]


@pytest.mark.parametrize("named", ["blame/forgot", "blame", "blame/forgot, blame"])
def test_a_rule_that_this_run_does_not_look_for_is_not_unused(named: str) -> None:
    text = f"Hi <!-- coach: ignore[{named}] -->"
    assert remarks(text, selected=lambda rule: rule != FORGOT) == []
    assert remarks(text) != []


def test_where_nothing_was_looked_for_nothing_is_unused() -> None:
    # A retired macro, a text of an unknown language.
    text = "Hi <!-- coach: ignore[blame] -->\nHi <!-- coach: ignore[blame] -->\n<!-- coach: file-ignore[negative] -->"
    assert [one.start for one in silence(text, unjudged=[(0, 10)]).remarks] == [36]


def test_unknown_names() -> None:
    text = "can't <!-- coach: ignore[negative/canot, whatever] -->"
    assert shown(text) == ["can't"]
    assert remarks(text) == [
        ("unknown-rule", "negative/canot", "No rule is called 'negative/canot': did you mean negative/cannot?"),
        ("unknown-rule", "whatever", "No rule is called 'whatever': `coach rules` lists them"),
    ]


def test_rules_of_a_team_are_known() -> None:
    text = "can't <!-- coach: ignore[jargon/our-words] -->"
    assert [rule for rule, _, _ in remarks(text, known_rules={*RULES, "jargon/our-words"})] == ["unused"]


def test_a_comment_without_rules_is_told_which_to_name() -> None:
    text = "can't, forgot <!-- coach: ignore -->"
    result = silence(text)
    assert result.shown == []
    assert [(one.rule, one.severity, one.message) for one in result.remarks] == [
        (
            "suppression/blanket",
            "hint",
            "This comment silences every rule: name those it is for, ignore[blame/forgot, negative/cannot]",
        )
    ]


def test_a_comment_that_customers_get() -> None:
    text = '{"note": "<!-- coach: file-ignore[blame] -->", "body": "can\'t <!-- coach: ignore[negative] -->"}'
    body = (text.index("can't"), len(text) - 2)
    assert [(rule, words) for rule, words, _ in remarks(text, "a.json", bodies=[body])] == [
        ("unused", "<!-- coach: file-ignore[blame] -->"),
        ("sent", "<!-- coach: ignore[negative] -->"),
    ]


def test_remarks_are_not_silenced_on_their_line() -> None:
    text = "Hi <!-- coach: ignore[blame, suppression/unused] -->"
    assert [(words, said) for _, words, said in remarks(text)] == [
        ("blame", "This comment silences no blame: take it out"),
        ("suppression/unused", "This comment silences no suppression/unused: only file-ignore[suppression/unused] does"),
    ]


def test_remarks_are_silenced_for_a_whole_file() -> None:
    text = "<!-- coach: file-ignore[suppression/unused] old -->\nHi <!-- coach: ignore[blame] -->"
    result = silence(text)
    assert result.remarks == []
    assert [(one.rule, one.origin.reason) for one in result.suppressed] == [("suppression/unused", "old")]


def test_a_file_that_silences_remarks_that_are_not_there_is_told() -> None:
    text = "<!-- coach: file-ignore[suppression/unused] -->\nHi"
    assert remarks(text) == [("unused", text[:-3], "This comment silences no suppression/unused: take it out")]


def test_a_file_that_is_silenced_altogether_is_told_of_that_alone() -> None:
    text = "<!-- coach: file-ignore generated -->\ncan't\nHi <!-- coach: ignore[blame] --><!-- coach: ignroe -->"
    result = silence(text)
    assert (result.shown, [one.rule for one in result.remarks]) == ([], ["suppression/blanket"])


def test_remarks_that_a_run_does_not_want() -> None:
    assert remarks("Hi <!-- coach: ignroe -->", selected=lambda rule: not rule.startswith("suppression/")) == []


def test_every_comment_of_the_manual_is_understood() -> None:
    manual = Path(__file__).parents[2] / "docs" / "suppressions.md"
    text = manual.read_text(encoding="utf-8").replace("`", "")
    shown = [*parse(text, "a.html"), *parse("\n".join(re.findall(r"# coach: .*", text)), "a.yaml")]
    assert [one.problem for one in shown] == [""] * 11
    assert parse(manual.read_text(encoding="utf-8"), "a.md") == ()  # none of them silences anything in the manual itself


# properties


@given(st.text(alphabet="abc[]<>!-{}#%:\"'\n, coach", max_size=80))
def test_no_text_is_too_strange(noise: str) -> None:
    for name in ("a.md", "a.yaml", "a.toml", "a.json", "a.csv", "a.hbs"):
        text = f"can't <!-- coach: {noise}\n{{# coach: ignore[{noise}"
        directives = parse(text, name)
        assert all(0 <= one.start < one.end <= len(text) for one in directives)
        result = silence(text, name)
        assert len(result.shown) + len([one for one in result.suppressed if one.category != "suppression"]) == len(
            find(text, name)
        )


LINES = st.sampled_from(["We can't.", "You forgot.", "Hello.", "", "We can't, you forgot."])
COMMENTS = st.sampled_from(
    [
        "",
        "<!-- coach: ignore[negative] -->",
        "<!-- coach: ignore-next-line[blame/forgot] -->",
        "<!-- coach: disable[negative] -->",
        "<!-- coach: enable[negative] -->",
        "<!-- coach: ignore -->",
    ]
)


@given(st.lists(st.tuples(LINES, COMMENTS), max_size=8))
def test_taking_out_what_is_unused_changes_nothing(lines: list[tuple[str, str]]) -> None:
    text = "\n".join(f"{words} {comment}" for words, comment in lines)
    before = silence(text)
    unused = [one for one in before.remarks if one.rule == "suppression/unused" and "enable" not in one.text]
    after = text
    for one in reversed(unused):
        after = after[: one.start] + " " * (one.end - one.start) + after[one.end :]
    again = silence(after)
    assert [one.start for one in again.shown] == [one.start for one in before.shown]
    assert [one.start for one in again.suppressed] == [one.start for one in before.suppressed]


def test_directives_of_a_plain_text_are_none_and_cost_nothing() -> None:
    assert parse("Hello, " * 100_000, "a.md") == ()
    assert isinstance(parse("<!-- coach: ignore -->", "")[0], Directive)
