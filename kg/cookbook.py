"""The queries that come with the program: ``ontology/queries/*.rq``, each with a title in two languages.

The first two lines of a file are comments: the title in Chinese, the title in English. Every prefix is
declared, so that a file can be sent to any store as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.errors import OntologyError
from kg.resources import ontology_dir


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named query with its titles."""

    name: str
    title_zh: str
    title_en: str
    query: str


@cache
def load_recipes() -> Mapping[str, Recipe]:
    """Return the queries by name, in alphabetical order.

    Raises:
        OntologyError: a file has no titles.
    """
    found: dict[str, Recipe] = {}
    for file in sorted((ontology_dir() / "queries").glob("*.rq")):
        text = file.read_text(encoding="utf-8")
        zh, en, *_ = [*text.splitlines(), "", ""]
        if not (zh.startswith("# ") and en.startswith("# ")):
            raise OntologyError(f"{file}: begin with two comments, the title in Chinese and in English")
        found[file.stem] = Recipe(file.stem, zh[2:], en[2:], text)
    return MappingProxyType(found)
