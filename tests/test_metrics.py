"""Numbers and what they measure."""

from datetime import date

import pytest
from support import facts, pipeline, read, rules

from kg.document import Document
from kg.pipeline import understand

DAY = date(2022, 3, 10)
FIRMS = {"ORG": "甲光电 乙药业"}
FIRMS_ONE = {"ORG": "甲光电"}


def metrics(text: str, **names: str) -> list[str]:
    """Return the metrics as lines without the word ``metric``."""
    return [line.replace(" metric", "", 1) for line in read(text, "metric", DAY, **names)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲光电营业收入41.77亿元。", ["甲光电 4177000000CNY label=营业收入"]),
        ("甲光电营业收入约为41.77亿元。", ["甲光电 4177000000CNY label=营业收入"]),
        ("甲光电完成货物吞吐量300万吨。", ["甲光电 3000000吨 label=货物吞吐量"]),
        ("甲光电注册资本5000万元。", ["甲光电 50000000CNY label=注册资本"]),
        ("甲光电现有9000余家加盟门店。", ["甲光电 9000家 label=加盟门店"]),
        ("甲光电有员工300人。", ["甲光电 300人 label=员工"]),
        ("甲光电净利润同比大幅减少3%。", ["甲光电 3% label=净利润同比减少"]),
        (
            "甲光电净利润12亿元，同比下降3%。",
            ["甲光电 1200000000CNY label=净利润", "甲光电 3% label=净利润同比下降"],
        ),
        (
            "甲光电营业收入40亿元，较上年增长5%，净利润2亿元。",
            [
                "甲光电 200000000CNY label=净利润",
                "甲光电 4000000000CNY label=营业收入",
                "甲光电 5% label=营业收入较上年增长",
            ],
        ),
        (
            "甲光电营收30亿元，其中海外收入10亿元，占比33%。",
            [
                "甲光电 1000000000CNY label=海外收入",
                "甲光电 3000000000CNY label=营收",
                "甲光电 33% label=海外收入占比",
            ],
        ),
        ("甲光电第3次扩建，排名第5位。", []),
    ],
)
def test_value_count_and_change(text: str, wanted: list[str]) -> None:
    assert metrics(text, ORG="甲光电") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲光电持有乙药业30%股权。", "甲光电 30% label=持股比例"),
        ("甲光电收购乙药业30%股权。", "甲光电 30% label=收购股权比例"),
        ("甲光电完成了对乙药业30%股权的收购。", "甲光电 30% label=收购股权比例"),
        ("乙药业被罚款50万元。", "乙药业 500000CNY label=罚款"),
    ],
)
def test_shares_of_stock_and_fines(text: str, wanted: str) -> None:
    present = " ".join(name for name in ("甲光电", "乙药业") if name in text)
    assert metrics(text, ORG=present) == [wanted]


def test_a_fine_is_the_fined_partys() -> None:
    (fact,) = facts("甲局对乙药业罚款50万元。", "metric", ORG="甲局 乙药业")
    assert fact.subject.name == "乙药业"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "甲光电、乙药业营收分别为3亿元、5亿元。",
            ["乙药业 500000000CNY label=营收", "甲光电 300000000CNY label=营收"],
        ),
        ("甲光电、乙药业营收分别增长3%和5%。", ["乙药业 5% label=营收增长", "甲光电 3% label=营收增长"]),
        ("甲光电、乙药业合计营收8亿元。", ["甲光电、乙药业 800000000CNY label=营收"]),
        ("甲光电增长3%、乙药业增长5%。", ["乙药业 5% label=增长", "甲光电 3% label=增长"]),
    ],
)
def test_numbers_of_several_things(text: str, wanted: list[str]) -> None:
    assert metrics(text, **FIRMS) == wanted


def test_things_counted_together_are_a_group() -> None:
    (fact,) = facts("甲光电、乙药业合计营收8亿元。", "metric", **FIRMS)
    assert (fact.subject.type, fact.subject.name) == ("GROUP", "甲光电、乙药业")


def test_a_groups_own_number() -> None:
    assert metrics("首批13家试点园区已经挂牌。", GROUP="试点园区") == ["试点园区 13家 label=数量"]


def test_a_plant_just_named_owns_its_investment() -> None:
    found = metrics("甲光电建设青云水库，总投资5亿元。", ORG="甲光电", FACILITY="青云水库")
    assert found == ["青云水库 500000000CNY label=总投资"]


