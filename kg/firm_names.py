"""What names of firms tell of one another, by their words and by the tables: which may be short for which.

No text is read here; who is owned by whom, and what a text defines, :mod:`kg.entities` knows.
"""

import re
from collections.abc import Iterator

from kg.gazetteer import gazetteer
from kg.model import MentionType

#: What a company's long form adds behind its short form.
_COMPANY_TAIL = re.compile(
    r"(?:（[^（）]{1,8}）|[(][^()]{1,8}[)])?(?:科技|控股|实业|发展|投资|技术)?(?:股份|集团|有限|责任|公司|控股){1,6}"
)

FIRM_TAIL = re.compile("(?:公司|[（(]有限合伙[）)]|合伙企业|集团有限责任公司)$")
_ABROAD = re.compile(
    r"[（(]?(?:中国|香港|澳门|台湾|国际|亚太|欧洲|北美|美国|德国|法国|英国|日本|韩国|越南|泰国|印尼|马来西亚|新加坡|印度|墨西哥|匈牙利|"
    r"巴西|澳大利亚|加拿大|荷兰|卢森堡|[A-Z])[^（）()]{0,12}[）)]"
)
_IN_BRACKETS = re.compile("[（(]([^（）()]{2,6})[）)]")
_KINDS_OF_FIRM = frozenset({"集团", "基金", "投资", "控股", "资本", "证券", "银行", "药业", "科技"})
SHORTEST_FIRM = 4
#: What an exchange puts before the short name of a firm in trouble.
_TREATED = re.compile(r"^S?\*?ST")
#: 公司 behind a name in Latin letters.
_AFTER_LATIN = re.compile("(?<=[A-Za-z]{3})公司$")
_SHORTEST_FOREIGN = 4


def is_group_of(full: str, short: str, firm: str) -> bool:
    """Tell whether a group is another than the firm that ``short`` is short for, and its owner.

    甲集团 is not 甲股份有限公司（以下简称“甲”）.
    """
    return (
        full == f"{short}集团" and firm != short and FIRM_TAIL.search(firm) is not None and "集团" not in firm
    )


def without_country(name: str) -> tuple[int, int]:
    """Return from where to where a firm is named without its country or 公司: 新加坡|嘉里物流, Orano|公司."""
    latin = _AFTER_LATIN.search(name)
    return _behind_country(name), latin.start() if latin is not None else len(name)


def _behind_country(name: str) -> int:
    """Return where a foreign firm's name begins behind its country: 新加坡|嘉里物流; no office of a state."""
    names = gazetteer()
    if names.lookup(name) or any(s.kind == "government" for s in names.suffix_of(name)):
        return 0
    for cut in range(2, min(8, len(name) - _SHORTEST_FOREIGN + 1)):
        if any(row.kind == "countries" and row.canonical != "中国" for row in names.lookup(name[:cut])):
            return cut
    return 0


def _is_placed(name: str, cut: int) -> bool:
    """Tell whether a place stands in brackets at ``cut``: 甲股份|（芜湖）有限公司."""
    inner = _IN_BRACKETS.match(name, cut)
    return inner is not None and any(e.type is MentionType.PLACE for e in gazetteer().lookup(inner[1]))


def without_places(name: str) -> str:
    """Return the name of a firm without the places that it begins with: 珠海横琴|瑞江基金."""
    for _ in range(2):
        ends = [h.end for h in gazetteer().scan(name) if h.start == 0 and h.entry.type is MentionType.PLACE]
        if not ends or len(name) - max(ends) < SHORTEST_FIRM:
            break
        name = name[max(ends) :].lstrip("省市县区")
    return name


def tailless(full: str) -> Iterator[str]:
    """Yield the beginnings of a firm's name that lack only its form: 天风证券|股份有限公司.

    甲汽车（中国）有限公司 and 甲股份（芜湖）有限公司 are daughters of 甲, and not 甲.
    """
    for cut in range(2, len(full)):
        if _ABROAD.match(full, cut) or _is_placed(full, cut):
            return
        if _COMPANY_TAIL.fullmatch(full, cut):
            yield full[:cut]


def begins(full: str, short: str) -> bool:
    """Tell whether a firm's name begins with a shorter one and does not tell a daughter by her place."""
    cut = len(short)
    return full.startswith(short) and not _ABROAD.match(full, cut) and not _is_placed(full, cut)


def shortens(short: str, bare: str) -> bool:
    """Tell whether a name may be short for the firm ``bare``: its beginning, or that and what the firm is."""
    if bare.startswith(short):
        return True
    head, kind = short[:-2], short[-2:]
    return kind in _KINDS_OF_FIRM and bare.startswith(head) and kind in bare[len(head) :]


def drawn_from(short: str, full: str) -> bool:
    """Tell whether a short name is made of characters of the full one, in their order."""
    rest = iter(full)
    return all(char in rest for char in _TREATED.sub("", short))


def known_apart(full: str, short: str) -> bool:
    """Tell whether the tables know a firm by its short name, and the full one for another: 甲股份, 甲集团."""
    known = _firms(short)
    cuts = (_firms(full[:cut]) for cut in range(len(full), len(short) - 1, -1)) if known else ()
    named = next((found for found in cuts if found), known)
    return bool(known) and named.isdisjoint(known)


def _firms(name: str) -> frozenset[str]:
    """Return the firms that go by a name: for sure, or because it is the whole of theirs."""
    entries = (e for e in gazetteer().lookup(name) if e.type is MentionType.ORG)
    return frozenset(e.canonical for e in entries if e.sure or e.canonical == name)
