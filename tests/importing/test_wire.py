"""Messages between the program and its importing process arrive whole or not at all."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.importing.wire import WireCut, receive, send


@given(st.dictionaries(st.text(), st.integers() | st.text()), st.binary())
def test_a_message_arrives_as_it_was_sent(head: dict[str, object], body: bytes) -> None:
    """Head and bytes are the same on the other side."""
    stream = io.BytesIO()
    send(stream, head, body)
    stream.seek(0)
    assert receive(stream, 1 << 20) == (head, body)


def test_a_message_cut_short_is_none() -> None:
    """At whatever byte the other side ends."""
    stream = io.BytesIO()
    send(stream, {"a": 1}, b"body")
    whole = stream.getvalue()
    for end in range(len(whole)):
        with pytest.raises(WireCut):
            receive(io.BytesIO(whole[:end]), 100)


@pytest.mark.parametrize("told", [b"[]", b"nonsense", b"\xff"])
def test_a_message_of_another_kind_is_refused(told: bytes) -> None:
    """The head must be a JSON object."""
    frame = len(told).to_bytes(8, "big") + told + bytes(8)
    with pytest.raises(WireCut):
        receive(io.BytesIO(frame), 100)


def test_an_oversized_message_is_refused_before_it_is_read() -> None:
    """What the other side announces is never taken beyond the limit."""
    with pytest.raises(WireCut):
        receive(io.BytesIO((1 << 60).to_bytes(8, "big")), 1 << 20)
