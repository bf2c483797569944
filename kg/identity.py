"""Identity across articles: which keys of :mod:`kg.profiles` are one thing, and the reason why.

In: the profiles of all articles and the curated decisions. Out: :class:`Identity`. Things meet by key, that
is by row of the tables or official name; keys meet by a typed reason (a stock code, a unified social credit
code, a second name that an article gives, a shared post of persons of one name, a decision), and never where
something keeps them apart (two rows, two codes of one register, one article that names both). The answer
depends on the set of articles, never on their order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise, permutations
from typing import NamedTuple, TypeVar

from kg.decisions import NONE, Decisions
from kg.model import Evidence, MentionType
from kg.profiles import Profile
from kg.reference import is_of_one_article

_K = TypeVar("_K")
_E = TypeVar("_E", Evidence, Evidence | None)
DECISION = "decision"
"""The rule of what a person decided."""

#: Ways to a key that are told, since the name itself does not tell them.
_TOLD = frozenset({"table.name", "table.within", "table.context", "table.default", "name.form", DECISION})
#: Registers in which one thing has one code.
_REGISTERS = ("cn:", "uscc:")


class Read(NamedTuple):
    """The profiles of one article, and its day of publication (ISO, empty if unknown)."""

    day: str
    profiles: Sequence[Profile]


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two keys are one thing or, if ``against`` says something, why they might be and are not.

    ``first`` and ``second`` are keys, ``rule`` the kind of reason, ``detail`` the code, name or post that the
    two share, ``evidence`` where an article says it.
    """

    first: str
    second: str
    rule: str
    detail: str = ""
    against: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """How a name led to a key otherwise than by being it: the rule, and in how many articles."""

    key: str
    name: str
    rule: str
    articles: int
    first: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What goes together: ``roots`` has only the keys that another key stands for."""

    roots: Mapping[str, str]
    merges: tuple[Merge, ...]
    near: tuple[Merge, ...]
    namings: tuple[Naming, ...]

    def of(self, key: str) -> str:
        """Return the key under which the thing goes."""
        return self.roots.get(key, key)

    def part(self, keys: Set[str], articles: Set[str]) -> "Identity":
        """Return what is told of some things by some articles, by their ids."""
        return Identity(
            self.roots,
            tuple(merge for merge in self.merges if _told_by(merge, self.of(merge.first), keys, articles)),
            tuple(merge for merge in self.near if {merge.first, merge.second} <= keys),
            tuple(naming for naming in self.namings if naming.key in keys),
        )


def _told_by(merge: Merge, root: str, keys: Set[str], articles: Set[str]) -> bool:
    return root in keys and all(evidence.document in articles for evidence in merge.evidence)


def resolve(articles: Iterable[Read], decisions: Decisions = NONE) -> Identity:
    """Join the keys of all articles.

    Args:
        articles: read twice, so that a generator won't do; what is held is about keys that may be joined,
            not about articles.
        decisions: what a person decided; it comes before every other reason.
    """
    told = _Told(decisions)
    for article in articles:
        told.add(article.profiles)
    joined = _Joined(decisions)
    edges = list(told.edges())
    ends = {key for edge in edges for key in (edge.first, edge.second)} | decisions.keys
    wanted = {key: key for key in (*ends, *told.holders(ends))}
    for article in articles:
        joined.see(article, wanted)
    for first, second in decisions.same:
        if {first, second} <= told.keys:
            joined.join(Merge(first, second, DECISION), chosen=True)
    for edge in edges:
        if edge.rule.startswith("code"):
            joined.join(edge)
    for edges_of_name in told.by_name(edges):
        joined.join_name(edges_of_name)
    for edge in told.shared_posts(joined.root):
        joined.join(edge)
    near = [*joined.near, *told.doubts(joined.root), *told.namesakes(joined.root)]
    return Identity(
        joined.roots(),
        tuple(sorted(joined.merges, key=_order)),
        tuple(sorted(near, key=_order)),
        told.namings(),
    )


def _order(merge: Merge) -> tuple[str, ...]:
    return merge.first, merge.second, merge.rule, merge.detail, merge.against


class _Told:
    """What all articles say that may join keys."""

    def __init__(self, decisions: Decisions) -> None:
        self.decided = decisions.keys
        self.keys: set[str] = set()
        self.codes: dict[str, dict[str, Evidence]] = defaultdict(dict)
        self.names: dict[str, dict[str, tuple[str, str, Evidence | None]]] = defaultdict(dict)
        self.posts: dict[tuple[str, str], dict[tuple[str, str], Evidence | None]] = defaultdict(dict)
        self.people: dict[str, list[str]] = defaultdict(list)
        self.hints: dict[str, tuple[str, ...]] = {}
        self.named: dict[tuple[str, str, str], tuple[int, str]] = {}

    def add(self, profiles: Iterable[Profile]) -> None:
        for profile in profiles:
            key = profile.key
            known = key in self.keys
            if not is_of_one_article(key) or key in self.decided:
                self.keys.add(key)
            if profile.kind is MentionType.PERSON and not known:
                self.people[profile.name].append(key)
            if profile.rule in _TOLD:
                naming = key, profile.name, profile.rule
                count, first = self.named.get(naming, (0, profile.article))
                self.named[naming] = count + 1, min(first, profile.article)
            for code, evidence in profile.codes:
                _keep(self.codes[code], key, evidence)
            for other in profile.names:
                told = self.names[other.key].get(key)
                if told is None or _place(other.evidence) < _place(told[2]):
                    self.names[other.key][key] = other.rule, other.name, other.evidence
            for post in profile.posts:
                _keep(self.posts[profile.name, post.title], (post.body, key), post.evidence)
            if profile.hints:
                self.hints[key] = profile.hints

    def holders(self, joinable: Set[str]) -> Iterator[str]:
        """Yield the keys of persons who may share a post: in one body, or in bodies that may be one."""
        for posts in self.posts.values():
            bodies = Counter("" if body in joinable else body for body, _ in posts)
            yield from (key for body, key in posts if bodies["" if body in joinable else body] > 1)

    def edges(self) -> Iterator[Merge]:
        """Yield what may join keys that are no persons', each pair with its reason."""
        for code, keys in sorted(self.codes.items()):
            first, *others = sorted(keys)
            rule = "code.credit" if code.startswith("uscc") else "code.ticker"
            yield from (
                Merge(first, key, rule, code, "", _evidence(keys[first], keys[key])) for key in others
            )
        for alias, owners in sorted(self.names.items()):
            if alias in self.keys:
                for owner, (given, name, sentence) in sorted(owners.items()):
                    yield Merge(owner, alias, given, name, evidence=_evidence(sentence))

    def by_name(self, edges: Iterable[Merge]) -> Iterator[list[Merge]]:
        """Yield the edges of second names, those of one name together."""
        found: dict[str, list[Merge]] = defaultdict(list)
        for edge in edges:
            if not edge.rule.startswith("code"):
                found[edge.second].append(edge)
        for name in sorted(found):
            yield found[name]

    def shared_posts(self, root: "_Root") -> Iterator[Merge]:
        """Yield the persons of one name who hold one post in one body."""
        for (_, title), holders in sorted(self.posts.items()):
            by_body: dict[str, dict[str, Evidence | None]] = defaultdict(dict)
            for (body, key), evidence in holders.items():
                _keep(by_body[root(body)], key, evidence)
            for body, keys in sorted(by_body.items()):
                first, *others = sorted(keys)
                for key in others:
                    sentences = _evidence(keys[first], keys[key])
                    yield Merge(first, key, "person.post", f"{body} {title}", "", sentences)

    def doubts(self, root: "_Root") -> Iterator[Merge]:
        """Yield the rows that a doubtful name might have meant, where articles name those."""
        for key, rows in self.hints.items():
            for row in rows:
                if row in self.keys and root(row) != root(key):
                    yield Merge(
                        row, key, "table.doubtful", against="the name alone does not tell which it is"
                    )

    def namesakes(self, root: "_Root") -> Iterator[Merge]:
        """Yield persons of one name, each with the next."""
        for name, keys in self.people.items():
            roots = sorted({root(key) for key in keys})
            for first, second in pairwise(roots):
                yield Merge(first, second, "person.name", name, "nothing says that the two are one person")

    def namings(self) -> tuple[Naming, ...]:
        return tuple(Naming(*naming, *self.named[naming]) for naming in sorted(self.named))


