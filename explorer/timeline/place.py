"""Places of moments on the widget, worked out from its frame."""

from __future__ import annotations

from explorer.timeline.frame import Frame


def px_of(frame: Frame, moment: float) -> float:
    """Return the px of the widget at which a moment (seconds UTC) lies, in sight or not."""
    return (moment - frame.time_at(0.0)) / frame.per_px
