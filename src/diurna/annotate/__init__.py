"""The annotate step: articles to documents of sentences, words, trees and names."""

from diurna.annotate.conllu import conllu
from diurna.annotate.document import annotate
from diurna.annotate.model import Model, begin_loading, model

__all__ = ["Model", "annotate", "begin_loading", "conllu", "model"]
