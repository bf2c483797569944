"""The cue words of ``ontology/status.toml``: how a fact stands, what stands for something named before."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import OntologyError


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of ``ontology/status.toml``."""

    planned: frozenset[str]
    denied: frozenset[str]
    former: frozenset[str]
    void: frozenset[str]
    speech: frozenset[str]
    holders: frozenset[str]
    anaphora: Mapping[str, tuple[str, ...]]

    @property
    def words(self) -> frozenset[str]:
        """All cue words, for the chunker."""
        return self.planned | self.denied | self.former | self.void | self.speech | self.holders | set(self.anaphora)


@cache
def load_cues(path: Path) -> Cues:
    """Read the cue words.

    Raises:
        OntologyError: the file is missing or malformed.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        status = data["status"]
        anaphora: dict[str, tuple[str, ...]] = {}
        for kind, words in data["anaphora"].items():
            for word in words:
                anaphora[word] = (*anaphora.get(word, ()), kind)
        return Cues(
            *(frozenset(status[k]) for k in ("planned", "denied", "former", "void")),
            *(frozenset(data["speech"][k]) for k in ("open", "holder")),
            anaphora=anaphora,
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise OntologyError(f"{path}: cannot be read as cue words ({error}); install zhkg again") from error
