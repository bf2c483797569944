"""The finders and repairs of kg.mentions, each by itself: words and mentions in, mentions out."""

import pytest

from kg.document import Span
from kg.gazetteer import gazetteer
from kg.lac import Name, Word
from kg.mentions import (
    consistency,
    endings,
    firms,
    framed,
    groups,
    industries,
    kinds,
    known,
    lexical,
    listed,
    local,
    members,
    nested,
    persons,
    policies,
    quoted,
    titles,
    trim,
)
from kg.mentions.lexis import Lexis
from kg.mentions.spans import flat_names
from kg.mentions.trim import CUTS, Cut, parts
from kg.model import Mention, MentionType


def lexis(*words: str) -> Lexis:
    """Make a Lexis of words written as 北京/LOC."""
    text, made = "", []
    for word in words:
        form, _, tag = word.rpartition("/")
        made.append(Word(len(text), len(text) + len(form), tag))
        text += form
    return Lexis(text, made)


def mention(text: Lexis, name: str, kind: MentionType, source: str = "model", score: float = 0.8) -> Mention:
    start = text.text.index(name)
    return Mention(Span(start, start + len(name)), kind, source, score=score)


def names(text: Lexis, mentions: list[Mention], *kinds: MentionType) -> list[str]:
    chosen = [found for found in mentions if not kinds or found.type in kinds]
    return [found.span.of(text.text) for found in sorted(chosen, key=lambda m: (m.span.start, -m.span.end))]


def read(text: str, *found: tuple[str, str, float]) -> list[tuple[str, str]]:
    """Return what becomes of names that the network reads in a text of one word."""
    made = [Name(text.index(name), text.index(name) + len(name), tag, score) for name, tag, score in found]
    seen = lexical.from_head(Lexis(text, [Word(0, len(text), "ORG")], made), [])
    return [(mention.span.of(text), str(mention.type)) for mention in seen]


def test_two_tibetan_names_are_one_person() -> None:
    text = lexis("副/b", "县长/n", "仁/n", "增/v", "曲珍/PER", "到/v", "白玛拉姆水电站/ORG")
    found = persons.join_persons(
        text, [mention(text, "曲珍", MentionType.PERSON), mention(text, "白玛拉姆水电站", MentionType.ORG)]
    )
    assert names(text, found) == ["仁增曲珍", "白玛拉姆水电站"]


def test_half_a_bracket_ends_a_name() -> None:
    assert read("榆林报道）榆林高新区开园", ("榆林报道）榆林高新区", "LOC", 0.9)) == [("榆林高新区", "PLACE")]
    assert read("青禾（下称", ("青禾（下称", "ORG", 0.9)) == [("青禾", "ORG")]
    assert read("青禾（厦门）公司", ("青禾（厦门）公司", "ORG", 0.9)) == [("青禾（厦门）公司", "ORG")]


def test_a_measure_is_no_part_of_a_name() -> None:
    assert read("白鹿产业园占地面积52亩", ("白鹿产业园占地面积52", "LOC", 0.8)) == [("白鹿产业园", "PLACE")]
    assert read("选用鲲舟C35", ("鲲舟C35", "ORG", 0.8)) == [("鲲舟C35", "ORG")]


def test_a_name_is_of_one_type_throughout_and_of_that_of_its_ending() -> None:
    text = "柳芽说，柳芽涨价"
    names = [Name(0, 2, "PER", 0.55), Name(4, 6, "ORG", 0.9)]
    seen = lexical.from_head(Lexis(text, [Word(0, len(text), "ORG")], names), [])
    assert [str(mention.type) for mention in seen] == ["ORG", "ORG"]
    assert read("柳芽餐饮股份有限公司", ("柳芽餐饮股份有限公司", "PER", 0.9)) == [
        ("柳芽餐饮股份有限公司", "ORG")
    ]


def test_a_place_and_common_words_are_no_body_unless_read_surely() -> None:
    words = [Word(0, 3, "LOC"), Word(3, 5, "n")]
    for score, wanted in ((0.5, 0), (0.9, 1)):
        seen = lexical.from_head(Lexis("榆林市雨水", words, [Name(0, 5, "ORG", score)]), [])
        assert len(seen) == wanted


