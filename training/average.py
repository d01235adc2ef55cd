"""Average two trained networks: `python -m training.average ONE OTHER SHARE OUT`, SHARE being the other's weight.

Networks trained from the same start, on data in another order, read better together than each alone (Wortsman and
others 2022, "Model soups"); the file stays one network of the same size.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor


def average(one: Path, other: Path, share: float, out: Path) -> None:
    """Write the weights of `one` and `other` together; both must be of the same labels."""
    first: dict[str, Tensor] = torch.load(one, weights_only=True)
    second: dict[str, Tensor] = torch.load(other, weights_only=True)
    made = {
        name: value * (1 - share) + second[name] * share if value.is_floating_point() else value
        for name, value in first.items()
    }
    torch.save(made, out)


if __name__ == "__main__":
    average(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4]))
