"""Queries to begin with, as the SPARQL box offers them."""

from functools import cache

from kg.resources import ontology_dir


@cache
def recipes() -> list[dict[str, str]]:
    """Return the queries of ``ontology/queries``: the first line of each, a comment, is its title."""
    found = []
    for file in sorted((ontology_dir() / "queries").glob("*.rq")):
        query = file.read_text(encoding="utf-8")
        found.append({"title": query.partition("\n")[0].lstrip("# "), "query": query})
    return found
