"""Finding names: small pure functions from (words, mentions so far) to mentions.

Each module holds one kind of finding or repair as a function ``(Lexis, list[Mention]) -> list[Mention]``;
:data:`STAGES` lists them in the order in which the pipeline runs them, under the names by which they
can be switched off.
"""

from collections.abc import Callable

from kg.mentions.endings import find_endings
from kg.mentions.kinds import set_kinds
from kg.mentions.known import find_known
from kg.mentions.lexical import from_head, from_tags
from kg.mentions.lexis import Lexis
from kg.mentions.nested import find_nested
from kg.mentions.persons import join_persons
from kg.mentions.quoted import find_documents
from kg.mentions.titles import find_titles
from kg.model import Mention

Stage = Callable[[Lexis, list[Mention]], list[Mention]]

STAGES: dict[str, Stage] = {
    "kg_lexical": from_tags,
    "kg_head": from_head,
    "kg_titles": find_titles,
    "kg_persons": join_persons,
    "kg_known": find_known,
    "kg_kinds": set_kinds,
    "kg_documents": find_documents,
    "kg_endings": find_endings,
    "kg_nested": find_nested,
}

# TODO: drop when the name tables are complete
from kg.gazetteer import TABLES  # noqa: E402
from kg.resources import ontology_dir  # noqa: E402

if not all((ontology_dir() / "names" / f"{table}.tsv").is_file() for table in TABLES):
    for _name in ("kg_known", "kg_kinds", "kg_documents", "kg_endings", "kg_nested"):
        del STAGES[_name]
