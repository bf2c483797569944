"""Which of the facts read stand beside one another: what is told twice, otherwise, or better elsewhere.

In: the facts of a sentence or of a document. Out: the same, less those that another of them makes false or
says better, dated by others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.model import Entity, Fact, MentionType, Status

#: Relations without a direction.
_MUTUAL = frozenset({"cooperates_with", "competes_with"})

#: Relations of which a thing may have several with another in one sentence, each under a label of its own.
_LABELLED = frozenset({"post", "metric", "alias", "changes_stake", "other"})

#: What firms sign contracts for that are no cooperation.
DEALS = frozenset({"acquires", "invests_in", "changes_stake"})
#: Ties to a firm that its name alone would put under another.
STAKES = DEALS | {"holds_stake"}


#: Rules that put a place into another by words that others may stand between.
_PLACING = frozenset({"place.of-a-place", "place.belongs-carried"})


def dated_by_meetings(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give what a meeting has passed, and the meeting itself, the day that the document says it had."""
    days: dict[str, set[str]] = {}
    for fact in facts:
        if fact.relation == "event_time" and fact.time is not None:
            days.setdefault(fact.subject.id, set()).add(fact.time)
    for fact in facts:
        passed = fact.relation == "issued" and fact.label.endswith("通过")
        meeting = fact.subject if passed else fact.object if fact.relation == "holds_event" else None
        day = days.get(meeting.id, set()) if isinstance(meeting, Entity) and fact.time is None else set()
        yield replace(fact, time=next(iter(day))) if len(day) == 1 else fact


def with_kept_posts(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Tell the posts somebody keeps from those given up: 收到董事、经理甲的辞职报告，甲辞去经理职务."""
    left: dict[tuple[str, str], set[str]] = {}
    for fact in facts:
        if fact.evidence.rule == "post.left" and isinstance(fact.object, Entity):
            left.setdefault((fact.subject.id, fact.object.id), set()).add(fact.label)
    for fact in facts:
        resigned = fact.evidence.rule == "post.resigns" and isinstance(fact.object, Entity)
        gone = left.get((fact.subject.id, fact.object.id)) if isinstance(fact.object, Entity) else None
        if resigned and gone and not any(title.endswith(fact.label) for title in gone):
            fact = replace(fact, status=Status.ASSERTED)
        yield fact


def without_kin(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Drop what two names alone say (甲水泥, 甲集团) where a sentence tells who holds, buys or sells whom."""
    told = {
        frozenset((f.subject.id, f.object.id))
        for f in facts
        if f.relation in STAKES and isinstance(f.object, Entity)
    }
    for fact in facts:
        named = fact.evidence.rule in {"name.family", "name.branch"} and isinstance(fact.object, Entity)
        if not (named and isinstance(fact.object, Entity) and {fact.subject.id, fact.object.id} in told):
            yield fact


def where_held(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Drop where the name of an event alone puts it, if a sentence puts it elsewhere: 新疆推介会 in 上海.

    So are divisions told to lie where none of theirs is.
    """
    told: dict[str, list[Entity]] = {}
    for fact in facts:
        if fact.relation == "located_in" and isinstance(fact.object, Entity) and fact.label:
            told.setdefault(fact.subject.id, []).append(fact.object)
    for fact in facts:
        place = fact.object if fact.evidence.rule == "name.place" else None
        of_event = fact.subject.type is MentionType.EVENT and isinstance(place, Entity)
        others = told.get(fact.subject.id, ()) if of_event else ()
        elsewhere = isinstance(place, Entity) and any(_apart(place, other) for other in others)
        if not elsewhere and not _misplaced(fact):
            yield fact


def _misplaced(fact: Fact) -> bool:
    """Tell whether words put a division of China where it does not lie: 甲市的|乙县和丙市丁区."""
    if not isinstance(fact.object, Entity) or fact.evidence.rule not in _PLACING:
        return False
    if fact.status is not Status.ASSERTED:
        return False
    return _apart(fact.subject, fact.object) or _holds(fact.subject, fact.object)


def _holds(one: Entity, other: Entity) -> bool:
    """Tell whether the second of two divisions of China lies in the first: 宁州市隶属东湖区."""
    codes = [[row.code for row in gazetteer().lookup(place.name)] for place in (one, other)]
    pairs = [(a, b) for a in codes[0] for b in codes[1] if a.isdigit() and b.isdigit()]
    return bool(pairs) and all(a != b and gazetteer().lies_in(b, a) for a, b in pairs)


def _apart(one: Entity, other: Entity) -> bool:
    """Tell whether two places are divisions of China of which none lies in the other."""
    codes = [[row.code for row in gazetteer().lookup(place.name)] for place in (one, other)]
    pairs = [(a, b) for a in codes[0] for b in codes[1] if a.isdigit() and b.isdigit()]
    return bool(pairs) and not any(gazetteer().lies_in(a, b) or gazetteer().lies_in(b, a) for a, b in pairs)


def distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Drop a fact that was read twice in the same words, or a tie that a sentence says twice."""
    seen: set[tuple[object, ...]] = set()
    for fact in sorted(facts, key=_order):
        thing = fact.object.id if isinstance(fact.object, Entity) else str(fact.object)
        stands = (fact.time, fact.status)
        keys: list[tuple[object, ...]] = [(fact.subject.id, fact.relation, fact.label, thing, *stands)]
        sentence = fact.evidence.sentence
        if fact.relation in _MUTUAL:  # 甲与乙签订供货合同 is one tie, though two words say it
            keys = [(fact.relation, *sorted((fact.subject.id, thing)), sentence, fact.status)]
        elif isinstance(fact.object, Entity) and fact.relation not in _LABELLED:  # 主营甲，产品包括甲
            keys.append((fact.subject.id, fact.relation, thing, *stands, sentence))
        if seen.isdisjoint(keys):
            yield fact
        seen.update(keys)


def _order(fact: Fact) -> tuple[int, int, str, str, str, float]:
    evidence = fact.evidence
    thing = fact.object.id if isinstance(fact.object, Entity) else str(fact.object)
    return (
        evidence.sentence.start,
        evidence.sentence.end,
        fact.relation,
        fact.subject.id,
        thing,
        -fact.confidence,
    )


def without_deeds(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Drop a cooperation that is only the contract of a purchase or an investment told beside it.

    So is a plain tie for whose word there is a relation: 由甲|投资设立|的乙 tells of an investment.
    """
    named = {_words_of(f) for f in facts if f.relation != "other"}
    dealt = {
        (f.subject.id, f.object.id) for f in facts if f.relation in DEALS and isinstance(f.object, Entity)
    }
    for fact in facts:
        pair = (fact.subject.id, fact.object.id) if isinstance(fact.object, Entity) else ("", "")
        contract = fact.relation == "cooperates_with" and {pair, pair[::-1]} & dealt
        if not contract and (fact.relation != "other" or _words_of(fact) not in named):
            yield fact


def _words_of(fact: Fact) -> tuple[str, str, Span | None]:
    """Return whom a fact ties, and by which word."""
    return fact.subject.id, fact.object.id if isinstance(fact.object, Entity) else "", fact.evidence.cue
