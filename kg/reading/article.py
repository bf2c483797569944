"""From the blocks of a page to the article: what is its text, and what the page says of it.

The article is the smallest element that holds most of the page's prose; inside it, blocks of links,
phrases that no article has, and lines about the article (来源：…) are taken out.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, pairwise

from kg.document import BlockKind
from kg.life_lines import LIFE_SECTION, OPENS_LIFE
from kg.reading.blocks import Page, RawBlock
from kg.reading.facts import (
    Label,
    byline_of,
    cleaned,
    date_of,
    is_name,
    is_names,
    labels_of,
    labels_only,
    latest_time,
)
from kg.reading.kinds import STOPS, kinds_of, may_head
from kg.reading.rules import page_rules
from kg.reading.segments import Line

_LIFE = re.compile(rf"\s*(?:{OPENS_LIFE}|{LIFE_SECTION}\s*$)")
#: What may be somebody's name or a place's, and how an entry on the place goes on below it.
_PLACE = re.compile("[一-龥]{1,2}[镇乡县村区市]")
_OPENS_PLACE = re.compile(
    r"\s*(?:[一-龥]{2,8}[县市区旗]下?辖|位于|地处|面积|[12]\d{3}年(?:\d{1,2}月)?，?(?:[建置设改析属为]|划归|成立))"
)
_SITE = re.compile("(?:网|报|社|在线|电视台|门户|政府|客户端|杂志|周刊|.{2}财经)$")
_TITLE_CUT = re.compile(
    r"\s*(?:_+|\s-+\s|-{2,}|\s?[|｜]\s?|\s—+\s|-\s?(?=【)|\s?::\s?|\s?»\s?|\s<\s)\s*|(?<=[\u4e00-\u9fff”》！？])-(?=[\u4e00-\u9fff]{2,12}$)"
)
_MEDIA = re.compile(
    "(?:网|报|社|台|刊|财经|经济报道|新闻|时报|日报|在线|频道|杂志|周刊|传媒|观察|客户端|号|中心|局|委|政府|办公室|媒体|资讯|财讯|电视|广播|通讯|Wind)(?:·.{2,12})?$"
)
_IMPRINT = re.compile("版权|Copyright|©|ICP[备证]", re.IGNORECASE)
_BRACKETED_SITE = re.compile(r"[-_|—]\s?【[^【】]{3,12}】\s*$")
_PAGE_NUMBER = re.compile(r"[(（]\d{1,2}[)）](?=$|[_ |-])")
_DATE_PIECE = re.compile(r"[\d\s年月日:：./-]{1,16}")
_LONGEST_SITE = 12
_SECTIONS = 5  # headings of an article that is a digest of sections
_SHORT_TIME = re.compile(r"\d{1,2}[-/月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}.{0,12}")
_FOOTER = 60  # blocks after the article that may still name its editor
_LONGEST_HEADER = 160
_SUMMARIES = 3  # under linked titles make a list of other articles
_TEASED = 4  # characters of a linked title
_HEAD = 3  # blocks among which the title may stand again
_PAGE_SHARE, _CONTENT_SHARE = 0.75, 0.5


@dataclass(slots=True)
class Draft:
    """An article on its way to a document: its blocks, and the values found for each field."""

    lines: list[tuple[Line, BlockKind]] = field(default_factory=list)
    facts: dict[str, list[str]] = field(default_factory=dict)
    published: datetime | None = None
    notes: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    def first(self, name: str) -> str | None:
        """Return the most trustworthy value of a field."""
        return next(iter(self.facts.get(name, [])), None)


def draft_of(page: Page) -> Draft:
    """Return the article of a page; its ``lines`` are empty where the page has none."""
    weights = _weights(page)
    junk = _junk(page, weights)
    chosen = _chosen(page, weights, junk)
    start, end = (chosen[0], chosen[-1] + 1) if chosen else (0, 0)
    inside = [page.blocks[i] for i in chosen]
    draft = Draft(facts={name: list(values) for name, values in page.facts.items()})
    # Blocks follow each other in the page, so what is around the first and the last is around all.
    around = set(inside[0].path) & set(inside[-1].path) if inside else set()
    images = [
        address
        for path, address in page.images
        if address and around.issubset(path) and junk.isdisjoint(path)
    ]
    draft.facts.setdefault("image", []).extend(images[:1])
    _Selection(page, draft, page.blocks[:start], inside, page.blocks[end:]).run([weights[i] for i in chosen])
    return draft


def prose(block: RawBlock) -> int:
    """Return how many characters of running text a block has; links and headings have none."""
    length = len(block.text)
    if block.kind in ("heading", "caption") or length < 12:
        return 0
    if not STOPS.search(block.text) or is_phrase(block):
        return 0
    linked = block.line.share("href")
    return 0 if linked > 0.5 else round(length * (1 - linked))


def _weights(page: Page) -> list[int]:
    """Return the prose of each block; summaries under linked titles have none beside an article."""
    weights = [prose(block) for block in page.blocks]
    teasers = {
        i
        for i, (title, _) in enumerate(pairwise(page.blocks), 1)
        if weights[i] and len(title.text) >= _TEASED and title.line.share("href") > 0.8
    }
    if len(teasers) < _SUMMARIES:
        return weights
    rows: dict[int, set[int]] = {}  # the elements with summaries in each element
    for i in teasers:
        for parent, child in pairwise(page.blocks[i].path):
            rows.setdefault(parent, set()).add(child)
    lists = {parent for parent, children in rows.items() if len(children) >= _SUMMARIES}
    for i, block in enumerate(page.blocks):
        if weights[i] and i not in teasers and lists.isdisjoint(block.path):
            named = page.content.intersection(block.path)
            if named - rows.keys():
                return [0 if i in teasers else weight for i, weight in enumerate(weights)]
    return weights


def is_phrase(block: RawBlock) -> bool:
    """Tell whether a block is one of the phrases that no article has (返回首页)."""
    rules = page_rules()
    short = len(block.text) <= rules.longest_phrase
    return bool((short and rules.drop.match(block.text)) or rules.drop_any.match(block.text))


def _chosen(page: Page, weights: list[int], junk: set[int]) -> list[int]:
    """Find the article's element; return the numbers of its blocks, without junk."""
    free = [i for i, block in enumerate(page.blocks) if junk.isdisjoint(block.path)]
    chosen = free
    total = sum(weights[i] for i in free)
    depth = 0
    while total:
        counts: Counter[int] = Counter()
        number: Counter[int] = Counter()
        for i in chosen:
            path = page.blocks[i].path
            if depth < len(path):
                counts[path[depth]] += weights[i]
                number[path[depth]] += weights[i] > 0
        best = max(counts, key=lambda element: (counts[element], -element), default=None)
        if best is None or best in page.flow:
            break
        here = sum(weights[i] for i in chosen)
        hinted = best in page.content
        rival = any(
            element in page.content for element in counts if element != best and counts[element] > here / 10
        )
        enough = counts[best] >= _PAGE_SHARE * total or (
            hinted and not rival and counts[best] >= _CONTENT_SHARE * here
        )
        if not enough or (number[best] == 1 and not hinted and sum(weights[i] > 0 for i in chosen) > 1):
            break
        inner = [i for i in chosen if depth < len(page.blocks[i].path) and page.blocks[i].path[depth] == best]
        if (
            len(inner) == 1
            and not hinted
            and len(chosen) > 1
            and len(page.blocks[inner[0]].path) == depth + 1
        ):
            break
        chosen = inner
        depth += 1
    return chosen if total else _hinted(page, free)


