"""The rules of the code itself: layers, sizes, words."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "explorer").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
FORBIDDEN_NAMES = re.compile(r"(manager|helper|utils?|handler|^info$|^process$)", re.IGNORECASE)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method defined in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_layers_import_downwards_only() -> None:
    """Every import-linter contract of pyproject.toml holds."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_are_small() -> None:
    """No module has more than 300 lines, and the median one fewer than 200."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert [path for path, length in lengths.items() if length > 300] == []
    assert median(lengths.values()) < 200


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_functions_are_short(path: Path) -> None:
    """No function has more than 40 lines, its docstring included."""
    long = [one.name for one in functions(path) if (one.end_lineno or 0) - one.lineno + 1 > 40]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_names_say_what_a_thing_is(path: Path) -> None:
    """No class, function or module is called a manager, helper, handler or the like."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = ast.ClassDef | ast.FunctionDef
    named = [node.name for node in ast.walk(tree) if isinstance(node, kinds)]
    assert [n for n in (*named, path.stem) if FORBIDDEN_NAMES.search(n)] == []


@pytest.mark.parametrize("path", TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_states_the_behaviour_it_checks(path: Path) -> None:
    """Each test function has a docstring."""
    tests = (one for one in functions(path) if one.name.startswith("test_"))
    assert [one.name for one in tests if not ast.get_docstring(one)] == []


def test_no_module_keeps_state_in_a_global() -> None:
    """No function rebinds a name of its module."""
    rebinding = [
        str(path.relative_to(ROOT))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Global)
    ]
    assert rebinding == []