def test_a_title_is_cut_off_the_name_that_swallowed_it() -> None:
    text = lexis("林主席/PER", "会见/v", "了/u", "海星社长/ORG")
    found = titles.find_titles(
        text, [mention(text, "林主席", MentionType.PERSON), mention(text, "海星社长", MentionType.ORG)]
    )
    assert names(text, found, MentionType.TITLE) == ["主席", "社长"]
    assert names(text, found, MentionType.PERSON, MentionType.ORG) == ["林", "海星"]


@pytest.mark.parametrize("word", ["主席团", "部长级", "主任办公会"])
def test_no_title_inside_a_longer_word(word: str) -> None:
    text = lexis(f"{word}/n", "召开/v")
    assert titles.find_titles(text, []) == []


def test_a_verb_is_no_title() -> None:
    text = lexis("加强/v", "领导/vn", "。/w")
    assert titles.find_titles(text, []) == []


def test_words_are_cut_off_names() -> None:
    text = lexis("记者/n", "青峰集团/ORG", "旗下/n", "海云科技公司/ORG", "日前/TIME")
    whole = Mention(Span(0, len(text.text)), MentionType.ORG, "model")
    assert names(text, trim.trim_names(text, [whole])) == ["青峰集团", "海云科技公司"]


@pytest.mark.parametrize(("name", "kept"), [("欧阳文代", "欧阳文代"), ("谯春梅代", "谯春梅")])
def test_a_name_that_ran_into_the_next_word(name: str, kept: str) -> None:
    text = lexis(f"{name}/PER", "为/p", "主持/v")
    assert names(text, trim.trim_names(text, [mention(text, name, MentionType.PERSON)])) == [kept]


def test_dotted_and_latin_persons_are_joined() -> None:
    text = lexis("卡恩/PER", "·/w", "阿克/PER", "曼/n", "与/p", "Anna/PER", " /w", "Berg/nz", "会谈/v")
    found = persons.join_persons(
        text, [mention(text, "阿克", MentionType.PERSON), mention(text, "Anna", MentionType.PERSON)]
    )
    assert names(text, found, MentionType.PERSON) == ["卡恩·阿克曼", "Anna Berg"]


def test_behind_a_title_stands_a_person() -> None:
    text = lexis("局长/n", "高山/LOC", "说/v")
    found = persons.join_persons(
        text, [mention(text, "局长", MentionType.TITLE), mention(text, "高山", MentionType.PLACE)]
    )
    assert names(text, found, MentionType.PERSON) == ["高山"]


@pytest.mark.parametrize(
    ("name", "personal"),
    [("王小明", True), ("欧阳文山", True), ("张家口", True), ("大力丸子", False), ("Li Na", True)],
)
def test_what_looks_like_a_person(name: str, personal: bool) -> None:
    assert persons.is_personal(name) is personal


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青山高新区", MentionType.PARK),
        ("海云大桥", MentionType.FACILITY),
        ("青山制药厂", MentionType.ORG),  # a plant is a firm; 工厂 is where it stands
        ("海云智能工厂", MentionType.FACILITY),
        ("驻海云总领事馆", MentionType.ORG),
        ("青山市第三中学", MentionType.ORG),
        ("江苏南京", MentionType.PLACE),
        ("海云国家技术创新中心青山分中心", MentionType.FACILITY),
    ],
)
def test_the_ending_tells_the_type(name: str, kind: MentionType) -> None:
    text = lexis(f"{name}/ORG")
    assert [found.type for found in kinds.set_kinds(text, [mention(text, name, MentionType.ORG)])] == [kind]


@pytest.mark.parametrize(
    "name", ["上市公司", "民营银行", "002698", "小麦期货", "美元指数", "GDP", "知名企业", "中俄", "中美经贸"]
)
def test_common_nouns_are_no_names(name: str) -> None:
    text = lexis(f"{name}/ORG")
    assert kinds.set_kinds(text, [mention(text, name, MentionType.ORG)]) == []


