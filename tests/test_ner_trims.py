"""Words that stand against a name and are no part of it."""

from dataclasses import replace

import pytest
from support import pipeline
from test_ner_mentions import lexis, mention
from test_ner_mentions import names as spans_of

from kg.document import Span
from kg.mentions import consistency, endings, kinds, nested, persons, titles, trim
from kg.model import MentionType

PERSON, PLACE, ORG = MentionType.PERSON, MentionType.PLACE, MentionType.ORG


def names(text: str, kind: str) -> list[str]:
    return [m.span.of(text) for m in pipeline()(text)._.mentions if m.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "wanted", "unwanted"),
    [
        ("机构昨日下调美国银行业评级。", "ORG", None, "美国银行"),
        ("美国银行业绩超出预期。", "ORG", "美国银行", None),
        ("周望舒在中国兵器装备集团公司供职。", "ORG", "中国兵器装备集团公司", "中国兵器装备集团"),
        ("全年安排重大工业项目三十个。", "FACILITY", None, "重大工业项目"),
        ("该市推进市政府投资项目建设。", "FACILITY", None, "市政府投资项目"),
        ("青芽药业买下印度电商Bazarlo的股份。", "ORG", "Bazarlo", "印度电商Bazarlo"),
        ("德国机器人企业Kaufner Robotik的创始人到访。", "ORG", "Kaufner Robotik", None),
        ("中信建投非银首席赵一凡看好券商股。", "ORG", "中信建投", "中信建投非银"),
        ("《宁州周刊》2020年曾刊文介绍，这里的桥塌了。", "PERSON", None, "曾刊文"),
        ("该行普惠型贷款今年增加3亿元。", "ORG", None, "普惠"),
        ("港口是苏州建设国际航运中心的底气。", "FACILITY", None, "苏州建设国际航运中心"),
        ("黄石市县领导到场。", "PLACE", "黄石市", "黄石市县"),
        ("智利、泰国实际到位资金分别为3亿元和5亿元。", "PLACE", "泰国", "泰国实际"),
        ("中证网讯 青芽卫浴8月20日发布半年报。", "ORG", "青芽卫浴", "中证网讯 青芽卫浴"),
        (
            "商报讯海棠机电股份有限公司迁往新址。",
            "ORG",
            "海棠机电股份有限公司",
            "商报讯海棠机电股份有限公司",
        ),
        ("金海集团系泰国最大的糖商。", "ORG", "金海集团", "金海集团系泰国最大的糖商"),
        ("青江股份董事会秘书邹原回信。", "ORG", "青江股份", "青江股份董事会"),
        (
            "由担保公司白鹿明德置业有限公司代付。",
            "ORG",
            "白鹿明德置业有限公司",
            "担保公司白鹿明德置业有限公司",
        ),
        ("白鹿茶室及戏园经营有限公司开业。", "ORG", "白鹿茶室及戏园经营有限公司", "白鹿茶室"),
        ("江山资讯生猪市场分析师陈平到会。", "ORG", "江山资讯", None),
        ("江海证券大宗商品分析师陈平到会。", "ORG", "江海证券", "江海证券大宗商品"),
        ("截至收盘，青禾新材报41.15元/股。", "ORG", "青禾新材", "青禾新材报"),
        ("欧洲乳业巨头爱林公司到会。", "ORG", "爱林公司", "欧洲乳业巨头爱林公司"),
        ("主会场宁都大学昨日开放。", "ORG", "宁都大学", "主会场宁都大学"),
        ("老城一直是宁丰经济发展的中心。", "EVENT", None, "宁丰经济发展"),
        ("青岚锚链股份有限公司去年盈利。该公司科技部部长鲍青到会。", "ORG", None, "科技部"),
        ("两省要在海水养殖等领域产业上分工。", "INDUSTRY", "海水养殖", "领域产业"),
        ("富山医疗已经投产。", "ORG", "富山医疗", None),
        ("青禾在线第四财季净营收8.2亿美元，同比增长21%。", "ORG", "青禾在线", "青禾在线第四财季"),
        ("车站是为铁路电气化所兴建的。", "ORG", None, "铁路电气化所"),
        ("青江研究所研制了新药。", "ORG", "青江研究所", None),
        ("海棠资本将处置青禾投资所持有的股份。", "ORG", "青禾投资", "青禾投资所"),
        ("东岭海棠控股股东青芽实业质押股份。", "ORG", "东岭海棠", "东岭海棠控股"),
        ("东岭控股股东大会昨天召开。东岭控股宣布分红。", "ORG", "东岭控股", None),
        ("陈平是云岭集团顾问,和海棠公司董事会成员。", "ORG", "海棠公司", "云岭集团顾问,和海棠公司"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, kind: str, wanted: str | None, unwanted: str | None) -> None:
    found = names(text, kind)
    assert wanted is None or wanted in found
    assert unwanted not in found


def test_a_person_before_a_firm_is_no_part_of_its_name() -> None:
    text = "同意林知远海棠财险股份有限公司监事的任职资格。林知远已到任。"
    assert "海棠财险股份有限公司" in names(text, "ORG")


def test_the_firm_of_a_branch_ends_before_the_places() -> None:
    found = names("江山银行股份有限公司绍兴柯桥支行开业。", "ORG")
    assert "江山银行股份有限公司" in found
    assert "江山银行股份有限公司绍兴" not in found


@pytest.mark.parametrize(
    ("words", "kind", "whole", "kept"),
    [
        # what many firms and institutes are called, and what they do or have
        ("白鹿/nz 投资/v 说/v", ORG, "白鹿投资", ["白鹿投资"]),
        ("白鹿/nz 投资/v 8亿元/m", ORG, "白鹿投资", ["白鹿"]),
        ("白鹿公司/ORG 投资/v ，/w", ORG, "白鹿公司投资", ["白鹿公司"]),
        ("白鹿观鸟/nz 会/v 主任/n", ORG, "白鹿观鸟会", ["白鹿观鸟会"]),
        ("白鹿集团/ORG 会/v 留下/v", ORG, "白鹿集团会", ["白鹿集团"]),
        ("青山光机/nz 所/u 研制/v", ORG, "青山光机所", ["青山光机所"]),
        # the tables have the whole name
        ("国家林业/n 和/c 草原局/n 说/v", ORG, "国家林业和草原局", ["国家林业和草原局"]),
        ("中国社会科学院/ORG 说/v", ORG, "中国社会科学院", ["中国社会科学院"]),
        ("中国科学院/ORG 海云/nz 研究所/n 研究员/n", ORG, "中国科学院海云研究所", ["中国科学院海云研究所"]),
        ("墨西哥/LOC 大学/n 商学院/n", ORG, "墨西哥大学商学院", ["墨西哥大学商学院"]),
        # one character that rules the name
        ("应/v 挪威/LOC 邀请/v", PLACE, "应挪威", ["挪威"]),
        ("同/p 丹麦/LOC 会谈/v", PLACE, "同丹麦", ["丹麦"]),
        ("我区/n 湖南/LOC 白鹿/nz 有限公司/n", ORG, "我区湖南白鹿有限公司", ["湖南白鹿有限公司"]),
        # how a place lies to the next
        ("北枕/v 白鹿河/LOC ，/w", PLACE, "北枕白鹿河", ["白鹿河"]),
        ("西连海云县/LOC ，/w 南通/LOC 四川/LOC 。/w", PLACE, "南通四川", ["四川"]),
        ("南通/LOC 海门/LOC 。/w", PLACE, "南通海门", ["南通海门"]),
        ("海云县/LOC 东/f 与/p 青山县/LOC", PLACE, "海云县东", ["海云县"]),
        ("海云市/LOC 境/n 北部/f", PLACE, "海云市境", ["海云市"]),
        ("南通段/LOC 通车/v", PLACE, "南通段", ["南通"]),
        ("海青铁路/LOC 四川/LOC 首段/n", PLACE, "海青铁路四川", ["海青铁路", "四川"]),
        ("青山/LOC 226000/m ）/w", PLACE, "青山226000", ["青山"]),
        ("副中心/n 通州/LOC 到/v", PLACE, "副中心通州", ["通州"]),
        ("长沙—巴索拉/LOC 首航/v", PLACE, "长沙—巴索拉", ["长沙", "巴索拉"]),
        ("长沙—巴索拉铁路/LOC 通车/v", PLACE, "长沙—巴索拉铁路", ["长沙—巴索拉铁路"]),
        # a firm and who is of it
        ("工行/ORG 林知远/PER 说/v", PERSON, "工行林知远", ["工行", "林知远"]),
        # words into which a person's name has run, and what it may end with
        ("陈望舒/PER 刚/d 到/v", PERSON, "陈望舒刚", ["陈望舒"]),
        ("陈忠/PER 和/c 、/w", PERSON, "陈忠和", ["陈忠和"]),
        ("林知远/PER Yuan/nz 到场/v", PERSON, "林知远Yuan", ["林知远"]),
        ("李/PER 某/r 时/n ，/w", PERSON, "李某时", ["李某"]),
        ("克劳索/PER 一眼/m 看出/v", PERSON, "克劳索一眼", ["克劳索"]),
        ("路德维希二世/m 加冕/v", PERSON, "路德维希二世", ["路德维希二世"]),
    ],
)
def test_what_is_cut_off_and_what_stays(words: str, kind: MentionType, whole: str, kept: list[str]) -> None:
    text = lexis(*words.split())
    assert spans_of(text, trim.trim_names(text, [mention(text, whole, kind)])) == kept


def test_a_firm_named_after_its_founder_is_one() -> None:
    text = lexis("梁志华/PER", "农机/n", "合作社/n", "由/p", "梁志华/PER", "创办/v")
    found = [mention(text, "梁志华农机合作社", ORG), mention(text, "由梁志华", PERSON)]
    assert "梁志华农机合作社" in spans_of(text, trim.trim_names(text, found), ORG)


@pytest.mark.parametrize(
    ("words", "read", "kept"),
    [
        # the model knows names of which no foreign one is spelt
        ("买买提/nz ·/w 吐尔逊/PER 说/v", ["买买提·吐尔逊"], ["买买提·吐尔逊"]),
        ("伊莲/PER -/w 玛丽/PER ·/w 贝克尔/PER", ["伊莲-玛丽·贝克尔"], ["伊莲-玛丽·贝克尔"]),
        (
            "安娜/PER ·/w 柏格/PER 与/c 卡恩/PER ·/w 曼/PER",
            ["安娜·柏格", "卡恩·曼"],
            ["安娜·柏格", "卡恩·曼"],
        ),
        # but whole words of the language are none
        ("安娜/PER ·/w 柏格/PER 左腿/n 受伤/v", ["安娜·柏格左腿"], ["安娜·柏格"]),
    ],
)
def test_a_dotted_name_of_the_model_stands(words: str, read: list[str], kept: list[str]) -> None:
    text = lexis(*words.split())
    found = persons.join_persons(text, [mention(text, name, PERSON) for name in read])
    assert spans_of(text, found, PERSON) == kept


def test_a_ruler_nobody_has_heard_of_is_a_person() -> None:
    text = lexis("会见/v", "巴索拉/LOC", "总统/n", "。/w", "丹麦/LOC", "总理/n")
    found = [mention(text, "巴索拉", PLACE), mention(text, "丹麦", PLACE)]
    found += [mention(text, title, MentionType.TITLE) for title in ("总统", "总理")]
    joined = persons.join_persons(text, found)
    assert spans_of(text, joined, PERSON) == ["巴索拉"]
    assert spans_of(text, joined, PLACE) == ["丹麦"]


def test_the_language_of_a_country_is_no_place() -> None:
    assert names("她会讲希腊语，去过希腊。", "PLACE") == ["希腊"]


def test_a_party_is_of_no_county_of_its_name() -> None:
    text = "共和党推举的候选人落选。"
    assert names(text, "PLACE") == []
    assert names(text, "ORG") == ["共和党"]


def test_a_place_between_persons_in_a_row_is_one() -> None:
    text = lexis(*"林知远/PER 、/w 高平/LOC 、/w 沈若兰/PER 与/p 高平/LOC 、/w 长治/LOC".split())
    found = [mention(text, "林知远", PERSON), mention(text, "高平", PLACE), mention(text, "沈若兰", PERSON)]
    found.append(mention(text, "长治", PLACE))
    told = persons.find_namesakes(text, found)
    assert spans_of(text, told, PERSON) == ["林知远", "高平", "沈若兰"]
    assert spans_of(text, told, PLACE) == ["长治"]


def test_the_spelling_of_a_person_in_brackets_is_one() -> None:
    text = lexis("柏格/PER", "（/w", "Anna Berg/nz", "）/w", "与/p", "海云/ORG", "（/w", "Haiyun/nz", "）/w")
    found = [mention(text, "柏格", PERSON), mention(text, "Anna Berg", PLACE)]
    found += [mention(text, "海云", ORG), mention(text, "Haiyun", ORG)]
    assert spans_of(text, persons.join_persons(text, found), PERSON) == ["柏格", "Anna Berg"]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        (
            "江海社青州11月3日电(记者陈平)第五届海棠奖颁奖典礼3日在青州举行。",
            "EVENT",
            ["第五届海棠奖颁奖典礼"],
        ),
        ("他参加过临沂保卫战和徐州会战。", "EVENT", ["临沂保卫战", "徐州会战"]),
        ("今年持续打好蓝天保卫战。", "EVENT", []),
        ("影片获金马奖提名。", "PLACE", []),
        ("展会在深圳盛大开幕。", "ORG", []),
        ("特变电工与客户签约。", "TITLE", []),
        ("特变电工与客户签约。", "ORG", ["特变电工"]),
        ("南苏丹举行选举。", "PLACE", ["南苏丹"]),
        ("海云十二局项目总工林知远到会。", "FACILITY", []),
        ("海云公司CTO Mina Ortega表示，新品秋季发布。", "PERSON", ["Mina Ortega"]),
        ("谷歌CFO Mina Ortega说。", "ORG", ["谷歌"]),
        ("OpenAI CEO Mina Ortega说。", "PERSON", ["Mina Ortega"]),
        ("首席财务官Dr. Mina Ortega离职。", "PERSON", ["Mina Ortega"]),
    ],
)
def test_what_stands_around_a_name(text: str, kind: str, wanted: list[str]) -> None:
    assert names(text, kind) == wanted


