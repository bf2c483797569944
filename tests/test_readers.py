"""Readers that others wrote find the same number of triples in every text format."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from graph_cases import small_graph
from test_export import RDF_FORMATS, hostile_graph, rendered

from kg.export import FORMATS, write_graph
from kg.formats.rdf import triple_of
from kg.graph import Graph
from kg.pipeline import Options, build
from kg.saved import load_graph

JS = Path(__file__).parent / "js"
CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def need(program: str, package: str) -> str:
    """Return a program's path, or skip and say what is missing."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"no {program} here: install {package}")
    return path


def ran(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[:2000]
    return done.stdout


def distinct(lines: str) -> int:
    """How many different triples lines of N-Triples or N-Quads have."""
    return len({quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS)})


def by_oxigraph(file: Path, name: str) -> int:
    format_ = {**RDF_FORMATS, "framed": ox.RdfFormat.JSON_LD, "rdfxml": ox.RdfFormat.RDF_XML}[name]
    return len({quad.triple for quad in ox.parse(path=str(file), format=format_)})


def by_rdflib(file: Path, name: str) -> int:
    known = {
        "turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "jsonld": "json-ld",
        "framed": "json-ld", "rdfxml": "xml",
    }  # fmt: skip
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(file, format=known[name])
    return len(set(dataset.triples((None, None, None))))


def by_rapper(file: Path, name: str) -> int:
    known = {
        "turtle": "turtle",
        "ntriples": "ntriples",
        "nquads": "nquads",
        "rdfxml": "rdfxml",
        "trig": "trig",
    }
    program = need("rapper", "Debian's raptor2-utils")
    return distinct(ran(program, "-q", "-i", known[name], "-o", "ntriples", str(file)))


def by_serdi(file: Path, name: str) -> int:
    known = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "trig": "trig"}
    program = need("serdi", "Debian's serdi")
    return distinct(ran(program, "-i", known[name], "-o", "nquads", str(file)))


def by_n3js(file: Path, name: str) -> int:
    known = {
        "turtle": "text/turtle", "trig": "application/trig", "ntriples": "application/n-triples",
        "nquads": "application/n-quads",
    }  # fmt: skip
    program = need("node", "Node.js")
    if not (JS / "node_modules" / "n3").is_dir():
        pytest.skip("no n3.js here: run npm ci --prefix tests/js")
    return int(ran(program, str(JS / "count.mjs"), str(file), known[name]))


READERS: dict[str, tuple[Callable[[Path, str], int], str]] = {
    "pyoxigraph": (by_oxigraph, "turtle trig ntriples nquads jsonld framed rdfxml"),
    "rdflib": (by_rdflib, "turtle trig ntriples nquads jsonld framed rdfxml"),
    "rapper": (by_rapper, "turtle trig ntriples nquads rdfxml"),
    "serdi": (by_serdi, "turtle trig ntriples nquads"),
    "n3.js": (by_n3js, "turtle trig ntriples nquads"),
}


HOSTILE_PAGE = """\
---
title: "海棠\\"@zh . <x:a> <x:b> <x:c> . #"
source: "青溪<日报>{1}|^`"
author: "李\\\\某 😀"
url: "https://news.example/<>\\"{}|^`"
---

青溪市印发《海棠"@zh . <x:a> <x:b> <x:c> . #方案》，海棠高新区管委会主任林晓舟表示，要建成
“国内<b>领先</b>的 {创新} 高地”。

董事长高一凡说：“\\" . <x:a> <x:b> \\"c\\" . ]]> --> </rdf:RDF> \\u003e\\u0022 . <x:d> <x:e> <x:f> . 😀”。
"""


@pytest.fixture(scope="module")
def hostile_article(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / 'h"<ost>{}|^` 😀.md').write_text(HOSTILE_PAGE, encoding="utf-8")
    build([str(folder)], folder / "out", Options(), workers=1)
    return load_graph(folder / "out")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("out")
    build([str(CORPUS)], folder, Options(), workers=1)
    return load_graph(folder)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its parsers warn of its own classes
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("content", ["small", "hostile", "hostile_article", "corpus"])
def test_every_reader_finds_the_same_triples_in_every_format(
    reader: str, content: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    made = {"small": small_graph, "hostile": hostile_graph}.get(content)
    graph = made() if made else request.getfixturevalue(content)
    expected = rendered(graph, "ntriples").count("\n")
    assert expected > 100
    count, formats = READERS[reader]
    for name in formats.split():
        file = tmp_path / f"graph{FORMATS[name].suffix}"
        write_graph(graph, file, name)
        assert count(file, name) == expected, name


@pytest.mark.parametrize("made", [small_graph, hostile_graph, Graph])
def test_a_framed_tree_says_the_same_triples_with_the_evidence_inside(made: Callable[[], Graph]) -> None:
    graph = made()
    text = rendered(graph, "framed")
    expected = {quad.triple for quad in ox.parse(rendered(graph, "ntriples"), format=ox.RdfFormat.N_TRIPLES)}
    assert {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD)} == expected
    for line in text.splitlines():
        if line.startswith('{"@id": "ev:'):
            raise AssertionError("a sentence outside its statement")
    if graph.statements:
        assert '"prov:wasQuotedFrom": [{"@id": "ev:' in text
        assert '"status": ["kg:asserted"]' in text


@pytest.mark.parametrize("made", [small_graph, hostile_graph, Graph])
def test_turtle_of_rdf_1_2_annotates_edges_with_their_statements(made: Callable[[], Graph]) -> None:
    graph = made()
    quads = {quad.triple for quad in ox.parse(rendered(graph, "turtle12"), format=ox.RdfFormat.TURTLE)}
    plain = {quad.triple for quad in ox.parse(rendered(graph, "turtle"), format=ox.RdfFormat.TURTLE)}
    reified = {
        (triple.subject.value, str(triple.object))
        for triple in quads - plain
        if triple.predicate.value.endswith("#reifies") and isinstance(triple.subject, ox.NamedNode)
    }
    assert plain <= quads
    assert len(quads - plain) == len(reified)
    stated = {s.iri: triple for s in graph.statements if (triple := triple_of(s))}
    assert {iri for iri, _ in reified} == set(stated)
    assert len(reified) == len(stated)


def test_an_article_cannot_leave_its_literals_and_iris(hostile_article: Graph) -> None:
    said = [s.object for s in hostile_article.statements if s.relation == "says"]
    assert any("<x:a>" in str(words) or "]]>" in str(words) for words in said)
    known = re.compile(r"https://example\.org/zhkg/|https://schema\.org/|http://(www\.w3|purl|qudt)\.org/")
    for name, format_ in {
        **RDF_FORMATS,
        "framed": ox.RdfFormat.JSON_LD,
        "rdfxml": ox.RdfFormat.RDF_XML,
    }.items():
        quads = list(ox.parse(rendered(hostile_article, name), format=format_))
        iris = {
            term.value
            for quad in quads
            for term in (quad.subject, quad.predicate, quad.object)
            if isinstance(term, ox.NamedNode)
        }
        assert all(map(known.match, iris)), name
        titles = {str(q.object.value) for q in quads if q.predicate.value.endswith("/headline")}  # type: ignore[union-attr]
        assert titles == {'海棠"@zh . <x:a> <x:b> <x:c> . #'}, name
