"""Lives and cards as pages print them: half-width marks, rows of posts, keys and values, honours in rows."""

from datetime import date

import pytest
from support import pipeline, rules, told

from kg.document import Document, Metadata
from kg.pipeline import understand
from kg.relations import fact_text
from kg.taking_office import verbs_of_office


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "周望舒曾任共青团滨江市委干事、滨江市委办公厅信息一处处长(正处)、海棠县委书记等职。",
            {
                "周望舒 post 共青团滨江市委 label=干事 status=former",
                "周望舒 post 滨江市委办公厅信息一处 label=处长 status=former",
                "周望舒 post 海棠县委 label=书记 status=former",
            },
        ),
        (
            "陈听澜历任云岭大学、东湖大学、宁州农业大学助教。",
            {
                "陈听澜 post 云岭大学 label=助教 status=former",
                "陈听澜 post 东湖大学 label=助教 status=former",
                "陈听澜 post 宁州农业大学 label=助教 status=former",
            },
        ),
        (
            "沈若兰1979年在滨江二中当过会计、工会主席。",
            {
                "沈若兰 post 滨江二中 label=会计 time=1979",
                "沈若兰 post 滨江二中 label=工会主席 time=1979",
            },
        ),
        ("陈听澜任滨江大学副校长兼商学院院长。", {"陈听澜 post 滨江大学商学院 label=院长"}),
        ("陈听澜任丹霞科学院院长。", {"陈听澜 post 丹霞科学院 label=院长"}),
        (
            "何秉文现任海棠银行首席分析师兼负责农村贷款的副行长。",
            {"何秉文 post 海棠银行 label=首席分析师", "何秉文 post 海棠银行 label=副行长"},
        ),
    ],
)
def test_posts_of_a_life(text: str, facts: set[str]) -> None:
    assert facts <= set(told(text, "post"))


def test_who_tutors_has_not_studied_there() -> None:
    text = "云岭大学副教授兼硕士研究生导师陈听澜没有出席。"
    assert told(text, "educated_at") == []


def test_a_founder_who_leaves_stays_the_founder() -> None:
    text = "海棠股份创始人何秉文去年卸任。"
    assert told(text, "founder") == ["何秉文 founder 海棠股份 label=创始人"]


def test_the_league_is_not_the_party() -> None:
    text = "陈听澜曾任共青团滨江市委干事。今年3月,陈听澜跻身滨江市委常委。"
    assert told(text, "alias") == []
    assert any(line.startswith("陈听澜 post 滨江市委 label=常委") for line in told(text, "post"))


def test_who_somebody_is_by_calling_is_not_spoken_of() -> None:
    text = "植物学家、宁州科学院院士沈若兰在滨江病故,享年79岁。"
    assert told(text, "metric") == ["沈若兰 metric 79岁 label=享年"]
    text = "陈听澜,中国知名女歌手,1977年生。1999年毕业于云岭大学。"
    assert told(text, "educated_at") == ["陈听澜 educated_at 云岭大学 label=毕业于 time=1999"]


@pytest.mark.parametrize(
    ("text", "honours"),
    [
        ("沈若兰曾获国家技术发明奖三等奖4项。", ["国家技术发明奖三等奖"]),
        ("沈若兰先后获得云岭省劳动模范、全国五一劳动奖章等荣誉。", ["云岭省劳动模范", "全国五一劳动奖章"]),
        ("沈若兰被授予云岭省模范教师荣誉称号。", ["云岭省模范教师"]),
        ("沈若兰获梅花奖最佳女主角、茅盾文学奖。", ["梅花奖最佳女主角", "茅盾文学奖"]),
        ("青芽研究所曾获市厅级以上成果奖35项。", []),
    ],
)
def test_honours_in_rows(text: str, honours: list[str]) -> None:
    found = [line.split()[2] for line in told(text, "designated")]
    assert sorted(found) == sorted(honours)


def test_rows_of_a_card() -> None:
    text = (
        "公司名称:云岭青芽机电有限公司\n英文名称:Qingya Inc\n法定代表人:陈听澜\n"
        "注册资金:2.6亿元\n员工人数:845人\n成立日期:2006-03-21\n办公地址:湖南省株洲市"
    )
    firm = "云岭青芽机电有限公司"
    assert {
        f"陈听澜 post {firm} label=法定代表人",
        f"{firm} metric 260000000CNY label=注册资金",
        f"{firm} metric 845人 label=员工人数",
        f"{firm} founded - label=成立日期 time=2006-03-21",
        f"{firm} located_in 株洲市 label=办公地址",
    } <= set(told(text))


