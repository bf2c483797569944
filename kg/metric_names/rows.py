"""Metrics in a row that numbers are dealt out to, in order."""

from collections.abc import Sequence

from kg.chunk import Chunk
from kg.context_cues import endings
from kg.discourse import Clause
from kg.metric_names.changes import split_change
from kg.metric_names.name import Name
from kg.metric_names.phrases import Phrases, in_noun, span_of
from kg.metric_words import IN_ROWS, PAIRS


def dealt(phrases: Phrases, clause: Clause, amounts: Sequence[int]) -> tuple[Name, ...]:
    """Return the metrics in a row that numbers are dealt out to: 营业收入和净利润分别达到3亿元和1亿元."""
    chunks = phrases.chunks
    start = clause.at + 1 if clause.own and clause.at < amounts[0] else clause.start
    at = next((k for k in range(start, amounts[0]) if chunks[k].text in phrases.words["deal"]), start)
    parts: list[list[Chunk]] = [[]]
    for chunk in phrases.strip(chunks[start:at]):
        if chunk.text in {"、", "和", "与", "及", "以及"}:
            parts.append([])
        else:
            parts[-1].append(chunk)
    parts = _with_tail(phrases, parts)
    plain = all(part and (_is_measure(phrases, part) or all(in_noun(c) for c in part)) for part in parts)
    pair = PAIRS.get(phrases.joined(parts[0])) if plain and len(parts) == 1 else None
    if pair is not None and len(amounts) == len(pair):
        return tuple(Name(base, "metric.value", span_of(parts[0])) for base in pair)
    named = plain and (parts[0][-1].text.endswith(IN_ROWS) or _is_measure(phrases, parts[0]))
    if len(parts) != len(amounts) or not named:
        return ()
    verb = chunks[at].text.removeprefix("分别")
    change = (
        split_change(phrases, [*chunks[at + 1 : amounts[0]]])
        if verb not in phrases.words["change"]
        else ([], verb)
    )
    if (change is None or change[0]) and phrases.strip(chunks[at + 1 : amounts[0]]):
        return ()
    words, rule = (change[1], "metric.change") if change is not None else ("", "metric.value")
    return tuple(Name(phrases.joined(part), rule, span_of(part), words) for part in parts)


def _is_measure(phrases: Phrases, part: Sequence[Chunk]) -> bool:
    """Tell whether chunks end with the name of a statistic, which may hold a verb: 人均|可|支配|收入."""
    return "".join(c.text for c in part).endswith(endings(phrases.words["of_region"]))


def _with_tail(phrases: Phrases, parts: list[list[Chunk]]) -> list[list[Chunk]]:
    """Give all parts the measure that only the last one says: 城镇、农村|居民人均收入."""
    first, last = parts[:-1], parts[-1]
    single = all(len(part) == 1 and part[0].kind == "W" and in_noun(part[0]) for part in first)
    bare = single and not any(_is_measure(phrases, p) or p[0].text.endswith(IN_ROWS) for p in first)
    tail = last[1:]
    measured = bool(first) and bool(tail) and (_is_measure(phrases, tail) or tail[-1].text.endswith(IN_ROWS))
    if not bare or not measured or last[0].kind != "W" or len(first[-1][0].text) != len(last[0].text):
        return parts
    return [[*part, *tail] for part in first] + [last]
