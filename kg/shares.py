"""Names of numbers of stock and of shares of a whole, as companies disclose them.

累计质押公司股份620万股 is 累计质押; 占公司总股本的1% behind 减持 is 减持占总股本, behind 持有 or 认缴 it is a
持股比例; 购买某公司51%股权 is a 收购股权比例. In: the chunks before a number, and the name of the metric
before it. Out: the name, with the words that it was read from.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.chunk import Chunk
from kg.context_cues import Words, endings
from kg.document import Span

#: What stands between a verb of stock and the number, and is no part of the metric's name.
_STOCK = re.compile(
    r"(?:流通|普通|限售|条件|已发行|无|有)*[ABH]?股?(?:股份|股票|股)?(?:总数量?|总额|总量|数量|数)?|其|所持|的|了|约|共|合计|合共|总计|最多|新|给|不|超过|上市|总数|总数量|总额|数量|数|股数|为|由|从"
)
#: How a verb of stock is done: a part of the name.
_MANNER = frozenset({"累计", "合计", "轮候", "司法", "解除", "被动", "直接", "间接", "再"})
#: Whose stock one disposes of, and how: 转让|其|持有|的甲股份.
_ITS = frozenset({"其", "其所", "所", "自己", "本人"})
_DISPOSES = ("转让", "出售", "减持", "质押", "划转", "过户", "拍卖", "变卖", "抛售")
_PASSIVE = frozenset({"被", "办理", "进行", "予以"})
#: Verbs that say nothing without the stock: 回购 may be of anything.
_OPEN = ("回购", "发行")
_EQUALS = "相当于"
_PORTION = frozenset({"占", "约占", "占到", "占了", _EQUALS})
#: How the stock of a firm is called: 相当于现有已|发行|H股|约6.8%, 及扩大后|股本|6.4%.
_STOCKS = ("股本", "股份", "H股", "A股", "股份总数", "股本总额", "总股本")
#: Which period or state of the books a whole is taken from (最近一期经审计净资产).
_OF_BOOKS = frozenset(
    (
        "会计年度经审计 年度经审计 最近 最近一 一 个 一期 最近一期 最近一年 最近一个 一个 会计 年度 会计年度 "
        "经 审计 经审计 末 期末 年末 的 合并 报表"
    ).split()
)
#: Wholes that are of one firm alone, so that the firm is not said.
_OF_ONE = (
    *("总股本", "股本", "股份", "注册资本", "净资产", "总资产", "资产总额", "利润总额"),
    *("营业收入", "总收入", "主营业务收入", "营收", "净利润"),
)
_TOTAL = ("总股本", "股本总额", "股份总数", "股份总额", "总股份", "股本总数", "总股数", "注册资本")
#: 占总股本的|比例|由42%减少至36%.
_SHARE = re.compile("[的之]?(?:比例|比重)$")
_ISSUED = re.compile(
    "(?:公司)?(?:已|全部|现有|届时)*(?:发行)?(?:在外)?(?:的)?总?(?:股份|股本|普通股)(?:总数|总额)?"
)
#: What gives a share of a firm: the number's own share of the whole is then a 持股比例.
_HELD = re.compile(r"^(?:合计|直接|间接)?持有|(?:认缴|实缴|出资|认购)(?:额|金额)?$")
#: The field's word for a purchase of stock.
_ACQUIRED = {"购买": "收购", "并购": "收购", "购入": "收购", "竞购": "收购"}
_BUYS = frozenset({"收购", "购买", "竞购", "并购"})
_OVER = frozenset(
    {"完成", "完成后", "后", "之后", "以后", "前", "之前", "事项", "结束", "结束后", "实施", "实施后"}
)
_REST = frozenset({"剩余", "其余", "余下", "部分", "全部"})

SHAREHOLDING = "持股比例"


def of_stock(before: Sequence[Chunk], behind: Sequence[Chunk], words: Words) -> tuple[str, Span] | None:
    """Return the name of a number of stock: the verb right before it, for 所持 the one behind it (被冻结)."""
    verbs = endings(words["stock"])
    k = len(before) - 1
    while k >= 0 and not before[k].text.endswith(verbs) and _is_stock(before[k]):
        k -= 1
    if k < 0 or before[k].kind != "W" or not before[k].text.endswith(verbs):
        return None
    of_another = before[k].text.startswith("所")
    if k > 1 and before[k - 1].text in _ITS and before[k - 2].text.endswith((*verbs, *_DISPOSES)):
        k -= 2  # 转让|其|持有|的甲股份|不超过|100万股
    disposed = any(c.text in {"将", "把"} for c in before[max(k - 3, 0) : k])  # 将其|持有|的甲1000万股质押
    if of_another or (disposed and before[k].text == "持有"):
        later = [c for c in behind if c.text not in _PASSIVE]
        at = next((j for j, c in enumerate(later) if c.kind == "W" and c.text.endswith(verbs)), -1)
        if at < 0 and of_another:
            return None
        if at >= 0:
            before, k = later[: at + 1], at
    start = k
    while start and before[start - 1].text in _MANNER:
        start -= 1
    end = k + 1
    if before[k].text.endswith(_OPEN):
        end = next((j + 1 for j in range(len(before) - 1, k, -1) if before[j].text[-1] in "份票股"), end)
    named = before[start:end]
    return "".join(c.text for c in named), Span(named[0].span.start, named[-1].span.end)


def of_whole(core: Sequence[Chunk], base: str) -> str | None:
    """Return what the share of a whole adds to ``base``, the name of the number before: 占总股本 behind 减持.

    ``base`` may be empty. It is :data:`SHAREHOLDING` where the number before was stock that one holds, and
    ``None`` where the words name no share, or one with a name of its own.
    """
    if not core:
        return None
    bare = core[-1].text in _TOTAL and core[0].text not in _PORTION
    if bare and not base:
        return None
    if bare and not any(c.text.endswith("超过") or c.text == "即" for c in core[:-1]):
        return None
    if not bare and core[0].text not in _PORTION:
        return None
    rest = [c for c in core if c.text in _TOTAL] if bare else _whole(core[1:])
    whole = _SHARE.sub("", "".join(c.text for c in rest))
    if _HELD.search(base) and (not rest or whole.endswith(_TOTAL) or _is_all(whole)):
        return SHAREHOLDING
    if not rest:
        return None
    return "占" + "".join(c.text for c in rest)


def equalled(before: Sequence[Chunk]) -> Sequence[Chunk]:
    """Return the stock that a share is of, with what says so: 相当于|现有|股本|约8%; empty where none is."""
    at = next((k for k, c in enumerate(before) if c.text == _EQUALS), len(before))
    rest = [c for c in before[at:] if c.text not in {"约", "的", "之"}]
    return rest if rest and rest[-1].text.endswith(_STOCKS) else ()


def of_another_stock(before: Sequence[Chunk]) -> str:
    """Return the stock that one more share is of: 占现有股本8%|及|扩大|后|股本|约7%; empty where none is."""
    words = [c for c in before if c.text not in {"、", "，", "及", "和", "以及", "约", "的", "占", "之"}]
    named = bool(words) and len(words) < 8 and words[-1].text.endswith(_STOCKS)
    return "".join(c.text for c in words) if named and any(c.text.endswith("后") for c in words) else ""


def of_deal(
    before: Sequence[Chunk], noun: str, words: Words, following: Sequence[Chunk] = ()
) -> tuple[str, Span | None] | None:
    """Return the name of a percentage of stock: 持有…30%股权 is a 持股比例, 购买…30%股权 a 收购股权比例.

    ``noun`` is what the percentage is of: it begins with 股权, 股份 or 表决权. ``following`` are the chunks
    behind the number, among which the deed may stand as a noun (完成了对…30%股权的|收购).
    """
    if noun.startswith("表决权"):
        holds = next(
            (c for c in reversed(before) if c.text in {"控制", "拥有", "享有", "持有", "合计控制"}), None
        )
        return (
            (holds.text if holds is not None else "") + "表决权",
            holds.span if holds is not None else None,
        )
    noun = noun[:2]
    deeds = [c for k, c in enumerate(before) if not _is_over(before[k + 1 : k + 2])]
    bought = next((c for c in deeds if c.text in _BUYS), None)
    if bought is not None and bought.kind == "W" and before[-1].members:
        return _ACQUIRED.get(bought.text, bought.text) + noun + "比例", bought.span  # 收购甲持有的乙60%股权
    for link, deed in pairwise(following[:4]):
        if link.text == "的" and deed.text in _BUYS:
            return _ACQUIRED.get(deed.text, deed.text) + noun + "比例", deed.span
    for chunk in reversed(deeds):
        if chunk.text in words["hold"]:
            return SHAREHOLDING, chunk.span
        verbal = chunk.kind == "W" and chunk.tag in {"v", "vn"}
        if verbal and chunk.text not in words["reach"] | _REST:
            return _ACQUIRED.get(chunk.text, chunk.text) + noun + "比例", chunk.span
    return None if before else (SHAREHOLDING, None)


def _is_over(then: Sequence[Chunk]) -> bool:
    """Tell whether a deed only is before what is told: 收购|完成|后|持有乙100%股权."""
    return any(chunk.text in _OVER for chunk in then)


def _is_stock(chunk: Chunk) -> bool:
    firm = (chunk.kind == "ORG" and bool(chunk.members)) or chunk.text in {"公司", "本公司", "上市公司"}
    return firm or chunk.kind == "DATE" or _STOCK.fullmatch(chunk.text) is not None


def _whole(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the words of a whole without the state of the books, and without the one firm that has it."""
    rest = list(chunks)
    while rest and (rest[0].kind == "DATE" or rest[0].text in _OF_BOOKS or _is_firm(rest)):
        rest.pop(0)
    return [
        c for c in rest if not (c.members and c.members[0].anaphor and c.kind == "ORG" and c is not rest[0])
    ]


def _is_all(whole: str) -> bool:
    """Tell whether a whole is all the stock of a firm in other words: 已发行总股份."""
    return _ISSUED.fullmatch(whole) is not None


def _is_firm(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a whole begins with the firm that alone can have it."""
    if chunks[0].kind != "ORG" or len(chunks) < 2 or chunks[1].text in {"所持", "持有", "持股", "所持有"}:
        return False
    return chunks[-1].text.endswith(_OF_ONE)
