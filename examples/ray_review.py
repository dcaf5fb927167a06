"""Review conversations with Ray Data: `python examples/ray_review.py TURNS.parquet FOUND`.

TURNS has a row a turn with the columns conversation, role, agent, time and text (docs/scale.md lists those it may have besides).
FOUND becomes a folder of Parquet with a row a turn: who spoke, how many sentences, and what was found. The workers need
reply-coach and pyarrow.
"""

from __future__ import annotations

import sys
from functools import partial

import pyarrow as pa
import ray

from coach.review.batches import review
from coach.review.judging import ReviewOptions
from coach.review.rows import FOUND


def judged(turns: pa.Table, options: ReviewOptions) -> pa.Table:
    """The core of the review on the turns of one conversation or more."""
    in_order = turns.sort_by([("conversation", "ascending"), ("time", "ascending")])
    return pa.Table.from_batches(review(in_order.to_batches(), options), schema=FOUND)


def reviewed(turns: ray.data.Dataset, options: ReviewOptions, partitions: int) -> ray.data.Dataset:
    """What was found in the turns. A conversation goes to one of so many partitions whole, and each of these is a batch."""
    by_conversation = turns.repartition(partitions, keys=["conversation"])
    return by_conversation.map_batches(partial(judged, options=options), batch_format="pyarrow", batch_size=None)


def main() -> None:
    """Read, review, write."""
    given, found = sys.argv[1:]
    reviewed(ray.data.read_parquet(given), ReviewOptions(), partitions=200).write_parquet(found)


if __name__ == "__main__":
    main()
