"""Names that a slot gives away: 投建|玉米淀粉工厂, 入选|电子商务示范县, 柴油机|获批上市.

What stands where a verb takes things of one type, and ends with a word that such things end with, is a name
of that type, though its ending alone would not tell (``slots.tsv`` has the verbs and the last words).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.document import Span
from kg.gazetteer import Gazetteer, gazetteer
from kg.lac import Word
from kg.mentions.chunk import MEANT, YEAR, is_material, reach_left
from kg.mentions.kinds import VAGUE, only_common
from kg.mentions.lexis import Lexis
from kg.mentions.spans import NAMES, Cover, crosses, overlaid
from kg.model import Mention, MentionType

_SHORTEST = 4
_LONGEST = 30
_MOST_WORDS = 4  # 已|于|昨日|正式 may stand between a name and the verb behind it

_OPENING = re.compile(
    r"(?:了|过|的)?(?:(?:首期|一期|计划)?(?:总规模|总投资|总额|规模|投资|占地|面积)[约近超达为逾]{0,2}[0-9.]+[亿万]?[元亩]的?)?"
    r"(?:首?[一二三四五六七八九十两数多几\d]*(?:个|座|条|家|项|场|款|架|艘|辆|种|份|台|套|处|类))?的?"
    r"(?:项目(?=[一-龥]{2,20}项目))?"
)
"""What may stand between a verb and the name that it takes."""

_BETWEEN = frozenset(
    "将 已 正式 顺利 全面 于 也 均 全部 成功 日前 近日 同步 如期 全线 先后 相继 开始 获得 被 由".split()
)
_JOINTS = frozenset("、和与及")
_PARTS = NAMES - {MentionType.PERSON}
_VERBAL = frozenset({"v", "vd"})
_NO_PART = ("为", "是", "有", "希望", "力争", "包含", "到", "得", "称", "要", "能")
_NOUNS = frozenset({"n", "nz", "nw", "LOC", "ORG", "PER", "a", "b"})
_RANK = re.compile("第[一二三四五六七八九十]大|最|首[个家]|之一")
_MOST_VERBS = 2  # 国家电子商务|进|农村综合示范县
_BARE = frozenset(
    {MentionType.EVENT, MentionType.DOCUMENT}
)  # 股东大会, 战略合作协议: known by who holds or signs them
_LONGEST_ENDING = 8
_SURE = 0.7
_WORK = "项目"  # 制定|项目进度方案: of projects that have no name, and so has none
_SIGNED = 6  # characters of a document's kind that is a name by itself: 战略合作协议
_MANY = re.compile("[百千万亿]+[名家人企村乡]?|[春夏秋冬]季")  # 万名技工培育工程, 夏季治安整治行动
_PERIODS = frozenset("半年度 年度 季度 上半年 前三季度 一季度 三季度 半年".split())
#: Where or of whom a thing is, within its name: 丹霞（上海）|产业恳谈会.
_ASIDE = re.compile("[（(][一-龥·]{2,6}[）)]")
_QUOTED = re.compile(r"“([^“”，。；\n]{2,14})”")
_BATCH = re.compile(r"第[一二三四五六七八九十\d]+批|首批")
_HOLDERS = frozenset({MentionType.DOCUMENT, MentionType.POLICY})
_INNER = frozenset({MentionType.ORG, MentionType.PARK, MentionType.FACILITY})
#: What an honour is said to be, behind its name: 全国优秀教师|荣誉称号.
_CALLED = re.compile("(?<=...)的?(?:荣誉)?称号$")
_AGREEMENT = re.compile(
    "(?:全面|深度|深化)*(?:战略|框架|合作|伙伴|投资|意向|补充|采购|供货|战略性)+(?:关系)?(?:框架)?(?:协议书?|合同|备忘录|意向书)"
)
_HONOUR = re.compile("称号|荣誉|奖|牌|商标|品牌|荣誉称号")


@dataclass(frozen=True, slots=True)
class Slots:
    """The verbs before and behind, and the last words, each with the types that they tell."""

    before: Mapping[str, tuple[MentionType, ...]]
    behind: Mapping[str, tuple[MentionType, ...]]
    heads: Mapping[MentionType, frozenset[str]]


@cache
def slots() -> Slots:
    """Return the slots of the installed tables.

    Raises:
        OntologyError: the installation has no ``ontology/``.
    """
    return _read(gazetteer())


def _read(names: Gazetteer) -> Slots:
    verbs: dict[str, dict[str, tuple[MentionType, ...]]] = {"before": {}, "behind": {}}
    heads: dict[MentionType, set[str]] = {}
    for row in names.rows("slots"):
        kind = MentionType(row["type"])
        if row["role"] == "head":
            heads.setdefault(kind, set()).add(row["word"])
        else:
            found = verbs[row["role"]]
            found[row["word"]] = (*found.get(row["word"], ()), kind)
    for suffixes in names.suffixes.values():
        for suffix in suffixes:
            if suffix.type in heads.keys() - {MentionType.ORG} and len(suffix.text) > 1:
                heads[suffix.type].add(suffix.text)
    return Slots(verbs["before"], verbs["behind"], {kind: frozenset(words) for kind, words in heads.items()})


def find_given(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the names that stand in a slot of a verb and end as what it takes does."""
    cover = Cover(found for found in mentions if found.type in NAMES or found.score > 0.5)
    new = _longest([*_before(lexis, cover), *_behind(lexis, cover)])
    made = [replace(found, span=_named_part(lexis.folded, found, cover)) for found in new]
    holders = Cover(found for found in made if found.type in _HOLDERS)
    inner = [found for found in mentions if found.type in _INNER and _within(holders, found)]
    return overlaid(mentions, made) + inner


