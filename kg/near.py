"""What is said where a path or a name leads nowhere: that it isn't there, and what is near it."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from kg.errors import NotFoundError


def near(name: str, names: Iterable[str], otherwise: str) -> str:
    """Return which of ``names`` are near ``name``, as the end of a message; ``otherwise`` where none is."""
    return _there_is(get_close_matches(name, list(names), n=3)) or otherwise


def absent(path: Path) -> str:
    """Return that a path does not exist, and which are near it."""
    parent, name = path.parent, path.name
    while not parent.is_dir() and parent != parent.parent:
        parent, name = parent.parent, parent.name
    try:
        names = sorted(entry.name for entry in parent.iterdir())
    except OSError:
        names = []
    found = get_close_matches(name, names, n=3)
    return f"does not exist; {_there_is(str(parent / one) for one in found) or 'check the path'}"


def checked(path: Path) -> Path:
    """Return ``path`` if there is such a file or folder.

    Raises:
        NotFoundError: there is none.
    """
    if not path.exists():
        raise NotFoundError(f"{path}: {absent(path)}")
    return path


def _there_is(names: Iterable[str]) -> str:
    listed = ", ".join(names)
    return listed and f"there is {listed}"
