"""The sentences of faults, gathered from the code into the list that translators' tools read.

    python tests/fault_sentences.py

`pyside6-lupdate` finds calls of Qt's own names only, and with literals alone. The layers below the
window know nothing of Qt and say what is wrong by `said`, with the parts beside the template, so
the templates are listed in `resources/i18n/faults.py`, which nothing imports.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).parents[1]
LIST = ROOT / "resources" / "i18n" / "faults.py"
_HEAD = '''"""What faults say, for translators. Made by tests/fault_sentences.py; do not edit."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

'''


def calls_of_said() -> Iterator[tuple[Path, ast.Call]]:
    """Go through every sentence that is made in the code."""
    for path in sorted((ROOT / "explorer").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "said":
                yield path, node


def fields_of(template: str) -> set[str]:
    """Return the names of the parts that a template has places for."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def has_words(template: str) -> bool:
    """Tell whether there is anything to translate in a template."""
    return any(sign.isalpha() for literal, *_ in Formatter().parse(template) for sign in literal)


def templates() -> list[str]:
    """Return every template that has words, each once, in order."""
    found = {ast.literal_eval(call.args[0]) for _, call in calls_of_said()}
    return sorted(one for one in found if has_words(one))


def listed() -> str:
    """Return the list as a file that lupdate reads."""
    return _HEAD + "".join(f'QT_TRANSLATE_NOOP("Fault", {_literal(one)})\n' for one in templates())


def _literal(text: str) -> str:
    """Return a text in double quotes, as lupdate reads both kinds but escapes in few ways."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    LIST.write_text(listed(), encoding="utf-8")
