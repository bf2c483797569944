"""The sentences of a document as evidence: what every fact is built with, whoever reads it."""

from spacy.tokens import Doc

from kg.document import Document, Span
from kg.model import Evidence
from kg.spans import trimmed

#: Confidence lost where the subject is not named in the sentence itself.
CARRIED = 0.15


class Witness:
    """Knows the sentences of one document."""

    def __init__(self, document: Document, doc: Doc) -> None:
        """Speak for ``document``, whose sentences ``doc`` holds."""
        self._document = document
        self._doc = doc

    def sentence(self, span: Span) -> Span:
        """Return the sentence around ``span``."""
        found = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        if found is None or not len(found):
            return span
        return trimmed(Span(found[0].sent.start_char, found[-1].sent.end_char), self._document.text)

    def states(
        self,
        rule: str,
        sentence: Span,
        subject: Span | None = None,
        object: Span | None = None,  # noqa: A002  # the field's name
        cue: Span | None = None,
    ) -> Evidence:
        """Return that ``rule`` read a fact in ``sentence``, with the words that carry it."""
        quote = sentence.of(self._document.text)
        return Evidence(self._document.id, sentence, quote, rule, subject, object, cue)
