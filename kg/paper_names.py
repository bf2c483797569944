"""What papers are called: the title of one, and the kind that it goes by once its title was given."""

import re

_PAPER = (
    "(?:意见|通知|方案|计划|规划|办法|条例|纲要|措施|细则|指南|政策|规定|协议|倡议|标准|目录|名单|决定|公告|宣言|白皮书"
    "|报告|指引|导则|举措|清单)"
)
_PAPER_KIND = re.compile("(?:[一-龥]{2,4})?" + _PAPER)
_PAPER_END = re.compile(_PAPER + "$")
_EDITION = re.compile(r"(?:[（(][^（）()]*[）)])+$")


def bare_paper(title: str) -> str:
    """Return the title of a paper without what brackets say of it: 甲办法（试行） is a 办法."""
    return _EDITION.sub("", title)


def is_paper(title: str) -> bool:
    """Tell whether a title is one of a paper that an office issues, not of a work."""
    return _PAPER_END.search(bare_paper(title)) is not None


def is_kind_of_paper(name: str) -> bool:
    """Tell whether a paper may go by a name once its title was given: 意见, 行动计划."""
    return _PAPER_KIND.fullmatch(name) is not None
