"""People as encyclopaedias, résumés and appointment news tell of them."""

import pytest
from support import told

from kg.amounts import find_amounts

BORN = "林知远，男，1962年3月生。"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (  # a line that opens with a month, without a mark behind it
            BORN + "\n2013.01浙江省副省长，龙泉市委书记。\n2014.05 浙江省政府秘书长。",
            {
                "林知远 post 浙江省 label=副省长 time=2013-01",
                "林知远 post 龙泉市委 label=书记 time=2013-01",
                "林知远 post 浙江省政府 label=秘书长 time=2014-05",
            },
        ),
        (  # the township and the unit that a row has named already
            BORN + "曾任龙泉县青石乡人武部副部长、乡党委副书记、人武部部长。",
            {
                "林知远 post 龙泉县青石乡人武部 label=副部长 status=former",
                "林知远 post 龙泉县青石乡人武部 label=部长 status=former",
                "林知远 post 龙泉县青石乡党委 label=副书记 status=former",
            },
        ),
        (  # 所长 behind 任 that a tagger takes for a noun
            BORN + "毕业后到海棠研究所工作，2005年任该所副所长，2008年任所长。",
            {
                "林知远 post 海棠研究所 label=副所长 time=2005",
                "林知远 post 海棠研究所 label=所长 time=2008",
            },
        ),
        (
            "2021年3月，林知远当选共青团龙泉市委兼职副书记。",
            {"林知远 post 共青团龙泉市委 label=兼职副书记 time=2021-03"},
        ),
        (  # a school inside a university has a head of its own
            "林知远现任海棠大学附属实验中学校长。",
            {"林知远 post 海棠大学附属实验中学 label=校长"},
        ),
        ("林知远任海棠大学附属体育学校教练。", {"林知远 post 海棠大学附属体育学校 label=教练"}),
        (
            "2013年，林知远任海棠手工业合作联社党组书记、理事会主任。",
            {
                "林知远 post 海棠手工业合作联社 label=党组书记 time=2013",
                "林知远 post 海棠手工业合作联社理事会 label=主任 time=2013",
            },
        ),
        (
            "林知远是中共十九大代表、第十三届全国人大常委会委员。",
            {"林知远 post 中共十九大 label=代表", "林知远 post 全国人大常委会 label=委员"},
        ),
        (BORN + "甘肃省委第九、十届委员会候补委员。", {"林知远 post 甘肃省委 label=候补委员"}),
        (
            BORN + "任海棠良种集团总经理、棉花良种事业部总经理，青芽农垦集团副总经理。",
            {
                "林知远 post 海棠良种集团 label=总经理",
                "林知远 post 海棠良种集团棉花良种事业部 label=总经理",
                "林知远 post 青芽农垦集团 label=副总经理",
            },
        ),
        (
            BORN + "任海棠大学校长、数学研究所所长。",
            {"林知远 post 海棠大学 label=校长", "林知远 post 海棠大学数学研究所 label=所长"},
        ),
    ],
)
def test_posts_in_rows(text: str, facts: set[str]) -> None:
    assert set(told(text, "post")) == facts


def test_a_row_over_commas_before_the_name() -> None:
    text = (
        "著名数学家，海棠科学院院士，九三学社优秀社员，第八届全国政协委员，"
        "海棠大学教授林知远先生昨日在龙泉逝世。"
    )
    assert set(told(text, "post")) == {
        "林知远 post 海棠科学院 label=院士",
        "林知远 post 全国政协 label=委员",
        "林知远 post 海棠大学 label=教授",
    }
    text = "龙泉戏剧家协会副主席、浙江省戏剧家协会名誉会长，浙江当代著名诗人林知远同志昨日逝世。"
    assert set(told(text, "post")) == {
        "林知远 post 龙泉戏剧家协会 label=副主席",
        "林知远 post 浙江省戏剧家协会 label=名誉会长",
    }


def test_a_row_over_commas_is_not_read_across_another_person() -> None:
    text = "周望舒任海棠股份董事，青芽科技的主要股东，丹霞集团总经理林知远没有出席。"
    assert "周望舒 post 丹霞集团 label=总经理" not in told(text, "post")
    assert "林知远 post 海棠股份 label=董事" not in told(text, "post")


def test_a_life_goes_on_behind_an_office_nobody_reads() -> None:
    text = BORN + "1991年后任海棠大学教授，海棠大学训育主事。1995年后任青芽大学副校长。"
    assert "林知远 post 青芽大学 label=副校长 time=1995" in told(text, "post")
    text = BORN + "1999年10月至2009年8月，海棠重工集团工作。2014年起任青芽科技总经理。"
    assert "林知远 post 青芽科技 label=总经理 time=2014" in told(text, "post")


