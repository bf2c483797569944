"""What bodies, places and works are chosen for: 国家级专精特新“小巨人”企业, 三级甲等医院, 国家历史文化名城.

Titles of the table ``ontology/names/honours.tsv`` with the level and the place that stand before them. They
are candidates: common nouns by themselves (全市高新技术企业300家), the object of a fact where one is 入选.
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover, overlaid
from kg.model import Mention, MentionType

_LEVEL = re.compile(
    r"(?:国家(?:级|重点)?|[省市区县部厅]级|省部级|自治区级?|世界(?:级)?|全国(?:性)?|全省|全市|中国|亚洲|第[一二三四五六七八九十0-9]+[批届]|首批|重点|示范性?|优秀|"
    r"[一二]类|一流)+(?:对[一-龥]{1,3})?\Z"
)
_REACH = 14
#: What is won, in quotation marks, one or several; a film or a book has other last words.
_AWARD = re.compile(
    "(?:荣获|荣膺|喜获|斩获|摘得|捧回|获颁|获评|被评为|被授予|被认定为|被命名为|授予|入选|跻身|获得|获)了?[^“”，。；：]{0,10}"
    "(?P<names>“[^“”，。；]{4,40}”(?:[、和及与]“[^“”，。；]{4,40}”)*)"
)
_QUOTED = re.compile("“([^“”]+)”")
_PRIZES = (
    *("强", "奖", "园区", "开发区", "示范区", "示范园", "产业园", "企业", "单位", "基地", "城市", "品牌"),
    *("先进集体", "示范县", "之乡", "名镇", "名村", "标兵", "案例"),
)
_PRIZE = re.compile("(?:等)?(?:[0-9一二三两多]+[项个])?(?:荣誉)?(?:称号|荣誉|殊荣|大奖|奖项|桂冠|牌匾)")
#: Titles that taggers take for the name of a body, which that of a zone may be.
_NO_BODIES = frozenset({"school", "hospital"})
#: What every zone and laboratory may be called needs a level before it.
_OF_A_LEVEL = frozenset({"zone", "laboratory", "list", "place", "school"})


@cache
def _titles() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the table's titles, the longest first, and their kinds."""
    kinds = {row["name"]: row["kind"] for row in gazetteer().rows("honours")}
    names = sorted(kinds, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names))), kinds


def find_honours(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the titles that no name covers, with their level and the place that gives them."""
    pattern, kinds = _titles()
    cover = Cover(mentions)
    found = []
    for match in pattern.finditer(lexis.folded):
        level = _LEVEL.search(lexis.folded, max(match.start() - _REACH, 0), match.start())
        start = level.start() if level else match.start()
        giver = cover.at(start - 1)
        if giver is not None and giver.type is MentionType.PLACE and giver.span.end == start:
            start = giver.span.start
        bare = start == match.start() and not lexis.folded.startswith(("全国", "中国", "国家"), start)
        everywhere = level is not None and level[0] in {"全省", "全市"}  # 全省|高新区: all of them
        if (bare or everywhere) and kinds[match[0]] in _OF_A_LEVEL:
            continue
        span = Span(start, match.end())
        others = cover.touching(span.start, span.end)
        if span.end in lexis.ends and not any(_outweighs(other, span, kinds[match[0]]) for other in others):
            found.append(Mention(span, MentionType.POLICY, "gazetteer", score=0.45))
    taken = {honour.span for honour in found}
    kept = [mention for mention in mentions if mention.span not in taken]
    return overlaid(kept, list(_awarded(lexis))) + found


def _outweighs(other: Mention, span: Span, kind: str) -> bool:
    """Tell whether a name stays where a title was found; 全国重点大学 is no body, as taggers think."""
    if other.span == span:
        return other.source == "gazetteer" or kind not in _NO_BODIES
    return other.span.contains(span) or other.span.end > span.end or other.span.start < span.start


def _awarded(lexis: Lexis) -> Iterator[Mention]:
    """Yield what one wins by a name in quotation marks: 荣获|“甲百强”和|“乙园区”称号."""
    for match in _AWARD.finditer(lexis.folded):
        for quoted in _QUOTED.finditer(lexis.folded, match.start("names"), match.end("names")):
            if quoted[1].endswith(_PRIZES) or _PRIZE.match(lexis.folded, match.end("names")):
                yield Mention(Span(*quoted.span(1)), MentionType.POLICY, "pattern", score=0.7)
