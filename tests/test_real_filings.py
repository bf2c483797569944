"""What announcements and company news say in ways of their own, read by the whole pipeline."""

import pytest
from support import told


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "丹霞信托总裁何秉文不再担任丹霞信托董事、董事会薪酬委员会委员、董事会合规内控委员会委员及总裁职务。",
            [
                "何秉文 post 丹霞信托董事会合规内控委员会 label=委员 status=former",
                "何秉文 post 丹霞信托 label=总裁 status=former",
            ],
        ),
        (
            "丹霞实业副总裁连长胜先生昨日到场。",
            ["连长胜 post 丹霞实业 label=副总裁"],
        ),
        (
            "青芽科技完成1.5亿元Pre-A轮融资。",
            ["青芽科技 metric 150000000CNY label=Pre-A轮融资"],
        ),
        (
            "青芽科技总股本由3.2亿股变更为4亿股。",
            ["青芽科技 metric 400000000股 label=总股本"],
        ),
        (
            "海棠股份去年归属于上市公司股东的扣除非经常性损益的净利润7600万元。",
            ["海棠股份 metric 76000000CNY label=归属于上市公司股东的扣除非经常性损益的净利润"],
        ),
        (
            "海棠财经讯，青芽汽车昨日宣布降价，该公司股价大涨8%。",
            ["青芽汽车 metric 8% label=股价大涨"],
        ),
        (
            "海棠集团国际配售比例为90%。",
            ["海棠集团 metric 90% label=国际配售比例"],
        ),
        ("青芽汽车（纽交所证券代码：QYA）昨日裁员。", ["青芽汽车 ticker QYA label=证券代码"]),
        (
            "丹霞实业的子公司恒久(桂林)铸造有限公司停产。",
            ["恒久(桂林)铸造有限公司 part_of 丹霞实业 label=子公司"],
        ),
        (
            "总编空缺期间，由青芽出版社社长周宇代为签发稿件。",
            ["周宇 post 青芽出版社 label=社长"],
        ),
        (
            "丹霞实业控股子公司云岭能源计划投入600万元，持有合资公司30%的股权。",
            ["云岭能源 metric 30% label=持股比例 status=planned"],
        ),
        (
            "海棠银行不良贷款余额52亿元；拨备覆盖率240%。",
            ["海棠银行 metric 5200000000CNY label=不良贷款余额", "海棠银行 metric 240% label=拨备覆盖率"],
        ),
        (
            "青芽股份2011年6月由原云岭纸业与原丹霞纸业合并成立。",
            ["青芽股份 founded - label=合并成立 time=2011-06"],
        ),
        (
            "林知远此前任海棠股份董事、党委副书记。",
            ["林知远 post 海棠股份 label=党委副书记 status=former"],
        ),
        (
            "周望舒在宁州市政府举行的“春雨行动”主题新闻发布会上表示，全市小麦面积增加了两成。",
            ["周望舒 says 全市小麦面积增加了两成 label=表示"],
        ),
        (
            "青芽科技获得云岭资本2亿元B轮融资。",
            ["青芽科技 metric 200000000CNY label=B轮融资"],
        ),
        (
            "科技部办公厅主任周望舒、战略规划司司长何秉文、成果转化司司长林知远参观了展台。",
            ["林知远 post 科技部成果转化司 label=司长"],
        ),
        (
            "海棠集团与云岭集团在宁州饭店举行会谈后签订采购协议。",
            ["海棠集团 cooperates_with 云岭集团 label=签订"],
        ),
    ],
)
def test_what_a_sentence_tells(text: str, facts: list[str]) -> None:
    found = told(text)
    assert [fact for fact in facts if fact not in found] == []


def test_whom_one_serves_is_no_part_of_the_verb() -> None:
    text = "海棠股份公告称，何秉文先生，1970年出生。2011年4月至今任本公司厂长，2016年5月起任本公司董事长。"
    assert "何秉文 post 海棠股份 label=董事长 time=2016-05" in told(text)
    assert not any("任本公司" in fact for fact in told(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("股票代码:300871 股票简称:海棠铝业 公告编号:2019-003", "metric"),
        ("宁州市教育局对多家从事培训业务的机构进行检查。", "industry"),
        ("青芽科技新书销量好于预期，股价小涨。", "says"),
        ("宏岳建设有限公司没有回应。", "part_of"),
        ("海棠集团围绕汽车、医药等方面发挥优势。", "industry"),
        ("海棠股份邀请会计专业人士讲课。", "post"),
        ("青芽股份2011年由云岭纸厂与丹霞纸厂合并成立。", "cooperates_with"),
    ],
)
def test_what_a_sentence_does_not_tell(text: str, never: str) -> None:
    assert not any(f" {never} " in fact for fact in told(text))


def test_a_firm_stands_without_its_form_later() -> None:
    text = "中国海棠集团公司昨日开会。会后，中国海棠收购了青芽科技。"
    assert any(fact.startswith("中国海棠集团公司 acquires 青芽科技") for fact in told(text))


def test_a_place_opens_a_defined_name_wherever_it_stands() -> None:
    text = "宁波双百春茶业有限公司（以下简称“宁波双百春”）成立于2004年。\n宁波双百春主要业务为茶叶贸易。"
    assert "宁波双百春茶业有限公司 industry 茶叶贸易 label=主要业务" in told(text)