def test_a_life_below_a_name_may_open_with_a_calling() -> None:
    text = "林知远\n\n化学家。浙江龙泉人。1951年获海棠大学化学博士学位。海棠科学院青石研究所研究员。"
    assert told(text, "educated_at") == ["林知远 educated_at 海棠大学 label=博士学位 time=1951"]
    assert told(text, "post") == ["林知远 post 海棠科学院青石研究所 label=研究员"]


def test_who_has_left_a_school_is_meant_behind_it() -> None:
    text = BORN + "海棠大学博士毕业后到青芽研究所工作，任研究员。"
    assert told(text, "educated_at") == ["林知远 educated_at 海棠大学 label=博士毕业后"]
    assert told(text, "post") == ["林知远 post 青芽研究所 label=研究员"]


def test_posts_kept_beside_those_given_up() -> None:
    text = (
        "海棠股份近日收到董事、副总经理、董事会秘书许昭华女士的书面辞职报告。"
        "许昭华女士因个人原因辞去副总经理、董事会秘书职务，辞职后仍继续担任公司董事。"
    )
    posts = told(text, "post")
    assert "许昭华 post 海棠股份 label=董事" in posts
    assert "许昭华 post 海棠股份 label=董事 status=former" not in posts
    assert "许昭华 post 海棠股份 label=副总经理 status=former" in posts
    text = "海棠股份近日收到董事、副总经理许昭华女士的书面辞职报告。"
    assert "许昭华 post 海棠股份 label=董事 status=former" in told(text, "post")


def test_a_term_of_years_and_months() -> None:
    assert [(a.text, str(a.value), a.unit) for a in find_amounts("判处有期徒刑七年三个月")] == [
        ("七年三个月", "87", "个月")
    ]
    assert [a.text for a in find_amounts("为期三年，六个月后")] == ["三年"]
    text = "法院判决林知远犯受贿罪，判处有期徒刑七年三个月，并处罚金二十万元。"
    assert "林知远 metric 87个月 label=有期徒刑" in told(text, "metric")


def test_rows_behind_a_verb_pass_over_offices_nobody_reads() -> None:
    text = (
        "林知远是浙江龙泉人。他历任团长，师司令部科长兼通信主任，海棠骑兵学校教务部部长、"
        "守备区政委、青芽军区后勤部副部长等职。"
    )
    assert {
        "林知远 post 海棠骑兵学校教务部 label=部长 status=former",
        "林知远 post 青芽军区后勤部 label=副部长 status=former",
    } <= set(told(text, "post"))


def test_what_somebody_is_is_not_of_the_body_spoken_of() -> None:
    text = (
        "龙泉市卫生局公布了专家名单，海棠大学林知远教授入选。\n"
        "林知远，教授、主任医师，博士生导师，现任海棠大学副校长兼附属第三医院院长。"
        "担任海棠护理学会副会长，海棠骨科专病医联体副组长等职务。后获全国五一劳动奖章。"
    )
    posts = told(text, "post")
    assert "林知远 post 海棠大学附属第三医院 label=院长" in posts
    assert not any("龙泉市卫生局" in post for post in posts)
    assert told(text, "designated") == ["林知远 designated 全国五一劳动奖章 label=获"]


def test_each_of_a_row_of_people_has_what_is_told_beside_the_name() -> None:
    text = (
        "云岭水库论坛昨日在龙泉开幕。海棠科学院院士、丹霞大学林知远教授，青芽研究所周望舒研究员，"
        "国务院参事、青芽设计师联合体秘书长韩雪梅，浙江省科技厅副厅长沈若兰，及课题组成员参加会议。"
    )
    assert {line.split()[0] for line in told(text, "attends")} == {"林知远", "周望舒", "韩雪梅", "沈若兰"}
    assert set(told(text, "post")) == {
        "林知远 post 海棠科学院 label=院士",
        "林知远 post 丹霞大学 label=教授",
        "周望舒 post 青芽研究所 label=研究员",
        "韩雪梅 post 国务院 label=参事",
        "韩雪梅 post 青芽设计师联合体 label=秘书长",
        "沈若兰 post 浙江省科技厅 label=副厅长",
    }


def test_former_bodies_of_a_place() -> None:
    text = "青海省原省委常委、宣传部部长林知远，云南省玉溪市原市委副书记、市长周望舒昨日到场。"
    assert set(told(text, "post")) == {
        "林知远 post 青海省委 label=常委 status=former",
        "林知远 post 青海省委宣传部 label=部长 status=former",
        "周望舒 post 玉溪市委 label=副书记 status=former",
        "周望舒 post 玉溪市 label=市长 status=former",
    }


