// Statements as rows, each a link to the sentence.

import type { Child } from "../dom";
import { el, swatch } from "../dom";
import type { Model, Statement } from "../model";
import { at } from "../model";
import { named, word } from "../words";
import type { Context } from "./context";

export function relationName(model: Model, statement: Statement): string {
  const name = named(model.record.relations[statement.relation], statement.relation);
  return statement.label && statement.label !== name ? `${name} · ${statement.label}` : name;
}

export function objectText(model: Model, statement: Statement): string {
  if (statement.object !== undefined) return model.thing(statement.object).name;
  return statement.value?.text ?? statement.words ?? "";
}

/** Where the sentence of a statement is shown. */
export function sentenceLink(context: Context, statement: Statement, reading = 0): string {
  const [article] = at(statement.evidence, reading);
  return context.link({ view: "article", id: context.model.article(article).id, statement: statement.id, reading });
}

export function thingLink(context: Context, number: number): HTMLElement {
  const thing = context.model.thing(number);
  return el("a", { href: context.link({ view: "entity", id: thing.id }), class: "thing" },
    swatch(context.model.color(thing)), thing.name);
}

/** A row; the thing whose page it is on (`here`) isn't named again. */
export function factRow(context: Context, statement: Statement, here?: number): HTMLElement {
  const { model } = context;
  const status = statement.status ?? "asserted";
  const parts: Child[] = [];
  if (statement.subject !== here) parts.push(thingLink(context, statement.subject), " ");
  parts.push(el("span", { class: "relation" }, statement.label || relationName(model, statement)), " ");
  if (statement.object !== undefined && statement.object !== here) parts.push(thingLink(context, statement.object));
  else if (statement.object === undefined) parts.push(objectText(model, statement));
  return el("li", { class: `fact ${status}` },
    el("span", { class: "what" }, ...parts),
    el("span", { class: "how" },
      status !== "asserted" && el("span", { class: "chip" }, word(status)),
      statement.time && el("time", {}, statement.time),
      statement.speaker !== undefined && el("span", {}, `${word("speaker")} ${model.thing(statement.speaker).name}`),
      el("a", { href: sentenceLink(context, statement), class: "sentence" },
        `${word("reading")}${statement.evidence.length > 1 ? ` ${statement.evidence.length}` : ""} · ${statement.confidence.toFixed(2)}`)));
}
