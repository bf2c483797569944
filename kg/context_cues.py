"""The cue words of ``ontology/status.toml``: how a fact stands, what stands for something named before."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import OntologyError

Words = Mapping[str, frozenset[str]]

_KEYS: Mapping[str, tuple[str, ...]] = {
    "status": ("planned", "denied", "undone", "former", "void"),
    "speech": ("open", "holder", "discloses"),
    "clause": (
        "preposition", "opener", "stand_in", "skip", "attribute", "valued", "settled", "of_new_firm",
        "former_post", "own_time", "now", "later", "life", "about", "kind_of_firm", "unnamed_party",
        "tells_party",
    ),
    "metric": (
        "reach", "change", "base", "compared", "counter", "duration", "hold", "deal", "each", "together",
        "verb", "counts", "fine", "of_thing", "of_plant", "of_firm", "of_place", "thing", "of_market",
        "of_school", "of_hospital", "stock", "term", "forecast", "earlier", "of_region",
    ),
    "goal": ("head", "stop", "builds"),
    "name": (
        "of_orgs", "of_parks", "of_facilities", "holds", "of_events", "held",
        "unnamed_firms", "founds", "awards", "ranks", "levels", "of_honours",
    ),
    "trade": (
        "makes", "does", "develops", "scope", "having", "acts", "fields", "goods", "heads",
        "ware_heads", "leading", "maker", "sold_as", "plain",
    ),
    "title": (
        "founder", "educated_at", "holds_stake", "not_alone", "profession", "of_place", "byline", "chief",
        "works", "enters", "sets_up", "honorific", "told_in_row", "no_post",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists by table and key; ``anaphora`` leads from a word to the types it can stand for."""

    status: Words
    speech: Words
    clause: Words
    metric: Words
    goal: Words
    title: Words
    name: Words
    trade: Words
    anaphora: Mapping[str, tuple[str, ...]]

    @property
    def words(self) -> frozenset[str]:
        """The words that shall be chunks of their own wherever they stand."""
        of_clauses = (self.clause[key] for key in ("former_post", "own_time", "now", "later", "life"))
        of_work = (self.title["works"], self.title["enters"], self.title["sets_up"])
        of_metrics = (self.metric[key] for key in ("term", "forecast", "earlier", "compared"))
        lists = (*self.status.values(), *self.speech.values(), *of_clauses, *of_work, *of_metrics)
        return frozenset(self.anaphora).union(*lists)


@cache
def endings(words: frozenset[str]) -> tuple[str, ...]:
    """Return ``words`` as ``str.endswith`` and ``str.startswith`` take them."""
    return tuple(words)


@cache
def load_cues(path: Path) -> Cues:
    """Read the cue words.

    Raises:
        OntologyError: the file is missing, is not TOML, or lacks a table or a key.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        tables = {table: {key: frozenset(data[table][key]) for key in keys} for table, keys in _KEYS.items()}
        anaphora: dict[str, tuple[str, ...]] = {}
        for kind, words in data["anaphora"].items():
            for word in words:
                anaphora[word] = (*anaphora.get(word, ()), kind)
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise OntologyError(f"{path}: cannot be read as cue words ({error}); install zhkg again") from error
    return Cues(
        status=tables["status"],
        speech=tables["speech"],
        clause=tables["clause"],
        metric=tables["metric"],
        goal=tables["goal"],
        title=tables["title"],
        name=tables["name"],
        trade=tables["trade"],
        anaphora=anaphora,
    )