def test_a_village_and_a_birth_beside_a_name() -> None:
    text = "林知远烈士，长汀县青石乡白水村人。1927年2月加入中国共产党。"
    assert "林知远 other 中国共产党 label=加入 time=1927-02" in told(text, "other")
    text = "1969年生的林知远毕业于海棠大学。"
    assert told(text, "educated_at") == ["林知远 educated_at 海棠大学 label=毕业于"]
    text = BORN + "1981年考入浙大地球化学系。"
    assert told(text, "educated_at") == ["林知远 educated_at 浙大地球化学系 label=考入 time=1981"]


def test_terms_of_a_congress() -> None:
    text = "林知远是浙江龙泉人。他是第四、第五届全国人民代表大会代表，第十届全国政协委员。"
    assert set(told(text, "post")) == {
        "林知远 post 第五届全国人民代表大会 label=代表",
        "林知远 post 全国政协 label=委员",
    }


def test_who_is_removed_leaves_the_next_post_too() -> None:
    text = (
        "龙泉市宣布省委决定：林知远任龙泉市委书记；免去周望舒的海棠市政协主席职务，不再担任龙泉市总工会主席。"
    )
    posts = told(text, "post")
    assert "周望舒 post 龙泉市总工会 label=主席 status=former" in posts
    assert not any(post.startswith("林知远 post 龙泉市总工会") for post in posts)


def test_local_party_organs_and_past_posts_of_whom_a_clause_describes() -> None:
    text = BORN + "2005年任玉溪市副市长，后兼任市委宣传部部长。"
    assert "林知远 post 玉溪市委宣传部 label=部长" in told(text, "post")
    text = "曾任玉溪市市长的林知远昨日抵达。"
    assert told(text, "post") == ["林知远 post 玉溪市 label=市长 status=former"]
    text = BORN + "1979年考入海棠文工团当演员。"
    assert told(text, "post") == ["林知远 post 海棠文工团 label=演员 time=1979"]


def test_bodies_of_townships_ministries_and_schools_of_a_university() -> None:
    text = "龙泉寺镇党委副书记林知远出席会议。"
    assert told(text, "post") == ["林知远 post 龙泉寺镇党委 label=副书记"]
    text = BORN + "历任七机部总工程师，航天部副部长。"
    assert set(told(text, "post")) == {
        "林知远 post 七机部 label=总工程师 status=former",
        "林知远 post 航天部 label=副部长 status=former",
    }
    text = "海棠出版集团党总支书记、副总经理、附中副校长林知远出席会议。"
    assert set(told(text, "post")) == {
        "林知远 post 海棠出版集团 label=党总支书记",
        "林知远 post 海棠出版集团 label=副总经理",
    }


def test_what_a_school_is_now_is_its_alias() -> None:
    text = "林知远毕业于龙泉林学院（现在海棠农林大学）。"
    assert "龙泉林学院 alias 海棠农林大学" in told(text, "alias")


def test_one_head_of_two_firms_and_of_what_an_office_is() -> None:
    text = "青芽科技、丹霞集团董事长罗雁飞没有回应。"
    assert set(told(text, "post")) == {
        "罗雁飞 post 青芽科技 label=董事长",
        "罗雁飞 post 丹霞集团 label=董事长",
    }
    text = "出席的有青芽科技、丹霞集团董事长罗雁飞。"
    assert told(text, "post") == ["罗雁飞 post 丹霞集团 label=董事长"]
    text = "中国工程院院士、云岭探海工程首任总设计师林知远昨日抵达。"
    assert told(text, "post") == ["林知远 post 中国工程院 label=院士"]


def test_when_something_was_names_no_other_subject() -> None:
    text = "林知远，1877年生于浙江上虞。商民运动成功后曾任海棠大学副校长。"
    assert told(text, "post") == ["林知远 post 海棠大学 label=副校长 status=former"]


def test_who_is_removed_ends_before_the_body_of_his_office() -> None:
    text = "会议决定，免去韩柏椿宁波市人民政府秘书长、市水利局局长的职务。"
    assert set(told(text, "post")) == {
        "韩柏椿 post 宁波市人民政府 label=秘书长 status=former",
        "韩柏椿 post 宁波市水利局 label=局长 status=former",
    }


def test_what_comes_some_time_on_has_not_the_time_of_before() -> None:
    text = BORN + "2016年任龙泉市委书记，两年后升任丽水市委常委，并兼任云和县委书记。"
    assert set(told(text, "post")) == {
        "林知远 post 龙泉市委 label=书记 time=2016",
        "林知远 post 丽水市委 label=常委",
        "林知远 post 云和县委 label=书记",
    }


def test_how_somebody_came_is_no_topic() -> None:
    text = BORN + "以海棠大学“百人计划”引进人才身份进入青芽大学工作。2013年任龙泉会计学会理事。"
    assert told(text, "post") == ["林知远 post 龙泉会计学会 label=理事 time=2013"]


