from __future__ import annotations

import os
import sys

import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the harness needs fork")
def test_no_acknowledged_action_is_lost_in_any_kill() -> None:
    """Twenty writers killed at random moments leave files that open and hold what was told.

    In a process of its own: a process that has Qt and threads must not fork.
    """
    import subprocess  # noqa: PLC0415 - only where it can run
    from pathlib import Path  # noqa: PLC0415

    script = Path(__file__).with_name("kill_store.py")
    done = subprocess.run(
        [sys.executable, str(script), "--kills", "20", "--seed", "7"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 losses" in done.stdout