def test_a_colon_behind_a_speaker_is_none_of_a_card() -> None:
    text = "海棠股份昨日开会。\n嘉宾：罗雁飞\n责任编辑：沈若兰"
    assert told(text, "post") == []


def test_a_body_goes_on_under_its_new_name() -> None:
    text = "丹霞教育学院升格为丹霞师范专科学校。学校现有校舍面积615亩。"
    assert told(text, "metric") == ["丹霞师范专科学校 metric 615亩 label=校舍面积"]


def test_what_is_counted_is_not_spoken_of() -> None:
    text = "青芽医院现有病床1200张，6个国家临床重点项目；年门诊量超过86万人次。"
    assert {line.split()[0] for line in told(text, "metric")} == {"青芽医院"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "决定任命周望舒为云岭县人民法院院长、审判委员会委员、审判员。",
            {
                "周望舒 post 云岭县人民法院审判委员会 label=委员",
                "周望舒 post 云岭县人民法院 label=审判员",
            },
        ),
        (
            "何秉文不再担任丹霞市委秘书长、委员、常委。",
            {"何秉文 post 丹霞市委 label=委员 status=former"},
        ),
        (
            "曲靖市委书记周望舒调任甘肃省委秘书长，株洲市委书记陈听澜调任海南省副省长。",
            {"周望舒 post 甘肃省委 label=秘书长", "陈听澜 post 海南省 label=副省长"},
        ),
        (
            "公示称,现任滨江市委秘书长、副市长陈听澜,拟任丹霞市委书记。",
            {"陈听澜 post 丹霞市委 label=书记 status=planned"},
        ),
        (
            "海南省委副书记周望舒将升任省长。",
            {"周望舒 post 海南省委 label=副书记", "周望舒 post 海南省 label=省长 status=planned"},
        ),
        ("黑龙江省委书记周望舒昨日到任。", {"周望舒 post 黑龙江省委 label=书记"}),
        (
            "周望舒现为云岭大学法学院副教授、教学委员会主任。",
            {"周望舒 post 云岭大学教学委员会 label=主任"},
        ),
        (
            "陈听澜由株洲市常务副市长转任代市长，原市长已退休。",
            {"陈听澜 post 株洲市 label=常务副市长 status=former", "陈听澜 post 株洲市 label=代市长"},
        ),
    ],
)
def test_appointments(text: str, facts: set[str]) -> None:
    found = told(text, "post")
    assert facts <= set(found)
    assert not any("label=市长 status=former" in line for line in found)


def test_an_office_of_the_province_is_none_of_the_city() -> None:
    text = "周望舒曾任滨江市公安局副局长、省公安厅总工程师。"
    assert "周望舒 post 省公安厅 label=总工程师 status=former" in told(text, "post")


def test_a_rank_alone_is_held_nowhere() -> None:
    text = "海棠艺术学院今年招生。罗雁飞,一级美术师,生于宁州。"
    assert told(text, "post") == []


def test_the_meeting_is_the_one_held_not_a_congress() -> None:
    text = (
        "宁州市人大常委会第十三次会议5月26日召开。会议听取关于宁州市第九届人民代表大会代表议案办理的汇报。\n"
        "副主任沈若兰出席会议。"
    )
    met = {line.split()[2] for line in told(text, "attends")}
    assert met <= {"宁州市人大常委会第十三次会议"}


def test_a_life_below_the_name_alone() -> None:
    text = "周望舒\n1957年4月出生,毕业于东湖大学,历任滨江纺织厂总会计师、副厂长等职。"
    assert told(text, "educated_at") == ["周望舒 educated_at 东湖大学 label=毕业于"]
    assert "周望舒 post 滨江纺织厂 label=副厂长 status=former" in told(text, "post")


def test_a_birth_gives_its_day_to_nothing_else() -> None:
    text = "1983年出生于贵州的陈听澜,本科就读于云岭大学。"
    assert told(text, "educated_at") == ["陈听澜 educated_at 云岭大学 label=就读于"]


def test_a_bodys_name_with_the_province_is_no_part_of_it() -> None:
    text = "湖南株洲市委原书记是周望舒。陈听澜接任株洲市委书记。"
    assert told(text, "part_of") == []


def test_a_group_is_not_its_listed_firm() -> None:
    text = "徐工集团与徐工机械昨日签署合作协议。"
    assert told(text, "alias") == []
    assert told(text, "cooperates_with") == ["徐工集团 cooperates_with 徐工机械 label=签署"]


