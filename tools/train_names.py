"""Train a name reader for ontology/models/names.onnx: a small network over LAC's inner states.

    python tools/train_names.py --uner ../shared/ner/uner_train.jsonl --dev ../shared/ner/uner_dev.jsonl \
        --finre ../shared/relations/finre_train.jsonl --marked benchmarks/names/*-{dev,train}.txt \
        --passages benchmarks/passages/*-dev.jsonl --reader first.onnx earlier.onnx \
        --epochs 8 --seed 13 -o second.onnx
    python tools/pack_names.py first.onnx second.onnx \
        --calibrate ../shared/ner/uner_train.jsonl -o ontology/models/names.onnx

The first network learns from ``*-dev.txt`` without ``--reader``, ``--variants 0 --uner-variants 0``;
``earlier.onnx`` learnt from the ``dev`` and ``train`` parts of seven genres without variants
(ontology/models/README.md). What ships is the mean of the first two, packed.

Needs torch and onnx beside the package's own requirements; up to forty minutes each on two cores. LAC stays
as it is; what is trained is a network of a linear layer, three convolutions and a CRF over persons,
places and organisations. Several alike but for their seed are trained first; the one that is kept learns from
their mean scores too (distillation, Hinton et al., 2015), as it reads at a third of their cost. With
``--reader`` there are no such teachers. Five sources:

- Universal NER on UD_Chinese-GSDSimp (CC BY-SA 4.0; Mayhew et al., NAACL 2024): names as annotated.
- FinRE (MIT, Copyright (c) 2019 THUNLP; Li et al., ACL 2019): the tied parties as annotated; the rest
  of a sentence as LAC tags it, and in the second round as the network of the first round (or the
  ``--reader``) does.
- Marked text and passages with their entities, written for this project: the halves that rules may be
  written on (``dev``) and what only the network sees (``train``), never what is called held or final; with
  variants of each line and of Universal NER's sentences, other names of the same type in them.
- Sentences made here from our own patterns, with names put together from the name tables: officials,
  offices, companies, persons of rare surnames. These the rules label with certainty.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import nn

from kg.decoding import best_paths
from kg.gazetteer import gazetteer
from kg.lac import Lexer, decode_names, lac_folder
from kg.namehead import FORBIDDEN, LABELS, NameHead, constrained

WIDTH = 441  # LAC's upper states, its 57 tag scores, its embedding
LABEL_COUNT = 1 + 2 * len(LABELS)
SEED = 7
BLOCK = 256  # rows decoded at once
LESSON = 0.05  # the weight of a teacher's scores
SWAPPED, MADE_PERSONS, MADE_PLACES = 0.6, 0.5, 0.3  # chances in a variant of an example

Span = tuple[int, int, str]


class Example(NamedTuple):
    """A sentence with its names and its weight in training."""

    text: str
    names: list[Span]
    weight: float


# --- data -------------------------------------------------------------------------------------------


def read_uner(path: Path) -> list[Example]:
    """Return the sentences of a UNER file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Example(row["text"], [tuple(name) for name in row["entities"]], 1.0) for row in rows]


def read_finre(path: Path, chance: random.Random) -> list[Example]:
    """Return the sentences of a FinRE file, numbers put back and punctuation made Chinese."""
    examples = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if not 0 < len(row["text"]) <= 250:
            continue
        pairs = [(triple["subject"], triple["object"]) for triple in row["triples"]]
        names = {name for pair in (*pairs, *row["negative_pairs"], *row["alias_pairs"]) for name in pair}
        text = re.sub(
            "<N>",
            lambda _: chance.choice(("2", "3", "10", "2014", "2016", "7", "1.5", "30", "100")),
            row["text"],
        )
        text = _chinese(text)
        found: list[Span] = []
        for name in sorted(map(_chinese, names), key=lambda name: (-len(name), name)):
            if "<N>" in name:
                continue
            for match in re.finditer(re.escape(name), text):
                if not any(match.start() < end and start < match.end() for start, end, _ in found):
                    found.append((*match.span(), "ORG"))
        examples.append(Example(text, found, 0.4))
    return examples


_TYPES = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC", "PARK": "LOC", "FACILITY": "LOC"}
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”」]?")


