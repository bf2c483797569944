"""Reading: what comes out of pages, texts and rows, and what is said of those that give nothing."""

import gzip
import html
import json
import re
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.document import Document, Span
from kg.reading import Limits, Skipped, read_bytes, read_paths

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
PROSE = "甲市高新区昨日公布了上半年的数据，工业增加值同比增长百分之六，高于全市平均水平。"
MORE = "园区负责人周一表示，下半年将引进三家研究机构，并为中小企业减免租金。"


def one(data: str | bytes, name: str = "page.html", **limits: int) -> Document:
    raw = data.encode() if isinstance(data, str) else data
    (item,) = read_bytes(raw, name, limits=Limits(**limits))
    assert isinstance(item, Document), str(item)
    return item


def refused(data: str | bytes, name: str = "page.html", **limits: int) -> str:
    raw = data.encode() if isinstance(data, str) else data
    (item,) = read_bytes(raw, name, limits=Limits(**limits))
    assert isinstance(item, Skipped), item.text
    assert item.failed
    assert "\n" not in str(item)
    assert str(item).startswith(item.where)
    return item.message


def shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.exists():
        pytest.skip(f"{folder} is absent")
    return folder


def documents(*paths: Path) -> list[Document]:
    return [item for item in read_paths(paths) if isinstance(item, Document)]


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


def assert_led_back(document: Document, data: bytes) -> None:
    """Every character's bytes must hold it, as it is or as an entity or escape; blocks must not cross."""
    found = document.source_map
    assert found is not None
    last = 0
    for index, char in enumerate(document.text):
        start, end = found.byte_range(Span(index, index + 1))
        assert last <= start <= end <= len(data)
        last = start
        raw = data[start:end].decode(found.encoding)
        if not char.isspace():
            plain = html.unescape(raw) if "&" in raw else raw
            if len(raw) > 1 and raw.startswith("\\"):
                plain = json.loads(f'"{raw}"')
            assert char in plain, (index, char, raw)
    for block in document.blocks:
        start, end = found.byte_range(block.span)
        raw = data[start:end].decode(found.encoding, "ignore")
        assert raw[:1] in (document.text[block.span.start], "&", "\\")


# --- the pages and articles of ../shared -----------------------------------------------------------


def test_expected_pages() -> None:
    folder = shared("pages")
    read = {document.id: document for document in documents(folder)}
    for expected in json.loads((folder / "expected.json").read_text(encoding="utf-8")):
        document = read[expected["page"]]
        # The list tells the least: captions, rows and document numbers stand beside.
        assert [text for text in document.paragraphs if text in expected["paragraphs"]] == expected[
            "paragraphs"
        ]
        assert document.headings == expected["headings"]
        assert document.meta.source == expected["source"]
        assert document.meta.editor == expected["editor"]
        assert not [text for text in expected["never"] if text in document.text]
        assert_led_back(document, (folder / document.id).read_bytes())


def test_gold_articles() -> None:
    articles, folder = shared("articles"), shared("gold")
    read = {document.id: document for document in documents(articles)}
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    assert golds
    for gold in golds:
        document = read[gold["article"]]
        meta = document.meta
        for key in ("title", "original_title", "publisher", "source", "editor"):
            assert getattr(meta, key) == gold["meta"][key]
        assert list(meta.categories) == gold["meta"]["categories"]
        assert meta.published == datetime.fromisoformat(gold["meta"]["published"])
        assert document.day == date.fromisoformat(gold["published"])
        assert document.headings == gold["headings"]
        for fact in (fact for fact in gold["facts"] if fact["relation"] != "ticker"):
            assert fact["evidence"] in document.text or fact["evidence"] in (meta.title or "")
        tickers = {mark.value for mark in document.marks if mark.kind == "ticker"}
        assert {
            f["object"] for f in gold["facts"] if f["relation"] == "ticker" and f["object"][:2].isalpha()
        } <= tickers
        assert_led_back(document, (articles / document.id).read_bytes())


