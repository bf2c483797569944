"""Lists behind the number of their items: the parts of bodies and of places, also those no finder names."""

from support import told_of


def test_units_behind_a_colon_are_parts_of_their_body() -> None:
    text = "江海研究所设有3个研究部：声学研究部、遥感研究部和推广研究部。"
    assert told_of("part_of", text) == [
        "声学研究部 江海研究所 label=设有",
        "推广研究部 江海研究所 label=设有",
        "遥感研究部 江海研究所 label=设有",
    ]


def test_units_in_a_bracket_have_names_with_and_in_them() -> None:
    text = "江海研究院下设2个学部（材料力学学部、海洋科学和渔业学部），以及2个分院（宁州、云岭）。"
    assert told_of("part_of", text) == [
        "材料力学学部 江海研究院 label=下设",
        "海洋科学和渔业学部 江海研究院 label=下设",
    ]


def test_divisions_may_be_counted_without_a_measure_or_not_at_all() -> None:
    assert told_of("located_in", "青禾县下辖2镇1乡：船山镇、北坡镇、高湖乡。") == [
        "北坡镇 青禾县 label=下辖",
        "船山镇 青禾县 label=下辖",
        "高湖乡 青禾县 label=下辖",
    ]
    assert told_of("located_in", "青禾街道管辖下列区域：柏林社区、花园社区。") == [
        "柏林社区 青禾街道 label=管辖",
        "花园社区 青禾街道 label=管辖",
    ]


def test_short_names_are_divisions_where_they_are_as_many_as_counted() -> None:
    told = told_of("located_in", "青禾县位于宁州市，下辖三镇：茅山、归河、屈坪。")
    assert "归河 青禾县 label=下辖" in told
    assert "归河 青禾县 label=下辖" not in told_of("located_in", "青禾县下辖2个镇：茅山、归河、屈坪。")


def test_a_zone_includes_what_it_counts() -> None:
    text = "云岭高新区拥有2个平台：云岭新药研究中心、云岭芯片研究院。"
    assert told_of("includes", text) == [
        "云岭高新区 云岭新药研究中心 label=拥有",
        "云岭高新区 云岭芯片研究院 label=拥有",
    ]


def test_what_is_no_part_is_none() -> None:
    assert not told_of("part_of", "海棠股份设有3个委员会，其中审计委员会2人。")
    assert not told_of("located_in", "青禾县有两个问题：道路和厂区。")


def test_wares_counted_altogether_are_nobody_spoken_of() -> None:
    told = told_of("metric", "江海学院占地面积387亩，图书共23万册，数据库共9种，有学生200人。")
    assert told == [
        "江海学院 200人 label=学生",
        "江海学院 230000册 label=图书",
        "江海学院 387亩 label=占地面积",
        "江海学院 9种 label=数据库",
    ]


def test_what_some_are_owns_nothing_and_a_later_count_has_its_list_too() -> None:
    text = "江海医院有47个科室，其中5个省级儿科培育项目，2个研究所（肝病研究所、肺病研究所），有职工300人。"
    assert "江海医院 300人 label=职工" in told_of("metric", text)
    assert {line.split()[0] for line in told_of("metric", text)} == {"江海医院"}
    assert "肝病研究所 江海医院 label=有" in told_of("part_of", text)


def test_age_groups_are_what_is_measured() -> None:
    text = "江海县常住人口2万人，年龄结构中0-14岁占比18%，60岁以上人口占20%。"
    assert told_of("metric", text) == [
        "江海县 18% label=0-14岁占比",
        "江海县 20% label=60岁以上人口占",
        "江海县 20000人 label=常住人口",
    ]


def test_what_a_city_is_among_others_takes_no_number() -> None:
    text = "江海市是云岭省下辖县级市，宁州城市群节点城市，面积74平方千米。"
    assert told_of("metric", text) == ["江海市 74平方千米 label=面积"]
