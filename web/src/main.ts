// The page: the address says what is shown, everything else follows from it.

import type { Address, View } from "./address";
import { NO_FILTERS, read, write } from "./address";
import { el, fill } from "./dom";
import { passing } from "./filters";
import type { Statement } from "./model";
import { Model, source } from "./model";
import { filterPanel } from "./panel";
import { Picture } from "./picture";
import { searchBox } from "./searchbox";
import { articleView } from "./views/article";
import type { Context } from "./views/context";
import { entityView, surroundings } from "./views/entity";
import { queryView } from "./views/query";
import { homeView, statisticsView } from "./views/statistics";
import { language, switchLanguage, switchTheme, theme, word } from "./words";

const EMPTY = { id: "", statement: "", reading: 0, query: "" };
const WITHOUT_PICTURE: readonly View[] = ["query", "statistics"];
const from = source();

async function start(): Promise<void> {
  fill(document.body, el("p", { class: "loading" }, word("waiting")));
  const model = new Model(await from.graph());
  const header = el("header");
  const canvas = el("div", { id: "canvas", role: "img", "aria-label": word("graph") });
  const aside = el("details", { id: "filters", open: matchMedia("(min-width: 60rem)").matches });
  const panel = el("main", { id: "panel", tabindex: "-1" });
  fill(document.body, header, el("div", { id: "picture" }, canvas, aside), panel);

  let picture: Picture | undefined;
  try {
    picture = new Picture(model, canvas, {
      thing: (number) => go({ ...EMPTY, view: "entity", id: model.thing(number).id }),
      statement: (id) => {
        const [article] = model.statementById.get(id)?.evidence[0] ?? [];
        if (article !== undefined) go({ ...EMPTY, view: "article", id: model.article(article).id, statement: id });
      },
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    fill(canvas, el("p", { class: "missing" }, word("noPicture")));
  }

  let address = read(location.hash);
  let drawn = "";
  const go = (change: Partial<Address>): void => { location.hash = write({ ...address, ...change }); };

  function frame(): void {
    document.documentElement.dataset["theme"] = theme();
    document.documentElement.lang = language();
    const tab = (view: View): HTMLElement => el("a", {
      href: write({ ...address, ...EMPTY, view }), ...(address.view === view && { "aria-current": "page" }),
    }, word(view as "graph" | "query" | "statistics"));
    const focused = document.activeElement?.id === "search";
    fill(header,
      el("a", { class: "brand", href: write({ ...EMPTY, view: "graph", filters: NO_FILTERS }) }, "zhkg"),
      searchBox(model, (id) => go({ ...EMPTY, view: "entity", id })),
      el("nav", {}, tab("graph"), from.answersQueries && tab("query"), tab("statistics")),
      el("button", { id: "theme", title: word("light"), "aria-label": word("light"), click: dark }, theme() === "dark" ? "☀" : "☾"),
      el("button", { id: "language", click: () => { switchLanguage(); drawn = ""; void render(); } }, word("language")));
    if (focused) document.getElementById("search")?.focus();
    fill(aside, el("summary", {}, word("filters"), " ", el("button", { id: "fit", type: "button", title: word("fit"), "aria-label": word("fit"),
      click: (event: Event) => { event.preventDefault(); picture?.fit(); } }, "⤢")),
      filterPanel(model, address.filters, (filters) => go({ filters })));
  }

  function dark(): void {
    switchTheme();
    frame();
    picture?.ink();
  }

  async function render(): Promise<void> {
    const scrolled = aside.scrollTop;
    frame();
    aside.scrollTop = scrolled;
    document.body.classList.toggle("wide", WITHOUT_PICTURE.includes(address.view));
    const now = address;
    const context: Context = {
      model, source: from, address: now,
      link: (change) => write({ ...now, ...EMPTY, ...change }),
    };
    const view = await shown(context);
    if (now !== address) return; // another address came while an article was on its way
    fill(panel, view, el("footer", {}, word("keys")));
    const mark = panel.querySelector("mark");
    if (mark) mark.scrollIntoView({ block: "center" });
    else panel.scrollTop = 0;
    document.title = `${panel.querySelector("h1")?.textContent ?? ""} · zhkg`;
    draw();
  }

  function shown(context: Context): HTMLElement | Promise<HTMLElement> {
    switch (context.address.view) {
      case "entity": return entityView(context);
      case "article": return articleView(context);
      case "query": return from.answersQueries ? queryView(context, (query) => go({ ...EMPTY, view: "query", query })) : homeView(context);
      case "statistics": return statisticsView(context);
      case "graph": return homeView(context);
    }
  }

  function draw(): void {
    if (!picture || WITHOUT_PICTURE.includes(address.view)) return;
    const key = JSON.stringify([address.view, address.id, address.statement, address.filters]);
    if (key === drawn) return;
    drawn = key;
    picture.resize();
    picture.show(...about());
    document.body.dataset["drawn"] = String(Math.round(performance.now()));
  }

  /** What the picture is of: a thing's surroundings, an article's statements, or everything. */
  function about(): [Statement[], number[]] {
    const { filters } = address;
    const pass = passing(model, filters);
    const number = model.thingNumber.get(address.id);
    if (address.view === "entity" && number !== undefined) return [surroundings(model, number, filters), [number]];
    if (address.view === "article") {
      const article = model.articleNumber.get(address.id);
      const statement = model.statementById.get(address.statement);
      const told = model.record.statements.filter((one) => one === statement || (pass(one) && one.evidence.some(([index]) => index === article)));
      const ends = statement ? [statement.subject, statement.object].filter((end) => end !== undefined) : [];
      return [told, ends];
    }
    return [model.record.statements.filter(pass), []];
  }

  addEventListener("hashchange", () => { address = read(location.hash); void render().catch(failed); });
  aside.addEventListener("toggle", () => picture?.resize());
  addEventListener("resize", () => picture?.resize());
  addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const actions: Record<string, () => void> = {
      "/": () => document.getElementById("search")?.focus(),
      g: () => go({ ...EMPTY, view: "graph" }),
      q: () => go({ ...EMPTY, view: "query" }),
      s: () => go({ ...EMPTY, view: "statistics" }),
      f: () => picture?.fit(),
      d: dark,
      Escape: () => history.back(),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  // For tests, which click a line on the canvas: where it is.
  Object.assign(globalThis, {
    zhkg: { lineBetween: (...ids: string[]) => picture?.lineBetween(ids.map((id) => model.thingNumber.get(id) ?? -1)) },
  });
  await render();
}

function failed(error: unknown): void {
  const panel = document.getElementById("panel") ?? document.body;
  fill(panel, el("p", { class: "missing" }, error instanceof Error ? error.message : String(error)));
}

start().catch(failed);
