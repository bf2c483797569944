"""Articles made by hand in which the queries of the cookbook find what corpus/ has none of."""

from datetime import datetime

from graph_cases import BEIJING, Story

from kg.document import Metadata
from kg.graph import Graph
from kg.model import Entity, MentionType, Status


def _story(name: str, publisher: str, day: int, *sentences: str) -> Story:
    published = datetime(2024, 1, day, 9, tzinfo=BEIJING)
    return Story(name, *sentences, meta=Metadata(publisher=publisher, published=published))


def _number(story: Story, who: Entity, sentence: str, text: str, value: str, **rest: object) -> None:
    story.fact(sentence, who, "metric", story.amount(text, value, "CNY"), "营业收入", **rest)


def desk_graph() -> Graph:
    """Return three articles of two outlets that confirm and contradict each other."""
    graph = Graph()
    head, aim = (
        "松原软件董事长白一舟、云岭大学校长白一舟出席。",
        "松原软件2024年营业收入要达到30亿元，建成云帆创新中心。",
    )
    sales, tie = "松原软件2023年营业收入20亿元。", "松原软件收购青禾数据。"
    first = _story("first.md", "山城时报", 1, head, aim, sales, tie)
    firm = first.entity("松原软件", MentionType.ORG)
    school = first.entity("云岭大学", MentionType.ORG)
    bai = first.entity("白一舟", MentionType.PERSON)
    centre = first.entity("云帆创新中心", MentionType.FACILITY)
    data = first.entity("青禾数据", MentionType.ORG)
    first.fact(head, bai, "post", firm, "董事长")
    first.fact(head, bai, "post", school, "校长")
    _number(first, firm, aim, "30亿元", "3000000000", time="2024", status=Status.PLANNED)
    first.fact(aim, firm, "goal", centre, "建成", status=Status.PLANNED)
    _number(first, firm, sales, "20亿元", "2000000000", time="2023")
    first.fact(tie, firm, "acquires", data, "收购")
    first.add_to(graph)

    head, sales = (
        "松原软件董事长洪千里说，2023年营业收入21亿元。",
        "2024年营业收入达31亿元，云帆创新中心已经启用。",
    )
    denial, tie = "松原软件否认与云岭大学合作。", "松原软件收购青禾数据，并与云岭大学合作。"
    second = _story("second.md", "江城日报", 20, head, sales, denial, tie)
    firm = second.entity("松原软件", MentionType.ORG)
    school = second.entity("云岭大学", MentionType.ORG)
    hong = second.entity("洪千里", MentionType.PERSON)
    centre = second.entity("云帆创新中心", MentionType.FACILITY)
    data = second.entity("青禾数据", MentionType.ORG)
    second.fact(head, hong, "post", firm, "董事长")
    _number(second, firm, head, "21亿元", "2100000000", time="2023", speaker=hong)
    _number(second, firm, sales, "31亿元", "3100000000", time="2024")
    second.fact(sales, firm, "promotes", centre, "启用")
    second.fact(denial, firm, "cooperates_with", school, "合作", status=Status.DENIED)
    second.fact(tie, firm, "cooperates_with", school, "合作")
    second.fact(tie, firm, "acquires", data, "收购")
    second.add_to(graph)
    return graph
