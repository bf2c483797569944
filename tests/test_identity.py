"""Across articles: one thing is one node, two are two, and the reason is told."""

import itertools
import json
import random
from pathlib import Path

import pytest
import rdflib
from graph_cases import Story, money_story, park_story
from identity_cases import graph_of, node_iri, outcome, places_of, traps

from kg.decisions import ALONE, APART, SAME, Decision, Decisions, decisions_text, read_decisions
from kg.document import Metadata
from kg.errors import DecisionError, NotFoundError
from kg.export import FORMATS, write_build, write_graph
from kg.gazetteer import gazetteer
from kg.graph import Graph
from kg.identity import Merge
from kg.model import MentionType, Status
from kg.reference import division, rows_named
from kg.store import Store
from kg.wikidata import wikidata_iri

ORG, PARK, PERSON, PLACE = MentionType.ORG, MentionType.PARK, MentionType.PERSON, MentionType.PLACE
GROUP = MentionType.GROUP


def graph(*stories: Story, decisions: Decisions | None = None) -> Graph:
    made = Graph(decisions=decisions or Decisions())
    for story in stories:
        story.add_to(made)
    return made


def keys(made: Graph) -> list[str]:
    return sorted(node.key for node in made.nodes)


def named(article: str, type_: MentionType, name: str, *aliases: str) -> Story:
    story = Story(article, "、".join((name, *aliases)))
    story.entity(name, type_, *aliases)
    return story


def holder(article: str, name: str, *posts: tuple[str, str], status: Status = Status.ASSERTED) -> Story:
    """An article that tells a person's posts, a body and a title each."""
    story = Story(article, *(f"{body}{title}{name}发言。" for body, title in posts))
    person = story.entity(name, PERSON)
    for body, title in posts:
        known = story.entities.get(body) or story.entity(body, ORG)
        story.fact(f"{body}{title}{name}发言。", person, "post", known, title, status=status)
    return story


def coded(article: str, name: str, relation: str, code: str) -> Story:
    story = Story(article, f"{name}（{code}）")
    story.fact(f"{name}（{code}）", story.entity(name, ORG), relation, code)
    return story


# The traps


@pytest.mark.parametrize("held_out", [False, True], ids=["built on", "held out"])
def test_no_trap_joins_what_is_two_and_nine_of_ten_join_what_is_one(held_out: bool) -> None:
    pairs = [trap for trap in traps() if trap.held_out is held_out]
    found = outcome(pairs)
    assert [(trap.first.text, trap.second.text) for trap in found.joined] == []
    assert len(pairs) > 120
    assert found.read_merges >= 0.9


def test_the_traps_do_not_join_when_all_are_read_together() -> None:
    pairs = list(traps())
    assert len(pairs) >= 300
    places = places_of(graph_of(*(name for trap in pairs for name in (trap.first, trap.second))))
    for trap in pairs:
        first, second = node_iri(places, trap.first), node_iri(places, trap.second)
        assert trap.same or first is None or first != second, trap


# Persons


def test_persons_of_one_name_stay_two_until_an_article_joins_them() -> None:
    apart = graph(holder("a", "马超", ("甲局", "局长")), holder("b", "马超", ("乙局", "局长")))
    assert [key for key in keys(apart) if ":" in key] == ["马超:乙局:局长", "马超:甲局:局长"]
    assert [near.rule for near in apart.identity.near] == ["person.name"]
    moved = holder("c", "马超", ("甲局", "局长"), ("乙局", "局长"))
    joined = graph(holder("a", "马超", ("甲局", "局长")), holder("b", "马超", ("乙局", "局长")), moved)
    [person] = [node for node in joined.nodes if node.type is PERSON]
    assert {mention.article for mention in person.mentions} == {"a", "b", "c"}
    assert [iri.rpartition("/")[2] for iri in (person.iri, *person.also)] == [
        "马超:甲局:局长",
        "马超:乙局:局长",
    ]
    merges = joined.identity.merges
    assert {(merge.rule, merge.detail) for merge in merges} == {("person.post", "乙局 局长")}
    assert sorted(e.document for e in merges[0].evidence) == ["b", "c"]