def test_an_office_told_by_its_level_is_of_the_place_named_last() -> None:
    text = lexis(
        *"湖南省/LOC 长沙市/LOC 和/c 湖北/LOC ，/w 省科技厅/ORG 与/p 市审计局/ORG 县教育局/ORG".split()
    )
    found = [mention(text, name, MentionType.ORG) for name in ("省科技厅", "市审计局", "县教育局")]
    named = local.name_local_offices(text, found)
    assert [office.value for office in named] == ["湖北省科技厅", "长沙市审计局", ""]


@pytest.mark.parametrize("name", ["省科技厅", "市审计局", "自治区农业农村厅", "全国台联", "中央人民政府"])
def test_a_body_of_the_state_is_a_name_though_its_words_are_common(name: str) -> None:
    text = lexis(f"{name}/ORG")
    assert names(text, kinds.set_kinds(text, [mention(text, name, MentionType.ORG)])) == [name]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (("东兴", "证券"), []),  # a brand, whatever county is called so
        (("紫金", "矿业"), []),
        (("紫金", "山泉", "饮品", "有限公司"), ["紫金"]),  # the place before a brand
        (("紫金县", "银行"), ["紫金县"]),
        (("青岛", "银行"), ["青岛"]),  # cities do lend their banks their names
    ],
)
def test_a_county_that_is_a_firms_brand_is_no_place(words: tuple[str, ...], places: list[str]) -> None:
    text = lexis(*(f"{word}/n" for word in words))
    firm = mention(text, "".join(words), MentionType.ORG)
    assert names(text, nested.find_nested(text, [firm]), MentionType.PLACE) == places


def test_known_names_cut_no_word() -> None:
    text = lexis("驯养/v", "的/u", "山西/LOC", "安邑/n", "财政部/n")
    assert names(text, known.find_known(text, [])) == ["山西", "财政部"]
    crossing = lexis("上海/LOC", "北京人/n")
    assert "北京" not in names(crossing, known.find_known(crossing, []))


def test_parts_of_names() -> None:
    text = lexis("甘肃省水利厅/ORG", "、/w", "清华大学能源研究院/ORG")
    outer = [
        mention(text, "甘肃省水利厅", MentionType.ORG),
        mention(text, "清华大学能源研究院", MentionType.ORG),
    ]
    assert set(names(text, nested.find_nested(text, outer))) >= {"甘肃省", "清华大学"}


def test_the_event_in_the_name_of_its_host() -> None:
    text = lexis("青湖论坛组委会/ORG")
    found = nested.find_nested(text, [mention(text, "青湖论坛组委会", MentionType.ORG)])
    assert names(text, found, MentionType.EVENT) == ["青湖论坛"]


def test_each_owner_of_a_name_is_one() -> None:
    text = lexis("北京大学第三医院秦皇岛院区/ORG")
    found = nested.find_nested(text, [mention(text, "北京大学第三医院秦皇岛院区", MentionType.FACILITY)])
    assert {"北京大学", "北京大学第三医院"} <= set(names(text, found, MentionType.ORG))


@pytest.mark.parametrize(
    ("name", "whole"),
    [("青禾高铁南坪段", ["青禾高铁"]), ("青湖水库管理局", ["青湖水库"]), ("青湖高速公路改扩建工程", [])],
)
def test_a_line_has_sections(name: str, whole: list[str]) -> None:
    text = lexis(f"{name}/ORG")
    found = nested.find_nested(text, [mention(text, name, MentionType.ORG)])
    assert names(text, found, MentionType.FACILITY) == whole


def test_a_consortium_is_a_group_though_only_one_model_sees_its_leader() -> None:
    text = lexis("水电/ORG", "九局/ORG", "联合体/n", "中标/v")
    assert names(text, groups.find_groups(text, []), MentionType.GROUP) == ["水电九局联合体"]


def test_a_group_ends_with_its_common_noun() -> None:
    text = lexis(
        "青云数据/ORG", "、/w", "白鹭智能/ORG", "等/u", "9家/m", "本地/n", "企业/n", "获/v", "贷款/n"
    )
    firms = [mention(text, name, MentionType.ORG) for name in ("青云数据", "白鹭智能")]
    found = names(text, groups.find_groups(text, firms), MentionType.GROUP)
    assert found == ["青云数据、白鹭智能等9家本地企业"]