def test_the_whole_year_is_the_one_the_paragraph_names() -> None:
    text = "2009年，青芽经开区道路变宽。全年完成工业总产值462亿元。"
    assert told(text, "metric") == ["青芽经开区 metric 46200000000CNY label=工业总产值 time=2009"]


def test_lines_of_a_life() -> None:
    text = (
        "周望舒\n1938年6月出生,贵州省丹霞县人。\n1961年3月至9月,在海棠区委搞“扫盲”工作,任组长。\n"
        "1961年10月至1964年,在海棠区委上班,任区委秘书长。\n2003年5月2日病故,终年65岁。"
    )
    assert set(told(text, "post")) == {
        "周望舒 post 海棠区委 label=组长 time=1961-03-01/1961-09-30",
        "周望舒 post 海棠区委 label=秘书长 time=1961-10-01/1964-12-31",
    }


def test_the_title_names_whose_life_is_told() -> None:
    text = "1957年4月出生,毕业于东湖大学。周望舒喜爱钓鱼。"
    document = Document("a", text, meta=Metadata(title="周望舒同志简历"))
    found = [fact_text(f) for f in understand(document, pipeline(), rules()).facts]
    assert "周望舒 educated_at 东湖大学 label=毕业于" in found


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("沈若兰是海南省第二届、第四届人大代表。", {"沈若兰 post 海南省人大 label=代表"}),
        ("沈若兰现任青芽中学校长，甘肃省第十一届人大代表。", {"沈若兰 post 甘肃省第十一届人大 label=代表"}),
        ("沈若兰当选第六、七、八届全国人大代表。", {"沈若兰 post 全国人大 label=代表"}),
        ("沈若兰是甘肃省委第四、第五届省委委员。", {"沈若兰 post 甘肃省委 label=委员"}),
        (
            "周望舒曾任农业银行贵州省分行副行长、资金营运部经理等职务。",
            {"周望舒 post 农业银行贵州省分行资金营运部 label=经理 status=former"},
        ),
        ("海棠银行公告董事会已同意推选沈若兰为副董事长。", {"沈若兰 post 海棠银行 label=副董事长"}),
        ("周望舒此前为海棠农商银行监事长。", {"周望舒 post 海棠农商银行 label=监事长 status=former"}),
        (
            "海棠股份董事长何秉文、青芽科技总裁周望舒辞任。",
            {
                "何秉文 post 海棠股份 label=董事长 status=former",
                "周望舒 post 青芽科技 label=总裁 status=former",
            },
        ),
    ],
)
def test_terms_and_units(text: str, facts: set[str]) -> None:
    assert facts <= set(told(text, "post"))


def test_a_branch_stands_in_the_city_it_names() -> None:
    text = "建行天津市分行的行长是周望舒。"
    assert "建行天津市分行 located_in 天津市" in told(text)
    assert not any("建行天 " in line or " 津市" in line for line in told(text))


def test_quoted_honours_in_a_row() -> None:
    text = "周望舒被授予“云岭省优秀护林员提名奖”、“湿地守护突出成就奖”等称号。"
    assert {line.split()[2] for line in told(text, "designated")} == {
        "云岭省优秀护林员提名奖",
        "湿地守护突出成就奖",
    }


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        (
            "宁州科学院院士、中国造船学的先行者和重要奠基人、原滨江大学教务长陈听澜在沪病故。",
            "post",
            ["陈听澜 post 宁州科学院 label=院士", "陈听澜 post 滨江大学 label=教务长 status=former"],
        ),
        (
            "陈听澜师从知名天文学家沈若兰,2006年当选宁州科学院院士。",
            "post",
            ["陈听澜 post 宁州科学院 label=院士 time=2006"],
        ),
        (
            "陈听澜生于1963年2月,1987年毕业于云岭大学。",
            "educated_at",
            ["陈听澜 educated_at 云岭大学 label=毕业于 time=1987"],
        ),
        (
            "沈若兰先后担任过青芽集团总经理助理、营销总监等职。",
            "post",
            [
                "沈若兰 post 青芽集团 label=总经理助理 status=former",
                "沈若兰 post 青芽集团 label=营销总监 status=former",
            ],
        ),
        (
            "陈听澜曾任桐庐县柳河镇党委副书记、副镇长。",
            "post",
            [
                "陈听澜 post 桐庐县柳河镇 label=副镇长 status=former",
                "陈听澜 post 桐庐县柳河镇党委 label=副书记 status=former",
            ],
        ),
        (
            "沈若兰，1962年生，代表作《晚潮》《麦场》等。先后获各种奖励，后又获“五个一工程”奖。",
            "designated",
            ["沈若兰 designated 五个一工程 label=获"],
        ),
        ("丹霞研究所成立31年来名气不大。", "founded", []),
    ],
)
def test_sentences_of_lives(text: str, relation: str, facts: list[str]) -> None:
    assert sorted(told(text, relation)) == sorted(facts)


