"""Entries on bodies: what is said of the first sentence's body in those behind, and the parts of numbers."""

from support import told_of


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