def test_a_chiefs_figures_are_the_companys() -> None:
    found = metrics("甲光电董事长陈平介绍，去年营收30亿元。", ORG="甲光电", PERSON="陈平", TITLE="董事长")
    assert found == ["甲光电 3000000000CNY label=营收 time=2021"]


@pytest.mark.parametrize(
    ("text", "time", "status"),
    [
        ("2021年，甲光电营收30亿元。", "2021", "asserted"),
        ("去年1-9月，甲光电营收30亿元。", "2021-01-01/2021-09-30", "asserted"),
        ("甲光电营收30亿元。", None, "asserted"),
        ("近年来，甲光电营收30亿元。", None, "asserted"),
        ("2021年1-7月，甲光电营收比2019年1-7月增长3%。", "2021-01-01/2021-07-31", "asserted"),
        ("2021年，甲光电营收较2020年增长3%。", "2021", "asserted"),
        ("到2025年，甲光电营收力争达到30亿元。", "2025", "planned"),
        ("2025年，甲光电营收达到30亿元。", "2025", "planned"),
        ("甲光电预计营收30亿元。", None, "planned"),
        ("甲光电营收不足30亿元。", None, "asserted"),
    ],
)
def test_period_and_status(text: str, time: str | None, status: str) -> None:
    (fact,) = facts(text, "metric", DAY, ORG="甲光电")
    assert (fact.time, fact.status) == (time, status)


@pytest.mark.parametrize(
    "text",
    ["甲光电营收会超过30亿元吗？", "如果甲光电营收达到30亿元，银行就放款。", "甲光电是否营收30亿元。"],
)
def test_questions_and_suppositions_measure_nothing(text: str) -> None:
    assert metrics(text, ORG="甲光电") == []


def test_the_first_number_of_a_rise_is_of_the_past() -> None:
    found = metrics("甲光电营收从10亿元增至30亿元。", ORG="甲光电")
    assert "甲光电 1000000000CNY label=营收 status=former" in found


def test_evidence_points_at_number_and_name() -> None:
    text = "甲光电净利润12亿元，同比下降3%。"
    value, change = sorted(
        facts(text, "metric", ORG="甲光电"),
        key=lambda fact: (fact.evidence.object and fact.evidence.object.start) or 0,
    )
    for fact, number, name in ((value, "12亿元", "净利润"), (change, "3%", "同比下降")):
        evidence = fact.evidence
        assert evidence.object is not None
        assert evidence.cue is not None
        assert (evidence.object.of(text), evidence.cue.of(text)) == (number, name)


def test_years_are_dealt_out() -> None:
    lines = metrics("2019年至2021年，甲光电营业收入分别为1亿元、2亿元和3亿元。", **FIRMS_ONE)
    assert lines == [
        "甲光电 100000000CNY label=营业收入 time=2019",
        "甲光电 200000000CNY label=营业收入 time=2020",
        "甲光电 300000000CNY label=营业收入 time=2021",
    ]


def test_changes_are_dealt_out_to_the_metrics_just_named() -> None:
    lines = metrics("甲光电营业收入2亿元，净利润1亿元，分别增长3%和5%。", **FIRMS_ONE)
    assert "甲光电 3% label=营业收入增长" in lines
    assert "甲光电 5% label=净利润增长" in lines


