"""Announcements of firms: whose rows and lines they are, and the names of who deals in stock."""

from datetime import date

from support import told

DAY = date(2022, 3, 8)


def test_rows_below_the_name_of_another_firm_are_of_that_firm() -> None:
    text = (
        "海棠股份有限公司（以下简称“公司”或“甲方”）与丹霞科技有限公司（以下简称“乙方”）签订协议：\n"
        "企业名称：丹霞科技有限公司\n公司类型：有限责任公司\n注册资本：5,000万元人民币\n"
        "本次合作对公司无影响。公司2021年营业收入3亿元。"
    )
    assert told(text, "metric", DAY) == [
        "丹霞科技有限公司 metric 50000000CNY label=注册资本",
        "海棠股份有限公司 metric 300000000CNY label=营业收入 time=2021",
    ]


def test_a_line_on_what_the_announcement_says_is_the_announcing_firms() -> None:
    text = "海棠股份（600853）公告称，公司近日收到丹霞科技的来函。\n公告显示，净利润为2000万元。"
    assert "海棠股份 metric 20000000CNY label=净利润" in told(text, "metric", DAY)
    assert not told("丹霞科技与西陵水务昨日签约。\n公告显示，净利润为2000万元。", "metric", DAY)


def test_a_wire_without_a_blank_before_the_firm() -> None:
    text = "青田社1月9日电大海股份（603278）发布公告，拟收购新元材料60%股权。"
    assert told(text, "ticker") == ["大海股份 ticker 603278"]
    assert told(text, "acquires") == ["大海股份 acquires 新元材料 label=收购 status=planned"]


def test_what_is_done_with_a_partnership_is_no_part_of_its_name() -> None:
    text = "海棠股份公告，公司拟以自筹资金收购宁州青芽投资合伙企业（有限合伙）30%的股权。"
    assert told(text, "acquires") == [
        "海棠股份 acquires 宁州青芽投资合伙企业（有限合伙） label=收购 status=planned"
    ]


def test_a_firm_of_common_words_behind_who_holds_it() -> None:
    text = "海棠股份拟以2亿元收购青芽基金持有的远程储能22,000万元股权。"
    assert told(text, "holds_stake") == ["青芽基金 holds_stake 远程储能 label=持有"]
    assert told(text, "acquires") == ["海棠股份 acquires 远程储能 label=收购 status=planned"]


def test_a_short_name_that_a_bracket_gives_is_whole_before_a_number() -> None:
    text = "海棠股份收购泰恒建设有限公司（简称“泰恒建设”）。收购完成后，公司持有泰恒建设100%的股权。"
    found = told(text, "holds_stake")
    assert [fact.split(" label")[0] for fact in found] == ["海棠股份 holds_stake 泰恒建设有限公司"]


def test_two_works_that_are_won_are_two() -> None:
    text = "海棠股份公告，公司中标工程分别为青田市南湖供水工程施工项目和松江大桥加固工程。"
    assert told(text, "wins_bid") == [
        "海棠股份 wins_bid 松江大桥加固工程 label=中标",
        "海棠股份 wins_bid 青田市南湖供水工程施工项目 label=中标",
    ]


def test_the_price_of_a_bid_whatever_stands_before_it() -> None:
    text = "海棠股份中标云岭水库引水工程，中标价1.2亿元。"
    assert told(text, "metric") == ["海棠股份 metric 120000000CNY label=中标价"]


BOOKS = "海棠股份（600853）发布年报。\n"


def test_numbers_of_the_books_are_of_the_firm_that_the_page_is_of() -> None:
    assert told(BOOKS + "报告期内净资产为200万元，毛利率为30%，同比下降2个百分点。", "metric", DAY) == [
        "海棠股份 metric 2000000CNY label=净资产 time=2021",
        "海棠股份 metric 2个百分点 label=毛利率同比下降 time=2021",
        "海棠股份 metric 30% label=毛利率 time=2021",
    ]
    for line in ("同行毛利率为20%。", "2022年上市公司净利润3亿元。", "投资规模为3亿元。"):
        assert told(BOOKS + line, "metric", DAY) == []
    assert told("会议昨日召开。\n毛利率为30%。", "metric", DAY) == []


def test_what_a_line_of_business_earns_is_its_firms() -> None:
    rows = "传感层实现营收3亿元，同比增长5%；国内业务实现收入2亿元；电池业务收入1亿元。"
    assert told(f"海棠股份2022年业务增长。{rows}", "metric", DAY) == [
        "海棠股份 metric 100000000CNY label=电池业务收入",
        "海棠股份 metric 200000000CNY label=国内业务收入",
        "海棠股份 metric 300000000CNY label=传感层营收",
        "海棠股份 metric 5% label=传感层营收同比增长",
    ]
    assert told("宁州市统计局发布数据。软件业务收入3亿元。", "metric", DAY) == []


def test_growth_by_the_year_as_hong_kong_writes_it() -> None:
    text = "海棠药业公布中期业绩，收益2亿元，按年增加29.3%。录得纯利1亿元，增长75.1%。"
    assert told(text, "metric", DAY) == [
        "海棠药业 metric 100000000CNY label=纯利",
        "海棠药业 metric 200000000CNY label=收益",
        "海棠药业 metric 29.3% label=收益按年增加",
        "海棠药业 metric 75.1% label=纯利增长",
    ]


def test_a_ware_in_latin_letters_has_its_number() -> None:
    text = "苹果公司昨日发布iPhone 8 Plus和iPhone X等产品。"
    assert [fact.split(" label")[0] for fact in told(text, "produces")] == [
        "苹果公司 produces iPhone 8 Plus",
        "苹果公司 produces iPhone X",
    ]
    assert not any("iPhone 8" in fact for fact in told("苹果公司卖出iPhone 800万部。"))


def test_the_holder_stands_behind_the_word_for_it() -> None:
    text = "ST海棠（603557）公告显示，公司控股股东宁州回声累计质押股份数量2亿股，占其持股总数的86%。"
    assert told(text, "metric") == [
        "宁州回声 metric 200000000股 label=累计质押",
        "宁州回声 metric 86% label=累计质押占其持股总数",
    ]
    assert not told("海棠股份公告，公司控股股东未来六个月计划减持3000万股。", "holds_stake")


def test_two_who_sign_together_are_no_one_body() -> None:
    text = "近日，宁州市人民政府与海棠集团供热项目签约仪式在东山举行。"
    assert told(text, "part_of") == []
    assert [fact.split(" ")[0] for fact in told(text, "holds_event")] == ["宁州市人民政府"]
