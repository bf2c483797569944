"""News of projects: how many start, what they take together, whose numbers these are and who is there."""

from datetime import date

import pytest
from support import pipeline, rules, told_of

from kg.document import Document, Metadata
from kg.pipeline import understand

DAY = date(2022, 3, 10)


def told(text: str, relation: str) -> list[str]:
    """Return the facts of one relation of an article of that day, without its name."""
    return told_of(relation, text, DAY)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "总投资88亿元的17个亿元以上项目同时动工。",
            ["17个亿元以上项目 8800000000CNY label=总投资"],
        ),
        (
            "年会上，共有21个重点项目签约，总投资达55亿元。",
            ["21个重点项目 21个 label=数量", "21个重点项目 5500000000CNY label=总投资"],
        ),
        (
            "签约项目7个，总投资12亿元；开工项目5个，总投资9亿元。",
            ["开工项目 900000000CNY label=总投资", "签约项目 1200000000CNY label=总投资"],
        ),
        (
            "宁远县春晖电缆及钢管生产线等4个产业项目动工，总投资达6亿元。",
            [
                "宁远县春晖电缆及钢管生产线等4个产业项目 4个 label=数量",
                "宁远县春晖电缆及钢管生产线等4个产业项目 600000000CNY label=总投资",
            ],
        ),
        (
            "南屏电缆项目、云岭钢管项目、南屏轴承项目等5个重大项目签约，概算总投资30亿元。",
            ["南屏电缆项目、云岭钢管项目、南屏轴承项目等5个重大项目 3000000000CNY label=概算总投资"],
        ),
        (
            "31个国家绿色产业集群2021年产值达2万亿元，建成12家创新中心。",
            [
                "31个国家绿色产业集群 12家 label=创新中心 time=2021",
                "31个国家绿色产业集群 2000000000000CNY label=产值 time=2021",
                "31个国家绿色产业集群 31个 label=数量",
            ],
        ),
        (
            "长沙、岳阳、常德等地的复工率均超过七成。",
            [f"{city} 70% label=复工率" for city in ("岳阳", "常德", "长沙")],
        ),
        (
            "春晖种业董事长何秉文在水稻育种领域深耕20余年。",
            ["何秉文 20年 label=水稻育种领域深耕"],
        ),
        ("南屏集团晋级千亿产业阵营。", []),
        ("岳阳县引来了南屏集团、春晖轴承等一批超亿元好项目。", []),
        ("南屏集团新建的9万吨钢管生产线项目鞭炮齐鸣。", []),
    ],
)
def test_numbers_of_projects(text: str, facts: list[str]) -> None:
    """A number of projects is of them together, and of nobody who only stands beside it."""
    assert sorted(told(text, "metric")) == sorted(facts)


def test_a_day_is_no_deadline() -> None:
    """当天 is the day last told, not the deadline of a plan."""
    text = "3月8日，青芽电池新厂动工，预计明年底建成。当天，南屏轴承二厂投产，总投资6亿元。"
    assert "南屏轴承二厂 600000000CNY label=总投资 time=2022-03-08" in told(text, "metric")


def test_our_city_is_the_papers_own() -> None:
    """我市 is the city of the paper and not where its delegation has gone."""
    text = "推介会昨天在广州市举行，我市签约6个项目。市委书记何秉文出席推介会。"
    page = Document("a", text, day=DAY, meta=Metadata(source="嘉兴日报"))
    facts = {
        (f.subject.name, f.relation, str(getattr(f.object, "name", "")))
        for f in understand(page, pipeline(), rules()).facts
    }
    assert ("嘉兴市", "metric", "") in facts
    assert ("何秉文", "post", "嘉兴市委") in facts


def test_a_report_is_of_the_place_in_its_title() -> None:
    """Figures without an owner are of the place whose report the page is."""
    page = Document("a", "技改投资35亿元。", day=DAY, meta=Metadata(title="岳阳市政府工作报告"))
    assert [
        f.subject.name for f in understand(page, pipeline(), rules()).facts if f.relation == "metric"
    ] == ["岳阳市"]


