"""Renew the reference pictures, after the look of the timeline was changed on purpose.

    QT_QPA_PLATFORM=offscreen python tests/pictures/renew.py [--into FOLDER] [STATE ...]

Look at what changed (`git diff --stat`, then the pictures) before you keep it. Those for a screen
with two px to a px are drawn by a process of their own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtGui import QImage

from explorer.app import application
from tests.pictures.alike import difference
from tests.pictures.states import LARGE, STATES, take_font

FOLDER = Path(__file__).parent / "reference"
_SCALE = "QT_SCALE_FACTOR"


def renew(folder: Path, names: list[str]) -> None:
    """Draw states at this process's scale and keep those that look otherwise."""
    application()
    take_font()
    folder.mkdir(exist_ok=True)
    for name in names:
        path = folder / f"{name}.png"
        image = STATES[name]().convertToFormat(QImage.Format.Format_RGB32)
        changed = difference(image, QImage(str(path))) if path.exists() else "new"
        if changed:
            image.save(str(path))
            sys.stdout.write(f"{name}: {changed}\n")


def renew_large(folder: Path, names: list[str]) -> None:
    """Draw states for a screen with two px to a px, in a process of their own."""
    program = [sys.executable, __file__, "--into", str(folder), *names]
    subprocess.run(program, check=True, env={**os.environ, _SCALE: "2"})


def main() -> None:
    """Draw the states named on the command line, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=FOLDER)
    parser.add_argument("states", nargs="*", metavar="STATE")
    asked = parser.parse_args()
    names = asked.states or list(STATES)
    is_large = os.environ.get(_SCALE) == "2"
    here = [name for name in names if name.endswith(LARGE) == is_large]
    renew(asked.into, here)
    if large := [name for name in names if name not in here]:
        renew_large(asked.into, large)


if __name__ == "__main__":
    main()
