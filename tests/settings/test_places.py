from __future__ import annotations

import pytest

from coach.settings.places import Place, locate
from coach.settings.record import Keys

FILE = '''\
# lang = "xx"
lang = "de"
select = [
  "blame",   # not "policy"
  "policy",
]
baseline = """
jobs = 3
"""
jobs = 4
severity.blame = "error"
per-file = [ {files = ["a"], lang = "ru"},
  {files = ["b"], langg = "tr"} ]
[x]
severity = {blame = "error", "policy/x" = "hint"}
[[x.library]]
files = ["a"]
[[x.library]]
files = ["b"]
text = ["blame"]
'''


@pytest.mark.parametrize(
    ("keys", "key", "line", "column"),
    [
        (("lang",), False, 2, 8),
        (("lang",), True, 2, 1),
        (("select", 0), False, 4, 3),
        (("select", 1), False, 5, 3),
        (("select",), True, 3, 1),
        (("jobs",), False, 10, 8),
        (("severity", "blame"), True, 11, 10),
        (("per-file", 0, "lang"), False, 12, 37),
        (("per-file", 1, "langg"), True, 13, 19),
        (("x", "severity", "policy/x"), False, 15, 43),
        (("x", "severity", "policy/x"), True, 15, 30),
        (("x", "library", 1), True, 18, 5),
        (("x", "library", 1, "text", 0), False, 20, 9),
        (("missing",), False, 1, 1),
    ],
)
def test_places(keys: Keys, key: bool, line: int, column: int) -> None:
    assert locate(FILE, keys, key=key) == Place(line, column)
    assert locate(FILE.replace("\n", "\r\n"), keys, key=key) == Place(line, column), "lines end as they do on Windows, too"


def test_a_value_written_otherwise_is_found_by_its_key() -> None:
    assert locate('a = 1\nlang = "\\u0064x"\n', ("lang",)) == Place(2, 8)
    assert locate('a = [1, "x\\"y"]\n', ("a", 1)) == Place(1, 9)


def test_a_file_without_a_last_line_end() -> None:
    assert locate('a = 1\nlang = "de"', ("lang",)) == Place(2, 8)


def test_a_file_that_was_broken_since_has_no_places() -> None:
    assert locate("lang = ", ("lang",)) == Place(1, 1)
