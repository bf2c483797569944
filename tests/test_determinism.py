"""The same pages give the same bytes: under any hash seed, number of processes and order."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def build(out: Path, pages: list[Path], seed: str, workers: str) -> dict[str, bytes]:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", *map(str, pages), "-o", str(out), "--workers", workers, "-q"],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {file.name: file.read_bytes() for file in out.iterdir()}


@pytest.fixture(scope="module")
def pages() -> list[Path]:
    """Return the pages of the corpus one by one: a folder's own boilerplate is another matter."""
    found = sorted(f for f in CORPUS.iterdir() if f.is_file() and not f.name.startswith("README"))
    assert len(found) >= 12
    return found


@pytest.fixture(scope="module")
def reference(pages: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(tmp_path_factory.mktemp("out"), pages, seed="1", workers="1")


@pytest.mark.parametrize(
    ("seed", "workers", "order"), [("2", "1", 1), ("3", "2", 1), ("4", "1", -1)],
    ids=["hash seed", "two workers", "other order"],
)  # fmt: skip
def test_same_bytes(
    pages: list[Path], reference: dict[str, bytes], tmp_path: Path, seed: str, workers: str, order: int
) -> None:
    again = build(tmp_path, pages[::order], seed, workers)
    assert again.keys() == reference.keys()
    for name, content in reference.items():
        assert again[name] == content, f"{name} differs"


def test_the_files_hold_something(reference: dict[str, bytes]) -> None:
    assert all(len(content) > 200 for content in reference.values())
