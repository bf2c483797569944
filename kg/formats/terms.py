"""RDF terms as strings in N-Triples syntax: the only place where text becomes a term.

Every format that writes RDF takes its terms from here, so that nothing in an article can leave its
literal or IRI. An IRI is given whole; its parts come from :func:`kg.iris.slug`.
"""

import re
from datetime import date
from decimal import Decimal
from functools import cache

from kg.ontology_terms import KG
from kg.records import decimal_text

NAMESPACES = {
    "dcterms": "http://purl.org/dc/terms/",
    "kg": KG,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "unit": "http://qudt.org/vocab/unit/",
    "currency": "http://qudt.org/vocab/currency/",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes of the vocabularies in use."""

_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff\ufffe\uffff]')
_SHORT = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_DATETIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")


@cache
def term(prefixed: str) -> str:
    """Return the term of a prefixed name of our own vocabularies, ``kg:post``."""
    prefix, _, local = prefixed.partition(":")
    return f"<{NAMESPACES[prefix]}{local}>"


def words(value: str) -> str:
    """Return words of an article, or names taken from one, as a literal in Chinese."""
    return f'"{escaped(value)}"@zh'


def plain(value: str) -> str:
    """Return a code or identifier as a literal without language."""
    return f'"{escaped(value)}"'


def decimal(value: Decimal) -> str:
    """Return an ``xsd:decimal`` in the one form that it has, always with a point."""
    text = decimal_text(value)
    return typed(text if "." in text else f"{text}.0", "decimal")


def integer(value: int) -> str:
    """Return an ``xsd:integer``."""
    return typed(str(value), "integer")


def moment(iso: str) -> str:
    """Return an ISO date, month, year or date and time as the literal of its XSD type.

    Anything else (an interval) becomes a plain literal.
    """
    if _DATETIME.fullmatch(iso):
        return typed(iso, "dateTime")
    datatype = {4: "gYear", 7: "gYearMonth", 10: "date"}.get(len(iso))
    if datatype:
        try:
            date.fromisoformat(iso + "-01" * ((10 - len(iso)) // 3))
        except ValueError:
            return plain(iso)
        return typed(iso, datatype)
    return plain(iso)


def typed(text: str, datatype: str) -> str:
    """Return a literal of an XSD datatype; ``text`` is trusted to be of its form."""
    return f'"{text}"^^<{NAMESPACES["xsd"]}{datatype}>'


def escaped(value: str) -> str:
    """Return ``value`` as it stands between the quotes of a literal.

    NUL, surrogates and noncharacters, which no store takes, become U+FFFD.
    """
    return _ESCAPED.sub(_escape, value)


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    return "\ufffd" if code == 0 or code >= 0xD800 else f"\\u{code:04X}"
