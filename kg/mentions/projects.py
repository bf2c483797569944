"""Projects told by what they will make a year, and projects in quotation marks.

某县年产5万吨铜箔项目 and “某市3.6亿平方米纸板项目” hold numbers, at which the other finders stop.
"""

import re
from dataclasses import replace

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover, overlaid
from kg.model import Mention, MentionType

_ENDING = r"(?:基地项目|产业园项目|生产线项目|工程项目|建设项目|项目|基地|生产线|工程)"
_YEARLY = re.compile(
    r"年(?:产|出栏|处理|加工|屠宰|存栏|回收|储运)[\d.,]+(?:余|多)?[万亿]?"
    r"(?:平方米|立方米|标方|吨|套|件|台|辆|只|头|羽|支|片|瓶|米|个|[GMKk]Wh?|千瓦时|公斤|条|块|盒|粒|张|卷|平米|升|樘|枚|颗)"
    rf"[^，。；：、的“”\s]{{1,24}}?{_ENDING}(?!组|部|公司|经理|负责人)"
)
_QUOTED = re.compile(r"“([^“”，。；\n]{3,44}?(?:项目|生产线))”")
_STAGE = re.compile(
    r"[（(](?:第?[一二三四五六七八九首0-9]+(?:期|标段|阶段)(?:工程|项目)?|[A-Z0-9一二三四五六]+标段)[）)]"
)
_ANY = re.compile(
    "(?P<whose>[一-龥]{2,6}(?:高新区|经开区|开发区|新区|自贸区|示范区|合作区|(?P<city>[省市县])))"
    "(?:重点|产业|招商|签约)?项目"
)
_LEADS = frozenset({MentionType.PLACE, MentionType.PARK, MentionType.ORG})


def find_projects(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the projects in the place of the names that they are made of; those at their front stay inside."""
    mentions = [_whose(lexis.folded, found) for found in mentions]
    cover = Cover(mentions)
    spans = [Span(*match.span(1)) for match in _QUOTED.finditer(lexis.folded)]
    for match in _YEARLY.finditer(lexis.folded):
        start = match.start()
        while start and (lead := cover.at(start - 1)) is not None and lead.span.end == start:
            if lead.type not in _LEADS:
                break
            start = lead.span.start
        span = Span(start, match.end())
        if not any(other.contains(span) for other in spans):
            spans.append(span)
    found = overlaid(mentions, [Mention(span, MentionType.FACILITY, "pattern", score=0.75) for span in spans])
    return [_with_stage(mention, lexis.folded) for mention in found]


def _whose(text: str, mention: Mention) -> Mention:
    """Return the zone or city of a project that has no name: 开工的|甲高新区|项目6个."""
    if mention.type is not MentionType.FACILITY:
        return mention
    found = _ANY.fullmatch(text, mention.span.start, mention.span.end)
    if found is None:
        return mention
    kind = MentionType.PLACE if found["city"] else MentionType.PARK
    return replace(mention, span=Span(*found.span("whose")), type=kind)


def _with_stage(mention: Mention, text: str) -> Mention:
    """Take the stage that a bracket tells into the name of a project: 甲智算中心（一期）."""
    stage = _STAGE.match(text, mention.span.end) if mention.type is MentionType.FACILITY else None
    return mention if stage is None else replace(mention, span=Span(mention.span.start, stage.end()))
