"""Free noun phrases: what a goal is, where no mention says it.

A phrase begins behind a verb and ends where the clause ends, before a new predicate, or at its head noun when
the words go on without it (…的高科技园区已列入发展目标).
"""

from collections.abc import Sequence

from kg.anaphora_words import EVERYWHERE
from kg.chunk import Chunk
from kg.context_cues import Cues, endings
from kg.document import Span

_JOINTS = frozenset({"和", "与", "及"})
_STOP_TAGS = frozenset({"d", "c", "p"})


def noun_phrase(chunks: Sequence[Chunk], start: int, text: str, cues: Cues) -> list[Span]:
    """Return the coordinated noun phrases that begin at chunk ``start``; none if there is no noun."""
    heads, stops = endings(cues.goal["head"]), cues.goal["stop"]
    if start < len(chunks) and (chunks[start].text in {"、", "的"} or chunks[start].text in _JOINTS):
        return []  # 项目建设|、|企业发展: a noun, and no verb; 甲打造|的|基地: none that follows
    end = start
    seen_head = False
    while end < len(chunks):
        chunk = chunks[end]
        if chunk.boundary or (chunk.kind == "P" and chunk.text not in "、“”‘’《》·-—"):
            break
        ends = chunk.kind == "W" and (chunk.tag in _STOP_TAGS or chunk.text in stops)
        ends = ends and not chunk.text.startswith("最")  # 全市规模|最大|的物流园
        if seen_head and ends and chunk.text not in _JOINTS:
            break
        if chunk.kind == "DATE" or chunk.kind == "QUOTE":
            break
        head = chunk.kind != "P" and chunk.text.endswith(heads) and chunk.text not in EVERYWHERE
        if head and chunk.tag not in {"v", "d", "p", "a"}:
            seen_head = True
        end += 1
    if not seen_head or (chunks[start].text == "以" and all(c.text != "的" for c in chunks[start:end])):
        return []  # 形成以大厂为龙头，…
    while end > start and not (chunks[end - 1].kind != "P" and chunks[end - 1].text.endswith(heads)):
        end -= 1
    return _split(chunks, (start, end), text, heads, cues.goal["builds"])


def _split(
    chunks: Sequence[Chunk], found: tuple[int, int], text: str, heads: tuple[str, ...], verbs: frozenset[str]
) -> list[Span]:
    """Split A的X、B和C; words before 的 belong to the first phrase alone.

    A verb between belongs to none: 打造甲、建设乙.
    """
    pieces: list[tuple[int, int]] = []
    start, end = found
    begin = start
    for i in range(_relative_end(chunks, start, end), end):
        joint = chunks[i]
        if joint.text == "、" and begin < i < end - 1 and chunks[i + 1].text in verbs:
            pieces.append((begin, i))
            begin = i + 2
        elif joint.text == "、" or (joint.text in _JOINTS and joint.kind == "W"):
            left_done = i > begin and chunks[i - 1].text.endswith(heads)
            modified = any(c.text == "的" or c.text.endswith("的") for c in chunks[begin:i])
            if left_done and (joint.text == "、" or modified):
                pieces.append((begin, i))
                begin = i + 1
    pieces.append((begin, end))
    spans: list[Span] = []
    for a, b in pieces:
        while a < b and chunks[a].kind == "P" and chunks[a].text not in "“《":
            a += 1
        while a < b and chunks[a].kind == "W" and chunks[a].text in {"了", "一个", "个", "更多", "好"}:
            a += 1
        if a < b:
            members = chunks[a].members if b == a + 1 and chunks[a].listed else ()
            if members and chunks[a].kind == "INDUSTRY" and not members[0].span.of(text).endswith(heads):
                members = ()  # 造船、钢铁|产业集群高地: a list of trades with one head
            if members:
                spans.extend(m.span for m in members)
            else:
                spans.append(_trim(Span(chunks[a].span.start, chunks[b - 1].span.end), text))
    return [s for s in spans if len(s) >= 2]


def _relative_end(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Return where what 以 or a verb opens before a noun is over, else ``start``.

    以甲市为中心、辐射乙省的|产业生态; 通江、达海的|运输体系.
    """
    opens = start + (start < end and chunks[start].text in {"一个", "一座", "一批"})
    if opens >= end or not (chunks[opens].text == "以" or chunks[opens].tag == "v"):
        return start
    return next((i for i in range(opens, end) if chunks[i].text == "的"), start)


def _trim(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in "“”‘’《》 ":
        if text[start] == "“" and "”" in text[start:end] and not text[start:end].endswith("”"):
            break
        start += 1
    if text.startswith("”", end) and text.rfind("“", start, end) > text.rfind("”", start, end):
        return Span(start, end + 1)  # 跻身甲区“第一方阵”
    while end > start and text[end - 1] in "“”‘’《》 ":
        if text[end - 1] == "”" and "“" in text[start:end]:
            break
        end -= 1
    return Span(start, end)
