"""Honours that verbs name: what one is chosen as, awarded or ranked among."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kg.chunk import Chunk
from kg.completion.pieces import JOINTS, Found, Maker, merged, reach, words_of
from kg.completion.standings import standings
from kg.context_cues import Cues, endings
from kg.model import MentionType

#: What one is chosen as by, besides the verbs by which honours are given (``ranks``).
_CHOSEN = frozenset(
    "获批 入选 升级为 获批成为 获准成为 先后获批 成功获批 获批建设 获批创建 成功创建 成功创成".split()
)
_APPROVES = frozenset({"批复", "认定", "确定", "命名", "核定", "批准", "同意", "授予", "支持", "批复同意"})
#: What one is approved for, or is to be: 批复甲为|…, 支持乙建设|….
_GRANTED = frozenset({"为", "建设", "创建", "开展"})
_THINGS = frozenset({"FACILITY", "PARK", "ORG"})
_OF_STATE = re.compile(
    "国家|全国|省级|部级|市级|自治区级|首批国家|第[一二三四五六七八九十]+批国家|世界级?|中国"
)
_SHORTEST, _LONGEST = 6, 30
_GIVES = frozenset("荣获 获评 获得 被评为 评为 颁发 颁发了 授予 被授予 获颁".split())
#: What an honour without a level begins with, ends with, and what it is given with.
_PRAISE = re.compile("(?:先进|优秀|模范|杰出|最佳|十佳|示范|文明)")
_HONOURED = (
    "党支部",
    "党委",
    "党组织",
    "党总支",
    "集体",
    "单位",
    "个人",
    "工作者",
    "党员",
    "团队",
    "班组",
    "员工",
    "家庭",
    "企业",
)
_TOKENS = frozenset({"荣誉", "称号", "荣誉称号", "奖牌", "证书", "荣誉证书", "奖状", "锦旗", "奖杯", "奖"})
_PLAIN_TAGS = frozenset({"n", "nz", "a", "b", "vn", "an", "f", "s"})
_SHORTEST_GIVEN = 4
_PRIZES = ("奖", "奖章", "勋章", "奖状")
_GIVEN_FOR = re.compile("[奖节典礼赛](?:年度)?(?:最佳|最具|最受|优秀|杰出|十佳)[一-龥]{2,12}$")
_RANK = re.compile(
    "第?[一二三特优]等奖?|[金银铜]奖|大奖|[一二三四五六七八九十两多数]+[项个次].{0,4}奖项?|(?:各[类种]|多[项个次]|有关|相关).{0,4}奖项?|奖项?"
)
_SHORTEST_PRIZE = 4
_GIVERS = frozenset({"PLACE", "ORG", "EVENT", "PERSON", "INDUSTRY", "PRODUCT", "POLICY", "FACILITY"})
_RANKED_IN = _GIVES | frozenset("入选 上榜 入围 跻身 位列 名列 荣登 登上 获 荣列 入列".split())
_RANKING = re.compile("(?:[0-9]{2,4}|百|五十|三十|二十|十)强(?:企业|榜单|榜|县市|县|区|镇)?$")
_RANKED_THINGS = frozenset({"企业", "榜", "榜单", "名单", "县", "区", "县市", "开发区", "园区"})
_SHORTEST_RANKING = 5


def with_honours(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name what one is awarded or chosen as, and read names of things there as honours."""
    chosen = _CHOSEN | cues.name["ranks"]
    return _chosen(merged(chunks, lambda i: _awarded(chunks, i, text, cues, chosen), text, make), chosen)


def _awarded(
    chunks: Sequence[Chunk], start: int, text: str, cues: Cues, chosen: AbstractSet[str]
) -> Sequence[Found]:
    """Return the honours behind a verb that awards some, before ``start``: the first way to tell decides.

    ``chosen`` are the verbs of being chosen as something.
    """
    if not start:
        return ()
    verb = chunks[start - 1].text
    found = _rankings(chunks, start) or _given_honour(chunks, start)
    found = found or standings(chunks, start, text, chosen, cues.name["awards"])
    if not found and verb in cues.name["awards"]:
        found = _prizes(chunks, start)
        if not found and verb in cues.name["ranks"]:
            found = _plain_honour(chunks, start, cues)
        end = found[-1].stop if found else start
        found = [*found, *_quoted_honours(chunks, end, row=bool(found))]
    return found


