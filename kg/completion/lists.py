"""Names that a list gives away: what is coordinated with a name and under one common noun is one too."""

from collections.abc import Sequence

from kg.chunk import NOMINAL, Chunk
from kg.completion.pieces import JOINTS, Maker, named, words_of
from kg.context_cues import Cues, endings
from kg.document import Span
from kg.gazetteer import gazetteer
from kg.model import MentionType

_NAMES = frozenset({"ORG", "PARK", "FACILITY", "PLACE", "INDUSTRY", "PRODUCT", "POLICY"})
_LONGEST = 14
_LEAST_BEFORE = 3
#: What is set up, and is no trade.
_BUILT = ("中心", "基地", "平台", "实验室", "研究院", "集聚区", "示范区", "高地")
#: What the trades of a list are together.
_GATHERED = frozenset({"集群", "产业集群", "产业链"})
_ZONES = ("产业园", "产业园区", "工业园", "科技园", "园区", "物流园", "软件园")
_ITEM_TAGS = (NOMINAL - {"f", "s", "m", "q"}) | {"ORG", "LOC", "PER", "nw"}


def by_lists(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Return the chunks with the items of lists as names, where one item or the common noun tells."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        items, end = _items(chunks, i)
        kind = _kind(chunks, items, end, cues) if len(items) > 1 else None
        if kind is None:
            out.append(chunks[i])
            i += 1
            continue
        if kind is MentionType.INDUSTRY:
            items[-1], end = _unmeasured(chunks, items[-1], end, cues)
        for start, stop in items:
            if start > i:
                out.extend(chunks[i:start])
            verb = _verb(chunks[start], cues) if kind is MentionType.INDUSTRY and start == items[0][0] else 0
            if verb:  # 布局|低空经济、生命健康
                at = chunks[start].span.start
                out.append(Chunk(Span(at, at + verb), "W", text[at : at + verb], "v"))
            out.append(_item(chunks[start:stop], kind, text, make, verb))
            i = stop
        while i < end:
            out.append(chunks[i])
            i += 1
    return out


def _items(chunks: Sequence[Chunk], start: int) -> tuple[list[tuple[int, int]], int]:
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
        if k >= len(chunks) or chunks[k].text not in ({"、"} if len(items) < 2 else JOINTS):
            return items, k
        k += 1


def _may_name(chunk: Chunk) -> bool:
    if chunk.kind == "W" and chunk.tag == "m":
        return chunk.text.startswith("第")  # 第六|元素
    if chunk.kind == "W" and chunk.text.startswith("为"):
        return False  # 以丝绸、陶瓷|为支柱
    if chunk.kind == "W":
        return chunk.tag in _ITEM_TAGS
    return chunk.kind in _NAMES and bool(chunk.members) and not any(m.anaphor for m in chunk.members)


def _kind(
    chunks: Sequence[Chunk], items: Sequence[tuple[int, int]], end: int, cues: Cues
) -> MentionType | None:
    """Return what the items are: by the common noun behind 等12家, else an industry among industries."""
    if any(len(words_of(chunks[a:b])) > _LONGEST or len(words_of(chunks[a:b])) < 2 for a, b in items):
        return None
    known = {c.kind for a, b in items for c in chunks[a:b] if c.kind != "W"}
    k = end
    if k < len(chunks) and chunks[k].text == "等":
        k += 1
    counted = next((j for j in range(k, min(k + 5, len(chunks))) if chunks[j].kind == "AMOUNT"), -1)
    behind = k > end and counted > k and all(_in_common_noun(c) for c in chunks[k:counted])
    if counted == k or behind:
        head = words_of(chunks[k:counted]) if behind else ""  # 等石墨烯企业80多家
        for chunk in chunks[k + 1 : k + 5] if not behind else ():
            if not _in_common_noun(chunk):
                break
            head += chunk.text
        for kind, nouns in (("ORG", "of_orgs"), ("PARK", "of_parks"), ("FACILITY", "of_facilities")):
            if head.endswith(endings(cues.name[nouns])) and known & {
                kind,
                "ORG",
                "PLACE",
                "PARK",
                "FACILITY",
            }:
                return MentionType(kind)
    if known == {"ORG"} and all(_is_body(chunks[a:b]) for a, b in items):
        return MentionType.ORG
    if "INDUSTRY" in known and known <= {"INDUSTRY", "PRODUCT"}:
        zones = all(words_of(chunks[a:b]).endswith(_ZONES) for a, b in items)
        if any(words_of(chunks[a:b]).endswith(_BUILT) for a, b in items):
            return None  # 构建甲产业乙中心、丙中心
        return MentionType.PARK if zones else MentionType.INDUSTRY
    return None


def _unmeasured(
    chunks: Sequence[Chunk], item: tuple[int, int], end: int, cues: Cues
) -> tuple[tuple[int, int], int]:
    """Return the last item of a list and the list's end without what is gathered or measured of all.

    采矿业、制造业|增加值, 造船、海工装备|产业集群.
    """
    start, stop = item
    while stop - start > 1 and stop == end and chunks[stop - 1].text in _GATHERED:
        stop = end = stop - 1  # 造船、海工装备|产业|集群
    while stop - start > 1 and stop == end and chunks[stop - 1].text in cues.metric["of_region"]:
        stop = end = stop - 1
    return (start, stop), end


def _is_body(item: Sequence[Chunk]) -> bool:
    """Tell whether an item of a list of bodies is one: by itself, or as its words end (世界领袖|联盟)."""
    if len(item) == 1 and item[0].kind == "ORG":
        return True
    name = words_of(item)
    endings = (s.text for s in gazetteer().suffix_of(name) if s.type is MentionType.ORG)
    told = any(len(name) - len(ending) >= _LEAST_BEFORE for ending in endings)
    return told and all(chunk.kind == "W" for chunk in item)


def _in_common_noun(chunk: Chunk) -> bool:
    return chunk.kind != "P" and chunk.tag not in {"v", "d", "p", "u"}


def _verb(chunk: Chunk, cues: Cues) -> int:
    """Return how long the verb of developing is that a word begins with, or 0."""
    verbs = (v for v in cues.trade["develops"] if chunk.kind == "W" and chunk.text.startswith(v))
    return max(map(len, verbs), default=0)


def _item(chunks: Sequence[Chunk], kind: MentionType, text: str, make: Maker, skip: int = 0) -> Chunk:
    """Return one chunk for an item, without its first ``skip`` characters.

    A chunk that is a name of the kind already stays as it is.
    """
    if len(chunks) == 1 and chunks[0].kind == kind:
        return chunks[0]
    first = next((c for c in chunks if c.kind == kind), chunks[0])
    start = first.span.start if kind is not MentionType.INDUSTRY else chunks[0].span.start
    span = Span(start + skip, chunks[-1].span.end)
    return named(span, kind, text, make, span.of(text).strip("“”《》"))
