"""Sittings of boards and shareholders: who came, how they voted, and the lines that go on about them."""

from datetime import date

from support import told

DAY = date(2022, 3, 8)
SAT = "海棠股份有限公司第三届董事会第六次会议于2022年3月4日召开。"
MET = "海棠股份有限公司2021年度股东大会于2022年3月4日召开。"
BOARD, OWNERS = "海棠股份有限公司第三届董事会第六次会议", "海棠股份有限公司2021年度股东大会"


def test_who_was_to_come_and_who_came() -> None:
    assert told(SAT + "会议应到董事9人，实到董事8人。", "metric", DAY) == [
        f"{BOARD} metric 8人 label=实到董事",
        f"{BOARD} metric 9人 label=应到董事",
    ]


def test_stock_that_came_to_a_meeting() -> None:
    row = "出席会议的股东及股东代理人共15人，代表股份1,234,567股，占公司有表决权股份总数的45.67%。"
    assert told(MET + row, "metric", DAY) == [
        f"{OWNERS} metric 1234567股 label=代表股份",
        f"{OWNERS} metric 15人 label=出席会议的股东及股东代理人",
        f"{OWNERS} metric 45.67% label=代表股份占有表决权股份总数",
    ]


def test_votes_stand_behind_their_number_or_before_it() -> None:
    wanted = ["0票 label=反对", "0票 label=弃权", "9票 label=同意"]
    for row in ("9票同意，0票反对，0票弃权", "同意9票，反对0票，弃权0票"):
        found = told(f"{SAT}表决结果：{row}。", "metric", DAY)
        assert found == [f"{BOARD} metric {vote}" for vote in wanted]


def test_votes_below_a_paper_are_on_that_paper() -> None:
    rows = "一、审议通过《关于出租厂房的议案》\n表决结果：同意9票，反对0票。\n"
    rows += "二、审议通过《关于购买汽车的议案》\n表决结果：同意8票，反对1票。"
    assert told(f"{SAT}\n{rows}", "metric", DAY) == [
        "关于出租厂房的议案 metric 0票 label=反对",
        "关于出租厂房的议案 metric 9票 label=同意",
        "关于购买汽车的议案 metric 1票 label=反对",
        "关于购买汽车的议案 metric 8票 label=同意",
    ]
    assert told(f"{SAT}\n{rows}", "issued", DAY) == [
        f"{BOARD} issued 关于出租厂房的议案 label=审议通过 time=2022-03-04",
        f"{BOARD} issued 关于购买汽车的议案 label=审议通过 time=2022-03-04",
    ]


def test_votes_in_stock_with_their_shares_apart_for_small_holders() -> None:
    vote = "同意1,000股，占出席会议有表决权股份总数的99.5%；反对5股，占出席会议有表决权股份总数的0.5%。"
    small = "中小股东表决情况：同意20股，占出席会议中小股东所持股份的80%。"
    found = told(f"{MET}\n1、审议通过《关于分红的议案》\n表决结果：{vote}\n{small}", "metric", DAY)
    paper = "关于分红的议案 metric"
    assert found == [
        f"{paper} 0.5% label=反对占出席会议有表决权股份总数",
        f"{paper} 1000股 label=同意",
        f"{paper} 20股 label=中小股东同意",
        f"{paper} 5股 label=反对",
        f"{paper} 80% label=中小股东同意占出席会议中小股东所持股份",
        f"{paper} 99.5% label=同意占出席会议有表决权股份总数",
    ]


def test_votes_of_nobody_named_are_no_numbers() -> None:
    assert told("该提案获得9票同意，0票反对。", "metric", DAY) == []
    assert told("林珊同意出资9万元。", "issued", DAY) == []


def test_this_sitting_is_the_one_named() -> None:
    text = "海棠股份第三届董事会第六次会议决议公告\n本次董事会会议于2022年3月4日以通讯方式召开。"
    assert told(text, "event_time", DAY) == [
        "海棠股份第三届董事会第六次会议 event_time - label=召开 time=2022-03-04"
    ]


def test_the_short_name_of_the_firm_is_no_part_of_its_sitting() -> None:
    text = "海棠股份有限公司（以下简称“海棠股份”）第三届董事会第六次会议于2022年3月4日召开。"
    assert told(text, "holds_event", DAY) == [
        "海棠股份有限公司 holds_event 第三届董事会第六次会议 label=召开 time=2022-03-04"
    ]
    assert told(text, "alias", DAY) == ["海棠股份有限公司 alias 海棠股份"]


def test_a_heading_names_no_sitting() -> None:
    assert not told("一、董事会会议召开情况\n海棠股份已发出通知。", "event_time", DAY)


def test_words_for_sums_over_and_over_take_no_time() -> None:
    """Each has two readings (共计, 共|计): tried in turn, forty of them would never end."""
    assert told(f"{SAT}出席会议的董事{'共计' * 40}者9人。", "attends", DAY) == []
