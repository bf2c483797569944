"""Places, what stands in them and what happened there, as encyclopaedias tell it; names are found."""

import pytest
from support import pipeline, rules

from kg.document import Document
from kg.relations import extract, fact_text


def told(text: str, *relations: str) -> set[str]:
    """Return the facts of a text whose names the pipeline finds, as lines without label and time."""
    found = extract(Document("test", text), pipeline()(text), rules()).facts
    kept = [fact for fact in found if not relations or fact.relation in relations]
    return {" ".join(fact_text(fact).split(" ")[:3]) for fact in kept}


def mentioned(text: str) -> set[tuple[str, str]]:
    """Return the names that the pipeline finds in a text, with their types."""
    return {(m.span.of(text), m.type.value) for m in pipeline()(text)._.mentions}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("维堡是丹麦日德兰半岛中部的城市，面积12平方公里。", {"维堡 located_in 日德兰半岛"}),
        ("鲁昂是法国西北部滨海塞纳省的省会。", {"鲁昂 located_in 滨海塞纳省"}),
        ("布鲁日是比利时的古城，地处该国北部，归西佛兰德省管辖。", {"布鲁日 located_in 西佛兰德省"}),
        ("坂本站是一个位于日本滋贺县大津市的铁路车站。", {"坂本站 located_in 大津市"}),
        ("灵泉寺位于中国浙江省临海市白水镇东庄村灵泉山。", {"灵泉寺 located_in 灵泉山"}),
        ("他出生于伊利诺伊州的芝加哥。", {"芝加哥 located_in 伊利诺伊州"}),
        ("法国国家图书馆位于巴黎市第十三区。", {"法国国家图书馆 located_in 巴黎市第十三区"}),
    ],
)
def test_the_nearest_place_is_where_a_thing_lies(text: str, where: set[str]) -> None:
    assert where <= told(text, "located_in")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("阿勒颇是叙利亚北部城市，位于首都大马士革以北350公里处。", "阿勒颇 located_in 大马士革"),
        ("清水寺始建于1778年，收藏古籍三万册。", "清水寺 located_in 清水"),
        ("以色列国防军宣布停火。", "以色列国防军 located_in 以色列国"),
        ("甘肃、青海两省的定西、海东签署协议。", "定西 located_in 青海"),
    ],
)
def test_no_place_is_where_a_thing_does_not_lie(text: str, never: str) -> None:
    assert never not in told(text, "located_in")


def test_namesakes_that_lie_in_each_other_are_two() -> None:
    text = "萨勒姆（Salem）位于海湾西岸，是萨勒姆县的县治。"
    assert "萨勒姆 located_in 萨勒姆县" in told(text, "located_in")
    assert "合肥市 alias 合肥" in told("合肥市去年建成三座码头。合肥今年再建两座。")


def test_lists_of_things_and_of_places_are_told_apart_by_the_tables() -> None:
    found = told("湖南、江西、贵州三省的株洲、赣州、遵义结成友好城市。", "located_in")
    assert found == {"株洲 located_in 湖南", "赣州 located_in 江西", "遵义 located_in 贵州"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("诺里奇是英格兰诺福克郡的郡治。", ("诺里奇", "PLACE")),
        ("玛丽医院位于薄扶林。", ("薄扶林", "PLACE")),
        ("去年，丹麦同挪威修建了一条隧道。", ("挪威", "PLACE")),
        ("展览在德国城市明斯特开幕。", ("明斯特", "PLACE")),
        ("他到过首都大马士革。", ("大马士革", "PLACE")),
        ("瑞典国王古斯塔夫去世。", ("古斯塔夫", "PERSON")),
        ("采尔马特海拔1620公尺。", ("采尔马特", "PLACE")),
        ("两军于当年夏天爆发中途岛战役。", ("中途岛战役", "EVENT")),
        ("李白与杜甫并称“李杜”。", ("李杜", "GROUP")),
        ("论坛12日在京举行。", ("京", "PLACE")),
        ("乌克兰武装部队总参谋部发表声明。", ("乌克兰武装部队总参谋部", "ORG")),
    ],
)
def test_a_name_is_what_stands_beside_it_says(text: str, name: tuple[str, str]) -> None:
    assert name in mentioned(text)


def test_one_of_something_is_no_group() -> None:
    assert not [kind for _, kind in mentioned("奉化是浙江东部的一座城市。") if kind == "GROUP"]


def test_rulers_share_their_realm() -> None:
    assert told("瑞典国王古斯塔夫与王后西尔维娅出席了典礼。", "post") == {
        "古斯塔夫 post 瑞典",
        "西尔维娅 post 瑞典",
    }
    assert told("胡佛是第31任美国总统。", "post") == {"胡佛 post 美国"}


def test_an_office_of_the_state_is_of_no_body_named_beside_it() -> None:
    assert told("中共中央总书记、国家主席周望舒出席会议。", "post") == {"周望舒 post 中共中央"}
    assert told("法国国民议会通过动议，总理巴尼耶辞职。", "post") == {"巴尼耶 post 法国"}


def test_inhabitants_need_no_unit() -> None:
    text = "圣塔伦2012年人口11,816，面积12平方公里。"
    assert told(text, "metric") == {"圣塔伦 metric 11816", "圣塔伦 metric 12平方公里"}
    assert told("圣塔伦2012年人口增长。", "metric") == set()


def test_battles_are_fought_somewhere_by_somebody() -> None:
    found = told("1916年6月4日，英军和德军在近海爆发青岛海战，胜负三天后才见分晓。")
    assert {
        "德军 attends 青岛海战",
        "英军 attends 青岛海战",
        "青岛海战 located_in 青岛",
        "青岛海战 event_time -",
    } <= found


def test_the_last_host_of_a_list_ends_as_bodies_do() -> None:
    text = "“2024江海论坛”在南通开幕，由宁州市科技局、东湖大学及世界航运联盟共同举办。"
    hosts = {"宁州市科技局", "东湖大学", "世界航运联盟"}
    assert told(text, "holds_event") == {f"{host} holds_event 2024江海论坛" for host in hosts}
    assert not told(text, "cooperates_with")
