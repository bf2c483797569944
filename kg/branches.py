"""Branches that go by their place alone: 吉林分公司, 杭州分行, 深圳监管局.

Whose they are, the name does not tell: another article's 吉林分公司 is another one.
"""

import re
from functools import cache

from kg.gazetteer import gazetteer
from kg.model import MentionType

_BRANCH = re.compile(
    "(?P<place>.{2,8}?)(?:分公司|子公司|分行|支行|营业部|办事处|分部|分所|分社|监管局|监管分局)"
)


@cache
def is_branch_of_somebody(name: str) -> bool:
    """Tell whether a name says where a branch is and not whose it is."""
    found = _BRANCH.fullmatch(name)
    if found is None:
        return False
    return any(entry.type is MentionType.PLACE for entry in gazetteer().lookup(found["place"]))
