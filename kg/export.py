"""Writing a graph: one table of formats, files that appear whole or not at all.

In: a :class:`kg.graph.Graph`. Out: a file. A writer yields text; this module alone touches the disk.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, cast

from kg.errors import ExportError, NotFoundError
from kg.resources import ontology_dir

if TYPE_CHECKING:  # the help of kg lists the formats, and answers at once
    from kg.graph import Graph

Writer: TypeAlias = "Callable[[Graph], Iterable[str]]"
FolderWriter: TypeAlias = "Callable[[Graph, Path], None]"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: where its writer is (imported on first use), its own file suffix, and what it is for."""

    module: str
    function: str
    suffix: str
    summary: str

    def writer(self) -> Writer:
        """Return the function that yields a graph in this format."""
        return cast("Writer", getattr(import_module(self.module), self.function))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "turtle": Format("kg.formats.turtle", "write_turtle", ".ttl", "Turtle, for people and stores"),
        "turtle12": Format(
            "kg.formats.turtle",
            "write_turtle12",
            ".rdf12.ttl",
            "Turtle of RDF 1.2, edges annotated with statements",
        ),
        "trig": Format("kg.formats.turtle", "write_trig", ".trig", "Turtle, a named graph an article"),
        "ntriples": Format("kg.formats.ntriples", "write_ntriples", ".nt", "one line a triple"),
        "nquads": Format("kg.formats.ntriples", "write_nquads", ".nq", "one line a triple, with its article"),
        "jsonld": Format("kg.formats.jsonld", "write_jsonld", ".jsonld", "JSON-LD, for programs of the web"),
        "framed": Format(
            "kg.formats.framed", "write_framed", ".framed.jsonld", "JSON-LD with short keys, as a tree"
        ),
        "rdfxml": Format("kg.formats.rdfxml", "write_rdfxml", ".rdf", "RDF/XML, for older tools"),
        "graphml": Format("kg.formats.graphml", "write_graphml", ".graphml", "Gephi, networkx, igraph"),
        "gexf": Format("kg.formats.gexf", "write_gexf", ".gexf", "Gephi with colours and timeline"),
        "html": Format("kg.formats.html", "write_html", ".html", "the explorer in one file, for a browser"),
        "facts": Format(
            "kg.formats.tables", "write_facts", ".facts.jsonl", "one statement a line, with sentences"
        ),
        "entities": Format("kg.formats.tables", "write_entities", ".entities.jsonl", "one entity a line"),
        "identity": Format(
            "kg.formats.tables", "write_identity", ".identity.jsonl", "why names are one thing"
        ),
        "articles": Format(
            "kg.saved", "write_articles", ".articles.jsonl", "one article a line, to load again"
        ),
    }
)
"""Every format by name."""


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """A format of several files: where its writer is (imported on first use), and what it is for."""

    module: str
    function: str
    summary: str

    def writer(self) -> FolderWriter:
        """Return the function that writes a graph's files into a folder."""
        return cast("FolderWriter", getattr(import_module(self.module), self.function))


FOLDERS: Mapping[str, FolderFormat] = MappingProxyType(
    {
        "neo4j": FolderFormat("kg.formats.neo4j", "write_neo4j", "two CSV files for neo4j-admin's import"),
        "parquet": FolderFormat("kg.formats.parquet", "write_parquet", "tables for pandas and DuckDB"),
    }
)
"""The formats that are a folder, by name."""

BUILD_FILES: Mapping[str, str] = MappingProxyType(
    {
        "graph.ttl": "turtle",
        "graph.graphml": "graphml",
        "graph.gexf": "gexf",
        "facts.jsonl": "facts",
        "entities.jsonl": "entities",
        "identity.jsonl": "identity",
        "articles.jsonl": "articles",
    }
)
"""The files of ``kg build`` and their formats."""


def write_graph(graph: "Graph", path: Path, format: str) -> None:  # noqa: A002 (the word users know)
    """Write ``graph`` to ``path``, which appears whole or not at all.

    Raises:
        NotFoundError: no such format.
        ExportError: the place cannot be written.
    """
    write_file(path, format_of(format).writer()(graph))


def format_of(name: str) -> Format:
    """Return the format of that name.

    Raises:
        NotFoundError: there is none; the message lists those there are.
    """
    if name not in FORMATS:
        raise NotFoundError(f"no format {name!r}; there are {', '.join((*FORMATS, *FOLDERS))}")
    return FORMATS[name]


def write_build(graph: "Graph", folder: Path) -> list[Path]:
    """Write the files of ``kg build`` into ``folder`` (made if missing), and the ontology beside them.

    Raises:
        ExportError: the folder cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"{folder}: cannot be made ({error.strerror}); name another output folder"
        ) from error
    for name, format_ in BUILD_FILES.items():
        write_graph(graph, folder / name, format_)
    write_file(folder / "kg.ttl", [(ontology_dir() / "kg.ttl").read_text(encoding="utf-8")])
    return [folder / name for name in (*BUILD_FILES, "kg.ttl")]


def write_file(path: Path, chunks: Iterable[str]) -> None:
    """Write text as UTF-8 beside ``path`` and rename it, so that no reader sees half a file.

    Raises:
        ExportError: the place cannot be written.
    """
    # Not a temporary file of the library's making: those are readable by their owner alone.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n", buffering=1 << 20) as file:
            file.writelines(chunks)
        temporary.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportError(f"{path}: cannot be written ({reason}); name a folder you may write to") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