@pytest.mark.parametrize(
    "text",
    [
        "甲光电把营业收入的8%投入研发。",
        "甲光电的报告说，该县减贫2万人。",
        "甲光电建成投产三十亿元以上重大项目。",
    ],
)
def test_a_part_another_place_and_a_sieve_are_no_metric(text: str) -> None:
    assert metrics(text, **FIRMS_ONE) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲光电拟以现金3亿元受让乙药业股权。", "甲光电 300000000CNY label=受让 status=planned"),
        ("甲光电以38%的份额排名第一。", "甲光电 38% label=份额"),
        ("甲光电目标价跌至17元。", "甲光电 17CNY label=目标价"),
        ("甲光电股价收报9.85元。", "甲光电 9.85CNY label=股价"),
        ("甲光电收报9.85元。", "甲光电 9.85CNY label=收报"),
        ("甲光电门店较年初净减少117家。", "甲光电 117家 label=门店较年初净减少"),
        ("甲光电今年已对客户开出罚单38张。", "甲光电 38张 label=罚单 time=2022"),
        ("甲光电股权转让价格为每股6元，排名分列二、三位。", "甲光电 6CNY label=股权转让价格"),
    ],
)
def test_levels_prices_and_ranks(text: str, wanted: str) -> None:
    present = " ".join(name for name in ("甲光电", "乙药业") if name in text)
    assert metrics(text, ORG=present) == [wanted]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("去年国内投影机出货量为105万台。", {"PRODUCT": "投影机"},
         ["投影机 1050000台 label=出货量 time=2021"]),
        ("甲证券认为，投影机出货量将达105万台。", {"ORG": "甲证券", "PRODUCT": "投影机"},
         ["投影机 1050000台 label=出货量 status=planned"]),
        ("甲证券谨慎，指出两融余额已升至1亿元。", {"ORG": "甲证券"}, ["两融余额 100000000CNY label=余额"]),
        ("甲省统计局公布，去年零售额3亿元。", {"ORG": "甲省统计局"}, []),
        ("其中逆变器占比30%。", {"PRODUCT": "逆变器"}, ["逆变器 30% label=占比"]),
    ],
)  # fmt: skip
def test_a_number_that_nobody_owns_is_of_the_thing_measured(
    text: str, names: dict[str, str], wanted: list[str]
) -> None:
    assert metrics(text, **names) == wanted


def test_an_analyst_speaks_of_the_value_of_another() -> None:
    found = metrics("乙证券将甲光电目标价由14元上调至17元。", ORG="甲光电 乙证券")
    assert found == ["甲光电 14CNY label=目标价 status=former", "甲光电 17CNY label=目标价"]


def test_an_age_is_a_persons() -> None:
    assert metrics("陈平现年51岁。", PERSON="陈平") == ["陈平 51岁 label=年龄"]


def test_numbers_are_dealt_out_of_what_the_clause_before_names() -> None:
    found = metrics("甲光电、乙药业去年新增装机位居前列，分别为3亿元和2亿元。", **FIRMS)
    assert found == [
        "乙药业 200000000CNY label=新增装机 time=2021",
        "甲光电 300000000CNY label=新增装机 time=2021",
    ]


def test_what_was_a_year_ago_has_its_own_time() -> None:
    found = metrics("2021年，甲光电净额由上年同期的3亿元降至1亿元。", ORG="甲光电")
    assert found == [
        "甲光电 100000000CNY label=净额 time=2021",
        "甲光电 300000000CNY label=净额 time=2020 status=former",
    ]


def test_a_share_is_not_of_the_year_of_another_event() -> None:
    text = "乙药业2015年在上交所上市，甲光电持股30%。"
    (fact,) = facts(text, "metric", DAY, ORG="甲光电 乙药业 上交所")
    assert (fact.subject.name, fact.time) == ("甲光电", None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "36个产业项目在此集中签约，协议投资总额200亿元，可提供就业岗位2万个。",
            {
                "36个产业项目 20000000000CNY label=协议投资总额",
                "36个产业项目 20000个 label=就业岗位",
                "36个产业项目 36个 label=数量",
            },
        ),
        (
            "甲光电去年营收23亿元，海外工厂已投产，年产能20万台。",
            {"甲光电 2300000000CNY label=营收 time=2021", "海外工厂 200000台 label=年产能 time=2021"},
        ),
        (
            "甲光电拟投资12亿元建设现代化产业园，项目投产后产能20万台。",
            {
                "甲光电 1200000000CNY label=投资 status=planned",
                "现代化产业园 200000台 label=产能 status=planned",
            },
        ),
        ("全省开发区营业收入突破2万亿元。", {"全省开发区 2000000000000CNY label=营业收入"}),
        ("营业收入超百亿元的开发区达到10个。", set()),
    ],
)
def test_things_without_a_name_have_numbers(text: str, wanted: set[str]) -> None:
    names = {kind: name for kind, name in {"ORG": "甲光电", "PLACE": "宁州"}.items() if name in text}
    assert set(metrics(text, **names)) == wanted


def test_the_books_are_the_firms_and_not_its_plants() -> None:
    text = "甲光电表示，乙工厂已投产；全年毛利率力争回升到15%。"
    (fact,) = facts(text, "metric", ORG="甲光电", FACILITY="乙工厂")
    assert fact.subject.name == "甲光电"


