"""Metrics in a row that numbers are dealt out to, in order."""

from collections.abc import Sequence

from kg.chunk import Chunk
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
    plain = all(part and all(in_noun(c) for c in part) for part in parts)
    pair = PAIRS.get(phrases.joined(parts[0])) if plain and len(parts) == 1 else None
    if pair is not None and len(amounts) == len(pair):
        return tuple(Name(base, "metric.value", span_of(parts[0])) for base in pair)
    if len(parts) != len(amounts) or not plain or not parts[0][-1].text.endswith(IN_ROWS):
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
