"""Declarative rules: what a TOML file of ``ontology/relations/`` may say, and its pattern language.

A rule file holds optional ``[cues]`` (named word lists) and any number of ``[[rule]]`` tables::

    [cues]
    appoint = ["任命", "聘任"]

    [[rule]]
    id = "post.appointed"
    relation = "post"
    pattern = "@appoint {subject:PERSON} 为|任|担任 {post:POST}"
      [[rule.example]]
      text = "董事会任命林知远为临江银行行长。"
      facts = ["林知远 post 临江银行 label=行长"]
      [[rule.counter]]
      text = "董事会研究了行长的任命程序。"

A pattern is a sequence of items apart by spaces. It is matched against the chunks of a sentence (see
:mod:`kg.chunks`): coordinated names are one chunk, so no rule has to say A、B和C.

=====================  =====================================================================
``{role:TYPE|TYPE}``   a chunk of one of the types, bound to ``subject``, ``object``, ``post`` …
``{label=w1|w2|@n}``   one of the words, bound to ``label``
``w1|w2|@name``        one of the words; ``@name`` stands for the list ``name`` of ``[cues]``
``{object:NP}``        a free noun phrase up to the end of the clause; only as the last item
``{object:REST}``      the rest of the sentence; only as the last item
``...`` or ``...N``    up to 4 (or N) chunks of the same clause, never another agent
``~``                  the earlier ones of a row of people, or the firm they are named with, if any
``..`` or ``..N``      the same within a noun phrase: no verb, preposition or conjunction either
``^``                  the beginning of a clause; only as the first item
``$``                  the end of a clause; only as the last item
=====================  =====================================================================

Every item but ``^``, ``$`` and the gap may end in ``?`` (may be absent). The role ``_`` binds nothing.
A rule's
``not_before`` and ``not_next`` list words that must not stand directly before or behind the match; a name
right behind a preposition is never taken as the first item unless the rule says ``phrase = true``.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from kg.errors import RuleError
from kg.model import MentionType, Status
from kg.near import checked, near

SlotKind = Literal["slot", "word", "gap", "row", "start", "end"]

#: Roles a slot may bind.
ROLES = frozenset({"subject", "object", "label", "post", "time", "pair", "_"})

#: Types a slot may ask for besides the mention types.
CHUNK_TYPES = frozenset({"POST", "NP", "REST", "QUOTE"})

_KEYS = frozenset(
    {
        "id", "relation", "pattern", "patterns", "status", "time", "label", "priority", "confidence",
        "subject", "object", "example", "counter", "inside", "reverse", "comment", "not_next", "not_before",
        "phrase", "only", "presupposed",
    }
)  # fmt: skip
_TIMES = frozenset({"clause", "sentence", "none", "plan"})
_ITEM = re.compile(r"\{(?P<role>[a-z_]+)(?P<op>[:=])(?P<body>[^{}]+)\}(?P<opt>\?)?")
_GAP = re.compile(r"(\.{2,3})(\d+)?")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern; ``holding``: words one of which a slot's name must have in it, if any."""

    kind: SlotKind
    role: str = ""
    types: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    optional: bool = False
    limit: int = 0
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the facts a rule must (or, as counter-example, must not) read in it."""

    text: str
    facts: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``source`` is the file it came from; ``order`` its place among all rules."""

    id: str
    relation: str
    patterns: tuple[tuple[Item, ...], ...]
    status: Status | None = None
    time: str = "clause"
    label: str | None = None
    priority: int = 0
    confidence: float = 0.9
    subject: str | None = None
    object: str | None = None
    inside: bool = False
    reverse: bool = False
    phrase: bool = False
    presupposed: bool = False
    only: Status | None = None
    not_next: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    examples: tuple[Example, ...] = ()
    counters: tuple[Example, ...] = ()
    source: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The content of one rule file."""

    path: str
    rules: tuple[Rule, ...]
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def rule_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the rule files of the folders, sorted by name within each.

    Raises:
        NotFoundError: a folder is missing.
        RuleError: a folder holds no ``.toml`` file.
    """
    for folder in folders:
        paths = sorted(checked(folder).glob("*.toml"))
        if not paths:
            raise RuleError(f"{folder}: no rule files (*.toml) here; name a folder that holds some")
        yield from paths


def load_rules(folders: Iterable[Path]) -> list[Rule]:
    """Read all rules of the folders, in order.

    Raises:
        RuleError: a file is not TOML, a key or value is unknown, or two rules share an id.
    """
    rules: list[Rule] = []
    seen: dict[str, str] = {}
    for path in rule_files(folders):
        for rule in read_rule_file(path, order=len(rules)).rules:
            if rule.id in seen:
                raise RuleError(f"{path}: rule {rule.id}: the id is taken in {seen[rule.id]}; choose another")
            seen[rule.id] = str(path)
            rules.append(rule)
    return rules


