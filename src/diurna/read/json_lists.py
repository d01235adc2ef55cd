"""The elements of a JSON list, read one at a time: a file of any length holds no more than its longest element."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from diurna.read.encodings import SAMPLE, guessed
from diurna.read.found import PAGE_LIMIT

_SPACE = re.compile(r"[ \t\r\n]*")
_OPENS = re.compile(r"\ufeff?[ \t\r\n]*\[")
_scan = json.JSONDecoder().raw_decode


class ListReader:
    """A stream of which the first bytes were read already, as JSON text; `is_list` says whether a list begins there."""

    def __init__(self, stream: BinaryIO) -> None:
        begun = stream.read(SAMPLE)
        self._stream = stream
        self._decode = codecs.getincrementaldecoder(guessed(begun))("replace")
        self._text = self._decode.decode(begun)
        self._ended = False
        opens = _OPENS.match(self._text)
        self.is_list = opens is not None
        self._at = opens.end() if opens else 0
        self.begun = begun

    def elements(self) -> Iterator[object]:
        """Yield the elements; raises ValueError where the text is no JSON, or one is over PAGE_LIMIT characters."""
        many = False
        while self._next() != "]":
            if many:
                if self._next() != ",":
                    raise ValueError("a comma is missing between two elements")
                self._at += 1
            value = self._value()
            many = True
            yield value

    def _next(self) -> str:
        """Return the next character that is not white space."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            self._read()

    def _value(self) -> object:
        self._next()
        while True:
            try:
                value, end = _scan(self._text, self._at)
                # A number that the text breaks off at may go on.
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
            except RecursionError as error:
                raise ValueError(str(error)) from None
            except json.JSONDecodeError as error:
                if self._ended:
                    raise ValueError(f"{error.msg} in an element of the list") from None
            if len(self._text) - self._at > PAGE_LIMIT:
                raise ValueError(f"an element of the list is no JSON, or longer than {PAGE_LIMIT:,} characters")
            self._read()

    def _read(self) -> None:
        """Read on, twice as much as is held, so that a long element is not looked at too often."""
        if self._ended:
            raise ValueError("the list does not end")
        self._text, self._at = self._text[self._at :], 0
        data = self._stream.read(max(SAMPLE, len(self._text)))
        self._ended = not data
        self._text += self._decode.decode(data, final=self._ended)
