// The picture: things as discs, one line a pair of things however many statements join them.

import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import { createEdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram, NodeCircleProgram, NodePointProgram } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";

import type { Model, Statement } from "./model";
import { at } from "./model";
import { named, theme } from "./words";

/** As many nodes are laid out anew around a centre; more keep the places of the whole picture. */
const LAID_OUT = 400;
/** Of so few every node has its label, and every line its words. */
const FEW = 60;
/** How near to a line a click is on it, in pixels; and in how large a picture the pointer tells of it. */
const REACH = 7;
const POINTED_AT = 2000;
/**
 * A picture of more lines is made of dots and hairs, which cost a tenth of discs and arrows where no graphics card
 * helps, and its lines are hidden while it moves (benchmarks/pictures.py).
 */
const MANY_LINES = 2000;
const INK = {
  light: { label: "#1d2733", edge: "#9aa6b4", hair: "#d3d9e0", faint: "#e6e9ed", paper: "#ffffff" },
  dark: { label: "#e6e9ee", edge: "#5d6b7c", hair: "#343e4a", faint: "#2a313b", paper: "#161b22" },
};
const FONT = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

interface Point { x: number; y: number }
interface Disc extends Point { type: string; size: number; label: string; color: string; highlighted?: boolean }
interface Line { label: string; size: number; type: string; statement: string }
type Drawn = MultiDirectedGraph<Disc, Line>;

export interface Clicks {
  thing(number: number): void;
  statement(id: string): void;
}

export class Picture {
  private graph: Drawn = new MultiDirectedGraph<Disc, Line>();
  private readonly sigma: Sigma<Disc, Line>;
  private hovered = "";

