"""A graph as a picture in a file: PNG or SVG, with Chinese labels and a legend, drawn by matplotlib.

Places, sizes and colours are those of every other picture (:mod:`kg.network`). matplotlib is an extra
(``plot``) and is imported when a picture is drawn.
"""

import math
import warnings
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.graph import Graph
from kg.model import MentionType
from kg.network import Network, Value, color_of
from kg.ontology_schema import load_classes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

SUFFIXES = (".png", ".svg")

# Families that have simplified Chinese, best first; the first one installed is taken.
_FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
    "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Sans CJK JP", "Noto Serif CJK SC",
    "Hiragino Sans GB", "SimHei", "Heiti SC", "Droid Sans Fallback", "AR PL UMing CN", "SimSun",
)  # fmt: skip
# An edge has its words in a picture of so few; a node has its name wherever there is room for it.
_EDGE_LABELS = 60
_POINTS = 8


def write_picture(
    graph: Graph, path: Path, *, width: float = 12, dpi: int = 150, font: Path | None = None
) -> None:
    """Draw the nodes and edges of ``graph`` to ``path``.

    Args:
        graph: what is drawn; :mod:`kg.selection` makes parts of large ones.
        path: a file whose suffix tells the format, one of :data:`SUFFIXES`.
        width: inches; the height follows.
        dpi: pixels an inch, in a PNG.
        font: a font file with Chinese characters; without it one that is installed is looked for.

    Raises:
        ExportError: no such format, matplotlib or a Chinese font is missing, nothing to draw, or the
            place cannot be written.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise ExportError(f"{path}: no picture format {path.suffix!r}; use {' or '.join(SUFFIXES)}")
    network = graph.network()
    if not network.nodes:
        raise ExportError("nothing to draw: no statement ties two things")
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except ImportError as error:
        raise ExportError("a picture needs matplotlib; install it with: pip install matplotlib") from error
    from matplotlib import rc_context

    properties = chinese_font(font)
    # Letters as outlines look alike everywhere; a fixed salt and no date give the same bytes every time.
    with rc_context({"svg.fonttype": "path", "svg.hashsalt": "zhkg"}), warnings.catch_warnings():
        # A rare character that the font lacks is drawn as a box, which says as much.
        warnings.filterwarnings("ignore", "Glyph .* missing from font")
        figure = Figure(figsize=(width, width * 0.75), layout="constrained")
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.set_aspect("equal", adjustable="datalim")
        axes.margins(0.08)
        _draw_edges(axes, network, properties)
        _draw_nodes(axes, network)
        _draw_legend(axes, network, properties)
        canvas = FigureCanvasSVG(figure) if path.suffix.lower() == ".svg" else FigureCanvasAgg(figure)
        figure.draw_without_rendering()  # now it is known what lies where
        _draw_labels(axes, network, properties)
        metadata = {"Date": None} if path.suffix.lower() == ".svg" else {"Software": "zhkg"}
        try:
            canvas.print_figure(path, dpi=dpi, metadata=metadata)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ExportError(f"{path}: cannot be written ({reason}); name another file") from error


def chinese_font(file: Path | None = None) -> "FontProperties":
    """Return a font with Chinese characters: that of ``file``, or the best of those installed.

    Raises:
        ExportError: the file is no font, or none is installed.
    """
    from matplotlib import font_manager

    if file is not None:
        try:
            font_manager.get_font(file)
        except (OSError, RuntimeError) as error:
            raise ExportError(
                f"{file}: no font that can be read ({error}); name a .ttf, .otf or .ttc"
            ) from error
        return font_manager.FontProperties(fname=str(file))
    for families in (_listed_fonts, _new_fonts):
        installed = families()
        family = next((family for family in _FONTS if family in installed), None)
        if family is not None:
            return font_manager.FontProperties(family=family)
    raise ExportError(
        "no Chinese font found; install one (Debian: apt-get install fonts-noto-cjk) or name one with --font"
    )


def _listed_fonts() -> frozenset[str]:
    """Return the families that matplotlib listed when it was first used on this machine."""
    from matplotlib import font_manager

    return frozenset(entry.name for entry in font_manager.fontManager.ttflist)


def _new_fonts() -> frozenset[str]:
    """List what was installed since, which matplotlib does not notice by itself; return all families."""
    from matplotlib import font_manager

    known = {Path(entry.fname) for entry in font_manager.fontManager.ttflist}
    for name in font_manager.findSystemFonts():
        if Path(name) not in known:
            with suppress(OSError, RuntimeError):  # a font that cannot be read is none
                font_manager.fontManager.addfont(name)
    return _listed_fonts()


def _draw_edges(axes: "Axes", network: Network, font: "FontProperties") -> None:
    from matplotlib.patches import FancyArrowPatch

    nodes = {node.id: node.data for node in network.nodes}
    drawn: Counter[tuple[str, str]] = Counter()
    thin = 1.0 if len(network.edges) <= _EDGE_LABELS else 0.5
    for edge in network.edges:
        ends = edge.source, edge.target
        # Edges of the same ends bend apart; a loop is a small arc.
        bend = 0.12 * ((drawn[ends] + 1) // 2) * (-1) ** drawn[ends] + 0.06 * (drawn[ends[::-1]] > 0)
        drawn[ends] += 1
        start, end = _place(nodes[edge.source]), _place(nodes[edge.target])
        if start == end:
            end = (end[0] + 1.0, end[1] + 1.0)
            bend = 3.0
        axes.add_patch(
            FancyArrowPatch(
                start,
                end,
                arrowstyle="-|>",
                mutation_scale=8 * thin,
                linewidth=thin * (0.5 + 0.3 * math.log2(float(edge.data["weight"]) + 1)),
                color="#8a96a3",
                shrinkA=4,
                shrinkB=5,
                connectionstyle=f"arc3,rad={bend:.2f}",
                zorder=1,
            )
        )
        if len(network.edges) <= _EDGE_LABELS:
            middle = _bent_middle(start, end, bend)
            axes.text(*middle, _shown(edge.data["label"]), fontproperties=font, fontsize=6, color="#5a6673",
                      ha="center", va="center", zorder=3)  # fmt: skip


def _draw_nodes(axes: "Axes", network: Network) -> None:
    shrink = max(min(1.0, 60 / len(network.nodes)), 0.08)
    for node in network.nodes:
        area = float(node.data["size"]) ** 2 * 0.5 * shrink
        x, y = _place(node.data)
        axes.scatter(
            x, y, s=area, color=str(node.data["color"]), edgecolors="white", linewidths=0.5, zorder=2
        )


def _draw_labels(axes: "Axes", network: Network, font: "FontProperties") -> None:
    """Name the nodes, those with the most edges first, where no name covers another."""
    from matplotlib.patheffects import withStroke

    taken: list[tuple[float, float, float, float]] = []
    unit = _POINTS * axes.figure.get_dpi() / 72
    for node in sorted(network.nodes, key=lambda node: (-int(node.data["degree"]), node.id)):
        label = _shown(node.data["label"])
        x, y = axes.transData.transform(_place(node.data))
        half = unit * sum(0.55 if char.isascii() else 1.0 for char in label) / 2
        box = (x - half, y - 2.4 * unit, x + half, y - 0.8 * unit)
        if any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        axes.annotate(
            label, _place(node.data), xytext=(0, -9), textcoords="offset points", ha="center", va="top",
            fontproperties=font, fontsize=_POINTS, zorder=4,
            path_effects=[withStroke(linewidth=2, foreground="white")],
        )  # fmt: skip


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _draw_legend(axes: "Axes", network: Network, font: "FontProperties") -> None:
    from matplotlib.lines import Line2D

    counts = Counter(MentionType(str(node.data["type"])) for node in network.nodes)
    classes = load_classes()
    handles = [
        Line2D(
            [],
            [],
            marker="o",
            linestyle="",
            markersize=7,
            color=color_of(type_),
            label=f"{classes[type_].label_zh} {classes[type_].label_en} ({count})",
        )
        for type_, count in counts.most_common()
    ]
    small = font.copy()
    small.set_size(8)
    axes.legend(handles=handles, prop=small, loc="upper left", frameon=False)


def _place(data: Mapping[str, Value]) -> tuple[float, float]:
    return float(data["x"]), float(data["y"])


def _bent_middle(start: tuple[float, float], end: tuple[float, float], bend: float) -> tuple[float, float]:
    """Return the middle of matplotlib's ``arc3`` between two points."""
    (x1, y1), (x2, y2) = start, end
    return (x1 + x2) / 2 + bend / 2 * (y2 - y1), (y1 + y2) / 2 - bend / 2 * (x2 - x1)


def _shown(value: Value) -> str:
    """Return a label as it is drawn: on one line, not too long, no dollar taken for a formula."""
    text = "".join(char for char in " ".join(str(value).split()) if char.isprintable())
    return (text if len(text) <= 18 else f"{text[:17]}…").replace("$", r"\$")
