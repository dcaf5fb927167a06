"""How often harmless chat turns get a warning or error: `python bench/harmless.py FOLDER`.

`FOLDER/agent_<lang>.jsonl` holds real agent messages, one {"id", "text"} a line, which are not part of this project. Here are
only the ids of 200 turns a language that a trainer has judged harmless (bench/harmless/<lang>.jsonl: id and kind). Prints the
share a language, and what was said about which id.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import coach

LABELS = Path(__file__).with_name("harmless")


def main() -> None:
    """Judge the labelled turns."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    judge = coach.Coach(coach.Config(channel="chat", min_severity="warning", sending=False, rewrites=False))
    for labels in sorted(LABELS.glob("*.jsonl")):
        lang = labels.stem
        texts = {row["id"]: row["text"] for row in rows(folder / f"agent_{lang}.jsonl")}
        turns = [(row["id"], texts[row["id"]]) for row in rows(labels) if row["id"] in texts]
        loud = [(key, [finding.rule for finding in judge.check(text, lang).findings]) for key, text in turns]
        loud = [(key, rules) for key, rules in loud if rules]
        print(f"{lang}: {len(loud)} of {len(turns)} harmless turns with a warning or error, {len(loud) / max(1, len(turns)):.1%}")
        for key, rules in loud:
            print(f"  {key}: {', '.join(rules)}")


def rows(path: Path) -> list[dict[str, str]]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
