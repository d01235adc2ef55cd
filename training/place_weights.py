"""Fit where/weights.toml on LGL and GeoVirus: python -m training.place_weights [--write]

A log-linear choice among the candidates of each name: the chance of the right ones (within 161 km of the
annotated point, or the annotated GeoNames place) is made great, with an L2 pull towards zero. What the
article's other names mean is taken from the last weights' decisions, three times over. Prints accuracy on
held-out fifths of the articles.
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent))
from benchmarks.places import DATA, WITHIN_KM, Gold, geovirus, lgl

from diurna.read import article_of
from diurna.resolve.where import Candidate
from diurna.resolve.where.gazetteer import kilometres, name_key
from diurna.resolve.where.outlets import home_of
from diurna.resolve.where.resolve import Group, context_of, decide, grouped, likely_of, weighed
from diurna.resolve.where.score import FEATURES, features, squares_of, weights

TARGET = Path(__file__).parent.parent / "src/diurna/resolve/where/weights.toml"
FOLDS, ROUNDS, STEPS, RATE, PULL = 5, 3, 300, 0.5, 0.002
# Set by hand: LGL is of local papers and of small American towns. A paper of a whole country writes of the world too,
# so that `home` is held at half of what is fitted (3.1).
HELD = ("home", "capital", "stated")
Floats = NDArray[np.float64]
# An article's names with candidates, what is annotated for each, and the country its outlet writes for, where known.
Article = tuple[list[Group], dict[str, Candidate], str | None]
# A name's candidates as rows of features, which of them are right, and how often the name stands there.
Choice = tuple[Floats, NDArray[np.bool_], int]


def prepared(articles: list[tuple[str, Gold]], homes: Iterable[str | None] = repeat(None)) -> list[Article]:
    """Return each article's names, the annotated place of each, and its outlet's country."""
    return [
        (grouped([span for span, _ in gold], text), {name_key(span.text): place for span, place in gold}, home)
        for (text, gold), home in zip(articles, homes, strict=False)
    ]


def lgl_homes() -> list[str | None]:
    """Return the countries that the outlets of LGL's articles write for, by their addresses."""
    articles = ElementTree.parse(DATA / "lgl.xml").getroot()
    return [home_of(article_of("", url=f"http://{article.findtext('domain')}/")) for article in articles]


def is_right(one: Candidate, wanted: Candidate) -> bool:
    """Return whether a candidate is the annotated place."""
    return kilometres(one, wanted) <= WITHIN_KM or (one.geonames is not None and one.geonames == wanted.geonames)


def choices(articles: list[Article], by: dict[str, float]) -> list[Choice]:
    """Return the choices of all articles, the other names as `by` decides them."""
    made = []
    for groups, gold, home in articles:
        likely = {key: likely_of(ranked) for key, ranked in weighed(groups, home, by).items()}
        squares = squares_of((group.key, group.candidates) for group in groups)
        for group in groups:
            right = np.array([is_right(one, gold[group.key]) for one in group.candidates], bool)
            if right.any() and not right.all():
                context = context_of(group, groups, likely, home, squares)
                rows = [features(one, context, group.stated, group.beside) for one in group.candidates]
                table = np.array([[row.get(name, 0.0) for name in FEATURES] for row in rows])
                made.append((table, right, len(group.spans)))
    return made


def fitted(articles: list[Article]) -> dict[str, float]:
    """Return weights fitted on these articles."""
    by = weights()
    for _ in range(ROUNDS):
        made = choices(articles, by)
        table = np.concatenate([rows for rows, _, _ in made])
        right = np.concatenate([one for _, one, _ in made])
        starts = np.cumsum([0, *[len(rows) for rows, _, _ in made][:-1]])
        of = np.repeat(np.arange(len(made)), [len(rows) for rows, _, _ in made])
        weight = np.sqrt([count for _, _, count in made])
        scale = table.std(axis=0) + 1e-9
        at = np.array([by[name] for name in FEATURES]) * scale
        free = np.array([name not in HELD for name in FEATURES])
        for _ in range(STEPS):
            score = table / scale @ at
            power = np.exp(score - np.maximum.reduceat(score, starts)[of])
            whole = power / np.add.reduceat(power, starts)[of]
            hits = np.where(right, power, 1e-12)
            hits = hits / np.add.reduceat(hits, starts)[of]
            slope = ((hits - whole) * weight[of]) @ (table / scale) / weight.sum()
            at += free * RATE * (slope - PULL * at)
        by = dict(zip(FEATURES, (at / scale).tolist(), strict=True))
    return by


def accuracy(articles: list[Article], by: dict[str, float]) -> tuple[float, float]:
    """Return right toponyms and all, counted over every mention."""
    right = total = 0
    for groups, gold, home in articles:
        best = decide(groups, home, by)
        for group in groups:
            total += len(group.spans)
            one = best.get(group.key)
            right += len(group.spans) if one and kilometres(one, gold[group.key]) <= WITHIN_KM else 0
    return right, total


def main() -> None:
    """Cross-validate, fit on all, and with --write put the weights into weights.toml."""
    corpora = {"LGL": prepared(lgl(), lgl_homes()), "GeoVirus": prepared(geovirus())}
    scores = dict.fromkeys(corpora, (0.0, 0.0))
    for fold in range(FOLDS):
        train = [a for articles in corpora.values() for n, a in enumerate(articles) if n % FOLDS != fold]
        by = fitted(train)
        for corpus, articles in corpora.items():
            right, total = accuracy(articles[fold::FOLDS], by)
            scores[corpus] = scores[corpus][0] + right, scores[corpus][1] + total
    for corpus, (right, total) in scores.items():
        print(f"{corpus}: {right / total:.3f} held out, {FOLDS} folds")
    by = fitted([article for articles in corpora.values() for article in articles])
    text = TARGET.read_text(encoding="utf-8")
    for name, value in by.items():
        text = re.sub(rf"(?m)^({name} = )-?[\d.]+", rf"\g<1>{value:.2f}", text)
    print(text)
    if "--write" in sys.argv:
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
