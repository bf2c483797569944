"""Cards: rows of a key and a value (注册资本：2000万元), as pages on firms, schools and hospitals have them.

In: the atoms of a sentence, or a line of text. Out: atoms in which the colon of such a row, or the gap
between the two cells of a table's row, is a copula, so that rules read 法定代表人：某某 as they read
法定代表人为某某; and whether a line is a row of a card.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.document import Span

#: How a row of the card of a firm or a body begins, and any row of a card that has begun.
_ROW = re.compile(
    r"\s*(?:公司|企业|学校|机构)?(?:法定代表人|法人代表|法人|董事长|总经理|校长|院长|创[始办]人|实际控制人|控股股东|注册资[本金]|"
    r"(?:成立|创立|创办|上市|注册)(?:日期|时间)|(?:注册|办公|总部)地[址点]?|总部地点|(?:员工|职工)(?:人数|数)?|"
    r"所属(?:行业|地域|地区)|主营业务|经营范围|(?:证券|股票)代码|英文名称?|外文名称?|主管部门|学校类[型别])\s*[：:]\s*\S"
)
#: The row that names the body whose card begins: 企业名称：某某有限公司.
_NAME_ROW = re.compile(
    r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．]\s*)?(?:公司|企业|单位|机构|标的)?名称[：:]\s*\S"
)
_ANY_ROW = re.compile(r"\s*[一-龥（）() \u3000]{2,10}[：:][^。！？]*$")
#: Keys of days and of places.
_DAYS = ("日期", "时间")
_SITES = (
    "地址",
    "地点",
    "所在地",
    "注册地",
    "总部",
    "地域",
    "住所",
    "行政区",
    "地区",
    "驻地",
    "校址",
    "厂址",
    "院址",
)
#: Whose part a body is.
_ABOVE = frozenset(
    "上级机构 上级单位 上级部门 主管部门 主管单位 主管机构 隶属 隶属单位 所属机构 母公司 控股股东".split()
)
#: What a body is or was called.
_NAMED = frozenset({"原名", "全称", "简称", "名称", "前身", "又名", "英文名", "曾用名"})
#: What bodies begin with, as the key of a day.
_STARTED = frozenset("设立 成立 创立 创办 创建 建立 始建 开馆 建校 建院 启用".split())
_NOUNS = frozenset({"n", "nz", "vn", "an"})
#: Keys of the page and not of what it is about.
_OF_PAGE = ("编辑", "记者", "来源", "作者")


def opens_card(line: str) -> bool:
    """Tell whether a line is a row that only the card of a body has."""
    return _ROW.match(line) is not None


def names_body(line: str) -> bool:
    """Tell whether a line is the row with the name of the body whose card it opens."""
    return _NAME_ROW.match(line) is not None


def goes_on(line: str) -> bool:
    """Tell whether a line can be a row of a card that has begun."""
    return _ANY_ROW.match(line) is not None


def with_copulas(atoms: Sequence[Chunk], text: str) -> list[Chunk]:
    """Read the colon between a key and its value as 为; behind 为 it is nothing: 原名为：甲厂."""
    atoms = _with_gap(atoms, text)
    return [
        replace(atom, kind="W", text="为", tag="v") if atom.text == "：" and _is_row(atoms, i) else atom
        for i, atom in enumerate(atoms)
        if not (atom.text == "：" and i > 1 and atoms[i - 1].text == "为" and atoms[i - 2].text in _NAMED)
    ]


def _with_gap(atoms: Sequence[Chunk], text: str) -> Sequence[Chunk]:
    """Put a colon where the only gap between cells parts a key from its value: 县长\t某某."""
    if len(atoms) < 2 or text.count("\t", atoms[0].span.start, atoms[-1].span.end) != 1:
        return atoms
    at = text.find("\t", atoms[0].span.start)
    k = next((i for i, atom in enumerate(atoms) if atom.span.start > at), 0)
    colon = Chunk(Span(at, at + 1), "P", "：")
    row = [*atoms[:k], colon, *atoms[k:]]
    return row if k and _is_row(row, k) else atoms


def _is_row(atoms: Sequence[Chunk], i: int) -> bool:
    """Tell whether the colon at ``i`` stands between the key and the value of a row."""
    if not 0 < i < len(atoms) - 1 or atoms[i + 1].span.start - atoms[i].span.end > 1:
        return False
    key, value = atoms[i - 1], atoms[i + 1]
    closed = i + 2 == len(atoms) or atoms[i + 2].kind == "P"
    if value.kind == "PERSON":
        lives = i + 3 < len(atoms) and atoms[i + 3].text[:1] in {"男", "女"}  # 院长：某某，男，苗族
        return closed and key.kind == "TITLE" and not lives
    if key.kind == "W" and key.text in _STARTED and value.kind == "DATE":
        return closed  # 成立\t1950年
    if key.kind != "W" or key.tag not in _NOUNS or key.text.endswith(_OF_PAGE):
        return False
    match value.kind:
        case "AMOUNT":
            return closed or atoms[i + 2].text in {"人民币", "元"}
        case "DATE":
            return closed and key.text.endswith(_DAYS)
        case "PLACE":
            return key.text.endswith(_SITES)
        case "ORG":
            return closed and (key.text in _ABOVE or key.text in _NAMED)
    return False
