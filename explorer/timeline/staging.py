"""Stage: the scene for what the session shows now, rebuilt only as far as something changed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from explorer.layout.columns import Columns, Sign, columns_of, flags
from explorer.layout.drawing import MARKED, PICKED
from explorer.layout.labels import Measure, Typesetter
from explorer.layout.lanes import Lanes, Sizes, pack
from explorer.layout.scale import TimeScale, ceil_pow2
from explorer.layout.scene import Arrangement, Scene, build_scene
from explorer.model.selection import ClusterSelected, selected_events
from explorer.model.span import TimeSpan
from explorer.session.navigation import fitted
from explorer.session.session import Session

_MEASURED = 5_000
"""Up to how many titles are measured for packing; of more, the lengths are good enough."""


_PANNING, _ZOOMING = 1.0, 0.15
"""Viewports that a scene reaches beyond each edge, by what the reader is about."""


class Stage:
    """Keeps columns, lanes and scene of a session, each until what it stands on changes."""

    def __init__(self, session: Session, measure: Measure, sizes: Sizes) -> None:
        self._session = session
        self._typesetter = Typesetter(measure)
        self._sizes = sizes
        self._columns: Columns | None = None
        self._whole: TimeSpan | None = None
        self._packed: tuple[float, int, Lanes] | None = None
        self._plan: Arrangement | None = None
        self._scene: Scene | None = None

    @property
    def sizes(self) -> Sizes:
        """The measures of drawings in px."""
        return self._sizes

    def restyle(self, measure: Measure, sizes: Sizes) -> None:
        """Lay out anew for other letters."""
        self._typesetter = Typesetter(measure)
        self._sizes = sizes
        self._packed = self._plan = self._scene = None

    def forget_events(self) -> None:
        """Lay out anew: other events pass the filters, or another chronicle is open."""
        self._columns = self._whole = self._packed = self._plan = self._scene = None

    def forget_signs(self) -> None:
        """Draw anew what is selected or bookmarked, all events staying in their lanes."""
        self._plan = self._scene = None

    def extent(self) -> TimeSpan:
        """Return the span of the events that pass the filters."""
        if self._whole is None:
            self._whole = self._session.extent()
        return self._whole

    def columns(self) -> Columns:
        """Return the events that pass the filters, as arrays."""
        if self._columns is None:
            session = self._session
            kinds = list(session.codebook.quads)
            numbers = {
                known: kinds.index(session.codebook.quad_of(known).id)
                for known in {event.type for event in session.visible_events()}
            }
            self._columns = columns_of(
                session.visible_events(), session.chronicle.extent, numbers.__getitem__
            )
        return self._columns

    def lanes(self, width: float, preferred: int) -> Lanes:
        """Return the lanes, packed for all events fitted into `width` px and `preferred` lanes."""
        resolution = ceil_pow2(fitted(self.extent()).length / max(width, 1.0))
        if self._packed is None or self._packed[:2] != (resolution, preferred):
            columns = self.columns()
            if len(columns) <= _MEASURED:
                bold = (columns.importance >= 3).tolist()
                widths = list(map(self._typesetter.width, columns.titles, bold))
            else:
                letter = self._typesetter.width("n", False)
                widths = [letter * len(title) for title in columns.titles]
            labels = np.array(widths, dtype=np.float64)
            packed = pack(columns, labels, resolution, self._sizes, preferred=preferred)
            self._packed = (resolution, preferred, packed)
            self._plan = self._scene = None
        return self._packed[2]

    def scene(self, viewport: TimeSpan, width: float, preferred: int) -> Scene:
        """Return a scene that covers the viewport drawn `width` px wide.

        It is kept while the viewport moves within it: three viewports wide once the reader pans,
        narrower while zooming asks for another one with every frame.
        """
        plan = self._arranged(width, preferred)
        per_px = viewport.length / width
        kept = self._scene
        same_zoom = kept is not None and abs(kept.scale.per_px / per_px - 1) < 1e-9
        if kept is not None and same_zoom and kept.covers(viewport.start, viewport.end):
            return kept
        skirt = _PANNING if same_zoom else _ZOOMING
        scale = TimeScale(viewport.start - skirt * viewport.length, per_px)
        self._scene = build_scene(plan, scale, (1 + 2 * skirt) * width, self._typesetter)
        return self._scene

    def _arranged(self, width: float, preferred: int) -> Arrangement:
        lanes = self.lanes(width, preferred)
        if self._plan is None:
            columns = self.columns()
            marked = flags(columns, self._session.workspace.bookmark.keys())
            selection = self._session.selection
            chosen = () if isinstance(selection, ClusterSelected) else selected_events(selection)
            picked = flags(columns, set(chosen))
            signed = replace(columns, signs=columns.signs | (marked * int(Sign.BOOKMARKED)))
            matters = np.where(picked, PICKED, np.where(marked, MARKED, 0))
            self._plan = Arrangement(signed, lanes, self._sizes, matters)
            self._scene = None
        return self._plan
