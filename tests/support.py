"""Facts of a sentence whose names are given by hand: rules are tested apart from finding names.

Words and tags are the embedded tokenizer's, amounts and times the pipeline's own; every other mention is
what the test says: ``read("甲集团收购乙。", ORG="甲集团 乙")``, each name at each place where it stands.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.chunk import Chunk
from kg.chunks import Chunker, Sentence
from kg.discourse import Discourse
from kg.document import Document, Mark, Span
from kg.entities import Resolution, resolve
from kg.model import Fact, Mention, MentionType
from kg.pipeline import Options, tools
from kg.pipeline import understand as pipeline_reads
from kg.relations import Extraction, RuleSet, extract, fact_text

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
CORPUS = Path(__file__).resolve().parents[1] / "corpus"


def pipeline() -> Language:
    """Return the pipeline that all tests share."""
    return tools(Options())[0]


def rules() -> RuleSet:
    """Return the shipped rules, compiled once."""
    return tools(Options())[1]


def places_of(text: str, name: str) -> list[Span]:
    """Return where ``name`` stands in ``text``; at least once, or the test itself is wrong."""
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    assert starts, f"{name} is not in {text}"
    return [Span(at, at + len(name)) for at in starts]


def mentions_of(text: str, names: dict[str, str]) -> list[Mention]:
    """Return the mentions of names given by type, several apart by spaces."""
    return [
        Mention(span, MentionType(kind), "test")
        for kind, listed in names.items()
        for name in listed.split()
        for span in places_of(text, name)
    ]


def annotate(text: str, day: date | None = None, marks: Sequence[Mark] = (), **names: str) -> Doc:
    """Return the Doc of ``text`` with the mentions given, amounts, times and sentences."""
    nlp = pipeline()
    doc = nlp.make_doc(text)
    doc._.published, doc._.marks = day, tuple(marks)
    doc._.mentions = mentions_of(text, names)
    for component in ("kg_amounts", "kg_times", "kg_spans", "kg_sentences"):
        doc = nlp.get_pipe(component)(doc)
    return doc


def understand(
    text: str, day: date | None = None, marks: Sequence[Mark] = (), by: RuleSet | None = None, **names: str
) -> Extraction:
    """Return entities and facts of ``text``, its names given."""
    document = Document("test", text, day=day, marks=tuple(marks))
    return extract(document, annotate(text, day, marks, **names), by or rules())


def facts(text: str, relation: str, day: date | None = None, **names: str) -> tuple[Fact, ...]:
    """Return the facts of one relation."""
    return tuple(fact for fact in understand(text, day, **names).facts if fact.relation == relation)


def read(text: str, relation: str = "", day: date | None = None, **names: str) -> list[str]:
    """Return the facts of one relation (or of all) as lines of the rule files' notation, sorted."""
    found = understand(text, day, **names).facts
    return sorted(fact_text(fact) for fact in found if relation in ("", fact.relation))


def told(text: str, relation: str = "", day: date | None = None) -> list[str]:
    """Return the facts of one relation (or of all) that the whole pipeline reads, names and all, sorted."""
    found = pipeline_reads(Document("test", text, day=day), pipeline(), rules()).facts
    return sorted(fact_text(fact) for fact in found if relation in ("", fact.relation))


def told_of(relation: str, text: str, day: date | None = None) -> list[str]:
    """Return the facts of one relation that the whole pipeline reads, without its name."""
    return [line.replace(f" {relation} ", " ", 1) for line in told(text, relation, day)]


def resolved(text: str, **names: str) -> Resolution:
    """Return the entities that the names of ``text`` are joined to."""
    return resolve(text, annotate(text, **names)._.mentions)


def sentence(text: str, **names: str) -> Sentence:
    """Return the chunks of the first sentence of ``text``."""
    doc = annotate(text, **names)
    loaded = rules()
    mentions = doc._.mentions
    chunker = Chunker(doc, text, mentions, resolve(text, mentions), loaded.words, loaded.cues)
    return chunker.sentence(next(iter(doc.sents)), Discourse(loaded.cues))


def chunk(text: str, kind: str, **names: str) -> Chunk:
    """Return the first chunk of a kind."""
    return next(chunk for chunk in sentence(text, **names).chunks if chunk.kind == kind)
