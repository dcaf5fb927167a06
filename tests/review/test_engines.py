"""The examples for Spark and Ray, each where it is installed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MISSING = {"spark": "pyspark", "ray": "ray"}
TALKS, TURNS = 30, 4


@pytest.fixture
def turns(tmp_path: Path) -> Path:
    """Conversations whose turns stand in no order at all."""
    rows = [
        {
            "conversation": f"c{talk}",
            "role": "agent" if turn % 2 else "customer",
            "agent": "Sam" if turn % 2 else None,
            "time": datetime(2026, 11, 2) + timedelta(minutes=turn),
            "text": f"You forgot number {talk}." if turn % 2 else "Where is my order?",
        }
        for talk in range(TALKS)
        for turn in range(TURNS)
    ]
    random.Random(1).shuffle(rows)
    path = tmp_path / "turns.parquet"
    parquet.write_table(pa.Table.from_pylist(rows), path)
    return path


@pytest.mark.parametrize("engine", ["spark", "ray"])
def test_the_example_finds_everything_once(engine: str, turns: Path, tmp_path: Path) -> None:
    if not find_spec(MISSING[engine]):
        pytest.skip(f"{MISSING[engine]} is not installed")
    if engine == "spark" and not shutil.which("java"):
        pytest.skip("Spark needs Java")
    found = tmp_path / "found"
    run = [sys.executable, str(ROOT / "examples" / f"{engine}_review.py"), str(turns), str(found)]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    subprocess.run(run, check=True, env=environment, timeout=300, capture_output=True)
    table = parquet.read_table(found)
    rows = set(zip(table["key"].to_pylist(), table["turn"].to_pylist(), strict=True))
    assert table.num_rows == len(rows) == TALKS * TURNS
    assert sum(map(len, table["findings"].to_pylist())) >= TALKS * TURNS // 2
    assert {role for role, turn in zip(table["role"].to_pylist(), table["turn"].to_pylist(), strict=True) if turn == 0} == {
        "customer"
    }
