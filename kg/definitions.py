"""What brackets and their like define: 瑞启科技股份有限公司（以下简称“瑞启科技”或“公司”）.

A function of the text alone; offsets are code points of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.document import Span

#: The bracket opens right behind the long form: （以下简称“X”）, (简称：X), （甲市，下称“X”或“Y”）.
_BRACKET = re.compile(
    r"(?<!\s)\s*[（(](?:[^（）()]{0,40}[，,、；;])?(?:以下|下|证券|股票|公司)?(?:统|合|又)?(?:简称|称)(?:为)?[:：]?\s*"
    r"(?P<names>[^（）()]{1,60})[）)]"
)
#: The same without a bracket, or behind another: 瑞启大学（Ruiqi University），简称“瑞大”, 以下简称瑞大，.
_RUNNING = re.compile(
    r"(?<!\s)(?:[（(][^（）()\n]{2,60}[）)])?\s*[，,]?(?:(?:以下|下)(?:统|简)?称|简称)(?:为)?"
    r"(?P<names>[“\"「『][^”\"」』\n]{1,20}[”\"」』](?!\s*(?:[）)、/／]|[或和及][“\"「『]))"
    r"|[一-龥]{2,8}(?=[，。；,;]))"
)
#: What names a thing in another tongue or by another name, in a bracket behind it: （英文名：X）, （又名X）.
_CALLED = re.compile(
    r"(?<=[（(，,；;、])\s*(?:英文(?:全称|名称?|简称|缩写)|中文(?:全称|名称?|简称)|外文名称?|又名|又称|亦称|也称|别名|别称|俗称|全称|(?:英[文语]|缩写|英文缩写)(?=[:：]))"
    r"为?[:：]?\s*[“\"「]?(?P<name>[^（）()，；;、“”\"「」：:\n]{2,60}?)[”\"」]?(?=\s*[，；;、）)])"
)
#: What a school or a firm is called today: （今宁州大学）.
_TODAY = re.compile(
    "[（(](?:即)?(?:现在|如今|[今现])(?:为|称|是)?(?P<name>[一-龥]{2,16}?(?:大学|学院|学校|中学|公司|医院|银行|研究所|研究院))[）)]"
)
_INNER = re.compile(r"[（(](?P<inner>[^（）()\n]{2,120})[）)]")
#: A name goes on behind the bracket: Jiahe Packaging (Vietnam) Co., Ltd.
_FIRM = r"\s?(?:Co|Ltd|Inc|Corp|GmbH|Limited|Holdings?|Group|Pte|S\.A)\b"
#: 润禾食品集团（Runhe Food Group）: a name in Latin letters alone; 阿里（BABA.N） is a code.
_LATIN_NAME = r"[A-Z][A-Za-zÀ-ɏ0-9&'’ -]{1,60}(?:\s?Co\.)?(?:,\s?(?:Ltd|Inc|LLC|Limited)\.?)?[A-Za-z0-9.]"
_LATIN = re.compile(
    rf"\s?[（(]\s?(?P<name>{_LATIN_NAME})(?:\s?[，；;]\s?(?P<other>{_LATIN_NAME}))?\s?[，,]?\s?[）)]"
    rf"(?!{_FIRM})"
)
#: The same in clauses behind the name that opens a sentence: 瑞启县，古称瑞州，又名茶乡，位于…
_ALSO = re.compile(
    r"(?:[（(][^（）()\n]{1,60}[）)])?[，,]\s?(?:(?:又|亦|也|通|俗|习|旧|古|别|史|雅|简)称|[又别旧]名|别号)[为是作]?[“\"]?"
    r"(?P<name>(?:(?!或)[一-龥]){2,8})[”\"]?(?=[，,。；])"
)
#: In a clause right behind the name: 瑞启研究院，英文名Ruiqi Academy，
_IN_LATIN = re.compile(
    r"(?<![\s，。；：、])(?:[（(][^（）()\n]{2,60}[）)])?\s*[，,]\s*(?:简称[“\"]?[一-龥]{2,8}[”\"]?[，,]\s*)?"
    r"(?:英文(?:全称|名称?|简称|缩写|译名)|外文名称?)(?:为|是|：|:)?\s*[“\"]?"
    rf"(?P<name>{_LATIN_NAME})[”\"]?(?=\s*[，。；,;])"
)
_NAME = re.compile(r"[“\"「『‘']([^”\"」』’']{1,20})[”\"」』’']|^([^“\"「『‘'，,、；;或]{1,20})")

#: What tells a further name of a person of old, each in its clause: 某某（1881—1942），字伯渊，号松斋.
_KEY = (
    "(?:又|亦|初|原|表|别|小|晚|自|本)?[字号](?![称号])|(?:谱|榜|学|乳|小|初|原|本|法|又|曾用|别|笔|艺|化)名|法号|别署|自署|"
    r"名(?=[一-龥]{1,3}[，,]\s?[字号])"
)
_BYNAME = rf"[，,、]\s?(?:{_KEY})[一-龥]{{1,4}}(?:、(?!{_KEY})[一-龥]{{2}}(?=[，,。；;]))?(?=[，,、。；;（(])"
_BYNAMES = re.compile(rf"(?:[（(][^（）()\n]{{4,40}}[）)])?(?:{_BYNAME})+")
_ONE = re.compile(rf"[，,、]\s?(?:{_KEY})(?P<name>[一-龥]{{1,4}})")
#: No names, though they read like some: 字迹清晰, 号码不详.
_NO_BYNAME = re.compile("[字号](?:迹|数|码|形|样|体|里|面|为|召)")


#: What stands between the joints of two names: 公司|或|瑞启科技.
_NO_JOINT = re.compile("[^或、/／]+")

#: Words that a text may define and that name nothing elsewhere.
COMMON_NOUNS = frozenset(
    (
        "公司 本公司 我公司 贵公司 我司 集团 本集团 该公司 学校 医院 本行 本校 本院 标的公司 目标公司 "
        "上市公司 发行人 申请人 被告 原告"
    ).split()
)
#: A stock code is no name: 海棠股份（HK09999）.
_CODE = re.compile(r"(?:SH|SZ|BJ|HK)\s?[0-9]{4,6}")


@dataclass(frozen=True, slots=True)
class Definition:
    """A name that a bracket gives to what stands right before position ``at``."""

    at: int
    name: str
    span: Span
    second: bool = False
    """Whether it is another name beside the first, not a short form of it: （英文名：X）."""
    of_person: bool = False
    """Whether only a person is called so: 字伯渊."""

    @property
    def common(self) -> bool:
        """Tell whether the name is a common noun (公司), which means this thing in this text only."""
        return self.name in COMMON_NOUNS


def find_bynames(text: str) -> Iterator[Definition]:
    """Yield the further names of people of old, told in clauses right behind the first: 字伯渊，号松斋."""
    for row in _BYNAMES.finditer(text):
        for match in _ONE.finditer(text, row.start(), row.end()):
            if _NO_BYNAME.search(match[0]) is None:
                span = Span(*match.span("name"))
                yield Definition(row.start(), match["name"], span, second=True, of_person=True)


def _each(name: str) -> Iterator[tuple[str, int]]:
    """Yield the names that stand in one pair of quotes with where they begin: “公司或瑞启科技”."""
    parts = list(_NO_JOINT.finditer(name))
    if not any(part[0] in COMMON_NOUNS for part in parts):
        yield name, 0
        return
    for part in parts:
        yield part[0], part.start()


def find_definitions(text: str) -> Iterator[Definition]:
    """Yield the names that brackets of ``text`` define: first those said to be short, then Latin ones."""
    brackets = list(_BRACKET.finditer(text))
    inside = {match.start("names") for match in brackets}
    running = (match for match in _RUNNING.finditer(text) if match.start("names") not in inside)
    for match in (*brackets, *running):
        for found in _NAME.finditer(match["names"]):
            group = 1 if found[1] else 2
            start = match.start("names") + found.start(group)
            for raw, at in _each(found[group]):
                left = start + at + len(raw) - len(raw.lstrip("《 "))
                name = raw.strip("《》 ")
                if name:
                    yield Definition(match.start(), name, Span(left, left + len(name)))
    for match in _LATIN.finditer(text):
        for part in ("name", "other"):
            if match[part] is not None and _CODE.fullmatch(match[part]) is None:
                yield Definition(match.start(), match[part], Span(*match.span(part)))
    for match in _IN_LATIN.finditer(text):
        yield Definition(match.start(), match["name"].strip(), Span(*match.span("name")), second=True)
    for match in _TODAY.finditer(text):
        yield Definition(match.start(), match["name"], Span(*match.span("name")), second=True)
    for bracket in _INNER.finditer(text):
        for match in _CALLED.finditer(text, bracket.start() + 1, bracket.end()):
            yield Definition(bracket.start(), match["name"].strip(), Span(*match.span("name")), second=True)


def find_other_names(text: str, name: Span) -> Iterator[Definition]:
    """Yield what else a ``name`` that opens a sentence is called, in the clauses right behind it."""
    opens = text[max(name.start - 4, 0) : name.start].rstrip(" \u3000")[-1:] in {"", "\n", "。"}
    at = name.end if opens else len(text)
    while (match := _ALSO.match(text, at)) is not None:
        yield Definition(name.end, match["name"], Span(*match.span("name")), second=True)
        at = match.end()
