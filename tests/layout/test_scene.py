from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.columns import Sign
from explorer.layout.pieces import Box, Cluster, Mark, Piece
from explorer.layout.scale import TimeScale
from explorer.layout.scene import Scene, build_scene
from explorer.layout.stretch import Plan
from tests.layout.made_up import DAY, ROWS, SIZES, arranged, columns_from, measured

VIEWS = st.tuples(st.floats(-500, 12_000), st.floats(-12, 12.5))
"""Where a viewport of 800 px begins, in days, and the power of two of the seconds of its px."""


def seen(plan: Plan, day: float, per_px: float, width: float = 800.0) -> Scene:
    """Return a scene three viewports of `width` px wide, the middle one from `day` on."""
    start = day * DAY
    return build_scene(plan, TimeScale(start - width * per_px, per_px), 3 * width, measured(plan))


def view(scene: Scene) -> tuple[float, float]:
    """Return the middle third of a scene in seconds UTC."""
    third = scene.width / 3
    return scene.scale.to_time(third), scene.scale.to_time(2 * third)


def outer(piece: Piece) -> tuple[float, float]:
    """Return the px a piece takes up with its label."""
    label = None if isinstance(piece, Cluster) else piece.label
    if label is None:
        return piece.left, piece.right
    return min(piece.left, label.x), max(piece.right, label.x + label.width)


def of_lane(scene: Scene, lane: int) -> list[Piece]:
    """Return the pieces of a lane from left to right, without the marks on top of clusters."""
    found = [
        piece
        for piece in scene.pieces
        if piece.lane == lane and not (isinstance(piece, Mark) and piece.on_cluster)
    ]
    return sorted(found, key=lambda piece: piece.left)


@given(rows=ROWS, at=VIEWS, some=st.sets(st.integers(0, 59), max_size=8))
def test_nothing_overlaps_at_any_zoom(
    rows: list[tuple[float, float, int]], at: tuple[float, float], some: set[int]
) -> None:
    """No drawing, label or cluster covers another of its lane, and no label leaves its box."""
    columns = columns_from(rows)
    plan = arranged(columns, picked={row for row in some if row < len(columns)})
    scene = seen(plan, at[0], DAY * 2.0 ** at[1])
    for lane in range(scene.lane_count):
        for one, other in pairwise(of_lane(scene, lane)):
            assert outer(one)[1] <= outer(other)[0] + 1e-3
    for piece in scene.pieces:
        if isinstance(piece, Box) and piece.label is not None and piece.label.inside:
            assert piece.left <= piece.label.x
            assert piece.label.x + piece.label.width <= piece.right + 1e-6


@given(rows=ROWS, at=VIEWS, some=st.sets(st.integers(0, 59), max_size=8))
def test_counts_add_up_at_every_zoom(
    rows: list[tuple[float, float, int]], at: tuple[float, float], some: set[int]
) -> None:
    """Marks, boxes and cluster counts in view make the events that may share time with it."""
    columns = columns_from(rows)
    plan = arranged(columns, most=6, marked={row for row in some if row < len(columns)})
    scene = seen(plan, at[0], DAY * 2.0 ** at[1])
    start, end = view(scene)
    expected = sum(
        first < end and last > start
        for first, last in zip(columns.start.tolist(), columns.end.tolist(), strict=True)
    )
    assert scene.counts(start, end).in_view == expected
    drawn = [p.event for p in scene.pieces if not isinstance(p, Cluster)]
    counted = [one for p in scene.pieces if isinstance(p, Cluster) for one in scene.members(p)]
    assert len(set(drawn + counted)) == len(drawn) + len(counted)


@given(rows=ROWS, at=VIEWS)
def test_a_hit_finds_what_is_drawn(
    rows: list[tuple[float, float, int]], at: tuple[float, float]
) -> None:
    """The middle of every piece, of a cluster's count, and of a label hits that piece."""
    scene = seen(arranged(columns_from(rows)), at[0], DAY * 2.0 ** at[1])
    for piece in scene.pieces:
        y = (piece.lane + 0.5) * SIZES.lane
        left, right = piece.left, piece.right
        if isinstance(piece, Cluster):
            left, right = piece.text_left, piece.text_right
        assert scene.hit_test((left + right) / 2, y) is piece
        if not isinstance(piece, Cluster) and piece.label is not None:
            assert scene.hit_test(piece.label.x + piece.label.width / 2, y) is piece


@given(rows=ROWS, some=st.sets(st.integers(0, 59), max_size=1))
def test_what_matters_is_drawn_at_any_zoom(
    rows: list[tuple[float, float, int]], some: set[int]
) -> None:
    """A single selected event is a mark or box of its own, however far one zooms out."""
    columns = columns_from(rows)
    chosen = {row for row in some if row < len(columns)}
    plan = arranged(columns, picked=chosen)
    for power in (-6, 0, 6, 12):
        scene = seen(plan, -100.0, DAY * 2.0**power, width=12_400 / 2.0**power + 50)
        drawn = {piece.row for piece in scene.pieces if not isinstance(piece, Cluster)}
        assert chosen <= drawn


@given(rows=ROWS)
def test_zooming_in_parts_all_events(rows: list[tuple[float, float, int]]) -> None:
    """At an hour on screen no two events are counted together, whatever their times."""
    columns = columns_from(rows)
    plan = arranged(columns)
    for day in np.unique(columns.start) / DAY:
        scene = seen(plan, float(day) - 0.01, 3_600 / 800)
        assert not any(isinstance(piece, Cluster) for piece in scene.pieces)


