"""What a bracket behind a number tells of it: 营收3亿元（同比增长5%）, 质押500万股股份（占总股本的2%）.

In: the number's fact, and the bracket as a sentence of its own. Out: a fact for each change, and for each
share of a whole, of the same owner and period.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.amounts import Amount
from kg.context import Surroundings
from kg.metric_names import Name, Namer
from kg.model import Fact

_GLOSSES = frozenset({"metric.change", "metric.portion", "metric.share"})
_SHARES = frozenset({"%", "个百分点", "百分点"})
#: What is counted may stand between the number and its bracket: 500万股|股份|（占…）.
_COUNTED = re.compile("(?:公司|人民币|普通)?(?:股份|股票|股权|A股|H股)?")


def glossed(facts: Sequence[Fact], bracket: int, text: str) -> Fact | None:
    """Return the fact of the number right before the bracket at ``bracket``, if it has one alone."""
    found = [
        fact
        for fact in facts
        if isinstance(fact.object, Amount)
        and fact.object.span.end <= bracket
        and _COUNTED.fullmatch(text, fact.object.span.end, bracket)
    ]
    return found[0] if len(found) == 1 and found[0].evidence.rule != "metric.change" else None


def glosses(fact: Fact, around: Surroundings, text: str) -> Iterator[Fact]:
    """Yield what the bracket ``around`` tells of the number of ``fact``."""
    if not isinstance(fact.object, Amount):
        return
    namer = Namer(around, text)
    namer.note(Name(fact.label, "metric.value", fact.evidence.cue), fact.object)
    for clause in around.clauses:
        for index in range(clause.start, clause.end):
            amount = around.chunks[index].count
            name = namer.name(clause, clause.start, index, amount) if amount is not None else None
            if amount is None or name is None or name.rule not in _GLOSSES or amount.unit not in _SHARES:
                continue
            namer.note(name, amount)
            seen = replace(fact.evidence, object=amount.span, cue=name.span, rule=name.rule)
            yield replace(fact, object=amount, label=name.text, evidence=seen)
