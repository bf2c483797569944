"""The explorer in a real browser: what a reader does with it, and what an article cannot do in it."""

import os
import shutil
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from explorer_cases import ARTICLE, FOUR_BYTES, PAYLOADS, explorer_graph, served

from kg.export import write_graph

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-unsafe-swiftshader",
]  # fmt: skip
SENTENCE = "海棠高新区管委会主任林晓舟表示，要把海棠高新区建成国内领先的创新高地。"

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no chromium here: apt-get install chromium")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator["sync_api.BrowserContext"]:
    profile = tmp_path_factory.mktemp("profile")
    with sync_api.sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=FLAGS, locale="zh-CN",
            viewport={"width": 1280, "height": 800}, color_scheme="light",
        )  # fmt: skip
        yield context
        context.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("out")) as at:
        yield at


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    write_graph(explorer_graph(), path, "html")
    return path.as_uri()


@pytest.fixture
def page(browser: "sync_api.BrowserContext") -> Iterator["sync_api.Page"]:
    """Return a page; no script may fail in it, and it may ask no other address than its own."""
    page = browser.new_page()
    page.set_default_timeout(8000)
    faults: list[str] = []
    strangers: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: strangers.append(request.url) if _is_strange(request.url) else None)
    yield page
    assert page.evaluate("window.ran") is None
    page.close()
    assert faults == []
    assert strangers == []


def _is_strange(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "file:///", "data:,", "blob:"))


def opened(page: "sync_api.Page", address: str, hash_: str = "") -> None:
    page.goto("about:blank")
    page.goto(address + hash_)
    page.wait_for_selector("#panel h1, #panel .missing")


def title(page: "sync_api.Page") -> str:
    return str(page.inner_text("#panel h1"))


def facts(page: "sync_api.Page") -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".fact .what").all_inner_texts()]


@pytest.mark.parametrize("words", ["海棠", "htgx", "海高新"], ids=["name", "pinyin", "alias"])
def test_a_name_is_found_and_opened_by_keyboard(page: "sync_api.Page", address: str, words: str) -> None:
    opened(page, address)
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_selector("#hits li")
    page.keyboard.press("Enter")
    sync_api.expect(page.locator("#panel h1")).to_contain_text("海棠高新区")
    assert "#/entity/" in page.url


def test_an_entity_shows_names_facts_and_articles(page: "sync_api.Page", address: str) -> None:
    opened(page, address, f"#/entity/{quote('海棠高新区')}")
    text = page.inner_text("#panel")
    for shown in (
        "海棠高新区",
        "园区",
        "海高新",
        "位于 青溪市",
        "生产总值 56.3亿元",
        "2021-01-01/2021-09-30",
    ):
        assert shown in text
    assert page.locator("ul.articles li").all_inner_texts() == ["海棠高新区：新的起点 青溪日报 · 2021-10-08"]


def test_an_amount_of_several_times_is_a_chart_whose_points_are_links(
    page: "sync_api.Page", address: str
) -> None:
    opened(page, address, f"#/entity/{quote('云雀科技')}")
    assert page.inner_text("figcaption") == "营收"
    assert page.locator(".chart title").all_text_contents() == ["2020: 1.5亿元", "2021: 2.6亿元"]
    heights = page.locator(".chart circle").evaluate_all(
        "all => all.map((c) => Number(c.getAttribute('cy')))"
    )
    assert heights[0] > heights[1]
    page.locator(".chart a").nth(1).click()
    page.wait_for_selector("mark")
    assert "2021年营收2.6亿元" in page.inner_text("mark")


@pytest.mark.parametrize("from_disk", [False, True], ids=["served", "one file"])
def test_a_click_on_an_edge_shows_its_sentence(
    page: "sync_api.Page", address: str, file: str, from_disk: bool
) -> None:
    opened(page, file if from_disk else address, f"#/entity/{quote('海棠高新区管委会')}")
    page.wait_for_selector("body[data-drawn]")
    page.wait_for_timeout(300)
    ends = ["林晓舟:海棠高新区管委会:主任", "海棠高新区管委会"]
    at = page.evaluate("ids => zhkg.lineBetween(...ids)", ends)
    page.mouse.move(at["x"], at["y"])
    page.mouse.click(at["x"], at["y"])
    page.wait_for_selector("mark")
    statement = page.inner_text(".statement")
    assert page.inner_text("mark") in (SENTENCE, "海棠高新区管委会主任林晓舟介绍，白鹭股份拟收购云雀科技。")
    assert all(
        shown in statement for shown in ("林晓舟", "任职 · 主任", "海棠高新区管委会", "已述", "0.90", "post.")
    )


