"""Minding: joins the desk to the window in all that is said of saving, copies and other writers."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from explorer.desk import Desk
from explorer.model.errors import QuotelineError
from explorer.store.damage import DamagedFile
from explorer.store.faults import Cause, NotSaved
from explorer.store.journalled import OpenWorkspace
from explorer.store.lock import Holder
from explorer.store.restoring import Listed
from explorer.window import MainWindow
from explorer.wording.faults import fault_words

_WRITING = ("attach", "attach_folder", "save_view", "restore")
"""The actions that are greyed while nothing can be written; the window sees to the others."""


class Minding(QObject):
    """Shows how the workspace stands, and hands what the reader answers to the desk."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._asking = False
        self._told: Cause | None = None
        window.let_go = desk.leave
        window.restore_asked.connect(desk.list_copies)
        window.standing.asked.connect(self._on_asked)
        desk.standing.connect(self._show_standing)
        desk.not_left.connect(partial(self._ask, leaving=True))
        desk.listed.connect(self._show_copies)
        desk.rescued.connect(self._show_rescued)
        desk.lost.connect(self._show_lost)
        desk.damaged.connect(self._show_damaged)
        window.session.not_saved.connect(self._on_not_saved)

    def _show_standing(self, own: OpenWorkspace) -> None:
        bar = self._window.standing
        for name in _WRITING:
            self._window.action(name).setEnabled(not own.read_only)
        if own.unsaved is not None:
            from explorer.dialogs.unsaved import problem_words  # noqa: PLC0415

            words = self.tr("What you did is not in its file. {problem}")
            problem = problem_words(own.unsaved)
            bar.say(words.format(problem=problem), self.tr("What can be done…"))
        elif own.read_only:
            button = "" if own.cause in (Cause.HELD, Cause.NEWER) else self.tr("Work in a copy…")
            bar.say(self._why(own), button)
        else:
            if self._told is not None:
                self._window.session.notice.emit(self.tr("All that you did is saved now."))
            self._told = None
            bar.say("")

    def _why(self, own: OpenWorkspace) -> str:
        if own.cause is Cause.HELD:
            words = self.tr(
                "For reading only: {who}. What is changed there appears here, and you can make "
                "changes as soon as it is closed there."
            )
            return words.format(who=self._who(own.holder))
        if own.cause is Cause.NEWER:
            return self.tr(
                "For reading only: a newer version of Quoteline made this workspace. It is left as "
                "it is; update Quoteline to make changes."
            )
        return self.tr("For reading only. {why}").format(why=fault_words(own.read_only))

    def _who(self, holder: Holder | None) -> str:
        from explorer.dialogs.contents import moment_words  # noqa: PLC0415

        if holder is None:
            return self.tr("another window or program has this workspace open")
        return self.tr(
            "{user} on {machine} has this workspace open (process {number}, since {moment})"
        ).format(
            user=holder.user,
            machine=holder.host,
            number=holder.pid,
            moment=moment_words(holder.since),
        )

    def _on_asked(self) -> None:
        own = self._desk.keeper.own if self._desk.keeper else None
        if own is not None and own.unsaved is not None:
            self._ask(own.unsaved)
        elif own is not None:
            self._ask_folder()

    def _on_not_saved(self, fault: NotSaved) -> None:
        """Ask once; after that the bar says it as long as it is so."""
        if self._told is not fault.cause:
            self._told = fault.cause
            self._ask(fault)

    def _ask(self, fault: NotSaved, *, leaving: bool = False) -> None:
        from explorer.dialogs.unsaved import UnsavedDialog  # noqa: PLC0415

        if self._asking:
            return
        self._asking = True
        dialog = UnsavedDialog(fault, leaving=leaving, parent=self._window)
        dialog.finished.connect(self._on_answered)
        dialog.chosen.connect(self._go_on)
        dialog.open()

    def _on_answered(self) -> None:
        self._asking = False

    def _go_on(self, way: str) -> None:
        if way == "elsewhere":
            self._ask_folder()
        elif way == "leave":
            self._desk.leave_anyway()
            self._window.close()
        else:
            {
                "again": self._desk.try_again,
                "mine": self._desk.keep_mine,
                "theirs": self._desk.take_theirs,
            }[way]()

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Save chronicle and workspace in another folder")
        )
        if name:
            self._window.save_typing()
            self._desk.save_elsewhere(Path(name))

    def _show_copies(self, workspace: Listed, chronicle: Listed) -> None:
        from explorer.dialogs.restore import RestoreDialog  # noqa: PLC0415

        read_only = self._window.session.read_only
        dialog = RestoreDialog(workspace, chronicle, read_only, self._window)
        dialog.wanted.connect(self._desk.bring_back)
        dialog.chronicle_wanted.connect(self._desk.bring_chronicle_back)
        dialog.open()

    def _show_rescued(self, paths: tuple[Path, ...]) -> None:
        from explorer.dialogs.rescued import RescuedDialog  # noqa: PLC0415
        from explorer.store.restoring import content_of  # noqa: PLC0415

        for path in paths:
            dialog = RescuedDialog(path, content_of(path), self._window)
            dialog.wanted.connect(self._desk.bring_rescued)
            dialog.unwanted.connect(self._desk.drop_rescued)
            dialog.open()

    def _show_lost(self, lines: tuple[str, ...]) -> None:
        from explorer.dialogs.lost import LostDialog  # noqa: PLC0415

        LostDialog(lines, self._window).open()

    def _show_damaged(self, damaged: DamagedFile) -> None:
        from explorer.dialogs.error_dialog import offer_copy  # noqa: PLC0415

        self._window.say_nothing_is_open()
        there = damaged.path.exists()
        offer_copy(
            self._window,
            fault_words(damaged),
            damaged.copy,
            partial(self._desk.open_copy, damaged),
            self._desk.open_good if there else None,
            good=_good_words(damaged.path) if there else "",
        )


def _good_words(path: Path) -> str:
    """Return what a damaged workspace still holds; nothing of a chronicle, which may be large."""
    from explorer.dialogs.contents import content_words  # noqa: PLC0415
    from explorer.store.good import open_workspace_what_is_good  # noqa: PLC0415
    from explorer.store.restoring import content_of_one, is_workspace  # noqa: PLC0415

    try:
        if not is_workspace(path):
            return ""
        return content_words(content_of_one(open_workspace_what_is_good(path)[0]))
    except QuotelineError:
        return ""
