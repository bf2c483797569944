"""Decisions of a person about identity, kept in a file that every build honours.

A file of lines of three columns, apart by tabs: ``same``, ``apart`` or ``alone``, and two keys (the last
parts of IRIs), or a key and an article. ``same A B``: the two are one thing, under A. ``apart A B``: no
reason joins them. ``alone A ARTICLE``: what this article calls A is another thing than A elsewhere. Blank
lines and lines that begin with ``#`` mean nothing. Taking a line out undoes it.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import DecisionError
from kg.near import checked

FILE = "decisions.tsv"
"""The file's name in a folder that ``kg build`` writes."""

SAME, APART, ALONE = "same", "apart", "alone"
_ACTIONS = (SAME, APART, ALONE)
Decision = tuple[str, str, str]

_HEADER = "# Decisions about identity, honoured by kg build; written by kg merge and kg split.\n"


@dataclass(frozen=True)
class Decisions:
    """What was decided, in the order of the file."""

    lines: tuple[Decision, ...] = ()

    @cached_property
    def same(self) -> tuple[tuple[str, str], ...]:
        """Pairs of keys that are one thing, the first of which it goes under."""
        return tuple((first, second) for action, first, second in self.lines if action == SAME)

    @cached_property
    def _apart(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(pair) for action, *pair in self.lines if action == APART)

    @cached_property
    def _alone(self) -> frozenset[tuple[str, str]]:
        return frozenset((key, article) for action, key, article in self.lines if action == ALONE)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys that joining must know of."""
        return frozenset(key for action, *pair in self.lines if action != ALONE for key in pair)

    def keep_apart(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Tell whether a key of ``first`` must not be joined to one of ``second``."""
        if not self._apart:
            return False
        others = self.keys.intersection(second)
        return any(frozenset((a, b)) in self._apart for a in self.keys.intersection(first) for b in others)

    def alone(self, key: str, article: str) -> bool:
        """Tell whether what ``article`` calls ``key`` is a thing of its own."""
        return (key, article) in self._alone

    def with_(self, line: Decision) -> "Decisions":
        """Return these decisions and one more, which takes the place of its opposite."""
        action, first, second = line
        pair = {first, second}
        kept = [
            old for old in self.lines if old != line and (ALONE in (old[0], action) or set(old[1:]) != pair)
        ]
        return Decisions((*kept, line))

    def between(self, action: str, firsts: Set[str], seconds: Set[str]) -> tuple[Decision, ...]:
        """Return the decisions of a kind about one of ``firsts`` and one of ``seconds``, in either order."""
        return tuple(
            line
            for line in self.lines
            if line[0] == action
            and (
                (line[1] in firsts and line[2] in seconds)
                or (action != ALONE and line[1] in seconds and line[2] in firsts)
            )
        )

    def without(self, *lines: Decision) -> "Decisions":
        """Return these decisions without some."""
        return Decisions(tuple(line for line in self.lines if line not in lines))


NONE = Decisions()


def read_decisions(path: Path) -> Decisions:
    """Return the decisions of a file.

    Raises:
        NotFoundError: the file is missing.
        DecisionError: a line is malformed; the message names it.
    """
    try:
        text = checked(path).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read ({error}); check the path") from error
    lines: list[Decision] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 3 or columns[0] not in _ACTIONS or not all(columns):
            allowed = f"{', '.join(_ACTIONS)}, then two names, apart by tabs"
            raise DecisionError(f"{path}:{number}: {line!r}; write {allowed}")
        lines.append((columns[0], columns[1], columns[2]))
    return Decisions(tuple(lines))


def decisions_in(*folders: Path | None) -> Decisions:
    """Return the decisions kept in the first of ``folders`` that keeps any.

    Raises:
        DecisionError: the file there is malformed.
    """
    files = (folder / FILE for folder in folders if folder is not None)
    return next((read_decisions(file) for file in files if file.is_file()), NONE)


def decisions_text(decisions: Decisions) -> str:
    """Return the text of a file of decisions."""
    return _HEADER + "".join("\t".join(line) + "\n" for line in decisions.lines)
