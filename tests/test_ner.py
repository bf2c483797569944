"""The pipeline: tokens, sentences, mentions, what it refuses."""

import itertools
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.document import Mark, Span
from kg.errors import ModelError
from kg.lac import Word
from kg.mentions import STAGES
from kg.mentions.known import find_known
from kg.mentions.lexis import Lexis
from kg.ner import COMPONENTS, load_pipeline, sentence_starts


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def found(doc: Doc, *types: str) -> list[str]:
    return [span.text for span in doc.spans["mentions"] if span.label_ in types]


def sentences(text: str) -> list[str]:
    starts = [*sorted(sentence_starts(text) - {len(text)}), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(starts)]


@given(st.text(alphabet="中国上海市科技局长王明说的。，“”！？（）《》\n 　Aa19％😀𠮷·、", max_size=80))
@settings(max_examples=50, deadline=None)
def test_text_is_kept_and_offsets_fit(text: str) -> None:
    doc = load_pipeline_once()(text)
    assert doc.text == text
    assert [token.idx for token in doc] == [0, *(token.idx + len(token) for token in doc[:-1])][: len(doc)]
    spans = list(doc.spans["mentions"])
    assert [(s.start_char, -s.end_char) for s in spans] == sorted((s.start_char, -s.end_char) for s in spans)
    assert [s.text for s in spans] == [m.span.of(text) for m in doc._.mentions]


_once: list[Language] = []


