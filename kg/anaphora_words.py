"""The words that stand for something named before, and what they may stand for."""

import re

#: Bodies that 公司 never stands for.
PUBLIC = re.compile(
    r"(?:委员会|常委会|科学院|工程院|证监会|银保监会|监会|局|部|厅|署|法院|检察院|政府|交易所|上交所|深交所|仲裁中心|仲裁院|协会|学会|研究会|委|人大|政协|大学|学院|中学|医院|党校|管委会|党工委|办公室|代表团|报|社|网|电视台|新闻|媒体|事务所(?:有限(?:责任)?公司|[（(].{2,8}[）)])?|周刊|惠誉|穆迪|标普|资信|国际评级|市场|板|A股|H股|港股|中共|共产党)$"
)

#: What a firm decides by: 公司 is the firm, and who sits there holds an office in the firm.
BOARD = re.compile(
    "(?:第[一二三四五六七八九十]+届)?(?:董事会|监事会|股东大会|股东会|(?:核心|高级)?(?:管理|高管)团队|管理层)"
)

#: Zones that a text may speak of at large, or call so after it has named one.
_PARTLY_NAMED = "产业园 工业园 合作区 试验区 港区 保税区 示范园 科创城 产业城 软件园 物流园 科技园".split()

ONE_OF_MANY = frozenset({"开发区", *_PARTLY_NAMED})

#: 该局 stands for a 局, 该校 for a school, 全省 for a province.
OF_KIND = {
    "该局": ("局",),
    "该厅": ("厅",),
    "该部": ("部",),
    "该署": ("署",),
    "该委": ("委员会", "委"),
    "该办": ("办公室", "办"),
    "该基金": ("基金", "合伙企业", "（有限合伙）", "(有限合伙)"),
    "该行": ("行",),
    "本行": ("行",),
    "该院": ("院",),
    "医院": ("医院",),
    "该校": ("大学", "学院", "学校", "中学", "小学", "党校"),
    "学校": ("大学", "学院", "学校", "中学"),
    "该学校": ("大学", "学院", "学校", "中学", "小学"),
    "该大学": ("大学",),
    "该医院": ("医院",),
    **dict.fromkeys(("该站", "该车站"), ("站",)),
    "该机场": ("机场",),
    "该寺": ("寺",),
    "该桥": ("桥",),
    "该馆": ("馆",),
    "该所": ("所",),
    "该厂": ("厂",),
    "该工厂": ("厂",),
    "该矿": ("矿",),
    "该项目": ("项目", "工程", "基地", "线"),
    "该工程": ("工程", "项目"),
    "该基地": ("基地",),
    "该电站": ("电站", "电厂"),
    "该中心": ("中心",),
    **dict.fromkeys(("该县", "全县", "我县"), ("县", "旗")),
    **dict.fromkeys(("该市", "全市", "我市"), ("市",)),
    **dict.fromkeys(("该省", "全省", "我省"), ("省", "自治区")),
    **dict.fromkeys(("县里", "市里", "省里", "区里"), ("县", "市", "省", "区", "旗")),
    **dict.fromkeys(("区内", "全区", "我区"), ("区", "城", "港", "谷", "岛", "湾", "湖")),
    **dict.fromkeys(("集团", "集团公司"), ("集团",)),
    "该集团": ("集团",),
    "该州": ("州",),
    "该镇": ("镇",),
    "该乡": ("乡",),
    "该村": ("村",),
    "该岛": ("岛",),
    "联盟": ("联盟",),
    "协会": ("协会",),
    **{kind: (kind,) for kind in ("研究院", "研究所", "实验室")},
    "学会": ("学会",),
    "商会": ("商会",),
    "基金会": ("基金会",),
    "交易所": ("交易所",),
    **{
        word: (word,)
        for word in (
            "推介会 研讨会 座谈会 博览会 峰会 年会 洽谈会 发布会 展览会 交流会 对接会 推进会 动员会 "
            "仪式 签约仪式 开工仪式 启动仪式 揭牌仪式 开幕式 开园仪式 奠基仪式 投产仪式"
        ).split()
    },
    "开幕式": tuple(
        (
            "开幕式 论坛 大会 博览会 峰会 年会 洽谈会 交易会 展览会 展会 交流会 推介会 研讨会 对接会 运动会 "
            "大赛 节"
        ).split()
    ),
    "高新区": ("高新区", "开发区"),
    "新区": ("新区",),
    "该新区": ("新区",),
    **dict.fromkeys(("片区", "该片区"), ("片区", "组团")),
    **dict.fromkeys(("自贸区", "自贸试验区"), ("自由贸易试验区", "自贸区", "自贸试验区")),
    "经开区": ("开发区", "经开区"),
    "开发区": ("开发区", "经开区", "高新区"),
    "该园": ("园", "园区"),
    "航空港区": ("航空港区", "航空港经济综合实验区"),
    **{
        zone: (zone,)
        for zone in ("综合保税区", "保税港区", "临空经济区", "空港经济区", "集中区", "集聚区", "示范园区")
    },
    **{word: (word,) for word in _PARTLY_NAMED},
    "综保区": ("保税区", "综保区"),
    "科技城": ("科技城",),
}

#: Places that are all the world to who speaks of them; 当地 is a place among them.
EVERYWHERE = frozenset({"中国", "我国", "全国", "全球", "世界", "国内"})

#: How the name of a zone ends, within the name of its authority: 区内 behind 云岭高新区管委会.
ZONES = ("区", "园", "城", "港", "谷")

GROUPS = frozenset({"集团", "集团公司", "该集团"})
"""Words that stand for a firm that is a group."""

ISSUERS = frozenset({"公司", "本公司", "我司"})
"""Words that stand for who discloses something."""


def means_firm(word: str) -> bool:
    """Tell whether a word stands for a firm: 公司, 标的公司, 该集团."""
    return word.endswith("公司") or word in {"集团", "我司", "该企业", "该集团"}