def read_marked_file(path: Path) -> list[Example]:
    """Return the lines of a file of marked text, their names with the types of the marks."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
    from marked import read_marked

    examples = []
    for line in path.read_text("utf-8").splitlines():
        text, marked = read_marked(line)
        names = [(*where, str(kind)) for where, kind in marked.items() if kind in _TYPES]
        if text:
            examples.append(Example(text, names, 1.0))
    return examples


def labelled(example: Example) -> Example:
    """Return an example of marked text with the types that the network tells, chains of places as one."""
    return example._replace(
        names=_chained([(start, end, _TYPES[kind]) for start, end, kind in example.names])
    )


class Swapper:
    """Makes variants of examples, other names of the same type in the place of some.

    Mention replacement (Dai and Adel, COLING 2020): the network learns the places in which names stand, and
    not that a firm called so is one.
    """

    def __init__(self, examples: Sequence[Example], maker: "Maker") -> None:
        """Draw names from those of ``examples`` and from what ``maker`` makes."""
        self.examples = examples
        self.maker = maker
        self.names: dict[str, list[str]] = {}
        for example in examples:
            for start, end, kind in example.names:
                self.names.setdefault(kind, []).append(example.text[start:end])

    def variants(self, number: int) -> list[Example]:
        """Return ``number`` variants of each example that has names, at half its weight."""
        named = [example for example in self.examples if example.names]
        return [self._variant(example) for _ in range(number) for example in named]

    def _variant(self, example: Example) -> Example:
        text, at = "", 0
        names: list[Span] = []
        for start, end, kind in sorted(example.names):
            text += example.text[at:start]
            swapped = self.maker.chance.random() < SWAPPED
            name = self._name(kind) if swapped else example.text[start:end]
            names.append((len(text), len(text) + len(name), kind))
            text += name
            at = end
        return Example(text + example.text[at:], names, example.weight / 2)

    def _name(self, kind: str) -> str:
        chance = self.maker.chance
        if kind == "PERSON" and chance.random() < MADE_PERSONS:
            return self.maker.person()
        if kind == "PLACE" and chance.random() < MADE_PLACES:
            return self.maker.place()
        return chance.choice(self.names[kind])


def read_passages(path: Path) -> list[Example]:
    """Return the sentences of annotated passages, with the places in them where their entities stand."""
    examples = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text, names = row["text"], [(0, 0, "")]
        kinds = {
            name: _TYPES.get(entity["type"], "")
            for entity in row["entities"]
            for name in (entity["name"], *entity.get("aliases", ()))
            if len(name) > 1
        }
        longest = sorted(kinds, key=lambda name: (-len(name), name))
        if longest:
            pattern = re.compile("|".join(map(re.escape, longest)))
            names = [(*match.span(), kinds[match[0]]) for match in pattern.finditer(text)]
        for part in _SENTENCE.finditer(text):
            inside = [
                (start - part.start(), end - part.start(), kind)
                for start, end, kind in names
                if kind and part.start() <= start and end <= part.end()
            ]
            examples.append(Example(part[0], _chained(inside), 1.0))
    return examples


def _chained(names: Sequence[Span]) -> list[Span]:
    """Return the names with a chain of places as one, as Universal NER has it."""
    chained: list[Span] = []
    for name in names:
        if chained and name[2] == "LOC" == chained[-1][2] and chained[-1][1] == name[0]:
            chained[-1] = (chained[-1][0], name[1], "LOC")
        else:
            chained.append(name)
    return chained


def _chinese(text: str) -> str:
    text = re.sub(r"(?<!\d),|,(?!\d)", "，", text)
    return text.translate(str.maketrans("();:?", "（）；：？"))


def completed(example: Example, read: Sequence[Span]) -> Example:
    """Return the example with those of the names ``read`` by a model that its own do not touch."""
    more = [
        name for name in read if not any(name[0] < end and start < name[1] for start, end, _ in example.names)
    ]
    return example._replace(names=[*example.names, *more])


# --- sentences of our own ---------------------------------------------------------------------------

_GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉红玲志建国华玉春梅光荣林海波宁鹏飞斌宇浩凯健俊帆雪琳晨欣怡子涵梓轩雨泽诗若思嘉瑞安康"
    "德福贵祥云山川江河峰岩松柏竹菊莲莉萍萌薇婷婉清源远航天佑成功立新中民生正义仁礼智信忠孝廉节庆丰年学才良贤能达通景观望守敬恒毅坚柔刚烈如"
    "意善美真纯洁朴素昊昂昭晖晓暄曦朗煜炜焕烨灿炳照熙熠璋琪瑶瑾璐瑜珊珍珠玮琛钧铭锋锐钰锦银金鑫铁铮铎镇震霖霆露霏雯霜岚崇峻巍嵩屹岳岱"
)
_TIBETAN = (
    "扎西 多吉 次仁 旺堆 卓玛 央金 普布 尼玛 达瓦 格桑 边巴 洛桑 拉姆 平措 罗布 索朗 旦增 白玛 曲珍 贡布"
).split()
_STEPPE = (
    "额尔 德木 图 巴特 尔 其木 格 敖日 乐 那顺 乌力 吉 朝鲁 苏日 娜 萨仁 高娃 布和 斯琴 阿古 达木"
).split()
_LATIN = (
    "Anna Mark Peter Lena Paul Maria Otto Priya Henrik Tina Marco Adam Sofia James Laura David Miller "
    "Weber Costa Novak Singh Okafor Larsen Rossi Tanaka Klein Brandt Meyer Moreau Silva Kumar Petrov Khan "
    "Lopez Hughes Carter Olsen Nielsen"
).split()
_BRAND = (
    "恒宏华瑞鼎盛泰达康信联创远腾飞海天宇航星辰光明新锐捷通博雅智汇众合东方金玉宝隆昌福源和安利民嘉禾百川千里万和润丰银泽世纪优品易云凌霄"
    "铉赛朗科微芯纳维立讯锂能动力威思顿奥比迈拓禾欣津瀚环月湖溪岭峡松竹梅兰菊柏桐梓楠樟杉榆枫荷莲藻鹏鲲鹰雁鹤麟凤龙虎豹狮象骏驰"
)
_TRADE = (
    "科技 生物 医药 药业 电子 能源 新材 环保 重工 装备 精密 股份 集团 控股 证券 期货 基金 资本 投资 地产 "
    "置业 化工 钢铁 电力 汽车 半导体 食品 乳业 酒业 传媒 网络 信息 软件 通信 物流 航空 文旅 农业 矿业 "
    "锂业 铝业 电气 光电 机械 建设 水务 燃气 医疗 教育 健康 银行 保险 信托 租赁 资管 创投 循环 存储 影视 "
    "泵业 纺织 家居 电器 智能 机器人 人工智能 新能源 国际"
).split()
_OFFICES = (
    "发展和改革委员会 发改委 工业和信息化局 工信厅 财政局 财政厅 商务厅 科技厅 科学技术局 教育局 教育厅 "
    "林业和草原局 自然资源和规划局 生态环境局 住房和城乡建设局 交通运输厅 水利厅 水务局 农业农村局 "
    "文化和旅游厅 文化广电和旅游局 卫生健康委员会 卫健委 统计局 审计厅 市场监督管理局 市场监管局 公安局 "
    "公安厅 司法局 人民法院 人民检察院 税务局 海关 气象局 体育局 医保局 应急管理厅 国资委 金融监管局 "
    "银保监局 证监局 粮食和物资储备局 人力资源和社会保障局 民政厅 纪委 政协 人大常委会 人民政府 政府 "
    "商务局 投资促进局 知识产权局 地方金融监督管理局 总工会 妇联 工商业联合会 红十字会 高级人民法院 "
    "中级人民法院"
).split()
_NATIONAL = (
    "国家林业和草原局 国家粮食和物资储备局 国家发展和改革委员会 工业和信息化部 人力资源和社会保障部 "
    "住房和城乡建设部 农业农村部 生态环境部 交通运输部 文化和旅游部 国家税务总局 国家市场监督管理总局 "
    "国家统计局 国家知识产权局 国家能源局 国家卫生健康委员会 中国证监会 银保监会 国家药监局 海关总署 "
    "国务院国资委 自然资源部 水利部 商务部 科技部 财政部 教育部 外交部 民政部 司法部 审计署 中国气象局 "
    "国家移民管理局 国家乡村振兴局 国家医保局 全国人大常委会 全国政协 最高人民法院"
).split()
_UNITS = (
    "办公室 综合处 规划司 政策法规司 人事处 研究室 信息中心 服务中心 分局 直属机关党委 货物和劳务税司 "
    "财务司 国际合作司 运行监测协调局 宣传部 组织部"
).split()
_SCHOOLS = (
    "大学 师范大学 科技大学 医科大学 农业大学 理工大学 财经大学 交通大学 学院 职业技术学院 "
    "大学经济管理学院 大学附属医院 大学第一附属医院 人民医院 中医院 博物馆 图书馆"
).split()
_TITLES = (
    "主任 副主任 局长 副局长 厅长 副厅长 书记 副书记 党委书记 党组书记、局长 市长 副市长 常务副市长 县长 "
    "区长 司长 处长 院长 副院长 校长 教授 副教授 研究员 董事长 总经理 副总经理 总裁 副总裁 首席执行官 "
    "首席经济学家 首席分析师 秘书长 常务副会长 会长 主席 理事长 行长 工程师 总工程师 记者 发言人 创始人 "
    "董事长兼总经理 主任委员 负责人 分析师 策略师 政委 主编"
).split()
_OFFICE_TITLES = (
    "局长 副局长 主任 副主任 负责人 党组书记 书记 厅长 副厅长 处长 有关负责人 总工程师 二级巡视员 党组成员"
).split()

_PATTERNS = (
    "{O}{t}{P}表示，今年将继续推进相关工作。 {O}{t}{P}介绍，上半年项目进展顺利。 "
    "{O}{u}{t}{P}在会上说，下一步要抓好落实。 “这是一个好的开端。”{C}{t}{P}说。 "
    "{P}任{O}{T}，{P}不再担任该职务。 任命{P}为{O}{T}；免去{P}的{O}{T}职务。 "
    "{O}{t}{P}、{S}{t}{P}，{C}{t}{P}等出席活动。 {O}党组书记、局长{P}，副局长{P}一行赴{L}调研。 "
    "{L}{T}{P}因严重违纪被免职，此前他曾在{L}工作。 "
    "{C}公告称，董事会收到{T}{P}的书面辞呈，{P}因个人原因辞去职务。 "
    "{C}（{n}）发布三季报，前三季度营收{n}亿元，同比增长{n}%。 "
    "{C}拟以不超过{n}亿元收购{C}{n}%股权，交易完成后{C}将成为公司全资子公司。 "
    "{C}与{C}签署战略合作协议，双方将在{L}共建联合实验室。 {C}、{C}、{C}和{C}等{n}家企业入选名单。 "
    "{C}、{C}两家公司去年净利润分别增长{n}%和{n}%。 {C}宣布完成新一轮融资，由{C}领投，老股东{C}跟投。 "
    "{C}控股股东{C}将所持{n}万股质押给{C}，占其持股的{n}%。 {O}近日约谈了{C}，要求限期整改。 "
    "{O}对{C}处以罚款{n}万元，并对时任负责人{P}处以{n}万元罚款。 {O}、{O}、{O}等部门联合印发通知。 "
    "记者从{O}获悉，{L}今年前{n}个月出口额达{n}亿元。 据{O}统计，截至{n}月末，{L}共有企业{n}家。 "
    "{S}{t}{P}认为，这一政策有利于产业发展。 {P}毕业于{S}，现任{C}{T}。 "
    "{P}曾任{O}{T}、{S}{T}，今年{n}岁。 在{L}举行的论坛上，{S}{t}{P}和{C}{t}{P}分别发言。 "
    "{L}、{L}、{L}等地正在加快建设。 {C}将在{L}投建工厂，预计{n}年投产。 {L}计划用三年时间建设{n}个基地。 "
    "{n}月{n}日，{L}{n}届人大常委会第{n}次会议决定，任命{P}为副主席，接受{P}辞去{O}院长职务的请求。 "
    "{C}股东{P}减持{n}万股，{P}、{P}和{P}分别增持。 此次募资由{C}担任保荐机构，{P}为项目负责人。 "
    "{C}创始人{P}将其持有的{n}%股份售予{C}，后者持股升至{n}%。 "
    "有投资者问公司是否已入股{C}，{C}回复：“公司未持有{C}股权。” 参赛的{P}、{P}、{P}和{P}来自{S}。 "
    "导演{P}与演员{P}、{P}亮相{L}。 {P}说，他从{L}来到{L}已经{n}年。 "
    "{P}（{L}人）现居{L}，其子{P}由副总裁升任总裁。 新能源汽车企业要提高核心竞争力，{C}{T}{P}这样说。 "
    "多家上市公司和期货公司参加了会议，{C}表示欢迎。 {O}{t}{P}主持会议，{P}、{P}出席，{P}作报告。 "
    "获奖者为{P}、{P}，颁奖嘉宾为{S}{T}{P}。 {C}是{C}旗下子公司，总部位于{L}。 "
    "同日，{C}股价上涨{n}%，{C}下跌{n}%。 {O}原{T}{P}接受{O}纪律审查和监察调查。 "
    "{L}{L}等地的{C}分公司正在招聘。 由{S}承担设计、{C}承建的项目昨日封顶，将由{C}负责运营。"
).split()


class Maker:
    """Makes sentences with their names from patterns and name tables."""

    def __init__(self, chance: random.Random) -> None:
        """Draw everything from ``chance``."""
        self.chance = chance
        tables = gazetteer()
        self.places = [place for place in tables.places.values() if place.level != "former"]
        self.large = [place for place in self.places if place.level in ("province", "city")]
        self.countries = [row["short"].split("|")[0] or row["name"] for row in tables.rows("countries")]
        self.surnames = sorted(tables.surnames)
        self.common = [name for name in self.surnames if tables.surnames[name] in ("top", "common")]
        self.foreign = sorted(tables.foreign_name_characters)

    def person(self) -> str:
        """Return a person's name."""
        pick, kind = self.chance.choice, self.chance.random()
        if kind < 0.72:
            surname = pick(self.common if kind < 0.4 else self.surnames)
            return surname + "".join(pick(_GIVEN) for _ in range(self.chance.choice((1, 2, 2, 2))))
        if kind < 0.78:
            return pick(_TIBETAN) + pick(_TIBETAN)
        if kind < 0.82:
            return "".join(pick(_STEPPE) for _ in range(self.chance.choice((2, 3))))
        if kind < 0.92:
            parts = [
                "".join(pick(self.foreign) for _ in range(self.chance.choice((2, 3, 3, 4)))) for _ in range(2)
            ]
            return "·".join(parts) if kind < 0.89 else parts[0]
        return f"{pick(_LATIN)} {pick(_LATIN)}"

    def place(self) -> str:
        """Return a place's name, sometimes with what it lies in."""
        kind = self.chance.random()
        if kind < 0.15:
            return self.chance.choice(self.countries)
        place = self.chance.choice(self.places)
        if kind < 0.4:
            return "".join(
                part.name for part in reversed(gazetteer().chain(place.code)[: self.chance.choice((2, 2, 3))])
            )
        return place.name if kind < 0.6 or not place.short else place.short[0]

    def town(self) -> str:
        """Return the short or full name of a province or city."""
        place = self.chance.choice(self.large)
        return place.short[0] if place.short and self.chance.random() < 0.6 else place.name

    def office(self) -> str:
        """Return a public body's name."""
        if self.chance.random() < 0.25:
            return self.chance.choice(_NATIONAL)
        place = self.chance.choice(self.places)
        chain = gazetteer().chain(place.code)[: self.chance.choice((1, 1, 2))]
        return "".join(part.name for part in reversed(chain)) + self.chance.choice(_OFFICES)

    def company(self) -> str:
        """Return a company's name."""
        kind = self.chance.random()
        brand = "".join(self.chance.choice(_BRAND) for _ in range(self.chance.choice((2, 2, 2, 3))))
        head = self.town() if kind < 0.3 else ""
        if kind > 0.95:
            return self.chance.choice(_LATIN) + self.chance.choice(
                (" Holdings", " Group", " Energy", " Bank", "")
            )
        tail = self.chance.choice(("", "", "", "集团", "股份有限公司", "有限公司", "公司"))
        return head + brand + self.chance.choice(_TRADE) + tail

    def school(self) -> str:
        """Return a university's, hospital's or institute's name."""
        if self.chance.random() < 0.3:
            return (
                self.town()
                + self.chance.choice(_BRAND)
                + self.chance.choice(_TRADE)
                + self.chance.choice(("研究院", "研究所", "设计院"))
            )
        return self.town() + self.chance.choice(_SCHOOLS)

    def sentence(self) -> Example:
        """Return a sentence with its names."""
        makers: dict[str, tuple[str, Callable[[], str]]] = {
            "P": ("PER", self.person),
            "L": ("LOC", self.place),
            "O": ("ORG", self.office),
            "C": ("ORG", self.company),
            "S": ("ORG", self.school),
            "T": ("", lambda: self.chance.choice(_TITLES)),
            "t": ("", lambda: self.chance.choice(_OFFICE_TITLES)),
            "u": ("ORG+", lambda: self.chance.choice(_UNITS)),
            "n": ("", lambda: self.chance.choice(("3", "12", "600", "2021", "4.5", "30"))),
        }
        text = ""
        names: list[Span] = []
        for part in re.split(r"\{(\w)\}", self.chance.choice(_PATTERNS)):
            label, make = makers.get(part, ("", lambda part=part: part))
            piece = make()
            if label == "ORG+":
                names[-1] = (names[-1][0], len(text) + len(piece), "ORG")
            elif label:
                names.append((len(text), len(text) + len(piece), label))
            text += piece
        return Example(text, names, 0.3)


