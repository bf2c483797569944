"""JSON Lines: rows of ``id``, ``text`` and optionally ``title``, ``published`` and the like."""

import json
import re
from dataclasses import dataclass, field

from kg.errors import ReadError
from kg.reading.source import Source

_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_SPACE = re.compile(r"[ \t\r\n]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAME = ("original_title", "published", "publisher", "source", "author", "editor", "url", "image")
_FIELDS = {"title": "front_title", "date": "published", **{name: name for name in _SAME}}


@dataclass(slots=True)
class Row:
    """One row: its text with the way back to the file's bytes, and what it says of the article."""

    id: str | None
    source: Source
    facts: dict[str, list[str]] = field(default_factory=dict)


def read_row(data: bytes, offset: int) -> Row:
    """Read one line.

    Args:
        data: the line's bytes, UTF-8 (a byte order mark before the first row is passed over).
        offset: the line's first byte in the decompressed file.

    Raises:
        ReadError: the line is no JSON object with a ``text``.
    """
    bom = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    try:
        line = data[bom:].decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"is no UTF-8 at byte {offset + bom + error.start}; JSON Lines must be UTF-8"
        ) from error
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadError(
            f"is no JSON ({error.msg} at column {error.colno}); each line must be one object"
        ) from error
    except RecursionError as error:
        raise ReadError("is nested too deep; a row needs only id, text, title, published") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ReadError('has no string "text"; a row is {"id": …, "text": …}')
    if not row["text"].strip():
        raise ReadError('has an empty "text"; leave the row out')
    key = row.get("id")
    facts = {
        name: [str(row[field_name])]
        for field_name, name in _FIELDS.items()
        if isinstance(row.get(field_name), str | int) and not isinstance(row.get(field_name), bool)
    }
    categories = row.get("categories")
    if isinstance(categories, list):
        facts["categories"] = [item for item in categories if isinstance(item, str)]
    source = _source(line, _value_of(line, "text"), offset + bom)
    return Row(str(key) if isinstance(key, str | int) and key != "" else None, source, facts)


def _value_of(line: str, key: str) -> int:
    """Return where the value of the last ``key`` of the object begins (JSON lets the last one count)."""
    decoder = json.JSONDecoder()
    at, found = _skip(line, line.index("{") + 1), -1
    while line[at] != "}":
        name, at = decoder.raw_decode(line, at)
        at = _skip(line, _skip(line, at) + 1)
        if name == key:
            found = at
        _, at = decoder.raw_decode(line, at)
        at = _skip(line, at)
        if line[at] == ",":
            at = _skip(line, at + 1)
    return found


def _skip(line: str, at: int) -> int:
    match = _SPACE.match(line, at)
    return match.end() if match else at


def _source(line: str, value: int, offset: int) -> Source:
    """Unescape the string that begins at ``value``, piece by piece."""
    decoder = json.JSONDecoder()
    _, end = decoder.raw_decode(line, value)
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    notes: list[str] = []
    char, byte, at = 0, offset + len(line[: value + 1].encode()), value + 1
    for match in [*_ESCAPE.finditer(line, at, end - 1), None]:
        stop = match.start() if match else end - 1
        if at < stop:
            size = len(line[at:stop].encode())
            pieces.append((char, byte, byte + size))
            parts.append(line[at:stop])
            char, byte = char + stop - at, byte + size
        if match:
            text = decoder.decode(f'"{match[0]}"')
            if _SURROGATE.match(text):
                notes.append(f"left out half a surrogate pair at byte {byte}")
            else:
                pieces.append((char, byte, byte + len(match[0])))
                parts.append(text)
                char += len(text)
            byte, at = byte + len(match[0]), match.end()
    return Source("".join(parts), "utf-8", tuple(pieces or [(0, byte, byte)]), tuple(notes))
