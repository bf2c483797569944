"""The traps of identity (tests/values/identity_traps.tsv), run through the whole chain."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.document import Document, Span
from kg.graph import Graph
from kg.pipeline import Article, Options, tools, understand

TRAPS = Path(__file__).parent / "values" / "identity_traps.tsv"


class Name(NamedTuple):
    """A name in an article: the article's id, its text, and where the name stands."""

    article: str
    text: str
    span: Span


class Trap(NamedTuple):
    """A pair of names that are one thing or two; every third pair is held out."""

    same: bool
    first: Name
    second: Name
    held_out: bool


def traps() -> Iterator[Trap]:
    rows = [line.split("\t") for line in TRAPS.read_text("utf-8").splitlines() if line[0] != "#"][1:]
    for number, (sign, first, second) in enumerate(rows):
        names = [*_names(f"{number}a", first), *_names(f"{number}b", second)]
        assert sign in ("=", "≠")
        assert len(names) == 2, f"row {number}: two names"
        yield Trap(sign == "=", names[0], names[1], number % 3 == 2)


def _names(article: str, marked: str) -> Iterator[Name]:
    text = marked.replace("【", "").replace("】", "")
    at = 0
    while (start := marked.find("【", at)) >= 0:
        at = marked.index("】", start)
        shift = marked[:start].count("【") + marked[:start].count("】")
        yield Name(article, text, Span(start - shift, at - shift - 1))


@cache
def _understood(article: str, text: str) -> Article:
    return understand(Document(article, text), *tools(Options()))


def graph_of(*names: Name) -> Graph:
    """Return the graph of the articles of ``names``."""
    graph = Graph()
    for name in names:
        article = _understood(name.article, name.text)
        graph.add(article.document, article.entities, article.facts)
    return graph


Places = dict[tuple[str, int, int], str]


def places_of(graph: Graph) -> Places:
    """Return the IRI of each mention's node by article, start and end."""
    return {(m.article, m.start, m.end): node.iri for node in graph.nodes for m in node.mentions}


def node_iri(places: Places, name: Name) -> str | None:
    """Return the IRI of what ``name`` names, nothing where no such name was read there.

    长春市朝阳区 is read as two names side by side, of which the last is meant.
    """
    article, (start, end) = name.article, (name.span.start, name.span.end)
    for middle in range(start, end):
        last = places.get((article, middle, end))
        before = Name(article, name.text, Span(start, middle))
        if last is not None and (middle == start or node_iri(places, before) is not None):
            return last
    return None


class Outcome(NamedTuple):
    """What came of the traps: those wrongly joined, those wrongly apart, and how many there were.

    ``unread`` are those of one thing of which a name was not read at all, so that nothing could join them;
    they are among ``apart`` too.
    """

    joined: list[Trap]
    apart: list[Trap]
    unread: list[Trap]
    same: int
    different: int

    @property
    def right_merges(self) -> float:
        """The share of pairs of one thing that came together."""
        return 1 - len(self.apart) / self.same

    @property
    def read_merges(self) -> float:
        """The share of pairs of one thing that came together, of those whose names were read."""
        read = self.same - len(self.unread)
        return 1 - (len(self.apart) - len(self.unread)) / read


def outcome(pairs: list[Trap]) -> Outcome:
    """Run each pair as a graph of its own."""
    joined, apart, unread = [], [], []
    for trap in pairs:
        places = places_of(graph_of(trap.first, trap.second))
        first, second = node_iri(places, trap.first), node_iri(places, trap.second)
        one = first is not None and first == second
        if trap.same and None in (first, second):
            unread.append(trap)
        if trap.same and not one:
            apart.append(trap)
        elif one and not trap.same:
            joined.append(trap)
    same = sum(trap.same for trap in pairs)
    return Outcome(joined, apart, unread, same, len(pairs) - same)