class _Root:
    """Union-find over keys; a key never joined is its own root and costs nothing."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def __call__(self, key: str) -> str:
        path = []
        while (above := self.parent.get(key, key)) != key:
            path.append(key)
            key = above
        for passed in path:
            self.parent[passed] = key
        return key


@dataclass(slots=True)
class _Cluster:
    """What is known of keys that were joined; of persons no more than the earliest article."""

    members: list[str] = field(default_factory=list)
    earliest: tuple[str, str, str] = ("~",) * 3
    row: str = ""
    articles: set[str] | None = None
    codes: set[str] | None = None
    chosen: str = ""

    def take(self, other: "_Cluster") -> None:
        self.members += other.members
        self.earliest = min(self.earliest, other.earliest)
        self.row = min(filter(None, (self.row, other.row)), default="")
        self.articles = _united(self.articles, other.articles)
        self.codes = _united(self.codes, other.codes)
        self.chosen = self.chosen or other.chosen

    def codes_in(self, register: str) -> set[str]:
        return {code for code in self.codes or () if code.startswith(register)}

    @property
    def name(self) -> str:
        """The key the cluster goes under: as decided, the table's, else that of its earliest article."""
        return self.chosen or self.row or self.earliest[2]


def _united(some: set[str] | None, others: set[str] | None) -> set[str] | None:
    if some is None or others is None:
        return some if others is None else others
    some |= others
    return some


