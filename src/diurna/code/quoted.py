"""Direct speech: who speaks between the quotation marks, and by what word we are told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from diurna.code.cues import Cues
from diurna.code.grammar import Grammar
from diurna.code.inserted import inserted, split_clause
from diurna.code.quotations import Quotation
from diurna.code.sayings import Saying, particle_of, spans_of
from diurna.code.sources import NOMINAL, WITHIN_NAME, beside, named_after, source_kind, source_words
from diurna.code.whose_word import source_of
from diurna.records import Document, SourceKind, Span, Token

REACH = 14
"""How many words a cue may stand from the marks: "..., said the minister of the interior of the new government"."""

_LINKING = frozenset(("CCONJ", "SCONJ", "ADV", "PUNCT"))
"""Kinds of words that may stand between "he said" and a second quotation of the same sentence."""

_DASHES = ("—", "–", "―", "--")


class Quoting:
    """The direct speech of one document, gathered from its first quotation to its last.

    `depth` is 0 for what people say, 1 for what those people say that others said. Inside another's words only a cue
    makes speech; nothing is carried over from quotation to quotation.
    """

    def __init__(
        self, document: Document, grammars: list[Grammar], quotations: tuple[Quotation, ...], cues: Cues, depth: int = 0
    ) -> None:
        self.text = document.article.text
        self.grammars = grammars
        self.cues = cues
        self.depth = depth
        self.quotations = [one for one in quotations if one.depth == depth]
        self.starts = [sentence.start for sentence in document.sentences]
        blocks = document.article.layout.blocks
        self.blocks = [block.start for block in blocks]
        self.sayings: list[Saying] = []

    def gather(self) -> list[Saying]:
        """Return what is said between the marks, in text order."""
        last: Quotation | None = None
        for number, quotation in enumerate(self.quotations):
            after = self.quotations[number + 1].span.start if number + 1 < len(self.quotations) else len(self.text)
            if self._one(quotation, last.span.end if last else 0, after, last):
                last = quotation
        return self.sayings

    def _one(self, quotation: Quotation, before: int, after: int, last: Quotation | None) -> bool:
        """Add the quotation where it is direct speech, and return whether it is."""
        if not self.starts:
            return False
        first = max(bisect_right(self.starts, quotation.span.start) - 1, 0)
        end = max(bisect_left(self.starts, quotation.span.end) - 1, first)
        lead = [t for t in self.grammars[first].tokens if before <= t.start < quotation.span.start]
        words = [t for t in lead if t.upos != "PUNCT"]
        ahead = self._cue_before(first, lead) if words else None
        behind = self._cue_after(quotation, end, after)
        if last is not None and words and self._goes_on(words, last):
            self.sayings[-1] = self.sayings[-1]._replace(parts=(*self.sayings[-1].parts, *quotation.parts))
            return True
        if words and not (ahead and self._introduces(first, ahead, words, quotation)):
            ahead = self._led_by_colon(first, quotation)
            if ahead is None:
                return False
        if ahead and words:
            self._add(quotation, first, ahead)
        elif behind and self._expects(quotation):
            self._add(quotation, *behind)
        elif quotation.kind != "speech" or self.depth:
            return False
        else:
            self._carry(quotation, first, last)
        return True

    def _goes_on(self, words: list[Token], last: Quotation) -> bool:
        """Return whether only "and" stands between the last quotation and the next: 'said "..." and "..."'."""
        alone = all(token.upos == "CCONJ" or token.lemma.lower() == "that" for token in words)
        return alone and bool(self.sayings) and self.sayings[-1].parts[-1].end == last.parts[-1].end

    def _cue_before(self, number: int, lead: list[Token]) -> Token | None:
        """Return the last cue before the marks."""
        near = lead[-REACH:]
        cues = [t for t in near if t.upos == "VERB" and self._speaks(number, t)]
        # "The premier said, as reported by the Herald, ...": an aside between cue and marks tells who passes it on.
        told = [t for t in cues if not self._passes_on(number, t)] or cues
        if lead and lead[-1].text == ":":
            # "agreeing that judges must not decide: ...": what leads to the colon is the clause that holds the others.
            inside = {i for t in told for c in self._clauses(number, t) for i in self.grammars[number].subtree(c)}
            told = [t for t in told if t.index not in inside] or told
        return told[-1] if told else None

    def _clauses(self, number: int, cue: Token) -> list[int]:
        return [c.index for c in self.grammars[number].children[cue.index] if c.deprel in ("ccomp", "csubj", "advcl")]

    def _passes_on(self, number: int, cue: Token) -> bool:
        mark = self.grammars[number].child(cue.index, "mark")
        return mark is not None and mark.lemma.lower() == "as"

    def _led_by_colon(self, number: int, quotation: Quotation) -> Token | None:
        """Return the main verb of the words that a colon ends before speech, whatever it is: "She took to Twitter:"."""
        if quotation.kind != "speech" or not self.text[: quotation.span.start].rstrip().endswith(":"):
            return None
        grammar = self.grammars[number]
        main = next((t for t in grammar.tokens if t.end < quotation.span.start and t.upos == "VERB"), None)
        while main is not None and main.head >= 0 and grammar.tokens[main.head].end < quotation.span.start:
            main = grammar.tokens[main.head]
        if main is None or main.upos != "VERB":
            return None
        subject = grammar.child(main.index, "nsubj")
        return main if subject is not None and subject.upos in NOMINAL else None

    def _cue_after(self, quotation: Quotation, number: int, after: int) -> tuple[int, Token] | None:
        """Return the sentence and the first cue after the marks, in the same sentence or what is cut off from it."""
        for each in (number, number + 1):
            if each >= len(self.grammars):
                return None
            tokens = [t for t in self.grammars[each].tokens if quotation.span.end <= t.start < after]
            gap = self.text[quotation.span.end : tokens[0].start] if tokens else ""
            if not tokens or "\n" in gap:
                continue
            if each > number and not tokens[0].text[:1].islower() and _end(quotation) not in ",?!":
                return None
            near = [t for t in tokens[:REACH] if t.upos == "VERB" and self._speaks(each, t)]
            main = [t for t in near if t.deprel != "acl:relcl"]
            if not main and (verb := self._verb_of(each, tokens[0])) is not None:
                main = [verb]  # "the man, who asked not to be named, said"
            main = main or near
            if main:
                return each, main[0]
        return None

    def _verb_of(self, number: int, first: Token) -> Token | None:
        """Return the cue whose subject begins with a word, however long ("Moss, head of the Tax Center, said")."""
        tokens = self.grammars[number].tokens
        word = first
        while word.head > word.index and word.deprel in WITHIN_NAME:
            word = tokens[word.head]
        if word.deprel not in ("nsubj", "nsubj:outer") or word.head < word.index:
            return None
        verb = tokens[word.head]
        return verb if verb.upos == "VERB" and self._speaks(number, verb) else None

    def _speaks(self, number: int, token: Token) -> bool:
        return "clause" in self.cues.of(token, particle_of(self.grammars[number], token.index))

    def _introduces(self, number: int, cue: Token, words: list[Token], quotation: Quotation) -> bool:
        """Return whether the cue leads straight to the marks, so that they hold speech and no part of a clause."""
        grammar = self.grammars[number]
        around = inserted(grammar, cue)
        if around is not None and split_clause(grammar, cue, around):
            return False  # 'The army, it said, "can protect nobody"': the subject before the cue is said too
        before = self.text[: quotation.span.start][-8:].rstrip()
        if before.endswith((",", ":")):
            return True
        between = [t for t in words if t.start > cue.start]
        if self.sayings and self.sayings[-1].key == (number, cue.index):
            return all(t.upos in _LINKING for t in between)  # '"I like it," he said, but "it costs too much"'
        if self._runs_on(grammar, cue, quotation):
            return False
        capital = quotation.content.text[:1].isupper() and quotation.kind == "speech"
        return len(between) <= (4 if capital else 0) and quotation.kind != "title"

    def _runs_on(self, grammar: Grammar, cue: Token, quotation: Quotation) -> bool:
        """Return whether the marks hold only the first words of what is said: '"reforms" and a tax would help'."""
        if self._expects(quotation):
            return False
        for clause in grammar.children[cue.index]:
            if clause.deprel == "ccomp" and clause.index > cue.index:
                words = [grammar.tokens[i] for i in grammar.subtree(clause.index)]
                held = any(quotation.content.start <= t.start < quotation.content.end for t in words)
                after = [t for t in words if t.start >= quotation.span.end and not self._is_quoted(t)]
                return held and any(t.upos not in ("PUNCT", "CCONJ") for t in after)
        return False

    def _expects(self, quotation: Quotation) -> bool:
        """Return whether what follows the marks may be who spoke: the content ends as speech does before a cue."""
        return _end(quotation) in ",;?!.…—-" or self.text[quotation.span.end : quotation.span.end + 1] == ","

    def _add(self, quotation: Quotation, number: int, cue: Token) -> None:
        key = (number, cue.index)
        if self.sayings and self.sayings[-1].key == key:
            joined = (*self.sayings[-1].parts, *quotation.parts)
            self.sayings[-1] = self.sayings[-1]._replace(parts=joined)
            return
        grammar = self.grammars[number]
        head = source_of(grammar, cue)
        if head is None or self._is_quoted(grammar.tokens[head]):
            head = beside(grammar, cue.index, lambda token: not self._is_quoted(token))
        source, kind = self._source(grammar, head, cue.index)
        row = self.cues.of(cue).get("clause")
        span = Span.of(self.text, cue.start, cue.end)
        self.sayings.append(
            Saying(source, span, quotation.parts, "direct", kind, row.stance if row else "asserts", key)
        )

    def _source(self, grammar: Grammar, head: int | None, cue: int | None = None) -> tuple[Span | None, SourceKind]:
        if head is None:
            return None, "anonymous"
        words = [i for i in source_words(grammar, head) if not self._is_quoted(grammar.tokens[i])]
        name = named_after(grammar, head, words, cue) if words and cue is not None else []
        spans = spans_of(self.text, grammar, [*words, *name])
        if not spans:
            return None, "anonymous"
        return spans[0], "named" if name else source_kind(grammar, head, self.depth > 0)

    def _is_quoted(self, token: Token) -> bool:
        place = bisect_right(self.quotations, token.start, key=lambda one: one.span.start) - 1
        return place >= 0 and token.start < self.quotations[place].span.end

    def _carry(self, quotation: Quotation, number: int, last: Quotation | None) -> None:
        """Add a quotation with no cue of its own: the speaker goes on, is named after a dash, or stood just before."""
        if signed := self._after_dash(quotation):
            self.sayings.append(signed)
            return
        previous = self.sayings[-1] if self.sayings and last is self._previous(quotation) else None
        block = bisect_right(self.blocks, quotation.span.start)
        if previous and last and block == bisect_right(self.blocks, last.span.start):
            between = number - (previous.key[0] if previous.key else number)
            if between <= max(1, bisect_right(self.starts, last.span.end) - 1 - (previous.key or (0, 0))[0] + 1):
                self.sayings[-1] = previous._replace(parts=(*previous.parts, *quotation.parts))
                return
        source, kind, cue = self._named_before(quotation, number, block)
        if source is None and previous and last and block - bisect_right(self.blocks, last.span.start) == 1:
            source, kind = previous.source, previous.kind
        if source is None:
            source, kind, cue = self._named_before(quotation, number, block - 1)
        self.sayings.append(Saying(source, cue, quotation.parts, "direct", kind, "asserts"))

    def _previous(self, quotation: Quotation) -> Quotation | None:
        place = bisect_left(self.quotations, quotation.span.start, key=lambda one: one.span.start)
        return self.quotations[place - 1] if place else None

    def _named_before(
        self, quotation: Quotation, number: int, block: int
    ) -> tuple[Span | None, SourceKind, Span | None]:
        """Return the subject of the sentence before, where it stands in the paragraph or ends in a colon.

        With it comes that sentence's verb, where it is a cue that leads to the marks ("She wrote on X:").
        """
        grammar = self.grammars[number - 1]
        root = next((t for t in grammar.tokens if t.head < 0), None)
        if number == 0 or root is None:
            return None, "anonymous", None
        near = block == bisect_right(self.blocks, grammar.sentence.start)
        leads = grammar.tokens[-1].text in (":", ",")
        subject = grammar.child(root.index, "nsubj")
        if not (near or leads) or subject is None or subject.upos not in NOMINAL or self._is_quoted(subject):
            return None, "anonymous", None
        source, kind = self._source(grammar, subject.index)
        if not leads and kind != "named":
            return None, "anonymous", None
        speaks = leads and root.upos == "VERB" and self._speaks(number - 1, root)
        return source, kind, Span.of(self.text, root.start, root.end) if speaks else None

    def _after_dash(self, quotation: Quotation) -> Saying | None:
        """Return the saying of a quotation that a dash and a name sign."""
        rest = self.text[quotation.span.end : quotation.span.end + 4]
        bare = rest.lstrip()
        dash = next((d for d in _DASHES if bare.startswith(d)), None)
        if dash is None:
            return None
        start = quotation.span.end + len(rest) - len(bare) + len(dash)
        number = max(bisect_right(self.starts, start) - 1, 0)
        for each in (number, number + 1):
            if each < len(self.grammars):
                token = next((t for t in self.grammars[each].tokens if t.start >= start), None)
                if token and "\n" not in self.text[start : token.start]:
                    head = token.index
                    while self.grammars[each].tokens[head].deprel in WITHIN_NAME:
                        head = self.grammars[each].tokens[head].head
                    if self.grammars[each].tokens[head].upos != "PROPN":
                        return None
                    source, kind = self._source(self.grammars[each], head)
                    cue = Span.of(self.text, start - len(dash), start)
                    return Saying(source, cue, quotation.parts, "direct", kind, "asserts")
        return None


def _end(quotation: Quotation) -> str:
    """Return the last character of the content that is no mark: a comma of "The voice said, 'Go,'"."""
    return (quotation.content.text.rstrip("\"'”’»›") or quotation.content.text)[-1]
