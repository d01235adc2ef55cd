"""Dropout whose masks are cut from random bytes: on a CPU torch's own draws them in an eighth of a step's time."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn


class Dropout(nn.Module):
    """What nn.Dropout does, the share dropped being a number of 256ths; on a GPU it is nn.Dropout's own."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.dropped = round(share * 256)

    def forward(self, states: Tensor) -> Tensor:
        share = self.dropped / 256
        if not self.training or states.is_cuda:
            return nn.functional.dropout(states, share, self.training)
        seed = int(torch.randint(2**31, ()))  # torch's seed rules these masks too
        drawn = bytearray(np.random.Generator(np.random.SFC64(seed)).bytes(states.numel()))
        kept = torch.frombuffer(drawn, dtype=torch.uint8).view(states.shape) >= self.dropped
        return states * (kept.to(states.dtype) / (1 - share))
