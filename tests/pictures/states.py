"""The named states of which reference pictures are kept: how each comes about, and its picture."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from explorer.model.codebook import read_codebook
from explorer.model.filters import Filters
from explorer.model.records import Support
from explorer.model.selection import EventsSelected
from explorer.model.span import DAY, TimeSpan
from explorer.pictures.pages import Paper
from explorer.pictures.writing import Picture
from explorer.session.session import Session
from explorer.sources.library import make_library
from explorer.store.folders import resource
from explorer.theme import theme
from explorer.timeline.overview import OverviewStrip
from explorer.timeline.view import TimelineView
from tests import generate
from tests.builders import a_chronicle, a_workspace, an_event
from tests.pictures.block_font import FAMILY, block_font

SIDE = (640, 400)
"""Px of a picture of the timeline."""

_FEW = a_chronicle(
    an_event("1992-05-15", "treaty", importance=3, type="INSTITUTION", passages=("x.1",)),
    an_event("2002-10-07", "charter", type="INSTITUTION"),
    an_event("2004~/2006~", "drills", type="COOPERATE"),
    an_event("2016-04-02/2016-04-05", "clash", importance=3, passages=("x.1", "y.1")),
    an_event("2016-04-05", "truce", type="RETREAT"),
    an_event("2016-04-07?", "visit", type="CONSULT"),
    an_event("2016-04~", "talks", type="CONSULT", importance=1),
    an_event("2016-04", "silence", type="REJECT", passages=(Support("x.2", "disputes"),)),
    an_event("2016-04-05", "statement", type="STATEMENT", importance=1),
    an_event("[..2016-05]", "arming", type="COOPERATE"),
    an_event("2020-09-27/2020-11-10", "war", importance=3, type="ASSAULT"),
    an_event("2021-05-14", "appeal", type="REQUEST"),
    an_event("2022/..", "mission", type="COOPERATE"),
    an_event("2024~", "freeze", type="SANCTION"),
)  # fmt: skip
_MADE = date(2026, 11, 23)
_APRIL = TimeSpan(16_880 * DAY, 16_930 * DAY)
_DAYS = TimeSpan(16_891 * DAY, 16_899 * DAY)

State = Callable[[], QImage]


def take_font() -> None:
    """Write all text in blocks, as it would look different on every machine."""
    if FAMILY not in QFontDatabase.families():
        QFontDatabase.addApplicationFontFromData(block_font())
    font = QFont(FAMILY)
    font.setPixelSize(13)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    QApplication.setFont(font)


def _session(crowd: bool = False) -> Session:
    path = resource("codebook.toml")
    session = Session(read_codebook(path.read_text(encoding="utf-8"), path.name))
    chronicle = generate.chronicle(3_000) if crowd else _FEW
    session.open(chronicle, a_workspace("truce", "war"), make_library(chronicle))
    return session


def _view(
    name: str = "light",
    span: TimeSpan | None = None,
    *,
    crowd: bool = False,
    prepare: Callable[[Session], None] | None = None,
) -> QImage:
    """Return the picture of a timeline at rest."""
    session = _session(crowd)
    if span is not None:
        session.show(span)
    if prepare is not None:
        prepare(session)
    view = TimelineView(session, theme(name))
    return _picture_of(view, SIDE)


def _picture_of(widget: QWidget, side: tuple[int, int]) -> QImage:
    """Show a widget, let it come to rest, and return its picture."""
    widget.setFont(QApplication.font())
    widget.resize(*side)
    widget.show()
    for _ in range(3):
        QApplication.processEvents()
    face = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    image = face.grab().toImage()
    image.setDevicePixelRatio(1.0)
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return image


def _overview(name: str) -> QImage:
    session = _session()
    session.show(TimeSpan(_APRIL.start - 1_000 * DAY, _APRIL.end + 800 * DAY))
    strip = OverviewStrip(session, theme(name))
    strip.setFont(QApplication.font())
    return _picture_of(strip, (SIDE[0], strip.sizeHint().height()))


def _sheet(name: str) -> QImage:
    session = _session()
    session.set_filters(Filters(first_day=16_801, last_day=19_000))
    picture = Picture(session, theme(name), _MADE)
    return _painted(*picture.size(0.5), 0.5, picture.sheet.paint)


def _page() -> QImage:
    pages = Picture(_session(), theme("light"), _MADE).pages(Paper.A4)
    size = round(pages.width * 0.5), round(pages.height * 0.5)
    return _painted(*size, 0.5, lambda painter: pages.paint_page(painter, 2))


def _painted(width: int, height: int, scale: float, paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter)
    painter.end()
    return image


def _pick(session: Session) -> None:
    session.select(EventsSelected(("clash", "truce"), "clash"))
    session.hover("silence")


def _nothing(session: Session) -> None:
    session.set_filters(Filters(text="nothing has these words"))


LARGE = "-2x"
"""How the states end that are drawn for a screen with two px to a px (QT_SCALE_FACTOR=2)."""

STATES: dict[str, State] = {
    "all-light": _view,
    "all-dark": lambda: _view("dark"),
    "april-light": lambda: _view(span=_APRIL),
    "april-dark": lambda: _view("dark", _APRIL),
    "days-light": lambda: _view(span=_DAYS),
    "days-dark": lambda: _view("dark", _DAYS),
    "selected-light": lambda: _view(span=_APRIL, prepare=_pick),
    "selected-dark": lambda: _view("dark", _APRIL, prepare=_pick),
    "crowd-light": lambda: _view(crowd=True),
    "crowd-dark": lambda: _view("dark", crowd=True),
    "crowd-month-light": lambda: _view(span=TimeSpan(17_000 * DAY, 17_060 * DAY), crowd=True),
    "nothing-light": lambda: _view(prepare=_nothing),
    "april-light-2x": lambda: _view(span=_APRIL),
    "crowd-dark-2x": lambda: _view("dark", crowd=True),
    "overview-light": lambda: _overview("light"),
    "overview-dark": lambda: _overview("dark"),
    "sheet-light": lambda: _sheet("light"),
    "sheet-dark": lambda: _sheet("dark"),
    "page-light": _page,
}
