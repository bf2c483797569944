"""Mistakes that whole pages of news showed, each in sentences of our own."""

from datetime import date

import pytest
from support import pipeline, told_of

DAY = date(2022, 3, 10)


@pytest.mark.parametrize(
    ("text", "relation", "facts"),
    [
        ("东江新区、西陵新区各自与外地厂商签订协议。", "cooperates_with", []),
        ("活动上，青芽科技等与市投促中心、海棠建投、云帆创管签约。", "cooperates_with", []),
        (
            "他会见宁州机电集团监事、宁州机电物流公司经理何秉文。希望宁州机电守约。",
            "alias",
            ["宁州机电集团 宁州机电"],
        ),
        ("马鞍山风大。市粮食局局长何秉文来了。", "post", ["何秉文 马鞍山市粮食局 label=局长"]),
        (
            "青芽科技由海棠股份（以下简称“公司”）扶持。青芽科技为公司实际控制人、董事长何秉文名下的企业。",
            "holds_stake",
            ["何秉文 海棠股份 label=实际控制人"],
        ),
        ("宁州市与西陵市茶叶交流会开幕。", "located_in", []),
        ("收购完成后，青芽股份将成为海棠集团全资子公司。", "goal", []),
        (
            "增资完成后，海棠集团持有青芽股份51%的股权。",
            "holds_stake",
            ["海棠集团 青芽股份 label=持有 status=planned"],
        ),
        (
            "2019年增资完成后，海棠集团持有青芽股份51%的股权。",
            "holds_stake",
            ["海棠集团 青芽股份 label=持有"],
        ),
        (
            "宁州新区将加快打造造船、钢铁、光伏设备产业集群高地。",
            "goal",
            ["宁州新区 造船、钢铁、光伏设备产业集群高地 label=加快打造 status=planned"],
        ),
        (
            "1971年6月出生的何秉文曾任宁州市粮食局局长。",
            "post",
            ["何秉文 宁州市粮食局 label=局长 status=former"],
        ),
        ("何秉文在宁州长大，六岁时搬走。", "metric", []),
        ("中德青禾大学联盟昨日成立。", "part_of", []),
        (
            "大连经济技术开发区扩区。大连开发区入选全国示范区名单。",
            "alias",
            ["大连经济技术开发区 大连开发区"],
        ),
        (
            "宁州集团将持有的西陵股份900万股股票质押给海棠银行。",
            "metric",
            ["宁州集团 9000000股 label=质押"],
        ),
        ("宁州集团将持有西陵股份900万股。", "metric", ["宁州集团 9000000股 label=持有"]),
        (
            "会上有宁州机床（集团）公司代表。宁州机床股份有限公司董事会会议召开。",
            "part_of",
            [],
        ),
        (
            "西陵海棠投资有限公司（以下简称“海棠投资”）来函。海棠投资2013年5月质押给宁州银行的股份解除。",
            "alias",
            ["西陵海棠投资有限公司 海棠投资"],
        ),
        ("绍兴茶叶交流会开幕。", "located_in", ["绍兴茶叶交流会 绍兴"]),
        ("东江新区围绕新能源产业开展座谈。", "industry", []),
        ("东江新区围绕新能源产业招商引资。", "industry", ["东江新区 新能源产业 label=围绕"]),
        ("中信建投证券股份有限公司保荐5家，中信证券保荐6家。", "alias", []),
        ("宁州市粮食局局长、管委会副主任周望舒作陪。", "post", ["周望舒 宁州市粮食局 label=局长"]),
        (
            "宁州银行下称“宁行”发布公告，提名西陵银行原行长何秉文为执行董事。",
            "post",
            ["何秉文 宁州银行 label=执行董事 status=planned", "何秉文 西陵银行 label=行长 status=former"],
        ),
        ("宁州银行下称“宁行”发布公告，提名何秉文为执行董事。", "says", []),
        (
            "宁州银行行长何秉文辞职，何人担任行长未定。",
            "post",
            ["何秉文 宁州银行 label=行长 status=former"],
        ),
        (
            "3月1日，“宁州零部件年会暨青年论坛”在西陵市召开。",
            "event_time",
            ["宁州零部件年会暨青年论坛 - label=召开 time=2022-03-01"],
        ),
    ],
)
def test_no_more_than_is_told(text: str, relation: str, facts: list[str]) -> None:
    assert told_of(relation, text, DAY) == facts


@pytest.mark.parametrize(
    ("text", "names", "others"),
    [
        ("上海证券报昨日停刊。", ["上海证券报"], ["上海证券"]),
        ("巴斯夫的基地开工。", ["巴斯夫"], ["巴斯"]),
        ("每日青芽股份有限公司（以下简称“每日青芽”）成立。", ["每日青芽股份有限公司"], ["青芽股份有限公司"]),
        ("青麦投资高级合伙人何秉文出席。", ["青麦投资"], ["青麦"]),
        ("双方签署合作协议。", [], ["合作"]),
        ("中国茶叶协会战略合作签约仪式举行。", [], ["合作"]),
        ("公司“没有收到消息”。", [], ["没有收到消息"]),
        ("他感谢支持辽源发展的来宾。", ["辽源"], ["辽源发展"]),
        ("众人参加宁州市与西陵市茶叶交流暨签约仪式。", ["宁州市与西陵市茶叶交流暨签约仪式"], ["签约仪式"]),
        ("本报讯（记者 于小勇）昨日有雨。", ["于小勇"], ["小勇"]),
        ("东江职业学院将在西陵新区选址建设西陵校区。", ["西陵新区"], ["西陵新区选址建设西陵校区"]),
    ],
)
def test_names(text: str, names: list[str], others: list[str]) -> None:
    doc = pipeline()(text)
    found = {span.text for span in doc.spans["mentions"]}
    assert found.issuperset(names)
    assert found.isdisjoint(others)
