from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from coach.library.xray import XRay

Examine = Callable[..., XRay]


def many(written: str, times: int = 6) -> list[dict[str, Any]]:
    return [{"text": f"Hi {written}, this is text {number}."} for number in range(times)]


def slips(one: XRay) -> list[tuple[str, str]]:
    return [(slip.use.places[0].text, slip.meant.places[0].text) for slip in one.slips]


def test_uses_are_counted_whatever_the_space_and_the_filter(examine: Examine) -> None:
    found = examine({"text": "{{a.b}} {{ a.b }} {{a.b | upcase}} %{c} #{d.e} {%f.g,fallback=you%} %(h)s [[i]] {j}"}).placeholders
    assert [(use.name, use.syntax, len(use.places)) for use in found] == [
        ("a.b", "curly", 3),
        ("c", "hash", 1),
        ("d.e", "hash", 1),
        ("f.g", "percent", 1),
        ("h", "python", 1),
        ("i", "square", 1),
        ("j", "single", 1),
    ]


@pytest.mark.parametrize(
    ("usual", "rare"),
    [
        ("{{customer.firstname}}", "{{customer.fistname}}"),
        ("{{customer.first_name}}", "{{customer.firstname}}"),
        ("{{customer.name}}", "{{Customer.Name}}"),
        ("{{customer.name}}", "{{custmer.name}}"),
        ("{{customer.name}}", "{customer.name}"),  # other brackets
    ],
)
def test_a_slip(examine: Examine, usual: str, rare: str) -> None:
    assert slips(examine(*many(usual), {"text": f"Dear {rare}, hello."})) == [(rare, usual)]


@pytest.mark.parametrize(
    ("why", "usual", "rare"),
    [
        ("numbers tell them apart", "{{address.line_1}}", "{{address.line_2}}"),
        ("one and many", "{{ticket.tag}}", "{{ticket.tags}}"),
        ("another field", "{{customer.first_name}}", "{{customer.last_name}}"),
        ("short names are alike by chance", "{{a.to}}", "{{a.cc}}"),
        ("another object", "{{ticket.assignee.name}}", "{{ticket.requester.name}}"),
        ("one more step", "{{ticket.name}}", "{{ticket.user.name}}"),
    ],
)
def test_two_placeholders(examine: Examine, why: str, usual: str, rare: str) -> None:
    assert slips(examine(*many(usual), {"text": f"Dear {rare}, hello."})) == [], why


def test_one_that_is_used_often_is_no_slip(examine: Examine) -> None:
    assert slips(examine(*many("{{customer.firstname}}"), *many("{{customer.fistname}}", 3))) == []


def test_the_brackets_of_another_help_desk_are_no_slip(examine: Examine) -> None:
    other = [{"text": f"Hi %{{customer.name}}, %{{order}} {number}"} for number in range(2)]
    assert slips(examine(*many("{{customer.name}}"), *other)) == []


def test_statements_and_labels_are_no_values(examine: Examine) -> None:
    found = examine({"text": "{{#if a}}x{{else}}y{{/if}} {% if b %}z{% endif %} Press [Send]."}).placeholders
    assert found == ()
