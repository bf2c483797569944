"""Deals of firms as notices tell them: parties of two kinds, shares dealt out, what sittings pass."""

from datetime import date

import pytest
from support import told_of

HOLDERS = "梧州市同舟股权投资合伙企业（有限合伙）"


def test_people_and_firms_of_one_list_are_all_holders() -> None:
    text = f"晴川股份公告，公司股东顾维桢、{HOLDERS}拟减持不超过80万股。"
    assert told_of("holds_stake", text) == [f"{who} 晴川股份 label=股东" for who in (HOLDERS, "顾维桢")]


@pytest.mark.parametrize("comma", ["、", "，", ","])
def test_amounts_apart_by_commas_are_dealt_out_too(comma: str) -> None:
    text = f"晴川股份、苍梧集团及白鹭投资将分别以货币7亿元{comma}5亿元及2亿元出资。"
    assert told_of("metric", text) == [
        f"{who} {sum_}CNY label=出资 status=planned"
        for who, sum_ in (("晴川股份", 700000000), ("白鹭投资", 200000000), ("苍梧集团", 500000000))
    ]


@pytest.mark.parametrize(
    "held",
    ["直接持有白鹭制药全部股权之62%", "间接持有白鹭制药已发行股本约62%", "持有白鹭制药的股权比例为62%"],
)
def test_a_share_of_a_firm_is_a_shareholding_however_its_stock_is_called(held: str) -> None:
    assert told_of("metric", f"晴川股份{held}。") == ["晴川股份 62% label=持股比例"]


def test_what_a_firm_is_to_be_given_is_no_part_of_the_name() -> None:
    text = "晴川股份拟对全资子公司白鹭制药增资2亿元。"
    assert told_of("metric", text) == ["晴川股份 200000000CNY label=增资 status=planned"]


def test_a_short_name_ends_before_what_a_deal_says() -> None:
    text = (
        "晴川股份向梧州苍梧白鹭制药有限公司（以下简称“苍梧白鹭”）增资。苍梧白鹭注册资本金由2亿元增至5亿元。"
    )
    assert (
        told_of("metric", text)[0] == "梧州苍梧白鹭制药有限公司 200000000CNY label=注册资本金 status=former"
    )


def test_a_profit_belongs_to_whose_holders_it_goes_to() -> None:
    assert told_of("metric", "归属于白鹭科技全体股东的净亏损达4亿元。")[0].startswith("白鹭科技 400000000CNY")


def test_a_sitting_pays_nothing() -> None:
    passed = "公司第三届董事会第五次会议审议通过了《关于购买设备的议案》，同意公司出资5亿元。"
    assert told_of("metric", passed) == []
    assert told_of("metric", f"晴川股份（600999）公告。{passed}") == [
        "晴川股份 500000000CNY label=出资 status=planned"
    ]


def test_two_sittings_are_two() -> None:
    text = "晴川股份召开第三届董事会第五次会议和第三届监事会第二次会议。"
    assert told_of("holds_event", text) == [
        "晴川股份 第三届监事会第二次会议 label=召开",
        "晴川股份 第三届董事会第五次会议 label=召开",
    ]


@pytest.mark.parametrize("word", ["合共", "配售代理", "全资附属公司", "承配人"])
def test_words_of_deals_are_no_firms(word: str) -> None:
    assert all(word not in line for line in told_of("acquires", f"晴川股份公布，{word}收购白鹭制药。"))


def test_new_stock_is_told_as_a_share_of_what_there_is() -> None:
    text = "晴川股份拟配售合共300万股新股，相当于现有已发行H股约6%，及扩大后已发行H股约5%。"
    assert told_of("metric", text) == [
        "晴川股份 3000000股 label=配售 status=planned",
        "晴川股份 5% label=配售占扩大后已发行H股",
        "晴川股份 6% label=配售占现有已发行H股",
    ]


def test_a_price_goes_on_rising() -> None:
    assert "晴川股份 5.2% label=涨" in told_of("metric", "晴川股份午后涨超5%，截至发稿，涨5.2%。")


