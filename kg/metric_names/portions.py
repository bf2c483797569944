"""Readers of shares: in a firm, of a whole, of stock."""

import re
from dataclasses import replace
from itertools import takewhile

from kg.chunk import Chunk
from kg.metric_names.name import UNTOLD, Name, Place, Reading, Told
from kg.metric_names.phrases import Phrases, span_of
from kg.metric_words import SCOPES, WHOLE_PLACES
from kg.shares import SHAREHOLDING, equalled, of_another_stock, of_deal, of_stock, of_whole

#: Whose stock it is, in the name of a number: 质押|公司|股份, not 子公司|担保余额.
_OWN = re.compile("(?<![子分孙母股营])公司")
#: What of a firm is held: 持有乙|已|发行|股本, 乙|全部股权|之.
_HELD = re.compile(
    "(?:的|之|已|约|由|全部|现有|发行|发行在外|普通|合计|股权|股份|股本|股票|权益|比例|(?:合资|标的|目标|项目|新设?|合营|[该本])?公司)+"
)


_JOINTS = frozenset({"、", "和", "及", "以及", "与"})
_TAKES_UP = frozenset({"占", "约占", "占到"})
#: What points at a sum and is no part of its name: 本次|中标金额|合计.
_POINTED = frozenset("本次 此次 上述 合计 累计 总计 共计 该 该等 两者 约 预计 将 公司".split())
#: How the name of a sum ends.
_SUMS = tuple("额 款 总价 价格 标价 报价 投资 收入 费用 支出 开支".split())


