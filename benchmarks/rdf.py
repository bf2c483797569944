"""RDF at a million triples: writing, rdflib beside it, the store.

    python benchmarks/rdf.py [--triples 1000000] [--skip-rdflib]

The graph is invented: articles of two dozen facts each about things that come again and again. Times are
CPU seconds of this process; "memory" is what the highest resident size grew by, over that of the graph.
rdflib is given the same triples as N-Triples and writes Turtle; its time is that of parsing and writing,
since a program that uses rdflib must fill its graph first, and that of writing alone stands beside it.
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import rdflib

from kg.amounts import Amount
from kg.contribution import contribution_of
from kg.document import Document, Metadata, Span
from kg.export import FORMATS, write_graph
from kg.formats.ntriples import write_ntriples
from kg.graph import Graph
from kg.living import LivingGraph
from kg.model import Entity, Evidence, Fact, MentionType, Status
from kg.saved import load_graph
from kg.store import Store

FACTS = 24


def invented(articles: int) -> Graph:
    """Return a graph of so many articles, about 26 triples a fact."""
    graph = Graph()
    for number in range(articles):
        names = [f"第{(number * 7 + i) % (articles * 3)}号企业" for i in range(FACTS)]
        lines = [
            f"{name}董事长张{number}说，{name}在第{i}号园区投资{i + 1}亿元。" for i, name in enumerate(names)
        ]
        document = Document(
            f"{number:06}.md", "\n".join(lines), meta=Metadata(title=f"第{number}篇", publisher="日报")
        )
        person = Entity("p", f"张{number}", MentionType.PERSON, mentions=(Span(0, 2),))
        facts, start = [], 0
        for i, (name, line) in enumerate(zip(names, lines, strict=True)):
            firm = Entity(f"f{i}", name, MentionType.ORG, mentions=(Span(start, start + len(name)),))
            park = Entity(f"k{i}", f"第{i}号园区", MentionType.PARK, mentions=(Span(start + 12, start + 18),))
            span = Span(start, start + len(line))
            evidence = Evidence(document.id, span, line, "bench.rule", bytes=(start * 3, span.end * 3))
            amount = Amount(f"{i + 1}亿元", span, Decimal(i + 1) * 10**8, "CNY")
            facts += [
                Fact(person, "post", firm, evidence, "董事长", confidence=0.9),
                Fact(firm, "located_in", park, evidence, "位于", "2023"),
                Fact(firm, "metric", amount, evidence, "投资", "2023", Status.ASSERTED, person),
            ]
            start = span.end + 1
        graph.put(contribution_of(document, [], facts, graph.ontology))
    return graph


def highest() -> int:
    """Return the highest resident size so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def measured(what: str, triples: int, times: dict[str, float]) -> Iterator[None]:
    """Print the CPU seconds and memory of a block."""
    before, start, wall = highest(), time.process_time(), time.perf_counter()
    yield
    seconds, elapsed = time.process_time() - start, time.perf_counter() - wall
    times[what] = seconds
    grown = highest() - before
    rate = f"{triples / elapsed:,.0f}/s" if triples else ""
    print(f"{what:<34} {seconds:8.2f} s CPU {elapsed:8.2f} s {rate:>12} {grown:>6} MB", flush=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--skip-rdflib", action="store_true")
    options = parser.parse_args()
    times: dict[str, float] = {}
    per_article = sum(lines.count("\n") for lines in write_ntriples(invented(20))) / 20
    folder = Path(tempfile.mkdtemp())
    with measured("make an invented graph", 0, times):
        graph = invented(round(options.triples / per_article))
    with measured("merge", 0, times):
        statements = len(graph.statements)
    count = sum(lines.count("\n") for lines in write_ntriples(graph))
    print(f"{len(graph.articles):,} articles, {statements:,} statements, {count:,} triples, {highest()} MB")
    for name in ("turtle", "ntriples", "trig", "nquads", "jsonld", "framed", "rdfxml", "articles"):
        with measured(f"write {name}", count, times):
            write_graph(graph, folder / f"graph{FORMATS[name].suffix}", name)
    with measured("load articles.jsonl", 0, times):
        load_graph(folder / "graph.articles.jsonl")
    with measured("load into a store on disk", count, times):
        Store(folder / "database").load(folder / "graph.nt")
    with (
        measured("kg build --store, the graph known", count, times),
        LivingGraph(folder / "living") as living,
    ):
        living.replace(graph.contributions)
        living.save()
    with measured("one article more", 0, times), LivingGraph(folder / "living") as living:
        living.replace(invented(1).contributions)
        living.retract(["000001.md"])
        living.save()
    if not options.skip_rdflib:
        with measured("rdflib: parse N-Triples", count, times):
            other = rdflib.Graph().parse(folder / "graph.nt", format="nt")
        with measured("rdflib: write Turtle", count, times):
            other.serialize(folder / "rdflib.ttl", format="turtle")
        ours = times["write turtle"]
        both = times["rdflib: parse N-Triples"] + times["rdflib: write Turtle"]
        print(
            f"Turtle: {both / ours:.1f} times faster than rdflib with its parsing, "
            f"{times['rdflib: write Turtle'] / ours:.1f} times than its writing alone"
        )
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