def test_a_price_bid_is_of_who_bids_for_each_lot() -> None:
    text = "松岭股份公告，子公司晴川建设收到中标通知书，中标金额分别达2亿元、1亿元。"
    assert told_of("metric", text) == [
        "晴川建设 100000000CNY label=中标金额",
        "晴川建设 200000000CNY label=中标金额",
    ]


def test_who_runs_a_bidding_is_not_what_is_won() -> None:
    assert told_of("wins_bid", "晴川股份收到松岭市招标中心的中标通知书。") == []


def test_each_fine_of_a_sentence_is_of_who_is_fined_and_decided_is_done() -> None:
    text = "松岭证监局决定对顾维桢合计罚没711万元，对沈若兰罚没28万元。"
    assert told_of("metric", text) == ["沈若兰 280000CNY label=罚没", "顾维桢 7110000CNY label=罚没"]


@pytest.mark.parametrize("stock", ["质押股份", "认购股份", "冻结股份"])
def test_stock_dealt_in_is_no_firm(stock: str) -> None:
    verb = stock.removesuffix("股份")
    text = f"晴川资本累计{stock}2000万股，占其所持股份的51%。"
    assert told_of("metric", text) == [
        f"晴川资本 20000000股 label=累计{verb}",
        f"晴川资本 51% label=累计{verb}占其所持股份",
    ]


def test_a_firm_is_no_part_of_its_own_short_name() -> None:
    assert told_of("part_of", "晴鹭建设有限公司（以下简称“晴鹭建设”）昨日签约。") == []


def test_a_round_is_paid_by_who_invests_together() -> None:
    assert told_of("invests_in", "白鹭汽车完成了由晴川资本、苍梧基金共同投资的天使轮融资。") == [
        "晴川资本 白鹭汽车 label=共同投资",
        "苍梧基金 白鹭汽车 label=共同投资",
    ]


def test_a_firm_that_discloses_alone_is_the_firm_below_too() -> None:
    text = "晴川股份昨日发布公告。\n松岭新媒体获悉，公司全资子公司苍梧环保科技有限公司昨日签约。"
    assert told_of("part_of", text) == ["苍梧环保科技有限公司 晴川股份 label=全资子公司"]


def test_two_names_in_one_pair_of_quotes_are_two() -> None:
    text = "晴川制药股份有限公司（以下简称“公司或晴川制药”）昨日签约。公司注册资本2亿元。"
    assert told_of("alias", text) == ["晴川制药股份有限公司 晴川制药"]


def test_numbers_are_dealt_out_to_a_list_of_periods() -> None:
    text = "白鹭汽车2021年、2022年及2023年上半年营收分别为3亿元、4亿元和2亿元。"
    assert [line.split()[-1] for line in told_of("metric", text) if "label=营收" in line] == [
        "time=2023-01-01/2023-06-30",
        "time=2021",
        "time=2022",
    ]


def test_a_later_metric_is_dealt_out_to_the_same_periods() -> None:
    text = "2021年、2022年，白鹭汽车营收分别为3亿元、4亿元；净利润分别为1亿元、2亿元。"
    assert sum("label=净利润" in line for line in told_of("metric", text)) == 2


def test_who_is_named_in_a_row_with_a_firm_is_punished_with_it() -> None:
    text = "松岭证监局对晴川股份、时任董事长顾维桢和时任财务总监沈若兰出具警示函。"
    assert told_of("penalises", text) == [
        f"松岭证监局 {who} label=警示函" for who in ("晴川股份", "沈若兰", "顾维桢")
    ]


def test_a_sponsor_is_not_what_the_text_goes_on_about() -> None:
    text = "晴川生物昨日向港交所提交上市申请，苍梧国际为其独家保荐人。该公司2022年营收4亿元。"
    assert told_of("metric", text) == ["晴川生物 400000000CNY label=营收 time=2022"]
    assert told_of("other", text) == ["苍梧国际 晴川生物 label=保荐人"]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("松指收市报25700点，升72点", ["升 72点", "报 25700点"]),
        ("松指跌12.5点", ["跌 12.5点"]),
        ("松指急升百分之二", ["升 2%"]),
    ],
)
def test_prices_rise_as_hong_kong_writes_them(told: str, wanted: list[str]) -> None:
    text = told.replace("松指", "恒生指数") + "。"
    lines = (line.split() for line in told_of("metric", text))
    assert sorted(f"{label.removeprefix('label=')} {amount}" for _, amount, label in lines) == wanted