def test_a_title_behind_a_name_is_that_persons() -> None:
    """甲总监某某副总裁、乙总经理某某: the first title behind a name opens no row of the second's."""
    text = "春晖集团生产总监何秉文副总裁、南屏轴承总经理周望舒出席。"
    assert "周望舒 南屏轴承 label=总经理" in told(text, "post")
    assert not [fact for fact in told(text, "post") if "周望舒" in fact and "副总裁" in fact]


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        (
            "省领导何秉文、周望舒，海棠集团领导林知远出席签字仪式。",
            "attends",
            [f"{who} 签字仪式 label=出席" for who in ("何秉文", "周望舒", "林知远")],
        ),
        (
            "记者从昨日召开的全国船舶设计及节能改造工作会议上获悉，造船厂又添两家。",
            "event_time",
            ["全国船舶设计及节能改造工作会议 - label=召开 time=2022-03-09"],
        ),
        (
            "周望舒对何秉文一行来访表示欢迎。他说，两地要共修一条路。",
            "says",
            ["周望舒 两地要共修一条路 label=说"],
        ),
        (
            "滨州市与海棠集团签约，集团公司总会计师周望舒到场。",
            "post",
            ["周望舒 海棠集团 label=总会计师"],
        ),
        ("会议强调加快集团走出去步伐，支持集团公司做大。", "other", []),
    ],
)
def test_visits_and_meetings(text: str, relation: str, facts: list[str]) -> None:
    """Who meets whom, what is held, and who says it."""
    assert sorted(told(text, relation)) == sorted(facts)


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        (
            "岳阳春晖轴承及紧固件生产项目总投资8亿元，占地90亩。",
            "metric",
            [
                "岳阳春晖轴承及紧固件生产项目 800000000CNY label=总投资",
                "岳阳春晖轴承及紧固件生产项目 90亩 label=占地",
            ],
        ),
        (
            "昨天，岳阳市举行全市水利项目集中动工暨南屏水库大坝封顶仪式。",
            "event_time",
            ["全市水利项目集中动工暨南屏水库大坝封顶仪式 - label=举行 time=2022-03-09"],
        ),
        (
            "昨天在深圳举行的岳阳市造纸及印刷产业推介会圆满落幕。",
            "located_in",
            ["岳阳市造纸及印刷产业推介会 深圳 label=举行 time=2022-03-09"],
        ),
        (
            "岳阳市委书记何秉文，市领导周望舒；海棠集团董事长林知远出席开工仪式。",
            "attends",
            [f"{who} 开工仪式 label=出席" for who in ("何秉文", "周望舒", "林知远")],
        ),
        ("他说，春节后第三天，岳阳市举行开工仪式。", "event_time", []),
        ("造纸业是岳阳市大力发展的支柱产业。", "industry", []),
    ],
)
def test_names_of_projects_and_meetings(text: str, relation: str, facts: list[str]) -> None:
    """What a project or a meeting is called, and who comes."""
    assert sorted(told(text, relation)) == sorted(facts)


def test_a_goal_holds_what_describes_its_noun() -> None:
    """A goal is not cut at the commas of its description, nor is it one without a noun."""
    text = "到2030年，云岭港区力争建成辐射湘北、连接全国的航运体系，形成以大厂为龙头，小厂为羽翼的局面。"
    assert told(text, "goal") == ["云岭港区 辐射湘北、连接全国的航运体系 label=建成 time=2030 status=planned"]


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        (
            "第二届岳阳国际校友论坛已于3月5日至6日在岳阳成功举办。周望舒出席开幕式。",
            "attends",
            ["周望舒 第二届岳阳国际校友论坛 label=出席"],
        ),
        (
            "由东湖大学、岳阳市政府、海棠集团主办的青芽论坛昨天开幕。",
            "holds_event",
            [f"{who} 青芽论坛 label=主办 time=2022-03-09" for who in ("东湖大学", "岳阳市政府", "海棠集团")],
        ),
        (
            "省水利厅总会计师周望舒到港区调研。市政协副主席，港区党委书记、管委会副主任何秉文陪同。",
            "post",
            ["周望舒 省水利厅 label=总会计师"],
        ),
        (
            "岳阳市累计建成省级示范工厂3家，省绿色冶炼示范车间8个，星级网店6家。",
            "metric",
            [
                "岳阳市 8个 label=省绿色冶炼示范车间",
                "岳阳市 3家 label=省级示范工厂",
                "岳阳市 6家 label=星级网店",
            ],
        ),
        (
            "一是育主体，海棠光学获批省级企业。二是搭平台，推进青芽芯片实验室建设。",
            "promotes",
            [],
        ),
    ],
)
def test_rows_of_hosts_posts_and_points(text: str, relation: str, facts: list[str]) -> None:
    """Each of a row is told of, and nobody of the row before."""
    assert sorted(told(text, relation)) == sorted(facts)
