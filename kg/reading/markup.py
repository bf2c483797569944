"""HTML to blocks, each character with its place in the source.

The source is cut into tags and runs of text by one linear scan. A parser gets only the tags, with a
number in place of every run; so Beautiful Soup and lxml mend the tree, however broken, and the text
that comes out of the tree still knows exactly where it stood. Scripts, styles, comments and template
code are never parsed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import AttributeDict, NavigableString, Tag

from kg.document import BlockKind
from kg.errors import ReadError
from kg.reading.blocks import Page, RawBlock
from kg.reading.rules import Named, PageRules, named, page_rules
from kg.reading.segments import BREAK, CELL, PLAIN, Segment, Style, tidy, unescape

# Every alternative takes its match in one pass (possessive, or up to the end of the file), so that
# no page can make the scan quadratic.
_ATTRIBUTES = r"""(?:[^<>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+"""
_TOKEN = re.compile(
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))
    | <%.*?(?:%>|\Z)
    | <!\[CDATA\[.*?(?:\]\]>|\Z)
    | <[!?][^>]*+(?:>|\Z)
    | <(?P<raw>script|style|textarea)(?=[\s/>])(?P<rawattr>{_ATTRIBUTES})>
        (?P<rawtext>.*?)(?:</(?P=raw)\s*+[^>]*+>|\Z)
    | <title(?=[\s>])[^<>]*+>(?P<title>[^<]*+)
    | <(?P<close>/?)(?P<name>[A-Za-z][^\s/<>]*+){_ATTRIBUTES}>?""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_LD_TYPE = re.compile(r"application/ld\+json", re.IGNORECASE)
_LD_NAME = r'"%s"\s*:\s*\[?\s*\{[^{}]*?"name"\s*:\s*"([^"\\]{2,40})"'
_LD_FIELDS = (
    ("published", re.compile(r'"(?:datePublished|pubDate)"\s*:\s*"([^"]{8,40})"')),
    ("title", re.compile(r'"headline"\s*:\s*"([^"\\]{2,200})"')),
    *((name, re.compile(_LD_NAME % name)) for name in ("publisher", "author")),
)
_IMPLIED = frozenset(
    ("p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot", "colgroup")
)
_FLOW = frozenset(("p", "li", "dd", "dt"))
_VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
# Most inline tags only colour the text; the parser need not see them.
_INLINE = frozenset(
    ("span", "font", "em", "i", "u", "small", "big", "sub", "sup", "s", "ins", "del", "label", "abbr")
)
_BOLD_NAME = re.compile(r"(?:\b|-)(?:strong|bold)\b", re.IGNORECASE)
_TELLING = re.compile(r"\shidden\b|bold|strong|font-weight|display|center", re.IGNORECASE)
_NAMES = re.compile(r"""\s(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
# Nothing is read from these; the parser builds its tree faster without them.
# fmt: off
_LEFT_OUT = frozenset((
    "html", "head", "body", "iframe", "script", "style", "textarea", "title", "input", "param", "col",
    "colgroup", "tbody", "thead", "tfoot", "area", "embed", "source", "track", "wbr",
))
# fmt: on
_SKIPPED = frozenset(
    (
        "noscript",
        "noframes",
        "noembed",
        "svg",
        "select",
        "button",
        "object",
        "template",
        "math",
        "audio",
        "video",
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# fmt: off
_BLOCK = _HEADINGS | {
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
    "legend", "li", "main", "menu", "nav", "o:p", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}
# fmt: on
_BOLD = frozenset(("b", "strong"))
_STYLING = _BOLD | {"a"}
_JUNK_TAGS = frozenset(("nav", "footer", "aside", "dialog"))
_TEMPLATE = ("c:", "jsp:", "fmt:", "fn:", "s:", "bean:", "logic:", "tiles:", "v:", "w:", "m:")
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|strong-bold", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center|align-center", re.IGNORECASE)
_WEB_LINK = re.compile(r"(?:https?:)?//[^\s/]+/\S*", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp)\b|^javascript:", re.IGNORECASE)
_CANONICAL = "canonical"  # the only link of a page's head that is read
_NOWHERE = "#"  # the address of a link that scripts follow
_REFERENCES = 5  # character references allowed for each tag allowed
_LONGEST_PATH = 96  # elements; what lies deeper belongs to the last of them
_WHOLE_CELL = 160  # characters: a cell with more is a part of the page's layout, not a value


class _Around(NamedTuple):
    """What the elements around a node say of it."""

    style: Style = PLAIN
    path: tuple[int, ...] = ()
    kind: BlockKind = "paragraph"
    centred: bool = False
    row: bool = False
    level: int = 0
    lines: bool = False


def read_markup(
    source: str, *, start: int = 0, max_tags: int, max_depth: int, inner: "Skeleton | None" = None
) -> Page:
    """Take a page apart.

    Args:
        source: the decoded page.
        start: the character at which it begins, after front matter.
        max_tags: tags beyond which the page is refused.
        max_depth: depth beyond which elements are left out of the tree; their text stays.
        inner: the skeleton where another format (Markdown) has made it already.

    Raises:
        ReadError: the page has more than ``max_tags`` tags, or five times as many character references.
    """
    if source.count("&", start) > _REFERENCES * max_tags:
        most = _REFERENCES * max_tags
        raise ReadError(f"has more than {most} character references; raise --max-tags if it is an article")
    skeleton = inner or skeleton_of(source, start, len(source), max_tags=max_tags, max_depth=max_depth)
    soup = BeautifulSoup(
        f"<html><body><div>{''.join(skeleton.tags)}</div></body></html>",
        "lxml",
        # Attributes as they are: lists and checks of their values cost a tenth of the time.
        multi_valued_attributes=None,
        attribute_dict_class=AttributeDict,
    )
    page = Page()
    for field, values in skeleton.facts.items():
        page.add(field, values)
    walk = _Walk(source, skeleton, page)
    walk.run(soup)
    for field, names in page_rules().meta.items():
        page.add(field, [walk.metas[name] for name in names if name in walk.metas])
    return page


class Skeleton:
    """The tags of a page, numbers for its runs of text, and what its head and scripts say."""

    def __init__(self) -> None:
        """Start empty."""
        self.tags: list[str] = []
        self.runs: list[tuple[int, int]] = []
        self.facts: dict[str, list[str]] = {}

    def text(self, start: int, end: int) -> None:
        """Put a run of text, the source's characters ``[start, end)``."""
        self.tags.append(f" {len(self.runs)} ")
        self.runs.append((start, end))


def skeleton_of(
    source: str, start: int, end: int, *, max_tags: int, max_depth: int, into: Skeleton | None = None
) -> Skeleton:
    """Scan the source's characters ``[start, end)``; see :func:`read_markup` for the limits."""
    skeleton = into or Skeleton()
    at = start
    opened: list[tuple[str, bool]] = []
    for match in _TOKEN.finditer(source, start, end):
        if at < match.start():
            _text(skeleton, source, at, match.start())
        at = match.end()
        if match["name"] is None:
            _note(skeleton, source, match)
            continue
        name = match["name"].lower()
        if name in _LEFT_OUT or name.startswith(_TEMPLATE) or (name == "link" and _CANONICAL not in match[0]):
            continue
        if len(skeleton.tags) - len(skeleton.runs) >= max_tags:
            raise ReadError(f"has more than {max_tags} tags; raise --max-tags if it is an article")
        if _fits(name, match, opened, max_depth):
            skeleton.tags.append(match[0])
    if at < end:
        _text(skeleton, source, at, end)
    return skeleton


def _fits(name: str, match: re.Match[str], opened: list[tuple[str, bool]], max_depth: int) -> bool:
    """Keep count of the open elements; tell whether the tag is wanted and within the depth allowed."""
    if name in _IMPLIED or name in _VOID:
        return True
    if not match["close"]:
        wanted = len(opened) < max_depth and (name not in _INLINE or _tells(match[0]))
        opened.append((name, wanted))
        return wanted
    # What was left open inside is closed with it; a stray end tag closes nothing. Looking back no
    # further than the allowed depth keeps the scan linear.
    for back in range(1, min(len(opened), max_depth) + 1):
        if opened[-back][0] == name:
            wanted = opened[-back][1]
            del opened[-back:]
            return wanted
    return False


def _tells(tag: str) -> bool:
    """Tell whether an inline tag says more of its text than how it looks."""
    if " " not in tag and "\n" not in tag:
        return False
    names = ["".join(found) for found in _NAMES.findall(tag)]
    marked = any(page_rules().ticker_id.match(name) for name in names)
    return marked or any(named(" ".join(names))) or _TELLING.search(tag) is not None


def _text(skeleton: Skeleton, source: str, start: int, end: int) -> None:
    # The line breaks between tags are layout of the source; other white space may part words.
    if source[start] in "\r\n" and source[start:end].isspace():
        return
    skeleton.text(start, end)


def _note(skeleton: Skeleton, source: str, match: re.Match[str]) -> None:
    """Keep what a title or a script with linked data says of the page."""
    if match["title"]:
        text = "".join(part.text for part in unescape(source, *match.span("title")))
        skeleton.facts.setdefault("page_title", []).append(text)
    elif match["rawtext"] and _LD_TYPE.search(match["rawattr"]):
        for field, pattern in _LD_FIELDS:
            skeleton.facts.setdefault(field, []).extend(pattern.findall(match["rawtext"])[:1])


@lru_cache(maxsize=4096)
def _looks(style: str) -> tuple[bool, bool, bool]:
    """Tell whether a style attribute makes bold, hides, and centres."""
    if not style:
        return False, False, False
    return (
        _BOLD_STYLE.search(style) is not None,
        _HIDDEN_STYLE.search(style) is not None,
        _CENTRED.search(style) is not None,
    )


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return value if isinstance(value, str) else ""


class _Walk:
    """Walks a tree in document order, without recursion, and gathers blocks."""

    def __init__(self, source: str, skeleton: Skeleton, page: Page) -> None:
        self.source = source
        self.runs = skeleton.runs
        self.page = page
        self.rules: PageRules = page_rules()
        self.parts: list[Segment] = []
        self.begun: _Around | None = None
        self.image = False
        self.whole = True
        self.elements = 0
        self.metas: dict[str, str] = {}

    def run(self, soup: BeautifulSoup) -> None:
        stack: list[tuple[Tag | NavigableString | None, _Around]] = [(soup, _Around())]
        while stack:
            node, around = stack.pop()
            if node is None:
                self.flush(whole=True)
            elif isinstance(node, NavigableString):
                self.text(node, around)
            else:
                block, inside = self.enter(node, around)
                if inside is None:
                    continue
                if block:
                    stack.append((None, around))
                stack.extend(
                    (child, inside)
                    for child in reversed(node.contents)
                    if isinstance(child, Tag | NavigableString)
                )
        self.flush(whole=True)

    def enter(self, tag: Tag, around: _Around) -> tuple[bool, _Around | None]:
        """Return whether the tag is a block, and what it says of its children (``None``: skip them)."""
        name = tag.name
        if name in _VOID:
            if name == "hr" or (name == "br" and not around.row):
                self.flush(whole=False)
            elif name == "br":
                self.parts.append(BREAK)
            elif name == "img":
                self.image = True
                # A picture that leads to another page belongs to that page (a list's, the site's logo).
                if around.style.href in ("", _NOWHERE) or _PICTURE.search(around.style.href):
                    self.page.images.append((around.path, _attribute(tag, "src")))
            elif name == "meta":
                for key in ("name", "property", "itemprop"):
                    self.metas.setdefault(_attribute(tag, key).lower(), _attribute(tag, "content"))
            elif name == "link" and tag.get("rel") == "canonical":
                self.page.add("url", [_attribute(tag, "href")])
            return False, None
        if name in _SKIPPED:
            return False, None
        if name == "time":
            self.page.add("time_tag", [_attribute(tag, "datetime")])
        around = self.described(tag, name, around)
        block = name in _BLOCK and not (around.row and name != "tr")
        if around.row and name in _BLOCK and self.parts:
            self.parts.append(CELL if name in ("td", "th") else BREAK)
        if block:
            self.flush(whole=True)
            self.whole = True
        return block, around

    def described(self, tag: Tag, name: str, around: _Around) -> _Around:
        attrs = tag.attrs
        if not attrs and name not in _BLOCK and name not in _STYLING:
            return around
        look = names = ""
        if attrs:
            look = f"{attrs.get('style', '')} {attrs.get('cms-style', '')}".strip()
            names = f"{attrs.get('class', '')} {attrs.get('id', '')}".strip()
        means = named(names)
        bold, hidden, centred = _looks(look)
        hidden = hidden or "hidden" in attrs
        bold = bold or (name in _INLINE and names != "" and _BOLD_NAME.search(names) is not None)
        block = name in _BLOCK
        path, kind, row, level = around.path, around.kind, around.row, around.level
        if (block or names or hidden) and len(path) < _LONGEST_PATH:
            path = (*path, self.element(name, means, hidden))
        if name in _HEADINGS:
            kind, level = "heading", int(name[1])
        elif name == "li":
            kind = "item"
        elif means.caption or name in ("figcaption", "caption"):
            kind = "caption"
        elif name == "table":
            row = row or self.is_data(tag)
        elif name == "tr" and row:
            kind = "row"
        style = around.style
        if bold or names or name in _STYLING:
            role = means.role if block else means.role or style.role
            style = self.styled(tag, name, bold or name in _BOLD, role, style)
        centred = around.centred or centred or attrs.get("align") == "center"
        return _Around(style, path, kind, centred, row, level, around.lines or name == "pre")

    def element(self, name: str, means: Named, hidden: bool) -> int:
        """Give an element its number and note what it is for."""
        self.elements += 1
        if name in _FLOW:
            self.page.flow.add(self.elements)
        if hidden or means.junk or name in _JUNK_TAGS:
            self.page.junk.add(self.elements)
        elif means.content or name in ("article", "main"):
            self.page.content.add(self.elements)
        return self.elements

    def styled(self, tag: Tag, name: str, bold: bool, role: str, style: Style) -> Style:
        """Return the style of the text inside an element."""
        href, code = style.href, style.code
        if name == "a" and "name" not in tag.attrs:
            href = _attribute(tag, "href").strip() or _NOWHERE
            if quote := self.rules.ticker_links.search(href):
                code = code or "".join(filter(None, quote.groups())).lower()
        if marked := self.rules.ticker_id.match(_attribute(tag, "id")):
            code = marked["market"] + marked["code"]
        return Style(bold or style.bold, href, code, role)

    def is_data(self, table: Tag) -> bool:
        """Tell a table of values from a table that lays out the page."""
        if table.find("table") is not None:
            return False
        cells = table.find_all(["td", "th"], limit=4000)
        rows = Counter(id(cell.parent) for cell in cells)
        if len(cells) < 4 or 2 * sum(number > 1 for number in rows.values()) < len(rows):
            return False
        return all(sum(self.lengths(cell)) <= _WHOLE_CELL for cell in cells)

    def lengths(self, cell: Tag) -> Iterator[int]:
        for string in cell.strings:
            for number in string.split():
                start, end = self.runs[int(number)]
                yield end - start

    def text(self, numbers: NavigableString, around: _Around) -> None:
        for number in numbers.split():
            start, end = self.runs[int(number)]
            while around.lines and (line := self.source.find("\n", start, end)) >= 0:
                self.run_text(start, line, around)
                self.flush(whole=False)
                start = line + 1
            self.run_text(start, end, around)

    def run_text(self, start: int, end: int, around: _Around) -> None:
        if self.begun is None and start < end and not self.source[start:end].isspace():
            self.begun = around
        self.parts.extend(unescape(self.source, start, end, around.style))

    def flush(self, *, whole: bool) -> None:
        line = tidy(self.parts) if self.begun else None
        if line and line.text and self.begun:
            around = self.begun
            self.page.blocks.append(
                RawBlock(
                    line,
                    around.kind,
                    around.path,
                    around.level,
                    around.centred,
                    after_image=self.image,
                    whole=self.whole and whole,
                )
            )
            self.image = False
        self.whole = whole
        self.parts = []
        self.begun = None


def web_link(address: str) -> str | None:
    """Return an absolute web address to a page below a site's root, or nothing (``javascript:``, ``#``)."""
    return address if _WEB_LINK.fullmatch(address) else None
