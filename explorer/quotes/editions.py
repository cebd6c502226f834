"""EditionButton: which of an article's attached texts is shown; another, or one detached."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMessageBox, QToolButton

from explorer.model.workspace import Attachment
from explorer.session.session import Session
from explorer.theme import Theme
from explorer.widgets.boxes import drawn_icon


def attached_texts(session: Session, article: str) -> tuple[Attachment, ...]:
    """Return the texts attached for an article, the one shown last."""
    return tuple(one for one in session.workspace.attachments if one.article == article)


class EditionButton(QToolButton):
    """Names the text that is shown; its menu offers the others, and to detach this one.

    Signals:
        attach_requested(str): the reader wants to attach another text of the article (its id).
    """

    attach_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, article: str) -> None:
        super().__init__()
        self._session = session
        self._article = article
        self._texts = attached_texts(session, article)
        name = _name(self._texts[-1]) if self._texts else self.tr("text given for this run")
        count = len(self._texts)
        words = self.tr("Text: {name}").format(name=_short(name))
        if count > 1:
            words = self.tr("Text: {name} (one of {count})").format(name=_short(name), count=count)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setToolTip(self.tr("Choose which text of this article is shown, or detach it"))
        self.setIcon(drawn_icon("book", theme))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self._made_menu())

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        shown = self._texts[-1] if self._texts else None
        for one in sorted(self._texts, key=lambda text: (text.attached, text.name)):
            action = QAction(_line(one).replace("&", "&&"), menu, checkable=True)
            action.setChecked(one is shown)
            action.setData(one.sha256)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._show)
        menu.addSeparator()
        menu.addAction(self.tr("Attach another text…"), self._ask_attach)
        if shown is not None:
            menu.addAction(self.tr("Detach this text…"), self._ask_detach)
        return menu

    def _show(self, action: QAction) -> None:
        self._session.show_edition(self._article, str(action.data()))

    def _ask_attach(self) -> None:
        self.attach_requested.emit(self._article)

    def _ask_detach(self) -> None:
        shown = self._texts[-1]
        box = QMessageBox(self.window())
        box.setObjectName("detach")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Detach “{name}”?").format(name=_name(shown)))
        box.setInformativeText(
            self.tr(
                "Nothing is read from Quoteline's own copy of this text any more. The copy is kept "
                "for undo alone, and deleted once no step can bring it back. The file it was read "
                "from is not touched."
            )
        )
        detach = box.addButton(self.tr("&Detach"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        detach.clicked.connect(partial(self._session.detach, shown.article, shown.sha256))
        box.open()


def _name(text: Attachment) -> str:
    return text.name or text.sha256[:8]


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:14]}…{name[-12:]}"


def _line(text: Attachment) -> str:
    named = _name(text)
    if text.reading == "readable":
        named = QCoreApplication.translate("Quotes", "{name}, its body").format(name=named)
    elif text.reading:
        named = QCoreApplication.translate("Quotes", "{name}, the whole page").format(name=named)
    moment = QDateTime.fromString(text.attached, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return named
    day = QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)
    return f"{named} · {day}"