def test_raw_pages() -> None:
    folder = shared("raw")
    read = documents(folder)
    assert len(read) == sum(path.name != "README.md" for path in folder.iterdir())
    for document in read:
        assert not re.search(
            r"<[a-zA-Z/!%]|&[a-z]+;|javascript|function\s*\(|<%|ICP备|版权所有|网站地图|当前位置|查看原文|\|\s*隐私",
            document.text,
        )
        assert_led_back(document, (folder / document.id).read_bytes())


def test_sentences_are_untouched() -> None:
    path = shared("gold") / "sentences.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    read = {document.id: document for document in documents(path)}
    for row in rows:
        assert squeezed(read[row["id"]].text) == squeezed(row["text"])
        assert str(read[row["id"]].day) == row["published"]


# --- what a page's text is ---------------------------------------------------------------------------


@settings(deadline=None)  # the machine may be busy
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "",
                    "<b>",
                    "</b>",
                    "<br>",
                    "<p>",
                    "</li>",
                    "<td>",
                    "&nbsp;",
                    "<!-- x -->",
                    "<script>1<2</script>",
                ]
            ),
            st.text(alphabet="甲乙，。；　 a1&<>\n\u200b𠮷é", max_size=12),
        ),
        max_size=12,
    )
)
def test_no_character_is_lost_or_misplaced(parts: list[tuple[str, str]]) -> None:
    words = [html.escape(text) for _, text in parts]
    inner = "".join(tag + word for (tag, _), word in zip(parts, words, strict=True))
    data = f"<div>{PROSE}{inner}<p>{MORE}</div>".encode()
    document = one(data)
    assert_led_back(document, data)
    assert document.text.startswith(PROSE)
    assert MORE in document.text


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "replace")
    for name in ("a.html", "a.md", "a.txt", "a.jsonl"):
        for item in read_bytes(data, name):
            if isinstance(item, Document):
                assert_led_back(item, data)
            else:
                assert "\n" not in item.message


@settings(deadline=None)  # the machine may be busy
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("a.html", "a.md.gz", "a.txt", "a.jsonl"):
        for item in read_bytes(data, name):
            assert isinstance(item, Document | Skipped)


def test_blocks_are_lines_of_the_text() -> None:
    document = one(f"<h2>一、数据</h2><p>　　{PROSE}</p><ul><li>{MORE}</li></ul>")
    assert document.text.split("\n") == [block.span.of(document.text) for block in document.blocks]
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "item"]


def test_white_space_is_tidied_and_entities_are_read() -> None:
    document = one(f"<p>&emsp;&#12288;{PROSE[:8]}\n   {PROSE[8:]}A&amp;B &nbsp; C&#x4E2D;&#0;\u200b国</p>")
    assert document.text == f"{PROSE}A&B C中国"


def test_byte_range_of_an_entity_is_the_entity() -> None:
    data = f"<p>{PROSE}A&amp;B</p>".encode()
    document = one(data)
    assert document.source_map is not None
    start, end = document.source_map.byte_range(Span(len(PROSE) + 1, len(PROSE) + 2))
    assert data[start:end] == b"&amp;"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("<p><strong>稳住基本盘</strong></p>", True),
        ("<p>稳住基本盘</p>", True),
        ("<p>订单从哪里来？</p>", True),
        ("<p>二、重点任务</p>", True),
        ("<p>园区负责人这样说。</p>", False),
        ("<p>各区人民政府：</p>", False),
        ("<p>云政发〔2021〕19号</p>", False),
        ("<p>（本文有删节）</p>", False),
        ("<p><strong>记者：平台何时启用？</strong></p>", False),
        (f"<p><strong>{MORE * 2}</strong></p>", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    document = one(f"<div><p>{PROSE}</p>{line}<p>{MORE}{PROSE}</p></div>")
    assert (document.blocks[1].kind == "heading") is heading


def test_stock_marks_cover_the_linked_words() -> None:
    page = (
        "<p>　　<span id='stock_sh600000'><a href='https://finance.sina.com.cn/realstock/company/sh600000/nc.shtml'>"
        f"甲银行</a></span><span id='quote_sh600000'></span>股份公司说，{PROSE}</p>"
    )
    (mark,) = one(page).marks
    assert (mark.kind, mark.value, mark.span.of(one(page).text)) == ("ticker", "sh600000", "甲银行")


# --- encodings -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "page", [f"<html><body><p>{PROSE}</p></body></html>", f"<p>{PROSE}", f"\n<p>{PROSE * 90}"]
)
def test_utf16_without_a_mark(page: str, encoding: str) -> None:
    document = one(page.encode(encoding))
    assert document.text.startswith(PROSE)
    assert_led_back(document, page.encode(encoding))


