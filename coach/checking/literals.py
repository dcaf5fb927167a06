"""Where the values of a YAML or TOML file stand, so that a # inside one is not taken for a comment."""

from __future__ import annotations

from typing import NamedTuple

from coach.expressions import compiled

TOML_LITERALS = (
    r'(?s)"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\r\n]|\\.)*+"'
    r"|'[^'\r\n]*+'"
    r"|#[^\r\n]*+"
)
"""The strings of a TOML file, and its comments, in which a quotation mark opens nothing."""

LINE_END = r"[\r\n]"


class Literal(NamedTuple):
    """A value at `[start:end]`; what stands in it begins at `inner`: a comment may follow the sign that opens a block."""

    start: int
    inner: int
    end: int


def yaml_literals(text: str) -> list[Literal]:
    """The scalars of a YAML file. A damaged one, which its reader refuses, is all one: nothing in it is a comment."""
    import yaml  # only where a comment may stand

    found: list[Literal] = []
    try:
        for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, yaml.ScalarToken):
                start, end = token.start_mark.index, token.end_mark.index
                header = compiled(LINE_END).search(text, start, end) if token.style in ("|", ">") else None
                found.append(Literal(start, header.start() if header else start, end))
    except yaml.YAMLError:
        return [Literal(0, 0, len(text))]
    return found


def toml_literals(text: str) -> list[Literal]:
    """The strings of a TOML file."""
    return [
        Literal(match.start(), match.start(), match.end())
        for match in compiled(TOML_LITERALS).finditer(text)
        if not match[0].startswith("#")
    ]


LITERALS = {".yaml": yaml_literals, ".yml": yaml_literals, ".toml": toml_literals}
"""The files that have comments with a #, by the end of their names."""