@given(rows=ROWS, at=VIEWS, shift=st.floats(-1, 1))
def test_panning_moves_pieces_and_changes_none(
    rows: list[tuple[float, float, int]], at: tuple[float, float], shift: float
) -> None:
    """Two scenes of the same zoom agree about what both show well inside."""
    plan = arranged(columns_from(rows))
    per_px = DAY * 2.0 ** at[1]
    one, other = (seen(plan, at[0] + way * 800 * per_px / DAY, per_px) for way in (0.0, shift))
    low = max(one.scale.start, other.scale.start) + 400 * per_px
    high = min(one.end, other.end) - 400 * per_px

    def inner(scene: Scene) -> set[tuple[int, ...]]:
        rows_of = {
            tuple(sorted(p.rows.tolist())) if isinstance(p, Cluster) else (p.row,)
            for p in scene.pieces
            if scene.scale.to_time(p.left) > low and scene.scale.to_time(p.right) < high
        }
        return {key for key in rows_of if all(low < plan.shelf.columns.start[row] for row in key)}

    edge = 400 * per_px
    for key in inner(one):
        if all(low + edge < plan.shelf.columns.start[row] for row in key) and all(
            plan.shelf.columns.end[row] < high - edge for row in key
        ):
            assert key in inner(other)


def test_a_day_is_a_mark_from_afar_and_a_box_near_by() -> None:
    """What is narrower than a mark is one; drawn longer it becomes its day."""
    plan = arranged(columns_from([(0, 1, 2)]))
    assert isinstance(seen(plan, -100, DAY / 2).pieces[0], Mark)
    box = seen(plan, -0.2, DAY / 400).pieces[0]
    assert isinstance(box, Box)
    assert box.right - box.left == 400 - SIZES.gap
    assert box.core == (box.left, box.right)


def test_certain_time_lies_within_possible_time() -> None:
    """A box whose ends are only possible has its core apart from both edges."""
    columns = columns_from([(0, 90, 2)])
    columns.core_start[0], columns.core_end[0] = 30 * DAY, 60 * DAY
    box = seen(arranged(columns), -10, DAY / 4).pieces[0]
    assert isinstance(box, Box)
    assert box.core is not None
    assert [round(px - box.left) for px in box.core] == [120, 240]


def test_a_cluster_lists_its_members_and_their_kinds() -> None:
    """Events too near to part are one cluster that knows each of them."""
    plan = arranged(columns_from([(day, 1, 2) for day in (0, 400, 401, 402)]), preferred=1)
    scene = seen(plan, -10, DAY)
    cluster = next(piece for piece in scene.pieces if isinstance(piece, Cluster))
    assert scene.members(cluster) == ("e1", "e2", "e3")
    assert sum(cluster.kinds) == cluster.count == 3
    assert scene.piece_of("e2") is cluster
    assert scene.piece_of("e0") is scene.pieces[0]
    assert scene.piece_of("elsewhere") is None


def test_what_does_not_fit_on_a_cluster_is_told_by_it() -> None:
    """Of five bookmarked events that touch two stand on top, the rest leave their sign."""
    columns = columns_from([(day, 1, 2) for day in range(400, 405)])
    columns.signs[:] = int(Sign.BOOKMARKED)
    plan = arranged(columns, preferred=1, marked=range(5))
    scene = seen(plan, 0, DAY)
    clusters = [piece for piece in scene.pieces if isinstance(piece, Cluster)]
    marks = [piece for piece in scene.pieces if isinstance(piece, Mark)]
    assert [cluster.count for cluster in clusters] == [3]
    assert clusters[0].signs & Sign.BOOKMARKED
    assert len(marks) == 2
    assert all(clusters[0].left <= mark.left < mark.right <= clusters[0].right for mark in marks)
    assert clusters[0].text_right - clusters[0].text_left >= SIZES.pill - 2


def test_a_scene_knows_what_it_covers() -> None:
    """A viewport within the three can be shown without a new scene, one beyond it cannot."""
    scene = seen(arranged(columns_from([(0, 1, 2)])), 0, DAY)
    start, end = view(scene)
    length = end - start
    assert scene.covers(start - 0.9 * length, end - 0.9 * length)
    assert not scene.covers(start + 1.1 * length, end + 1.1 * length)


def test_an_empty_scene_is_no_special_case() -> None:
    """Without events there is nothing to draw, to hit or to count."""
    scene = seen(arranged(columns_from([])), 0, DAY)
    assert scene.pieces == ()
    assert scene.hit_test(10, 10) is None
    assert scene.counts(*view(scene)).in_view == 0


def test_panning_leaves_long_runs_cut_where_they_were() -> None:
    """Where events touch over many screens, the clusters do not depend on the view."""
    columns = columns_from([(float(day), 1, 2) for day in range(0, 3_000, 3)])
    plan = arranged(columns, preferred=1)
    found = []
    for day in (1_000.0, 1_037.3):
        scene = seen(plan, day, DAY * 0.9)
        clusters = [piece for piece in scene.pieces if isinstance(piece, Cluster)]
        found.append(
            {
                scene.members(cluster)
                for cluster in clusters
                if columns.start[cluster.rows].min() > 600 * DAY
                and columns.start[cluster.rows].max() < 2_200 * DAY
            }
        )
    assert len(found[0]) > 3
    assert found[0] == found[1]
