"""What a firm makes and the trades that it is in, named by the place in the sentence alone.

主营甲、乙和丙, 经营范围包括甲开发、乙, 集甲研发、生产于一体, 甲、乙等产品销往…, 是一家甲公司: what stands in
one of these frames is a product or a trade, also where no table and no network knows it. In: the chunks of a
sentence before lists are joined. Out: the same with the goods and trades as names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.chunk import NOMINAL, Chunk
from kg.completion.pieces import CONJUNCTIONS, JOINTS, Found, Maker, clause_end, merged, reach
from kg.context_cues import Cues, endings
from kg.document import Span
from kg.model import MentionType

Range = tuple[int, int]

_NAMES = frozenset({"INDUSTRY", "PRODUCT"})
_ITEM_TAGS = (NOMINAL - {"f", "s", "m", "q", "PER", "ns", "nt", "nr"}) | {"nw"}
_COPULAS = frozenset({"是", "系", "为", "作为", "成为"})
_LONGEST = 16
_SHORTEST = 2
#: What may stand between 是 and what a firm is called after: 一家, 国内领先的.
_MOST_BEFORE = 10
#: 级 and the like with letters belong to a trade: L4级|自动驾驶.
_VERBS = frozenset("有达占至到获含设在向对由被将把让使给")
_GRADE = re.compile(r"[A-Za-z]\w*[级代类型]")
_NUMERALS = {"两": 2, **{numeral: n for n, numeral in enumerate("二三四五六七八九十", start=2)}}
_ENDS_ITEM = _COPULAS | _VERBS


@dataclass(frozen=True, slots=True)
class _Frame:
    """A list ``[start, end)`` in a frame.

    ``kind`` is set where the frame itself tells goods from trades; ``whole`` where 甲与乙 is one trade, and
    ``deeds`` where goods and what is done with them are told in one (从事甲研发).
    """

    start: int
    end: int
    kind: MentionType | None
    whole: bool = False
    deeds: bool = False


def with_wares(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Return the chunks with the goods and trades that frames give away; ``make`` makes their entities."""
    told: dict[int, Found] = {}
    for frame in _frames(chunks, cues):
        items = _items(chunks, frame, cues)
        kind = _kind(chunks, items, frame, cues)
        if kind is not None:
            told |= {start: _item(chunks, start, end, kind, text, cues) for start, end in items}
    plain = [
        replace(chunk, kind="W", tag="vn", members=(), mention=None)
        if chunk.kind == "INDUSTRY" and i not in told and _is_act(chunks, i, cues)
        else chunk
        for i, chunk in enumerate(chunks)
    ]
    return merged(plain, lambda i: (told[i],) if i in told else (), text, make)


def _is_act(chunks: Sequence[Chunk], i: int, cues: Cues) -> bool:
    """Tell whether a trade is only what is done with goods: 水泵的|设计|、制造."""
    acts = cues.trade["acts"]
    if chunks[i].text not in acts:
        return False
    before = chunks[i - 1].text if i else ""
    beside = [chunks[k].text for k in (i - 2, i + 2) if 0 <= k < len(chunks)]
    joined = any(chunks[k].text in JOINTS for k in (i - 1, i + 1) if 0 <= k < len(chunks))
    return before == "的" or (joined and any(word in acts for word in beside))


def _frames(chunks: Sequence[Chunk], cues: Cues) -> Iterator[_Frame]:
    """Yield the frames of a sentence, in order."""
    for i, chunk in enumerate(chunks):
        frame = _opened_by(chunks, i, cues)
        if frame is None and (i == 0 or chunks[i - 1].boundary) and _may_name(chunk, cues):
            frame = _fronted(chunks, i, cues)
        if frame is not None:
            yield frame


def _opened_by(chunks: Sequence[Chunk], i: int, cues: Cues) -> _Frame | None:
    """Return the frame that the word at ``i`` opens, if it opens one."""
    trade, word = cues.trade, chunks[i]
    has = i + 1 < len(chunks) and chunks[i + 1].text in trade["having"]
    if word.text in trade["makes"] or word.text in trade["does"]:
        makes = MentionType.PRODUCT if word.text in trade["makes"] else None
        frame = _closed(chunks, i + 1 + has, cues, makes)
        return replace(frame, deeds=True) if _ends(chunks, frame.end) else None
    if word.text in trade["develops"]:
        frame = _closed(chunks, i + 1, cues, None)
        return frame if frame.kind is not None else None
    if word.text in trade["scope"] and has:
        return _closed(chunks, i + 2, cues, None)
    if word.kind == "W" and word.text in {"集", "一家集", "一所集", "一个集"}:
        frame = _closed(chunks, i + 1, cues, None)
        return frame if "一体" in {c.text for c in chunks[frame.end : frame.end + 12]} else None
    return _called_after(chunks, i + 1, cues) if word.text in _COPULAS and word.tag == "v" else None


