"""Names that their place in a sentence gives away, where finding names missed or cut them.

In: the chunks of a sentence before lists are joined. Out: the same with more names. Two things tell a name:

- a list: what stands coordinated with a name and under one common noun is a name of the same kind, from mark
  to mark (甲云、乙数据、丙智算等47家企业; 航空服务、跨境金融、免税购物 once one of them is an industry);
- a frame: 在…上 holds an occasion, and a clause about what is held begins with it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.chunk import NOMINAL, Chunk, Member
from kg.context_cues import Cues
from kg.document import Span
from kg.model import Entity, Mention, MentionType
from kg.trades import with_trades
from kg.wares import name_wares

Maker = Callable[[str, MentionType, Span], Entity]

_JOINTS = frozenset({"、"})
_LAST_JOINTS = frozenset({"、", "和", "与", "及", "以及"})
_NAMES = frozenset({"ORG", "PARK", "FACILITY", "PLACE", "INDUSTRY", "PRODUCT", "POLICY"})
_LONGEST = 14
_WINS = frozenset({"中标", "预中标", "成功中标", "中标了", "联合中标"})
_BID_FOR = ("采购", "招标", "项目", "工程", "标段", "标包", "总承包")
_LONGEST_BID = 60
_ZONES = ("产业园", "产业园区", "工业园", "科技园", "园区", "物流园", "软件园")
_CHOSEN = frozenset(
    (
        "获批 获评 入选 被认定为 认定为 被列为 列为 被评为 评为 确定为 被确定为 升级为 获批成为 先后获批 "
        "成功获批 荣获 被授予 获批建设 获批创建 命名为 被命名为"
    ).split()
)
_APPROVES = frozenset({"批复", "认定", "确定", "命名", "核定", "批准", "同意", "授予"})
_THINGS = frozenset({"FACILITY", "PARK", "ORG"})
_OF_STATE = re.compile(
    "国家|全国|省级|部级|市级|自治区级|首批国家|第[一二三四五六七八九十]+批国家|世界级?|中国"
)
_GIVES_OUT = frozenset({"发布", "披露", "公布", "下发", "发出", "出具", "递交", "通报", "送达"})
_REPORT = re.compile(
    "^(?:.{0,6})(?:月报|季报|年报|中报|周报|半年报|财报|快报|预告|白皮书|蓝皮书|招股书|申报稿|关注函|问询函|监管函|警示函|律师函|业绩报告|成绩单|倡议书)$"
)
_HAS = frozenset(
    "设有 拥有 建有 建设 新建 投建 兴建 建成 开设 增设 布局 设立 运营 筹建 扩建 新设 建立 建了 拥有了".split()
)
_PLANT_WORDS = frozenset({"n", "nz", "vn", "v", "f", "b", "a"})
_PLANT = re.compile(
    "(?:工厂|研发中心|生产基地|制造基地|生产线|中试线|产线|研发基地|数据中心|物流中心|仓储中心|加工厂|技术中心|分拨中心|培训中心|运营中心)$"
)
#: What a firm does with a paper, what may stand behind its title, and how titles end.
_ISSUES = frozenset("披露 发布 公布 公告 刊登 抛出 推出 刊发 披露了 发布了 公布了 推出了 刊登了".split())
_TOLD = frozenset({"称", "显示", "表示"})
_ABOUT = ("公告", "通知", "议案", "意见", "报告", "函", "提示", "说明", "批复", "决定")
_PAPERS = ("预案", "报告书", "草案", "快报", "说明书", "预告", "预披露", "激励计划", "持股计划", "意见书")
_DRAFT = re.compile(r"[（(](?:草案|修订稿|草案修订稿|摘要|注册稿|申报稿|征求意见稿|试行|修订)[)）]")
_SHORTEST_TITLE = 6
_LONGEST_TITLE = 24
_LONGEST_SITTING = 30
_NUMBERED = re.compile("[0-9]{4}年|第[0-9一二三四五六七八九十]+[届次]")
_SHORTEST_HONOUR, _LONGEST_HONOUR = 6, 30
_YEAR = re.compile("[0-9]{4}年")
_PLANS = {
    "计划": MentionType.POLICY,
    "规划": MentionType.POLICY,
    "清单": MentionType.DOCUMENT,
    "名单": MentionType.DOCUMENT,
}


def complete(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Return the chunks with the names that lists and verbs give away; ``make`` makes their entities."""
    chunks = _honours(name_wares(chunks, text, cues, make), text, cues, make)
    titled = _papers(_announcements(chunks, text, make), text, make)
    told = _plants(_reports(_chosen(titled), text, make), text, make)
    held = _held(_sittings(_programmes(told, text, make), text, cues, make), text, cues, make)
    listed = _by_lists(_bids(held, text, make), text, cues, make)
    return _spoken_at(with_trades(listed, text, cues, make), text, cues, make)


