// Which statements the filters let through; kg export filters by the same rules (kg/selection.py).

import type { Filters } from "./address";
import type { Model, Statement } from "./model";
import { days } from "./model";

export function passing(model: Model, filters: Filters): (statement: Statement) => boolean {
  const types = new Set(filters.withoutTypes);
  const relations = new Set(filters.withoutRelations);
  const statuses = new Set<string>(filters.statuses);
  const to = filters.to || "9999-12-31";
  return (statement) =>
    !relations.has(statement.relation) &&
    statuses.has(statement.status ?? "asserted") &&
    statement.confidence >= filters.confidence &&
    !types.has(model.thing(statement.subject).type) &&
    (statement.object === undefined || !types.has(model.thing(statement.object).type)) &&
    ((!filters.from && !filters.to) || times(model, statement).some(([start, end]) => start <= to && end >= filters.from));
}

/** When a statement holds; without a time of its own, when its articles were published. */
function times(model: Model, statement: Statement): [string, string][] {
  if (statement.time) return [days(statement.time)];
  return statement.evidence.flatMap(([article]) => {
    const published = model.article(article).published;
    return published ? [days(published.slice(0, 10))] : [];
  });
}
