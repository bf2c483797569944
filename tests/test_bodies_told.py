"""How encyclopaedias tell of bodies: who keeps them, what they are members of, and what only they have."""

from support import told_of


def test_what_only_a_school_has_needs_no_owner() -> None:
    text = "江海学院设有71个专业供选择。专任教师1234人。"
    assert told_of("metric", text) == ["江海学院 1234人 label=专任教师", "江海学院 71个 label=专业"]


def test_what_only_a_hospital_has_needs_no_owner() -> None:
    text = "江海医院设有30个科室。开放床位800张。"
    assert told_of("metric", text) == ["江海医院 30个 label=科室", "江海医院 800张 label=开放床位"]


def test_nobody_else_has_what_only_a_school_has() -> None:
    assert told_of("metric", "江海省教育局公布了计划。专任教师1234人。") == []


def test_a_member_that_is_a_body_holds_no_title() -> None:
    text = "江海大学是云岭高校联盟成员、云岭职业教育学会理事单位。"
    assert told_of("post", text) == []
    assert told_of("other", text) == [
        "江海大学 云岭职业教育学会 label=理事单位",
        "江海大学 云岭高校联盟 label=成员",
    ]


def test_an_association_of_hospitals_is_part_of_no_hospital() -> None:
    text = "江海医院管理学会与中国医院协会合办了第三届医院后勤管理大会。"
    assert told_of("part_of", text) == []
    assert all("第三届医院 " not in fact for fact in told_of("holds_event", text))


def test_schools_that_join_that_school_join_a_third() -> None:
    text = "江海大学创建于1950年。云岭师范专科学校、云岭旅游学校等先后并入该校。"
    assert told_of("part_of", text) == [
        "云岭师范专科学校 江海大学 label=并入",
        "云岭旅游学校 江海大学 label=并入",
    ]


def test_what_kind_of_university_a_programme_is_for_owns_nothing() -> None:
    assert told_of("part_of", "江海大学入选“云岭省一流大学进修项目”。") == []


def test_that_a_firm_is_a_mainstay_names_no_trade() -> None:
    assert told_of("industry", "海棠集团是国有大型骨干企业，成立于1950年。") == []


def test_what_somebody_holds_by_a_programme_is_nothing_spoken_of() -> None:
    text = "杨青石，1952年生。江海大学教授，“云岭学者计划”特聘教授。曾任江海大学校长。"
    assert "杨青石 江海大学 label=校长 status=former" in told_of("post", text)


def test_what_was_set_up_by_somebody_has_them_as_no_forebear() -> None:
    assert told_of("other", "江海学院的前身由宁州大学于1980年创办。") == [
        "宁州大学 江海学院 label=创办 time=1980"
    ]


def test_the_streets_of_a_city_are_no_city_of_their_own() -> None:
    assert told_of("located_in", "云岭街道位于青石市区西部。") == ["云岭街道 青石市 label=位于"]


def test_an_office_that_keeps_a_school_holds_no_title() -> None:
    text = "江海学院创建于1952年，由云岭省教育厅主管。"
    assert told_of("part_of", text) == ["江海学院 云岭省教育厅 label=主管"]


def test_honours_of_foreign_academies_are_held_as_titles() -> None:
    text = "杨青石是云岭科学院院士、东湖学会外籍会员、东湖化学会荣誉会士。"
    assert told_of("post", text) == [
        "杨青石 东湖化学会 label=荣誉会士",
        "杨青石 东湖学会 label=外籍会员",
        "杨青石 云岭科学院 label=院士",
    ]


def test_what_is_measured_in_land_is_no_money() -> None:
    text = "江海学校占地289亩，建筑面积12万平方米，拥有3000多万元先进的设备。"
    assert not [fact for fact in told_of("metric", text) if "3000" in fact and "面积" in fact]
