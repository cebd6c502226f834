"""A font whose every letter is a block, made here byte by byte.

Pictures of text differ from machine to machine: other fonts, other hinting, other kerning, and with
the widths of titles the lanes differ as well. With this font a text is a row of blocks of one
width, the same everywhere, and what is compared is the picture, not the letters.
"""

from __future__ import annotations

import struct

FAMILY = "Quoteline Blocks"
_EM, _ADVANCE = 1_000, 520
_LEFT, _RIGHT, _LOW, _HIGH = 60, 460, 0, 520
_ASCENT, _DESCENT = 900, 220
_RANGES = ((0x20, 0x24F), (0x370, 0x58F), (0x2000, 0x23FF), (0x25A0, 0x27BF))
"""The letters there are: Latin, Greek, Cyrillic, Armenian, punctuation, signs."""


def block_font() -> bytes:
    """Return the font as a TrueType file (ISO/IEC 14496-22)."""
    tables = {
        b"OS/2": _os2(),
        b"cmap": _cmap(),
        b"glyf": _glyph() + _glyph(),
        b"head": struct.pack(
            ">IIIIHHQQhhhhHHhhh",
            *(0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
            *(_LEFT, _LOW, _RIGHT, _HIGH, 0, 8, 2, 0, 0),
        ),
        b"hhea": struct.pack(
            ">IhhhHhhhhhhhhhhhH",
            *(0x10000, _ASCENT, -_DESCENT, 0, _ADVANCE, _LEFT, _EM - _RIGHT, _RIGHT),
            *(1, 0, 0, 0, 0, 0, 0, 0, 2),
        ),
        b"hmtx": struct.pack(">HhHh", _ADVANCE, _LEFT, _ADVANCE, _LEFT),
        b"loca": struct.pack(">HHH", 0, len(_glyph()) // 2, len(_glyph())),
        b"maxp": struct.pack(">IHHHHHHHHHHHHHH", 0x10000, 2, 4, 1, *[0] * 2, 1, *[0] * 8),
        b"name": _names(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 1, 0, 0, 0, 0),
    }
    return _file(tables)


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    head = struct.pack(">IHHHH", 0x10000, count, 128, 3, count * 16 - 128)
    at = len(head) + 16 * count
    entries, body = b"", b""
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        entries += struct.pack(">4sIII", tag, total, at + len(body), len(table))
        body += padded
    return head + entries + body


def _glyph() -> bytes:
    """Return a rectangle: one contour of four points, all on the curve."""
    corners = ((_LEFT, _LOW), (_LEFT, _HIGH), (_RIGHT, _HIGH), (_RIGHT, _LOW))
    steps = [(x - a, y - b) for (x, y), (a, b) in zip(corners, ((0, 0), *corners), strict=False)]
    data = struct.pack(">hhhhhHH", 1, _LEFT, _LOW, _RIGHT, _HIGH, 3, 0)
    data += bytes([1] * 4)
    data += struct.pack(">4h", *(x for x, _ in steps)) + struct.pack(">4h", *(y for _, y in steps))
    return data + b"\0" * (-len(data) % 4)


def _cmap() -> bytes:
    """Return the table that leads every letter to the one block (format 4)."""
    ranges = (*_RANGES, (0xFFFF, 0xFFFF))
    count = len(ranges)
    letters = [last - first + 1 for first, last in _RANGES]
    offsets = [2 * (count - at + sum(letters[:at])) for at in range(len(_RANGES))]
    body = b"".join(
        struct.pack(f">{count}H", *part)
        for part in ([last for _, last in ranges], [first for first, _ in ranges])
    )
    ends, starts = body[: 2 * count], body[2 * count :]
    deltas = struct.pack(f">{count}H", *[0] * (count - 1), 1)
    array = struct.pack(f">{sum(letters)}H", *[1] * sum(letters))
    data = ends + b"\0\0" + starts + deltas + struct.pack(f">{count}H", *offsets, 0) + array
    search = 2 ** (count.bit_length() - 1) * 2
    head = (4, 14 + len(data), 0, 2 * count, search, count.bit_length() - 1, 2 * count - search)
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + struct.pack(">7H", *head) + data


def _names() -> bytes:
    words = {1: FAMILY, 2: "Regular", 4: FAMILY, 6: FAMILY.replace(" ", "")}
    records, texts = b"", b""
    for number, text in words.items():
        raw = text.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x409, number, len(raw), len(texts))
        texts += raw
    return struct.pack(">HHH", 0, len(words), 6 + len(records)) + records + texts


def _os2() -> bytes:
    return struct.pack(
        ">HhHHHhhhhhhhhhhh10B4I4sHHHhhhHHIIhhHHH",
        *(4, _ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0),
        *([0] * 10),
        *(1, 0, 0, 0, b"QUOT", 0x40, 0x20, 0xFFFF, _ASCENT, -_DESCENT, 0, _ASCENT, _DESCENT),
        *(1, 0, 520, 700, 0, 0x20, 1),
    )
