"""From a click on an event to its passage on screen, against QTextBrowser with the same text.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_click.py [EVENTS ...] [--profile]

The whole window stands at 1600 by 900 px over an article of 40 kB with forty marked passages. Each
step is a mouse click and all that follows from it in every panel, until nothing is left to do and
the passage is painted in sight, which is checked. The floor is `setHtml` of that text with the same
passages marked, and scrolling to one, in a QTextBrowser as large as the quote panel, painted; it
takes a step before each step of the window. Times are a clock's, and those for which the processor
was busy.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from html import escape
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, QPoint, QRectF, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextBrowser, QWidget

from explorer.app import application, assemble
from explorer.commands.codebooks import open_codebook
from explorer.model.chronicle import Chronicle
from explorer.model.date import parse_date
from explorer.model.records import Article, Dating, Edition, Passage, Support
from explorer.model.span import DAY, TimeSpan
from explorer.model.workspace import Workspace
from explorer.sources.library import make_library
from explorer.sources.locators import locate
from explorer.sources.text import Stretch
from explorer.theme import theme
from tests import generate

_PASSAGES = 40
_STEPS = 24
_FIRST_DAY = "2031-03-{day:02d}"
"""Days after all that are made up, so that the events to click stand apart."""


def long_text() -> tuple[str, list[Stretch]]:
    """Return 40 kB in forty paragraphs, and a sentence of each."""
    parts, stretches, at = [], [], 0
    for number in range(_PASSAGES):
        words = " ".join(f"word{number * 7 + step * 13}" for step in range(105))
        sentence = f"In the matter of case {number} the council met and decided nothing at all."
        paragraph = f"{words[:400]}. {sentence} {words[400:]}."
        start = at + len(words[:400]) + 2
        stretches.append(Stretch(start, start + len(sentence)))
        parts.append(paragraph)
        at += len(paragraph) + 2
    return "\n\n".join(parts), stretches


def chronicle(count: int, text: str, stretches: list[Stretch]) -> Chronicle:
    """Return made-up events, of which the last ones rest on passages of the text."""
    made = generate.chronicle(count)
    article = Article("long", "published", "A long article")
    edition = Edition("long-1", "long", sha256(text.encode()).hexdigest(), len(text))
    passages = tuple(
        Passage(
            f"long.{number}", "long", "long-1", number + 1,
            found.start, found.end, found.sha256, found.fingerprint,
        )
        for number, found in enumerate(locate(text, stretches))
    )  # fmt: skip
    named = [
        replace(
            event,
            date=Dating(parse_date(_FIRST_DAY.format(day=1 + number % 28)), "stated"),
            importance=3,
            support=(Support(f"long.{number}"),),
        )
        for number, event in enumerate(made.events[:_PASSAGES])
    ]
    return replace(
        made,
        articles=(article,),
        editions=(edition,),
        passages=passages,
        events=(*named, *made.events[_PASSAGES:]),
    )


class Bench:
    """A window on some events, and a text browser beside it."""

    def __init__(self, count: int, folder: Path) -> None:
        text, stretches = long_text()
        settings = QSettings(str(folder / "bench.ini"), QSettings.Format.IniFormat)
        self.window, _ = assemble(open_codebook(None), settings, theme("light"))
        self.window.resize(1600, 900)
        self.window.show()
        self.window.furnish_once()
        made = chronicle(count, text, stretches)
        session = self.session = self.window.session
        session.open(made, Workspace(made.id), make_library(made, {"long": text}))
        start = parse_date(_FIRST_DAY.format(day=1)).earliest
        if start is None:
            raise AssertionError("the day is known")
        session.show(TimeSpan((start - 1) * DAY, (start + 30) * DAY))
        settle()
        self.window.timeline.frame.bring_in(next(one.id for one in made.events if one.support))
        self.events = [one.id for one in made.events if one.support and self._is_in_sight(one.id)]
        self.browser = QTextBrowser()
        self.browser.resize(self.window.quotes.size())
        self.browser.show()
        self._html = _html(text, stretches)
        settle()

    def _is_in_sight(self, event: str) -> bool:
        rect = self.window.timeline.place_of(event)
        seen = QRectF(self.window.timeline.viewport().rect())
        return rect is not None and seen.contains(rect)

    def floor(self, number: int) -> None:
        """Put the text into the browser, scroll to a passage, and paint."""
        self.browser.setHtml(self._html)
        self.browser.scrollToAnchor(f"p{number * 7 % _PASSAGES}")
        self.browser.viewport().repaint()

    def click_event(self, number: int) -> None:
        """Click an event."""
        event = self.events[number * 7 % len(self.events)]
        rect = self.window.timeline.place_of(event)
        if rect is None:
            raise AssertionError(f"{event} is drawn no more")
        face = self.window.timeline.viewport()
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(face, Qt.MouseButton.LeftButton, none, rect.center().toPoint())

    def open_article(self, _number: int) -> None:
        """Click the button that opens the article at the passage shown."""
        button = self._button("Show in article")
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, none, button.rect().center())

    def close_article(self) -> None:
        """Go back to the page of another event, so that the article must be laid out again."""
        self.window.quotes.show_event()

    def check_page(self) -> None:
        """See that the passage's words stand on the page."""
        self._button("Show in article")

    def check_article(self) -> None:
        """See that a passage stands out within sight."""
        view = self.window.quotes.article_view.text
        selections = view.extraSelections()
        if not view.isVisible() or not selections:
            raise AssertionError("no passage stands out")
        place = view.cursorRect(selections[0].cursor).center()
        if not view.viewport().rect().contains(QPoint(5, place.y())):
            raise AssertionError("the passage is out of sight")

    def _button(self, words: str) -> QWidget:
        for button in self.window.quotes.findChildren(QAbstractButton):
            if button.text() == words and button.isVisible():
                return button
        raise AssertionError(f"no button reads {words}")

    def forget_layout(self) -> None:
        """Let the article be laid out anew the next time, as when another one is opened."""
        view = self.window.quotes.article_view
        view._marked = view.text._marked = None

    def measure(
        self,
        name: str,
        step: Callable[[int], None],
        check: Callable[[], None],
        before: Callable[[], None] | None = None,
    ) -> None:
        """Time some steps and print medians and 95th percentiles."""
        clock: tuple[list[float], list[float]] = ([], [])
        busy: tuple[list[float], list[float]] = ([], [])
        for number in range(_STEPS):
            if before is not None:
                before()
                settle()
            for which, work in enumerate((self.floor, step)):
                start, used = perf_counter(), thread_time()
                work(number + 1)
                settle()
                clock[which].append((perf_counter() - start) * 1000)
                busy[which].append((thread_time() - used) * 1000)
            check()
        floor, own = median(clock[0]), median(clock[1])
        print(
            f"| {name:<34} | {floor:6.1f} | {own:6.1f} | {quantiles(clock[1], n=20)[-1]:6.1f}"
            f" | {own / floor:5.2f} | {median(busy[0]):6.1f} | {median(busy[1]):6.1f}"
            f" | {median(busy[1]) / median(busy[0]):5.2f} |",
            flush=True,
        )

    def next_page(self) -> None:
        """Show the page of an event whose article was never laid out."""
        self.close_article()
        self.forget_layout()