def test_an_edition_belongs_to_a_known_event() -> None:
    text = lexis("第十八届/m", "进博会/nz", "开幕/v")
    assert names(text, known.find_known(text, []), MentionType.EVENT) == ["第十八届进博会"]


def test_a_model_in_quotation_marks_is_a_product() -> None:
    text = lexis("“/w", "海蛟三号/nz", "”/w", "首飞/v", "，/w", "“/w", "发改三号/n", "”/w", "文/n")
    assert names(text, industries.find_brands(text, []), MentionType.PRODUCT) == ["海蛟三号"]


def test_the_trade_of_a_park() -> None:
    text = lexis("青岛湾中医药科技产业园/ORG")
    park = mention(text, "青岛湾中医药科技产业园", MentionType.PARK)
    assert names(text, industries.find_trades(text, [park]), MentionType.INDUSTRY) == ["中医药"]
    plain = lexis("青山工业园区/ORG")
    assert industries.find_trades(plain, [mention(plain, "青山工业园区", MentionType.PARK)])[1:] == []


@pytest.mark.parametrize(
    ("words", "name", "left"),
    [
        ("卖方太白投资集团/ORG", "卖方太白投资集团", "太白投资集团"),
        ("青江新城总/ORG 投资/n", "青江新城总", "青江新城"),
    ],
)
def test_the_party_and_the_sum_are_cut_off(words: str, name: str, left: str) -> None:
    text = lexis(*words.split())
    assert names(text, trim.trim_names(text, [mention(text, name, MentionType.ORG)])) == [left]


def test_quoted_names_that_end_like_a_park() -> None:
    text = lexis("“/w", "青橄榄/n", "智造/v", "片区/n", "”/w", "启动/v")
    assert names(text, endings.find_endings(text, []), MentionType.PARK) == ["青橄榄智造片区"]


def test_a_country_in_a_country_is_none() -> None:
    text = lexis("印度尼西亚/LOC")
    assert names(text, nested.find_nested(text, [mention(text, "印度尼西亚", MentionType.PLACE)])) == [
        "印度尼西亚"
    ]


def test_a_chain_of_places_is_called_by_its_last() -> None:
    text = lexis("河北省/LOC", "石家庄市/LOC")
    whole = Mention(Span(0, 7), MentionType.PLACE, "model")
    assert [found.value for found in nested.name_chains(text, [whole])] == ["石家庄市"]


def test_events_reach_to_the_left() -> None:
    text = lexis("第三届/m", "青山/LOC", "机器人/n", "产业/n", "论坛/n", "召开/v")
    found = endings.find_endings(text, [mention(text, "青山", MentionType.PLACE)])
    assert names(text, found, MentionType.EVENT) == ["第三届青山机器人产业论坛"]


def test_a_subject_is_no_part_of_its_object() -> None:
    text = lexis("海云局/ORG", "启动/v", "城市/n", "文化/n", "节/n")
    found = endings.find_endings(text, [mention(text, "海云局", MentionType.ORG)])
    assert "海云局" in names(text, found, MentionType.ORG)
    assert all("海云局" not in name for name in names(text, found, MentionType.EVENT))


def test_documents_and_papers() -> None:
    text = lexis(
        "《/w",
        "青山日报/nw",
        "》/w",
        "刊登/v",
        "《/w",
        "城市绿化办法/nw",
        "》/w",
        "，/w",
        "执行/v",
        "GB/nz",
        " /n",
        "1234/m",
    )
    found = quoted.find_documents(text, [])
    assert names(text, found, MentionType.ORG) == ["青山日报"]
    assert names(text, found, MentionType.DOCUMENT) == ["城市绿化办法", "GB 1234"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("推广/v 企业/n 信用/n 分级制/n 试点/vn 。/w", "企业信用分级制试点"),
        ("推广/v 重点/n 企业/n 信用/n 分级制/n 试点/vn 。/w", "信用分级制试点"),
    ],
)
def test_a_system_may_be_one_for_firms(words: str, name: str) -> None:
    text = lexis(*words.split())
    assert names(text, policies.find_policies(text, []), MentionType.POLICY) == [name]


