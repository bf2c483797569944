"""Graphs and a server for the tests of the explorer: ordinary articles, and one that tries to run."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from graph_cases import Story, money_story, park_story

from kg.document import Mark, Metadata
from kg.explorer import Explorer
from kg.export import write_build
from kg.graph import Graph
from kg.model import MentionType
from kg.web.queries import Bounds, Queries
from kg.web.server import serve
from kg.web.site import Site

#: Each would run, or lead to what runs, where a page took it for markup, script or an address.
PAYLOADS = (
    "<img src=x onerror=window.ran=1>",
    "</script><script>window.ran=1</script>",
    "<svg/onload=window.ran=1>",
    "\"'><iframe srcdoc='<script>parent.ran=1</script>'>",
    "]]>--><!--<script>window.ran=1//\u2028",
)
ARTICLE = "../<b>?x&y=#z\"'.md"
FOUR_BYTES = "𠮷野家"


def hostile_story() -> Story:
    """Names, labels, title, addresses and an id made to break out of a page; characters of four bytes."""
    sentence = f"{FOUR_BYTES}说：" + "，".join(PAYLOADS) + "。"
    meta = Metadata(title=PAYLOADS[1], publisher=PAYLOADS[0], url="javascript:window.ran=1")
    story = Story(ARTICLE, sentence, "第二句说园区。", meta=meta)
    place = story.span(PAYLOADS[0])
    object.__setattr__(story.document, "marks", (Mark(place, "link", "javascript:window.ran=1"),))
    names = [story.entity(payload, MentionType.ORG) for payload in PAYLOADS]
    shop = story.entity(FOUR_BYTES, MentionType.ORG)
    for name, payload in zip(names, PAYLOADS, strict=True):
        story.fact(sentence, shop, "cooperates_with", name, payload, rule=payload)
    story.fact(sentence, shop, "says", PAYLOADS[1], PAYLOADS[2])
    story.fact("第二句说园区。", shop, "alias", f"{PAYLOADS[4]}too")
    return story


def growth_story() -> Story:
    """One amount of two years."""
    sentence = "云雀科技2020年营收1.5亿元，2021年营收2.6亿元。"
    story = Story("growth.md", sentence, meta=Metadata(published=datetime(2022, 1, 20, tzinfo=UTC)))
    lark = story.entity("云雀科技", MentionType.ORG)
    for year, text, value in (("2021", "2.6亿元", "260000000"), ("2020", "1.5亿元", "150000000")):
        story.fact(sentence, lark, "metric", story.amount(text, value, "CNY"), "营收", time=year)
    return story


def explorer_graph() -> Graph:
    graph = Graph()
    for story in (park_story(), money_story(), growth_story(), hostile_story()):
        story.add_to(graph)
    return graph


@contextmanager
def served(folder: Path, bounds: Bounds | None = None) -> Iterator[str]:
    """Write the graph to ``folder`` and serve it; give the address."""
    graph = explorer_graph()
    write_build(graph, folder)
    queries = Queries(folder, graph.base, bounds)
    server = serve(Site(Explorer(graph), queries), "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        queries.close()
