"""Items of Wikidata for rows of the tables: those that a source states (``ontology/names/wikidata.tsv``)."""

from collections.abc import Mapping
from functools import cache

from kg.gazetteer import gazetteer
from kg.reference import Row

_ITEMS = "http://www.wikidata.org/entity/"


def wikidata_iri(row: Row) -> str:
    """Return the IRI of the row's item; empty where no source states one."""
    item = _items().get((row.table, row.code or row.name))
    return _ITEMS + item if item is not None else ""


@cache
def _items() -> Mapping[tuple[str, str], str]:
    return {(row["table"], row["row"]): row["item"] for row in gazetteer().rows("wikidata")}