def _quoted_honours(chunks: Sequence[Chunk], start: int, *, row: bool) -> list[Found]:
    """Return the honours in quotes, whose marks they replace, behind a verb or in a ``row`` that has begun.

    被评为|“全国百强企业”, 被授予|“云岭先锋”|、|“造林标兵”.
    """
    found: list[Found] = []
    k, near = start, 2 if row else 4
    while k < len(chunks):
        while k + 1 < len(chunks) and chunks[k].kind == "POLICY" and chunks[k + 1].text in JOINTS:
            k += 2
        opens = next((j for j in range(k, min(k + near, len(chunks))) if chunks[j].text == "“"), len(chunks))
        closes = next((j for j in range(opens + 1, len(chunks)) if chunks[j].text == "”"), 0)
        inner = chunks[opens + 1 : closes]
        if not inner or any(c.boundary or c.kind == "POLICY" for c in (*chunks[k:opens], *inner)):
            break
        found.append(Found(opens, closes + 1, MentionType.POLICY, reach(inner)))
        k, near = closes + 1, 2
    return found


def _rankings(chunks: Sequence[Chunk], start: int) -> list[Found]:
    """Return the rankings that one is among: 荣获|2021中国纺织企业100强|、|浙江百强企业."""
    found: list[Found] = []
    end = _ranking_end(chunks, start)
    while end > start:
        found.append(Found(start, end, MentionType.POLICY))
        start = end + 1
        listed = start < len(chunks) and chunks[end].text in JOINTS
        end = _ranking_end(chunks, start, row=True) if listed else start
    return found


def _prizes(chunks: Sequence[Chunk], start: int) -> list[Found]:
    """Return the prizes behind a verb: 获|英国|惠特利|奖|、|甲国|的|乙|文学奖."""
    found: list[Found] = []
    k = start
    while k < len(chunks):
        begin = k
        while k < len(chunks) and _in_prize(chunks, k):
            k += 1
            if chunks[k - 1].text == "的":
                begin = k  # 匈牙利|的|奥蒂洛文学奖
        words = words_of(chunks[begin:k])
        closed = k == len(chunks) or chunks[k].kind in {"P", "AMOUNT"} or chunks[k].text in JOINTS | {"等"}
        if k == begin + 1 and chunks[begin].kind == "POLICY" and closed:
            k += k + 1 < len(chunks) and chunks[k].text in JOINTS
            if k == begin + 1:
                break
            continue  # 获得|全国劳动模范|、|全国五一劳动奖章
        named = _is_prize(words) and _SHORTEST_PRIZE <= len(words) <= _LONGEST
        if not closed or not named or _RANK.fullmatch(words) or "以上" in words:
            k = _next_item(chunks, k) if found else len(chunks)
            continue
        found.append(Found(begin, k, MentionType.POLICY))
        if k + 1 >= len(chunks) or chunks[k].text not in JOINTS:
            break
        k += 1
    return found


def _next_item(chunks: Sequence[Chunk], k: int) -> int:
    """Return where the next item of a row begins, or the end: 甲奖|与|最受喜爱男演员|、|乙奖."""
    while k < len(chunks) and not chunks[k].boundary:
        if chunks[k].text == "、":
            return k + 1
        k += 1
    return len(chunks)


def _is_prize(words: str) -> bool:
    """Tell whether words name a prize, or for what it is given: 甲奖最佳乙."""
    return words.endswith(_PRIZES) or _GIVEN_FOR.search(words) is not None