def test_a_firm_in_full_is_a_name_though_its_words_are_common() -> None:
    assert "新乡化纤股份有限公司" in names("县里走访了新乡化纤股份有限公司。", "ORG")


def test_a_place_stands_once() -> None:
    found = [(m.span, m.type) for m in pipeline()("湖南省长沙市望城区乔口镇盘龙岭村开会。")._.mentions]
    assert len(found) == len(set(found))


def test_a_city_abroad_stands_beside_its_country() -> None:
    text = lexis("坦桑尼亚巴索拉/LOC", "开会/v")
    found = nested.find_nested(text, [mention(text, "坦桑尼亚巴索拉", PLACE)])
    assert spans_of(text, found, PLACE) == ["坦桑尼亚", "巴索拉"]


def test_the_kind_of_a_place_is_no_place_in_it() -> None:
    text = lexis("湖南/LOC", "街道/n", "开会/v")
    found = nested.find_nested(text, [mention(text, "湖南街道", PLACE)])
    assert "街道" not in spans_of(text, found, PLACE)


def test_what_a_country_has_many_of_is_no_one_thing() -> None:
    text = lexis("挪威/LOC", "数据中心/n", "缺电/v")
    found = endings.find_endings(text, [mention(text, "挪威", PLACE)])
    assert spans_of(text, found) == ["挪威"]


