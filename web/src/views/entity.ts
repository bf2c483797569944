// One thing: names, amounts over time, facts by relation, articles.

import type { Filters } from "../address";
import { el, outward, swatch } from "../dom";
import { series } from "../charts";
import { passing } from "../filters";
import type { Model, Statement } from "../model";
import { at, days } from "../model";
import { named, word } from "../words";
import type { Context } from "./context";
import { factRow, sentenceLink } from "./facts";

/** The statements about a thing that pass the filters, and with two hops those of its neighbours. */
export function surroundings(model: Model, number: number, filters: Filters): Statement[] {
  const pass = passing(model, filters);
  const near = (model.ofThing[number] ?? []).filter(pass);
  if (filters.hops < 2) return near;
  const neighbours = near.flatMap(({ subject, object }) => (object === undefined ? [] : [subject, object]));
  return [...new Set([...near, ...neighbours.flatMap((one) => (model.ofThing[one] ?? []).filter(pass))])];
}

export function entityView(context: Context): HTMLElement {
  const { model, address } = context;
  const number = model.thingNumber.get(address.id);
  if (number === undefined) return el("article", {}, el("p", { class: "missing" }, `${word("noSuch")} ${address.id}`));
  const thing = model.thing(number);
  const statements = surroundings(model, number, { ...address.filters, hops: 1 });
  const groups = Map.groupBy(statements, ({ relation }) => relation);
  const ordered = [...groups].sort(([, one], [, other]) => other.length - one.length);
  return el("article", { class: "entity" },
    el("h1", {}, swatch(model.color(thing)), thing.name),
    el("p", { class: "kind" }, named(model.record.types[thing.type], thing.type)),
    thing.aliases && el("p", {}, `${word("names")}: `, thing.aliases.join("、")),
    thing.pages && el("p", {}, `${word("pages")}: `, ...thing.pages.flatMap((page) => [outward(page, page), " "])),
    ...amountCharts(context, statements.filter(({ subject }) => subject === number)),
    statements.length === 0 && el("p", {}, word("nothingPassed")),
    ...ordered.map(([relation, rows]) => el("section", {},
      el("h2", {}, named(model.record.relations[relation], relation), el("span", { class: "count" }, rows.length)),
      el("ul", { class: "facts" }, ...rows.map((row) => factRow(context, row, number))))),
    el("section", {},
      el("h2", {}, word("articles"), el("span", { class: "count" }, thing.articles?.length ?? 0)),
      el("ul", { class: "articles" }, ...(thing.articles ?? []).map((index) => articleItem(context, index)))),
  );
}

export function articleItem(context: Context, index: number): HTMLElement {
  const article = context.model.article(index);
  return el("li", {},
    el("a", { href: context.link({ view: "article", id: article.id }) }, article.title ?? article.id),
    " ", el("small", {}, [article.publisher, article.published?.slice(0, 10)].filter(Boolean).join(" · ")));
}

/** A chart for every amount that is told for two times or more, in one unit. */
function amountCharts(context: Context, statements: Statement[]): HTMLElement[] {
  const timed = statements.filter(({ value, time }) => value && time);
  const groups = Map.groupBy(timed, ({ label, value }) => `${label ?? ""} (${value?.unit ?? ""})`);
  return [...groups].flatMap(([name, rows]) => {
    const ordered = rows.toSorted((one, other) => (days(one.time ?? "")[0] < days(other.time ?? "")[0] ? -1 : 1));
    if (new Set(ordered.map(({ time }) => time)).size < 2) return [];
    const points = ordered.map((statement) => ({
      label: statement.time ?? "",
      value: Number(statement.value?.value),
      text: statement.value?.text ?? "",
      href: sentenceLink(context, statement),
    }));
    return [el("figure", {}, el("figcaption", {}, at(rows, 0).label ?? name), series(points, name))];
  });
}
