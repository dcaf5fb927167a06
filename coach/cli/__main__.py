"""`python -m coach.cli`, for an installation whose scripts are not on the path."""

from __future__ import annotations

from coach.cli import main

raise SystemExit(main())