def test_wide_text_without_any_tag() -> None:
    assert one(PROSE.encode("utf-16-le"), "a.txt").text == PROSE
    assert "binary" in refused(bytes(range(32)) * 64)


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "GB18030", "utf-8", ""])
def test_gb18030_under_any_name(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{PROSE}喆堃㐀</p></body></html>'
    document = one(page.encode("gb18030"))
    assert document.text == f"{PROSE}喆堃㐀"
    assert_led_back(document, page.encode("gb18030"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks(encoding: str) -> None:
    data = f"<p>{PROSE}</p>".encode(encoding)
    assert one(data).text == PROSE
    assert_led_back(one(data), data)


def test_a_broken_character_is_named_with_its_place() -> None:
    data = f"<p>{PROSE}".encode() + b"\xe4\xb8" + f"{MORE}</p>".encode()
    document = one(data)
    assert document.text == PROSE + MORE
    assert document.notes == (
        f"left out the undecodable bytes e4 b8 at byte {len(PROSE.encode()) + 3} (utf-8)",
    )
    assert_led_back(document, data)


def test_undecodable_bytes_are_an_error_with_offset() -> None:
    bad = b"\xff\xe4\xe4 " * 40
    message = refused(b'<meta charset="utf-8"><p>' + bad)
    assert "at 25" in message
    assert "UTF-8" in message


# --- what gives no article -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.html", b"", "empty"),
        ("a.html", b"  \n ", "empty"),
        ("a.html", b"%PDF-1.4 x", "PDF"),
        ("a.txt", bytes(range(256)) * 8, "binary"),
        ("a.html", "<ul><li><a href='x'>首页</a></li></ul>", "no article text"),
        ("a.docx", b"x", "suffix"),
        ("a.html.gz", b"no gzip", "gzip"),
        ("a.html.gz", gzip.compress(b"x" * 999)[:-9], "gzip"),
        ("a.html.gz", gzip.compress(gzip.compress(b"x")), "gzipped twice"),
        ("a.jsonl", "[1, 2]", '"text"'),
        ("a.jsonl", '{"id": 1}', '"text"'),
        ("a.jsonl", '{"text": " "}', "empty"),
        ("a.jsonl", '{"text": ', "JSON"),
        ("a.jsonl", '{"text": "甲"}'.encode("gb18030"), "UTF-8"),
        ("a.jsonl", "[" * 60_000, "no JSON|nested"),
        ("a.jsonl", b"\n\n", "no rows"),
    ],
)
def test_messages(name: str, data: str | bytes, part: str) -> None:
    assert re.search(part, refused(data, name))


def test_limits() -> None:
    page = f"<p>{PROSE}</p>"
    assert "--max-bytes" in refused(page, max_bytes=50)
    assert "--max-bytes" in refused(
        gzip.compress(b"<p>" + b"x" * 10_000_000), "a.html.gz", max_bytes=1_000_000
    )
    assert "--max-text" in refused(page, max_text=10)
    assert "--max-tags" in refused("<p>甲" * 200, max_tags=100)
    assert one("<div>" * 50 + page, max_depth=10).text == PROSE
    rows = json.dumps({"text": PROSE}) + "\n"
    read = read_bytes((rows * 3).encode(), "a.jsonl", limits=Limits(max_file_bytes=len(rows) + 1))
    assert [type(item) for item in read] == [Document, Document, Skipped]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 60_000 + PROSE,
        "<p><font>" * 30_000 + PROSE,
        "<dl>" + "<dd>" * 30_000 + PROSE,
        "<table>" + "<tr><td>" * 30_000 + PROSE,
        "<p>" + PROSE + "&amp;" * 60_000,
        "<p>" + PROSE + "&nbsp;" * 60_000 + "\0",
        "<p>" + PROSE + "</p>" + "<!-- " * 60_000,
        "<p>" + PROSE + "</p>" + "<a " * 200_000,
        "<p>" + PROSE + "</p>" + "<% " * 200_000,
        "<p>" + PROSE + "</p>" + '<a ="' * 200_000,
        "<p>" + PROSE + "</p>" + "</div>" * 60_000,
        "<base href='javascript:x'><p>" + PROSE + "<a href='javascript:y'>",
    ],
    ids=range(12),
)
def test_hostile_pages_are_read_in_time(page: str) -> None:
    assert one(page).text.startswith(PROSE)


