"""What help desks and contact centres export as JSON.

`form` says what an export looks like, `helpdesks` and `calls` are the exports, `finding` tells whose a value is and where its
conversations stand, `making` makes them, `pages` joins what was apart, `bodies` gets at the text and `fields` at everything else.
"""

from coach.review.sources.exports.finding import elements_are, recognise
from coach.review.sources.exports.making import conversations
from coach.review.sources.exports.pages import joined

__all__ = ["conversations", "elements_are", "joined", "recognise"]