def test_a_post_that_is_denied_ties_nobody() -> None:
    denied = holder("b", "马超", ("甲局", "局长"), status=Status.DENIED)
    made = graph(holder("a", "马超", ("甲局", "局长")), denied)
    assert {key for key in keys(made) if "马超" in key} == {"马超:甲局:局长", "马超::b"}


def test_one_post_in_a_body_named_in_two_ways_is_one() -> None:
    made = graph(holder("a", "马超", ("工行", "行长")), holder("b", "马超", ("中国工商银行", "行长")))
    assert keys(made) == ["中国工商银行", "马超:中国工商银行:行长"]


def test_editors_of_one_site_are_one_and_of_two_are_two() -> None:
    stories = []
    for article, site in (("a", "青溪网"), ("b", "青溪网"), ("c", "柳桥网")):
        story = Story(article, "无事。", meta=Metadata(publisher=site, editor="马超"))
        story.entity("马超", PERSON)
        stories.append(story)
    assert keys(graph(*stories)) == ["马超:柳桥网:编辑", "马超:青溪网:编辑"]


def test_a_person_of_whom_no_post_is_told_is_of_the_article() -> None:
    made = graph(
        named("a", PERSON, "马超"), named("b", PERSON, "马超"), holder("c", "马某", ("甲局", "局长"))
    )
    assert {"马超::a", "马超::b", "马某::c"} <= set(keys(made))


# Codes, names and what keeps apart


@pytest.mark.parametrize("name", ["市政府", "吉林分公司", "华东分公司", "深圳监管局", "银保监局"])
def test_a_body_that_may_be_anybodys_is_of_the_article(name: str) -> None:
    assert len(keys(graph(named("a", ORG, name), named("b", ORG, name)))) == 2


@pytest.mark.parametrize(("name", "nodes"), [("工业总产值", 2), ("固定资产投资", 2), ("普惠小微贷款余额", 1)])
def test_what_is_measured_of_every_place_is_of_the_article(name: str, nodes: int) -> None:
    kind = MentionType.PRODUCT
    assert len(keys(graph(named("a", kind, name), named("b", kind, name)))) == nodes


def test_a_code_joins_names_and_the_earliest_article_gives_the_iri() -> None:
    second = coded("b", "青松电子", "ticker", "600999.SH")
    [node] = graph(coded("a", "云雀智能", "ticker", "sh600999"), second).nodes
    assert (node.key, node.also, node.aliases) == (
        "云雀智能",
        ("https://example.org/zhkg/e/青松电子",),
        ("云雀智能",),
    )
    assert node.name == "青松电子"
    code = "91110108551385082Q"
    credit = [coded(id_, name, "credit_code", code) for id_, name in (("a", "甲厂"), ("b", "乙厂"))]
    [merge] = graph(*credit).identity.merges
    assert (merge.rule, merge.detail) == ("code.credit", f"uscc:{code}")


def test_codes_of_two_markets_do_not_keep_apart_and_of_one_market_do() -> None:
    def story(article: str, *codes: str) -> Story:
        made = Story(article, "云雀智能股份有限公司，" + "，".join(codes))
        body = made.entity("云雀智能股份有限公司" if article == "a" else "云雀智股", ORG)
        for code in codes:
            made.fact(code, body, "ticker", code)
        return made

    owner = story("a", "600999", "02899")
    owner.entities["云雀智能股份有限公司"] = owner.entity("云雀智能股份有限公司", ORG, "云雀智股")
    owner.facts.clear()
    owner.fact("600999", owner.entities["云雀智能股份有限公司"], "ticker", "600999")
    assert len(graph(owner, story("b", "02899")).nodes) == 1
    against = graph(owner, story("b", "600998"))
    assert len(against.nodes) == 2
    assert [near.against for near in against.identity.near] == ["their codes differ"]


