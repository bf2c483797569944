"""Front matter of static-site dumps, read even where it is broken."""

import re
import tomllib
from dataclasses import dataclass, field

import yaml
from frontmatter.default_handlers import YAMLHandler

_FENCE = re.compile(
    r"\s*(?P<mark>---|\+\+\+)[ \t]*\r?\n(?P<head>.{0,65536}?)\r?\n(?P=mark)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_PAIR = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]*:[ \t]*(.*)")
_ITEM = re.compile(r"\s+-\s+(.+)|-\s+(.+)")
_FIELDS = {
    "title": "front_title",
    "original_title": "original_title",
    "date": "published",
    "published": "published",
    "publish_date": "published",
    "pubdate": "published",
    "created": "published",
    "source": "source",
    "editor": "editor",
    "publisher": "publisher",
    "media": "publisher",
    "site": "publisher",
    "categories": "categories",
    "category": "categories",
    "headimg": "image",
    "image": "image",
    "cover": "image",
    "thumbnail": "image",
    "url": "url",
    "link": "url",
    "canonical_url": "url",
    "original_url": "url",
}


@dataclass(slots=True)
class FrontMatter:
    """What stands between the fences, and where the body begins (a character of the source)."""

    facts: dict[str, list[str]] = field(default_factory=dict)
    body: int = 0
    notes: list[str] = field(default_factory=list)


def read_front(source: str) -> FrontMatter:
    """Read the front matter of ``source``; broken YAML is read line by line, with a note."""
    fence = _FENCE.match(source)
    if fence is None:
        return FrontMatter()
    head, notes = fence["head"], []
    if fence["mark"] == "---" and not _PAIR.search(head) and head.strip():
        return FrontMatter()  # a rule above and below some text
    try:
        # Every scalar as its string: dates are ours to read, and a title of digits stays one.
        loaded = (
            tomllib.loads(head)
            if fence["mark"] == "+++"
            else YAMLHandler().load(head, Loader=yaml.BaseLoader)
        )
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        loaded = _by_line(head)
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" at line {line + 2}" if line is not None else ""
        notes.append(
            f"front matter is broken{where} and was read line by line; "
            "quote values that contain ': ' or begin with '@'"
        )
    front = FrontMatter(body=fence.end(), notes=notes)
    if not isinstance(loaded, dict):
        return front
    for key, value in loaded.items():
        values = (
            [str(item) for item in value if not isinstance(item, dict | list)]
            if isinstance(value, list)
            else [str(value)]
        )
        name = _FIELDS.get(str(key).lower())
        if name and not isinstance(value, dict):
            front.facts.setdefault(name, []).extend(text.strip() for text in values if text.strip())
    author = loaded.get("author")
    if isinstance(author, str) and author.strip():
        front.facts["front_author"] = [author.strip()]
    return front


def _by_line(head: str) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    key = ""
    for line in head.splitlines():
        pair, item = _PAIR.match(line), _ITEM.match(line)
        if pair:
            key = pair[1]
            found[key] = _unquoted(pair[2])
        elif item and key and not (isinstance(found[key], str) and found[key]):
            held = found[key]
            found[key] = [*(held if isinstance(held, list) else []), _unquoted(item[1] or item[2])]
    return found


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1]
    return value