def test_offices_of_a_committee_of_a_helper_and_on_a_board() -> None:
    text = "宁波市人大常委会主任罗雁飞、市委常委、组织部部长林知远出席会议。"
    assert "林知远 post 宁波市委组织部 label=部长" in told(text, "post")
    assert told(BORN + "曾任浙江省省长助理。", "post") == ["林知远 post 浙江省 label=省长助理 status=former"]
    text = "海棠股份选举林知远为该公司第六届董事会董事长。"
    assert told(text, "post") == ["林知远 post 海棠股份 label=董事长"]


def test_an_office_that_is_handed_on() -> None:
    text = "海棠汽车全球CEO一职由副总裁林知远接任。"
    assert "林知远 post 海棠汽车 label=全球CEO" in told(text, "post")


def test_what_was_held_before_something_and_beside_it() -> None:
    text = BORN + "离任前担任海棠集团总裁，同时兼任青芽科技董事长。"
    assert set(told(text, "post")) == {
        "林知远 post 海棠集团 label=总裁 status=former",
        "林知远 post 青芽科技 label=董事长 status=former",
    }
    text = "林知远履新前任职生态环境部副司长。"
    assert told(text, "post") == ["林知远 post 生态环境部 label=副司长 status=former"]


def test_how_old_somebody_is_dates_no_office() -> None:
    text = "今年48岁的林知远，曾任浙江省副省长。"
    assert told(text, "post") == ["林知远 post 浙江省 label=副省长 status=former"]


def test_no_title_of_a_row_is_lost_and_each_is_of_its_body() -> None:
    text = "林知远1987年加入海棠纸业，先后任公司采购部长、分厂厂长、总经济师、副总裁等。"
    assert {fact.split("label=")[1] for fact in told(text, "post")} == {
        f"{title} status=former" for title in ("采购部长", "分厂厂长", "总经济师", "副总裁")
    }
    text = "2020年3月，林知远获任海棠集团投资总监，5月转任副总裁，8月再任财务总监。"
    assert "林知远 post 海棠集团 label=财务总监 time=2020-08" in told(text, "post")
    text = "海棠服务队队长罗雁飞，旅店管理学院院长林知远出席会议。"
    assert "林知远 post 旅店管理学院 label=院长" in told(text, "post")


def test_a_chief_executive_by_another_word_and_by_a_passive_one() -> None:
    text = "海棠股份公告，林知远获委任公司行政总裁、副主席。"
    assert set(told(text, "post")) == {
        "林知远 post 海棠股份 label=行政总裁",
        "林知远 post 海棠股份 label=副主席",
    }


def test_chiefs_of_a_branch_stay_with_it() -> None:
    text = BORN + "曾任海棠电子总经理，海棠股份有限公司轿车分公司总经理。"
    assert set(told(text, "post")) == {
        "林知远 post 海棠电子 label=总经理 status=former",
        "林知远 post 海棠股份有限公司轿车分公司 label=总经理 status=former",
    }
    text = "海棠股份总裁林知远与现任海棠股份执行副总裁罗雁飞，均出现在现场。"
    assert "罗雁飞 post 海棠股份 label=执行副总裁" in told(text, "post")


def test_a_time_of_its_own_counts_behind_how_long_after() -> None:
    text = "一年之后的1999年7月，林知远就任海棠集团总裁。"
    assert told(text, "post") == ["林知远 post 海棠集团 label=总裁 time=1999-07"]


def test_bare_bodies_are_of_the_only_place_of_their_level() -> None:
    text = "市人大常委会主任罗雁飞、市委常委周望舒到会。林知远任衢州市财政局局长。"
    assert "罗雁飞 post 衢州市人大常委会 label=主任" in told(text, "post")
    assert "周望舒 post 衢州市委 label=常委" in told(text, "post")
    text += "金华市代表团参观了展览。"
    assert told(text, "post") == ["林知远 post 衢州市财政局 label=局长"]
    text = "省委书记罗雁飞到会。宁波市委副书记林知远汇报了工作。"
    assert "罗雁飞 post 浙江省委 label=书记" in told(text, "post")


def test_how_many_came_with_somebody_is_no_figure_of_his() -> None:
    text = "宁波市市长林知远、副市长罗雁飞等组成的代表团一行30余位领导来访。"
    assert told(text, "metric") == []


def test_he_is_who_greets_and_not_who_is_greeted() -> None:
    for deed in (
        "林知远会见了罗雁飞。",
        "林知远向海棠集团董事长罗雁飞表示欢迎。",
        "林知远欢迎罗雁飞一行来访。",
    ):
        assert "林知远 says 合作前景很好 label=指出" in told(deed + "他指出，合作前景很好。", "says")
