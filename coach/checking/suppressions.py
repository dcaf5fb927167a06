"""Keeping silent where a comment says so, and saying which comments do not do what they seem to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coach.checking.claims import EVERY, Claim, Claims, Place, about
from coach.checking.comments import DISABLE, ENABLE, FILE, IGNORE, JSON, NEXT, Directive, Named, suffix_of
from coach.errors import did_you_mean
from coach.model import Finding
from coach.rules.suppression import CONCEPTS

OWN = "suppression"
SEVERITY = {concept.id: concept.severity for concept in CONCEPTS}
Span = tuple[int, int]
Selected = Callable[[str], bool]


class Silenced(NamedTuple):
    """The findings of a file that are shown, those that comments silence, and what there is to say of the comments."""

    shown: list[Finding]
    suppressed: list[Finding]
    remarks: list[Finding]


class Known(NamedTuple):
    """The ids of all rules, and whether this run looks for one."""

    rules: Collection[str]
    selected: Selected

    def names(self) -> set[str]:
        """The rules and their categories."""
        return {*self.rules, *(rule.partition("/")[0] for rule in self.rules)}

    def looked_for(self, name: str) -> bool:
        """Whether this run looks for a rule, for each rule of a category, or for every rule ("")."""
        return all(self.selected(rule) for rule in self.rules if name in ("", rule, rule.partition("/")[0]))


def apply(
    findings: Sequence[Finding],
    directives: Sequence[Directive],
    text: str,
    name: str,
    *,
    known_rules: Collection[str],
    selected: Selected,
    bodies: Sequence[Span] = (),
    unjudged: Sequence[Span] = (),
) -> Silenced:
    """The findings of a file, whose text and name are given, with what its comments silence.

    `known_rules` are the ids of all rules; `selected` says of one whether this run looks for it: a comment for another may be
    needed in the next run. `bodies` are the parts of the file that customers get as they stand, comments included; `unjudged`
    the parts in which nothing was looked for. Of several comments the nearest silences a finding: line, range, file. A
    finding made of the words of a comment is left out.
    """
    all_claims = Claims(directives, text, name)
    claims = all_claims.all
    used: dict[int, set[str]] = {}
    shown: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        if all_claims.holds(finding):
            continue
        number = all_claims.silencing(finding)
        if number is None:
            shown.append(finding)
        else:
            used.setdefault(number, set()).add(finding.rule)
            suppressed.append(silenced(finding, claims[number]))
    known = Known(known_rules, selected)
    idle = (one for number, one in enumerate(claims) if number not in used and not is_own(one))
    remarks = [
        *malformed(directives, text),
        *unknown(directives, text, known),
        *unused((one for one in idle if not any(overlap(one.directive, span) for span in unjudged)), text, name, known),
        *idle_ends(directives, text, known),
        *blanket(claims, used, text),
        *sent(directives, text, bodies),
    ]
    remarks = sorted((one for one in remarks if selected(one.rule)), key=lambda one: (one.start, one.end, one.rule))
    left, silent = without_own(remarks, claims, text, name, known)
    return Silenced(shown, [*suppressed, *silent], left)


def silenced(finding: Finding, claim: Claim) -> Finding:
    """A finding that a comment silences."""
    return finding._replace(origin=finding.origin._replace(suppressed_by="inline", reason=claim.directive.reason))


def overlap(directive: Directive, span: Span) -> bool:
    """Whether a part of the file holds the comment, or any of what it reaches."""
    return directive.first < span[1] and directive.last > span[0]


def remark(rule: str, start: int, end: int, text: str, message: str) -> Finding:
    """What there is to say of a comment, or of a part of it."""
    return Finding(f"{OWN}/{rule}", OWN, SEVERITY[f"{OWN}/{rule}"], start, end, text[start:end], message)


def malformed(directives: Iterable[Directive], text: str) -> Iterator[Finding]:
    """The comments that cannot be understood."""
    for one in directives:
        if one.problem:
            yield remark("malformed", one.start, one.end, text, f"This comment silences nothing: {one.problem}; {one.hint}")


def unknown(directives: Iterable[Directive], text: str, known: Known) -> Iterator[Finding]:
    """The names that are no rules."""
    names = known.names()
    for one in directives:
        for named in one.rules:
            if named.rule not in names:
                hint = did_you_mean(named.rule, sorted(names), "`coach rules` lists them")
                yield remark("unknown-rule", named.start, named.end, text, f"No rule is called {named.rule!r}: {hint}")


def unused(claims: Iterable[Claim], text: str, name: str, known: Known) -> Iterator[Finding]:
    """Remarks on those of idle comments that this run would have had to hear from."""
    names = known.names()
    for claim in claims:
        one, named = claim.directive, claim.named
        if (not named.rule or named.rule in names) and known.looked_for(named.rule):
            start, end = (named.start, named.end) if len(one.rules) > 1 else (one.start, one.end)
            yield remark("unused", start, end, text, why_unused(one, named, suffix_of(name)))


def why_unused(one: Directive, named: Named, suffix: str) -> str:
    """What to do about a comment that silences nothing."""
    words = f' in "{named.words}"' if named.words else ""
    what = f"no {named.rule}{words}" if named.rule else "nothing"
    if named.rule.partition("/")[0] == OWN and one.verb != FILE:
        return f"This comment silences {what}: only {FILE}[{named.rule}] does"
    if one.verb == IGNORE and one.alone:
        return f"This comment silences {what} on its own line: {NEXT} was probably meant"
    if one.verb == NEXT and suffix in JSON:
        return f"This comment silences {what}: a text is one line of this file, so {IGNORE} was probably meant"
    return f"This comment silences {what}: take it out"


def idle_ends(directives: Sequence[Directive], text: str, known: Known) -> Iterator[Finding]:
    """Each enable that ends nothing."""
    names = known.names()
    begun = [(one.start, named) for one in directives if one.verb == DISABLE for named in one.rules or (EVERY,)]
    for one in directives:
        if one.verb != ENABLE or one.problem:
            continue
        for named in one.rules or (EVERY,):
            if named.rule and named.rule not in names:
                continue
            if not any(start < one.start and related(named.rule, other.rule) for start, other in begun):
                start, end = (named.start, named.end) if len(one.rules) > 1 else (one.start, one.end)
                yield remark("unused", start, end, text, f"This comment ends nothing: no {DISABLE} before it is about the same")


def related(one: str, other: str) -> bool:
    """Whether two names share a rule."""
    return "" in (one, other) or one == other or one.partition("/")[0] == other or other.partition("/")[0] == one


def blanket(claims: Sequence[Claim], used: Mapping[int, set[str]], text: str) -> Iterator[Finding]:
    """The comments that silence whatever there is; each with the rules to name instead."""
    for number, rules in used.items():
        one, named = claims[number].directive, claims[number].named
        if not named.rule:
            better = f"{one.verb}[{', '.join(sorted(rules))}]"
            yield remark("blanket", one.start, one.end, text, f"This comment silences every rule: name those it is for, {better}")


def sent(directives: Iterable[Directive], text: str, bodies: Sequence[Span]) -> Iterator[Finding]:
    """The comments that customers get."""
    for one in directives:
        if any(start <= one.start < end for start, end in bodies):
            message = "Customers get this comment with the text: take it out and write the finding into the baseline"
            yield remark("sent", one.start, one.end, text, message)


def is_own(claim: Claim) -> bool:
    """Whether a comment silences, for a whole file, what there is to say of comments."""
    return claim.directive.verb == FILE and claim.named.rule.partition("/")[0] == OWN


def without_own(
    remarks: Sequence[Finding], claims: Sequence[Claim], text: str, name: str, known: Known
) -> tuple[list[Finding], list[Finding]]:
    """The remarks that are shown, and those that the file silences: by name, or along with every rule but not for itself."""
    shown: list[Finding] = []
    suppressed: list[Finding] = []
    used: list[Claim] = []
    able = [one for one in claims if is_own(one) or (one.directive.verb == FILE and not one.named.rule)]
    for one in remarks:
        where = Place(one, one.start, one.end)
        claim = next((claim for claim in able if about(claim.named, where) and not (itself(one, claim))), None)
        if claim is None:
            shown.append(one)
        else:
            used.append(claim)
            suppressed.append(silenced(one, claim))
    idle = (one for one in able if is_own(one) and one not in used)
    return [*shown, *unused(idle, text, name, known)], suppressed


def itself(one: Finding, claim: Claim) -> bool:
    """Whether a remark is about the very comment that silences every rule."""
    return not claim.named.rule and claim.directive.start <= one.start < claim.directive.end
