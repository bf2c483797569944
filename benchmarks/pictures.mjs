// cytoscape.js on the explorer's own data, places and colours: what benchmarks/pictures.py compares with.
import cytoscape from "cytoscape";

const record = await (await fetch("api/graph")).json();
const { nodes, statements, types } = record;
const degrees = nodes.map(() => 0);
const pairs = new Map();
for (const { subject, object, label } of statements) {
  if (object === undefined) continue;
  const key = [subject, object].sort((one, other) => one - other).join(" ");
  if (!pairs.has(key)) {
    pairs.set(key, { subject, object, label });
    degrees[subject] += 1;
    degrees[object] += 1;
  }
}
const drawn = nodes.map((node, id) => ({ node, id })).filter(({ id }) => degrees[id] > 0);
const container = document.createElement("div");
container.style.cssText = "position:fixed;inset:0";
document.body.append(container);
const cy = cytoscape({
  container,
  elements: [
    ...drawn.map(({ node, id }) => ({
      data: { id: String(id), label: node.name, color: types[node.type].color, size: 2 * (3.2 + 1.8 * Math.sqrt(degrees[id])) },
      position: { x: node.place[0], y: -node.place[1] },
    })),
    ...[...pairs.values()].map(({ subject, object, label }, index) => ({
      data: { id: `e${index}`, source: String(subject), target: String(object), label },
    })),
  ],
  layout: { name: "preset" },
  style: [
    { selector: "node", style: { "background-color": "data(color)", width: "data(size)", height: "data(size)", label: "data(label)", "min-zoomed-font-size": 9, "font-size": 13 } },
    { selector: "edge", style: { width: 1.6, "line-color": "#9aa6b4", "target-arrow-color": "#9aa6b4", "target-arrow-shape": "triangle", "curve-style": "straight" } },
  ],
  // What its manual names for large graphs; without them it is slower still.
  ...(location.hash === "#tuned" ? { textureOnViewport: true, hideEdgesOnViewport: true, hideLabelsOnViewport: true } : {}),
});
cy.fit(undefined, 20);
cy.one("render", () => { document.body.dataset.drawn = String(Math.round(performance.now())); });