def _junk(page: Page, weights: list[int]) -> set[int]:
    """Return the elements to leave out; none that hold nearly all of the page's prose."""
    outside = sum(
        weight for weight, block in zip(weights, page.blocks, strict=True) if page.junk.isdisjoint(block.path)
    )
    if outside * 7 > sum(weights):
        return page.junk
    held: Counter[int] = Counter()
    for weight, block in zip(weights, page.blocks, strict=True):
        for element in page.junk.intersection(block.path):
            held[element] += weight
    return {element for element in page.junk if held[element] * 2 < sum(weights)}


def _hinted(page: Page, free: list[int]) -> list[int]:
    """Without any prose: the blocks of elements that are named as content, else all."""
    found = [i for i in free if not page.content.isdisjoint(page.blocks[i].path)]
    return found or free


class _Selection:
    """Goes through the blocks once, keeps the text and notes what is said of the page."""

    def __init__(
        self, page: Page, draft: Draft, before: list[RawBlock], inside: list[RawBlock], after: list[RawBlock]
    ) -> None:
        self.page = page
        self.draft = draft
        self.before = before
        self.inside = inside
        self.after = after
        self.rules = page_rules()
        self.found: dict[str, list[str]] = {}
        self.tells_life = False
        self.tells_place = False

    def run(self, weights: list[int]) -> None:
        flowing = [
            i
            for i, weight in enumerate(weights)
            if weight >= 20 and not labels_only(self.inside[i].line.parted)
        ]
        first, last = (flowing[0], flowing[-1]) if flowing else (len(weights), 0)
        opening = self.inside[: first + 1] if flowing else ()
        self.tells_life = any(_LIFE.match(b.text) for b in opening)
        self.tells_place = any(_OPENS_PLACE.match(b.text) for b in opening)
        for block in self.before:
            self.header(block)
        head = [*self.before, *self.inside[:first]]
        self.dated_in_pieces(head)
        self.titled_by_place(head)
        kept: list[tuple[RawBlock, int]] = []
        scraps = False
        for i, block in enumerate(self.inside):
            if self.says(block, edge=i <= first or i >= last, leading=i < first):
                continue
            if self.rules.ends.match(block.text):
                scraps = True
                continue
            if scraps and (weights[i] < 40 or block.line.share("href")):
                continue
            scraps = False
            if not self.is_junk(block, weights[i]):
                kept.append((block, weights[i]))
        for block in self.after[:_FOOTER]:
            self.footer(block)
        self.found["imprint"] = [block.text for block in self.after if _IMPRINT.search(block.text)]
        self.settle()
        # Where nothing seems to be text (a line that is a name), all of it is.
        self.keep(kept or [(block, 0) for block in self.inside if not self.is_junk(block, 0)])

    def header(self, block: RawBlock) -> None:
        """Read a block before the article: title, source, time, by-line."""
        if len(block.text) > _LONGEST_HEADER or prose(block) > 60:
            return
        text = block.line.parted
        found = labels_of(text)
        for label in found:
            self.note(label)
        if not found and (names := byline_of(text)):
            self.say("author_named", names)
        self.dated(block, "date_near")
        if block.kind == "heading" and len(block.text) <= 80:
            self.say("heading", block.text)
        for role, value in block.line.roles():
            self.named(role, value, labelled=bool(found))
        if not any(label.field == "source" for label in found):
            self.beside_date(text.partition(found[0].label)[0] if found else text)

    def footer(self, block: RawBlock) -> None:
        """Read a block after the article: editor, source; a time where the header told none."""
        if len(block.text) > _LONGEST_HEADER or prose(block):
            return
        text = block.line.parted
        for label in labels_only(text) or [label for label in labels_of(text) if label.field == "editor"]:
            self.note(label)
        self.dated(block, "date_after")

    def named(self, role: str, value: str, *, labelled: bool) -> None:
        """Take what an element's class says it holds: ``class="source"``, ``id="title"``."""
        dated = date_of(value) is not None
        if role == "title" and 5 <= len(value) <= 80 and not dated:
            self.say("title_named", value)
        elif role in ("source", "author") and not labelled and len(value) <= 40:
            name = byline_of(value) or cleaned(role, value)
            if name and (role == "source" or is_names(name)):
                self.say(f"{role}_named", name)

    def beside_date(self, text: str) -> None:
        """Take the publisher that stands beside the time without a label."""
        when = date_of(text)
        if when:
            rest = cleaned("source", text[: when.start()] + " " + text[when.end() :])
            if 2 <= len(rest) <= 20 and _MEDIA.search(rest):
                self.say("source_named", rest)

    def dated(self, block: RawBlock, trust: str) -> None:
        if date_of(block.text):
            roles = {role for role, _ in block.line.roles()}
            self.say("date_named" if "date" in roles else trust, block.text)

    def dated_in_pieces(self, blocks: list[RawBlock]) -> None:
        """Take a date whose year, day and hour stand in elements of their own."""
        for digits, group in groupby(blocks, lambda block: _DATE_PIECE.fullmatch(block.text) is not None):
            joined = " ".join(block.text for block in group) if digits else ""
            if date_of(joined):
                self.say("date_near", joined)

    def titled_by_place(self, blocks: list[RawBlock]) -> None:
        """Take the line before the date, where a page names its title nowhere else."""
        for block, after in pairwise(blocks):
            told = date_of(after.text) or labels_only(after.line.parted)
            fits = 6 <= len(block.text) <= 60 and not block.line.share("href") and not is_phrase(block)
            if told and fits and not date_of(block.text) and not labels_of(block.text):
                self.say("title_guessed", block.text)
                return

    def note(self, label: Label) -> None:
        if label.field != "ignored" and label.value.strip("-"):
            self.say(label.field, label.value)

    def say(self, name: str, value: str) -> None:
        self.found.setdefault(name, []).append(value)

    def says(self, block: RawBlock, *, edge: bool, leading: bool) -> bool:
        """Tell whether a block only says something of the article; if so, note it."""
        text = block.line.parted
        found = labels_only(text)
        if found and (edge or not any(label.label in self.rules.ambiguous for label in found)):
            for label in found:
                self.note(label)
            self.dated(block, "date_near")
            return True
        if edge and (names := byline_of(text)):
            self.say("author", names)
            return True
        if leading and self.leads(block, text):
            self.header(block)
            return True
        return False

    def leads(self, block: RawBlock, text: str) -> bool:
        """Tell whether a block before all prose is part of the article's head."""
        if block.level == 1:
            given = self.draft.first("front_title")
            return given is None or _bare(text) == _bare(given)
        heads = self.tells_life or (self.tells_place and _PLACE.fullmatch(text))
        if is_name(text) and block.kind == "paragraph" and not heads:
            self.say("author", text.replace(" ", ""))
            return True
        when = date_of(text)
        if when and text.startswith("在", when.end()):
            return False  # 2022年3月1日在某市人代会上: where a speech is held
        if when and len(text) - len(when[0]) <= 24 and not STOPS.search(text):
            return True
        few = len(text) <= self.rules.longest_phrase and not STOPS.search(text)
        return _SHORT_TIME.fullmatch(text) is not None or (few and len(labels_of(text)) > 1)

    def is_junk(self, block: RawBlock, weight: int) -> bool:
        linked = block.kind != "caption" and block.line.share("href") > 0.6
        if not weight and linked and not block.line.share("code"):
            return True
        if not weight and is_phrase(block):  # what has weight was found to be none
            return True
        counter = block.kind == "paragraph" and len(block.text) <= 4 and block.text.isdigit()
        return counter or not any(char.isalnum() for char in block.text)

    def settle(self) -> None:
        """Put what was found in order of trust."""
        facts, found = self.draft.facts, self.found
        page_titles, site_first = _title_parts(next(iter(facts.get("page_title", [])), ""))
        headings = [text for text in found.get("heading", []) if text not in page_titles[1:]]
        agreed = [text for text in headings if any(text in title for title in facts.get("page_title", []))]
        named = found.get("title_named", []) + found.get("title", [])
        given = facts.get("front_title", [])
        metas = [_title_parts(title)[0][0] for title in facts.get("title", []) if title.strip()]
        placed = [*named, *headings, *found.get("title_guessed", [])]
        # Some sites give every page the site's own name as its title.
        only_site = len(page_titles) == 1 and _SITE.search(page_titles[0]) is not None
        titles = [*placed, *page_titles] if only_site else [*page_titles[:1], *placed]
        facts["title"] = [title for title in (*given, *agreed, *metas, *titles) if title]
        for name in ("source", "author", "editor", "original_title"):
            metas = [value for value in (cleaned(name, text) for text in facts.get(name, [])) if value]
            facts[name] = [*found.get(name, []), *metas, *found.get(f"{name}_named", [])]
        facts["source"] += [name for name in found.get("issuer", []) if _MEDIA.search(name)]
        facts["author"] = [name for name in facts["author"] if len(name) <= 48]
        known = [*facts["source"][:1], *found.get("imprint", [])]
        sites = [
            part
            for part in reversed(page_titles[0 if only_site else 1 :])
            if _SITE.search(part) or any(_tells_site(text, part) for text in known)
        ]
        if site_first or _BRACKETED_SITE.search(next(iter(facts.get("page_title", [])), "")):
            sites = [page_titles[-1], *sites]
        facts["publisher"] = [*facts.get("publisher", []), *sites]
        times = [*facts.get("published", []), *found.get("published", []), *found.get("date_named", [])]
        times += [*facts.get("time_tag", []), *found.get("date_near", []), *found.get("date_after", [])]
        times += facts["title"][:1]
        self.draft.published = latest_time(times)

    def keep(self, kept: list[tuple[RawBlock, int]]) -> None:
        """Put the article's lines into the draft, without its own title."""
        known = (self.draft.first("title"), self.draft.first("original_title"))
        titles = {_bare(title) for title in known if title}
        kept = kept[_title_lines([block.text for block, _ in kept[:_HEAD]], titles) :]
        own = [item for item in kept[:_HEAD] if item[1] or _bare(item[0].text) not in titles] + kept[_HEAD:]
        blocks = [block for block, _ in own]
        kinds = kinds_of(blocks, [weight for _, weight in own])
        if kinds.count("heading") >= _SECTIONS and kinds[-1] == "paragraph" and may_head(blocks[-1]):
            blocks, kinds = blocks[:-1], kinds[:-1]  # the heading of a section that was a picture
        self.draft.lines = [
            (self.trimmed(block.line), kind) for block, kind in zip(blocks, kinds, strict=True)
        ]

    def trimmed(self, line: Line) -> Line:
        """Cut links at the end of a line that lead away from the article (返回首页)."""
        end = len(line.text)
        for part in reversed(line.segments):
            if not part.style.href or not self.rules.drop.match(part.text):
                break
            end -= len(part.text)
        end = len(line.text[:end].rstrip())
        return line.cut(0, end) if 0 < end < len(line.text) else line


def _title_parts(title: str) -> tuple[list[str], bool]:
    """Split 标题_频道_网站 or 网站_标题; put the title first, and tell whether the site stood there."""
    title = _PAGE_NUMBER.sub("", " ".join(title.split()))
    parts = [part.strip(" 【】[]-_|") for part in _TITLE_CUT.split(title)]
    parts = [part for part in parts if part] or [title.strip()]
    short = len(parts) > 1 and len(parts[0]) <= min(_LONGEST_SITE, len(parts[1]) - 1)
    if short and _MEDIA.search(parts[0]):
        return [*parts[1:], parts[0]], True
    return parts, False


def _title_lines(lines: list[str], titles: set[str]) -> int:
    """Return how many of the first lines are together the title, which a <br> may cut."""
    whole = [number for number in range(2, len(lines) + 1) if _bare("".join(lines[:number])) in titles]
    return whole[0] if whole else 0


def _tells_site(text: str, part: str) -> bool:
    """Tell whether a source is the last part of the title, or an imprint (版权所有 …) names it."""
    return text == part or (len(part) > 3 and part in text and _IMPRINT.search(text) is not None)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
