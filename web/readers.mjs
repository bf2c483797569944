// Files of graphs in, what graphology reads of them out, as JSON: an independent reader for the tests.
//   node web/readers.mjs graph.graphml graph.gexf
import { readFile } from "node:fs/promises";
import { MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const reports = await Promise.all(process.argv.slice(2).map(async (file) => {
  const text = await readFile(file, "utf8");
  const parser = file.endsWith(".gexf") ? gexf : graphml;
  const graph = parser.parse(MultiGraph, text, { addMissingNodes: false });
  return {
    nodes: graph.mapNodes((id, { label, x, y, size, color }) => ({ id, label, x, y, size, color })),
    edges: graph.mapEdges((id, { label, weight }, source, target) =>
      ({ id, source, target, label, weight: Number(weight), directed: graph.isDirected(id) })),
  };
}));
console.log(JSON.stringify(reports));
