"""Excerpt: the part of a scene that one frame shows, with its px on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np

from explorer.layout.columns import Floats
from explorer.layout.drawing import Form
from explorer.layout.ranges import Places
from explorer.layout.scene import Scene


@dataclass(frozen=True, eq=False)
class Excerpt:
    """The drawings of a scene in a frame; device px are px times `ratio`.

    `dx` and `dy` are the px from the scene's origin to the frame's, `width` and `height` the
    frame's, `top` the px at which the lanes begin. `groups` and `tops` are numbers of what is in
    it: of groups, and of marks on top of clusters.
    """

    scene: Scene
    dx: float
    dy: float
    top: float
    width: float
    height: float
    ratio: float
    groups: Places
    tops: Places

    @property
    def left(self) -> float:
        """The first px of the scene that is seen."""
        return -self.dx

    @property
    def right(self) -> float:
        """The px of the scene beyond the last that is seen."""
        return self.width - self.dx

    @property
    def lane(self) -> float:
        """The height of a lane in px."""
        return self.scene.sizes.lane

    def of_form(self, form: Form) -> Places:
        """Return the groups that are drawn in one form."""
        found: Places = self.groups[self.scene.drawn.form[self.groups] == form]
        return found

    def x(self, px: Floats) -> Floats:
        """Return where px of the scene are on the screen, in device px."""
        return (px + self.dx) * self.ratio

    def tops_of(self, groups: Places) -> Floats:
        """Return the tops of the lanes of some groups on the screen, in device px."""
        lane = self.scene.drawn.lane[groups].astype(np.float64)
        found: Floats = (lane * self.lane + self.dy) * self.ratio
        return found


def excerpt(
    scene: Scene, place: tuple[float, float], area: tuple[float, float, float], ratio: float
) -> Excerpt:
    """Return what a frame shows of a scene that lies at `place`; `area` is top, width, height."""
    (dx, dy), (top, width, height) = place, area
    lane = scene.sizes.lane
    lanes = range(floor((top - dy) / lane), floor((height - dy) / lane) + 1)
    groups, tops = scene.visible(-dx, width - dx, lanes)
    return Excerpt(scene, dx, dy, top, width, height, ratio, groups, tops)
