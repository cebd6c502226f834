"""Marks: bookmarks by their events, and how some differ from those they were made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar


class _Mark(Protocol):
    @property
    def event(self) -> str: ...


M = TypeVar("M", bound=_Mark)


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """What one change made of bookmarks: at place `at` of `before`, `removed` gave way to `added`.

    Both are counts, at the same place of the old and of the new bookmarks; all others are the same.
    """

    before: tuple[object, ...]
    at: int
    removed: int
    added: int


class Marks(Mapping[str, M]):
    """Bookmarks by event, over a tuple of them that does not change.

    The places are shared with the marks that these were made from, which may have added to them
    since. So they name every event that is here, and a place holds only if the mark there agrees.
    """

    __slots__ = ("_marks", "_places")

    def __init__(self, marks: Sequence[M], places: dict[str, int] | None = None) -> None:
        self._marks = marks
        if places is None:
            places = {mark.event: at for at, mark in enumerate(marks)}
        self._places = places

    def place(self, event: str) -> int | None:
        """Return the place of the mark on an event, None where there is none."""
        at = self._places.get(event)
        if at is None or (at < len(self._marks) and self._marks[at].event == event):
            return at
        return next((at for at, mark in enumerate(self._marks) if mark.event == event), None)

    def followed_by(self, marks: Sequence[M], at: int) -> Marks[M]:
        """Return the index of `marks`, which differ from these by the one at place `at` alone.

        It is new there, after all others, or stands for the event that it stood for here.
        """
        self._places[marks[at].event] = at
        return Marks(marks, self._places)

    def __getitem__(self, event: str) -> M:
        at = self.place(event)
        if at is None:
            raise KeyError(event)
        return self._marks[at]

    def __contains__(self, event: object) -> bool:
        return isinstance(event, str) and self.place(event) is not None

    def __iter__(self) -> Iterator[str]:
        return (mark.event for mark in self._marks)

    def __len__(self) -> int:
        return len(self._marks)