# --- front matter, rows ----------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n", "\r\n"])
def test_front_matter_after_marks_and_blank_lines(start: str) -> None:
    document = one(f"{start}---\ntitle: '甲：乙'\ndate: 2022-01-14 23:30:00\n---\n{PROSE}\n", "a.md")
    assert document.meta.title == "甲：乙"
    assert document.meta.published == datetime.fromisoformat("2022-01-14T23:30:00+08:00")
    assert document.text == PROSE


@pytest.mark.parametrize(
    "head", ["title: 甲: 乙", "title: @甲", "title: [甲", "- 甲\n- 乙: : x\ntitle: 甲", "\ttitle: 甲"]
)
def test_broken_front_matter_keeps_the_article(head: str) -> None:
    document = one(f"---\n{head}\n---\n{PROSE}\n", "a.md")
    assert document.text == PROSE
    assert len(document.notes) == 1
    assert "line by line" in document.notes[0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Fri, 14 Jan 2022 00:19:05 GMT", "2022-01-14T00:19:05+00:00"),
        ("2022-01-14T08:19:05Z", "2022-01-14T08:19:05+00:00"),
        ("2022-01-14 08:19:05 +0900", "2022-01-14T08:19:05+09:00"),
        ("2022-01-14", "2022-01-14T00:00:00+08:00"),
        ("2022年1月14日 08:19", "2022-01-14T08:19:00+08:00"),
        ("2022/1/14 8:19", "2022-01-14T08:19:00+08:00"),
        ("2022年1月14日 星期五 下午3:05", "2022-01-14T15:05:00+08:00"),
        ("1/14/2022 8:19:05 PM", "2022-01-14T20:19:05+08:00"),
        ("01/14/2022 12:05 AM", "2022-01-14T00:05:00+08:00"),
        ("Jan 14, 2022 08:19", "2022-01-14T08:19:00+08:00"),
        ("January 14th, 2022", "2022-01-14T00:00:00+08:00"),
        ("1642119545", "2022-01-14T08:19:05+08:00"),
        ("20220114", "2022-01-14T00:00:00+08:00"),
        ("2022-13-45", None),
        ("2022-02-30", None),
        ("昨天", None),
    ],
)
def test_times(written: str, read: str | None) -> None:
    (item,) = read_bytes(json.dumps({"text": PROSE, "published": written}).encode(), "a.jsonl")
    assert isinstance(item, Document)
    assert item.meta.published == (datetime.fromisoformat(read) if read else None)


