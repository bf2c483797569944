"""Bodies that only tell of a number: who publishes a statistic, issues a paper or has an opinion."""

import re

from kg.discourse import Clause
from kg.metric_owners.number import Number, Owners
from kg.model import MentionType

#: Bodies whose numbers are of others: what they publish is no value of theirs.
OBSERVERS = re.compile(
    r"(?:统计局|统计署|海关总署|[工信务政通业村康化技育输源境]部|发改委|改革委|能源局|民航局|央行|人民银行|[监协学]会|联盟|研究院|研究所|咨询|智库|乘联会|中汽协|资讯|数据|证券|平台"
    r"|国务院|国务院办公厅|总局|日报|晚报|晨报|早报|商报|时报|周刊|新华网|新华社|人民网|中新网|通讯社|电视台)$"
)
_PUBLISHES = frozenset({"公布", "发布", "通报", "介绍", "披露", "显示", "称", "表示", "预计", "数据"})
_MAKES_PUBLIC = frozenset({"公布", "公布了", "发布", "发布了", "公示", "公示了", "印发", "印发了", "下发"})
#: Verbs behind which a body tells what shall be, of others: 某部印发意见，提出规模化率达到58%.
_DIRECTS = frozenset({"提出", "明确", "要求", "规定", "确定"})
_OPINIONS = frozenset(
    {"报道", "认为", "指出", "判断", "分析", "看来", "测算", "统计", "估算", "预测", "估计"}
)


def observed(number: Number) -> Owners | None:
    """Return nobody for what an observer publishes: 国家统计局公布，社会消费品零售总额…."""
    if not all(OBSERVERS.search(m.entity.name) for m in number.topic):
        return None
    chunks, spoken = number.chunks, _spoken(number)
    heads = spoken.end - spoken.start == 1 and chunks[spoken.end].text == "："  # 国家邮政局：7月业务量…
    if heads or _makes_public(number, spoken) or chunks[spoken.end - 1].text in _PUBLISHES:
        return ()
    directs = any(c.text in _DIRECTS for c in chunks[spoken.at : number.index])
    return () if directs else None  # 某部印发意见，提出规模化率达到58%


def estimated(number: Number) -> Owners | None:
    """Return nobody for what a body has an opinion of: 甲证券认为，今年日均成交额…."""
    said = max(c.at for c in number.before if c.own)
    last = number.chunks[number.before[-1].end - 1]
    return () if last.text in _OPINIONS or opines(number, said) else None


def catalogued(number: Number) -> Owners | None:
    """Return nobody for what a paper holds that an event makes public: 大会发布目录，收录仪器|3万台."""
    event = bool(number.topic) and all(m.entity.type is MentionType.EVENT for m in number.topic)
    paper = number.chunks[number.before[-1].end - 1].kind == "DOCUMENT"
    return () if event and paper and _makes_public(number, _spoken(number)) else None


def opines(number: Number, start: int) -> bool:
    """Tell whether a body only says what the number is: 甲证券谨慎，指出余额升至1万亿元."""
    chunks = number.chunks
    return all(m.entity.type is MentionType.ORG for m in number.topic) and any(
        chunks[k].text in _OPINIONS
        and chunks[k].tag == "v"
        and not (k and chunks[k - 1].text.endswith("投资"))  # 总投资|估算
        for k in range(max(start, 0), number.index)
    )


def _spoken(number: Number) -> Clause:
    """Return the last clause before that says what it is about; there is one."""
    return next(clause for clause in reversed(number.before) if clause.own)


def _makes_public(number: Number, clause: Clause) -> bool:
    return any(c.text in _MAKES_PUBLIC for c in number.chunks[clause.at : clause.end])