def load_pipeline_once() -> Language:
    if not _once:
        _once.append(load_pipeline())
    return _once[0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("他说：“好。很好。”然后走了。", ["他说：“好。很好。”", "然后走了。"]),
        ("增长3.5%。（见图。）另据报道。", ["增长3.5%。", "（见图。）另据报道。"]),
        ("第一行\n第二行。第三句", ["第一行\n", "第二行。", "第三句"]),
        ("真的？！是……的。", ["真的？！", "是……", "的。"]),
        ("“创新”是关键。", ["“创新”是关键。"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [part for part in sentences(text) if part] == parts


def test_sentences_begin_tokens(nlp: Language) -> None:
    doc = nlp("第一句。第二句！\n第三句")
    assert [sent.text for sent in doc.sents] == ["第一句。", "第二句！\n", "第三句"]


def test_nested_names(nlp: Language) -> None:
    doc = nlp("江苏省科技厅副厅长李明远在南京大学医学院调研。")
    assert found(doc, "ORG") == ["江苏省科技厅", "南京大学医学院", "南京大学"]
    assert found(doc, "PLACE")[0] == "江苏省"
    assert found(doc, "PERSON") == ["李明远"]
    assert found(doc, "TITLE") == ["副厅长"]
    assert [ent.text for ent in doc.ents] == ["江苏省科技厅", "副厅长", "李明远", "南京大学医学院"]


def test_a_token_that_a_name_cuts_is_split(nlp: Language) -> None:
    doc = nlp("科技部力推新政，各地响应。")
    assert found(doc, "ORG") == ["科技部"]
    assert doc.char_span(0, 3).text == "科技部"


def test_titles_are_apart(nlp: Language) -> None:
    assert found(nlp("协会常务副会长兼秘书长周文表示。"), "TITLE") == ["常务副会长", "秘书长"]
    assert found(nlp("主任办公会研究了方案。"), "TITLE") == []


def test_zones_documents_papers(nlp: Language) -> None:
    doc = nlp("据《经济日报》报道，武汉东湖高新区印发《关于支持企业创新的若干措施》（武新管〔2022〕5号）。")
    assert "经济日报" in found(doc, "ORG")
    assert found(doc, "DOCUMENT") == ["关于支持企业创新的若干措施", "武新管〔2022〕5号"]
    assert any("东湖高新区" in name for name in found(doc, "PARK"))


def test_foreign_and_latin_persons(nlp: Language) -> None:
    doc = nlp("该公司首席执行官Peter Hansen和董事阿里·哈桑出席。")
    assert found(doc, "PERSON") == ["Peter Hansen", "阿里·哈桑"]


def test_the_page_tells_companies(nlp: Language) -> None:
    text = "昨日，瑞石股份大涨。"
    doc = nlp.make_doc(text)
    doc._.marks = (Mark(Span(3, 7), "ticker", "sz000000"),)
    mentions = [m for m in nlp(doc)._.mentions if m.source == "markup"]
    assert [(m.span.of(text), str(m.type), m.value) for m in mentions] == [("瑞石股份", "ORG", "sz000000")]


def test_short_names_and_repetition(nlp: Language) -> None:
    doc = nlp("海云通信科技有限公司（以下简称“海云通信”）成立。\n当天，海云通信发布了计划。")
    assert found(doc, "ORG").count("海云通信") == 2


def test_times_use_the_day_of_publication(nlp: Language) -> None:
    doc = nlp.make_doc("会议于3月5日召开，参会者约200人。")
    doc._.published = date(2021, 3, 8)
    doc = nlp(doc)
    assert [time.iso for time in doc._.times] == ["2021-03-05"]
    assert found(doc, "DATE") == ["3月5日"]
    assert len(doc._.amounts) == 1


def test_traditional_characters_keep_their_offsets(nlp: Language) -> None:
    text = "臺灣大學校長陳志明表示感謝。"
    doc = nlp(text)
    assert doc.text == text
    assert "臺灣大學" in found(doc, "ORG")


def test_each_stage_can_be_switched_off() -> None:
    for name in STAGES:
        pipeline = load_pipeline(disable=[name])
        assert name not in pipeline.pipe_names
        assert pipeline("湖南省长沙市委书记王明今天表示。").text


def test_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    text = "浙江省教育厅厅长陈东来到宁波大学。"
    assert again.pipe_names == nlp.pipe_names
    assert [(e.text, e.label_) for e in again(text).ents] == [(e.text, e.label_) for e in nlp(text).ents]


def test_a_pipeline_of_ones_own(tmp_path: Path) -> None:
    other = spacy.blank("zh")
    ruler = other.add_pipe("entity_ruler", name="ner")
    ruler.add_patterns([{"label": "GPE", "pattern": [{"TEXT": "云"}, {"TEXT": "城"}]}])  # type: ignore
    other.to_disk(tmp_path / "own")
    pipeline = load_pipeline(str(tmp_path / "own"))
    assert "kg_head" not in pipeline.pipe_names
    doc = pipeline("云城科技局局长李明远说。")
    assert doc.text == "云城科技局局长李明远说。"
    assert any(mention.source == "model" for mention in doc._.mentions)
    assert found(doc, "TITLE") == ["局长"]


def test_words_of_the_second_model() -> None:
    text = "江苏省科技厅厅长李明远说：\n 项目进展顺利😀。"
    doc = load_pipeline("pkuseg")(text)
    assert doc.text == text
    assert found(doc, "PERSON") == ["李明远"]
    assert found(doc, "TITLE") == ["厅长"]


def test_the_second_model_decides_where_words_cut_a_name() -> None:
    lexis = Lexis("财政部长期关注。", [Word(0, 2, "n"), Word(2, 4, "n"), Word(4, 5, "n"), Word(5, 8, "v")])
    assert [(m.span, str(m.type)) for m in find_known(lexis, [])] == [(Span(0, 3), "ORG")]
    other = Lexis("公安部门介入。", [Word(0, 2, "n"), Word(2, 4, "n"), Word(4, 6, "v"), Word(6, 7, "w")])
    assert find_known(other, []) == []


def test_missing_pipelines_and_components() -> None:
    with pytest.raises(ModelError, match=r"python -m spacy download zh_core_web_xx .*placeholder"):
        load_pipeline("zh_core_web_xx")
    with pytest.raises(ModelError, match="no such component; there are"):
        load_pipeline(disable=["kg_nothing"])


def test_not_a_chinese_pipeline(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(ModelError, match="for en"):
        load_pipeline(str(tmp_path / "en"))


def test_the_same_under_any_hash_seed() -> None:
    program = (
        "from kg.ner import load_pipeline\n"
        "doc = load_pipeline()('成都、重庆等地的新材料等产业加快发展，华海集团董事长赵一鸣签约。')\n"
        "print([(m.span.start, m.span.end, str(m.type), m.source, m.score) for m in doc._.mentions])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_components_are_listed_in_order() -> None:
    assert [name for name in COMPONENTS if name != "kg_foreign"] == load_pipeline().pipe_names