def test_a_second_name_does_not_join_what_one_article_names_apart() -> None:
    both = Story("c", "海棠科学研究中心与海棠中心签约。")
    both.entity("海棠科学研究中心", ORG)
    both.entity("海棠中心", ORG)
    made = graph(named("a", ORG, "海棠科学研究中心", "海棠中心"), named("b", ORG, "海棠中心"), both)
    assert len(made.nodes) == 2
    assert [near.against for near in made.identity.near] == ["an article names both"]


def test_a_count_is_no_part_of_a_groups_name() -> None:
    assert keys(
        graph(named("a", GROUP, "全国169家国家高新区", "国家高新区"), named("b", GROUP, "国家高新区"))
    ) == ["国家高新区"]


# Places


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ("湖南", "湖南省"),
        ("湘", "湖南省"),
        ("北平", "北京市"),
        ("襄樊市", "襄阳市"),
        ("密云县", "密云区"),
        ("西安", "西安市"),
        ("西安 牡丹江市", "牡丹江市西安区"),
        ("西安 牡丹江市 陕西省", "西安:Place::a"),
        ("朝阳区", "朝阳区:Place::a"),
        ("朝阳区 长春市", "长春市朝阳区"),
        ("朝阳区 长春市 北京市", "朝阳区:Place::a"),
        ("吉林 长春市", "吉林:Place::a"),
        ("鼓楼区 江苏省 南京市", "南京市鼓楼区"),
        ("崇文区", "崇文区"),
        ("人民路", "人民路:Place::a"),
        ("美利坚合众国", "美国"),
    ],
)
def test_a_place_is_the_row_of_the_tables_that_the_article_tells(names: str, key: str) -> None:
    first, *others = names.split()
    story = named("a", PLACE, first)
    story = Story("a", " ".join((first, *others)))
    for name in (first, *others):
        story.entity(name, PLACE)
    assert key in keys(graph(story))


WALK = """SELECT ?place ?code ?reference WHERE {
  ?park rdfs:label "长沙高新区"@zh ; schema:containedInPlace+ ?at . ?at rdfs:label ?place .
  OPTIONAL { ?at kg:divisionCode|kg:countryCode ?code } BIND(EXISTS { ?at a kg:Reference } AS ?reference)
} ORDER BY DESC(?code)"""


def test_sparql_walks_from_a_zone_to_its_country(tmp_path: Path) -> None:
    made = graph(named("a", PARK, "长沙高新区"), named("b", PLACE, "湖南"))
    write_build(made, tmp_path)
    store = Store()
    store.load(tmp_path / "graph.ttl")
    found = {(row["place"], row["code"], row["reference"]) for row in store.rows(WALK)}
    assert found == {
        ("湖南", "430000", "false"),
        ("长沙市", "430100", "true"),
        ("中国", "CHN", "true"),
    }
    assert "湖南省" in {row["name"] for row in store.rows("SELECT ?name { e:湖南省 skos:altLabel ?name }")}
    assert all(node.name != "长沙市" for node in made.nodes)


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("北京", "Q956"),
        ("沪", "Q8686"),
        ("湖南", "Q45761"),
        ("吉林省", "Q45208"),
        ("吉林市", ""),
        ("内蒙古", "Q41079"),
        ("西藏", "Q17252"),  # the autonomous region, not the highland (Q17269)
        ("香港", "Q8646"),
        ("高雄", "Q181557"),
        ("新竹县", "Q74054"),
        ("新竹市", "Q249994"),
        ("华盛顿州", "Q1223"),
        ("华盛顿", ""),
        ("法国", "Q142"),
        ("长沙市", ""),
    ],
)
def test_a_place_has_the_item_that_a_source_states_or_none(name: str, item: str) -> None:
    [row] = rows_named((name,), PLACE)
    assert wikidata_iri(row).rpartition("/")[2] == item


