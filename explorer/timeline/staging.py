"""Stage: the scene for what the session shows now, rebuilt only as far as something changed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from explorer.layout.columns import Columns, columns_of
from explorer.layout.labels import Measure, Measured, Typesetter
from explorer.layout.lanes import Lanes, Sizes, pack
from explorer.layout.packed import arrays_of, pyramid_from
from explorer.layout.pyramid import Pyramid
from explorer.layout.rolled import rolled_columns
from explorer.layout.scale import TimeScale, ceil_pow2
from explorer.layout.scene import Scene, build_scene, octave_of
from explorer.layout.shelf import shelve
from explorer.layout.stretch import Plan, Stretch, plan_of, stretch_of
from explorer.layout.tracks import Tracked
from explorer.model.chronicle import Chronicle
from explorer.model.counting import type_counts
from explorer.model.records import Event
from explorer.model.roll import Roll
from explorer.model.selection import ClusterSelected, selected_events
from explorer.model.span import TimeSpan
from explorer.rolls.roll import Aside, DigestRoll
from explorer.session.clock import Clock
from explorer.session.navigation import fitted
from explorer.session.session import Session
from explorer.timeline.grouping import tracked_of

_MEASURED = 2_000
"""Up to how many titles are measured for packing; of more, labels have no say in it."""

_USUAL = 32
"""How many lanes more events prefer: the size of the window is no reason to pack them anew."""

_FEW = 20_000
"""Up to how many events all lanes are laid out; of more, those in sight and as many around them."""

_PANNING, _ZOOMING = 1.0, 0.15
"""Viewports that a scene reaches beyond each edge, by what the reader is about."""


class Stage:
    """Keeps columns, lanes and scene of a session, each until what it stands on changes."""

    def __init__(self, session: Session, measure: Measure, sizes: Sizes) -> None:
        self._session = session
        self._typesetter = Typesetter(measure)
        self._sizes = sizes
        self._all: tuple[Chronicle, Clock, Columns] | None = None
        self._columns: Columns | None = None
        self._tracked: Tracked | None = None
        self._packed: tuple[float, int, Pyramid] | None = None
        self._widths: Measured | None = None
        self._plan: Plan | None = None
        self._stretch: Stretch | None = None
        self._scene: Scene | None = None

    @property
    def sizes(self) -> Sizes:
        """The measures of drawings in px."""
        return self._sizes

    def restyle(self, measure: Measure, sizes: Sizes) -> None:
        """Lay out anew for other letters."""
        self._typesetter = Typesetter(measure)
        self._sizes = sizes
        self._packed = self._widths = None
        self.forget_signs()

    def forget_events(self) -> None:
        """Lay out anew: other events pass the filters, or another chronicle is open."""
        self._columns = None
        self.forget_tracks()

    def forget_tracks(self) -> None:
        """Lay the same events out in other tracks."""
        self._tracked = self._packed = self._widths = None
        self.forget_signs()

    def forget_signs(self) -> None:
        """Draw anew what is selected or bookmarked, all events staying in their lanes."""
        self._plan = self._stretch = self._scene = None

    def use(self, columns: Columns) -> None:
        """Show columns that are ready, as long as the chronicle that is open now is."""
        self.forget_events()
        self._all = (self._session.chronicle, Clock.EVENT, columns)

    def extent(self) -> TimeSpan:
        """Return the span of the events that pass the filters."""
        columns = self.single()
        if not len(columns):
            return self._session.whole()
        return TimeSpan(columns.first, columns.last)

    def columns(self) -> Columns:
        """Return the events that pass the filters as arrays, in tracks a row for each of these."""
        found = self.tracked()
        return self.single() if found is None else found.columns

    def tracked(self) -> Tracked | None:
        """Return the events in their tracks, None where they are not grouped."""
        if self._tracked is None and self._session.tracks:
            self._tracked = tracked_of(self._session, self.single())
        return self._tracked

    def single(self) -> Columns:
        """Return the events that pass the filters as arrays, a row for each."""
        if self._columns is None:
            passing = self._session.visible_events()
            if not self._session.filters:
                self._columns = self._whole()
            elif isinstance(passing, Roll):
                self._columns = self._laid_out(passing)
            else:
                whole = self._whole()
                self._columns = whole.only(whole.rows([event.id for event in passing]))
        return self._columns

    def lanes(self, width: float, preferred: int) -> Lanes:
        """Return the lanes, packed for all events fitted into `width` px and `preferred` lanes."""
        return self._pyramid(width, preferred).shelf.lanes

    def scene(self, viewport: TimeSpan, width: float, preferred: int, lanes: range) -> Scene:
        """Return a scene that covers the viewport drawn `width` px wide, and some lanes.

        It is kept while the viewport moves within it: three viewports wide once the reader pans,
        narrower while zooming asks for another one with every frame.
        """
        plan = self.plan(width, preferred)
        per_px = viewport.length / width
        kept = self._scene
        same_zoom = kept is not None and abs(kept.scale.per_px / per_px - 1) < 1e-9
        if kept is not None and same_zoom and kept.covers(viewport.start, viewport.end, lanes):
            return kept
        skirt = _PANNING if same_zoom else _ZOOMING
        scale = TimeScale(viewport.start - skirt * viewport.length, per_px)
        wide = (1 + 2 * skirt) * width
        stretch = self._stretch_for(plan, scale, wide, viewport, lanes)
        self._scene = build_scene(
            plan, scale, wide, self._measured(), lanes=stretch.lanes, stretch=stretch
        )
        return self._scene

    def all_lanes(self, viewport: TimeSpan, width: float, preferred: int) -> Scene:
        """Return a scene of a viewport with all lanes, to count what is out of sight as well."""
        plan, kept = self.plan(width, preferred), self._scene
        count = plan.shelf.lanes.count
        if kept is not None and kept.covers(viewport.start, viewport.end, range(count)):
            return kept
        scale = TimeScale(viewport.start, viewport.length / width)
        return build_scene(plan, scale, width, self._measured())

    def plan(self, width: float, preferred: int) -> Plan:
        """Return the events in their lanes with what is selected and bookmarked among them."""
        pyramid = self._pyramid(width, preferred)
        if self._plan is None:
            selection = self._session.selection
            chosen = () if isinstance(selection, ClusterSelected) else selected_events(selection)
            columns = self.columns()
            marked = columns.rows(self._session.workspace.bookmark.keys())
            self._plan = plan_of(pyramid, columns.rows(chosen), marked)
            self._stretch = self._scene = None
        return self._plan

    def _measured(self) -> Measured:
        """Return the widths of the titles, kept as long as events and letters are the same."""
        if self._widths is None:
            columns = self.columns()
            bold = columns.importance >= 3
            self._widths = Measured(columns.titles, bold, self._typesetter)
        return self._widths

    def _stretch_for(
        self, plan: Plan, scale: TimeScale, wide: float, viewport: TimeSpan, lanes: range
    ) -> Stretch:
        """Return groups that cover a scene, kept for every zoom within a factor of two."""
        octave, end = octave_of(scale.per_px), scale.to_time(wide)
        kept = self._stretch
        if kept is not None and kept.covers(octave, scale.start, end, lanes):
            return kept
        around = viewport.padded(_PANNING)
        start, end = min(scale.start, around.start), max(end, around.end)
        self._stretch = stretch_of(plan, octave, start, end, self._widened(plan, lanes))
        return self._stretch

    @staticmethod
    def _widened(plan: Plan, lanes: range) -> range:
        """Return more lanes than are asked for, so that scrolling can go on for a while."""
        count = plan.shelf.lanes.count
        if len(plan.shelf) <= _FEW:
            return range(count)
        more = max(len(lanes) // 4, 4)
        return range(max(lanes.start - more, 0), min(lanes.stop + more, count))

    def _pyramid(self, width: float, preferred: int) -> Pyramid:
        columns = self.columns()
        resolution = ceil_pow2(fitted(self.extent()).length / max(width, 1.0))
        if len(columns) > _MEASURED:
            resolution, preferred = 1.0, _USUAL
        if self._packed is None or self._packed[:2] != (resolution, preferred):
            made = self._kept_pyramid(columns) or self._made(columns, resolution, preferred)
            self._packed = (resolution, preferred, made)
            self.forget_signs()
        return self._packed[2]

    def _made(self, columns: Columns, resolution: float, preferred: int) -> Pyramid:
        """Pack events into lanes; those of a whole roll are kept for the next time."""
        widths = np.zeros(len(columns))
        if len(columns) <= _MEASURED:
            bold = (columns.importance >= 3).tolist()
            widths = np.array(list(map(self._typesetter.width, columns.titles, bold)))
        lanes = pack(columns, widths, resolution, self._sizes, preferred=preferred)
        made = Pyramid(shelve(columns, lanes), self._sizes)
        if aside := self._aside(columns):
            aside.put(self._name(), arrays_of(made))
        return made

    def _kept_pyramid(self, columns: Columns) -> Pyramid | None:
        """Return what was packed when the same chronicle was open before, if it is kept."""
        aside = self._aside(columns)
        found = aside.find(self._name()) if aside else None
        return None if found is None else pyramid_from(columns, self._sizes, found)

    def _aside(self, columns: Columns) -> Aside | None:
        """Return where packed events are kept: only those of a whole roll are."""
        events, kept = self._session.chronicle.events, self._all
        whole = kept is not None and columns is kept[2] and self._session.clock is Clock.EVENT
        return events.aside if whole and isinstance(events, DigestRoll) else None

    def _name(self) -> str:
        """Return what tells packings of the same events apart."""
        return sha256(repr((self._sizes, _USUAL)).encode()).hexdigest()[:16]

    def _whole(self) -> Columns:
        """Return all events of the chronicle, filtered or not, as arrays."""
        session = self._session
        chronicle = session.chronicle
        kept = self._all
        if kept is None or kept[0] is not chronicle or kept[1] is not session.clock:
            columns = self._laid_out(chronicle.events)
            kept = self._all = (chronicle, session.clock, columns)
        return kept[2]

    def _laid_out(self, events: Sequence[Event]) -> Columns:
        session = self._session
        chronicle, kinds = session.chronicle, list(session.codebook.quads)
        numbers = {
            one: kinds.index(session.codebook.quad_of(one).id)
            for one in type_counts(chronicle.events)
        }
        timed = session.timed(events)
        if isinstance(timed, DigestRoll):
            return rolled_columns(timed, numbers.__getitem__, chronicle.contradicted)
        return columns_of(
            timed,
            session.whole(),
            numbers.__getitem__,
            is_single=lambda event: len(chronicle.sources_of(event)) == 1,
            is_disputed=chronicle.is_disputed,
        )
