"""Policies and programmes: “倍增计划”, 企业创新积分制, 农业水价综合改革."""

import re

from kg.document import Span
from kg.mentions.chunk import reach_left
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover
from kg.model import Mention, MentionType

_QUOTED = re.compile(
    r"“([^“”，。；\n]{2,14}(?:计划|行动|工程|战略|制度|试点|政策|改革|倡议))”(行动|计划|工程|战略)?"
)
_NICKNAMED = re.compile(
    r"“[^“”，。；\n]{2,14}(?<!计划|行动|工程|战略|制度|试点|改革)”(?:创建|专项|三年|示范|提升|培育)?"
    r"(?:试点|改革|行动计划|行动|计划|工程|战略(?!性)|制度|机制|政策)(?![一-龥]{0,2}(?:企业|单位|园区|高新区|城市|地区|省|市|县|区))"
)
"""“标准地”改革, “提质增效”三年行动: the name is the quoted word with what it is."""

_SYSTEM = re.compile(
    r"[\u4e00-\u9fff]{2}制(?!度|造|定|作|品|冷|裁|约|衡|式|服|药|氢|剂|片|成|订|备)(?:试点)?"
)
_REFORM = re.compile(r"(?:专项|三年|综合)(?:行动|改革|整治)(?:计划|试点)?|转供电改造|示范创建")
_FIRMS = "企业"
#: Tags of the words behind which a name may begin: verbs, numbers, pronouns, prepositions, particles, marks.
_OPENS = frozenset("vmrpucwd")
_NO_SYSTEM = frozenset("控机编限强抑管遏压克体节研监录自复炮绘泡特定抵法税牵创学年双多单旧新".strip())


def find_policies(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add programmes in quotation marks, systems (…制) and reforms."""
    cover = Cover(mentions)
    spans = [Span(*match.span(1)) for match in _QUOTED.finditer(lexis.text)]
    spans += [Span(*match.span()) for match in _NICKNAMED.finditer(lexis.text)]
    for pattern in (_SYSTEM, _REFORM):
        for match in pattern.finditer(lexis.folded):
            reach = reach_left(lexis, lexis.words[lexis.at[match.start()]].start, cover)
            whole = match.end() in lexis.ends and lexis.folded[match.end() - 2] not in _NO_SYSTEM
            if whole and reach.words and match.end() - reach.start > 5:
                spans.append(Span(_with_firms(lexis, reach.start), match.end()))
    kept = [
        span for span in dict.fromkeys(spans)
        if not any(found.span.contains(span) for found in cover.touching(span.start, span.end))
    ]  # fmt: skip
    return mentions + [Mention(span, MentionType.POLICY, "pattern", score=0.6) for span in kept]


def _with_firms(lexis: Lexis, start: int) -> int:
    """Return where a programme begins that may be one for firms: 推广|企业|分级制, but 重点企业|积分制."""
    first = start - len(_FIRMS)
    if first not in lexis.starts or not lexis.folded.startswith(_FIRMS, first):
        return start
    before = lexis.words[lexis.at[first] - 1].tag if first else "w"
    return first if before[:1] in _OPENS else start
