"""The phrases of a sentence that may name a metric: nouns, freed from what leads up to them and follows."""

import re
from collections.abc import Sequence

from kg.chunk import NOMINAL, Chunk
from kg.context import Surroundings
from kg.context_cues import Cues
from kg.document import Span
from kg.metric_words import (
    BEFORE_NOW,
    BRACKET,
    CAUSES,
    IN_NAMES,
    LEADING,
    NO_MEASURES,
    NO_NAME,
    OCCURS,
    OPENS_NAME,
    SETS,
    SUMMED,
    TO_LEVEL,
    TOWARDS,
    TRADED,
    TRAILING,
    VERBAL,
    WHOLE_PLACES,
    WINDOW,
    WITH,
)


class Phrases:
    """The chunks of one sentence, and how names are made of them; nothing in it changes."""

    def __init__(self, around: Surroundings, text: str) -> None:
        """Prepare for the sentence ``around``, a part of ``text``."""
        self.around = around
        self.chunks = around.chunks
        self.words = around.cues.metric
        self.bases = tuple(sorted(self.words["base"]))
        self.comparison = re.compile("(?<![同占环对相])(?:" + "|".join(sorted(self.words["compared"])) + ")")
        self.text = text

    def strip(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Drop times, verbs of reaching and marks at both ends of a stretch."""
        if len(chunks) > 2 and chunks[0].text == "及其" and chunks[1].kind == "W":
            chunks = chunks[2:]  # 甲公司|及其|子公司|担保总额
        out = [c for c in chunks if c.kind != "QUOTE" and (c.kind != "P" or c.text in "“”·-—（）、")]
        while out and self.idle_behind(out[-1]):
            last = out.pop()
            led = last.text in TO_LEVEL and out and out[-1].text in self.words["change"]
            if (
                led
                or (last.text == "的" and out and out[-1].text in BEFORE_NOW)
                or (last.text in {"为", *TO_LEVEL} and out and out[-1].text in SETS)
            ):
                out.pop()
        rate = next((k for k in range(len(out) - 2, max(len(out) - 5, 0), -1) if out[k].text == "每"), 0)
        if rate and (rate == len(out) - 2 or all(c.tag == "q" for c in out[rate + 1 :])):
            return self.strip(out[:rate])  # 价格为每股6元, 人口密度为每|平方|公里|210人
        each = len(out) > 1 and out[-1].text.startswith("每") and out[-1].tag in {"r", "TIME", "q"}
        if each and self.strip(out[:-1])[-1:] and self.strip(out[:-1])[-1].tag in {"n", "nz", "vn"}:
            return self.strip(out[:-1])  # 售价为每吨|3200元
        while out and self.idle_before(out[0]) and not quotes(out):
            if len(out) > 2 and out[1].text == "期":
                break  # 一年|期|利率
            if trades_with(out):
                break
            first = out.pop(0)
            if first.text in WITH and out[-1].text in self.words["verb"]:
                out = out[-1:]  # 以|自有资金|出资3亿元
            if first.text in TOWARDS:  # 向灾区|捐款500万元
                named = out[-1:] if out and out[-1].text in self.words["verb"] else []
                acts = [k for k, c in enumerate(out) if c.tag == "v" and (k < len(out) - 1 or named)]
                out = out[acts[0] :] if acts else out
            if first.text in {"在", "于"} and len(out) > 1 and out[0].kind in {"PLACE", "PARK"}:
                out.pop(0)
        if len(out) > 2 and out[0].text in WITH:
            occurs = next((k for k, c in enumerate(out[:-1]) if c.text in OCCURS), -1)
            partner = any(c.kind == "ORG" and c.members for c in out)
            if occurs < 0 and partner and out[-1].tag == "v" and out[-1].text not in self.words["verb"]:
                return []  # 与|甲|签订了|120台机车的合同
            return out[occurs + 1 :]  # 与|控股股东|甲|发生|关联交易
        return out

    def idle_behind(self, chunk: Chunk) -> bool:
        """Tell whether a chunk right before a number belongs to neither the number nor the name."""
        if chunk.kind in {"P", "DATE"} or chunk.text in self.words["reach"] or chunk.text in SUMMED:
            return True
        return chunk.kind == "W" and chunk.tag in TRAILING and chunk.text not in self.words["change"]

    def idle_before(self, chunk: Chunk) -> bool:
        """Tell whether a chunk at the beginning of a stretch does not belong to the name."""
        if chunk.kind in {"P", "DATE"}:
            return True
        if chunk.text in self.words["compared"] or chunk.text.startswith("每"):
            return False
        if chunk.text in self.words["reach"] or chunk.text in self.around.cues.clause["preposition"]:
            return True
        if chunk.text in WHOLE_PLACES:
            return True  # 某省|全省|采购规模
        return chunk.kind == "W" and chunk.tag in LEADING and not chunk.text.startswith(self.bases)

    def nominal(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Return the noun phrase at the end of a stretch: 完成货物吞吐量 → 货物吞吐量."""
        inner = NOMINAL | {"v", "u", "c", "p", "d", "m", "q", "t"}
        k = len(chunks)
        while k > 0 and (
            chunks[k - 1].kind != "W"
            or chunks[k - 1].tag in inner
            or chunks[k - 1].text == "每股"
            or (k == len(chunks) and chunks[k - 1].text == "累计")
            or (k < len(chunks) and chunks[k].text == "期")  # 一年|期|利率
        ):
            if chunks[k - 1].text in {"只", "才", "却"}:
                break
            k -= 1
        tail = list(chunks[k:])
        while (
            len(tail) > 1
            and tail[0].kind == "W"
            and tail[0].tag in {"v", "d", "p", "c", "u"}
            and tail[0].text not in OPENS_NAME | {"扣", "扣非", "扣除"}
            and not trades_with(tail)
            and not (len(tail) == 2 and tail[0].text in self.words["verb"] and tail[1].tag in {"n", "nz"})
        ):
            tail.pop(0)
        for cut in range(len(tail) - 2, -1, -1):
            if tail[cut].text == "连续" and cut:
                tail = tail[:cut]  # 成交额|连续第六个交易日
                break
            behind = tail[cut].text in {"后", "之后", "以后"}  # 项目投产后|产能
            if (
                behind
                or tail[cut].kind == "DATE"
                or (tail[cut].tag == "d" and tail[cut].text not in IN_NAMES)
            ):
                named = any(c.tag in NOMINAL or c.text in self.words["verb"] for c in tail[cut + 1 :])
                tail = tail[cut + 1 :] if named else tail[:cut]  # 今年已|开出罚单, 就业率|连续五年保持
                break
            if tail[cut].text in TOWARDS | WITH and tail[cut].tag in {"p", "c"}:
                acts = [k for k in range(cut + 1, len(tail) - 1) if tail[k].tag == "v"]
                if tail[cut].text in WITH:
                    acts = [k + 1 for k in acts if tail[k].text in OCCURS]
                if tail[cut].text in WITH and tail[-1].text in self.words["verb"] | self.words["stock"]:
                    acts = acts or [len(tail) - 1]  # 公司|以|自有资金|出资3亿元
                partner = any(c.kind in {"ORG", "PERSON"} for c in tail[cut:])
                if tail[cut].text in WITH and not acts and partner:
                    return []  # 与|乙银行|商讨|一笔
                if tail[cut].tag == "c" and not partner:
                    continue
                tail = tail[acts[0] :] if acts else tail
                break
        caused = next((k for k in range(len(tail) - 2, -1, -1) if tail[k].text in CAUSES), -1)
        tail = tail[caused + 1 :]  # 主要原因|系|计提减值准备
        for cut in range(len(tail) - 2, 0, -1):
            manner = tail[cut].text in {"方式", "形式"}
            if manner or ends_relative(tail[: cut + 1]):
                tail = tail[cut + 1 :]  # 某局颁发的|发明专利证书, 以竞价方式|回购股份
                break
        while tail and tail[0].kind in {"P", "DATE"} and not quotes(tail):
            tail.pop(0)
        if len(tail) > 2 and tail[0].kind in {"PLACE", "PARK"} and tail[1].text == "的":
            tail = tail[2:]  # 位于|宁波市|的|年产10万吨装置
        return tail if any(c.kind != "P" and c.text not in self.words["reach"] for c in tail) else []

    def noun_behind(self, start: int, end: int) -> tuple[str, Span] | None:
        """Return the noun phrase that begins behind an amount (500家协同倍增企业)."""
        chunks = self.chunks
        k = start
        while k < end and chunks[k].kind == "W" and chunks[k].tag in {"v", "a"} and k - start < 2:
            k += 1
        if k == end or chunks[k].kind != "W" or chunks[k].tag not in {"n", "nz", "vn"}:
            k = start
        while k < end and in_noun(chunks[k]):
            k += 1
        if start + 1 < k < end and chunks[k].kind == "AMOUNT" and chunks[k - 1].text in self.words["verb"]:
            k -= 1  # 以6元的定增价|募资100亿元
        while k > start and chunks[k - 1].tag == "u":
            k -= 1
        while start < k and chunks[start].text == "的":
            start += 1
        if k <= start:
            return None
        words = "".join(c.text for c in chunks[start:k])
        if words.endswith("之一"):
            return None  # 为10家新股之一
        return words, Span(chunks[start].span.start, chunks[k - 1].span.end)

    def joined(self, chunks: Sequence[Chunk]) -> str:
        """Return the words of a name, with a bracket that belongs to it: 固定资产投资（不含农户）."""
        words = ""
        if any(stands_in(c, self.around.cues) for c in chunks) or (chunks and chunks[-1].text == "数字"):
            return ""  # 该县减贫, 两者对应数字: no name by itself
        for k, chunk in enumerate(chunks):
            if k and chunk.text == "实现" and k + 1 < len(chunks) and chunks[k + 1].text != "的":
                continue  # 产业|实现|产值
            words += chunk.text
            bracket = BRACKET.match(self.text, chunk.span.end)
            if bracket is not None:
                words += bracket[0]
        words = WINDOW.sub("", words.strip("的、，").removesuffix("是"))
        words = words.removesuffix("累计") if words != "累计" else words
        if words.count("“") != 1 or words.count("”") != 1 or words[0] + words[-1] == "“”":
            words = words.strip("的“”、，")  # but “超预期”加息
        odd = (
            words.startswith(NO_NAME)
            or words.endswith("情况")
            or words in NO_MEASURES
            or words.count("“") != words.count("”")
        )
        return "" if odd else words


def trades_with(chunks: Sequence[Chunk]) -> bool:
    """Tell whether a name begins with whom one trades with: 对|德国|进出口额."""
    return chunks[0].text == "对" and any(c.text.startswith(TRADED) for c in chunks[2:4])


def quotes(chunks: Sequence[Chunk]) -> bool:
    """Tell whether chunks open with words in quotes and go on behind them: “双碳”|基金."""
    closed = next((k for k, c in enumerate(chunks) if c.text == "”"), len(chunks))
    return chunks[0].text == "“" and closed < len(chunks) - 1


def ends_relative(chunks: Sequence[Chunk]) -> bool:
    """Tell whether the chunks end in a relative clause: a verb and 的."""
    return len(chunks) > 1 and chunks[-1].text == "的" and chunks[-2].kind == "W" and chunks[-2].tag in VERBAL


def in_noun(chunk: Chunk) -> bool:
    """Tell whether a chunk can be part of the noun that is counted."""
    if chunk.kind == "W":
        return chunk.tag in NOMINAL | {"u"} and chunk.text not in {"左右", "以上", "以下"}
    return chunk.kind in {"INDUSTRY", "GROUP", "PRODUCT", "POLICY"} and not chunk.listed


def stands_in(chunk: Chunk, cues: Cues) -> bool:
    """Tell whether a chunk stands for something named before (该县, 后两者), not for a whole (全市)."""
    return chunk.text in cues.anaphora and chunk.text[0] in "该本两双三前后二"


def span_of(chunks: Sequence[Chunk]) -> Span | None:
    """Return the stretch of text that chunks cover, ``None`` for no chunks."""
    return Span(chunks[0].span.start, chunks[-1].span.end) if chunks else None
