"""Where the shipped data is.

It is looked up on every start, so this uses os.path and the package's own file instead of importlib.resources (40 ms); wheels are
always unpacked on disk, so nothing is lost by it.
"""

from __future__ import annotations

import os

PACKAGE = os.path.dirname(os.path.abspath(__file__))


def data_folder(name: str) -> str:
    """The folder of shipped data `name` ("phrasebooks", "templates"): inside an installed package, else in the checkout."""
    installed = os.path.join(PACKAGE, "_data", name)
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(PACKAGE), name)
