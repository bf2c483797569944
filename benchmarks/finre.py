"""Ties between companies on FinRE: how many tied pairs get the right tie, how many of the others any.

    python benchmarks/finre.py [--train] [--show RELATION]

FinRE (Li et al., ACL 2019; MIT) marks pairs of companies in sentences of a finance site with one of 25
relations, or with none. Pairs are taken without direction, as the directions of the set are noisy.
:data:`MEANING` says which of our relations stand for each of its labels; ties that are ``other`` with us (a
lawsuit, a loan, an order) count where their label says what FinRE's does. A name is found where one of an
entity's names equals it or holds it; a name within both of a pair (甲 of 甲一公司 and 甲二公司) is
neither. What we read as denied (甲否认将收购乙) is no tie, for tied and untied pairs alike. Where things lie,
and who says what or rates whom, is not asked of untied pairs. The set masks numbers as ``<N>``; its text is
read as it stands.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.document import Document
from kg.model import Entity, Fact, Status
from kg.pipeline import Options, tools
from kg.relations import extract

SHARED = Path(__file__).resolve().parents[2] / "shared" / "relations"

_STAKES = frozenset({"holds_stake", "changes_stake", "acquires", "invests_in"})
_BUYS = frozenset(
    {"acquires", "holds_stake", "changes_stake", "part_of", "收购", "转让", "受让", "出售", "合并"}
)
#: What says the same as a label of FinRE: relations of ours, and labels of our ``other`` or parts of them.
MEANING: dict[str, frozenset[str]] = {
    "拥有": frozenset({"part_of", "holds_stake", "includes", "produces", "acquires"}),
    "合作": frozenset({"cooperates_with", "供", "代工", "代理", "委托", "客户", "支持"}),
    "签约": frozenset({"cooperates_with", "wins_bid"}),
    "合资": frozenset({"cooperates_with", "invests_in", "holds_stake"}),
    "商讨": frozenset({"cooperates_with", "acquires", "谈", "商", "接触", "沟通"}),
    "竞争": frozenset({"competes_with"}),
    "持股": _STAKES,
    "增持": _STAKES | {"转让", "受让"},
    "减持": _STAKES | {"转让"},
    "入股": _STAKES,
    "注资": _STAKES | {"注入", "出资"},
    "转让": _STAKES | {"转让", "受让"},
    "收购": _BUYS,
    "拟收购": _BUYS,
    "买资": _BUYS | {"wins_bid"},
    "交易": _BUYS | {"wins_bid", "采购", "购买", "供", "销售", "交易"},
    "重组": _BUYS | {"重组", "整合"},
    "合并": _BUYS | {"重组", "整合"},
    "借壳": frozenset({"acquires", "借壳"}),
    "成立": frozenset(
        {
            "invests_in",
            "part_of",
            "holds_stake",
            "founder",
            "设立",
            "成立",
            "组建",
            "创办",
            "发起",
            "共同投资",
        }
    ),
    "订单": frozenset(
        {
            "wins_bid",
            "cooperates_with",
            "采购",
            "供",
            "代工",
            "代理",
            "客户",
            "承销",
            "订",
            "委托",
            "聘",
            "销售",
            "生产",
        }
    ),
    "发行": frozenset({"invests_in", "changes_stake", "发行", "增发", "承销", "保荐"}),
    "纠纷": frozenset(
        {
            "起诉",
            "诉",
            "告",
            "举报",
            "纠纷",
            "仲裁",
            "官司",
            "侵",
            "指",
            "之争",
            "争端",
            "矛盾",
            "案",
            "反击",
            "公堂",
            "索赔",
        }
    ),
    "欠款": frozenset({"欠", "贷款", "借", "债", "还", "担保"}),
    "帮助": frozenset({"担保", "贷款", "支持", "帮助", "授信", "融资", "保荐", "推荐", "提供"}),
    "分析": frozenset({"says", "评级"}),
}

#: Ties of ours that FinRE has no label near to; a pair that it calls untied may well have them.
UNASKED = frozenset({"says", "located_in", "评级"})


def means(found: Iterable[str], label: str) -> bool:
    """Tell whether one of the ties found says what a label of FinRE says."""
    meant = MEANING.get(label, frozenset())
    return any(word in tie for tie in found for word in meant)


def ties(facts: Sequence[Fact], a: str, b: str) -> Iterator[str]:
    """Yield the relations (the label for ``other``) of the facts that tie ``a`` to ``b``.

    What is said by somebody with a post at a firm, the firm says. What is denied ties nothing.
    """
    for fact in facts:
        if fact.status is Status.DENIED:
            continue
        if isinstance(fact.object, Entity):
            pair = (fact.subject, fact.object)
            if any(_means(x, a, b) and _means(y, b, a) for x, y in (pair, pair[::-1])):
                yield fact.label if fact.relation == "other" else fact.relation
        elif fact.relation == "says":
            speakers = [fact.subject, *_employers(facts, fact.subject)]
            for speaker in speakers:
                if any(_is(speaker, x) and y in str(fact.object) for x, y in ((a, b), (b, a))):
                    yield fact.relation


def _employers(facts: Iterable[Fact], person: Entity) -> Iterator[Entity]:
    for fact in facts:
        if fact.relation == "post" and fact.subject.id == person.id and isinstance(fact.object, Entity):
            yield fact.object


def _means(entity: Entity, name: str, other: str) -> bool:
    """Tell whether an entity is the one called ``name`` and not as much the ``other`` of the pair."""
    names = (entity.name, *entity.aliases)
    return name in names or (_is(entity, name) and not _is(entity, other))


def _is(entity: Entity, name: str) -> bool:
    return any(name == known or name in known or known in name for known in (entity.name, *entity.aliases))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Ties between companies, on FinRE")
    parser.add_argument("--train", action="store_true", help="measure on the training part")
    parser.add_argument("--show", metavar="LABEL", help="print the missed pairs of a label, or 'none'")
    options = parser.parse_args()
    path = SHARED / f"finre_{'train' if options.train else 'valid'}.jsonl"
    nlp, rules = tools(Options())
    gold: Counter[str] = Counter()
    right: Counter[str] = Counter()
    negative = claimed = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = Document(row["id"], row["text"])
        facts = extract(document, nlp(row["text"]), rules).facts
        for triple in row["triples"]:
            label = triple["predicate"]
            found = set(ties(facts, triple["subject"], triple["object"]))
            gold[label] += 1
            right[label] += means(found, label)
            if options.show == label and not means(found, label):
                print(triple["subject"], "|", triple["object"], "|", sorted(found), "|", row["text"])
        for a, b in row["negative_pairs"]:
            found = set(ties(facts, a, b)) - UNASKED
            negative += 1
            claimed += bool(found)
            if options.show == "none" and found:
                print(a, "|", b, "|", sorted(found), "|", row["text"])
    print(f"{'label':8}{'pairs':>7}{'right':>7}{'share':>8}")
    for label, count in gold.most_common():
        print(f"{label:8}{count:7}{right[label]:7}{right[label] / count:8.2f}")
    total = sum(gold.values())
    print(f"{'all':8}{total:7}{sum(right.values()):7}{sum(right.values()) / total:8.3f}")
    print(f"pairs without a tie that got one: {claimed} of {negative} ({claimed / negative:.3f})")


if __name__ == "__main__":
    main()
