"""Numbers of what a ceremony brought: 本次共签约项目7个，总投资3亿元 are of the ceremony told of before.

In: a sentence, one of its numbers, and what the text has named so far. Out: the ceremony, nobody where
somebody else is spoken of or nothing points back to it.
"""

import re
from collections.abc import Sequence
from itertools import islice

from kg.context import Surroundings
from kg.model import Entity, MentionType

_POINTS = re.compile("本次|此次|这次|本届|当[天日]|现场|会上|期间|集中(?=签约|开工|投产|竣工|揭牌)")
_BRINGS = re.compile("签约|开工|竣工|投产|投用|奠基|揭牌|落地|达成|对接|推介|路演|参展|参会|征集")
#: What a year or a city brought, and what is a part of what was brought: 全年累计开工70个, 其中…投资3亿元.
_OTHERS = re.compile("累计|全年|今年以来|截至|[上下]半年")
_BROUGHT = re.compile("项目|投资|金额|协议|意向|成果|订单|合同|签约|开工")
#: The sentence that ends where the next begins.
_BEFORE = re.compile("[^。！？\\n]{0,200}[。！？]?[”’）]?$")
#: How far back that is at most, in characters.
_SENTENCE = 203
#: What brings such things.
_CEREMONY = re.compile(
    "(?:仪式|活动|推进会|动员会|大会|推介会|对接会|洽谈会|博览会|交易会|签约会|现场会|论坛|招商会|路演|峰会|年会)$"
)
#: Among how many names, the last ones, the ceremony is.
_REMEMBERED = 300


def are_brought(around: Surroundings, text: str, index: int, label: str) -> bool:
    """Tell whether the number at ``index`` is of what a ceremony brought, and of nobody in its sentence.

    A sentence that opens with 其中 tells of a part of what the one before told of.
    """
    words = "".join(chunk.text for chunk in around.chunks[:index])
    if words.startswith("其中"):
        start = around.chunks[0].span.start
        before = _BEFORE.search(text, max(start - _SENTENCE, 0), start)
        words = (before[0] if before is not None else "") + words
    points = _POINTS.search(words) is not None and _BRINGS.search(words) is not None
    count = around.chunks[index].count
    part = "其中" in words and count is not None and count.is_money
    if not points or part or _OTHERS.search(words) is not None or _BROUGHT.search(label) is None:
        return False
    others = (c for c in around.clauses if c.own and c.at < index)
    return all(member.entity.type is MentionType.EVENT for c in others for member in c.topic)


def ceremony(named: Sequence[Entity]) -> Entity | None:
    """Return the last ceremony ``named``, a campaign (“某某年”活动) only where there is no other."""
    recent = islice(reversed(named), _REMEMBERED)
    events = [e for e in recent if e.type is MentionType.EVENT and _CEREMONY.search(e.name)]
    return max(events, key=lambda event: not event.name.startswith("“"), default=None)
