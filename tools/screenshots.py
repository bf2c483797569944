"""Take the pictures of docs/pictures.md again: the corpus built, served, and looked at in chromium.

    python tools/screenshots.py docs/pictures

needs ``pip install -e '.[test]'`` and chromium.
"""

import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from kg.explorer import Explorer
from kg.graph import Graph
from kg.pipeline import Options, build
from kg.plot import write_picture
from kg.saved import load_graph
from kg.selection import Selection, select
from kg.web.queries import Queries
from kg.web.server import serve
from kg.web.site import Site

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-unsafe-swiftshader",
]  # fmt: skip
WIDE, NARROW = {"width": 1280, "height": 760}, {"width": 390, "height": 760}
THING = "贵安新区"
QUERY = "SELECT ?person ?title ?body WHERE { ?s rdf:predicate kg:post ; rdf:subject ?person ; " \
    "rdf:object ?body ; org:role/rdfs:label ?title } ORDER BY ?body LIMIT 12"  # fmt: skip


def sentence_of(graph: Graph) -> str:
    """Return the address of a planned statement that somebody said."""
    told = next(one for one in graph.statements if one.speaker and one.status == "planned")
    local = told.iri.removeprefix(graph.base)
    return f"#/article/{quote(told.articles[0])}?statement={quote(local, safe='')}"


def main(folder: Path) -> None:
    """Write the pictures into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as out, sync_playwright() as playwright:
        build([str(CORPUS)], Path(out), Options())
        graph = load_graph(Path(out))
        queries = Queries(Path(out), graph.base)
        server = serve(Site(Explorer(graph), queries), "127.0.0.1", 0)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=FLAGS
        )
        for name, hash_, locale, colours, window in (
            ("graph", "#/graph", "zh-CN", "light", WIDE),
            ("entity", f"#/entity/{quote(THING)}?hops=2", "zh-CN", "light", WIDE),
            ("sentence", sentence_of(graph), "zh-CN", "light", WIDE),
            ("dark", sentence_of(graph), "en", "dark", WIDE),
            ("query", f"#/query?q={quote(QUERY)}", "zh-CN", "light", WIDE),
            ("narrow", f"#/entity/{quote(THING)}", "zh-CN", "light", NARROW),
        ):
            page = browser.new_page(viewport=window, locale=locale, color_scheme=colours)  # type: ignore[arg-type]
            page.goto(base + hash_)
            page.wait_for_selector(".answer table" if name == "query" else "body[data-drawn]")
            page.wait_for_timeout(1500)
            page.screenshot(path=folder / f"{name}.png")
            page.close()
        browser.close()
        server.shutdown()
        queries.close()
        write_picture(select(graph, Selection(ego=THING, hops=2)), folder / "plot.png", width=9, dpi=90)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
