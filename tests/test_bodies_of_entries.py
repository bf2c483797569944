"""Entries on bodies: what is said of the first sentence's body in those behind, and the parts of numbers."""

from support import told_of

from kg.reading.plain import read_plain


def test_what_one_is_as_no_other_is_told_of_nobody_else() -> None:
    text = "江海农学院是研究机构，全国规模最大的果蔬研究中心。1957年成立于宁州，隶属于农业部，有职工1058人。"
    assert told_of("part_of", text) == ["江海农学院 农业部 label=隶属于"]
    assert told_of("founded", text) == ["江海农学院 - label=成立于 time=1957"]
    assert told_of("metric", text) == ["江海农学院 1058人 label=职工"]


def test_a_bracket_behind_a_number_tells_its_parts() -> None:
    text = "江海医院创建于1949年，有技术人员323人（正高11人、硕士22人）。"
    assert told_of("metric", text) == [
        "江海医院 11人 label=正高",
        "江海医院 22人 label=硕士",
        "江海医院 323人 label=技术人员",
    ]


def test_a_bracket_behind_a_number_may_tell_something_else() -> None:
    assert told_of("metric", "江海医院创建于1949年，有技术人员323人（占八成）。") == [
        "江海医院 323人 label=技术人员",
        "江海医院 80% label=技术人员占比",  # of the same people, as kg.glosses reads it
    ]


def test_who_governs_is_no_part_of_what_is_governed() -> None:
    text = "宁州市辖襄城、樊城、襄州3区。"
    assert told_of("located_in", text) == [
        "樊城 宁州市 label=辖",
        "襄城 宁州市 label=辖",
        "襄州 宁州市 label=辖",
    ]


def test_a_sentence_of_an_entry_goes_on_about_its_body() -> None:
    """Also behind 学校, which means the same, and behind other bodies that became part of it."""
    text = (
        "江海学院创办于1946年，位于宁州。1991年，宁州师范学校、宁州卫生学校先后并入。"
        "2007年学校迁入新校区，现有60个教学班，在校生3000余人。"
    )
    assert told_of("metric", text) == ["江海学院 3000人 label=在校生", "江海学院 60个 label=教学班"]
    assert not told_of("metric", "江海学院创办于1946年。大坝以50年一遇的标准设计。")


def test_what_a_body_has_together_is_of_none_of_its_parts() -> None:
    text = "江海学院创办于1946年，拥有东湖校区、滨江校区，总占地面积1300亩。"
    assert told_of("metric", text) == ["江海学院 1300亩 label=总占地面积"]


def test_titles_stand_side_by_side_in_quotation_marks() -> None:
    text = "江海学院先后获得“云岭省文明单位”“省级示范高中”“宁州市文明单位”等荣誉称号。"
    assert [line.split()[1] for line in told_of("designated", text)] == [
        "云岭省文明单位",
        "宁州市文明单位",
        "省级示范高中",
    ]


def test_whose_a_school_is_in_a_row_of_what_it_is_changes_no_topic() -> None:
    text = (
        "江海大学位于宁州，是省属重点大学，云岭省与宁州市共建高校、高水平大学建设高校，"
        "是全国首批体育示范高校。"
    )
    assert "江海大学 全国首批体育示范高校 label=首批" in told_of("designated", text)


def test_a_batch_is_of_the_standing_in_which_it_stands() -> None:
    text = "江海大学是国家造林示范高校、首批体育示范高校。"
    assert told_of("designated", text) == [
        "江海大学 体育示范高校 label=首批",
        "江海大学 国家造林示范高校 label=是",
    ]


def test_other_names_behind_the_name_that_opens_a_sentence() -> None:
    """Also such as no finder takes for a name."""
    assert told_of("alias", "江海研究院，又称江院，是科研机构。") == ["江海研究院 江院"]
    assert told_of("alias", "江海县，别称果乡，位于云岭省。") == ["江海县 果乡 label=别称"]
    assert told_of("alias", "江海大学，英文名Jianghai University，位于宁州市。") == [
        "江海大学 Jianghai University"
    ]
    assert not told_of("alias", "研究员说江海县，别称很多，位于云岭省。")


def test_where_and_when_a_body_was_founded_are_both_told() -> None:
    text = "江海研究院（英语：Jianghai Academy），简称江院，于1949年11月在北京成立。"
    assert told_of("founded", text) == ["江海研究院 - label=成立 time=1949-11"]
    assert told_of("located_in", text)[:1] == ["江海研究院 北京 label=成立"]


