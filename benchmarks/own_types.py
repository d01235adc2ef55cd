"""Score types of one's own: `python -m benchmarks.own_types [ONTOLOGY HELD_OUT]`.

By default the two types of examples/elections.toml (20 examples each) on the 200 sentences of corpus/own/held_out.txt,
written for it and seen by nothing: a sentence is right where the likeliest of the user's types that it tells is the one
it is labelled with, or none where it tells none. Also how many triggers are met, and the seconds of the fit.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from diurna.annotate import annotate
from diurna.code.own import own_coder
from diurna.read import article_of


def main() -> None:
    """Print precision, recall and F1 of each type."""
    given = sys.argv[1:3] if len(sys.argv) > 2 else ["examples/elections.toml", "corpus/own/held_out.txt"]
    ontology, held_out = map(Path, given)
    rows = [line.split("\t") for line in held_out.read_text("utf-8").splitlines() if line and line[0] != "#"]
    list(annotate([article_of("The model is loaded before the clock starts.")]))
    began = time.perf_counter()
    coder = own_coder(ontology)
    seconds = time.perf_counter() - began
    right, found, labelled = Counter[str](), Counter[str](), Counter[str]()
    met = 0
    texts = [text.replace("[", "").replace("]", "") for _, text in rows]
    documents = annotate(article_of(text, id=str(i)) for i, text in enumerate(texts))
    for (kind, marked), document in zip(rows, documents, strict=True):
        events = sorted(coder.events(document), key=lambda e: -e.confidence)
        told = events[0].type if events else "-"
        start, end = marked.find("["), marked.find("]") - 1
        met += any(e.trigger.start < end and start < e.trigger.end for e in events if e.type == kind)
        for counts, label in ((found, told), (labelled, kind)):
            counts[label] += 1
        right[kind] += told == kind
        if "-v" in sys.argv and told != kind:
            print(kind, "got", [(e.type, e.trigger.text, e.confidence) for e in events], marked)
    for kind in coder.ontology.types:
        f1 = 2 * right[kind] / max(found[kind] + labelled[kind], 1)
        precision, recall = right[kind] / max(found[kind], 1), right[kind] / max(labelled[kind], 1)
        print(f"{kind:16} F1 {f1:.3f} (P {precision:.2f} R {recall:.2f}, {labelled[kind]} sentences)")
    telling = sum(n for k, n in labelled.items() if k != "-")
    print(
        f"of {labelled['-']} sentences that tell neither, {right['-']} are left alone; {met} of {telling} triggers met"
    )
    print(f"{len(coder.ontology.examples)} examples, fitted in {seconds:.1f} s")


if __name__ == "__main__":
    main()
