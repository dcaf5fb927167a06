"""How sure a rate is, and whether two rates differ beyond chance.

Findings are counted per 100 sentences. Were every sentence on its own, their number would follow Poisson, and Garwood's
interval (1936, Biometrika 28:437) would be exact. But the sentences of one conversation belong together: where one goes
wrong, the next is more likely to. So the spread of the counts from conversation to conversation is measured (the
cluster-robust variance of a ratio, Cochran, Sampling Techniques, 1977, ch. 6) and divided by what Poisson expects; this
factor, the dispersion, says how many sentences are worth one that stands alone (the design effect of Kish, Survey Sampling,
1965). Counts and sentences are divided by it before anything is concluded from them, and never multiplied: a factor below 1
is taken for 1. It is a noisy figure where there are few conversations; below MANY of them the factor of all conversations
together is used instead.

Shares of conversations have Wilson's interval: there the conversation is the unit, and nothing needs to be corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, lgamma, log, sqrt
from typing import NamedTuple

from coach.evaluation import CONFIDENCE
from coach.evaluation import interval as wilson
from coach.review.scoring.record import Rate

TAIL = 0.025
"""On each side of a 95 % interval."""

LEVEL = 0.05
"""The share of false alarms among all differences that are told (the false discovery rate)."""

MANY = 30
"""Conversations from which a dispersion can be measured."""

LARGE = 400.0
"""From this count on the approximation of Wilson and Hilferty differs from the exact bound by less than one in 100,000."""

ROUNDS = 200
TINY = 1e-300
CLOSE = 1e-12


class Sums(NamedTuple):
    """Sums over conversations: how many, the findings, the sentences, and the squares and products of the two."""

    conversations: int
    found: int
    base: int
    counts_squared: float
    products: float
    bases_squared: float

    def plus(self, other: Sums) -> Sums:
        """Both together, where no conversation is in both."""
        return Sums(
            self.conversations + other.conversations,
            self.found + other.found,
            self.base + other.base,
            self.counts_squared + other.counts_squared,
            self.products + other.products,
            self.bases_squared + other.bases_squared,
        )

    def less(self, part: Sums) -> Sums:
        """What is left without a part, which shares no conversation with the rest."""
        return self.plus(
            part._replace(
                conversations=-part.conversations,
                found=-part.found,
                base=-part.base,
                counts_squared=-part.counts_squared,
                products=-part.products,
                bases_squared=-part.bases_squared,
            )
        )

    @property
    def dispersion(self) -> float | None:
        """By how much the counts of conversations vary more than Poisson has it, at least 1; None where it cannot be told."""
        if self.conversations < MANY or not self.found or not self.base:
            return None
        rate = self.found / self.base
        squares = self.counts_squared - 2 * rate * self.products + rate * rate * self.bases_squared
        return max(1.0, self.conversations / (self.conversations - 1) * squares / self.found)


NOTHING = Sums(0, 0, 0, 0.0, 0.0, 0.0)


def rate(sums: Sums, otherwise: float = 1.0) -> Rate:
    """Findings per 100 sentences; `otherwise` is the dispersion where there are too few conversations to measure it."""
    return per_hundred(sums.found, sums.base, sums.dispersion or otherwise)


def per_hundred(count: int, base: int, dispersion: float = 1.0) -> Rate:
    """A count per 100 of `base` with its 95 % interval. Nothing is known where the base is 0: all figures are 0."""
    if not base:
        return Rate(count, 0, 0.0, 0.0, 0.0)
    low, high = bounds(count / dispersion)
    factor = 100.0 * dispersion / base
    return Rate(count, base, 100.0 * count / base, low * factor, high * factor)


def proportion(count: int, base: int) -> Rate:
    """In how many of 100 conversations something happened, with Wilson's interval; 0 to 100 where there are none."""
    share, low, high = wilson(count, base)
    # Rounding may move a bound past a share of 0 or 1.
    return Rate(count, base, 100 * share, 100 * min(low, share), 100 * max(high, share))


@lru_cache(maxsize=4096)
def bounds(count: float) -> tuple[float, float]:
    """The 95 % interval of what a count is expected to be (Garwood 1936): 0 to 3.69 for 0, 4.80 to 18.39 for 10.

    A count divided by a dispersion need not be whole.
    """
    return (quantile(TAIL, count) if count else 0.0), quantile(1 - TAIL, count + 1)


