from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.gazetteer import TABLES, Gazetteer, gazetteer
from kg.model import MentionType

NAMES = Path(__file__).resolve().parents[1] / "ontology" / "names"
LEXICONS = ("titles", "suffixes", "surnames")
KEYS = {"titles": 2, "suffixes": 2, "surnames": 2}
FLOORS = {
    "places": 3300, "countries": 240, "cities_world": 400, "regions": 400, "zones": 450, "bodies": 1000,
    "universities": 300, "media": 200, "companies": 1500, "listed": 4000, "industries": 600, "products": 400,
    "policies": 200, "events": 200, "titles": 1000, "suffixes": 1000, "surnames": 450,
}  # fmt: skip

TITLES = [
    "常务副会长",
    "党委副书记",
    "代市长",
    "首席经济学家",
    "非银首席",
    "首席宏观分析师",
    "组织部长",
    "董事会秘书",
    "党支部书记",
    "二级巡视员",
    "市长助理",
    "副主任",
    "执行董事",
    "名誉院长",
    "党委书记",
    "党委第二书记",
    "独立非执行董事",
    "高级副总裁",
    "总工程师",
    "副教授",
    "主任医师",
]


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return Gazetteer(NAMES)


@pytest.mark.parametrize("table", [*TABLES, *LEXICONS])
def test_a_table_says_where_it_comes_from(table: str) -> None:
    lines = (NAMES / f"{table}.tsv").read_text("utf-8").splitlines()
    said = {line.removeprefix("# ").partition(":")[0] for line in lines if line.startswith("#")}
    assert {"What", "Source", "Licence", "Date"} <= said


@pytest.mark.parametrize("table", [*TABLES, *LEXICONS])
def test_a_table_has_its_size_and_no_row_twice(names: Gazetteer, table: str) -> None:
    keys = [tuple(row.values())[: KEYS.get(table, 1)] for row in names.rows(table)]
    if table == "countries":
        keys = [(row["code"], row["name"]) for row in names.rows(table)]
    assert len(keys) >= FLOORS[table]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", [*TABLES, *LEXICONS])
def test_cells_are_trimmed_and_lists_have_no_holes(names: Gazetteer, table: str) -> None:
    for row in names.rows(table):
        for value in row.values():
            assert value == value.strip()
            assert "||" not in value
            assert not value.startswith("|")
            assert not value.endswith("|")


@pytest.mark.parametrize("table", TABLES)
def test_what_is_ambiguous_is_a_name_of_its_row(names: Gazetteer, table: str) -> None:
    for row in names.rows(table):
        forms = {
            form
            for column in ("name", "official", "short", "former")
            for form in row.get(column, "").split("|")
        }
        assert set(filter(None, row["ambiguous"].split("|"))) <= forms, row


def test_parents_exist_and_levels_rise(names: Gazetteer) -> None:
    rank = {"province": 0, "city": 1, "county": 2, "former": 3}
    for place in names.places.values():
        assert len(place.code) == 6
        if place.level == "province":
            assert not place.parent
        else:
            assert rank[names.places[place.parent].level] < rank[place.level], place


def test_codes_of_places_are_known(names: Gazetteer) -> None:
    for table in ("zones", "bodies", "universities"):
        for row in names.rows(table):
            assert not row["place"] or row["place"] in names.places, row


def test_foreign_cities_lie_in_known_countries(names: Gazetteer) -> None:
    countries = {row["code"] for row in names.rows("countries")}
    assert {row["country"] for row in names.rows("cities_world")} <= countries


@pytest.mark.parametrize("word", ["和平", "新华", "资源", "东方", "大方", "安定", "勃利", "城中", "来宾"])
def test_common_words_are_never_sure(names: Gazetteer, word: str) -> None:
    assert names.lookup(word)
    assert not any(entry.sure for entry in names.lookup(word))


@pytest.mark.parametrize(
    ("name", "canonical", "type_"),
    [
        ("长沙", "长沙市", MentionType.PLACE),
        ("西藏", "西藏自治区", MentionType.PLACE),
        ("恩施州", "恩施土家族苗族自治州", MentionType.PLACE),
        ("内蒙", "内蒙古自治区", MentionType.PLACE),
        ("雄安新区", "雄安新区", MentionType.PARK),
        ("长沙高新区", "长沙高新技术产业开发区", MentionType.PARK),
        ("广东自贸区", "中国（广东）自由贸易试验区", MentionType.PARK),
        ("科技部", "科学技术部", MentionType.ORG),
        ("国家发改委", "国家发展和改革委员会", MentionType.ORG),
        ("科技部火炬中心", "科学技术部火炬高技术产业开发中心", MentionType.ORG),
        ("上交所", "上海证券交易所", MentionType.ORG),
        ("中石油", "中国石油天然气集团有限公司", MentionType.ORG),
        ("北航", "北京航空航天大学", MentionType.ORG),
        ("俄国", "俄罗斯", MentionType.PLACE),
        ("加州", "加利福尼亚州", MentionType.PLACE),
        ("长三角", "长三角", MentionType.PLACE),
        ("进博会", "中国国际进口博览会", MentionType.EVENT),
        ("乡村振兴", "乡村振兴", MentionType.POLICY),
        ("集成电路产业", "集成电路", MentionType.INDUSTRY),
        ("动车组", "高铁列车", MentionType.PRODUCT),
    ],
)
def test_a_short_name_leads_to_the_full_one(
    names: Gazetteer, name: str, canonical: str, type_: MentionType
) -> None:
    entry = names.lookup(name)[0]
    assert (entry.canonical, entry.type, entry.sure) == (canonical, type_, True)


