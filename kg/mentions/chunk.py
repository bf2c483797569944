"""How far a name reaches to the left of its ending: 陕西省政府 + 新闻 + 发布会."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover
from kg.model import MentionType

_MATERIAL = frozenset({"n", "nz", "nw", "vn", "an", "PER", "LOC", "ORG", "xc"})
_ANCHORS = frozenset(
    {MentionType.PLACE, MentionType.ORG, MentionType.PARK, MentionType.FACILITY, MentionType.POLICY,
     MentionType.EVENT, MentionType.DOCUMENT, MentionType.PRODUCT}
)  # fmt: skip
WALLS = frozenset(
    {MentionType.PERSON, MentionType.TITLE, MentionType.AMOUNT, MentionType.DATE, MentionType.GROUP}
)
"""What no name reaches over."""

_BYLINE = frozenset({MentionType.PERSON, MentionType.TITLE})

NUMBERED = re.compile(
    r"第[一二三四五六七八九十百零\d]+[届次期批号代]?|[一二三四五六七八九十]+届|[一二三四五六七八九十]次|(?:19|20)\d\d年?|\d+号?|(?:19|20)\d\d年?度?|第?[一二三四]季度"
)
FOUNDS = ("共建", "合建", "组建", "筹建", "设有", "下设", "内设")
"""Deeds that models run into the name behind: 甲公司|共建|乙研究院."""

YEAR = re.compile(r"(?:19|20)\d\d年?(?:度|第?[一二三四]季度)?")  # part of many an event's name
_BUILT = re.compile(
    "(?:投资|选址|规划|计划|合作)(?:建设|兴建|新建|设立)|兴建|新建|筹建|续建|(?:重点|大力|着力|加快|优先)(?:发展|建设|培育)"
    "|(?:建设|打造)(?=国际|国家级|世界|全球|全国|区域性?|具有)"
)
MEANT = frozenset({"计划", "倡议", "改革", "行动", "规划"})
"""What a body does, behind its name, and part of longer names: 甲高新区|计划, but 乙高新区领航计划."""

_CODE = re.compile(r"[A-Za-z0-9.:：]{4,}[）)]")
BOUND = re.compile("[东南西北][至起临接邻靠](?=[一-龥]{2})(?!县)")
"""How far a piece of land reaches in each quarter, before what it reaches to: 东至|石化大道."""

_ADJECTIVES = frozenset(
    (
        "新 大 小 高 老 全 先进 智能 智慧 绿色 清洁 国际 特色 优质 创新型 重大 重点 高端 现代 民用 通用 "
        "综合 专业 数字 低空 深海 精细 循环 可持续 健康 稀有 高等 联合 临时 首届 年度 季度 集中 青年 公共 "
        "中央 国家 特种 精密 新型 高性能 高精度 超高清 柔性 可再生 有色 网联 低碳 零碳 海上 远洋 载人 无人 "
        "高新 核心"
    ).split()
)
_VERBS = frozenset(
    (
        "研究 投资 发展 服务 管理 控股 设计 合作 保障 工作 建设 检测 监督 控制 回收 处理 焚烧 发电 "
        "污水处理 加工 制造 生产 应用 开发 转化 孵化 交流 对接 采购 招商 启动 开工 签约 动员 治理 保护 "
        "修复 改造 改扩建 扩建 转供电 创新 创业 投 融资 运营 运输 物流 储运 淡化 出口 进口 贸易 维修 保税 "
        "试点 示范 协同 合资 种植 养殖 勘探 采选 冶炼 仓储 配送 分拨 结算 交易 清算 培训 实训 教育 康养 "
        "度假 旅游 观光 演艺 展示 展览 会展 监测 预警 应急 救援 养老 托育 助学 帮扶 扶贫 振兴 整治 排查 "
        "专项 评估 认证 认可 咨询 经纪 承销 质押 托管 代销 自营 理财 借贷 支付 复产 节水 供水 引水 输水 "
        "排水 供热 供暖 供气"
    ).split()
)
_STOPWORDS = frozenset(
    (
        "相关 有关 上述 主要 其他 其它 部分 所有 全部 各类 各种 各级 多个 一批 一系列 首个 首批 记者 专家 "
        "公告 同时 方面 目前 情况 问题 消息 旗下 下属 所属 公司 企业 集团 本次 此次 本届 该 原名 曾用名 "
        "本名 又名 前身 简称 全称 总部 住所 注册地 注册地址 办公地址 校址 厂址 辖 下辖 "
        "共同 携手 牵头 设有 下设 内设"
    ).split()
)
_CENTRAL = ("国家", "中央", "全国", "国务院")
_LINKS = frozenset("-—–·－")
_LONGEST = 30
#: Right before its ending this is of a name, elsewhere of none: 甲集团总部位于….
_SEAT = "总部"
#: Between two organisations: 甲公司|联合|乙大学.
_TOGETHER = "联合"
#: A quotation with one of these is speech, no part of a name.
_SPOKEN = re.compile("[。！？；，]")
#: A model takes 与 behind a long name into it: 甲大学与|乙大学.
_JOINTS = ("与", "和", "及")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a name may begin, ``anchor``: with a name (-1: none); ``words``: how many words it takes."""

    start: int
    anchor: int
    words: int