  constructor(private readonly model: Model, container: HTMLElement, clicks: Clicks) {
    this.sigma = new Sigma<Disc, Line>(this.graph, container, {
      allowInvalidContainer: true,
      defaultEdgeType: "arrow",
      nodeProgramClasses: { circle: NodeCircleProgram<Disc, Line>, dot: NodePointProgram<Disc, Line> },
      edgeProgramClasses: {
        arrow: createEdgeArrowProgram<Disc, Line>(), line: EdgeRectangleProgram<Disc, Line>, hair: EdgeLineProgram<Disc, Line>,
      },
      labelFont: FONT,
      edgeLabelFont: FONT,
      defaultDrawNodeLabel: drawLabel,
      defaultDrawNodeHover: drawHighlight,
      labelSize: 13,
      edgeLabelSize: 11,
      minEdgeThickness: 1.4,
      zIndex: true,
      nodeReducer: (node, data) => this.near(node) ? data : { ...data, color: INK[theme()].faint, label: "" },
      edgeReducer: (edge, data) => !this.hovered || this.graph.hasExtremity(edge, this.hovered)
        ? { ...data, color: data.type === "hair" ? INK[theme()].hair : INK[theme()].edge } : { ...data, color: INK[theme()].faint, label: "" },
    });
    this.sigma.on("clickNode", ({ node }) => clicks.thing(Number(node)));
    this.sigma.on("clickStage", ({ event }) => {
      const line = this.lineAt(event.x, event.y);
      if (line) clicks.statement(this.graph.getEdgeAttribute(line, "statement"));
    });
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(""));
    this.sigma.on("moveBody", ({ event }) => {
      const over = this.hovered || (this.graph.size <= POINTED_AT && this.lineAt(event.x, event.y));
      container.style.cursor = over ? "pointer" : "default";
    });
  }

  /** Show these statements; `centre` are the things they are about, none for the whole picture. */
  show(statements: readonly Statement[], centre: readonly number[]): void {
    const { model } = this;
    const graph: Drawn = new MultiDirectedGraph<Disc, Line>();
    const pairs = new Map<string, Statement[]>();
    for (const statement of statements) {
      if (statement.object === undefined) continue;
      const key = [statement.subject, statement.object].sort((one, other) => one - other).join(" ");
      pairs.set(key, [...(pairs.get(key) ?? []), statement]);
    }
    const degrees = new Map<number, number>(centre.map((number) => [number, 0]));
    for (const key of pairs.keys()) {
      for (const end of key.split(" ").map(Number)) degrees.set(end, (degrees.get(end) ?? 0) + 1);
    }
    const many = pairs.size > MANY_LINES;
    const [unit, step] = many ? [1.5, 0.9] : degrees.size <= FEW ? [6, 1.8] : [3.2, 1.8];
    for (const [number, degree] of degrees) {
      const thing = model.thing(number);
      const [x, y] = thing.place ?? [graph.order % 17, graph.order % 13];
      graph.addNode(String(number), {
        x, y, label: thing.name, color: model.color(thing), size: Math.min(22, unit + step * Math.sqrt(degree)),
        type: many ? "dot" : "circle",
        ...(centre.includes(number) ? { highlighted: true } : {}),
      });
    }
    for (const found of pairs.values()) this.addLine(graph, found, many);
    if (centre.length && graph.order > 1 && graph.order <= LAID_OUT) layOut(graph);
    this.hovered = "";
    this.graph = graph;
    this.sigma.setGraph(graph);
    const few = graph.order <= FEW;
    this.sigma.setSetting("stagePadding", few ? 70 : 30); // room for names
    this.sigma.setSetting("hideEdgesOnMove", many);
    this.sigma.setSetting("hideLabelsOnMove", many);
    this.sigma.setSetting("renderEdgeLabels", few);
    this.sigma.setSetting("labelRenderedSizeThreshold", few ? 0 : many ? 4 : 6);
    this.sigma.setSetting("labelDensity", few ? 100 : 0.7);
    this.ink();
    this.fit();
  }

  /** Take the colours of the theme; the places stay. */
  ink(): void {
    const ink = INK[theme()];
    this.sigma.setSetting("edgeLabelColor", { color: ink.label });
    this.sigma.refresh();
  }

  fit(): void {
    // Names stand at the right of their nodes: where there are many, the picture stands a little to the left.
    this.sigma.getCamera().setState({ x: this.graph.order <= FEW ? 0.55 : 0.5, y: 0.5, ratio: 1.08, angle: 0 });
  }

  resize(): void {
    this.sigma.resize();
    this.sigma.refresh();
  }

  /** Where on the page the line between two things is drawn, for tests that click it. */
  lineBetween(ends: number[]): Point {
    const [from, to] = ends.map((number) => this.graph.getNodeAttributes(String(number))) as [Disc, Disc];
    const point = this.sigma.graphToViewport({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    const box = this.sigma.getContainer().getBoundingClientRect();
    return { x: box.x + point.x, y: box.y + point.y };
  }

  private addLine(graph: Drawn, statements: Statement[], hair: boolean): void {
    const first = at(statements, 0);
    const labels = statements.map(({ label, relation }) => label || named(this.model.record.relations[relation], relation));
    const oneWay = statements.every(({ subject }) => subject === first.subject);
    graph.addEdge(String(first.subject), String(first.object), {
      label: [...new Set(labels)].slice(0, 3).join("、"),
      size: Math.min(5, 1.6 + Math.log2(statements.length)),
      type: hair ? "hair" : oneWay ? "arrow" : "line",
      statement: first.id,
    });
  }

  /** The line within reach of a point of the canvas, if any; lines are too thin to be hit exactly. */
  private lineAt(x: number, y: number): string | undefined {
    const places = new Map(this.graph.mapNodes((node, disc) => [node, this.sigma.graphToViewport(disc)]));
    let best: string | undefined;
    let least = REACH;
    this.graph.forEachEdge((edge, _line, source, target) => {
      const [from, to] = [places.get(source), places.get(target)];
      if (!from || !to) return;
      const distance = toSegment(x, y, from, to);
      if (distance < least) [least, best] = [distance, edge];
    });
    return best;
  }

  private near(node: string): boolean {
    return !this.hovered || node === this.hovered || this.graph.areNeighbors(node, this.hovered);
  }

  private hover(node: string): void {
    if (this.graph.size > MANY_LINES) return;
    this.hovered = node;
    this.sigma.refresh({ skipIndexation: true });
  }
}

function toSegment(x: number, y: number, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** Where the words of a label begin: right of the disc, or left of it where they would leave the picture. */
function labelAt(canvas: CanvasRenderingContext2D, data: { x: number; size: number }, label: string): number {
  const width = canvas.measureText(label).width;
  const right = data.x + data.size + 4;
  const left = data.x - data.size - 4 - width;
  return right + width > canvas.canvas.clientWidth && left >= 0 ? left : right;
}

function drawLabel(
  canvas: CanvasRenderingContext2D,
  data: PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">,
  settings: Settings<Disc, Line>,
): void {
  if (!data.label) return;
  canvas.font = `${settings.labelWeight} ${settings.labelSize}px ${FONT}`;
  canvas.fillStyle = INK[theme()].label;
  canvas.fillText(data.label, labelAt(canvas, data, data.label), data.y + settings.labelSize / 3);
}

/** The label of what is pointed at or in the centre: on paper of the theme, with a ring. */
function drawHighlight(
  canvas: CanvasRenderingContext2D,
  data: PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">,
  settings: Settings<Disc, Line>,
): void {
  const ink = INK[theme()];
  canvas.font = `600 ${settings.labelSize}px ${FONT}`;
  canvas.beginPath();
  canvas.arc(data.x, data.y, data.size + 2.5, 0, 2 * Math.PI);
  canvas.lineWidth = 2;
  canvas.strokeStyle = ink.label;
  canvas.stroke();
  if (!data.label) return;
  const left = labelAt(canvas, data, data.label);
  canvas.fillStyle = ink.paper;
  canvas.fillRect(left - 2, data.y - settings.labelSize * 0.75, canvas.measureText(data.label).width + 4, settings.labelSize * 1.5);
  canvas.fillStyle = ink.label;
  canvas.fillText(data.label, left, data.y + settings.labelSize / 3);
}

/** Lay out anew, from a circle: places of the whole picture may be far apart; the outcome is always the same. */
function layOut(graph: Drawn): void {
  let index = 0;
  graph.updateEachNodeAttributes((_node, disc) => {
    const angle = (2 * Math.PI * index++) / graph.order;
    return { ...disc, x: 100 * Math.cos(angle), y: 100 * Math.sin(angle) };
  });
  forceAtlas2.assign(graph, {
    iterations: 300,
    settings: { ...forceAtlas2.inferSettings(graph), gravity: 1, scalingRatio: 8, edgeWeightInfluence: 0 },
  });
}
