"""Figures of work reports and bulletins: work done by nobody named, parts without their measure, rows."""

import pytest
from test_zone_figures import figures


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        # work that nobody is named for is of the place reported on, what others do is not
        (
            "去年，东坡区经济稳步发展。围绕新能源，引进亿元以上企业60家，供应工业用地1012亩。"
            "县财政安排奖励资金3亿元。",
            {"东坡区 亿元以上企业 60家", "东坡区 工业用地 1012亩"},
        ),
        # parts without their measure, in the sentence behind the whole's
        (
            "去年，东坡市地区生产总值80亿元。粮食总产量7.6万吨，增长4%。其中，小麦4.5万吨，增长6%；"
            "大豆3.1万吨，下降2%。",
            {
                "东坡市 地区生产总值 8000000000CNY",
                "东坡市 粮食总产量 76000吨",
                "东坡市 粮食总产量增长 4%",
                "东坡市 小麦产量 45000吨",
                "东坡市 小麦产量增长 6%",
                "东坡市 大豆产量 31000吨",
                "东坡市 大豆产量下降 2%",
            },
        ),
        # how large some of those counted are
        (
            "东坡区去年技改项目43个，其中亿元以上18个。",
            {"东坡区 技改项目 43个", "东坡区 亿元以上技改项目 18个"},
        ),
        # behind ； another thing is told of, which is no part
        (
            "东坡区企业营业收入突破700亿元，其中大型企业16家；每亩投资强度达到420万元。",
            {
                "东坡区 企业营业收入 70000000000CNY",
                "东坡区 大型企业 16家",
                "东坡区 投资强度 4200000CNY",
            },
        ),
        # a measure that the last of a row says for all, and the changes of the row
        (
            "去年，东坡区城镇、农村居民人均可支配收入分别达到41230元和21560元，分别增长8%和9.5%。",
            {
                "东坡区 城镇居民人均可支配收入 41230CNY",
                "东坡区 农村居民人均可支配收入 21560CNY",
                "东坡区 城镇居民人均可支配收入增长 8%",
                "东坡区 农村居民人均可支配收入增长 9.5%",
            },
        ),
        # what a plant does once it is built, told in the middle of a sentence
        (
            "东坡木业建设项目去年动工。三期工程总投资6亿元，全部建成后，年销售收入9亿元，提供岗位700个。",
            {
                "东坡木业建设项目 三期工程总投资 600000000CNY",
                "东坡木业建设项目 年销售收入 900000000CNY",
                "东坡木业建设项目 岗位 700个",
            },
        ),
        # honours of a grade in quotes, and what a grade pays for
        (
            "青田职业学院现有教职工382人，云溪省“151”人才2人，拥有云溪省财政资助开设的专业3个。",
            {
                "青田职业学院 教职工 382人",
                "青田职业学院 云溪省“151”人才 2人",
                "青田职业学院 专业 3个",
            },
        ),
        # a verb before a bare noun tells what of it is counted; how far off a place is is no number of it
        (
            "青田医院位于县城南30公里处。青田医院出院病人4万人次，编制病床600张，拥有设备80台。",
            {"青田医院 编制病床 600张", "青田医院 出院病人 40000人次", "青田医院 设备 80台"},
        ),
        # the whole and who completed it are no part of a name
        (
            "青芽镇位于东坡县北部，全镇现有耕地300亩。2021年，全市产业园区和开发区完成工业产值2亿元。",
            {"青芽镇 耕地 300亩", "全市产业园区 工业产值 200000000CNY"},
        ),
        # each item of a list has its own shares
        (
            "去年，东坡市储备项目60个，旅游产业项目15个，合同总额64亿元，分别占全部项目的25%和40%；"
            "食品加工业项目12个，合同总额48亿元，分别占全部项目的20%和32%。",
            {
                "东坡市 储备项目 60个",
                "东坡市 旅游产业项目 15个",
                "东坡市 食品加工业项目 12个",
                "旅游产业项目 合同总额 6400000000CNY",
                "旅游产业项目 旅游产业项目占全部项目 25%",
                "旅游产业项目 合同总额占全部项目 40%",
                "食品加工业项目 合同总额 4800000000CNY",
                "食品加工业项目 食品加工业项目占全部项目 20%",
                "食品加工业项目 合同总额占全部项目 32%",
            },
        ),
        # how far those that are counted have come, the number of a line, and what an aim is
        (
            "东坡区发布今年的计划。2.培育创新发展服务平台2家，新开工千万元以上农业项目100个。"
            "东坡区的目标是财政收入增长30%。",
            {
                "东坡区 创新发展服务平台 2家",
                "东坡区 新开工千万元以上农业项目 100个",
                "东坡区 财政收入增长 30%",
            },
        ),
        # what shows are measured by, though nothing names them again
        (
            "第三届东坡博览会昨日在云溪市闭幕。参展单位460个，比上届增加12个；全国19个省市到会；"
            "国外参展单位23个。专业观众人数5万人次。",
            {
                "第三届东坡博览会 参展单位 460个",
                "第三届东坡博览会 参展单位比上届增加 12个",
                "第三届东坡博览会 省市 19个",
                "第三届东坡博览会 国外参展单位 23个",
                "第三届东坡博览会 专业观众人数 50000人次",
            },
        ),
        # 占比 with an adverb behind it
        ("东坡省绿色产业占比原则上达到50%。", {"东坡省 绿色产业占比 50%"}),
        # how far over what was aimed at is a figure of the same measure and no plan
        (
            "前三季度，白鹿高新区实现外贸出口24亿元，超年度目标2.5个百分点，同比增长1倍。",
            {
                "白鹿高新区 外贸出口 2400000000CNY",
                "白鹿高新区 外贸出口超年度目标 2.5个百分点",
                "白鹿高新区 外贸出口同比增长 1倍",
            },
        ),
        # how far up in a ranking somebody stands is no share of anything
        ("白鹿大学的药学进入全球前百分之一，在校学生9000人。", {"白鹿大学 在校学生 9000人"}),
    ],
)
def test_figures_of_reports(text: str, facts: set[str]) -> None:
    assert figures(text) == facts
