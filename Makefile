# Everything a fresh machine needs: Python 3.11 or newer, and make.
PYTHON ?= python3
ARTICLE ?= examples/harbour-talks.txt
DATA ?= ../shared/data
WORK ?= training/work

.PHONY: demo test lint train benchmarks clean

demo: .venv/bin/diurna ## code an example article, or your own: make demo ARTICLE=path
	.venv/bin/diurna code $(ARTICLE) --format table

test: .venv/tested ## run the tests
	.venv/bin/pytest

lint: .venv/tested ## style and types
	.venv/bin/ruff check .
	.venv/bin/mypy

train: .venv/trained ## make the shipped model from DATA (resumes where it stopped)
	.venv/bin/python -m training.train $(DATA) $(WORK)
	.venv/bin/python -m training.ship $(WORK)
	.venv/bin/python -m training.card $(DATA)

benchmarks: .venv/tested ## print the figures that the documents quote
	.venv/bin/python -m benchmarks.trees $(DATA)
	.venv/bin/python -m benchmarks.names $(DATA)
	.venv/bin/python -m benchmarks.events $(DATA) --ablate
	.venv/bin/python -m benchmarks.speed $(DATA)

.venv/bin/diurna: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	.venv/bin/pip install -q -c constraints.txt -e .
	touch $@

.venv/tested: .venv/bin/diurna
	.venv/bin/pip install -q -c constraints.txt -e '.[test]'
	touch $@

.venv/trained: .venv/bin/diurna
	.venv/bin/pip install -q -e '.[train]'
	touch $@

clean:
	rm -rf .venv
