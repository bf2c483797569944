"""What a text is talking about: clauses, their topics, and what 公司 or 他 means.

In: the chunks of the sentences, in order. Out: the clauses of each sentence with their topic: the names in
subject position, taken over from the clause before where a clause has none of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.chunks import Chunk, Member
from kg.model import Entity, MentionType

#: Types that can be what a clause is about.
TOPIC_TYPES = frozenset(
    {"ORG", "PARK", "PLACE", "PERSON", "GROUP", "FACILITY", "EVENT", "INDUSTRY", "PRODUCT", "POLICY", "DOCUMENT"}
)
#: Prepositions: the name behind one of them is not the subject.
PREPOSITIONS = frozenset(
    "在 于 对 向 为 从 自 据 根据 按照 按 依据 通过 与 同 和 跟 随着 针对 围绕 经 由 以 将 把 给 受 因 由于 除 除了 作为 截至 到 自从 比 较 关于 当 继 依托 来自 距 沿".split()
)
_SKIP_TAGS = frozenset({"d", "c", "t", "TIME", "ad", "xc", "r", "u", "f"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: chunks ``[start, end)`` of a sequence, and what it is about.

    ``own`` tells whether the topic stands in the clause itself; ``at`` is the topic's chunk then, else -1.
    """

    start: int
    end: int
    topic: tuple[Member, ...] = ()
    own: bool = False
    at: int = -1

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


@dataclass(slots=True)
class Discourse:
    """The state of a reading: topics and last mentions, newest last."""

    anaphora: Mapping[str, tuple[str, ...]]
    topics: list[Entity] = field(default_factory=list)
    seen: list[Entity] = field(default_factory=list)
    topic: tuple[Member, ...] = ()

    def referent(self, word: str, before: Sequence[Chunk]) -> Entity | None:
        """Return what an anaphoric word stands for: the newest topic of a fitting type, else the newest mention."""
        types = self.anaphora.get(word, ())
        local = [m.entity for c in before for m in c.members]
        if types == ("PERSON",):
            local = [m.entity for c in before if c.kind == "PERSON" for m in c.members]
            return next((e for e in reversed([*self.seen, *local]) if e.type is MentionType.PERSON), None)
        first_topic = next((m.entity for c in before if c.kind in types for m in c.members[:1]), None)
        if first_topic is not None:
            return first_topic
        for pool in (self.topics, self.seen):
            for entity in reversed(pool):
                if entity.type.value in types and entity.name != word:
                    return entity
        return None

    def new_paragraph(self) -> None:
        """Forget the running subject; what was spoken of stays known to 公司 and 他."""
        self.topic = ()

    def read(self, chunks: Sequence[Chunk]) -> list[Clause]:
        """Return the clauses of a sentence with their topics, and remember them."""
        clauses = []
        for start, end in clause_ranges(chunks):
            at = topic_index(chunks, start, end)
            if at >= 0:
                self.topic = chunks[at].members
                self.topics.extend(m.entity for m in self.topic[:1])
                clauses.append(Clause(start, end, self.topic, True, at))
            else:
                clauses.append(Clause(start, end, self.topic))
            self.seen.extend(m.entity for c in chunks[start:end] for m in c.members)
        return clauses


def clause_ranges(chunks: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """Yield the ranges between boundaries (，。；：！？); none is empty."""
    start = 0
    for i, chunk in enumerate(chunks):
        if chunk.boundary:
            if i > start:
                yield start, i
            start = i + 1
    if start < len(chunks):
        yield start, len(chunks)


def topic_index(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Return the index of the chunk a clause is about, or -1.

    Passed over: times, adverbs, pronouns, posts before a person, and names behind a preposition.
    """
    i = start
    while i < end:
        chunk = chunks[i]
        if chunk.kind == "W" and chunk.text in PREPOSITIONS:
            i = _behind_phrase(chunks, i + 1, end)
            continue
        if chunk.kind in TOPIC_TYPES and chunk.members:
            behind = chunks[i + 1] if i + 1 < end else None
            if behind is not None and behind.text == "的" and i + 2 < end and chunks[i + 2].kind in TOPIC_TYPES:
                i += 2
                continue
            if behind is not None and behind.kind == chunk.kind == "PLACE":
                i += 1
                continue
            if behind is not None and behind.kind in {"PERSON", "ORG", "PARK", "FACILITY"} and behind.members:
                i += 1
                continue
            return i
        if chunk.kind in {"DATE", "AMOUNT", "POST", "TITLE"} or chunk.kind == "P":
            i += 1
            continue
        if chunk.kind == "W" and (chunk.tag in _SKIP_TAGS or chunk.text in {"其中", "记者", "有"}):
            i += 1
            continue
        if chunk.kind == "W" and chunk.tag in {"n", "nz", "a", "b", "vn", "s", "m", "q"}:
            nxt = chunks[i + 1] if i + 1 < end else None
            if nxt is not None and (nxt.kind in TOPIC_TYPES or nxt.tag in {"n", "nz", "vn", "a"}) and i - start < 3:
                i += 1
                continue
            return -1
        return -1
    return -1


def _behind_phrase(chunks: Sequence[Chunk], i: int, end: int) -> int:
    """Return the index behind the noun phrase of a preposition that ends at ``i``."""
    while i < end and chunks[i].kind == "W" and chunks[i].tag in {"d", "r", "a", "b", "n", "nz", "vn", "m", "q", "u"}:
        i += 1
    if i < end and (chunks[i].kind in TOPIC_TYPES or chunks[i].kind in {"DATE", "AMOUNT", "TITLE", "POST"}):
        i += 1
    while i < end and chunks[i].kind == "W" and chunks[i].tag in {"f", "s", "n", "nz", "vn", "u", "q"}:
        i += 1
    return i
