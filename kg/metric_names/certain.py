"""Readers of amounts of which one word tells for certain what they are: 年龄, 有期徒刑, 罚款, 距."""

from collections.abc import Sequence
from itertools import takewhile

from kg.chunk import Chunk
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.phrases import Phrases, in_noun, span_of
from kg.metric_words import (
    AGES,
    AREAS,
    AWAY,
    DEALS,
    FINES,
    GETS,
    GIVES,
    HAS_LASTED,
    JOINTS,
    LAND,
    LASTS,
    LAYS_OUT,
    LENGTHS,
    LIVES,
    MONEYS,
    PAYS,
    RANKED,
    SENTENCES,
    SPENDS,
    SPENT,
    TELL_WHEN,
    WON,
    WORTH,
)

#: How many chunks behind a number of years tell what was done in them.
_LONGEST_PAST = 4


#: Behind an age that somebody had once.
_BACK_THEN = frozenset({"时", "时候", "那年", "那一年", "起", "前", "后", "以前", "左右时", "之前"})
#: What stands behind a person's name and is no part of a number's.
_COURTESIES = frozenset({"博士", "先生", "女士", "教授", "院士", "同志"})


def age(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how old somebody is: 现年|53岁, 博士|现年|53岁."""
    aged = at.amount.unit == "岁" and all(c.text in AGES or c.text in _COURTESIES for c in at.core)
    if any(c.text in _BACK_THEN for c in at.following[:3]):
        return UNTOLD  # 两岁半|的|时候, 十岁|那年
    return Name("年龄", "metric.age", at.here) if aged else UNTOLD


def sentence(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a term of prison, the whole of it: not 有期徒刑十年 of 有期徒刑十年|六个月."""
    if not at.lasting or not at.before or at.before[-1].text not in SENTENCES:
        return UNTOLD
    whole = not (at.following[:1] and at.following[0].kind == "AMOUNT")
    return Name(at.before[-1].text, "metric.sentence", at.before[-1].span) if whole else None


def attributed(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what an amount before 的 says of a thing: 价值|25万元|的|越野车, 规划了|12平方公里|的|物流园."""
    if not at.core or not at.following or at.following[0].text != "的":
        return UNTOLD
    word = at.core[-1]
    if word.text in WORTH and at.amount.kind not in {"gt", "ge", "lt", "le"}:
        return Name(word.text, "metric.value", word.span)
    if at.amount.unit in AREAS and word.text.endswith(LAYS_OUT):
        return Name(LAND, "metric.value", word.span)
    return UNTOLD


def spent(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read for how many years somebody does something: 任职|甲公司|15年, 在此工作|26年."""
    tells_when = bool(at.following) and at.following[0].text in TELL_WHEN
    if at.amount.unit not in {"年", "个年头"} or tells_when:
        return UNTOLD
    said = [c for c in at.core if c.text not in HAS_LASTED]
    tail = [c for c in said[-2:] if c.kind not in {"ORG", "PARK", "FACILITY"}]
    does = bool(tail) and tail[-1].kind == "W" and tail[-1].text in SPENT
    return Name(tail[-1].text, "metric.value", tail[-1].span) if does else UNTOLD


def away(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how far a thing is from another: 距|省城|40公里, but not 飞到|距离|月球|3万公里处."""
    word = next((k for k, c in enumerate(at.before) if c.text in AWAY), -1)
    if word < 0 or at.amount.unit not in LENGTHS:
        return UNTOLD
    far = [at.before[word], *phrases.strip(at.before[word + 1 :])]
    apart = len(far) > 1 and not phrases.strip(at.before[:word])
    return Name(phrases.joined(far), "metric.away", span_of(far)) if apart else None


def living(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how many live there: 有|1.9万人|居住."""
    lives = at.amount.unit in {"人", "名"} and at.following[:1] and at.following[0].text in LIVES
    if not lives or at.core:
        return UNTOLD
    return Name(at.following[0].text, "metric.behind", at.following[0].span)


def duration(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how long an event is: 为期|4天."""
    lasts = at.lasting and bool(at.core) and at.core[-1].text in LASTS
    return Name(at.core[-1].text, "metric.value", at.core[-1].span) if lasts else UNTOLD


def paid(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what is paid or held 以 a number: 以3亿元受让 is of 受让, 以38%的份额 of 份额."""
    k = len(at.before) - 1
    while k > 0 and at.before[k].text in MONEYS:
        k -= 1
    if k < 0 or at.before[k].text not in PAYS:
        return UNTOLD
    if at.before[k].text in SPENDS and not (at.following and at.following[0].text in DEALS):
        return Name(at.before[k].text, "metric.paid", at.before[k].span)  # 斥资2亿元成立乙公司
    rest = at.following
    while len(rest) > 2 and rest[0].text in JOINTS | {"、", "，"} and rest[1].kind == "AMOUNT":
        rest = rest[2:]  # 分别以3亿元、|2亿元|出资
    if len(rest) > 1 and rest[0].text in {"现金", "自有资金"} and rest[1].text in DEALS:
        rest = rest[1:]  # 以5亿元现金|收购乙
    noun = list(takewhile(lambda c: c.tag in {"n", "nz"}, rest[1:]))
    if noun and rest[0].text == "的":
        return Name(phrases.joined(noun), "metric.behind", span_of(noun))
    if rest and rest[0].text in RANKED:
        return None  # 以2亿吨|位居|榜首
    counted = list(takewhile(lambda c: c.tag in {"n", "nz", "vn"}, rest))
    if counted and len(rest) > len(counted) and rest[len(counted)].text in RANKED:
        return Name(phrases.joined(counted), "metric.behind", span_of(counted))  # 以54家|企业数量|位居首位
    if len(rest) > 1 and rest[1].text.startswith(("为", "作为")):
        return None  # 以两个加快|为|抓手
    if rest and rest[0].kind == "W" and (rest[0].tag in {"v", "vn"} or rest[0].text in WON):
        return Name(rest[0].text, "metric.paid", rest[0].span)
    deal = next((c for c in rest[:8] if c.text in DEALS), None)
    if deal is not None and rest[0].text in {"向", "将", "对", "从"}:
        return Name(deal.text, "metric.paid", deal.span)  # 以3亿元向乙|转让
    return UNTOLD


def experience(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read for how long somebody has done something: 拥有18年|零售业从业经验."""
    near = at.following[:_LONGEST_PAST] if at.amount.unit == "年" else ()
    end = next((k for k, c in enumerate(near) if c.text.endswith(("经验", "历史"))), -1)
    if end < 0 or any(c.kind == "P" for c in near[:end]):
        return UNTOLD
    noun = [c for c in near[: end + 1] if c.text != "的"]
    return Name(phrases.joined(noun), "metric.behind", span_of(noun))


def fine(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a fine, told behind the amount: 5万元|罚款."""
    fined = at.behind is not None and at.behind[0].startswith("罚款")
    return Name("罚款", "metric.fine", at.behind[1]) if at.behind is not None and fined else UNTOLD


def got(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what one gets: 获得|50万元|创新奖励, 完成A轮|2亿元|融资."""
    giver = (
        len(at.before) > 1 and at.before[-1].kind == "ORG" and at.behind is not None
    )  # 获得|甲资本|2亿元融资
    gets = at.before[-2 if giver else -1].text if at.before else ""
    financed = at.behind is not None and at.behind[0].startswith("融资") and gets.endswith("轮")
    return at.behind_it() if at.money and (gets in GETS or financed) else UNTOLD


def fined(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a fine, told before the amount: 处以|5万元."""
    word = next((k for k, c in enumerate(at.core) if c.text in phrases.words["fine"]), None)
    if word is None:
        return UNTOLD
    said = any("罚款" in c.text for c in at.core) or at.core[word].text in FINES
    base = "罚款" if said else phrases.joined(at.core[word:])
    return Name(base, "metric.fine", at.core[word].span)


def contributed(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read what one gives so much of: 贡献了全省|7.6%|的|税收、|17%|的|进出口."""
    noun = _given(at.before, at.following) if at.share else []
    return Name(phrases.joined(noun), "metric.behind", span_of(noun)) if noun else UNTOLD


def taken(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a share that describes what one has: 吸引了占全国|18.4%|的|外商投资."""
    takes = [c.text for c in at.before[-4:]]
    if not at.share or "占" not in takes or not at.following or at.following[0].text != "的":
        return UNTOLD
    noun = list(takewhile(in_noun, at.following[1:]))
    whole = [c for c in at.before[len(at.before) - len(takes) + takes.index("占") :] if c.kind != "DATE"]
    if not noun or any(c.kind == "W" and c.tag in {"v", "p"} for c in whole[1:]):
        return UNTOLD
    return Name(phrases.joined(noun) + phrases.joined(whole), "metric.behind", span_of(noun))


def _given(before: Sequence[Chunk], behind: Sequence[Chunk]) -> list[Chunk]:
    row = all(c.text in {"、", "和", "以及", "及", "与"} for c in before[:1])
    gives = any(c.text.removesuffix("了") in GIVES for c in before) or (row and bool(before))
    if not gives or len(behind) < 2 or behind[0].text != "的":
        return []
    return list(takewhile(in_noun, behind[1:]))
