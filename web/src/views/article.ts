// One article, the sentence of a statement highlighted in it, and what was read from the sentence.

import type { Child } from "../dom";
import { el, outward } from "../dom";
import type { Article, Statement } from "../model";
import { named, word } from "../words";
import type { Context } from "./context";
import { factRow, objectText, relationName, sentenceLink, thingLink } from "./facts";

export async function articleView(context: Context): Promise<HTMLElement> {
  const { model, address, source } = context;
  const number = model.articleNumber.get(address.id);
  if (number === undefined) return el("article", {}, el("p", { class: "missing" }, `${word("noSuch")} ${address.id}`));
  const article = await source.article(address.id);
  const statement = model.statementById.get(address.statement);
  const evidence = statement?.evidence[address.reading];
  const marked = evidence?.[0] === number ? ([evidence[1], evidence[2]] as const) : undefined;
  const url = article.meta["url"];
  const title = article.meta["title"];
  const about = [article.meta["publisher"], article.meta["source"], article.meta["author"], article.meta["editor"], article.published?.slice(0, 10)];
  return el("article", { class: "article" },
    statement && statementBox(context, statement),
    el("h1", {}, typeof title === "string" ? title : article.id),
    el("p", { class: "kind" }, [...new Set(about.filter(Boolean))].join(" · "), " ",
      typeof url === "string" && outward(url, url)),
    ...paragraphs(context, article, marked),
    !statement && el("section", {}, el("h2", {}, word("facts")),
      el("ul", { class: "facts" }, ...model.record.statements
        .filter((one) => one.evidence.some(([index]) => index === number))
        .map((one) => factRow(context, one)))),
  );
}

function statementBox(context: Context, statement: Statement): HTMLElement {
  const { model, address } = context;
  const status = statement.status ?? "asserted";
  const pair = (name: string, ...value: Child[]): Child[] => [el("dt", {}, name), el("dd", {}, ...value)];
  const rule = statement.evidence[address.reading]?.[3];
  const others = statement.object === undefined ? [] :
    model.between(statement.subject, statement.object).filter((one) => one !== statement);
  return el("aside", { class: "statement" },
    el("h2", {}, thingLink(context, statement.subject), " ",
      el("span", { class: "relation" }, relationName(model, statement)), " ",
      statement.object === undefined ? objectText(model, statement) : thingLink(context, statement.object)),
    el("dl", {},
      ...pair(word("status"), el("span", { class: `chip ${status}` }, word(status))),
      ...(statement.time ? pair(word("time"), el("time", {}, statement.time)) : []),
      ...(statement.speaker === undefined ? [] : pair(word("speaker"), thingLink(context, statement.speaker))),
      ...pair(word("confidence"), statement.confidence.toFixed(2)),
      ...(rule === undefined ? [] : pair(word("rule"), el("code", {}, model.record.rules[rule]))),
      ...(statement.qualifiers ?? []).flatMap(([name, value]) => pair(name, value)),
      ...(statement.evidence.length < 2 ? [] : pair(word("reading"), ...statement.evidence.flatMap((_, index) => [
        el("a", { href: sentenceLink(context, statement, index), ...(index === address.reading && { "aria-current": "true" }) }, index + 1), " "])))),
    others.length > 0 && el("details", {}, el("summary", {}, `${word("others")} (${others.length})`),
      el("ul", { class: "facts" }, ...others.map((one) => factRow(context, one)))),
  );
}

/** The text in its paragraphs, names as links, the sentence marked. Offsets count code points. */
function paragraphs(context: Context, article: Article, marked?: readonly [number, number]): HTMLElement[] {
  const characters = Array.from(article.text);
  const text = (start: number, end: number): string => characters.slice(start, end).join("");
  const withLinks = (start: number, end: number): Child[] => {
    const parts: Child[] = [];
    let last = start;
    for (const [from, to, thing] of article.mentions) {
      if (from < last || to > end) continue;
      parts.push(text(last, from), mention(context, thing, text(from, to)));
      last = to;
    }
    return [...parts, text(last, end)];
  };
  const found: HTMLElement[] = [];
  let start = 0;
  for (const line of article.text.split("\n")) {
    const end = start + Array.from(line).length;
    if (!marked || marked[1] <= start || marked[0] >= end) {
      found.push(el("p", {}, ...withLinks(start, end)));
    } else {
      const [from, to] = [Math.max(start, marked[0]), Math.min(end, marked[1])];
      found.push(el("p", {}, ...withLinks(start, from), el("mark", {}, ...withLinks(from, to)), ...withLinks(to, end)));
    }
    start = end + 1;
  }
  return found;
}

function mention(context: Context, number: number, text: string): HTMLElement {
  const thing = context.model.thing(number);
  const kind = named(context.model.record.types[thing.type], thing.type);
  return el("a", { href: context.link({ view: "entity", id: thing.id }), class: "mention", title: `${thing.name} (${kind})` }, text);
}
