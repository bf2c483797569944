"""Rules and extracted facts judged: against their examples, and against gold."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.commands.options import BAD_DATA, Model, Rules, print_json

if TYPE_CHECKING:
    from kg.evaluate import Evaluation


def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH…]", help="The pages that the gold is of.")
    ] = None,
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="DIR", help="Count how often each rule is right on PATH.")
    ] = None,
    rules: Rules = None,
    model: Model = "embedded",
) -> None:
    """Read every rule's examples and counter-examples; tell which fail."""
    from kg import checking, pipeline
    from kg.evaluate import load_articles
    from kg.reading import Skipped, read_paths

    if bool(paths) != bool(gold):
        raise typer.BadParameter("give both --gold and the pages that it is of, or neither")
    options = pipeline.Options(model, tuple(rules or ()))
    outcome = checking.check_rules(options)
    for fault in outcome.faults:
        typer.echo(str(fault))
    summary = f"{outcome.rules} rules, {outcome.examples} examples, {len(outcome.faults)} faults"
    typer.echo(summary, err=True)
    if gold:
        read = pipeline.process(read_paths(paths or []), options)
        articles = [item for item in read if not isinstance(item, Skipped)]
        typer.echo(f"{'rule':40}{'fired':>6}{'right':>6}")
        for rule, figures in checking.rule_figures(articles, load_articles(gold)).items():
            typer.echo(f"{rule:40}{figures.fired:6}{figures.right:6}")
    if outcome.faults:
        raise typer.Exit(BAD_DATA)


def eval_(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="A .json or .jsonl file, or a folder of .json.")
    ],
    predicted: Annotated[
        Path,
        typer.Argument(
            metavar="PREDICTED", help="What kg extract printed: a .jsonl or .json file, or a folder of .json."
        ),
    ],
    relaxed: Annotated[
        bool, typer.Option("--relaxed", help="Names also agree where one holds most of the other.")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="List each missed and each wrong fact.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the figures as one JSON object; a ratio of nothing is 1.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="FIELD", help="Rows by a field of the gold articles, like phenomenon."),
    ] = None,
) -> None:
    """Compare extracted facts with gold: precision, recall and F1 by relation."""
    from kg.evaluate import evaluate, load_articles

    result = evaluate(load_articles(gold), load_articles(predicted), relaxed=relaxed, by=by)
    if as_json:
        print_json(result.record())
    else:
        for line in _table(result, show=show):
            typer.echo(line)
    if not result.total.predicted:
        typer.echo(f"kg: {predicted}: nothing was predicted for these articles", err=True)
    if result.absent:
        absent = ", ".join(result.absent)
        typer.echo(f"kg: no prediction for {absent}; add what kg extract prints to {predicted}", err=True)
        raise typer.Exit(BAD_DATA)


def _table(result: "Evaluation", *, show: bool) -> Iterator[str]:
    if show:
        for kind, judgements in (("missed", result.missed), ("wrong", result.wrong)):
            for judgement in judgements:
                yield f"{kind}\t{judgement.article}\t{json.dumps(judgement.fact, ensure_ascii=False)}"
    rows, head = (result.groups, "group") if result.groups else (result.relations, "relation")
    yield f"{head:16}{'gold':>6}{'core':>6}{'pred':>6}{'P':>8}{'R core':>8}{'R all':>8}{'F1':>8}"
    for name, score in (*rows.items(), ("total", result.total)):
        precision = _share(score.precision, score.predicted)
        recalls = _share(score.recall, score.core) + _share(score.recall_all, score.gold)
        yield f"{name:16}{score.gold:6}{score.core:6}{score.predicted:6}{precision}{recalls}{score.f1:8.3f}"
    time, status = (_share(share, result.total.found) for share in (result.total.time, result.total.status))
    yield f"time right{time}   status right{status}"
    for name, score in result.spans.items():
        precision, recall = _share(score.precision, score.predicted), _share(score.recall, score.gold)
        yield f"{name:16}{score.gold:6}{'':6}{score.predicted:6}{precision}{recall}"


def _share(value: float, whole: int) -> str:
    """Return a ratio as it is printed; one of nothing is none."""
    return f"{value:8.3f}" if whole else f"{'—':>8}"