def quantile(share: float, shape: float) -> float:
    """Below which value a gamma variable of that shape is found with the probability `share` (half a chi-square's quantile)."""
    z = CONFIDENCE if share > 0.5 else -CONFIDENCE
    # Wilson and Hilferty (1931, PNAS 17:684): the cube root is nearly normal.
    near = shape * max(0.0, 1 - 1 / (9 * shape) + z / (3 * sqrt(shape))) ** 3
    if shape >= LARGE:
        return near
    x = near if near > 0 and shape > 1 else exp((log(share) + lgamma(shape + 1)) / shape)
    low, high = 0.0, shape + 12 * sqrt(shape) + 12
    for _ in range(ROUNDS):
        off = gamma_below(shape, x) - share
        low, high = (low, x) if off > 0 else (x, high)
        slope = exp((shape - 1) * log(x) - x - lgamma(shape))
        following = x - off / slope if slope > TINY else low
        if not low < following < high:  # Newton has left the bracket
            following = (low + high) / 2
        if abs(following - x) <= CLOSE * x:
            break
        x = following
    return x


def gamma_below(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function.

    Its series, or the continued fraction of the rest (Abramowitz and Stegun 6.5.29 and 6.5.31).
    """
    if x <= 0:
        return 0.0
    front = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1:
        term = total = 1 / shape
        n = shape
        while term > total * CLOSE:
            n += 1
            term *= x / n
            total += term
        return front * total
    # Lentz's method (1976, Appl. Opt. 15:668).
    b = x + 1 - shape
    c, d = 1 / TINY, 1 / b
    result = d
    for i in range(1, 10 * ROUNDS):
        a = -i * (i - shape)
        b += 2
        d = 1 / (a * d + b or TINY)
        c = b + a / c or TINY
        result *= c * d
        if abs(c * d - 1) < CLOSE:
            break
    return 1 - front * result


def beta_below(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function: its continued fraction by Lentz's method (Abramowitz and Stegun 26.5.8)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_below(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or TINY)
    result = d
    for i in range(1, 50 * ROUNDS):
        even = i * (b - i) * x / ((a + 2 * i - 1) * (a + 2 * i))
        odd = -(a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1))
        step = 1.0
        for term in (even, odd):
            d = 1 / (1 + term * d or TINY)
            c = 1 + term / c or TINY
            step = c * d
            result *= step
        if abs(step - 1) < CLOSE:
            break
    return front * result


def chance(count: float, base: float, other: float, other_base: float) -> float:
    """How probable two counts at least as far apart would be if both had the same rate: the two-sided mid-p value.

    Given their sum, the first is binomial with the share of its base (Przyborowski and Wilenski 1940, Biometrika 31:313); mid-p
    (Lancaster 1961, J. Am. Stat. Assoc. 56:223) counts the observed value half, without which small counts are never different.
    Counts divided by a dispersion need not be whole: the binomial sums are beta functions, which do not mind.
    """
    total = count + other
    if not total or not base or not other_base:
        return 1.0
    share = base / (base + other_base)
    at_least = beta_below(count, other + 1, share) if count else 1.0
    more = beta_below(count + 1, other, share) if other else 0.0
    above = (at_least + more) / 2
    return min(1.0, 2 * min(above, 1 - above))


def difference(one: Sums, other: Sums, otherwise: float = 1.0) -> tuple[float, int]:
    """The mid-p value of two rates of which no conversation is in both, and whether the first is below (-1) or above (1).

    Both are divided by the larger of the two dispersions; `otherwise` is that where it cannot be measured.
    """
    factor = max(one.dispersion or otherwise, other.dispersion or otherwise)
    p = chance(one.found / factor, one.base / factor, other.found / factor, other.base / factor)
    apart = one.found * other.base - other.found * one.base
    return p, (apart > 0) - (apart < 0)


def discoveries(values: Sequence[float], level: float = LEVEL) -> list[bool]:
    """Which of many p values may be told: at most `level` of those told are expected to be chance.

    Benjamini and Hochberg (1995, J. R. Stat. Soc. B 57:289).
    """
    ranked = sorted(values)
    limit = max((p for rank, p in enumerate(ranked, 1) if p <= level * rank / len(ranked)), default=-1.0)
    return [p <= limit for p in values]


def directions(found: Sequence[tuple[float, int]]) -> list[int]:
    """The directions of many comparisons (p value, direction) where they are beyond chance, else 0."""
    return [way if told else 0 for told, (_, way) in zip(discoveries([p for p, _ in found]), found, strict=True)]
