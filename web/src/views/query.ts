// The SPARQL box: the cookbook's queries, the answer as a table, an address that can be shared.

import type { Child } from "../dom";
import { el, fill, outward } from "../dom";
import { named, word } from "../words";
import type { Context } from "./context";

interface Recipe { name: string; title_zh: string; title_en: string; query: string }
interface Term { type: string; value: string }
interface Answer { head: { vars?: string[] }; boolean?: boolean; results?: { bindings: Record<string, Term>[] } }

export async function queryView(context: Context, go: (query: string) => void): Promise<HTMLElement> {
  const recipes = (await (await fetch("api/cookbook")).json()) as Recipe[];
  const { query } = context.address;
  const box = el("textarea", { id: "sparql", rows: 9, spellcheck: "false", "aria-label": "SPARQL" });
  box.value = query || "SELECT ?person WHERE { ?person a kg:Person } LIMIT 20";
  const answer = el("div", { class: "answer", "aria-live": "polite" });
  const run = (): void => {
    if (box.value === context.address.query) void show(context, box.value, answer);
    else go(box.value);
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  });
  if (query) void show(context, query, answer);
  return el("article", { class: "query" },
    el("h1", {}, "SPARQL"),
    el("p", {}, el("label", {}, `${word("cookbook")}: `, el("select", {
      id: "cookbook",
      change: (event: Event) => {
        box.value = recipes.find(({ name }) => name === (event.target as HTMLSelectElement).value)?.query ?? box.value;
        box.focus();
      },
    }, el("option", { value: "" }, "—"), ...recipes.map(({ name, title_zh: zh, title_en: en, query: text }) =>
      el("option", { value: name, selected: text === query }, named({ zh, en }, en)))))),
    box,
    el("p", {}, el("button", { click: run, class: "primary", id: "run" }, word("ask")), " ",
      query && el("a", { href: `sparql?query=${encodeURIComponent(query)}&format=csv`, download: "answer.csv" }, word("download"))),
    answer,
  );
}

async function show(context: Context, query: string, place: HTMLElement): Promise<void> {
  fill(place, el("p", {}, word("waiting")));
  const reply = await fetch("sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.5" },
    body: query,
  });
  if (!reply.ok) {
    fill(place, el("p", { class: "missing" }, await reply.text()));
  } else if (!reply.headers.get("Content-Type")?.includes("json")) {
    fill(place, el("pre", {}, await reply.text()));
  } else {
    const found = (await reply.json()) as Answer;
    const variables = found.head.vars ?? [];
    const rows = found.results?.bindings ?? [];
    fill(place,
      el("p", { class: "kind" }, found.boolean === undefined ? `${rows.length} ${word("rows")}` : String(found.boolean)),
      found.boolean === undefined && el("table", {},
        el("thead", {}, el("tr", {}, ...variables.map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, ...rows.map((row) => el("tr", {}, ...variables.map((name) => el("td", {}, cell(context, row[name]))))))));
  }
}

/** A value; what is a thing, an article or a statement of the graph leads there. */
function cell(context: Context, term: Term | undefined): Child {
  const { model } = context;
  if (!term) return null;
  if (term.type !== "uri") return term.value;
  if (!term.value.startsWith(model.record.base)) return outward(term.value, term.value);
  const local = term.value.slice(model.record.base.length);
  const thing = model.thingNumber.get(local.replace(/^e\//, ""));
  if (local.startsWith("e/") && thing !== undefined) {
    return el("a", { href: context.link({ view: "entity", id: local.slice(2) }) }, model.thing(thing).name);
  }
  const statement = model.statementById.get(local);
  const article = statement?.evidence[0]?.[0];
  if (statement && article !== undefined) {
    return el("a", { href: context.link({ view: "article", id: model.article(article).id, statement: statement.id }) }, local);
  }
  return local;
}
