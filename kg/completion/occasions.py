"""Occasions that their frame names: what is held (园区咨询会在北京召开), where one speaks (在推介会上)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.chunk import Chunk
from kg.completion.pieces import Found, Maker, clause_end, joined, merged, whole, words_of
from kg.context_cues import Cues, endings
from kg.model import Mention, MentionType

_NUMBERED = re.compile("[0-9]{4}年?(?=[^0-9]|$)|第[0-9一二三四五六七八九十]+[届次]")
_HOSTS = frozenset({"主办", "承办", "联合主办", "共同主办", "协办"})
_SHORTEST = 6
_LONGEST = 40
_LONGEST_NUMBERED = 30


def with_occasions(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the meetings that are held: behind the verb with their year or number, or before it."""

    def numbered_end(chunks: Sequence[Chunk], start: int) -> int:
        return _numbered_end(chunks, start, cues)

    return _held(joined(chunks, numbered_end, MentionType.EVENT, text, make), text, cues, make)


def _numbered_end(chunks: Sequence[Chunk], start: int, cues: Cues) -> int:
    """Return where a meeting ends that begins with its number: 召开|2019年第14次会议, 2023年度暨…说明会."""
    verb = chunks[start - 1].text if start else ""
    begins = _NUMBERED.match(chunks[start].text) or chunks[start].kind in {"PARK", "PLACE"}
    if verb not in cues.name["held"] or chunks[start].kind == "EVENT" or not begins:
        return start
    end = clause_end(chunks, start)
    name = words_of(chunks[start:end])
    plain = all(c.text not in {"的", "、", "和", "并", "在", "了"} for c in chunks[start:end])
    numbered = _NUMBERED.match(chunks[start].text) is not None
    fits = end - start > 1 and _SHORTEST <= len(name) <= _LONGEST_NUMBERED and (plain or numbered)
    return end if fits and name.endswith(endings(cues.name["of_events"])) else start


def _held(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the meeting that opens a clause and is held: 甲区创建一流园区咨询会在北京召开."""
    out: list[Chunk] = []
    i = 0
    while i < len(chunks):
        opens = i == 0 or chunks[i - 1].boundary or chunks[i - 1].kind == "DATE"
        opens = opens or (
            i > 1
            and chunks[i - 1].text == "的"
            and (chunks[i - 2].text in cues.name["held"] or chunks[i - 2].text in _HOSTS)
        )
        end = _event_end(chunks, i, cues) if opens and chunks[i].kind != "DATE" else i
        if end <= i + 1:
            out.append(chunks[i])
            i += 1
            continue
        event = whole(chunks[i:end], MentionType.EVENT, text, make)
        out.append(replace(event, mention=Mention(event.span, MentionType.EVENT, "pattern", score=0.6)))
        i = end
    return out


def _event_end(chunks: Sequence[Chunk], start: int, cues: Cues) -> int:
    """Return where the name of the event ends that begins at ``start`` and is held, or ``start``."""
    verbs, nouns = cues.name["held"], endings(cues.name["of_events"])
    numbered = _NUMBERED.fullmatch(chunks[start].text) is not None
    if chunks[start].text in cues.clause["preposition"] or not (chunks[start].members or numbered):
        return start
    for k in range(start, len(chunks)):
        chunk = chunks[k]
        spoken = chunk.kind in {"PERSON", "POST", "TITLE"} or chunk.text == "在"  # 甲县长某某在乙论坛开幕时说
        apart = k > start and chunk.span.start > chunks[k - 1].span.end + 1  # a bracket stands between
        following = chunks[k + 1] if k + 1 < len(chunks) else None
        also = following is not None and following.text == "暨"  # 甲基地揭牌|暨|签约活动
        held = (chunk.text in verbs or chunk.text in cues.name["holds"]) and not also
        if apart or spoken or chunk.boundary or held or len(chunk.text) > 30:
            return start
        length = chunk.span.end - chunks[start].span.start
        if following is None or length > _LONGEST:
            return start
        ends = words_of(chunks[start : k + 1]).endswith(nouns) and length >= _SHORTEST
        if ends and (
            following.text in {"在", "于", *verbs} or following.kind == "DATE" or following.tag == "d"
        ):
            rest = []
            for later in chunks[k + 1 :]:
                if later.boundary:
                    break
                rest.append(later.text)
            return k + 1 if verbs & set(rest) else start
    return start


def with_places_of_speech(chunks: Sequence[Chunk], text: str, cues: Cues, make: Maker) -> list[Chunk]:
    """Name the occasion that one speaks at: 在|推介会|上."""

    def find(i: int) -> tuple[Found, ...]:
        at = _at_event(chunks, i, cues) if i and chunks[i - 1].text in {"在", "从"} else None
        return (Found(*at, MentionType.EVENT),) if at is not None else ()

    return merged(chunks, find, text, make)


def _at_event(chunks: Sequence[Chunk], start: int, cues: Cues) -> tuple[int, int] | None:
    """Return the range of the event that one speaks at: 在|推介会|上, 在天津的一个|论坛|上."""
    begin = start
    for k in range(start, min(start + 8, len(chunks) - 1)):
        chunk = chunks[k]
        if chunk.boundary or chunk.kind == "EVENT" or any(m.anaphor for m in chunk.members):
            return None
        if chunk.text == "的" or (chunk.kind == "W" and chunk.tag in {"m", "q", "r", "f"}):
            begin = k + 1
        named = begin <= k and words_of(chunks[begin : k + 1]).endswith(endings(cues.name["of_events"]))
        if named and chunks[k + 1].text in {"上", "期间", "间"}:
            return begin, k + 1
    return None