def test_policies_in_quotation_marks() -> None:
    text = lexis("实施/v", "“/w", "春苗/n", "计划/n", "”/w")
    assert names(text, policies.find_policies(text, [])) == ["春苗计划"]
    text = lexis("“/w", "九大/m", "”/w", "战略性/a", "新兴/a", "产业/n")  # no strategy
    assert not policies.find_policies(text, [])


def test_industries_of_a_list() -> None:
    text = lexis("发展/v", "氢能/n", "、/w", "储能/n", "、/w", "海洋/n", "牧场/n", "等/u", "产业/n", "。/w")
    found = industries.find_industries(text, [])
    assert {"储能", "海洋牧场"} <= set(names(text, found, MentionType.INDUSTRY))


@pytest.mark.parametrize(
    "words",
    [
        "该区/n 以/p 纳米/n 涂层/n 、/w 海洋电子/ORG 为/v 主导/vn 产业/n 。/w",
        "公司/n 主营/v 纳米/n 涂层/n 、/w 海洋电子/ORG ，/w",
    ],
)
def test_businesses_are_told_by_verb_or_frame_though_a_model_has_a_body(words: str) -> None:
    text = lexis(*words.split())
    found = framed.find_framed(text, [mention(text, "海洋电子", MentionType.ORG)])
    assert names(text, found, MentionType.INDUSTRY) == ["纳米涂层", "海洋电子"]
    assert names(text, found, MentionType.ORG) == []


@pytest.mark.parametrize(
    "words",
    [
        "甲光电/ORG 从事/v 逆变器/n 、/w 储能/vn 变流器/n 的/u 研发/vn 和/c 生产/vn",
        "甲光电/ORG 主要/a 产品/n 有/v 逆变器/n 和/c 储能/vn 变流器/n 。/w",
        "甲/n 是/v 逆变器/n 生产商/n ，/w 乙/n 是/v 储能/vn 变流器/n 制造商/n",
    ],
)
def test_wares_are_told_by_their_frame(words: str) -> None:
    text = lexis(*words.split())
    assert names(text, framed.find_framed(text, []), MentionType.PRODUCT) == ["逆变器", "储能变流器"]


@pytest.mark.parametrize(
    "words", ["公司/n 深耕/v 主业/n 。/w", "该校/n 专注/v 人才/n 工作/n ，/w", "他们/r 主营/v 的/u 店/n"]
)
def test_no_business_of_common_words(words: str) -> None:
    assert framed.find_framed(lexis(*words.split()), []) == []


def test_wares_without_a_setting_are_candidates() -> None:
    text = lexis("他/r", "买/v", "煤炭/n")
    assert all(found.score < 0.5 for found in industries.find_industries(text, []))


def test_brands() -> None:
    text = lexis("拥有/v", "“/w", "青云/n", "”/w", "“/w", "白鹭/n", "”/w", "两个/m", "品牌/n")
    assert names(text, industries.find_brands(text, []), MentionType.PRODUCT) == ["青云", "白鹭"]


def test_groups_and_the_type_of_their_members() -> None:
    text = lexis("青溪/LOC", "、/w", "白石/LOC", "等/u", "20个/m", "园区/n", "建成/v")
    two = [mention(text, "青溪", MentionType.PLACE), mention(text, "白石", MentionType.PLACE)]
    assert {found.type for found in members.type_members(text, two)} == {MentionType.PARK}
    counted = lexis("全国/n", "150家/m", "期货公司/n", "盈利/v")
    assert names(counted, groups.find_groups(counted, [])) == ["全国150家期货公司"]


def test_one_string_one_type_and_no_occurrence_missed() -> None:
    text = lexis("海云通信/ORG", "发布/v", "公告/n", "。/w", "当天/TIME", "海云/n", "通信/n", "大涨/v")
    found = consistency.make_consistent(text, [mention(text, "海云通信", MentionType.ORG)])
    assert names(text, found) == ["海云通信", "海云通信"]


