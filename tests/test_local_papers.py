"""News of local papers, which name neither their city nor their zone, through the whole pipeline."""

from datetime import date

import pytest
from support import pipeline, rules, told_of

from kg.document import Document, Metadata
from kg.pipeline import understand
from kg.relations import fact_text

DAY = date(2022, 3, 10)


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        # a zone that is only called by its kind
        (
            "经开区去年开工仓库12座，总投资8亿元。",
            "metric",
            ["经开区 12座 label=开工仓库 time=2021", "经开区 800000000CNY label=总投资 time=2021"],
        ),
        (
            "昨日，开发区通了地铁。区党工委书记、管委会副主任蔡其来到场。",
            "post",
            ["蔡其来 开发区 label=党工委书记", "蔡其来 开发区管委会 label=副主任"],
        ),
        # but not all zones, and not one beside a zone that is named
        ("高新区是改革的阵地。各地高新区去年引进企业90家。", "metric", []),
        (
            "云岭高新区去年通车。高新区今年引进企业90家。",
            "metric",
            ["云岭高新区 90家 label=引进企业 time=2022"],
        ),
        # whose a local office is
        ("嘉兴经开区昨日开工。副市长陈听澜到场。", "post", ["陈听澜 嘉兴 label=副市长"]),
        ("云岭高新区昨日开工。市长陈听澜到场。", "post", []),
        # all zones of the state act as one
        (
            "2020年，国家级经开区创造了3万亿元的税收。",
            "metric",
            ["国家级经开区 3000000000000CNY label=税收 time=2020"],
        ),
        (
            "云岭经开区2013年升级为国家级经开区。",
            "designated",
            ["云岭经开区 国家级经开区 label=升级为 time=2013"],
        ),
        # slogans of half a year are no amounts
        ("云岭高新区喊出“双过半”“半年红”的口号。", "metric", []),
        # what is dealt out is not part of the metric's name
        (
            "采矿业、制造业增加值分别增长5%和4%。",
            "metric",
            ["制造业 4% label=增加值增长", "采矿业 5% label=增加值增长"],
        ),
        # a meeting of a row, with two fields in its name
        (
            "陈听澜昨日出席第三届江海渔业与航运博览会。",
            "attends",
            ["陈听澜 第三届江海渔业与航运博览会 label=出席 time=2022-03-09"],
        ),
        # behind an agency's dateline stands what is told of
        (
            "江海社宁波4月24日电 （余一）青芽渔业联盟24日在台州成立。",
            "located_in",
            ["青芽渔业联盟 台州 label=成立"],
        ),
        # a verb is no part of a county's name
        ("青田县聚力发展石雕产业。", "industry", ["青田县 石雕产业 label=发展"]),
        # a zone is no part of the firm whose name begins its own
        ("沈阳高新技术产业开发区昨日迎客。", "part_of", []),
        # named after a hill here, not after a county elsewhere
        ("尖山新区昨日扩区。", "located_in", []),
        # how many aspects there are is no number of anything
        ("云岭高新区有三个方面值得学习。", "metric", []),
        # how long it takes is no sum
        (
            "青芽产业园总投资6亿元，预计3年建成。",
            "metric",
            ["青芽产业园 600000000CNY label=总投资"],
        ),
        # sittings of those elected for a term
        (
            "十二届宁州市政协三次会议今天上午在东湖剧院开幕。",
            "event_time",
            ["十二届宁州市政协三次会议 - label=开幕 time=2022-03-10"],
        ),
        ("市长陈听澜传达市委九届五次全会精神。", "attends", []),
        # what is set up, named in quotation marks
        (
            "云岭高新区启动“宁波市海洋科技合作平台”。",
            "promotes",
            ["云岭高新区 宁波市海洋科技合作平台 label=启动"],
        ),
        # a school of students and its head
        (
            "四川大学副校长兼研究生院院长陈听澜发了奖。",
            "post",
            ["陈听澜 四川大学 label=副校长", "陈听澜 四川大学研究生院 label=院长"],
        ),
        # a zone that is only called 园区, and a list of projects of two levels
        (
            "1—3月，园区完成税金7000万元。园区承担的青芽药业、海棠物流园等5个市、县重大项目总投资40亿元。",
            "metric",
            [
                "园区 70000000CNY label=税金 time=2022-01-01/2022-03-31",
                "青芽药业、海棠物流园等5个市、县重大项目 4000000000CNY label=总投资",
            ],
        ),
        # a share of a target is how much of it is done
        ("云岭高新区完成全年任务90亿元的31%。", "metric", ["云岭高新区 31% label=完成全年任务 time=2021"]),
        # how far land reaches, and the mark of a heading
        ("一号地块东至热力中心项目，南至长街。", "located_in", []),
        # rows of people go on over commas, up to what they share
        (
            "昨日，市长陈听澜、副市长周望舒，东湖大学校长何其来，滨江区区长林知远等市、区领导参加了开工仪式。",
            "attends",
            [
                "何其来 开工仪式 label=参加 time=2022-03-09",
                "周望舒 开工仪式 label=参加 time=2022-03-09",
                "林知远 开工仪式 label=参加 time=2022-03-09",
                "陈听澜 开工仪式 label=参加 time=2022-03-09",
            ],
        ),
        # 公司 is no standing committee, and one person's two firms are no two sides
        (
            "云岭县人大常委会副主任陈听澜、公司总裁周望舒参加。",
            "post",
            ["陈听澜 云岭县人大常委会 label=副主任"],
        ),
        (
            "陈听澜会见了海棠股份董事、青芽科技总经理周望舒，双方同意开展合作。",
            "cooperates_with",
            [],
        ),
        # the year that something is so many times as much as
        (
            "2020年，云岭经开区产值80亿元，为2015年的1.9倍；税收6亿元。",
            "metric",
            [
                "云岭经开区 1.9倍 label=产值为2015年的 time=2020",
                "云岭经开区 600000000CNY label=税收 time=2020",
                "云岭经开区 8000000000CNY label=产值 time=2020",
            ],
        ),
        ("台州市有600多万人口。", "metric", ["台州市 6000000人 label=人口"]),
        # a place in a zone's short form is none
        ("益阳长春经开区去年通车。长春经开区正在扩区。", "located_in", ["益阳长春经开区 益阳"]),
        # a known school behind a province
        ("广东华中科技大学海洋研究院揭牌。", "part_of", ["广东华中科技大学海洋研究院 华中科技大学"]),
        # a zone of a district, and the district's own post behind one of the state
        ("记者从区开发区获悉，该区去年引进企业30家。", "metric", ["区开发区 30家 label=引进企业 time=2021"]),
        # a ceremony whose name is a whole clause
        (
            "江海社宁波3月3日电 （记者 余一）江海航运联盟迁入滨江港区授旗暨首航仪式3日在宁波举行。",
            "event_time",
            ["江海航运联盟迁入滨江港区授旗暨首航仪式 - label=举行 time=2022-03-03"],
        ),
        (
            "昨日，甬台协作交流暨“上海青芽园”开园仪式在宁波举行。",
            "located_in",
            ["甬台协作交流暨“上海青芽园”开园仪式 宁波 label=举行 time=2022-03-09"],
        ),
        # whose mayor receives the guests, nobody has said yet
        ("昨日，市长陈听澜会见了台州市市长周望舒。", "post", ["周望舒 台州市 label=市长"]),
        # what a place is praised for is no body of it
        ("强劲的上海动能助推发展。", "located_in", []),
        # offices of the province or the city that is spoken of, or only called so
        ("陕西省去年修路。省商务厅副厅长陈听澜到场。", "post", ["陈听澜 陕西省商务厅 label=副厅长"]),
        ("昨日，市科技局局长陈听澜到场。", "post", ["陈听澜 市科技局 label=局长"]),
        # some of all zones, and these 49
        (
            "1—2月，这12个国家级开发区引进外资60亿元，西部5家国家级开发区引进外资20亿元。",
            "metric",
            [
                "国家级开发区 12个 label=数量 time=2022-01-01/2022-02-28",
                "国家级开发区 6000000000CNY label=引进外资 time=2022-01-01/2022-02-28",
                "西部5家国家级开发区 2000000000CNY label=引进外资 time=2022-01-01/2022-02-28",
            ],
        ),
        # what is set up is no trade
        ("云岭新区构建航空产业维修中心、教学中心。", "industry", []),
        # a target that so much is done of makes no plan
        (
            "台州市进出口200亿元，完成年度目标的61%，同比增长12%。",
            "metric",
            [
                "台州市 20000000000CNY label=进出口",
                "台州市 61% label=进出口完成年度目标",
                "台州市 12% label=进出口同比增长",
            ],
        ),
        # where a firm comes from is not where it builds
        ("台湾富士康光学镜片项目在常州动工。", "located_in", ["台湾富士康光学镜片项目 常州 label=动工"]),
        # what a city has is not what the next thing counted is of
        (
            "台州市已建成码头3座，省级开发区1个、研发机构9个。",
            "metric",
            ["台州市 1个 label=省级开发区", "台州市 3座 label=码头", "台州市 9个 label=研发机构"],
        ),
        # a slogan is no city
        ("台州市喊出“旅游兴市”的口号。全市有码头3座。", "metric", ["台州市 3座 label=码头"]),
        # who writes for a paper only signs
        ("本报讯 通讯员陈听澜报道：昨天下雪了。", "says", []),
        # what one says should be founded
        ("陈听澜指出：创建江海渔业研究院一定要结合本地实际。", "founder", []),
        # 园区 in a text that names one
        (
            "会议研究重点园区建设。宁波青芽医药产业园位于象山。园区规划面积7平方公里。",
            "metric",
            ["宁波青芽医药产业园 7平方公里 label=规划面积"],
        ),
        # a zone that the tables know lies where they say, not in a county of its name
        ("东湖高新区去年扩区。", "located_in", []),
        # what a whole province has is of no zone in it
        (
            "云岭高新区去年扩区。全省老字号工厂总数达到70家。",
            "metric",
            [],
        ),
        # a number before its name, behind another one
        (
            "云岭高新区拥有30家药厂，实现10亿元的销售收入。",
            "metric",
            ["云岭高新区 1000000000CNY label=销售收入", "云岭高新区 30家 label=药厂"],
        ),
        # how many of all did well is no number of them
        (
            "台州市18个行业大类中，有9个行业产值实现增长。",
            "metric",
            ["台州市 18个 label=行业大类"],
        ),
        # what is won, in quotation marks
        (
            "云岭经开区荣膺“全国临港园区百强”和“华东最美园区”称号。",
            "designated",
            ["云岭经开区 全国临港园区百强 label=荣膺", "云岭经开区 华东最美园区 label=荣膺"],
        ),
        # a level alone is of what was just counted
        (
            "云岭高新区拥有国家级检测站3家、省级8家。",
            "metric",
            ["云岭高新区 3家 label=国家级检测站", "云岭高新区 8家 label=省级检测站"],
        ),
        # what was set up does not act
        ("会议提出设立云岭新区以及进一步深化滨江试验区改革开放。", "promotes", []),
    ],
)
def test_local_news(text: str, relation: str, facts: list[str]) -> None:
    """Each sentence tells these facts of the relation and no others."""
    assert told_of(relation, text, DAY) == sorted(facts)


