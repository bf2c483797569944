"""What the clause before tells of without a number, so that the number of the next one is of it."""

from collections.abc import Sequence
from itertools import takewhile

from kg.chunk import NOMINAL, Chunk
from kg.discourse import Clause
from kg.metric_names.name import Name
from kg.metric_names.phrases import Phrases, span_of
from kg.metric_words import JOINTS, SPOKEN_OF


def spoken_of(phrases: Phrases, clause: Clause) -> Name | None:
    """Return the measure that the clause before tells something of without a number: 失业率|创下新高."""
    told = _clause_before(phrases, clause)
    if told is None:
        return None
    chunks = phrases.strip(phrases.chunks[told.at + 1 if told.own else told.start : told.end])
    noun = _singled_out(chunks) or list(
        takewhile(lambda c: c.kind == "W" and (c.tag in NOMINAL or c.text == "的"), chunks)
    )
    measure = bool(noun) and noun[-1].text.endswith(SPOKEN_OF)
    return _value(phrases, noun) if measure else None


def _singled_out(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Return what a clause says is the first of its kind: 占比最大的|是|手续费|及|佣金|净收入."""
    at = next((k for k in range(len(chunks) - 1, 0, -1) if chunks[k].text in {"是", "为", "则是"}), 0)
    first = at and any(c.text.startswith(("最", "第一", "首")) for c in chunks[:at])
    noun = chunks[at + 1 :]
    plain = all(c.kind == "W" and (c.tag in NOMINAL or c.text in JOINTS) for c in noun)
    return [*noun] if first and plain else []


def led_up_to(phrases: Phrases, clause: Clause, before: Sequence[Chunk]) -> Name | None:
    """Name what the clause before tells no number of: 失业率创新高，|为6.4%; 时长，|由5小时缩至2小时."""
    told = _clause_before(phrases, clause)
    measure = spoken_of(phrases, clause)
    if measure is not None or told is None or not rises_from(before):
        return measure
    noun = phrases.nominal(phrases.strip(phrases.chunks[told.at + 1 if told.own else told.start : told.end]))
    named = bool(noun) and noun[-1].kind == "W" and noun[-1].tag in NOMINAL
    return _value(phrases, noun) if named else None


def of_topic(phrases: Phrases, clause: Clause) -> Name | None:
    """Name what the clause before says of its topic: 三地2023年|新增装机|位居前三，分别为3.1GW和2.9GW."""
    told = [c for c in phrases.around.clauses if c.end <= clause.start and c.own]
    if not told:
        return None
    noun: list[Chunk] = []
    for chunk in phrases.chunks[told[-1].at + 1 : told[-1].end]:
        tags = {"n", "nz", "vn", "s"} | ({"v"} if not noun else set())
        if chunk.kind == "INDUSTRY" or (chunk.kind == "W" and chunk.tag in tags):
            noun.append(chunk)
        elif noun:
            break
    return Name(phrases.joined(noun), "metric.dealt", span_of(noun)) if len(noun) > 1 else None


def rises_from(before: Sequence[Chunk]) -> bool:
    """Tell whether an amount is the first of 由A降至B at the head of a clause."""
    return next((c.text for c in before if c.tag not in {"d", "ad"}), "") in {"由", "从", "自"}


def _value(phrases: Phrases, noun: Sequence[Chunk]) -> Name | None:
    base = phrases.joined(noun)
    return Name(base, "metric.value", span_of(noun)) if base else None


def _clause_before(phrases: Phrases, clause: Clause) -> Clause | None:
    """Return the clause before ``clause``, if it tells no number."""
    told = next((c for c in reversed(phrases.around.clauses) if c.end <= clause.start), None)
    if told is None or any(c.kind == "AMOUNT" for c in phrases.chunks[told.start : told.end]):
        return None
    return told
