"""Measure reading in megabytes of HTML a CPU-second.

    python benchmarks/reading.py [FOLDER…]

measures a portal page made here, the skeletons of tests/pages, and the files of each FOLDER (for
instance ../shared/raw ../shared/pages ../shared/articles), all held in memory. Each figure is the
best of seven runs. For the portal page it also tells what Beautiful Soup alone takes for the tree of
the page, the floor under any reader that uses it, and how many tags a kilobyte has.
"""

import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from kg.reading import read_bytes
from kg.reading.files import SUFFIXES

RUNS = 7
SKELETONS = Path(__file__).resolve().parents[1] / "tests" / "pages" / "skeletons.toml"


def portal() -> str:
    """Return a page of a hundred kilobytes: menus, scripts, an article of 25 paragraphs, ranked links."""
    menu = "".join(f'<li class="item"><a href="//news.example/c{i}/">频道{i}</a></li>' for i in range(200))
    ranks = "".join(
        f'<div class="rank"><span class="num">{i}</span><a href="//news.example/2022/{i}.shtml" '
        f'title="某市公布第{i}季度的数据">某市公布第{i}季度的数据，多项指标回升</a></div>'
        for i in range(250)
    )
    script = "<script>(function(){var q=window.q||[];" + "q.push({a:1,b:'<p>'});" * 40 + "})();</script>"
    text = "".join(
        f'<p>　　第{i}项：某市高新区昨日公布数据，工业增加值同比增长{i}%，<span id="stock_sh600{i:03}">'
        f'<a href="//finance.sina.com.cn/realstock/company/sh600{i:03}/nc.shtml">某公司</a></span>'
        "高于全市平均水平，负责人表示，下半年将继续引进研究机构，并为中小企业减免租金。</p>\n"
        for i in range(25)
    )
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>某市公布数据_财经_某网</title>'
        f"<style>{'.a{color:red}' * 300}</style>{script * 20}</head>"
        f"<body><div class='nav'><ul>{menu}</ul></div>"
        "<h1>某市公布数据</h1><div class='info'>2022年01月14日 08:19 来源：某报</div>"
        f"<div class='article'>{text}<p>责任编辑：某人</p></div><div class='side'>{ranks}</div></body></html>"
    )


def skeletons() -> list[tuple[str, bytes]]:
    """Return the pages of the tests, with their texts put in."""
    raw = tomllib.loads(SKELETONS.read_text(encoding="utf-8"))
    pages = []
    for page in raw["page"]:
        html = page["html"]
        for key, text in raw["texts"].items():
            html = html.replace(f"{{{key}}}", text)
        name = page.get("file", f"{page['name']}.html")
        pages.append((name, html.encode(page.get("encoding", "utf-8"))))
    return pages


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of the fastest run."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def measure(name: str, pages: list[tuple[str, bytes]]) -> None:
    """Print the speed of reading ``pages``."""
    size = sum(len(data) for _, data in pages) / 1e6
    spent = seconds(lambda: [read_bytes(data, file) for file, data in pages])
    sys.stdout.write(f"{name}: {len(pages)} pages, {size:.2f} MB, {size / spent:.1f} MB a CPU-second\n")


def main(folders: list[str]) -> None:
    """Print one line for each set of pages, then the floor."""
    page = portal()
    measure("portal page", [("portal.html", page.encode())])
    measure("skeletons", skeletons())
    for folder in folders:
        files = [path for path in sorted(Path(folder).iterdir()) if path.suffix in SUFFIXES]
        measure(folder, [(path.name, path.read_bytes()) for path in files])
    size = len(page.encode()) / 1e6
    tree = size / seconds(lambda: BeautifulSoup(page, "lxml"))
    tags = page.count("<") / size / 1e3
    sys.stdout.write(f"Beautiful Soup's tree alone: {tree:.1f} MB a CPU-second at {tags:.0f} tags a kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