def reach_left(lexis: Lexis, end: int, cover: Cover, *, skip: AbstractSet[str] = frozenset()) -> Reach:
    """Return how far what ends before ``end`` may reach to the left as one name.

    Args:
        lexis: the text and its words.
        end: where the ending begins.
        cover: the mentions so far.
        skip: words at which it stops, beside those that never belong to a name.
    """
    at, anchor, count = end, -1, 0
    text = lexis.folded
    while at > 0 and end - at < _LONGEST:
        found = cover.at(at - 1)
        if found is not None and found.type in _ANCHORS and found.span.end <= end:
            if found.type is MentionType.ORG and at < end and lexis.words[lexis.at[at]].tag == "v":
                break  # 某局启动……: a subject and its verb
            if text.startswith(_TOGETHER, found.span.end) and cover.at(found.span.end + len(_TOGETHER)):
                break
            built = _BUILT.match(text, at)
            if built is not None and built.end() <= end:
                at = built.end()  # 某高新区投资建设|智能装备产业园, 某市打造|国际会展中心
                break
            at = anchor = found.span.start
            count += 1
            continue
        if found is not None and found.type in WALLS and not YEAR.fullmatch(found.span.of(text)):
            break
        char = text[at - 1]
        opening = {"”": "“", "）": "（", ")": "("}.get(char)
        if opening:
            start = text.rfind(opening, max(0, at - 16), at - 1)
            if _CODE.match(text, start + 1):
                break  # 甲公司（600000）董事会: the code ends the name
            if start < 0 or (char != "”" and start == 0) or _SPOKEN.search(text, start, at):
                break
            if char != "”" and any(inner.type in _BYLINE for inner in cover.touching(start, at)):
                break  # 某社电（记者某某）|第五届茶博会
            at, count = start, count + 1
            anchor = at if char == "”" else anchor
            continue
        if char in _LINKS and at > 1 and is_material(lexis, lexis.at[at - 2], skip):
            at -= 1
            continue
        index = lexis.at[at - 1]
        seat = at == end and text.startswith(_SEAT, lexis.words[index].start)  # 甲集团华东总部|项目
        if not seat and not is_material(lexis, index, skip):
            break
        start = lexis.words[index].start
        other = cover.at(start)
        if other is not None and other.type in WALLS and not YEAR.fullmatch(other.span.of(text)):
            break
        if other is not None and other.span.end < at and text.startswith(_TOGETHER, other.span.end):
            break  # 甲|股份联合|乙大学: the word runs over the end of a name
        at, count = start, count + 1
        if lexis.words[index].tag in ("LOC", "ORG") or lexis.folded[start:].startswith(_CENTRAL):
            anchor = start
    at = _past_verbs(lexis, at, end)
    return Reach(at, anchor, count)


def _past_verbs(lexis: Lexis, at: int, end: int) -> int:
    """Return the first place from ``at`` on where a name may begin: no dash, no verb."""
    while at < end:
        word = lexis.words[lexis.at[at]]
        if lexis.folded[at] in _LINKS:
            at += 1
        elif word.tag == "v" and word.start == at and word.end < end:
            at = word.end
        else:
            break
    return at


def is_material(lexis: Lexis, index: int, skip: AbstractSet[str] = frozenset()) -> bool:
    """Tell whether a word may stand inside a name."""
    word = lexis.words[index]
    text = lexis.folded[word.start : word.end]
    if (
        not text[:1].isalnum()
        or text in _STOPWORDS
        or text in skip
        or (len(text) > _SHORT and text.endswith(_JOINTS))
    ):
        return False
    if word.tag in _MATERIAL or text in _ADJECTIVES or text in _VERBS:
        return True
    return word.tag in ("m", "TIME", "t") and NUMBERED.fullmatch(text) is not None
