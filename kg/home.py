"""Where a page is at home: the place that 全市 and 市长 mean in a text that never names it.

In: the title of a page, where it is from (甲市2019年统计公报, 甲日报), and the lines above its text. Out: one
place for each level of the divisions, and where the text speaks of it.
"""

import re
from collections.abc import Mapping, Sequence

from kg.document import Metadata, Span
from kg.gazetteer import Entry, Hit, gazetteer
from kg.model import MentionType

#: How the names of the divisions end that 全市, 全省 and 全县 mean.
_LEVELS = {"市": ("市",), "省": ("省", "自治区"), "县": ("县", "旗"), "区": ("区",)}
#: Bodies and heads of a place that is not named with them: 市人大常委会, 省委.
_BARE = re.compile(
    "(?<![一-龥])([省市县区])(?:委(?!员)|政府|人大|政协|人民政府|人民法院|人民检察院|法院|检察院|监委|监察委)"
)
#: Who says so means another place than those named, and a name behind one of these is where somebody is.
_OURS = re.compile("我[省市县区州]")
_WHERE = re.compile("(?:在|赴|走进)\\Z")
#: Who reports to the assembly of a place is of that place: 在某市人代会上.
_CONGRESS = re.compile("人民代表大会|党代表大会|党代会|人代会|人大")
_DIVISIONS = tuple(ending for endings in _LEVELS.values() for ending in endings)
#: What a page of statistics of one place is called.
_FIGURES = re.compile(
    "人民代表大会.{0,12}会议上|工作报告|统计公报|经济运行|国民经济|经济形势|主要(?:经济)?指标|经济数据|规划|(?:实施|指导|若干)意见|(?:行动|实施|工作)方案|(?:行动)?计划|纲要"
)


#: The line of a local paper before its news (云溪网讯, 云溪日报讯); agencies (社) report from anywhere.
_DATELINE = re.compile(
    r"^[\s　]*(?:【[^】\n]{0,12})?"
    r"([一-龥]{2,10}(?:网|报|新闻|发布|融媒体?|电视台|广播电视台))】?讯(?=[\s　：:，,（(])",
    re.MULTILINE,
)
#: How long a line above the text may be, and how many of them stand there.
_LONGEST = 60
_LINES = 5
#: How far from its beginning a page's dateline stands.
_OPENING = 200
#: How a sentence ends, a headline never.
_SENTENCE_ENDS = ("。", "；", "，", "！", "？", "”", "…")


def heading(text: str) -> str:
    """Return the lines above the first sentence of a text: its headline, and where a speech is held."""
    lines: list[str] = []
    for line in text.lstrip().split("\n", _LINES)[:_LINES]:
        if len(line) > _LONGEST or "。" in line or line.rstrip().endswith(_SENTENCE_ENDS):
            break
        lines.append(line.strip())
    return "\n".join(lines)


def _places(words: str) -> list[Hit]:
    """Return where places are named, within other names too (甲日报) but for places: 龙泉|驿区."""
    hits = [h for h in gazetteer().scan(words, nested=True, sure=True) if h.entry.type is MentionType.PLACE]
    return [h for h in hits if not any(o.start <= h.start and h.end < o.end for o in hits)]


def homes(meta: Metadata, text: str = "") -> Mapping[str, str]:
    """Return the full name of the first province, city and county that the page's head names.

    The title comes before the source, as papers of one place tell of another in so many words, and what
    stands above the ``text`` where the page has no title.
    """
    names: dict[str, str] = {}
    dateline = _DATELINE.search(text[:_OPENING])
    paper = dateline[1] if dateline is not None else None
    told = (meta.title, meta.original_title, heading(text), meta.source, meta.publisher, paper)
    for words in told:
        for hit in _places(words or ""):
            visits = words is not None and _WHERE.search(words, 0, hit.start) and not _CONGRESS.search(words)
            if words is not None and (_OURS.search(words) or visits):
                continue  # 我市在甲市举办推介会
            for level, endings in _LEVELS.items():
                if hit.entry.canonical.endswith(endings):
                    names.setdefault(level, hit.entry.canonical)
    bare = sorted(set(_BARE.findall(text)) - names.keys())
    rows = [hit.entry for hit in _places(text) if hit.entry.code.isdigit()] if bare else []
    for level in bare:
        only = _only_one(level, rows)
        if only is not None:
            names[level] = only
    return names


def _only_one(level: str, rows: Sequence[Entry]) -> str | None:
    """Return the only place of a level among those a text names, of provinces the one in which all lie."""
    if level == "省":
        codes = {row.code[:2] for row in rows}
        place = gazetteer().places.get(f"{next(iter(codes))}0000") if len(codes) == 1 else None
        return place.name if place is not None and place.name.endswith(_LEVELS[level]) else None
    found = {row.canonical for row in rows if row.canonical.endswith(level) and row.code[2:] != "0000"}
    return next(iter(found)) if len(found) == 1 else None


def reported_on(meta: Metadata, text: str = "") -> str | None:
    """Return the full name of the place whose figures a page tells by its title: 甲市政府工作报告.

    The title of a speech is short, and the lines above the ``text`` say where it is held.
    """
    title = f"{meta.title or meta.original_title or ''}\n{heading(text)}"
    if _FIGURES.search(title) is None:
        return None
    hits = _places(title)
    if "国民经济" in title and not hits:
        return "中国"
    placed = [h for h in hits if h.entry.canonical.endswith(_DIVISIONS)]
    return max(placed, key=lambda hit: hit.end).entry.canonical if placed else None


def spoken_of(level: str, text: str) -> Span:
    """Return where ``text`` first speaks of its own city, province or county, at its beginning if nowhere.

    Without a ``level`` it is the beginning.
    """
    found = re.search(f"[全我]{level}|{level}(?=[长委府政])", text) if level else None
    return Span(*found.span()) if found is not None else Span(0, min(1, len(text)))
