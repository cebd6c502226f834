"""The start: what is loaded before the first paint, and what is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from explorer.app import application, assemble
from explorer.commands.codebooks import open_codebook
from explorer.theme import theme

qt = application()
settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
window, desk = assemble(open_codebook(None), settings, theme("light"))

def painted():
    print(sorted({"pyqtgraph", "numpy", "tinydb"} & set(sys.modules)))
    window.close()

window.painted.connect(painted)
window.show()
qt.exec()
"""


def test_the_frame_is_painted_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    """At the first paint neither pyqtgraph nor numpy is imported: they come after it."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "none.ini")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "pyqtgraph" not in done.stdout
    assert "numpy" not in done.stdout
