"""Who does what a clause before the subject tells: 收购甲后，|乙|的业务更完整 tells that 乙 bought 甲."""

from collections.abc import Sequence

from kg.chunk import Chunk, Member
from kg.context import Surroundings
from kg.discourse import Clause
from kg.model import MentionType

#: What closes a clause whose subject comes next.
_THEN = ("后", "之后", "以后", "时", "之时", "之际", "之前", "以前", "的同时", "同时")
#: What opens one that needs no such word.
_BY = frozenset({"通过", "此次", "本次", "这次", "此番", "凭借", "借助"})
#: What else may stand before the verb of one.
_LEADS = _BY | frozenset("在 自 自从 当 经过 于 随着 完成 成功 宣布 正式 全资 斥资 出资 以".split())
#: What firms do that they may be said to have done before they are named.
DEEDS = frozenset({"acquires", "invests_in", "holds_stake", "changes_stake", "cooperates_with", "other"})


def who_follows(
    around: Surroundings, clause: Clause, start: int, objects: Sequence[Member]
) -> tuple[Member, ...]:
    """Return the firm that opens the clause behind one whose verb at ``start`` has no subject.

    Empty where somebody who may act was named in the sentence before, or where the clause is no time or
    means of what comes next: 收购甲的消息公布后，乙….
    """
    chunks = around.chunks
    lead, rest = chunks[clause.start : start], chunks[start : clause.end]
    if clause.end >= len(chunks) or chunks[clause.end].text != "，" or not all(map(_leads, lead)):
        return ()
    behind = next((c for c in around.clauses if c.start >= clause.end), None)
    if behind is None or not behind.own:
        return ()
    before = (c for c in around.before(clause) if c.own)
    if any(m.entity.type is not MentionType.PERSON for c in before for m in c.topic):
        return ()
    closed = (
        rest[-1].kind == "W" and rest[-1].text.endswith(_THEN) and "的" not in {c.text for c in rest[:-2]}
    )
    opened = any(c.text in _BY for c in lead) and "的" not in {c.text for c in rest}
    if not (closed or opened) or not all(_leads(c) for c in chunks[behind.start : behind.at]):
        return ()
    bought = {m.entity for m in objects}
    firms = tuple(m for m in behind.topic if m.entity.type is MentionType.ORG)
    return () if bought & {m.entity for m in firms} else firms


def _leads(chunk: Chunk) -> bool:
    """Tell whether a chunk may stand between the beginning of a clause and its subject or verb."""
    adverb = chunk.kind == "W" and (chunk.tag in {"d", "ad", "c", "t", "TIME"} or chunk.text in _LEADS)
    return adverb or chunk.kind in {"DATE", "AMOUNT"}