def _in_prize(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether the chunk at ``k`` can be part of what a prize is called or of who gives it."""
    chunk = chunks[k]
    if chunk.text == "的":
        return k > 0 and chunks[k - 1].kind in {"PLACE", "ORG"}
    plain = chunk.kind == "W" and chunk.tag in _PLAIN_TAGS | {"m", "nr", "nw", "PER", "LOC", "ORG"}
    ends = chunk.kind == "W" and chunk.text.endswith(_PRIZES)
    return chunk.text not in JOINTS and (plain or ends or chunk.kind in _GIVERS)


def _ranking_end(chunks: Sequence[Chunk], start: int, *, row: bool = False) -> int:
    """Return where a ranking ends that begins at ``start`` behind a verb of winning or in a ``row``."""
    verb = start - 2 if start > 1 and chunks[start - 1].text == "了" else start - 1
    if not row and chunks[verb].text not in _RANKED_IN:
        return start
    k = start
    while k < len(chunks) and chunks[k].kind in {"W", "PLACE", "INDUSTRY", "DATE"} and chunks[k].tag != "v":
        words = words_of(chunks[start : k + 1])
        if len(words) > _LONGEST:
            return start
        if _RANKING.search(words) and len(words) >= _SHORTEST_RANKING:
            more = k + 1 < len(chunks) and chunks[k + 1].text in _RANKED_THINGS
            return k + 1 + more
        k += 1
    return start


def _given_honour(chunks: Sequence[Chunk], start: int) -> list[Found]:
    """Return what is given with a plate or a title: 荣获|先进基层党支部|荣誉."""
    verb = start - 2 if start > 1 and chunks[start - 1].text == "了" else start - 1
    if chunks[verb].text not in _GIVES or start >= len(chunks) or not _PRAISE.match(chunks[start].text):
        return []
    k = start
    while k < len(chunks) and chunks[k].kind == "W" and chunks[k].tag in _PLAIN_TAGS:
        if chunks[k].text in _TOKENS:
            break
        k += 1
    closed = k == len(chunks) or chunks[k].kind == "P" or chunks[k].text in _TOKENS
    fits = _SHORTEST_GIVEN <= len(words_of(chunks[start:k])) <= _LONGEST
    given = closed and fits and chunks[k - 1].text.endswith(_HONOURED)
    return [Found(start, k, MentionType.POLICY)] if given else []


def _plain_honour(chunks: Sequence[Chunk], start: int, cues: Cues) -> list[Found]:
    """Return the honour without quotes that begins at ``start``: 获评|国家级高新技术企业."""
    end = next((k for k in range(start, len(chunks)) if chunks[k].kind == "P"), len(chunks))
    if end > start and chunks[end - 1].text == "称号":
        end -= 1
    words = words_of(chunks[start:end])
    levelled = words.startswith(endings(cues.name["levels"])) or chunks[start].kind == "PLACE"
    plain = all(
        c.kind in {"W", "PLACE", "INDUSTRY"} and c.text not in {"的", "为", "是"} for c in chunks[start:end]
    )
    ends = words.endswith(endings(cues.name["of_honours"]))
    fits = levelled and plain and ends and _SHORTEST <= len(words) <= _LONGEST
    return [Found(start, end, MentionType.POLICY)] if fits else []


def _chosen(chunks: Sequence[Chunk], verbs: AbstractSet[str]) -> list[Chunk]:
    """Read what one is chosen as, whatever it looks like: 获批|国家国际科技合作基地, 批复甲区为|国家…基地."""
    out = list(chunks)
    for k, chunk in enumerate(chunks):
        if chunk.text not in verbs and not (chunk.text in _GRANTED and _is_approved(chunks, k)):
            continue
        at = k + 1
        while at < len(chunks) and (
            chunks[at].kind in {"DATE", "AMOUNT"} or chunks[at].text in {"了", "首批"}
        ):
            at += 1
        while at < len(chunks) and (chunks[at].kind == "POLICY" or _is_of_state(chunks[at])):
            out[at] = replace(chunks[at], kind="POLICY")
            if at + 2 >= len(chunks) or chunks[at + 1].text not in JOINTS:
                break
            at += 2
    return out


def _is_of_state(chunk: Chunk) -> bool:
    return _is_thing(chunk) and _OF_STATE.match(chunk.text) is not None


def _is_thing(chunk: Chunk) -> bool:
    """Tell whether a chunk reads as a thing or, with a long name, as a place: 国家茶业强县试点区."""
    return chunk.kind in _THINGS or (chunk.kind == "PLACE" and len(chunk.text) > _SHORTEST)


def _is_approved(chunks: Sequence[Chunk], k: int) -> bool:
    """Tell whether a verb at ``k`` stands behind 批复 or 认定 and who is chosen, one or a row."""
    at = k - 1
    while at > 0 and (chunks[at].members or chunks[at].text in JOINTS):
        at -= 1
    return 0 <= at < k - 1 and any(c.text in _APPROVES for c in chunks[max(at - 1, 0) : at + 1])