def test_every_province_has_an_item_and_no_item_two_rows() -> None:
    provinces = [code for code, place in gazetteer().places.items() if place.level == "province"]
    assert len(provinces) == 34
    assert all(wikidata_iri(division(code)) for code in provinces)
    rows = list(gazetteer().rows("wikidata"))
    assert len({row["item"] for row in rows}) == len(rows)
    assert len({(row["table"], row["row"]) for row in rows}) == len(rows)


# IRIs


def test_the_hundredth_article_changes_no_iri_of_the_others() -> None:
    rng = random.Random(7)
    bodies = [
        "甲局",
        "乙局",
        "中国银行",
        "中行",
        "长沙市",
        "长沙",
        "青溪股份",
        "青溪股份有限公司",
        "市政府",
        "公告",
    ]
    types = [ORG, PLACE, PERSON, MentionType.DOCUMENT, MentionType.INDUSTRY, MentionType.FACILITY]
    stories: list[Story] = []
    for number in range(100):
        story = holder(
            f"{number}", rng.choice(["王军", "李伟"]), (rng.choice(bodies), rng.choice(["局长", "主任"]))
        )
        words = rng.sample(bodies, 3)
        story.document = Story(f"{number}", story.document.text + "".join(words)).document
        for word in words:
            story.entities.setdefault(word, story.entity(word, rng.choice(types)))
        stories.append(story)
    for left_out in (0, 50, 99):
        fewer, all_ = (graph(*found) for found in (stories[:left_out] + stories[left_out + 1 :], stories))
        now = {(m.article, m.start, m.end, node.type): node.iri for node in all_.nodes for m in node.mentions}
        for node in fewer.nodes:
            for m in node.mentions:
                assert now.get((m.article, m.start, m.end, node.type), node.iri) == node.iri
        assert {node.iri for node in fewer.nodes} <= {node.iri for node in all_.nodes}
        assert {s.iri for s in fewer.statements} <= {s.iri for s in all_.statements}


def test_an_iri_that_was_joined_to_another_stays_and_leads_to_it() -> None:
    apart = [holder("a", "马超", ("甲局", "局长")), holder("b", "马超", ("乙局", "局长"))]
    before = graph(*apart)
    after = graph(*apart, holder("c", "马超", ("甲局", "局长"), ("乙局", "局长")))
    assert {n.iri for n in before.nodes} <= {iri for n in after.nodes for iri in (n.iri, *n.also)}
    triples = after.to_rdflib()
    [(old, new)] = triples.subject_objects(rdflib.OWL.sameAs)
    assert {str(old), str(new)} == {node.iri for node in before.nodes if node.type is PERSON}


def test_shuffled_articles_give_the_same_identity() -> None:
    stories = [
        *(holder(f"{n}", "马超", (body, "局长")) for n, body in enumerate(("甲局", "乙局", "丙局"))),
        holder("m", "马超", ("甲局", "局长"), ("乙局", "局长")),
        named("x", ORG, "海棠科学研究中心", "海棠中心"),
        named("y", ORG, "海棠中心"),
        coded("t", "海棠中心股份", "ticker", "600999"),
        coded("u", "海棠科学研究中心", "ticker", "600999"),
    ]
    results = []
    for order in itertools.islice(itertools.permutations(stories), 0, 40320, 1201):
        made = graph(*order)
        results.append((made.nodes, made.identity))
    assert all(result == results[0] for result in results)


# Decisions


def written(made: Graph) -> list[str]:
    return ["".join(FORMATS[name].writer()(made)) for name in ("turtle", "entities", "identity", "nquads")]


