"""The colours of types, as readers who see few colours see them.

The simulation is that of Machado, Oliveira and Fernandes (2009), severity 1, in linear RGB; distances are
Euclidean in CIELAB (D65), where some 2.3 is just noticeable.
"""

from itertools import combinations

import pytest

from kg.model import MentionType
from kg.network import color_of

Vector = tuple[float, float, float]

SIGHT: dict[str, tuple[Vector, Vector, Vector]] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
DRAWN = [
    type_
    for type_ in MentionType
    if type_ not in (MentionType.DATE, MentionType.TITLE, MentionType.STATEMENT)
]


def lab(color: str, sight: str) -> Vector:
    """Return a colour in CIELAB as it is seen."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    r, g, b = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear, strict=True)))) for row in SIGHT[sight]
    )
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def nearest(types: list[MentionType], sight: str) -> tuple[float, str]:
    """Return how far apart the two nearest colours are, and whose they are."""
    seen = {type_: lab(color_of(type_), sight) for type_ in types}
    return min(
        (sum((a - b) ** 2 for a, b in zip(seen[one], seen[two], strict=True)) ** 0.5, f"{one} {two}")
        for one, two in combinations(types, 2)
    )


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_of_types_can_be_told_apart(sight: str) -> None:
    assert nearest(DRAWN, sight) >= (15.0, "")
