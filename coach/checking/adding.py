"""`--add-ignore`: comments that silence what is found, each in the form of its file and where customers do not get it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.checking.claims import Claims
from coach.checking.comments import CLOSING, IGNORE, MARKDOWN, NEXT, Directive, line_end, parse, suffix_of
from coach.checking.literals import LITERALS, Literal
from coach.checking.record import Checked
from coach.errors import UsageError
from coach.expressions import compiled
from coach.model import Finding
from coach.sources.readers import TEMPLATES, TEXTS

FORMS = {
    "html": "<!-- coach: {} -->",
    "jinja": "{{# coach: {} #}}",
    "liquid": "{{% comment %}}coach: {}{{% endcomment %}}",
    "handlebars": "{{{{!-- coach: {} --}}}}",
    "hash": "# coach: {}",
}
ENDS = {"html": CLOSING["html"], "jinja": CLOSING["jinja"], "liquid": CLOSING["liquid"], "handlebars": CLOSING["long"]}
PLAIN = (".txt",)
"""All of it is sent: no comment of its own."""

FRONT_MATTER = r"(?ms)\A(---|\+\+\+)[ \t]*\r?\n.*?^\1[ \t]*\r?$"
INSIDE_TAG = r"<[A-Za-z/!][^<>]*\Z"
INSIDE_BRACES = r"(?s)\{[{%#](?:(?![}%#]\}).)*\Z"
"""At the end of what comes before a place that is no text of the template."""

BACK = 2_000
"""How far back a tag is looked for that is still open, in code points."""


def takes_comments(name: str) -> bool:
    """Whether a file has comments that stay out of what is sent; of the others only the baseline can know findings."""
    return form_of(name) != ""


def form_of(name: str) -> str:
    """The form of comment that a file of this name has, "" for none."""
    suffix = suffix_of(name)
    if suffix in LITERALS:
        return "hash"
    if suffix in TEXTS and suffix not in PLAIN:
        return "html"
    return TEMPLATES.get(suffix, "")


def comments_to_add(checked: Checked, name: str, reason: str = "") -> list[tuple[int, str]]:
    """The lines of a file to change so that its findings are silenced: number (1-based), and text without line end.

    Rules are added to the comment that is there already. A finding where no comment can stand (in a tag, in front matter) is
    left out. Raises UsageError for a reason that would end the comment.
    """
    form, text = form_of(name), checked.text
    if not form:
        return []
    check_reason(reason, form)
    directives = parse(text, name)
    claims = Claims(directives, text, name)
    literals = LITERALS[suffix_of(name)](text) if form == "hash" else []
    front = compiled(FRONT_MATTER).match(text) if form != "hash" else None
    there: dict[int, list[str]] = {}
    new: dict[int, list[str]] = {}
    spots: dict[int, int] = {}
    for one in checked.report.findings:
        at = max(one.start, claims.first_words(one.start) - 1) if one.end <= one.start else one.start
        if one.category == "suppression" or (front and at < front.end()):
            continue
        spot = joined(at, directives, text, form)
        if spot is not None:
            add(there, spot, one)
            continue
        spot = spot_for(at, one, text, suffix_of(name), literals)
        if spot is not None:
            add(new, spots.setdefault(line_start(text, spot), spot), one)  # one comment a line
    pieces = [(at, f", {', '.join(rules)}") for at, rules in there.items()]
    pieces += [(at, written(rules, reason, form, text[at - 1 : at])) for at, rules in new.items()]
    return lines_with(text, sorted(pieces))


def check_reason(reason: str, form: str) -> None:
    """Raise UsageError for a reason that does not fit into a comment."""
    if (form in ENDS and compiled(ENDS[form]).search(reason)) or "\n" in reason or "\r" in reason:
        raise UsageError("the reason would end the comment", where="--add-ignore", hint="write it in plain words, on one line")


def add(rules: dict[int, list[str]], at: int, one: Finding) -> None:
    """Note a rule for a place, once and in the order of the alphabet."""
    rules[at] = sorted({*rules.get(at, ()), one.rule})


def joined(at: int, directives: Iterable[Directive], text: str, form: str) -> int | None:
    """Where a rule can be added to a comment that is about the line of an offset, names its rules and is in no body."""
    for one in directives:
        if one.verb in (IGNORE, NEXT) and one.closing >= 0 and one.first <= at < one.last:
            if form == "hash" and text[one.start] != "#":
                continue
            return one.closing
    return None


def spot_for(at: int, one: Finding, text: str, suffix: str, literals: Sequence[Literal]) -> int | None:
    """Where a new comment about a finding goes: behind its line, in a template in front of it; None where none can stand."""
    if suffix in LITERALS:
        value = next((literal for literal in literals if literal.start <= at < literal.end), None)
        line = line_end(text, at if value is None else value.start if value.inner > value.start else value.end)
        return len(text[:line].rstrip(" \t"))
    if suffix in TEMPLATES:
        begin = line_start(text, at)
        begin += len(text[begin:at]) - len(text[begin:at].lstrip())
        return at if compiled(INSIDE_BRACES).search(text, max(0, begin - BACK), begin) else begin
    end = line_end(text, at)
    end = line_start(text, at) + len(text[line_start(text, at) : end].rstrip(" \t\\" if suffix in MARKDOWN else " \t"))
    if suffix in MARKDOWN:
        return end
    tag = compiled(INSIDE_TAG).search(text, max(0, end - BACK), end)
    if tag is None:
        return end
    return tag.start() if tag.start() >= one.end else None


def written(rules: Sequence[str], reason: str, form: str, before: str) -> str:
    """A new comment. In a template no space may come with it, since it would be sent."""
    said = f"{IGNORE}[{', '.join(rules)}] {reason}".rstrip()
    gap = {"html": " ", "hash": "  "}.get(form, "") if before.strip() else ""
    return gap + FORMS[form].format(said)


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    begin = text.rfind("\n", 0, offset) + 1
    return text.rfind("\r", begin, offset) + 1 or begin


def lines_with(text: str, pieces: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines that change when pieces are put in at offsets, which are in order."""
    lines: dict[int, list[tuple[int, str]]] = {}
    for at, piece in pieces:
        lines.setdefault(line_start(text, at), []).append((at, piece))
    changed = []
    for start, own in lines.items():
        made, last = [], start
        for at, piece in own:
            made += [text[last:at], piece]
            last = at
        made.append(text[last : line_end(text, last)])
        changed.append((len(compiled(r"\r\n?|\n").findall(text, 0, start)) + 1, "".join(made)))
    return changed


def with_lines(text: str, changed: Iterable[tuple[int, str]]) -> str:
    """The text with some lines changed, see `comments_to_add`; its line ends stay as they are."""
    pieces = compiled(r"(\r\n?|\n)").split(text)
    for number, line in changed:
        pieces[2 * number - 2] = line
    return "".join(pieces)
