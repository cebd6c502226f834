"""Pages: the timeline as a PDF, words first, then its parts along time and lanes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter

from explorer import __version__
from explorer.dialogs.writing import Step
from explorer.pictures.arranging import Arranger
from explorer.pictures.axis_band import AxisBand
from explorer.pictures.band_names import names_of, paint_bands
from explorer.pictures.blocks import Block, Gap, Paragraph, columns_of, paint_blocks
from explorer.pictures.drawing import PictureBrush, paint_scene
from explorer.pictures.sheet import closing, heading
from explorer.pictures.steps import painting, saved, unwatched
from explorer.pictures.subject import Subject, span_words
from explorer.pictures.tiles import Tile, Tiling, tiling
from explorer.timeline.style import Style

translate = QCoreApplication.translate

_MARGIN = 12.0
"""Millimetres around each page."""

_PER_INCH = 117.0
"""Px of the layout to an inch: letters of 13 px become 8 points high."""

_DOTS = 1_200
"""Dots of the PDF to an inch, fine enough for any printer."""

_MM = 25.4

_NARROW, _FILLED, _MOST_COLUMNS = 0.3, 0.6, 12
"""Pages' widths: the time fills so much of a page if all fits on one, so much else, and at most."""

_MOST_PAGES = 60
"""Pages at most, where events must be counted in clusters anyway."""


class Paper(StrEnum):
    """The papers that there are, all laid sideways."""

    A4 = "A4"
    LETTER = "Letter"
    A3 = "A3"

    @property
    def size(self) -> QPageSize:
        """The size as Qt knows it."""
        known = {
            Paper.A4: QPageSize.PageSizeId.A4,
            Paper.LETTER: QPageSize.PageSizeId.Letter,
            Paper.A3: QPageSize.PageSizeId.A3,
        }
        return QPageSize(known[self])


