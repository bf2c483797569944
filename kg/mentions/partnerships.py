"""Names of partnerships, told by their form: 甲市乙丙创业投资合伙企业（有限合伙）.

No model finds the long ones whole, which hold words like 引导 and 发展. In: the mentions so far. Out: the
same with each such name in the place of what was seen of it.
"""

import re

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import overlaid
from kg.model import Mention, MentionType

_FORM = re.compile(
    r"(?:合伙企业|基金|中心|企业)[（(](?:有限合伙|普通合伙)[）)]|(?<=基金|投资|管理|咨询|创业|股权|科技)合伙企业(?![（(法])"
)
#: Where the name begins at the latest that its form ends: behind a mark or a line's end.
_WALL = re.compile(r"[，。；：、“”《》「」\n,;:?？!•●　 ]|(?<![一-龥])[)）]|(?<=[0-9])[.．]")
#: What is done with a partnership, or leads up to one; a name may hold 投资 and 发展.
_LEADS = frozenset(
    (
        "参与投资 参与设立 发起设立 共同设立 投资设立 出资设立 设立 新设 认购 认缴 成立 组建 作为 持有 受让 "
        "转让给 通过 与 和 及 以及 由 向 对 的 为 是 系 以 将 了 给 其 该 之 股东 公司 子公司 合伙人 方 控制 "
        "管理 旗下 质押给 关联方 收购 并购 参股 入股 增资 购买 取得 转让方 受让方 收购方 认购方"
    ).split()
)
_AND = frozenset({"和", "与", "及", "同"})
#: What all partnerships are called.
_BARE = re.compile(
    "(?:私募|股权|创业|创新|投资|产业|引导|发展|管理|咨询|企业|科技|信息|基金|[一二三四五]期|中心|服务)+"
)
#: Behind one of these 投资 is what is done.
_BEFORE_DEED = ("参与", "拟", "共同", "联合", "对外", "合伙人", "公司")
_FARTHEST = 40
_SHORTEST = 8


def find_partnerships(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with the partnerships whole."""
    found = []
    for form in _FORM.finditer(lexis.folded):
        start = _start(lexis, form.start())
        bare = _BARE.fullmatch(lexis.folded, start, form.start())  # 股权投资|合伙企业 names none
        if form.end() - start >= _SHORTEST and form.start() > start and not bare:
            found.append(Mention(Span(start, form.end()), MentionType.ORG, "pattern", score=0.85))
    known = {mention.span for mention in mentions}
    return overlaid(mentions, [name for name in found if name.span not in known])


def _start(lexis: Lexis, head: int) -> int:
    """Return where the name begins whose form stands at ``head``."""
    text = lexis.folded
    first = max(head - _FARTHEST, 0)
    walls = [wall.end() for wall in _WALL.finditer(text, first, head)]
    first = walls[-1] if walls else first
    at = head
    while at > first:
        word = lexis.words[lexis.at[at - 1]]
        lead = text[word.start : word.end]
        if lead in _AND and _BARE.fullmatch(text, at, head):
            at = word.start
            continue  # 甲乙|和|投资合伙企业: no name begins behind 和
        if word.start < first or lead in _LEADS or lead.endswith("公司"):
            break
        if lead == "投资" and text.endswith(_BEFORE_DEED, first, word.start):
            break
        at = word.start
    return at
