"""The noun phrase that a stretch of chunks ends with: 完成货物吞吐量 → 货物吞吐量.

Each step takes the phrase so far and returns it without something that is no part of a name.
"""

from collections.abc import Sequence
from itertools import pairwise

from kg.chunk import NOMINAL, Chunk
from kg.context_cues import Words
from kg.metric_words import (
    CAUSES,
    IN_NAMES,
    OCCURS,
    OPENS_NAME,
    PASSES,
    STAGES,
    TOWARDS,
    TRADED,
    VERBAL,
    WITH,
)

_INNER = NOMINAL | {"v", "u", "c", "p", "d", "m", "q", "t"}
_LEADING = frozenset({"v", "d", "p", "c", "u"})
_LIMITS = frozenset({"只", "才", "却"})
_DEDUCTS = frozenset({"扣", "扣非", "扣除"})
_AFTER = frozenset({"后", "之后", "以后"})
#: The lists of names of metrics, and how long a name at least is that is known by being in one.
_KNOWN = ("of_firm", "of_plant", "of_thing", "of_region")
_SHORT = 3
#: What closes a phrase of 在 that tells under what something is so: 在出口带动|下.
_UNDER = frozenset({"下", "之下"})
#: How far behind 对 the trade may stand: 对|一带一路|沿线|国家|出口.
_FAR = 6
#: Behind one of these stands what is traded, and the name is both: 出口|机电|产品.
_TRADES = frozenset({"出口", "进口"})
#: So is what is new of those that are counted: 新设|外资|企业.
_NEWLY = frozenset(
    "新设 新批 新增 新注册 新认定 新引进 新开工 新签约 新登记 新签 新培育 新入库 新投产 新设立".split()
)
_COUNTED_WITH = _TRADES | _NEWLY
#: How far projects and firms have come: 续建|项目, 投产|企业.
_STAGES = STAGES | frozenset("入库 技改 入驻 入园 注册 在孵 挂牌".split())
_STAGED = frozenset({"项目", "企业"})
_STAGED_LENGTH = 2
_MANNERS = frozenset({"方式", "形式"})
_KEPT = OPENS_NAME | _DEDUCTS | TOWARDS | (WITH - {"使用"}) | {"非"}
_LED_BY = TOWARDS | WITH


def nominal(chunks: Sequence[Chunk], words: Words) -> list[Chunk]:
    """Return the noun phrase at the end of a stretch, empty where there is none."""
    phrase = _behind_phrase(_behind_verbs(_words_at_end(chunks), words), words)
    phrase = _behind_relative(_behind_cause(phrase))
    while phrase and phrase[0].kind in {"P", "DATE"} and not quotes(phrase):
        phrase = phrase[1:]
    if len(phrase) > 2 and phrase[0].kind in {"PLACE", "PARK"} and phrase[1].text == "的":
        phrase = phrase[2:]  # 位于|宁波市|的|年产10万吨装置
    return phrase if any(c.kind != "P" and c.text not in words["reach"] for c in phrase) else []