def test_a_short_name_before_a_code_of_hong_kong() -> None:
    assert told_of("ticker", "升幅最大的是晴控(00999.HK)。") == ["晴控 00999.HK"]


def test_a_daughter_is_not_the_firm_itself() -> None:
    text = (
        "晴川股份（600999）公告，公司控股子公司苍梧新能源有限公司拟引入投资者。"
        "完成后，苍梧新能源有限公司注册资本增至8亿元，公司的持股比例将为四成。"
    )
    assert "晴川股份 40% label=持股比例 status=planned" in told_of("metric", text)


def test_only_the_first_is_a_daughter_where_several_sign() -> None:
    text = "晴川股份公告，公司全资附属公司白鹭科技、苍梧网络及松岭集团订立协议。"
    assert told_of("part_of", text) == ["白鹭科技 晴川股份 label=全资附属公司"]


def test_who_is_given_money_is_a_daughter_already() -> None:
    text = "晴川股份公告，打算以货币资金向控股子公司白鹭科技增资4亿元。"
    assert told_of("part_of", text) == ["白鹭科技 晴川股份 label=控股子公司"]
    assert told_of("metric", text) == ["晴川股份 400000000CNY label=增资 status=planned"]


def test_who_heads_a_business_does_so_in_the_firm_of_the_row() -> None:
    text = "苍梧集团常务董事、车载业务总裁顾维桢昨日到会。"
    assert told_of("post", text) == [
        "顾维桢 苍梧集团 label=常务董事",
        "顾维桢 苍梧集团 label=车载业务总裁",
    ]


def test_what_is_no_longer_made_is_denied() -> None:
    assert told_of("produces", "晴川重工将不再推出拖拉机。") == ["晴川重工 拖拉机 label=推出 status=denied"]


def test_a_round_is_an_investment_and_no_credit() -> None:
    text = "白鹭投资对苍梧科技进行了3000万元的A轮融资。"
    assert told_of("invests_in", text) == ["白鹭投资 苍梧科技 label=融资"]
    assert told_of("other", text) == []


def test_a_fund_named_after_a_group_has_no_firms() -> None:
    fund = "万钧集团晴川科技合伙企业（有限合伙）"
    assert told_of("part_of", f"万钧空调昨日公告，{fund}已经成立。") == []
    assert told_of("part_of", "万钧空调昨日说，万钧集团有限公司成立了。") == ["万钧空调 万钧集团有限公司"]


def test_a_partnership_may_have_an_and_in_its_name() -> None:
    fund = "梧州白鹭明和创业投资合伙企业（有限合伙）"
    assert told_of("invests_in", f"晴川股份拟出资设立{fund}。") == [
        f"晴川股份 {fund} label=出资设立 status=planned"
    ]


def test_what_is_left_of_the_shares_is_no_part_of_the_name() -> None:
    text = "苍梧科技计划收购晴川传媒剩余股份。"
    assert told_of("acquires", text) == ["苍梧科技 晴川传媒 label=收购 status=planned"]


def test_praise_is_no_name() -> None:
    text = "万钧书店为全国最大图书零售公司，成立于1999年。"
    assert told_of("founded", text) == ["万钧书店 - label=成立于 time=1999"]


def test_nobody_holds_an_office_in_that_firm_where_none_is_known() -> None:
    assert told_of("post", "昨日下雨，该所合伙人顾维桢表示满意。") == []


def test_what_a_firm_without_a_name_does_is_nobodys() -> None:
    text = "晴川创投与白鹭科技新设合营企业，主要从事水产养殖。"
    assert told_of("industry", text) == []


