"""Finding names: small pure functions from (words, mentions so far) to mentions.

Each module holds one kind of finding or repair as a function ``(Lexis, list[Mention]) -> list[Mention]``;
:data:`STAGES` lists them in the order in which the pipeline runs them, under the names by which they
can be switched off.
"""

from collections.abc import Callable

from kg.mentions.lexical import from_head, from_tags
from kg.mentions.lexis import Lexis
from kg.mentions.titles import find_titles
from kg.model import Mention

Stage = Callable[[Lexis, list[Mention]], list[Mention]]

STAGES: dict[str, Stage] = {
    "kg_lexical": from_tags,
    "kg_head": from_head,
    "kg_titles": find_titles,
}
