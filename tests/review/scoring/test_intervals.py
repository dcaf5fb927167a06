"""Figures that are in the books, and what must hold for all."""

from __future__ import annotations

from math import comb, exp, inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.review.scoring.intervals import (
    MANY,
    NOTHING,
    Sums,
    beta_below,
    bounds,
    chance,
    difference,
    directions,
    discoveries,
    gamma_below,
    per_hundred,
    proportion,
    rate,
)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [  # Garwood 1936, as in every table of exact Poisson limits
        (0, 0.0, 3.689),
        (1, 0.025, 5.572),
        (2, 0.242, 7.225),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (50, 37.111, 65.919),
        (100, 81.364, 121.627),
    ],
)
def test_the_limits_of_a_count_are_those_of_the_tables(count: int, low: float, high: float) -> None:
    assert bounds(count) == pytest.approx((low, high), abs=6e-4)


def test_the_approximation_for_large_counts_meets_the_exact_limits() -> None:
    exact = bounds(399.0)
    near = bounds(400.0)
    assert near[0] - exact[0] == pytest.approx(0.95, abs=0.01)
    assert near[1] - exact[1] == pytest.approx(1.05, abs=0.01)


def test_a_rate_is_told_per_hundred_sentences() -> None:
    assert per_hundred(10, 200) == pytest.approx((10, 200, 5.0, 2.398, 9.195), abs=1e-3)


def test_without_sentences_nothing_is_known() -> None:
    assert per_hundred(0, 0) == (0, 0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("count", "base", "low", "high"),
    [  # Newcombe 1998, Stat. Med. 17:857, table I, method 3
        (81, 263, 25.53, 36.62),
        (15, 148, 6.24, 16.05),
        (0, 20, 0.0, 16.11),
        (1, 29, 0.61, 17.18),
    ],
)
def test_shares_of_conversations_have_the_interval_of_wilson(count: int, base: int, low: float, high: float) -> None:
    found = proportion(count, base)
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.01)


def test_the_incomplete_gamma_function_sums_poisson() -> None:
    for shape, x in ((1, 0.5), (4, 9.0), (30, 25.0)):
        below = sum(exp(-x) * x**k / product(k) for k in range(shape))
        assert gamma_below(shape, x) == pytest.approx(1 - below, rel=1e-9)


def product(k: int) -> float:
    return 1.0 if k == 0 else k * product(k - 1)


def test_the_incomplete_beta_function_sums_the_binomial() -> None:
    for n, k, p in ((15, 3, 0.5), (40, 1, 0.1), (12, 12, 0.7)):
        at_least = sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k, n + 1))
        assert beta_below(k, n - k + 1, p) == pytest.approx(at_least, rel=1e-9)


def test_two_counts_are_compared_by_the_binomial_with_half_of_what_was_observed() -> None:
    # 3 and 12 in equally many sentences: 3 of 15 at one half.
    tail = sum(comb(15, i) for i in range(3)) + comb(15, 3) / 2
    assert chance(3, 100, 12, 100) == pytest.approx(2 * tail / 2**15)


@pytest.mark.parametrize("counts", [(0, 0), (10, 10), (0, 1), (1, 0), (7, 8)])
def test_equal_and_nearly_equal_rates_do_not_differ(counts: tuple[int, int]) -> None:
    assert chance(counts[0], 300, counts[1], 300) > 0.3


def test_nothing_to_compare_with_is_no_difference() -> None:
    assert chance(5, 100, 0, 0) == 1.0
    assert difference(NOTHING, NOTHING) == (1.0, 0)


@given(st.floats(0, 500), st.integers(1, 10_000), st.floats(0, 500), st.integers(1, 10_000))
def test_it_does_not_matter_which_of_two_comes_first(count: float, base: int, other: float, other_base: int) -> None:
    one, two = chance(count, base, other, other_base), chance(other, other_base, count, base)
    assert 0 <= one <= 1
    assert one == pytest.approx(two, abs=1e-6)


