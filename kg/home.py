"""Where a page is at home: the place that 全市 and 市长 mean in a text that never names it.

In: the title of a page and where it is from (甲市2019年统计公报, 甲日报). Out: one place for each level
of the divisions, and where the text speaks of it.
"""

import re
from collections.abc import Mapping

from kg.document import Metadata, Span
from kg.gazetteer import gazetteer
from kg.model import MentionType

#: How the names of the divisions end that 全市, 全省 and 全县 mean.
_LEVELS = {"市": ("市",), "省": ("省", "自治区"), "县": ("县", "旗"), "区": ("区",)}
#: Who says so means another place than those named, and a name behind one of these is where somebody is.
_OURS = re.compile("我[省市县区州]")
_WHERE = re.compile("(?:在|赴|走进)\\Z")
_DIVISIONS = tuple(ending for endings in _LEVELS.values() for ending in endings)
#: What a page of statistics of one place is called.
_FIGURES = re.compile(
    "工作报告|统计公报|经济运行|国民经济|经济形势|主要(?:经济)?指标|经济数据|规划|(?:实施|指导|若干)意见|(?:行动|实施|工作)方案|(?:行动)?计划|纲要"
)


def homes(meta: Metadata) -> Mapping[str, str]:
    """Return the full name of the first province, city and county that the page's head names.

    The title comes before the source, as papers of one place tell of another in so many words.
    """
    names: dict[str, str] = {}
    for words in (meta.title, meta.original_title, meta.source, meta.publisher):
        for hit in gazetteer().scan(words or "", nested=True, sure=True):
            if words is not None and (_OURS.search(words) or _WHERE.search(words, 0, hit.start)):
                continue  # 我市在甲市举办推介会
            for level, endings in _LEVELS.items():
                if hit.entry.type is MentionType.PLACE and hit.entry.canonical.endswith(endings):
                    names.setdefault(level, hit.entry.canonical)
    return names


def reported_on(meta: Metadata) -> str | None:
    """Return the full name of the place whose figures a page tells by its title: 甲市政府工作报告."""
    title = meta.title or meta.original_title or ""
    if _FIGURES.search(title) is None:
        return None
    hits = gazetteer().scan(title, nested=True, sure=True)
    if "国民经济" in title and not any(h.entry.type is MentionType.PLACE for h in hits):
        return "中国"
    placed = [h for h in hits if h.entry.type is MentionType.PLACE and h.entry.canonical.endswith(_DIVISIONS)]
    return max(placed, key=lambda hit: hit.end).entry.canonical if placed else None


def spoken_of(level: str, text: str) -> Span:
    """Return where ``text`` first speaks of its own city, province or county, at its beginning if nowhere.

    Without a ``level`` it is the beginning.
    """
    found = re.search(f"[全我]{level}|{level}(?=[长委府政])", text) if level else None
    return Span(*found.span()) if found is not None else Span(0, min(1, len(text)))
