"""How well things are told apart, and what that costs.

    python benchmarks/identity.py                  # B³ on the gold files, the traps, stability of IRIs
    python benchmarks/identity.py --articles 100000  # time and memory of resolving synthetic articles

B³ (Bagga and Baldwin 1998) is over the mentions of things that both sides have: each place where an article
has a name that its gold lists. A gold entity with its aliases is a cluster; entities of several articles are
one cluster where they bear a name in common and are of one kind, but for persons and for the names in
APART, which are another thing in each article. Gold names that were not read are left out and counted.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.contribution import Contribution
from kg.document import Span
from kg.forms import is_bare
from kg.graph import Graph
from kg.identity import Read, resolve
from kg.model import Entity, Evidence, Fact, MentionType
from kg.pipeline import Article, Options, process
from kg.profiles import profiles
from kg.reading import read_paths
from kg.reference import kind_of

ROOT = Path(__file__).resolve().parents[1]
SETS = {
    "corpus": (ROOT / "corpus", ROOT / "corpus" / "gold"),
    "shared": (ROOT.parent / "shared" / "articles", ROOT.parent / "shared" / "gold"),
}
Place = tuple[str, int, int]


def main() -> None:
    """Print the figures asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, help="resolve so many synthetic articles, nothing else")
    count = parser.parse_args().articles
    if count:
        print(cost(count))
        return
    for name, (pages, gold) in SETS.items():
        if gold.is_dir():
            print(f"{name:8} {quality(pages, gold)}")
    sys.path.insert(0, str(ROOT / "tests"))
    from identity_cases import outcome, traps

    for name, held_out in (("traps, built on", False), ("traps, held out", True)):
        found = outcome([trap for trap in traps() if trap.held_out is held_out])
        print(
            f"{name}: {len(found.joined)} of {found.different} joined wrongly; of {found.same} pairs of one "
            f"thing {found.right_merges:.1%} joined, {found.read_merges:.1%} of those whose names were read"
        )


# Quality


def quality(pages: Path, gold: Path) -> str:
    """Return B³ of the graph of ``pages``, and how its IRIs stand when an article is added."""
    read = [item for item in process(read_paths([str(pages)]), Options()) if isinstance(item, Article)]
    graph = graph_of(read)
    found = {(m.article, m.start, m.end): n.iri for n in graph.nodes for m in n.mentions}
    wanted = gold_clusters(gold, {article.document.id: article.document.text for article in read})
    both = sorted(wanted.keys() & found.keys())
    precision, recall = b_cubed([wanted[place] for place in both], [found[place] for place in both])
    f1 = 2 * precision * recall / (precision + recall)
    moved, lost, all_ = stability(read)
    return (
        f"B³ P {precision:.3f} R {recall:.3f} F1 {f1:.3f} over {len(both)} of {len(wanted)} mentions; "
        f"one article added: {moved} of {all_} mentions changed their IRI, {lost} IRIs lost"
    )


def graph_of(articles: list[Article]) -> Graph:
    """Return the graph of understood articles."""
    graph = Graph()
    for article in articles:
        graph.add(article.document, article.entities, article.facts)
    return graph


def gold_clusters(folder: Path, texts: dict[str, str]) -> dict[Place, str]:
    """Return the cluster of each place where a gold name stands, the longest name at each place."""
    clusters: dict[Place, str] = {}
    owner: dict[tuple[MentionType, str], str] = {}
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        text = texts.get(gold["article"])
        if text is None:
            continue
        taken: list[Span] = []
        names = [
            (name, entity) for entity in gold["entities"] for name in (entity["name"], *entity["aliases"])
        ]
        for name, entity in sorted(names, key=lambda pair: (-len(pair[0]), pair[0])):
            kind = kind_of(MentionType(entity["type"]))
            known = [entity["name"], *entity["aliases"]]
            alone = kind is MentionType.PERSON or is_bare(entity["name"])
            cluster = next((owner[kind, n] for n in known if (kind, n) in owner), f"{kind}:{entity['name']}")
            if alone:
                cluster = f"{kind}:{entity['name']}:{gold['article']}"
            else:
                owner.update({(kind, n): cluster for n in known})
            at = text.find(name)
            while at >= 0:
                span = Span(at, at + len(name))
                if not any(other.contains(span) for other in taken):
                    taken.append(span)
                    clusters[gold["article"], span.start, span.end] = cluster
                at = text.find(name, at + 1)
    return clusters