class _Joined:
    """Clusters of keys, each with what keeps it apart from others."""

    def __init__(self, decisions: Decisions) -> None:
        self.decisions = decisions
        self.root = _Root()
        self.clusters: dict[str, _Cluster] = defaultdict(_Cluster)
        self.merges: list[Merge] = []
        self.near: list[Merge] = []
        self.homonyms: dict[str, set[str]] = defaultdict(set)

    def see(self, article: Read, wanted: Mapping[str, str]) -> None:
        """Note what an article says of the keys that are ``wanted``."""
        homonyms = [profile for profile in article.profiles if profile.sense]
        for one, other in permutations(homonyms, 2):
            if one.name == other.name:
                self.homonyms[one.key].add(other.key)
        for profile in article.profiles:
            key = wanted.get(profile.key, "")
            if not key:
                continue
            cluster = self.clusters[key]
            cluster.members = [key]
            cluster.earliest = min(cluster.earliest, (article.day or "~", profile.article, key))
            if profile.kind is not MentionType.PERSON:
                cluster.row = profile.row.segment if profile.row is not None else ""
                cluster.articles = _united(cluster.articles, {profile.article})
                if profile.codes:
                    cluster.codes = _united(cluster.codes, {code for code, _ in profile.codes})

    def join(self, merge: Merge, *, chosen: bool = False) -> None:
        """Join the two keys of ``merge``, or keep it as a near miss."""
        first, second = sorted((self.root(merge.first), self.root(merge.second)))
        if first == second:
            self.merges.append(merge)
            return
        telling = {evidence.document for evidence in merge.evidence}
        against = self.against(self.clusters[first], self.clusters[second], telling, decided=chosen)
        if against:
            self.near.append(Merge(*_texts(merge), against, merge.evidence))
            return
        if len(self.clusters[first].members) < len(self.clusters[second].members):
            first, second = second, first
        self.root.parent[second] = first
        self.clusters[first].take(self.clusters.pop(second))
        if chosen:
            self.clusters[first].chosen = merge.first
        self.merges.append(merge)

    def join_name(self, merges: Sequence[Merge]) -> None:
        """Join a second name to its owner, if it has one alone."""
        if len({self.root(merge.first) for merge in merges}) == 1:
            for merge in merges:
                self.join(merge)
            return
        against = "articles give this name to more than one thing"
        self.near.extend(Merge(*_texts(merge), against, merge.evidence) for merge in merges)

    def against(self, first: _Cluster, second: _Cluster, telling: set[str], *, decided: bool) -> str:
        """Tell what keeps two clusters apart; nothing does if it is empty.

        An article that names both keeps them apart, unless it is one of those ``telling`` that they are one.
        """
        if self.decisions.keep_apart(first.members, second.members):
            return "a decision keeps them apart"
        if decided:
            return ""
        apart = {other for key in first.members for other in self.homonyms.get(key, ())}
        if apart.intersection(second.members):
            return "an article tells them apart"
        if first.row and second.row:
            return "the tables have them as two"
        for register in _REGISTERS:
            one, other = first.codes_in(register), second.codes_in(register)
            if one and other and not one & other:
                return "their codes differ"
        if (first.articles or set()) & (second.articles or set()) - telling:
            return "an article names both"
        return ""

    def roots(self) -> dict[str, str]:
        return {
            member: name
            for cluster in self.clusters.values()
            if len(cluster.members) > 1
            for name in (cluster.name,)
            for member in sorted(cluster.members)
            if member != name
        }


def _texts(merge: Merge) -> tuple[str, str, str, str]:
    return merge.first, merge.second, merge.rule, merge.detail


def _keep(found: dict[_K, _E], key: _K, evidence: _E) -> None:
    if key not in found or _place(evidence) < _place(found[key]):
        found[key] = evidence


def _place(evidence: Evidence | None) -> tuple[str, int, int]:
    if evidence is None:
        return "~", 0, 0
    return evidence.document, evidence.sentence.start, evidence.sentence.end


def _evidence(*found: Evidence | None) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(evidence for evidence in found if evidence is not None))
