"""What a clause asks of the clauses before it must stay linear in their number."""

from support import rules

from kg.chunk import Chunk
from kg.context import Surroundings
from kg.discourse import Clause
from kg.document import Span


class _Counted(list[Chunk]):
    """Chunks that count how many of them were looked at."""

    looked = 0

    def __getitem__(self, key):  # type: ignore[no-untyped-def]
        found = super().__getitem__(key)
        self.looked += len(found) if isinstance(key, slice) else 1
        return found


def _looks(clauses: int) -> int:
    """Return at how many chunks the last of so many clauses looks."""
    chunks = _Counted()
    for k in range(clauses):
        chunks.append(Chunk(Span(4 * k, 4 * k + 2), "W", "营收"))
        chunks.append(Chunk(Span(4 * k + 3, 4 * k + 4), "P", "，"))
    around = Surroundings(chunks, [Clause(2 * k, 2 * k + 1) for k in range(clauses)], {}, rules().cues, None)
    assert not around.planned_before(2 * clauses - 2)
    assert around.time(2 * clauses - 2, carried=True) is None
    return chunks.looked


def test_four_times_the_clauses_are_four_times_the_work() -> None:
    assert _looks(400) < 5 * _looks(100)
