"""How fast the explorer draws: time to the first picture and frames a second, beside cytoscape.js.

    python benchmarks/pictures.py [NODES EDGES] [--alone]

needs ``pip install -e '.[test]'``, chromium, and ``npm ci --prefix web``. The graph is made (seeded, by
preferential attachment); both pages get the same record, places, sizes and colours from the same server,
and the same wheel turns and drags. The time is from the start of the navigation to the first picture.
Frames are those that the browser drew on the screen while the picture was moved (``DrawFrame`` in its
trace), 60 a second at most; the moves sent are counted too, since a page that is busy takes fewer. The
pages take turns, so that what else the machine does meets all of them; figures are medians of three turns.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from kg.contribution import Contribution
from kg.document import Span
from kg.explorer import Explorer
from kg.export import write_build
from kg.graph import Graph
from kg.model import Entity, Evidence, Fact, MentionType
from kg.web.queries import Queries
from kg.web.server import serve
from kg.web.site import Reply, Request, Site

ROOT = Path(__file__).resolve().parents[1]
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--enable-unsafe-swiftshader",
]  # fmt: skip
TYPES = (MentionType.ORG, MentionType.ORG, MentionType.PERSON, MentionType.PLACE, MentionType.PARK)
LETTERS = "江海云山天河新华东方中远光明长安北辰南岭西川金石青松白鹭星海明月"
ROUNDS = 3
SECONDS = 6


def made_graph(nodes: int, edges: int) -> Graph:
    """Return a graph of so many things and ties, the same one each time."""
    chance = random.Random(7)
    names = [f"{''.join(chance.choices(LETTERS, k=3))}{number}号" for number in range(nodes)]
    ends = list(range(nodes))  # each once, and again with each tie: those with ties get more
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < edges:
        # Most ties stay near, so that there are communities to be seen.
        one = chance.choice(ends)
        near = chance.random() < 0.85
        other = min(nodes - 1, max(0, one + chance.randint(-30, 30))) if near else chance.choice(ends)
        if one != other and (one, other) not in pairs and (other, one) not in pairs:
            pairs.add((one, other))
            ends += [one, other]
    graph = Graph()
    ordered = sorted(pairs)
    for start in range(0, len(ordered), 20):
        text, entities, facts = "", {}, []
        for one, other in ordered[start : start + 20]:
            for number in (one, other):
                entities.setdefault(number, Entity(str(number), names[number], TYPES[number % len(TYPES)]))
            sentence = f"{names[one]}与{names[other]}合作。"
            span = Span(len(text), len(text) + len(sentence))
            text += sentence
            evidence = Evidence(f"{start}.txt", span, sentence, "made")
            facts.append(Fact(entities[one], "cooperates_with", entities[other], evidence, "合作"))
        graph.put(Contribution(f"{start}.txt", text, entities=tuple(entities.values()), facts=tuple(facts)))
    return graph


class Bench(Site):
    """The explorer's server, and a page of cytoscape.js beside it."""

    def __init__(self, explorer: Explorer, queries: Queries, script: bytes) -> None:
        """Serve ``script`` beside the explorer."""
        super().__init__(explorer, queries)
        page = b'<!doctype html><meta charset="utf-8"><script type="module" src="cytoscape.js"></script>'
        self._more = {"/cytoscape": ("text/html", page), "/cytoscape.js": ("text/javascript", script)}

    def reply(self, request: Request) -> Reply:
        """Answer for both pages."""
        if request.target in self._more:
            media_type, body = self._more[request.target]
            return Reply(200, media_type, body, {})
        return super().reply(request)