def settle() -> None:
    """Let Qt do all that is due."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _html(text: str, stretches: list[Stretch]) -> str:
    parts, at = [], 0
    for number, one in enumerate(stretches):
        parts.append(escape(text[at : one.start]))
        words = escape(text[one.start : one.end])
        parts.append(f'<a name="p{number}"></a><span style="background:#ffe9a8">{words}</span>')
        at = one.end
    parts.append(escape(text[at:]))
    return "<p>" + "".join(parts).replace("\n\n", "</p><p>") + "</p>"


_HEAD = """
| from click to paint, ms            |  floor |  click |    p95 | times |  floor |  click | times |
|                                    |        |        |        |       |   busy |   busy |  busy |
|------------------------------------|--------|--------|--------|-------|--------|--------|-------|"""


def bench(count: int, folder: Path) -> None:
    """Print what a click costs among so many events."""
    made = Bench(count, folder)
    print(f"\n{count:,} events{_HEAD}")
    made.measure("event: its page with the passage", made.click_event, made.check_page)
    made.measure(
        "button: the article at the passage", made.open_article, made.check_article, made.next_page
    )
    made.measure("event, the article open", made.click_event, made.check_article)
    made.window.close()
    made.window.deleteLater()
    made.browser.deleteLater()
    settle()


def main() -> None:
    """Print the tables for the numbers of events on the command line."""
    application()
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    profile = cProfile.Profile() if "--profile" in sys.argv else None
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUOTELINE_HOME"] = folder
        if profile is not None:
            profile.enable()
        for size in [int(float(word)) for word in words] or [200, 100_000]:
            bench(size, Path(folder))
    if profile is not None:
        profile.disable()
        pstats.Stats(profile).sort_stats("cumulative").print_stats(50)


if __name__ == "__main__":
    main()
