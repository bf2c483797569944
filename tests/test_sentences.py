"""Single sentences of announcements, lives and encyclopaedias, read by the whole pipeline."""

from datetime import date
from functools import cache

import pytest
from spacy.language import Language
from support import rules

from kg.document import Document
from kg.ner import load_pipeline
from kg.pipeline import understand
from kg.relations import fact_text

DAY = date(2021, 6, 15)


@cache
def model() -> Language:
    """Return the whole pipeline."""
    return load_pipeline()


def facts(text: str) -> set[str]:
    """Return all facts that the whole pipeline reads."""
    return {fact_text(fact) for fact in understand(Document("a", text, day=DAY), model(), rules()).facts}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("铜陵庄园位于今浙江省绍兴市。", {"铜陵庄园 located_in 绍兴市 label=位于"}),
        ("青田县距温州市区50公里。", {"青田县 metric 50公里 label=距温州市区"}),
        ("青田县2014年人口97，人口密度每平方公里23人。", {"青田县 metric 97 label=人口 time=2014"}),
        ("青田县人口密度为每平方公里210人。", {"青田县 metric 210人 label=人口密度"}),
        (
            "青芽药业今日发布2019年度业绩快报：营业总收入12.1亿元。",
            {"青芽药业 metric 1210000000CNY label=营业总收入 time=2019"},
        ),
        (
            "青芽药业预计2020年度净利润为1亿元至2亿元。",
            {"青芽药业 metric 100000000CNY label=净利润 time=2020 status=planned"},
        ),
        (
            "青芽药业拟收购德国牙科设备厂商Bergmann AG 60%股权，标的2019年营收1800万欧元。",
            {
                "青芽药业 acquires Bergmann AG label=收购 status=planned",
                "Bergmann AG metric 18000000EUR label=营收 time=2019",
            },
        ),
        ("青芽药业终止收购丹霞生物60%股权。", {"青芽药业 metric 60% label=收购股权比例 status=denied"}),
        (
            "青芽药业公告，公司及实际控制人沈嘉禾收到中国证监会《立案告知书》。",
            {
                "中国证监会 penalises 青芽药业 label=立案告知书",
                "中国证监会 penalises 沈嘉禾 label=立案告知书",
            },
        ),
        (
            "宁州证监局拟对青芽药业处以50万元罚款，对时任总经理沈嘉禾采取5年证券市场禁入措施，并罚款20万元。",
            {
                "宁州证监局 penalises 沈嘉禾 label=证券市场禁入措施 status=planned",
                "沈嘉禾 metric 200000CNY label=罚款 status=planned",
            },
        ),
        ("青芽药业因虚增收入，被宁州证监局罚款60万元。", {"青芽药业 metric 600000CNY label=罚款"}),
        (
            "青芽药业2021年第二次临时股东大会选举周望舒为公司独立董事。",
            {"周望舒 post 青芽药业 label=独立董事"},
        ),
        ("青芽药业第六届董事会第一次会议聘任何秉文为总工程师。", {"何秉文 post 青芽药业 label=总工程师"}),
        (
            "青芽药业公告，合同金额2.1亿美元，折合人民币约15亿元。",
            {"青芽药业 metric 1500000000CNY label=合同金额"},
        ),
        ("青芽药业以自有资金出资6000万元。", {"青芽药业 metric 60000000CNY label=出资"}),
        (
            "青芽药业股价近5个交易日累计涨幅偏离值达22.1%。",
            {"青芽药业 metric 22.1% label=股价累计涨幅偏离值"},
        ),
        (
            "云岭路桥有限公司中标墨河水库项目，项目总投资估算63.8亿元，合作期20年。",
            {
                "墨河水库项目 metric 6380000000CNY label=项目总投资估算",
                "墨河水库项目 metric 20年 label=合作期",
            },
        ),
        (
            "青芽药业公告，公司董事长、实际控制人沈嘉禾及其一致行动人宁州鼎元投资有限公司合计增持公司股份120.3万股。",
            {
                "沈嘉禾 post 青芽药业 label=董事长",
                "沈嘉禾 changes_stake 青芽药业 label=合计增持",
                "宁州鼎元投资有限公司 changes_stake 青芽药业 label=合计增持",
            },
        ),
        (
            "青芽药业因2017年、2018年虚增营业收入合计2.2亿元，被宁州证监局罚款60万元。",
            {
                "青芽药业 metric 220000000CNY label=虚增营业收入 time=2017-01-01/2018-12-31",
                "青芽药业 metric 600000CNY label=罚款",
            },
        ),
        ("青芽药业拟配售3000万股新股份。", {"青芽药业 metric 30000000股 label=配售 status=planned"}),
        (
            "青芽药业预计与控股股东丹霞集团发生日常关联交易合计不超过3亿元。",
            {"青芽药业 metric 300000000CNY label=日常关联交易 status=planned"},
        ),
        (
            "青芽药业拟收购丹霞生物60%股权，沈嘉禾承诺标的公司2022年净利润不低于5000万元。",
            {"丹霞生物 metric 50000000CNY label=净利润 time=2022 status=planned"},
        ),
        (
            "青芽药业拟出资6000万元在芜湖市设立安徽青芽器械有限公司。",
            {"青芽药业 invests_in 安徽青芽器械有限公司 label=出资 status=planned"},
        ),
        (
            "林登是德国的城镇，距离首府汉诺威约86公里，有19,000人居住。",
            {"林登 metric 86公里 label=距离首府汉诺威", "林登 metric 19000人 label=居住"},
        ),
        (
            "圣约翰教堂位于加拿大第三大城市温哥华。",
            {"圣约翰教堂 located_in 温哥华 label=位于", "温哥华 located_in 加拿大"},
        ),
        (
            "白云塔是河南省文物保护单位之一，2006年被列为第六批全国重点文物保护单位。",
            {
                "白云塔 designated 河南省文物保护单位 label=是",
                "白云塔 designated 全国重点文物保护单位 label=第六批 time=2006",
            },
        ),
        (
            "丹霞科技、青芽股份等2家企业产值均超过5亿元。",
            {"丹霞科技 metric 500000000CNY label=产值", "青芽股份 metric 500000000CNY label=产值"},
        ),
        (
            "1912年江南学堂易名为宁州大学堂（今宁州大学）。",
            {"宁州大学堂 alias 宁州大学", "江南学堂 alias 宁州大学堂 label=易名为 time=1912"},
        ),
        (
            "2003年11月，第30届江海杯网球锦标赛由宁波市主办。",
            {"第30届江海杯网球锦标赛 event_time - label=主办 time=2003-11"},
        ),
        ("在江海会展中心举行的茶业博览会吸引了客商。", {"茶业博览会 located_in 江海会展中心 label=举行"}),
    ],
)
def test_what_is_read(text: str, wanted: set[str]) -> None:
    assert wanted <= facts(text)


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("卫星飞行到距离月球3.2万千米处时失去联系。", "metric"),
        ("该中心收藏来自各国的文献，是国际性的埃及研究中心。", "located_in"),
        ("青芽药业（芜湖）有限公司系青芽药业全资子公司。", "alias"),
        ("东方财富数据显示，该股年内累计跌幅达32%，总市值6.1亿元。", "metric"),
        ("周望舒曾在美国康奈尔大学任教。", "part_of"),
    ],
)
def test_what_is_not_read(text: str, unwanted: str) -> None:
    assert not any(unwanted == line.split()[1] for line in facts(text))