def test_what_a_board_decides_the_firm_does() -> None:
    text = "晴川股份董事会通过决议，拟投资4亿元建设梧州芯片基地。"
    assert told_of("invests_in", text) == ["晴川股份 梧州芯片基地 label=投资 status=planned"]


def test_who_signs_is_no_part_of_what_is_signed() -> None:
    text = "顾维桢昨日见证梧州市政府与苍梧集团合作框架协议签署。"
    assert told_of("cooperates_with", text)[0].startswith("梧州市政府 苍梧集团")


def test_one_word_tells_one_tie() -> None:
    text = "白鹭电池是由晴川股份、苍梧科技共同设立的企业。"
    assert told_of("other", text) == []


def test_a_firm_may_stand_in_quotation_marks() -> None:
    text = "芯片初创公司“启灵海”上月宣布融资。启灵海的总经理顾维桢已经卸任。"
    assert told_of("post", text) == ["顾维桢 启灵海 label=总经理 status=former"]


def test_the_part_in_a_deal_is_no_name() -> None:
    text = "白鹭科技完成融资，天使轮投资方是晴川股份。"
    assert told_of("invests_in", text) == ["晴川股份 白鹭科技 label=投资方"]


def test_a_partnership_may_go_without_its_form() -> None:
    text = "白鹭科技完成融资，由万钧江岸创业投资合伙企业领投。"
    assert told_of("invests_in", text) == ["万钧江岸创业投资合伙企业 白鹭科技 label=领投"]


def test_who_changes_firms_has_the_office_in_the_new_one() -> None:
    text = "晴川基金顾维桢跳槽白鹭基金担任副总经理。"
    assert told_of("post", text) == ["顾维桢 白鹭基金 label=副总经理"]


def test_a_former_office_was_not_held_on_the_day_of_the_new_one() -> None:
    text = "任职日期为10月30日，顾维桢曾任晴川基金副总经理。"
    assert told_of("post", text) == ["顾维桢 晴川基金 label=副总经理 status=former"]


def test_a_firm_and_its_group_are_two_where_the_tables_have_both() -> None:
    names = [
        fact for fact in told_of("alias", "中国船舶集团表示，中国船舶将发行股份。") if "中国船舶" in fact
    ]
    assert names == []


def test_a_drug_is_no_firm() -> None:
    text = "苍梧医药有限公司与晴川保健有限公司就降糖药物doraglitin在宁州达成合作协定。"
    assert told_of("cooperates_with", text) == ["苍梧医药有限公司 晴川保健有限公司 label=达成"]


def test_a_festival_that_something_is_only_likened_to_dates_nothing() -> None:
    text = "白鹭集团8月28日，即“宁州版情人节”当天，宣布与苍梧集团合并。"
    day = date(2022, 10, 20)
    assert all("02-14" not in fact for fact in told_of("other", text, day))
    own = "白鹭集团今年的情人节当天宣布与苍梧集团合并。"
    assert any("02-14" in fact for fact in told_of("other", own, day))


def test_an_affiliate_is_not_the_firm_whose_name_it_bears() -> None:
    text = "万钧医药全资附属公司万钧医药技术有限公司昨日开工。"
    assert told_of("part_of", text) == ["万钧医药技术有限公司 万钧医药 label=全资附属公司"]


def test_a_blank_may_stand_before_a_code() -> None:
    assert told_of("ticker", "晴川股份 (600999)昨日公告，公司拟回购股份。") == ["晴川股份 600999"]


def test_a_country_is_no_trade() -> None:
    text = "苍梧药业公告，公司控股法国子公司Belcour的申请已经获准。"
    assert told_of("industry", text) == []


def test_what_is_guaranteed_is_no_second_tie() -> None:
    text = "晴川股份为白鹭科技3亿元债务提供担保。"
    assert told_of("other", text) == ["晴川股份 白鹭科技 label=提供担保"]


def test_what_somebody_is_now_is_no_former_office() -> None:
    text = "原车载业务负责人、现任苍梧集团副总裁顾维桢昨日到会。"
    assert told_of("post", text) == ["顾维桢 苍梧集团 label=副总裁"]
