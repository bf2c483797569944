"""The phrases of a sentence that may name a metric: nouns, freed from what leads up to them and follows."""

import re
from collections.abc import Sequence

from kg.chunk import NOMINAL, Chunk
from kg.context import Surroundings
from kg.context_cues import Cues, endings
from kg.document import Span
from kg.metric_names.nominal import nominal, opens_threshold, quotes, trades_with
from kg.metric_words import (
    BEFORE_NOW,
    BRACKET,
    JOINTS,
    LEADING,
    NO_MEASURES,
    NO_NAME,
    OCCURS,
    SETS,
    SUMMED,
    TO_LEVEL,
    TOWARDS,
    TRAILING,
    WHOLE_PLACES,
    WINDOW,
    WITH,
)

#: Who has a number, before what it is: 同意|公司|出资5亿元.
_OWN = re.compile("^(?:本?公司|录得|(?:有限|普通)合伙人)(?=[一-龥]{2})")
#: What leads up to a name at the head of a line: 目标是|收入, 2.培育|平台.
_AIM = re.compile(
    "^(?:[^，]*(?:目标|任务)[是为](?:实现)?|[0-9]{1,2}[.．、](?:[一-龥]{2}(?=[一-龥]{5}))?)(?=[一-龥]{2})"
)
#: What a plant may do once it is built, before 实现 which is left out: 可|实现|年产值.
_MAY = re.compile(
    "^(?:[还均都]?[可能将]|预计可?|有望)(?=年(?:产|销|营|税|上缴|利|均|发电|处理)|新增|销售|产值|税收|利税)"
)
#: Who completes something is no part of its name.
_ZONES = ("区", "园", "市", "县", "镇", "乡", "公司")
#: What follows 国家 where papers count lands, as not all of them are states.
_LANDS = tuple([joint, "地区"] for joint in ("和", "及", "与", "或", "、"))
#: What the model ran into the end of a name: 募集资金|达.
_REACHES = re.compile("(?<=[额金量数值资入润率积度税人工])达$")


