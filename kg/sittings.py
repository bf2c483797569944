"""Which lines of an announcement go on about the sitting, or the paper put to the vote, named above them.

Each thing that a sitting decides has a line of its own (（一）审议通过《…》), and below it another with the
votes (同意9票，反对0票). In: the chunks of the sentences, then the next line. Out: what that line is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.anaphora_words import BOARD
from kg.chunk import Chunk, Member
from kg.model import Entity, MentionType

_MARK = r"\s*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]\s*)?"
_DECIDES = re.compile(
    _MARK
    + "(?:审议|逐项审议|会议|[本此]次(?:会议|董事会|监事会|股东大?会)|出席|应[到出参]|参加|通过(?:现场|网络))"
)
_VOTES = re.compile(_MARK + r"(?:总?表决|同意\s*[0-9]|赞成\s*[0-9]|中小(?:股东|投资者)|其中[，：]?中小)")
#: What tells one sitting of a board from all others.
_WHICH = re.compile("第[一二三四五六七八九十百0-9]+次|年度|临时")
_SITS = frozenset({"召开", "举行", "召开了", "举行了"})
#: Behind these stands the sitting that passed it before: 已经第四届董事会第二次会议审议通过.
_BY = ("经", "已经", "业经", "经由", "公司")
_NEAR = 2
_PUT = ("审议", "通过", "议案", "提案", "表决")


@dataclass(slots=True)
class Agenda:
    """The sitting that a page tells of, and the paper that was put to the vote last."""

    sitting: Member | None = None
    paper: Member | None = None

    def hear(self, chunks: Sequence[Chunk]) -> None:
        """Take in which sitting the chunks of a sentence tell of, and which paper it votes on."""
        kinds = {chunk.kind for chunk in chunks}
        if "EVENT" in kinds:
            self._hear_sitting(chunks)
        if "DOCUMENT" in kinds and any(chunk.text.startswith(_PUT) for chunk in chunks):
            papers = [m for c in chunks if c.kind == "DOCUMENT" for m in c.members]
            self.paper = papers[-1] if papers else self.paper

    def _hear_sitting(self, chunks: Sequence[Chunk]) -> None:
        """Take the sitting that is held, or the first that is named and has not passed something before."""
        held = max((k for k, chunk in enumerate(chunks) if chunk.text in _SITS), default=-_NEAR - 1)
        for k, chunk in enumerate(chunks):
            member = chunk.members[0] if chunk.kind == "EVENT" and len(chunk.members) == 1 else None
            if member is None or member.anaphor or not is_sitting(member.entity):
                continue
            sits = held >= k - _NEAR
            passed_before = not sits and any(c.text in _BY for c in chunks[max(k - _NEAR, 0) : k])
            if _WHICH.search(member.entity.name) and not passed_before and (sits or self.sitting is None):
                self.sitting = member

    def line(self, text: str) -> tuple[Member, ...]:
        """Return what a line is about that goes on about the sitting or with the votes on a paper."""
        if self.sitting is None:
            return ()
        if self.paper is not None and _VOTES.match(text):
            return (self.paper,)
        return (self.sitting,) if _DECIDES.match(text) or _VOTES.match(text) else ()


def is_sitting(body: Entity) -> bool:
    """Tell whether ``body`` is a sitting of a board or of shareholders, whoever's: 第二届董事会第三次会议."""
    return body.type is MentionType.EVENT and BOARD.search(body.name) is not None
