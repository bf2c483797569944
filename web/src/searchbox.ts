// The search field with its list of things, by mouse and by keyboard.

import { el, fill, swatch } from "./dom";
import type { Model } from "./model";
import { search } from "./search";
import { named, word } from "./words";

export function searchBox(model: Model, open: (id: string) => void): HTMLElement {
  const list = el("ul", { id: "hits", role: "listbox" });
  let chosen = 0;
  const input = el("input", {
    type: "search", id: "search", placeholder: word("search"), autocomplete: "off",
    role: "combobox", "aria-controls": "hits", "aria-label": word("search"),
  });
  const close = (): void => {
    fill(list);
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (id: string): void => {
    input.value = "";
    close();
    input.blur();
    open(id);
  };
  const show = (): void => {
    const hits = search(model, input.value);
    chosen = Math.min(chosen, Math.max(0, hits.length - 1));
    input.setAttribute("aria-expanded", String(hits.length > 0));
    fill(list, ...hits.map(({ thing, by }, index) => el("li", {
      id: `hit-${index}`, role: "option", "aria-selected": String(index === chosen), "data-id": thing.id,
      mousedown: (event: Event) => { event.preventDefault(); take(thing.id); },
    }, swatch(model.color(thing)), thing.name, by !== thing.name && el("small", {}, ` ${by}`),
      el("small", { class: "kind" }, named(model.record.types[thing.type], thing.type)))));
    if (hits.length) input.setAttribute("aria-activedescendant", `hit-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
    if (input.value.trim() && !hits.length) fill(list, el("li", { class: "missing" }, word("nothing")));
  };
  input.addEventListener("input", () => { chosen = 0; show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      chosen = Math.max(0, chosen + step);
      show();
    } else if (event.key === "Enter") {
      const id = list.children[chosen]?.getAttribute("data-id");
      if (id) take(id);
    } else if (event.key === "Escape") {
      input.value = "";
      close();
      input.blur();
    }
  });
  return el("div", { class: "search" }, input, list);
}
