"""Imports run in one direction, and the heavy libraries stay where they belong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "coach"

LAYERS = (
    {"errors", "expressions", "model", "config", "paths", "replacing"},
    {"languages"},
    {"sources"},
    {"rules"},
    {"filling"},
    {"phrasebook"},
    {"rewriting", "texts"},
    {"whole", "analysis", "recasting"},
    {"engine"},
    {"selftest", "evaluation", "trial", "excepting", "checking", "settings"},
    {"__init__"},
    {"reports"},
    {"library", "review"},
    {"cli"},
    {"__main__"},
)
"""A module may import from its own layer and from the ones before it.

Rules come before phrasebooks: a rule is a concept that knows no language, a phrasebook says it in one and is checked against it.
The self-test of the phrasebooks runs the whole engine and so stands to its right.
"""

DEPTH = {name: depth for depth, names in enumerate(LAYERS) for name in names}

ONLY_IN = {
    "spacy": ("analysis.py", "analysis/"),
    "yaml": ("phrasebook/loader.py", "filling/reading.py", "sources/data/yaml_tree.py", "checking/literals.py"),
    "jinja2": ("filling/", "reports/html_report.py", "checking/placeholders.py", "review/report/page.py"),
    "babel": ("filling/",),
    "petrovich": ("filling/",),
    "markdown_it": ("filling/", "sources/commonmark.py"),
    "pathspec": ("settings/ignoring.py",),
    "tomllib": ("settings/", "sources/data/toml_tree.py"),
    "pyarrow": ("review/",),
    "duckdb": ("review/store.py",),
    "orjson": ("review/sources/", "review/report/lines.py"),
    "zstandard": ("review/sources/opening.py",),
    "fsspec": ("review/sources/opening.py",),
    "distributed": ("review/cluster.py",),
}

APART = {("whole", "analysis"), ("analysis", "whole"), ("cli", "analysis")}
"""Layers that stand side by side. Only the engine reaches the module that imports spaCy, and only for a customer's message."""

MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if "_data" not in path.parts)


def layer_of(module: str) -> str:
    """`rules/blame.py` and `coach.rules.blame` both belong to the layer `rules`."""
    return module.removeprefix("coach.").removesuffix(".py").replace("/", ".").partition(".")[0]


def imports(tree: ast.Module, module: str) -> Iterator[tuple[int, str]]:
    """Every module imported anywhere in the file, lazily or not, as (line, absolute name).

    Imports for type checkers do not run and do not count; nor does the version number, which the package sets before all else.
    """
    type_only = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for statement in block.body
        for node in ast.walk(statement)
    }
    package = ["coach", *Path(module).parent.parts]
    for node in ast.walk(tree):
        if node in type_only:
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = (
                ".".join([*package[: len(package) - node.level + 1], *filter(None, [node.module])])
                if node.level
                else node.module or ""
            )
            if origin == "coach":
                names = (alias.name for alias in node.names if alias.name != "__version__")
                yield from ((node.lineno, f"coach.{name}" if known(name) else "coach") for name in names)
            else:
                yield node.lineno, origin
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and node.args:
            name = node.args[0]
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield node.lineno, name.value


def known(name: str) -> bool:
    """Whether `from coach import name` imports a module of ours rather than an object of the public interface."""
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()


def imports_of(module: str) -> list[tuple[int, str]]:
    return list(imports(ast.parse((PACKAGE / module).read_text(encoding="utf-8")), module))


@pytest.mark.parametrize("module", MODULES)
def test_every_module_has_a_layer(module: str) -> None:
    assert layer_of(module) in DEPTH, "name its layer in tests/test_layers.py and in ARCHITECTURE.md"


@pytest.mark.parametrize("module", MODULES)
def test_left_never_imports_right(module: str) -> None:
    own = layer_of(module)
    wrong = []
    for line, name in imports_of(module):
        if name.partition(".")[0] != "coach":
            continue
        other = "__init__" if name == "coach" else layer_of(name)
        # The public interface is a thin lazy shell: it may reach everything below, and only what lies above may use it.
        if DEPTH[other] > DEPTH[own] or (own, other) in APART:
            wrong.append(f"coach/{module}:{line} imports {name}")
    assert not wrong


@pytest.mark.parametrize("module", MODULES)
def test_heavy_libraries_have_one_home(module: str) -> None:
    wrong = [
        f"coach/{module}:{line} imports {name}"
        for line, name in imports_of(module)
        for library, homes in ONLY_IN.items()
        if name.partition(".")[0] == library and not module.startswith(homes)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("source", "module", "names"),
    [
        ("from coach.rules import blame", "engine.py", ["coach.rules"]),
        ("from coach import Coach, model", "cli/check.py", ["coach", "coach.model"]),
        ("from . import blame", "rules/__init__.py", ["coach.rules"]),
        ("from .concept import Concept", "rules/blame.py", ["coach.rules.concept"]),
        ("def f():\n    import yaml", "cli/check.py", ["yaml"]),
        ("import importlib\nimportlib.import_module('spacy')", "cli/check.py", ["importlib", "spacy"]),
        ("from coach import __version__", "phrasebook/cache.py", []),
        ("if TYPE_CHECKING:\n    from coach.cli import app", "engine.py", []),
    ],
)
def test_the_reader_of_imports_itself(source: str, module: str, names: list[str]) -> None:
    assert [name for _, name in imports(ast.parse(source), module)] == names
