"""The thing measured and the measure, where the name of a metric holds both."""

from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.metric_names.name import Name
from kg.metric_names.phrases import Phrases
from kg.metric_words import NO_THINGS, OF_WARES, SCOPES, WHOLES

#: Between the thing and the measure, and no part of either: 机器人|行业|整体|市场规模.
_IDLE = frozenset("的 行业 产业 领域 市场 累计 平均 整体 总".split())


def split_thing(phrases: Phrases, name: Name, noun: Sequence[Chunk]) -> Name:
    """Tell the thing measured from the measure, where a name holds both: 车用MCU|市场规模."""
    if noun and noun[-1].text in WHOLES:
        return replace(name, thing=tuple(noun), measure=noun[-1].text)
    for cut in range(len(noun) - 1, 0, -1):
        measure = "".join(c.text for c in noun[cut:]).replace("的", "")
        if measure not in phrases.words["of_market"]:
            continue
        thing = list(noun[:cut])
        while thing and (thing[0].text in SCOPES or thing[0].kind in {"PLACE", "AMOUNT", "DATE"}):
            thing.pop(0)
        while thing and thing[-1].text in _IDLE:
            thing.pop()
        whole = "".join(c.text for c in noun[cut - 1 :]).replace("的", "") in phrases.words["of_market"]
        known = measure in OF_WARES or any(c.kind in {"PRODUCT", "INDUSTRY"} for c in thing)
        known = known and "".join(c.text for c in thing) not in NO_THINGS
        if thing and known and not whole and all(_is_ware(c) for c in thing):
            return replace(name, thing=tuple(thing), measure=measure)
    return name


def _is_ware(chunk: Chunk) -> bool:
    """Tell whether a chunk can be part of the name of a thing that is bought and sold."""
    if chunk.kind == "W":
        return chunk.tag in {"n", "nz", "vn", "b"}
    return chunk.kind in {"PRODUCT", "INDUSTRY", "ORG"} and not chunk.listed
