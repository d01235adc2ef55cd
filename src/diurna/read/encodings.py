"""Encodings: bytes to text where the file does not say which it is in."""

from __future__ import annotations

import codecs

# A byte order mark names the encoding; UTF-32's first, since UTF-16's begins it.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"),
)  # fmt: skip
SAMPLE = 1 << 16
FEW = 32  # bytes beyond ASCII, of which nobody can tell a language


def marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark names, or None."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def guessed(data: bytes) -> str:
    """Return the encoding of text whose first bytes are given: by its mark, UTF-8 where that fits, else the likeliest.

    The likeliest is what charset-normalizer finds most like a language; where it finds none, or there is little to
    go by, Windows-1252, in which
    every Western page of unknown encoding is (WHATWG Encoding Standard).
    """
    if name := marked(data):
        return name
    sample = data[:SAMPLE]
    try:
        # The sample may end amid a character.
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=len(data) < SAMPLE)
        return "utf-8"
    except UnicodeDecodeError:
        pass
    if sum(byte > 127 for byte in sample) < FEW:
        return "cp1252"
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    return best.encoding if best is not None and not best.encoding.startswith("utf_7") else "cp1252"
