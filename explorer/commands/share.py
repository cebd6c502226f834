"""Share: `quoteline share` writes a chronicle without any text that belongs to others."""

from __future__ import annotations

import argparse

from explorer.commands.outputs import spare_sources
from explorer.commands.study import counted, read_study
from explorer.exchange.report_editions import editions_in_hand
from explorer.exchange.share import share
from explorer.store.chronicles import save_chronicle


def run(arguments: argparse.Namespace) -> int:
    """Write the shareable copy and tell what was taken out of it.

    Raises QuotelineError when the copy would still share wording with an article, when a passage
    could not be found again without its text, or when the file cannot be written.
    """
    study = read_study(arguments)
    spare_sources(arguments.out, study, "--out")
    in_hand = editions_in_hand(study.workspace, study.texts, study.given)
    texts = [text for some in in_hand.values() for _, text in some]
    shared = share(study.chronicle, texts, redact=arguments.redact)
    save_chronicle(shared.chronicle, arguments.out)
    for spot in shared.redacted:
        print(f"redacted: table '{spot.table}', id '{spot.id}', field '{spot.field}'")
    print(
        f"{arguments.out}: {counted(len(shared.chronicle.events), 'event')}; taken out: "
        f"{counted(len(shared.editions), 'text')}, {counted(len(shared.quotes), 'quote')}; "
        f"compared with {counted(shared.compared, 'text')} in hand."
    )
    return 0
