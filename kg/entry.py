"""Whose entry a page is: the body that its title names, or that its first words define.

In: the title of a page, its text and the mentions in it. Out: the name of the body, if it is an entry on one
(云岭大学，简称云大，位于…). Then 学校 stands for it all through, whatever other schools its history names.
"""

import re
from collections.abc import Sequence

from kg.mentions.headings import OPENS_ENTRY, OPENS_PLACE
from kg.mentions.zones import is_kind, is_zone
from kg.model import Mention, MentionType

#: Bodies that have entries.
_BODIES = frozenset({MentionType.ORG, MentionType.FACILITY, MentionType.PARK})
#: Places that have entries, and how the words behind their names show that it is one.
_DIVISION = re.compile("[一-龥]{2,}(?:省|市|县|区|旗|州|盟|镇|乡|街道|村|社区|岛|群岛|山|湖|河|江)$")
_DEFINES_PLACE = re.compile(
    r"(?:\s*[（(\[][^（）()]{1,60}[）)\]])*\s*[，,]?(?:(?:现|今)?(?:隶属|地处|位于|坐落|属于|介于|建制于|始建于|设立于|于[12]\d{3}年)|"
    r"(?:是|为|系|属)[^，。；\n]{0,40}(?:县|市|区|镇|乡|街道|街道办事处|行政单位|行政区划|城市|村|岛|岛屿|省份)[，。；\[\n]|"
    r"(?:古|简|别|旧|原|俗|又|通)[名称])"
)
#: How the entry on a town opens without its name, which the title tells: 甲县辖镇。
_GOVERNED = re.compile(
    r"^[一-龥]{2,12}[县市区旗州]辖(?:镇|乡|民族乡|街道|街道办事处|县|市|区|县级市|自治县)[。，]", re.MULTILINE
)
_OPENS_PAGE = 200
#: In an entry on a place, a paragraph on another one may open with less.
_ANOTHER_PLACE = re.compile(
    rf"{_DEFINES_PLACE.pattern}|[，,]?是|(?:总|幅员)?面积|下?辖(?![一-龥]{{1,6}}[。，])"
)
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
    r"位于|坐落|地处|总[部行]|[厂院校社馆]址[设位在]|由|在[一-龥]{2,12}?(?:[省市县区乡镇村]|境内)[^，。]{0,8}[，。]|[隶直]属于|[12]\d{3}年(?:\d{1,2}月)?(?:创|成立|始|建|由|经|在))"
)
#: Common nouns that bodies are called by in the entries on them: 博物院占地168亩. Others have more meanings.
_HEADS = re.compile(
    "(?:博物[馆院]|图书馆|美术馆|纪念馆|科技馆|出版社|报社|杂志社|电视台|剧院|剧团|乐团|书院|学院|电厂|药厂|酒厂|书店|"
    "工程院|科学院|设计院|研究会|委员会|实验室|动物园|植物园|寺|故居)$"
)


#: How far from its beginning a page names the zone that it is about, and what stands before it.
_OPENING_REACH = 80
_OPENS = re.compile(r"(?:\A|[\n　 ]|(?:[日月年天]|近日|日前|昨日|以来)[，,]|[日月年天讯电])\Z")


class Entries:
    """The entries of a page: what it is on by its title and first words, and what a paragraph defines."""

    def __init__(self, title: str, text: str, mentions: Sequence[Mention]) -> None:
        """Prepare for a page with this title and text."""
        self.text = text
        self.starting: dict[int, Mention] = {}
        for mention in mentions:
            other = self.starting.get(mention.span.start)
            if mention.type in _BODIES | {MentionType.PLACE} and (
                other is None or len(other.span) < len(mention.span)
            ):
                self.starting[mention.span.start] = mention
        name = _ABOUT.sub("", title).strip()
        bodies = (m for m in self.starting.values() if m.type in _BODIES)
        self.page: Mention | None = None
        titled = (m for m in bodies if m.span.of(text) == name)
        opening = _OPENING.match(text)
        head = len(text) - len(text.lstrip())  # a line that has only the name is passed as a heading too
        self.page = (
            next(titled, None) or self.at(head) or self.at(opening.end() if opening is not None else 0)
        )
        if self.page is None and _GOVERNED.search(text, 0, _OPENS_PAGE):
            self.page = self._place_titled(name or text.lstrip().partition("\n")[0])

    def _place_titled(self, name: str) -> Mention | None:
        """Return the place that a title ends with: 甲省乙县|丙镇."""
        places = (m for m in self.starting.values() if m.type is MentionType.PLACE)
        named = (
            m for m in places if name.endswith(told := m.span.of(self.text)) and _DIVISION.fullmatch(told)
        )
        return max(named, key=lambda m: len(m.span), default=None)

    def at(self, start: int) -> Mention | None:
        """Return the name of the body that the words at ``start`` define, if they do."""
        first = self.starting.get(start)
        if first is None:
            return None
        while first.type is MentionType.PLACE and (inner := self.starting.get(first.span.end)) is not None:
            first = inner  # 云岭省青禾县|白鹤镇
        if first.type is MentionType.PLACE:
            of_places = self.page is not None and self.page.type is MentionType.PLACE
            named = of_places or _DIVISION.fullmatch(first.span.of(self.text)) is not None
            defines = _ANOTHER_PLACE if of_places else _DEFINES_PLACE
            below = OPENS_PLACE.match(self.text, first.span.end) if named and not of_places else None
            return first if below or (named and defines.match(self.text, first.span.end)) else None
        defined = _DEFINES.match(self.text, first.span.end) or OPENS_ENTRY.match(self.text, first.span.end)
        return first if defined is not None else None

    @property
    def zone(self) -> Mention | None:
        """The zone whose news a page tells: it opens a line or follows the day, and is the only one."""
        parks = [m for m in self.starting.values() if m.type is MentionType.PARK]
        zones = {m.span.of(self.text): m for m in sorted(parks, key=lambda m: -m.span.start)}
        kinds = [name for name in zones if is_kind(name)]
        named = [name for name in zones if is_zone(name)]
        whose = kinds if kinds and not set(named) - set(kinds) else named
        first = zones[whose[0]] if len(whose) == 1 else None
        told = first is not None and first.span.start <= _OPENING_REACH
        return first if told and first is not None and _OPENS.search(self.text[: first.span.start]) else None

    @property
    def head(self) -> str:
        """The common noun that stands for the body that the page is on, empty for none."""
        found = _HEADS.search(self.page.span.of(self.text)) if self.page is not None else None
        return found[0] if found is not None else ""
