"""Start the installed program in a real window and use it with mouse and keys.

Usage: real_window.py PATH_OF_QUOTELINE OUT_FOLDER [ARTICLES]
Needs Xvfb, xdotool and ImageMagick's `import`. Runs without the source tree on the path, in an
empty home; screenshots go to OUT_FOLDER. With ARTICLES, a folder, they are attached and the export
is held against them. Exits with 1, saying why, when anything is not as it should be.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = (1600, 1000)
PATIENCE = 40.0
WANTED = "calls for peace under Security Council"
WANTED_ID = "belarus-statement-2016-04"


class FailureError(Exception):
    """Something was not as it should be."""


def check(holds: bool, said: str) -> None:
    """Raise FailureError with `said` unless it holds."""
    if not holds:
        raise FailureError(said)


def wait_for(question: Callable[[], bool], said: str, seconds: float = PATIENCE) -> None:
    """Wait until the question is answered with yes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if question():
            return
        time.sleep(0.2)
    raise FailureError(f"not within {seconds:.0f} s: {said}")


class Screen:
    """A virtual screen with a program's window on it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def run(self, *command: str) -> str:
        """Run a command on this screen and return what it prints."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for one in keys:
            self.run("xdotool", "key", "--clearmodifiers", one)
            time.sleep(0.25)

    def click(self, x: int, y: int) -> None:
        """Click with the left button."""
        self.run("xdotool", "mousemove", str(x), str(y), "click", "1")
        time.sleep(0.4)

    def wheel(self, x: int, y: int, notches: int, modifier: str = "") -> None:
        """Turn the wheel away from oneself (nearer when negative), with a key held."""
        button = "4" if notches > 0 else "5"
        self.run("xdotool", "mousemove", str(x), str(y))
        if modifier:
            self.run("xdotool", "keydown", modifier)
        for _ in range(abs(notches)):
            self.run("xdotool", "click", button)
            time.sleep(0.06)
        if modifier:
            self.run("xdotool", "keyup", modifier)
        time.sleep(0.4)

    def type(self, text: str) -> None:
        """Type text."""
        self.run("xdotool", "type", "--delay", "25", text)
        time.sleep(0.5)

    def picture(self, path: Path) -> None:
        """Save a picture of the screen, as soon as something is painted on it."""

        def is_painted() -> bool:
            self.run("import", "-window", "root", str(path))
            return path.exists() and path.stat().st_size > 20_000

        wait_for(is_painted, f"{path}: a real picture; on the screen: {self.title() or 'nothing'}")

    def title(self) -> str:
        """Return the titles of the program's windows."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", "Quoteline")
        return "\n".join(
            self.run("xdotool", "getwindowname", window) for window in found.splitlines()
        )


@contextmanager
def virtual_screen(home: Path) -> Iterator[Screen]:
    """Start Xvfb and give a screen on it, with an empty home."""
    read_end, write_end = os.pipe()
    # Without -noreset the server begins anew when its last client leaves, and takes down, or turns
    # the repeat of keys on for, whoever comes just then.
    server = subprocess.Popen(
        [
            *("Xvfb", "-noreset", "-displayfd", str(write_end)),
            *("-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"),
        ],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as told:
        display = f":{told.readline().strip()}"
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    screen = Screen({**kept, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)})
    if shutil.which("xset"):
        screen.run("xset", "r", "off")  # a key must not repeat into the next window
    try:
        yield screen
    finally:
        server.terminate()
        server.wait()


@contextmanager
def program(screen: Screen, *command: str) -> Iterator[subprocess.Popen[str]]:
    """Start the program and wait for its window; close it with Ctrl+Q."""
    running = subprocess.Popen(
        command,
        env=screen.environment,
        cwd=screen.environment["HOME"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(
            lambda: "—" in screen.title() or running.poll() is not None,
            "a window with the chronicle's title",
        )
        time.sleep(1.5)
        window = screen.run("xdotool", "search", "--onlyvisible", "--name", "Quoteline")
        for one in window.splitlines():
            screen.run("xdotool", "windowsize", one, str(SIZE[0]), str(SIZE[1]))
            screen.run("xdotool", "windowmove", one, "0", "0")
            screen.run("xdotool", "windowfocus", one)
        time.sleep(1.0)
        try:
            yield running
        except FailureError as failure:
            status = running.poll()
            said = running.communicate()[1] if status is not None else "still running"
            raise FailureError(f"{failure}; the program: status {status}, {said}") from failure
        screen.key("ctrl+q")
        wait_for(lambda: running.poll() is not None, "the program ends on Ctrl+Q", 15)
        _, complaints = running.communicate()
        check(running.returncode == 0, f"exit status {running.returncode}: {complaints}")
        check(complaints.strip() == "", f"complaints: {complaints}")
    finally:
        if running.poll() is None:
            running.kill()


def find_and_mark(screen: Screen, out: Path) -> None:
    """Find an event of April 2016, zoom to it, click it, open an actor, come back, mark it."""
    middle, lanes = SIZE[0] // 2 - 20, 108
    screen.picture(out / "guide.png")
    screen.key("Escape")  # at the first start the guide is on the window
    screen.picture(out / "start.png")
    screen.wheel(middle, 500, 3, "ctrl")
    screen.wheel(middle, 500, -3, "ctrl")
    screen.key("ctrl+f")
    screen.type(WANTED)
    screen.key("Return")
    screen.click(middle, 700)
    screen.key("f")
    screen.picture(out / "april-2016.png")
    screen.click(middle, lanes)
    screen.picture(out / "clicked.png")
    screen.key("b")
    screen.key("ctrl+f", "ctrl+a", "BackSpace")
    screen.click(middle, 700)
    screen.key("0")
    screen.picture(out / "light.png")
    screen.key("ctrl+d")
    time.sleep(1.0)
    screen.picture(out / "dark.png")
    screen.key("ctrl+d")
    time.sleep(1.0)


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read an export back."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def check_export(screen: Screen, quoteline: str, home: Path, articles: Path | None) -> None:
    """Export the bookmarks and hold each quote against the text at its offsets."""
    marks = home / "marks.csv"
    said = screen.run(quoteline, "export", "--scope", "bookmarks", "--out", str(marks))
    check(marks.exists(), f"no export: {said}")
    rows = read_csv(marks)
    check({row["event_id"] for row in rows} == {WANTED_ID}, f"not the bookmark: {rows}")
    check(all(row["bookmarked"] == "yes" for row in rows), "a mark that is none")
    if articles is None:
        check({row["quote_is"] for row in rows} == {"brief"}, "words that are not at hand")
        return
    for row in rows:
        check(row["passage_status"] == "exact", f"not exact: {row}")
        texts = [path.read_text(encoding="utf-8") for path in articles.glob("*.txt")]
        start, end = int(row["char_start"]), int(row["char_end"])
        check(row["quote"] in {text[start:end] for text in texts}, f"another text: {row}")


def use(quoteline: str, out: Path, home: Path, articles: Path | None) -> None:
    """Find, read and mark an event, quit, start again, and export the mark."""
    given = ("--articles", str(articles)) if articles else ()
    with virtual_screen(home) as screen:
        with program(screen, quoteline, *given):
            find_and_mark(screen, out)
        with program(screen, quoteline):
            screen.picture(out / "again.png")
        check_export(screen, quoteline, home, articles)
        snapshot = out / "snapshot.png"
        screen.run(quoteline, "snapshot", str(snapshot), "--size", "1600x900")
        check(snapshot.exists(), "no snapshot")


def main() -> int:
    """Use the program; return the exit status."""
    quoteline, out = sys.argv[1], Path(sys.argv[2])
    articles = Path(sys.argv[3]).resolve() if len(sys.argv) > 3 else None
    needed = [name for name in ("Xvfb", "xdotool", "import") if shutil.which(name) is None]
    if needed:
        sys.stderr.write(f"real window: {', '.join(needed)} missing\n")
        return 1
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        try:
            use(quoteline, out, Path(home), articles)
        except FailureError as failure:
            sys.stderr.write(f"real window: {failure}\n")
            return 1
    sys.stdout.write(f"real window: used with mouse and keys; pictures in {out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
