"""Free noun phrases: what a goal is, where no mention says it.

A phrase begins behind a verb and ends where the clause ends, before a new predicate, or at its head noun when
the words go on without it (…的高科技园区已列入发展目标).
"""

from collections.abc import Sequence

from kg.chunks import Chunk
from kg.document import Span

#: What a goal usually is; the head noun of the phrase.
HEADS = (
    "园区 高科技园 科技园 基地 中心 高地 示范区 先行区 试验区 枢纽 城市 强市 强省 强国 强区 强县 名城 新城 之都 之城 标杆 样板 样本 典范 门户 策源地 "
    "集群 园 区 城 港 谷 带 极 企业 集团 平台 体系 格局 引擎 增长极 桥头堡 前三强 百强 前列 首位 目的地 集聚区 承载地 重镇 窗口 品牌 大学 医院 工厂 蓝图 "
    "硅谷 次中心 副中心 产业链 生态圈 经济圈 走廊 高峰 地标 名片 摇篮 阵地 支点 极核 主阵地 领军企业 龙头 圈 地 市 县 省 国 者 商"
).split()
_STOP_TAGS = frozenset({"d", "c", "p"})
_STOP_WORDS = frozenset({"已", "已经", "也", "并", "将", "等", "是", "为", "，"})


def noun_phrase(chunks: Sequence[Chunk], start: int, text: str) -> list[Span]:
    """Return the coordinated noun phrases that begin at chunk ``start``; none if there is no noun."""
    end = start
    seen_head = False
    while end < len(chunks):
        chunk = chunks[end]
        if chunk.boundary or (chunk.kind == "P" and chunk.text not in "、“”‘’《》·-—"):
            break
        if seen_head and chunk.kind == "W" and (chunk.tag in _STOP_TAGS or chunk.text in _STOP_WORDS) and chunk.text not in {"和", "与", "及"}:
            break
        if chunk.kind == "DATE" or chunk.kind == "QUOTE":
            break
        if chunk.kind != "P" and chunk.text.endswith(tuple(HEADS)) and (chunk.tag not in {"v", "d", "p", "a"}):
            seen_head = True
        end += 1
    if not seen_head:
        return []
    while end > start and not (chunks[end - 1].kind != "P" and chunks[end - 1].text.endswith(tuple(HEADS))):
        end -= 1
    return _split(chunks, start, end, text)


def _split(chunks: Sequence[Chunk], start: int, end: int, text: str) -> list[Span]:
    """Split A的X、B和C; words before 的 belong to the first phrase alone."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for i in range(start, end):
        joint = chunks[i]
        if joint.text == "、" or (joint.text in {"和", "与", "及"} and joint.kind == "W"):
            left_done = i > begin and chunks[i - 1].text.endswith(tuple(HEADS))
            modified = any(c.text == "的" or c.text.endswith("的") for c in chunks[begin:i])
            if left_done and (joint.text == "、" or modified):
                pieces.append((begin, i))
                begin = i + 1
    pieces.append((begin, end))
    spans: list[Span] = []
    for a, b in pieces:
        while a < b and chunks[a].kind == "P":
            a += 1
        while a < b and chunks[a].kind == "W" and chunks[a].text in {"了", "一个", "个", "更多", "好"}:
            a += 1
        if a < b:
            members = chunks[a].members if b == a + 1 and chunks[a].listed else ()
            if members:
                spans.extend(m.span for m in members)
            else:
                spans.append(_trim(Span(chunks[a].span.start, chunks[b - 1].span.end), text))
    return [s for s in spans if len(s) >= 2]


def _trim(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in "“”‘’《》 ":
        if text[start] == "“" and "”" in text[start:end] and not text[start:end].endswith("”"):
            break
        start += 1
    while end > start and text[end - 1] in "“”‘’《》 ":
        if text[end - 1] == "”" and "“" in text[start:end]:
            break
        end -= 1
    return Span(start, end)
