"""Whose entry a page is: the body that its title names, or that its first words define.

In: the title of a page, its text and the mentions in it. Out: the body, if the page is an entry on one
(云岭大学，简称云大，位于…). Then 学校 stands for it all through, whatever other schools its history names.
"""

import re
from collections.abc import Sequence

from kg.entities import Resolution
from kg.model import Entity, Mention, MentionType

#: Bodies that have entries.
_BODIES = frozenset({MentionType.ORG, MentionType.FACILITY, MentionType.PARK})
#: What the title of an entry has beside the name.
_ABOUT = re.compile(
    r"(?:官方|官网|校史|院史|历史|概况|简介|介绍|沿革|百科|词条|资料|发展|基本|情况|成立于|怎么样|是什么|好不好)*(?:[_|—-].*)?$"
)
#: What stands before the first words of an entry: a heading, the number of a list.
_OPENING = re.compile(
    r"(?:[^。，,；;\n]{0,12}\n|[\s“《【]|(?:医院|学校|公司|企业|单位|机构)?(?:简介|介绍|概况)[：:])*"
)
#: How the words behind the name show that it is defined and not told news of.
_DEFINES = re.compile(
    r"[”》】]?(?:\s*[（(\[][^（）()]{1,60}[）)\]])*\s*[，,]?(?:是|系|乃|为一|"
    r"(?:英文|全|简|别|旧|原|俗|又|亦|也|中文)[名称]|成立|创[立建办始]|始建|组建|筹建|建[于立校院所]|前身|"
    r"位于|坐落|地处|总[部行]|由|[隶直]属于|[12]\d{3}年(?:\d{1,2}月)?(?:创|成立|始|建|由|经|在))"
)


def entry_of(title: str, text: str, mentions: Sequence[Mention], resolution: Resolution) -> Entity | None:
    """Return the body whose entry a page with this title and text is, ``None`` for any other page."""
    named = resolution.named(_ABOUT.sub("", title).strip())
    if named is not None and named.type in _BODIES and named.mentions:
        return named
    opening = _OPENING.match(text)
    start = opening.end() if opening is not None else 0
    first = max((m for m in mentions if m.span.start == start), key=lambda m: m.span.end, default=None)
    if first is None or first.type not in _BODIES or _DEFINES.match(text, first.span.end) is None:
        return None
    return resolution.of(first)