def test_a_stock_code_tells_a_company() -> None:
    text = lexis("青峰/LOC", "（/w", "300999/m", "）/w", "涨停/v")
    found = consistency.take_marks(text, [mention(text, "青峰", MentionType.PLACE)])
    assert [found.type for found in found] == [MentionType.ORG]


def test_flat_names_leave_out_parts_and_candidates() -> None:
    text = lexis("甘肃省水利厅/ORG", "煤炭/n")
    found = [
        mention(text, "甘肃省水利厅", MentionType.ORG),
        mention(text, "甘肃省", MentionType.PLACE),
        mention(text, "煤炭", MentionType.ORG, score=0.4),
    ]
    assert names(text, flat_names(found)) == ["甘肃省水利厅"]


def test_the_lists_hold_no_gaps() -> None:
    assert gazetteer().suffix_of("青山高新区")[0].type is MentionType.PARK


def test_members_of_a_pair_and_an_office_with_a_conjunction() -> None:
    pair = lexis("青溪港/LOC", "和/c", "白石保税区/LOC")
    whole = Mention(Span(0, len(pair.text)), MentionType.PLACE, "model")
    assert names(pair, trim.trim_names(pair, [whole])) == ["青溪港", "白石保税区"]
    office = lexis("青山市工业/ORG", "和/c", "信息化局/n")
    whole = Mention(Span(0, len(office.text)), MentionType.ORG, "model")
    assert names(office, trim.trim_names(office, [whole])) == ["青山市工业和信息化局"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("董事长/n 黄海/LOC 表示/v", ["PERSON"]),
        ("司机/n 黄海/LOC 还/d 获/v", ["PERSON"]),
        ("司令员/n 吴忠/LOC 称/v", ["PERSON"]),
        (
            "董事长/n 黄海/LOC 说/v ，/w 船/n 过/v 黄海/LOC ，/w 黄海/LOC 还/d 说/v",
            ["PERSON", "PLACE", "PERSON"],
        ),
        ("主席/n 海南/LOC 考察/v", ["PLACE"]),
        ("市长/n 金华/LOC 说明/v", ["PLACE"]),
        ("书记/n 长沙/LOC 表示/v", ["PLACE"]),  # no surname
        ("在/p 黄海/LOC 获/v", ["PLACE"]),
        ("记者/n 温州/LOC 报道/v", ["PLACE"]),
    ],
)
def test_a_place_that_bears_a_title_and_acts_is_a_person(text: str, kinds: list[str]) -> None:
    words = lexis(*text.split())
    found = [
        Mention(
            Span(word.start, word.end),
            MentionType.TITLE if word.tag == "n" else MentionType.PLACE,
            "gazetteer",
        )
        for word in words.words
        if word.tag in ("n", "LOC")
    ]
    made = persons.find_namesakes(words, found)
    assert [one.type.value for one in made if one.type is not MentionType.TITLE] == kinds


@pytest.mark.parametrize(
    ("words", "found", "kind", "wanted"),
    [
        ("IDC/nz 中国/LOC 发布/v 报告/n", "IDC", MentionType.ORG, ["IDC中国", "IDC"]),
        ("甲车/nz 中国/LOC 市场/n 回暖/v", "甲车", MentionType.ORG, ["甲车"]),
        ("星石/nz 投资/vn 总经理/n 认为/v", "星石", MentionType.ORG, ["星石投资"]),
        ("星石/nz 投资/vn 总监/n 认为/v", "星石", MentionType.ORG, ["星石"]),
        ("甲海证券/ORG 策略/n 团队/n 指出/v", "甲海证券", MentionType.ORG, ["甲海证券策略团队"]),
        ("鹿青/LOC 董事长/n 说/v", "鹿青", MentionType.PLACE, ["鹿青"]),
    ],
)
def test_names_of_firms_told_by_what_follows(
    words: str, found: str, kind: MentionType, wanted: list[str]
) -> None:
    text = lexis(*words.split())
    assert names(text, firms.find_firms(text, [mention(text, found, kind)]), MentionType.ORG) == wanted


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("*/w", "ST/xc", "云岭/LOC", "今日/TIME", "公告/n"), "*ST云岭"),
        (("ST/xc", "云岭控/ORG", "股权/n"), "ST云岭控"),
        (("S*ST/xc", "云/n", "岭/n", "公告/n"), "S*ST云岭"),
    ],
)
def test_a_firm_marked_by_an_exchange_is_named_with_its_mark(words: tuple[str, ...], name: str) -> None:
    made = lexis(*words)
    found = listed.find_listed(made, [])
    assert [(m.span.of(made.text), m.type) for m in found] == [(name, MentionType.ORG)]