def test_what_a_document_sets_is_no_number_of_it() -> None:
    assert not facts("《行动方案》提出，规模化率达到58%。", "metric", DOCUMENT="《行动方案》")


def test_a_role_is_not_what_the_next_clause_is_about() -> None:
    text = "作为宁州的一号工程，规划面积8平方公里的海棠园已引进企业30家，产值12亿元。"
    found = facts(text, "metric", POLICY="一号工程", PARK="海棠园", PLACE="宁州")
    assert {f.subject.name for f in found} == {"海棠园"}


def test_the_only_listed_firm_is_the_firm_meant() -> None:
    text = "甲光电（300684）收到丙中心裁决书。截至目前，公司已计提坏账准备6000万元。"
    assert "甲光电 60000000CNY label=计提坏账准备" in metrics(text, ORG="甲光电 丙中心")


def test_the_result_of_the_year_before_has_its_own_name() -> None:
    text = "甲光电前三季度净亏损2亿元，上年同期盈利1亿元。"
    assert any(line.startswith("甲光电 100000000CNY label=盈利") for line in metrics(text, ORG="甲光电"))


@pytest.mark.parametrize(
    ("text", "wanted", "names"),
    [
        (
            "甲光电收到要约，收购人为乙药业，拟以6元/股的价格收购，所需资金最高5亿元。",
            "乙药业 500000000CNY label=所需资金 status=planned",
            FIRMS,
        ),
        ("甲光电获控股股东乙药业增持0.4%股份。", "乙药业 0.4% label=增持股份比例", FIRMS),
        (
            "甲光电拟收购周望舒持有的乙药业60%股权。",
            "甲光电 60% label=收购股权比例 status=planned",
            {**FIRMS, "PERSON": "周望舒"},
        ),
        ("乙药业由甲光电100%持股。", "甲光电 100% label=持股比例", FIRMS),
        (
            "甲光电前身是1954年创办的乙药业，有床位1700张。",
            "甲光电 1700张 label=床位",
            FIRMS,
        ),
        (
            "甲光电完成货物吞吐量9000万吨，其中集装箱200万标箱。",
            "甲光电 2000000标箱 label=集装箱吞吐量",
            FIRMS_ONE,
        ),
        ("甲光电获得50万元创新奖励。", "甲光电 500000CNY label=创新奖励", FIRMS_ONE),
        (
            "年产10万吨负极材料项目已开工。",
            "年产10万吨负极材料项目 100000吨 label=年产",
            {"FACILITY": "年产10万吨负极材料项目"},
        ),
        (
            "中国出口运价指数为948点，下跌1.1%。",
            "中国出口运价指数 1.1% label=出口运价指数下跌",
            {"PLACE": "中国"},
        ),
    ],
)
def test_whose_a_number_is(text: str, wanted: str, names: dict[str, str]) -> None:
    assert wanted in metrics(text, **names)


@pytest.mark.parametrize(
    "text",
    ["与持有甲光电5%以上股份的股东无关联关系。", "甲光电对连续两次排名末位的单位予以退出。"],
)
def test_what_only_describes_is_no_metric(text: str) -> None:
    assert not metrics(text, ORG="甲光电")


def test_what_a_figure_is_held_against_makes_no_plan_of_the_next() -> None:
    text = "甲光电每股收益0.21美元，预期0.17美元；营收9.39亿美元，预期9.03亿美元；净利润2.23亿美元。"
    found = read(text, "metric", ORG="甲光电")
    assert "甲光电 metric 939000000USD label=营收" in found
    assert "甲光电 metric 223000000USD label=净利润" in found


