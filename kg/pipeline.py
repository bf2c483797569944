"""Pages in, understood articles and graph files out: the only place where the stages meet."""

import os
import signal
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from spacy.language import Language

from kg.amounts import Amount
from kg.document import Document
from kg.model import Entity, Fact
from kg.ner import load_pipeline
from kg.reading import Skipped, read_paths
from kg.relations import RuleSet, extract
from kg.times import TimeSpan

SHARE = 32
"""Articles that a further process must have before it is worth its start (some two seconds)."""

AHEAD = 4
"""Articles a process has waiting for it; more would only hold memory."""


@dataclass(frozen=True, slots=True)
class Options:
    """How articles are understood: the language model and the folders of rules added to ours."""

    model: str = "embedded"
    rules: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What one document says."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    amounts: tuple[Amount, ...]
    times: tuple[TimeSpan, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A document and what it says."""

    document: Document
    content: Understood


def understand(document: Document, nlp: Language, rules: RuleSet) -> Understood:
    """Return what ``document`` says, as ``nlp`` and ``rules`` read it."""
    with nlp.memory_zone():
        doc = nlp.make_doc(document.text)
        doc._.published, doc._.marks = document.day, document.marks
        doc = nlp(doc)
        found = extract(document, doc, rules)
        return Understood(found.entities, found.facts, tuple(doc._.amounts), tuple(doc._.times))


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
    if workers <= 1:
        for item in documents:
            yield Article(item, understand_one(item)) if isinstance(item, Document) else item
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_leave_interrupts_to_parent) as pool:
        waiting: deque[tuple[Document, Future[Understood]] | Skipped] = deque()
        try:
            for item in documents:
                submitted = isinstance(item, Document)
                waiting.append((item, pool.submit(understand_one, item)) if submitted else item)
                if len(waiting) >= workers * AHEAD:
                    yield _finished(waiting.popleft())
            while waiting:
                yield _finished(waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


def cpus() -> int:
    """Return the number of CPUs that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def tools(options: Options) -> tuple[Language, RuleSet]:
    """Load the language model and the rules, once a process."""
    return load_pipeline(options.model), RuleSet.load(*options.rules)


def _understand(options: Options, document: Document) -> Understood:
    nlp, rules = tools(options)
    try:
        return understand(document, nlp, rules)
    except Exception as error:
        error.add_note(f"while reading the article {document.id}")
        raise


def _finished(item: tuple[Document, Future[Understood]] | Skipped) -> Article | Skipped:
    if isinstance(item, Skipped):
        return item
    document, future = item
    return Article(document, future.result())


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
