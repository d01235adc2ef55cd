"""Many articles to one folder of Parquet files, in one process or on a Ray cluster (docs/cluster.md)."""

from diurna.wide.cluster import code_on_ray
from diurna.wide.local import code_to_folder
from diurna.wide.outcome import Coding, Outcome

__all__ = ["Coding", "Outcome", "code_on_ray", "code_to_folder"]
