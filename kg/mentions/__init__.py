"""Finding names: small pure functions from (words, mentions so far) to mentions.

Each module holds one kind of finding or repair as a function ``(Lexis, list[Mention]) -> list[Mention]``;
:data:`STAGES` lists them in the order in which the pipeline runs them, under the names by which they
can be switched off.

A mention whose score is below :data:`CANDIDATE` is a common noun that may take part in a fact (煤炭,
手机, 乡村振兴) and is no entity by itself.
"""

from collections.abc import Callable

from kg.mentions.addressed import find_addressed
from kg.mentions.consistency import make_consistent, take_marks
from kg.mentions.endings import find_endings
from kg.mentions.firms import find_firms
from kg.mentions.framed import find_framed
from kg.mentions.groups import find_groups
from kg.mentions.headings import find_headings
from kg.mentions.honours import find_honours
from kg.mentions.indices import find_indices
from kg.mentions.industries import find_brands, find_industries, find_trades
from kg.mentions.joins import join_names
from kg.mentions.kinds import set_kinds
from kg.mentions.known import find_home, find_known
from kg.mentions.latin import find_latin
from kg.mentions.letters import find_letters
from kg.mentions.lexical import from_head, from_tags
from kg.mentions.lexis import Lexis
from kg.mentions.listed import find_listed
from kg.mentions.local import name_local_offices
from kg.mentions.members import find_members, type_members
from kg.mentions.models import type_models
from kg.mentions.nameless import drop_nameless
from kg.mentions.nested import find_nested
from kg.mentions.occasions import drop_called_again, find_occasions
from kg.mentions.persons import find_namesakes, join_persons
from kg.mentions.policies import find_policies
from kg.mentions.projects import find_projects
from kg.mentions.quotations import find_quotations
from kg.mentions.quoted import find_documents
from kg.mentions.routes import find_routes
from kg.mentions.slots import find_given
from kg.mentions.stakes import find_stakes, type_disclosers
from kg.mentions.titles import find_titles
from kg.mentions.trim import trim_names
from kg.mentions.venues import drop_venues
from kg.mentions.zones import find_own_zone
from kg.model import Mention

Stage = Callable[[Lexis, list[Mention]], list[Mention]]

CANDIDATE = 0.5

STAGES: dict[str, Stage] = {
    "kg_lexical": from_tags,
    "kg_head": from_head,
    "kg_trim": trim_names,
    "kg_joins": join_names,
    "kg_titles": find_titles,
    "kg_persons": join_persons,
    "kg_addressed": find_addressed,
    "kg_known": find_known,
    "kg_latin": find_latin,
    "kg_namesakes": find_namesakes,
    "kg_firms": find_firms,
    "kg_listed": find_listed,
    "kg_stakes": find_stakes,
    "kg_marks": take_marks,
    "kg_headings": find_headings,
    "kg_consistency": make_consistent,
    "kg_kinds": set_kinds,
    "kg_local": name_local_offices,
    "kg_members": type_members,
    "kg_rows": find_members,
    "kg_documents": find_documents,
    "kg_own_zone": find_own_zone,
    "kg_endings": find_endings,
    "kg_occasions": find_occasions,
    "kg_policies": find_policies,
    "kg_given": find_given,
    "kg_honours": find_honours,
    "kg_indices": find_indices,
    "kg_brands": find_brands,
    "kg_framed": find_framed,
    "kg_industries": find_industries,
    "kg_disclosers": type_disclosers,
    "kg_quotations": find_quotations,
    "kg_groups": find_groups,
    "kg_routes": find_routes,
    "kg_projects": find_projects,
    "kg_letters": find_letters,
    "kg_home": find_home,
    "kg_nameless": drop_nameless,
    "kg_models": type_models,
    "kg_venues": drop_venues,
    "kg_called_again": drop_called_again,
    "kg_nested": find_nested,
    "kg_trades": find_trades,
}
