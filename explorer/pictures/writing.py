"""Writing: a picture put into a file, PNG, SVG or PDF by the end of its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import ceil, floor, sqrt
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QRect, QSize
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage
from PySide6.QtSvg import QSvgGenerator

from explorer import __version__
from explorer.dialogs.writing import NotWritten, Step
from explorer.layout.lanes import Sizes
from explorer.model.errors import QuotelineError
from explorer.model.said import said
from explorer.pictures.arranging import Arranger
from explorer.pictures.bands import bands_of, told
from explorer.pictures.drawing import Letters, picture_style
from explorer.pictures.pages import Pages, Paper
from explorer.pictures.png import png_of
from explorer.pictures.sheet import Sheet
from explorer.pictures.steps import painting, unwatched
from explorer.pictures.subject import Subject, subject_of
from explorer.session.session import Session
from explorer.store.files import write_atomically
from explorer.theme import Theme
from explorer.timeline.staging import Stage

translate = QCoreApplication.translate

FORMATS = (".png", ".svg", ".pdf")
LONGEST_SIDE = 30_000
"""Px of a side of a PNG, as far as Qt's raster painter can count."""

MOST_PX = 150_000_000
"""Px of a whole PNG, 600 MB while it is painted."""


@dataclass(frozen=True)
class Wish:
    """How a picture is to be: `scale` px of a PNG for one of the layout, and a PDF's paper."""

    scale: float = 1.0
    paper: Paper = Paper.A4


class Picture:
    """What the filters of a session let through, ready to be written in any format."""

    def __init__(self, session: Session, colours: Theme, made: date) -> None:
        """Lay out nothing yet. Raises QuotelineError when no event passes the filters."""
        self._subject = subject_of(session, made)
        family = QFontInfo(QGuiApplication.font()).family()
        self._style = picture_style(colours, session.codebook, family)
        whole = Stage(session, Letters(self._style), Sizes(lane=self._style.lane)).single()
        self._bands = bands_of(session, whole)
        self._subject = replace(self._subject, tracks=told(self._bands))
        self._sheet: Sheet | None = None
        self._pages: dict[Paper, Pages] = {}

    @property
    def subject(self) -> Subject:
        """What it shows, in words."""
        return self._subject

    @property
    def sheet(self) -> Sheet:
        """All on one sheet."""
        if self._sheet is None:
            self._sheet = Sheet(self._subject, self.arranger(), self._style)
        return self._sheet

    def pages(self, paper: Paper) -> Pages:
        """Return all on pages of a paper."""
        if paper not in self._pages:
            self._pages[paper] = Pages(self._subject, self.arranger(), self._style, paper)
        return self._pages[paper]

    def arranger(self) -> Arranger:
        """Return what puts the events into lanes."""
        letters, bands = Letters(self._style), self._bands
        lane = self._style.lane
        return Arranger(bands.columns, self._subject.span, letters, lane, bands.bands)

    def size(self, scale: float) -> tuple[int, int]:
        """Return the px of a PNG."""
        return ceil(self.sheet.width * scale), ceil(self.sheet.height * scale)

    def fault(self, scale: float) -> str:
        """Return why there can be no PNG of a scale, in words; empty where there can be one."""
        width, height = self.size(scale)
        if max(width, height) <= LONGEST_SIDE and width * height <= MOST_PX:
            return ""
        words = translate(
            "Picture",
            "At scale {scale} the picture would be {width} × {height} pixels; a PNG may have "
            "{longest} a side and {most} million in all. Scale {fits} fits; SVG and PDF have no "
            "such limit.",
        )
        return words.format(
            scale=f"{scale:g}",
            width=f"{width:,}",
            height=f"{height:,}",
            longest=f"{LONGEST_SIDE:,}",
            most=MOST_PX // 1_000_000,
            fits=f"{self.largest_scale:g}",
        )

    @property
    def largest_scale(self) -> float:
        """The largest scale that a PNG can have, in tenths."""
        width, height = self.sheet.width, self.sheet.height
        most = min(LONGEST_SIDE / max(width, height), sqrt(MOST_PX / (width * height)))
        return max(floor(most * 10 - 1e-6), 1) / 10

    def encoded(self, suffix: str, wish: Wish, step: Step = unwatched) -> bytes:
        """Return the bytes of a file that ends in a suffix; `step` learns how far it is.

        Raises QuotelineError for another ending than `FORMATS`, or when a PNG would be too large;
        and whatever `step` raises.
        """
        if suffix == ".png":
            return self._png(wish.scale, step)
        if suffix == ".svg":
            return self._svg(step)
        if suffix == ".pdf":
            return self.pages(wish.paper).pdf(step)
        words = translate("Picture", "A picture's name must end in {endings}.")
        raise QuotelineError(words.format(endings=", ".join(FORMATS)))

    def write(self, path: Path, wish: Wish, step: Step = unwatched) -> None:
        """Write a file, whole or not at all; raises QuotelineError where it cannot be.

        `step` learns how far it is; where it raises NotWritten, it is not.
        """
        try:
            raw = self.encoded(path.suffix.lower(), wish, step)
        except NotWritten:
            raise
        except QuotelineError as error:
            raise QuotelineError(said("{path}: {reason}", path=path, reason=error)) from error
        write_atomically(path, raw)

    def _png(self, scale: float, step: Step) -> bytes:
        if fault := self.fault(scale):
            raise QuotelineError(fault)
        image = QImage(QSize(*self.size(scale)), QImage.Format.Format_RGB32)
        if image.isNull():
            raise QuotelineError(translate("Picture", "There is not enough memory for it."))
        image.fill(self._style.base)
        image.setDotsPerMeterX(round(96 * scale / 0.0254))
        image.setDotsPerMeterY(round(96 * scale / 0.0254))
        with painting(image) as painter:
            painter.scale(scale, scale)
            self.sheet.paint(painter, step)
        return png_of(image, {"Title": self._subject.title, "Software": _software()}, step)

    def _svg(self, step: Step) -> bytes:
        sheet, buffer = self.sheet, QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setResolution(96)
        size = QSize(ceil(sheet.width), ceil(sheet.height))
        made.setSize(size)
        made.setViewBox(QRect(0, 0, size.width(), size.height()))
        made.setTitle(self._subject.title)
        made.setDescription(f"{self._subject.count}, {self._subject.when}. {self._subject.origin}")
        with painting(made) as painter:
            sheet.paint(painter, step)
        family = self._style.font.family()
        named, any_sans = (f'font-family="{one}"' for one in (family, f"{family}, sans-serif"))
        return bytes(buffer.data().data()).replace(named.encode(), any_sans.encode())


def _software() -> str:
    return f"Quoteline {__version__}"