@pytest.mark.parametrize(
    ("text", "name", "title", "left"),
    [
        ("国金证券分析师陈平", "国金证券", "分析师", "国金证券"),
        ("青云新区党工委书记陈平", "青云新区党工委", "党工委书记", "青云新区"),
        ("甲光电大中华区总裁陈平", "甲光电大中华区", "大中华区总裁", "甲光电"),
    ],
)
def test_a_title_that_a_name_has_swallowed_half_of_is_freed(
    text: str, name: str, title: str, left: str
) -> None:
    made = lexis(f"{name}/ORG", f"{text[len(name) : -2]}/n", f"{text[-2:]}/PER")
    body = Mention(Span(0, len(name)), MentionType.ORG, "model")
    found = {m.type: m.span.of(made.text) for m in titles.find_titles(made, [body])}
    assert found == {MentionType.ORG: left, MentionType.TITLE: title}


def test_a_place_that_no_table_has_lies_behind_its_city() -> None:
    text = lexis("苏州/LOC", "柳絮镇/LOC")
    whole = Mention(Span(0, 5), MentionType.PLACE, "model")
    assert [found.span.of(text.text) for found in nested.name_chains(text, [whole])] == ["苏州", "柳絮镇"]


def test_a_part_of_a_city_and_what_stands_there_are_no_places_of_their_own() -> None:
    for rest in ("北部", "主城区", "体育馆"):
        text = lexis("苏州/LOC", f"{rest}/n")
        whole = Mention(Span(0, len(text.text)), MentionType.PLACE, "model")
        assert nested.name_chains(text, [whole]) == [whole]


@pytest.mark.parametrize("cut", CUTS[MentionType.ORG], ids=lambda cut: cut.__name__)
def test_no_cut_takes_anything_from_a_name_that_is_whole(cut: Cut) -> None:
    text = lexis("记者/n", "从/p", "青禾机电股份有限公司/ORG", "获悉/v")
    whole = mention(text, "青禾机电股份有限公司", MentionType.ORG).span
    assert cut(text, whole) == whole


def test_what_is_built_is_not_named_with_the_place() -> None:
    text = lexis("在/p", "衢州/LOC", "建设/v", "特气/n", "生产/vn", "基地/n")
    whole = Mention(Span(1, 11), MentionType.FACILITY, "model")
    built = parts.part_built(text, [whole])
    assert [found.span.of(text.text) for found in built] == ["衢州", "特气生产基地"]
    alone = lexis("衢州/LOC", "建设/v", "特气/n", "生产/vn", "基地/n")
    kept = Mention(Span(0, 10), MentionType.FACILITY, "model")
    assert parts.part_built(alone, [kept]) == [kept]


def test_a_phase_belongs_to_its_whole() -> None:
    text = lexis("青田/LOC", "芯片/n", "基地/n", "二期/m")
    whole = mention(text, "青田芯片基地二期", MentionType.FACILITY)
    assert "青田芯片基地" in names(text, nested.find_nested(text, [whole]), MentionType.FACILITY)


def test_a_local_firm_is_named_behind_whose_it_is() -> None:
    text = lexis("温岭市/LOC", "国资/n", "平台/n", "青禾/nz", "集团/n")
    cut = trim.trim_names(text, [mention(text, "温岭市国资平台青禾集团", MentionType.ORG)])
    assert names(text, cut) == ["温岭市", "青禾集团"]