def test_every_row_leads_to_its_sentence_and_the_address_can_be_reloaded(
    page: "sync_api.Page", address: str
) -> None:
    opened(page, address, f"#/entity/{quote('白鹭股份')}")
    rows = page.locator(".fact", has=page.locator(".chip", has_text="计划"))
    rows.locator("a.sentence").click()
    page.wait_for_selector("mark")
    page.reload()
    page.wait_for_selector("mark")
    assert "白鹭股份拟收购云雀科技。" in page.inner_text("mark")
    assert "说话人" in page.inner_text(".statement")
    assert "林晓舟" in page.inner_text(".statement")


def test_filters_change_picture_and_rows_and_stay_in_the_address(page: "sync_api.Page", address: str) -> None:
    opened(page, address, f"#/entity/{quote('白鹭股份')}")
    before = facts(page)
    assert "收购 云雀科技" in before
    assert not any("合作" in row for row in before)  # denied ties are shown on request
    page.check("#statuses input[name=denied]")
    sync_api.expect(page.locator("#panel")).to_contain_text("合作")
    page.uncheck("#withoutRelations input[name=acquires]")
    sync_api.expect(page.locator("#panel")).not_to_contain_text("收购")
    page.reload()
    page.wait_for_selector("#panel h1")
    assert "合作 云雀科技" in facts(page)
    assert "收购 云雀科技" not in facts(page)


def test_a_query_runs_from_the_box_and_from_its_address(page: "sync_api.Page", address: str) -> None:
    opened(page, address, "#/query")
    page.select_option("#cookbook", "posts")
    page.click("#run")
    page.wait_for_selector(".answer tbody tr")
    table = page.inner_text(".answer")
    assert "林晓舟" in table
    assert "主任" in table
    page.reload()
    page.wait_for_selector(".answer tbody tr")
    assert page.inner_text(".answer") == table
    page.fill("#sparql", "SELECT ?who WHERE { ?who a kg:Person }")
    page.keyboard.press("Control+Enter")
    page.click(".answer a:has-text('林晓舟')")
    sync_api.expect(page.locator("h1")).to_have_text("林晓舟")


def test_statistics_count_what_passes_the_filters(page: "sync_api.Page", address: str) -> None:
    opened(page, address, "#/statistics")
    everything = page.inner_text(".tiles")
    assert "4\n文章" in everything
    articles = page.locator(".chart").first.locator("title").all_text_contents()
    assert articles == ["2021-10: 3", "2021-11: 0", "2021-12: 0", "2022-01: 1"]
    opened(page, address, "#/statistics?status=denied")
    assert "1\n陈述" in page.inner_text(".tiles")


def test_language_and_theme_are_kept(page: "sync_api.Page", address: str) -> None:
    opened(page, address)
    page.click("#language")
    sync_api.expect(page.locator("html")).to_have_attribute("lang", "en")
    page.click("#theme")
    page.reload()
    page.wait_for_selector("#panel h1")
    assert title(page) == "Things with the most statements"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.click("#language")
    page.click("#theme")


def test_a_narrow_window_needs_no_scrolling_sideways(page: "sync_api.Page", address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for hash_ in (
        "#/graph",
        f"#/entity/{quote('海棠高新区')}",
        f"#/article/{quote(ARTICLE, safe='')}",
        "#/statistics",
        f"#/query?q={quote('SELECT * WHERE { ?thing ?says ?what } LIMIT 9')}",
    ):
        opened(page, address, hash_)
        if "query" in hash_:
            page.wait_for_selector(".answer tbody tr")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("from_disk", [False, True], ids=["served", "one file"])
def test_nothing_in_an_article_runs(page: "sync_api.Page", address: str, file: str, from_disk: bool) -> None:
    base = file if from_disk else address
    opened(page, base, f"#/article/{quote(ARTICLE, safe='')}")
    assert title(page) == PAYLOADS[1]
    assert all(payload.strip() in page.inner_text("#panel").replace("\u2028", "") or "\u2028" in payload
               for payload in PAYLOADS)  # fmt: skip
    opened(page, base, f"#/entity/{quote(FOUR_BYTES)}")
    links = page.locator("#panel a")
    assert not [a for a in links.evaluate_all("all => all.map((a) => a.protocol)") if a == "javascript:"]
    assert page.locator("#panel img, #panel iframe, #panel script, #panel svg:not(.chart)").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("<img")
    page.wait_for_selector("#hits li[data-id]")
    page.keyboard.press("Enter")
    sync_api.expect(page.locator("#panel h1")).to_contain_text("<img")
    assert page.locator("#panel img").count() == 0


def test_offsets_count_characters_of_four_bytes_once(page: "sync_api.Page", address: str) -> None:
    opened(page, address, f"#/entity/{quote(FOUR_BYTES)}")
    page.locator(".fact", has_text="简称").locator("a.sentence").click()
    page.wait_for_selector("mark")
    assert page.inner_text("mark") == "第二句说园区。"


def test_what_is_not_there_is_said(page: "sync_api.Page", address: str) -> None:
    opened(page, address, "#/entity/nobody")
    assert "图谱中没有 nobody" in page.inner_text("#panel")
