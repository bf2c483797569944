"""Write docs/cookbook.md and tests/answers/: the queries of ontology/queries with their answers on corpus/.

    python tools/cookbook_page.py

Run it when a query, a rule or a table has changed what is found, and read the difference.
"""

import csv
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.cookbook import Recipe, load_recipes
from kg.pipeline import Options, build
from kg.store import Store

ROOT = Path(__file__).resolve().parents[1]
ANSWERS = ROOT / "tests" / "answers"
PAGE = ROOT / "docs" / "cookbook.md"
SHOWN = 5
HEAD = """\
# Cookbook 查询手册

Made from `ontology/queries/*.rq` and their answers on `corpus/` by `python tools/cookbook_page.py`; change
those.

Ask one by its name, `kg query out/ leaders --format table`, or send the file to any SPARQL 1.1 endpoint:
every prefix is declared. `kg query out/` lists them. Up to five rows of each answer are shown; all are in
`tests/answers`.
"""


def answers(corpus: Path) -> dict[str, str]:
    """Build the graph of ``corpus`` and return each query's answer as CSV, by the query's name."""
    with tempfile.TemporaryDirectory() as folder:
        build([str(corpus)], Path(folder), Options(), workers=1)
        store = Store()
        for file in ("graph.ttl", "kg.ttl"):
            store.load(Path(folder) / file)
    return {recipe.name: store.text(recipe.query) for recipe in load_recipes().values()}


def page(found: Mapping[str, str]) -> str:
    """Return the page as Markdown."""
    recipes = load_recipes().values()
    links = [f"- [{recipe.title_en}](#{recipe.name}) {recipe.title_zh}" for recipe in recipes]
    sections = [line for recipe in recipes for line in _section(recipe, found[recipe.name])]
    return "\n".join([HEAD, *links, "", *sections])


def _section(recipe: Recipe, answer: str) -> Iterator[str]:
    head, *rows = csv.reader(answer.splitlines())
    _, _, query = recipe.query.split("\n", 2)
    yield f"## {recipe.name}\n\n{recipe.title_en}. {recipe.title_zh}。\n"
    yield f"```sparql\n{query.strip()}\n```\n"
    if not rows:
        yield "No row on `corpus/`.\n"
        return
    for row in (head, ["---"] * len(head), *rows[:SHOWN]):
        yield f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in row)} |"
    yield f"\n{len(rows)} rows.\n" if len(rows) > SHOWN else ""


if __name__ == "__main__":
    found = answers(ROOT / "corpus")
    ANSWERS.mkdir(exist_ok=True)
    for old in ANSWERS.glob("*.csv"):
        old.unlink()
    for name, answer in found.items():
        (ANSWERS / f"{name}.csv").write_text(answer.replace("\r\n", "\n"), encoding="utf-8")
    PAGE.write_text(page(found), encoding="utf-8")