def b_cubed(gold: list[str], found: list[str]) -> tuple[float, float]:
    """Return precision and recall of B³ over mentions."""
    pairs = Counter(zip(gold, found, strict=True))
    sizes, own = Counter(found), Counter(gold)
    total = len(gold)
    precision = sum(count * count / sizes[cluster] for (_, cluster), count in pairs.items()) / total
    recall = sum(count * count / own[cluster] for (cluster, _), count in pairs.items()) / total
    return precision, recall


def stability(articles: list[Article]) -> tuple[int, int, int]:
    """Return how many mentions change their IRI and how many IRIs are lost when an article is added last.

    Each article in turn is that one; the last figure is how many mentions were looked at in all.
    """

    def iris(graph: Graph) -> tuple[dict[tuple[object, ...], str], set[str]]:
        places = {(m.article, m.start, m.end, n.type): n.iri for n in graph.nodes for m in n.mentions}
        return places, {iri for node in graph.nodes for iri in (node.iri, *node.also)}

    places, known = iris(graph_of(articles))
    moved = lost = seen = 0
    for article in articles:
        before, had = iris(graph_of([other for other in articles if other is not article]))
        moved += sum(places.get(place, iri) != iri for place, iri in before.items())
        lost += len(had - known)
        seen += len(before)
    return moved, lost, seen


# Cost


class Synthetic:
    """Articles made up anew at each reading, so that none is held: 30 things each, as real ones have."""

    def __init__(self, count: int) -> None:
        """Make ``count`` articles."""
        self.count = count

    def __iter__(self) -> Iterator[Read]:
        for number in range(self.count):
            yield Read("2022-01-01", profiles(self.article(number)))

    def article(self, number: int) -> Contribution:
        """Return article ``number``: places, firms with codes and second names, persons with posts."""
        rng = random.Random(number)
        entities: list[Entity] = [Entity("", name, MentionType.PLACE) for name in rng.sample(PLACES, 8)]
        facts: list[Fact] = []
        evidence = Evidence(f"{number}", Span(0, 4), "句子一。", "made")
        for _ in range(10):
            # Half of the firms are named again and again, half in a few articles.
            firm = rng.randrange(self.count if rng.random() < 0.5 else 1 + self.count // 100)
            name = f"{CITIES[firm % len(CITIES)]}{firm}号电机股份"
            short = (f"{firm}号电机",) if rng.random() < 0.3 else ()
            entities.append(Entity("", name, MentionType.ORG, short))
            if rng.random() < 0.2:
                facts.append(Fact(entities[-1], "ticker", f"{600000 + firm % 3000}", evidence))
            if rng.random() < 0.1:
                entities.append(Entity("", f"{firm}号电机", MentionType.ORG))
        bodies = [entity for entity in entities if entity.type is MentionType.ORG]
        for _ in range(8):
            given = "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2))))
            person = Entity("", rng.choice(SURNAMES) + given, MentionType.PERSON)
            entities.append(person)
            for _ in range(rng.randrange(3)):
                facts.append(
                    Fact(person, "post", rng.choice(bodies), evidence, rng.choice(["董事长", "经理"]))
                )
        return Contribution(f"{number}", "", entities=tuple(dict.fromkeys(entities)), facts=tuple(facts))


def cost(count: int) -> str:
    """Return what resolving ``count`` synthetic articles takes, by time and peak memory."""
    start = time.process_time()
    entities = sum(len(profiles) for _, profiles in Synthetic(count))
    making = time.process_time() - start
    start = time.process_time()
    identity = resolve(Synthetic(count))
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{count} articles, {entities} entities: {making:.0f} s to profile once, "
        f"{spent:.0f} s to resolve with profiling twice, "
        f"{peak:.0f} MiB at the peak; {len(identity.merges)} merges, {len(identity.near)} near misses"
    )


PLACES = "长沙 长沙市 湖南 湖南省 北京 朝阳区 鼓楼区 武汉 武汉市 广东 深圳 苏州 合肥 西安 吉林 海南".split()
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = "伟军静磊洋勇艳杰涛明超秀霞平刚桂英华玉兰红建国文辉力健俊飞鹏"
CITIES = "长沙 武汉 合肥 西安 成都 苏州 无锡 宁波 青岛 大连".split()

if __name__ == "__main__":
    main()
