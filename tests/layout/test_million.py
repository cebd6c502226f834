"""What must hold of many events as it does of few."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.layout.labels import Measured
from explorer.layout.lanes import pack
from explorer.layout.pieces import Cluster, Mark
from explorer.layout.pyramid import Pyramid
from explorer.layout.scale import TimeScale
from explorer.layout.scene import Scene, build_scene
from explorer.layout.shelf import shelve
from explorer.layout.stretch import Plan, plan_of, stretch_of
from tests import generate
from tests.layout.made_up import DAY, SIZES, TYPESETTER, columns_from

COLUMNS = generate.columns(30_000, tracks=10)
NONE = np.zeros(0, dtype=np.int64)


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Thirty thousand events in ten tracks, most of them fanned out."""
    lanes = pack(COLUMNS, np.zeros(len(COLUMNS)), 1e6, SIZES, preferred=20, most=80)
    assert len(lanes.fanned) > 1_000
    return plan_of(Pyramid(shelve(COLUMNS, lanes), SIZES), NONE, NONE)


def seen(plan: Plan, start: float, length: float, width: float = 800.0) -> Scene:
    """Return a scene of a stretch of time (seconds UTC)."""
    columns = plan.shelf.columns
    measured = Measured(columns.titles, columns.importance >= 3, TYPESETTER)
    return build_scene(plan, TimeScale(start, length / width), width, measured)


@pytest.mark.parametrize("zoom", [1, 3, 20, 150, 2_000, 90_000])
def test_counts_add_up(plan: Plan, zoom: int) -> None:
    """Marks, clusters and those that stand beside the view make the events in view."""
    length = (COLUMNS.last - COLUMNS.first) / zoom
    for share in (0.0, 0.31, 0.7):
        start = COLUMNS.first + share * (COLUMNS.last - COLUMNS.first)
        counts = seen(plan, start, length).counts(start, start + length)
        assert counts.in_view == COLUMNS.inside(start, start + length).sum()
        assert min(counts.apart, counts.clustered, counts.beside) >= 0
        if zoom == 1 and share == 0.0:
            assert counts.beside == 0


def test_clusters_count_what_they_hold(plan: Plan) -> None:
    """The number on a cluster is that of its members, and no event is in two of them."""
    scene = seen(plan, COLUMNS.first, COLUMNS.last - COLUMNS.first)
    rows: list[int] = []
    for at, piece in enumerate(scene.drawn.form.tolist()):
        if piece == 2:
            cluster = scene.piece(at)
            assert isinstance(cluster, Cluster)
            assert cluster.count == scene.drawn.count[at] > 0
            rows += cluster.rows.tolist()
    drawn = [piece.row for piece in scene.pieces if not isinstance(piece, Cluster)]
    assert len(set(rows + drawn)) == len(rows + drawn) == len(COLUMNS)


def test_zooming_into_a_cluster_of_one_instant_ends_in_marks() -> None:
    """A hundred events of a day in eight lanes: at an hour on screen all are drawn apart."""
    columns = columns_from([(10, 1, 2)] * 100)
    lanes = pack(columns, np.zeros(100), DAY, SIZES, preferred=2, most=8)
    crowd = plan_of(Pyramid(shelve(columns, lanes), SIZES), NONE, NONE)
    from_afar = seen(crowd, 0, 100 * DAY)
    assert any(isinstance(piece, Cluster) for piece in from_afar.pieces)
    found: set[int] = set()
    for hour in range(24):
        scene = seen(crowd, 10 * DAY + hour * 3_600, 3_600)
        assert not any(isinstance(piece, Cluster) for piece in scene.pieces)
        found |= {piece.row for piece in scene.pieces if not isinstance(piece, Cluster)}
    assert found == set(range(100))


def test_only_lanes_asked_for_are_laid_out(plan: Plan) -> None:
    """A scene of some lanes agrees with the scene of all about them."""
    start, length = COLUMNS.first, (COLUMNS.last - COLUMNS.first) / 5
    whole = seen(plan, start, length)
    stretch = stretch_of(plan, 19, start, start + length, range(7, 12))
    part = stretch_of(plan, 19, start, start + length, range(plan.shelf.lanes.count))
    chosen = (part.lane >= 7) & (part.lane < 12)
    assert stretch.first.tolist() == part.first[chosen].tolist()
    assert stretch.last.tolist() == part.last[chosen].tolist()
    assert whole.covers(start, start + length, range(7, 12))


def test_a_stretch_serves_every_zoom_within_an_octave(plan: Plan) -> None:
    """Between two powers of two no event changes its group."""
    start, length = COLUMNS.first, 2.0**20 * 800
    shelf = plan.shelf
    groups = []
    for share in (1.0, 0.8, 0.51):
        drawn = seen(plan, start, length * share).drawn
        inner = shelf.end[drawn.last - 1] < start + length / 3
        groups.append(drawn.first[inner].tolist())
    assert groups[0] == groups[1] == groups[2]
    assert len(groups[0]) > 20


def test_nothing_overlaps(plan: Plan) -> None:
    """In every lane drawings and labels follow each other, however many events there are."""
    for zoom in (1, 30, 3_000):
        length = (COLUMNS.last - COLUMNS.first) / zoom
        scene = seen(plan, COLUMNS.first + 0.4 * (COLUMNS.last - COLUMNS.first), length)
        drawn = scene.drawn
        same = drawn.lane[1:] == drawn.lane[:-1]
        assert (drawn.left[1:] >= drawn.right[:-1] - 1e-3)[same].all()
        for piece in scene.pieces:
            if isinstance(piece, Mark) and piece.label is not None and not piece.on_cluster:
                after = drawn.left[(drawn.lane == piece.lane) & (drawn.left > piece.right)]
                assert (piece.label.x + piece.label.width <= after + 1e-3).all()