def _closed(chunks: Sequence[Chunk], start: int, cues: Cues, kind: MentionType | None) -> _Frame:
    """Return the list that begins at ``start`` and goes on as long as names may."""
    end = _reach(chunks, start, cues)
    if _counted_trades(chunks, end, cues):
        kind = MentionType.INDUSTRY
    return _Frame(start, end, kind)


def _ends(chunks: Sequence[Chunk], end: int) -> bool:
    """Tell whether a list may end here: no word of a longer name stands behind."""
    if end >= len(chunks) or chunks[end].boundary or chunks[end].kind in {"AMOUNT", "DATE"}:
        return True
    return chunks[end].text in {"等", "等等", "的", "为主"} or chunks[end].tag == "m"


def _counted_trades(chunks: Sequence[Chunk], end: int, cues: Cues) -> bool:
    """Tell whether 三大|领域, 等|业务 or the like stands at ``end``."""
    behind = [c.text for c in chunks[end : end + 3]]
    while behind and (behind[0] in {"等", "的"} or behind[0][:1] in _NUMERALS):
        behind = behind[1:]
    return bool(behind) and behind[0] in cues.trade["heads"]


def _fronted(chunks: Sequence[Chunk], start: int, cues: Cues) -> _Frame | None:
    """Return the list that opens a clause and is told of: 甲、乙等产品|销往…, 甲、乙|为其|支柱产业."""
    end = _reach(chunks, start, cues)
    behind = [c.text for c in chunks[end : end + 5]]
    if behind[:1] == ["等"] and any(w in cues.trade["ware_heads"] for w in behind[1:3]):
        return _Frame(start, end, MentionType.PRODUCT)
    leading = bool(cues.trade["leading"].intersection(behind[1:5]))
    told = bool(behind) and behind[0].removesuffix("其") in _COPULAS
    return _Frame(start, end, MentionType.INDUSTRY) if told and leading else None


def _called_after(chunks: Sequence[Chunk], start: int, cues: Cues) -> _Frame | None:
    """Return what a firm is called after: 是一家|国内领先的|车规级芯片设计|公司."""
    end = clause_end(chunks, start)
    while end > start and chunks[end - 1].text in {"之一", "一"}:
        end -= 1
    head = end - 1
    if head <= start or chunks[head].text not in cues.trade["maker"]:
        return None
    first = head
    while first > start and (_may_name(chunks[first - 1], cues) or chunks[first - 1].text in CONJUNCTIONS):
        first -= 1
    while first < head and (chunks[first].text in cues.trade["plain"] or chunks[first].text in CONJUNCTIONS):
        first += 1
    while first < head and chunks[head - 1].text in cues.trade["sold_as"]:
        head -= 1
    before = chunks[start:first]
    if (
        first == head
        or chunks[head - 1].text.endswith("平台")
        or (chunks[head].text == "机构" and not chunks[head - 1].text.endswith(endings(cues.trade["fields"])))
        or len(before) > _MOST_BEFORE
        or any(c.text in {"、", "由"} for c in before[-1:])
    ):
        return None
    if before and before[-1].tag == "m" and _GRADE.fullmatch(before[-1].text):
        first -= 1
    goods = _is_goods(chunks[head - 1], cues)
    return _Frame(first, head, None if goods else MentionType.INDUSTRY, whole=not goods)


def _reach(chunks: Sequence[Chunk], start: int, cues: Cues) -> int:
    """Return where names and what joins them end, from ``start`` on."""
    k = start
    while k < len(chunks):
        joint = chunks[k].text in JOINTS
        torn = k + 1 < len(chunks) and _is_torn(chunks[k]) and _may_name(chunks[k + 1], cues)
        if not joint and not torn and not _may_name(chunks[k], cues):
            break
        k += 1
    while k > start and not _may_name(chunks[k - 1], cues):
        k -= 1
    return k


def _is_torn(chunk: Chunk) -> bool:
    """Tell whether a word may be a piece that the tokenizer tore off a noun: 刺|梨|干, 铣|床."""
    return chunk.kind == "W" and chunk.tag == "v" and len(chunk.text) == 1 and chunk.text not in _ENDS_ITEM


def _may_name(chunk: Chunk, cues: Cues) -> bool:
    if chunk.kind in _NAMES:
        return bool(chunk.members)
    return chunk.kind == "W" and (chunk.tag in _ITEM_TAGS or chunk.text in cues.trade["acts"])


