"""What the layers below the window say to people can be translated, all of it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fault_sentences import LIST, ROOT, calls_of_said, fields_of, listed, templates

SPOKEN_ON_THE_COMMAND_LINE_ONLY = re.compile(
    r"explorer/(cli|snapshot)\.py"
    r"|explorer/commands/(?!outputs|verify|codebooks)\w+\.py"
    r"|explorer/sources/(coding|agreement)\w*\.py"
)
"""The command line speaks English; what only it says is no work for translators."""

BESIDES = {"fault", "not_saved", "Refusal", "Violation"}
"""Calls that make or carry the words of a fault, besides its kinds."""

WORDS = re.compile(r"[^\W\d_]{2,} |[^\W\d_]{2,}[.:;,](\s|$)| [^\W\d_]{2,}")
MODULES = {
    path: ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "explorer").rglob("*.py")
}


def kinds_of_faults() -> set[str]:
    """Return the names of QuotelineError and of all that is derived from it, anywhere."""
    classes = [
        one for tree in MODULES.values() for one in ast.walk(tree) if isinstance(one, ast.ClassDef)
    ]
    kinds = {"QuotelineError"}
    while (
        more := {
            one.name for one in classes for base in one.bases if getattr(base, "id", "") in kinds
        }
        - kinds
    ):
        kinds |= more
    return kinds


KINDS = kinds_of_faults()


def bare_words(tree: ast.AST, kinds: set[str]) -> Iterator[str]:
    """Go through the faults that are made of an f-string or a bare literal, directly or by name."""
    for one in ast.walk(tree):
        if isinstance(one, ast.ClassDef) and one.name in kinds:
            # What a kind of fault hands on to its base is its message.
            yield from bare_words(ast.Module(one.body, []), {"__init__"})
        elif isinstance(one, ast.FunctionDef):
            named = {
                target.id: node.value
                for node in ast.walk(one)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for call in ast.walk(one):
                if isinstance(call, ast.Call) and _makes_a_fault(call, kinds):
                    for arg in _told(call):
                        value = named.get(arg.id, arg) if isinstance(arg, ast.Name) else arg
                        if _is_bare(value):
                            yield f"{call.lineno} {ast.unparse(value)}"


def _told(call: ast.Call) -> list[ast.expr]:
    """Return what a call is given; the rule, table, id and field of a Violation are no words."""
    named = [word.value for word in call.keywords if word.arg != "rule"]
    return [*call.args[4 if getattr(call.func, "id", "") == "Violation" else 0 :], *named]


def _makes_a_fault(call: ast.Call, kinds: set[str]) -> bool:
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name in kinds
    return False


def _is_bare(value: ast.expr) -> bool:
    match value:
        case ast.Constant(str(text)):
            return bool(WORDS.search(text))
        case ast.JoinedStr(parts):
            literal = "".join(str(one.value) for one in parts if isinstance(one, ast.Constant))
            return bool(WORDS.search(literal)) or not literal
        case ast.BinOp(left, _, right) | ast.IfExp(_, left, right):
            return _is_bare(left) or _is_bare(right)
    return False


@pytest.mark.parametrize("path", sorted(MODULES), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_fault_is_made_of_bare_words(path: Path) -> None:
    """Its message is made by `said`, or translated already, so that a window can say it."""
    name = path.relative_to(ROOT).as_posix()
    if SPOKEN_ON_THE_COMMAND_LINE_ONLY.fullmatch(name):
        return
    assert list(bare_words(MODULES[path], KINDS | BESIDES)) == []


def test_the_check_finds_bare_words() -> None:
    """Alone, in an f-string, in a choice, under a name, among keywords; not what is said."""
    code = """
def bad(path):
    problem = f"{path}: is gone."
    raise QuotelineError(problem)
    raise NotSaved(path, "the disk is full.")
    raise QuotelineError(f"{path}: gone" if path else said("gone"))
    return told(Violation, problem="has no words") or Violation(rule="a", problem="has no words")
class NotSaved(QuotelineError):
    def __init__(self, path):
        super().__init__(f"{path}: not saved.")
def good(path):
    problem = said("{path}: is gone.", path=path)
    raise QuotelineError(problem)
    return place.fault("date.edtf", error.said)
"""
    found = list(bare_words(ast.parse(code), KINDS | BESIDES))
    assert [one.split(" ", 1)[0] for one in found] == ["4", "5", "6", "7", "10"]


def test_every_sentence_is_a_literal_with_all_its_parts() -> None:
    """The templates can be gathered, and none has a place without a part or a part without one."""
    wrong = []
    for path, call in calls_of_said():
        where = f"{path.name}:{call.lineno}"
        if not (len(call.args) == 1 and isinstance(call.args[0], ast.Constant)):
            wrong.append(f"{where} no literal")
            continue
        given = {word.arg for word in call.keywords}
        if None not in given and given != fields_of(call.args[0].value):
            wrong.append(f"{where} {call.args[0].value}")
    assert wrong == []


def test_the_list_for_translators_is_complete() -> None:
    """It is what the code says now; `python tests/fault_sentences.py` writes it anew."""
    assert LIST.read_text(encoding="utf-8") == listed()


def test_qts_own_tool_finds_every_sentence(tmp_path: Path) -> None:
    """`pyside6-lupdate` takes all of the list up, word for word, under one heading."""
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    if tool is None:
        pytest.skip("pyside6-lupdate is not installed beside this Python")
    found = tmp_path / "found.ts"
    subprocess.run([tool, str(LIST), "-ts", str(found)], check=True, capture_output=True)
    root = ET.parse(found).getroot()  # noqa: S314 - just made
    context = root.findall("context")
    assert [one.findtext("name") for one in context] == ["Fault"]
    assert sorted(str(one.text) for one in context[0].iter("source")) == templates()
