"""Entries on places: what they border on, are called and have, sentence by sentence."""

from support import told_of

BORDERS = (
    "青禾县，隶属于云岭省宁州市。古称禾州，位于云岭省东部，宁州市西部。"
    "东北与江海县、云台县接壤；南接木棉县；西北毗邻石桥市。"
)
COUNTS = (
    "青禾镇位于木棉县东南部，清水河下游南岸。全镇面积127.4平方公里，总人口2.5万人。辖2个社区、9个行政村。"
)


def test_borders_are_those_of_the_place_that_the_entry_is_on() -> None:
    assert told_of("other", BORDERS) == [
        "青禾县 云台县 label=接壤",
        "青禾县 木棉县 label=南接",
        "青禾县 江海县 label=接壤",
        "青禾县 石桥市 label=西北毗邻",
    ]


def test_an_old_name_is_no_other_place() -> None:
    assert told_of("alias", BORDERS) == ["青禾县 禾州 label=古称"]
    assert "青禾县 云岭省 label=位于" in told_of("located_in", BORDERS)


def test_a_sentence_of_an_entry_on_a_place_goes_on_about_it() -> None:
    assert told_of("metric", COUNTS) == [
        "青禾镇 127.4平方公里 label=面积",
        "青禾镇 25000人 label=总人口",
        "青禾镇 2个 label=社区",
        "青禾镇 9个 label=行政村",
    ]


def test_a_river_told_of_between_has_no_inhabitants() -> None:
    text = "青禾镇地处木棉县北部。清水河在此汇入大江。总人口2.5万人。"
    assert told_of("metric", text) == ["青禾镇 25000人 label=总人口"]


def test_a_division_lies_where_the_map_has_it() -> None:
    """杭州市的桐庐县和江苏省无锡市: the second is of another province."""
    text = "青禾市西部与杭州市的桐庐县和江苏省无锡市毗邻。"
    found = told_of("located_in", text)
    assert "桐庐县 杭州市" in found
    assert "无锡市 杭州市" not in found


def test_who_is_registered_in_a_place_is_counted() -> None:
    text = "截至2021年末，青禾街道户籍人口约14万人。"
    assert told_of("metric", text) == ["青禾街道 140000人 label=户籍人口 time=2021-12-31"]


def test_a_paragraph_on_another_place_is_on_that_one() -> None:
    text = "青禾州，位于云岭省东部，总面积2000平方公里。\n木棉市是青禾州的首府，东邻江海县，辖16个乡镇。"
    assert told_of("other", text) == ["木棉市 江海县 label=东邻"]
    assert "木棉市 16个 label=乡镇" in told_of("metric", text)


def test_a_place_bears_titles_beside_what_it_is() -> None:
    text = "木棉市是青禾州的首府，中国洋葱之乡、全国园林城市，位于云岭省东部。"
    assert told_of("designated", text) == ["木棉市 中国洋葱之乡", "木棉市 全国园林城市"]
    assert "木棉市 云岭省 label=位于" in told_of("located_in", text)


def test_what_the_government_s_seat_is_told_with_is_of_the_place() -> None:
    text = "青禾乡位于木棉县南端。\n青禾乡人民政府驻石桥村，全乡面积46平方公里，总人口2.9万人。"
    assert told_of("metric", text) == ["青禾乡 29000人 label=总人口", "青禾乡 46平方公里 label=面积"]


def test_an_entry_may_begin_with_when_a_place_was_set_up() -> None:
    text = "青禾乡于1999年底设立。总面积20平方公里。"
    assert told_of("metric", text) == ["青禾乡 20平方公里 label=总面积"]
