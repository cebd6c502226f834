"""A small coded chronicle of made-up articles, as files to build from; no test stands here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from explorer.model.chronicle import Chronicle
from explorer.model.codebook import read_codebook
from explorer.sources.coding import build_chronicle, read_articles

CODEBOOK = read_codebook(
    """
    [quads.talk]
    name = "Talk"
    colour = "#000000"
    dark = "#ffffff"
    [types.REQUEST]
    name = "Request"
    quad = "talk"
    [types.REJECT]
    name = "Reject"
    quad = "talk"
    [roles]
    initiator = "Initiator"
    target = "Target"
    [answers]
    refusal = "Refusal"
    """,
    "codebook.toml",
)

HERALD = """The lighthouse dispute

In May 2001 the harbour guild asked the island council for two boats. The council kept the letter for a week. Nobody spoke of it.

On 3 June the council said no. The guild called the answer late.

A footnote closes the tale.
"""  # noqa: E501 - a paragraph is a line

COURIER = """Boats that never came

The guild wanted one boat only, its chair told us. The council denied that any letter came. “We saw none,” it said.
"""  # noqa: E501 - a paragraph is a line

FILES = {
    "sheets/chronicle.toml": """
        id = "lighthouse"
        title = "The lighthouse"
        description = "A quarrel about boats."
        language = "en"
    """,
    "sheets/articles.toml": """
        [[article]]
        id = "herald-2001"
        title = "The lighthouse dispute"
        container-title = "Herald"
        author = [{ family = "Lind", given = "Ada" }]
        issued = "2001-06-10"
        issued-basis = "printed"
        language = "en"
        file = "000.txt"
        [[article]]
        id = "courier-2001"
        type = "article"
        title = "Boats that never came"
        language = "en"
    """,
    "sheets/actors.toml": """
        [[actor]]
        id = "guild"
        name = "Harbour guild"
        kind = "organisation"
        aliases = ["the guild"]
        [[actor.memberships]]
        of = "council"
        status = "observer"
        dates = "2001/.."
        support = ["courier-2001 p2.s1"]
        [[actor]]
        id = "council"
        name = "Island council"
        kind = "body"
    """,
    "sheets/events-1.toml": """
        [[event]]
        id = "guild-asks"
        title = "The guild asks for boats"
        summary = "It wants two."
        date = { edtf = "2001-05", basis = "stated", text = "In May 2001" }
        type = "REQUEST"
        participants = [
            { actor = "guild", role = "initiator" },
            { actor = "council", role = "target", stance = "critical" },
        ]
        importance = 3
        place = "the quay"
        tags = ["boats"]
        asks = "boats"
        ground = "the harbour law"
        [[event.support]]
        at = "herald-2001 p2.s1-s2"
        brief = "p2.s1"
        asserts = { figures = "two boats" }
        [[event.support]]
        at = "courier-2001 p2.s1"
        brief = "p2.s1"
        stance = "disputes"
        asserts = { date = "2001", figures = "one boat" }
    """,
    "sheets/events-2.toml": """
        [[event]]
        id = "council-refuses"
        title = "The council refuses"
        summary = "No boats."
        date = { edtf = "2001-06-03", basis = "relative", text = "On 3 June", note = "same year" }
        type = "REJECT"
        participants = [{ actor = "council", role = "initiator" }]
        claimed_by = "guild"
        [[event.support]]
        at = "herald-2001 p3.s1"
        brief = "p2.s1"
    """,
    "sheets/links.toml": """
        [[link]]
        from = "council-refuses"
        to = "guild-asks"
        kind = "responds_to"
        answer = "refusal"
        note = "after some weeks"
    """,
    "sheets/disagreements.toml": """
        [[disagreement]]
        id = "how-many-boats"
        kind = "contradiction"
        about = "figure"
        note = "Two boats or one."
        sides = [
            { at = "herald-2001 p2.s1-s2", says = "two" },
            { at = "courier-2001 p2.s1", says = "one" },
        ]
        events = ["guild-asks"]
    """,
    "briefs/herald-2001.txt": "Brief: a quarrel\n\nThe guild asked and was refused. So it ends.\n",
    "briefs/courier-2001.txt": "Brief: the other side\n\nOnly one boat was wanted, it says.\n",
    "articles/000.txt": HERALD,
    "articles/courier-2001.txt": COURIER,
}  # fmt: skip


@dataclass(frozen=True)
class Coded:
    """The folders of a coded chronicle that a test may change before it builds."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        """Write a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Change words in a file, which must be there."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def build(self) -> Chronicle:
        """Build the chronicle from the files as they are."""
        sheets = self.folder / "sheets"
        texts = read_articles(sheets, self.folder / "articles")
        return build_chronicle(sheets, self.folder / "briefs", texts, CODEBOOK)


def coded(folder: Path) -> Coded:
    """Write the made-up sheets, briefs and articles below `folder`."""
    made = Coded(folder)
    for name, text in FILES.items():
        made.write(name, text)
    return made