@pytest.mark.parametrize(
    "line",
    [
        (SAME, "海棠高新区管委会", "白鹭股份"),
        (APART, "林晓舟:海棠高新区管委会:主任", "林晓舟:白鹭股份:董事长"),
        (ALONE, "海棠高新区管委会", "money.html"),
    ],
)
def test_a_decision_is_honoured_and_undoing_it_gives_the_former_bytes_back(line: Decision) -> None:
    both = holder("z", "林晓舟", ("海棠高新区管委会", "主任"), ("白鹭股份", "董事长"))
    stories = [park_story(), money_story(), both, holder("y", "林晓舟", ("白鹭股份", "董事长"))]
    before = written(graph(*stories))
    decisions = Decisions().with_(line)
    made = graph(*stories, decisions=decisions)
    assert written(made)[1] != before[1]
    if line[0] == SAME:
        assert Merge(line[1], line[2], "decision") in made.identity.merges
        assert line[1] in keys(made)
        assert line[2] not in keys(made)
    elif line[0] == APART:
        assert {line[1], line[2]} <= set(keys(made))
        assert "a decision keeps them apart" in {near.against for near in made.identity.near}
    else:
        assert {"海棠高新区管委会", "海棠高新区管委会:Organization::money.html"} <= set(keys(made))
    made.decide(decisions.without(line))
    assert written(made) == before


def test_an_opposite_decision_takes_the_place_of_the_first() -> None:
    decisions = Decisions().with_((SAME, "甲", "乙")).with_((ALONE, "甲", "a")).with_((APART, "乙", "甲"))
    assert decisions.lines == ((ALONE, "甲", "a"), (APART, "乙", "甲"))
    assert decisions.between(SAME, {"甲"}, {"乙"}) == ()
    assert decisions.between(APART, {"甲", "丙"}, {"乙"}) == ((APART, "乙", "甲"),)
    assert decisions.between(ALONE, {"a"}, {"甲"}) == ()
    assert decisions.without((ALONE, "甲", "a")).lines == ((APART, "乙", "甲"),)


def test_a_file_of_decisions_is_read_back_and_a_bad_line_named(tmp_path: Path) -> None:
    file = tmp_path / "decisions.tsv"
    decisions = Decisions(((SAME, "甲", "乙"), (ALONE, "甲", "a b.md")))
    file.write_text(decisions_text(decisions), encoding="utf-8")
    assert read_decisions(file) == decisions
    for line in ("same\t甲", "merge\t甲\t乙", "same\t\t乙"):
        file.write_text(f"\n# so\n{line}\n", encoding="utf-8")
        with pytest.raises(DecisionError, match=r"decisions.tsv:3: .*same, apart, alone"):
            read_decisions(file)
    with pytest.raises(NotFoundError, match="does not exist"):
        read_decisions(tmp_path / "missing.tsv")


def test_every_merge_is_a_resource_with_its_rule_and_sentence(tmp_path: Path) -> None:
    made = graph(coded("a", "云雀智能", "ticker", "600999"), coded("b", "青松电子", "ticker", "600999"))
    write_graph(made, tmp_path / "graph.ttl", "turtle")
    store = Store()
    store.load(tmp_path / "graph.ttl")
    [row] = store.rows(
        "SELECT ?rule ?shared (COUNT(DISTINCT ?s) AS ?n) WHERE { ?m a kg:Merge ; kg:mergeRule ?rule ;"
        " kg:shared ?shared ; kg:joins ?e ; prov:wasQuotedFrom/rdf:value ?s } GROUP BY ?rule ?shared"
    )
    assert row == {"rule": "code.ticker", "shared": "cn:600999", "n": "2"}
    lines = [json.loads(line) for line in FORMATS["identity"].writer()(made)]
    assert [(row["is"], row["rule"]) for row in lines] == [("merge", "code.ticker")]


def test_a_part_keeps_the_reasons_of_its_things_and_what_they_lie_in() -> None:
    made = graph(
        coded("a", "甲光电", "ticker", "600001"),
        coded("b", "甲光电科技", "ticker", "600001"),
        coded("c", "乙药业", "ticker", "600002"),
        named("d", PLACE, "宁波市"),
    )
    whole = made.part(made.statements)
    first = made.part([one for one in made.statements if one.subject.name.startswith("甲光电")])
    other = made.part([one for one in made.statements if one.subject.name == "乙药业"])
    assert whole.identity.merges == first.identity.merges == made.identity.merges != ()
    assert other.identity.merges == ()
    assert other.references == ()