def test_rows() -> None:
    rows = [
        {"id": "甲", "text": f'  {PROSE}\n\n{MORE}\t"完"', "title": "题", "published": "2022-01-14"},
        {"text": f"<p>{PROSE}</p><p>&amp;{MORE}</p>", "id": 7},
        {"text": PROSE},
        {"id": "甲", "text": MORE},
    ]
    lines = [json.dumps(row, ensure_ascii=bool(i % 2)) for i, row in enumerate(rows)]
    data = "\r\n".join(["\ufeff" + lines[0], "", "{broken", *lines[1:]]).encode()
    read = read_bytes(data, "a.jsonl")
    first, broken, second, third, fourth = read
    assert isinstance(broken, Skipped)
    assert broken.where == "a.jsonl:3"
    documents = [item for item in (first, second, third, fourth) if isinstance(item, Document)]
    assert [document.id for document in documents] == ["甲", "7", "a.jsonl:5", "甲"]
    assert documents[0].text == f'{PROSE}\n{MORE} "完"'
    assert documents[0].meta.title == "题"
    assert documents[1].text == f"{PROSE}\n&{MORE}"
    for document in documents:
        assert_led_back(document, data)


def test_half_a_surrogate_pair_is_left_out_and_named() -> None:
    data = f'{{"text": "{PROSE}\\ud83d\\ud83d\\ude00{MORE}"}}'.encode()
    (item,) = read_bytes(data, "a.jsonl")
    assert isinstance(item, Document)
    assert item.text == f"{PROSE}😀{MORE}"
    assert "surrogate" in item.notes[0]
    assert_led_back(item, data)


# --- paths -------------------------------------------------------------------------------------------------


def page_of(title: str, *lines: str) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html><head><title>{title}</title></head><body><div>{body}</div></body></html>".encode()


