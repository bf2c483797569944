"""Names that stand alone in a line above the entry on them: 白鹤镇, below it 1951年建白鹤乡.

In: the mentions so far. Out: the same with the heading, which says what the lines below leave out. No model
reads a name that no sentence holds.
"""

import re

from kg.document import Span
from kg.mentions.lexis import Lexis
from kg.mentions.spans import Cover, overlaid
from kg.model import Mention, MentionType

#: How an entry goes on below a line, or behind a blank, with only the name: 宁州纺织厂|厂址在甲乡.
OPENS_ENTRY = re.compile(
    r"(?:[ 　]+|\s*\n\s*)(?:[一-龥]{2,6}[：:] ?)?(?:[该本][一-龥]{1,2}(?:[位成建创始是为由系前在]|地处|坐落)|"
    r"[厂院校所社馆站场店][址部](?:[设位在]|[一-龥]{2})|始建|创[建办立]于|成立于|建[成校院厂]?于|组建|筹建|位于|坐落|地处|其?前身|原[名为系]|[隶直]?属于?|"
    r"[12]\d{3}年(?:\d{1,2}月)?(?:\d{1,2}日)?[^。；\n\d]{0,16}(?:创[建办立]|成立|始建|建立|建[成厂院校]|组建|筹建|设立|开办|动工|兴建|投产))"
)
#: The same on a place: 白鹤镇|甲县辖镇, 1951年建白鹤乡.
OPENS_PLACE = re.compile(
    r"\s*\n\s*(?:[一-龥]{2,8}(?:县|市|区|旗)(?:辖|下辖)?(?:镇|乡|街道)。|位于|地处|面积|(?:民国|明|清)[一-龥]{0,8}年|"
    r"[12]\d{3}年(?:\d{1,2}月)?[，,]?(?:初|末|春|秋)?(?:[建置设改析属为]|划归|成立))"
)
_LINES = (
    (MentionType.PLACE, re.compile(r"^[一-龥]{1,6}(?:镇|乡|街道|县|村|区|市)$", re.MULTILINE), OPENS_PLACE),
    (
        MentionType.ORG,
        re.compile(
            r"^[一-龥]{2,20}(?:厂|公司|集团|医院|卫生院|学校|中学|小学|学院|大学|研究[所院]|设计院|商店|商场|协会|学会|合作社)$",
            re.MULTILINE,
        ),
        OPENS_ENTRY,
    ),
)


def find_headings(lexis: Lexis, mentions: list[Mention]) -> list[Mention]:
    """Add the names that stand alone above an entry which leaves its subject out."""
    cover = Cover(mentions)
    new = [
        Mention(Span(*line.span()), kind, "pattern", score=0.7)
        for kind, lines, opens in _LINES
        for line in lines.finditer(lexis.folded)
        if opens.match(lexis.folded, line.end()) and not cover.touching(*line.span())
    ]
    return overlaid(mentions, new) if new else mentions
