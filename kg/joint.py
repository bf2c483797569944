"""Who holds a share together: 甲与其一致行动人乙合计持有丙12%的股份 gives neither of them 12%.

In: the chunks of a sentence, a number of stock in it and whom its clause is about. Out: the words that name
all who hold it together, the allies whom nobody names (及其一致行动人) included.
"""

import re
from collections.abc import Sequence

from kg.chunk import Chunk, Member
from kg.context import Surroundings
from kg.discourse import Clause
from kg.document import Span

#: Numbers of stock and of shares, which several have together or each.
_OF_STOCK = frozenset({"metric.share", "metric.stock", "metric.portion"})
_TOGETHER = ("合计", "共", "总计", "累计共")
#: Two who are one household hold together, whether 合计 is said or not.
_COUPLES = frozenset({"夫妇", "夫妻", "父子", "父女", "母子", "母女", "兄弟", "姐妹", "兄妹", "姐弟", "家族"})
_EACH = frozenset({"分别", "各", "各自", "均", "都", "依次"})
#: The words that lead from who is spoken of to the allies, however the tokenizer cuts them.
_ALLY = re.compile(
    "(?:与|及|和|以及|暨)其?(?:全部|全体|他)?(?:一致行动(?:关系)?[人方]|关联[方人]|配偶|妻子|丈夫|儿子|女儿|子女|父亲|母亲|家人|亲属|[兄弟姐妹]{2}|弟弟|哥哥|妹妹|姐姐)"
)
_JOINTS = frozenset({"、", "和", "与", "及"})
_NAMED = frozenset({"PERSON", "ORG"})


def is_stock(rule: str, label: str) -> bool:
    """Tell whether a number is of stock, or another one of it: 持有股份由300万股减少至|200万股."""
    return rule in _OF_STOCK or (rule == "metric.same" and label.startswith(("持股", "持有", "合计持")))


def holders(around: Surroundings, index: int, subjects: Sequence[Member]) -> Span | None:
    """Return the words that name all who hold the stock at ``index`` together; ``None`` if one holds it."""
    told = _told(around, index, subjects)
    if told is None:
        return None
    first, end = told.at, min(told.end, index)
    words = {c.text for c in around.chunks[first + 1 : end]}
    together = any(word.startswith(_TOGETHER) for word in words)
    if words & _EACH or not (together or words & _COUPLES):
        return None
    last = _last_named(around.chunks, first, end, subjects) if len(subjects) > 1 else first
    if last + 1 < end and around.chunks[last + 1].text in _COUPLES:
        last += 1
    elif len(subjects) == 1:
        last = _allies(around.chunks, first, end)
    return Span(around.chunks[first].span.start, around.chunks[last].span.end) if last >= 0 else None


def _told(around: Surroundings, index: int, subjects: Sequence[Member]) -> Clause | None:
    """Return the clause that tells who holds the stock: the number's own, or the last one of the same."""
    clause = around.clause(index)
    if not clause.own:
        before = [c for c in around.before(clause) if c.own]
        clause = before[-1] if before else clause
    return clause if clause.own and 0 <= clause.at < index and clause.topic == tuple(subjects) else None


def _last_named(chunks: Sequence[Chunk], first: int, end: int, subjects: Sequence[Member]) -> int:
    """Return where the last of several is named."""
    meant = {m.entity for m in subjects}
    named = ({m.entity for m in c.members if not m.anaphor} for c in chunks[first:end])
    return max(k for k, entities in enumerate(named, first) if k == first or meant & entities)


def _allies(chunks: Sequence[Chunk], first: int, end: int) -> int:
    """Return where the allies of the one spoken of end: 及其|一致行动人, 与其|一致行动人|乙; -1 for none."""
    tried = range(first + 1, min(first + 4, end))
    k = next((k for k in tried if _ALLY.fullmatch("".join(c.text for c in chunks[first + 1 : k + 1]))), -1)
    if k < 0:
        return -1
    while k + 1 < end and (chunks[k + 1].kind in _NAMED or chunks[k + 1].text in _JOINTS):
        k += 1
    return k
