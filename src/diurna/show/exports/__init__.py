"""Exports of a store in the forms that existing scripts read (docs/exports.md), and data releases."""

from diurna.show.exports.dyads import dyad_lines
from diurna.show.exports.flat import ExportError, copy_events
from diurna.show.exports.ftm import ftm_lines
from diurna.show.exports.gdelt import event_lines, mention_lines
from diurna.show.exports.release import About, release

__all__ = ["About", "ExportError", "copy_events", "dyad_lines", "event_lines", "ftm_lines", "mention_lines", "release"]
