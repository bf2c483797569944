"""Numbers of what a place has done: 全年引进项目60个，供应土地90亩 is of the place reported on.

Reports on work go on for paragraphs without naming who did it. In: a sentence, the clause of a number and its
name. Out: whether the clause only says that so much was done, by nobody that the sentence names.
"""

import re

from kg.amounts import Amount
from kg.context import Surroundings
from kg.context_cues import Words
from kg.discourse import Clause
from kg.metric_names import Name
from kg.model import MentionType

#: What is done so much of; who does it a report need not say.
_DONE = re.compile(
    "完成|实现|(?<!约)新[增建设签引认培入改拓开]|引进|引育|招引|建成|开工|竣工|培育|认定|申报|获批|签约|落地|落户|实施|供应|出让|收储|征收"
    "|盘活|发放|拨付|兑现|争取|改造|修建|铺设|硬化|绿化|拆除|腾退|整治|清理|创建|打造|转移|培训|减贫|脱贫|办理|查处"
    "|组织|举办|开展|投入|安排|化解|授权|通过|推进|建设|拥有|累计|力争|确保"
)
#: What a number of work done is counted in, besides counters and money.
_UNITS = frozenset({"亩", "公顷", "平方米", "平方公里", "公里", "千米", "吨", "立方米", "人次", "户", "套"})
#: Behind one of these a part of what was just told is told, or what others do.
_OF_OTHERS = re.compile(
    "其中|带动|服务|帮助|协助|支持|为.{1,12}(?:提供|发放)|财政|部门|企业|公司|银行|专家|学生|学校|医院|该"
)
_RULES = frozenset({"metric.value", "metric.count"})
_REPORTED = frozenset({MentionType.PLACE, MentionType.PARK, MentionType.PERSON, MentionType.DOCUMENT})
_LONGEST = 40


def is_work_done(around: Surroundings, clause: Clause, index: int, name: Name, words: Words) -> bool:
    """Tell whether the number at ``index`` is of work that the clause says was done and nobody's by name."""
    amount = around.chunks[index].count
    if clause.own or amount is None or name.rule not in _RULES or not _is_counted(amount, words):
        return False
    if any(member.entity.type not in _REPORTED for member in clause.topic):
        return False
    said = "".join(c.text for c in around.chunks[clause.start : index])[:_LONGEST]
    done = _DONE.search(said)
    if name.base.startswith("年度"):
        return False  # 年度计划完成|15亿元
    return done is not None and _OF_OTHERS.search(said[: done.start()]) is None


def _is_counted(amount: Amount, words: Words) -> bool:
    return amount.is_money or amount.unit in words["counter"] or amount.unit in _UNITS