# --- features ---------------------------------------------------------------------------------------


class Probe:
    """Stands where the network stands and keeps what it is given."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self.kept: list[np.ndarray] = []

    def __call__(self, states, emissions, embedded, lengths):
        """Keep the features and answer as a network that finds no names."""
        features = np.concatenate([states, emissions[:, :, :57] / 4, embedded], axis=2)
        self.kept += [row[:length].astype(np.float16) for row, length in zip(features, lengths, strict=True)]
        scores = np.zeros((*states.shape[:2], LABEL_COUNT), dtype=np.float32)
        scores[:, :, 0] = 1
        return scores, np.zeros((LABEL_COUNT, LABEL_COUNT), dtype=np.float32)


def features_of(examples: Sequence[Example]) -> tuple[list[np.ndarray], list[list[Span]]]:
    """Return each sentence's features, and the names that LAC's own tags give."""
    probe = Probe()
    lexer = Lexer(lac_folder(), probe)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].text))
    features: list[np.ndarray] = [np.empty(0)] * len(examples)
    tagged: list[list[Span]] = [[] for _ in examples]
    for first in range(0, len(order), 32):
        chosen = order[first : first + 32]
        readings = list(lexer.read_pieces([examples[i].text for i in chosen]))
        for i, row, reading in zip(chosen, probe.kept, readings, strict=True):
            features[i] = row
            tagged[i] = [tuple(word) for word in reading.words if word.tag in LABELS]
        probe.kept.clear()
    return features, tagged


# --- the network ------------------------------------------------------------------------------------


class Network(nn.Module):
    """A linear layer, three convolutions with shortcuts, scores; transitions for the CRF."""

    def __init__(self, hidden: int) -> None:
        """Make a network with ``hidden`` channels."""
        super().__init__()
        self.inp = nn.Linear(WIDTH, hidden)
        self.layers = nn.ModuleList(nn.Conv1d(hidden, hidden, 3, padding=d, dilation=d) for d in (1, 1, 2))
        self.out = nn.Linear(hidden, LABEL_COUNT)
        self.transitions = nn.Parameter(torch.zeros(LABEL_COUNT, LABEL_COUNT))
        self.drop = nn.Dropout(0.3)

    def scores(self, features: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return rows × characters × labels."""
        inside = mask.unsqueeze(1)
        hidden = torch.relu(self.inp(self.drop(features))).transpose(1, 2) * inside
        for layer in self.layers:
            hidden = (hidden + torch.relu(layer(self.drop(hidden)))) * inside
        return self.out(self.drop(hidden.transpose(1, 2)))

    def forward(self, states, emissions, embedded, mask):
        """Compute what :class:`kg.namehead.NameHead` reads."""
        features = torch.cat([states, emissions[:, :, :57] / 4, embedded], dim=2)
        return self.scores(features, mask), self.transitions + 0

    def loss(self, scores: torch.Tensor, labels: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return each row's negative log likelihood under the CRF."""
        gold = (scores.gather(2, labels.unsqueeze(2)).squeeze(2) * mask).sum(1)
        gold = gold + (self.transitions[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)
        alpha = scores[:, 0]
        for step in range(1, scores.shape[1]):
            after = torch.logsumexp(alpha.unsqueeze(2) + self.transitions, 1) + scores[:, step]
            alpha = torch.where(mask[:, step : step + 1] > 0, after, alpha)
        return torch.logsumexp(alpha, 1) - gold


class Mean(nn.Module):
    """Networks that answer with the mean of their scores."""

    def __init__(self, members: Sequence[Network]) -> None:
        """Take the trained ``members``."""
        super().__init__()
        self.members = nn.ModuleList(members)

    @property
    def transitions(self) -> torch.Tensor:
        """The mean of the members' transitions."""
        return torch.stack([member.transitions for member in self.members]).mean(0)

    def scores(self, features: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return rows × characters × labels."""
        return torch.stack([member.scores(features, mask) for member in self.members]).mean(0)

    def forward(self, states, emissions, embedded, mask):
        """Compute what :class:`kg.namehead.NameHead` reads."""
        features = torch.cat([states, emissions[:, :, :57] / 4, embedded], dim=2)
        return self.scores(features, mask), self.transitions + 0


def labels_of(example: Example) -> np.ndarray:
    """Return one label for each character."""
    labels = np.zeros(len(example.text), dtype=np.int64)
    for start, end, kind in example.names:
        begin = 1 + 2 * LABELS.index(kind)
        labels[start] = begin
        labels[start + 1 : end] = begin + 1
    return labels


def batches(
    lengths: Sequence[int], chance: random.Random | None = None, size: int = 32
) -> Iterator[list[int]]:
    """Yield indexes of rows of like length; in random order with ``chance``."""
    jitter = chance.random if chance else lambda: 0.0
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + 8 * jitter())
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    if chance:
        chance.shuffle(groups)
    yield from groups


def padded(features: Sequence[np.ndarray], rows: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the features of ``rows`` and the mask of their characters."""
    longest = max(len(features[i]) for i in rows)
    block, mask = torch.zeros(len(rows), longest, WIDTH), torch.zeros(len(rows), longest)
    for k, i in enumerate(rows):
        block[k, : len(features[i])] = torch.from_numpy(features[i].astype(np.float32))
        mask[k, : len(features[i])] = 1
    return block, mask


def train(
    examples: Sequence[Example],
    features: Sequence[np.ndarray],
    hidden: int,
    epochs: int,
    seed: int,
    report: Callable[[Network | Mean], str],
    lessons: Sequence[np.ndarray] = (),
) -> Network:
    """Return a network trained on ``examples``; ``report`` is asked after each epoch.

    ``lessons`` are the scores that a teacher gives each example; the network learns to give them too.
    """
    chance = random.Random(seed)
    torch.manual_seed(seed)
    network = Network(hidden)
    labels = [labels_of(example) for example in examples]
    lengths = [len(example.text) for example in examples]
    optimiser = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=0.02)
    steps = epochs * len(list(batches(lengths)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps + 1)
    for epoch in range(epochs):
        network.train()
        for rows in batches(lengths, chance):
            block, mask = padded(features, rows)
            gold = torch.zeros(mask.shape, dtype=torch.long)
            for k, i in enumerate(rows):
                gold[k, : lengths[i]] = torch.from_numpy(labels[i])
            weights = torch.tensor([examples[i].weight for i in rows])
            scores = network.scores(block, mask)
            loss = (network.loss(scores, gold, mask) * weights).mean()
            if lessons:
                taught = torch.zeros_like(scores)
                for k, i in enumerate(rows):
                    taught[k, : lengths[i]] = torch.from_numpy(lessons[i].astype(np.float32))
                loss = loss + LESSON * (((scores - taught) ** 2).sum(2) * mask).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5)
            optimiser.step()
            schedule.step()
        print(f"epoch {epoch}: {report(network)}", flush=True)
    return network


@torch.no_grad()
def scores_of(network: Network | Mean, features: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Return the scores of each row."""
    network.eval()
    scores: list[np.ndarray] = [np.empty(0)] * len(features)
    for rows in batches([len(row) for row in features]):
        block, mask = padded(features, rows)
        for i, row in zip(rows, network.scores(block, mask).numpy(), strict=True):
            scores[i] = row[: len(features[i])]
    return scores


@torch.no_grad()
def read_names(network: Network | Mean, features: Sequence[np.ndarray]) -> list[list[Span]]:
    """Return the names the network reads in each row."""
    scores = scores_of(network, features)
    for row in scores:
        row[0, 2::2] = FORBIDDEN
    transitions = constrained(network.transitions.numpy())
    paths = [
        path for at in range(0, len(scores), 256) for path in best_paths(scores[at : at + 256], transitions)
    ]
    return [
        [tuple(name[:3]) for name in decode_names(path.tolist(), np.ones_like(row))]
        for path, row in zip(paths, scores, strict=True)
    ]


class Earlier:
    """Networks written before, which read names of kept features by the mean of their scores."""

    def __init__(self, paths: Sequence[Path]) -> None:
        """Load the ONNX files ``paths``."""
        self.heads = [NameHead(path) for path in paths]

    def read(self, features: Sequence[np.ndarray]) -> list[list[Span]]:
        """Return the names it reads in each row."""
        read: list[list[Span]] = [[]] * len(features)
        for rows in batches([len(row) for row in features]):
            block, mask = padded(features, rows)
            states, emissions, embedded = np.split(block.numpy(), [256, 313], axis=2)
            emissions = np.pad(emissions * 4, ((0, 0), (0, 0), (0, 2)))  # LAC's two last tags mark the ends
            lengths = mask.sum(1).numpy().astype(np.int32)
            answers = [head(states, emissions, embedded, lengths) for head in self.heads]
            scores = sum(answer[0] for answer in answers) / len(answers)
            transitions = sum(answer[1] for answer in answers) / len(answers)
            scores = [row[:length] for row, length in zip(scores, lengths, strict=True)]
            for i, path in zip(rows, best_paths(scores, transitions), strict=True):
                names = decode_names(path.tolist(), np.ones((len(path), LABEL_COUNT), np.float32))
                read[i] = [tuple(name[:3]) for name in names]
        return read


def f1(found: Sequence[Sequence[Span]], wanted: Sequence[Sequence[Span]]) -> float:
    """Return the exact-match F1."""
    right = sum(len(set(a) & set(b)) for a, b in zip(found, wanted, strict=True))
    return 2 * right / max(sum(map(len, found)) + sum(map(len, wanted)), 1)


def main() -> None:
    """Train the teachers and the network that is kept, and write it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--uner", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--finre", type=Path, required=True)
    parser.add_argument("--marked", type=Path, nargs="*", default=[], help="files of marked text")
    parser.add_argument("--passages", type=Path, nargs="*", default=[], help="passages with entities")
    parser.add_argument("--variants", type=int, default=4, help="variants of each line of marked text")
    parser.add_argument("--uner-variants", type=int, default=2, help="variants of each sentence of UNER")
    parser.add_argument("--tied", type=int, default=3000, help="sentences of FinRE, drawn by chance")
    parser.add_argument("--made", type=int, default=3000, help="sentences of our own")
    parser.add_argument("--members", type=int, default=3, help="networks that teach the one that is kept")
    parser.add_argument("--hidden", type=int, default=144)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument(
        "--reader", type=Path, nargs="*", default=[], help="networks that read FinRE's other names"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="of the network that is kept")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    chance = random.Random(SEED)
    gold = read_uner(options.uner)
    finre = chance.sample(read_finre(options.finre, chance), options.tied)
    maker = Maker(chance)
    made = [maker.sentence() for _ in range(options.made)]
    marked = [example for path in options.marked for example in read_marked_file(path)]
    varied = [*marked, *Swapper(marked, maker).variants(options.variants)]
    ours = [*map(labelled, varied), *Swapper(gold, maker).variants(options.uner_variants)]
    ours += [example for path in options.passages for example in read_passages(path)]
    dev = read_uner(options.dev)
    examples = [*gold, *finre, *made, *ours]
    features, tagged = features_of(examples)
    dev_features, dev_tagged = features_of(dev)
    wanted = [example.names for example in dev]
    print(f"LAC alone on dev: {f1(dev_tagged, wanted):.3f}")
    report = lambda network: f"{f1(read_names(network, dev_features), wanted):.3f}"  # noqa: E731
    begin, end = len(gold), len(gold) + len(finre)

    def fill(read: Sequence[Sequence[Span]]) -> None:
        examples[begin:end] = [completed(*pair) for pair in zip(finre, read, strict=True)]

    lessons: Sequence[np.ndarray] = ()
    if options.reader:
        fill(Earlier(options.reader).read(features[begin:end]))
    else:
        fill(tagged[begin:end])
        first = train(examples, features, options.hidden, options.epochs // 2, SEED, report)
        fill(read_names(first, features[begin:end]))  # the first teaches the others what else FinRE names
        seeds = range(SEED + 1, SEED + 1 + options.members)
        together = Mean(
            [train(examples, features, options.hidden, options.epochs, seed, report) for seed in seeds]
        )
        print(f"together: {report(together)}")
        lessons = scores_of(together, features)
        fill(read_names(together, features[begin:end]))
    network = train(examples, features, options.hidden, options.epochs, options.seed, report, lessons)
    network.eval()
    blank = (torch.zeros(2, 5, 256), torch.zeros(2, 5, 59), torch.zeros(2, 5, 128), torch.ones(2, 5))
    inputs = ["states", "emissions", "embedded", "mask"]
    axes = {name: {0: "rows", 1: "characters"} for name in (*inputs, "scores")}
    torch.onnx.export(
        network, blank, str(options.output), input_names=inputs, output_names=["scores", "transitions"],
        dynamic_axes=axes, opset_version=13, dynamo=False,
    )  # fmt: skip


if __name__ == "__main__":
    main()