def _within(holders: Cover, found: Mention) -> bool:
    """Tell whether a name is a part of one of ``holders``: 国务院 in 国务院任免名单."""
    holder = holders.at(found.span.start)
    return holder is not None and holder.span.contains(found.span) and holder.span != found.span


def _longest(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _before(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield what stands behind a verb that takes things of a type."""
    for i, word in enumerate(lexis.words):
        if word.tag == "w":
            continue
        kinds, end = _verb(lexis, i)
        if not kinds:
            continue
        start = _opening_end(lexis, end, cover)
        while True:
            found = _phrase(lexis, start, cover, kinds)
            if found is None:
                break
            yield found
            end = found.span.end
            if lexis.folded[end : end + 1] not in _JOINTS or end + 1 >= len(lexis.folded):
                break
            start = end + 1


def _opening_end(lexis: Lexis, at: int, cover: Cover) -> int:
    """Return where the name begins behind a verb that ends at ``at``: past 了, 一座 and 3万平方米."""
    opening = _OPENING.match(lexis.folded, at)
    start = opening.end() if opening and opening.end() in lexis.starts else at  # 制定|项目方案: no 项
    found = cover.at(start)
    return found.span.end if found is not None and found.type is MentionType.AMOUNT else start


def _verb(lexis: Lexis, i: int) -> tuple[tuple[MentionType, ...], int]:
    """Return what the longest verb takes that begins with word ``i``, and where it ends."""
    start = lexis.words[i].start
    verbs = slots().before
    for last in range(min(i + 2, len(lexis.words) - 1), i - 1, -1):
        end = lexis.words[last].end
        kinds = verbs.get(lexis.folded[start:end])
        if kinds and not (last > i and lexis.words[last].tag == "w"):
            return kinds, end
    return (), start


def _phrase(lexis: Lexis, start: int, cover: Cover, kinds: tuple[MentionType, ...]) -> Mention | None:
    """Return the name that begins at ``start``: the longest noun phrase with an ending that fits."""
    for end in reversed(_ends(lexis, start, cover, kinds)):
        if end - start < _SHORTEST:
            break
        for kind in kinds:
            found = _judged(lexis, Span(start, end), kind, cover)
            if found is not None:
                return found
    return None


def _named_part(text: str, found: Mention, cover: Cover) -> Span:
    """Return what stands between the marks of “治沙先锋”称号 and “海燕九号”无人机, else the whole.

    The batch of a programme is no part of its name (第三批|某试点), nor is 称号 of an honour's, nor who signs
    of what is signed (与甲集团|战略合作协议).
    """
    signs = cover.at(found.span.start) if found.type is MentionType.DOCUMENT else None
    if signs is not None and _AGREEMENT.fullmatch(text, signs.span.end, found.span.end):
        return Span(signs.span.end, found.span.end)
    quoted = _QUOTED.match(text, found.span.start)
    batch = _BATCH.match(text, found.span.start, found.span.end) if found.type is MentionType.POLICY else None
    if quoted is None:
        start = found.span.start if batch is None else batch.end()
        title = _CALLED.search(text, start, found.span.end) if found.type is MentionType.POLICY else None
        return Span(start, title.start() if title is not None else found.span.end)
    rest = text[quoted.end() : found.span.end]
    ware = found.type is MentionType.PRODUCT and rest in slots().heads[MentionType.PRODUCT]
    return Span(*quoted.span(1)) if ware or _HONOUR.fullmatch(rest) else found.span


def _ends(lexis: Lexis, start: int, cover: Cover, kinds: tuple[MentionType, ...]) -> list[int]:
    """Return where the words end that may follow each other in a name that begins at ``start``."""
    ends: list[int] = []
    at, verbs = start, 0
    text = lexis.folded
    while at < len(text) and at - start < _LONGEST:
        found = cover.at(at)
        quoted = _QUOTED.match(text, at) or (_ASIDE.match(text, at) if at > start else None)
        if quoted is not None:
            at = quoted.end()
        elif found is not None and (found.type in _PARTS or (found.type is MentionType.DATE and at == start)):
            at = found.span.end
        elif found is not None and not YEAR.fullmatch(found.span.of(text)):
            break
        else:
            word = lexis.words[lexis.at[at]]
            plain = _is_plain(lexis, word) or any(_ending(text[start : word.end], kind) for kind in kinds)
            verbs += not plain
            if not plain and (not _is_inner(lexis, word) or verbs > _MOST_VERBS):
                break
            at = word.end
        ends.append(at)
    return ends


def _is_plain(lexis: Lexis, word: Word) -> bool:
    """Tell whether a word is what names are made of."""
    text = lexis.folded[word.start : word.end]
    adjective = word.tag == "a" and len(text) > 1
    return (
        adjective
        or text in _PERIODS
        or _MANY.fullmatch(text) is not None
        or is_material(lexis, lexis.at[word.start])
    )


def _is_inner(lexis: Lexis, word: Word) -> bool:
    """Tell whether a verb may stand inside a name: none that opens a slot itself, nor 为 or 希望."""
    text = lexis.folded[word.start : word.end]
    return word.tag in _VERBAL and text not in slots().before and not text.endswith(_NO_PART)


def _judged(lexis: Lexis, span: Span, kind: MentionType, cover: Cover) -> Mention | None:
    """Return what stands in the slot as a name, one of common words only as a candidate; None if neither."""
    name = span.of(lexis.folded)
    if "简称" in name:  # 甲公司（以下简称“甲”）|第三届董事会第六次会议
        span = Span(span.start + name.rfind("）") + 1, span.end)
        name = span.of(lexis.folded)
    ending = _ending(name, kind)
    if not ending or _RANK.search(name) or not _ends_there(lexis, span.end, len(ending)):
        return None
    if any(
        found.span.contains(span) or crosses(found.span, span)
        for found in cover.touching(span.start, span.end)
    ):
        return None
    body = _is_body(cover.at(span.start), span, ending)
    more = len(name) - len(ending) > 1 and not body and not only_common(name, wares=False)
    if not more and (kind not in _BARE or body or name[:2] in VAGUE):
        return None
    named = more or (kind is MentionType.DOCUMENT and len(name) >= _SIGNED)
    named = named and not name.startswith(_WORK)
    return Mention(span, kind, "pattern", score=0.6 if named else 0.4)


def _ending(name: str, kind: MentionType) -> str:
    """Return the longest of the last words by which ``kind`` is known that the name ends with."""
    endings = slots().heads[kind]
    return next(
        (name[at:] for at in range(max(len(name) - _LONGEST_ENDING, 0), len(name)) if name[at:] in endings),
        "",
    )


def _is_body(found: Mention | None, span: Span, ending: str) -> bool:
    """Tell whether nothing but the name of a body stands before the ending: 深交所|监管函, 甲高新区|计划."""
    body = found is not None and found.type is MentionType.ORG and found.score > _SURE
    body = body or (found is not None and found.type is MentionType.PARK and ending in MEANT)
    return body and found is not None and found.span.end == span.end - len(ending)


def _ends_there(lexis: Lexis, end: int, ending: int) -> bool:
    """Tell whether a name may end here: no noun goes on behind it, and its ``ending`` is no verb."""
    following = lexis.words[lexis.at[end]] if end < len(lexis.text) else None
    last = lexis.words[lexis.at[end - 1]]
    verb = last.tag == "v" and last.start <= end - ending
    return not verb and (following is None or following.tag not in _NOUNS)


def _behind(lexis: Lexis, cover: Cover) -> Iterator[Mention]:
    """Yield what stands before a verb that says of things of a type what happens to them."""
    for i, word in enumerate(lexis.words):
        kinds = slots().behind.get(lexis.folded[word.start : word.end], ())
        k = i - 1
        while kinds and k > 0 and i - k <= _MOST_WORDS and _between(lexis, k):
            k -= 1
        end = lexis.words[k].end if kinds and k >= 0 else 0
        for kind in kinds:
            ending = _ending(lexis.folded[max(end - _LONGEST_ENDING, 0) : end], kind)
            start = reach_left(lexis, end - len(ending), cover).start if ending else end
            found = _judged(lexis, Span(start, end), kind, cover) if end - start >= _SHORTEST else None
            if found is not None:
                yield found
                break


def _between(lexis: Lexis, index: int) -> bool:
    word = lexis.words[index]
    return word.tag in {"d", "TIME", "ad"} or lexis.folded[word.start : word.end] in _BETWEEN
