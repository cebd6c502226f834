"""Doing: the window's answer to each action of the table, most of them asked of the session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog

from explorer.model.filters import Filters
from explorer.model.selection import current_event
from explorer.session.session import Session
from explorer.shell import Shell
from explorer.theme import Theme


class Doing(Shell):
    """The frame that can do what the table of actions names, by a method `do_<id>` for each.

    Signals:
        open_asked(Path): the reader chose another chronicle.
        attach_asked(list[Path]): the reader chose or dropped files that may hold articles.
        share_asked(Path): the reader wants a copy of the chronicle to pass on.
        report_asked(): the reader wants to know what holds and what does not.
        find_asked(): the reader wants the search box.
        copy_asked(): the reader wants the current quote with its citation on the clipboard.
        typing_ended(): what is being typed must reach the session now.
        collected(str): events were added to the collection of this name.
    """

    open_asked = Signal(object)
    attach_asked = Signal(object)
    share_asked = Signal(object)
    report_asked = Signal()
    find_asked = Signal()
    copy_asked = Signal()
    typing_ended = Signal()
    collected = Signal(str)

    def __init__(self, session: Session, settings: QSettings, colours: Theme) -> None:
        """Build the frame around a session."""
        super().__init__(settings, colours)
        self.session = session

    def do_open(self) -> None:
        """Ask for another chronicle."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open chronicle"), "", self.tr("Chronicles (*.chronicle.json *.json)")
        )
        if name:
            self.open_asked.emit(Path(name))

    def do_attach(self, _checked: bool = False, title: str = "") -> None:
        """Ask for files that hold articles."""
        caption = self.tr("Attach articles")
        if title:
            caption = self.tr("Attach “{title}”").format(title=title)
        names, _ = QFileDialog.getOpenFileNames(
            self,
            caption,
            "",
            self.tr("Articles (*.txt *.text *.html *.htm *.xhtml *.md *.markdown);;All files (*)"),
        )
        if names:
            self.attach_asked.emit([Path(name) for name in names])

    def do_attach_folder(self) -> None:
        """Ask for a folder in which articles are looked for."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Attach a folder of articles"))
        if name:
            self.attach_asked.emit([Path(name)])

    def do_share(self) -> None:
        """Ask where the copy of the chronicle belongs that may be passed on."""
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export shareable chronicle"),
            f"{self.session.chronicle.id}-shareable.chronicle.json",
            self.tr("Chronicles (*.chronicle.json)"),
        )
        if name:
            self.share_asked.emit(Path(name))

    def do_report(self) -> None:
        """Have everything checked."""
        self.typing_ended.emit()
        self.report_asked.emit()

    def do_export(self) -> None:
        """Ask what to export and where, and export it."""
        from explorer.dialogs.export_dialog import ExportDialog  # noqa: PLC0415

        self.typing_ended.emit()
        folder = Path(str(self.settings.value("export-folder", str(Path.home()))))
        dialog = ExportDialog(self.session, folder, self)
        dialog.exec()
        self.settings.setValue("export-folder", str(dialog.folder))
        dialog.deleteLater()

    def do_picture(self) -> None:
        """Ask how the picture of the whole timeline is to be and where, and draw it."""
        from explorer.pictures.asking import ask_for_picture  # noqa: PLC0415

        self.typing_ended.emit()
        ask_for_picture(self.session, self.settings, self)

    def do_cite(self) -> None:
        """Ask which events to cite, how and where, and write them."""
        self.cite_collection("")

    def cite_collection(self, name: str) -> None:
        """Ask how to cite the events of a collection, of the bookmarks where it has no name."""
        from explorer.dialogs.cite_dialog import CiteDialog  # noqa: PLC0415

        self.typing_ended.emit()
        folder = Path(str(self.settings.value("export-folder", str(Path.home()))))
        dialog = CiteDialog(self.session, folder, self, collection=name)
        dialog.exec()
        self.settings.setValue("export-folder", str(dialog.folder))
        dialog.deleteLater()

    def do_quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()

    def do_undo(self) -> None:
        """Take back the last change of bookmarks, notes or views."""
        self.typing_ended.emit()
        self.session.history.stack.undo()

    def do_redo(self) -> None:
        """Make again the change that was taken back last."""
        self.session.history.stack.redo()

    def do_copy_quote(self) -> None:
        """Copy the current event's quote with its citation."""
        self.copy_asked.emit()

    def do_find(self) -> None:
        """Go to the search box."""
        self.docks["events"].show()
        self.docks["events"].raise_()
        self.find_asked.emit()

    def do_clear_filters(self) -> None:
        """Let every event through again."""
        self.session.set_filters(Filters())

    def do_previous(self) -> None:
        """Go to the event before the current one."""
        self.session.step(-1)

    def do_next(self) -> None:
        """Go to the event after the current one."""
        self.session.step(1)

    def do_bookmark(self) -> None:
        """Mark the current event, or take its mark away."""
        self.typing_ended.emit()
        self.session.toggle_bookmark(current_event(self.session.selection))

    def do_collect(self) -> None:
        """Ask for the collection to which what is selected is added."""
        from explorer.dialogs.collect_dialog import CollectDialog  # noqa: PLC0415

        self.typing_ended.emit()
        dialog = CollectDialog(self.session, str(self.settings.value("collection", "")), self)
        dialog.collected.connect(self._on_collected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_collected(self, name: str) -> None:
        self.settings.setValue("collection", name)
        self.collected.emit(name)

    def do_clear(self) -> None:
        """Select nothing."""
        self.session.clear()

    def do_zoom_in(self) -> None:
        """Zoom in by a step."""
        self.session.zoom(1)

    def do_zoom_out(self) -> None:
        """Zoom out by a step."""
        self.session.zoom(-1)

    def do_fit_all(self) -> None:
        """Show all events."""
        self.session.fit_all()

    def do_fit_selection(self) -> None:
        """Show what is selected as large as it goes."""
        self.session.fit_selection()

    def do_save_view(self) -> None:
        """Keep viewport and filters under a name the reader gives."""
        name, agreed = QInputDialog.getText(
            self, self.tr("Save this view"), self.tr("Name of the view:")
        )
        if agreed and name.strip():
            self.session.save_view(name.strip())

    def do_legend(self) -> None:
        """Say what the colours, shapes and signs mean."""
        from explorer.pictures.legend_dialog import LegendDialog  # noqa: PLC0415
        from explorer.timeline.style import style_of  # noqa: PLC0415

        style = style_of(self.colours, self.session.codebook, self.font())
        dialog = LegendDialog(style, self)
        dialog.exec()
        dialog.deleteLater()

    def do_about(self) -> None:
        """Say what this program is."""
        from explorer.dialogs.about import AboutDialog  # noqa: PLC0415

        dialog = AboutDialog(self)
        dialog.exec()
        dialog.deleteLater()
