"""A team's folder changes the shipped phrasebooks, and every mistake in it is told with its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml

import coach
from coach.errors import PhrasebookError, UsageError
from coach.model import CATEGORIES, LANGUAGES
from coach.phrasebook.team import load_book

BOOKS = Path(__file__).parents[2] / "phrasebooks"
Write = Callable[[str, str], str]


@pytest.fixture
def team(tmp_path: Path) -> Write:
    """Write a file of a team's folder; gives the folder."""

    def write(name: str, text: str) -> str:
        path = tmp_path / "team" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(tmp_path / "team")

    return write


THEIRS = {
    "cliche.yaml": 'cliche/hesitate:\n  phrases: ["give us a shout anytime"]\n',
    "negative.yaml": 'negative/cannot:\n  say: ["Here is the plan."]\n  severity: hint\n',
    "vague.yaml": 'vague/weather:\n  phrases: ["weather permitting"]\n  why: "x"\n  say: ["y"]\n'
    '  flag: ["Ready [[weather permitting]]."]\n  pass: ["The weather is fine."]\n',
    "words.yaml": 'plain: {"swimlane": "step"}\nnames: ["Unfortunately Yours"]\n',
}


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a team that changes the English books in every way there is: one folder, as each is seconds to compile."""
    folder = tmp_path_factory.mktemp("theirs")
    (folder / "en").mkdir()
    for name, text in THEIRS.items():
        (folder / "en" / name).write_text(text, encoding="utf-8")
    return str(folder)


def rules(text: str, folder: str, lang: str = "en") -> list[tuple[str, str]]:
    config = coach.Config(lang=lang, phrasebooks=folder)
    return [(finding.rule, finding.text) for finding in coach.Coach(config).check(text).findings]


def test_phrases_are_added_to_a_shipped_concept(theirs: str) -> None:
    assert ("cliche/hesitate", "give us a shout anytime") in rules("Just give us a shout anytime.", theirs)
    assert rules("Just give us a shout anytime.", "") == []


def test_a_phrase_is_removed(team: Write) -> None:
    shipped = next(entry for entry in load_book("en").entries if entry.rule == "overpromise/certainly")
    removed = shipped.phrases[0].value
    folder = team("en/overpromise.yaml", f"overpromise/certainly:\n  remove: [{json.dumps(removed)}]\n")
    book = load_book("en", folder)
    assert removed not in [p.value for entry in book.entries if entry.rule == shipped.rule for p in entry.phrases]


def test_wording_and_severity_are_replaced(theirs: str) -> None:
    report = coach.Coach(coach.Config(phrasebooks=theirs)).check("We can't ship it.", "en")
    found = next(finding for finding in report.findings if finding.rule == "negative/cannot")
    assert (found.severity, [one.text for one in found.suggestions]) == ("hint", ["Here is the plan."])


def test_a_concept_of_ones_own(theirs: str) -> None:
    assert ("vague/weather", "weather permitting") in rules("We come weather permitting.", theirs)
    only = coach.Config(select=("vague/weather",), phrasebooks=theirs)
    assert [f.rule for f in coach.Coach(only).check("We can't come, weather permitting.", "en").findings] == ["vague/weather"]


def test_own_jargon_comes_with_plain_words(theirs: str) -> None:
    assert ("jargon/internal", "swimlane") in rules("Your swimlane is open.", theirs)
    assert coach.Coach(coach.Config(phrasebooks=theirs)).rewrite("Your swimlane is open.", "en") == "Your step is open."


def test_the_shipped_book_is_untouched_beside_a_team(theirs: str) -> None:
    assert rules("Unfortunately Yours is late.", theirs) != rules("Unfortunately Yours is late.", "")


def test_a_product_name_is_never_flagged_in_english(theirs: str) -> None:
    assert rules("Unfortunately Yours's new album is out.", theirs) == []


@pytest.mark.parametrize(
    ("lang", "name", "text"),
    [
        ("de", "Leider Geil", "Das Leider Geils Konzert ist am 3. Mai."),
        ("ru", "Никогда Плюс", "Подписка на Никогда Плюс стоит 300 рублей."),
        ("tr", "Maalesef Kahve", "Maalesef Kahve'nin yeni şubesi açıldı."),
    ],
)
def test_a_product_name_is_never_flagged_whatever_its_ending(team: Write, lang: str, name: str, text: str) -> None:
    folder = team(f"{lang}/words.yaml", f'names: ["{name}"]\n')
    assert rules(text, folder, lang) == []


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("en/blame.yaml", "blame/forgot:\n  phrase: [a]\n", "2:3: unknown key 'phrase' in blame/forgot"),
        ("en/blame.yaml", "policy/rules:\n  phrases: [a]\n", "1:1: 'policy/rules' does not belong here"),
        ("en/blame.yaml", "blame/ours:\n  phrases: [a]\n", "1:1: blame/ours has no why and no say and no flag and no pass"),
        ("en/blame.yaml", 'blame/forgot:\n  remove: ["never there"]\n', "2:13: blame/forgot has no such phrase"),
        ("en/blame.yaml", 'blame/forgot:\n  phrases: ["a <b"]\n', "2:16: unexpected '<'"),
        ("en/words.yaml", "plan: {}\n", "1:1: unknown key 'plan' in words.yaml"),
        ("en/blam.yaml", "", "no category is called 'blam'"),
    ],
)
def test_mistakes_are_told_with_their_place(team: Write, name: str, text: str, message: str) -> None:
    folder = team(name, text)
    with pytest.raises(PhrasebookError) as caught:
        coach.Coach(coach.Config(phrasebooks=folder)).check("A text.", "en")
    assert message in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        coach.Coach(coach.Config(phrasebooks=str(tmp_path / "gone"))).check("A text.", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_schema_for_editors_fits_what_is_shipped(lang: str) -> None:
    schema = json.loads((BOOKS / "schema.json").read_text(encoding="utf-8"))
    for name in (f"{category}{part}.yaml" for category in CATEGORIES for part in ("", ".recasts")):
        jsonschema.validate(yaml.safe_load((BOOKS / lang / name).read_text(encoding="utf-8")), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"blame/forgot": {"phrase": ["a"]}}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"blame/forgot": [{"from": ["a"], "to": ["b"]}]}, schema)
