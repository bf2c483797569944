"""Names → the readable, always valid last part of an IRI (RFC 3987)."""

import hashlib
import re
import unicodedata

from kg.errors import ExportError

DEFAULT_BASE = "https://example.org/zhkg/"

_PLAIN = re.compile(r"[A-Za-z0-9_\u3400-\u4dbf\u4e00-\u9fff][A-Za-z0-9_\-\u3400-\u4dbf\u4e00-\u9fff]*")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]+[/#]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"})
_LONGEST = 100
_KEPT = 60


def slug(name: str) -> str:
    """Return ``name`` as one segment of an IRI.

    Letters, digits, marks, symbols and punctuation outside ASCII stay as they are (Chinese, emoji);
    all else is percent-encoded as UTF-8. A name of more than 100 characters keeps its first 60 and
    gets a hash of the whole. Different names give different segments.
    """
    if len(name) > _LONGEST:
        return f"{slug(name[:_KEPT])}~{digest(name)}"
    if _PLAIN.fullmatch(name):
        return name
    if not name:
        return "~"  # names never keep a tilde, so this and the one before a hash are ours alone
    segment = "".join(map(_encoded, name))
    # . and .. would be swallowed by whoever resolves the IRI as a path.
    return segment.replace(".", "%2E") if not segment.strip(".") else segment


def digest(key: str) -> str:
    """Return 16 hexadecimal digits that depend on ``key`` alone."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def checked_base(base: str) -> str:
    """Return ``base`` if it can begin every IRI of a graph.

    Raises:
        ExportError: it is no absolute IRI that ends in ``/`` or ``#``.
    """
    if not _BASE.fullmatch(base):
        raise ExportError(f"base IRI {base!r}: give an absolute IRI that ends in / or #, as {DEFAULT_BASE}")
    return base


def _encoded(char: str) -> str:
    if char in _UNRESERVED or _is_ucschar(char):
        return char
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _is_ucschar(char: str) -> bool:
    """Tell whether RFC 3987 lets ``char`` stand in a path, and it can be seen."""
    code = ord(char)
    if code < 0xA0 or code >= 0xE0000 or 0xFDD0 <= code <= 0xFDEF or 0xFFF0 <= code <= 0xFFFF:
        return False
    return code & 0xFFFE != 0xFFFE and unicodedata.category(char) not in _UNSEEN