class Phrases:
    """The chunks of one sentence, and how names are made of them; nothing in it changes."""

    def __init__(self, around: Surroundings, text: str) -> None:
        """Prepare for the sentence ``around``, a part of ``text``."""
        self.around = around
        self.chunks = around.chunks
        self.words = around.cues.metric
        self.bases = endings(self.words["base"])
        self.comparison = re.compile("(?<![同占环对相])(?:" + "|".join(sorted(self.words["compared"])) + ")")
        self.text = text

    def strip(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Drop times, verbs of reaching and marks at both ends of a stretch."""
        if len(chunks) > 2 and chunks[0].text == "及其" and chunks[1].kind == "W":
            chunks = chunks[2:]  # 甲公司|及其|子公司|担保总额
        had = [k for k in range(2, len(chunks)) if (chunks[k - 1].text, chunks[k].text) == ("中", "有")]
        if had:
            return self.strip(chunks[had[-1] + 1 :])  # 教师|中|有|教授
        out = self._stripped_behind(
            [c for c in chunks if c.kind != "QUOTE" and (c.kind != "P" or c.text in "“”·-—（）、")]
        )
        rate = next((k for k in range(len(out) - 2, max(len(out) - 5, 0), -1) if out[k].text == "每"), 0)
        if rate and (rate == len(out) - 2 or all(c.tag == "q" for c in out[rate + 1 :])):
            return self.strip(out[:rate])  # 价格为每股6元, 人口密度为每|平方|公里|210人
        if len(out) > 1 and out[-1].text.startswith("每") and out[-1].tag in {"r", "TIME", "q"}:
            priced = self.strip(out[:-1])
            if priced and priced[-1].tag in {"n", "nz", "vn"}:
                return priced  # 售价为每吨|3200元
        return self._behind_partner(self._stripped_before(out))

    def _stripped_behind(self, out: list[Chunk]) -> list[Chunk]:
        """Drop what stands between a name and its number: 利率|调整为, 成本|由原先的."""
        while out and self.idle_behind(out[-1]):
            if out[-1].text == "比" and len(out) > 1 and out[-2].text.endswith("占"):
                break  # 产业|占|比|原则上|50%
            last = out.pop()
            before = out[-1].text if out else ""
            led = last.text in TO_LEVEL and before in self.words["change"]
            then = last.text == "的" and before in BEFORE_NOW
            if led or then or (last.text in {"为", *TO_LEVEL} and before in SETS):
                out.pop()
        return out

    def _stripped_before(self, out: list[Chunk]) -> list[Chunk]:
        """Drop what leads up to a name: 去年, 在宁州, 向灾区."""
        while out and self.idle_before(out[0]) and not quotes(out):
            term = len(out) > 2 and out[1].text == "期"  # 一年|期|利率
            if term or trades_with(out) or opens_threshold(out[:2]):
                break
            first = out.pop(0)
            if first.text in WITH and out and out[-1].text in self.words["verb"]:
                out = out[-1:]  # 以|自有资金|出资3亿元
            if first.text in TOWARDS:  # 向灾区|捐款500万元
                named = out[-1:] if out and out[-1].text in self.words["verb"] else []
                acts = [k for k, c in enumerate(out) if c.tag == "v" and (k < len(out) - 1 or named)]
                out = out[acts[0] :] if acts else out
            if first.text in {"在", "于"} and len(out) > 1 and out[0].kind in {"PLACE", "PARK"}:
                out.pop(0)
        return out

    def _behind_partner(self, out: list[Chunk]) -> list[Chunk]:
        """Drop with whom something is done: 与|控股股东|甲|发生|关联交易."""
        if len(out) < 3 or out[0].text not in WITH:
            return out
        occurs = next((k for k, c in enumerate(out[:-1]) if c.text in OCCURS), -1)
        partner = any(c.kind == "ORG" and c.members for c in out)
        if occurs < 0 and partner and out[-1].tag == "v" and out[-1].text not in self.words["verb"]:
            return []  # 与|甲|签订了|120台机车的合同
        return out[occurs + 1 :]

    def idle_behind(self, chunk: Chunk) -> bool:
        """Tell whether a chunk right before a number belongs to neither the number nor the name."""
        if chunk.kind in {"P", "DATE"} or chunk.text in self.words["reach"] or chunk.text in SUMMED:
            return True
        return chunk.kind == "W" and chunk.tag in TRAILING and chunk.text not in self.words["change"]

    def idle_before(self, chunk: Chunk) -> bool:
        """Tell whether a chunk at the beginning of a stretch does not belong to the name."""
        if chunk.kind in {"P", "DATE"}:
            return True
        if chunk.text in self.words["compared"] or chunk.text.startswith("每") or chunk.text == "全":
            return False  # 全|自动|生产线
        if chunk.text in self.words["reach"] or chunk.text in self.around.cues.clause["preposition"]:
            return True
        if chunk.text in WHOLE_PLACES:
            return True  # 某省|全省|采购规模
        return chunk.kind == "W" and chunk.tag in LEADING and not chunk.text.startswith(self.bases)

    def nominal(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Return the noun phrase at the end of a stretch: 完成货物吞吐量 → 货物吞吐量."""
        return nominal(chunks, self.words)

    def noun_behind(self, start: int, end: int) -> tuple[str, Span] | None:
        """Return the noun phrase that begins behind an amount (500家协同倍增企业)."""
        chunks = self.chunks
        start += start + 1 < end and chunks[start].text == "人民币"  # 2亿元|人民币|天使轮融资
        k = start
        while k < end and chunks[k].kind == "W" and chunks[k].tag in {"v", "a"} and k - start < 2:
            k += 1
        if k == end or chunks[k].kind != "W" or chunks[k].tag not in {"n", "nz", "vn"}:
            k = start
        count = chunks[k - 1].count if k == start < end and chunks[k].kind == "FACILITY" else None
        if count is not None and count.unit in self.words["counter"]:
            k += 1  # 6家|国家创新中心: of a kind, not one by its name
        while k < end and (in_noun(chunks[k]) or _within(chunks[k : min(k + 2, end)])):
            k += 1
        if start + 1 < k < end and chunks[k].kind == "AMOUNT" and chunks[k - 1].text in self.words["verb"]:
            k -= 1  # 以6元的定增价|募资100亿元
        while k > start and (chunks[k - 1].tag == "u" or chunks[k - 1].text in {"中", "里", "内"}):
            k -= 1
        if k - start > 1 and self._tells_change(chunks[k - 1 : min(k + 3, end)]):
            return None  # 25个|行业增加值|实现增长: those whose value grew
        while start < k and chunks[start].text == "的":
            start += 1
        if k <= start:
            return None
        if chunks[k - 1].text == "国家" and [c.text for c in chunks[k : k + 2]] in _LANDS:
            k += 2  # 43个|国家|和|地区
        words = "".join(c.text for c in chunks[start:k])
        if words.endswith("之一"):
            return None  # 为10家新股之一
        return words, Span(chunks[start].span.start, chunks[k - 1].span.end)

    def _tells_change(self, chunks: Sequence[Chunk]) -> bool:
        """Tell whether a level opens the chunks and what follows says how it moved: 增加值|实现|增长."""
        level = chunks[0].text in self.words["of_region"] | _LEVELS
        return level and bool({c.text for c in chunks[1:]} & self.words["change"])

    def joined(self, chunks: Sequence[Chunk]) -> str:
        """Return the words of a name, with a bracket that belongs to it: 固定资产投资（不含农户）."""
        words = ""
        if any(stands_in(c, self.around.cues) for c in chunks) or (chunks and chunks[-1].text == "数字"):
            return ""  # 该县减贫, 两者对应数字: no name by itself
        for k, chunk in enumerate(chunks):
            does = chunk.text == "实现" or (chunk.text == "完成" and words.endswith((*_ZONES, "企业")))
            if k and does and k + 1 < len(chunks) and chunks[k + 1].text != "的":
                words = "" if words.endswith(_ZONES) else words  # 工业园区|完成|工业总产值
                continue  # 产业|实现|产值
            words += chunk.text
            bracket = BRACKET.match(self.text, chunk.span.end)
            if bracket is not None:
                words += bracket[0]
        words = _REACHES.sub("", WINDOW.sub("", words.strip("的、， ").removesuffix("是")))
        words = _AIM.sub("", words)
        words = words.removesuffix("累计") if words != "累计" else words
        words = _MAY.sub("", _OWN.sub("", words.removesuffix("合共")))
        if words.count("“") != 1 or words.count("”") != 1 or words[0] + words[-1] == "“”":
            words = words.strip("的“”、，")  # but “超预期”加息
        odd = (
            words.startswith(NO_NAME)
            or words.endswith("情况")
            or words in NO_MEASURES
            or words.count("“") != words.count("”")
        )
        return "" if odd else words


#: What rises and falls of each of those that are counted.
_LEVELS = frozenset({"产值", "产量", "增幅", "增速", "降幅", "收入", "利润", "销量", "价格", "业绩"})
_SUM_ENDS = ("额", "收入", "总量", "产值")


def _within(chunks: Sequence[Chunk]) -> bool:
    """Tell whether what opens ``chunks`` stands inside the name of what is counted, before its noun.

    科技成果|转化|合同额, 博士后|流动站, 一级|学科; a title may be all that is counted: 5名|院士|、.
    """
    titled = chunks[0].kind in {"POST", "TITLE"}
    closed = len(chunks) < 2 or chunks[1].kind == "P" or chunks[1].text in JOINTS
    if closed or not in_noun(chunks[1]):
        return titled and closed
    if titled:
        return all(post.holder is None for post in chunks[0].posts)
    graded = chunks[0].tag == "m" and chunks[0].text.endswith(("级", "类", "甲", "本"))
    return graded or (chunks[0].tag == "v" and chunks[1].text.endswith(_SUM_ENDS))


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
