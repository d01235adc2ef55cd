"""`python -m diurna`: the command line."""

from diurna.cli import main

main()
