"""Papers without 《》 that their frame names: what is made known, up to where its title ends."""

import re
from collections.abc import Sequence

from kg.chunk import Chunk
from kg.completion.pieces import Found, Maker, merged, reach, whole
from kg.document import Span
from kg.model import MentionType

_ISSUES = frozenset("披露 发布 公布 公告 刊登 抛出 推出 刊发 下发 发出 出具 递交 通报 送达".split())
_REPORT = re.compile(
    "^(?:.{0,6})(?:月报|季报|年报|中报|周报|半年报|财报|快报|预告|白皮书|蓝皮书|招股书|申报稿|关注函|问询函|监管函|警示函|律师函|业绩报告|成绩单|倡议书)$"
)
_TOLD = frozenset({"称", "显示", "表示"})
_ABOUT = ("公告", "通知", "议案", "意见", "报告", "函", "提示", "说明", "批复", "决定")
_RESULTS = ("评价结果", "考核结果", "评审结果", "评估结果", "认定结果", "评定结果", "测评结果", "监测结果")
_PAPERS = (*_RESULTS, *"预案 报告书 草案 快报 说明书 预告 预披露 激励计划 持股计划 意见书".split())
_DRAFT = re.compile(r"[（(](?:草案|修订稿|草案修订稿|摘要|注册稿|申报稿|征求意见稿|试行|修订)[)）]")
_SHORTEST = 6
_MOST = 24
_MOST_OF_REPORT = 3


def with_papers(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the papers of a sentence: the one its head gives, and what verbs like 发布 make known."""
    headed = _headed(chunks, text, make)

    def find(i: int) -> tuple[Found, ...]:
        end, span = _paper(headed, i, text) if _is_made_known(headed, i) else (i, None)
        return (Found(i, end, MentionType.DOCUMENT, span),) if span is not None else ()

    return merged(headed, find, text, make)


def _headed(chunks: Sequence[Chunk], text: str, make: Maker) -> list[Chunk]:
    """Name the paper that a head gives: 甲公司|关于签署协议的公告：…, 甲公司|2019年度担保预计公告：…."""
    if len(chunks) < 3 or chunks[0].kind != "ORG" or not chunks[0].members:
        return list(chunks)
    end = next((k for k, c in enumerate(chunks) if c.boundary), len(chunks))
    titled = chunks[1].text == "关于" or chunks[1].kind == "DATE"
    closed = end < len(chunks) and chunks[end].text in {"：", ":"}
    if not titled or not closed or not chunks[end - 1].text.endswith("公告") or end < 4:
        return list(chunks)
    return [chunks[0], whole(chunks[1:end], MentionType.DOCUMENT, text, make), *chunks[end:]]


def _is_made_known(chunks: Sequence[Chunk], i: int) -> bool:
    """Tell whether what stands at ``i`` is made known: 发布|…, 披露|了|…, 甲联盟发布|的|…."""
    before = i - 1
    if before > 0 and chunks[before].text in {"了", "的"}:
        before -= 1
    return before >= 0 and chunks[before].text in _ISSUES


def _paper(chunks: Sequence[Chunk], start: int, text: str) -> tuple[int, Span | None]:
    """Return where the paper ends that begins at ``start``, and its span; no span where none begins."""
    end = _report_end(chunks, start)
    if end == start:
        end = _title_end(chunks, start)
        draft = _DRAFT.match(text, chunks[end - 1].span.end) if end else None
        known = draft is not None and chunks[start].kind in {"DOCUMENT", "POLICY"}
        if end > start + (not known):
            stop = draft.end() if draft is not None else chunks[end - 1].span.end
            return end, Span(chunks[start].span.start, stop)
        return start, None
    return end, reach(chunks[start:end])


def _report_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return where a paper ends that has no title of its own (月报, 2021年|年报), or ``start``."""
    for k in range(start, min(start + _MOST_OF_REPORT, len(chunks))):
        chunk = chunks[k]
        if chunk.kind != "DATE" and chunk.tag not in {"m", "n", "nz", "vn"}:
            break
        if chunk.kind == "W" and _REPORT.search(chunk.text):
            return k + 1
    return start


def _title_end(chunks: Sequence[Chunk], start: int) -> int:
    """Return where the title of a paper ends that begins at ``start``, or ``start`` where none does."""
    about = start < len(chunks) and chunks[start].text == "关于"
    for k in range(start, min(start + _MOST, len(chunks))):
        chunk = chunks[k]
        if chunk.boundary or (not about and (chunk.kind in {"ORG", "PERSON"} or chunk.text == "的")):
            break
        following = chunks[k + 1] if k + 1 < len(chunks) else None
        closes = following is None or following.boundary or following.text in _TOLD
        length = chunk.span.end - chunks[start].span.start
        last = chunks[max(k - 1, start)].text + chunk.text  # 评价|结果
        if closes and length >= _SHORTEST and last.endswith(_ABOUT if about else _PAPERS):
            return k + 1
    return start