def not_in_ontology(relation: str, known: Iterable[str]) -> str:
    """Return the words for a rule's relation that is none of ``known``: no graph can be written with it."""
    hint = near(relation, known, "declare it in a .ttl beside the rule (docs/rules.md)")
    return f"relation {relation} is not in the ontology; {hint}"


def read_rule_file(path: Path, order: int = 0) -> RuleFile:
    """Read one rule file; ``order`` is the number of rules before it.

    Raises:
        RuleError: the file cannot be read, is not TOML, or breaks the rule format.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not valid TOML in UTF-8 ({error})") from error
    unknown = sorted(set(data) - {"cues", "rule"})
    if unknown:
        raise RuleError(f"{path}: unknown table [{unknown[0]}]; allowed: cues, rule")
    cues = _cues(data.get("cues", {}), path)
    tables = data.get("rule", [])
    if not isinstance(tables, list):
        raise RuleError(f"{path}: [rule] must be written [[rule]], once for each rule")
    rules = [_rule(table, cues, path, order, i + 1) for i, table in enumerate(tables)]
    return RuleFile(str(path), tuple(replace(r, order=order + i) for i, r in enumerate(rules)), cues)


def _cues(table: object, path: Path) -> dict[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise RuleError(f"{path}: cues must be a table [cues] of word lists")
    for name, words in table.items():
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w for w in words):
            raise RuleError(f"{path}: cues: {name} must be a list of words")
    return {name: tuple(words) for name, words in table.items()}


class _Table:
    """The table of one rule, whose values are read with their types checked; ``where`` names it in errors."""

    def __init__(self, table: Mapping[str, object], where: str) -> None:
        self.table = table
        self.where = where
        for key in sorted(table):
            if key not in _KEYS:
                raise RuleError(f"{where}: unknown key {key}; allowed: {', '.join(sorted(_KEYS))}")

    def text(self, key: str) -> str | None:
        value = self.table.get(key)
        if value is not None and not isinstance(value, str):
            raise RuleError(f"{self.where}: {key} must be a string")
        return value

    def number(self, key: str, default: float) -> float:
        value = self.table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RuleError(f"{self.where}: {key} must be a number")
        return float(value)

    def words(self, key: str) -> frozenset[str]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise RuleError(f"{self.where}: {key} must be a list of words")
        return frozenset(value)

    def switch(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            raise RuleError(f"{self.where}: {key} must be true or false")
        return value

    def kinds(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and (key, value) != ("object", "self"):
            _known_types(value.removeprefix("before:").split("|"), f"{self.where}: {key}")
        return value

    def status(self, key: str) -> Status | None:
        value = self.text(key)
        if value is not None and value not in set(Status):
            raise RuleError(f"{self.where}: {key} {value} is none of {', '.join(Status)}")
        return Status(value) if value else None

    def relation(self) -> str:
        value = self.text("relation")
        if value is None:
            raise RuleError(f"{self.where}: key relation is missing")
        return value

    def patterns(self) -> list[str]:
        if "pattern" in self.table and "patterns" in self.table:
            raise RuleError(f"{self.where}: give pattern or patterns, not both")
        value = self.table.get("patterns", [self.table["pattern"]] if "pattern" in self.table else [])
        if not isinstance(value, list) or not value or not all(isinstance(p, str) for p in value):
            raise RuleError(f'{self.where}: give pattern = "…" or patterns = ["…", …]')
        return value

    def confidence(self) -> float:
        value = self.number("confidence", 0.9)
        if not 0 <= value <= 1:
            raise RuleError(f"{self.where}: confidence must be between 0 and 1")
        return value

    def time(self) -> str:
        value = self.text("time") or "clause"
        if value not in _TIMES:
            raise RuleError(f"{self.where}: time {value} is none of {', '.join(sorted(_TIMES))}")
        return value


def _rule(
    table: dict[str, object], cues: Mapping[str, tuple[str, ...]], path: Path, order: int, number_in_file: int
) -> Rule:
    name = table.get("id")
    if not isinstance(name, str) or not name:
        raise RuleError(f'{path}: rule number {number_in_file} has no id; give it id = "relation.name"')
    where = f"{path}: rule {name}"
    read = _Table(table, where)
    return Rule(
        id=name,
        relation=read.relation(),
        patterns=tuple(parse_pattern(pattern, cues, where) for pattern in read.patterns()),
        status=read.status("status"),
        time=read.time(),
        label=read.text("label"),
        priority=int(read.number("priority", 0)),
        confidence=read.confidence(),
        subject=read.kinds("subject"),
        object=read.kinds("object"),
        inside=read.switch("inside"),
        reverse=read.switch("reverse"),
        only=read.status("only"),
        phrase=read.switch("phrase"),
        presupposed=read.switch("presupposed"),
        not_next=read.words("not_next"),
        not_before=read.words("not_before"),
        examples=_examples(table.get("example", []), where, "example"),
        counters=_examples(table.get("counter", []), where, "counter"),
        source=str(path),
        order=order,
    )


def _examples(tables: object, where: str, key: str) -> tuple[Example, ...]:
    if not isinstance(tables, list):
        raise RuleError(f"{where}: {key} must be an array of tables [[rule.{key}]]")
    found = []
    for table in tables:
        if not isinstance(table, dict) or not isinstance(table.get("text"), str):
            raise RuleError(f'{where}: each {key} needs text = "…"')
        unknown = sorted(set(table) - {"text", "facts", "published"})
        if unknown:
            raise RuleError(f"{where}: {key}: unknown key {unknown[0]}; allowed: facts, published, text")
        facts = table.get("facts", [])
        if not isinstance(facts, list) or not all(isinstance(fact, str) for fact in facts):
            raise RuleError(f"{where}: {key}: facts must be a list of lines")
        published = table.get("published")
        if published is not None and not _is_day(published):
            raise RuleError(f"{where}: {key}: published must be a day like 2022-01-14")
        if key == "example" and not facts:
            raise RuleError(f'{where}: an example needs facts = ["subject relation object"]')
        found.append(Example(table["text"], tuple(facts), published))
    return tuple(found)


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def _known_types(types: Iterable[str], where: str) -> None:
    allowed = CHUNK_TYPES | set(MentionType)
    unknown = sorted(set(types) - allowed)
    if unknown:
        raise RuleError(f"{where}: unknown type {unknown[0]}; allowed: {', '.join(sorted(allowed))}")


def parse_pattern(pattern: str, cues: Mapping[str, tuple[str, ...]], where: str) -> tuple[Item, ...]:
    """Parse one pattern.

    Raises:
        RuleError: an item is malformed, or names an unknown role, type or cue list.
    """
    items = [_item(token, cues, where) for token in pattern.split()]
    if not items:
        raise RuleError(f"{where}: the pattern is empty")
    for i, item in enumerate(items):
        last = i == len(items) - 1
        if item.kind == "start" and i:
            raise RuleError(f"{where}: ^ stands first or not at all")
        if (item.kind == "end" or item.types & {"NP", "REST"}) and not last:
            raise RuleError(f"{where}: $, NP and REST stand last or not at all")
    fixed = [i for i in items if i.kind in {"slot", "word"} and not i.types & {"NP", "REST"}]
    if all(item.optional for item in fixed):
        raise RuleError(f"{where}: the pattern {pattern} needs an item that must be there")
    return tuple(items)


def _item(token: str, cues: Mapping[str, tuple[str, ...]], where: str) -> Item:
    if token == "^":
        return Item("start")
    if token == "~":
        return Item("row")
    if token == "$":
        return Item("end")
    gap = _GAP.fullmatch(token)
    if gap:
        return Item("gap", limit=int(gap[2] or 4), nominal=gap[1] == "..")
    slot = _ITEM.fullmatch(token)
    if slot is None:
        if "{" in token or "}" in token:
            raise RuleError(f"{where}: cannot read {token}; a slot is {{role:TYPE}} or {{role=word|word}}")
        optional = token.endswith("?")
        return Item("word", words=_words(token.removesuffix("?"), cues, where), optional=optional)
    role, optional = slot["role"], bool(slot["opt"])
    if role not in ROLES:
        raise RuleError(f"{where}: unknown role {role}; allowed: {', '.join(sorted(ROLES))}")
    if slot["op"] == "=":
        return Item("word", role=role, words=_words(slot["body"], cues, where), optional=optional)
    body, held, holding = slot["body"].partition("/")
    types = frozenset(body.split("|"))
    _known_types(types, where)
    names = _words(holding, cues, where) if held else frozenset[str]()
    return Item("slot", role=role, types=types, holding=names, optional=optional)


def _words(body: str, cues: Mapping[str, tuple[str, ...]], where: str) -> frozenset[str]:
    words: set[str] = set()
    for part in body.split("|"):
        if part.startswith("@"):
            if part[1:] not in cues:
                raise RuleError(f"{where}: no cue list {part}; add it under [cues] of the same file")
            words.update(cues[part[1:]])
        elif part:
            words.add(part)
    if not words:
        raise RuleError(f"{where}: an item without words: {body}")
    return frozenset(words)
