"""Regular expressions compiled when they are first used.

Compiling costs 0.1 to 1 ms each, and a check starts anew for every draft: only what a text needs is compiled. `re` keeps 512
expressions of its own; the phrases of one language are more.
"""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=16_384)
def compiled(source: str) -> re.Pattern[str]:
    """The compiled expression; flags stand inline, as in `(?im)`."""
    return re.compile(source)