@given(st.integers(0, 2000), st.integers(1, 100_000), st.floats(1, 8))
def test_an_interval_holds_its_rate(count: int, base: int, dispersion: float) -> None:
    found = per_hundred(count, base, dispersion)
    assert found.low <= found.rate <= found.high < inf


@given(st.integers(0, 60), st.integers(60, 5000), st.integers(2, 9))
def test_fewer_sentences_with_the_same_rate_are_less_sure(count: int, base: int, times: int) -> None:
    few, many = per_hundred(count, base), per_hundred(count * times, base * times)
    assert few.high - few.low > many.high - many.low


@given(st.integers(0, 200), st.integers(1, 5000), st.floats(1.01, 8))
def test_findings_in_clusters_are_less_sure(count: int, base: int, dispersion: float) -> None:
    alone, clustered = per_hundred(count, base), per_hundred(count, base, dispersion)
    assert clustered.low <= alone.low
    assert clustered.high >= alone.high


def sums(counts: list[int], bases: list[int]) -> Sums:
    pairs = list(zip(counts, bases, strict=True))
    return Sums(
        len(pairs), sum(counts), sum(bases), sum(k * k for k, _ in pairs), sum(k * s for k, s in pairs), sum(s * s for s in bases)
    )


def test_dispersion_by_hand() -> None:
    # 50 conversations of 4 sentences; 10 of them have 5 findings each: rate 1/4, residuals 4 (ten times) and -1 (forty times).
    clustered = sums([5] * 10 + [0] * 40, [4] * 50)
    assert clustered.dispersion == pytest.approx(50 / 49 * (10 * 16 + 40) / 50)


def test_evenly_spread_findings_are_not_surer_than_poisson() -> None:
    assert sums([1] * 50, [4] * 50).dispersion == 1.0


def test_few_conversations_borrow_the_dispersion_of_all() -> None:
    few = sums([5] + [0] * (MANY - 2), [4] * (MANY - 1))
    assert few.dispersion is None
    assert rate(few, 4.0) == per_hundred(5, few.base, 4.0)


def test_sums_are_added_and_taken_apart() -> None:
    one, other = sums([1, 2], [3, 4]), sums([0, 5], [6, 7])
    assert one.plus(other) == sums([1, 2, 0, 5], [3, 4, 6, 7])
    assert one.plus(other).less(other) == one


def test_the_true_rate_is_inside_about_as_often_as_promised() -> None:
    # Conversations whose agents have a bad day: a rate of 5 per 100, itself spread by a gamma distribution.
    random = Random(6)
    inside = 0
    for _ in range(300):
        bases = [random.randrange(1, 12) for _ in range(80)]
        counts = [poisson(random, 0.05 * base * random.gammavariate(0.7, 1 / 0.7)) for base in bases]
        found = rate(sums(counts, bases))
        inside += found.low <= 5 <= found.high
    assert inside / 300 >= 0.92


def poisson(random: Random, mean: float) -> int:
    limit, number, drawn = exp(-mean), 0, random.random()
    while drawn > limit:
        number += 1
        drawn *= random.random()
    return number


def test_equal_agents_are_rarely_told_apart() -> None:
    random = Random(7)
    told = 0
    for _ in range(200):
        found = []
        for _ in range(2):
            bases = [random.randrange(1, 12) for _ in range(60)]
            found.append(sums([poisson(random, 0.05 * base * random.gammavariate(0.7, 1 / 0.7)) for base in bases], bases))
        told += difference(*found)[0] < 0.05
    assert told / 200 <= 0.09


def test_discoveries_follow_benjamini_and_hochberg() -> None:
    # The example of the paper of 1995, table of section 3.2: four of fifteen at 0.05.
    values = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert discoveries(values) == [True] * 4 + [False] * 11
    assert discoveries(values[::-1]) == [False] * 11 + [True] * 4


def test_nothing_is_discovered_among_nothing() -> None:
    assert discoveries([]) == []
    assert directions([(0.04, 1), (0.9, -1), (0.5, 1)]) == [0, 0, 0]
    assert directions([(0.001, 1), (0.9, -1), (0.01, -1)]) == [1, 0, -1]
