"""Whose entry a page is: the body that its title names, or that its first words define.

In: the title of a page, its text and the mentions in it. Out: the name of the body, if it is an entry on one
(云岭大学，简称云大，位于…). Then 学校 stands for it all through, whatever other schools its history names.
"""

import re
from collections.abc import Sequence

from kg.model import Mention, MentionType

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
#: Common nouns that bodies are called by in the entries on them: 博物院占地168亩. Others have more meanings.
_HEADS = re.compile(
    "(?:博物[馆院]|图书馆|美术馆|纪念馆|科技馆|出版社|报社|杂志社|电视台|剧院|剧团|乐团|书院|学院|电厂|药厂|酒厂|书店|"
    "工程院|科学院|设计院|研究会|委员会|实验室|动物园|植物园|寺|故居)$"
)


class Entries:
    """The entries of a page: what it is on by its title and first words, and what a paragraph defines."""

    def __init__(self, title: str, text: str, mentions: Sequence[Mention]) -> None:
        """Prepare for a page with this title and text."""
        self.text = text
        self.starting: dict[int, Mention] = {}
        for mention in mentions:
            other = self.starting.get(mention.span.start)
            if mention.type in _BODIES and (other is None or len(other.span) < len(mention.span)):
                self.starting[mention.span.start] = mention
        name = _ABOUT.sub("", title).strip()
        titled = (m for m in self.starting.values() if m.span.of(text) == name)
        opening = _OPENING.match(text)
        self.page = next(titled, None) or self.at(opening.end() if opening is not None else 0)

    def at(self, start: int) -> Mention | None:
        """Return the name of the body that the words at ``start`` define, if they do."""
        first = self.starting.get(start)
        defined = first is not None and _DEFINES.match(self.text, first.span.end) is not None
        return first if defined else None

    @property
    def head(self) -> str:
        """The common noun that stands for the body that the page is on, empty for none."""
        found = _HEADS.search(self.page.span.of(self.text)) if self.page is not None else None
        return found[0] if found is not None else ""
