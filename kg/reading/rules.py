"""The data of ``pages.toml`` in the form that the modules of this package use."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+")


@dataclass(frozen=True, slots=True)
class PageRules:
    """What is known of pages in general: class names, phrases, labels, meta tags, quote links."""

    junk: frozenset[str]
    junk_prefixes: tuple[str, ...]
    junk_weak: frozenset[str]
    content: frozenset[str]
    caption: frozenset[str]
    names: dict[str, frozenset[str]]
    longest_phrase: int
    drop: re.Pattern[str]
    drop_any: re.Pattern[str]
    ends: re.Pattern[str]
    labels: dict[str, str]
    ambiguous: frozenset[str]
    meta: dict[str, tuple[str, ...]]
    surnames: frozenset[str]
    ticker_id: re.Pattern[str]
    ticker_links: re.Pattern[str]


class Named(NamedTuple):
    """What the class and id of an element say of it; ``role`` as in ``Style``."""

    junk: bool = False
    content: bool = False
    caption: bool = False
    role: str = ""


@cache
def page_rules() -> PageRules:
    """Return the rules of ``pages.toml``, read once."""
    raw = tomllib.loads((files("kg.reading") / "pages.toml").read_text(encoding="utf-8"))
    containers, phrases, labels = raw["containers"], raw["phrases"], raw["labels"]
    ambiguous = frozenset(labels.pop("ambiguous"))
    links = "|".join(f"(?:{re.sub('[?]P<[a-z]+>', '', link)})" for link in raw["tickers"]["links"])
    return PageRules(
        junk=frozenset(containers["junk"]),
        junk_prefixes=tuple(containers["junk_prefixes"]),
        junk_weak=frozenset(containers["junk_weak"]),
        content=frozenset(containers["content"]),
        caption=frozenset(containers["caption"]),
        names={key: frozenset(containers[key]) for key in ("source", "date", "author", "title")},
        longest_phrase=phrases["longest"],
        drop=re.compile("|".join(f"(?:{phrase})" for phrase in phrases["drop"]), re.IGNORECASE),
        drop_any=re.compile("|".join(f"(?:{phrase})" for phrase in phrases["drop_any"])),
        ends=re.compile("|".join(f"(?:{phrase})" for phrase in phrases["ends"])),
        labels={label: field for field, group in labels.items() for label in group},
        ambiguous=ambiguous,
        meta={field: tuple(names) for field, names in raw["meta"].items()},
        surnames=frozenset(raw["people"]["surnames"]),
        ticker_id=re.compile(raw["tickers"]["id"]),
        ticker_links=re.compile(links),
    )


@lru_cache(maxsize=8192)
def named(names: str) -> Named:
    """Tell what an element holds by its class and id names, as one string."""
    rules = page_rules()
    # appendQr_wrap → append, qr, wrap
    words = frozenset(word.lower() for word in _WORD.findall(names))
    content = not words.isdisjoint(rules.content)
    return Named(
        junk=not words.isdisjoint(rules.junk)
        or any(word.startswith(rules.junk_prefixes) for word in words)
        or (not content and not words.isdisjoint(rules.junk_weak)),
        content=content,
        caption=not words.isdisjoint(rules.caption),
        role=next((role for role, known in rules.names.items() if not words.isdisjoint(known)), ""),
    )
