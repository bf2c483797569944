"""Graphs made by hand for the tests of graph and export: a builder that finds spans by words."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from kg.amounts import Amount
from kg.document import Document, Metadata, Span
from kg.graph import Graph
from kg.model import Entity, Evidence, Fact, MentionType, Status

BEIJING = timezone(timedelta(hours=8))


class Story:
    """One document whose sentences are given one a fact."""

    def __init__(self, id: str, *sentences: str, meta: Metadata | None = None) -> None:  # noqa: A002
        text = "\n".join(sentences)
        self.document = Document(id, text, (), meta or Metadata(), date(2021, 10, 8))
        self.entities: dict[str, Entity] = {}
        self.facts: list[Fact] = []

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def entity(self, name: str, type_: MentionType, *aliases: str) -> Entity:
        places = tuple(self.span(word) for word in (name, *aliases) if word in self.document.text)
        entity = Entity(f"{len(self.entities)}", name, type_, aliases, tuple(sorted(places)))
        self.entities[name] = entity
        return entity

    def amount(self, text: str, value: str, unit: str, **bounds: Decimal) -> Amount:
        return Amount(text, self.span(text), Decimal(value), unit, **bounds)

    def fact(
        self,
        sentence: str,
        subject: Entity,
        relation: str,
        object_: Entity | Amount | str | None,
        label: str = "",
        rule: str = "test.rule",
        **rest: object,
    ) -> Fact:
        evidence = Evidence(self.document.id, self.span(sentence), sentence, rule)
        fact = Fact(subject, relation, object_, evidence, label, **rest)  # type: ignore[arg-type]
        self.facts.append(fact)
        return fact

    def add_to(self, graph: Graph) -> None:
        graph.add(self.document, list(self.entities.values()), self.facts)


def park_story() -> Story:
    one = "海棠高新区管委会主任林晓舟表示，要把海棠高新区建成国内领先的创新高地。"
    two = "2021年1-9月，海棠高新区生产总值56.3亿元，同比下降3%。"
    three = "海棠高新区位于青溪市，简称海高新，成立于2010年。"
    meta = Metadata(
        title="海棠高新区：新的起点",
        publisher="青溪日报",
        source="青溪日报",
        editor="周编辑",
        published=datetime(2021, 10, 8, 9, 30, tzinfo=BEIJING),
        categories=("园区",),
        url="https://news.example/a?b=1&c=<2>",
    )
    story = Story("park.md", one, two, three, meta=meta)
    park = story.entity("海棠高新区", MentionType.PARK, "海高新")
    office = story.entity("海棠高新区管委会", MentionType.ORG)
    person = story.entity("林晓舟", MentionType.PERSON)
    city = story.entity("青溪市", MentionType.PLACE)
    story.fact(one, person, "post", office, "主任", "post.a", confidence=0.9)
    story.fact(one, park, "goal", "国内领先的创新高地", "建成", status=Status.PLANNED, speaker=person)
    story.fact(one, person, "says", "要把海棠高新区建成国内领先的创新高地", "表示")
    period = "2021-01-01/2021-09-30"
    story.fact(two, park, "metric", story.amount("56.3亿元", "5630000000", "CNY"), "生产总值", time=period)
    story.fact(two, park, "metric", story.amount("3%", "3", "%"), "生产总值同比下降", time=period)
    story.fact(three, park, "located_in", city, "位于")
    story.fact(three, park, "alias", "海高新", "简称")
    story.fact(three, park, "founded", None, "成立", time="2010")
    return story


def money_story() -> Story:
    one = "海棠高新区管委会主任林晓舟介绍，白鹭股份拟收购云雀科技。"
    two = "原总经理高一凡曾任白鹭股份总经理；白鹭股份否认与云雀科技合作。"
    three = "白鹭股份（600999）去年营收超过20亿元。"
    story = Story("money.html", one, two, three)
    office = story.entity("海棠高新区管委会", MentionType.ORG)
    speaker = story.entity("林晓舟", MentionType.PERSON)
    egret = story.entity("白鹭股份", MentionType.ORG)
    lark = story.entity("云雀科技", MentionType.ORG)
    former = story.entity("高一凡", MentionType.PERSON)
    story.fact(one, speaker, "post", office, "主任", "post.b", confidence=0.8)
    story.fact(one, egret, "acquires", lark, "收购", status=Status.PLANNED, speaker=speaker)
    story.fact(two, former, "post", egret, "总经理", status=Status.FORMER)
    story.fact(two, egret, "cooperates_with", lark, "合作", status=Status.DENIED)
    story.fact(three, egret, "ticker", "600999")
    revenue = story.amount("超过20亿元", "2000000000", "CNY", low=Decimal("2000000000"))
    story.fact(three, egret, "metric", revenue, "营收", time="2020")
    return story


def small_graph() -> Graph:
    graph = Graph()
    for story in (park_story(), money_story()):
        story.add_to(graph)
    return graph
