"""Code: find the events of a read and annotated article, and who takes part in them (the lexicon, PLOVER)."""
