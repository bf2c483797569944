"""Items of Wikidata for rows of the tables, as ``ontology/names/wikidata.tsv`` states them."""

from kg.reference import Row


def wikidata_iri(row: Row) -> str:
    """Return the IRI of the row's item; empty where no source states one."""
    return ""
