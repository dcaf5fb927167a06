"""Make the texts of the benchmark: `python bench/corpus.py FOLDER [--turns-mb N] [--files N]`.

Writes `draft.txt` (English, 100 words, with findings), `macros/*.txt` (about 80 words each, a quarter per language) and
`turns.jsonl` (an agent's chat turn a line, six to a conversation, a quarter of the conversations per language, half of the
turns harmless). The same arguments always give the same bytes. Slots make nearly every sentence differ, so that remembering
texts already seen does not decide the result.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from sentences import DRAFT, LANGUAGES, Language

SEED = 20_260_101
MACRO_WORDS = 80
TURNS = 6
"""How many turns of the agent a conversation has."""


def fill(sentence: str, language: Language, draw: random.Random) -> str:
    """The sentence with a fresh value in each slot, beginning with a capital."""
    text = sentence.format(
        clause=draw.choice(language.clause),
        name=draw.choice(language.name),
        product=draw.choice(language.product),
        place=draw.choice(language.place),
        day=draw.choice(language.day),
        number=draw.randrange(2, 90_000),
        amount=f"{draw.randrange(1, 400)}.{draw.randrange(100):02}",
        time=f"{draw.randrange(7, 20)}:{draw.randrange(60):02}",
        code=f"{draw.choice('ABCDEFGHKLMNPRSTUVWXYZ')}{draw.choice('ABCDEFGHKLMNPRSTUVWXYZ')}{draw.randrange(10**6, 10**7)}",
    )
    return text[0].upper() + text[1:] if text[0] != "i" else text


def macro(language: Language, draw: random.Random) -> str:
    """A reply of about 80 words with greeting and placeholders, a third of its sentences faulty."""
    body: list[str] = []
    count = len(f"{language.hello} {language.goodbye}".split())
    while count < MACRO_WORDS - 4:
        kind = language.faulty if draw.random() < 1 / 3 else language.harmless
        body.append(fill(draw.choice(kind), language, draw))
        count += len(body[-1].split())
    middle = len(body) // 2
    return "\n\n".join([language.hello, " ".join(body[:middle]), " ".join(body[middle:]), language.goodbye]) + "\n"


def turn(language: Language, harmless: bool, draw: random.Random) -> str:
    """One to four sentences as people type them in a chat: now and then in lower case or without the last full stop."""
    length = draw.choice((1, 1, 2, 2, 3, 4))
    sentences = [fill(draw.choice(language.harmless), language, draw) for _ in range(length)]
    if not harmless:
        sentences[draw.randrange(length)] = fill(draw.choice(language.faulty), language, draw)
    text = " ".join(sentences)
    manner = draw.random()
    return text.lower() if manner < 0.1 else text.rstrip(".") if manner < 0.3 else text


def write_macros(folder: Path, count: int) -> None:
    """The macro files, languages taking turns."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(SEED)
    codes = list(LANGUAGES)
    for index in range(count):
        code = codes[index % len(codes)]
        (folder / f"{index:04}-{code}.txt").write_text(macro(LANGUAGES[code], draw), encoding="utf-8", newline="\n")


def write_turns(path: Path, size: int) -> None:
    """Turns until the file has at least `size` bytes of UTF-8."""
    draw = random.Random(SEED)
    codes = list(LANGUAGES)
    written = index = 0
    with path.open("wb") as out:
        while written < size:
            if index % TURNS == 0:
                language = LANGUAGES[draw.choice(codes)]
            text = turn(language, index % 2 == 0, draw)
            record = {"conversation": f"c{index // TURNS:06}", "turn": index, "speaker": "agent", "text": text}
            written += out.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")
            index += 1


def main() -> None:
    """Write everything into the folder."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--turns-mb", type=int, default=50, help="size of turns.jsonl in millions of bytes (default %(default)s)")
    parser.add_argument("--files", type=int, default=2000, help="number of macro files (default %(default)s)")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    (options.folder / "draft.txt").write_text(DRAFT, encoding="utf-8", newline="\n")
    write_macros(options.folder / "macros", options.files)
    write_turns(options.folder / "turns.jsonl", options.turns_mb * 1_000_000)


if __name__ == "__main__":
    main()