@pytest.mark.parametrize(
    ("title", "source", "text", "relation", "facts"),
    [
        # whose city it is, the head of the page tells
        (
            "台州市2021年统计公报",
            None,
            "去年，全市财政收入600亿元。\n年末户籍人口455万人，城镇化率60%。",
            "metric",
            [
                "台州市 4550000人 label=户籍人口 time=2021-12-31",
                "台州市 60% label=城镇化率 time=2021-12-31",
                "台州市 60000000000CNY label=财政收入 time=2021",
            ],
        ),
        (None, "安康日报", "昨日，市长陈听澜到港口查看吊机。", "post", ["陈听澜 安康市 label=市长"]),
        # the text comes before the head
        (
            "台州市的邻居",
            "台州日报",
            "宁波市去年下了大雪。全市财政收入900亿元。",
            "metric",
            ["宁波市 90000000000CNY label=财政收入"],
        ),
        # a paper of the whole country is of no city
        (None, "人民日报", "昨日，市长陈听澜到港口查看吊机。", "post", []),
    ],
)
def test_head_of_page(
    title: str | None, source: str | None, text: str, relation: str, facts: list[str]
) -> None:
    """A text that never names its city is of the one in the page's head."""
    meta = Metadata(title=title, source=source)
    document = Document("a", text, day=DAY, meta=meta)
    found = understand(document, pipeline(), rules()).facts
    named = [fact_text(f).replace(f" {relation} ", " ", 1) for f in found if f.relation == relation]
    assert sorted(named) == sorted(facts)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("云岭高新区召开大会。\n去年税收收入3亿元，签约项目15个。", "云岭高新区"),
        # a park in a zone is not the zone, which the page calls by its kind alone
        ("经济开发区将抢抓机遇，改造白鹤园区。\n去年税收收入3亿元，签约项目15个。", "经济开发区"),
        ("海棠股份位于云岭高新区。\n去年税收收入3亿元，签约项目15个。", "海棠股份"),
    ],
)
def test_a_page_on_a_zone_goes_on_about_it(text: str, whose: str) -> None:
    figures = ["15个 label=签约项目", "300000000CNY label=税收收入"]
    found = [fact.removesuffix(" time=2021") for fact in told_of("metric", text, DAY)]
    assert found == [f"{whose} {figure}" for figure in figures]


def test_our_district_is_no_zone_that_is_only_named_beside_others() -> None:
    text = "会上获悉，我区走访宁州等地，以及白鹤新区等，寻找客商。\n下月，我区还面向纺织产业，征集项目36个。"
    assert told_of("industry", text, DAY) == told_of("metric", text, DAY) == []