def test_a_title_is_cut_off_the_beginning_of_a_name() -> None:
    assert "林知远" in names("行政长官林知远出席仪式。", "PERSON")
    text = lexis("行政/n", "长/n", "官林知远/PER", "到会/v")
    assert spans_of(text, titles.find_titles(text, [mention(text, "官林知远", PERSON)]), PERSON) == ["林知远"]


def test_a_country_before_its_minister_is_no_body() -> None:
    text = lexis("挪威/LOC", "卫生/n", "部长/n", "到会/v")
    found = titles.find_titles(text, [mention(text, "挪威卫生", ORG)])
    assert spans_of(text, found, ORG, MentionType.TITLE) == ["挪威", "卫生部长"]


def test_who_is_called_by_the_last_name_is_the_person() -> None:
    text = lexis(*"安娜/PER ·/w 巴索拉娃/PER 到访/v 。/w 巴索拉娃/LOC 说/v".split())
    found = [mention(text, "安娜·巴索拉娃", PERSON)]
    again = text.text.rindex("巴索拉娃")
    found.append(replace(found[0], span=Span(again, again + 4), type=PLACE))
    assert spans_of(text, consistency.make_consistent(text, found), PERSON) == ["安娜·巴索拉娃", "巴索拉娃"]


def test_what_has_another_name_today_is_a_place() -> None:
    text = lexis("海云丘/PER", "（/w", "今/t", "湖南/LOC", "）/w")
    assert kinds.kind_of(mention(text, "海云丘", PERSON), text) is PLACE


def test_person_ends_before_a_joint() -> None:
    text = lexis("副主任/n", "周望及/PER", "各/r", "部门/n", "负责人/n", "到场/v", "。/w")
    assert spans_of(text, trim.trim_names(text, [mention(text, "周望及", PERSON)])) == ["周望"]


def test_body_is_freed_from_whoever_speaks_for_it() -> None:
    text = lexis("陈望/PER", "在/p", "发言/vn", "中/f", "代表/v", "县委/ORG", "致谢/v", "。/w")
    assert spans_of(text, trim.trim_names(text, [mention(text, "中代表县委", ORG)])) == ["县委"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1951年建东禾乡，1983年改东禾镇。", {"东禾乡", "东禾镇"}),
        ("2020年建德市共接待游客三万人。", {"建德市"}),
    ],
)
def test_what_was_done_with_a_town_in_a_year_is_no_part_of_it(text: str, wanted: set[str]) -> None:
    assert set(names(text, "PLACE")) == wanted
