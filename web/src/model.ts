// The records that kg/explorer.py writes, where they come from, and the indexes the views need.

export type Status = "asserted" | "planned" | "denied" | "former";
export const STATUSES: readonly Status[] = ["asserted", "planned", "former", "denied"];

interface Label { zh: string; en: string }
interface TypeInfo extends Label { color: string }
export interface ArticleInfo { id: string; title?: string; published?: string; publisher?: string }
export interface Thing {
  id: string;
  name: string;
  type: string;
  initials?: string;
  aliases?: string[];
  pages?: string[];
  mentions?: number;
  articles?: number[];
  place?: [x: number, y: number, community: number];
}
export interface Quantity { text: string; value: string; unit: string; low?: string; high?: string }
export type Evidence = [article: number, start: number, end: number, rule: number];
export interface Statement {
  id: string;
  subject: number;
  relation: string;
  label?: string;
  object?: number;
  value?: Quantity;
  words?: string;
  time?: string;
  status?: Status;
  speaker?: number;
  confidence: number;
  qualifiers?: [string, string][];
  evidence: Evidence[];
}
export interface GraphRecord {
  base: string;
  types: Record<string, TypeInfo>;
  relations: Record<string, Label>;
  rules: string[];
  articles: ArticleInfo[];
  nodes: Thing[];
  statements: Statement[];
}
export interface Article {
  id: string;
  published: string | null;
  meta: Record<string, string | string[] | null>;
  text: string;
  mentions: [start: number, end: number, thing: number][];
}

/** Where records come from: a server, or the blocks of data of a page that stands alone. */
export interface Source {
  graph(): Promise<GraphRecord>;
  article(id: string): Promise<Article>;
  readonly answersQueries: boolean;
}

const served: Source = {
  graph: () => fetchJson<GraphRecord>("api/graph"),
  article: (id) => fetchJson<Article>(`api/article?id=${encodeURIComponent(id)}`),
  answersQueries: true,
};

async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export function source(): Source {
  const graph = document.getElementById("graph");
  const articles = document.getElementById("articles");
  if (!graph || !articles) return served;
  const texts = JSON.parse(articles.textContent) as Record<string, Article>;
  return {
    graph: async () => JSON.parse(graph.textContent) as GraphRecord,
    article: async (id) => {
      const found = texts[id];
      if (!found) throw new Error(`no article ${id}`);
      return found;
    },
    answersQueries: false,
  };
}

export class Model {
  readonly articleNumber = new Map<string, number>();
  readonly thingNumber = new Map<string, number>();
  readonly statementById = new Map<string, Statement>();
  /** The statements that a thing is subject or object of, by the thing's number. */
  readonly ofThing: Statement[][];

  constructor(readonly record: GraphRecord) {
    record.articles.forEach((article, number) => this.articleNumber.set(article.id, number));
    record.nodes.forEach((node, number) => this.thingNumber.set(node.id, number));
    this.ofThing = record.nodes.map(() => []);
    for (const statement of record.statements) {
      this.statementById.set(statement.id, statement);
      this.ofThing[statement.subject]?.push(statement);
      if (statement.object !== undefined && statement.object !== statement.subject) {
        this.ofThing[statement.object]?.push(statement);
      }
    }
  }

  thing(number: number): Thing {
    return at(this.record.nodes, number);
  }

  article(number: number): ArticleInfo {
    return at(this.record.articles, number);
  }

  color(thing: Thing): string {
    return this.record.types[thing.type]?.color ?? "#666666";
  }

  /** The statements between two things, either way. */
  between(one: number, other: number): Statement[] {
    return (this.ofThing[one] ?? []).filter(
      ({ subject, object }) => (subject === one && object === other) || (subject === other && object === one));
  }
}

export function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}

/** The days an ISO date, month, year or interval covers, as strings that compare. */
export function days(time: string): [from: string, to: string] {
  const [first = "", last = first] = time.split("/");
  const end = last || "9999-12-31";
  return [
    first.length === 4 ? `${first}-01-01` : first.length === 7 ? `${first}-01` : first,
    end.length === 4 ? `${end}-12-31` : end.length === 7 ? `${end}-31` : end,
  ];
}
