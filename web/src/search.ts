// Things by name: as written, by an alias, or by the initials of its pinyin (gxq finds 高新区).

import type { Model, Thing } from "./model";

export interface Hit { number: number; thing: Thing; by: string }

export function search(model: Model, words: string, limit = 12): Hit[] {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  const scored: { rank: number; hit: Hit }[] = [];
  model.record.nodes.forEach((thing, number) => {
    const names = [thing.name, ...(thing.aliases ?? [])];
    let best = Infinity;
    let by = "";
    names.forEach((name, index) => {
      const rank = rankOf(name.toLowerCase(), wanted) + (index ? 0.5 : 0);
      if (rank < best) [best, by] = [rank, name];
    });
    const initials = thing.initials ?? "";
    if (best > 3 && initials && /^[a-z0-9]+$/.test(wanted)) {
      const rank = rankOf(initials, wanted) + 3;
      if (rank < best) [best, by] = [rank, thing.name];
    }
    if (best < Infinity) scored.push({ rank: best - popularity(model, number), hit: { number, thing, by } });
  });
  scored.sort((one, other) => one.rank - other.rank || one.hit.number - other.hit.number);
  return scored.slice(0, limit).map(({ hit }) => hit);
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : Infinity;
}

/** Of names that fit equally well the one with more statements, never more than a rank's worth. */
function popularity(model: Model, number: number): number {
  const count = model.ofThing[number]?.length ?? 0;
  return (0.4 * count) / (count + 5);
}
