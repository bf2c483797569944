"""Standings in a row: what a body or a place is by some authority's choice, member by member.

是|全国造林重点县、国家海绵城市建设试点市、首批全国文明校园: each member tells by its last words that it is a
standing, the first also by its first words. What stands between two of them is one, too.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from kg.chunk import Chunk
from kg.completion.pieces import JOINTS, Found, reach, words_of
from kg.document import Span
from kg.model import MentionType

_IS = frozenset("是 为 系 也是 均为 成为 又是 亦是 并成为 先后成为 入选为".split())
_ENTERS = frozenset("入选 列入 被列入 先后入选 首批入选 入围".split())
#: Who gives a standing, or which batch it is of.
_GIVEN = re.compile(
    "(?:首批|首届|第[一二三四五六七八九十]+批)?(?:国家|全国|全省|中国|世界|自治区|[省市区县部](?:级|属?重点|示范)|首批|首届|“)"
    "|[一-龥]{2,8}?(?:省|市|自治区|部|厅|委|局)"
)
_CHOSEN = (
    "(?:建设|试点|示范性?|重点|骨干|改革|培育|特色|优质|高水平|先进|优秀|文明|模范|典型经验|标准化|绿色|卫生|园林|"
    "双拥|平安|定点|百强|十佳|主体功能|生态功能|生态文明|龙头|诚信|放心|教育|实训|[甲乙]等)"
)
_BODY = (
    "(?:大学|高校|院校|学校|校|中学|小学|医院|单位|基地|企业|集团|园区|校园|县|县城|城市|镇|乡村|村|社区|区|"
    "机关|之乡|景区)"
)
_BATCH = "(?:首批|首届|第[一二三四五六七八九十]+批)"
_STANDING = re.compile(
    f"(?:{_CHOSEN}[一-龥]{{0,6}}|{_BATCH}.{{2,20}}){_BODY}$|[一-龥]{{2,}}之[乡都城]$|[一-龥]{{2,}}[大强名](?:县|市|镇|村)$"
)
#: What one is put into, which needs no such words: 入选|国家公派研究生项目.
_SCHEME = re.compile("(?:计划|项目|工程|行动|名单|名录|试点)$")
#: And what bodies and zones are chosen as: 被命名为国家甲基地、|乙|产业|基地.
_SEATED = re.compile(
    "(?:基地|示范区|试点区|先行区|示范园|园区|产业园|开发区|企业|单位|城市|品牌|高校|院校|学校|大学|学院|产业集群|"
    "孵化器|众创空间|工作站|示范点|示范县|示范市|研究中心|机构|科研院所)$"
)
#: What schools and hospitals are within what describes them: 甲大学是教育部主管的|国家重点建设|高校.
_DESCRIBES = frozenset("的 ，".split())
_SCHOOL = re.compile(
    "(?:建设|试点|示范|重点|骨干|改革|培育|特色|优质|高水平)(?:大学|高校|院校|学校|医院|学院)$"
)
_OF_LEVEL = re.compile("国家|全国|[省市部]级?|自治区|中央|教育部|世界|国际|首批|第[一二三四五六七八九十]批|“")
_NOUNS = frozenset({"n", "nz", "a", "b", "vn", "an", "f", "s", "m", "PER", "ORG", "LOC", "nw", "q"})
_AIMS = frozenset(
    "建设 培养 改革 发展 培育 示范 试点 提升 创新 教育 创业 支持 振兴 培训 实践 开发 生产 扶贫 "
    "联合培养".split()
)
_NAMES = frozenset("PLACE ORG INDUSTRY POLICY FACILITY PARK PRODUCT EVENT TITLE POST".split())
_ONE_OF_MANY = frozenset("一所 一家 一个 一座 首家 首所 唯一".split())
_JOINS = JOINTS | {"等"}
_SHORTEST, _LONGEST = 5, 30
#: Behind so many what comes last in a row is a standing, too.
_MANY = 3


def standings(
    chunks: Sequence[Chunk], start: int, text: str, ranks: AbstractSet[str], awards: AbstractSet[str]
) -> list[Found]:
    """Return the standings of the row that begins at ``start``, behind a word that tells one.

    Behind one of ``ranks`` titles in quotation marks are standings too, behind one of ``awards`` only those.
    """
    verb = chunks[start - 1].text if start else ""
    called = _patterns(verb, ranks)
    if not called and verb not in awards:
        return []
    if verb == "的" and chunks[start : start + 1] and chunks[start].text in _ONE_OF_MANY:
        return []  # 甲与乙共建的|一所|全国重点大学
    level = _GIVEN.match if verb in _IS or verb == "，" else _OF_LEVEL.search
    found: list[Found] = []
    between: list[Found] = []  # what two standings have between them is one, whatever its words are
    anew = False
    while start < len(chunks):
        end = _member_end(chunks, start, text)
        stop = end - (end > start and chunks[end - 1].text in {"之一", "称号"})
        inner = chunks[start:stop]
        fits = called if not found else (*called, _SEATED)
        told = bool(called) and _is_standing(inner, fits, level if not found else None)
        told = told or (verb in ranks | awards and _is_quoted(inner, text))
        if told:
            found += between
            found.append(Found(start, stop, MentionType.POLICY, *_title_of(inner, text)))
            anew = anew or len(inner) > 1 or inner[0].kind != "POLICY"
            between = []
        elif not called:
            return []
        elif _SHORTEST <= len(words_of(inner)) <= _LONGEST:
            between.append(Found(start, stop, MentionType.POLICY))
        beside = start < end < len(chunks) and _side_by_side(chunks[end - 1], chunks[end], text)
        joint = end + 1 < len(chunks) and chunks[end].text in JOINTS
        if not found or not (beside or joint):
            break
        start = end + joint
    if len(found) >= _MANY:
        found += between
    whole = verb != "，" or end == len(chunks) or chunks[end].boundary  # ，全国文明城市、园林城市，
    return found if anew and whole else []


def _side_by_side(one: Chunk, other: Chunk, text: str) -> bool:
    """Tell whether two members of a row stand in quotation marks with nothing between: “甲单位”“乙学校”."""
    return text[one.span.end - 1] == "”" and text[other.span.start] == "“"


def _patterns(verb: str, ranks: AbstractSet[str]) -> tuple[re.Pattern[str], ...]:
    """Return how what stands behind a word may end, if that tells a standing."""
    if verb in _IS:
        return (_STANDING,)
    if verb in _ENTERS:
        return (_SCHEME, _STANDING)
    if verb in ranks:
        return (_SCHEME, _STANDING, _SEATED)
    if verb == "，":
        return (_SCHOOL, _STANDING)
    return (_SCHOOL,) if verb in _DESCRIBES else ()


def _is_standing(
    inner: Sequence[Chunk],
    called: Sequence[re.Pattern[str]],
    level: Callable[[str], re.Match[str] | None] | None,
) -> bool:
    """Tell whether a member of a row is a standing: as ``called`` says, and of some ``level`` if asked."""
    if not inner or not all(_may_name(chunk) for chunk in inner):
        return False
    if inner[-1].kind == "POLICY" and (len(inner) == 1 or called[0] is _SCHEME):
        return True
    words = words_of(inner).removesuffix("”")
    given = level is None or level(words) is not None
    ends = any(pattern.search(words) for pattern in called)
    return given and ends and _SHORTEST <= len(words) <= _LONGEST


def _is_quoted(inner: Sequence[Chunk], text: str) -> bool:
    """Tell whether a member is a title in quotation marks, or ends with one: 省级“群众满意医院”."""
    if not inner or any(c.kind == "QUOTE" for c in inner):
        return False
    said = text[inner[0].span.start : inner[-1].span.end]
    end = inner[-1].span.end
    closes = said.endswith("”") or text[end : end + 1] == "”"
    title = said.removesuffix("”").rpartition("“")[2]
    opened = "“" in said or text[inner[0].span.start - 1] == "“"
    return closes and opened and _SHORTEST - 1 <= len(title) <= _LONGEST


def _title_of(inner: Sequence[Chunk], text: str) -> tuple[Span | None, str]:
    """Return where the title stands with which a member ends, and it: 教育部|“东湖计划”."""
    opens = max((k for k, c in enumerate(inner) if c.text == "“"), default=0)
    if len(inner) > 2 and inner[-1].text == "”":
        inside = reach(inner[opens + 1 : -1])
        return Span(inside.start - 1, inside.end + 1), inside.of(text)
    if len(inner) == 1 and inner[0].kind != "POLICY":
        before, mark, title = inner[0].text.removesuffix("”").rpartition("“")
        if not mark or not inner[0].text.endswith("”"):
            return inner[0].span, inner[0].text  # without the marks that hug it
        start = inner[0].span.start + len(before) + 1
        return Span(start, start + len(title)), ""
    hugged = inner[-1].span.of(text).startswith("“") and inner[-1].span.of(text).endswith("”")
    if len(inner) > 1 and hugged and inner[-1].kind != "W":
        return inner[-1].span, inner[-1].text
    titled = len(inner) > 1 and inner[-1].kind in {"POLICY", "FACILITY"} and _SCHEME.search(inner[-1].text)
    return (inner[-1].span, inner[-1].text) if titled else (None, "")


def _may_name(chunk: Chunk) -> bool:
    """Tell whether a chunk can be part of what a standing is called."""
    if chunk.kind == "W":
        return (chunk.tag in _NOUNS or chunk.text in _AIMS) and chunk.text not in JOINTS
    return chunk.text in {"“", "”"} or (chunk.kind in _NAMES and len(chunk.members) < 2)


def _member_end(chunks: Sequence[Chunk], start: int, text: str) -> int:
    """Return where a member of a row ends: at a mark, and at 、, 和 or 等 outside quotation marks."""
    quoted = False
    for k in range(start, len(chunks)):
        if chunks[k].boundary or (chunks[k].text in _JOINS and not quoted):
            return k
        if k > start and _side_by_side(chunks[k - 1], chunks[k], text):
            return k
        if chunks[k].text in {"“", "”"}:
            quoted = chunks[k].text == "“"
    return len(chunks)