@pytest.mark.parametrize(
    ("text", "wanted", "names"),
    [
        (
            "全国规模以上造船企业实现营业收入500亿元，同比增长7.5%。",
            [
                "全国规模以上造船企业 50000000000CNY label=营业收入",
                "全国规模以上造船企业 7.5% label=营业收入同比增长",
            ],
            {"PLACE": "全国"},
        ),
        ("新能源车市场零售72万辆。", ["新能源车市场 720000辆 label=零售"], {"INDUSTRY": "零售"}),
        ("德国5月失业率创下新高，为6.4%。", ["德国 6.4% label=失业率 time=2021-05"], {"PLACE": "德国"}),
        ("甲光电股价连续下跌，跌幅达16%。", ["甲光电 16% label=股价跌幅"], FIRMS_ONE),
        (
            "甲光电营业收入和净利润分别达到3亿元和1亿元。",
            ["甲光电 100000000CNY label=净利润", "甲光电 300000000CNY label=营业收入"],
            FIRMS_ONE,
        ),
        (
            "甲光电营业收入、净利润分别增长3%、5%。",
            ["甲光电 3% label=营业收入增长", "甲光电 5% label=净利润增长"],
            FIRMS_ONE,
        ),
        (
            "林大海、陈二河分别受贿135万、20万元。",
            ["林大海 1350000CNY label=受贿", "陈二河 200000CNY label=受贿"],
            {"PERSON": "林大海 陈二河"},
        ),
        ("林大海一审被判处有期徒刑8年。", ["林大海 8年 label=有期徒刑"], {"PERSON": "林大海"}),
        ("林大海先后收受陈二河4万元。", ["林大海 40000CNY label=收受"], {"PERSON": "林大海 陈二河"}),
        ("甲光电有130多年的历史。", ["甲光电 130年 label=历史"], FIRMS_ONE),
        ("在此工作了26年的林大海说，路很远。", ["林大海 26年 label=工作"], {"PERSON": "林大海"}),
        ("甲光电花费3亿元进行技术改造。", ["甲光电 300000000CNY label=花费"], FIRMS_ONE),
        ("该局购买了一辆价值25万元的越野车。", ["越野车 250000CNY label=价值"], {}),
        ("这种方式已为宁州市节省支出近200万元。", ["宁州市 2000000CNY label=节省支出"], {"PLACE": "宁州市"}),
        ("甲光电以5800万元购得这笔股权。", ["甲光电 58000000CNY label=购得"], FIRMS_ONE),
        ("甲光电向灾区捐款500万元。", ["甲光电 5000000CNY label=捐款"], FIRMS_ONE),
        ("铁矿石涨2.6%，热卷涨1.4%。", ["热卷 1.4% label=涨", "铁矿石 2.6% label=涨"], {"PRODUCT": "铁矿石"}),
        (
            "甲光电产销分别完成3万辆和2万辆，同比增长5%和4%。",
            [
                "甲光电 20000辆 label=销量",
                "甲光电 30000辆 label=产量",
                "甲光电 4% label=销量同比增长",
                "甲光电 5% label=产量同比增长",
            ],
            FIRMS_ONE,
        ),
        ("宁州市的5万吨磷酸铁项目年底投产。", [], {"PLACE": "宁州市"}),
        ("甲光电去库存仍需三个月。", [], FIRMS_ONE),
        ("甲光电拥有另两家公司。", [], FIRMS_ONE),
        ("丁交易所期铜合约收于66250元/吨。", [], {"ORG": "丁交易所"}),
        ("甲光电续航里程310公里。", [], FIRMS_ONE),
        ("德国央行“超预期”加息15个基点。", ["德国央行 15个基点 label=“超预期”加息"], {"ORG": "德国央行"}),
    ],
)
def test_whose_a_number_of_the_news_is(text: str, wanted: list[str], names: dict[str, str]) -> None:
    assert sorted(metrics(text, **names)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新华网有消息称，项目投资达80亿元。", {"ORG": "新华网"}),
        ("林大海在甲光电工作20年后退休。", {"ORG": "甲光电", "PERSON": "林大海"}),
        ("甲光电的这笔股权最终由某联合体以5800万元购得。", FIRMS_ONE),
        ("买给办公室的一辆价值28万元的越野车甲光电，超过了规定。", FIRMS_ONE),
    ],
)
def test_a_number_without_a_sure_owner_is_no_metric(text: str, names: dict[str, str]) -> None:
    assert not metrics(text, **names)


def test_what_is_told_of_a_trade_ends_at_the_next() -> None:
    text = "第三产业增加值634亿元；规模以上工业中，石化受检修影响，增加值下降6.5%。"
    assert metrics(text, INDUSTRY="第三产业 石化") == ["第三产业 63400000000CNY label=增加值"]


def test_a_stretch_of_land_may_end_a_text_without_a_mark() -> None:
    text = "甲光电面积5平方公里"
    assert metrics(text, **FIRMS_ONE) == metrics(text + "。", **FIRMS_ONE)


def test_an_amount_may_open_a_text_that_ends_in_its_topic() -> None:
    document = Document("a", "1年全球集装箱船队")
    assert not [f for f in understand(document, pipeline(), rules()).facts if f.relation == "metric"]
