"""What a review tells, in the forms people and programs read: a ReviewReport goes in, the text that is written comes out.

Nothing here writes to a stream, and nothing counts: every figure stands in the records of `coach.review.scoring.record`.
"""
