// The words of the page in both languages, and the reader's choice of language and of light or dark.

const WORDS = {
  search: ["搜索：名称或拼音首字母（/）", "Search: a name or its pinyin initials (/)"],
  graph: ["图谱", "Graph"],
  query: ["查询", "Query"],
  statistics: ["统计", "Statistics"],
  filters: ["筛选与图例", "Filters and legend"],
  types: ["类型", "Types"],
  relations: ["关系", "Relations"],
  status: ["状态", "Status"],
  confidence: ["置信度", "Confidence"],
  atLeast: ["置信度不低于", "Confidence at least"],
  from: ["自", "From"],
  to: ["至", "To"],
  hops: ["周边两步", "Two steps around"],
  clear: ["清除筛选", "Clear the filters"],
  all: ["全选", "all"],
  none: ["全不选", "none"],
  asserted: ["已述", "asserted"],
  planned: ["计划", "planned"],
  former: ["曾任", "former"],
  denied: ["否认", "denied"],
  facts: ["事实", "Facts"],
  names: ["别名", "Also called"],
  pages: ["网页", "Pages"],
  articles: ["文章", "Articles"],
  rule: ["规则", "Rule"],
  speaker: ["说话人", "Speaker"],
  time: ["时间", "Time"],
  reading: ["出处", "Reading"],
  others: ["两者之间的其他陈述", "Other statements between the two"],
  ask: ["运行（Ctrl+Enter）", "Run (Ctrl+Enter)"],
  cookbook: ["示例查询", "Cookbook"],
  download: ["下载 CSV", "Download CSV"],
  waiting: ["请稍候…", "One moment…"],
  nothing: ["没有找到", "Nothing found"],
  noSuch: ["图谱中没有", "Not in the graph:"],
  nothingPassed: ["筛选后没有剩下任何内容", "The filters leave nothing"],
  things: ["实体", "Things"],
  statements: ["陈述", "Statements"],
  byRelation: ["各关系的陈述数", "Statements by relation"],
  byMonth: ["各月文章数", "Articles by month"],
  factsByMonth: ["各月陈述数（按文章日期）", "Statements by month of their articles"],
  byType: ["各类型的实体数", "Things by type"],
  byStatus: ["各状态的陈述数", "Statements by status"],
  coverage: ["覆盖", "Coverage"],
  withFacts: ["读出陈述的文章", "Articles that gave a statement"],
  withTime: ["带时间的陈述", "Statements with a time"],
  withSpeaker: ["带说话人的陈述", "Statements with a speaker"],
  connected: ["有陈述的实体", "Things with a statement"],
  light: ["浅色或深色（d）", "Light or dark (d)"],
  language: ["English", "中文"],
  fit: ["全图（f）", "Whole picture (f)"],
  rows: ["行", "rows"],
  empty: ["单击节点或边，或搜索一个名称。", "Click a node or an edge, or search for a name."],
  biggest: ["陈述最多的实体", "Things with the most statements"],
  noPicture: ["浏览器不能绘图（WebGL 不可用）；所有内容在右侧表中。", "This browser cannot draw (no WebGL); all is in the tables beside."],
  keys: ["/ 搜索 · g 图谱 · q 查询 · s 统计 · f 全图 · d 深浅 · Esc 返回", "/ search · g graph · q query · s statistics · f whole picture · d dark · Esc back"],
} satisfies Record<string, readonly [zh: string, en: string]>;

export type Word = keyof typeof WORDS;
type Language = "zh" | "en";
type Theme = "light" | "dark";

function kept(name: string): string | null {
  try {
    return localStorage.getItem(`zhkg-${name}`);
  } catch {
    return null; // a page from a disk may have no storage
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`zhkg-${name}`, value);
  } catch {
    // then the choice lasts as long as the page
  }
}

const chosen = {
  language: (kept("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en")) as Language,
  theme: (kept("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) as Theme,
};

export const language = (): Language => chosen.language;
export const theme = (): Theme => chosen.theme;

export function switchLanguage(): void {
  chosen.language = chosen.language === "zh" ? "en" : "zh";
  keep("language", chosen.language);
}

export function switchTheme(): void {
  chosen.theme = chosen.theme === "dark" ? "light" : "dark";
  keep("theme", chosen.theme);
}

export function word(name: Word): string {
  return WORDS[name][chosen.language === "zh" ? 0 : 1];
}

export function named(label: { zh: string; en: string } | undefined, otherwise: string): string {
  return label?.[chosen.language] ?? otherwise;
}