def test_an_ambiguous_place_carries_all_its_codes(names: Gazetteer) -> None:
    assert {place.code for place in names.places_named("吉林")} == {"220000", "220200"}
    assert {place.code for place in names.places_named("朝阳")} >= {"110105", "220104", "211300"}


def test_former_names_lead_to_what_is_there_now(names: Gazetteer) -> None:
    assert names.places_named("襄樊市")[0].name == "襄阳市"
    entry = names.lookup("宣武区")[0]
    assert entry.canonical == "西城区"
    assert "former" in entry.flags


def test_the_chain_leads_to_the_province(names: Gazetteer) -> None:
    assert [place.name for place in names.chain("430104")] == ["岳麓区", "长沙市", "湖南省"]
    assert names.lies_in("430104", "430000")
    assert not names.lies_in("430104", "440000")
    assert names.chain("999999") == ()


def test_letters_are_kept_apart(names: Gazetteer) -> None:
    assert [entry.canonical for entry in names.letters["湘"]] == ["湖南省"]
    assert "美国" in [entry.canonical for entry in names.letters["美"]]
    assert names.lookup("湘") == ()


def test_the_longest_name_wins_and_nested_ones_are_there_on_demand(names: Gazetteer) -> None:
    text = "他到科技部火炬中心和长沙高新区去"
    assert [text[hit.start : hit.end] for hit in names.scan(text)] == ["科技部火炬中心", "长沙高新区"]
    nested = [text[hit.start : hit.end] for hit in names.scan(text, nested=True)]
    assert {"科技部火炬中心", "科技部", "火炬中心", "长沙高新区", "长沙"} <= set(nested)


def test_a_scan_for_the_sure_leaves_common_words(names: Gazetteer) -> None:
    text = "爱好和平的人，住在和平区"
    assert [hit.start for hit in names.scan(text)] == [2, 9]
    assert [text[hit.start : hit.end] for hit in names.scan(text, sure=True)] == ["和平区"]


def test_latin_names_are_whole_words(names: Gazetteer) -> None:
    assert [hit.start for hit in names.scan("IBM和IBMX与xIBM")] == [0]


def test_a_name_is_not_found_beyond_the_end(names: Gazetteer) -> None:
    for text in ("中国人民银行", "到长沙", "内蒙古", "首席"):
        for hit in names.scan(text, nested=True):
            assert hit.end <= len(text)
            assert text[hit.start : hit.end] == hit.entry.name


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_found_whole(names: Gazetteer, title: str) -> None:
    text = f"，{title}王某"
    hit = next(names.titles(text))
    assert (text[hit.start : hit.end], hit.weak) == (title, False)


def test_status_words_and_departments_stay_outside_a_title(names: Gazetteer) -> None:
    text = "原某市委组织部副部长"
    hit = next(names.titles(text))
    assert text[hit.start : hit.end] == "副部长"
    assert text[hit.wide : hit.start] == "市委组织部"
    assert [(hit.start, hit.weak) for hit in names.titles("一位专家说")] == [(2, True)]


def test_what_only_begins_like_a_title_is_none(names: Gazetteer) -> None:
    assert list(names.titles("董事会通过议案，代表团离开大使馆，领导小组开会")) == []


def test_the_end_of_an_organisation_is_no_field_of_a_title(names: Gazetteer) -> None:
    text = "某某银行行长"
    assert [text[hit.start : hit.end] for hit in names.titles(text)] == ["行长"]


def test_a_suffix_tells_the_type(names: Gazetteer) -> None:
    longest = names.suffix_of("长江文具股份有限公司")[0]
    assert (longest.text, longest.type, longest.weak) == ("股份有限公司", MentionType.ORG, False)
    assert names.suffix_of("某某产业园")[0].type is MentionType.PARK
    assert names.suffix_of("县教育局")[0].type is MentionType.ORG
    assert names.suffix_of("公司") == ()


def test_surnames_have_frequencies(names: Gazetteer) -> None:
    assert len(names.surnames) >= 450
    assert names.surnames["王"] == "top"
    assert names.surnames["欧阳"] == "compound"
    assert "斯" in names.foreign_name_characters
    assert "的" not in names.foreign_name_characters


def test_a_missing_and_a_broken_table_are_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"places\.tsv"):
        Gazetteer(tmp_path).lookup("长沙")
    (tmp_path / "media.tsv").write_text("# What: x\nname\tshort\nA\n", "utf-8")
    with pytest.raises(OntologyError, match=r"media\.tsv:3: 1 columns instead of 2"):
        Gazetteer(tmp_path).rows("media")
    (tmp_path / "media.tsv").write_text("# What: x\n", "utf-8")
    with pytest.raises(OntologyError, match="no header row"):
        Gazetteer(tmp_path).rows("media")


def test_the_installed_tables_are_these() -> None:
    assert gazetteer() is gazetteer()
    assert gazetteer().lookup("长沙市")[0].code == "430100"