def test_a_folder_is_read_in_order_under_distinct_names(tmp_path: Path) -> None:
    for name in ("b/same.html", "a/same.html", "z.txt", "c.html.gz", "d.png", ".hidden/x.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        data = page_of(name, PROSE)
        path.write_bytes(
            gzip.compress(data) if name.endswith(".gz") else data if name.endswith("html") else PROSE.encode()
        )
    read = list(read_paths([tmp_path]))
    passed, *documents = read
    assert isinstance(passed, Skipped)
    assert not passed.failed
    assert "1 other files" in passed.message
    assert [item.id for item in documents if isinstance(item, Document)] == [
        "a/same.html",
        "b/same.html",
        "c.html.gz",
        "z.txt",
    ]
    again = [item.id for item in read_paths([tmp_path, tmp_path / "z.txt"]) if isinstance(item, Document)]
    assert len(again) == 4


def test_globs_and_explicit_files(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.pdf"):
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    assert [item.id for item in read_paths([str(tmp_path / "*.txt")]) if isinstance(item, Document)] == [
        "a.txt",
        "b.txt",
    ]
    cases = {"c.pdf": "suffix", "no.txt": "does not exist", "*.md": "matches no file"}
    for name, part in cases.items():
        (item,) = read_paths([str(tmp_path / name)])
        assert isinstance(item, Skipped)
        assert part in item.message
        assert name in item.where
    (tmp_path / "empty").mkdir()
    (item,) = read_paths([tmp_path / "empty"])
    assert isinstance(item, Skipped)
    assert "no articles" in item.message


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "b.html").write_bytes(b"")
    (tmp_path / "c.html").write_bytes(page_of("丙", PROSE))
    kinds = [type(item) for item in read_paths([tmp_path])]
    assert kinds == [Skipped, Skipped, Document]


@pytest.mark.parametrize(
    "data",
    [
        page_of("甲", PROSE),
        f"---\ntitle: 甲\n---\n{PROSE}".encode(),
        json.dumps({"id": "stdin", "text": PROSE}).encode(),
        PROSE.encode(),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_standard_input(data: bytes, packed: bool) -> None:
    (item,) = read_paths(["-"], stdin=BytesIO(gzip.compress(data) if packed else data))
    assert isinstance(item, Document)
    assert (item.id, item.text) == ("stdin", PROSE)


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_lines_that_a_folders_pages_repeat_are_dropped(tmp_path: Path, suffix: str) -> None:
    slogan, button = "本台坚持服务本地企业，欢迎各界朋友来信来访。", "精彩专栏"
    for number in range(4):
        lines = (f"{number}号：{PROSE}", button, f"{MORE}（{number}）", slogan)
        (tmp_path / f"{number}{suffix}").write_bytes(page_of(f"第{number}页", *lines))
    for item in read_paths([tmp_path]):
        assert isinstance(item, Document)
        assert item.text.count("\n") == 1 + (button in item.headings)
        assert slogan in item.dropped
        assert slogan not in item.text


def test_reports_that_sites_share_are_kept(tmp_path: Path) -> None:
    shared_line = f"记者获悉，{PROSE}"
    for number in range(4):
        first, last = f"{number}台讯：{MORE}{'又讯。' * number}", f"第{number}台将继续关注{PROSE}"
        (tmp_path / f"{number}.html").write_bytes(page_of(f"第{number}页", first, shared_line, last))
    for item in read_paths([tmp_path]):
        assert isinstance(item, Document)
        assert len(item.paragraphs) == 3
        assert item.dropped == ()


def test_copies_of_one_article_are_not_boilerplate(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.html").write_bytes(page_of("甲", PROSE, MORE))
    assert [item.text for item in read_paths([tmp_path]) if isinstance(item, Document)] == [
        f"{PROSE}\n{MORE}"
    ] * 4


PRINTED = """
        证券代码：300871        证券简称：甲乙科技        公告编号：2022-035

                    甲乙科技股份有限公司关于股份质押的公告

    甲乙科技股份有限公司（以下简称“公司”）近日接到控股股东丙丁集团有限公司通知，获悉

其所持公司的部分股份已办理质押，本次质押的股份数量为一千二百万股，质权人为某银行股份有

限公司宁州分行，质押期限为一年，自办理登记之日起计算。

    截至本公告披露日，丙丁集团有限公司持有公司股份四千万股，其所持股份累计被质押的数量

为二千万股，占其所持股份的一半。
"""


@pytest.mark.parametrize("text", [PRINTED, PRINTED.replace("\n\n", "\n")])
def test_printed_lines_are_one_paragraph(text: str) -> None:
    read = one(text, "page.md").text.split("\n")
    assert read[0].endswith("2022-035")
    assert any(line.startswith("甲乙科技股份有限公司（") and line.endswith("计算。") for line in read)
    assert any(line.startswith("截至") and line.endswith("一半。") for line in read)


def test_a_printed_line_goes_on_where_a_bracket_is_open() -> None:
    parted = PRINTED.replace("（以下简称“公司”）近日", "（以\n下简称“公司”\n）近日")
    text = (PRINTED + parted).replace("\n\n", "\n")
    assert one(text, "page.md").text.count("（以下简称“公司”）近日接到") == 2


def test_short_paragraphs_are_no_printed_lines() -> None:
    text = "\n\n".join(f"{PROSE}{MORE}" for _ in range(3))
    assert one(text, "page.txt").text.count("\n") == 2


def test_a_name_above_a_life_is_no_author() -> None:
    """The line above a birth is whose life it is; above news it is who wrote that."""
    life = one(
        json.dumps({"text": "罗云锦\n\n1957年3月生于苏州，1981年毕业于东湖大学，现居宁州。"}), "page.jsonl"
    )
    news = one(
        json.dumps({"text": "罗云锦\n\n昨天，宁州市召开大会，东湖大学等单位的代表出席会议。"}), "page.jsonl"
    )
    assert (life.meta.author, life.text[:3]) == (None, "罗云锦")
    assert news.meta.author == "罗云锦"
