"""Honours that verbs name: what one is chosen as, awarded or ranked among."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.completion.pieces import JOINTS, Maker, whole, words_of
from kg.context_cues import Cues
from kg.model import MentionType

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
_SHORTEST, _LONGEST = 6, 30


def with_honours(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name what one is awarded or chosen as, and read names of things there as honours."""
    return _chosen(_awarded(chunks, text, cues, make))


def _awarded(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the honour in quotes behind a verb that awards one: 被评为|“全国百强企业”."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        out.append(chunks[i])
        i += 1
        if chunks[i - 1].text not in cues.name["awards"]:
            continue
        plain = _plain_honour(chunks, i, cues) if chunks[i - 1].text in cues.name["ranks"] else i
        if plain > i:
            out.append(whole(chunks[i:plain], MentionType.POLICY, text, make))
            i = plain
            continue
        start = next((k for k in range(i, min(i + 4, len(chunks))) if chunks[k].text == "“"), 0)
        end = next((k for k in range(start + 1, len(chunks)) if chunks[k].text == "”"), 0) if start else 0
        inner = chunks[start + 1 : end]
        if not inner or any(c.boundary or c.kind == "POLICY" for c in (*chunks[i:start], *inner)):
            continue
        out.extend(chunks[i:start])
        out.append(whole(inner, MentionType.POLICY, text, make))
        i = end + 1
    return out


def _plain_honour(chunks: Sequence[Chunk], start: int, cues: Cues) -> int:
    """Return where an honour without quotes ends that begins at ``start``, or ``start``."""
    end = next((k for k in range(start, len(chunks)) if chunks[k].kind == "P"), len(chunks))
    if end > start and chunks[end - 1].text == "称号":
        end -= 1
    words = words_of(chunks[start:end])
    levelled = words.startswith(tuple(cues.name["levels"])) or chunks[start].kind == "PLACE"
    plain = all(
        c.kind in {"W", "PLACE", "INDUSTRY"} and c.text not in {"的", "为", "是"} for c in chunks[start:end]
    )
    ends = words.endswith(tuple(cues.name["of_honours"]))
    return end if levelled and plain and ends and _SHORTEST <= len(words) <= _LONGEST else start


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
            if at + 2 >= len(chunks) or chunks[at + 1].text not in JOINTS:
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
