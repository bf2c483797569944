// The filters, which are the picture's legend too: a type's colour stands beside its box.

import type { Filters } from "./address";
import { NO_FILTERS } from "./address";
import { el, swatch } from "./dom";
import type { Model } from "./model";
import { STATUSES } from "./model";
import type { Word } from "./words";
import { named, word } from "./words";

type ListKey = "withoutTypes" | "withoutRelations";

export function filterPanel(model: Model, filters: Filters, change: (filters: Filters) => void): HTMLElement {
  const counts = new Map<string, number>();
  const count = (key: string): void => { counts.set(key, (counts.get(key) ?? 0) + 1); };
  for (const { type } of model.record.nodes) count(type);
  for (const { relation } of model.record.statements) count(relation);
  const most = (keys: string[]): string[] => keys.filter((key) => counts.has(key))
    .sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
  const types = most(Object.keys(model.record.types));
  const relations = most(Object.keys(model.record.relations));
  const boxes = (key: ListKey, values: string[], title: Word, label: (value: string) => (string | Node)[]): HTMLElement =>
    el("fieldset", { id: key },
      el("legend", {}, word(title), " ",
        el("button", { type: "button", click: () => change({ ...filters, [key]: [] }) }, word("all")), " ",
        el("button", { type: "button", click: () => change({ ...filters, [key]: values }) }, word("none"))),
      ...values.map((value) => el("label", {}, el("input", {
        type: "checkbox",
        name: value,
        checked: !filters[key].includes(value),
        change: () => change({
          ...filters,
          [key]: filters[key].includes(value) ? filters[key].filter((one) => one !== value) : [...filters[key], value],
        }),
      }), ...label(value), " ", el("small", {}, counts.get(value) ?? 0))));
  const day = (key: "from" | "to"): HTMLElement => el("label", {}, word(key), " ", el("input", {
    type: "date", name: key, value: filters[key],
    change: (event: Event) => change({ ...filters, [key]: (event.target as HTMLInputElement).value }),
  }));
  return el("form", { class: "filters", submit: (event: Event) => event.preventDefault() },
    boxes("withoutTypes", types, "types", (type) => {
      const info = model.record.types[type];
      return [swatch(info?.color ?? ""), named(info, type)];
    }),
    boxes("withoutRelations", relations, "relations", (relation) => [named(model.record.relations[relation], relation)]),
    el("fieldset", { id: "statuses" }, el("legend", {}, word("status")),
      ...STATUSES.map((status) => el("label", {}, el("input", {
        type: "checkbox", name: status, checked: filters.statuses.includes(status),
        change: () => change({ ...filters, statuses: STATUSES.filter((one) => (one === status) !== filters.statuses.includes(one)) }),
      }), word(status)))),
    el("fieldset", {}, el("legend", {}, word("time")), day("from"), day("to")),
    el("fieldset", {}, el("label", {}, `${word("atLeast")} ${filters.confidence.toFixed(2)} `, el("input", {
      type: "range", name: "confidence", min: 0, max: 1, step: 0.05, value: filters.confidence,
      change: (event: Event) => change({ ...filters, confidence: Number((event.target as HTMLInputElement).value) }),
    })),
    el("label", {}, el("input", {
      type: "checkbox", name: "hops", checked: filters.hops === 2,
      change: () => change({ ...filters, hops: filters.hops === 2 ? 1 : 2 }),
    }), word("hops"))),
    el("p", {}, el("button", { type: "button", click: () => change(NO_FILTERS) }, word("clear"))),
  );
}
