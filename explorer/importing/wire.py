"""Wire: how the program and the process that imports talk: frames of a length and bytes."""

from __future__ import annotations

import json
from typing import Any, BinaryIO, TypeAlias

Head: TypeAlias = dict[str, Any]

_LENGTH = 8
_CHUNK = 1 << 20


class WireCut(Exception):  # noqa: N818 - an end is no error where one waits for it
    """The other side ended, or sent what this side does not take."""


def send(stream: BinaryIO, head: Head, body: bytes = b"") -> None:
    """Write one message. Raises OSError when nobody reads it."""
    told = json.dumps(head).encode("ascii")
    for part in (told, body):
        _write(stream, len(part).to_bytes(_LENGTH, "big"))
        _write(stream, part)
    stream.flush()


def receive(stream: BinaryIO, longest: int) -> tuple[Head, bytes]:
    """Read one message of at most `longest` bytes in each part; raises WireCut."""
    told = _read_frame(stream, longest)
    body = _read_frame(stream, longest)
    try:
        head = json.loads(told)
    except ValueError as error:
        raise WireCut from error
    if not isinstance(head, dict):
        raise WireCut
    return head, body


def _write(stream: BinaryIO, raw: bytes) -> None:
    rest = memoryview(raw)
    while rest:
        rest = rest[stream.write(rest[:_CHUNK]) or 0 :]


def _read_frame(stream: BinaryIO, longest: int) -> bytes:
    length = int.from_bytes(_read(stream, _LENGTH), "big")
    if length > longest:
        raise WireCut
    return _read(stream, length)


def _read(stream: BinaryIO, length: int) -> bytes:
    got = bytearray()
    while len(got) < length:
        part = stream.read(min(length - len(got), _CHUNK))
        if not part:
            raise WireCut
        got += part
    return bytes(got)
