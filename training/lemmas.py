"""Write src/diurna/annotate/lemmas.csv: `python -m training.lemmas DATA`.

Every form whose lemma the regular endings (diurna.annotate.lemmas.regular) get wrong: of LemmInflect's dictionary (MIT
licence; after the NIH SPECIALIST lexicon), and of the words of EWT and GUM train, whose most frequent lemma wins where
the word is there twice or more.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path

from diurna.annotate.lemmas import regular
from training.treebanks import read_trees

TARGET = Path(__file__).parent.parent / "src/diurna/annotate/lemmas.csv"
SEEN = 2


def dictionary() -> dict[tuple[str, str], str]:
    """Return LemmInflect's lemmas by (form, UPOS), the first where it has several."""
    spec = find_spec("lemminflect")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("lemminflect is not installed; run pip install -e '.[train]'")
    with gzip.open(Path(spec.origin).parent / "resources/lemma_lu.csv.gz", "rt", encoding="utf-8") as lines:
        rows = [line.strip().split(",") for line in lines]
    return {(form, upos.upper()): lemmas.split("/")[0] for form, upos, lemmas in rows if upos != "aux"}


def treebank(data: Path) -> dict[tuple[str, str], str]:
    """Return the most frequent lemma of each word that stands at least twice in the training trees."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in ("ewt", "gum"):
        for tree in read_trees(data / f"ud/{name}-train.conllu"):
            for word, upos, lemma in zip(tree.words, tree.upos, tree.lemmas, strict=True):
                plain = word.replace("’", "'")
                counts[plain if upos == "PROPN" else plain.lower(), upos][lemma] += 1
    return {key: found.most_common(1)[0][0] for key, found in counts.items() if found.total() >= SEEN}


def main() -> None:
    """Write the table, sorted, and print its size."""
    lemmas = dictionary() | treebank(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
    rows = sorted((*key, lemma) for key, lemma in lemmas.items() if regular(*key) != lemma)
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("form", "upos", "lemma"))
        writer.writerows(rows)
    print(f"{len(rows)} forms, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
