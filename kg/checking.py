"""Do the rules keep their word? Every rule's examples are read, and its facts counted against gold.

In: the rules with their examples, or articles with gold facts. Out: the examples that fail, the rules
that none of their examples exercises, and for each rule how often it fired and was right.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.document import Document
from kg.evaluate import Json, evaluate
from kg.model import Fact
from kg.pipeline import Article, Options, tools, understand
from kg.relations import fact_text
from kg.rules import Example, Rule


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a rule; ``str()`` gives one line that names file and rule."""

    rule: Rule
    message: str

    def __str__(self) -> str:
        return f"{self.rule.source}: rule {self.rule.id}: {self.message}"


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome: how much was checked, and what is wrong."""

    rules: int
    examples: int
    faults: tuple[Fault, ...]


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
    """
    _, rules = tools(options)
    faults: list[Fault] = []
    examples = 0
    for rule in rules.rules:
        fired = False
        for example in rule.examples:
            facts = _facts(example, options)
            fired = fired or any(fact.evidence.rule == rule.id for fact in facts)
            read = [fact_text(fact) for fact in facts]
            faults.extend(
                Fault(rule, f"“{example.text}” should give “{wanted}”; it gives {_listed(read)}")
                for wanted in example.facts
                if wanted not in read
            )
        for counter in rule.counters:
            faults.extend(
                Fault(rule, f"“{counter.text}” should give nothing; it gives “{fact_text(fact)}”")
                for fact in _facts(counter, options)
                if fact.evidence.rule == rule.id
            )
        if not fired:
            faults.append(Fault(rule, "none of its examples makes it fire; give it one ([[rule.example]])"))
        examples += len(rule.examples) + len(rule.counters)
    return Check(len(rules.rules), examples, tuple(faults))


def rule_figures(articles: Iterable[Article], gold: Mapping[str, Json]) -> dict[str, Figures]:
    """Count, by the id of the rule, the facts read in ``articles`` that have gold."""
    given = {article.document.id: article.record() for article in articles}
    result = evaluate({name: gold[name] for name in gold if name in given}, given)
    fired = Counter(fact["rule"] for name in given if name in gold for fact in given[name]["facts"])
    wrong = Counter(judgement.fact["rule"] for judgement in result.wrong)
    return {rule: Figures(count, count - wrong[rule]) for rule, count in sorted(fired.items())}


def _facts(example: Example, options: Options) -> tuple[Fact, ...]:
    day = date.fromisoformat(example.published) if example.published else None
    return understand(Document("example", example.text, day=day), *tools(options)).facts


def _listed(read: list[str]) -> str:
    return "、".join(f"“{fact}”" for fact in read) or "nothing"
