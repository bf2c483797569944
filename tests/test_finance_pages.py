"""What real pages of firms taught: who speaks where, numbers dealt out to periods, whose news it is."""

from datetime import date

import pytest
from support import told, told_of

HEAD = "晴川股份董事长顾维桢今晨到访宁州。"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"{HEAD}顾维桢在其微博上宣布，新厂下月投产。", "顾维桢"),
        (f"{HEAD}顾维桢还在微博中表示，新厂下月投产。", "顾维桢"),
        (f"{HEAD}顾维桢发布微博称，新厂下月投产。", "顾维桢"),
        (f"{HEAD}顾维桢微博宣布，新厂下月投产。", "顾维桢"),
        ("晴川股份官方微博宣布，新厂下月投产。", "晴川股份"),
    ],
)
def test_where_one_speaks_is_not_who_speaks(text: str, speaker: str) -> None:
    assert [line.split()[0] for line in told_of("says", text)] == [speaker]


def test_the_firm_behind_a_platform_acts_itself() -> None:
    assert told_of("acquires", "微博宣布收购晴川股份。") == ["微博 晴川股份 label=宣布收购"]


def _times(text: str, label: str) -> list[str]:
    lines = [line for line in told_of("metric", text) if f"label={label}" in line]
    return sorted(line.rpartition("time=")[2] for line in lines)


QUARTER = "2023-01-01/2023-03-31"


def test_a_span_of_years_is_dealt_out_year_by_year_beside_another_period() -> None:
    text = (
        "2021年至2022年及2023年一季度，晴川股份营收分别为3亿元、4亿元、1亿元；"
        "净利润分别为2亿元、3亿元、1亿元。"
    )
    assert _times(text, "营收") == _times(text, "净利润") == ["2021", "2022", QUARTER]


def test_the_next_sentence_deals_out_to_the_same_periods() -> None:
    text = (
        "2021年、2022年，晴川股份营收分别为3亿和4亿元，研发费用为2亿和3亿元。随之净亏损分别为1亿元和2亿元。"
    )
    assert all(_times(text, label) == ["2021", "2022"] for label in ("营收", "研发费用", "净亏损"))
    assert "晴川股份 300000000CNY label=营收 time=2021" in told_of("metric", text)


def test_periods_told_before_are_not_dealt_to_what_is_named_in_a_row() -> None:
    text = "2021年、2022年，晴川股份稳步发展。公司营收和净利润分别为3亿元和1亿元。"
    assert _times(text, "净利润") == ["晴川股份 100000000CNY label=净利润"]


def test_a_bracket_tells_the_periods() -> None:
    assert _times("各期（2021年、2022年），晴川股份毛利率分别为31%和32%。", "毛利率") == ["2021", "2022"]


def test_the_period_reported_on_is_not_the_one_compared_with() -> None:
    text = "2022年上半年，晴川股份产量较上年同期增长5%。报告期内，公司营业收入3亿元。"
    assert _times(text, "营业收入") == ["2022-01-01/2022-06-30"]


@pytest.mark.parametrize("bar", "丨|｜")
def test_the_agency_before_a_bar_is_not_the_firm(bar: str) -> None:
    text = f"格隆汇3月8日{bar}晴川股份公布，公司子公司白鹭制药盈利。"
    assert told(text, "part_of", date(2022, 3, 9)) == ["白鹭制药 part_of 晴川股份 label=子公司"]


WON = "晴川股份公告，公司收到中标通知书，"


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("晴川股份中标3亿元白鹭大桥改造工程。", ["白鹭大桥改造工程"]),
        ("晴川股份：中标3.2亿元工程项目。", []),
        ("晴川股份近日中标多个项目。", []),
        ("晴川股份公告，中标工程为苍梧大桥改造工程。", ["苍梧大桥改造工程"]),
        (
            f"{WON}苍梧水厂进厂道路工程第1标段（施工）项目由公司中标。",
            ["苍梧水厂进厂道路工程第1标段（施工）项目"],
        ),
    ],
)
def test_works_won_are_named_whole_and_a_sum_names_none(text: str, works: list[str]) -> None:
    assert told_of("wins_bid", text) == [f"晴川股份 {name} label=中标" for name in works]


def test_the_price_of_works_that_are_given_to_a_firm_is_the_firms() -> None:
    text = f"{WON}苍梧水厂道路工程第1标段由公司中标，工程中标价2亿元。"
    assert told_of("metric", text) == ["晴川股份 200000000CNY label=工程中标价"]


