"""Gold facts against predicted ones: precision, recall and F1, by relation and in all.

In go articles in the JSON form of the gold guide, which ``kg extract`` prints; out come counts as
frozen dataclasses. A predicted fact is right if it says the same as some gold fact, core or extended;
recall is counted over the core facts. The definitions of "the same" are those of the project's
scorer, so that figures can be compared.
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path, PurePath
from typing import Any, TypeAlias

from kg.errors import ReadError
from kg.near import checked

Json: TypeAlias = Mapping[str, Any]

UNSCORED = frozenset({"other"})  # too open a relation to be judged either way
SYMMETRIC = frozenset({"alias", "cooperates_with", "competes_with"})
DATED = frozenset({"event_time", "founded"})  # the time is the object

RELAXED_SHARE = 0.6  # of the longer name, that the shorter one must make up
QUOTE_MINIMUM = 6  # characters of a quotation below which it proves nothing
QUOTE_HEAD = 10  # characters of a quotation that must agree
TOLERANCE = Decimal("1e-9")  # relative, of amounts

_UNSPOKEN = re.compile(r"[\s,，。、;；:：!！?？\"“”'‘’《》〈〉()（）\[\]【】·\-—]")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of facts, and the ratios that follow from them; an empty denominator counts as 1.0."""

    gold: int = 0
    core: int = 0
    predicted: int = 0
    right: int = 0
    found: int = 0
    core_found: int = 0
    time_right: int = 0
    status_right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def precision(self) -> float:
        """The share of predicted facts that gold confirms."""
        return _ratio(self.right, self.predicted)

    @property
    def recall(self) -> float:
        """The share of core gold facts that were found."""
        return _ratio(self.core_found, self.core)

    @property
    def recall_all(self) -> float:
        """The share of all gold facts that were found, core and extended."""
        return _ratio(self.found, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and core recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    @property
    def time(self) -> float:
        """The share of found facts whose time is gold's."""
        return _ratio(self.time_right, self.found)

    @property
    def status(self) -> float:
        """The share of found facts whose status is gold's."""
        return _ratio(self.status_right, self.found)

    def record(self) -> dict[str, float]:
        """Return counts and ratios by name, ratios rounded to four digits."""
        counts = {f.name: getattr(self, f.name) for f in fields(self)}
        ratios = ("precision", "recall", "recall_all", "f1", "time", "status")
        return counts | {name: round(getattr(self, name), 4) for name in ratios}


@dataclass(frozen=True, slots=True)
class Judgement:
    """One gold fact that was missed, or one predicted fact that is wrong."""

    article: str
    fact: Json


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome of one comparison.

    ``relations`` has one score a relation that gold or prediction uses, in the order of the names;
    ``spans`` one for ``entities``, ``amounts`` and ``times``; ``groups`` one a value of the field that
    gold articles were grouped by; ``absent`` names gold articles without a prediction.
    """

    relations: Mapping[str, Score]
    spans: Mapping[str, Score]
    groups: Mapping[str, Score] = field(default_factory=dict)
    missed: tuple[Judgement, ...] = ()
    wrong: tuple[Judgement, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def total(self) -> Score:
        """The sum over all relations."""
        return sum(self.relations.values(), Score())

    def record(self) -> dict[str, Any]:
        """Return the figures as an object that can be written as JSON."""
        return {
            "total": self.total.record(),
            "relations": {name: score.record() for name, score in self.relations.items()},
            "spans": {name: score.record() for name, score in self.spans.items()},
        } | ({"groups": {name: score.record() for name, score in self.groups.items()}} if self.groups else {})


def load_articles(path: Path) -> dict[str, Json]:
    """Return the articles of a JSON file, a JSON Lines file or a folder of ``*.json``, by name.

    Raises:
        NotFoundError: the path is missing.
        ReadError: it holds a graph or no JSON, or has an object without ``article`` or ``id``.
    """
    articles: dict[str, Json] = {}
    if (checked(path) / "articles.jsonl").is_file():
        raise ReadError(f"{path}: a graph, not pages; give what kg extract PATH… prints for the same pages")
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise ReadError(f"{path}: no .json file here; give what kg extract PATH… prints, as a .jsonl file")
    for file in files:
        for where, article in _objects(file):
            name = article.get("article") or article.get("id")
            if not isinstance(name, str):
                raise ReadError(f'{where}: no "article" and no "id"; name the article there')
            articles[PurePath(name).name] = article
    return articles


def evaluate(
    gold: Mapping[str, Json], predicted: Mapping[str, Json], *, relaxed: bool = False, by: str | None = None
) -> Evaluation:
    """Compare the articles of ``gold`` with those of ``predicted`` of the same name.

    With ``relaxed``, two names also agree where one holds the other and is not much longer. With ``by``, the
    name of a field that gold articles have (``phenomenon``), the scores of each of its values too.

    Raises:
        ReadError: no gold article has the field ``by``.
    """
    if by is not None and not any(isinstance(article.get(by), str) for article in gold.values()):
        known = sorted(
            {key for article in gold.values() for key, value in article.items() if isinstance(value, str)}
        )
        raise ReadError(f"no gold article has a field {by} of words; they have {', '.join(known) or 'none'}")
    groups: defaultdict[str, Score] = defaultdict(Score)
    relations: defaultdict[str, Score] = defaultdict(Score)
    spans = dict.fromkeys(_SAME_SPAN, Score())
    missed: list[Judgement] = []
    wrong: list[Judgement] = []
    for name, article in gold.items():
        prediction = predicted.get(name, {})
        judge = _Judge((_name_table(article), _name_table(prediction)), relaxed)
        wanted, given = _scored_facts(article), _scored_facts(prediction)
        confirmed: set[int] = set()
        scores: list[tuple[str, Score]] = []
        for fact in wanted:
            hits = [i for i, candidate in enumerate(given) if judge.same_fact(fact, candidate)]
            confirmed.update(hits)
            scores.append((fact["relation"], _gold_score(fact, [given[i] for i in hits])))
            if not hits:
                missed.append(Judgement(name, fact))
        for i, fact in enumerate(given):
            scores.append((str(fact.get("relation")), Score(predicted=1, right=int(i in confirmed))))
            if i not in confirmed:
                wrong.append(Judgement(name, fact))
        for relation, score in scores:
            relations[relation] += score
            if by is not None:
                groups[str(article.get(by) or "")] += score
        strict = _Judge(judge.tables, relaxed=False)
        for key, same in _SAME_SPAN.items():
            spans[key] += _span_score(article.get(key, ()), prediction.get(key, ()), strict, same)
    return Evaluation(
        relations=dict(sorted(relations.items())),
        spans=spans,
        groups=dict(sorted(groups.items())),
        missed=tuple(missed),
        wrong=tuple(wrong),
        absent=tuple(sorted(name for name in gold if name not in predicted)),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides whether two names, values or facts are the same, given each side's names of one thing."""

    tables: Sequence[Mapping[str, frozenset[str]]]
    relaxed: bool

    def same_name(self, gold: object, given: object) -> bool:
        a, b = _normal(gold), _normal(given)
        if a == b or any(b in table.get(a, ()) or a in table.get(b, ()) for table in self.tables):
            return True
        if not self.relaxed:
            return False
        short, long = sorted((a, b), key=len)
        return len(short) > 1 and short in long and len(short) / len(long) >= RELAXED_SHARE

    def same_fact(self, gold: Json, given: Json) -> bool:
        relation = gold["relation"]
        if relation != given.get("relation"):
            return False
        theirs, ours = gold["object"], given.get("object")
        crossed = self.same_name(gold["subject"], ours) and self.same_name(theirs, given.get("subject"))
        if relation in SYMMETRIC and crossed:
            return True
        if not self.same_name(gold["subject"], given.get("subject")):
            return False
        if relation == "metric":
            return _same_metric_name(gold.get("label"), given.get("label")) and _same_value(theirs, ours)
        if relation == "says":
            return _same_quote(theirs, ours)
        if relation in DATED:
            return (gold.get("time") or "") == (given.get("time") or "")
        if relation == "post" and not self._same_title(gold.get("label"), given.get("label")):
            return False
        if theirs is None:
            return True
        if isinstance(theirs, dict) or isinstance(ours, dict):
            return _same_value(theirs, ours)
        return self.same_name(theirs, ours)

    def _same_title(self, gold: object, given: object) -> bool:
        a, b = _normal(gold), _normal(given)
        return a == b or (self.relaxed and a[-2:] == b[-2:])


def _same_metric_name(gold: object, given: object) -> bool:
    a, b = _normal(gold), _normal(given)
    return a == b or bool(a and b and (a in b or b in a))


def _same_quote(gold: object, given: object) -> bool:
    a, b = _normal(gold), _normal(given)
    return len(b) >= QUOTE_MINIMUM and (a[:QUOTE_HEAD] in b or b[:QUOTE_HEAD] in a)


def _same_value(gold: object, given: object) -> bool:
    if not isinstance(gold, dict) or not isinstance(given, dict):
        return False
    a, b = _number(gold.get("value")), _number(given.get("value"))
    if a is None or b is None or abs(a - b) > TOLERANCE * max(Decimal(1), abs(a)):
        return False
    return _normal(gold.get("unit")) == _normal(given.get("unit"))


_SameSpan: TypeAlias = Callable[[_Judge, Json, Json], bool]

_SAME_SPAN: Mapping[str, _SameSpan] = {
    "entities": lambda judge, gold, given: (
        gold["type"] == given.get("type") and judge.same_name(gold["name"], given.get("name"))
    ),
    "amounts": lambda _, gold, given: _same_value(gold, given),
    "times": lambda _, gold, given: gold["time"] == given.get("time"),
}


def _gold_score(fact: Json, hits: Sequence[Json]) -> Score:
    core, found = fact.get("tier") != "extended", bool(hits)
    return Score(
        gold=1,
        core=int(core),
        found=int(found),
        core_found=int(core and found),
        time_right=int(any((hit.get("time") or None) == (fact.get("time") or None) for hit in hits)),
        status_right=int(any(_status(hit) == _status(fact) for hit in hits)),
    )


def _span_score(gold: Sequence[Json], given: Sequence[Json], judge: _Judge, same: _SameSpan) -> Score:
    found = sum(any(same(judge, g, p) for p in given) for g in gold)
    right = sum(any(same(judge, g, p) for g in gold) for p in given)
    return Score(
        gold=len(gold), core=len(gold), predicted=len(given), right=right, found=found, core_found=found
    )


def _scored_facts(article: Json) -> list[Json]:
    return [fact for fact in article.get("facts", ()) if fact.get("relation") not in UNSCORED]


def _name_table(article: Json) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for entity in article.get("entities", ()):
        group = frozenset(map(_normal, (entity["name"], *entity.get("aliases", ())))) - {""}
        for name in group:
            table[name] = table.get(name, frozenset()) | group
    return table


def _status(fact: Json) -> str:
    return str(fact.get("status") or "asserted")


def _normal(text: object) -> str:
    return _UNSPOKEN.sub("", unicodedata.normalize("NFKC", str(text or "")).lower())


def _number(value: object) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _objects(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object of ``file`` with the place it stands at."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{file}: cannot be read as UTF-8 text ({error}); save it as UTF-8") from error
    if file.suffix == ".jsonl":
        rows = [(f"{file}:{n}", row) for n, row in enumerate(text.split("\n"), 1) if row.strip()]
    else:
        rows = [(str(file), text)]
    for where, row in rows:
        try:
            value = json.loads(row)
        except json.JSONDecodeError as error:
            raise ReadError(f"{where}: not JSON ({error}); a .jsonl file has one object a line") from error
        if not isinstance(value, dict):
            raise ReadError(f"{where}: a JSON {type(value).__name__} where an object was expected")
        yield where, value