def _announcements(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the paper that a head gives: 甲公司|关于签署协议的公告：…, 甲公司|2019年度担保预计公告：…."""
    if len(chunks) < 3 or chunks[0].kind != "ORG" or not chunks[0].members:
        return list(chunks)
    end = next((k for k, c in enumerate(chunks) if c.boundary), len(chunks))
    titled = chunks[1].text == "关于" or chunks[1].kind == "DATE"
    closed = end < len(chunks) and chunks[end].text in {"：", ":"}
    if not titled or not closed or not chunks[end - 1].text.endswith("公告") or end < 4:
        return list(chunks)
    return [chunks[0], _whole(chunks[1:end], MentionType.DOCUMENT, text, make), *chunks[end:]]


def _chosen(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Read what one is chosen as, whatever it looks like: 获批|国家国际科技合作基地, 批复甲区为|国家…基地."""
    out = list(chunks)
    for k, chunk in enumerate(chunks):
        if chunk.text not in _CHOSEN and not (chunk.text == "为" and _is_approved(chunks, k)):
            continue
        at = k + 1
        while at < len(chunks) and (
            chunks[at].kind in {"DATE", "AMOUNT"} or chunks[at].text in {"了", "首批"}
        ):
            at += 1
        while at < len(chunks) and chunks[at].kind in _THINGS and _OF_STATE.match(chunks[at].text):
            out[at] = replace(chunks[at], kind="POLICY")
            if at + 2 >= len(chunks) or chunks[at + 1].text not in _LAST_JOINTS:
                break
            at += 2
    return out


def _is_approved(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether 为 at ``k`` stands behind 批复 or 认定 and the name of who is chosen."""
    return (
        k > 1
        and bool(chunks[k - 1].members)
        and any(c.text in _APPROVES for c in chunks[max(k - 3, 0) : k - 1])
    )


def _reports(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the paper that somebody gives out and that has no title of its own: 甲联盟发布的|月报."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        issued = bool(out) and (
            out[-1].text in _GIVES_OUT
            or (out[-1].text in {"的", "了"} and out[-2:-1] and out[-2].text in _GIVES_OUT)
        )
        end = i
        while (
            issued
            and end < min(i + 3, len(chunks))
            and (chunks[end].kind == "DATE" or chunks[end].tag in {"m", "n", "nz", "vn"})
        ):
            end += 1
            if _REPORT.search(chunks[end - 1].text):
                break
        if end > i and _REPORT.search(chunks[end - 1].text) and chunks[end - 1].kind == "W":
            out.append(_whole(chunks[i:end], MentionType.DOCUMENT, text, make))
            i = end
        else:
            out.append(chunks[i])
            i += 1
    return out


def _plants(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the plant that somebody has somewhere: 在乙市|拥有|一座|整机工厂, 在丙市|设有|研发中心."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        end = _plant_end(chunks, i) if out and out[-1].kind == "W" else i
        out.append(chunks[i] if end == i else _whole(chunks[i:end], MentionType.FACILITY, text, make))
        i = max(end, i + 1)
    return out


def _plant_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return where the plant ends whose name begins at ``start``; ``start`` where none does."""
    k = start
    while k < len(chunks) and k - start < 5 and chunks[k].kind == "W" and chunks[k].tag in _PLANT_WORDS:
        k += 1
        if _PLANT.search(chunks[k - 1].text) or _PLANT.search(_text(chunks[start:k])):
            break
    found = k > start and _PLANT.search(_text(chunks[start:k])) is not None
    closed = k >= len(chunks) or chunks[k].kind == "P" or chunks[k].tag in {"c", "v", "d"}
    before = chunks[start - 1]
    opened = before.text in _HAS or before.text == "的" or before.tag in {"m", "q"} or before.text == "了"
    clause = [c.text for c in chunks[max(start - 10, 0) : start]]
    placed = "在" in clause and not _HAS.isdisjoint(clause)
    of_place = (
        before.text == "的"
        and start > 2
        and chunks[start - 2].kind == "PLACE"
        and chunks[start - 3].text in _HAS
    )
    return k if found and closed and opened and (placed or of_place) else start


def _papers(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the paper that a firm makes known: 发布|关于不提前赎回的公告, 披露|重大资产购买报告书（草案）."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        out.append(chunks[i])
        i += 1
        if chunks[i - 1].text not in _ISSUES:
            continue
        if i < len(chunks) and chunks[i].text == "了":
            out.append(chunks[i])
            i += 1
        end = _paper_end(chunks, i, text)
        draft = _DRAFT.match(text, chunks[end - 1].span.end)
        if end > i + 1 or (end == i + 1 and draft is not None and chunks[i].kind in {"DOCUMENT", "POLICY"}):
            span = Span(chunks[i].span.start, draft.end() if draft is not None else chunks[end - 1].span.end)
            paper = Member(make(span.of(text), MentionType.DOCUMENT, span), span)
            out.append(Chunk(span, MentionType.DOCUMENT.value, span.of(text), members=(paper,)))
            i = end
    return out


def _paper_end(chunks: Sequence[Chunk], start: int, text: str) -> int:
    """Return where the title of a paper ends that begins at ``start``, or ``start`` where none does."""
    about = start < len(chunks) and chunks[start].text == "关于"
    for k in range(start, min(start + _LONGEST_TITLE, len(chunks))):
        chunk = chunks[k]
        if chunk.boundary or (not about and (chunk.kind in {"ORG", "PERSON"} or chunk.text == "的")):
            break
        following = chunks[k + 1] if k + 1 < len(chunks) else None
        closes = following is None or following.boundary or following.text in _TOLD
        length = chunk.span.end - chunks[start].span.start
        if closes and length >= _SHORTEST_TITLE and chunk.text.endswith(_ABOUT if about else _PAPERS):
            return k + 1
    return start


def _sittings(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the meeting that begins with its year or number: 召开|2019年第14次审议会议, 2023年度暨…说明会."""
    out: list[Chunk] = []
    i = 0
    nouns = tuple(cues.name["of_events"])
    while i < len(chunks):
        out.append(chunks[i])
        i += 1
        numbered = i < len(chunks) and _NUMBERED.match(chunks[i].text)
        if chunks[i - 1].text not in cues.name["held"] or not numbered or chunks[i].kind == "EVENT":
            continue
        end = next((k for k in range(i, len(chunks)) if chunks[k].boundary), len(chunks))
        named = _text(chunks[i:end])
        if end - i > 1 and named.endswith(nouns) and _SHORTEST_TITLE <= len(named) <= _LONGEST_SITTING:
            out.append(_whole(chunks[i:end], MentionType.EVENT, text, make))
            i = end
    return out


def _programmes(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the plan of a year's projects, which the finders take for a project: 甲市2022年重大项目|计划."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        chunk = chunks[i]
        plan = chunks[i + 1] if i + 1 < len(chunks) else None
        dated = chunk.kind == "FACILITY" and _YEAR.search(chunk.text) is not None
        if plan is None or not dated or plan.text not in _PLANS:
            out.append(chunk)
            i += 1
            continue
        out.append(_whole((chunk, plan), _PLANS[plan.text], text, make))
        i += 2
    return out


def _honours(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the honour in quotes behind a verb that awards one: 被评为|“全国百强企业”."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        out.append(chunks[i])
        i += 1
        if chunks[i - 1].text not in cues.name["awards"]:
            continue
        whole = _plain_honour(chunks, i, cues) if chunks[i - 1].text in cues.name["ranks"] else i
        if whole > i:
            out.append(_whole(chunks[i:whole], MentionType.POLICY, text, make))
            i = whole
            continue
        start = next((k for k in range(i, min(i + 4, len(chunks))) if chunks[k].text == "“"), 0)
        end = next((k for k in range(start + 1, len(chunks)) if chunks[k].text == "”"), 0) if start else 0
        inner = chunks[start + 1 : end]
        if not inner or any(c.boundary or c.kind == "POLICY" for c in (*chunks[i:start], *inner)):
            continue
        out.extend(chunks[i:start])
        out.append(_whole(inner, MentionType.POLICY, text, make))
        i = end + 1
    return out


def _plain_honour(chunks: Sequence[Chunk], start: int, cues: Cues) -> int:
    """Return where an honour without quotes ends that begins at ``start``, or ``start``."""
    end = next((k for k in range(start, len(chunks)) if chunks[k].kind == "P"), len(chunks))
    if end > start and chunks[end - 1].text == "称号":
        end -= 1
    words = _text(chunks[start:end])
    levelled = words.startswith(tuple(cues.name["levels"])) or chunks[start].kind == "PLACE"
    plain = all(
        c.kind in {"W", "PLACE", "INDUSTRY"} and c.text not in {"的", "为", "是"} for c in chunks[start:end]
    )
    ends = words.endswith(tuple(cues.name["of_honours"]))
    return end if levelled and plain and ends and _SHORTEST_HONOUR <= len(words) <= _LONGEST_HONOUR else start


def _whole(chunks: Sequence[Chunk], kind: MentionType, text: str, make: Maker) -> Chunk:
    """Return one chunk of ``kind`` for several."""
    if len(chunks) == 1 and chunks[0].kind == kind:
        return chunks[0]
    span = Span(chunks[0].span.start, chunks[-1].span.end)
    name = span.of(text)
    return Chunk(span, kind.value, name, members=(Member(make(name, kind, span), span),))


def _held(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the meeting that opens a clause and is held: 甲区创建一流园区咨询会在北京召开."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        opens = i == 0 or chunks[i - 1].boundary or chunks[i - 1].kind == "DATE"
        end = _event_end(chunks, i, cues) if opens and chunks[i].kind != "DATE" else i
        if end <= i + 1:
            out.append(chunks[i])
            i += 1
            continue
        event = _whole(chunks[i:end], MentionType.EVENT, text, make)
        out.append(replace(event, mention=Mention(event.span, MentionType.EVENT, "pattern", score=0.6)))
        i = end
    return out


def _event_end(chunks: Sequence[Chunk], start: int, cues: Cues) -> int:
    """Return where the name of the event ends that begins at ``start`` and is held, or ``start``."""
    verbs, nouns = cues.name["held"], tuple(cues.name["of_events"])
    if chunks[start].text in cues.clause["preposition"] or not chunks[start].members:
        return start
    for k in range(start, len(chunks)):
        chunk = chunks[k]
        if chunk.boundary or chunk.text in verbs or chunk.text in cues.name["holds"] or len(chunk.text) > 30:
            return start
        following = chunks[k + 1] if k + 1 < len(chunks) else None
        length = chunk.span.end - chunks[start].span.start
        if following is None or length > 40:
            return start
        ends = _text(chunks[start : k + 1]).endswith(nouns) and length >= 6
        if ends and (
            following.text in {"在", "于", *verbs} or following.kind == "DATE" or following.tag == "d"
        ):
            rest = []
            for later in chunks[k + 1 :]:
                if later.boundary:
                    break
                rest.append(later.text)
            return k + 1 if verbs & set(rest) else start
    return start


def _bids(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name what is bid for, up to the mark: 中标|甲公司2017年第一次变电设备（含电缆）招标采购."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        out.append(chunks[i])
        i += 1
        if chunks[i - 1].text not in _WINS:
            continue
        end = next((k for k in range(i, len(chunks)) if chunks[k].boundary), len(chunks))
        length = chunks[end - 1].span.end - chunks[i].span.start if end > i else 0
        if end - i > 1 and length <= _LONGEST_BID and chunks[end - 1].text.endswith(_BID_FOR):
            out.append(_whole(chunks[i:end], MentionType.FACILITY, text, make))
            i = end
    return out


def _by_lists(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        items, end = _items(chunks, i)
        kind = _kind(chunks, items, end, cues) if len(items) > 1 else None
        if kind is None:
            out.append(chunks[i])
            i += 1
            continue
        for start, stop in items:
            if start > i:
                out.extend(chunks[i:start])
            out.append(_named(chunks[start:stop], kind, text, make))
            i = stop
        while i < end:
            out.append(chunks[i])
            i += 1
    return out


def _items(
    chunks: Sequence[Chunk], start: int, first_joints: frozenset[str] = _JOINTS
) -> tuple[list[tuple[int, int]], int]:
    """Return the coordinated items that begin at ``start``, as ranges, and where the last one ends."""
    items: list[tuple[int, int]] = []
    k = start
    while True:
        begin = k
        while k < len(chunks) and _may_name(chunks[k]):
            k += 1
        if k == begin:
            return (items, items[-1][1]) if items else ([], start)
        items.append((begin, k))
        if k >= len(chunks) or chunks[k].text not in (first_joints if len(items) < 2 else _LAST_JOINTS):
            return items, k
        k += 1


def _may_name(chunk: Chunk) -> bool:
    if chunk.kind == "W" and chunk.tag == "m":
        return chunk.text.startswith("第")  # 第六|元素
    if chunk.kind == "W" and chunk.text.startswith("为"):
        return False  # 以丝绸、陶瓷|为支柱
    if chunk.kind == "W":
        return chunk.tag in (NOMINAL - {"f", "s", "m", "q"}) | {"ORG", "LOC", "PER", "nw"}
    return chunk.kind in _NAMES and bool(chunk.members) and not any(m.anaphor for m in chunk.members)


def _kind(
    chunks: Sequence[Chunk], items: Sequence[tuple[int, int]], end: int, cues: Cues
) -> MentionType | None:
    """Return what the items are: by the common noun behind 等12家, else an industry among industries."""
    if any(len(_text(chunks[a:b])) > _LONGEST or len(_text(chunks[a:b])) < 2 for a, b in items):
        return None
    known = {c.kind for a, b in items for c in chunks[a:b] if c.kind != "W"}
    k = end
    if k < len(chunks) and chunks[k].text == "等":
        k += 1
    counted = next((j for j in range(k, min(k + 5, len(chunks))) if chunks[j].kind == "AMOUNT"), -1)
    behind = k > end and counted > k and all(_in_common_noun(c) for c in chunks[k:counted])
    if counted == k or behind:
        head = _text(chunks[k:counted]) if behind else ""  # 等石墨烯企业80多家
        for chunk in chunks[k + 1 : k + 5] if not behind else ():
            if not _in_common_noun(chunk):
                break
            head += chunk.text
        for kind, nouns in (("ORG", "of_orgs"), ("PARK", "of_parks"), ("FACILITY", "of_facilities")):
            if head.endswith(tuple(cues.name[nouns])) and known & {kind, "ORG", "PLACE", "PARK", "FACILITY"}:
                return MentionType(kind)
    if "INDUSTRY" in known and known <= {"INDUSTRY", "PRODUCT"}:
        zones = all(_text(chunks[a:b]).endswith(_ZONES) for a, b in items)
        return MentionType.PARK if zones else MentionType.INDUSTRY
    return None


def _in_common_noun(chunk: Chunk) -> bool:
    return chunk.kind != "P" and chunk.tag not in {"v", "d", "p", "u"}


def _named(chunks: Sequence[Chunk], kind: MentionType, text: str, make: Maker) -> Chunk:
    """Return one chunk for an item; a chunk that is a name of the kind already stays as it is."""
    if len(chunks) == 1 and chunks[0].kind == kind:
        return chunks[0]
    first = next((c for c in chunks if c.kind == kind), chunks[0])
    start = first.span.start if kind is not MentionType.INDUSTRY else chunks[0].span.start
    span = Span(start, chunks[-1].span.end)
    name = span.of(text).strip("“”《》")
    return Chunk(span, kind.value, name, members=(Member(make(name, kind, span), span),))


def _spoken_at(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the occasion that one speaks at: 在|推介会|上."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        out.append(chunks[i])
        i += 1
        at = _at_event(chunks, i, cues) if out[-1].text in {"在", "从"} else None
        if at is not None:
            start, end = at
            out.extend(chunks[i:start])
            out.append(_whole(chunks[start:end], MentionType.EVENT, text, make))
            i = end
    return out


def _at_event(chunks: Sequence[Chunk], start: int, cues: Cues) -> tuple[int, int] | None:
    """Return the range of the event that one speaks at: 在|推介会|上, 在天津的一个|论坛|上."""
    begin = start
    for k in range(start, min(start + 8, len(chunks) - 1)):
        chunk = chunks[k]
        if chunk.boundary or chunk.kind == "EVENT" or any(m.anaphor for m in chunk.members):
            return None
        if chunk.text == "的" or (chunk.kind == "W" and chunk.tag in {"m", "q", "r", "f"}):
            begin = k + 1
        named = begin <= k and _text(chunks[begin : k + 1]).endswith(tuple(cues.name["of_events"]))
        if named and chunks[k + 1].text in {"上", "期间", "间"}:
            return begin, k + 1
    return None


def _text(chunks: Sequence[Chunk]) -> str:
    return "".join(c.text for c in chunks)