def measured(browser: Browser, page: Page, address: str) -> tuple[float, float, float]:
    """Return seconds to the first picture; frames and moves a second while it is moved."""
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("body[data-drawn]", state="attached", timeout=120_000)
    first = float(page.evaluate("Number(document.body.dataset.drawn)")) / 1000
    time.sleep(1)
    browser.start_tracing(page=page, categories=["disabled-by-default-devtools.timeline.frame"])
    moves = 0
    started = time.monotonic()
    page.mouse.move(560, 420)
    while time.monotonic() - started < SECONDS:
        for delta in (-240, -240, 240, 240):
            page.mouse.wheel(0, delta)
        page.mouse.down()
        page.mouse.move(660, 480, steps=8)
        page.mouse.move(560, 420, steps=8)
        page.mouse.up()
        moves += 20
    seconds = time.monotonic() - started
    trace = json.loads(browser.stop_tracing())
    frames = sum(event["name"] == "DrawFrame" for event in trace["traceEvents"])
    return first, frames / seconds, moves / seconds


def redrawn(page: Page, address: str) -> float:
    """Return the seconds from a change of the explorer's address to the picture of it."""
    return float(
        page.evaluate(
            """async (address) => {
                const before = document.body.dataset.drawn, started = performance.now();
                location.href = address;
                while (document.body.dataset.drawn === before) await new Promise(requestAnimationFrame);
                await new Promise(requestAnimationFrame);
                return (performance.now() - started) / 1000;
            }""",
            address,
        )
    )


def main() -> None:
    """Measure and print a row for each page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("nodes", nargs="?", type=int, default=5000)
    parser.add_argument("edges", nargs="?", type=int, default=10000)
    parser.add_argument("--alone", action="store_true", help="measure the explorer alone")
    sizes = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    esbuild = ROOT / "web" / "node_modules" / ".bin" / "esbuild"
    options = ["--bundle", "--minify", "--format=esm", "--log-level=error"]
    script = subprocess.run(
        [esbuild, ROOT / "benchmarks" / "pictures.mjs", *options],
        env=os.environ | {"NODE_PATH": str(ROOT / "web" / "node_modules")},
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    graph = made_graph(sizes.nodes, sizes.edges)
    started = time.monotonic()
    network = graph.network()
    laid_out = time.monotonic() - started
    print(f"{len(network.nodes)} nodes, {len(network.edges)} edges; laid out in {laid_out:.1f} s")
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write_build(graph, Path(folder))
        queries = Queries(Path(folder), graph.base)
        server = serve(Bench(Explorer(graph), queries, script), "127.0.0.1", 0)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(base)  # so that the server has packed the record for all
        page.wait_for_selector("body[data-drawn]", state="attached", timeout=120_000)
        paths = {"explorer (sigma)": "#/graph"}
        if not sizes.alone:
            paths |= {"cytoscape": "cytoscape", "cytoscape, hiding on moves": "cytoscape#tuned"}
        turns = [
            {name: measured(browser, page, base + path) for name, path in paths.items()}
            for _ in range(ROUNDS)
        ]
        print(f"{'page':28}{'first picture':>15}{'frames/s':>10}{'moves/s':>9}")
        for name in paths:
            rounds = [turn[name] for turn in turns]
            first, frames, moves = (statistics.median(values) for values in zip(*rounds, strict=True))
            print(f"{name:28}{first:13.2f} s{frames:10.1f}{moves:9.1f}")
        page.goto(f"{base}#/graph")
        page.wait_for_selector("body[data-drawn]", state="attached", timeout=120_000)
        thing = quote(max(network.nodes, key=lambda node: int(node.data["degree"])).id.removeprefix("e/"))
        for what, path in (("a thing opened", f"entity/{thing}"), ("the whole picture again", "graph")):
            seconds = []
            for turn in range(ROUNDS):  # another filter each time, so that it is drawn anew
                page.evaluate("location.hash = '#/article/none'")
                page.wait_for_timeout(500)
                seconds.append(redrawn(page, f"{base}#/{path}?confidence=0.{turn}"))
            print(f"{what:28}{statistics.median(seconds):13.2f} s")
        browser.close()
        server.shutdown()
        queries.close()


if __name__ == "__main__":
    main()