def _words_at_end(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return the words at the end that can stand in a noun phrase, its verbs and prepositions too."""
    k = len(chunks)
    while k > 0 and chunks[k - 1].text not in _LIMITS:
        chunk = chunks[k - 1]
        last = k == len(chunks)
        term = not last and chunks[k].text == "期"  # 一年|期|利率
        total = chunk.text == "每股" or (last and chunk.text == "累计")
        if chunk.kind == "W" and chunk.tag not in _INNER and not total and not term:
            break
        k -= 1
    return list(chunks[k:])


def _behind_verbs(phrase: list[Chunk], words: Words) -> list[Chunk]:
    """Drop what leads up to the noun: 完成|货物吞吐量."""
    while (
        len(phrase) > 1
        and phrase[0].kind == "W"
        and phrase[0].tag in _LEADING
        and phrase[0].text not in _KEPT
        and not trades_with(phrase)
        and not is_known(phrase, words)
        and not (phrase[0].text in _COUNTED_WITH and all(c.tag in NOMINAL for c in phrase[1:]))
        and not opens_threshold(phrase[:3])
        and not (phrase[0].text in _STAGES and len(phrase) == _STAGED_LENGTH and phrase[1].text in _STAGED)
        and not (len(phrase) == 2 and phrase[0].text in words["verb"] and phrase[1].tag in {"n", "nz"})
    ):
        phrase = phrase[1:]
    return phrase


def _behind_phrase(phrase: list[Chunk], words: Words) -> list[Chunk]:
    """Cut at the last adverb, time or preposition inside."""
    for cut in range(len(phrase) - 2, -1, -1):
        chunk = phrase[cut]
        if chunk.text == "连续" and cut:
            return phrase[:cut]  # 成交额|连续第六个交易日
        adverb = chunk.tag == "d" and chunk.text not in IN_NAMES
        if chunk.text in _AFTER or chunk.kind == "DATE" or adverb:  # 项目投产后|产能
            named = any(c.tag in NOMINAL or c.text in words["verb"] for c in phrase[cut + 1 :])
            return phrase[cut + 1 :] if named else phrase[:cut]  # 今年已|开出罚单, 就业率|连续五年保持
        if chunk.text in _UNDER and chunk.tag == "f" and cut and phrase[cut - 1].tag in VERBAL:
            return _behind_verbs(phrase[cut + 1 :], words)  # 在出口的|带动|下|实现|产值
        if chunk.text in _LED_BY and chunk.tag in {"p", "c"}:
            partner = any(c.kind in {"ORG", "PERSON"} for c in phrase[cut:])
            act = _act_behind(phrase, cut, words)
            if chunk.text in WITH and act < 0 and partner:
                return []  # 与|乙银行|商讨|一笔
            if cut == 0 and trades_with(phrase):
                return phrase
            if chunk.tag != "c" or partner:
                return phrase[max(act, int(cut == 0)) :]
    return phrase


def _act_behind(phrase: Sequence[Chunk], cut: int, words: Words) -> int:
    """Return where what is done begins behind the preposition at ``cut``, or -1: 与甲发生|关联交易."""
    acts = [k for k in range(cut + 1, len(phrase) - 1) if phrase[k].tag == "v"]
    if phrase[cut].text in WITH:
        acts = [k + 1 for k in acts if phrase[k].text in OCCURS]
    if not acts and phrase[-1].text in words["verb"] | words["stock"]:
        return len(phrase) - 1  # 以|自有资金|出资3亿元, 拟|对|乙|增资3亿元
    return acts[0] if acts else -1


def _behind_cause(phrase: list[Chunk]) -> list[Chunk]:
    """Drop what was the cause of what: 主要原因|系|计提减值准备."""
    cause = next((k for k in range(len(phrase) - 2, -1, -1) if phrase[k].text in CAUSES), -1)
    return phrase[cause + 1 :]


def _behind_relative(phrase: list[Chunk]) -> list[Chunk]:
    """Drop a relative clause or a manner: 某局颁发的|发明专利证书, 以竞价方式|回购股份."""
    for cut in range(len(phrase) - 2, 0, -1):
        if phrase[cut].text in _MANNERS or ends_relative(phrase[: cut + 1]):
            return phrase[cut + 1 :]
    return phrase


def trades_with(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a name begins with whom one trades with: 对|德国|进出口额."""
    if chunks[0].text != "对":
        return False
    trade = next((k for k, c in enumerate(chunks[:_FAR]) if k > 1 and c.text.startswith(TRADED)), 0)
    return trade > 0 and all(c.kind != "P" and c.tag not in {"v", "p"} for c in chunks[1:trade])


def is_known(chunks: Sequence[Chunk], words: Words) -> bool:
    """Tell whether chunks are the name of a metric that begins with a verb: 研发|投入, 带动|就业."""
    name = "".join(c.text for c in chunks)
    return len(name) > _SHORT and any(name in words[kind] for kind in _KNOWN)


def opens_threshold(chunks: Sequence[Chunk]) -> bool:
    """Tell whether chunks open with a threshold: 过|5亿元, 纳税|过|1亿元."""
    return any(a.text in PASSES and b.kind == "AMOUNT" for a, b in pairwise(chunks))


def quotes(chunks: Sequence[Chunk]) -> bool:
    """Tell whether chunks open with words in quotes and go on behind them: “双碳”|基金."""
    closed = next((k for k, c in enumerate(chunks) if c.text == "”"), len(chunks))
    return chunks[0].text == "“" and closed < len(chunks) - 1


def ends_relative(chunks: Sequence[Chunk]) -> bool:
    """Tell whether the chunks end in a relative clause: a verb and 的."""
    return len(chunks) > 1 and chunks[-1].text == "的" and chunks[-2].kind == "W" and chunks[-2].tag in VERBAL
