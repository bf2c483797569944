// The page's address after #: a view, what it shows, and the filters. Whatever is shown can be reloaded.

import type { Status } from "./model";
import { STATUSES } from "./model";

export type View = "graph" | "entity" | "article" | "query" | "statistics";
const VIEWS: readonly View[] = ["graph", "entity", "article", "query", "statistics"];

export interface Filters {
  /** Types and relations left out, so that an address stays short and a new type is shown. */
  withoutTypes: string[];
  withoutRelations: string[];
  statuses: Status[];
  confidence: number;
  from: string;
  to: string;
  hops: number;
}

export interface Address {
  view: View;
  id: string;
  statement: string;
  reading: number;
  query: string;
  filters: Filters;
}

export const NO_FILTERS: Filters = {
  withoutTypes: [],
  withoutRelations: [],
  statuses: ["asserted", "planned", "former"],
  confidence: 0,
  from: "",
  to: "",
  hops: 1,
};

export function read(hash: string): Address {
  const [, path = "", parameters = ""] = /^#?\/?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const [view = "", ...rest] = path.split("/");
  const given = new URLSearchParams(parameters);
  const list = (name: string): string[] => given.get(name)?.split(",").filter(Boolean) ?? [];
  const statuses = list("status").filter((value): value is Status => STATUSES.includes(value as Status));
  return {
    view: VIEWS.includes(view as View) ? (view as View) : "graph",
    id: decoded(rest.join("/")),
    statement: given.get("statement") ?? "",
    reading: Number(given.get("reading") ?? 0) || 0,
    query: given.get("q") ?? "",
    filters: {
      withoutTypes: list("without-types"),
      withoutRelations: list("without-relations"),
      statuses: given.has("status") ? statuses : NO_FILTERS.statuses,
      confidence: Number(given.get("confidence") ?? 0) || 0,
      from: given.get("from") ?? "",
      to: given.get("to") ?? "",
      hops: Number(given.get("hops") ?? 1) === 2 ? 2 : 1,
    },
  };
}

export function write(address: Address): string {
  const given = new URLSearchParams();
  const put = (name: string, value: string, absent: string): void => {
    if (value !== absent) given.set(name, value);
  };
  const { filters } = address;
  put("statement", address.statement, "");
  put("reading", String(address.reading), "0");
  put("q", address.query, "");
  put("without-types", filters.withoutTypes.join(), "");
  put("without-relations", filters.withoutRelations.join(), "");
  put("status", filters.statuses.join(), NO_FILTERS.statuses.join());
  put("confidence", String(filters.confidence), "0");
  put("from", filters.from, "");
  put("to", filters.to, "");
  put("hops", String(filters.hops), "1");
  const path = [address.view, ...(address.id ? [encodeURIComponent(address.id)] : [])].join("/");
  const parameters = given.toString();
  return `#/${path}${parameters ? `?${parameters}` : ""}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
