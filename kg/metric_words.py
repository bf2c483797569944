"""The words by which :mod:`kg.metric_names` tells what a number measures, one set for each question."""

import re

#: Behind those who are counted: they come to a meeting.
COMES = ("出席", "列席", "与会", "参会", "到会", "参加", "参展", "参赛", "报名参加", "齐聚")
#: Before those who are counted: they came to the meeting last named.
CAME = re.compile("出席|列席|与会|参会|到会|[应实]到|应参加|实际参加|参加会议")
BRACKET = re.compile(r"（(?:不?含|不?包括|单位|剔除|扣除|除)[一-龥、]{0,10}）")
TRAILING = frozenset({"d", "p", "u", "xc", "c", "r", "ad"})
LEADING = frozenset({"d", "c", "u", "r", "xc", "f", "ad", "t", "TIME"})
NO_NAME = ("项“", "其", "该")
#: How far works have come, before their noun: 开工|项目.
STAGES = frozenset("洽谈 在谈 储备 签约 拟建 新建 扩建 续建 在建 开工 复工 落地 竣工 投产".split())
#: By themselves these say nothing of what is measured: 行业|平均在15%左右.
NO_MEASURES = frozenset(
    {"和", "及", "与", "行业", "业内", "平方米", "厂", "最低时", "最高时", "情况", "数据"}
)
#: What one has so much of the whole of: 贡献了全省7.6%的税收.
GIVES = frozenset({"贡献", "创造", "聚集", "集聚", "集中", "承载", "产出"})
#: Of what was named before: 新增企业4家，总数达到34家.
TOTALS = frozenset({"总数", "总量", "累计总数"})
WHOLE_PLACES = frozenset({"全省", "全市", "全县", "全区", "全州", "全镇", "全乡", "全村", "全校", "全院"})
VERBAL = frozenset({"v", "vn"})
#: Behind the name of a metric: 中标金额合计为1.08亿元.
SUMMED = frozenset({"合计", "总计", "共计"})
#: Bounds and modals right before a number: 所需资金最高5.9亿元, 增速会控制在12%以内.
MOST = frozenset({"最高", "最多", "最低", "最少", "会", "将会", "或将", "合共"})
#: Parts of a change that look like adverbs: 较期初增长, 较年初净增.
ENDS_OF_PERIOD = frozenset({"初", "末"})
EDGES = ENDS_OF_PERIOD | {"净"}
#: Before a threshold: 产值|过|5亿元的企业.
PASSES = frozenset({"过", "超", "超过", "逾", "达", "达到", "上"})
RESULTS = frozenset({"盈利", "亏损", "盈", "亏"})
#: 甲区一家就占了87个: nothing but the number is new.
SOLE = frozenset({"占", "占了", "独占", "一家", "一地", "地区", "一市", "一区", "一县", "就", "了", "就占"})
#: What is told of a change by itself.
OF_CHANGE = frozenset({"增速", "增幅", "降幅", "涨幅", "跌幅", "增长率", "比重"})
CHANGE_ENDS = ("增长", "下降", "增幅", "降幅", "同比")
#: Behind a verb of change these lead to the new level: 跌|至0.78元, 上调|到17元.
TO_LEVEL = frozenset({"至", "到"})
#: Behind a verb of setting a number is the new level: 利率|调整为0.15%.
SETS = frozenset({"调整", "修正", "变更", "改", "设定", "核定", "优化", "发展", "壮大"})
#: Of an earlier level: 由|原先|的5小时.
BEFORE_NOW = frozenset(
    {"原先", "原来", "最初", "先前", "此前", "现行", "目前", "现在", "当前", "早先", "以往"}
)
#: Steps of a rate that nobody names.
STEPS = frozenset({"降息", "加息", "降准"})
#: Which reading of a figure a number is; alone they name nothing.
READINGS = frozenset({"终值", "初值", "修正值"})
#: What is counted of a text or a course of events, and of nothing named: 三个方面, 两个阶段, 四次转型.
NOT_COUNTED = tuple("方面 层面 维度 轮回 阶段 环节 角度 特点 特征 部分 原因 转型 步骤 关键词 字".split())
#: How far a thing is from another: 距|省城|40公里.
AWAY = frozenset({"距", "距离", "相距"})
LENGTHS = frozenset({"公里", "千米", "米", "海里", "英里", "里"})
JOINTS = frozenset({"与", "和", "及", "以及", "同"})
#: Behind one of these stands what made a figure what it is: 主要原因系计提减值准备1.7亿元.
CAUSES = frozenset({"系", "由于", "因为", "源于", "缘于", "原因系", "原因为", "主要系"})
#: What one signs for is no number of what is signed: 签订了|120台机车的合同.
SIGNS = frozenset({"签订", "签署", "订购", "签约", "签下"})
LIVES = frozenset({"居住", "定居", "生活", "常住"})
#: Adverbs that stand inside the name of a metric.
IN_NAMES = frozenset({"未", "非", "不", "净", "最", "多", "少", "均", "全"})
#: 平均 and 最高价 name nothing; 平均利率 does.
LONGER = 4
#: Whom a share only describes: 持股5%以上股份的股东.
HOLDERS = re.compile("^(?:以上)(?:股份的|股权的)?股东$")
TIMES = frozenset({"连续", "先后", "接连"})
#: What one gets or gives stands behind the number: 获得|50万元|创新奖励.
GETS = frozenset({"获得", "获", "获得了", "拿到", "给予", "提供", "安排", "奖励", "发放"})
#: What the name of a metric may begin with, like a verb: 归母净利润, 占营业收入, 全|自动生产线.
OPENS_NAME = frozenset({"全", "占", "归属", "归属于", "归", "扣", "应占"})
#: What one does with the country that is named behind 对.
TRADED = ("进出口", "出口", "进口", "贸易", "投资额")
#: What a phrase of 对 or 向 stands before is no part of a name: 对支付机构|开出罚单.
TOWARDS = frozenset({"对", "向", "为", "给"})
#: So do phrases of these: 以|自有资金|出资, 与|甲|发生关联交易.
WITH = frozenset({"以", "拟以", "将以", "使用", "与", "同"})
OCCURS = frozenset({"发生", "开展", "进行", "产生"})
#: The same sum in money of another country: 折合人民币14亿元.
CONVERTED = frozenset(
    {"人民币", "折合人民币", "约合人民币", "合人民币", "折算人民币", "折合", "约合", "折人民币"}
)
#: Over how many days a figure is taken: 近5个交易日累计涨幅.
WINDOW = re.compile("(?:最?近|连续|前)[0-9两三四五六七八九十]+个?(?:交易日|月|日|天|年)")
#: The price of a deal: 以3亿元受让, 拟以现金3亿元收购.
PAYS = frozenset({"以", "拟以", "将以", "拟", "斥资", "作价"})
SPENDS = frozenset({"斥资"})
DEALS = frozenset({"转让", "出售", "收购", "受让", "购买", "增资", "注资", "挂牌转让", "认购"})
#: What tells which one is of a row: 分列二、三位.
RANKS = frozenset("位居 居 居于 排名 位列 名列 列 分列 并列 排在 排 稳居 高居 跻身".split())
#: Behind a number that one is ranked by: 以2亿吨|位居|榜首.
RANKED = RANKS | frozenset("领跑 领先 荣登 登顶 夺得 位于".split())
WON = frozenset({"购得", "拍得", "竞得", "买下", "拿下", "摘得", "摘牌"})
MONEYS = frozenset(
    (
        "现金 人民币 总价 总对价 对价 合计 总计 共计 约 底价 合共 起拍价 起始价 保留价 挂牌价 评估价 "
        "总额 总金额 货币 货币资金 自有资金 自筹资金 募集资金"
    ).split()
)
#: What a price breaks through is no thing that costs so much: 跌破90美元关口.
MARKS = ("关口", "大关", "整数关", "新高", "新低", "台阶", "历史高点", "高点", "低点")
#: Before a verb of change: how far the market went in the end: 收|跌1.2%.
ENDS_OF_DAY = frozenset({"收", "领", "续"})
#: Parts of a day on the market: 收盘|报7.24.
SESSIONS = frozenset(
    {"收盘", "收市", "收", "市", "开盘", "夜盘", "尾盘", "盘中", "最新", "早盘", "午盘", "午后", "价"}
)
#: What a share or an index stands at.
QUOTES = frozenset(
    {"报", "收市报", "收盘报", "中午收报", "收报", "报收", "收于", "收盘于", "现报", "开于", "报收于"}
)
#: What a plant makes or holds, told before what it is: 5万吨|磷酸铁项目, 100MW光伏电站.
CAPACITIES = frozenset({"吨", "千瓦", "兆瓦", "吉瓦", "GW", "MW", "GWh", "MWh", "KW", "kW", "标方", "立方米"})
PLANTS = ("项目", "工程", "产线", "生产线", "基地", "工厂", "装置", "电站", "产能项目", "电厂")
NEEDS = frozenset({"需", "需要", "尚需", "还需", "仍需", "耗时", "花费"})
#: Two metrics in one word: 产销分别完成2万辆和1万辆.
PAIRS = {
    "产销": ("产量", "销量"),
    "产销量": ("产量", "销量"),
    "存贷款余额": ("存款余额", "贷款余额"),
    "存贷款": ("存款", "贷款"),
}
LASTS = frozenset({"为期", "历时", "会期", "展期", "赛期"})
#: What a person or a firm does for so many years.
SPENT = frozenset(
    "工作 任职 就职 供职 合作 经营 经商 从业 执业 执教 任教 从教 从医 从警 服役 参军 服刑 营业 经销".split()
)
#: Behind a stretch of time: it only tells when (工作20年|后).
TELL_WHEN = frozenset({"后", "之后", "以后", "前", "来", "以来", "内", "里", "期间", "之内", "之际", "时"})
#: What one pays for a thing that is described with it, and the land that a thing to be built takes.
WORTH = frozenset({"价值", "总价值", "价钱", "售价", "总价", "单价", "标价", "造价"})
AREAS = frozenset({"平方公里", "平方千米", "平方米", "万平方米", "亩", "公顷"})
LAYS_OUT = ("规划", "建设", "新建", "建成", "开发", "建有", "打造", "修建", "兴建")
LAND = "面积"
TAKING = frozenset({"收受", "索取", "索要", "挪用", "骗取"})
HAS_LASTED = frozenset({"已有", "已经有", "长达"})
SENTENCES = frozenset({"有期徒刑", "徒刑", "拘役"})
AGES = frozenset({"现年", "时年", "年仅", "今年"})
#: Measures that only wares have; others need a thing known to be one.
OF_WARES = frozenset(
    {"市场规模", "出货量", "渗透率", "市占率", "保有量", "均价", "中标均价", "装机量", "国产化率"}
)
#: What is counted under such a name is the thing measured: 两融余额.
WHOLES = frozenset({"余额"})
#: Wholes and kinds of something named elsewhere, which are nothing by themselves.
NO_THINGS = frozenset(
    {
        "股票",
        "股份",
        "整机",
        "整车",
        "主机",
        "产品",
        "设备",
        "企业",
        "行业",
        "项目",
        "用户",
        "客户",
        "主要产品",
    }
)
#: Parts of a trade, which are no wares.
PARTS = frozenset({"外贸", "内贸", "国内", "国际", "海外", "境外", "境内", "国际航线", "国内航线"})
#: What trades and kinds of firms have alike, whose name leaves it out: 第一产业增加值增长3%，第二产业增长7%.
PART_MEASURE = re.compile("(?:增加值|投资|产值|零售额|营业收入|利润总额|出口|进口)$")
OF_TRADES = ("产业", "业", "行业", "企业", "领域")
#: A measure of wares that a part of them has too, and how measures end.
MEASURE = re.compile("(?:吞吐量|产量|销量|出货量|发电量|货运量|客运量|保有量|周转量)$")
MEASURES = ("量", "额", "率", "数", "值", "收入", "利润", "占比", "比重")
#: How the name of a number ends that is told of before it is given.
SPOKEN_OF = (
    *MEASURES,
    "价",
    "价格",
    "规模",
    "指数",
    "面积",
    "成本",
    "费用",
    "增速",
    "距离",
    "产能",
    "人口",
)
RISES = frozenset("涨 跌 升 急升 倒跌 收涨 收跌 续涨 续跌 微涨 微跌 大涨 大跌 领涨 领跌 暴涨 暴跌".split())
IN_ROWS = (*SPOKEN_OF, "营收", "溢利", "投资", "贷款", "存款", "进口", "出口", "销售")
NO_WARES = (
    *SPOKEN_OF,
    "营收",
    "溢利",
    "工资",
    "薪资",
    "租",
    "租金",
    "关税",
    "费",
    "订单",
    "客流",
    "业绩",
    "估值",
    "市值",
    "销售",
)
#: What an analyst does to a value of a firm, which is named behind it: 将甲公司目标价上调至17元.
GRADES = frozenset({"将", "把", "给予", "首予", "重申", "维持"})
GRADED = frozenset({"ORG", "PLACE"})
FINES = frozenset({"处以", "罚", "处罚", "罚金"})
SCOPES = frozenset({"国内", "全球", "中国", "我国", "全国", "世界", "整个", "全行业", "海外", "国产"})
