"""What the XML formats share: text that no article can break out of."""

import re
from xml.sax.saxutils import escape

# What XML 1.0 forbids, and DEL and C1, which it discourages.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def text(value: object) -> str:
    """Return ``value`` as character data; what XML forbids is left out."""
    return escape(_FORBIDDEN.sub("", str(value)), {"\r": "&#13;"})


def attribute(value: object) -> str:
    """Return ``value`` as an attribute in its quotes; what XML forbids is left out."""
    return f'"{escape(_FORBIDDEN.sub("", str(value)), _IN_ATTRIBUTES)}"'
