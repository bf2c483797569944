"""Real texts of ../shared, with the facts that readers took from them (benchmarks/real)."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HOME = Path(__file__).resolve().parents[1]
SHARED = HOME.parent / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent: its texts cannot be read")


@pytest.fixture(scope="module")
def real() -> ModuleType:
    spec = importlib.util.spec_from_file_location("real", HOME / "benchmarks" / "real.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "part", "precision", "recall"),
    [
        ("finre", "dev", 0.84, 0.61),
        ("finre", "held", 0.81, 0.50),
        ("uner", "held", 0.82, 0.29),
        ("wind", "dev", 0.88, 0.80),
        ("pages", "all", 0.75, 0.56),
    ],
)
def test_as_much_is_read_of_real_text_as_was(
    real: ModuleType, name: str, part: str, precision: float, recall: float
) -> None:
    total = real.judged(name, part).total
    assert total.predicted > 40
    assert total.precision >= precision
    assert total.recall >= recall
