"""A folder of Parquet files partitioned by date, in the layout of the store's tables (docs/cluster.md)."""

from diurna.store.parted.blocks import Block, blocks_in, forget_blocks, sweep, write_block
from diurna.store.parted.folder import BLOCK, is_parted, made_folder, size_of_blocks
from diurna.store.parted.merging import merge_folder
from diurna.store.parted.views import connect_to_parted

__all__ = [
    "BLOCK", "Block", "blocks_in", "connect_to_parted", "forget_blocks", "is_parted", "made_folder", "merge_folder",
    "size_of_blocks", "sweep", "write_block",
]  # fmt: skip