def test_a_row_goes_on_behind_an_office_that_nobody_reads() -> None:
    text = "周望舒曾任曲靖市委秘书长、市长助理兼经济开发区主任，株洲市委副书记、市长等职。"
    found = told(text, "post")
    assert {line.rsplit("=", 1)[1] for line in found} == {"former"}
    assert "周望舒 post 株洲市 label=市长 status=former" in found


def test_a_life_below_a_numbered_heading() -> None:
    text = "三、沈若兰简历\n1972年11月生,贵州丹霞人,现任青芽实业公司监事长。"
    assert told(text, "post") == ["沈若兰 post 青芽实业公司 label=监事长"]


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        (
            "贵州省委秘书长何秉文到会讲话。省财政厅厅长周望舒、省法院院长韩雪梅、省检察院副检察长沈若兰列席。",
            "post",
            [
                "何秉文 post 贵州省委 label=秘书长",
                "周望舒 post 贵州省财政厅 label=厅长",
                "沈若兰 post 贵州省人民检察院 label=副检察长",
                "韩雪梅 post 贵州省高级人民法院 label=院长",
            ],
        ),
        ("省交通运输厅厅长陈听澜参加会议。", "post", ["陈听澜 post 省交通运输厅 label=厅长"]),
        ("海棠集团市场部经理周望舒来访。", "post", ["周望舒 post 海棠集团市场部 label=经理"]),
        (
            "会议任命周望舒为省水利厅厅长，许昭华为省教育考试院院长，陈听澜为省地震局局长。",
            "post",
            [
                "周望舒 post 省水利厅 label=厅长",
                "许昭华 post 省教育考试院 label=院长",
                "陈听澜 post 省地震局 label=局长",
            ],
        ),
        ("何秉文向董事会提出辞去海棠股份董事一职。", "says", []),
        ("辞职后，何秉文仍将继续担任海棠股份董事。", "post", ["何秉文 post 海棠股份 label=董事"]),
        (
            "1947年11月2日，陈听澜出生于株洲，父亲陈敬之毕业于云岭大学。",
            "educated_at",
            ["陈敬之 educated_at 云岭大学 label=毕业于"],
        ),
        (
            "韩雪梅（1926－1999）\n\n丹霞豫剧团一级演员，株洲市戏剧家协会副主席。1948年考入云岭大学。",
            "post",
            ["韩雪梅 post 丹霞豫剧团 label=一级演员", "韩雪梅 post 株洲市戏剧家协会 label=副主席"],
        ),
        (
            "周望舒（1943—）\n中国高炉与耐火材料专家，云岭大学教授。",
            "post",
            ["周望舒 post 云岭大学 label=教授"],
        ),
        (
            "宁州海棠医院1939年迁至株洲。\n\n1956年7月，更名为宁州第四医院；1968年，改为宁州职工医院。",
            "alias",
            [
                "宁州海棠医院 alias 宁州第四医院 label=更名为 time=1956-07",
                "宁州第四医院 alias 宁州职工医院 label=改为 time=1968",
            ],
        ),
    ],
)
def test_local_bodies_and_heads_of_lives(text: str, relation: str, facts: list[str]) -> None:
    assert sorted(told(text, relation)) == sorted(facts)


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        ("海棠股份造出全国首台450吨打桩机。", "metric", []),
        (
            "沈若兰：\n退役后出任贵州游泳训练中心副主任，2008年任贵州女篮主教练。",
            "post",
            [
                "沈若兰 post 贵州女篮 label=主教练 time=2008",
                "沈若兰 post 贵州游泳训练中心 label=副主任",
            ],
        ),
        (
            "国务院免去了陈听澜、沈若兰的水利部副部长职务。",
            "post",
            [
                "陈听澜 post 水利部 label=副部长 status=former",
                "沈若兰 post 水利部 label=副部长 status=former",
            ],
        ),
    ],
)
def test_heads_with_a_colon_and_removals(text: str, relation: str, facts: list[str]) -> None:
    assert sorted(told(text, relation)) == sorted(facts)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "罗云锦\n\n1957年3月生于苏州，1981年毕业于东湖大学。",
            {
                "罗云锦 other 苏州 label=生于 time=1957-03",
                "罗云锦 educated_at 东湖大学 label=毕业于 time=1981",
            },
        ),
        (
            "罗云锦简介\n原名罗素贞。浙江绍兴人。现任宁州画院院长。",
            {"罗云锦 other 绍兴 label=人", "罗云锦 post 宁州画院 label=院长"},
        ),
        (
            "林知远，作家，现任宁州市作协副主席，海棠剧院特邀主持人。2011年加入云岭集团。",
            {"林知远 other 云岭集团 label=加入 time=2011"},
        ),
        (
            "林知远师从何秉文学画。新中国成立后，任东湖大学教授。",
            {"林知远 post 东湖大学 label=教授"},
        ),
        ("林知远现任宁州电视台台长、总编辑。", {"林知远 post 宁州电视台 label=总编辑"}),
        (
            "林知远现任东湖大学医学院教授、伦理委员会主任、硕士生导师。",
            {"林知远 post 东湖大学医学院 label=硕士生导师"},
        ),
    ],
)
def test_lives_as_encyclopaedias_tell_them(text: str, facts: set[str]) -> None:
    """A name alone above a life, what one is called within it, and times that are no topics."""
    assert facts <= set(told(text))


