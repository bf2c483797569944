"""Single sentences of announcements, lives and encyclopaedias, read by the whole pipeline."""

from datetime import date

import pytest
from support import told

DAY = date(2021, 6, 15)


def facts(text: str) -> set[str]:
    """Return all facts that the whole pipeline reads."""
    return set(told(text, day=DAY))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("铜陵庄园位于今浙江省绍兴市。", {"铜陵庄园 located_in 绍兴市 label=位于"}),
        ("青芽药业创始人沈嘉禾博士现年57岁。", {"沈嘉禾 metric 57岁 label=年龄"}),
        (
            "本次签约的项目共18个，总投资30亿元。其中，仓储项目7个，总投资9亿元。",
            {
                "签约的项目 metric 3000000000CNY label=总投资",
                "仓储项目 metric 900000000CNY label=总投资",
            },
        ),
        (
            "院长：沈嘉禾，男，汉族，2011年至2019年任青田医院副院长。",
            {"沈嘉禾 post 青田医院 label=副院长 time=2011-01-01/2019-12-31"},
        ),
        (
            "温州投资推介会昨日在杭州举办。",
            {"温州投资推介会 located_in 杭州 label=举办 time=2021-06-14"},
        ),
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
            "1912年宁州学院易名为宁州大学堂（今宁州大学）。",
            {"宁州大学堂 alias 宁州大学", "宁州学院 alias 宁州大学堂 label=易名为 time=1912"},
        ),
        (
            "2003年11月，第30届江海杯网球锦标赛由宁波市主办。",
            {"第30届江海杯网球锦标赛 event_time - label=主办 time=2003-11"},
        ),
        (
            "宁州证券交易所对丹霞纺织股份有限公司及其控股股东丹霞控股集团有限公司、实际控制人暨时任董事长沈嘉禾予以公开谴责。",
            {
                "宁州证券交易所 penalises 丹霞纺织股份有限公司 label=予以公开谴责",
                "宁州证券交易所 penalises 丹霞控股集团有限公司 label=予以公开谴责",
                "宁州证券交易所 penalises 沈嘉禾 label=予以公开谴责",
                "沈嘉禾 post 丹霞纺织股份有限公司 label=董事长 status=former",
            },
        ),
        (
            "宁州证监局决定：对丹霞纺织处以40万元罚款；对董事长沈嘉禾处以15万元罚款。",
            {"沈嘉禾 post 丹霞纺织 label=董事长", "沈嘉禾 metric 150000CNY label=罚款"},
        ),
        (
            "丹霞纺织股东云岭资本将其所持公司3,200万股无限售流通股质押给宁州银行。",
            {"云岭资本 changes_stake 丹霞纺织 label=质押"},
        ),
        (
            "丹霞纺织收到《中标通知书》，确定公司为“宁波市污水处理二期项目设备采购”的中标人，工期240日历天。",
            {
                "丹霞纺织 wins_bid 宁波市污水处理二期项目设备采购 label=中标人",
                "丹霞纺织 metric 240日历天 label=工期",
            },
        ),
        (
            "姓名：沈若兰；职务：董事会秘书；毕业院校：浙江大学；工作经历：曾任丹霞股份证券部经理。",
            {"沈若兰 educated_at 浙江大学 label=毕业院校"},
        ),
        (
            "经登记，名称由“宁州丹霞机电有限公司”变更为“宁州丹霞智能有限公司”。",
            {"宁州丹霞机电有限公司 alias 宁州丹霞智能有限公司 label=变更为"},
        ),
        (
            "公司拟参股常州恒信精密模具有限公司。恒信精密注册资本800万元。",
            {
                "常州恒信精密模具有限公司 alias 恒信精密",
                "常州恒信精密模具有限公司 metric 8000000CNY label=注册资本",
            },
        ),
        (
            "青芽研究院的院长由丹霞纺织总工程师何秉文担任。",
            {"何秉文 post 青芽研究院 label=院长"},
        ),
        (
            "白云镇下辖新桥社区、石埠村、长乐村。",
            {
                "新桥社区 located_in 白云镇 label=下辖",
                "石埠村 located_in 白云镇 label=下辖",
                "长乐村 located_in 白云镇 label=下辖",
            },
        ),
        (
            "2010年，全国唯一的茶叶高校——宁州茶业学院更名为宁州茶业大学。",
            {"宁州茶业学院 alias 宁州茶业大学 label=更名为 time=2010"},
        ),
        (
            "产品销往浙江省杭州、宁波等地，以及江苏的苏州和无锡。",
            {
                "杭州 located_in 浙江省",
                "宁波 located_in 浙江省",
                "苏州 located_in 江苏",
                "无锡 located_in 江苏",
            },
        ),
        (
            "丹霞银行的前身为由何秉文发起成立的“青芽信托投资公司”。",
            {"何秉文 founder 青芽信托投资公司 label=发起成立"},
        ),
        (
            "丹霞电气董事会审议通过了议案，同意聘任何秉文先生为公司总经理。",
            {"何秉文 post 丹霞电气 label=总经理"},
        ),
        (
            "何秉文曾任丹霞电气技术中心主任，现任丹霞电气党委副书记。",
            {
                "何秉文 post 丹霞电气技术中心 label=主任 status=former",
                "何秉文 post 丹霞电气党委 label=副书记",
            },
        ),
        (
            "丹霞电气因未按期披露定期报告被上交所通报批评。",
            {"上交所 penalises 丹霞电气 label=通报批评"},
        ),
        (
            "丹霞电气董事许昭华及其配偶沈若兰合计减持公司股票120万股。",
            {
                "许昭华 changes_stake 丹霞电气 label=合计减持",
                "沈若兰 changes_stake 丹霞电气 label=合计减持",
            },
        ),
        (
            "丹霞电气及其全资子公司宁州云计算有限公司分别收到政府补助1260万元和340万元。",
            {
                "丹霞电气 metric 12600000CNY label=收到政府补助",
                "宁州云计算有限公司 metric 3400000CNY label=收到政府补助",
            },
        ),
        (
            "云岭资本及其一致行动人青芽投资有限公司增持北方化工股份达到5%。",
            {
                "云岭资本 changes_stake 北方化工 label=增持",
                "青芽投资有限公司 changes_stake 北方化工 label=增持",
            },
        ),
        (
            "丹霞电气预计2020年亏损2.1亿元，主要原因系计提商誉减值准备1.73亿元。",
            {"丹霞电气 metric 173000000CNY label=计提商誉减值准备 time=2020 status=planned"},
        ),
        (
            "报告期内宁州汽配主要产品为汽车转向节和副车架，研发投入6,812万元。",
            {
                "宁州汽配 produces 汽车转向节 label=主要产品为",
                "宁州汽配 metric 68120000CNY label=研发投入",
            },
        ),
        ("丹霞电气首次公开发行3,400万股股票。", {"丹霞电气 metric 34000000股 label=首次公开发行"}),
        (
            "何秉文于1983年获匈牙利的奥蒂洛文学奖，1989年获英国惠特利奖，2003年获何梁何利奖。",
            {
                "何秉文 designated 奥蒂洛文学奖 label=获 time=1983",
                "何秉文 designated 英国惠特利奖 label=获 time=1989",
                "何秉文 designated 何梁何利奖 label=获 time=2003",
            },
        ),
        (
            "何秉文曾获茅盾文学奖、鲁迅文学奖。",
            {
                "何秉文 designated 茅盾文学奖 label=获",
                "何秉文 designated 鲁迅文学奖 label=获",
            },
        ),
        ("库尔特·莱曼（Kurt Lehmann，）是心理学家。", {"库尔特·莱曼 alias Kurt Lehmann"}),
        ("她1976年在芝加哥的星光镇中购置了公寓。", {"星光镇 located_in 芝加哥"}),
        (
            "沈若兰，1936年生，湖南浏阳人，中国工程院院士。1958年毕业于东北工学院。",
            {"沈若兰 educated_at 东北工学院 label=毕业于 time=1958"},
        ),
        (
            "宁州纺织厂原厂长、全国劳动模范、第十届全国人大代表沈若兰，1948年出生。",
            {"沈若兰 post 宁州纺织厂 label=厂长 status=former", "沈若兰 post 全国人大 label=代表"},
        ),
        (
            "青芽重工由云岭国资持股90%、丹霞资本持股10%，下辖青芽汽车、青芽机床等企业，2019年实现营业收入388亿元。",
            {
                "青芽汽车 part_of 青芽重工 label=下辖",
                "青芽重工 metric 38800000000CNY label=营业收入 time=2019",
            },
        ),
        (
            "标普将云岭地产的评级下调至“B”；公司2019年合同销售额412亿元。",
            {"云岭地产 metric 41200000000CNY label=合同销售额 time=2019"},
        ),
        (
            "宁州市中级人民法院判处沈嘉禾有期徒刑十二年，并处罚金200万元。",
            {"沈嘉禾 metric 2000000CNY label=罚款"},
        ),
        (
            "江海引水工程由青芽水务承建，线路全长113.2公里，总投资354亿元。",
            {"江海引水工程 metric 35400000000CNY label=总投资"},
        ),
        (
            "青芽医院是三级甲等医院，编制床位2,600张。",
            {"青芽医院 metric 2600张 label=编制床位"},
        ),
        (
            "何秉文，2009年至今担任丹霞股份财务总监，2017年5月至今任青芽科技监事会主席。",
            {
                "何秉文 post 丹霞股份 label=财务总监 time=2009",
                "何秉文 post 青芽科技 label=监事会主席 time=2017-05",
            },
        ),
        (
            "宁州玻璃厂始建于1966年，2003年改制为民营企业，占地320亩，员工2100人。",
            {"宁州玻璃厂 metric 320亩 label=占地", "宁州玻璃厂 metric 2100人 label=员工"},
        ),
        (
            "青芽科技2014年营收9.7亿元，员工5200人。",
            {
                "青芽科技 metric 970000000CNY label=营收 time=2014",
                "青芽科技 metric 5200人 label=员工",
            },
        ),
        (
            "石桥镇战斗发生于1932年5月13日。",
            {
                "石桥镇战斗 event_time - label=发生于 time=1932-05-13",
                "石桥镇战斗 located_in 石桥镇",
            },
        ),
        ("镜水湖是云南省大理市的一座湖。", {"镜水湖 located_in 大理市"}),
        (
            "快讯：青芽轴承拟2亿元至4亿元回购股份；丹霞新材去年净利润7.3亿元，同比增长9.8%。",
            {
                "丹霞新材 metric 730000000CNY label=净利润 time=2020",
                "丹霞新材 metric 9.8% label=净利润同比增长 time=2020",
            },
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
        ("姓名：沈若兰；职务：董事会秘书；毕业院校：浙江大学。", "post"),
        ("2022年1月起任公司副总经理，2003年加入公司，先后担任法务部经理。", "post"),
        ("丹霞纺织为解决纠纷，联系地址为宁州市江海路M-7栋。", "metric"),
        ("公司为丹霞纺织向宁州银行申请的贷款提供担保。截至目前，公司累计对外担保余额为3.85亿元。", "metric"),
        (
            "本次交易前，云岭资本持有公司28%的股份，为公司控股股东，沈嘉禾先生为公司实际控制人。",
            "holds_stake",
        ),
        ("六名英国军人与五名法国军人到达哨所。", "metric"),
        ("渔船在爱尔兰近海失踪。", "located_in"),
        ("丹霞电气与云岭铁路公司签订了120台调车机车的供货合同。", "metric"),
        ("管道从挪威大陆架通往西欧。", "located_in"),
        ("青芽药业获得各类奖项。", "designated"),
        ("何秉文入选“中国40位40岁以下商界精英”。", "metric"),
        ("宁州钢厂是156个重点项目之一。", "metric"),
        ("周望舒曾在美国康奈尔大学任教。", "part_of"),
    ],
)
def test_what_is_not_read(text: str, unwanted: str) -> None:
    assert not any(unwanted == line.split()[1] for line in facts(text))


def test_an_event_is_where_it_is_held_and_not_where_its_name_says() -> None:
    assert not any("located_in 温州" in fact for fact in facts("温州投资推介会昨日在杭州举办。"))
    assert any("located_in 温州" in fact for fact in facts("温州投资推介会昨日举办。"))


def test_no_firm_has_an_age() -> None:
    assert not any(" metric 57岁" in fact for fact in facts("青芽药业公告，该人士现年57岁。"))
