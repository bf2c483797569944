"""Firms on pages of news, notices and entries: ventures and their holders, trades, makers from abroad."""

import pytest
from support import told_of

HOLDERS = ["云岭集团有限公司", "宁州创投集团有限公司", "丹霞科技（宁州）有限公司"]


@pytest.mark.parametrize(
    "venture", ["该合资公司注册资本2亿元", "合资公司注册资本2亿元", "项目公司注册资本2亿元"]
)
def test_a_joint_venture_is_what_was_set_up_together(venture: str) -> None:
    text = (
        f"海棠股份与云岭投资共同出资设立青芽建设有限公司。{venture}，其中海棠股份出资1.2亿元，持股60%；"
        "云岭投资出资8000万元，持股40%。"
    )
    assert told_of("holds_stake", text) == [
        f"{who} 青芽建设有限公司 label=持股" for who in ("云岭投资", "海棠股份")
    ]
    assert "青芽建设有限公司 200000000CNY label=注册资本" in told_of("metric", text)


def test_another_joint_venture_without_a_name_is_none_told_of_before() -> None:
    text = "海棠股份与云岭投资共同设立青芽建设有限公司。海棠股份还与丹霞科技设立合资公司，海棠股份持股60%。"
    assert told_of("holds_stake", text) == []


def test_holders_behind_one_by_are_all_of_the_same_firm() -> None:
    shares = "，".join(f"{who}持股{share}%" for who, share in zip(HOLDERS, (41, 22, 9), strict=True))
    text = f"青芽科技成立于2004年。目前该公司由{shares}。"
    assert told_of("holds_stake", text) == sorted(f"{who} 青芽科技 label=持股" for who in HOLDERS)


def test_who_holds_a_share_too_is_not_what_is_held() -> None:
    text = f"目前该公司由{HOLDERS[0]}持股41%，{HOLDERS[1]}持股22%，{HOLDERS[2]}持股9%。"
    assert told_of("holds_stake", text) == []


def test_the_mark_of_a_ratio_ends_no_clause() -> None:
    text = "海棠股份拟与云岭科技按30%：70%的比例共同出资成立青芽新材料有限公司。"
    assert told_of("invests_in", text) == [
        f"{who} 青芽新材料有限公司 label=共同出资成立 status=planned" for who in ("云岭科技", "海棠股份")
    ]


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        ("中标项目符合海棠股份主营业务发展战略。", "industry", []),
        ("海棠股份主营业务为电缆、光纤的生产与销售。", "produces", ["光纤", "电缆"]),
        ("海棠股份主营业务为电缆。", "produces", ["电缆"]),
    ],
)
def test_lines_of_business_are_no_part_of_a_trade(text: str, relation: str, facts: list[str]) -> None:
    assert [fact.split()[1] for fact in told_of(relation, text)] == facts


def test_a_maker_from_abroad_is_named_in_letters_behind_its_kind() -> None:
    assert told_of("acquires", "海棠股份收购英国零售商Nordwick。") == ["海棠股份 Nordwick label=收购"]
    assert told_of("located_in", "海棠股份收购英国零售商Nordwick。") == ["Nordwick 英国"]


def test_what_a_firm_is_tells_nothing_of_its_partner() -> None:
    text = "德国汽车零部件供应商Kestler与海棠股份合资。"
    assert told_of("located_in", text) == ["Kestler 德国"]
    assert told_of("industry", text) == ["Kestler 汽车零部件"]


def test_a_group_that_owns_a_firm_is_not_the_firm_of_its_short_name() -> None:
    text = (
        "海棠公告，公司与控股股东海棠集团签订协议，收购海棠集团持有的青芽药业60%股权。"
        "海棠股份有限公司（以下简称“公司”或“海棠”）主营药品。"
    )
    assert told_of("holds_stake", text) == [
        "海棠集团 海棠股份有限公司 label=控股股东",
        "海棠集团 青芽药业 label=持有",
    ]


def test_the_short_name_of_a_group_with_the_word_in_its_name_is_the_group() -> None:
    text = "海棠集团股份有限公司（以下简称“海棠”）主营药品。海棠集团与青芽科技签订协议。"
    assert told_of("cooperates_with", text) == ["海棠集团股份有限公司 青芽科技 label=签订"]


def test_two_who_sign_are_no_one_body_in_the_name_of_the_ceremony() -> None:
    text = "海棠股份与云岭集团采购协议签约仪式在宁州举行。"
    assert told_of("cooperates_with", text) == ["海棠股份 云岭集团 label=签约"]
    assert told_of("part_of", text) == []


def test_shareholders_who_go_on_investing_are_investors() -> None:
    text = "青芽科技完成3亿元A轮融资，由云岭资本领投，丹霞基金跟投，海棠资本、宁州创投等老股东继续加注。"
    assert told_of("invests_in", text) == [
        f"{who} 青芽科技 label={how}"
        for who, how in (
            ("丹霞基金", "跟投"),
            ("云岭资本", "领投"),
            ("宁州创投", "加注"),
            ("海棠资本", "加注"),
        )
    ]


def test_who_holds_what_is_bought_stands_before_the_share() -> None:
    text = "海棠股份收购云岭集团持有的30%的青芽科技股权。"
    assert told_of("holds_stake", text) == ["云岭集团 青芽科技 label=持有"]


def test_who_is_to_sell_is_named_behind_a_noun() -> None:
    text = "减持主体云岭集团持有海棠股份12,600,000股，占公司总股本的6.3%。"
    assert told_of("metric", text) == [
        "云岭集团 12600000股 label=持有",
        "云岭集团 6.3% label=持股比例",
    ]


@pytest.mark.parametrize("stock", ["无限售条件流通股", "有限售条件股份", "无限售流通股"])
def test_kinds_of_stock_are_no_part_of_the_name(stock: str) -> None:
    text = f"云岭集团持有海棠股份{stock}450万股，占公司总股本的5.1%。"
    assert told_of("metric", text) == [
        "云岭集团 4500000股 label=持有",
        "云岭集团 5.1% label=持股比例",
    ]


def test_a_fine_is_of_whom_the_words_before_are_against() -> None:
    text = "针对宁州银行违规收费的行为，柏川银保监局对其罚款60万元。"
    assert told_of("metric", text) == ["宁州银行 600000CNY label=罚款"]
    assert told_of("penalises", text) == ["柏川银保监局 宁州银行 label=罚款"]
