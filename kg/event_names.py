"""Short names of fairs and congresses: 茶博会 behind 第二届海州国际茶叶博览会.

In: the names of a document's events. Out: whether one is short for another, by the way papers shorten them:
some characters of the subject, the first one of how people meet, and the 会 of all of them.
"""

import re
from collections.abc import Iterable

#: How people meet, in full and short: 博览会 is 博会, 交易会 is 交会.
_MEETS = {
    "博览会": "博会",
    "交易会": "交会",
    "洽谈会": "洽会",
    "展览会": "展会",
    "展销会": "展会",
    "推介会": "推会",
    "对接会": "接会",
    "贸易会": "贸会",
    "运动会": "运会",
    "服务贸易交易会": "服贸会",
}
_SHORT = re.compile(f"(?P<subject>[一-龥]{{1,6}}?)(?P<meets>{'|'.join(sorted(set(_MEETS.values())))})$")
#: Which of a row of fairs is meant is told in the full name alone; one of a number is that one only.
_EDITION = re.compile("第?[0-9一二三四五六七八九十百]+届|历届|往届|上届|首届|每届|各届|本届|今年")


def fairs_meant(short: str, earlier: Iterable[str]) -> list[str]:
    """Return those of the ``earlier`` events that ``short`` may be the short name of."""
    found = _SHORT.fullmatch(short)
    if found is None or _EDITION.search(short):
        return []
    names = (full for full in earlier if full != short)
    return [n for n in names if n.endswith(short) or _is_short_for(found["subject"], found["meets"], n)]


def _is_short_for(subject: str, meets: str, full: str) -> bool:
    ends = [end for end, way in _MEETS.items() if way == meets and full.endswith(end)]
    rest = iter(full[: -len(max(ends, key=len))]) if ends else iter("")
    return bool(ends) and all(char in rest for char in subject)