def _items(chunks: Sequence[Chunk], frame: _Frame, cues: Cues) -> list[Range]:
    """Return the items of a list: goods before 研发、生产和销售 go without these.

    和 and the like part the last two items only (甲及乙、丙、丁 are three), and none where a stated count
    (三大产业) says otherwise.
    """
    pieces: list[Range] = []
    start = frame.start
    for k in range(frame.start, frame.end + 1):
        if k == frame.end or chunks[k].text == "、":
            pieces.append((start, k))
            start = k + 1
    a, b = pieces[-1]
    joints = [k for k in range(a, b) if chunks[k].text in CONJUNCTIONS]
    if joints and not frame.whole and not _counts(chunks, frame.end, len(pieces)):
        pieces[-1:] = [(a, joints[-1]), (joints[-1] + 1, b)]
    acts = cues.trade["acts"]
    trades = frame.kind is MentionType.INDUSTRY
    pure = (
        [] if trades else [n for n, (x, y) in enumerate(pieces) if all(c.text in acts for c in chunks[x:y])]
    )
    told = (
        frame.end < len(chunks) - 1 and chunks[frame.end].text == "的" and chunks[frame.end + 1].text in acts
    )
    if pure and pure == list(range(pure[0], len(pieces))):
        x, y = pieces[pure[0] - 1] if pure[0] else (0, 0)
        while y > x and chunks[y - 1].text in acts:
            y -= 1
        pieces = [*pieces[: max(pure[0] - 1, 0)], (x, y)]
    elif pure and not told:
        return []
    return [(x, y) for x, y in pieces if y > x and _SHORTEST <= len(reach(chunks[x:y])) <= _LONGEST]


def _counts(chunks: Sequence[Chunk], end: int, count: int) -> bool:
    """Tell whether the words behind a list count ``count`` items: 三大|主导产业."""
    behind = chunks[end].text[:1] if end < len(chunks) else ""
    return _NUMERALS.get(behind) == count


def _kind(chunks: Sequence[Chunk], items: Sequence[Range], frame: _Frame, cues: Cues) -> MentionType | None:
    """Return what the items are: what the frame says, else by their last words; None if nothing tells."""
    trades = frame.kind is MentionType.INDUSTRY
    if not items or (not trades and all(_is_plain(chunks[x:y], cues) for x, y in items)):
        return None
    lasts = [chunks[y - 1] for _, y in items]
    x, y = items[-1]
    if (
        frame.deeds
        and y - x > 1
        and chunks[y - 1].text in cues.trade["acts"]
        and chunks[y - 2].kind == "PRODUCT"
    ):
        return MentionType.PRODUCT
    if frame.kind is not None:
        fields = all(c.text.endswith(endings(cues.trade["fields"])) for c in lasts)
        return MentionType.INDUSTRY if fields else frame.kind
    if any(_is_goods(c, cues) for c in lasts):
        return MentionType.PRODUCT
    if any(c.kind == "INDUSTRY" or c.text.endswith(endings(cues.trade["fields"])) for c in lasts):
        return MentionType.INDUSTRY
    return None


def _is_plain(chunks: Sequence[Chunk], cues: Cues) -> bool:
    """Tell whether words name nothing: 收入, 民营|企业."""
    return all(c.text in cues.trade["plain"] for c in chunks)


def _is_goods(chunk: Chunk, cues: Cues) -> bool:
    """Tell whether a word ends as things do that are made."""
    field = chunk.text.endswith(endings(cues.trade["fields"]))
    return not field and (chunk.kind == "PRODUCT" or chunk.text.endswith(endings(cues.trade["goods"])))


def _item(chunks: Sequence[Chunk], start: int, end: int, kind: MentionType, text: str, cues: Cues) -> Found:
    """Return the name of an item, without what is done with goods and without 领域 behind a trade."""
    idle = cues.trade["acts"] if kind is MentionType.PRODUCT else cues.trade["heads"]
    while end - 1 > start and chunks[end - 1].text in idle:
        end -= 1
    if end == start + 1 and chunks[start].kind == kind:
        return Found(start, end, kind)
    span = reach(chunks[start:end])
    deed = next((act for act in cues.trade["acts"] if span.of(text).endswith(act)), "")
    if kind is MentionType.PRODUCT and len(span) - len(deed) >= _SHORTEST:
        span = Span(span.start, span.end - len(deed))  # 氢氧化镁生产, one name to the finders
    return Found(start, end, kind, span, span.of(text).strip("“”"))
