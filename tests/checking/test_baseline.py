"""The file of known findings: counted, merged, pruned, and never hiding more than it knows."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.checking.baseline import Baseline, Entry, dump, load, redacted
from coach.checking.fingerprints import fingerprint
from coach.errors import UsageError
from coach.model import Finding, Origin

CANNOT, BLAME = "negative/cannot", "blame/forgot"
HEADER = '{"schema_version": 1, "tool": "coach", "version": "1.0"}\n'


def found(path: str, sentence: str, rule: str = CANNOT, start: int = 0) -> Finding:
    origin = Origin(fingerprint=fingerprint(rule, path, sentence))
    return Finding(rule, rule.split("/")[0], "warning", start, start + 5, "can't", "Why.", (), origin)


def entry(path: str, sentence: str, times: int = 1, rule: str = CANNOT, text: str = "can't") -> Entry:
    return Entry(path, rule, fingerprint(rule, path, sentence), times, text)


def line(**changes: object) -> str:
    whole: dict[str, object] = {"rule": CANNOT, "path": "a.md", "fingerprint": "0" * 64, "count": 1, "text": "can't"}
    return json.dumps({key: value for key, value in {**whole, **changes}.items() if value is not None}) + "\n"


# taking


def test_known_findings_are_silent_and_new_ones_are_shown() -> None:
    baseline = Baseline([entry("a.md", "We can't.")])
    shown, known = baseline.take("a.md", [found("a.md", "We can't."), found("a.md", "You can't.")])
    assert [one.origin.baseline_state for one in shown] == ["new"]
    assert [(one.origin.baseline_state, one.origin.suppressed_by) for one in known] == [("unchanged", "baseline")]
    assert shown[0].origin.suppressed_by == ""


def test_moved_lines_and_a_new_severity_stay_known() -> None:
    baseline = Baseline([entry("a.md", "We can't.")])
    moved = found("a.md", "we  can't.", start=400)._replace(severity="error", message="Another reason.")
    assert baseline.take("a.md", [moved])[0] == []


def test_of_equal_findings_the_last_are_new() -> None:
    baseline = Baseline([entry("a.md", "We can't.", 2)])
    shown, known = baseline.take("a.md", [found("a.md", "We can't.", start=at) for at in (10, 20, 30)])
    assert ([one.start for one in known], [one.start for one in shown]) == ([10, 20], [30])


def test_the_same_sentence_elsewhere_is_new() -> None:
    baseline = Baseline([entry("a.md", "We can't.")])
    assert len(baseline.take("b.md", [found("b.md", "We can't.")])[0]) == 1  # in another file
    assert len(baseline.take("a.md", [found("a.md", "We can't.", BLAME)])[0]) == 1  # another fault


def test_without_entries_everything_is_new() -> None:
    shown, known = Baseline().take("a.md", [found("a.md", "We can't.")])
    assert (len(shown), known, shown[0].origin.baseline_state) == (1, [], "new")


# what is gone


def test_what_was_mended_is_gone() -> None:
    baseline = Baseline([entry("a.md", "We can't.", 3), entry("a.md", "You can't.")])
    baseline.take("a.md", [found("a.md", "We can't.")])
    assert baseline.gone() == sorted([entry("a.md", "We can't.", 2), entry("a.md", "You can't.")])
    assert baseline.pruned() == [entry("a.md", "We can't.", 1)]


def test_files_that_were_not_checked_are_not_gone() -> None:
    baseline = Baseline([entry("a.md", "We can't."), entry("b.md", "We can't.")])
    baseline.take("a.md", [])
    assert baseline.gone() == [entry("a.md", "We can't.")]
    assert baseline.pruned() == [entry("b.md", "We can't.")]


def test_rules_that_were_not_looked_for_are_not_gone() -> None:
    # coach check --select blame --prune-baseline
    baseline = Baseline([entry("a.md", "We can't."), entry("a.md", "You forgot.", rule=BLAME)], lambda rule: rule == BLAME)
    baseline.take("a.md", [])
    assert baseline.gone() == [entry("a.md", "You forgot.", rule=BLAME)]


def test_a_deleted_file_is_gone_when_its_folder_was_checked(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "excluded.md").touch()
    known = [entry("macros/deleted.md", "We can't."), entry("macros/excluded.md", "We can't."), entry("other/x.md", "We can't.")]
    baseline = Baseline(known)
    assert baseline.gone(["macros"], str(tmp_path)) == [known[0]]  # the excluded one is still there, the other was not looked for
    assert baseline.gone(["macros/"], str(tmp_path)) == [known[0]]
    assert baseline.gone(["macro"], str(tmp_path)) == []  # another folder
    assert baseline.gone(["."], str(tmp_path)) == [known[0], known[2]]
    assert baseline.gone([], str(tmp_path)) == []


# writing


def test_writing_keeps_what_was_not_checked() -> None:
    old = [entry("a.md", "We can't."), entry("b.md", "We can't.", 2)]
    baseline = Baseline(old)
    baseline.take("a.md", [found("a.md", "You can't."), found("a.md", "You can't.")])
    assert baseline.renewed() == sorted([entry("a.md", "You can't.", 2), old[1]])


def test_writing_with_fewer_rules_keeps_the_others() -> None:
    old = [entry("a.md", "We can't."), entry("a.md", "You forgot.", rule=BLAME)]
    baseline = Baseline(old, lambda rule: rule == BLAME)
    baseline.take("a.md", [found("a.md", "You forgot.", BLAME), found("a.md", "You forgot.", BLAME)])
    assert baseline.renewed() == sorted([old[0], entry("a.md", "You forgot.", 2, rule=BLAME)])


def test_writing_twice_gives_the_same_bytes() -> None:
    findings = [found("b.md", "We can't."), found("b.md", "Das geht nicht, Jürgen.")]
    first = Baseline()
    first.take("b.md", findings)
    first.take("a.md", [found("a.md", "You can't.")])
    written = dump(first.renewed(), "1.0")
    second = Baseline(load(written, "x"))
    second.take("a.md", [found("a.md", "You can't.")])  # in another order
    second.take("b.md", findings[::-1])
    assert dump(second.renewed(), "1.0") == written
    assert second.gone() == []


def test_the_bytes() -> None:
    entries = [Entry("b.md", CANNOT, "1" * 64, 2, "geht nicht, Uwe"), Entry("a.md", CANNOT, "2" * 64, 1)]
    assert dump(entries, "1.0").decode() == (
        HEADER
        + f'{{"rule": "negative/cannot", "path": "a.md", "fingerprint": "{"2" * 64}", "count": 1}}\n'
        + f'{{"rule": "negative/cannot", "path": "b.md", "fingerprint": "{"1" * 64}", "count": 2, "text": "geht nicht, Uwe"}}\n'
    )


def test_a_name_that_is_no_unicode_can_be_written_and_read() -> None:
    strange = Entry("a\udc80.md", CANNOT, "1" * 64, 1)
    assert load(dump([strange], "1.0"), "x") == [strange]


@pytest.mark.parametrize(
    ("words", "noted"),
    [
        ("can't", "can't"),
        ("order 4711\nfor  anna@example.org", "order #### for [mail]"),
        ("x" * 300, "x" * 80),
    ],
)
def test_the_noted_words_are_redacted(words: str, noted: str) -> None:
    assert redacted(words) == noted


# reading


def test_merged_files_are_read() -> None:
    # Both sides of a merge one after the other: two headers, not sorted, empty lines, the line ends of Windows.
    data = HEADER + line(path="b.md") + line(count=2) + "\n" + HEADER.replace("1.0", "1.1") + line(count=3) + line(path="b.md")
    expected = {("a.md", CANNOT, "0" * 64): 5, ("b.md", CANNOT, "0" * 64): 2}
    for text in (data, data.replace("\n", "\r\n"), "\ufeff" + data):
        entries = Baseline(load(text.encode(), "x")).pruned()
        assert {one.key: one.times for one in entries} == expected


def test_what_a_newer_program_adds_to_an_entry_is_left_alone() -> None:
    assert load((HEADER + line(owner="team")).encode(), "x") == [Entry("a.md", CANNOT, "0" * 64, 1, "can't")]


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("", "x:1", "this is no baseline: its first line says nothing of a schema_version"),
        (line(), "x:1", "this is no baseline: its first line says nothing of a schema_version"),
        (HEADER + "<<<<<<< HEAD\n" + line(), "x:2", "a merge of the baseline is not finished"),
        (HEADER + line() + "=======\n", "x:3", "a merge of the baseline is not finished"),
        (HEADER + line() + ">>>>>>> theirs\n", "x:3", "a merge of the baseline is not finished"),
        (HEADER + "||||||| base\n", "x:2", "a merge of the baseline is not finished"),
        (HEADER + '{"rule": \n', "x:2:10", "not JSON: Expecting value"),
        (HEADER + "[1]\n", "x:2", "not an entry of a baseline"),
        (HEADER + "[" * 100_000 + "\n", "x:2", "not an entry of a baseline"),
        (HEADER + "1" * 5_000 + "\n", "x:2", "not an entry of a baseline"),
        (HEADER.replace("1,", "2,"), "x:1", "schema_version 2 is not known, only 1"),
        (HEADER.replace("1,", "true,"), "x:1", "schema_version True is not known, only 1"),
    ],
)
def test_what_is_no_baseline_is_an_error_with_its_line(text: str, where: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        load(text.encode(), "x")
    assert (caught.value.where, caught.value.message) == (where, message)
    assert caught.value.hint


@pytest.mark.parametrize(
    "changes",
    [
        {"count": 0}, {"count": -1}, {"count": True}, {"count": "1"}, {"count": 1.5}, {"count": None}, {"fingerprint": "abc"},
        {"fingerprint": "G" * 64}, {"fingerprint": None}, {"rule": "cannot"}, {"rule": 3}, {"path": ""}, {"path": None},
        {"text": 5},
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_counted_is_an_error(changes: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"x:2: an entry needs rule, path, fingerprint"):
        load((HEADER + line(**changes)).encode(), "x")


def test_other_bytes_are_an_error() -> None:
    with pytest.raises(UsageError, match="x: not valid UTF-8 at byte 0"):
        load(b"\xff\xfe\x00", "x")


# properties

SENTENCES = st.sampled_from(["We can't.", "You can't.", "They can't."])
PATHS = st.sampled_from(["a.md", "b.md"])
ENTRIES = st.lists(st.builds(entry, PATHS, SENTENCES, st.integers(1, 4)), max_size=8)


@given(ENTRIES, ENTRIES)
def test_putting_two_files_together_adds_their_counts(one: list[Entry], other: list[Entry]) -> None:
    def counts(entries: list[Entry]) -> Counter[tuple[str, str, str]]:
        total: Counter[tuple[str, str, str]] = Counter()
        for each in entries:
            total[each.key] += each.times
        return total

    together = load(dump(one, "1.0") + dump(other, "1.1"), "x")
    assert {each.key: each.times for each in Baseline(together).pruned()} == dict(counts(one) + counts(other))


@given(ENTRIES, st.lists(SENTENCES, max_size=12))
def test_never_more_is_hidden_than_is_known(entries: list[Entry], sentences: list[str]) -> None:
    baseline = Baseline(entries)
    findings = [found("a.md", sentence, start=number) for number, sentence in enumerate(sentences)]
    shown, known = baseline.take("a.md", findings)
    assert sorted([one.start for one in (*shown, *known)]) == list(range(len(sentences)))
    hidden = Counter(one.origin.fingerprint for one in known)
    allowed = Counter[str]()
    for one in entries:
        if one.path == "a.md":
            allowed[one.fingerprint] += one.times
    assert hidden <= allowed


@given(ENTRIES, st.lists(SENTENCES, max_size=12))
def test_after_writing_nothing_is_new_and_nothing_gone(entries: list[Entry], sentences: list[str]) -> None:
    findings = [found("a.md", sentence) for sentence in sentences]
    first = Baseline(entries)
    first.take("a.md", findings)
    second = Baseline(first.renewed())
    assert second.take("a.md", findings)[0] == []
    assert second.gone() == []
