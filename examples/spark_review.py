"""Review conversations with Spark: `spark-submit examples/spark_review.py TURNS.parquet FOUND.parquet`.

TURNS has a row a turn with the columns conversation, role, agent, time and text (docs/scale.md lists those it may have besides).
FOUND gets a row a turn: who spoke, how many sentences, and what was found. The workers need reply-coach and pyarrow.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from coach.review.batches import review
from coach.review.judging import ReviewOptions
from coach.review.rows import FOUND

if TYPE_CHECKING:
    import pyarrow as pa


def judged(batches: Iterable[pa.RecordBatch], options: ReviewOptions) -> Iterator[pa.RecordBatch]:
    """The core of the review, as mapInArrow calls it for each partition."""
    return review(batches, options)


def reviewed(turns: DataFrame, options: ReviewOptions) -> DataFrame:
    """What was found in the turns. A conversation goes to one partition whole, and its turns in order."""
    by_conversation = turns.repartition("conversation").sortWithinPartitions("conversation", "time")
    return by_conversation.mapInArrow(partial(judged, options=options), from_arrow_schema(FOUND))


def main() -> None:
    """Read, review, write."""
    given, found = sys.argv[1:]
    spark = SparkSession.builder.appName("coach review").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    reviewed(spark.read.parquet(given), ReviewOptions()).write.mode("overwrite").parquet(found)
    spark.stop()


if __name__ == "__main__":
    main()