@pytest.mark.parametrize(
    ("part", "label"),
    [("本次中标金额合计", "中标金额"), ("该工程中标价", "中标价"), ("项目中标金额", "项目中标金额")],
)
@pytest.mark.parametrize("whole", ["营业总收入", "经审计营业收入"])
def test_a_sum_only_named_is_a_part_of_what_the_firm_takes_in(part: str, label: str, whole: str) -> None:
    text = f"晴川股份中标苍梧大桥工程。{part}占公司2020年度{whole}的9%。"
    wanted = f"晴川股份 9% label={label}占{whole.removeprefix('经审计')} time=2020"
    assert told_of("metric", text) == [wanted]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("晴川股份营收3亿元（同比增长5%）。", "5% label=营收同比增长"),
        ("晴川股份毛利率31%（同比下降2个百分点）。", "2个百分点 label=毛利率同比下降"),
        ("晴川股份拟减持500万股股份（占总股本2%）。", "2% label=减持占总股本 status=planned"),
        ("晴川股份持有白鹭制药300万股（占总股本的5%）。", "5% label=持股比例"),
    ],
)
def test_a_bracket_tells_of_the_number_before_it(text: str, line: str) -> None:
    assert f"晴川股份 {line}" in told_of("metric", text)


def test_a_bracket_with_a_number_of_something_else_tells_nothing() -> None:
    assert len(told_of("metric", "晴川股份营收3亿元（其中海外占比5%）。")) == 1


def test_a_code_and_a_price_in_one_bracket_are_of_the_name_before() -> None:
    assert told_of("metric", "披露中报的有晴川股份（600550，收盘价26元）。") == [
        "晴川股份 26CNY label=收盘价"
    ]


def test_of_whom_one_buys_is_not_who_buys() -> None:
    text = "晴川股份早作安排，向本公司控股股东苍梧集团收购白鹭制药60%股权。"
    assert told_of("acquires", text) == ["晴川股份 白鹭制药 label=收购"]


def test_what_stands_between_a_deal_and_a_percentage_of_stock_is_a_firm() -> None:
    text = "晴川股份拟以自有资金收购苍梧基金持有的晴空氢动16%股权。苍梧基金不再持有晴空氢动的股份。"
    assert told_of("acquires", text) == ["晴川股份 晴空氢动 label=收购 status=planned"]
    assert len(told_of("holds_stake", text)) == 2


@pytest.mark.parametrize("stock", ["剩余", "标的公司", "其余", "何小姐所持", "新发行", "优质资产"])
def test_what_tells_how_much_stock_it_is_names_no_firm(stock: str) -> None:
    assert told_of("acquires", f"晴川股份拟收购{stock}40%股权。") == []


def test_what_discloses_is_a_firm_whatever_it_ends_with() -> None:
    text = "星海工程发布公告，拟以2亿元收购白鹭制药60%股权。"
    assert told_of("acquires", text) == ["星海工程 白鹭制药 label=收购 status=planned"]


def test_a_round_may_have_a_plus_and_no_letter() -> None:
    assert told_of("metric", "白鹭制药再获2亿元天使+轮融资。") == ["白鹭制药 200000000CNY label=天使+轮融资"]


def test_what_one_means_to_hand_over_is_planned() -> None:
    text = "晴川股份拟将持有的白鹭制药51%股权转让给苍梧集团。"
    assert told_of("acquires", text) == ["苍梧集团 白鹭制药 label=转让 status=planned"]


@pytest.mark.parametrize("ware", ["晴川SU3 Max", "晴川9S Pro", "晴川T1处理器", "晴川9系列"])
def test_a_model_is_a_ware_of_its_firm_and_no_firm(ware: str) -> None:
    assert told_of("produces", f"晴川科技昨日推出{ware}。") == [f"晴川科技 {ware} label=推出"]
    assert told_of("part_of", f"晴川集团称，{ware}热销。") == []


def test_what_is_new_of_a_firm_is_told_in_a_row() -> None:
    text = "晴川科技发布的新品包括晴川T1处理器和晴川9S Pro。"
    assert len(told_of("produces", text)) == 2


@pytest.mark.parametrize("name", ["晴川股份A1厂房", "晴川2022年", "晴川5G"])
def test_letters_behind_a_firm_are_no_model(name: str) -> None:
    assert told_of("produces", f"晴川股份昨日推出{name}计划。") == []


def test_the_year_before_is_not_the_period_reported_on() -> None:
    text = "晴川股份2022年上半年营收3亿元。去年上半年，公司净利润2亿元。报告期内，公司获补助1亿元。"
    assert _times(text, "补助") == ["2022-01-01/2022-06-30"]


def test_an_index_by_its_short_name_is_another_than_the_one_before() -> None:
    assert told_of("metric", "截至收盘，沪指涨1%，深成指跌2%。") == ["沪指 1% label=涨", "深成指 2% label=跌"]


def test_firms_in_a_row_each_with_a_share_are_all_bought() -> None:
    text = "晴川股份拟购买苍梧集团持有的白鹭制药60%股权和青芽科技70%的股权。"
    assert told_of("acquires", text) == [
        f"晴川股份 {firm} label=购买 status=planned" for firm in ("白鹭制药", "青芽科技")
    ]
    assert len(told_of("holds_stake", text)) == 2
    assert [line.split()[1] for line in told_of("metric", text)] == ["60%", "70%"]


def test_a_share_in_the_next_clause_is_another_deal() -> None:
    text = "晴川股份收购白鹭制药60%股权，青芽科技70%股权归苍梧集团。"
    assert told_of("acquires", text) == ["晴川股份 白鹭制药 label=收购"]