def test_a_birth_without_a_place_is_told_by_its_day() -> None:
    text = "附：林知远先生简历\n林知远先生，1971年8月出生，高级会计师。"
    assert "林知远 other - label=出生 time=1971-08" in told(text, "other")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (  # the name alone, what follows, and a life that begins in early years
            "林知远\n生平\n早年任云岭省青禾县农机厂会计。1977年起任青禾县林业局局长。",
            {
                "林知远 post 云岭省青禾县农机厂 label=会计",
                "林知远 post 青禾县林业局 label=局长 time=1977",
            },
        ),
        (  # rows of a life in sentences of their own
            "林知远\n人物履历\n1999年4月，任滨州市粮食局主任科员。\n2001年2月，滨州市水利局灌溉处处长。",
            {
                "林知远 post 滨州市粮食局 label=主任科员 time=1999-04",
                "林知远 post 滨州市水利局灌溉处 label=处长 time=2001-02",
            },
        ),
        (  # a bracket that tells of the same years
            "林知远，男，1963年生。\n1996.04-1999.11宁州大学副校长（其间：1997.02-1998.06兼任白鹤中心医院院长）",
            {
                "林知远 post 宁州大学 label=副校长 time=1996-04-01/1999-11-30",
                "林知远 post 白鹤中心医院 label=院长 time=1997-02-01/1998-06-30",
            },
        ),
        (  # 任 is no surname behind a date
            "林知远，男，1963年生。1987年6月任青禾县县长。同年，任农工党宁州市委主任委员。",
            {
                "林知远 post 青禾县 label=县长 time=1987-06",
                "林知远 post 农工党宁州市委 label=主任委员 time=1987",
            },
        ),
        (  # a unit next to a local office is of that office's body
            "林知远，男，1963年生，曾任丽水市政协秘书，市粮食局办公室会计、储备处科长等职。",
            {
                "林知远 post 丽水市粮食局办公室 label=会计 status=former",
                "林知远 post 丽水市粮食局储备处 label=科长 status=former",
            },
        ),
    ],
)
def test_rows_of_offices(text: str, facts: set[str]) -> None:
    assert facts <= set(told(text, "post"))


def test_a_surname_behind_a_date_stays_one() -> None:
    assert not verbs_of_office("2011年任建元任云岭集团董事长。2019年任建元表示不会卸任董事长。")
    assert verbs_of_office("2011年任建元县县长。") == {5}


def test_a_row_that_is_open_goes_on_until_today() -> None:
    text = "林知远，男，1963年生。\n2014.02-宁州市交通运输局局长。"
    facts = told(text, "post", day=date(2015, 10, 1))
    assert "林知远 post 宁州市交通运输局 label=局长 time=2014-02-01/2015-10-01" in facts


@pytest.mark.parametrize("trade", ["机床设计及工艺专家", "无党派人士", "无党派人士、冶金学家"])
def test_a_row_goes_on_behind_a_trade(trade: str) -> None:
    text = f"宁州科学院院士、{trade}、东湖大学教授周望舒在宁州逝世。"
    assert told(text, "post") == ["周望舒 post 东湖大学 label=教授", "周望舒 post 宁州科学院 label=院士"]
