"""Do the rules keep their word? Every rule's examples are read, and its facts counted against gold.

In: the rules with their examples, or articles with gold facts. Out: the examples that fail, the rules
that none of their examples exercises, and for each rule how often it fired and was right.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.language import Language

from kg.document import Document
from kg.evaluate import UNSCORED, Json, evaluate
from kg.model import Fact, Status
from kg.ontology_schema import Ontology, load_ontology
from kg.pipeline import Article, Options, tools, understand
from kg.relations import RuleSet, fact_text
from kg.rules import Example, Rule, not_in_ontology

ProblemKind = Literal["unknown-relation", "example-missed", "counter-fired", "no-example"]

#: What a counter-example forbids; a denied or former reading of it is no failure.
_STATED = frozenset({Status.ASSERTED, Status.PLANNED})


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule of ``file``; ``str()`` gives one line that says so and how to mend it.

    ``text`` is the example, ``wanted`` the fact that is missing or the relation that is unknown, ``found``
    the facts read instead or, of a counter-example, by the rule, or the relations that there are; what a
    kind has no use for is empty.
    """

    file: str
    rule: str
    kind: ProblemKind
    text: str = ""
    wanted: str = ""
    found: tuple[str, ...] = ()

    def __str__(self) -> str:
        found = "、".join(f"“{fact}”" for fact in self.found) or "nothing"
        match self.kind:
            case "example-missed":
                message = f"“{self.text}” should give “{self.wanted}”; it gives {found}"
            case "counter-fired":
                message = f"“{self.text}” should give nothing; it gives {found}"
            case "unknown-relation":
                message = not_in_ontology(self.wanted, self.found)
            case "no-example":
                message = "none of its examples makes it fire; give it one ([[rule.example]])"
        return f"{self.file}: rule {self.rule}: {message}"


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome: how much was checked, and what is wrong."""

    rules: int
    examples: int
    faults: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How often a rule fired on articles with gold, and how often gold confirms what it read."""

    fired: int
    right: int


def check_rules(options: Options) -> Check:
    """Read every example and counter-example of every rule.

    Raises:
        ModelError: the language model is missing.
        RuleError: a rule file is malformed.
        OntologyError: a file that declares relations is.
    """
    nlp, rules = tools(options)
    ontology = load_ontology(*options.rules)
    faults = tuple(problem for rule in rules.rules for problem in problems(rule, nlp, rules, ontology))
    examples = sum(len(rule.examples) + len(rule.counters) for rule in rules.rules)
    return Check(len(rules.rules), examples, faults)


def problems(rule: Rule, nlp: Language, rules: RuleSet, ontology: Ontology) -> Iterator[Problem]:
    """Yield what is wrong with ``rule``, read together with all of ``rules``, under ``ontology``.

    An example passes if each of its facts is read in it, by whichever rule; a counter-example if ``rule``
    itself states nothing in it.
    """
    if rule.relation not in ontology.relations:
        known = tuple(ontology.relations)
        yield Problem(rule.source, rule.id, "unknown-relation", wanted=rule.relation, found=known)
    fired = False
    for example in rule.examples:
        facts = example_facts(example, nlp, rules)
        fired = fired or any(fact.evidence.rule == rule.id for fact in facts)
        read = tuple(fact_text(fact) for fact in facts)
        for wanted in example.facts:
            if wanted not in read:
                yield Problem(rule.source, rule.id, "example-missed", example.text, wanted, read)
    for counter in rule.counters:
        facts = example_facts(counter, nlp, rules)
        stated = [fact for fact in facts if fact.evidence.rule == rule.id and fact.status in _STATED]
        if stated:
            read = tuple(fact_text(fact) for fact in stated)
            yield Problem(rule.source, rule.id, "counter-fired", counter.text, found=read)
    if not fired:
        yield Problem(rule.source, rule.id, "no-example")


def example_facts(example: Example, nlp: Language, rules: RuleSet) -> tuple[Fact, ...]:
    """Return the facts read in an example, as in an article of its own.

    Raises:
        ValueError: the example's ``published`` is no ISO date.
    """
    day = date.fromisoformat(example.published) if example.published else None
    return understand(Document("example", example.text, day=day), nlp, rules).facts


def rule_figures(articles: Iterable[Article], gold: Mapping[str, Json]) -> dict[str, Figures]:
    """Count, by the id of the rule, the facts read in ``articles`` that have gold.

    Ties that names carry and metrics count under the id that their evidence names.
    """
    given = {article.document.id: article.record() for article in articles}
    given = {name: record for name, record in given.items() if name in gold}
    result = evaluate({name: gold[name] for name in given}, given)
    read = [fact for record in given.values() for fact in record["facts"] if fact["relation"] not in UNSCORED]
    fired = Counter(fact["rule"] for fact in read)
    wrong = Counter(judgement.fact["rule"] for judgement in result.wrong)
    return {rule: Figures(count, count - wrong[rule]) for rule, count in sorted(fired.items())}