def test_a_ranking_is_no_trade() -> None:
    text = "江海集团是世界500强企业海棠集团有限公司的全资子公司。"
    assert not told_of("industry", text)


def test_who_grants_an_honour_is_not_who_has_it() -> None:
    text = "江海学院有专业42个，其中安徽省特色专业13个，教育部教学团队2个。"
    assert [line.split()[0] for line in told_of("metric", text)] == ["江海学院"] * 3
    assert "安徽省 13家 label=企业" in told_of("metric", "江海学院有专业42个，安徽省企业13家。")


def test_units_called_offices_are_a_row_too() -> None:
    text = "江海县政府内设党政办、文明办、民政办等15个部门。"
    assert "党政办 江海县政府 label=内设" in told_of("part_of", text)


def test_rows_of_a_key_and_its_value_are_a_card() -> None:
    """As the cells of a table have them, or a table that was copied as text (kg.reading.plain)."""
    rows = "• 县长 | 周望舒 |\n政府驻地 | 东山镇 |\n---|---|\n面积 | |\n"
    page = read_plain(rows, max_tags=99, infer_title=False)
    assert [block.text for block in page.blocks] == [
        "县长\t周望舒",
        "政府驻地\t东山镇",
        "---|---|",
        "面积 | |",
    ]
    text = "江海县\n江海县位于云岭省西部。\n隶属行政区\t丽水市\n县长\t周望舒\n政府驻地\t东山镇\n"
    assert told_of("post", text) == ["周望舒 江海县 label=县长"]
    assert "江海县 丽水市 label=隶属行政区" in told_of("located_in", text)
    assert told_of("other", text) == ["江海县 东山镇 label=政府驻地"]


def test_rows_on_a_body_tell_its_start_its_head_and_whose_it_is() -> None:
    text = "江海研究院\n江海研究院位于宁州市。\n成立\t1949年11月\n上级机构\t国务院\n院长\t周望舒\n"
    assert told_of("founded", text) == ["江海研究院 - label=成立 time=1949-11"]
    assert told_of("part_of", text) == ["江海研究院 国务院 label=上级机构"]
    assert told_of("post", text) == ["周望舒 江海研究院 label=院长"]


def test_museums_have_forebears_grades_and_names_in_other_tongues() -> None:
    text = "江海博物馆（英文：Jianghai Museum，缩写：JHM），前身是1939年组建的宁州科学教育馆。"
    assert told_of("alias", text) == ["江海博物馆 JHM", "江海博物馆 Jianghai Museum"]
    assert told_of("other", text) == ["江海博物馆 宁州科学教育馆 label=前身"]
    text = "江海博物馆位于宁州市，2012年被国家文物局核定为国家一级博物馆。"
    assert told_of("designated", text) == ["江海博物馆 国家一级博物馆 label=核定为 time=2012"]


def test_the_mark_of_a_wire_is_no_part_of_a_name() -> None:
    text = "本报宁州10月9日电江海工程大学校庆大会昨日召开。江海工程大学有学生300人。"
    assert told_of("metric", text) == ["江海工程大学 300人 label=学生"]


def test_beds_are_counted_by_the_piece() -> None:
    text = "江海医院占地面积12万平方米，拥有2000张床位，员工300人。"
    assert "江海医院 2000张 label=床位" in told_of("metric", text)


def test_long_lines_of_marks_are_no_rows() -> None:
    """Tried from each mark anew, such lines would take minutes."""
    lines = ("-" * 200_000 + "甲", "甲 | 乙" + " " * 200_000 + "丙 | 丁")
    page = read_plain("\n".join(lines), max_tags=99, infer_title=False)
    assert [block.text for block in page.blocks] == [lines[0], "甲 | 乙 丙 | 丁"]


def test_who_permits_a_body_is_not_what_the_entry_goes_on_about() -> None:
    text = "江海农学院1984年动工，1986年农业部批准，设有九个系；2009年，入选全国文明校园。"
    assert told_of("designated", text) == ["江海农学院 全国文明校园 label=入选 time=2009"]


def test_what_permits_is_named_without_the_word_before_it() -> None:
    text = "江海农学院创办于1951年。1999年，经省政府批准更名为江海大学。"
    assert told_of("alias", text) == ["江海农学院 江海大学 label=更名为 time=1999"]


def test_who_is_one_of_two_forebears_sets_up_neither() -> None:
    text = "江海大学位于宁州，前身是1966年创办的江海农学院和1972年成立的宁州水产学院。"
    assert told_of("other", text) == ["江海大学 宁州水产学院 label=前身", "江海大学 江海农学院 label=前身"]
