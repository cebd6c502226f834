"""Sheet: the whole timeline on one page, with title, axis, legend and sources around it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QFont, QPainter

from explorer.dialogs.writing import Step
from explorer.pictures.arranging import Arrangement, Arranger
from explorer.pictures.axis_band import AxisBand
from explorer.pictures.band_names import paint_bands
from explorer.pictures.blocks import Block, Gap, Paragraph, height_of, paint_blocks
from explorer.pictures.drawing import HEAD, PictureBrush, paint_scene
from explorer.pictures.legend import Legend
from explorer.pictures.steps import saved, unwatched
from explorer.pictures.subject import Subject
from explorer.timeline.style import Style

translate = QCoreApplication.translate

_EDGE = 28.0
"""Px around all."""

_BROAD = 1.4
"""A sheet is made wider until it is so many times as wide as its lanes are high."""

_AXIS_AGAIN = 700.0
"""Px of lanes from which on the axis stands below them as well."""


class Sheet:
    """A picture on one page; px are those at scale 1."""

    def __init__(self, subject: Subject, arranger: Arranger, style: Style) -> None:
        """Choose the scale at which it is neither too high nor too wide, and lay it out."""
        self._style = style
        arrangement = self._arrangement = broad(arranger)
        self._axis = AxisBand(style, arrangement.start, arrangement.end, arrangement.width)
        self._head = heading(subject, style)
        counted = arrangement.counted
        self._foot = [Gap(10), *closing(subject, style, counted)]
        inner = arrangement.width
        self._lanes_top = _EDGE + height_of(self._head, inner) + self._axis.height
        self._again = arrangement.height >= _AXIS_AGAIN
        below = self._axis.height if self._again else 1.0
        self._foot_top = self._lanes_top + arrangement.height + 6.0 + below
        self.width = inner + 2 * _EDGE
        self.height = self._foot_top + height_of(self._foot, inner) + _EDGE

    @property
    def arrangement(self) -> Arrangement:
        """The events in their lanes."""
        return self._arrangement

    def paint(self, painter: QPainter, step: Step = unwatched) -> None:
        """Paint it in px at scale 1; `step` is told of its events."""
        arrangement, inner = self._arrangement, self._arrangement.width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width, self.height), self._style.base)
        painter.translate(_EDGE, 0)
        paint_blocks(painter, self._head, 0.0, _EDGE, inner)
        self._axis.paint(painter, self._lanes_top - self._axis.height)
        self._axis.paint_grid(painter, self._lanes_top, arrangement.height + 6.0)
        with saved(painter):
            painter.translate(0, self._lanes_top + 3.0)
            lanes = range(arrangement.lanes)
            paint_bands(painter, arrangement, lanes, self._style, inner)
            scene = arrangement.scene(0.0, inner, lanes)
            paint_scene(painter, scene, PictureBrush(self._style), (0.0, inner), step)
        below = self._lanes_top + arrangement.height + 6.0
        if self._again:
            self._axis.paint(painter, below)
        else:
            painter.fillRect(QRectF(0, below, inner, 1), self._style.border)
        paint_blocks(painter, self._foot, 0.0, self._foot_top, inner)


def broad(arranger: Arranger) -> Arrangement:
    """Return the narrowest arrangement that is broad enough, else the widest."""
    chosen: Arrangement | None = None
    for chosen in arranger.arrangements():
        if chosen.time_width >= _BROAD * chosen.height and chosen.time_width >= 1_000:
            break
    if chosen is None:  # pragma: no cover - the narrowest is always tried
        raise AssertionError("no arrangement was tried")
    return chosen


def heading(subject: Subject, style: Style) -> list[Block]:
    """Return what stands above the axis."""
    facts = " · ".join((subject.count, subject.when))
    blocks: list[Block] = [
        Paragraph(subject.title, title_font(style), style.text, after=2.0),
        Paragraph(facts, style.font, style.text),
    ]
    if subject.filtered:
        blocks.append(Paragraph(subject.filtered, style.font, style.muted))
    return [*blocks, Gap(12)]


def closing(subject: Subject, style: Style, counted: int) -> list[Block]:
    """Return what stands below the lanes: legend, notes, sources, and when it was made."""
    blocks: list[Block] = [Legend(style, counted=counted > 0), Gap(10)]
    blocks += [Paragraph(note, style.font, style.muted) for note in notes(subject, counted)]
    if subject.sources:
        heads = translate("Picture", "Sources")
        blocks.append(Paragraph(heads, style.bold, style.text, after=2.0))
        blocks += listed(subject.sources, style)
        blocks.append(Gap(8))
    blocks.append(Paragraph(subject.origin, style.small, style.muted))
    return blocks


def notes(subject: Subject, counted: int) -> list[str]:
    """Return what must be said of the picture: what is only counted, and what goes on beyond it."""
    found = [subject.tracks] if subject.tracks else []
    if counted:
        words = translate(
            "Picture", "{count} of the events are counted in clusters: too many to name."
        )
        found.append(words.format(count=f"{counted:,}"))
    if subject.is_cut:
        words = translate("Picture", "What reaches an end of {days} may go on beyond it.")
        found.append(words.format(days=subject.when))
    return found


def listed(sources: Sequence[str], style: Style) -> list[Block]:
    """Return the sources, numbered, each with a hanging indent."""
    return [
        Paragraph(f"{number}. {source}", style.font, style.text, indent=18.0)
        for number, source in enumerate(sources, start=1)
    ]


def title_font(style: Style) -> QFont:
    """Return the letters of a picture's title."""
    font = QFont(style.bold)
    font.setPixelSize(HEAD)
    return font
