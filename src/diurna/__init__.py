"""diurna."""
