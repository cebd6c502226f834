"""Shell: the main window's frame, painted first: menus, toolbar, docks, status bar, theme."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolBar,
    QWidget,
)

from explorer.actions import ACTIONS, fill_menus, make_actions, paint_icons
from explorer.store.folders import resource
from explorer.theme import Theme, palette, theme
from explorer.widgets.busy import BusyBar

_LAYOUT = 1
_NORTH = QTabWidget.TabPosition.North
_ACROSS = Qt.Orientation.Horizontal
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_BELOW = Qt.DockWidgetArea.BottomDockWidgetArea


class Shell(QMainWindow):
    """The frame of the main window, quick to make, with places for the panels to come.

    Signals:
        painted(): the frame was on screen for the first time; heavier work may begin.
        themed(Theme): the reader chose another theme.
    """

    painted = Signal()
    themed = Signal(object)

    def __init__(self, settings: QSettings, colours: Theme) -> None:
        """Build the frame; `settings` keeps the window's and the panels' places."""
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle("Quoteline")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.settings = settings
        self.colours = colours
        self._was_painted = False
        self.actions_by_id = make_actions(self)
        self.menus = fill_menus(self, self.actions_by_id)
        self.docks: dict[str, QDockWidget] = {}
        self._add_docks()
        self._add_toolbar()
        self._add_status()
        self.waiting = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.waiting.setText(self.tr("Opening the chronicle…"))
        self.setCentralWidget(self.waiting)
        self.set_theme(colours)
        self._first_places = self.saveState(_LAYOUT)
        self.resize(1440, 900)

    def set_theme(self, colours: Theme) -> None:
        """Wear a theme and tell the panels."""
        self.colours = colours
        QApplication.setPalette(palette(colours))
        self.setStyleSheet(_style(colours))
        paint_icons(self.actions_by_id, colours)
        self.actions_by_id["dark"].setChecked(colours.is_dark)
        self.themed.emit(colours)

    def do_dark(self, dark: bool = False) -> None:
        """Change between the dark and the light theme and remember the choice."""
        name = "dark" if dark else "light"
        self.settings.setValue("theme", name)
        self.set_theme(theme(name))

    def do_reset_panels(self) -> None:
        """Put every panel back where it was at first."""
        self.restoreState(self._first_places, _LAYOUT)
        QTimer.singleShot(0, self, self._share_out_width)

    def put_panel(self, dock: str, panel: QWidget) -> None:
        """Put a panel into its dock."""
        self.docks[dock].setWidget(panel)

    def bring_forward(self, dock: str) -> None:
        """Show the dock's tab in front of its neighbours', unless the reader closed the dock."""
        if not self.docks[dock].isHidden():
            self.docks[dock].raise_()

    def restore_window(self) -> None:
        """Put the window where it was when the reader left."""
        geometry = self.settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def restore_panels(self) -> None:
        """Put the panels where they were when the reader left, or where they start.

        This happens a turn of the event loop later: the layout heeds a wish for widths only once
        it has come to rest with all panels in it.
        """
        QTimer.singleShot(0, self, self._put_panels_back)

    def _put_panels_back(self) -> None:
        places = self.settings.value("places")
        if not (isinstance(places, QByteArray) and self.restoreState(places, _LAYOUT)):
            self._share_out_width()

    def _share_out_width(self) -> None:
        """Give the timeline about half of the width, and the panels beside it the rest."""
        sides = [self.docks["events"], self.docks["quotes"]]
        self.resizeDocks(sides, [self.width() * 24 // 100, self.width() * 27 // 100], _ACROSS)

    def save_places(self) -> None:
        """Remember where window and panels are."""
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.setValue("places", self.saveState(_LAYOUT))
        self.settings.sync()

    def _add_docks(self) -> None:
        rows = (
            ("events", self.tr("Events"), _LEFT),
            ("bookmarks", self.tr("Bookmarks"), _LEFT),
            ("notes", self.tr("Notes"), _LEFT),
            ("search", self.tr("Search"), _LEFT),
            ("quotes", self.tr("Quotes"), _RIGHT),
            ("actors", self.tr("Actor"), _RIGHT),
            ("appeals", self.tr("Appeals"), _BELOW),
            ("disagreements", self.tr("Disagreements"), _BELOW),
            ("coverage", self.tr("Sources"), _BELOW),
            ("relations", self.tr("Relations"), _BELOW),
            ("collections", self.tr("Collections"), _BELOW),
        )
        panels_menu = self.menus["&View"].addMenu(self.tr("&Panels"))
        self.saved_views = self.menus["&View"].addMenu(self.tr("Saved &views"))
        self.track_choices = self.menus["&View"].addMenu(self.tr("&Tracks"))
        self.band_choices = self.menus["&View"].addMenu(self.tr("M&emberships and offices"))
        self.view_choices = QActionGroup(self)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, _NORTH)
        for name, title, area in rows:
            dock = QDockWidget(title, self)
            dock.setObjectName(f"dock-{name}")
            self.addDockWidget(area, dock)
            panels_menu.addAction(dock.toggleViewAction())
            self.docks[name] = dock
            dock.hide()  # docks that are seen while they are put together leave bars of tabs behind
        self.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        for (name, _, area), (following, _, its_area) in pairwise(rows):
            if area == its_area:
                self.tabifyDockWidget(self.docks[name], self.docks[following])
        for name, _, area in rows:
            closed = area == _BELOW or name == "search"
            self.docks[name].setVisible(not closed)  # at first, events and their quotes
        self.docks["events"].raise_()
        self.docks["quotes"].raise_()

    def _add_toolbar(self) -> None:
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        menu = ""
        for row in ACTIONS:
            if row.toolbar:
                if menu and row.menu != menu:
                    bar.addSeparator()
                menu = row.menu
                bar.addAction(self.actions_by_id[row.id])
        self.addToolBar(bar)
        self.menus["&View"].addAction(bar.toggleViewAction())

    def _add_status(self) -> None:
        self.counted = QLabel()
        self.counted.setObjectName("counted")
        self.in_hand = QLabel()
        self.in_hand.setObjectName("in-hand")
        self.busy = BusyBar()
        for part in (self.busy, self.in_hand, self.counted):
            self.statusBar().addPermanentWidget(part)

    def action(self, name: str) -> QAction:
        """Return an action by its id in the table."""
        return self.actions_by_id[name]

    def paintEvent(self, paint_event: QPaintEvent) -> None:
        """Paint, and tell of the first time once it is done."""
        super().paintEvent(paint_event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)


def _style(colours: Theme) -> str:
    """Return the few rules that a palette cannot say."""
    tick = resource("icons/tick.svg").as_posix()
    return f"""
        QToolTip {{ color: {colours.text}; background: {colours.base};
                    border: 1px solid {colours.border}; padding: 4px; }}
        QDockWidget::title {{ padding: 6px 8px; background: {colours.alternate}; }}
        QMainWindow::separator {{ background: {colours.border}; width: 1px; height: 1px; }}
        QToolBar {{ border: 0; border-bottom: 1px solid {colours.border}; padding: 3px;
                    spacing: 2px; }}
        QStatusBar {{ border-top: 1px solid {colours.border}; }}
        QStatusBar::item {{ border: 0; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QRadioButton::indicator, QCheckBox::indicator {{ width: 13px; height: 13px;
            border: 1px solid {colours.muted}; background: {colours.base}; }}
        QRadioButton::indicator {{ border-radius: 7px; }}
        QCheckBox::indicator {{ border-radius: 3px; }}
        QRadioButton::indicator:checked {{ border-color: {colours.accent};
            background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
                stop: 0 {colours.accent}, stop: 0.52 {colours.accent},
                stop: 0.6 {colours.base}, stop: 1 {colours.base}); }}
        QCheckBox::indicator:checked {{ border-color: {colours.accent};
            background: {colours.accent}; image: url("{tick}"); }}
        QRadioButton::indicator:disabled, QCheckBox::indicator:disabled {{
            border-color: {colours.border}; }}
    """
