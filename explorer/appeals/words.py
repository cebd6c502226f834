"""What the ledger of appeals says in its cells, and the signs for the kinds of answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from explorer.analysis.appeals import Answer, Appeal
from explorer.model.chronicle import Chronicle
from explorer.model.codebook import Codebook
from explorer.model.records import Event
from explorer.theme import Theme
from explorer.wording import date_wording, days_wording, lasting_wording
from explorer.wording.actors import names_wording

translate = QCoreApplication.translate

_SIGNS = {
    "help": "✚",
    "mediation": "⇄",
    "statement": "❝",
    "neutrality": "=",
    "postponement": "…",
    "silence": "∅",
    "refusal": "✕",
}
_OTHER_SIGN = "•"


def kind_words(codebook: Codebook, kind: str) -> str:
    """Name a kind of answer, with the sign that stands for it."""
    return f"{kind_sign(kind)} {codebook.answer_name(kind)}"


def kind_sign(kind: str) -> str:
    """Return the sign of a kind of answer."""
    return _SIGNS.get(kind, _OTHER_SIGN)


def kind_colour(kind: str, theme: Theme) -> str:
    """Return the colour (#RRGGBB) of a kind of answer; its sign and word tell it as well."""
    if kind in ("help", "mediation"):
        return theme.good
    if kind in ("refusal", "silence"):
        return theme.danger
    return theme.warning if kind in ("postponement", "neutrality") else theme.accent


def kinds_of(codebook: Codebook, appeals: Sequence[Appeal]) -> tuple[str, ...]:
    """Return the kinds of answer in the codebook's order, then those that it lacks."""
    found = [answer.kind for one in appeals for answer in one.answers]
    return tuple(dict.fromkeys((*codebook.answers, *found)))


def days_words(answer: Answer) -> str:
    """Say after how many days an answer came, or how long it lasted; empty where no one can tell.

    A silence is told by its length, as nothing came at its beginning.
    """
    if answer.until is not None:
        return lasting_wording(answer.until)
    if answer.after is None or answer.after[1] is None:
        return ""
    return days_wording((answer.after[0], answer.after[1]))


class LedgerWords:
    """The words of a ledger's cells for a chronicle, by column."""

    def __init__(self, chronicle: Chronicle, codebook: Codebook) -> None:
        self._chronicle = chronicle
        self._codebook = codebook

    def appeal(self, one: Appeal) -> tuple[str, ...]:
        """Return the cells of an appeal: date, who, answer, what, ground, days, sources."""
        who = translate("Appeals", "{asker} → {asked}").format(
            asker=self._named(one.by), asked=self._named(one.to)
        )
        came = "" if one.answers else translate("Appeals", "No answer told")
        what = one.event.asks or one.event.title
        date = date_wording(one.event.date.value, short=True)
        return (date, who, came, what, one.event.ground, "", self.sources(one.event))

    def answer(self, one: Answer) -> tuple[str, ...]:
        """Return the cells of an answer, in the same columns."""
        return (
            date_wording(one.event.date.value, short=True),
            self._named(one.by),
            kind_words(self._codebook, one.kind),
            one.event.title,
            "",
            days_words(one),
            self.sources(one.event),
        )

    def sources(self, event: Event) -> str:
        """Return how many articles tell of an event, with a sign where they differ."""
        count = str(len(self._chronicle.sources_of(event)))
        return f"{count} ≠" if self._chronicle.is_disputed(event) else count

    def tip(self, one: Appeal | Answer) -> str:
        """Say all that is known of a row, a line for each thing."""
        event = one.event
        lines = [date_wording(event.date.value), event.title, event.summary]
        if isinstance(one, Answer):
            lines += [one.note, days_words(one)]
        elif event.ground:
            lines.append(translate("Appeals", "Legal ground: {ground}").format(ground=event.ground))
        articles = (self._chronicle.article[id_] for id_ in self._chronicle.sources_of(event))
        lines.append(" · ".join(a.container_title or a.title for a in articles))
        if self._chronicle.is_disputed(event):
            lines.append(translate("Appeals", "The sources differ on this."))
        return "\n".join(line for line in lines if line)

    def _named(self, actors: Sequence[str]) -> str:
        if not actors:
            return translate("Appeals", "nobody named")
        return names_wording(self._chronicle, actors)
