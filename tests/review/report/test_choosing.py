from __future__ import annotations

import pytest

from coach.review.report import choosing
from coach.review.scoring.record import Better, Rate
from tests.review.report.example import empty, heat, quote, rate, report


def test_the_three_first_are_of_three_categories_and_grave_before_frequent() -> None:
    firsts = choosing.coach_first(report())
    assert [rule.rule for rule in firsts] == ["blame/forgot", "command/must", "negative/cannot"]


def test_one_category_may_fill_all_three_where_there_is_no_other() -> None:
    whole = report()
    one = whole._replace(rules=tuple(rule for rule in whole.rules if rule.rule.startswith("blame/")))
    assert [rule.rule for rule in choosing.coach_first(one)] == ["blame/forgot", "blame/doubt"]


def test_a_frequent_hint_does_not_push_out_an_error() -> None:
    whole = report()
    rules = tuple(
        rule._replace(findings=rate(300, 13200) if rule.rule == "cliche/inconvenience" else rule.findings) for rule in whole.rules
    )
    assert choosing.coach_first(whole._replace(rules=rules))[0].rule == "blame/forgot"


def test_a_rule_that_was_seen_once_in_few_sentences_is_not_first_although_its_rate_is_high() -> None:
    whole = report()
    once = whole.rules[0]._replace(rule="excuse/once", severity="error", findings=rate(1, 20))
    assert "excuse/once" not in {rule.rule for rule in choosing.coach_first(whole._replace(rules=(once, *whole.rules)))}


def test_nothing_to_coach() -> None:
    assert choosing.coach_first(empty()) == ()


def test_the_telling_quote_has_a_better_wording() -> None:
    bare, full = quote("a/b", "hint", "[x]"), next(rule for rule in report().rules if rule.rule == "blame/forgot").quotes[0]
    assert choosing.telling((bare, full)) == full
    assert choosing.telling((bare,)) == bare
    assert choosing.telling(()) is None


def test_the_telling_quote_has_a_wording_that_fits_as_it_stands() -> None:
    template = quote("a/b", "hint", "[x]", better=(Better("Here is [what you can do].", False),))
    gap = quote("a/b", "hint", "[x]", better=(Better("by [date]", True),))
    fits = quote("a/b", "hint", "[x]", better=(Better("by noon", True),))
    assert choosing.telling((template, gap, fits)) == fits
    assert choosing.telling((template, gap)) == template


def test_help_is_told_agent_by_agent() -> None:
    told = [(agent, [one.name for one in helps]) for agent, helps in choosing.helped(report())]
    assert told == [("Agent 3", ["blame", "command/must"]), ("Agent 8", ["dismissive"])]


def test_many_small_rules_of_a_category_weigh_more_than_one_odd_rule() -> None:
    whole = report()
    odd = whole.rules[0]._replace(rule="excuse/odd", severity="warning", findings=rate(60, 13200))
    small = [whole.rules[0]._replace(rule=f"vague/{at}", severity="warning", findings=rate(40, 13200)) for at in range(3)]
    assert choosing.coach_first(whole._replace(rules=(odd, *small)))[0].rule == "vague/0"


def test_what_only_one_of_many_agents_does_is_not_for_the_team() -> None:
    whole = report()
    alone = whole.rules[0]._replace(rule="jargon/own", severity="error", findings=rate(500, 13200), agents=1)
    assert "jargon/own" not in {rule.rule for rule in choosing.coach_first(whole._replace(rules=(alone, *whole.rules)))}
    assert [rule.rule for rule in choosing.coach_first(whole._replace(rules=(alone,)))] == ["jargon/own"]


def test_what_changed_beyond_chance_is_told_and_the_rest_only_counted() -> None:
    told, rest = choosing.changed(report())
    assert [one.name for one in told] == ["all", "blame", "vague/soon"]
    assert [one.name for one in rest] == ["policy", "excuse"]
    assert choosing.changed(empty()) == ((), ())


def test_who_does_well_has_fewer_than_the_others_beyond_chance() -> None:
    whole = report()
    first, second, *others = (one._replace(differs=0) for one in whole.agents)
    agents = (first._replace(differs=-1, findings=rate(30, 1000)), second._replace(differs=-1, findings=rate(9, 1000)), *others)
    assert [one.name for one in choosing.doing_well(whole._replace(agents=agents))] == [second.name, first.name]


def test_few_agents_keep_their_order_and_many_are_those_with_certainly_most() -> None:
    few = report().agents
    assert [one.name for one, _ in choosing.panel(few, "blame", 12)] == [one.name for one in few]
    many = choosing.panel(report(300).agents, "blame", 12)
    assert len(many) == 12
    assert many[0][0].name == "Agent 3"


def test_an_agent_without_a_finding_may_still_have_had_some() -> None:
    assert choosing.nothing(100) == pytest.approx(Rate(0, 100, 0.0, 0.0, 3.689))


def test_one_wild_interval_does_not_flatten_a_plot() -> None:
    assert choosing.scale([Rate(10, 1000, 1.0, 0.5, 1.8), Rate(1, 50, 2.0, 0.05, 11.1)]) == 4.0
    assert choosing.scale([]) == 1.0
    assert choosing.scale([rate(0, 0)]) == 1.0


def test_the_heat_map_has_a_row_of_ten_for_each_category() -> None:
    from random import Random

    cells = heat(Random(1))
    rows = choosing.heat_rows([cell for cell in cells if cell.tenth != 4])
    assert [name for name, _ in rows][:2] == ["negative", "command"]
    assert all(len(row) == 10 and row[4] is None for _, row in rows)
    assert choosing.hottest(()) is None
