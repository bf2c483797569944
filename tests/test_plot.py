"""Pictures in files: drawn with Chinese letters, the same bytes every time, and clear words where not."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from graph_cases import small_graph
from test_export import hostile_graph
from test_export_network import parallel_graph

from kg.cli import main
from kg.errors import ExportError
from kg.export import write_build
from kg.graph import Graph
from kg.network import NetworkOptions
from kg.plot import chinese_font, write_picture

font_manager = pytest.importorskip("matplotlib.font_manager", reason="matplotlib is not installed")


def has_font() -> bool:
    try:
        chinese_font()
    except ExportError:
        return False
    return True


needs_font = pytest.mark.skipif(not has_font(), reason="no Chinese font here: apt-get install fonts-noto-cjk")


@needs_font
def test_the_font_has_chinese_letters() -> None:
    font = font_manager.get_font(font_manager.findfont(chinese_font()))
    assert all(font.get_char_index(ord(letter)) for letter in "海棠高新区管委会主任")


@needs_font
@pytest.mark.parametrize("make", [small_graph, parallel_graph, hostile_graph])
def test_a_picture_has_a_mark_for_every_node_and_edge(make: type[Graph], tmp_path: Path) -> None:
    graph = make()
    graph.drawn = NetworkOptions(nodes="observations", level="statement")
    write_picture(graph, tmp_path / "graph.svg")
    root = ET.parse(tmp_path / "graph.svg").getroot()
    groups = [group.get("id", "") for group in root.iter("{http://www.w3.org/2000/svg}g")]
    assert sum(name.startswith("PathCollection") for name in groups) == len(graph.network().nodes)
    assert sum(name.startswith("patch") for name in groups) >= len(graph.network().edges)


@needs_font
@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_same_graph_is_the_same_file(suffix: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}{suffix}" for name in "ab"]
    for file in files:
        write_picture(small_graph(), file, dpi=60)
    assert files[0].read_bytes() == files[1].read_bytes()
    assert len(files[0].read_bytes()) > 5000
    assert files[0].read_bytes().startswith(b"\x89PNG" if suffix == ".png" else b"<?xml")


@needs_font
def test_a_font_installed_since_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    family = chinese_font().get_name()
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])  # as matplotlib listed fonts before
    assert chinese_font().get_name() == family


def test_no_font_is_said_with_what_helps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [])
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    with pytest.raises(ExportError, match=r"no Chinese font found.*fonts-noto-cjk.*--font"):
        write_picture(small_graph(), tmp_path / "graph.png")
    assert not list(tmp_path.iterdir())


def test_no_matplotlib_is_said_with_what_helps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(ExportError, match=r"pip install matplotlib"):
        write_picture(small_graph(), tmp_path / "graph.png")


@needs_font
@pytest.mark.parametrize(
    ("name", "graph", "font", "message"),
    [
        ("a.gif", small_graph(), None, r"no picture format '.gif'; use .png or .svg"),
        ("a.png", Graph(), None, "nothing to draw"),
        ("none/a.png", small_graph(), None, "cannot be written"),
        ("a.png", small_graph(), Path(__file__), "no font that can be read"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    name: str, graph: Graph, font: Path | None, message: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=message):
        write_picture(graph, tmp_path / name, font=font)


@needs_font
def test_the_command_draws_a_part(tmp_path: Path) -> None:
    write_build(small_graph(), tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["plot", str(tmp_path), "-o", str(tmp_path / "ego.svg"), "--ego", "林晓舟"])
    assert ended.value.code == 0
    assert (tmp_path / "ego.svg").stat().st_size > 5000
