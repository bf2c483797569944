// What the graph holds: counts of things, statements and articles after the filters, and coverage.

import { bars } from "../charts";
import { el, swatch } from "../dom";
import { passing } from "../filters";
import { named, word } from "../words";
import type { Context } from "./context";
import { thingLink } from "./facts";

type Count = [name: string, count: number];

export function statisticsView(context: Context): HTMLElement {
  const { model, address } = context;
  const { record } = model;
  const statements = record.statements.filter(passing(model, address.filters));
  const things = new Set(statements.flatMap(({ subject, object }) => (object === undefined ? [subject] : [subject, object])));
  const articles = new Set(statements.flatMap(({ evidence }) => evidence.map(([article]) => article)));
  const month = (article: number): string => model.article(article).published?.slice(0, 7) ?? "—";
  const share = (part: number, whole: number): string => `${part} / ${whole} (${whole ? Math.round((100 * part) / whole) : 0} %)`;
  return el("article", { class: "statistics" },
    el("h1", {}, word("statistics")),
    el("div", { class: "tiles" }, ...([
      [word("articles"), record.articles.length], [word("things"), record.nodes.length], [word("statements"), statements.length],
    ] as const).map(([name, count]) => el("div", {}, el("b", {}, count.toLocaleString("en")), el("span", {}, name)))),
    el("h2", {}, word("coverage")),
    el("dl", {}, ...([
      [word("withFacts"), share(articles.size, record.articles.length)],
      [word("connected"), share(things.size, record.nodes.length)],
      [word("withTime"), share(statements.filter(({ time }) => time).length, statements.length)],
      [word("withSpeaker"), share(statements.filter(({ speaker }) => speaker !== undefined).length, statements.length)],
    ] as const).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
    el("h2", {}, word("byMonth")),
    bars(byMonth(tally(record.articles.map((_, index) => month(index)))), word("byMonth")),
    el("h2", {}, word("factsByMonth")),
    bars(byMonth(tally(statements.flatMap(({ evidence }) => [...new Set(evidence.map(([article]) => month(article)))]))), word("factsByMonth")),
    el("div", { class: "columns" },
      table(word("byRelation"), tally(statements.map(({ relation }) => named(record.relations[relation], relation)))),
      table(word("byType"), tally([...things].map((number) => {
        const { type } = model.thing(number);
        return named(record.types[type], type);
      }))),
      table(word("byStatus"), tally(statements.map(({ status }) => word(status ?? "asserted")))),
    ),
  );
}

/** The start of a visit: the things with the most statements, by type. */
export function homeView(context: Context): HTMLElement {
  const { model, address } = context;
  const pass = passing(model, address.filters);
  const counts = new Map<number, number>();
  for (const statement of model.record.statements.filter(pass)) {
    for (const end of [statement.subject, statement.object]) if (end !== undefined) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const byType = Map.groupBy([...counts], ([number]) => model.thing(number).type);
  const ordered = [...byType].sort(([, one], [, other]) => other.length - one.length);
  return el("article", {},
    el("h1", {}, word("biggest")),
    counts.size === 0 && el("p", {}, word("nothingPassed")),
    el("p", { class: "kind" }, word("empty")),
    ...ordered.map(([type, rows]) => el("section", {},
      el("h2", {}, swatch(model.record.types[type]?.color ?? ""), named(model.record.types[type], type), el("span", { class: "count" }, rows.length)),
      el("p", { class: "things" }, ...rows.toSorted(([, one], [, other]) => other - one).slice(0, 8)
        .flatMap(([number, count]) => [thingLink(context, number), el("small", {}, count), " "])))),
  );
}

function tally(values: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** In order of time, with the months between in which nothing was; what has no date comes first. */
function byMonth(counts: Count[]): Count[] {
  const known = new Map(counts);
  const months = [...known.keys()].filter((name) => /^\d{4}-\d\d$/.test(name)).sort();
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const [first, last] = [months[0], months.at(-1)];
  const undated = counts.filter(([name]) => !months.includes(name));
  if (!first || !last) return undated;
  return [...undated, ...Array.from({ length: number(last) - number(first) + 1 }, (_, index): Count => {
    const at = number(first) + index;
    const name = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
    return [name, known.get(name) ?? 0];
  })];
}

function table(name: string, counts: Count[]): HTMLElement {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  return el("section", {}, el("h2", {}, name),
    el("table", { class: "counts" }, el("tbody", {}, ...counts.map(([label, count]) =>
      el("tr", {}, el("th", { scope: "row" }, label), el("td", {}, el("meter", { min: 0, max: most, value: count }), " ", count))))));
}