def controlled(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the share of a firm that is held, told behind it: 以51%|控股."""
    held = at.share and at.following[:1] and at.following[0].text in {"持股", "控股"}
    return Name(SHAREHOLDING, "metric.share", at.following[0].span) if held else UNTOLD


def rate(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a rate: 按15%的|税率缴纳."""
    rated = at.share and at.behind is not None and at.behind[0].endswith(("税率", "利率", "费率"))
    return at.behind_it() if rated else UNTOLD


_HOLDERS_NEXT = frozenset({"由", "归", "为", "归属", "属于"})


def dealt_stock(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the share of a firm that is dealt in: 收购乙51%|股权."""
    if not at.share or at.behind is None or not at.behind[0].startswith(("股权", "股份", "表决权")):
        return UNTOLD
    of_firm = not at.before and at.clause.own and at.clause.at == at.index - 1
    if of_firm and not any(c.text in _HOLDERS_NEXT or c.text in phrases.words["hold"] for c in at.following):
        return None  # 甲公司|51%|的股份作价2亿元: stock of it, and nobody says whose
    dealt = of_deal(at.before, at.behind[0], phrases.words, at.following)
    again = len(at.before) in {2, 3} and at.before[-2].text in _JOINTS and at.before[-1].members
    if again and told.previous is not None and told.previous.rule == "metric.share":
        return told.previous  # 收购甲60%股权和|乙70%股权
    return Name(dealt[0], "metric.share", dealt[1] or at.here) if dealt is not None else None


def risen_holding(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the share of a firm that one comes to hold: 增持|甲|股份|达到5%."""
    risen = at.share and any(c.text.endswith(("增持", "减持")) for c in at.core)
    if not risen or at.core[-1].text not in {"股份", "股票", "股权"}:
        return UNTOLD
    return Name(SHAREHOLDING, "metric.share", at.core[-1].span)


def holding(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the share of a firm that one holds: 持股|51%, 持有|乙|已|发行|股本|66%."""
    verb = _holds(phrases, at) if at.share else None
    return Name(SHAREHOLDING, "metric.share", verb.span) if verb is not None else UNTOLD


def _holds(phrases: Phrases, at: Place) -> Chunk | None:
    """Return the verb of holding, with at most the stock that is held between it and the number."""
    verbs, led = phrases.words["hold"], phrases.words["reach"]
    held = [*takewhile(lambda c: c.text not in verbs, reversed(at.before))]
    stock = all(c.kind in {"ORG", "DATE"} or c.text in led or _HELD.fullmatch(c.text) for c in held)
    verb = at.before[-len(held) - 1] if stock and len(held) < len(at.before) else None
    of_another = held and verb is not None and (at.before[-1].members or verb.text.startswith("所"))
    if verb is not None and not of_another:
        return verb
    return at.core[-1] if at.core and at.core[-1].text in verbs else None


def of_one_whole(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the share of a whole that the metric last named is: 占公司总股本的|1%."""
    whole = of_whole(equalled(at.before) or at.core, told.base) if at.share else None
    if whole is None:
        return UNTOLD
    if whole == SHAREHOLDING:
        return Name(whole, "metric.share", span_of(at.core))
    return Name(_OWN.sub("", told.base), "metric.portion", span_of(at.core), whole)


def of_named_part(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read which part of a whole a sum is that is only named: 本次合同金额合计|占|公司营业收入的|9%."""
    chunks, start = phrases.chunks, at.clause.start
    takes = next((k for k in range(at.index - 1, start, -1) if chunks[k].text in _TAKES_UP), start)
    if not at.share or takes == start or any(c.kind == "AMOUNT" for c in chunks[start:takes]):
        return UNTOLD
    part = [c for c in phrases.strip(chunks[start:takes]) if c.text not in _POINTED and not c.members]
    whole = of_whole([c for c in chunks[takes : at.index] if c.text not in {"的", "之"}], "")
    sums = bool(part) and part[-1].text.endswith(_SUMS) and all(c.kind == "W" for c in part)
    if not sums or whole is None or whole == SHAREHOLDING:
        return UNTOLD
    base = "".join(c.text for c in part).removeprefix("该")
    return Name(base, "metric.portion", span_of(part), whole)


def of_another_whole(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read one more share of what was just told of: 产量占全国的65%、|世界|的|22%."""
    if not at.share or told.previous is None or "占" not in told.previous.text:
        return UNTOLD
    stock = of_another_stock(at.before)
    if stock:
        base = told.base[: told.previous.text.rindex("占")]
        return Name(base, "metric.portion", span_of(at.core), "占" + stock)
    words = [c for c in at.before if c.text not in {"、", "和", "，", "及"}]
    if len(words) != 2 or words[1].text != "的" or words[0].text not in SCOPES | WHOLE_PLACES:
        return UNTOLD
    base = told.base[: told.previous.text.rindex("占")]
    return Name(base, "metric.portion", words[0].span, "占" + words[0].text)


def takes_up(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read the share that what was named before takes up: 占比|30%."""
    takes = len(at.core) == 1 and at.core[0].text in {"占", "占比"} and told.previous is not None
    if takes and at.counted:
        return None  # 签约6个项目，工业项目|占|5个
    return Name(told.base, "metric.portion", at.core[0].span, "占比") if takes else UNTOLD


#: What was to be reached, of which a number is so much: 完成年任务60亿元的|30%, 为年度投资计划的|31%.
_TASK = re.compile(
    r"(?P<share>(?:完成|占|是|为|相当于|达到?)了?(?:[省市县区]?级?下达)?(?:的|(?=[全年目任责计工考既预时序]))"
    r"(?:全年|本年|今年|当年|年度|年初|年|预定|既定|预期|工作|考核|责任)*"
    r"(?:(?:计划|目标)?(?:投资|完成)?(?:目标|任务|计划)(?:任务|投资|目标)?数?|时序进度|序时进度))"
    r"(?:[0-9.]+[万亿]*[一-龥]{0,3})?的?(?:约|近|超过?)?\Z"
)
#: 超|年|计划|20.8个百分点, 超过|时间进度|5.9个百分点: by how much more than was to be done so far.
_AHEAD = re.compile(
    "(?:并|且|约)?((?:超过?|超[出额]|快于|领先|高于|低于|落后于?|慢于|滞后)(?:全年|年度|年|序时|时序|时间|计划|目标|任务)+(?:进度|投资)?)"
)
#: Who has a part of all there are of something gathers it: 汇聚了全国约|30%|的|高新技术企业.
_GATHERS = frozenset(
    "聚集 聚集了 汇聚 汇聚了 集聚 集聚了 拥有 拥有了 贡献 贡献了 生产 生产了 占据 占据了".split()
)
_OF_ALL = frozenset({*SCOPES, *WHOLE_PLACES, "约", "近", "超过", "超", "了", "、", "和"})
_LONGEST_PART, _LONGEST_TASK = 16, 32


#: A share told in so many words: 实际利用外资|占到|全国, of which 实际利用外资 is what grows.
_TAKEN = re.compile(
    "(?P<base>[^占]{2,}?)(?:约|已|大约|仅|均)?占(?:到|了|据)?(?P<whole>[^占]{2,}?)(?:达到?|为|到)?"
)


def split_share(name: Name, at: Place) -> Name:
    """Tell what a share is of from what it is a share in, where a name holds both: 外资占全国."""
    told = name.rule in {"metric.value", "metric.portion"} and (not name.change or name.change[0] == "占")
    found = _TAKEN.fullmatch(name.text) if at.share and told else None
    if found is None:
        return name
    return replace(name, base=found["base"], rule="metric.portion", change=f"占{found['whole']}")


def of_task(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read how much of what was to be done is done, or by how much more: 产值…，完成年任务的|30%."""
    start = max(phrases.chunks[at.clause.start].span.start, at.here.start - _LONGEST_TASK)
    words = phrases.text[start : at.here.start]
    done = told.previous is not None and told.previous.rule == "metric.portion"
    if done and at.amount.unit == "个百分点":
        ahead = _AHEAD.fullmatch(words)
        return Name(told.base, "metric.change", span_of(at.before), ahead[1]) if ahead else UNTOLD
    if not at.share and at.amount.unit != "倍":
        return UNTOLD
    found = _TASK.search(words)
    if found is None:
        return UNTOLD
    if told.previous is None:
        return Name(found["share"], "metric.value", span_of(at.before)) if at.before else UNTOLD
    return Name(told.base, "metric.portion", span_of(at.before), found["share"])


def of_all(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read which part of all there are of something somebody has: 聚集了|70%|的|国家级平台."""
    if not at.share or not at.following or at.following[0].text != "的":
        return UNTOLD
    before = [c for c in at.before if c.text not in _OF_ALL]
    again = not before and told.listed is not None and told.last_unit == "%"
    if not again and not (before and before[-1].text in _GATHERS):
        return UNTOLD
    part = list(
        takewhile(lambda c: c.kind != "AMOUNT" and not c.boundary and c.text != "、", at.following[1:])
    )
    words = "".join(c.text for c in part)
    if not part or len(words) > _LONGEST_PART:
        return UNTOLD
    return Name(words, "metric.count", span_of(part))


def stock(phrases: Phrases, told: Told, at: Place) -> Reading:
    """Read a number of shares: 累计质押|620万股."""
    led = phrases.chunks[at.clause.start : at.index]
    found = of_stock(led, at.following, phrases.words) if at.amount.unit == "股" else None
    return Name(found[0], "metric.stock", found[1]) if found is not None else UNTOLD