class Pages:
    """A picture on pages; places are px of the layout, from a page's margins on."""

    def __init__(self, subject: Subject, arranger: Arranger, style: Style, paper: Paper) -> None:
        """Choose the scale that takes the fewest pages, and cut it into them."""
        self._subject = subject
        self._style = style
        self._paper = paper
        inches = paper.size.size(QPageSize.Unit.Millimeter) / _MM
        self.width = (inches.height() - 2 * _MARGIN / _MM) * _PER_INCH
        self.height = (inches.width() - 2 * _MARGIN / _MM) * _PER_INCH
        self._line = QFontMetricsF(style.font).height() + 8.0
        probe = AxisBand(style, 0.0, 1.0, self.width)
        self._lanes_top = self._line + probe.height + 3.0
        room = self.height - self._lanes_top - self._line
        self._tiling = fewest(arranger, self.width, max(int(room / style.lane), 1))
        room = self.height - self._line
        before = len(list(columns_of(self._front(1), self.width, room)))
        self._words = list(columns_of(self._front(before), self.width, room))

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self._words) + len(self._tiling.tiles)

    @property
    def tiling(self) -> Tiling:
        """The parts of the timeline that stand on pages of their own."""
        return self._tiling

    def pdf(self, step: Step = unwatched) -> bytes:
        """Return the file; `step` is told of its pages."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        millimetre = QPageLayout.Unit.Millimeter
        sideways = QPageLayout.Orientation.Landscape
        writer.setPageLayout(QPageLayout(self._paper.size, sideways, margins, millimetre))
        writer.setResolution(_DOTS)
        writer.setTitle(self._subject.title)
        writer.setCreator(f"Quoteline {__version__}")
        with painting(writer) as painter:
            painter.scale(_DOTS / _PER_INCH, _DOTS / _PER_INCH)
            self.paint(painter, writer, step)
        return bytes(buffer.data().data())

    def paint(self, painter: QPainter, writer: QPdfWriter, step: Step = unwatched) -> None:
        """Paint all pages."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(1, self.count + 1):
            step(number - 1, self.count)
            if number > 1:
                writer.newPage()
            with saved(painter):
                self.paint_page(painter, number)

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 1."""
        page = QRectF(0, 0, self.width, self.height)
        if self._style.base.lightnessF() < 0.5:
            beyond = _MARGIN / _MM * _PER_INCH
            painter.fillRect(page.adjusted(-beyond, -beyond, beyond, beyond), self._style.base)
        words = translate("Picture", "Page {number} of {count}")
        said = words.format(number=number, count=self.count)
        if number <= len(self._words):
            paint_blocks(painter, self._words[number - 1], 0.0, 0.0, self.width)
            self._paint_foot(painter, self._subject.title, said)
        else:
            tile = self._tiling.tiles[number - len(self._words) - 1]
            self._paint_tile(painter, tile)
            self._paint_foot(painter, self._where(tile), said)

    def _paint_tile(self, painter: QPainter, tile: Tile) -> None:
        style, arrangement = self._style, self._tiling.arrangement
        (start, end), wide = self._times(tile), self._wide(tile)
        title = Paragraph(self._subject.title, style.bold, style.text)
        title.paint(painter, 0.0, 0.0, self.width * 0.6)
        self._at_right(painter, self._days(tile), QFontMetricsF(style.font).ascent())
        band = AxisBand(style, start, end, wide)
        band.paint(painter, self._line)
        height = len(tile.lanes) * arrangement.lane
        band.paint_grid(painter, self._line + band.height, height + 6.0)
        painter.save()
        painter.translate(0, self._lanes_top)
        painter.setClipRect(QRectF(0, -3, self.width, height + 6))
        paint_bands(painter, arrangement, tile.lanes, style, self._wide(tile))
        scene = arrangement.scene(tile.left, self.width, tile.lanes)
        paint_scene(painter, scene, PictureBrush(style), (0.0, self.width))
        painter.restore()

    def _paint_foot(self, painter: QPainter, words: str, page: str) -> None:
        style = self._style
        painter.setFont(style.small)
        painter.setPen(style.muted)
        base = self.height - QFontMetricsF(style.small).descent()
        Paragraph(words, style.small, style.muted).paint(
            painter, 0.0, base - QFontMetricsF(style.small).ascent(), self.width * 0.8
        )
        width = QFontMetricsF(style.small).horizontalAdvance(page)
        painter.drawText(QPointF(self.width - width, base), page)

    def _at_right(self, painter: QPainter, words: str, base: float) -> None:
        metrics = QFontMetricsF(self._style.font)
        painter.setFont(self._style.font)
        painter.setPen(self._style.text)
        painter.drawText(QPointF(self.width - metrics.horizontalAdvance(words), base), words)

    def _times(self, tile: Tile) -> tuple[float, float]:
        arrangement = self._tiling.arrangement
        start = arrangement.start + tile.left * arrangement.per_px
        return start, start + self._wide(tile) * arrangement.per_px

    def _days(self, tile: Tile) -> str:
        """Return from when to when a page goes, in words."""
        (start, end), span = self._times(tile), self._subject.span
        return span_words(max(start, span.start), min(end, span.end))

    def _wide(self, tile: Tile) -> float:
        """Return the px of a page that the timeline takes up: not all, where it ends before."""
        return min(self.width, self._tiling.arrangement.width - tile.left)

    def _where(self, tile: Tile) -> str:
        words = translate("Picture", "Time {column} of {columns}, lanes {first}–{last} of {lanes}")
        arrangement = self._tiling.arrangement
        said = words.format(
            column=tile.column,
            columns=self._tiling.columns,
            first=tile.lanes.start + 1,
            last=tile.lanes.stop,
            lanes=arrangement.lanes,
        )
        tracks = names_of(arrangement, tile.lanes)
        return f"{said} · {tracks}" if tracks else said

    def _front(self, before: int) -> list[Block]:
        """Return the words that stand on `before` pages before the timeline itself."""
        style, subject = self._style, self._subject
        blocks = [*heading(subject, style), *closing(subject, style, self._counted)]
        heads = translate("Picture", "Pages")
        blocks += [Gap(12), Paragraph(heads, style.bold, style.text, after=2.0)]
        blocks += [Paragraph(line, style.font, style.text) for line in self._contents(before)]
        blocks += [Paragraph(note, style.font, style.muted) for note in self._notes()]
        return blocks

    @property
    def _counted(self) -> int:
        return self._tiling.arrangement.counted

    def _contents(self, before: int) -> Iterator[str]:
        words = translate("Picture", "Time {column}: {days}, pages {first}–{last}")
        alone = translate("Picture", "Time {column}: {days}, page {first}")
        for column in range(1, self._tiling.columns + 1):
            tiles = [tile for tile in self._tiling.tiles if tile.column == column]
            if tiles:
                first = self._tiling.tiles.index(tiles[0])
                yield (words if len(tiles) > 1 else alone).format(
                    column=column,
                    days=self._days(tiles[0]),
                    first=before + first + 1,
                    last=before + first + len(tiles),
                )

    def _notes(self) -> Iterator[str]:
        if self._tiling.columns > 1:
            yield translate(
                "Picture",
                "What stands at the right edge of a page without room for its title stands at the "
                "beginning of the next once more.",
            )
        if self._tiling.empty:
            yield translate("Picture", "Parts without any event are left out.")


def fewest(arranger: Arranger, width: float, lanes: int) -> Tiling:
    """Return the tiling with the fewest pages among those that fill most of a page's width.

    Where events must be counted in clusters, it is the widest that keeps to a number of pages.
    """
    best: Tiling | None = None
    for arrangement in arranger.arrangements():
        wide = arrangement.time_width / width
        if wide < _NARROW:
            continue
        if best is not None and wide > _MOST_COLUMNS:
            break
        found = tiling(arrangement, width, lanes)
        if wide < _FILLED and len(found.tiles) > 1:
            continue
        if best is None or _is_better(found, best):
            best = found
    if best is None:  # pragma: no cover - the widest fills any page
        raise AssertionError("no arrangement was tried")
    return best


def _is_better(found: Tiling, best: Tiling) -> bool:
    if found.arrangement.is_whole:
        return len(found.tiles) < len(best.tiles)
    return len(found.tiles) <= _MOST_PAGES
