"""What is decided of a whole name: whether it names anything, and whether another thing than it seems."""

import re
from dataclasses import replace

from kg.document import Span
from kg.mentions.firm_kinds import SALES_REGION
from kg.mentions.lexis import Lexis, is_department, is_trade
from kg.model import Mention, MentionType

_UNNAMED = re.compile(
    "(?<!某)某(?:知名|大型|著名)?(?!某)[一-龥]{2,}(?:公司|集团|企业|医院|学校|大学|银行|机构|单位|厂)"
)
#: What is done for a group, by itself no name of one.
_DEED = re.compile(
    "(?:加快|推动|推进|促进|助力|支持|带动|服务|赋能|引领|提升|做强|做优|做大|代表|介绍|围绕|依托|帮助|欢迎|感谢)集团(?:公司)?"
)
_KIND_OF_FIRM = re.compile(
    "(?:直投|创投|项目|基金|平台|运营|投资|合资|资管|壳|销售|贸易|地产|物业|控股|管理|私募|担保|信托|期货|租赁|保理)公司"
)
_CLUSTER = re.compile("(?:[一-龥]{0,6}产业)?集群")
_BYLINE = re.compile(r"(?:本报|本刊|本网|本台|本社|新华社|中新社|中新网|人民网|新华网)\Z")


def unless_hidden(lexis: Lexis, span: Span) -> Span | None:
    """Drop a body that the text does not name: 某|房地产开发公司, 加快|集团; in 王某某 stands a person."""
    if _DEED.fullmatch(lexis.folded, span.start, span.end):
        return None
    return None if _UNNAMED.search(lexis.folded, max(span.start - 1, 0), span.end) else span


#: A local body behind 原 whose place has swallowed both: 甲省|原|省委.
_FORMER_LOCAL = re.compile(
    "(?P<place>[一-龥]{2,12}[省市县区州旗盟])(?:原|前)[省市县区州旗盟]?(?:委|政府|政协|人大|人大常委会|纪委)"
)


def of_former(lexis: Lexis, mention: Mention) -> Mention | None:
    """Return the place of a body of it that was one name with it over 原: 甲省|原省委|副书记."""
    found = _FORMER_LOCAL.fullmatch(lexis.folded, mention.span.start, mention.span.end)
    if found is None or mention.type is not MentionType.ORG:
        return None
    return Mention(Span(*found.span("place")), MentionType.PLACE, "model", score=mention.score)


def unless_trade(lexis: Lexis, span: Span) -> Span | None:
    """Drop a firm whose name goes on as that of a trade: 美国银行|业评级, 甲市纺织|产业集群."""
    cluster = _CLUSTER.match(lexis.folded, span.end) is not None
    return None if cluster or is_trade(lexis.folded, span.end) else span


def unless_department(lexis: Lexis, span: Span) -> Span | None:
    """Drop what a firm's department and a ministry are called alike: 该公司|科技部."""
    return None if is_department(lexis.folded, span.start, span.end) else span


def is_kind_of_firm(lexis: Lexis, span: Span) -> bool:
    """Tell whether the span only says what kind of firm follows: 旗下|直投公司|甲投资有限公司."""
    return _KIND_OF_FIRM.fullmatch(lexis.folded, span.start, span.end) is not None


def seller(lexis: Lexis, mention: Mention) -> Mention | None:
    """Return the firm of a place that is the region in which it sells: 甲|中国区."""
    region = SALES_REGION.search(lexis.folded, mention.span.start, mention.span.end)
    if mention.type is not MentionType.PLACE or region is None or region.start() < mention.span.start + 2:
        return None
    return replace(mention, type=MentionType.ORG, span=Span(mention.span.start, region.start()))


def reported_from(lexis: Lexis, mention: Mention) -> Mention | None:
    """Return the place from which a newspaper reports: 本报|武汉|讯."""
    start, end = mention.span.start, mention.span.end
    if not lexis.folded.endswith(("讯", "电"), start, end) or not _BYLINE.search(lexis.folded, 0, start):
        return None
    return Mention(Span(start, end - 1), MentionType.PLACE, "pattern", score=0.7)
